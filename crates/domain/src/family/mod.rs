//! A family: the unit of support, made of children and adults, who may live in two homes.
//!
//! There are no slots for "mother" or "father": everybody is a person with a part and, if they
//! like, a word for the relationship. The unit of protection is the person, not the family.

mod contact;
mod home;
mod language;
mod person;
mod postcode;
mod safety;

use crate::id::{FamilyId, SiteId};
use crate::reference::Reference;

pub use contact::SafeContact;
pub use home::{HOMES_MAX, Home};
pub use language::{LanguageTag, Languages, NotALanguage};
pub use person::{Ethnicity, NewPerson, Person, Unlikely, unlikely};
pub use postcode::{POSTCODE_CHARS_MAX, Postcode, PostcodeProblem};
pub use safety::{Holder, KeptAway, Order, Responsibility, SAFETY_LINES_MAX, Ways};

/// A family and its people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Family {
    /// Its id.
    pub id: FamilyId,
    /// The programme area it lives in.
    pub site: SiteId,
    /// What people say aloud for it.
    pub reference: Reference,
    /// The row's version, for finding stale pages.
    pub version: i64,
    /// Its children and adults.
    pub people: Vec<Person>,
}

impl Family {
    /// The children, unborn ones included, in the order recorded.
    pub fn children(&self) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(|person| person.part == Part::Child)
    }

    /// The adults, in the order recorded.
    pub fn adults(&self) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(|person| person.part == Part::Adult)
    }

    /// The reason of the whole, derived from its children.
    pub fn reason(&self) -> OverallReason {
        let reasons: Vec<Option<Reason>> = self.children().map(|child| child.reason).collect();
        derived(&reasons)
    }

    /// The different surnames, in the order recorded. Empty if none is known.
    pub fn surnames(&self) -> Vec<&str> {
        let mut found: Vec<&str> = Vec::new();
        for surname in self.people.iter().filter_map(|person| person.name.surname.as_ref()) {
            if !found.contains(&surname.as_str()) {
                found.push(surname.as_str());
            }
        }
        found
    }
}

/// Whether somebody is a child or an adult of the family, whatever their age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// A child or young person; an unborn child is one.
    Child,
    /// A parent or other adult at home.
    Adult,
}

impl Part {
    /// Both parts, children first.
    pub const ALL: [Self; 2] = [Self::Child, Self::Adult];

    /// The part's name in the database and the words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Child => "child",
            Self::Adult => "adult",
        }
    }

    /// The part with this key, if there is one.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.key() == key)
    }
}

/// Why a child is referred. The two have different outcomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// The child may come into care.
    RiskOfCare,
    /// The child is returning home.
    Reunification,
}

impl Reason {
    /// Both reasons.
    pub const ALL: [Self; 2] = [Self::RiskOfCare, Self::Reunification];

    /// The reason's name in the database and the words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::RiskOfCare => "risk_of_care",
            Self::Reunification => "reunification",
        }
    }

    /// The reason with this key, if there is one.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.key() == key)
    }
}

/// The reason of a referral as a whole. Always derived, never typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OverallReason {
    /// Every reason given is risk of care.
    RiskOfCare,
    /// Every reason given is reunification.
    Reunification,
    /// Children have different reasons.
    Mixed,
    /// No child has a reason yet.
    NotGiven,
}

impl OverallReason {
    /// The reason's name in the words and the interface.
    pub const fn key(self) -> &'static str {
        match self {
            Self::RiskOfCare => "risk_of_care",
            Self::Reunification => "reunification",
            Self::Mixed => "mixed",
            Self::NotGiven => "not_given",
        }
    }
}

/// The reason of the whole from each child's. A child without one does not make it mixed.
pub fn derived(reasons: &[Option<Reason>]) -> OverallReason {
    let any = |wanted| reasons.contains(&Some(wanted));
    match (any(Reason::RiskOfCare), any(Reason::Reunification)) {
        (true, true) => OverallReason::Mixed,
        (true, false) => OverallReason::RiskOfCare,
        (false, true) => OverallReason::Reunification,
        (false, false) => OverallReason::NotGiven,
    }
}
