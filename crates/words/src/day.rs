//! Days, times and spans of time as people write them.

use jiff::civil::{Date, DateTime, Time, Weekday};

use crate::Words;

impl Words {
    /// A day in full: `Saturday 21 November 2026`, `dydd Sadwrn 21 Tachwedd 2026`.
    pub fn day(self, date: Date) -> String {
        self.dates_day(
            self.weekday(date.weekday()),
            &date.day().to_string(),
            self.month(date),
            &year(date),
        )
    }

    /// When something happened or will: `on Saturday 21 November 2026`, `ddydd Sadwrn 21 Tachwedd 2026`.
    ///
    /// The English word *on* and the Welsh soft mutation are part of it.
    pub fn on_day(self, date: Date) -> String {
        self.dates_on_day(
            self.on_weekday(date.weekday()),
            &date.day().to_string(),
            self.month(date),
            &year(date),
        )
    }

    /// A day without its weekday: `21 November 2026`, `21 Tachwedd 2026`.
    pub fn day_short(self, date: Date) -> String {
        self.dates_day_short(&date.day().to_string(), self.month(date), &year(date))
    }

    /// A month: `November 2026`, `Tachwedd 2026`.
    pub fn month_year(self, date: Date) -> String {
        self.dates_month_year(self.month(date), &year(date))
    }

    /// A time of day: `4pm`, `9:30am`, `midday`; in Welsh `4yp`, `9:30yb`, `canol dydd`. Seconds are left out.
    pub fn time(self, time: Time) -> String {
        let clock = match (time.hour(), time.minute()) {
            (0, 0) => return self.dates_midnight().to_owned(),
            (12, 0) => return self.dates_midday().to_owned(),
            (hour, 0) => twelve(hour).to_string(),
            (hour, minute) => format!("{}:{minute:02}", twelve(hour)),
        };
        if time.hour() < 12 {
            self.dates_morning(&clock)
        } else {
            self.dates_afternoon(&clock)
        }
    }

    /// A day in full and a time: `Saturday 21 November 2026, 4pm`.
    pub fn day_time(self, at: DateTime) -> String {
        self.dates_day_time(&self.day(at.date()), &self.time(at.time()))
    }

    /// A day without its weekday and a time: `21 November 2026, 4pm`.
    pub fn day_time_short(self, at: DateTime) -> String {
        self.dates_day_time(&self.day_short(at.date()), &self.time(at.time()))
    }

    /// How long ago a day was: `today`, `yesterday`, `3 days ago`.
    ///
    /// Unit: days.
    pub fn ago_days(self, days: u64) -> String {
        self.dates_ago_days(days)
    }

    /// How far ahead a day is: `today`, `tomorrow`, `in 3 days`.
    ///
    /// Unit: days.
    pub fn in_days(self, days: u64) -> String {
        self.dates_in_days(days)
    }

    /// A number of days: `3 days`.
    pub fn days(self, days: u64) -> String {
        self.dates_days(days)
    }

    /// A number of weeks: `3 weeks`.
    pub fn weeks(self, weeks: u64) -> String {
        self.dates_weeks(weeks)
    }

    /// A number of months: `3 months`.
    pub fn months(self, months: u64) -> String {
        self.dates_months(months)
    }

    /// A number of years: `3 years`.
    pub fn years(self, years: u64) -> String {
        self.dates_years(years)
    }

    /// Somebody's age: `aged 9`, `9 oed`.
    ///
    /// Unit: years.
    pub fn age_years(self, years: u64) -> String {
        self.dates_age_years(years)
    }

    /// The age of somebody in their first years: `5 months old`.
    ///
    /// Unit: months.
    pub fn age_months(self, months: u64) -> String {
        self.dates_age_months(months)
    }

    /// The name of a month.
    fn month(self, date: Date) -> &'static str {
        match date.month() {
            1 => self.dates_january(),
            2 => self.dates_february(),
            3 => self.dates_march(),
            4 => self.dates_april(),
            5 => self.dates_may(),
            6 => self.dates_june(),
            7 => self.dates_july(),
            8 => self.dates_august(),
            9 => self.dates_september(),
            10 => self.dates_october(),
            11 => self.dates_november(),
            _ => self.dates_december(),
        }
    }

    /// The name of a day of the week.
    pub fn weekday(self, weekday: Weekday) -> &'static str {
        match weekday {
            Weekday::Monday => self.dates_monday(),
            Weekday::Tuesday => self.dates_tuesday(),
            Weekday::Wednesday => self.dates_wednesday(),
            Weekday::Thursday => self.dates_thursday(),
            Weekday::Friday => self.dates_friday(),
            Weekday::Saturday => self.dates_saturday(),
            Weekday::Sunday => self.dates_sunday(),
        }
    }

    /// A day of the week as an answer to "when": `on Saturday`, `ddydd Sadwrn`.
    pub fn on_weekday(self, weekday: Weekday) -> &'static str {
        match weekday {
            Weekday::Monday => self.dates_on_monday(),
            Weekday::Tuesday => self.dates_on_tuesday(),
            Weekday::Wednesday => self.dates_on_wednesday(),
            Weekday::Thursday => self.dates_on_thursday(),
            Weekday::Friday => self.dates_on_friday(),
            Weekday::Saturday => self.dates_on_saturday(),
            Weekday::Sunday => self.dates_on_sunday(),
        }
    }
}

/// The hour on a clock of twelve.
fn twelve(hour: i8) -> i8 {
    match hour % 12 {
        0 => 12,
        hour => hour,
    }
}

/// A year in figures, without marks between the thousands.
fn year(date: Date) -> String {
    date.year().to_string()
}
