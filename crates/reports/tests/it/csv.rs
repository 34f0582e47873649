//! Comma-separated values: text stays text, and the file is read as it was written.

use crate::support::{head, row, table};
use jiff::civil::date;
use reports::{Cell, CsvFile, Kind, Misfit, Table, csv, dictionary};
use words::Lang;

fn text(file: Vec<u8>) -> String {
    String::from_utf8(file).expect("a file is UTF-8")
}

#[test]
fn a_name_that_looks_like_a_formula_stays_text() {
    let signs = ["=1+1", "+44", "-2+3", "@SUM(A1)", "\tx", "\rx", "\n=1", "＝1"];
    for name in signs {
        let file = text(csv(&table(Lang::En, [name])));
        assert!(file.contains(&format!("\"'{name}\"")), "{name:?}: {file}");
    }
    let file = text(csv(&table(Lang::En, ["O’Neill \"Jac\", Siân"])));
    assert!(file.contains("\"O’Neill \"\"Jac\"\", Siân\""), "{file}");
}

#[test]
fn the_file_begins_with_its_mark_and_every_line_ends_as_the_standard_says() {
    let file = text(csv(&table(Lang::Cy, ["Ŵyn"])));
    assert_eq!(
        file,
        "\u{feff}\"Family\",\"Visits\",\"Since\",\"Time\",\"Claimed\"\r\n\
         \"Ŵyn\",\"1234\",\"2026-11-21\",\"95\",\"-12.50\"\r\n"
    );
}

#[test]
fn the_dictionary_says_what_each_column_means_and_what_the_apostrophe_is_for() {
    for (lang, kind, guard) in [(Lang::En, "A day", "apostrophe"), (Lang::Cy, "Diwrnod", "collnod")] {
        let file = text(dictionary(&head(lang)));
        assert!(
            file.contains(&format!("\"Since\",\"{kind}\",\"The day support began.\"\r\n")),
            "{file}"
        );
        assert!(file.contains(guard), "{file}");
        assert_eq!(file.lines().count(), 7, "{file}");
    }
}

#[test]
fn rows_of_another_file_keep_their_own_width() {
    let mut file = CsvFile::begin();
    file.row(["a"]);
    file.row(["b", "=c", ""]);
    assert_eq!(text(file.end()), "\u{feff}\"a\"\r\n\"b\",\"'=c\",\"\"\r\n");
}

#[test]
fn a_row_that_does_not_fit_its_table_is_not_taken() {
    let mut table = Table::new(head(Lang::En));
    let narrow = table.push(vec!["Evans".into()]);
    assert_eq!(narrow, Err(Misfit::Width { cells: 1, columns: 5 }));
    let mut wrong = row("Evans");
    wrong[2] = "yesterday".into();
    let (wanted, given) = (Kind::Day, Kind::Text);
    let misfit = Misfit::Kind {
        column: 2,
        wanted,
        given,
    };
    assert_eq!(table.push(wrong), Err(misfit));
    let mut unknown = row("Evans");
    unknown[2] = Cell::Empty;
    assert_eq!(table.push(unknown), Ok(()));
    assert_eq!(table.rows().len(), 1);
}

#[test]
fn values_are_written_for_people_in_their_language() {
    let written = |cell: Cell, lang| cell.words(words::Words::new(lang));
    assert_eq!(written(Cell::Day(date(2026, 2, 1)), Lang::Cy), "1 Chwefror 2026");
    assert_eq!(written(Cell::Day(date(2026, 2, 1)), Lang::En), "1 February 2026");
    assert_eq!(written(Cell::Whole(-12_345), Lang::En), "−12,345");
    assert_eq!(written(Cell::Minutes(1500), Lang::En), "1,500");
    assert_eq!(written(Cell::Empty, Lang::En), "");
}
