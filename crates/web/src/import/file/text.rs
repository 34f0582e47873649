//! Tables as text: commas, semicolons or tabs; with or without a byte-order mark; UTF-8, UTF-16 or Windows-1252.

use super::{Each, FILE_BYTES_MAX, FileProblem, ROW_BYTES_MAX, Row, Source, not_too_wide};
use csv::{ReaderBuilder, StringRecord};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use encoding_rs_io::DecodeReaderBytesBuilder;
use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

/// What may stand between cells.
const BETWEEN: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How many bytes are read at a time.
const PIECE_BYTES: usize = 64 * 1024;

pub(super) fn each_row<S: Source + ?Sized>(
    source: &S,
    beginning: &[u8],
    each: &mut impl Each,
) -> Result<(), FileProblem> {
    let encoding = encoding(source, beginning)?;
    let decoded = |reader| {
        DecodeReaderBytesBuilder::new()
            .encoding(Some(encoding.unwrap_or(UTF_8)))
            // What is known to be right need not be looked through again, and then nobody takes its mark off.
            .utf8_passthru(encoding.is_none())
            .strip_bom(encoding.is_none())
            .bom_override(encoding.is_some())
            .build(reader)
    };
    let mut first = Vec::new();
    decoded(source.open()?).take(ROW_BYTES_MAX).read_to_end(&mut first)?;
    let (between, cells) = between(&String::from_utf8_lossy(&first));
    not_too_wide(cells)?;
    let since = Rc::new(Cell::new(0));
    let watched = Watched {
        inner: decoded(source.open()?),
        since: Rc::clone(&since),
    };
    let mut reader = ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .delimiter(between)
        .buffer_capacity(PIECE_BYTES)
        .from_reader(watched);
    let mut record = StringRecord::new();
    let mut row = 0;
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => return Ok(()),
            Ok(true) => {}
            Err(error) => return Err(why(error, row + 1)),
        }
        row += 1;
        since.set(0);
        let cells: Vec<&str> = record.iter().collect();
        let more = each(Row {
            number: row,
            is_heading: row == 1,
            cells: &cells,
        })?;
        if !more {
            return Ok(());
        }
    }
}

/// What its bytes are to be read from: nothing where they are UTF-8 through and through. Old programs of this country
/// write Windows-1252 without saying so.
fn encoding<S: Source + ?Sized>(source: &S, beginning: &[u8]) -> Result<Option<&'static Encoding>, FileProblem> {
    let marked = Encoding::for_bom(beginning).map(|(marked, _)| marked);
    if marked.is_some_and(|marked| marked != UTF_8) {
        return Ok(marked);
    }
    if marked.is_none() && beginning.contains(&0) {
        return Err(FileProblem::NotATable);
    }
    let is_utf8 = is_utf8(source.open()?)?;
    Ok(if is_utf8 { None } else { marked.or(Some(WINDOWS_1252)) })
}

/// Whether every byte is UTF-8, looked through a piece at a time.
fn is_utf8(mut reader: impl Read) -> Result<bool, FileProblem> {
    let mut piece = vec![0; PIECE_BYTES];
    let (mut held, mut all) = (0, 0);
    loop {
        let read = reader.read(&mut piece[held..])?;
        all += read as u64;
        if FILE_BYTES_MAX < all {
            return Err(FileProblem::TooLarge { max: FILE_BYTES_MAX });
        }
        let end = held + read;
        match std::str::from_utf8(&piece[..end]) {
            Ok(_) if read == 0 => return Ok(true),
            Ok(_) => held = 0,
            // A letter may be cut in two where a piece ends.
            Err(wrong) if wrong.error_len().is_none() && 0 < read => {
                let whole = wrong.valid_up_to();
                piece.copy_within(whole..end, 0);
                held = end - whole;
            }
            Err(_) => return Ok(false),
        }
    }
}

/// What stands between the headings most often, outside quotation marks, and how many headings that makes.
fn between(text: &str) -> (u8, usize) {
    let mut counts = [0_usize; BETWEEN.len()];
    let mut quoted = false;
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            byte if !quoted => {
                if let Some(at) = BETWEEN.iter().position(|known| *known == byte) {
                    counts[at] += 1;
                }
            }
            _ => {}
        }
    }
    let most = counts.iter().copied().max().unwrap_or_default();
    let found = counts.iter().position(|count| *count == most);
    (BETWEEN[found.unwrap_or_default()], most + 1)
}

/// Reads on, and counts how many bytes went by since the last row ended.
struct Watched<R> {
    inner: R,
    since: Rc<Cell<u64>>,
}

impl<R: Read> Read for Watched<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if ROW_BYTES_MAX < self.since.get() {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        let read = self.inner.read(into)?;
        self.since.set(self.since.get() + read as u64);
        Ok(read)
    }
}

fn why(error: csv::Error, row: u32) -> FileProblem {
    match error.into_kind() {
        csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => FileProblem::RowWithoutEnd { row },
        csv::ErrorKind::Io(error) => FileProblem::Unreachable(error),
        _ => FileProblem::NotATable,
    }
}
