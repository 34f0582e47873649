//! Days as people type them, and births, which are often known only in part.
//!
//! A day is read day first, as people here write it, or in the ISO order. On a form nothing is
//! guessed: two figures for a year could be either century, so they are asked about again. A file
//! cannot be asked, so there the century is worked out from today.

mod age;
mod birth;
mod months;
mod near;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

pub use age::{Age, age_on};
pub use birth::{BIRTH_YEAR_MIN, Birth, BirthProblem, NotABirth, parse_birth};
pub use near::{Century, parse_day_near};

/// The earliest year a day may have.
///
/// Assumption: 1800, before any record a programme could hold; an older year is a slip.
pub const YEAR_MIN: i16 = 1800;

/// The latest year a day may have.
///
/// Assumption: 2199, after any retention date (75 years from a birth); a later year is a slip.
pub const YEAR_MAX: i16 = 2199;

/// Why something typed is not a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DayProblem {
    /// Nothing was typed.
    #[error("nothing was typed")]
    Empty,
    /// It does not have a day, a month and a year in an order we read.
    #[error("not a day")]
    Unreadable,
    /// The year has two figures, so the century is not known.
    #[error("{year:02} is not a whole year")]
    TwoDigitYear {
        /// The two figures.
        year: u8,
    },
    /// There is no month with this number.
    #[error("there is no month {month}")]
    NoSuchMonth {
        /// The number typed.
        month: u32,
    },
    /// That month has no such day that year.
    #[error("there is no day {day} in month {month} of {year}")]
    NoSuchDay {
        /// The year typed.
        year: i16,
        /// The month typed, from 1 to 12.
        month: i8,
        /// The day typed.
        day: u32,
    },
    /// The year is too early or too late to be meant.
    #[error("{year} is not between {min} and {max}")]
    YearOutOfRange {
        /// The year typed.
        year: u32,
        /// The earliest that is read.
        min: i16,
        /// The latest that is read.
        max: i16,
    },
}

/// Reads a day from one text: `21/11/2026`, `21.11.2026`, `2026-11-21`, `21 Nov 2026`,
/// `21st November 2026`, `21 Tachwedd 2026`.
///
/// # Errors
/// It is not a day, or not a whole one.
pub fn parse_day(typed: &str) -> Result<Date, DayProblem> {
    day_of(&parts(typed))
}

/// Reads a day from the parts of one text.
fn day_of(parts: &[&str]) -> Result<Date, DayProblem> {
    match *parts {
        [] => Err(DayProblem::Empty),
        [year, month, day] if is_whole_year(year) => parse_day_parts(day, month, year),
        [day, month, year] => parse_day_parts(day, month, year),
        _ => Err(DayProblem::Unreadable),
    }
}

/// Reads a day from three fields; the month may be a number or a name in English or Welsh.
///
/// # Errors
/// It is not a day, or not a whole one.
pub fn parse_day_parts(day: &str, month: &str, year: &str) -> Result<Date, DayProblem> {
    let (day, month, year) = (day.trim(), month.trim(), year.trim());
    if day.is_empty() && month.is_empty() && year.is_empty() {
        return Err(DayProblem::Empty);
    }
    let year = parse_year(year)?;
    let month = parse_month(month)?;
    let day = number(without_ordinal(day)).ok_or(DayProblem::Unreadable)?;
    let no_such_day = DayProblem::NoSuchDay { year, month, day };
    let day_of_month = i8::try_from(day).map_err(|_| no_such_day)?;
    Date::new(year, month, day_of_month).map_err(|_| no_such_day)
}

/// The day that many working days after another; Saturdays and Sundays are none.
pub fn working_days_after(day: Date, days: u8) -> Date {
    let mut day = day;
    let mut left = days;
    while 0 < left {
        day = day.saturating_add(1.day());
        left -= u8::from(!matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday));
        if day == Date::MAX {
            break;
        }
    }
    day
}

/// Splits at blanks and the marks people put between figures. A comma may end a part.
fn parts(typed: &str) -> Vec<&str> {
    typed
        .split(|c: char| c.is_whitespace() || matches!(c, '/' | '.' | '-' | ',' | '\u{2013}' | '\u{2212}'))
        .filter(|part| !part.is_empty())
        .collect()
}

fn is_whole_year(part: &str) -> bool {
    part.len() == 4 && number(part).is_some()
}

/// A number of at most nine figures, and nothing else.
fn number(text: &str) -> Option<u32> {
    let figures = !text.is_empty() && text.len() <= 9 && text.bytes().all(|b| b.is_ascii_digit());
    if figures { text.parse().ok() } else { None }
}

/// Takes `st`, `nd`, `rd` or `th` off an English day, `af`, `ail`, `ydd`, `fed`, `eg` or `ain` off a Welsh one.
fn without_ordinal(day: &str) -> &str {
    let figures = day.trim_end_matches(|c: char| !c.is_ascii_digit());
    let ending = day[figures.len()..].to_lowercase();
    let known = ["st", "nd", "rd", "th", "af", "ail", "ydd", "fed", "eg", "ain"];
    if known.contains(&ending.as_str()) { figures } else { day }
}

fn parse_month(month: &str) -> Result<i8, DayProblem> {
    match number(month) {
        Some(month) => i8::try_from(month)
            .ok()
            .filter(|known| matches!(known, 1..=12))
            .ok_or(DayProblem::NoSuchMonth { month }),
        None => months::named(month).ok_or(DayProblem::Unreadable),
    }
}

fn parse_year(typed: &str) -> Result<i16, DayProblem> {
    let year = number(typed.trim_start_matches(['\'', '’'])).ok_or(DayProblem::Unreadable)?;
    if typed.len() < 4 && year < 100 {
        return Err(DayProblem::TwoDigitYear {
            year: u8::try_from(year).expect("less than 100"),
        });
    }
    let out_of_range = DayProblem::YearOutOfRange {
        year,
        min: YEAR_MIN,
        max: YEAR_MAX,
    };
    match i16::try_from(year) {
        Ok(known) if (YEAR_MIN..=YEAR_MAX).contains(&known) => Ok(known),
        _ => Err(out_of_range),
    }
}
