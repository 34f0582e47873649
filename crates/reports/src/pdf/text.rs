//! Words as our fonts can show them.

use std::collections::BTreeSet;

use unicode_normalization::char::is_combining_mark;

use super::font::{self, UNSHOWN};

/// Unbroken letters after which a line may break, so that no address of a page runs off the paper.
///
/// Assumption: 24, about a third of a line. Long words of either language are shorter.
const UNBROKEN_MAX: usize = 24;

/// A place where a line may break, and nothing to see.
const MAY_BREAK: char = '\u{200b}';

/// Makes words ready to show, and remembers what could not be shown.
#[derive(Default)]
pub struct Showing {
    unshown: BTreeSet<char>,
}

impl Showing {
    /// Words on one line.
    pub fn line(&mut self, words: &str) -> String {
        let joined = words.split(is_line_end).collect::<Vec<_>>().join(" ");
        self.shown(joined.trim())
    }

    /// Words with their lines, in paragraphs. A blank line ends a paragraph; empty ones are left out.
    pub fn paragraphs(&mut self, words: &str) -> Vec<Vec<String>> {
        let words = words.replace("\r\n", "\n");
        let mut paragraphs = vec![Vec::new()];
        for line in words.split(is_line_end) {
            let line = self.shown(line.trim_end());
            if !line.trim().is_empty() {
                paragraphs.last_mut().expect("it begins with one").push(line);
            } else if paragraphs.last().is_some_and(|lines: &Vec<String>| !lines.is_empty()) {
                paragraphs.push(Vec::new());
            }
        }
        paragraphs.retain(|lines| !lines.is_empty());
        paragraphs
    }

    /// The characters that could not be shown: `U+0645`.
    pub fn unshown(&self) -> impl Iterator<Item = String> {
        self.unshown.iter().map(|c| format!("U+{:04X}", u32::from(*c)))
    }

    fn shown(&mut self, words: &str) -> String {
        let mut out = String::with_capacity(words.len());
        // The family of the letter before: a mark that leans on it must be drawn with the same.
        let mut before = None;
        let mut unbroken = 0;
        for c in words.chars().map(|c| if c == '\t' { ' ' } else { c }) {
            if is_unseen(c) {
                continue;
            }
            let leans = leans(c);
            let family = match before {
                Some(before) if leans => Some(before).filter(|family| font::has(*family, c)),
                _ => font::family_of(c),
            };
            unbroken = if c.is_whitespace() || c == '-' { 0 } else { unbroken + 1 };
            if UNBROKEN_MAX < unbroken && !leans {
                out.push(MAY_BREAK);
                unbroken = 1;
            }
            if family.is_none() {
                self.unshown.insert(c);
            }
            let c = if family.is_some() { c } else { UNSHOWN };
            out.push(c);
            before = family.or_else(|| font::family_of(c));
        }
        out
    }
}

/// Whether a character ends a line.
fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a character is drawn together with the one before it: accents, and the tones of skin.
fn leans(c: char) -> bool {
    is_combining_mark(c) || ('\u{1f3fb}'..='\u{1f3ff}').contains(&c)
}

/// Whether a character shows nothing of itself: control characters, signs that turn the direction of the text (which
/// could make it read otherwise than it was written), joiners, and what chooses between forms that we have one of.
///
/// Source: Unicode, `Default_Ignorable_Code_Point` and category Cc.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{115f}'..='\u{1160}'
                | '\u{17b4}'..='\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffb}'
                | '\u{1bca0}'..='\u{1bca3}'
                | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}
