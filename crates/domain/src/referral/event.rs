//! What can happen to a referral.

use jiff::civil::Date;

use super::outcome::ChildAfter;
use super::waiting::{Priority, Told, WaitsFor};
use super::{Capacity, Refer, Stage, Why};
use crate::family::{OverallReason, Part};
use crate::id::{AccountId, ReferralId};
use crate::need::Need;
use crate::text::Text;

/// Something that happened to a referral.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// It was received.
    Made {
        /// Who referred.
        by: AccountId,
        /// The day.
        on: Date,
        /// How many children it named.
        children: u8,
        /// How many adults it named.
        adults: u8,
        /// The areas of need it named.
        needs: Vec<&'static Need>,
        /// The reason of the whole.
        reason: OverallReason,
    },
    /// Something was asked before deciding.
    InformationAsked {
        /// Who asked.
        by: AccountId,
        /// The day.
        on: Date,
        /// What was asked.
        question: Text,
    },
    /// What was asked was answered.
    InformationGiven {
        /// Who answered.
        by: AccountId,
        /// The day.
        on: Date,
        /// The answer.
        answer: Text,
    },
    /// It was accepted; the family waits.
    Accepted {
        /// Who accepted.
        by: AccountId,
        /// The day.
        on: Date,
    },
    /// How soon a waiting family should have a carer, and what it waits for.
    PrioritySet {
        /// Who decided.
        by: AccountId,
        /// The day.
        on: Date,
        /// How soon.
        priority: Priority,
        /// What it waits for, in the order of [`super::waiting::WAITS_FOR`].
        waits_for: Vec<&'static WaitsFor>,
        /// Why, in words.
        reason: Option<Text>,
    },
    /// The family was told where things stand.
    FamilyTold {
        /// Who told them.
        by: AccountId,
        /// What was said, how, and when they next hear.
        told: Told,
    },
    /// A carer supports the family: it waits no longer.
    Matched {
        /// Who decided.
        by: AccountId,
        /// The day it was decided.
        on: Date,
        /// The first day of support.
        from: Date,
    },
    /// Support ended.
    Closed {
        /// Who decided.
        by: AccountId,
        /// The last day of support.
        on: Date,
    },
    /// It was not accepted.
    NotAccepted {
        /// Who decided.
        by: AccountId,
        /// The day.
        on: Date,
        /// Why.
        why: Why,
        /// More about why, in words.
        reason: Option<Text>,
        /// What the programme had to give that day.
        capacity: Capacity,
    },
    /// It was taken back.
    Withdrawn {
        /// Who recorded it.
        by: AccountId,
        /// The day.
        on: Date,
        /// Why, in words.
        reason: Option<Text>,
    },
    /// A dated note was added.
    EntryAdded {
        /// Who wrote it.
        by: AccountId,
        /// The day it is about.
        on: Date,
        /// What it says.
        text: Text,
    },
    /// A person found it to be the same request as another.
    Merged {
        /// Who joined them.
        by: AccountId,
        /// The day.
        on: Date,
        /// The one that is kept.
        into: ReferralId,
    },
    /// It was found not to be the same request after all.
    Unmerged {
        /// Who took them apart.
        by: AccountId,
        /// The day.
        on: Date,
        /// Where it stood before.
        back_to: Stage,
    },
    /// The authority said what happened after it was not accepted.
    OutcomeTold {
        /// Who recorded it.
        by: AccountId,
        /// The day it was said.
        on: Date,
        /// Each child the authority spoke of.
        children: Vec<ChildAfter>,
        /// More, in words.
        words: Option<Text>,
    },
}

impl Event {
    /// A family was referred.
    pub fn made(refer: &Refer, by: AccountId, on: Date) -> Self {
        let count = |part| {
            let number = refer.people.iter().filter(|person| person.part == part).count();
            u8::try_from(number).unwrap_or(u8::MAX)
        };
        Self::Made {
            by,
            on,
            children: count(Part::Child),
            adults: count(Part::Adult),
            needs: refer.needs.clone(),
            reason: refer.reason(),
        }
    }

    /// The event's name in the journal and the words. Never reused.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Made { .. } => "made",
            Self::InformationAsked { .. } => "information_asked",
            Self::InformationGiven { .. } => "information_given",
            Self::Accepted { .. } => "accepted",
            Self::PrioritySet { .. } => "priority_set",
            Self::FamilyTold { .. } => "family_told",
            Self::Matched { .. } => "matched",
            Self::Closed { .. } => "closed",
            Self::NotAccepted { .. } => "not_accepted",
            Self::Withdrawn { .. } => "withdrawn",
            Self::EntryAdded { .. } => "entry_added",
            Self::Merged { .. } => "merged",
            Self::Unmerged { .. } => "unmerged",
            Self::OutcomeTold { .. } => "outcome_told",
        }
    }
}
