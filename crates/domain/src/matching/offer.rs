//! An offer of one family to one household, and its answer.

use jiff::civil::Date;

use crate::family::Person;
use crate::id::{AccountId, FamilyId, HouseholdId, OfferId, SiteId};
use crate::name::Name;
use crate::text::Text;

/// An offer as a form gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewOffer {
    /// Roughly where the family lives, in words that name no street.
    pub place: Text,
    /// What the carer should know before a visit, in words that name nobody.
    pub visiting: Option<Text>,
    /// Why this carer.
    pub reason: Text,
}

/// An offer as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its id.
    pub id: OfferId,
    /// The family.
    pub family: FamilyId,
    /// The household.
    pub household: HouseholdId,
    /// The programme area.
    pub site: SiteId,
    /// The day it was made.
    pub made_on: Date,
    /// Who made it.
    pub made_by: AccountId,
    /// The row's version, for finding stale pages.
    pub version: i64,
    /// Where it stands.
    pub stage: OfferStage,
}

/// Where an offer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferStage {
    /// It waits for the carer's answer.
    Open,
    /// The carer said yes.
    Accepted {
        /// The day.
        on: Date,
        /// Who recorded it: the carer, or somebody they told.
        by: AccountId,
    },
    /// The carer said no.
    Declined {
        /// The day.
        on: Date,
        /// Who recorded it.
        by: AccountId,
        /// Why.
        why: DeclineWhy,
    },
    /// It was taken back.
    Withdrawn {
        /// The day.
        on: Date,
        /// Who did it.
        by: AccountId,
    },
    /// It led to a match.
    Matched {
        /// The day it was decided.
        on: Date,
    },
}

impl OfferStage {
    /// The stage's name in the database, the interface and the words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Accepted { .. } => "accepted",
            Self::Declined { .. } => "declined",
            Self::Withdrawn { .. } => "withdrawn",
            Self::Matched { .. } => "matched",
        }
    }

    /// Whether somebody still has to do something about it.
    pub const fn is_pending(self) -> bool {
        matches!(self, Self::Open | Self::Accepted { .. })
    }

    /// Whether the carer may know whom it is about.
    pub const fn tells_names(self) -> bool {
        matches!(self, Self::Accepted { .. } | Self::Matched { .. })
    }
}

/// Why a carer says no. Nobody is counted against for it.
///
/// Assumption: these six; no list is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeclineWhy {
    /// It is too far.
    Far,
    /// There is enough to do with the other families.
    EnoughNow,
    /// It would not be right for these children.
    NotRight,
    /// They think they know the family.
    KnowsFamily,
    /// Something in their own life.
    OwnLife,
    /// Something else.
    Other,
}

impl DeclineWhy {
    /// Every reason, in the order people read them.
    pub const ALL: [Self; 6] = [
        Self::Far,
        Self::EnoughNow,
        Self::NotRight,
        Self::KnowsFamily,
        Self::OwnLife,
        Self::Other,
    ];

    /// The reason's name in the database, the interface and the words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Far => "far",
            Self::EnoughNow => "enough_now",
            Self::NotRight => "not_right",
            Self::KnowsFamily => "knows_family",
            Self::OwnLife => "own_life",
            Self::Other => "other",
        }
    }

    /// The reason with this key, if there is one.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.key() == key)
    }
}

/// The names of a family's people that stand in words which may name nobody, each once, as they are recorded.
///
/// A name is found as a whole word, whatever its capitals. `same` says whether two words are one, so that the caller
/// decides about accents; a name of one letter is not looked for.
pub fn names_in<'a>(words: &str, people: &'a [Person], same: impl Fn(&str, &str) -> bool) -> Vec<&'a str> {
    let said: Vec<&str> = split(words).collect();
    let names = people.iter().flat_map(|person| {
        let name = &person.name;
        [&name.forename, &name.surname, &name.known_as]
    });
    let mut found: Vec<&str> = Vec::new();
    for name in names.flatten().map(Name::as_str) {
        let parts: Vec<&str> = split(name).collect();
        let is_long = 1 < name.chars().count();
        let stands = is_long
            && !parts.is_empty()
            && said
                .windows(parts.len())
                .any(|run| run.iter().zip(&parts).all(|(a, b)| same(a, b)));
        if stands && !found.contains(&name) {
            found.push(name);
        }
    }
    found
}

/// The words of a text, without the marks around them and an English ending that says whose.
fn split(text: &str) -> impl Iterator<Item = &str> {
    let within = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '\u{300}'..='\u{36f}');
    text.split(move |c: char| !within(c))
        .map(|word| word.trim_matches(['\'', '’']))
        .map(|word| word.strip_suffix("'s").or(word.strip_suffix("’s")).unwrap_or(word))
        .filter(|word| !word.is_empty())
}
