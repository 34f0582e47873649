//! What can be done with a crisis. A verb decides and changes nothing: it answers with the event, or with the reason why not.

use jiff::Timestamp;
use jiff::civil::Date;

use super::{Crisis, Entry, NewCrisis, Told};
use crate::id::AccountId;
use crate::text::Text;

/// What happened to a crisis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// It was written down.
    Written(NewCrisis),
    /// Something was added.
    Added(Entry),
    /// Somebody who supervises has read and signed it.
    Signed {
        /// Who.
        by: AccountId,
        /// When.
        on: Date,
        /// What they say to it.
        words: Option<Text>,
    },
}

/// Why a verb does not apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It was said to be at a time that is to come.
    #[error("{at} is to come")]
    ToCome {
        /// The time.
        at: Timestamp,
    },
    /// It was before the family was supported.
    #[error("before {earliest}")]
    TooEarly {
        /// The first moment it may be.
        earliest: Timestamp,
    },
    /// A response was before the asking.
    #[error("answered at {at}, asked at {received_at}")]
    BeforeAsked {
        /// When the response was.
        at: Timestamp,
        /// When help was asked for.
        received_at: Timestamp,
    },
    /// Nobody signs their own.
    #[error("one's own words")]
    Own,
    /// It was signed already.
    #[error("signed on {on}")]
    SignedAlready {
        /// The day.
        on: Date,
    },
}

/// Between which moments a crisis and what was done may be.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// The first moment the family was known.
    pub earliest: Timestamp,
    /// Now.
    pub now: Timestamp,
}

/// Writes a crisis down, at once or later.
///
/// # Errors
/// It is to come or before the family came, or a response was before the asking or is to come.
pub fn write(mut new: NewCrisis, bounds: Bounds) -> Result<Event, Refusal> {
    has_been(new.received_at, bounds.now)?;
    if new.received_at < bounds.earliest {
        return Err(Refusal::TooEarly {
            earliest: bounds.earliest,
        });
    }
    let entries = std::mem::take(&mut new.entries);
    let checked = entries
        .into_iter()
        .map(|entry| check(entry, new.received_at, bounds.now));
    new.entries = checked.collect::<Result<_, _>>()?;
    Ok(Event::Written(new))
}

fn has_been(at: Timestamp, now: Timestamp) -> Result<(), Refusal> {
    if now < at { Err(Refusal::ToCome { at }) } else { Ok(()) }
}

fn check(entry: Entry, received_at: Timestamp, now: Timestamp) -> Result<Entry, Refusal> {
    match entry {
        Entry::Responded(response) => {
            has_been(response.at, now)?;
            if response.at < received_at {
                let at = response.at;
                return Err(Refusal::BeforeAsked { at, received_at });
            }
            Ok(Entry::Responded(response))
        }
        Entry::Told(named, words) => {
            let each_once = Told::ALL.iter().copied().filter(|one| named.contains(one));
            Ok(Entry::Told(each_once.collect(), words))
        }
        other => Ok(other),
    }
}

impl Crisis {
    /// Adds to a crisis, signed or not.
    ///
    /// # Errors
    /// A response was before the asking, or is to come.
    pub fn add(&self, entry: Entry, now: Timestamp) -> Result<Event, Refusal> {
        check(entry, self.received_at, now).map(Event::Added)
    }

    /// Signs it, once it was read.
    ///
    /// # Errors
    /// It was signed already, or it is one's own.
    pub fn sign(&self, by: AccountId, on: Date, words: Option<Text>) -> Result<Event, Refusal> {
        match self.signed {
            Some((_, on)) => Err(Refusal::SignedAlready { on }),
            None if by == self.author => Err(Refusal::Own),
            None => Ok(Event::Signed { by, on, words }),
        }
    }

    /// The crisis after something happened to it.
    #[must_use]
    pub fn after(mut self, event: &Event) -> Self {
        match event {
            Event::Written(_) => return self,
            Event::Added(_) => self.entries += 1,
            Event::Signed { by, on, .. } => self.signed = Some((*by, *on)),
        }
        self.version += 1;
        self
    }
}
