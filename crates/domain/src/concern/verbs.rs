//! What can be done with a concern. A verb decides and changes nothing: it answers with the event, or with the reason why
//! not. Nothing that was written is ever changed; whatever comes later is added.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::{Concern, Decision, Entry, NewConcern, Report, Stage};
use crate::id::{AccountId, PersonId};
use crate::text::Text;

/// What happened to a concern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// It was raised.
    Raised {
        /// What was written.
        new: Box<NewConcern>,
        /// By when a report in writing must follow.
        written_due: Option<Timestamp>,
    },
    /// Something was added.
    Added(Entry),
    /// It was decided what is done.
    Decided {
        /// Who.
        by: AccountId,
        /// When.
        on: Date,
        /// What.
        decision: Decision,
        /// Why, and what follows.
        words: Text,
    },
}

/// Why a verb does not apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Somebody named is not of this family.
    #[error("somebody of another family")]
    NotOfTheFamily,
    /// Somebody named does not work with this family.
    #[error("somebody who does not work with the family")]
    NotOnTheTeam,
    /// What it is said to have come from is another family's, or not there.
    #[error("it did not come from there")]
    NotFromThere,
    /// It cannot have been reported or written yet.
    #[error("{at} is to come")]
    ToCome {
        /// When it was said to be.
        at: Timestamp,
    },
}

/// Who is of the family, and who works with it.
#[derive(Clone, Copy, Debug)]
pub struct Bounds<'a> {
    /// The family's people.
    pub people: &'a [PersonId],
    /// The accounts that can be named.
    pub accounts: &'a [AccountId],
    /// Whether what it is said to have come from is this family's.
    pub origin_is_ours: bool,
    /// How many hours after the report one in writing must follow, where the nation says so.
    pub written_within_hours: Option<u16>,
}

/// By when a report in writing must follow: so many hours after the report was made, or after it was raised where none was.
///
/// Hours that passed, whatever the clocks on the walls did. Assumption: counted from the raising where nothing was reported
/// yet; later would only put off what is due.
pub fn written_due(within_hours: Option<u16>, raised_at: Timestamp, report: Option<&Report>) -> Option<Timestamp> {
    let from = report.map_or(raised_at, |report| report.at);
    let within = SignedDuration::from_hours(i64::from(within_hours?));
    Some(from.saturating_add(within).unwrap_or(Timestamp::MAX))
}

/// Raises a concern.
///
/// # Errors
/// Somebody named is neither of the family nor works with it, it came from somewhere else, or its report is to come.
pub fn raise(new: NewConcern, now: Timestamp, bounds: Bounds<'_>) -> Result<Event, Refusal> {
    let mut people = new.people.iter().chain(&new.whom.people);
    if !people.all(|person| bounds.people.contains(person)) {
        return Err(Refusal::NotOfTheFamily);
    }
    if !new
        .whom
        .accounts
        .iter()
        .all(|account| bounds.accounts.contains(account))
    {
        return Err(Refusal::NotOnTheTeam);
    }
    if new.origin.is_some() && !bounds.origin_is_ours {
        return Err(Refusal::NotFromThere);
    }
    if let Some(report) = &new.report {
        has_been(report.at, now)?;
    }
    let written_due = written_due(bounds.written_within_hours, now, new.report.as_ref());
    let new = Box::new(new);
    Ok(Event::Raised { new, written_due })
}

fn has_been(at: Timestamp, now: Timestamp) -> Result<(), Refusal> {
    if now < at { Err(Refusal::ToCome { at }) } else { Ok(()) }
}

impl Concern {
    /// Adds to a concern, decided or not.
    ///
    /// # Errors
    /// It is said to have been at a time that is to come.
    pub fn add(&self, entry: Entry, now: Timestamp) -> Result<Event, Refusal> {
        match &entry {
            Entry::Reported(report) => has_been(report.at, now)?,
            Entry::Written { at, .. } => has_been(*at, now)?,
            Entry::Note(_) => {}
        }
        Ok(Event::Added(entry))
    }

    /// Decides what is done; of two decisions the later holds, and both are kept.
    pub const fn decide(by: AccountId, on: Date, decision: Decision, words: Text) -> Event {
        Event::Decided {
            by,
            on,
            decision,
            words,
        }
    }

    /// The concern after something happened to it. The only place a stage is assigned.
    #[must_use]
    pub fn after(mut self, event: &Event) -> Self {
        match event {
            Event::Raised { .. } => return self,
            Event::Added(_) => {}
            Event::Decided { by, on, decision, .. } => {
                self.stage = Stage::Decided {
                    by: *by,
                    on: *on,
                    decision: *decision,
                };
            }
        }
        self.entries += 1;
        self.version += 1;
        self
    }
}
