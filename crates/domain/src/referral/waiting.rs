//! The waiting list: who waits, since when, how soon they should have a carer, what they wait for.
//!
//! Joining, leaving and every change between are kept with their day, so that the list of any past
//! day can be shown again. The order is how soon, then how long, then the id, so that it never
//! changes between two looks.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::id::ReferralId;
use crate::text::Text;

/// How soon a waiting family should have a carer. A person decides, with a reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Priority {
    /// Before all others.
    First,
    /// Before those who wait as usual.
    Sooner,
    /// In turn.
    #[default]
    Usual,
}

impl Priority {
    /// Every priority, the soonest first.
    pub const ALL: [Self; 3] = [Self::First, Self::Sooner, Self::Usual];

    /// The priority's name in the database, the interface and the words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Sooner => "sooner",
            Self::Usual => "usual",
        }
    }

    /// The priority with this key, if there is one.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|priority| priority.key() == key)
    }
}

/// One thing a family may wait for. Its name is in the words, under its key.
#[derive(Debug, PartialEq, Eq)]
pub struct WaitsFor {
    /// Its name in the database and the interface. Never reused.
    pub key: &'static str,
    /// The day from which it is no longer offered; families that wait for it keep it.
    pub retired: Option<Date>,
}

/// Everything a family may wait for, in the order people read them.
///
/// Assumption: these five; no list is published. A site's own words go in the reason.
pub const WAITS_FOR: &[WaitsFor] = &[
    offered("place"),
    offered("near"),
    offered("language"),
    offered("skills"),
    offered("family_ready"),
];

const fn offered(key: &'static str) -> WaitsFor {
    WaitsFor { key, retired: None }
}

/// What a family may wait for under this key, retired or not.
pub fn waits_for(key: &str) -> Option<&'static WaitsFor> {
    WAITS_FOR.iter().find(|thing| thing.key == key)
}

/// How a family was told something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum How {
    /// By letter.
    Letter,
    /// By telephone.
    Call,
    /// By a short message or an e-mail.
    Message,
    /// Face to face.
    Visit,
}

impl How {
    /// Every way, in the order people read them.
    pub const ALL: [Self; 4] = [Self::Letter, Self::Call, Self::Message, Self::Visit];

    /// The way's name in the database, the interface and the words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::Call => "call",
            Self::Message => "message",
            Self::Visit => "visit",
        }
    }

    /// The way with this key, if there is one.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|how| how.key() == key)
    }
}

/// That a family was told where things stand. It says what they wait for and when they next hear, never a place in a
/// queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The day.
    pub on: Date,
    /// How.
    pub how: How,
    /// What was said, in words, if more than what it stands at.
    pub words: Option<Text>,
    /// The day by which they hear again, if they were promised one.
    pub next_on: Option<Date>,
}

/// One thing that happened to the waiting list, in the order it was stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingEvent {
    /// The referral.
    pub referral: ReferralId,
    /// The day.
    pub on: Date,
    /// What happened.
    pub fact: WaitingFact,
}

/// What happened to the waiting list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WaitingFact {
    /// The family began to wait. One that comes back keeps the day it first began, where that is said.
    Joined {
        /// The day since which it waits.
        since: Date,
    },
    /// It was decided how soon it should have a carer, and what it waits for.
    Set {
        /// How soon.
        priority: Priority,
        /// What it waits for.
        waits_for: Vec<&'static WaitsFor>,
    },
    /// The family no longer waits.
    Left,
}

/// One place on the waiting list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The referral.
    pub referral: ReferralId,
    /// The day since which the family waits.
    pub since: Date,
    /// How soon it should have a carer.
    pub priority: Priority,
    /// What it waits for.
    pub waits_for: Vec<&'static WaitsFor>,
}

/// The waiting list as it was at the end of a day, in its order.
///
/// `events` are in the order they were stored. An event about a referral that does not wait changes nothing.
pub fn list_on(events: &[WaitingEvent], day: Date) -> Vec<Place> {
    let mut waiting: BTreeMap<ReferralId, Place> = BTreeMap::new();
    for event in events.iter().filter(|event| event.on <= day) {
        match &event.fact {
            WaitingFact::Joined { since } => {
                let place = Place {
                    referral: event.referral,
                    since: *since,
                    priority: Priority::default(),
                    waits_for: Vec::new(),
                };
                waiting.insert(event.referral, place);
            }
            WaitingFact::Set { priority, waits_for } => {
                if let Some(place) = waiting.get_mut(&event.referral) {
                    place.priority = *priority;
                    place.waits_for.clone_from(waits_for);
                }
            }
            WaitingFact::Left => {
                waiting.remove(&event.referral);
            }
        }
    }
    let mut list: Vec<Place> = waiting.into_values().collect();
    list.sort_by_key(|place| (place.priority, place.since, place.referral));
    list
}
