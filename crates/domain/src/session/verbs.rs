//! What can be done with a session. A verb decides and changes nothing: it answers with the event, or with the reason why
//! not.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

use super::{Passage, Place, Prompt, Session, Stage, When, WhyNot};
use crate::id::{AccountId, PersonId};
use crate::support::{Record, SupportKind};
use crate::text::Text;

/// The longest one session can be, in minutes: a day.
pub const MINUTES_MAX: u16 = 24 * 60;

/// How many days ahead a session can be planned.
///
/// Assumption: 366; support is planned for 12 to 15 months and the next review looks again.
pub const AHEAD_DAYS_MAX: i32 = 366;

/// A session as a form gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSession {
    /// What kind of support.
    pub kind: &'static SupportKind,
    /// Where.
    pub place: Place,
    /// When.
    pub when: When,
    /// Who of the family.
    pub present: Vec<PersonId>,
}

/// What is said of a session when it is written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Then {
    /// It took place.
    Done(Vec<Passage>),
    /// It was called off before.
    Cancelled(WhyNot, Option<Text>),
    /// It did not come to pass.
    Missed(WhyNot, Option<Text>),
}

/// What is stored of a session that is written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The session as it is from now on.
    pub new: NewSession,
    /// How it stands.
    pub stage: Stage,
    /// What was written.
    pub passages: Vec<Passage>,
    /// More about why it did not take place.
    pub words: Option<Text>,
}

/// What happened to a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// It was planned, or written down.
    Written(Written),
    /// What was written was put right; what stood there is kept.
    PutRight {
        /// What stands there now.
        passages: Vec<Passage>,
        /// Why.
        why: Text,
    },
    /// A paragraph was given to one person, or back to the family.
    Given {
        /// Its place.
        passage: usize,
        /// The person.
        person: Option<PersonId>,
    },
    /// It was said whether a paragraph names somebody outside the family.
    Marked {
        /// Its place.
        passage: usize,
        /// Whether.
        names_outsider: bool,
    },
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
    /// The kind of support is written down elsewhere.
    #[error("{kind} is not written down as a session")]
    NotASession {
        /// Its key.
        kind: &'static str,
    },
    /// It cannot have taken place yet.
    #[error("{on} is to come")]
    ToCome {
        /// The day.
        on: Date,
    },
    /// The day is before the family was supported.
    #[error("before {earliest}")]
    TooEarly {
        /// The first day it may be.
        earliest: Date,
    },
    /// It cannot be planned for a day that is over.
    #[error("{on} is over")]
    Over {
        /// The day.
        on: Date,
    },
    /// It is planned too far ahead.
    #[error("after {latest}")]
    TooLate {
        /// The last day it may be.
        latest: Date,
    },
    /// No session is as long as that, or takes no time.
    #[error("{minutes} minutes, not 1 to {max}")]
    Minutes {
        /// As given.
        minutes: u16,
        /// The most.
        max: u16,
    },
    /// Somebody named is not of this family.
    #[error("somebody of another family")]
    NotOfTheFamily,
    /// Nothing says what happened.
    #[error("nothing says what happened")]
    NothingHappened,
    /// It does not stand where this can be done.
    #[error("the session is {stage}")]
    IsAlready {
        /// The key of its stage.
        stage: &'static str,
    },
    /// Somebody else wrote it.
    #[error("somebody else's words")]
    NotYours,
    /// It was signed already.
    #[error("signed on {on}")]
    SignedAlready {
        /// The day.
        on: Date,
    },
    /// There is no such paragraph.
    #[error("there is no paragraph {passage}")]
    NoSuchPassage {
        /// The place given.
        passage: usize,
    },
}

/// Who is of the family, and from when on it is supported.
#[derive(Clone, Copy, Debug)]
pub struct Bounds<'a> {
    /// The first day a session may be about.
    pub earliest: Date,
    /// The family's people.
    pub people: &'a [PersonId],
}

/// Plans a session.
///
/// # Errors
/// The kind is written down elsewhere, the day is over, too early or too far ahead, it takes too long, or somebody is not of
/// the family.
pub fn plan(new: NewSession, today: Date, bounds: Bounds<'_>) -> Result<Event, Refusal> {
    check(&new, bounds)?;
    let on = new.when.on;
    if on < today {
        return Err(Refusal::Over { on });
    }
    let latest = today.saturating_add(AHEAD_DAYS_MAX.days());
    if latest < on {
        return Err(Refusal::TooLate { latest });
    }
    Ok(Event::Written(Written {
        new,
        stage: Stage::Planned,
        passages: Vec::new(),
        words: None,
    }))
}

/// Writes a session down that was not planned here.
///
/// # Errors
/// As for planning; it is to come and yet said to have taken place or been missed; nothing says what happened.
pub fn write(new: NewSession, then: Then, now: DateTime, bounds: Bounds<'_>) -> Result<Event, Refusal> {
    check(&new, bounds)?;
    let on = new.when.on;
    let begins_later = on == now.date() && new.when.at.is_some_and(|at| now.time() < at);
    let is_to_come = now.date() < on || begins_later;
    if is_to_come && !matches!(then, Then::Cancelled(..)) {
        return Err(Refusal::ToCome { on });
    }
    let (stage, passages, words) = match then {
        Then::Done(passages) => {
            if !passages.iter().any(|passage| passage.prompt == Prompt::Happened) {
                return Err(Refusal::NothingHappened);
            }
            of_family(passages.iter().filter_map(|passage| passage.person), bounds.people)?;
            (Stage::Done, passages, None)
        }
        Then::Cancelled(why, words) => (Stage::Cancelled { why }, Vec::new(), words),
        Then::Missed(why, words) => (Stage::Missed { why }, Vec::new(), words),
    };
    Ok(Event::Written(Written {
        new,
        stage,
        passages,
        words,
    }))
}

fn check(new: &NewSession, bounds: Bounds<'_>) -> Result<(), Refusal> {
    if new.kind.record != Record::Session {
        return Err(Refusal::NotASession { kind: new.kind.key });
    }
    if new.when.on < bounds.earliest {
        return Err(Refusal::TooEarly {
            earliest: bounds.earliest,
        });
    }
    if let Some(minutes) = new.when.minutes
        && !(1..=MINUTES_MAX).contains(&minutes)
    {
        return Err(Refusal::Minutes {
            minutes,
            max: MINUTES_MAX,
        });
    }
    of_family(new.present.iter().copied(), bounds.people)
}

fn of_family(mut named: impl Iterator<Item = PersonId>, people: &[PersonId]) -> Result<(), Refusal> {
    if named.all(|person| people.contains(&person)) {
        Ok(())
    } else {
        Err(Refusal::NotOfTheFamily)
    }
}

impl Session {
    /// Says what became of a planned session, with what has changed about it meanwhile.
    ///
    /// # Errors
    /// It is not planned any more, or as for writing one down.
    pub fn then(&self, new: NewSession, then: Then, now: DateTime, bounds: Bounds<'_>) -> Result<Event, Refusal> {
        if self.stage == Stage::Planned {
            write(new, then, now, bounds)
        } else {
            Err(self.is_already())
        }
    }

    /// Moves a planned session.
    ///
    /// # Errors
    /// It is not planned any more, or as for planning one.
    pub fn replan(&self, new: NewSession, today: Date, bounds: Bounds<'_>) -> Result<Event, Refusal> {
        if self.stage == Stage::Planned {
            plan(new, today, bounds)
        } else {
            Err(self.is_already())
        }
    }

    /// Puts right what was written: whoever wrote it, and nobody else. Paragraphs that stay as they were stay whose they are.
    ///
    /// # Errors
    /// Somebody else wrote it, it has not taken place, or nothing would say what happened.
    pub fn put_right(
        &self,
        by: AccountId,
        before: &[Passage],
        mut passages: Vec<Passage>,
        why: Text,
    ) -> Result<Event, Refusal> {
        self.took_place()?;
        if by != self.author {
            return Err(Refusal::NotYours);
        }
        if !passages.iter().any(|passage| passage.prompt == Prompt::Happened) {
            return Err(Refusal::NothingHappened);
        }
        for passage in &mut passages {
            let same = |old: &&Passage| old.prompt == passage.prompt && old.words == passage.words;
            if let Some(old) = before.iter().find(same) {
                passage.person = old.person;
                passage.names_outsider = old.names_outsider;
            }
        }
        Ok(Event::PutRight { passages, why })
    }

    /// Gives a paragraph to one person of the family, or back to the family.
    ///
    /// # Errors
    /// There is no such paragraph, or the person is not of the family.
    pub fn give(
        &self,
        passages: &[Passage],
        passage: usize,
        person: Option<PersonId>,
        people: &[PersonId],
    ) -> Result<Event, Refusal> {
        self.took_place()?;
        of_family(person.into_iter(), people)?;
        if passage < passages.len() {
            Ok(Event::Given { passage, person })
        } else {
            Err(Refusal::NoSuchPassage { passage })
        }
    }

    /// Says whether a paragraph names somebody outside the family.
    ///
    /// # Errors
    /// There is no such paragraph.
    pub fn mark(&self, passages: &[Passage], passage: usize, names_outsider: bool) -> Result<Event, Refusal> {
        self.took_place()?;
        if passage < passages.len() {
            Ok(Event::Marked {
                passage,
                names_outsider,
            })
        } else {
            Err(Refusal::NoSuchPassage { passage })
        }
    }

    /// Signs it as somebody who supervises.
    ///
    /// # Errors
    /// It has not taken place, was signed, or is one's own.
    pub fn sign(&self, by: AccountId, on: Date, words: Option<Text>) -> Result<Event, Refusal> {
        self.took_place()?;
        if let Some((_, on)) = self.signed {
            return Err(Refusal::SignedAlready { on });
        }
        if by == self.author {
            return Err(Refusal::NotYours);
        }
        Ok(Event::Signed { by, on, words })
    }

    fn took_place(&self) -> Result<(), Refusal> {
        if self.stage == Stage::Done {
            Ok(())
        } else {
            Err(self.is_already())
        }
    }

    const fn is_already(&self) -> Refusal {
        let stage = self.stage.key();
        Refusal::IsAlready { stage }
    }
}
