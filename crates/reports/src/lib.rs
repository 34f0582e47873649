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
pub use pdf::{pdf, pdf_with_pages};
pub use table::{Cell, Column, Head, Kind, Misfit, Table};

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    #[test]
    fn nothing_here_reads_a_file_a_clock_or_chance() {
        let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
        let mut read = 0;
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("the folder is there").flatten() {
                if entry.path().is_dir() {
                    folders.push(entry.path());
                    continue;
                }
                let text = fs::read_to_string(entry.path()).expect("the file can be read");
                let code = text.split("#[cfg(test)]").next().unwrap_or_default();
                for reach in [
                    "std::fs",
                    "std::net",
                    "std::process",
                    "std::env",
                    "SystemTime",
                    "Instant",
                    "now(",
                ] {
                    assert!(!code.contains(reach), "{} says {reach}", entry.path().display());
                }
                read += 1;
            }
        }
        assert!(10 < read, "{read} files");
    }
}
