//! One record of a file, cut into the fields we understand, and what is found wrong in it.

use super::fault::Fault;
use super::field::Field;
use super::mapping::Mapping;
use super::problem::{Problem, Value};
use crate::name::{Name, NameProblem};
use crate::text::{Text, TextProblem};

/// The longest heading that is written before words kept from its column, in characters.
const LABEL_CHARS_MAX: usize = 100;

/// Where each field stands in the file, and the heading over it.
pub(super) struct Columns {
    places: [Option<usize>; Field::COUNT],
    labels: [String; Field::COUNT],
    /// How many headings there are.
    pub width: usize,
}

impl Columns {
    pub(super) fn new<H: AsRef<str>>(headings: &[H], mapping: &Mapping) -> Self {
        let places = Field::ALL.map(|field| mapping.column(field));
        let label = |at: usize| headings[at].as_ref().trim().chars().take(LABEL_CHARS_MAX).collect();
        Self {
            labels: places.map(|place| place.map_or_else(String::new, label)),
            places,
            width: headings.len(),
        }
    }

    pub(super) const fn place(&self, field: Field) -> Option<usize> {
        self.places[field as usize]
    }

    /// Words of a cell under the heading of its own column, for a cell that means little without it.
    pub(super) fn labelled(&self, field: Field, said: &str) -> String {
        [&self.labels[field as usize], ": ", said].concat()
    }

    pub(super) fn problem(&self, row: u32, field: Field, value: Value, fault: Fault) -> Problem {
        Problem {
            row,
            field: Some(field),
            column: self.place(field),
            value,
            fault,
        }
    }
}

/// One record, without the blanks around its cells.
pub(super) struct Record<'a> {
    pub row: u32,
    cells: [&'a str; Field::COUNT],
    /// The same for two records whose cells are the same, and for no others that a file could hold by chance.
    pub print: u64,
    /// The first cell in which something stands.
    first: &'a str,
}

impl<'a> Record<'a> {
    pub(super) fn new<S: AsRef<str>>(row: u32, columns: &Columns, cells: &'a [S]) -> Self {
        let print = cells
            .iter()
            .take(columns.width)
            .fold(0, |print, cell| print_of(print, cell.as_ref()));
        let at = |place: usize| cells.get(place).map_or("", |cell| cell.as_ref().trim());
        let mut all = cells.iter().map(|cell| cell.as_ref().trim());
        Self {
            row,
            cells: columns.places.map(|place| place.map_or("", at)),
            print,
            first: all.find(|cell| !cell.is_empty()).unwrap_or_default(),
        }
    }

    pub(super) const fn cell(&self, field: Field) -> &'a str {
        self.cells[field as usize]
    }
}

/// Adds a cell to a record's print, eight bytes at a time. It is compared within one family only,
/// of which at most thirty are kept: two different rows have one print once in some 10^16 families.
fn print_of(print: u64, cell: &str) -> u64 {
    let add = |print: u64, word: u64| (print.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let (eights, rest) = cell.as_bytes().as_chunks::<8>();
    let last = rest
        .iter()
        .fold(cell.len() as u64, |word, byte| word << 8 | u64::from(*byte));
    let words = eights.iter().map(|eight| u64::from_le_bytes(*eight));
    words.chain([last]).fold(print, add)
}

/// What is found wrong in one record while it is read.
pub(super) struct Finds<'a> {
    pub record: &'a Record<'a>,
    pub columns: &'a Columns,
    pub problems: &'a mut Vec<Problem>,
    /// Whether anything found keeps the family out.
    pub blocked: bool,
}

impl<'a> Finds<'a> {
    pub(super) const fn cell(&self, field: Field) -> &'a str {
        self.record.cell(field)
    }

    /// Something wrong with what stands in the field's column.
    pub(super) fn find(&mut self, field: Field, fault: Fault) {
        self.find_part(field, self.cell(field), fault);
    }

    /// Something wrong with a part of what stands there.
    pub(super) fn find_part(&mut self, field: Field, part: &str, fault: Fault) {
        self.blocked |= fault.blocks();
        let problem = self.columns.problem(self.record.row, field, Value::of(part), fault);
        self.problems.push(problem);
    }

    /// Something wrong with the record as a whole.
    pub(super) fn find_in_row(&mut self, fault: Fault) {
        self.blocked |= fault.blocks();
        self.problems.push(Problem {
            row: self.record.row,
            field: None,
            column: None,
            value: Value::of(self.record.first),
            fault,
        });
    }

    /// The words in the field's column, if there are any and they fit.
    pub(super) fn text(&mut self, field: Field) -> Option<Text> {
        self.keep(field, self.cell(field))
    }

    /// Words from the field's column, if there are any and they fit.
    pub(super) fn keep(&mut self, field: Field, words: &str) -> Option<Text> {
        match Text::parse(words) {
            Ok(text) => Some(text),
            Err(TextProblem::Empty) => None,
            Err(TextProblem::TooLong { chars, max }) => {
                self.find(field, Fault::TooLong { chars, max });
                None
            }
        }
    }

    /// The name in the field's column, if there is one and it fits.
    pub(super) fn name(&mut self, field: Field) -> Option<Name> {
        match Name::parse(self.cell(field)) {
            Ok(name) => Some(name),
            Err(NameProblem::Empty) => None,
            Err(NameProblem::TooLong { chars, max }) => {
                self.find(field, Fault::TooLong { chars, max });
                None
            }
        }
    }
}
