//! Papers of a review: each is made for one reader and holds what that reader may see.

use crate::access::{Action, assigned_may};
use crate::agreement::AgreementState;
use crate::family::Person;
use crate::id::{AccountId, PersonId};
use crate::role::Role;
use jiff::civil::Date;

/// For whom a paper is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Somebody of the family.
    Person(PersonId),
    /// Somebody who works with it, in one of their roles.
    Account(AccountId, Role),
}

/// Who of the team has a paper of a review. Source: programme.md 3 and 4.10; those three sit at the table.
pub const READING_ROLES: [Role; 3] = [Role::Carer, Role::FamilyWorker, Role::Supervisor];

/// Whether somebody of the family has a paper of their own: an adult, or a child old enough to have a say for themselves.
pub fn has_a_paper(person: &Person, today: Date) -> bool {
    person.speaks_for_themselves(today)
}

/// What a paper may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a part of the paper, there or not")]
pub struct Shows {
    /// The one person whose goals, words and contributions it holds; none where it holds everybody's.
    pub only: Option<PersonId>,
    /// Whether it holds what was said at visits.
    pub said: bool,
    /// Whether it holds calls for help.
    pub urgent: bool,
    /// Whether it holds reasons that were written about the family: of steps, and why visits did not take place.
    pub reasons: bool,
    /// Whether it holds what was written of a review: that of one who was not there holds what was decided.
    pub review: bool,
}

impl Shows {
    /// What somebody who may do these things sees of a family, on a page.
    pub const fn of_staff(opens_sessions: bool, opens_crises: bool) -> Self {
        Self {
            only: None,
            said: opens_sessions,
            urgent: opens_crises,
            reasons: true,
            review: true,
        }
    }

    /// What a paper for this reader may hold at all, where the agreement stands so; `was_there` says whether somebody of the
    /// family was at the review it is about.
    ///
    /// Somebody of the family has their own goals and words, and what is written under the family's key only of a review they
    /// sat in: what is not given to one person belongs to no one's paper until it was split (programme.md 4.8).
    pub fn of_reader(reader: Reader, agreement: AgreementState, was_there: bool) -> Self {
        match reader {
            Reader::Person(person) => Self {
                only: Some(person),
                said: true,
                urgent: false,
                reasons: false,
                review: was_there,
            },
            Reader::Account(_, role) => {
                let may = |action| assigned_may(role, action, agreement);
                Self::of_staff(may(Action::OpenSession), may(Action::OpenCrisis))
            }
        }
    }

    /// What stands in a paper that somebody else makes: nothing the maker may not see.
    #[must_use]
    pub const fn and(self, maker: Self) -> Self {
        Self {
            only: self.only,
            said: self.said && maker.said,
            urgent: self.urgent && maker.urgent,
            reasons: self.reasons && maker.reasons,
            review: self.review && maker.review,
        }
    }

    /// Whether it holds what stands with somebody: with one person, or with the family where there is none.
    pub fn holds(self, whose: Option<PersonId>) -> bool {
        self.only.is_none_or(|only| whose == Some(only))
    }
}
