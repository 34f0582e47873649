//! What a part of an entry says of how support ended, and of what is known later.

use serde::{Deserialize, Serialize};

/// How support ended, where children live, and times in care, as far as it concerns one subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum AfterFact {
    /// Support ended.
    SupportClosed {
        /// The closing.
        closing: String,
        /// The last day.
        on: String,
        /// Why.
        reason: String,
        /// More about why, in words.
        words: Option<String>,
        /// What was achieved.
        achieved: String,
    },
    /// Where a child lived on a day: that of a closing, or of a follow-up.
    ChildLived {
        /// The day.
        on: String,
        /// Where.
        lives: String,
        /// Which kind of care.
        care: Option<String>,
        /// Since when.
        since: Option<String>,
    },
    /// A follow-up was written down, or put right.
    FollowedUp {
        /// Which of the two.
        which: String,
        /// How often it was written down.
        version: u32,
        /// The day the record was looked at.
        on: String,
        /// Who says so.
        source: String,
        /// More, in words.
        words: Option<String>,
    },
    /// A time in care was written down.
    CareWritten {
        /// The time.
        episode: String,
        /// Which kind.
        kind: String,
        /// The first day.
        from: String,
        /// The last day, where it is over.
        to: Option<String>,
        /// Who says so.
        source: String,
    },
    /// What was written of a time in care was not right: another stands in its place, or none.
    CarePutRight {
        /// The time.
        episode: String,
    },
}
