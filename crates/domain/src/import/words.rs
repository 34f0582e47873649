//! The words a file has for things we know: yes and no, reasons, needs, languages, relationships.
//!
//! Each is looked up as people may write it, in English or Welsh, whatever the case, accents and
//! punctuation. What is not found is never guessed: it is pointed out, and kept where words are kept.

use std::collections::HashMap;

use super::fold::{fold, fold_into};
use super::language::LANGUAGES;
use super::relationship::{RELATIONSHIPS, Relationship};
use super::vocabulary::{ANSWERS, Answer, NEED_NAMES, NeedWord, OTHER_NEEDS, REASONS, SEXES, Sex};
use crate::family::{LanguageTag, Reason};

/// Everything that can be looked up, ready to be.
///
/// The tables are only looked up in, never walked, so that their order shows nowhere.
pub(super) struct Words {
    sexes: HashMap<String, Sex>,
    answers: HashMap<String, Answer>,
    reasons: HashMap<String, Reason>,
    needs: HashMap<String, NeedWord>,
    languages: HashMap<String, LanguageTag>,
    relationships: HashMap<String, Relationship>,
    folded: String,
}

impl Words {
    pub(super) fn new() -> Self {
        let need_at = |key: &str| crate::need::NEEDS.iter().position(|need| need.key == key);
        let named = NEED_NAMES
            .iter()
            .filter_map(|(key, names)| Some((NeedWord::Need(need_at(key)?), *names)));
        let needs: Vec<(NeedWord, &[&str])> = named.chain([(NeedWord::Other, OTHER_NEEDS)]).collect();
        let tag = |tag: &str| LanguageTag::parse(tag).ok();
        let tagged = LANGUAGES.iter().filter_map(|(code, names)| Some((tag(code)?, *names)));
        let languages: Vec<(LanguageTag, &[&str])> = tagged.collect();
        Self {
            sexes: table(SEXES),
            answers: table(ANSWERS),
            reasons: table(REASONS),
            needs: table(&needs),
            languages: table(&languages),
            relationships: table(RELATIONSHIPS),
            folded: String::new(),
        }
    }

    pub(super) fn sex(&mut self, said: &str) -> Option<Sex> {
        look_up(&self.sexes, &mut self.folded, said).copied()
    }

    pub(super) fn answer(&mut self, said: &str) -> Option<Answer> {
        if is_nothing(said) {
            return Some(Answer::NotAsked);
        }
        look_up(&self.answers, &mut self.folded, said).copied()
    }

    pub(super) fn reason(&mut self, said: &str) -> Option<Reason> {
        look_up(&self.reasons, &mut self.folded, said).copied()
    }

    pub(super) fn need(&mut self, said: &str) -> Option<NeedWord> {
        look_up(&self.needs, &mut self.folded, said).copied()
    }

    pub(super) fn relationship(&mut self, said: &str) -> Option<Relationship> {
        look_up(&self.relationships, &mut self.folded, said).copied()
    }

    /// The language that is named and nothing else.
    pub(super) fn language(&mut self, said: &str) -> Option<&LanguageTag> {
        look_up(&self.languages, &mut self.folded, said)
    }

    /// The language that is named first among other words: `Welsh first, English ok`. None where
    /// something is denied (`no English - Polish`): which, only a reader can say.
    pub(super) fn language_among(&mut self, said: &str) -> Option<LanguageTag> {
        let words = || {
            said.split(|c: char| !c.is_alphanumeric())
                .filter(|word| !word.is_empty())
        };
        let denied = [
            "no", "not", "non", "cannot", "don", "dont", "doesn", "doesnt", "without", "dim", "ddim", "nid", "nac",
            "heb",
        ];
        let mut found = None;
        for word in words() {
            fold_into(word, &mut self.folded);
            if denied.contains(&self.folded.as_str()) {
                return None;
            }
            let is_code = self.folded.len() <= 3;
            if found.is_none() && !is_code {
                found = self.languages.get(self.folded.as_str());
            }
        }
        found.cloned()
    }
}

/// Whether a cell says that nothing is known, which is the same as an empty one.
pub(super) fn is_nothing(said: &str) -> bool {
    const NOTHING: [&str; 12] = [
        "-",
        "--",
        "?",
        "??",
        "n/a",
        "#n/a",
        "null",
        "unknown",
        "not known",
        "not recorded",
        "anhysbys",
        "ddim yn hysbys",
    ];
    said.is_empty() || (said.len() <= 14 && NOTHING.iter().any(|word| word.eq_ignore_ascii_case(said)))
}

fn table<T: Clone>(entries: &[(T, &[&str])]) -> HashMap<String, T> {
    let each = entries
        .iter()
        .flat_map(|(meant, words)| words.iter().map(move |word| (fold(word), meant.clone())));
    each.collect()
}

fn look_up<'t, T>(table: &'t HashMap<String, T>, folded: &mut String, said: &str) -> Option<&'t T> {
    // Longer than any word we know: not worth folding.
    if 200 < said.len() {
        return None;
    }
    fold_into(said, folded);
    table.get(folded.as_str())
}
