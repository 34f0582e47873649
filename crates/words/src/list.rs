//! Lists of names: "Beca, Tomos and Efa", in Welsh "Beca, Tomos ac Efa".

use crate::Words;

impl Words {
    /// Names one after the other, the last joined as the language joins it. Names are never changed.
    ///
    /// For names and other words that do not mutate; a list of Welsh nouns is better shown one to a line.
    pub fn list(self, names: &[&str]) -> String {
        let Some((last, before)) = names.split_last() else {
            return String::new();
        };
        if before.is_empty() {
            return (*last).to_owned();
        }
        self.number_list(sound(last), &before.join(self.number_list_mark()), last)
    }
}

/// How a word begins to the ear: `vowel` where Welsh says *ac* before it, `other` where it says *a*.
///
/// Accents do not matter. `w` is a consonant before another vowel and in the names Wyn, Wynne, Wynford and the like, a
/// vowel otherwise; `y`, and `i` even when it sounds like English y, take *ac*. A number counts as it is said: *un*,
/// *wyth*, *un ar ddeg*, *wyth deg* begin with a vowel.
fn sound(word: &str) -> &'static str {
    let letters: Vec<char> = word
        .chars()
        .skip_while(|c| !c.is_alphanumeric())
        .take_while(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .map(plain)
        .collect();
    let vowel = match letters.as_slice() {
        ['w', rest @ ..] => vowel_w(rest),
        ['a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ŵ' | '8', ..] | ['1'] | ['1', '1'] => true,
        _ => false,
    };
    if vowel { "vowel" } else { "other" }
}

/// Whether a `w` followed by these letters is a vowel.
fn vowel_w(rest: &[char]) -> bool {
    match rest {
        ['y', 'n', 'e', 'b', ..] => true,
        ['a' | 'e' | 'i' | 'o' | 'u', ..] | ['y', 'n', ..] => false,
        ['r', after, ..] => *after == 't',
        _ => true,
    }
}

/// A vowel without its accent; only `ŵ`, which is always a vowel, keeps it.
fn plain(letter: char) -> char {
    match letter {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ą' | 'ā' | 'ă' | 'æ' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'ę' | 'ē' | 'ě' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'ī' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'ő' | 'ō' => 'o',
        'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ű' | 'ů' => 'u',
        'ý' | 'ỳ' | 'ŷ' | 'ÿ' => 'y',
        'ẁ' | 'ẃ' | 'ẅ' => 'w',
        other => other,
    }
}
