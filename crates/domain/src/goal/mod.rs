//! Goals: what somebody of the family wants, in their own words, and how near it is.
//!
//! ```text
//! open ─▶ reached     it is as they wanted it
//!      ├▶ changed     another goal took its place
//!      └▶ let_go      it does not matter any more
//! ```
//! A goal belongs to one person. Its marks are theirs: nothing is added up over people, and no average is taken.

mod verbs;

use jiff::civil::Date;

use crate::id::{FamilyId, GoalActionId, GoalId, PersonId};
use crate::need::Need;

pub use verbs::{ACTIONS_MAX, Event, NewAction, Refusal};

/// The highest mark. Source: programme.md 4.3, goals are marked 0 to 10.
pub const MARK_MAX: u8 = 10;

/// How near a goal is, from 0, not at all, to [`MARK_MAX`], as they want it. An order, not a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mark(u8);

impl Mark {
    /// The mark with this number; `None` past [`MARK_MAX`].
    pub const fn new(number: u8) -> Option<Self> {
        if number <= MARK_MAX { Some(Self(number)) } else { None }
    }

    /// Its number, from 0.
    pub const fn number(self) -> u8 {
        self.0
    }

    /// Every mark, the lowest first.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..=MARK_MAX).map(Self)
    }
}

keyed! {
    /// How a goal ended. Assumption: these three; no list is published.
    Ending {
        /// It is as they wanted it.
        Reached = "reached",
        /// Another goal took its place.
        Changed = "changed",
        /// It does not matter any more.
        LetGo = "let_go",
    }
}

/// A mark on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marked {
    /// The day.
    pub on: Date,
    /// The mark.
    pub mark: Mark,
}

/// How a goal moved between two marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Movement {
    /// It is nearer.
    Up,
    /// It is as near as it was.
    Same,
    /// It is further off.
    Down,
}

impl Movement {
    /// Its key in the interface and the words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Same => "same",
            Self::Down => "down",
        }
    }

    /// From one mark to a later one.
    pub const fn between(before: Mark, after: Mark) -> Self {
        if before.0 < after.0 {
            Self::Up
        } else if after.0 < before.0 {
            Self::Down
        } else {
            Self::Same
        }
    }
}

/// A goal as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// Its id.
    pub id: GoalId,
    /// The family.
    pub family: FamilyId,
    /// Whose it is.
    pub owner: PersonId,
    /// The area of need it is about, where one fits.
    pub need: Option<&'static Need>,
    /// The day from which it was theirs.
    pub since: Date,
    /// When and how it ended.
    pub ended: Option<(Date, Ending)>,
    /// Its marks, the earliest day first; of one day the one that was made last counts.
    pub marks: Vec<Marked>,
    /// Its next steps, in the order they were made.
    pub actions: Vec<Action>,
    /// Counts its changes.
    pub version: i64,
}

impl Goal {
    /// The last mark.
    pub fn now(&self) -> Option<Marked> {
        self.marks.last().copied()
    }

    /// How it moved from its first mark to its last; `None` where there is no second one.
    pub fn movement(&self) -> Option<Movement> {
        match self.marks.as_slice() {
            [first, .., last] => Some(Movement::between(first.mark, last.mark)),
            _ => None,
        }
    }

    /// How it moved with its last mark; `None` where there is no second one.
    pub fn last_movement(&self) -> Option<Movement> {
        match self.marks.as_slice() {
            [.., before, last] => Some(Movement::between(before.mark, last.mark)),
            _ => None,
        }
    }
}

keyed! {
    /// Who does a next step, where it is nobody of the family.
    Helper {
        /// The family support foster carer.
        Carer = "carer",
        /// The family's social worker.
        FamilyWorker = "family_worker",
        /// The programme team.
        Programme = "programme",
        /// Somebody else: a school, a nurse, a friend.
        SomebodyElse = "somebody_else",
    }
}

/// Who does a next step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doer {
    /// Somebody of the family.
    Person(PersonId),
    /// Somebody who helps.
    Helper(Helper),
}

keyed! {
    /// How a next step stands.
    ActionStage {
        /// It is to be done.
        Open = "open",
        /// It was done.
        Done = "done",
        /// It is not needed any more.
        Dropped = "dropped",
    }
}

/// A next step: one small thing somebody does towards a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Action {
    /// Its id.
    pub id: GoalActionId,
    /// Who does it.
    pub doer: Doer,
    /// Until when, where a day was agreed.
    pub due: Option<Date>,
    /// How it stands.
    pub stage: ActionStage,
}
