//! How names are folded, so that a person is found however the name was typed.
//!
//! Case, accents, apostrophes and hyphens do not count: `sian` finds Siân, `oneill` and `O Neill` find O'Neill. What comes
//! out of here is made into tokens by [`SearchKey::token`](crate::SearchKey::token); it is never stored as it is.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The fewest letters a name is searched by. Unit: letters.
pub const PREFIX_MIN: usize = 2;
/// The most letters a name is searched by; a longer word is searched by its first twelve. Unit: letters.
pub const PREFIX_MAX: usize = 12;
/// The most words of a query that are used; the rest is ignored. Assumption: nobody's name needs more to be found.
pub const QUERY_WORDS_MAX: usize = 8;

/// A word this short may belong to the next one: O Neill, Mc Donald, De Souza, Ní Bhriain. Unit: letters.
const PARTICLE_MAX: usize = 3;
/// What every apostrophe becomes while a name is folded.
const APOSTROPHE: char = '\'';
/// What every hyphen becomes while a name is folded.
const HYPHEN: char = '-';

/// The words of a name, folded: no case, no accents or other marks, apostrophes and hyphens dropped.
///
/// `Siân Wałęsa-O'Neill` gives `sian` and `walesaoneill`. Letters of other scripts stay; whatever is neither a letter nor
/// a figure parts words.
pub fn fold(name: &str) -> Vec<String> {
    let plain = plain(name);
    plain
        .split_whitespace()
        .map(whole)
        .filter(|word| !word.is_empty())
        .collect()
}

/// Every prefix, 2 to 12 letters long, by which somebody of these names can be found, in order and without repeats.
///
/// Give all names a person goes by. A hyphened or apostrophed name is found by the whole and by its parts, and a word of
/// up to three letters also together with the next.
pub fn search_tokens(names: &[&str]) -> Vec<String> {
    let mut prefixes = BTreeSet::new();
    for name in names {
        let plain = plain(name);
        for word in plain.split_whitespace() {
            for part in word.split(HYPHEN) {
                add_prefixes(&mut prefixes, &whole(part));
                for piece in part.split(APOSTROPHE) {
                    add_prefixes(&mut prefixes, piece);
                }
            }
        }
        let words = fold(name);
        for first in 0..words.len() {
            add_prefixes(&mut prefixes, &with_next(&words[first..]).0);
        }
    }
    prefixes.into_iter().collect()
}

/// The ways to read what somebody typed into a search box, each a list of words.
///
/// A person is found when **every** word of **any one** reading is among that person's [`search_tokens`]. There are at
/// most two: `Anne-Marie` is read as two words and as one, `Mc Donald` likewise, most queries in one way only. Words are
/// cut to twelve letters, words of one letter and repeated ones left out; no reading at all means that nobody can be
/// found by this.
pub fn query_words(query: &str) -> Vec<Vec<String>> {
    let plain = plain(query);
    let apart = plain.split([' ', HYPHEN]).map(whole).collect();
    let mut together = Vec::new();
    let words = fold(query);
    let mut rest = &words[..];
    while !rest.is_empty() {
        let (word, used) = with_next(rest);
        together.push(word);
        rest = &rest[used..];
    }
    let mut readings: Vec<Vec<String>> = Vec::with_capacity(2);
    for reading in [apart, together].map(searchable) {
        if !reading.is_empty() && !readings.contains(&reading) {
            readings.push(reading);
        }
    }
    readings
}

/// A postcode or identifier by its letters and figures alone, in capitals.
pub(crate) fn code(text: &str) -> String {
    text.nfkc()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_uppercase)
        .collect()
}

/// The name without case and marks, every apostrophe and hyphen written one way, everything else that parts words a space.
fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    // The acute accent standing alone, typed for an apostrophe, would otherwise come apart into a space and a mark.
    for letter in name.chars().map(|c| if c == '\u{b4}' { APOSTROPHE } else { c }).nfkd() {
        for letter in letter.to_lowercase() {
            push_plain(&mut plain, letter);
        }
    }
    plain
}

fn push_plain(plain: &mut String, letter: char) {
    match letter {
        'ł' => plain.push('l'),
        'ø' => plain.push('o'),
        'ß' => plain.push_str("ss"),
        'đ' | 'ð' => plain.push('d'),
        'þ' => plain.push_str("th"),
        'æ' => plain.push_str("ae"),
        'œ' => plain.push_str("oe"),
        'ħ' => plain.push('h'),
        'ı' => plain.push('i'),
        // The Greek s at the end of a word is the same letter.
        'ς' => plain.push('σ'),
        '\'' | '`' | '\u{2b9}'..='\u{2bf}' | '\u{2c8}' | '\u{2018}'..='\u{201b}' | '\u{2032}' => {
            plain.push(APOSTROPHE);
        }
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' => plain.push(HYPHEN),
        // A soft hyphen and the marks that only steer how text is set out are no part of a name.
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' => {}
        mark if is_combining_mark(mark) => {}
        letter if letter.is_alphanumeric() => plain.push(letter),
        _ => plain.push(' '),
    }
}

/// A word with its apostrophes and hyphens dropped.
fn whole(word: &str) -> String {
    word.replace([APOSTROPHE, HYPHEN], "")
}

/// The first word with the next one joined on while it is short enough to be a part of it, and how many words that took.
fn with_next(words: &[String]) -> (String, usize) {
    let short = words.iter().take_while(|word| letters(word) <= PARTICLE_MAX).count();
    let used = words.len().min(short + 1);
    (words[..used].concat(), used)
}

/// Cuts words to the length that tokens have and leaves out what no token is made for and what came before.
fn searchable(words: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for word in words {
        let word: String = word.chars().take(PREFIX_MAX).collect();
        if PREFIX_MIN <= letters(&word) && kept.len() < QUERY_WORDS_MAX && !kept.contains(&word) {
            kept.push(word);
        }
    }
    kept
}

fn add_prefixes(prefixes: &mut BTreeSet<String>, word: &str) {
    let mut prefix = String::new();
    for (letter, count) in word.chars().take(PREFIX_MAX).zip(1..) {
        prefix.push(letter);
        if PREFIX_MIN <= count {
            prefixes.insert(prefix.clone());
        }
    }
}

fn letters(word: &str) -> usize {
    word.chars().count()
}
