//! Days and births of a file, in which a year is often written with two figures only.
//!
//! A form asks again when the century is not known. A file cannot be asked, so the century is
//! worked out from today: somebody born in "24" was born in the latest such year there has been.

use jiff::civil::Date;

use super::birth::within;
use super::{Birth, BirthProblem, DayProblem, YEAR_MIN, is_whole_year, number, parse_day, parse_day_parts, parts};

/// Which century a year of two figures is taken to be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Century {
    /// The one in which it is the latest such year that is not after this one: births.
    LatestPast,
    /// This one, even if the year is still to come: days on which something was done.
    This,
}

/// Reads a day as [`parse_day`] does, and one with a year of two figures: `17.06.24`, `6 Mar 26`.
///
/// A year of two figures is the last part, as people here write a day. `25.12.26` read in November
/// 2026 is a day to come in either century, and not one a hundred years ago: whoever compares the
/// day with today asks about it, and nobody is a hundred years old by a slip.
///
/// # Errors
/// It is not a day.
pub fn parse_day_near(typed: &str, today: Date, century: Century) -> Result<Date, DayProblem> {
    if let [day, month, year] = parts(typed).as_slice()
        && !is_whole_year(day)
        && let Some(year) = two_figures(year)
    {
        let year = whole_year(year, today, century).to_string();
        return parse_day_parts(day, month, &year);
    }
    parse_day(typed)
}

impl Birth {
    /// Reads a birth from a cell of a file: whatever [`Birth::parse`] reads; with a year of two
    /// figures too; a whole day expected (`expected 12/03/2027`, of which the month is kept); and
    /// any year from [`YEAR_MIN`], for old mistakes are let in and pointed out.
    ///
    /// # Errors
    /// It is not a birth, or one that is not possible today.
    pub fn parse_near(typed: &str, today: Date) -> Result<Self, BirthProblem> {
        let mut parts = parts(typed);
        let expected = parts.first().is_some_and(|first| super::birth::says_expected(first));
        if expected && parts.len() == 4 {
            parts.remove(if is_whole_year(parts[1]) { 3 } else { 1 });
        }
        let year = match parts.as_slice() {
            [earlier @ .., last] if !earlier.is_empty() && !earlier.iter().any(|part| is_whole_year(part)) => {
                two_figures(last)
            }
            _ => None,
        };
        let century = if expected { Century::This } else { Century::LatestPast };
        let year = year.map(|year| whole_year(year, today, century).to_string());
        if let Some((year, last)) = year.as_deref().zip(parts.last_mut()) {
            *last = year;
        }
        within(&parts, today, YEAR_MIN)
    }
}

/// A year of exactly two figures.
fn two_figures(part: &str) -> Option<i16> {
    let figures = part.trim_start_matches(['\'', '’']);
    let year = number(figures).filter(|_| figures.len() == 2)?;
    i16::try_from(year).ok()
}

fn whole_year(two_figures: i16, today: Date, century: Century) -> i16 {
    let this_century = today.year() - today.year() % 100 + two_figures;
    match century {
        Century::LatestPast if today.year() < this_century => this_century - 100,
        Century::LatestPast | Century::This => this_century,
    }
}
