//! Words people write: kept as typed, within a limit.
//!
//! Markup and spreadsheet formulas are only text here; whoever shows the text makes it harmless.

use std::borrow::Cow;
use std::fmt;

/// The longest text, in characters.
///
/// Assumption: 10,000 characters, about five printed pages; a longer one belongs in a file.
pub const TEXT_CHARS_MAX: usize = 10_000;

/// Something a person wrote: 1 to [`TEXT_CHARS_MAX`] characters with no blank ends.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Text(Box<str>);

/// Why words could not be kept as a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextProblem {
    /// Nothing is left after blanks are taken from both ends.
    #[error("nothing was written")]
    Empty,
    /// There are more characters than fit.
    #[error("{chars} characters, at most {max}")]
    TooLong {
        /// How many characters were written.
        chars: usize,
        /// How many fit.
        max: usize,
    },
}

impl Text {
    /// Takes what was typed: blank ends go, and control characters other than new line and tab.
    /// A new line is one character however the browser sent it.
    ///
    /// # Errors
    /// Nothing is left, or it is too long.
    pub fn parse(typed: &str) -> Result<Self, TextProblem> {
        let changes = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
        let kept = if may_change(typed) && typed.contains(changes) {
            let lines = typed.replace("\r\n", "\n").replace('\r', "\n");
            Cow::Owned(lines.replace(changes, ""))
        } else {
            Cow::Borrowed(typed)
        };
        let kept = kept.trim();
        // Characters are counted only where there could be too many: each has one byte or more.
        let chars = if TEXT_CHARS_MAX < kept.len() {
            kept.chars().count()
        } else {
            kept.len()
        };
        match chars {
            0 => Err(TextProblem::Empty),
            chars if TEXT_CHARS_MAX < chars => Err(TextProblem::TooLong {
                chars,
                max: TEXT_CHARS_MAX,
            }),
            _ => Ok(Self(kept.into())),
        }
    }

    /// The same for a field that may be left empty.
    ///
    /// # Errors
    /// It is too long.
    pub fn parse_optional(typed: &str) -> Result<Option<Self>, TextProblem> {
        match Self::parse(typed) {
            Err(TextProblem::Empty) => Ok(None),
            other => other.map(Some),
        }
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether there is a byte that a control character begins with: most words have none, and bytes are looked at faster than
/// characters.
fn may_change(typed: &str) -> bool {
    // U+0080 to U+009F are C2 and another byte.
    let begins = |byte: u8| (byte < b' ' && byte != b'\n' && byte != b'\t') || byte == 0x7f || byte == 0xc2;
    typed.bytes().fold(false, |found, byte| found | begins(byte))
}

/// The words, for whoever needs them as their own.
impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.0.into()
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Never the words: what is written about a family does not belong in a log.
impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Text(…)")
    }
}
