//! Files as they come: every encoding and separator, broken ones, too large ones, spreadsheets.

use domain::id::SiteId;
use domain::import::Mapping;
use jiff::civil::date;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use std::io::{self, Read};
use web::import::file::{COLUMNS_MAX, FILE_BYTES_MAX, FileProblem, Source, first_rows, headings, reading};

const HEADINGS: &str = "Person ID,Forename,DOB,Relationship,Family ID\n";

fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut all = vec![headings(bytes).expect("it has headings")];
    all.extend(first_rows(bytes, usize::MAX).expect("it has rows"));
    all
}

#[test]
fn the_same_table_in_every_dress_gives_the_same_cells() {
    let plain = "Enw,Nodyn\nSiân Llŷr,\"llinell un\nllinell dau, \"\"dyfyniad\"\"\"\n=1+1,<b>O'Neill</b>\n";
    let wanted = rows(plain.as_bytes());
    assert_eq!(wanted[1], ["Siân Llŷr", "llinell un\nllinell dau, \"dyfyniad\""]);
    assert_eq!(
        wanted[2],
        ["=1+1", "<b>O'Neill</b>"],
        "what looks like a formula or markup is text"
    );
    let utf16 = |order: fn(u16) -> [u8; 2], mark: [u8; 2]| {
        let units = plain.encode_utf16().flat_map(order);
        mark.into_iter().chain(units).collect::<Vec<u8>>()
    };
    let semicolons = plain.replace(",N", ";N").replace("r,\"", "r;\"").replace("1,<", "1;<");
    let tabs = semicolons.replace(';', "\t");
    for (dress, bytes) in [
        ("a byte-order mark", [b"\xef\xbb\xbf", plain.as_bytes()].concat()),
        ("UTF-16, little end first", utf16(u16::to_le_bytes, [0xff, 0xfe])),
        ("UTF-16, big end first", utf16(u16::to_be_bytes, [0xfe, 0xff])),
        ("semicolons", semicolons.into_bytes()),
        ("tabs", tabs.into_bytes()),
    ] {
        assert_eq!(rows(&bytes), wanted, "{dress}");
    }
    let lines = plain.replace('\n', "\r\n");
    let crlf = rows(lines.as_bytes());
    assert_eq!(crlf[0], wanted[0]);
    assert_eq!(crlf[2], wanted[2]);
}

#[test]
fn a_file_of_an_old_program_is_read_as_windows_1252() {
    let bytes = b"Enw,Nodyn\nSi\xe2n,\x93yn dda\x94 \x96 \x80 5\n";
    assert_eq!(rows(bytes)[1], ["Siân", "“yn dda” – € 5"]);
}

#[test]
fn a_letter_cut_in_two_between_pieces_is_still_one_letter() {
    // Pieces of 64 KiB are looked at one after the other; this puts a letter of two bytes across each end.
    let row = format!("{}ŵ\n", "a".repeat(65_533 - 4));
    let text = format!("Enw\n{row}{row}{row}");
    let found = rows(text.as_bytes());
    assert!(
        found[1..].iter().all(|row| row[0].ends_with('ŵ')),
        "it is not read as another encoding"
    );
}

#[test]
fn short_rows_and_blank_ones_are_handed_on_as_they_are() {
    let found = rows(format!("{HEADINGS}70118,Short row\n,,,,\n").as_bytes());
    assert_eq!(found[1], ["70118", "Short row"]);
    assert_eq!(found[2], ["", "", "", "", ""]);
}

#[test]
fn what_is_no_table_is_said_to_be_none() {
    let site = SiteId::from_bytes([4; 16]);
    let read = |bytes: &[u8]| {
        let columns = Mapping::guess(&headings(bytes)?);
        reading(bytes, site, columns, date(2026, 11, 21)).map(|_| ())
    };
    assert!(matches!(read(b""), Err(FileProblem::Empty)));
    assert!(matches!(read(b"\xef\xbb\xbf"), Err(FileProblem::Empty)));
    assert!(
        matches!(read(HEADINGS.as_bytes()), Err(FileProblem::Empty)),
        "headings alone"
    );
    assert!(matches!(
        read(format!("{HEADINGS},,,,\n").as_bytes()),
        Err(FileProblem::Empty)
    ));
    assert!(matches!(
        read(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        Err(FileProblem::NotATable)
    ));
    assert!(matches!(
        read(b"PK\x03\x04 not a workbook"),
        Err(FileProblem::SheetUnreadable)
    ));
    assert!(matches!(read(b"Name,Age\nMali,7\n"), Err(FileProblem::Mapping(_))));
    let wide = "a,".repeat(1_000_000) + "\n";
    let refused = read(wide.as_bytes());
    assert!(
        matches!(refused, Err(FileProblem::TooManyColumns { columns, .. }) if COLUMNS_MAX < columns),
        "a million columns"
    );
    let open = format!("{HEADINGS}1,\"Mali,{}", "x,\n".repeat(700_000));
    assert!(
        matches!(read(open.as_bytes()), Err(FileProblem::RowWithoutEnd { row: 2 })),
        "a quotation mark left open"
    );
}

/// More bytes than are taken, made while they are read.
struct Endless;

impl Source for Endless {
    type Reader<'a> = Letters;

    fn open(&self) -> io::Result<Letters> {
        Ok(Letters)
    }
}

struct Letters;

impl Read for Letters {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        into.fill(b'a');
        into.iter_mut().skip(99).step_by(100).for_each(|byte| *byte = b'\n');
        Ok(into.len())
    }
}

#[test]
fn a_file_without_end_is_given_up_at_the_limit() {
    let given_up = headings(&Endless);
    assert!(
        matches!(given_up, Err(FileProblem::TooLarge { max: FILE_BYTES_MAX })),
        "{given_up:?}"
    );
}

#[test]
fn a_spreadsheet_gives_what_people_see_in_it() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    // The table begins in the third row: the numbers people see are those of the sheet.
    for (column, heading) in (0..).zip(["Person ID", "Forename", "DOB", "Relationship", "Family ID"]) {
        sheet.write(2, column, heading).unwrap();
    }
    sheet.write(3, 0, 70_002).unwrap();
    sheet.write(3, 1, "Ŵen").unwrap();
    let born = ExcelDateTime::from_ymd(2015, 2, 28).unwrap();
    sheet.write_with_format(3, 2, &born, &day).unwrap();
    sheet.write(3, 3, "Child").unwrap();
    sheet.write(3, 4, "=1+1").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let found = rows(&bytes);
    assert_eq!(found[0][4], "Family ID");
    assert_eq!(found[1], ["70002", "Ŵen", "2015-02-28", "Child", "=1+1"]);
    let columns = Mapping::guess(&found[0]);
    let read = reading(
        bytes.as_slice(),
        SiteId::from_bytes([4; 16]),
        columns,
        date(2026, 11, 21),
    )
    .unwrap();
    assert_eq!(read.families[0].rows, [4], "the row of the sheet");
}

#[test]
fn the_real_file_is_read_whole() {
    let bytes = include_bytes!("../../../../../data/referrals_as_exported.csv");
    let columns = Mapping::guess(&headings(bytes.as_slice()).unwrap());
    assert_eq!(columns.missing(), Vec::<&[domain::import::Field]>::new());
    let read = reading(
        bytes.as_slice(),
        SiteId::from_bytes([4; 16]),
        columns,
        date(2026, 11, 21),
    )
    .unwrap();
    assert_eq!((read.rows, read.blank_rows, read.families.len()), (89, 1, 24));
    assert_eq!(read.families_in().count(), 22);
}
