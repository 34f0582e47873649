//! Sorting as people expect it.
//!
//! People's names stand in the same order in every language, so that a list does not jump when somebody changes the
//! language of a page. Lists of words follow the alphabet of the reader: in Welsh ch, dd, ff, ng, ll, ph, rh and th
//! are letters of their own.

use std::cmp::Ordering;
use std::sync::OnceLock;

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{CollatorBorrowed, CollatorPreferences};

use crate::Lang;

/// Compares two people's names: letters first, then accents, then capitals. The same in every language.
pub fn compare_names(a: &str, b: &str) -> Ordering {
    static NAMES: OnceLock<CollatorBorrowed<'static>> = OnceLock::new();
    NAMES
        .get_or_init(|| collator(CollatorPreferences::default()))
        .compare(a, b)
}

/// Compares two words by the alphabet of a language.
pub fn compare_words(lang: Lang, a: &str, b: &str) -> Ordering {
    static WORDS: [OnceLock<CollatorBorrowed<'static>>; Lang::ALL.len()] = [const { OnceLock::new() }; Lang::ALL.len()];
    WORDS[lang.index()]
        .get_or_init(|| collator(lang.locale().into()))
        .compare(a, b)
}

/// Sorts by people's names; entries with equal names keep their order.
pub fn sort_names<T>(entries: &mut [T], name: impl Fn(&T) -> &str) {
    entries.sort_by(|a, b| compare_names(name(a), name(b)));
}

/// Sorts by words, by the alphabet of a language; entries with equal words keep their order.
pub fn sort_words<T>(lang: Lang, entries: &mut [T], word: impl Fn(&T) -> &str) {
    entries.sort_by(|a, b| compare_words(lang, word(a), word(b)));
}

fn collator(preferences: CollatorPreferences) -> CollatorBorrowed<'static> {
    let mut options = CollatorOptions::default();
    options.strength = Some(Strength::Tertiary);
    CollatorBorrowed::try_new(preferences, options).expect("the sort orders of every language are compiled in")
}
