//! Tables as comma-separated values: UTF-8 with its mark, so that a spreadsheet reads the accents, lines ending as RFC
//! 4180 says, and no cell that a spreadsheet would take for a formula.

use ::csv::{QuoteStyle, Terminator, Writer, WriterBuilder};
use words::Words;

use crate::table::{Cell, Head, Table};

/// Stands at the beginning of a file, so that a spreadsheet reads its accents.
const MARK: &str = "\u{feff}";

/// Why a write to memory is taken for granted.
const IN_MEMORY: &str = "writing to memory cannot fail";

/// A file of comma-separated values while it is written, row by row.
///
/// Every cell stands in quotation marks, and words that begin like a formula get an apostrophe before them.
pub struct CsvFile(Writer<Vec<u8>>);

impl CsvFile {
    /// A file without rows.
    pub fn begin() -> Self {
        let file = MARK.as_bytes().to_vec();
        let mut builder = WriterBuilder::new();
        builder.quote_style(QuoteStyle::Always).terminator(Terminator::CRLF);
        // Rows of a file that somebody else made need not have one width.
        Self(builder.flexible(true).from_writer(file))
    }

    /// Adds a row of words.
    pub fn row(&mut self, cells: impl IntoIterator<Item = impl AsRef<str>>) {
        for cell in cells {
            self.text(cell.as_ref());
        }
        self.end_row();
    }

    /// Adds a row of values: days as `2026-11-21`, sums as `12.50`, numbers without marks between the thousands.
    pub fn values(&mut self, cells: &[Cell]) {
        for cell in cells {
            match cell {
                Cell::Empty => self.plain(""),
                Cell::Text(text) => self.text(text),
                Cell::Whole(number) => self.plain(&number.to_string()),
                Cell::Day(day) => self.plain(&day.to_string()),
                Cell::Minutes(minutes) => self.plain(&minutes.to_string()),
                Cell::Pounds(pence) => {
                    let less = if *pence < 0 { "-" } else { "" };
                    let size = pence.unsigned_abs();
                    self.plain(&format!("{less}{}.{:02}", size / 100, size % 100));
                }
            }
        }
        self.end_row();
    }

    /// The file.
    #[expect(clippy::missing_panics_doc, reason = "writing to memory cannot fail")]
    pub fn end(self) -> Vec<u8> {
        self.0.into_inner().expect(IN_MEMORY)
    }

    fn text(&mut self, text: &str) {
        if is_like_a_formula(text) {
            self.plain(&["'", text].concat());
        } else {
            self.plain(text);
        }
    }

    fn plain(&mut self, text: &str) {
        self.0.write_field(text).expect(IN_MEMORY);
    }

    fn end_row(&mut self) {
        self.0.write_record(None::<&[u8]>).expect(IN_MEMORY);
    }
}

/// Whether a spreadsheet may take words for a formula: they begin with a sign that opens one, or with white space some
/// programs skip on the way to it.
///
/// The wide forms are those an East Asian spreadsheet reads as the plain ones.
pub(crate) fn is_like_a_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

/// The table: a row of headings, then its rows.
pub fn csv(table: &Table) -> Vec<u8> {
    let mut file = CsvFile::begin();
    file.row(table.head().columns.iter().map(|column| &column.head));
    for row in table.rows() {
        file.values(row);
    }
    file.end()
}

/// What the columns of the table mean, as a file beside it: one line a column, and one about words that begin like a
/// formula.
pub fn dictionary(head: &Head) -> Vec<u8> {
    let w = Words::new(head.lang);
    let mut file = CsvFile::begin();
    file.row(dictionary_heads(w));
    for column in &head.columns {
        file.row([column.head.as_str(), column.kind.words(w), column.means.as_str()]);
    }
    file.row(["", "", w.report_dictionary_guard()]);
    file.end()
}

/// What stands above the columns of a dictionary.
pub(crate) fn dictionary_heads(w: Words) -> [&'static str; 3] {
    [
        w.report_dictionary_column(),
        w.report_dictionary_kind(),
        w.report_dictionary_means(),
    ]
}
