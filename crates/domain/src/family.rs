//! A family: the unit of support, made of children and adults, who may live in two homes.
//!
//! There are no slots for "mother" or "father": everybody is a person with a part and, if they
//! like, a word for the relationship. The unit of protection is the person, not the family.

use crate::consent::Consents;
use crate::day::Birth;
use crate::id::{FamilyId, PersonId, SiteId};
use crate::name::PersonName;
use crate::pack::Key;
use crate::reference::Reference;
use crate::text::Text;

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

/// One person of a family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// What they are called.
    pub name: PersonName,
    /// When they were or will be born, as far as known.
    pub birth: Birth,
    /// Child or adult in this family.
    pub part: Part,
    /// What they are to the children, in the family's word.
    pub relationship: Option<Text>,
    /// The languages they want to use.
    pub languages: Languages,
    /// Why this child is referred; adults have none.
    pub reason: Option<Reason>,
    /// What they have agreed to.
    pub consents: Consents,
    /// A key of the nation pack's legal statuses; children only.
    pub legal_status: Option<Key>,
    /// How it is safe to reach them, if they said.
    pub safe_contact: Option<SafeContact>,
}

/// A person as a form gives them, before the store has made an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPerson {
    /// What they are called.
    pub name: PersonName,
    /// When they were or will be born, as far as known.
    pub birth: Birth,
    /// Child or adult in this family.
    pub part: Part,
    /// What they are to the children, in the family's word.
    pub relationship: Option<Text>,
    /// The languages they want to use.
    pub languages: Languages,
    /// Why this child is referred; adults have none.
    pub reason: Option<Reason>,
    /// What they have agreed to.
    pub consents: Consents,
    /// A key of the nation pack's legal statuses; children only.
    pub legal_status: Option<Key>,
    /// How it is safe to reach them, if they said.
    pub safe_contact: Option<SafeContact>,
}

impl NewPerson {
    /// Somebody of whom only the part in the family is known.
    pub fn unknown(part: Part) -> Self {
        Self {
            name: PersonName::default(),
            birth: Birth::NotKnown,
            part,
            relationship: None,
            languages: Languages::default(),
            reason: None,
            consents: Consents::default(),
            legal_status: None,
            safe_contact: None,
        }
    }

    /// The person, with the id the store made.
    pub fn with_id(self, id: PersonId) -> Person {
        Person {
            id,
            name: self.name,
            birth: self.birth,
            part: self.part,
            relationship: self.relationship,
            languages: self.languages,
            reason: self.reason,
            consents: self.consents,
            legal_status: self.legal_status,
            safe_contact: self.safe_contact,
        }
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

/// The languages a person wants to speak, read and be reminded in; `None` where nobody asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Languages {
    /// For talking, signing included.
    pub speak: Option<LanguageTag>,
    /// For letters and pages.
    pub read: Option<LanguageTag>,
    /// For reminders.
    pub reminders: Option<LanguageTag>,
}

/// The tag of a language: `cy`, `en`, `pl`, `bfi` for British Sign Language.
///
/// Shape: a primary part of two or three letters, then parts of one to eight letters or digits.
/// Source: RFC 5646, section 2.1. Any language is allowed, whether or not we have words in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageTag(String);

/// A tag that is not the tag of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the tag of a language")]
pub struct NotALanguage;

impl LanguageTag {
    /// Takes a tag, in small letters or capitals; it is kept in small letters.
    ///
    /// # Errors
    /// It does not have the shape of a tag.
    pub fn parse(typed: &str) -> Result<Self, NotALanguage> {
        let tag = typed.trim().to_ascii_lowercase();
        let mut parts = tag.split('-');
        let primary = parts.next().unwrap_or_default();
        let primary_fits = matches!(primary.len(), 2 | 3) && primary.bytes().all(|b| b.is_ascii_lowercase());
        let rest_fit = parts.all(|part| matches!(part.len(), 1..=8) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
        if primary_fits && rest_fit && tag.len() <= 35 {
            Ok(Self(tag))
        } else {
            Err(NotALanguage)
        }
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// How it is safe to reach somebody. Getting this wrong can cost a life.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SafeContact {
    /// A number that is safe to ring.
    pub number: Option<Text>,
    /// When it is safe, in their words.
    pub times: Option<Text>,
    /// Do not leave a message.
    pub no_message: bool,
    /// Their address must not be shown.
    pub address_hidden: bool,
    /// Anything else to know before getting in touch.
    pub note: Option<Text>,
}
