//! What a part of an entry says of a family's plan and its goals.

use serde::{Deserialize, Serialize};

/// What happened to a family's plan or goals, as far as it concerns one subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum PlanFact {
    /// A version of the plan was written.
    PlanWritten {
        /// Which version.
        version: u32,
        /// The last day of support as planned.
        planned_end: String,
        /// What it says that is about this subject.
        words: Vec<String>,
    },
    /// Somebody said what they think of a version of the plan.
    PlanViewed {
        /// Which version.
        version: u32,
        /// How they stand to it.
        stance: String,
        /// Their words.
        words: Option<String>,
    },
    /// A goal was marked.
    GoalMarked {
        /// The goal.
        goal: String,
        /// The day.
        on: String,
        /// The mark, 0 to 10.
        mark: u8,
        /// What its owner said to it.
        words: Option<String>,
    },
    /// A goal ended.
    GoalEnded {
        /// The goal.
        goal: String,
        /// The day.
        on: String,
        /// How.
        how: String,
        /// What was said to it.
        words: Option<String>,
    },
    /// A next step towards a goal was agreed.
    GoalActionMade {
        /// The goal.
        goal: String,
        /// What is to be done.
        words: String,
        /// Until when.
        due: Option<String>,
    },
    /// A next step was done, is not needed any more, or is to be done after all.
    GoalActionSet {
        /// The goal.
        goal: String,
        /// The next step.
        step: String,
        /// How it stands.
        stage: String,
    },
    /// Somebody said something to one of the four that people are asked.
    ConsentChanged {
        /// Which of the four.
        thing: String,
        /// What they said.
        answer: String,
        /// On which lawful basis they were told.
        law: Option<String>,
        /// The day.
        on: String,
        /// Who asked.
        asked_by: String,
        /// Their words.
        words: Option<String>,
    },
    /// Somebody asked whether support goes on longer than planned.
    ExtensionAsked {
        /// The last day as asked.
        to: String,
        /// Why.
        words: String,
    },
    /// One side agreed to it, or did not.
    ExtensionAnswered {
        /// The last day as asked.
        to: String,
        /// Which side.
        side: String,
        /// Where it stands now.
        stage: String,
        /// Why not.
        words: Option<String>,
    },
}
