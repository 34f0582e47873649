//! Whether two records may be of one person, or two families one family.
//!
//! Nothing here merges anything: a [`Likeness`] says how strong the likeness is and which signs speak for it, and a
//! person decides. It carries no name, day or address, so it may stand in a log and on a board.
//!
//! It rather finds too much than too little, with three exceptions that people would not forgive: twins are two people,
//! a parent and a child of one name are two people, and somebody of whom nothing is known is like nobody.

mod birth;
mod family;
mod home;
mod known;
mod name;
pub mod settle;
mod spelling;
mod trace;

use crate::referral::PARENT_YEARS_MIN;
use birth::Births;
use home::Homes;
use name::Names;

pub use family::{FamilyLikeness, Pair, families};
pub use known::Known;
pub use spelling::{Fold, sounds};
pub use trace::traces;

/// One sign that two records are of one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// The authority knows both by one number.
    SameAuthorityId,
    /// The names are the same but for capitals, accents, apostrophes, hyphens and spaces.
    SameName,
    /// The parts of the name are the same and stand in another order, or forename and surname changed places.
    NameInOtherOrder,
    /// The names are spelt differently and sound the same.
    SoundsAlike,
    /// What people call one of them is the forename of the other.
    KnownAs,
    /// Only a part of the name is the same: one has more names, an initial, another surname, or no forename yet.
    PartOfName,
    /// They were born on the same day.
    SameBirth,
    /// They were born on the same day if day and month of one changed places.
    DayAndMonthSwapped,
    /// The births are one slip apart: the same but for the day, for the month, or for one year.
    BirthOneSlipApart,
    /// The births agree as far as they are known.
    BirthPartlyKnown,
    /// One was not born when it was written down, and the other could be that child.
    BirthExpected,
    /// They live, or lived, at the same address.
    SameAddress,
    /// Their addresses differ or are not known, and have the same postcode of the United Kingdom.
    SamePostcode,
}

impl Sign {
    /// Every sign, in the order people read them.
    pub const ALL: [Self; 13] = [
        Self::SameAuthorityId,
        Self::SameName,
        Self::NameInOtherOrder,
        Self::SoundsAlike,
        Self::KnownAs,
        Self::PartOfName,
        Self::SameBirth,
        Self::DayAndMonthSwapped,
        Self::BirthOneSlipApart,
        Self::BirthPartlyKnown,
        Self::BirthExpected,
        Self::SameAddress,
        Self::SamePostcode,
    ];

    /// The sign's name in the database, the interface and the words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::SameAuthorityId => "same_authority_id",
            Self::SameName => "same_name",
            Self::NameInOtherOrder => "name_in_other_order",
            Self::SoundsAlike => "sounds_alike",
            Self::KnownAs => "known_as",
            Self::PartOfName => "part_of_name",
            Self::SameBirth => "same_birth",
            Self::DayAndMonthSwapped => "day_and_month_swapped",
            Self::BirthOneSlipApart => "birth_one_slip_apart",
            Self::BirthPartlyKnown => "birth_partly_known",
            Self::BirthExpected => "birth_expected",
            Self::SameAddress => "same_address",
            Self::SamePostcode => "same_postcode",
        }
    }

    /// The sign with this key, if there is one.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sign| sign.key() == key)
    }
}

/// How strong a likeness is. No strength is a certainty: only a person says that two records are of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// It may be one; worth a look.
    Possible,
    /// It probably is one.
    Likely,
}

impl Strength {
    /// Both strengths, the stronger first.
    pub const ALL: [Self; 2] = [Self::Likely, Self::Possible];

    /// The strength's name in the database, the interface and the words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Likely => "likely",
            Self::Possible => "possible",
        }
    }

    /// The strength with this key, if there is one.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|strength| strength.key() == key)
    }
}

/// That two records may be of one person, and what speaks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// How strongly.
    pub strength: Strength,
    /// What speaks for it, in the order of [`Sign::ALL`], each once. At least one does.
    pub signs: Vec<Sign>,
}

/// Whether two records may be of one person. The order of the two does not matter.
///
/// | names | same birth | birth could be | birth not known | births apart |
/// |---|---|---|---|---|
/// | the same | likely | likely with a home in common, else possible | possible | possible with a home in common |
/// | near: by sound, known as, more names, changed places | likely | possible | possible with a home | – |
/// | forename alone, or an initial | possible | possible with a home | possible with an address | – |
/// | surname alone, one has no forename | possible | possible with a home | – | – |
/// | nothing to compare | possible with an address | possible with an address | – | – |
/// | differ | – | – | – | – |
///
/// A home is an address or a postcode in common. Births apart only count as a slip within fewer than
/// [`PARENT_YEARS_MIN`] years and where both are children or both adults; where no birth can be compared, a child and an
/// adult are never one. One authority's number for both makes it likely, or possible where names or births contradict it
/// or nothing else can be compared; two different numbers make what was likely possible, and a name alone nothing.
///
/// Assumption: the whole table is ours. Were it too wide, people would look at pairs in vain; too narrow, and a family
/// would be entered twice and asked everything again.
pub fn compare(one: &Known, other: &Known) -> Option<Likeness> {
    let (names, mut signs) = name::compare(one, other);
    let births = birth::compare(one.birth, other.birth);
    let homes = home::compare(&one.homes, &other.homes);
    let ids = Ids::of(one, other);
    let facts = Facts {
        names,
        births,
        homes,
        ids,
        same_part: one.part == other.part,
    };
    let strength = facts.strength()?;
    signs.extend(births.sign());
    signs.extend(homes.sign());
    signs.extend((ids == Ids::Same).then_some(Sign::SameAuthorityId));
    signs.sort_unstable();
    signs.dedup();
    Some(Likeness { strength, signs })
}

/// What the authority's numbers say.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ids {
    Same,
    Differ,
    NotKnown,
}

impl Ids {
    fn of(one: &Known, other: &Known) -> Self {
        match (&one.authority_id, &other.authority_id) {
            (Some(one), Some(other)) if one == other => Self::Same,
            (Some(_), Some(_)) => Self::Differ,
            _ => Self::NotKnown,
        }
    }
}

/// Two records side by side.
#[derive(Clone, Copy)]
struct Facts {
    names: Names,
    births: Births,
    homes: Homes,
    ids: Ids,
    same_part: bool,
}

impl Facts {
    fn strength(self) -> Option<Strength> {
        match self.ids {
            Ids::Same => Some(self.with_one_id()),
            Ids::Differ => self.with_two_ids(),
            Ids::NotKnown => self.without_ids(),
        }
    }

    fn with_one_id(self) -> Strength {
        let contradicted = self.names == Names::Differ || matches!(self.births, Births::Apart { .. });
        let alone = self.names == Names::NotKnown && self.births == Births::NotKnown;
        if contradicted || alone {
            Strength::Possible
        } else {
            Strength::Likely
        }
    }

    fn with_two_ids(self) -> Option<Strength> {
        let name_alone = self.births == Births::NotKnown && self.homes == Homes::Differ;
        self.without_ids()
            .filter(|_| !name_alone)
            .map(|strength| strength.min(Strength::Possible))
    }

    fn without_ids(self) -> Option<Strength> {
        use Strength::{Likely, Possible};
        let home = self.homes != Homes::Differ;
        let address = self.homes == Homes::SameAddress;
        let possible_if = |so: bool| so.then_some(Possible);
        match (self.names, self.births) {
            (Names::Same | Names::Near, Births::Same) => Some(Likely),
            (Names::Same, Births::CouldBe(_)) => Some(if home { Likely } else { Possible }),
            (Names::Near, Births::CouldBe(_)) | (Names::Forename | Names::Surname, Births::Same) => Some(Possible),
            (Names::Forename | Names::Surname, Births::CouldBe(_)) => possible_if(home),
            (Names::NotKnown, Births::Same | Births::CouldBe(_)) => possible_if(address),
            (Names::Same, Births::NotKnown) => possible_if(self.same_part),
            (Names::Near, Births::NotKnown) => possible_if(self.same_part && home),
            (Names::Forename, Births::NotKnown) => possible_if(self.same_part && address),
            (Names::Same, Births::Apart { years }) => possible_if(self.same_part && home && years < PARENT_YEARS_MIN),
            (Names::Differ, _)
            | (Names::Surname | Names::NotKnown, Births::NotKnown)
            | (Names::Near | Names::Forename | Names::Surname | Names::NotKnown, Births::Apart { .. }) => None,
        }
    }
}
