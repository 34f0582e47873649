//! One person of a family: what is said of them, and by whom it is known.

use super::{Languages, Part, Reason, SafeContact};
use crate::consent::Consents;
use crate::day::{Age, Birth, age_on};
use crate::id::PersonId;
use crate::name::PersonName;
use crate::pack::Key;
use crate::text::Text;
use jiff::civil::Date;

/// The age from which somebody named as a child is asked about: 18 years.
///
/// Source: Children Act 1989 s.105, Children (NI) Order 1995 art. 2, Social Services and Well-being (Wales) Act 2014 s.3.
const ADULT_YEARS: u16 = 18;

/// The age under which somebody named as an adult is asked about, in years. A parent may be under 18 and is still a
/// parent here.
///
/// Assumption: ten; a higher one would ask about young parents, a lower one would miss a child named as an adult.
const PARENT_YEARS: u16 = 10;

/// The age from which a child has a say of their own: is asked what they think, and has papers made for them, in years.
///
/// Source: details.md 2 (assumed): a young person is a child of 11 or more. Assumption: a child whose age is not known is asked.
const OWN_SAY_YEARS: u16 = 11;

/// Why a birth does not go with somebody's part in the family: a slip more often than not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unlikely {
    /// A child who would be an adult.
    GrownChild,
    /// An adult who would be a child.
    YoungAdult,
}

/// Whether somebody born then is hardly a child, or hardly an adult, of a family referred today. One whose age could be
/// either is not asked about.
pub fn unlikely(part: Part, birth: Birth, today: Date) -> Option<Unlikely> {
    let surely = match age_on(birth, today) {
        Some(Age::Years(years)) => Some(years),
        Some(Age::Between { least, most }) if (least < ADULT_YEARS) == (most < ADULT_YEARS) => Some(least),
        _ => None,
    };
    match (part, surely?) {
        (Part::Child, years) if ADULT_YEARS <= years => Some(Unlikely::GrownChild),
        (Part::Adult, years) if years < PARENT_YEARS => Some(Unlikely::YoungAdult),
        _ => None,
    }
}

/// One person of a family. A [`NewPerson`] is the same before the store has made an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person<I = PersonId> {
    /// Their id.
    pub id: I,
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
    /// How they describe their ethnic group, if they were asked and said.
    pub ethnicity: Option<Ethnicity>,
    /// What a disability or an illness means for them, in their words.
    pub disability: Option<Text>,
    /// What helps them to understand and be understood: an interpreter, large print, more time.
    pub communication: Option<Text>,
    /// Their number in the authority's own system, whatever it looks like there.
    pub authority_id: Option<Text>,
}

impl<I> Person<I> {
    /// Whether somebody has a say of their own on a day: every adult, and a child who is old enough or may be.
    pub fn speaks_for_themselves(&self, today: Date) -> bool {
        self.part == Part::Adult
            || match age_on(self.birth, today) {
                Some(Age::Years(years)) => OWN_SAY_YEARS <= years,
                Some(Age::Between { most, .. }) => OWN_SAY_YEARS <= most,
                Some(Age::Unborn) => false,
                None => true,
            }
    }
}

/// How somebody describes their ethnic group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ethnicity {
    /// A key of the nation pack's ethnic groups, where one fits.
    pub group: Option<Key>,
    /// Their own words for it.
    pub words: Option<Text>,
}

/// A person as a form gives them; with an id where a family is referred again and they are known.
pub type NewPerson = Person<Option<PersonId>>;

impl NewPerson {
    /// Somebody of whom only the part in the family is known.
    pub fn unknown(part: Part) -> Self {
        Self {
            id: None,
            name: PersonName::default(),
            birth: Birth::NotKnown,
            part,
            relationship: None,
            languages: Languages::default(),
            reason: None,
            consents: Consents::default(),
            legal_status: None,
            safe_contact: None,
            ethnicity: None,
            disability: None,
            communication: None,
            authority_id: None,
        }
    }

    /// The person, with the id they have, or the one the store made.
    pub fn with_id(self, made: PersonId) -> Person {
        Person {
            id: self.id.unwrap_or(made),
            name: self.name,
            birth: self.birth,
            part: self.part,
            relationship: self.relationship,
            languages: self.languages,
            reason: self.reason,
            consents: self.consents,
            legal_status: self.legal_status,
            safe_contact: self.safe_contact,
            ethnicity: self.ethnicity,
            disability: self.disability,
            communication: self.communication,
            authority_id: self.authority_id,
        }
    }
}
