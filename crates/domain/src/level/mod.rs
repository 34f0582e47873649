//! The support level: how much support a family has now. It is always derived from steps, never edited.

/// A support level on a site's own ladder, lowest first.
///
/// Sites name and number their levels; code compares them and never names one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level(u8);

/// The highest level any ladder has.
///
/// Assumption: 9, one figure; the shipped ladder has five (programme.md 4.5).
pub const LEVEL_MAX: u8 = 9;

impl Level {
    /// The level with this number; `None` past [`LEVEL_MAX`].
    pub const fn new(number: u8) -> Option<Self> {
        if number <= LEVEL_MAX { Some(Self(number)) } else { None }
    }

    /// Its number, from 0.
    pub const fn number(self) -> u8 {
        self.0
    }
}

/// One level of a ladder: how much support it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rung {
    /// The level.
    pub level: Level,
    /// How many sessions are due in so many weeks.
    pub sessions: u8,
    /// In how many weeks.
    pub weeks: u8,
    /// How many stays a month are usual for each referred child.
    pub stays_a_month: u8,
    /// The most days between two reviews.
    pub review_days: u16,
    /// After how many days it ends, where it is only for a while.
    pub ends_after_days: Option<u16>,
}

/// A site's levels, lowest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladder {
    rungs: Vec<Rung>,
    first: Level,
}

/// Why levels do not make a ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LadderProblem {
    /// There are fewer than two levels, so that nothing could step.
    #[error("{rungs} levels are no ladder")]
    TooFew {
        /// How many there are.
        rungs: usize,
    },
    /// Levels are not in order, or one is there twice.
    #[error("level {level} is not above the one before")]
    NotInOrder {
        /// The level.
        level: u8,
    },
    /// A level counts its sessions in no weeks.
    #[error("level {level} counts in no weeks")]
    NoWeeks {
        /// The level.
        level: u8,
    },
    /// A level is never reviewed.
    #[error("level {level} is never reviewed")]
    NoReview {
        /// The level.
        level: u8,
    },
    /// The level to begin with is none of them.
    #[error("there is no level {level} to begin with")]
    NoFirst {
        /// The level.
        level: u8,
    },
}

/// The ladder shipped: level, sessions, weeks, stays a month, days between reviews, days after which it ends.
///
/// Assumption: programme.md 4.5, which is our own working value; a site may set another. Seven sessions a week are one a
/// day at the highest level.
const SHIPPED: [(u8, u8, u8, u8, u16, Option<u16>); 5] = [
    (0, 1, 2, 0, 91, None),
    (1, 1, 2, 0, 91, None),
    (2, 1, 1, 1, 91, None),
    (3, 2, 1, 1, 42, None),
    (4, 7, 1, 1, 14, Some(14)),
];

/// The level support begins with, where nothing else was decided.
///
/// Assumption: 2, regular support.
const FIRST: Level = Level(2);

impl Ladder {
    /// Takes a site's own levels, and the one support begins with.
    ///
    /// # Errors
    /// They do not make a ladder.
    pub fn new(rungs: Vec<Rung>, first: Level) -> Result<Self, LadderProblem> {
        if rungs.len() < 2 {
            return Err(LadderProblem::TooFew { rungs: rungs.len() });
        }
        if let Some(pair) = rungs.windows(2).find(|pair| pair[1].level <= pair[0].level) {
            let level = pair[1].level.0;
            return Err(LadderProblem::NotInOrder { level });
        }
        for rung in &rungs {
            let level = rung.level.0;
            if rung.weeks == 0 {
                return Err(LadderProblem::NoWeeks { level });
            }
            if rung.review_days == 0 {
                return Err(LadderProblem::NoReview { level });
            }
        }
        if rungs.iter().any(|rung| rung.level == first) {
            Ok(Self { rungs, first })
        } else {
            Err(LadderProblem::NoFirst { level: first.0 })
        }
    }

    /// The ladder of a site that has set none.
    pub fn shipped() -> Self {
        let rung = |(level, sessions, weeks, stays_a_month, review_days, ends_after_days)| Rung {
            level: Level(level),
            sessions,
            weeks,
            stays_a_month,
            review_days,
            ends_after_days,
        };
        Self {
            rungs: SHIPPED.into_iter().map(rung).collect(),
            first: FIRST,
        }
    }

    /// Its levels, lowest first.
    pub fn rungs(&self) -> &[Rung] {
        &self.rungs
    }

    /// The level support begins with.
    pub const fn first(&self) -> Level {
        self.first
    }

    /// What a level means; `None` if it is none of this ladder.
    pub fn rung(&self, level: Level) -> Option<&Rung> {
        self.rungs.iter().find(|rung| rung.level == level)
    }
}
