//! How names are compared as letters and as sounds.

use std::collections::BTreeSet;

/// Gives the words of a name without capitals, accents, apostrophes and hyphens: `Siân O'Neill` gives `sian` and `oneill`.
///
/// It is an argument because it takes the tables of Unicode, and because there must be one: the search for people folds
/// names the same way.
pub type Fold = fn(&str) -> Vec<String>;

/// The words of one part of a name, ready to be compared in every way.
#[derive(Clone)]
pub(super) struct Spelling {
    /// As they stand.
    words: Vec<String>,
    sorted: Vec<String>,
    /// All run together: an apostrophe, a hyphen and a space are one.
    joined: String,
    /// The sound of each, sorted.
    sounds: Vec<String>,
    /// The sound of all run together.
    sound: String,
}

/// How two parts of a name agree. The fewer are true, the better: none means the same letters in the same order.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fit {
    /// One has words the other lacks.
    pub(super) part: bool,
    /// Only the sounds are the same.
    pub(super) sound: bool,
    /// The words stand in another order.
    pub(super) order: bool,
}

impl Spelling {
    /// The words of what was typed; `None` where it has no letter.
    pub(super) fn read(typed: &str, fold: Fold) -> Option<Self> {
        Self::of(words(typed, fold))
    }

    fn of(words: Vec<String>) -> Option<Self> {
        let joined = words.concat();
        if joined.is_empty() {
            return None;
        }
        let mut sorted = words.clone();
        sorted.sort_unstable();
        let heard = heard(&words);
        let sound = single(heard.concat().chars());
        let mut sounds = heard;
        sounds.sort_unstable();
        Some(Self {
            words,
            sorted,
            joined,
            sounds,
            sound,
        })
    }

    /// These words and then those.
    pub(super) fn and(&self, next: &Self) -> Option<Self> {
        Self::of(self.words.iter().chain(&next.words).cloned().collect())
    }

    /// How many words there are.
    pub(super) fn count(&self) -> usize {
        self.words.len()
    }

    /// The first letter, if there are initials only.
    ///
    /// Assumption: a single letter that has a capital form is an initial, so that somebody whose whole name is one such
    /// letter is found as possible rather than likely. A single Chinese character is a name.
    pub(super) fn initial(&self) -> Option<char> {
        let initials = self.words.iter().all(|word| {
            let mut letters = word.chars();
            letters.next().is_some_and(char::is_lowercase) && letters.next().is_none()
        });
        self.first_letter().filter(|_| initials)
    }

    /// The first letter of the first word.
    pub(super) fn first_letter(&self) -> Option<char> {
        self.joined.chars().next()
    }

    /// How these words agree with those, if they do.
    pub(super) fn fit(&self, other: &Self) -> Option<Fit> {
        let fit = |part, sound, order| Some(Fit { part, sound, order });
        if self.joined == other.joined {
            fit(false, false, false)
        } else if self.sorted == other.sorted {
            fit(false, false, true)
        } else if self.sound == other.sound {
            fit(false, true, false)
        } else if self.sounds == other.sounds {
            fit(false, true, true)
        } else if either_holds(&self.sorted, &other.sorted) {
            fit(true, false, false)
        } else if either_holds(&self.sounds, &other.sounds) {
            fit(true, true, false)
        } else {
            None
        }
    }
}

/// Every sound a name should be found by: of each word, and of all together.
///
/// Two names that [`compare`](super::compare) takes for the same, for each other in another order, for alike by sound or
/// for one a part of the other have at least one of these in common.
pub fn sounds(name: &str, fold: Fold) -> BTreeSet<String> {
    let words = words(name, fold);
    let heard = heard(&words);
    let together = [single(heard.concat().chars()), sound(&words.concat())];
    let each = words.iter().map(|word| sound(word));
    let all = each.chain(heard.iter().cloned()).chain(together);
    all.filter(|sound| !sound.is_empty()).collect()
}

/// The words of a name; the parts of a hyphened one stand alone.
pub(super) fn words(typed: &str, fold: Fold) -> Vec<String> {
    let hyphens = |c: char| matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    typed.split(hyphens).flat_map(fold).collect()
}

/// Whether all words of the shorter list are among the longer's. A single letter holds nothing.
fn either_holds(one: &[String], other: &[String]) -> bool {
    let (few, many) = if one.len() < other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let mut left: Vec<&String> = many.iter().collect();
    let all = few.iter().all(|word| {
        let at = left.iter().position(|candidate| *candidate == word);
        at.map(|at| left.swap_remove(at)).is_some()
    });
    all && few.iter().any(|word| 1 < word.chars().count())
}

/// The sound of each word. A Welsh `ap` or `ab` runs into the father's name as it did when surnames were made of it: ap
/// Rhys is Prys, ab Owen is Bowen, ap Harri is Parry.
fn heard(words: &[String]) -> Vec<String> {
    let mut heard = Vec::with_capacity(words.len());
    let mut words = words.iter().peekable();
    while let Some(word) = words.next() {
        let father = match word.as_str() {
            "ap" | "ab" => words.next(),
            _ => None,
        };
        heard.push(match father {
            Some(father) => sound(&format!("{}{}", &word[1..], unbreathed(father))),
            None => sound(word),
        });
    }
    heard
}

/// A name without the h that is lost behind a consonant: Rhys, Harri.
fn unbreathed(name: &str) -> String {
    match (name.strip_prefix("rh"), name.strip_prefix('h')) {
        (Some(rest), _) => format!("r{rest}"),
        (None, Some(rest)) => rest.to_owned(),
        (None, None) => name.to_owned(),
    }
}

/// A folded word as it roughly sounds: what English and Welsh spell in several ways becomes one.
///
/// Source: details.md 3, name tokens: c and k, dd and th, f, ff and v, w and u, y and i, doubled letters. Assumption: Mac
/// and Mc are one too.
fn sound(word: &str) -> String {
    let word = match word.strip_prefix("mac") {
        Some(rest) => format!("mc{rest}"),
        None => word.to_owned(),
    };
    let word = word.replace("dd", "th");
    single(word.chars().map(|letter| match letter {
        'c' => 'k',
        'v' => 'f',
        'w' => 'u',
        'y' => 'i',
        other => other,
    }))
}

/// Letters without those that repeat the one before.
fn single(letters: impl Iterator<Item = char>) -> String {
    let mut kept = String::new();
    for letter in letters {
        if !kept.ends_with(letter) {
            kept.push(letter);
        }
    }
    kept
}
