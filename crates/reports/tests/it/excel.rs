//! Workbooks, read back by a reader that is not ours.

use std::io::{Cursor, Read as _};

use crate::support::{head, row, table};
use calamine::{Data, Range, Reader as _, Xlsx};
use jiff::civil::date;
use reports::{Cell, Column, Head, Kind, Table, excel, excel_of};
use words::Lang;

fn open(file: &[u8]) -> Xlsx<Cursor<&[u8]>> {
    Xlsx::new(Cursor::new(file)).expect("the file is a workbook")
}

fn sheet(file: &[u8], at: usize) -> Range<Data> {
    open(file)
        .worksheet_range_at(at)
        .expect("the sheet is there")
        .expect("the sheet can be read")
}

/// The text of one part of the file.
fn part(file: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(file)).expect("the file is packed");
    let mut text = String::new();
    let mut part = zip.by_name(name).expect("the part is there");
    part.read_to_string(&mut text).expect("a part is UTF-8");
    text
}

fn text(words: &str) -> Data {
    Data::String(words.to_owned())
}

#[test]
fn a_name_that_looks_like_a_formula_stays_text() {
    let names = ["=1+1", "+44 20", "-2+3", "@SUM(A1)", "\t=1", "=HYPERLINK(\"x\",\"y\")"];
    let file = excel(&table(Lang::En, names));
    let shown = sheet(&file, 0);
    for (at, name) in names.into_iter().enumerate() {
        assert_eq!(shown.get((at + 1, 0)), Some(&text(name)));
    }
    let xml = part(&file, "xl/worksheets/sheet1.xml");
    assert!(!xml.contains("<f>") && !xml.contains("<f "), "{xml}");
    assert_eq!(
        xml.matches("s=\"3\"").count(),
        names.len(),
        "each is kept as text when somebody edits it"
    );
    let styles = part(&file, "xl/styles.xml");
    assert_eq!(styles.matches("quotePrefix=\"1\"").count(), 1);
}

#[test]
fn a_cell_is_the_kind_its_column_says() {
    let file = excel(&table(Lang::En, ["Evans"]));
    let shown = sheet(&file, 0);
    assert_eq!(shown.get((1, 1)), Some(&Data::Float(1234.0)));
    assert_eq!(shown.get((1, 3)), Some(&Data::Float(95.0)));
    assert_eq!(shown.get((1, 4)), Some(&Data::Float(-12.5)));
    let Some(Data::DateTime(day)) = shown.get((1, 2)) else {
        panic!("a day is a day: {shown:?}");
    };
    // 21 November 2026, counted from 30 December 1899.
    assert!((day.as_f64() - 46347.0).abs() < f64::EPSILON, "{day}");
}

#[test]
fn a_day_is_shown_in_the_language_of_the_table() {
    for (lang, code) in [(Lang::En, "[$-809]d mmmm yyyy"), (Lang::Cy, "[$-452]d mmmm yyyy")] {
        let file = excel(&table(lang, ["Evans"]));
        assert!(part(&file, "xl/styles.xml").contains(code));
        assert!(part(&file, "docProps/core.xml").contains(&format!("<dc:language>{}<", lang.tag())));
    }
}

#[test]
fn the_heading_stays_in_sight_and_can_be_filtered_by() {
    let file = excel(&table(Lang::En, ["Evans", "Rees"]));
    let xml = part(&file, "xl/worksheets/sheet1.xml");
    assert!(
        xml.contains("ySplit=\"1\"") && xml.contains("state=\"frozen\""),
        "{xml}"
    );
    assert!(xml.contains("<autoFilter ref=\"A1:E3\"/>"), "{xml}");
    let book = part(&file, "xl/workbook.xml");
    assert!(book.contains("'Visits in November'!$A$1:$E$3"), "{book}");
    assert!(book.contains("'Visits in November'!$1:$1"), "{book}");
}

#[test]
fn a_second_sheet_says_what_each_column_means() {
    let file = excel(&table(Lang::Cy, ["Evans"]));
    assert_eq!(open(&file).sheet_names(), ["Visits in November", "Ystyr y colofnau"]);
    let shown = sheet(&file, 1);
    assert_eq!(shown.get((3, 0)), Some(&text("Since")));
    assert_eq!(shown.get((3, 1)), Some(&text("Diwrnod")));
    assert_eq!(shown.get((3, 2)), Some(&text("The day support began.")));
}

#[test]
fn a_sheet_is_named_as_a_sheet_may_be() {
    let named = |title: &str| {
        let head = Head {
            title: title.to_owned(),
            ..head(Lang::En)
        };
        open(&excel(&Table::new(head))).sheet_names()[0].clone()
    };
    assert_eq!(named("Visits: [all] 'this' year?"), "Visits   all  'this' year");
    assert_eq!(named("What the columns mean"), "What the columns mean");
    assert_eq!(named("History"), "History 2");
    assert_eq!(named(""), "2");
    assert_eq!(named(&"ŵ".repeat(40)).chars().count(), 31);
}

#[test]
fn what_a_cell_cannot_hold_is_cut_and_said() {
    let long = "x".repeat(40_000);
    let file = excel(&table(Lang::En, [long.as_str(), "short"]));
    let Some(Data::String(kept)) = sheet(&file, 0).get((1, 0)).cloned() else {
        panic!("a text is a text");
    };
    assert_eq!(kept.chars().count(), 32_767);
    assert!(kept.ends_with('…'));
    let said = part(&file, "xl/worksheets/sheet2.xml");
    assert!(said.contains("end with …: 1."), "{said}");
}

#[test]
fn what_xml_cannot_hold_comes_back_as_it_was() {
    let odd = "a\u{1}b <&\"> _x0041_ \u{b}\r ŵŷẃ 🐕\u{ffff}";
    let xml = part(&excel(&table(Lang::En, [odd])), "xl/worksheets/sheet1.xml");
    let kept = "a_x0001_b &lt;&amp;&quot;&gt; _x005F_x0041_ _x000B__x000D_ ŵŷẃ 🐕_xFFFF_";
    assert!(xml.contains(kept), "{xml}");
}

#[test]
fn days_and_numbers_a_spreadsheet_has_no_figure_for_stay_text() {
    let mut head = head(Lang::En);
    head.columns.truncate(3);
    let mut table = Table::new(head);
    let row = vec!["Evans".into(), Cell::Whole(i64::MAX), Cell::Day(date(1899, 5, 1))];
    table.push(row).expect("the row fits");
    let shown = sheet(&excel(&table), 0);
    assert_eq!(shown.get((1, 1)), Some(&text("9223372036854775807")));
    assert_eq!(shown.get((1, 2)), Some(&text("1899-05-01")));
}

#[test]
fn rows_beyond_what_a_sheet_holds_go_on_in_the_next() {
    let head = Head {
        columns: vec![Column::new("Number", Kind::Whole, "Counts up.")],
        ..head(Lang::En)
    };
    let file = excel_of(&head, (0..1_048_576).map(|at| [Cell::Whole(at)]));
    assert_eq!(open(&file).sheet_names().len(), 3);
    assert_eq!(
        sheet(&file, 1).rows().count(),
        2,
        "the heading and the one row that was left"
    );
    assert_eq!(sheet(&file, 1).get((1, 0)), Some(&Data::Float(1_048_575.0)));
}

#[test]
fn a_hundred_thousand_rows_are_not_held_in_memory() {
    let rows = || (0..100_000).map(|at| row(&format!("Teulu {at} Ŵyn")));
    let before = peak_kib();
    let file = excel_of(&head(Lang::En), rows());
    let grown = peak_kib().saturating_sub(before);
    // The file itself is held, and grows by doubling; the rows would be more than 30 MB.
    let file_kib = u64::try_from(file.len() / 1024).expect("a file is small");
    assert!(grown < 3 * file_kib + 4096, "{grown} KiB for a file of {file_kib} KiB");
}

/// The most memory this process has held so far, in KiB; each test has a process of its own.
fn peak_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok())
        .unwrap_or(0)
}
