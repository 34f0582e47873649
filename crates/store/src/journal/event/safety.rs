//! What a part of an entry says of what keeps people safe: concerns, in a concern's own book; calls for help; numbers to ring.

use serde::{Deserialize, Serialize};

/// What happened, as far as it concerns one subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum SafetyFact {
    /// A concern was raised.
    ConcernRaised {
        /// Who is at risk.
        at_risk: String,
        /// Who of the family it is about.
        people: Vec<String>,
        /// The people and accounts it concerns.
        whom: Vec<String>,
        /// Whom it concerns besides, in words.
        somebody: Option<String>,
        /// What was seen, heard or said.
        what: String,
        /// Whether they are safe for now.
        safety: String,
        /// What was done to keep them safe.
        safety_words: Option<String>,
    },
    /// Something was added to a concern.
    ConcernAdded {
        /// What kind of thing.
        kind: String,
        /// How it was reported.
        code: Option<String>,
        /// When it was, microseconds UTC.
        at: Option<i64>,
        /// The agency.
        agency: Option<String>,
        /// Who took the report.
        name: Option<String>,
        /// What they call it.
        reference: Option<String>,
        /// The words.
        words: Option<String>,
    },
    /// It was decided what is done about a concern.
    ConcernDecided {
        /// The day.
        on: String,
        /// What.
        decision: String,
        /// Why, and what follows.
        words: String,
    },
    /// A call for help was written down.
    CrisisWritten {
        /// The crisis.
        crisis: String,
        /// When help was asked for, microseconds UTC.
        at: i64,
        /// Who asked.
        caller: Option<String>,
        /// What was asked, or what happened.
        words: String,
    },
    /// Something was added to a call for help.
    CrisisAdded {
        /// The crisis.
        crisis: String,
        /// What kind of thing.
        kind: String,
        /// What was done, who was told, or how it ended.
        code: Option<String>,
        /// When it was, microseconds UTC.
        at: Option<i64>,
        /// The words.
        words: Option<String>,
    },
    /// Somebody who supervises read what was written of a call for help and signed it.
    CrisisSigned {
        /// The crisis.
        crisis: String,
        /// The day.
        on: String,
        /// What they say to it.
        words: Option<String>,
    },
    /// The numbers to ring were set.
    SiteNumbersSet {
        /// As they are printed, in order.
        numbers: Vec<String>,
    },
}
