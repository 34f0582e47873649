//! Every sentence people read, in every language, and dates, numbers and lists as people write them.
//!
//! The sentences are in `locales/<language>/<word>.ftl`. The build makes one function of [`Words`] for each of them, so
//! that a missing or misspelt one does not compile, and stops when a language lacks one, has other arguments, or lacks a
//! plural form. Nothing falls back to English, and no sentence is put together from pieces.

mod day;
mod language;
mod list;
mod number;
mod review;
mod sort;

/// What the build makes of the messages.
mod messages {
    use icu_plurals::PluralCategory;

    use crate::Words;
    use crate::review::{Review, State};
    use std::collections::HashMap;
    use std::sync::LazyLock;

    include!(concat!(env!("OUT_DIR"), "/messages.rs"));

    /// A message without arguments, looked up by its key: for names in registers (`need-routines`, `role-carer`).
    ///
    /// `None` when no message has that key, or it has arguments.
    pub fn by_key(lang: Lang, key: &str) -> Option<&'static str> {
        /// Where each key stands: a page of a family's record asks a hundred times.
        static ROWS: LazyLock<HashMap<&'static str, usize>> =
            LazyLock::new(|| KEYS.iter().enumerate().map(|(row, key)| (*key, row)).collect());
        let row = ROWS.get(key)?;
        Some(TEXTS[*row][lang.index()])
    }

    /// Every translated message and how far its checking has come: by language, file and key.
    pub fn review_list() -> &'static [Review] {
        REVIEWS
    }
}

pub use messages::{KEYS, Lang, by_key, review_list};
pub use review::{Review, State};
pub use sort::{compare_names, compare_words, sort_names, sort_words};

/// The messages in one language.
///
/// Each message of `locales/` is a function: `referral-board-title` is `words.referral_board_title()`. A message with
/// arguments takes them in the order of the English text: numbers that are counted with as `u64`, the rest as text that
/// is ready to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Words {
    lang: Lang,
}

impl Words {
    /// The messages in this language.
    pub const fn new(lang: Lang) -> Self {
        Self { lang }
    }

    /// The language.
    pub const fn lang(self) -> Lang {
        self.lang
    }

    /// A message without arguments by its key; `None` when there is none.
    pub fn by_key(self, key: &str) -> Option<&'static str> {
        by_key(self.lang, key)
    }

    /// The name of an entry of a register: `named("role", "family_worker")` is the message `role-family-worker`.
    ///
    /// `None` when the entry has no words; a test of each register holds that none is without.
    pub fn named(self, word: &str, entry: &str) -> Option<&'static str> {
        let mut key = String::with_capacity(word.len() + 1 + entry.len());
        for (at, part) in word.split('_').chain(entry.split('_')).enumerate() {
            if 0 < at {
                key.push('-');
            }
            key.push_str(part);
        }
        by_key(self.lang, &key)
    }
}
