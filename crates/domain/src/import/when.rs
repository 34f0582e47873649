//! Births and days of referral from the cells of a file.

use jiff::civil::Date;

use super::fault::Fault;
use super::field::Field;
use super::record::Finds;
use super::words::is_nothing;
use crate::day::{Birth, Century, DayProblem, parse_day_near};

/// The first year of birth that is let in without a word.
///
/// Source: details.md 13, "born before 1910".
pub const BORN_YEAR_MIN: i16 = 1910;

/// The first year in which a family could be referred.
///
/// Source: programme.md, "It began in Northern Ireland in 2015/16".
pub const REFERRAL_YEAR_MIN: i16 = 2015;

/// The birth; `NotKnown` where the cell gives none, nothing where it cannot be read.
pub(super) fn birth(finds: &mut Finds<'_>, today: Date) -> Option<Birth> {
    let said = finds.cell(Field::Birth);
    let read = if is_nothing(said) {
        Ok(Birth::NotKnown)
    } else {
        Birth::parse_near(without_time(said), today)
    };
    let birth = match read {
        Ok(birth) => birth,
        Err(problem) => {
            finds.find(Field::Birth, problem.into());
            return None;
        }
    };
    match birth.year() {
        None => finds.find(Field::Birth, Fault::BirthMissing),
        Some(year) if year < BORN_YEAR_MIN => finds.find(Field::Birth, Fault::BornLongAgo { year }),
        Some(_) => {}
    }
    Some(birth)
}

/// The day of the referral; nothing where the cell gives none, or one that is not possible.
pub(super) fn referral_day(finds: &mut Finds<'_>, today: Date) -> Option<Date> {
    let said = finds.cell(Field::ReferralDay);
    if is_nothing(said) {
        return None;
    }
    let fault = match parse_day_near(without_time(said), today, Century::This) {
        Err(DayProblem::Empty) => return None,
        Err(problem) => Fault::Day(problem),
        Ok(day) if today < day => Fault::ReferralInFuture { today },
        Ok(day) if day.year() < REFERRAL_YEAR_MIN => Fault::ReferralTooLongAgo { min: REFERRAL_YEAR_MIN },
        Ok(day) => return Some(day),
    };
    finds.find(Field::ReferralDay, fault);
    None
}

/// A day without the time a spreadsheet wrote after it: `08/06/2015 00:00`, `2015-06-08T00:00:00Z`.
fn without_time(said: &str) -> &str {
    let Some((before, after)) = said.split_once(':') else {
        return said;
    };
    let day = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_time = day.len() < before.len()
        && day.ends_with([' ', 'T'])
        && after
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | '+' | 'Z'));
    if is_time {
        day.trim_end_matches([' ', 'T'])
    } else {
        said
    }
}
