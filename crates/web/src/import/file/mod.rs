//! From the bytes of a file to the cells of its rows: tables as text in whatever dress, and spreadsheets.
//!
//! What a cell says is never changed, whatever it looks like: a formula is text here and stays text.

mod sheet;
mod text;

use domain::id::SiteId;
use domain::import::{Mapping, MappingProblem, Reader, Reading, TooManyRows};
use jiff::civil::Date;
use std::io::Read;

/// The largest file, in bytes.
///
/// Source: details.md 10 (assumed).
pub const FILE_BYTES_MAX: u64 = 200 * 1024 * 1024;

/// The largest spreadsheet, in bytes: one is read whole, and may hold many times its size.
///
/// Source: details.md 10, the limit of a file (assumed).
pub const SHEET_BYTES_MAX: u64 = 20 * 1024 * 1024;

/// The most columns a file may have.
///
/// Assumption: 500; an export of everything a case system knows has fewer, and more is another sort of file.
pub const COLUMNS_MAX: usize = 500;

/// The most bytes one row may have.
///
/// Assumption: 1 MiB, ten times the longest text in each of ten columns; a longer row is a quotation mark left open.
pub const ROW_BYTES_MAX: u64 = 1024 * 1024;

/// Bytes that can be read from their beginning, more than once.
pub trait Source {
    /// What it is read through.
    type Reader<'a>: Read
    where
        Self: 'a;

    /// The bytes from their beginning.
    ///
    /// # Errors
    /// They cannot be reached.
    fn open(&self) -> std::io::Result<Self::Reader<'_>>;
}

impl Source for [u8] {
    type Reader<'a> = &'a [u8];

    fn open(&self) -> std::io::Result<&[u8]> {
        Ok(self)
    }
}

/// Why a file cannot be read as a table.
#[derive(Debug, thiserror::Error)]
pub enum FileProblem {
    /// There is nothing in it, or nothing but headings.
    #[error("there are no rows")]
    Empty,
    /// It is something else: a picture, a document, a program.
    #[error("not a table")]
    NotATable,
    /// There are more columns than any export has.
    #[error("{columns} columns, at most {max}")]
    TooManyColumns {
        /// How many there are, as far as was looked.
        columns: usize,
        /// How many are read.
        max: usize,
    },
    /// There are more rows than are read at once.
    #[error("more than {max} rows")]
    TooManyRows {
        /// How many are read.
        max: u32,
    },
    /// A row never ends: a quotation mark was opened and not closed.
    #[error("row {row} does not end")]
    RowWithoutEnd {
        /// The row, as a spreadsheet numbers records.
        row: u32,
    },
    /// There are more bytes than are taken.
    #[error("more than {max} bytes")]
    TooLarge {
        /// How many are taken.
        max: u64,
    },
    /// It says it is a spreadsheet and cannot be opened as one; it may have a password.
    #[error("not a spreadsheet that can be opened")]
    SheetUnreadable,
    /// The columns cannot be read like this.
    #[error(transparent)]
    Mapping(#[from] MappingProblem),
    /// The bytes cannot be reached.
    #[error(transparent)]
    Unreachable(#[from] std::io::Error),
}

impl From<TooManyRows> for FileProblem {
    fn from(_: TooManyRows) -> Self {
        Self::TooManyRows {
            max: domain::import::ROWS_MAX,
        }
    }
}

/// The headings of a file.
///
/// # Errors
/// It is not a table, or there is nothing in it.
pub fn headings<S: Source + ?Sized>(source: &S) -> Result<Vec<String>, FileProblem> {
    let mut found = None;
    each_row(source, |row| {
        found = Some(row.owned());
        Ok(false)
    })?;
    found.ok_or(FileProblem::Empty)
}

/// The first rows under the headings, to show what a column holds: at most `most` of them.
///
/// # Errors
/// As [`headings`].
pub fn first_rows<S: Source + ?Sized>(source: &S, most: usize) -> Result<Vec<Vec<String>>, FileProblem> {
    let mut found = Vec::new();
    each_row(source, |row| {
        if !row.is_heading {
            found.push(row.owned());
        }
        Ok(found.len() < most)
    })?;
    Ok(found)
}

/// Reads a whole file with its columns taken as `mapping` says.
///
/// # Errors
/// It is not a table, or the columns cannot be read like this.
pub fn reading<S: Source + ?Sized>(
    source: &S,
    site: SiteId,
    mapping: Mapping,
    today: Date,
) -> Result<Reading, FileProblem> {
    let mut mapping = Some(mapping);
    let mut reader = None;
    each_row(source, |row| {
        match (&mut reader, mapping.take()) {
            (None, Some(mapping)) => reader = Some(Reader::new(site, row.cells, mapping, today)?),
            (Some(reader), _) => reader.push(row.number, row.cells)?,
            (None, None) => {}
        }
        Ok(true)
    })?;
    let reading = reader.ok_or(FileProblem::Empty)?.finish();
    if reading.rows == reading.blank_rows {
        return Err(FileProblem::Empty);
    }
    Ok(reading)
}

/// One row of a file.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// Its number, as a spreadsheet numbers records: from 1, and a line broken inside a cell does not count.
    pub number: u32,
    /// Whether it is the first, which says what the columns hold.
    pub is_heading: bool,
    /// What its cells say.
    pub cells: &'a [&'a str],
}

impl Row<'_> {
    fn owned(&self) -> Vec<String> {
        self.cells.iter().map(|cell| (*cell).to_owned()).collect()
    }
}

/// What is done with each row: whether another is wanted.
trait Each: FnMut(Row) -> Result<bool, FileProblem> {}

impl<F: FnMut(Row) -> Result<bool, FileProblem>> Each for F {}

/// Every row of a file, the headings first, until `each` wants no more.
///
/// # Errors
/// It is not a table, or `each` refuses a row.
pub fn each_row<S: Source + ?Sized>(
    source: &S,
    mut each: impl FnMut(Row) -> Result<bool, FileProblem>,
) -> Result<(), FileProblem> {
    let mut beginning = Vec::new();
    source.open()?.take(4096).read_to_end(&mut beginning)?;
    if sheet::is_one(&beginning) {
        return sheet::each_row(source.open()?, &mut each);
    }
    text::each_row(source, &beginning, &mut each)
}

/// Whether a row of headings is one that can be read.
fn not_too_wide(columns: usize) -> Result<(), FileProblem> {
    if COLUMNS_MAX < columns {
        return Err(FileProblem::TooManyColumns {
            columns,
            max: COLUMNS_MAX,
        });
    }
    Ok(())
}
