//! Steps: the dated events that change how much support a family gets. The level on any day follows from them and is
//! never edited; what was recorded by mistake is put right by another step.
//!
//! ```text
//! (match) ─▶ opening step ─▶ step up or down ─▶ … ─▶ support closes
//! ```

mod verbs;

pub use verbs::{AHEAD_DAYS_MAX, EXPECTED_DAYS_MAX, NewStep, Refusal};

use jiff::civil::Date;

use crate::id::{AccountId, FamilyId, StepId};
use crate::level::Level;
use crate::text::Text;

/// One step of a family's support.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its id.
    pub id: StepId,
    /// The level before; none in the opening step, which the match makes.
    pub from: Option<Level>,
    /// The level from this day on.
    pub to: Level,
    /// The first day of the new level.
    pub on: Date,
    /// What led to it.
    pub cause: Cause,
    /// Until when it is expected to hold, where that was said.
    pub expected_end: Option<Date>,
}

/// Which way support moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Support begins.
    Opening,
    /// More support.
    Up,
    /// Less support.
    Down,
}

impl Way {
    /// Its name in the interface and the words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Opening => "opening",
            Self::Up => "up",
            Self::Down => "down",
        }
    }
}

impl Step {
    /// Which way it goes.
    pub fn way(&self) -> Way {
        match self.from {
            None => Way::Opening,
            Some(from) if from < self.to => Way::Up,
            Some(_) => Way::Down,
        }
    }
}

keyed! {
    /// What led to a step. Source: programme.md 4.5, "trigger".
    Cause {
        /// The match: support begins.
        Opening = "opening",
        /// Somebody asked for more or less.
        Asked = "asked",
        /// A review decided it.
        Review = "review",
        /// A crisis.
        Crisis = "crisis",
        /// Things got harder, short of a crisis.
        Harder = "harder",
        /// Things are better.
        Better = "better",
        /// A level that is only for a while came to its end.
        PlannedEnd = "planned_end",
    }
}

impl Cause {
    /// Whether somebody may say so: the opening is the match's own.
    pub const fn is_said(self) -> bool {
        !matches!(self, Self::Opening)
    }
}

keyed! {
    /// Somebody who asks for a step or agrees with it. Source: programme.md 4.5.
    Voice {
        /// A parent or another adult at home.
        Parent = "parent",
        /// A child or young person.
        Child = "child",
        /// The family support foster carer.
        Carer = "carer",
        /// The supervising social worker.
        Supervisor = "supervisor",
        /// The family's social worker.
        FamilyWorker = "family_worker",
        /// The programme team.
        Programme = "programme",
    }
}

/// What is stored of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Who recorded it.
    pub by: AccountId,
    /// The family.
    pub family: FamilyId,
    /// The level before.
    pub from: Level,
    /// The level from the day on.
    pub to: Level,
    /// The day.
    pub on: Date,
    /// What led to it.
    pub cause: Cause,
    /// Who asked.
    pub asked_by: Voice,
    /// Who agreed, in reading order, each once.
    pub agreed_by: Vec<Voice>,
    /// Until when it is expected to hold.
    pub expected_end: Option<Date>,
    /// Why.
    pub reason: Text,
}

/// A family's steps, the earliest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Steps {
    family: FamilyId,
    steps: Vec<Step>,
}

/// A time at one level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub from: Date,
    /// The day before the next step; none while it holds.
    pub to: Option<Date>,
    /// The level.
    pub level: Level,
}

impl Steps {
    /// A family's steps, in any order. Of two on one day the later recorded counts from that day.
    pub fn new(family: FamilyId, mut steps: Vec<Step>) -> Self {
        steps.sort_by_key(|step| (step.on, step.id));
        Self { family, steps }
    }

    /// The family.
    pub const fn family(&self) -> FamilyId {
        self.family
    }

    /// All of them, the earliest first.
    pub fn all(&self) -> &[Step] {
        &self.steps
    }

    /// The last step that holds on a day.
    pub fn on(&self, day: Date) -> Option<&Step> {
        self.steps.iter().rev().find(|step| step.on <= day)
    }

    /// The level on a day; none before support began.
    pub fn level_on(&self, day: Date) -> Option<Level> {
        self.on(day).map(|step| step.to)
    }

    /// The times at each level, the earliest first. A level that was left on the day it began takes no time.
    pub fn spans(&self) -> Vec<Span> {
        let ends = self.steps.iter().skip(1).map(|step| step.on.yesterday().ok());
        let ends = ends.chain(std::iter::once(None));
        let spans = self.steps.iter().zip(ends).map(|(step, to)| Span {
            from: step.on,
            to,
            level: step.to,
        });
        spans.filter(|span| span.to.is_none_or(|to| span.from <= to)).collect()
    }
}
