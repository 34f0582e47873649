//! The shapes a referral is sent in. Values are read one by one afterwards, so that every mistake is said at once.

mod agreed;
mod person;
mod safety;

pub use agreed::{NewAgreed, NewChoice, NewSharing};
pub use person::{NewEthnicity, NewPerson, NewSafeContact, NewTongues};
pub use safety::{NewHome, NewKeptAway, NewOrder, NewResponsible};

use serde::Deserialize;
use utoipa::ToSchema;

/// A family referred.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "site": "0198f3a0-1111-7000-8000-000000000001",
    "received_on": "2026-03-14",
    "people": [
        {"part": "child", "forename": "Mali", "surname": "Prys", "birth": "2017-05", "reason": "risk_of_care",
         "responsible": {"people": [1, 2]}},
        {"part": "adult", "forename": "Siân", "surname": "Prys", "relationship": "mam",
         "languages": {"speak": "cy", "read": "cy"},
         "consent": {"taking_part": {"answer": "given", "on": "2026-03-10"},
                     "sharing": {"basis": "told", "law": "public_task"}},
         "safe_contact": {"number": "01632 960001", "times": "after 10", "no_message": true}},
        {"part": "adult", "forename": "Gwil", "surname": "Tudor", "relationship": "tad",
         "consent": {"taking_part": {"answer": "not_asked"}, "sharing": {"basis": "not_discussed"}}}
    ],
    "homes": [
        {"address": "1 Heol y Bont", "postcode": "SA61 2AD", "hidden": true, "people": [0, 1]},
        {"address": "7 Stryd Fawr", "people": [0, 2]}
    ],
    "orders": [{"says": "Nid yw Mali i aros dros nos gyda’i thad.", "made_on": "2026-01-12", "people": [0, 2]}],
    "needs": ["routines", "dealing_with_crisis"],
    "going_well": "Mae'r plant yn yr ysgol bob dydd.",
    "worries": "Nosweithiau anodd."
}))]
pub struct NewReferral {
    /// The programme area, from `/api/v1/sites`.
    pub site: String,
    /// The day it was received; today when left out.
    #[serde(default)]
    pub received_on: Option<String>,
    /// Its children and adults, at least one child. Elsewhere people are named by their place in this list, from 0.
    #[serde(default)]
    pub people: Vec<NewPerson>,
    /// Where they live. A child may live in two homes.
    #[serde(default)]
    pub homes: Vec<NewHome>,
    /// The orders of courts.
    #[serde(default)]
    pub orders: Vec<NewOrder>,
    /// Who must not collect, call or know.
    #[serde(default)]
    pub kept_away: Vec<NewKeptAway>,
    /// Keys of areas of need, at least one: `routines`, `budgeting`, `healthy_living`, `wellbeing`, `behaviour`,
    /// `access_to_support`, `family_relationships`, `dealing_with_crisis`, `play_and_stimulation`.
    #[serde(default)]
    pub needs: Vec<String>,
    /// What is going well.
    #[serde(default)]
    #[schema(max_length = 10000)]
    pub going_well: Option<String>,
    /// What worries people.
    #[serde(default)]
    #[schema(max_length = 10000)]
    pub worries: Option<String>,
    /// The other services that help.
    #[serde(default)]
    #[schema(max_length = 10000)]
    pub services: Option<String>,
    /// What has made help hard to get before.
    #[serde(default)]
    #[schema(max_length = 10000)]
    pub hard_before: Option<String>,
    /// The social worker who asks, by name and address, where they have no account here.
    #[serde(default)]
    #[schema(max_length = 10000)]
    pub worker: Option<String>,
    /// The address for mail of the social worker in whose name your system refers, where they have an account here and
    /// work in the area: the referral is theirs to answer for, and what is asked is asked of them.
    #[serde(default)]
    #[schema(format = "email")]
    pub worker_email: Option<String>,
    /// The earlier referral of the same family that this one follows, where it was not accepted or was withdrawn. The
    /// family keeps its record; people who are in it already are named by `person`.
    #[serde(default)]
    #[schema(format = "uuid")]
    pub follows: Option<String>,
    /// That these people are another family than one with the same names and births sent some minutes ago.
    #[serde(default)]
    pub another_family: bool,
    /// That somebody has looked, and the births are right though a child is older than an adult or nearly as old.
    #[serde(default)]
    pub births_are_right: bool,
}
