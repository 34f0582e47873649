//! The one place that reads the clock, and the day it is where the families live.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use std::sync::Arc;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicI64, Ordering};

/// Where the time comes from.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// A clock that tests set: microseconds since 1970, UTC.
    Set(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at `at` until it is moved.
    pub fn standing_at(at: Timestamp) -> Self {
        Self::Set(Arc::new(AtomicI64::new(at.as_microsecond())))
    }

    /// The instant now.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]
    pub fn now(&self) -> Timestamp {
        match self {
            Self::System => Timestamp::now(),
            Self::Set(micros) => instant(micros.load(Ordering::SeqCst)),
        }
    }

    /// Moves a set clock forward; the machine's clock is left alone.
    pub fn forward(&self, by: jiff::SignedDuration) {
        if let Self::Set(micros) = self {
            let step = i64::try_from(by.as_micros()).unwrap_or(i64::MAX);
            micros.fetch_add(step, Ordering::SeqCst);
        }
    }
}

/// The instant a stored number of microseconds stands for; one out of range reads as 1970.
pub fn instant(micros: i64) -> Timestamp {
    Timestamp::from_microsecond(micros).unwrap_or(Timestamp::UNIX_EPOCH)
}

fn london() -> &'static TimeZone {
    static LONDON: OnceLock<TimeZone> = OnceLock::new();
    // The zone data is bundled, so the name is always found.
    LONDON.get_or_init(|| TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC))
}

/// The day an instant falls on, Europe/London.
pub fn london_day(at: Timestamp) -> Date {
    london_time(at).date()
}

/// The instant at which the clock on a wall there shows this. Of a time that comes twice, the first; one that the change of
/// the clocks leaves out is the time as much later.
pub fn london_instant(at: DateTime) -> Timestamp {
    let zoned = at.to_zoned(london().clone());
    zoned.map_or(Timestamp::MAX, |zoned| zoned.timestamp())
}

/// The day and time of an instant, Europe/London.
pub fn london_time(at: Timestamp) -> DateTime {
    at.to_zoned(london().clone()).datetime()
}

/// Whether a clock on a wall there ever shows this: when the clocks go forward, an hour is left out.
pub fn london_shows(at: DateTime) -> bool {
    london_time(london_instant(at)) == at
}

#[cfg(test)]
mod tests {
    use super::london_shows;
    use jiff::civil::date;

    #[test]
    fn the_hour_left_out_in_march_is_none_and_the_hour_that_comes_twice_is_one() {
        assert!(!london_shows(date(2026, 3, 29).at(1, 30, 0, 0)));
        assert!(london_shows(date(2026, 3, 29).at(2, 0, 0, 0)));
        assert!(london_shows(date(2026, 3, 29).at(0, 59, 0, 0)));
        assert!(london_shows(date(2026, 10, 25).at(1, 30, 0, 0)));
    }
}
