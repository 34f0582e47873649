//! Tables as a workbook: text that is never a formula, days that are days, a heading that stays in sight, and a second
//! sheet that says what each column means.
//!
//! Rows are packed as they come: beside the packed file, memory holds one row. Nothing is written to a disk on the way,
//! so that names and words are never there unsealed. The parts are those of ECMA-376, Office Open XML.

mod parts;
mod sheet;
mod text;

use std::io::{Cursor, Write};

use words::Words;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::csv::dictionary_heads;
use crate::table::{Cell, Column, Head, Kind, Table};
use sheet::Sheet;

/// The most rows of a sheet, its heading among them. Source: Microsoft, "Excel specifications and limits".
const SHEET_ROWS_MAX: u32 = 1_048_576;

/// How many rows are looked at to choose how wide a column is.
///
/// Assumption: 200. A wider text further down is wrapped.
const WIDTH_ROWS: usize = 200;

/// How hard the file is packed, 1 to 9.
///
/// Assumption: 1. Higher made the file a quarter smaller and took three times as long.
const PACKING: i64 = 1;

/// Why a write to memory is taken for granted.
const IN_MEMORY: &str = "writing to memory cannot fail";

/// The table as a workbook.
pub fn excel(table: &Table) -> Vec<u8> {
    excel_of(table.head(), table.rows())
}

/// A workbook of rows that come one after another, for tables that are too long to be held.
///
/// More rows than a sheet can hold go on in a further sheet.
pub fn excel_of<R: AsRef<[Cell]>>(head: &Head, rows: impl IntoIterator<Item = R>) -> Vec<u8> {
    let w = Words::new(head.lang);
    let mut book = Book::begin();
    let mut rows = rows.into_iter();
    let first: Vec<R> = rows.by_ref().take(WIDTH_ROWS).collect();
    let widths = sheet::widths(head, &first, w);
    let mut rows = first.into_iter().chain(rows).peekable();
    let mut cut = 0;
    loop {
        let mut sheet = Sheet::begin(head, &widths);
        while sheet.rows() < SHEET_ROWS_MAX
            && let Some(row) = rows.next()
        {
            sheet.row(row.as_ref());
            book.pack_when_full(&mut sheet);
        }
        cut += sheet.cut();
        book.end_sheet(sheet, &head.title, true);
        if rows.peek().is_none() {
            break;
        }
    }
    book.add_dictionary(head, cut, w);
    book.end(head, w)
}

/// A workbook while it is written.
struct Book {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    /// Each sheet's name and the cells its filter covers, if it has one.
    sheets: Vec<(String, Option<String>)>,
    /// Whether the part of a sheet has been begun.
    is_open: bool,
}

impl Book {
    fn begin() -> Self {
        let mut book = Self {
            zip: ZipWriter::new(Cursor::new(Vec::new())),
            sheets: Vec::new(),
            is_open: false,
        };
        book.part("_rels/.rels", parts::RELATIONS);
        book
    }

    fn part(&mut self, name: &str, text: &str) {
        self.open(name);
        self.zip.write_all(text.as_bytes()).expect(IN_MEMORY);
    }

    fn open(&mut self, name: &str) {
        let packed = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(PACKING));
        self.zip.start_file(name, packed).expect(IN_MEMORY);
    }

    /// Packs what a sheet has written so far, once it is worth it.
    fn pack_when_full(&mut self, sheet: &mut Sheet) {
        if sheet.is_full() {
            self.pack(sheet);
        }
    }

    fn pack(&mut self, sheet: &mut Sheet) {
        if !self.is_open {
            self.open(&format!("xl/worksheets/sheet{}.xml", self.sheets.len() + 1));
            self.is_open = true;
        }
        self.zip.write_all(sheet.taken().as_bytes()).expect(IN_MEMORY);
        sheet.clear();
    }

    fn end_sheet(&mut self, mut sheet: Sheet, title: &str, has_filter: bool) {
        let filter = has_filter.then(|| sheet.filter());
        sheet.end(filter.as_deref());
        self.pack(&mut sheet);
        self.is_open = false;
        let name = text::sheet_name(title, &self.sheets.iter().map(|(name, _)| name.as_str()));
        self.sheets.push((name, filter));
    }

    fn add_dictionary(&mut self, head: &Head, cut: u64, w: Words) {
        let heads = dictionary_heads(w).map(|head| Column::new(head, Kind::Text, ""));
        let about = Head {
            lang: head.lang,
            title: w.report_dictionary().to_owned(),
            columns: heads.into(),
        };
        let line = |column: &Column| {
            let kind = column.kind.words(w);
            vec![column.head.as_str().into(), kind.into(), column.means.as_str().into()]
        };
        let mut rows: Vec<Vec<Cell>> = head.columns.iter().map(line).collect();
        rows.push(vec![Cell::Empty, Cell::Empty, w.report_dictionary_guard().into()]);
        if 0 < cut {
            let said = w.report_dictionary_cut(cut);
            rows.push(vec![Cell::Empty, Cell::Empty, said.into()]);
        }
        let mut sheet = Sheet::begin(&about, &sheet::widths(&about, &rows, w));
        for row in &rows {
            sheet.row(row);
        }
        self.end_sheet(sheet, &about.title, false);
    }

    fn end(mut self, head: &Head, w: Words) -> Vec<u8> {
        let sheets = std::mem::take(&mut self.sheets);
        self.part("xl/styles.xml", &parts::styles(w));
        self.part("xl/workbook.xml", &parts::workbook(&sheets));
        self.part("xl/_rels/workbook.xml.rels", &parts::workbook_relations(sheets.len()));
        self.part("docProps/core.xml", &parts::about(&head.title, head.lang.tag()));
        self.part("[Content_Types].xml", &parts::content_types(sheets.len()));
        self.zip.finish().expect(IN_MEMORY).into_inner()
    }
}
