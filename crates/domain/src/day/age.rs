//! Age on a day, as exactly as the birth is known.

use jiff::civil::Date;

use super::Birth;

/// How old somebody is, in whole years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Age {
    /// Not born yet, as far as the record says.
    Unborn,
    /// This many whole years.
    Years(u16),
    /// At least and at most this many: the birth is known only in part.
    Between {
        /// The fewest whole years it could be.
        least: u16,
        /// The most whole years it could be.
        most: u16,
    },
}

/// How old somebody is on a day; `None` if the birth is not known or is after that day.
///
/// Somebody born on 29 February is a year older on 1 March in other years.
pub fn age_on(birth: Birth, day: Date) -> Option<Age> {
    match birth {
        Birth::NotKnown => None,
        Birth::Expected { .. } => Some(Age::Unborn),
        Birth::On(born) => years(born, day).map(Age::Years),
        Birth::Month { year, month } => {
            let first = Date::new(year, month, 1).ok()?;
            between(first, first.last_of_month(), day)
        }
        Birth::Year(year) => {
            let first = Date::new(year, 1, 1).ok()?;
            between(first, first.last_of_year(), day)
        }
    }
}

/// The age of somebody born on one of these days.
fn between(first_day: Date, last_day: Date, day: Date) -> Option<Age> {
    let most = years(first_day, day)?;
    let least = years(last_day, day).unwrap_or(0);
    Some(if least == most {
        Age::Years(most)
    } else {
        Age::Between { least, most }
    })
}

/// Whole years from a birth to a day; `None` before the birth.
fn years(born: Date, day: Date) -> Option<u16> {
    if day < born {
        return None;
    }
    let had_birthday = (born.month(), born.day()) <= (day.month(), day.day());
    let years = day.year() - born.year() - i16::from(!had_birthday);
    u16::try_from(years).ok()
}
