//! What a part of an entry says of support as it is given: sessions, and steps up and down.

use serde::{Deserialize, Serialize};

/// What happened in a family's support, as far as it concerns one subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum SupportFact {
    /// The support level was changed.
    SupportStepped {
        /// The first day of the new level.
        on: String,
        /// The level before.
        from: u8,
        /// The level after.
        to: u8,
        /// What led to it.
        cause: String,
        /// Who asked.
        asked_by: String,
        /// Who agreed.
        agreed_by: Vec<String>,
        /// Until when it is expected to hold.
        expected_end: Option<String>,
        /// Why, in words.
        words: String,
    },
    /// A session was planned, written down, or said not to have taken place.
    SessionWritten {
        /// The session.
        session: String,
        /// The kind of support.
        kind: String,
        /// How it stands.
        stage: String,
        /// The day.
        on: String,
        /// Why it did not take place.
        why: Option<String>,
        /// What was written that is about this subject.
        words: Option<String>,
    },
    /// What was written of a session was put right.
    SessionPutRight {
        /// The session.
        session: String,
        /// Why, in words.
        why: String,
        /// What stands there now that is about this subject.
        words: Option<String>,
    },
    /// A paragraph was given to one person, or back to the family.
    PassageGiven {
        /// The session.
        session: String,
        /// Its place.
        place: usize,
        /// The words, for whom it is about now.
        words: Option<String>,
    },
    /// It was said whether a paragraph names somebody outside the family.
    PassageMarked {
        /// The session.
        session: String,
        /// Its place.
        place: usize,
        /// Whether.
        names_outsider: bool,
    },
    /// Somebody who supervises read a session and signed it.
    SessionSigned {
        /// The session.
        session: String,
        /// The day.
        on: String,
        /// What they say to it.
        words: Option<String>,
    },
    /// A review or support meeting was planned, moved, or written down.
    ReviewWritten {
        /// The review.
        review: String,
        /// Which of the two.
        kind: String,
        /// How it stands.
        stage: String,
        /// The day.
        on: String,
        /// What was decided.
        decided: Vec<String>,
        /// What was said, in words.
        words: Option<String>,
    },
    /// What was written of a review was put right.
    ReviewPutRight {
        /// The review.
        review: String,
        /// Why, in words.
        why: String,
        /// What stands there now.
        words: String,
    },
    /// A planned review was called off.
    ReviewCalledOff {
        /// The review.
        review: String,
        /// Which of the two.
        kind: String,
        /// The day it was planned for.
        on: String,
    },
    /// Somebody brought something to a review, or put right what they brought.
    ContributionGiven {
        /// The review.
        review: String,
        /// How often it was given.
        version: u32,
        /// The words.
        words: String,
    },
    /// It was set what the levels of a programme area mean.
    LadderSet {
        /// The first day.
        from: String,
        /// The level support begins with.
        first: u8,
        /// Each level: its number, sessions/weeks, stays a month, days between reviews, days after which it ends.
        rungs: Vec<String>,
    },
    /// It was set how a programme area works.
    PracticeSet {
        /// The key of the questions for a visit.
        prompts: String,
        /// Each number: its key and what it is.
        numbers: Vec<String>,
    },
    /// Something outside keeps everybody of a programme area at home for some days.
    DisruptionSet {
        /// The first day.
        from: String,
        /// The last day.
        to: String,
        /// What it is.
        cause: String,
    },
    /// That is taken back.
    DisruptionTakenBack {
        /// The first day.
        from: String,
        /// The last day.
        to: String,
    },
    /// A suggestion to step was set aside.
    SuggestionSetAside {
        /// The rule.
        rule: String,
        /// What it fired on.
        about: String,
        /// Why, in words.
        words: String,
    },
}
