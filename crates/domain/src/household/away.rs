//! When a household is away, so that cover can be found and nobody is counted against for it.

use jiff::civil::Date;

/// The longest time away that is written down at once, in days.
///
/// Assumption: 366, a year; who is away for longer is not ready, which has no end.
pub const AWAY_DAYS_MAX: i32 = 366;

/// A time away, its first and last day included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Away {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// Why.
    pub why: AwayWhy,
}

/// Why a household is away.
///
/// Assumption: these five; no list is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AwayWhy {
    /// A holiday.
    Holiday,
    /// Somebody is unwell.
    Unwell,
    /// Training.
    Training,
    /// Something in their own family.
    OwnFamily,
    /// Something else.
    Other,
}

impl AwayWhy {
    /// Every reason, in the order people read them.
    pub const ALL: [Self; 5] = [
        Self::Holiday,
        Self::Unwell,
        Self::Training,
        Self::OwnFamily,
        Self::Other,
    ];

    /// The reason's name in the database, the interface and the words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Holiday => "holiday",
            Self::Unwell => "unwell",
            Self::Training => "training",
            Self::OwnFamily => "own_family",
            Self::Other => "other",
        }
    }

    /// The reason with this key, if there is one.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.key() == key)
    }
}

impl Away {
    /// Whether a day is within it.
    pub fn covers(&self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }

    /// Whether it has a day in common with another time.
    pub fn meets(&self, from: Date, to: Date) -> bool {
        self.from <= to && from <= self.to
    }
}
