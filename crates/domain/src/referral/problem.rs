//! What stands against a new referral: everything wrong at once, in the order of the page.

use super::{PEOPLE_MAX, Refer};
use crate::day::Birth;
use crate::family::{HOMES_MAX, Holder, NewPerson, Part, SAFETY_LINES_MAX};

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
    /// There are more homes than fit.
    #[error("{homes} homes, at most {max}")]
    TooManyHomes {
        /// How many were given.
        homes: usize,
        /// How many fit.
        max: usize,
    },
    /// There are more orders, or more people kept away, than fit.
    #[error("{lines} lines, at most {max}")]
    TooManyLines {
        /// How many were given, of the longer of the two lists.
        lines: usize,
        /// How many fit.
        max: usize,
    },
    /// Something names a place at which there is nobody.
    #[error("there is no person {person}")]
    NoSuchPerson {
        /// The place it names, from 0.
        person: usize,
    },
    /// Parental responsibility is had for somebody who is not a child.
    #[error("person {person} is an adult somebody is said to be responsible for")]
    ResponsibilityForAdult {
        /// The place of the person in the form, from 0.
        person: usize,
    },
    /// Nobody is said to live in a home.
    #[error("nobody lives in home {home}")]
    EmptyHome {
        /// The place of the home, from 0.
        home: usize,
    },
    /// A home has neither an address nor a postcode.
    #[error("home {home} is nowhere")]
    HomeNowhere {
        /// The place of the home, from 0.
        home: usize,
    },
    /// An order is about nobody.
    #[error("order {order} is about nobody")]
    OrderAboutNobody {
        /// The place of the order, from 0.
        order: usize,
    },
    /// Somebody is kept away from nobody.
    #[error("line {line} does not say whom somebody is kept from")]
    KeptFromNobody {
        /// The place of the line among those kept away, from 0.
        line: usize,
    },
    /// Somebody is kept away, but from nothing.
    #[error("line {line} does not say what somebody must not do")]
    KeptFromNothing {
        /// The place of the line among those kept away, from 0.
        line: usize,
    },
    /// An order ends before it is made.
    #[error("order {order} ends before it is made")]
    OrderEndsEarly {
        /// The place of the order, from 0.
        order: usize,
    },
    /// An adult is expected to be born.
    #[error("person {person} is an adult who is not born yet")]
    UnbornAdult {
        /// The place of the person in the form, from 0.
        person: usize,
    },
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
        found.extend(self.problems_of_homes());
        found.extend(self.problems_of_safety());
        found
    }

    fn problems_of_homes(&self) -> Vec<ReferProblem> {
        let homes = self.homes.len();
        let many = (HOMES_MAX < homes).then_some(ReferProblem::TooManyHomes { homes, max: HOMES_MAX });
        let each = self.homes.iter().enumerate().flat_map(|(at, home)| {
            let nowhere = home.address.is_none() && home.postcode.is_none();
            let mut found = self.nobody_at(&home.people);
            found.extend(nowhere.then_some(ReferProblem::HomeNowhere { home: at }));
            found.extend(home.people.is_empty().then_some(ReferProblem::EmptyHome { home: at }));
            found
        });
        many.into_iter().chain(each).collect()
    }

    fn problems_of_safety(&self) -> Vec<ReferProblem> {
        let mut found = Vec::new();
        for responsibility in &self.responsibilities {
            let person = responsibility.child;
            let mut named = vec![person];
            if let Holder::Person(holder) = responsibility.holder {
                named.push(holder);
            }
            found.extend(self.nobody_at(&named));
            if self.people.get(person).is_some_and(|child| child.part == Part::Adult) {
                found.push(ReferProblem::ResponsibilityForAdult { person });
            }
        }
        for (order, made) in self.orders.iter().enumerate() {
            found.extend(self.nobody_at(&made.people));
            if made.people.is_empty() {
                found.push(ReferProblem::OrderAboutNobody { order });
            }
            if made.made_on.zip(made.ends_on).is_some_and(|(from, to)| to < from) {
                found.push(ReferProblem::OrderEndsEarly { order });
            }
        }
        for (line, kept) in self.kept_away.iter().enumerate() {
            found.extend(self.nobody_at(&kept.people));
            if kept.people.is_empty() {
                found.push(ReferProblem::KeptFromNobody { line });
            }
            if kept.ways.is_empty() {
                found.push(ReferProblem::KeptFromNothing { line });
            }
        }
        let lines = self.orders.len().max(self.kept_away.len());
        if SAFETY_LINES_MAX < lines {
            let max = SAFETY_LINES_MAX;
            found.push(ReferProblem::TooManyLines { lines, max });
        }
        found
    }

    fn nobody_at(&self, places: &[usize]) -> Vec<ReferProblem> {
        let lost = places.iter().filter(|place| self.people.len() <= **place);
        lost.map(|person| ReferProblem::NoSuchPerson { person: *person })
            .collect()
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
