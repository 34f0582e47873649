//! Quiet hours: when a message that can wait is not sent.

use jiff::ToSpan;
use jiff::civil::{DateTime, Time, time};

use super::{Channel, Urgency};

/// The hours in which people are left alone, by the clock on their wall. Site data.
///
/// They begin at `from` and end before `to`; across midnight where `to` is the earlier. Two equal times are no quiet hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Quiet {
    /// When they begin.
    pub from: Time,
    /// When they end: from this minute on, messages go again.
    pub to: Time,
}

/// Whether something may be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum May {
    /// Now.
    Now,
    /// Not before this time, on the same clock.
    After(DateTime),
}

impl Quiet {
    /// What a site begins with.
    ///
    /// Assumption: 21:00 to 08:00. Were it shorter, a message would wake a child or be read by somebody it is not for; were
    /// it longer, people would hear a day later than they could.
    pub const DEFAULT: Self = Self {
        from: time(21, 0, 0, 0),
        to: time(8, 0, 0, 0),
    };

    /// Whether this time of the day is a quiet one.
    pub fn holds_at(self, at: Time) -> bool {
        if self.from <= self.to {
            self.from <= at && at < self.to
        } else {
            self.from <= at || at < self.to
        }
    }

    /// Whether something may be sent by this channel now. What is urgent is never held, nor what nobody hears.
    ///
    /// `now` is local time, Europe/London for every site. Clocks are changed at night, so ask again before sending: an hour
    /// that comes twice is quiet both times, and of an end that the change leaves out the shell takes the next time there is.
    pub fn may_send(self, now: DateTime, channel: Channel, urgency: Urgency) -> May {
        if urgency == Urgency::Urgent || !channel.is_heard() || !self.holds_at(now.time()) {
            return May::Now;
        }
        let today = now.date().to_datetime(self.to);
        if now < today {
            May::After(today)
        } else {
            May::After(today.saturating_add(1.day()))
        }
    }
}

impl Default for Quiet {
    fn default() -> Self {
        Self::DEFAULT
    }
}
