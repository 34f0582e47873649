//! The shapes in which it is sent where people live, who decides for a child, and who must not come near.

use serde::Deserialize;
use utoipa::ToSchema;

/// One home and who lives there.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewHome {
    /// The address, as on an envelope, without the postcode. One of the two is needed.
    #[serde(default)]
    #[schema(max_length = 10000)]
    pub address: Option<String>,
    /// Its postcode, of whatever country.
    #[serde(default)]
    #[schema(max_length = 12, example = "SA61 2AD")]
    pub postcode: Option<String>,
    /// Whether it must not be shown but to those who ask for it with a reason.
    #[serde(default)]
    pub hidden: bool,
    /// The places of those who live there, all the time or part of it; at least one.
    #[serde(default)]
    pub people: Vec<usize>,
}

/// Who has parental responsibility for a child.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewResponsible {
    /// The places of those who have it among the people sent.
    #[serde(default)]
    pub people: Vec<usize>,
    /// Whether the authority has it, by a court's order.
    #[serde(default)]
    pub authority: bool,
    /// Somebody else who has it, in words.
    #[serde(default)]
    #[schema(max_length = 10000)]
    pub other: Option<String>,
}

/// A court's order: a dated word on who may and who must not.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewOrder {
    /// What it says, in words.
    #[serde(default)]
    #[schema(max_length = 10000)]
    pub says: String,
    /// The day it was made, if known.
    #[serde(default)]
    #[schema(example = "2026-01-12")]
    pub made_on: Option<String>,
    /// The last day it holds, if it has one.
    #[serde(default)]
    pub ends_on: Option<String>,
    /// The places of those it is about; at least one.
    #[serde(default)]
    pub people: Vec<usize>,
}

/// Somebody who must not come near.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewKeptAway {
    /// Who it is, in words.
    #[serde(default)]
    #[schema(max_length = 10000)]
    pub who: String,
    /// The places of those they are kept from; at least one.
    #[serde(default)]
    pub people: Vec<usize>,
    /// What they must not do, at least one: `collect` a child; `call`, write or visit; `know` where somebody lives or
    /// that the programme is there.
    #[serde(default)]
    #[schema(example = json!(["collect", "know"]))]
    pub must_not: Vec<String>,
}
