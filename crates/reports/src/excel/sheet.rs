//! One sheet: its heading, its rows and how wide its columns are.

use std::fmt::Write as _;

use jiff::civil::{Date, date};
use words::Words;

use super::parts::Style;
use super::text;
use crate::csv::is_like_a_formula;
use crate::table::{Cell, Head, Kind};

/// The longest text of a cell. Unit: UTF-16 units. Source: Microsoft, "Excel specifications and limits".
pub const TEXT_CHARS_MAX: usize = 32_767;

/// The largest whole number that a spreadsheet keeps to the last figure. Source: the same, fifteen digits.
const WHOLE_MAX: u64 = 999_999_999_999_999;

/// How much is written before it is packed. Unit: bytes.
const PACK_BYTES: usize = 64 * 1024;

/// The narrowest and the widest column. Unit: characters.
///
/// Assumption: as wide as a date needs, and no wider than reads well; more is wrapped.
const WIDTH: std::ops::RangeInclusive<usize> = 10..=60;

/// Why writing to a string is taken for granted.
const IN_MEMORY: &str = "writing to a string cannot fail";

/// A sheet while it is written.
pub struct Sheet {
    xml: String,
    rows: u32,
    /// The letters of each column.
    letters: Vec<String>,
    cut: u64,
}

impl Sheet {
    /// A sheet with its heading.
    pub fn begin(head: &Head, widths: &[usize]) -> Self {
        let mut xml = String::with_capacity(2 * PACK_BYTES);
        xml.push_str(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
             <worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
             <sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>\
             <sheetViews><sheetView workbookViewId=\"0\">\
             <pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>\
             <selection pane=\"bottomLeft\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>",
        );
        if !widths.is_empty() {
            xml.push_str("<cols>");
            for (at, width) in widths.iter().enumerate() {
                let number = at + 1;
                write!(
                    xml,
                    "<col min=\"{number}\" max=\"{number}\" width=\"{width}\" customWidth=\"1\"/>"
                )
                .expect(IN_MEMORY);
            }
            xml.push_str("</cols>");
        }
        xml.push_str("<sheetData>");
        let letters = (0..head.columns.len()).map(column_letters).collect();
        let mut sheet = Self {
            xml,
            rows: 0,
            letters,
            cut: 0,
        };
        sheet.begin_row();
        for (at, column) in head.columns.iter().enumerate() {
            sheet.text(at, Style::Head, &column.head);
        }
        sheet.end_row();
        sheet
    }

    /// How many rows it has, its heading among them.
    pub const fn rows(&self) -> u32 {
        self.rows
    }

    /// How many texts were too long for a cell.
    pub const fn cut(&self) -> u64 {
        self.cut
    }

    /// Adds a row.
    pub fn row(&mut self, cells: &[Cell]) {
        while self.letters.len() < cells.len() {
            self.letters.push(column_letters(self.letters.len()));
        }
        self.begin_row();
        for (at, cell) in cells.iter().enumerate() {
            match cell {
                Cell::Empty => {}
                Cell::Text(text) if text.is_empty() => {}
                Cell::Text(text) if is_like_a_formula(text) => self.text(at, Style::Guarded, text),
                Cell::Text(text) => self.text(at, Style::Text, text),
                Cell::Whole(number) if WHOLE_MAX < number.unsigned_abs() => {
                    self.text(at, Style::Text, &number.to_string());
                }
                Cell::Whole(number) => self.figure(at, Style::Whole, number),
                Cell::Minutes(minutes) => self.figure(at, Style::Whole, minutes),
                Cell::Pounds(pence) => {
                    let less = if *pence < 0 { "-" } else { "" };
                    let size = pence.unsigned_abs();
                    self.figure(
                        at,
                        Style::Pounds,
                        format_args!("{less}{}.{:02}", size / 100, size % 100),
                    );
                }
                Cell::Day(day) => match serial(*day) {
                    Some(days) => self.figure(at, Style::Day, days),
                    None => self.text(at, Style::Text, &day.to_string()),
                },
            }
        }
        self.end_row();
    }

    /// Whether enough is written to be packed.
    pub const fn is_full(&self) -> bool {
        PACK_BYTES <= self.xml.len()
    }

    /// What is written and not packed yet.
    pub fn taken(&self) -> &str {
        &self.xml
    }

    /// Forgets what has been packed.
    pub fn clear(&mut self) {
        self.xml.clear();
    }

    /// The cells that the filter covers: `A1:G101`.
    pub fn filter(&self) -> String {
        let last = self.letters.last().map_or("A", String::as_str);
        format!("A1:{last}{}", self.rows)
    }

    /// Ends the sheet, with a filter over these cells.
    pub fn end(&mut self, filter: Option<&str>) {
        self.xml.push_str("</sheetData>");
        if let Some(cells) = filter {
            write!(self.xml, "<autoFilter ref=\"{cells}\"/>").expect(IN_MEMORY);
        }
        self.xml
            .push_str("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>");
    }

    fn begin_row(&mut self) {
        self.rows += 1;
        write!(self.xml, "<row r=\"{}\">", self.rows).expect(IN_MEMORY);
    }

    fn end_row(&mut self) {
        self.xml.push_str("</row>");
    }

    fn begin_cell(&mut self, at: usize, style: Style) {
        write!(
            self.xml,
            "<c r=\"{}{}\" s=\"{}\"",
            self.letters[at], self.rows, style as u8
        )
        .expect(IN_MEMORY);
    }

    fn figure(&mut self, at: usize, style: Style, figure: impl std::fmt::Display) {
        self.begin_cell(at, style);
        write!(self.xml, "><v>{figure}</v></c>").expect(IN_MEMORY);
    }

    /// Text stands in its cell as text (`inlineStr`): no program works it out, whatever it begins with.
    fn text(&mut self, at: usize, style: Style, text: &str) {
        self.begin_cell(at, style);
        self.xml.push_str(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        let fits = text.len() <= TEXT_CHARS_MAX || text.encode_utf16().count() <= TEXT_CHARS_MAX;
        if fits {
            text::push(&mut self.xml, text);
        } else {
            self.cut += 1;
            text::push(&mut self.xml, text::cut(text, TEXT_CHARS_MAX - 1));
            self.xml.push('…');
        }
        self.xml.push_str("</t></is></c>");
    }
}

/// How wide each column is, in characters: as wide as its heading and what stands in the first rows, within [`WIDTH`].
pub fn widths<R: AsRef<[Cell]>>(head: &Head, first: &[R], w: Words) -> Vec<usize> {
    let columns = head.columns.iter().enumerate();
    let widths = columns.map(|(at, column)| {
        let cells = first.iter().filter_map(|row| row.as_ref().get(at));
        let longest = cells
            .map(|cell| match cell {
                Cell::Text(text) => text.lines().map(|line| line.chars().count()).max().unwrap_or(0),
                other => other.words(w).chars().count(),
            })
            .max()
            .unwrap_or(0);
        // The button of the filter stands beside the heading.
        let own = longest.max(column.head.chars().count() + 3);
        // "28 September 2026", below what was looked at as well.
        let least = if column.kind == Kind::Day { 17 } else { 0 };
        (own.max(least) + 2).clamp(*WIDTH.start(), *WIDTH.end())
    });
    widths.collect()
}

/// The number a spreadsheet has for a day: 1 March 1900 is 61. `None` for a day before that, where programs differ.
fn serial(day: Date) -> Option<i32> {
    let since = day.since(date(1899, 12, 30)).ok()?.get_days();
    (61 <= since).then_some(since)
}

/// The letters of a column, counted from nought: `A` to `Z`, then `AA`.
fn column_letters(at: usize) -> String {
    let mut letters = String::new();
    let mut rest = at + 1;
    while 0 < rest {
        let letter = u8::try_from((rest - 1) % 26).expect("it is less than 26");
        letters.insert(0, char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters
}
