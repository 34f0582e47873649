//! Writing a plan. The verb decides and changes nothing: it answers with the event, or with every reason why not.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{HowOften, Plan};
use crate::goal::Mark;
use crate::id::{GoalId, PersonId};
use crate::need::{NEEDS, Need};
use crate::support::{KINDS, SupportKind};
use crate::text::Text;

/// The most goals of one plan.
///
/// Assumption: 12; a family of two parents and four children has two each.
pub const GOALS_MAX: usize = 12;

/// For how long support is planned, in months from the first day of the match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// What a new plan begins with.
    pub usual: u8,
    /// The longest a plan says without an extension.
    pub longest: u8,
}

impl Term {
    /// The term of a programme area that has set none.
    ///
    /// Source: programme.md 4.3, 12 to 15 months is published. Assumption: 12 to begin with.
    pub const SHIPPED: Self = Self { usual: 12, longest: 15 };

    /// The last day of support a new plan begins with, for support from this day on.
    pub fn usual_end(self, from: Date) -> Date {
        from.saturating_add(i32::from(self.usual).months())
    }

    /// The last day a plan may say without an extension.
    pub fn latest_end(self, from: Date) -> Date {
        from.saturating_add(i32::from(self.longest).months())
    }
}

/// A goal as the form of a plan gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewGoal {
    /// The goal there is, or a new one.
    pub id: Option<GoalId>,
    /// Whose it is. A goal there is stays whose it was.
    pub owner: PersonId,
    /// What they want, in their words.
    pub words: Text,
    /// The area of need it is about.
    pub need: Option<&'static Need>,
    /// How near it is now; every new goal has one.
    pub mark: Option<Mark>,
}

/// A plan as a form gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPlan {
    /// The version it was written from; 0 where there was none.
    pub from_version: u32,
    /// The day of the planning meeting.
    pub met_on: Date,
    /// The last day of support as planned.
    pub planned_end: Date,
    /// The areas of need.
    pub needs: Vec<&'static Need>,
    /// The kinds of support and how often.
    pub support: Vec<(&'static SupportKind, HowOften)>,
    /// The goals. One there is that is not among them is let go.
    pub goals: Vec<NewGoal>,
    /// What each child wants to happen.
    pub wishes: Vec<(PersonId, Text)>,
    /// Who does what in a hard time.
    pub hard_time: Option<Text>,
    /// What else was agreed.
    pub more: Option<Text>,
    /// What is different from the version before, and why.
    pub change: Option<Text>,
}

/// What is stored of a plan that is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Which version it is.
    pub version: u32,
    /// The plan, with lists in their order and nobody twice.
    pub new: NewPlan,
    /// The goals of the version before that are in it no more.
    pub let_go: Vec<GoalId>,
}

/// Why a plan cannot be written like this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The family has no carer, and had none.
    #[error("support has not begun")]
    NotSupported,
    /// Somebody else has written another version meanwhile.
    #[error("version {now} was written meanwhile")]
    Overtaken {
        /// The version that stands now.
        now: u32,
    },
    /// The meeting is to come.
    #[error("the meeting on {on} is to come")]
    MeetingToCome {
        /// The day.
        on: Date,
    },
    /// The meeting was before the family was referred.
    #[error("before {earliest}")]
    MeetingTooEarly {
        /// The first day it may be.
        earliest: Date,
    },
    /// Support would end before it has begun, or later than was agreed.
    #[error("planned to end on {end}, not between {from} and {to}")]
    EndOutside {
        /// The end given.
        end: Date,
        /// The first day it may be.
        from: Date,
        /// The last day it may be.
        to: Date,
    },
    /// There is nothing anybody wants.
    #[error("no goal")]
    NoGoal,
    /// There are more goals than anybody can follow.
    #[error("more than {max} goals")]
    TooManyGoals {
        /// How many fit.
        max: usize,
    },
    /// A new goal has no mark.
    #[error("goal {goal} has no mark")]
    NoMark {
        /// Its place on the form, from 0.
        goal: usize,
    },
    /// A goal is not one of this family's that is open, or is there twice.
    #[error("goal {goal} is none of this plan's")]
    NotItsGoal {
        /// Its place on the form, from 0.
        goal: usize,
    },
    /// Somebody named is not of this family.
    #[error("somebody of another family")]
    NotOfTheFamily,
    /// There is no support in it.
    #[error("no support")]
    NoSupport,
    /// Nothing says what is different.
    #[error("nothing says what is different")]
    ChangeNotSaid,
}

/// What a plan must fit into.
#[derive(Clone, Copy, Debug)]
pub struct Bounds<'a> {
    /// Today.
    pub today: Date,
    /// The day the family was first referred.
    pub referred: Date,
    /// The first day of support: of the first match since the family was last accepted.
    pub supported: Option<Date>,
    /// The last day support may be planned for: the term's, or that of an extension that was agreed.
    pub latest_end: Date,
    /// The family's people.
    pub people: &'a [PersonId],
    /// The family's open goals, each with whose it is.
    pub goals: &'a [(GoalId, PersonId)],
}

impl NewPlan {
    /// Decides on a plan; `last` is the version that stands.
    ///
    /// # Errors
    /// Every reason why it cannot be written, in the order of the form.
    pub fn write(self, last: Option<&Plan>, bounds: Bounds<'_>) -> Result<Event, Vec<Refusal>> {
        let now = last.map_or(0, |last| last.version);
        if self.from_version != now {
            return Err(vec![Refusal::Overtaken { now }]);
        }
        let mut refusals = self.dates(bounds);
        refusals.extend(self.goals_fit(bounds));
        if self.support.is_empty() {
            refusals.push(Refusal::NoSupport);
        }
        let owners = self
            .goals
            .iter()
            .filter(|goal| goal.id.is_none())
            .map(|goal| goal.owner);
        let mut named = owners.chain(self.wishes.iter().map(|(person, _)| *person));
        if !named.all(|person| bounds.people.contains(&person)) {
            refusals.push(Refusal::NotOfTheFamily);
        }
        if last.is_some() && self.change.is_none() {
            refusals.push(Refusal::ChangeNotSaid);
        }
        if !refusals.is_empty() {
            return Err(refusals);
        }
        let kept: Vec<GoalId> = self.goals.iter().filter_map(|goal| goal.id).collect();
        let let_go = bounds.goals.iter().map(|(goal, _)| *goal);
        Ok(Event {
            version: now + 1,
            let_go: let_go.filter(|goal| !kept.contains(goal)).collect(),
            new: self.in_order(bounds),
        })
    }

    fn dates(&self, bounds: Bounds<'_>) -> Vec<Refusal> {
        let mut refusals = Vec::new();
        let Some(supported) = bounds.supported else {
            return vec![Refusal::NotSupported];
        };
        if bounds.today < self.met_on {
            refusals.push(Refusal::MeetingToCome { on: self.met_on });
        }
        if self.met_on < bounds.referred {
            refusals.push(Refusal::MeetingTooEarly {
                earliest: bounds.referred,
            });
        }
        if !(supported..=bounds.latest_end).contains(&self.planned_end) {
            refusals.push(Refusal::EndOutside {
                end: self.planned_end,
                from: supported,
                to: bounds.latest_end,
            });
        }
        refusals
    }

    fn goals_fit(&self, bounds: Bounds<'_>) -> Vec<Refusal> {
        let mut refusals = Vec::new();
        if self.goals.is_empty() {
            refusals.push(Refusal::NoGoal);
        }
        if GOALS_MAX < self.goals.len() {
            refusals.push(Refusal::TooManyGoals { max: GOALS_MAX });
        }
        for (place, goal) in self.goals.iter().enumerate() {
            match goal.id {
                None if goal.mark.is_none() => refusals.push(Refusal::NoMark { goal: place }),
                Some(id) => {
                    let is_theirs = bounds.goals.contains(&(id, goal.owner));
                    let is_twice = self.goals[..place].iter().any(|before| before.id == Some(id));
                    if !is_theirs || is_twice {
                        refusals.push(Refusal::NotItsGoal { goal: place });
                    }
                }
                None => {}
            }
        }
        refusals
    }

    /// The same with each list in the order it is read, each entry once.
    fn in_order(mut self, bounds: Bounds<'_>) -> Self {
        let needs = NEEDS.iter().filter(|need| self.needs.contains(need));
        self.needs = needs.collect();
        let often = |kind: &'static SupportKind| {
            let found = self.support.iter().find(|(one, _)| *one == kind);
            found.map(|(_, often)| (kind, *often))
        };
        self.support = KINDS.iter().filter_map(often).collect();
        let wishes = bounds.people.iter().filter_map(|person| {
            let found = self.wishes.iter().find(|(one, _)| one == person);
            found.cloned()
        });
        self.wishes = wishes.collect();
        self
    }
}
