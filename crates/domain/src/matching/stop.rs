//! What stops a household from supporting a family: hard limits, each with its numbers.

use jiff::civil::Date;

use crate::day::Age;
use crate::household::{Household, Stage};

/// What stops it. A person may not decide against any of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum Stop {
    /// It supports as many families as it has places.
    #[error("supports {now} of {max} families")]
    Full {
        /// How many it supports.
        now: u8,
        /// How many places it has.
        max: u8,
    },
    /// The approval ended before.
    #[error("approved until {on}")]
    ApprovalEnded {
        /// The last day it held.
        on: Date,
    },
    /// The approval begins later.
    #[error("approved from {on}")]
    ApprovalNotBegun {
        /// The first day it holds.
        on: Date,
    },
    /// A child is older or younger than the terms of approval say.
    #[error("approved for ages {youngest} to {oldest}")]
    Ages {
        /// The youngest, in whole years.
        youngest: u8,
        /// The oldest.
        oldest: u8,
    },
    /// It is away on the first day.
    #[error("away until {until}")]
    Away {
        /// The last day it is.
        until: Date,
    },
    /// It is ready from a later day.
    #[error("ready from {on}")]
    ReadyFrom {
        /// The first day.
        on: Date,
    },
    /// It takes no new family now.
    #[error("takes no new family now")]
    NotReady,
    /// It must not know of somebody in the family, or is of the family.
    #[error("must not know of somebody in the family")]
    MustNotKnow,
    /// It takes part no more.
    #[error("closed on {on}")]
    Closed {
        /// The last day it did.
        on: Date,
    },
}

impl Stop {
    /// The stop's name in the interface and the words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Full { .. } => "full",
            Self::ApprovalEnded { .. } => "approval_ended",
            Self::ApprovalNotBegun { .. } => "approval_not_begun",
            Self::Ages { .. } => "ages",
            Self::Away { .. } => "away",
            Self::ReadyFrom { .. } => "ready_from",
            Self::NotReady => "not_ready",
            Self::MustNotKnow => "must_not_know",
            Self::Closed { .. } => "closed",
        }
    }
}

/// What a household does already, and what stands between it and one family.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Supported {
    /// How many families it supports on the first day, those it stands in for included. A family that changes from it is
    /// not counted.
    pub families: u8,
    /// Whether it must not know of somebody in the family, or is of the family.
    pub must_not_know: bool,
}

/// Everything that stops a household from supporting a family from a day on, in the order people read it; empty when
/// nothing does. `ages` are the children's on that day, as far as known.
pub fn stops(household: &Household, does: Supported, ages: &[Age], from: Date) -> Vec<Stop> {
    if let Stage::Closed { on } = household.stage {
        return vec![Stop::Closed { on }];
    }
    let mut found = Vec::new();
    let (now, max) = (does.families, household.places);
    if max <= now {
        found.push(Stop::Full { now, max });
    }
    let approval = &household.approval;
    if let Some(on) = approval.to.filter(|to| *to < from) {
        found.push(Stop::ApprovalEnded { on });
    }
    if from < approval.from {
        found.push(Stop::ApprovalNotBegun { on: approval.from });
    }
    if let Some((youngest, oldest)) = approval.terms.ages
        && !ages.iter().all(|age| approval.terms.allow(*age))
    {
        found.push(Stop::Ages { youngest, oldest });
    }
    if let Some(away) = household.away_on(from) {
        found.push(Stop::Away { until: away.to });
    }
    if !household.ready.on(from) {
        found.push(match household.ready {
            crate::household::Ready::From(on) => Stop::ReadyFrom { on },
            _ => Stop::NotReady,
        });
    }
    if does.must_not_know {
        found.push(Stop::MustNotKnow);
    }
    found
}
