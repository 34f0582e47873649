//! Disruptions: something outside (snow, a flood, an infection) that keeps everybody of a programme area at home for some
//! days. No visit is expected on them, and every family with support is rung (programme.md 4.8).

use crate::id::{DisruptionId, SiteId};
use jiff::ToSpan;
use jiff::civil::Date;

/// The longest disruption that is written down at once, in days.
///
/// Assumption: 28; who is kept at home for longer looks again at what is agreed.
pub const DISRUPTION_DAYS_MAX: i32 = 28;

/// How far back one may begin, in days.
///
/// Assumption: 91, the thirteen weeks a page of contact shows; figures that were told before stay as they were told.
pub const BACK_DAYS_MAX: i32 = 91;

/// How far ahead one may begin, in days.
///
/// Assumption: 14, as far as a forecast reaches.
pub const AHEAD_DAYS_MAX: i32 = 14;

keyed! {
    /// What it is. Source: programme.md 4.8, "snow, flood, infection"; the last is ours.
    Cause {
        /// Snow or ice.
        Snow = "snow",
        /// A flood.
        Flood = "flood",
        /// An infection.
        Infection = "infection",
        /// Something else.
        Other = "other",
    }
}

/// A disruption, its first and last day included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Disruption {
    /// Its id.
    pub id: DisruptionId,
    /// The programme area.
    pub site: SiteId,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// What it is.
    pub cause: Cause,
    /// Whether it counts no more, because it was a mistake or ended otherwise.
    pub is_taken_back: bool,
}

/// A disruption as a form gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewDisruption {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// What it is.
    pub cause: Cause,
}

/// Why it cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The last day is before the first.
    EndsBeforeItBegins,
    /// It is longer than [`DISRUPTION_DAYS_MAX`].
    TooLong {
        /// The most days.
        max: i32,
    },
    /// It began too long ago.
    TooEarly {
        /// The earliest first day.
        earliest: Date,
    },
    /// It begins too far ahead.
    TooLate {
        /// The latest first day.
        latest: Date,
    },
    /// There is one already on some of these days.
    Already {
        /// Its first day.
        from: Date,
        /// Its last.
        to: Date,
    },
    /// It is taken back already.
    TakenBack,
}

impl NewDisruption {
    /// Lets it be written down today, beside those there are.
    ///
    /// # Errors
    /// Why not.
    pub fn decide(self, today: Date, there: &[Disruption]) -> Result<Self, Refusal> {
        if self.to < self.from {
            return Err(Refusal::EndsBeforeItBegins);
        }
        if DISRUPTION_DAYS_MAX <= (self.to - self.from).get_days() {
            return Err(Refusal::TooLong {
                max: DISRUPTION_DAYS_MAX,
            });
        }
        let (earliest, latest) = (
            today.saturating_sub(BACK_DAYS_MAX.days()),
            today.saturating_add(AHEAD_DAYS_MAX.days()),
        );
        if self.from < earliest {
            return Err(Refusal::TooEarly { earliest });
        }
        if latest < self.from {
            return Err(Refusal::TooLate { latest });
        }
        let mut others = there.iter().filter(|one| !one.is_taken_back);
        match others.find(|one| one.from <= self.to && self.from <= one.to) {
            Some(Disruption { from, to, .. }) => Err(Refusal::Already { from: *from, to: *to }),
            None => Ok(self),
        }
    }
}

impl Disruption {
    /// Takes it back: it was a mistake, or its days were other ones.
    ///
    /// # Errors
    /// [`Refusal::TakenBack`] when it is already.
    pub const fn take_back(&self) -> Result<(), Refusal> {
        if self.is_taken_back {
            Err(Refusal::TakenBack)
        } else {
            Ok(())
        }
    }
}
