//! What can be done with a household. A verb decides and changes nothing: it answers with the event, or with the reason
//! why not.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{AWAY_DAYS_MAX, Away, Household, NewHousehold, Ready, Stage};
use crate::id::AccountId;

/// Something that happened to a household.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// It was written down.
    Made {
        /// Who did it.
        by: AccountId,
        /// The day.
        on: Date,
    },
    /// What is written of it was changed.
    Changed {
        /// Who did it.
        by: AccountId,
        /// The day.
        on: Date,
    },
    /// It says when it will be away.
    AwaySet {
        /// Who said it.
        by: AccountId,
        /// When.
        away: Away,
    },
    /// It will not be away after all.
    AwayTaken {
        /// Who said it.
        by: AccountId,
        /// The time that is taken back.
        away: Away,
    },
    /// It says whether it takes a new family.
    ReadySet {
        /// Who said it.
        by: AccountId,
        /// Whether.
        ready: Ready,
        /// How many weekends a month it offers.
        weekends: u8,
    },
    /// It takes part no more.
    Closed {
        /// Who recorded it.
        by: AccountId,
        /// The last day it did.
        on: Date,
    },
}

impl Event {
    /// The event's name in the journal and the words. Never reused.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Made { .. } => "household_made",
            Self::Changed { .. } => "household_changed",
            Self::AwaySet { .. } => "away_set",
            Self::AwayTaken { .. } => "away_taken",
            Self::ReadySet { .. } => "ready_set",
            Self::Closed { .. } => "household_closed",
        }
    }
}

/// Why a verb does not apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It takes part no more.
    #[error("closed on {on}")]
    Closed {
        /// The last day it did.
        on: Date,
    },
    /// It supports more families than it would have places.
    #[error("supports {families} families, more than {places}")]
    TooFewPlaces {
        /// How many families it supports.
        families: u8,
        /// How many places were given.
        places: u8,
    },
    /// It supports families still.
    #[error("supports {families} families")]
    HasFamilies {
        /// How many.
        families: u8,
    },
    /// A carer whose families are named by their account would be left out.
    #[error("the account of a carer would be left out while they support {families} families")]
    CarerLeftOut {
        /// How many families the household supports.
        families: u8,
    },
    /// The last day is before the first.
    #[error("ends on {to}, before it begins on {from}")]
    EndsBeforeItBegins {
        /// The first day given.
        from: Date,
        /// The last day given.
        to: Date,
    },
    /// It is over before it was said.
    #[error("over before {today}")]
    Over {
        /// The day it was compared with.
        today: Date,
    },
    /// It is longer than is written down at once.
    #[error("longer than {days} days")]
    TooLong {
        /// The most days.
        days: i32,
    },
    /// It has a day in common with another time away.
    #[error("away already from {from} to {to}")]
    AwayAlready {
        /// The first day of the other.
        from: Date,
        /// The last day of the other.
        to: Date,
    },
    /// There is no such time away.
    #[error("not away then")]
    NotAway,
    /// The day is still to come.
    #[error("after today, {today}")]
    InFuture {
        /// The day it was compared with.
        today: Date,
    },
}

impl Household {
    /// Changes what is written of it. `families` is how many it supports.
    ///
    /// # Errors
    /// It is closed, or supports more families than it would have places.
    pub fn change(&self, by: AccountId, on: Date, to: &NewHousehold, families: u8) -> Result<Event, Refusal> {
        self.open()?;
        if to.places < families {
            let places = to.places;
            return Err(Refusal::TooFewPlaces { families, places });
        }
        let stays = |account| to.members.iter().any(|member| member.account == Some(account));
        if 0 < families && !self.carers().filter_map(|carer| carer.account).all(stays) {
            return Err(Refusal::CarerLeftOut { families });
        }
        Ok(Event::Changed { by, on })
    }

    /// Says when it will be away, or is, or was until today.
    ///
    /// # Errors
    /// It is closed, the days are in the wrong order, over or too many, or it is away then already.
    pub fn set_away(&self, by: AccountId, today: Date, away: Away) -> Result<Event, Refusal> {
        self.open()?;
        let Away { from, to, .. } = away;
        if to < from {
            return Err(Refusal::EndsBeforeItBegins { from, to });
        }
        if to < today {
            return Err(Refusal::Over { today });
        }
        if from.saturating_add((AWAY_DAYS_MAX - 1).days()) < to {
            return Err(Refusal::TooLong { days: AWAY_DAYS_MAX });
        }
        match self.away.iter().find(|known| known.meets(from, to)) {
            Some(known) => Err(Refusal::AwayAlready {
                from: known.from,
                to: known.to,
            }),
            None => Ok(Event::AwaySet { by, away }),
        }
    }

    /// Takes back a time away that is not over.
    ///
    /// # Errors
    /// It is closed, there is no such time, or it is over.
    pub fn take_back_away(&self, by: AccountId, today: Date, from: Date) -> Result<Event, Refusal> {
        self.open()?;
        let away = self
            .away
            .iter()
            .find(|away| away.from == from)
            .ok_or(Refusal::NotAway)?;
        if away.to < today {
            return Err(Refusal::Over { today });
        }
        Ok(Event::AwayTaken { by, away: *away })
    }

    /// Says whether it takes a new family, and how many weekends a month it offers.
    ///
    /// # Errors
    /// It is closed.
    pub fn set_ready(&self, by: AccountId, ready: Ready, weekends: u8) -> Result<Event, Refusal> {
        self.open()?;
        Ok(Event::ReadySet { by, ready, weekends })
    }

    /// Records that it takes part no more. `families` is how many it supports.
    ///
    /// # Errors
    /// It is closed already, the day is to come, or it supports families still.
    pub fn close(&self, by: AccountId, on: Date, today: Date, families: u8) -> Result<Event, Refusal> {
        self.open()?;
        if today < on {
            return Err(Refusal::InFuture { today });
        }
        if 0 < families {
            return Err(Refusal::HasFamilies { families });
        }
        Ok(Event::Closed { by, on })
    }

    const fn open(&self) -> Result<(), Refusal> {
        match self.stage {
            Stage::Open => Ok(()),
            Stage::Closed { on } => Err(Refusal::Closed { on }),
        }
    }
}
