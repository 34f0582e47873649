//! What is wrong with a file, row by row: a fact each, with what it is about. The words say what to do.

use std::fmt;

use super::fault::Fault;
use super::field::Field;

/// The most of a cell that is shown with a problem, in characters.
///
/// Assumption: 120, about two lines on a screen, so that a cell of a book's length does not hide the others.
pub const VALUE_CHARS_MAX: usize = 120;

/// One thing wrong, or worth a look, in one place of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The row, as a spreadsheet numbers records: the headings are row 1.
    pub row: u32,
    /// What it is about, if it is about one field.
    pub field: Option<Field>,
    /// The column that holds it, from 0.
    pub column: Option<usize>,
    /// What stands there.
    pub value: Value,
    /// What it is.
    pub fault: Fault,
}

impl Problem {
    /// Whether it keeps the whole family out, or a row without a family.
    pub const fn blocks(&self) -> bool {
        self.fault.blocks()
    }
}

/// A cell, or the part of it that is meant, as it stood; cut when it is long.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Value {
    text: Box<str>,
    is_cut: bool,
}

impl Value {
    /// The first [`VALUE_CHARS_MAX`] characters of a text.
    pub fn of(text: &str) -> Self {
        let may_be_long = VALUE_CHARS_MAX < text.len();
        let end = may_be_long.then(|| text.char_indices().nth(VALUE_CHARS_MAX)).flatten();
        let shown = end.map_or(text, |(end, _)| &text[..end]);
        Self {
            text: shown.into(),
            is_cut: end.is_some(),
        }
    }

    /// What stands there: text, whatever it looks like.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether there is more than is shown.
    pub const fn is_cut(&self) -> bool {
        self.is_cut
    }
}

/// Never the words: a log carries ids only.
impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Value(…)")
    }
}
