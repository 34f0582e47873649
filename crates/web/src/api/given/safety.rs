//! The shapes in which the API gives where people live, who decides for a child, and who must not come near.

use domain::family::{Holder, Person, Responsibility, Ways};
use domain::id::PersonId;
use serde::Serialize;
use std::collections::BTreeMap;
use store::family::{KnownAddress, Safety};
use utoipa::ToSchema;
use uuid::Uuid;

/// One home and who lives there.
#[derive(Serialize, ToSchema)]
pub struct Home {
    /// The address, as on an envelope, with its postcode under it; nothing where it is hidden.
    #[schema(example = "7 Stryd Fawr\nSA61 2AD")]
    pub address: Option<String>,
    /// Whether it must not be shown but to those who ask for it with a reason, on the pages.
    pub hidden: bool,
    /// Who lives there, all the time or part of it.
    pub people: Vec<Uuid>,
}

/// Who has parental responsibility for a child.
#[derive(Serialize, ToSchema)]
pub struct Responsible {
    /// Those of the family who have it.
    pub people: Vec<Uuid>,
    /// Whether the authority has it, by a court's order.
    pub authority: bool,
    /// Somebody else who has it, in words.
    pub other: Option<String>,
}

/// A court's order.
#[derive(Serialize, ToSchema)]
pub struct Order {
    /// What it says, in words.
    pub says: String,
    /// The day it was made, if known.
    #[schema(example = "2026-01-12")]
    pub made_on: Option<String>,
    /// The last day it holds, if it has one.
    pub ends_on: Option<String>,
    /// Whom it is about.
    pub people: Vec<Uuid>,
}

/// Somebody who must not come near.
#[derive(Serialize, ToSchema)]
pub struct KeptAway {
    /// Who it is, in words.
    pub who: String,
    /// Whom they are kept from.
    pub people: Vec<Uuid>,
    /// What they must not do: `collect`, `call`, `know`.
    #[schema(example = json!(["collect", "know"]))]
    pub must_not: Vec<&'static str>,
}

/// The homes of a family: one in which somebody asked not to be found is hidden, for everybody in it.
pub fn homes(people: &[Person], addresses: Vec<KnownAddress>) -> Vec<Home> {
    #[derive(Default)]
    struct Found {
        address: Option<String>,
        hidden: bool,
        people: Vec<PersonId>,
    }
    let mut homes: BTreeMap<i64, Found> = BTreeMap::new();
    for known in addresses {
        let lives = people.iter().find(|person| person.id == known.person);
        let contact = lives.and_then(|person| person.safe_contact.as_ref());
        let home = homes.entry(known.home_no).or_default();
        home.hidden |= known.is_protected() || contact.is_some_and(|contact| contact.address_hidden);
        home.people.push(known.person);
        home.address = known.words.or_else(|| home.address.take()).filter(|_| !home.hidden);
    }
    let shown = homes.into_values().map(|home| Home {
        address: home.address,
        hidden: home.hidden,
        people: in_order(people, &home.people),
    });
    shown.collect()
}

/// Who has parental responsibility for a child, if anything was said of it.
pub fn responsible(people: &[Person], said: &[Responsibility<PersonId>], child: PersonId) -> Option<Responsible> {
    let (mut holders, mut others, mut authority) = (Vec::new(), Vec::new(), false);
    for one in said.iter().filter(|one| one.child == child) {
        match &one.holder {
            Holder::Person(id) => holders.push(*id),
            Holder::Authority => authority = true,
            Holder::Other(words) => others.push(words.as_str()),
        }
    }
    let found = Responsible {
        people: in_order(people, &holders),
        authority,
        other: (!others.is_empty()).then(|| others.join("\n")),
    };
    let is_said = !found.people.is_empty() || found.authority || found.other.is_some();
    is_said.then_some(found)
}

/// The orders of courts about a family.
pub fn orders(people: &[Person], safety: &Safety) -> Vec<Order> {
    let order = |order: &domain::family::Order<PersonId>| Order {
        says: order.says.to_string(),
        made_on: order.made_on.map(|day| day.to_string()),
        ends_on: order.ends_on.map(|day| day.to_string()),
        people: in_order(people, &order.people),
    };
    safety.orders.iter().map(order).collect()
}

/// Who must not come near somebody of a family.
pub fn kept_away(people: &[Person], safety: &Safety) -> Vec<KeptAway> {
    let kept = |kept: &domain::family::KeptAway<PersonId>| KeptAway {
        who: kept.who.to_string(),
        people: in_order(people, &kept.people),
        must_not: must_not(kept.ways),
    };
    safety.kept_away.iter().map(kept).collect()
}

fn must_not(ways: Ways) -> Vec<&'static str> {
    let all = [(ways.collect, "collect"), (ways.call, "call"), (ways.know, "know")];
    let held = all.into_iter().filter(|(holds, _)| *holds);
    held.map(|(_, way)| way).collect()
}

/// People in the order of their family; whoever was moved to another stands last.
fn in_order(family: &[Person], people: &[PersonId]) -> Vec<Uuid> {
    let place = |id: &PersonId| family.iter().position(|person| person.id == *id);
    let mut people = people.to_vec();
    people.sort_by_key(|id| (place(id).unwrap_or(usize::MAX), *id));
    people.iter().map(|id| id.uuid()).collect()
}
