//! Files nobody would think of: whatever the cells, nothing breaks, every row is accounted for, and
//! a family that is let in can be referred.

use domain::import::{Fault, Field, Mapping, Reading};
use proptest::prelude::*;
use proptest::sample::select;

use crate::import::{TODAY, real_file};

/// A cell somebody may have written: of the real file, odd, or anything.
fn cell() -> impl Strategy<Value = String> {
    let (_, rows) = real_file();
    let mut real: Vec<String> = rows.concat();
    real.sort_unstable();
    real.dedup();
    let odd = vec![
        "",
        " ",
        "\u{feff}",
        "-",
        ";,|",
        "\0",
        "\u{301}",
        "31/02/2015",
        "29/02/2023",
        "01/01/2099",
        "14",
        "1/2/3",
        "expected 03/2027",
        "expected 2027-03-12",
        "12:30",
        "T00:00",
        "2015-01-01T00:00",
        "N -",
        "N - no",
        "n/a",
        "bff",
        "=1+1",
        "<b>",
        "Ŵŷ",
        "🏠",
        "a@b",
        "Child",
        "Mother",
        "brother",
        "F1",
        "f1",
        "F 01",
        "F2",
    ];
    prop_oneof![
        4 => select(real),
        3 => select(odd).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => (select(vec!["x", "1,", "ŵ; ", "no "]), 1_usize..4_000).prop_map(|(piece, times)| piece.repeat(times)),
    ]
}

fn grid() -> impl Strategy<Value = Vec<Vec<String>>> {
    let row = prop_oneof![
        6 => prop::collection::vec(cell(), Field::COUNT),
        1 => prop::collection::vec(cell(), 0..Field::COUNT + 3),
        3 => real_row(),
    ];
    prop::collection::vec(row, 0..24)
}

/// A row of the real file, with one cell changed or none.
fn real_row() -> impl Strategy<Value = Vec<String>> {
    let (_, rows) = real_file();
    (select(rows), 0_usize..40, cell()).prop_map(|(mut row, place, cell)| {
        if let Some(changed) = row.get_mut(place) {
            *changed = cell;
        }
        row
    })
}

fn read(rows: &[Vec<String>]) -> Reading {
    let (headings, _) = real_file();
    crate::import::read(&headings, rows)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_cells_every_row_is_accounted_for_and_families_let_in_can_be_referred(rows in grid()) {
        let reading = read(&rows);
        let mut named: Vec<u32> = reading.families.iter().flat_map(|family| family.rows.clone()).collect();
        named.extend(&reading.rows_without_family);
        named.sort_unstable();
        let is_blank = |row: &&Vec<String>| row.iter().all(|cell| cell.trim().is_empty());
        let standing = (2..).zip(&rows).filter(|(_, row)| !is_blank(row)).map(|(number, _)| number);
        prop_assert_eq!(named, standing.collect::<Vec<u32>>());
        prop_assert_eq!(reading.blank_rows as usize, rows.iter().filter(is_blank).count());
        for family in &reading.families {
            let its_own = |row: u32| family.rows.contains(&row);
            let blocking = reading.problems.iter().any(|problem| problem.blocks() && its_own(problem.row));
            prop_assert_eq!(family.blocked, blocking);
            if !family.blocked {
                prop_assert_eq!(family.refer.problems(), vec![]);
                prop_assert!(family.received_on <= TODAY);
            }
        }
        for problem in &reading.problems {
            prop_assert!(Fault::KEYS.contains(&problem.fault.key()));
            prop_assert!((2..).zip(&rows).any(|(number, _)| number == problem.row));
        }
        let keys: Vec<&str> = reading.families.iter().map(|family| family.key.as_str()).collect();
        for (place, key) in keys.iter().enumerate() {
            prop_assert!(!keys[..place].contains(key), "a family stands once");
        }
    }

    #[test]
    fn reading_twice_gives_the_same(rows in grid()) {
        prop_assert_eq!(read(&rows), read(&rows));
    }

    #[test]
    fn whatever_the_headings_a_guess_names_each_field_once(headings in prop::collection::vec(cell(), 0..12)) {
        let mapping = Mapping::guess(&headings);
        prop_assert_eq!(mapping.columns().len(), headings.len());
        prop_assert_eq!(Mapping::new(mapping.columns().to_vec()), Ok(mapping.clone()));
        let memory = mapping.memory(&headings);
        let again = Mapping::recall(&headings, &memory);
        prop_assert_eq!(again.columns().len(), headings.len());
    }
}
