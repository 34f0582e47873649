//! Whether a household takes a new family: the carers say so themselves.

use jiff::civil::Date;

/// Whether a household takes a new family.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ready {
    /// From today.
    #[default]
    Now,
    /// From a day to come, or one that has come.
    From(Date),
    /// Not until its carers say so.
    NotNow,
}

impl Ready {
    /// The answer's name in the database, the interface and the words; the day is kept beside it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::From(_) => "from",
            Self::NotNow => "not_now",
        }
    }

    /// The answer with this key; `None` if there is no such key, or the day it needs is missing.
    pub fn from_key(key: &str, day: Option<Date>) -> Option<Self> {
        match key {
            "now" => Some(Self::Now),
            "from" => day.map(Self::From),
            "not_now" => Some(Self::NotNow),
            _ => None,
        }
    }

    /// Whether it takes one on a day.
    pub fn on(self, day: Date) -> bool {
        match self {
            Self::Now => true,
            Self::From(from) => from <= day,
            Self::NotNow => false,
        }
    }
}
