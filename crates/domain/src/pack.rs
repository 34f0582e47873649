//! Nation packs: words, statute and forms that differ by nation and change by date.
//!
//! A pack is data with a "from" day; these are its plain types. The store reads the files and
//! passes packs in as arguments, so no code here or elsewhere asks which nation it is in.

use std::fmt;

use jiff::civil::Date;

/// The longest key, in characters.
pub const KEY_CHARS_MAX: usize = 60;

/// A key of something in a pack: small letters, digits and underscores, a letter first.
///
/// Written once, never reused, retired rather than removed.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(Box<str>);

/// Words that are not a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a key: small letters, digits and underscores, a letter first")]
pub struct NotAKey;

impl Key {
    /// Takes a key exactly as written.
    ///
    /// # Errors
    /// It does not have the shape of a key.
    pub fn parse(text: &str) -> Result<Self, NotAKey> {
        let fits = text.len() <= KEY_CHARS_MAX
            && text.starts_with(|c: char| c.is_ascii_lowercase())
            && text
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        if fits { Ok(Self(text.into())) } else { Err(NotAKey) }
    }

    /// The key.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One version of one nation's pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NationPack {
    /// The nation, as its folder is called.
    pub nation: Key,
    /// The first day this version holds.
    pub from: Date,
    /// What things are called there.
    pub vocabulary: Vec<Term>,
    /// The legal statuses a child may have there.
    pub legal_statuses: Vec<LegalStatus>,
    /// The legal bases a child's stays may have there.
    pub legal_bases: Vec<LegalBasis>,
    /// The ethnic groups people are asked about there, in the order of the nation's census.
    pub ethnic_groups: Vec<Term>,
    /// Within how many hours a report of a concern must follow in writing, where the nation says so.
    pub concern_written: Option<Within>,
}

/// A time within which something must be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Within {
    /// Hours that pass, whatever the clocks on the walls do.
    pub hours: u16,
    /// Where it is published.
    pub source: String,
}

/// What a nation calls a thing that every nation has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The thing, the same in every pack.
    pub concept: Key,
    /// Its name in English.
    pub en: String,
    /// Its name in Welsh, where known.
    pub cy: Option<String>,
    /// Where the name is published, or that it is general knowledge.
    pub source: String,
}

/// A child's standing in law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegalStatus {
    /// Its key, of this nation only.
    pub key: Key,
    /// Its name in English.
    pub en: String,
    /// Its name in Welsh, where known.
    pub cy: Option<String>,
    /// Whether a child with it is looked after.
    pub looked_after: bool,
    /// Whether it is, or rests on, an order of a court.
    pub order: bool,
    /// The law.
    pub source: String,
}

/// The law under which a child stays with a carer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegalBasis {
    /// Its key, of this nation only.
    pub key: Key,
    /// Its name in English.
    pub en: String,
    /// Its name in Welsh, where known.
    pub cy: Option<String>,
    /// Whether a child on this basis is looked after.
    pub looked_after: bool,
    /// Whether the lighter rules for short breaks, with their limits, apply.
    pub short_break_rules: bool,
    /// The law.
    pub source: String,
}

/// Something wrong with a pack.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackProblem {
    /// A list that every nation needs has nothing in it.
    #[error("{list} is empty")]
    Empty {
        /// Which list.
        list: &'static str,
    },
    /// Two lines have the same key.
    #[error("{key} is twice in {list}")]
    Twice {
        /// Which list.
        list: &'static str,
        /// The key.
        key: Key,
    },
    /// A line has no name in English.
    #[error("{key} in {list} has no name")]
    NoName {
        /// Which list.
        list: &'static str,
        /// The key.
        key: Key,
    },
    /// A line does not say where it comes from.
    #[error("{key} in {list} has no source")]
    NoSource {
        /// Which list.
        list: &'static str,
        /// The key.
        key: Key,
    },
    /// A time is none, or does not say where it comes from.
    #[error("{what}: not a time with its source")]
    NoTime {
        /// Which.
        what: &'static str,
    },
    /// The short-break rules are said to apply to children who are not looked after.
    #[error("{key}: short-break rules without being looked after")]
    RulesWithoutCare {
        /// The basis.
        key: Key,
    },
}

impl NationPack {
    /// Everything wrong with the pack; empty when it is in order.
    pub fn problems(&self) -> Vec<PackProblem> {
        let statuses: Vec<Line<'_>> = self
            .legal_statuses
            .iter()
            .map(|s| Line {
                key: &s.key,
                en: &s.en,
                source: &s.source,
            })
            .collect();
        let bases: Vec<Line<'_>> = self
            .legal_bases
            .iter()
            .map(|b| Line {
                key: &b.key,
                en: &b.en,
                source: &b.source,
            })
            .collect();
        let mut found = Vec::new();
        let lists: [(&str, Vec<Line<'_>>); 4] = [
            ("vocabulary", self.vocabulary.iter().map(Line::of_term).collect()),
            ("legal_statuses", statuses),
            ("legal_bases", bases),
            ("ethnic_groups", self.ethnic_groups.iter().map(Line::of_term).collect()),
        ];
        for (list, lines) in lists {
            check_list(list, &lines, &mut found);
        }
        let is_time = |within: &Within| 0 < within.hours && !within.source.trim().is_empty();
        if self.concern_written.as_ref().is_some_and(|within| !is_time(within)) {
            found.push(PackProblem::NoTime {
                what: "concern_written",
            });
        }
        let wrong_bases = self
            .legal_bases
            .iter()
            .filter(|b| b.short_break_rules && !b.looked_after);
        found.extend(wrong_bases.map(|basis| PackProblem::RulesWithoutCare { key: basis.key.clone() }));
        found
    }

    /// What this nation calls a thing.
    pub fn term(&self, concept: &str) -> Option<&Term> {
        self.vocabulary.iter().find(|term| term.concept.as_str() == concept)
    }

    /// The legal status with this key.
    pub fn legal_status(&self, key: &Key) -> Option<&LegalStatus> {
        self.legal_statuses.iter().find(|status| status.key == *key)
    }

    /// The ethnic group with this key.
    pub fn ethnic_group(&self, key: &Key) -> Option<&Term> {
        self.ethnic_groups.iter().find(|group| group.concept == *key)
    }

    /// The legal basis with this key.
    pub fn legal_basis(&self, key: &Key) -> Option<&LegalBasis> {
        self.legal_bases.iter().find(|basis| basis.key == *key)
    }
}

/// What every line of every list has.
struct Line<'a> {
    key: &'a Key,
    en: &'a str,
    source: &'a str,
}

impl<'a> Line<'a> {
    fn of_term(term: &'a Term) -> Self {
        Self {
            key: &term.concept,
            en: &term.en,
            source: &term.source,
        }
    }
}

fn check_list(list: &'static str, lines: &[Line<'_>], found: &mut Vec<PackProblem>) {
    if lines.is_empty() {
        found.push(PackProblem::Empty { list });
    }
    for (n, line) in lines.iter().enumerate() {
        let key = line.key.clone();
        if lines[..n].iter().any(|earlier| earlier.key == line.key) {
            found.push(PackProblem::Twice { list, key: key.clone() });
        }
        if line.en.trim().is_empty() {
            found.push(PackProblem::NoName { list, key: key.clone() });
        }
        if line.source.trim().is_empty() {
            found.push(PackProblem::NoSource { list, key });
        }
    }
}

/// The version of a nation's pack that holds on a day: the latest that has begun.
pub fn pack_on<'a>(packs: &'a [NationPack], nation: &Key, day: Date) -> Option<&'a NationPack> {
    packs
        .iter()
        .filter(|pack| pack.nation == *nation && pack.from <= day)
        .max_by_key(|pack| pack.from)
}
