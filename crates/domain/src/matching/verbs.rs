//! What can be done between a family and a household. A verb decides and changes nothing: it answers with the event, or
//! with the reason why not.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{
    COVER_DAYS_MAX, Cover, DeclineWhy, EndWhy, Event, Match, MatchStage, NewOffer, Offer, OfferStage, Standing, Stop,
};
use crate::id::{AccountId, HouseholdId};
use crate::level::{Ladder, Level};
use crate::text::Text;

/// How many days ahead a match may begin.
///
/// Assumption: 92, three months; a place kept for longer is a place somebody waits for.
pub const AHEAD_DAYS_MAX: i32 = 92;

/// A match as a form gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMatch {
    /// The first day.
    pub from: Date,
    /// How much support to begin with.
    pub level: Level,
    /// Why this household.
    pub reason: Text,
}

/// Why a verb does not apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Something stops this household.
    #[error(transparent)]
    Stopped(#[from] Stop),
    /// The family does not need a carer now.
    #[error("the family is {standing}")]
    NotNow {
        /// The key of how it stands.
        standing: &'static str,
    },
    /// The household has it already.
    #[error("the household supports the family already")]
    SameHousehold,
    /// The household has an offer of it that waits.
    #[error("offered already")]
    OfferedAlready,
    /// The offer is not at the point where this can be done.
    #[error("the offer is {stage}")]
    OfferIs {
        /// The key of its stage.
        stage: &'static str,
    },
    /// The match has ended.
    #[error("ended on {on}")]
    Ended {
        /// Its last day.
        on: Date,
    },
    /// The day is too early.
    #[error("before {earliest}")]
    TooEarly {
        /// The first day it may be.
        earliest: Date,
    },
    /// The day is too late.
    #[error("after {latest}")]
    TooLate {
        /// The last day it may be.
        latest: Date,
    },
    /// The last day is before the first.
    #[error("ends on {to}, before it begins on {from}")]
    EndsBeforeItBegins {
        /// The first day given.
        from: Date,
        /// The last day given.
        to: Date,
    },
    /// Somebody stands in then already.
    #[error("covered already from {from} to {to}")]
    CoveredAlready {
        /// The first day of the other.
        from: Date,
        /// The last day of the other.
        to: Date,
    },
    /// The site's ladder has no such level.
    #[error("there is no level {level}")]
    NoSuchLevel {
        /// The level.
        level: u8,
    },
}

/// Offers a family to a household. `stops` is what stops it today, `pending` whether it has an offer that waits.
///
/// # Errors
/// The family needs no carer, the household has it or has been offered it, or something stops it.
pub fn offer(
    (by, on): (AccountId, Date),
    (standing, household): (Standing, HouseholdId),
    stops: &[Stop],
    pending: bool,
    new: &NewOffer,
) -> Result<Event, Refusal> {
    if standing.free_from().is_none() {
        let standing = standing.key();
        return Err(Refusal::NotNow { standing });
    }
    not_the_same(standing, household)?;
    if pending {
        return Err(Refusal::OfferedAlready);
    }
    // Who is not ready today may be asked about a day to come; a person does so with open eyes.
    if let Some(stop) = stops.iter().find(|stop| !passes(**stop)) {
        return Err(Refusal::Stopped(*stop));
    }
    Ok(Event::Offered {
        by,
        on,
        household,
        reason: new.reason.clone(),
    })
}

/// Whether what stops a household today may be over on the day a match begins.
const fn passes(stop: Stop) -> bool {
    matches!(
        stop,
        Stop::Away { .. } | Stop::ReadyFrom { .. } | Stop::ApprovalNotBegun { .. }
    )
}

fn not_the_same(standing: Standing, household: HouseholdId) -> Result<(), Refusal> {
    match standing {
        Standing::Matched { household: has, .. } if has == household => Err(Refusal::SameHousehold),
        _ => Ok(()),
    }
}

impl Offer {
    /// Takes the carer's yes.
    ///
    /// # Errors
    /// It does not wait for an answer, or the day is before it was made or to come.
    pub fn accept(&self, by: AccountId, on: Date, today: Date) -> Result<Event, Refusal> {
        self.waits(on, today)?;
        Ok(Event::OfferAccepted {
            by,
            on,
            household: self.household,
        })
    }

    /// Takes the carer's no.
    ///
    /// # Errors
    /// As for a yes.
    pub fn decline(
        &self,
        (by, on): (AccountId, Date),
        today: Date,
        why: DeclineWhy,
        words: Option<Text>,
    ) -> Result<Event, Refusal> {
        self.waits(on, today)?;
        Ok(Event::OfferDeclined {
            by,
            on,
            household: self.household,
            why,
            words,
        })
    }

    /// Takes it back, answered yes or not yet.
    ///
    /// # Errors
    /// It was declined, taken back before, or led to a match.
    pub fn withdraw(&self, by: AccountId, on: Date) -> Result<Event, Refusal> {
        if self.stage.is_pending() {
            Ok(Event::OfferWithdrawn {
                by,
                on,
                household: self.household,
            })
        } else {
            Err(self.not_now())
        }
    }

    /// Decides for the household that said yes. `stops` is what stops it on the first day.
    ///
    /// # Errors
    /// The carer has not said yes, the family needs no carer, something stops the household, or the first day is before
    /// the family waited or too far ahead.
    pub fn decide(
        &self,
        (by, today): (AccountId, Date),
        standing: Standing,
        stops: &[Stop],
        ladder: &Ladder,
        new: NewMatch,
    ) -> Result<Event, Refusal> {
        if !matches!(self.stage, OfferStage::Accepted { .. }) {
            return Err(self.not_now());
        }
        not_the_same(standing, self.household)?;
        let Some(earliest) = standing.free_from() else {
            let standing = standing.key();
            return Err(Refusal::NotNow { standing });
        };
        if new.from < earliest {
            return Err(Refusal::TooEarly { earliest });
        }
        // Whoever has a carer has one until the day of the change, which is recorded when it has come.
        let latest = match standing {
            Standing::Matched { .. } => today,
            _ => today.saturating_add(AHEAD_DAYS_MAX.days()),
        };
        if latest < new.from {
            return Err(Refusal::TooLate { latest });
        }
        if let Some(stop) = stops.first() {
            return Err(Refusal::Stopped(*stop));
        }
        if ladder.rung(new.level).is_none() {
            let level = new.level.number();
            return Err(Refusal::NoSuchLevel { level });
        }
        let begins = matches!(standing, Standing::Waiting { .. });
        Ok(Event::Matched {
            by,
            on: today,
            from: new.from,
            household: self.household,
            level: begins.then_some(new.level),
            reason: new.reason,
        })
    }

    /// The offer after an event: the only place its stage is assigned.
    #[must_use]
    pub fn after(mut self, event: &Event) -> Self {
        self.stage = match *event {
            Event::OfferAccepted { by, on, .. } => OfferStage::Accepted { on, by },
            Event::OfferDeclined { by, on, why, .. } => OfferStage::Declined { on, by, why },
            Event::OfferWithdrawn { by, on, .. } => OfferStage::Withdrawn { on, by },
            Event::Matched { on, .. } => OfferStage::Matched { on },
            Event::Offered { .. } | Event::MatchEnded { .. } | Event::CoverSet { .. } | Event::CoverEnded { .. } => {
                self.stage
            }
        };
        self
    }

    fn waits(&self, on: Date, today: Date) -> Result<(), Refusal> {
        if self.stage != OfferStage::Open {
            return Err(self.not_now());
        }
        if on < self.made_on {
            let earliest = self.made_on;
            return Err(Refusal::TooEarly { earliest });
        }
        if today < on {
            return Err(Refusal::TooLate { latest: today });
        }
        Ok(())
    }

    const fn not_now(&self) -> Refusal {
        Refusal::OfferIs {
            stage: self.stage.key(),
        }
    }
}

impl Match {
    /// Ends it. Support ends by its own decision, or goes on with another carer.
    ///
    /// # Errors
    /// It has ended, or the day is before it began or to come.
    pub fn end(
        &self,
        (by, on): (AccountId, Date),
        today: Date,
        why: EndWhy,
        words: Option<Text>,
    ) -> Result<Event, Refusal> {
        self.active()?;
        // One that was to begin later ends on its first day at the earliest, or today.
        let earliest = self.from.min(today);
        if on < earliest {
            return Err(Refusal::TooEarly { earliest });
        }
        if today < on {
            return Err(Refusal::TooLate { latest: today });
        }
        Ok(Event::MatchEnded {
            by,
            on,
            household: self.household,
            why,
            words,
        })
    }

    /// Lets another household stand in. `stops` is what stops it on the first day, `covers` are those there are.
    ///
    /// # Errors
    /// The match has ended, the days are in the wrong order, over, before it began or too many, somebody stands in then
    /// already, it is the same household, or something stops it.
    pub fn cover(
        &self,
        (by, today): (AccountId, Date),
        household: HouseholdId,
        (from, to): (Date, Date),
        stops: &[Stop],
        covers: &[Cover],
    ) -> Result<Event, Refusal> {
        self.active()?;
        if household == self.household {
            return Err(Refusal::SameHousehold);
        }
        if to < from {
            return Err(Refusal::EndsBeforeItBegins { from, to });
        }
        let earliest = self.from.max(today);
        if from < earliest {
            return Err(Refusal::TooEarly { earliest });
        }
        let latest = from.saturating_add((COVER_DAYS_MAX - 1).days());
        if latest < to {
            return Err(Refusal::TooLate { latest });
        }
        if let Some(other) = covers.iter().find(|other| other.meets(from, to)) {
            return Err(Refusal::CoveredAlready {
                from: other.from,
                to: other.to,
            });
        }
        if let Some(stop) = stops
            .iter()
            .find(|stop| !matches!(stop, Stop::NotReady | Stop::ReadyFrom { .. }))
        {
            return Err(Refusal::Stopped(*stop));
        }
        Ok(Event::CoverSet {
            by,
            from,
            to,
            household,
        })
    }

    /// Ends a cover before its last day, or takes back one that has not begun.
    ///
    /// # Errors
    /// It is over.
    pub fn end_cover(&self, by: AccountId, today: Date, cover: &Cover) -> Result<Event, Refusal> {
        if cover.to < today {
            return Err(Refusal::Ended { on: cover.to });
        }
        Ok(Event::CoverEnded {
            by,
            on: cover.from.max(today),
            household: cover.household,
        })
    }

    /// The match after an event: the only place its stage is assigned.
    #[must_use]
    pub fn after(mut self, event: &Event) -> Self {
        if let Event::MatchEnded { by, on, why, .. } = *event {
            self.stage = MatchStage::Ended { on, by, why };
        }
        self
    }

    const fn active(&self) -> Result<(), Refusal> {
        match self.stage {
            MatchStage::Active => Ok(()),
            MatchStage::Ended { on, .. } => Err(Refusal::Ended { on }),
        }
    }
}
