//! What a review looks back on, read from the record: since when, how each goal moved, and what became of what was decided.

use super::Decision;
use crate::goal::{Goal, Marked, Movement};
use crate::level::Level;
use crate::plan::{Extension, ExtensionStage};
use crate::step::Step;
use jiff::civil::Date;

/// How far back contact is looked at, in weeks.
///
/// Assumption: 53, a year; a family that was not reviewed for longer is looked at as it was in the last year.
pub const WEEKS_MAX: u8 = 53;

/// The time a review looks back on: after a day, up to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The day of the last review held, or the first day of support.
    pub from: Date,
    /// The last day: that of the review, or today before it.
    pub to: Date,
    /// Whether it is counted from a review.
    pub since_review: bool,
}

impl Period {
    /// The time a review of a day looks back on. `begun` is the first day of support, `last` the last review held before it.
    pub fn of(begun: Date, last: Option<Date>, on: Date, today: Date) -> Self {
        Self {
            from: last.map_or(begun, |last| last.max(begun)),
            to: on.min(today),
            since_review: last.is_some(),
        }
    }

    /// Whether something on a day came after the last review; on its own day it was there already. What happened on the
    /// first day of support belongs to it.
    pub fn covers(&self, day: Date) -> bool {
        let begins = if self.since_review {
            self.from < day
        } else {
            self.from <= day
        };
        begins && day <= self.to
    }
}

/// How a goal moved: from its first mark, and since the last review. Never an average, and never over several goals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Its first mark.
    pub first: Marked,
    /// Its last mark up to the last review; none where there was no review, or the goal is younger.
    pub at_review: Option<Marked>,
    /// Its last mark in the time.
    pub now: Marked,
}

impl Moved {
    /// How it moved since its first mark; none where that is the only one.
    pub fn since_first(&self) -> Option<Movement> {
        (self.first.on < self.now.on).then(|| Movement::between(self.first.mark, self.now.mark))
    }

    /// How it moved since the last review; none where it was not marked since.
    pub fn since_review(&self) -> Option<Movement> {
        let before = self.at_review.filter(|before| before.on < self.now.on)?;
        Some(Movement::between(before.mark, self.now.mark))
    }
}

/// How a goal moved in a time; none where it has no mark by then.
pub fn moved(goal: &Goal, period: Period) -> Option<Moved> {
    let by = |day: Date| goal.marks.iter().rfind(|mark| mark.on <= day).copied();
    Some(Moved {
        first: *goal.marks.first()?,
        at_review: by(period.from).filter(|_| period.since_review),
        now: by(period.to)?,
    })
}

/// What became of something a review decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Became {
    /// No step was recorded since.
    SameLevel,
    /// Support stepped since; the last time so.
    Stepped {
        /// The first day of the new level.
        on: Date,
        /// That level.
        to: Level,
    },
    /// Nobody asked for longer support since.
    NotAsked,
    /// It waits for whoever must agree.
    Waits {
        /// The last day as asked.
        to: Date,
    },
    /// Support goes on until then.
    Extended {
        /// The last day.
        to: Date,
    },
    /// It was not agreed.
    NotExtended,
    /// Support goes on.
    Open,
    /// Support was closed.
    Closed,
}

/// What happened after a review, as far as it could have decided it.
#[derive(Clone, Copy, Debug)]
pub struct Since<'a> {
    /// The time.
    pub period: Period,
    /// The family's steps, the earliest first.
    pub steps: &'a [Step],
    /// What was asked for past the planned end, each with the day it was asked, the earliest first.
    pub extensions: &'a [(Extension, Date)],
    /// Whether support goes on.
    pub is_supported: bool,
}

/// What became of what the last review decided, in the order of the decisions.
pub fn became(decided: &[Decision], since: Since<'_>) -> Vec<(Decision, Became)> {
    // A step or a question of the day of the review itself comes from it as well.
    let within = |day: Date| since.period.from <= day && day <= since.period.to;
    let step = since.steps.iter().rfind(|step| step.from.is_some() && within(step.on));
    let asked = since.extensions.iter().rfind(|(_, on)| within(*on));
    let one = |decision: &Decision| {
        let became = match decision {
            Decision::Continue | Decision::Step => step.map_or(Became::SameLevel, |step| Became::Stepped {
                on: step.on,
                to: step.to,
            }),
            Decision::Extend => asked.map_or(Became::NotAsked, |(one, _)| match one.stage {
                ExtensionStage::Asked => Became::Waits { to: one.to },
                ExtensionStage::Agreed => Became::Extended { to: one.to },
                ExtensionStage::NotAgreed { .. } => Became::NotExtended,
            }),
            Decision::Close if since.is_supported => Became::Open,
            Decision::Close => Became::Closed,
        };
        (*decision, became)
    };
    decided.iter().map(one).collect()
}
