//! Referring a family: what the form must give before it becomes a referral.

use crate::day::Birth;
use crate::family::{NewPerson, OverallReason, Part, Reason, derived};
use crate::id::SiteId;
use crate::need::Need;
use crate::text::Text;

/// The most people in one referral.
///
/// Assumption: 30, three times the largest family in the referral file; more is a slip or an abuse.
pub const PEOPLE_MAX: usize = 30;

/// A new referral, after every field was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refer {
    /// The programme area.
    pub site: SiteId,
    /// The children and adults of the family.
    pub people: Vec<NewPerson>,
    /// The areas of need, in the order of [`crate::need::NEEDS`].
    pub needs: Vec<&'static Need>,
    /// What is going well.
    pub going_well: Option<Text>,
    /// What worries people.
    pub worries: Option<Text>,
}

/// Why a family cannot be referred like this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReferProblem {
    /// Nobody in it is a child.
    #[error("no child is named")]
    NoChild,
    /// There are more people than fit.
    #[error("{people} people, at most {max}")]
    TooManyPeople {
        /// How many were given.
        people: usize,
        /// How many fit.
        max: usize,
    },
    /// An adult has a reason that only a child can have.
    #[error("person {person} is an adult with a child's reason")]
    ReasonOfAdult {
        /// The place of the person in the form, from 0.
        person: usize,
    },
    /// An adult has a legal status that only a child can have.
    #[error("person {person} is an adult with a child's legal status")]
    StatusOfAdult {
        /// The place of the person in the form, from 0.
        person: usize,
    },
    /// An adult is expected to be born.
    #[error("person {person} is an adult who is not born yet")]
    UnbornAdult {
        /// The place of the person in the form, from 0.
        person: usize,
    },
}

/// Two people in one form who look like one. A person looks; nothing is merged silently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duplicate {
    /// The place of the first in the form, from 0.
    pub first: usize,
    /// The place of the second.
    pub second: usize,
}

impl Refer {
    /// Everything that stands against the referral, in the order of the page; empty when none does.
    pub fn problems(&self) -> Vec<ReferProblem> {
        let mut found = Vec::new();
        if PEOPLE_MAX < self.people.len() {
            found.push(ReferProblem::TooManyPeople {
                people: self.people.len(),
                max: PEOPLE_MAX,
            });
        }
        if !self.people.iter().any(|person| person.part == Part::Child) {
            found.push(ReferProblem::NoChild);
        }
        for (n, person) in self.people.iter().enumerate() {
            if person.part == Part::Adult {
                found.extend(problems_of_adult(n, person));
            }
        }
        found
    }

    /// Everybody who looks the same as somebody before them: same first and last name, whatever the
    /// capitals, and births that could be one. People of whom no name is known are left out.
    pub fn duplicates(&self) -> Vec<Duplicate> {
        let mut found = Vec::new();
        for (second, person) in self.people.iter().enumerate() {
            let first = self.people[..second]
                .iter()
                .position(|earlier| look_the_same(earlier, person));
            found.extend(first.map(|first| Duplicate { first, second }));
        }
        found
    }

    /// The reason of the whole, derived from its children.
    pub fn reason(&self) -> OverallReason {
        let reasons: Vec<Option<Reason>> = self.people.iter().map(|person| person.reason).collect();
        derived(&reasons)
    }
}

fn problems_of_adult(person: usize, adult: &NewPerson) -> impl Iterator<Item = ReferProblem> {
    let reason = adult.reason.map(|_| ReferProblem::ReasonOfAdult { person });
    let status = adult
        .legal_status
        .as_ref()
        .map(|_| ReferProblem::StatusOfAdult { person });
    let unborn = matches!(adult.birth, Birth::Expected { .. });
    reason
        .into_iter()
        .chain(status)
        .chain(unborn.then_some(ReferProblem::UnbornAdult { person }))
}

fn look_the_same(one: &NewPerson, other: &NewPerson) -> bool {
    let name = |person: &NewPerson| {
        let full = [&person.name.forename, &person.name.surname]
            .map(|part| part.as_ref().map(|part| part.as_str().to_lowercase()));
        if full == [None, None] { None } else { Some(full) }
    };
    let births_agree = one.birth == other.birth || one.birth == Birth::NotKnown || other.birth == Birth::NotKnown;
    name(one).is_some() && name(one) == name(other) && births_agree
}
