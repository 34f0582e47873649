//! How support is given in a programme area: which questions a visit is written along, for how long support is planned, and
//! the numbers by which a step is suggested. An area that has set nothing works as shipped.

use crate::plan::Term;
use crate::suggest::Numbers;

keyed! {
    /// Which questions stand over the boxes of a visit. The boxes and their order are the same in each set.
    Prompts {
        /// What went well, what happened, what was said, what I did, what next. Source: programme.md 4.8.
        Plain = "plain",
        /// The same, asked as solution-focused work asks: what is better, what helped, what would be one step more.
        SolutionFocused = "solution_focused",
    }
}

/// How an area works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Practice {
    /// Which questions a visit is written along.
    pub prompts: Prompts,
    /// For how many months support is planned to begin with.
    pub plan_months: u8,
    /// The numbers by which a step is suggested.
    pub numbers: Numbers,
}

/// The shortest time support is planned for, in months.
///
/// Assumption: 3, from the beginning to the first review (programme.md 4.10).
pub const PLAN_MONTHS_MIN: u16 = 3;

/// A number of a practice that is asked for on its form.
#[derive(Clone, Copy, Debug)]
pub struct Ask {
    /// Its key in the form, the database and the words.
    pub key: &'static str,
    /// The least it may be.
    pub least: u16,
    /// The most it may be.
    pub most: u16,
    get: fn(&Practice) -> u16,
    set: fn(&mut Practice, u16),
}

/// A whole number in a byte; what is larger is too large for every rule.
fn byte(number: u16) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

/// Every number, in the order of the form.
///
/// Assumption: the bounds of each but the months; below them a rule would fire at nothing, above them never.
pub const ASKS: [Ask; 8] = [
    Ask {
        key: "plan_months",
        least: PLAN_MONTHS_MIN,
        most: Term::SHIPPED.longest as u16,
        get: |practice| u16::from(practice.plan_months),
        set: |practice, number| practice.plan_months = byte(number),
    },
    Ask {
        key: "urgent",
        least: 1,
        most: 10,
        get: |practice| u16::from(practice.numbers.urgent),
        set: |practice, number| practice.numbers.urgent = byte(number),
    },
    Ask {
        key: "urgent_days",
        least: 1,
        most: 91,
        get: |practice| u16::from(practice.numbers.urgent_days),
        set: |practice, number| practice.numbers.urgent_days = byte(number),
    },
    Ask {
        key: "weeks",
        least: 2,
        most: 13,
        get: |practice| u16::from(practice.numbers.weeks),
        set: |practice, number| practice.numbers.weeks = byte(number),
    },
    Ask {
        key: "below_percent",
        least: 0,
        most: 99,
        get: |practice| practice.numbers.below_percent,
        set: |practice, number| practice.numbers.below_percent = number,
    },
    Ask {
        key: "above_percent",
        least: 101,
        most: 500,
        get: |practice| practice.numbers.above_percent,
        set: |practice, number| practice.numbers.above_percent = number,
    },
    Ask {
        key: "missed",
        least: 2,
        most: 10,
        get: |practice| u16::from(practice.numbers.missed),
        set: |practice, number| practice.numbers.missed = byte(number),
    },
    Ask {
        key: "fallen",
        least: 1,
        most: 10,
        get: |practice| u16::from(practice.numbers.fallen),
        set: |practice, number| practice.numbers.fallen = byte(number),
    },
];

impl Ask {
    /// The number as a practice has it.
    pub fn of(&self, practice: &Practice) -> u16 {
        (self.get)(practice)
    }

    /// Sets it. What is out of bounds is not set.
    ///
    /// # Errors
    /// The number, when it is below the least or above the most.
    pub fn set(&self, practice: &mut Practice, number: u16) -> Result<(), u16> {
        if (self.least..=self.most).contains(&number) {
            (self.set)(practice, number);
            Ok(())
        } else {
            Err(number)
        }
    }
}

impl Practice {
    /// What an area works by that has set nothing.
    pub const fn shipped() -> Self {
        Self {
            prompts: Prompts::Plain,
            plan_months: Term::SHIPPED.usual,
            numbers: Numbers::shipped(),
        }
    }

    /// For how long support is planned: what a new plan begins with, and the longest it says without an extension.
    pub const fn term(&self) -> Term {
        Term {
            usual: self.plan_months,
            longest: Term::SHIPPED.longest,
        }
    }
}
