//! Follow-ups: twelve and twenty-four months after the referral the authority says where each child lives.
//!
//! They count from the referral and not from the closing, so that families of any length of support can be compared, and
//! those who never came to it beside them (`referral::outcome`).

mod verbs;

pub use verbs::{Bounds, NewFollowUp, Refusal, record};

use jiff::ToSpan;
use jiff::civil::Date;

use crate::care_episode::EpisodeKind;
use crate::id::PersonId;
use crate::referral::Lives;

keyed! {
    /// Which of the two it is. Source: programme.md 4.11.
    Which {
        /// Twelve months after the referral.
        Twelve = "12_months",
        /// Twenty-four months after the referral.
        TwentyFour = "24_months",
    }
}

impl Which {
    /// How many months after the referral.
    pub const fn months(self) -> i32 {
        match self {
            Self::Twelve => 12,
            Self::TwentyFour => 24,
        }
    }

    /// The day it is due, for a referral that was received on a day. Of a day that month does not have, the last it has.
    pub fn due_on(self, received: Date) -> Date {
        received.saturating_add(self.months().months())
    }
}

/// Where a child lives then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChildThen {
    /// The child.
    pub child: PersonId,
    /// Where.
    pub lives: Lives,
    /// The first time in care since the referral, where there was one: which kind, and from which day.
    pub care: Option<(EpisodeKind, Date)>,
}

/// Those that are still to be written down, with the day each is due, the earlier first.
pub fn open(received: Date, done: &[Which]) -> Vec<(Which, Date)> {
    let left = Which::ALL.iter().copied().filter(|which| !done.contains(which));
    left.map(|which| (which, which.due_on(received))).collect()
}
