//! Stepping up and down. A verb decides and changes nothing: it answers with the event, or with the reason why not.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Cause, Event, Steps, Voice};
use crate::id::AccountId;
use crate::level::{Ladder, Level};
use crate::text::Text;

/// How many days ahead a step may be recorded.
///
/// Assumption: 28, four weeks; what is further away is a plan for the next review.
pub const AHEAD_DAYS_MAX: i32 = 28;

/// How many days after a step its expected end may be.
///
/// Assumption: 366, a year; support itself is planned for 12 to 15 months (programme.md 4.3).
pub const EXPECTED_DAYS_MAX: i32 = 366;

/// A step as a form gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewStep {
    /// The level from the day on.
    pub to: Level,
    /// The day.
    pub on: Date,
    /// What led to it.
    pub cause: Cause,
    /// Who asked.
    pub asked_by: Voice,
    /// Who agreed.
    pub agreed_by: Vec<Voice>,
    /// Until when it is expected to hold; the ladder's own where none is given and the level ends by itself.
    pub expected_end: Option<Date>,
    /// Why.
    pub reason: Text,
}

/// Why a step does not apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The family has no carer, so that there is nothing to step.
    #[error("support has not begun or is over")]
    NotSupported,
    /// The family is at that level on that day already.
    #[error("at level {level} already")]
    SameLevel {
        /// The level.
        level: u8,
    },
    /// The site's ladder has no such level.
    #[error("there is no level {level}")]
    NoSuchLevel {
        /// The level.
        level: u8,
    },
    /// The day is before the last step.
    #[error("before {earliest}")]
    TooEarly {
        /// The first day it may be.
        earliest: Date,
    },
    /// The day is too far ahead.
    #[error("after {latest}")]
    TooLate {
        /// The last day it may be.
        latest: Date,
    },
    /// Nobody agreed.
    #[error("nobody agreed")]
    NobodyAgreed,
    /// The opening is the match's own.
    #[error("{cause} is not for people to say")]
    NotACause {
        /// Its key.
        cause: &'static str,
    },
    /// It is expected to end before it begins, or too long after.
    #[error("expected to end on {end}, not between {from} and {to}")]
    EndOutside {
        /// The end given.
        end: Date,
        /// The first day it may be.
        from: Date,
        /// The last day it may be.
        to: Date,
    },
}

impl Steps {
    /// Records a step. `supported` says whether the family has a carer, or is between two.
    ///
    /// # Errors
    /// Support has not begun or is over, the level is the one the family is at or none of the ladder, the day is before the
    /// last step or too far ahead, nobody agreed, or the expected end is out of bounds.
    pub fn step(
        &self,
        (by, today): (AccountId, Date),
        supported: bool,
        ladder: &Ladder,
        new: NewStep,
    ) -> Result<Event, Refusal> {
        let last = self.all().last().filter(|_| supported).ok_or(Refusal::NotSupported)?;
        let level = new.to.number();
        let rung = ladder.rung(new.to).ok_or(Refusal::NoSuchLevel { level })?;
        if !new.cause.is_said() {
            let cause = new.cause.key();
            return Err(Refusal::NotACause { cause });
        }
        if new.on < last.on {
            return Err(Refusal::TooEarly { earliest: last.on });
        }
        let latest = today.saturating_add(AHEAD_DAYS_MAX.days());
        if latest < new.on {
            return Err(Refusal::TooLate { latest });
        }
        if new.to == last.to {
            return Err(Refusal::SameLevel { level });
        }
        if new.agreed_by.is_empty() {
            return Err(Refusal::NobodyAgreed);
        }
        let usual = rung.ends_after_days.map(i32::from);
        let expected_end = new
            .expected_end
            .or_else(|| usual.map(|days| new.on.saturating_add(days.days())));
        if let Some(end) = expected_end {
            within(end, new.on)?;
        }
        let agreed = Voice::ALL.iter().copied();
        Ok(Event {
            by,
            family: self.family(),
            from: last.to,
            to: new.to,
            on: new.on,
            cause: new.cause,
            asked_by: new.asked_by,
            agreed_by: agreed.filter(|voice| new.agreed_by.contains(voice)).collect(),
            expected_end,
            reason: new.reason,
        })
    }
}

fn within(end: Date, on: Date) -> Result<(), Refusal> {
    let (from, to) = (on.saturating_add(1.day()), on.saturating_add(EXPECTED_DAYS_MAX.days()));
    if (from..=to).contains(&end) {
        Ok(())
    } else {
        Err(Refusal::EndOutside { end, from, to })
    }
}
