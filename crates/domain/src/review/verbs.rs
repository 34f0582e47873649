//! What can be done with a review. A verb decides and changes nothing: it answers with the event, or with the reason why not.

use super::{Attendee, Decision, Review, ReviewKind, Said, Stage};
use crate::id::{AccountId, PersonId};
use crate::text::Text;
use jiff::ToSpan;
use jiff::civil::Date;

/// How many days ahead a review can be planned.
///
/// Assumption: 182, two reviews ahead.
pub const AHEAD_DAYS_MAX: i32 = 182;

/// A review as a form gives it once it was held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewReview {
    /// Which of the two it is.
    pub kind: ReviewKind,
    /// The day.
    pub on: Date,
    /// Who was there beside the family.
    pub there: Vec<Attendee>,
    /// Who of the family was there.
    pub present: Vec<PersonId>,
    /// What was decided.
    pub decided: Vec<Decision>,
    /// What was said.
    pub said: Said,
}

/// What happened to a review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// It was planned, or moved.
    Planned {
        /// Which of the two it is.
        kind: ReviewKind,
        /// The day.
        on: Date,
    },
    /// It was held and written down.
    Held(NewReview),
    /// It was called off.
    CalledOff,
    /// What was written was put right; what stood there is kept.
    PutRight {
        /// What stands there now.
        said: Said,
        /// Why.
        why: Text,
    },
}

/// Why a verb does not apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The family has had no carer, so that there is nothing to review.
    #[error("support has not begun")]
    NotSupported,
    /// The day is before support began.
    #[error("before {earliest}")]
    TooEarly {
        /// The first day it may be.
        earliest: Date,
    },
    /// It cannot have been held yet.
    #[error("{on} is to come")]
    ToCome {
        /// The day.
        on: Date,
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
    /// Somebody named is not of this family.
    #[error("somebody of another family")]
    NotOfTheFamily,
    /// Nobody was there.
    #[error("nobody was there")]
    NobodyThere,
    /// A review decides something.
    #[error("nothing was decided")]
    NothingDecided,
    /// Support closes and goes on.
    #[error("closing and something else")]
    DecisionsDisagree,
    /// It does not stand where this can be done.
    #[error("the review is {stage}")]
    IsAlready {
        /// The key of its stage.
        stage: &'static str,
    },
    /// Somebody else wrote it.
    #[error("somebody else's words")]
    NotYours,
    /// What was brought to it was changed since.
    #[error("it was changed meanwhile")]
    ChangedMeanwhile,
}

/// Who is of the family, and from when on it is supported.
#[derive(Clone, Copy, Debug)]
pub struct Bounds<'a> {
    /// The first day of support; none before the first match.
    pub begun: Option<Date>,
    /// The family's people.
    pub people: &'a [PersonId],
}

impl Bounds<'_> {
    fn not_before_support(&self, on: Date) -> Result<(), Refusal> {
        let earliest = self.begun.ok_or(Refusal::NotSupported)?;
        if on < earliest {
            Err(Refusal::TooEarly { earliest })
        } else {
            Ok(())
        }
    }
}

/// Plans a review for a day.
///
/// # Errors
/// Support has not begun by then, or the day is over or too far ahead.
pub fn plan(kind: ReviewKind, on: Date, today: Date, bounds: Bounds<'_>) -> Result<Event, Refusal> {
    bounds.not_before_support(on)?;
    if on < today {
        return Err(Refusal::Over { on });
    }
    let latest = today.saturating_add(AHEAD_DAYS_MAX.days());
    if latest < on {
        return Err(Refusal::TooLate { latest });
    }
    Ok(Event::Planned { kind, on })
}

/// Writes a review down that was held.
///
/// # Errors
/// Support had not begun, the day is to come, somebody is of another family, nobody was there, or a review decides nothing,
/// or to close and to go on.
pub fn hold(mut new: NewReview, today: Date, bounds: Bounds<'_>) -> Result<Event, Refusal> {
    bounds.not_before_support(new.on)?;
    if today < new.on {
        return Err(Refusal::ToCome { on: new.on });
    }
    if !new.present.iter().all(|person| bounds.people.contains(person)) {
        return Err(Refusal::NotOfTheFamily);
    }
    if new.present.is_empty() && new.there.is_empty() {
        return Err(Refusal::NobodyThere);
    }
    in_order(&mut new.there);
    in_order(&mut new.present);
    in_order(&mut new.decided);
    let closes = new.decided.contains(&Decision::Close);
    match new.decided.len() {
        0 if new.kind == ReviewKind::Review => Err(Refusal::NothingDecided),
        2.. if closes => Err(Refusal::DecisionsDisagree),
        _ => Ok(Event::Held(new)),
    }
}

fn in_order<T: Ord>(these: &mut Vec<T>) {
    these.sort_unstable();
    these.dedup();
}

impl Review {
    /// Writes down that a planned review was held.
    ///
    /// # Errors
    /// It is not planned any more, or as for writing one down.
    pub fn held(&self, new: NewReview, today: Date, bounds: Bounds<'_>) -> Result<Event, Refusal> {
        self.is(Stage::Planned)?;
        hold(new, today, bounds)
    }

    /// Moves a planned review to another day.
    ///
    /// # Errors
    /// It is not planned any more, or as for planning one.
    pub fn moved(&self, on: Date, today: Date, bounds: Bounds<'_>) -> Result<Event, Refusal> {
        self.is(Stage::Planned)?;
        plan(self.kind, on, today, bounds)
    }

    /// Calls a planned review off.
    ///
    /// # Errors
    /// It is not planned any more.
    pub fn call_off(&self) -> Result<Event, Refusal> {
        self.is(Stage::Planned)?;
        Ok(Event::CalledOff)
    }

    /// Puts right what was written: whoever wrote it, and nobody else.
    ///
    /// # Errors
    /// It has not been held, or somebody else wrote it.
    pub fn put_right(&self, by: AccountId, said: Said, why: Text) -> Result<Event, Refusal> {
        self.is(Stage::Held)?;
        if by == self.author {
            Ok(Event::PutRight { said, why })
        } else {
            Err(Refusal::NotYours)
        }
    }

    fn is(&self, stage: Stage) -> Result<(), Refusal> {
        if self.stage == stage {
            Ok(())
        } else {
            let stage = self.stage.key();
            Err(Refusal::IsAlready { stage })
        }
    }
}
