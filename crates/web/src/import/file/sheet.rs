//! Spreadsheets: the first sheet of a workbook of either kind, cell by cell as people see it.

use super::{Each, FileProblem, Row, SHEET_BYTES_MAX, not_too_wide};
use calamine::{Data, Reader as _, open_workbook_auto_from_rs};
use std::io::{Cursor, Read};

/// The beginnings of a zip archive, which newer spreadsheets are, and of an older one.
const MARKS: [&[u8]; 2] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"];

/// Whether a file begins as a spreadsheet does.
pub(super) fn is_one(beginning: &[u8]) -> bool {
    MARKS.iter().any(|mark| beginning.starts_with(mark))
}

pub(super) fn each_row(reader: impl Read, each: &mut impl Each) -> Result<(), FileProblem> {
    let mut bytes = Vec::new();
    reader.take(SHEET_BYTES_MAX + 1).read_to_end(&mut bytes)?;
    if SHEET_BYTES_MAX < bytes.len() as u64 {
        return Err(FileProblem::TooLarge { max: SHEET_BYTES_MAX });
    }
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|_| FileProblem::SheetUnreadable)?;
    let sheet = book.worksheet_range_at(0).ok_or(FileProblem::Empty)?;
    let sheet = sheet.map_err(|_| FileProblem::SheetUnreadable)?;
    not_too_wide(sheet.width())?;
    let first = sheet.start().map_or(0, |(row, _)| row);
    for (number, cells) in (first + 1..).zip(sheet.rows()) {
        let is_heading = number == first + 1;
        let mut cells: Vec<String> = cells.iter().map(text).collect();
        if is_heading {
            // Columns that somebody only coloured have no heading and are none.
            while cells.last().is_some_and(|cell| cell.trim().is_empty()) {
                cells.pop();
            }
        }
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        let more = each(Row {
            number,
            is_heading,
            cells: &cells,
        })?;
        if !more {
            break;
        }
    }
    Ok(())
}

/// A cell as people see it: a day as a day, a whole number without a point.
fn text(cell: &Data) -> String {
    match cell {
        Data::Empty | Data::Error(_) => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(true) => "yes".to_owned(),
        Data::Bool(false) => "no".to_owned(),
        Data::DateTime(day) if day.is_datetime() => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTime(other) => other.as_f64().to_string(),
    }
}
