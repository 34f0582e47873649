//! Writing down a follow-up. A verb decides and changes nothing: it answers with what is stored, or with the reason why not.

use super::{ChildThen, Which};
use crate::care_episode::Source;
use crate::each_once::{Unsaid, each_once};
use crate::id::PersonId;
use crate::referral::Lives;
use crate::text::Text;
use jiff::ToSpan;
use jiff::civil::Date;

/// How many days before it is due a follow-up can be written down.
///
/// Assumption: 28; a record that is looked at earlier says nothing of the whole time.
pub const EARLY_DAYS_MAX: i32 = 28;

/// A follow-up as a form gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFollowUp {
    /// Which of the two.
    pub which: Which,
    /// The day the authority's record was looked at.
    pub on: Date,
    /// Where each child lives.
    pub children: Vec<ChildThen>,
    /// Who says so.
    pub source: Source,
    /// More, in words.
    pub words: Option<Text>,
}

/// Why a follow-up is not written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The family has had no carer; what became of one that was not taken is said with its referral.
    #[error("support has not begun")]
    NotSupported,
    /// It is written down: it can be put right.
    #[error("it is written down")]
    Already,
    /// The day is too early for it.
    #[error("before {earliest}")]
    TooEarly {
        /// The first day it may be.
        earliest: Date,
    },
    /// The day is to come.
    #[error("{on} is to come")]
    ToCome {
        /// The day.
        on: Date,
    },
    /// Nothing is said of where a child lives.
    #[error("where a child lives is not said")]
    ChildMissing {
        /// The child.
        child: PersonId,
    },
    /// Something is said twice of one child, or of somebody who is no child of this family.
    #[error("said of nobody, or twice")]
    NotAChild,
    /// A child lives in care, and which kind of care and since when is not said.
    #[error("care is not said")]
    CareNotSaid {
        /// The child.
        child: PersonId,
    },
    /// Care began before the referral, or after the day the record was looked at.
    #[error("care at another time")]
    CareAtAnotherTime {
        /// The child.
        child: PersonId,
    },
}

/// What is known of the family.
#[derive(Clone, Copy, Debug)]
pub struct Bounds<'a> {
    /// The day the referral was received.
    pub received: Date,
    /// Whether support ever began.
    pub is_supported: bool,
    /// Which are written down.
    pub done: &'a [Which],
    /// The children.
    pub children: &'a [PersonId],
    /// Today.
    pub today: Date,
}

/// Decides whether a follow-up is written down.
///
/// # Errors
/// Support never began, it is written down already, the day cannot be, or something is not said of a child.
pub fn record(new: NewFollowUp, bounds: Bounds<'_>) -> Result<NewFollowUp, Refusal> {
    if !bounds.is_supported {
        return Err(Refusal::NotSupported);
    }
    if bounds.done.contains(&new.which) {
        return Err(Refusal::Already);
    }
    let earliest = new.which.due_on(bounds.received).saturating_sub(EARLY_DAYS_MAX.days());
    if new.on < earliest {
        return Err(Refusal::TooEarly { earliest });
    }
    if bounds.today < new.on {
        return Err(Refusal::ToCome { on: new.on });
    }
    each_once(bounds.children, new.children.iter().map(|then| then.child)).map_err(|unsaid| match unsaid {
        Unsaid::Missing(child) => Refusal::ChildMissing { child },
        Unsaid::Stranger => Refusal::NotAChild,
    })?;
    for then in &new.children {
        let child = then.child;
        if then.lives == Lives::InCare && then.care.is_none() {
            return Err(Refusal::CareNotSaid { child });
        }
        let is_within = |since: Date| bounds.received <= since && since <= new.on;
        if then.care.is_some_and(|(_, since)| !is_within(since)) {
            return Err(Refusal::CareAtAnotherTime { child });
        }
    }
    Ok(new)
}
