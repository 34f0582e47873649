//! How the homes of two people agree.

use super::Sign;
use super::spelling::{Fold, words};
use crate::family::Postcode;
use crate::text::Text;

/// The fewest words of an address that is the same without a postcode to confirm it.
///
/// Assumption: 3, as `73 High Street`; with fewer, every Tŷ Gwyn in the country were one house.
const WORDS_MIN: usize = 3;

/// The fewest words by which a shorter address is the beginning of a longer with the same postcode.
///
/// Assumption: 2, as `73 High Street` and `73 High Street, Tenby`; the number of the house alone is not enough.
const BEGINNING_WORDS_MIN: usize = 2;

/// Words of addresses that people cut short, each with the whole.
///
/// Assumption: these; one that is missing makes an address a postcode in common, no more.
const SHORT: &[(&str, &str)] = &[
    ("ave", "avenue"),
    ("cl", "close"),
    ("cres", "crescent"),
    ("ct", "court"),
    ("dr", "drive"),
    ("gdns", "gardens"),
    ("gr", "grove"),
    ("ln", "lane"),
    ("pk", "park"),
    ("pl", "place"),
    ("rd", "road"),
    ("sq", "square"),
    ("st", "street"),
    ("ter", "terrace"),
    ("terr", "terrace"),
];

/// One place to live, ready to be compared.
#[derive(Clone)]
pub(super) struct Place {
    /// The address, folded.
    words: Vec<String>,
    postcode: Option<Postcode>,
}

impl Place {
    /// Takes an address and its postcode; `None` where there is neither.
    pub(super) fn read(address: Option<&Text>, postcode: Option<&Postcode>, fold: Fold) -> Option<Self> {
        let words = address.map_or_else(Vec::new, |address| words(address.as_str(), fold));
        let words: Vec<String> = words.into_iter().map(in_full).collect();
        if words.is_empty() && postcode.is_none() {
            return None;
        }
        Some(Self {
            words,
            postcode: postcode.cloned(),
        })
    }

    fn compare(&self, other: &Self) -> Homes {
        let (same_postcode, is_uk) = match (&self.postcode, &other.postcode) {
            (Some(one), Some(other)) if one == other => (true, one.is_uk()),
            (Some(_), Some(_)) => return Homes::Differ,
            _ => (false, false),
        };
        let (few, many) = if self.words.len() < other.words.len() {
            (self, other)
        } else {
            (other, self)
        };
        let same_words = self.words == other.words && !self.words.is_empty();
        let same_address = if same_postcode {
            same_words || (BEGINNING_WORDS_MIN <= few.words.len() && many.words.starts_with(&few.words))
        } else {
            same_words && WORDS_MIN <= self.words.len()
        };
        if same_address {
            Homes::SameAddress
        } else if is_uk {
            Homes::SamePostcode
        } else {
            Homes::Differ
        }
    }
}

fn in_full(word: String) -> String {
    let long = SHORT.iter().find(|(short, _)| *short == word);
    long.map_or(word, |(_, long)| (*long).to_owned())
}

/// How two people's homes agree, best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Homes {
    /// They have an address in common.
    SameAddress,
    /// They have a postcode in common.
    SamePostcode,
    /// They have nothing in common that we know of.
    Differ,
}

impl Homes {
    /// What speaks for one person.
    pub(super) const fn sign(self) -> Option<Sign> {
        match self {
            Self::SameAddress => Some(Sign::SameAddress),
            Self::SamePostcode => Some(Sign::SamePostcode),
            Self::Differ => None,
        }
    }
}

/// How two people's homes agree. The order of the two does not matter.
pub(super) fn compare(one: &[Place], other: &[Place]) -> Homes {
    let pairs = one
        .iter()
        .flat_map(|mine| other.iter().map(|theirs| mine.compare(theirs)));
    pairs.min().unwrap_or(Homes::Differ)
}
