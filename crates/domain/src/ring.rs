//! Numbers to ring: a plain list of a programme area, each with the hours it is answered, and which of them hold now.

use jiff::civil::{Date, DateTime, Time, Weekday};

/// The most numbers one programme area keeps.
///
/// Assumption: 8; a longer list is not read by somebody who is frightened.
pub const NUMBERS_MAX: usize = 8;

/// The longest name of a number, in characters.
///
/// Assumption: 80, a line on a phone or two.
pub const NAME_CHARS_MAX: usize = 80;

/// The longest number as it is printed, in characters.
///
/// Assumption: 30, room for a country's code and an extension.
pub const NUMBER_CHARS_MAX: usize = 30;

keyed! {
    /// On which days a number is answered. Source: programme.md 4.9, "number, by the clock".
    ///
    /// Assumption: these three. Bank holidays are not known here yet, so a day's list always shows the other numbers as well.
    Days {
        /// Every day.
        Every = "every",
        /// Monday to Friday.
        Week = "week",
        /// Saturday and Sunday.
        Weekend = "weekend",
    }
}

impl Days {
    fn holds_on(self, day: Date) -> bool {
        let is_weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        match self {
            Self::Every => true,
            Self::Week => !is_weekend,
            Self::Weekend => is_weekend,
        }
    }
}

/// One number, with its name in both languages and the hours in which somebody answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Who answers, in English.
    pub name_en: String,
    /// Who answers, in Welsh.
    pub name_cy: String,
    /// The number as it is printed.
    pub number: String,
    /// On which days.
    pub days: Days,
    /// From when, Europe/London.
    pub from: Time,
    /// Until when; on the next day where it is not after `from`, and all day where both are the same.
    pub to: Time,
}

impl Number {
    /// Who answers, in a language: `cy`, or English for every other.
    pub fn name(&self, language: &str) -> &str {
        if language == "cy" { &self.name_cy } else { &self.name_en }
    }

    /// Whether it is answered at this moment, by the clock on a wall there. Hours over midnight belong to the day they began.
    pub fn holds_at(&self, now: DateTime) -> bool {
        let (day, time) = (now.date(), now.time());
        let begun = self.from <= time;
        if self.from < self.to {
            return self.days.holds_on(day) && begun && time < self.to;
        }
        if self.from == self.to {
            return self.days.holds_on(day);
        }
        let began_yesterday = day.yesterday().is_ok_and(|day| self.days.holds_on(day));
        (self.days.holds_on(day) && begun) || (began_yesterday && time < self.to)
    }

    /// The number as a telephone dials it: digits, and the plus where it begins with one.
    pub fn dialled(&self) -> String {
        let plus = self.number.trim_start().starts_with('+').then_some('+');
        let digits = self.number.chars().filter(char::is_ascii_digit);
        plus.into_iter().chain(digits).collect()
    }
}

/// Whether this can be printed as a number: digits, blanks, brackets, a plus, hyphens, and at least three digits.
pub fn is_number(typed: &str) -> bool {
    let fits = typed.chars().count() <= NUMBER_CHARS_MAX;
    let plain = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '+' | '(' | ')' | '-');
    fits && typed.chars().all(plain) && 3 <= typed.chars().filter(char::is_ascii_digit).count()
}

/// The numbers that hold now, and all others: none is ever left out.
pub fn by_the_clock(numbers: Vec<Number>, now: DateTime) -> (Vec<Number>, Vec<Number>) {
    numbers.into_iter().partition(|number| number.holds_at(now))
}
