//! Times of whole days, and weeks.

use jiff::ToSpan;
use jiff::civil::Date;

/// From a day to a day, both included; without an end where there is none yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Option<Date>,
}

impl Days {
    /// Whether a day is within it.
    pub fn covers(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// The Monday of a day's week.
pub fn monday_of(day: Date) -> Date {
    day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days())
}

/// The Sunday of the week that begins on a Monday.
pub(super) fn sunday_of(monday: Date) -> Date {
    monday.saturating_add(6.days())
}

/// The days of the week that begins on a Monday.
pub(super) fn of_week(monday: Date) -> impl Iterator<Item = Date> {
    (0..7).map(move |day: i64| monday.saturating_add(day.days()))
}
