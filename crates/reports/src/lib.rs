//! What leaves on paper or as a file: a [`Table`] as CSV or for a spreadsheet, a [`Document`] as PDF.
//!
//! Nothing here reads a file, a clock or the store, and nothing chooses a language: sentences arrive finished, with the
//! language in which days and numbers are written. The same input gives the same bytes.

mod csv;
mod document;
mod excel;
mod pdf;
mod table;

pub use csv::{CsvFile, csv, dictionary};
pub use document::{Address, Block, Depth, Document, Fact, Lines, Period, Quotation, Stair};
pub use excel::{excel, excel_of};
pub use pdf::pdf;
pub use table::{Cell, Column, Head, Kind, Misfit, Table};
