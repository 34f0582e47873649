//! How two births agree.

use jiff::civil::Date;

use super::Sign;
use crate::day::Birth;

/// How many months before the month expected a child may come and still be that child.
///
/// Assumption: 4, a birth at 24 weeks; with fewer, the earliest born would be entered twice.
const EARLY_MONTHS_MAX: i32 = 4;

/// How many months after the month expected a child may come and still be that child.
///
/// Assumption: 1, a birth at 42 weeks expected on the last day of a month.
const LATE_MONTHS_MAX: i32 = 1;

/// By how many years two births on the same day of the year may differ and be one slip.
///
/// Assumption: 1, as people write the old year in January; more would take an elder brother of the same name for a slip.
const SLIP_YEARS_MAX: i16 = 1;

/// How two births agree.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Births {
    /// The same day.
    Same,
    /// They could be one, by this sign.
    CouldBe(Sign),
    /// They are not one.
    Apart {
        /// The difference of the years.
        years: i16,
    },
    /// One of them is not known.
    NotKnown,
}

impl Births {
    /// What speaks for one person.
    pub(super) const fn sign(self) -> Option<Sign> {
        match self {
            Self::Same => Some(Sign::SameBirth),
            Self::CouldBe(sign) => Some(sign),
            Self::Apart { .. } | Self::NotKnown => None,
        }
    }
}

/// How two births agree. The order of the two does not matter.
pub(super) fn compare(one: Birth, other: Birth) -> Births {
    let (Some(year), Some(other_year)) = (one.year(), other.year()) else {
        return Births::NotKnown;
    };
    let apart = Births::Apart {
        years: i16::try_from(year.abs_diff(other_year)).unwrap_or(i16::MAX),
    };
    match (one, other) {
        (Birth::On(one), Birth::On(other)) if one == other => Births::Same,
        (Birth::On(one), Birth::On(other)) => slip(one, other).map_or(apart, Births::CouldBe),
        (Birth::Expected { year, month }, born) | (born, Birth::Expected { year, month }) => {
            if could_be_expected(months(year, month), born) {
                Births::CouldBe(Sign::BirthExpected)
            } else {
                apart
            }
        }
        _ if year != other_year => apart,
        _ => match (one.month(), other.month()) {
            (Some(month), Some(other_month)) if month != other_month => apart,
            _ => Births::CouldBe(Sign::BirthPartlyKnown),
        },
    }
}

/// The slip by which two days that differ may be one.
fn slip(one: Date, other: Date) -> Option<Sign> {
    let same_year = one.year() == other.year();
    if same_year && one.day() == other.month() && one.month() == other.day() {
        return Some(Sign::DayAndMonthSwapped);
    }
    let (same_month, same_day) = (one.month() == other.month(), one.day() == other.day());
    let next_year = one.year().abs_diff(other.year()) <= SLIP_YEARS_MAX.unsigned_abs();
    let one_slip = if same_year {
        same_month || same_day
    } else {
        next_year && same_month && same_day
    };
    one_slip.then_some(Sign::BirthOneSlipApart)
}

/// Whether this birth could be the one expected in that month.
fn could_be_expected(expected: i32, born: Birth) -> bool {
    let (first, last) = match (born, born.year(), born.month()) {
        // Two expected months are both guesses: either may have been put right.
        (Birth::Expected { year, month }, _, _) => {
            return months(year, month).abs_diff(expected) <= LATE_MONTHS_MAX.unsigned_abs();
        }
        (_, Some(year), Some(month)) => (months(year, month), months(year, month)),
        (_, Some(year), None) => (months(year, 1), months(year, 12)),
        (_, None, _) => return false,
    };
    expected - EARLY_MONTHS_MAX <= last && first <= expected + LATE_MONTHS_MAX
}

/// A month as a number that counts on from year to year.
fn months(year: i16, month: i8) -> i32 {
    i32::from(year) * 12 + i32::from(month)
}
