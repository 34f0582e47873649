//! What happened to a family that was not taken: the only cheap comparison group there is.

use jiff::{Span, civil::Date};

use super::Referral;
use crate::id::PersonId;

/// After how many months the authority is asked what happened to a family that was not accepted.
///
/// Source: programme.md 6, outcomes at 12 months; counted from the decision, the last day we knew of the family.
pub const OUTCOME_ASKED_AFTER_MONTHS: i32 = 12;

/// The day from which the authority is asked.
pub fn outcome_due(decided_on: Date) -> Date {
    decided_on.saturating_add(Span::new().months(OUTCOME_ASKED_AFTER_MONTHS))
}

/// The latest day of a decision whose outcome is asked on or before this day.
pub fn latest_due(today: Date) -> Date {
    let before = today.saturating_sub(Span::new().months(OUTCOME_ASKED_AFTER_MONTHS));
    // At the end of a short month a decision of the day after is due too.
    let next = before.tomorrow().unwrap_or(before);
    if outcome_due(next) <= today { next } else { before }
}

/// Where a child lives, as the authority says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lives {
    /// With the family that was referred.
    AtHome,
    /// In care.
    InCare,
    /// With relatives or friends, and not in care.
    WithRelatives,
    /// Somewhere else.
    Elsewhere,
    /// The authority does not know.
    NotKnown,
}

impl Lives {
    /// Every answer, in the order people read them.
    pub const ALL: [Self; 5] = [
        Self::AtHome,
        Self::InCare,
        Self::WithRelatives,
        Self::Elsewhere,
        Self::NotKnown,
    ];

    /// The answer's name in the database, the interface and the words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::AtHome => "at_home",
            Self::InCare => "in_care",
            Self::WithRelatives => "with_relatives",
            Self::Elsewhere => "elsewhere",
            Self::NotKnown => "not_known",
        }
    }

    /// The answer with this key, if there is one.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lives| lives.key() == key)
    }
}

/// What became of one child of a family that was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChildAfter {
    /// The child.
    pub child: PersonId,
    /// Where they live on the day it is said.
    pub lives: Lives,
    /// The day they first came into care after the referral, if they did and it is known.
    pub entered_care_on: Option<Date>,
}

impl Referral {
    /// Whether a child of this referral could have come into care on a day, as far as it is known today.
    pub fn could_enter_care_on(&self, day: Date, today: Date) -> bool {
        self.received_on <= day && day <= today
    }
}
