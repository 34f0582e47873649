//! What can be done with a goal. A verb decides and changes nothing: it answers with the event, or with the reason why not.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{ActionStage, Doer, Ending, Goal, Mark};
use crate::id::{GoalActionId, PersonId};
use crate::text::Text;

/// The most next steps of one goal that are to be done at a time.
///
/// Assumption: 12; small steps are few, and more would be a list nobody follows.
pub const ACTIONS_MAX: usize = 12;

/// How many days ahead a next step may be due.
///
/// Assumption: 366; what is further away is a plan for the next review.
const DUE_DAYS_MAX: i32 = 366;

/// A next step as a form gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAction {
    /// What is to be done.
    pub words: Text,
    /// Who does it.
    pub doer: Doer,
    /// Until when.
    pub due: Option<Date>,
}

/// What happened to a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// It was marked.
    Marked {
        /// The day.
        on: Date,
        /// The mark.
        mark: Mark,
        /// What its owner says to it.
        words: Option<Text>,
    },
    /// It ended.
    Ended {
        /// The day.
        on: Date,
        /// How.
        how: Ending,
        /// What is said to it.
        words: Option<Text>,
    },
    /// A next step was agreed.
    ActionMade(NewAction),
    /// A next step was done, is not needed any more, or is to be done after all.
    ActionNow {
        /// Which.
        action: GoalActionId,
        /// How it stands.
        stage: ActionStage,
        /// The day.
        on: Date,
    },
}

/// Why a verb does not apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The day is to come.
    #[error("{on} is to come")]
    ToCome {
        /// The day.
        on: Date,
    },
    /// The day is before the goal was theirs.
    #[error("before {since}")]
    TooEarly {
        /// The first day.
        since: Date,
    },
    /// The goal has ended.
    #[error("ended on {on}")]
    Ended {
        /// The day.
        on: Date,
    },
    /// Somebody named is not of this family.
    #[error("somebody of another family")]
    NotOfTheFamily,
    /// There are as many next steps as one can follow.
    #[error("{max} next steps already")]
    TooManyActions {
        /// How many fit.
        max: usize,
    },
    /// The next step would be due before today, or too far ahead.
    #[error("due on {due}, not between {from} and {to}")]
    DueOutside {
        /// The day given.
        due: Date,
        /// The first day it may be.
        from: Date,
        /// The last day it may be.
        to: Date,
    },
    /// There is no such next step, or it stands like that already.
    #[error("no next step for that")]
    NoSuchAction,
}

impl Goal {
    /// Marks the goal on a day. A day that is over may be marked later; of one day the last mark counts.
    ///
    /// # Errors
    /// The goal has ended, or the day is to come or before the goal was theirs.
    pub fn mark(&self, (on, today): (Date, Date), mark: Mark, words: Option<Text>) -> Result<Event, Refusal> {
        self.is_open()?;
        self.within(on, today)?;
        Ok(Event::Marked { on, mark, words })
    }

    /// Ends the goal.
    ///
    /// # Errors
    /// It has ended already, or the day is to come or before the goal was theirs.
    pub fn end(&self, (on, today): (Date, Date), how: Ending, words: Option<Text>) -> Result<Event, Refusal> {
        self.is_open()?;
        self.within(on, today)?;
        Ok(Event::Ended { on, how, words })
    }

    /// Agrees a next step. `people` are the family's.
    ///
    /// # Errors
    /// The goal has ended, there are too many already, somebody is not of the family, or the day is out of bounds.
    pub fn add_action(&self, new: NewAction, today: Date, people: &[PersonId]) -> Result<Event, Refusal> {
        self.is_open()?;
        let open = self.actions.iter().filter(|action| action.stage == ActionStage::Open);
        if ACTIONS_MAX <= open.count() {
            return Err(Refusal::TooManyActions { max: ACTIONS_MAX });
        }
        if let Doer::Person(person) = new.doer
            && !people.contains(&person)
        {
            return Err(Refusal::NotOfTheFamily);
        }
        let latest = today.saturating_add(DUE_DAYS_MAX.days());
        if let Some(due) = new.due
            && !(today..=latest).contains(&due)
        {
            return Err(Refusal::DueOutside {
                due,
                from: today,
                to: latest,
            });
        }
        Ok(Event::ActionMade(new))
    }

    /// Says how a next step stands from today on.
    ///
    /// # Errors
    /// The goal has ended, there is no such next step, or it stands like that already.
    pub fn set_action(&self, action: GoalActionId, stage: ActionStage, today: Date) -> Result<Event, Refusal> {
        self.is_open()?;
        let known = self.actions.iter().find(|one| one.id == action);
        if known.is_none_or(|known| known.stage == stage) {
            return Err(Refusal::NoSuchAction);
        }
        Ok(Event::ActionNow {
            action,
            stage,
            on: today,
        })
    }

    fn is_open(&self) -> Result<(), Refusal> {
        self.ended.map_or(Ok(()), |(on, _)| Err(Refusal::Ended { on }))
    }

    fn within(&self, on: Date, today: Date) -> Result<(), Refusal> {
        if today < on {
            return Err(Refusal::ToCome { on });
        }
        if on < self.since {
            return Err(Refusal::TooEarly { since: self.since });
        }
        Ok(())
    }
}
