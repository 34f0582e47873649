//! Closing. A verb decides and changes nothing: it answers with the event, or with the reason why not.

use super::{ChildNow, Reason};
use crate::each_once::{Unsaid, each_once};
use crate::goal::Ending;
use crate::id::{AccountId, GoalId, PersonId};
use crate::referral::Lives;
use crate::text::Text;
use jiff::civil::Date;

/// A closing as a form gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewClosing {
    /// The last day of support.
    pub on: Date,
    /// Why.
    pub reason: Reason,
    /// Why, in words; needed where the reason is something else.
    pub words: Option<Text>,
    /// What was achieved, said to the family: it stands in their letter.
    pub achieved: Text,
    /// Where each child lives.
    pub children: Vec<ChildNow>,
    /// What each goal that is open came to.
    pub goals: Vec<(GoalId, Ending)>,
}

/// What is stored of a closing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Who decided.
    pub by: AccountId,
    /// What.
    pub closing: NewClosing,
}

/// Why support cannot be closed like this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The family has had no carer, so that nothing can be closed.
    #[error("support has not begun")]
    NotSupported,
    /// It is closed.
    #[error("closed on {on}")]
    IsClosed {
        /// The last day of support.
        on: Date,
    },
    /// Nobody has read a concern about the family but whoever raised it.
    #[error("{concerns} concerns are unread")]
    Unread {
        /// How many.
        concerns: u64,
    },
    /// The day is before support began, or before somebody was with the family.
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
    /// The reason is something else, and no words say what.
    #[error("the reason is not said")]
    ReasonNotSaid,
    /// Nothing is said of where a child lives.
    #[error("where a child lives is not said")]
    ChildMissing {
        /// The child.
        child: PersonId,
    },
    /// Something is said twice of one child, or of somebody who is no child of this family.
    #[error("said of nobody, or twice")]
    NotAChild,
    /// A child is in care, and which kind of care and since when is not said; or said of a child who is not.
    #[error("care is not said")]
    CareNotSaid {
        /// The child.
        child: PersonId,
    },
    /// Care begins after the last day of support.
    #[error("care begins later")]
    CareLater {
        /// The child.
        child: PersonId,
    },
    /// Nothing is said of what an open goal came to.
    #[error("what a goal came to is not said")]
    GoalMissing {
        /// The goal.
        goal: GoalId,
    },
    /// Something is said of a goal that is not open, or twice.
    #[error("said of no goal, or twice")]
    NotAGoal,
}

/// What is known of the family.
#[derive(Clone, Copy, Debug)]
pub struct Bounds<'a> {
    /// The first day of this time of support; none before the first match.
    pub begun: Option<Date>,
    /// The last day somebody was with the family, as it is written down.
    pub last_contact: Option<Date>,
    /// The last day of support, where it is closed.
    pub closed: Option<Date>,
    /// How many concerns nobody has read but whoever raised them.
    pub unread: u64,
    /// The children.
    pub children: &'a [PersonId],
    /// The goals that are open.
    pub goals: &'a [GoalId],
}

/// Closes support with a family.
///
/// # Errors
/// Support never began or is closed, a concern is unread, the day cannot be, or something is not said of a child or a goal.
pub fn close(new: NewClosing, by: AccountId, today: Date, bounds: Bounds<'_>) -> Result<Event, Refusal> {
    if let Some(on) = bounds.closed {
        return Err(Refusal::IsClosed { on });
    }
    let begun = bounds.begun.ok_or(Refusal::NotSupported)?;
    if 0 < bounds.unread {
        let concerns = bounds.unread;
        return Err(Refusal::Unread { concerns });
    }
    let earliest = bounds.last_contact.map_or(begun, |last| last.max(begun));
    if new.on < earliest {
        return Err(Refusal::TooEarly { earliest });
    }
    if today < new.on {
        return Err(Refusal::ToCome { on: new.on });
    }
    if new.reason == Reason::Other && new.words.is_none() {
        return Err(Refusal::ReasonNotSaid);
    }
    children(&new, bounds.children)?;
    goals(&new, bounds.goals)?;
    Ok(Event { by, closing: new })
}

/// Something is said of each child, once, and of a child in care which kind of care it is.
fn children(new: &NewClosing, known: &[PersonId]) -> Result<(), Refusal> {
    each_once(known, new.children.iter().map(|now| now.child)).map_err(|unsaid| match unsaid {
        Unsaid::Missing(child) => Refusal::ChildMissing { child },
        Unsaid::Stranger => Refusal::NotAChild,
    })?;
    for now in &new.children {
        let child = now.child;
        if (now.lives == Lives::InCare) != now.care.is_some() {
            return Err(Refusal::CareNotSaid { child });
        }
        if now.care.is_some_and(|(_, since)| new.on < since) {
            return Err(Refusal::CareLater { child });
        }
    }
    Ok(())
}

/// Something is said of each open goal, once.
fn goals(new: &NewClosing, open: &[GoalId]) -> Result<(), Refusal> {
    each_once(open, new.goals.iter().map(|(goal, _)| *goal)).map_err(|unsaid| match unsaid {
        Unsaid::Missing(goal) => Refusal::GoalMissing { goal },
        Unsaid::Stranger => Refusal::NotAGoal,
    })
}
