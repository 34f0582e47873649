//! Suggestions to step: rules that look at what was recorded and say why. The rule and its numbers are shown; a person decides,
//! and what was set aside does not come back for the same facts.
//!
//! To add a rule is an entry in [`RULES`] and its words. A rule on what children and parents say belongs here too, once that is
//! recorded by itself.

mod rules;

use crate::contact::{Record, Week};
use crate::goal::Marked;
use jiff::civil::Date;

/// Which way a suggestion looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Towards {
    /// More support.
    More,
    /// Less support.
    Less,
    /// Another look: more, less, or something else that is in the way.
    Look,
}

/// The numbers the rules use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbers {
    /// For how many counted weeks running there was less, or more, than the level means.
    pub weeks: u8,
    /// At most how many of a hundred expected sessions took place, for "well below".
    pub below_percent: u16,
    /// At least how many sessions took place for a hundred due, for "well above".
    pub above_percent: u16,
    /// How many urgent sessions.
    pub urgent: u8,
    /// Within how many days.
    pub urgent_days: u8,
    /// How many sessions running did not take place.
    pub missed: u8,
    /// By how much a goal fell from one mark to the next, of ten.
    pub fallen: u8,
}

impl Numbers {
    /// The numbers shipped.
    ///
    /// Assumption: three weeks, 60 and 150 of a hundred, two urgent sessions within 14 days, three visits missed in a row,
    /// a goal two of ten further off; none is published. Lower ones ask sooner and more often for nothing.
    pub const fn shipped() -> Self {
        Self {
            weeks: 3,
            below_percent: 60,
            above_percent: 150,
            urgent: 2,
            urgent_days: 14,
            missed: 3,
            fallen: 2,
        }
    }
}

/// What the rules look at.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// Steps, sessions and the rest.
    pub record: &'a Record,
    /// The last weeks, the earliest first.
    pub weeks: &'a [Week],
    /// The days of urgent sessions that took place, in any order.
    pub urgent: &'a [Date],
    /// The marks of each open goal, the earliest first.
    pub goals: &'a [Vec<Marked>],
    /// Today.
    pub today: Date,
    /// The numbers.
    pub numbers: Numbers,
}

/// That a rule fired, with what it saw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fired {
    /// Which way it looks.
    pub towards: Towards,
    /// The number it counted: weeks, urgent sessions, sessions missed, goals that fell, or days since the end.
    pub counted: u16,
    /// How many sessions took place in that time, where it counts them.
    pub happened: u16,
    /// How many were expected, where it counts them.
    pub expected: u16,
    /// The first day of what it saw.
    pub since: Date,
    /// What it is about, for knowing it again: the same facts give the same day and number.
    pub about: (Date, u16),
}

/// A rule.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its key in the database and the words. Never reused.
    pub key: &'static str,
    /// Looks at the facts.
    pub looks: fn(&Facts<'_>) -> Option<Fired>,
}

/// Every rule, in reading order. Source: programme.md 4.5, "delivered contact, crises, missed sessions,
/// falling goals".
pub const RULES: &[Rule] = &[
    Rule {
        key: "urgent",
        looks: rules::urgent,
    },
    Rule {
        key: "below",
        looks: rules::below,
    },
    Rule {
        key: "above",
        looks: rules::above,
    },
    Rule {
        key: "missed",
        looks: rules::missed,
    },
    Rule {
        key: "goals",
        looks: rules::goals,
    },
    Rule {
        key: "level_ended",
        looks: rules::level_ended,
    },
];

/// A suggestion: which rule fired, and on what.
#[derive(Clone, Copy, Debug)]
pub struct Suggestion {
    /// The rule.
    pub rule: &'static Rule,
    /// What it saw.
    pub fired: Fired,
}

impl Suggestion {
    /// What it is about, as it is kept once it was set aside.
    pub fn facts(&self) -> String {
        let (day, number) = self.fired.about;
        format!("{day}/{number}")
    }
}

/// What the rules suggest, in their order. `set_aside` are the rules and facts somebody has set aside.
pub fn suggestions(facts: &Facts<'_>, set_aside: &[(String, String)]) -> Vec<Suggestion> {
    let fired = RULES.iter().filter_map(|rule| {
        let fired = (rule.looks)(facts)?;
        Some(Suggestion { rule, fired })
    });
    let is_new = |one: &Suggestion| {
        let about = one.facts();
        !set_aside
            .iter()
            .any(|(rule, facts)| *rule == one.rule.key && *facts == about)
    };
    fired.filter(is_new).collect()
}
