//! The support level: how much support a family has now. It is always derived from steps, never edited.

mod ladders;

pub use ladders::Ladders;

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

impl Rung {
    fn problems(&self) -> impl Iterator<Item = LadderProblem> {
        let level = self.level.0;
        let weeks = (!(1..=WEEKS_MAX).contains(&self.weeks)).then_some(LadderProblem::Weeks { level, max: WEEKS_MAX });
        let sessions = (SESSIONS_MAX < self.sessions).then_some(LadderProblem::TooManySessions {
            level,
            max: SESSIONS_MAX,
        });
        let review = (!(1..=REVIEW_DAYS_MAX).contains(&self.review_days)).then_some(LadderProblem::Review {
            level,
            max: REVIEW_DAYS_MAX,
        });
        let is_an_end = |days: u16| (1..=ENDS_DAYS_MAX).contains(&days);
        let ends = (!self.ends_after_days.is_none_or(is_an_end)).then_some(LadderProblem::Ends {
            level,
            max: ENDS_DAYS_MAX,
        });
        [weeks, sessions, review, ends].into_iter().flatten()
    }
}

/// A site's levels, lowest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladder {
    rungs: Vec<Rung>,
    first: Level,
}

/// In how many weeks the sessions of a level are counted at most.
///
/// Assumption: 4, a month; what is rarer than that is not support week by week.
pub const WEEKS_MAX: u8 = 4;

/// The most sessions that are due in a level's weeks.
///
/// Assumption: 14, two a day for a week.
pub const SESSIONS_MAX: u8 = 14;

/// The most days between two reviews at any level.
///
/// Source: programme.md 4.10, every three months; details.md 6, 13 weeks = 91 days.
pub const REVIEW_DAYS_MAX: u16 = 91;

/// After how many days a level that is only for a while ends at the latest.
///
/// Assumption: 91; what holds for longer than from one review to the next is not only for a while.
pub const ENDS_DAYS_MAX: u16 = 91;

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
    /// A level counts its sessions in no weeks, or in too many.
    #[error("level {level} counts in no weeks, or in more than {max}")]
    Weeks {
        /// The level.
        level: u8,
        /// The most.
        max: u8,
    },
    /// More sessions are due than a family could bear.
    #[error("level {level} has more than {max} sessions")]
    TooManySessions {
        /// The level.
        level: u8,
        /// The most.
        max: u8,
    },
    /// A level is never reviewed, or too seldom.
    #[error("level {level} is not reviewed within {max} days")]
    Review {
        /// The level.
        level: u8,
        /// The most days.
        max: u16,
    },
    /// A level that is only for a while ends on the day it begins, or too late.
    #[error("level {level} does not end within {max} days")]
    Ends {
        /// The level.
        level: u8,
        /// The most days.
        max: u16,
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
    /// They do not make a ladder; the first of [`Ladder::problems`].
    pub fn new(rungs: Vec<Rung>, first: Level) -> Result<Self, LadderProblem> {
        match Self::problems(&rungs, first).first() {
            Some(problem) => Err(*problem),
            None => Ok(Self { rungs, first }),
        }
    }

    /// Everything that keeps levels from making a ladder, in the order of the levels.
    pub fn problems(rungs: &[Rung], first: Level) -> Vec<LadderProblem> {
        let mut problems = Vec::new();
        if rungs.len() < 2 {
            problems.push(LadderProblem::TooFew { rungs: rungs.len() });
        }
        let pairs = rungs.windows(2).filter(|pair| pair[1].level <= pair[0].level);
        problems.extend(pairs.map(|pair| LadderProblem::NotInOrder { level: pair[1].level.0 }));
        for rung in rungs {
            problems.extend(rung.problems());
        }
        if !rungs.iter().any(|rung| rung.level == first) {
            problems.push(LadderProblem::NoFirst { level: first.0 });
        }
        problems
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
