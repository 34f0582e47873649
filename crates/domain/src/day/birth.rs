//! When somebody was or will be born, as far as it is known.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

use super::{DayProblem, number, parse_day_parts, parse_month, parse_year, parts};

/// The earliest year of birth a form takes.
///
/// Assumption: 1900; somebody older than any living person is a slip of the keyboard. An import,
/// which must let old mistakes in with a warning, reads with [`Birth::parse_near`].
pub const BIRTH_YEAR_MIN: i16 = 1900;

/// When somebody was or will be born.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Birth {
    /// On this day.
    On(Date),
    /// In this month.
    Month {
        /// The year.
        year: i16,
        /// The month, from 1 to 12.
        month: i8,
    },
    /// In this year.
    Year(i16),
    /// Not born yet, and expected in this month.
    Expected {
        /// The year.
        year: i16,
        /// The month, from 1 to 12.
        month: i8,
    },
    /// Nobody knows, or nobody said.
    NotKnown,
}

/// Why something typed is not a birth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BirthProblem {
    /// A part of it is not a day, month or year.
    #[error(transparent)]
    Day(#[from] DayProblem),
    /// There is a day or a month, but no year.
    #[error("the year is missing")]
    YearMissing,
    /// There are a day and a year, but no month.
    #[error("the month is missing")]
    MonthMissing,
    /// It is after today. A birth to come is given as a month and a year.
    #[error("after today, {today}")]
    InFuture {
        /// The day it was compared with.
        today: Date,
    },
    /// It is expected more than a year from today.
    #[error("more than a year after {today}")]
    TooFarAhead {
        /// The day it was compared with.
        today: Date,
    },
    /// It is said to be expected in a month that is past.
    #[error("expected before {today}")]
    ExpectedInPast {
        /// The day it was compared with.
        today: Date,
    },
    /// It is before the earliest year a form takes.
    #[error("before {min}")]
    TooLongAgo {
        /// The earliest year.
        min: i16,
    },
}

/// Reads a birth from three fields. The day may be left empty, or the day and the month, or all.
/// A month to come within a year is a birth expected; so is any present or coming month with
/// `expected`, `due` or `disgwyl` typed for the day.
///
/// # Errors
/// The parts make no day, or one that is impossible for a birth.
pub fn parse_birth(day: &str, month: &str, year: &str, today: Date) -> Result<Birth, BirthProblem> {
    possible(read(day, month, year, today)?, today, BIRTH_YEAR_MIN)
}

/// Reads a birth from three fields, whether or not it could be true today.
fn read(day: &str, month: &str, year: &str, today: Date) -> Result<Birth, BirthProblem> {
    let (day, month, year) = (day.trim(), month.trim(), year.trim());
    Ok(match (day.is_empty(), month.is_empty(), year.is_empty()) {
        (true, true, true) => Birth::NotKnown,
        (_, _, true) => return Err(BirthProblem::YearMissing),
        (false, true, false) => return Err(BirthProblem::MonthMissing),
        (true, true, false) => Birth::Year(parse_year(year)?),
        (true, false, false) => month_or_expected(parse_year(year)?, parse_month(month)?, today),
        (false, false, false) if says_expected(day) => {
            let (year, month) = (parse_year(year)?, parse_month(month)?);
            Birth::Expected { year, month }
        }
        (false, false, false) => Birth::On(parse_day_parts(day, month, year)?),
    })
}

/// A month after this one is to come; this one or an earlier one is a birth that has been.
fn month_or_expected(year: i16, month: i8, today: Date) -> Birth {
    if (today.year(), today.month()) < (year, month) {
        Birth::Expected { year, month }
    } else {
        Birth::Month { year, month }
    }
}

pub(super) fn says_expected(day: &str) -> bool {
    ["expected", "due", "disgwyl"].contains(&day.to_lowercase().as_str())
}

/// Passes on what could be true today.
fn possible(birth: Birth, today: Date, year_min: i16) -> Result<Birth, BirthProblem> {
    let this_month = (today.year(), today.month());
    match birth {
        Birth::On(day) if today < day => Err(BirthProblem::InFuture { today }),
        Birth::Year(year) if today.year() < year => Err(BirthProblem::InFuture { today }),
        Birth::Expected { year, month } if (year, month) < this_month => Err(BirthProblem::ExpectedInPast { today }),
        Birth::Expected { year, month } if (today.year() + 1, today.month()) < (year, month) => {
            Err(BirthProblem::TooFarAhead { today })
        }
        _ if birth.year().is_some_and(|year| year < year_min) => Err(BirthProblem::TooLongAgo { min: year_min }),
        _ => Ok(birth),
    }
}

/// Reads a birth from the parts of one text, from the earliest year on that is taken.
pub(super) fn within(parts: &[&str], today: Date, year_min: i16) -> Result<Birth, BirthProblem> {
    let birth = match *parts {
        [] => return Ok(Birth::NotKnown),
        [year] => read("", "", year, today)?,
        [year, month] if super::is_whole_year(year) => read("", month, year, today)?,
        [month, year] => read("", month, year, today)?,
        [said, year, month] if says_expected(said) && super::is_whole_year(year) => read(said, month, year, today)?,
        [said, month, year] if says_expected(said) => read(said, month, year, today)?,
        _ => Birth::On(super::day_of(parts)?),
    };
    possible(birth, today, year_min)
}

impl Birth {
    /// Reads a birth from one text, as a program or a file gives it: any whole day that
    /// [`super::parse_day`] reads, `2015-02`, `02/2015`, `2015`, `expected 03/2027`, or nothing.
    ///
    /// # Errors
    /// As [`parse_birth`].
    pub fn parse(typed: &str, today: Date) -> Result<Self, BirthProblem> {
        within(&parts(typed), today, BIRTH_YEAR_MIN)
    }

    /// The first day somebody with this birth can have lived, where it is known.
    pub fn first_day(self) -> Option<Date> {
        match self {
            Self::On(day) => Some(day),
            Self::Month { year, month } | Self::Expected { year, month } => Date::new(year, month, 1).ok(),
            Self::Year(year) => Date::new(year, 1, 1).ok(),
            Self::NotKnown => None,
        }
    }

    /// The year, where known.
    pub fn year(self) -> Option<i16> {
        match self {
            Self::On(day) => Some(day.year()),
            Self::Month { year, .. } | Self::Year(year) | Self::Expected { year, .. } => Some(year),
            Self::NotKnown => None,
        }
    }

    /// The month, from 1 to 12, where known.
    pub fn month(self) -> Option<i8> {
        match self {
            Self::On(day) => Some(day.month()),
            Self::Month { month, .. } | Self::Expected { month, .. } => Some(month),
            Self::Year(_) | Self::NotKnown => None,
        }
    }
}

/// The form it is kept in: `2015-02-28`, `2015-02`, `2015`, `expected 2027-03`, or nothing.
impl fmt::Display for Birth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(day) => write!(f, "{day}"),
            Self::Month { year, month } => write!(f, "{year:04}-{month:02}"),
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Expected { year, month } => write!(f, "expected {year:04}-{month:02}"),
            Self::NotKnown => Ok(()),
        }
    }
}

/// Month and year at most: a whole date of birth does not belong in a log.
impl fmt::Debug for Birth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(day) => write!(f, "Birth({:04}-{:02}-…)", day.year(), day.month()),
            other => write!(f, "Birth({other})"),
        }
    }
}

/// Something that is not a birth in the form it is kept in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a birth as kept")]
pub struct NotABirth;

/// Reads the form it is kept in, and no other; whether it is likely was asked when it was typed.
impl FromStr for Birth {
    type Err = NotABirth;

    fn from_str(kept: &str) -> Result<Self, NotABirth> {
        let (expected, rest) = match kept.strip_prefix("expected ") {
            Some(rest) => (true, rest),
            None => (false, kept),
        };
        let fields: Vec<&str> = rest.split('-').collect();
        let year = |text: &str| parse_year(text).map_err(|_| NotABirth);
        let month = |text: &str| number(text).and_then(|_| parse_month(text).ok()).ok_or(NotABirth);
        match (expected, fields.as_slice()) {
            (false, [""]) => Ok(Self::NotKnown),
            (false, [y]) => Ok(Self::Year(year(y)?)),
            (false, [y, m]) => Ok(Self::Month {
                year: year(y)?,
                month: month(m)?,
            }),
            (true, [y, m]) => Ok(Self::Expected {
                year: year(y)?,
                month: month(m)?,
            }),
            (false, [y, m, d]) => parse_day_parts(d, m, y).map(Self::On).map_err(|_| NotABirth),
            _ => Err(NotABirth),
        }
    }
}
