//! Which column holds what.

use std::collections::BTreeMap;

use domain::import::{Field, Mapping, MappingProblem, Reader};

use crate::import::{SITE, TODAY, real_file};

#[test]
fn the_columns_of_the_real_file_are_all_understood() {
    let (headings, _) = real_file();
    let mapping = Mapping::guess(&headings);
    let all: Vec<Option<Field>> = Field::ALL.into_iter().map(Some).collect();
    assert_eq!(mapping.columns(), all);
    assert!(mapping.missing().is_empty());
}

#[test]
fn a_heading_is_known_whatever_its_case_accents_and_punctuation() {
    let headings = [
        "\u{feff}FAMILY_ID",
        "date of birth (dd/mm/yyyy)",
        "RHIF Y TEULU",
        "Caniatad",
        "perthynas a'r plentyn",
        "Shoe size",
        "",
    ];
    let keys = Mapping::guess(&headings).keys();
    assert_eq!(
        keys,
        ["family", "birth", "", "consent", "relationship", "", ""],
        "a family's number is taken once"
    );
}

#[test]
fn no_heading_means_two_things() {
    let plain = |heading: &str| -> String {
        let letters = heading.to_lowercase();
        letters.chars().filter(|c| c.is_alphanumeric()).collect()
    };
    let mut meant: BTreeMap<String, Field> = BTreeMap::new();
    for field in Field::ALL {
        for heading in field.headings() {
            let earlier = meant.insert(plain(heading), field);
            assert!(
                earlier.is_none_or(|earlier| earlier == field),
                "{heading}: {earlier:?} and {field:?}"
            );
            assert_eq!(Mapping::guess(&[heading]).columns(), [Some(field)], "{heading}");
        }
    }
}

#[test]
fn every_field_has_a_key_of_its_own() {
    for (place, field) in Field::ALL.into_iter().enumerate() {
        assert_eq!(Field::from_key(field.key()), Some(field));
        assert_eq!(field as usize, place);
        assert_eq!(field.is_kept(), field != Field::Sex);
    }
    assert_eq!(Field::from_key("shoe_size"), None);
}

#[test]
fn a_mapping_is_remembered_by_its_keys() {
    let (headings, _) = real_file();
    let mapping = Mapping::guess(&headings);
    assert_eq!(Mapping::from_keys(&mapping.keys()), Ok(mapping));
    let none = Mapping::from_keys(&["", "birth", ""]).unwrap();
    assert_eq!(none.unmapped(), [0, 2]);
    assert_eq!(none.column(Field::Birth), Some(1));
    assert_eq!(none.column(Field::Family), None);
    assert_eq!(
        Mapping::from_keys(&["birth", "shoe"]),
        Err(MappingProblem::NoSuchField { column: 1 })
    );
    let twice = MappingProblem::Twice {
        field: Field::Birth,
        first: 0,
        second: 2,
    };
    assert_eq!(Mapping::from_keys(&["birth", "", "birth"]), Err(twice));
}

#[test]
fn what_a_person_said_of_a_heading_is_remembered_when_columns_change_places() {
    let first = ["Ref", "Born", "Name of child", "Notes"];
    let said = Mapping::from_keys(&["family", "birth", "forename", ""]).unwrap();
    let memory = said.memory(&first);
    assert_eq!(
        memory,
        [
            ("Ref", "family"),
            ("Born", "birth"),
            ("Name of child", "forename"),
            ("Notes", "")
        ]
    );
    let later = ["NOTES", "Forename", "name of child", "REF", "Surname"];
    let keys = Mapping::recall(&later, &memory).keys();
    assert_eq!(
        keys,
        ["", "", "forename", "family", "surname"],
        "a guess never takes what a person said"
    );
}

#[test]
fn a_file_without_what_makes_a_family_is_not_read() {
    let missing = |keys: &[&str]| Mapping::from_keys(keys).unwrap().missing();
    let names: &[Field] = &[Field::Forename, Field::Surname, Field::KnownAs];
    let all: [&[Field]; 4] = [&[Field::Family], names, &[Field::Birth], &[Field::Relationship]];
    assert_eq!(missing(&[]), all);
    assert_eq!(missing(&["known_as", "family", "relationship"]), [&[Field::Birth]]);
    let open =
        |headings: &[&str], keys: &[&str]| Reader::new(SITE, headings, Mapping::from_keys(keys).unwrap(), TODAY).err();
    let keys = ["family", "surname", "birth", "relationship"];
    assert_eq!(open(&["a", "b", "c", "d"], &keys), None);
    assert_eq!(
        open(&["a", "b", "c"], &keys),
        Some(MappingProblem::OtherWidth {
            headings: 3,
            columns: 4
        })
    );
    assert_eq!(
        open(&["a", "b", "c"], &keys[..3]),
        Some(MappingProblem::Missing {
            fields: &[Field::Relationship]
        })
    );
}

#[test]
fn a_column_that_is_not_read_is_said_once() {
    let headings = ["Family ID", "Surname", "DOB", "Relationship", "Shoe size", "Hair"];
    let mut reader = Reader::new(SITE, &headings, Mapping::guess(&headings), TODAY).unwrap();
    for row in 2..5 {
        reader
            .push(row, &["F1", "Puw", "2015-01-01", "Child", "3", "red"])
            .unwrap();
    }
    assert_eq!(reader.finish().unmapped, [4, 5]);
}
