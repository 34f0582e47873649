//! A sealed value opens whole, in its place, under its key, or not at all.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use seal::{Broken, Place, SubjectKey};

const PLACE: Place<'static> = Place {
    table: "person",
    column: "family_name",
    row: [9; 16],
};

/// Names as columns and tables have them.
fn name() -> impl Strategy<Value = String> {
    vec(prop::char::range('a', 'c'), 0..4).prop_map(|letters| letters.into_iter().collect())
}

#[test]
fn a_value_is_sealed_differently_each_time() {
    let key = SubjectKey::generate();
    let sealed: BTreeSet<Vec<u8>> = (0..100).map(|_| key.seal(&PLACE, b"Nia")).collect();
    assert_eq!(sealed.len(), 100);
}

#[test]
fn a_sealed_value_is_29_bytes_longer_and_shows_nothing_of_itself() {
    let sealed = SubjectKey::generate().seal(&PLACE, b"Heol y Bont");
    assert_eq!(sealed.len(), 11 + 29);
    assert_eq!(sealed[0], 1);
    assert!(!sealed.windows(4).any(|part| part == b"Heol"));
}

#[test]
fn a_value_moved_to_another_column_table_or_row_does_not_open() {
    let key = SubjectKey::generate();
    let sealed = key.seal(&PLACE, b"Nia");
    let elsewhere = [
        Place {
            table: "carer",
            ..PLACE
        },
        Place {
            column: "given_name",
            ..PLACE
        },
        Place { row: [8; 16], ..PLACE },
        // The same letters, parted elsewhere.
        Place {
            table: "personfamily",
            column: "_name",
            ..PLACE
        },
        Place {
            table: "",
            column: "personfamily_name",
            ..PLACE
        },
    ];
    for place in elsewhere {
        assert_eq!(key.open(&place, &sealed), Err(Broken::Forged), "{place:?}");
    }
}

#[test]
fn a_value_cut_short_is_named_as_such() {
    let key = SubjectKey::generate();
    let sealed = key.seal(&PLACE, b"");
    assert_eq!(sealed.len(), 29);
    for length in 0..29 {
        assert_eq!(key.open(&PLACE, &sealed[..length]), Err(Broken::Short));
    }
    assert_eq!(key.open(&PLACE, &sealed), Ok(Vec::new()));
}

#[test]
fn a_version_of_the_future_is_named_as_such() {
    let key = SubjectKey::generate();
    let mut sealed = key.seal(&PLACE, b"Nia");
    for version in (0..=255).filter(|version| *version != 1) {
        sealed[0] = version;
        assert_eq!(key.open(&PLACE, &sealed), Err(Broken::Version));
    }
}

#[test]
fn no_changed_bit_of_a_sealed_value_is_taken() {
    let key = SubjectKey::generate();
    let sealed = key.seal(&PLACE, "Siân asked for Tuesdays.".as_bytes());
    for bit in 0..sealed.len() * 8 {
        let mut changed = sealed.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        assert!(key.open(&PLACE, &changed).is_err(), "bit {bit}");
    }
}

proptest! {
    #[test]
    fn an_opener_opens_what_its_key_opens_and_nothing_else(values in vec(vec(any::<u8>(), 0..200), 1..5), row: [u8; 16]) {
        let (key, place) = (SubjectKey::generate(), Place { table: "entry", column: "words", row });
        let (opener, stranger) = (key.opener(), SubjectKey::generate().opener());
        for value in &values {
            let sealed = key.seal(&place, value);
            prop_assert_eq!(opener.open(&place, &sealed), Ok(value.clone()));
            prop_assert_eq!(stranger.open(&place, &sealed), Err(Broken::Forged));
            prop_assert_eq!(opener.open(&Place { column: "name", ..place }, &sealed), Err(Broken::Forged));
        }
    }

    #[test]
    fn any_value_opens_as_it_was_sealed(value in vec(any::<u8>(), 0..2000), table in name(), column in name(), row: [u8; 16]) {
        let key = SubjectKey::generate();
        let place = Place { table: &table, column: &column, row };
        prop_assert_eq!(key.open(&place, &key.seal(&place, &value)), Ok(value));
    }

    #[test]
    fn a_value_opens_in_no_place_but_its_own(from in (name(), name()), to in (name(), name())) {
        let key = SubjectKey::generate();
        let row = [3; 16];
        let sealed = key.seal(&Place { table: &from.0, column: &from.1, row }, b"Nia");
        let opened = key.open(&Place { table: &to.0, column: &to.1, row }, &sealed);
        prop_assert_eq!(opened.is_ok(), from == to);
    }

    #[test]
    fn a_value_with_bytes_added_or_taken_does_not_open(value in vec(any::<u8>(), 1..50), more in vec(any::<u8>(), 1..20), cut in 1..20usize) {
        let key = SubjectKey::generate();
        let sealed = key.seal(&PLACE, &value);
        let longer = [&sealed[..], &more].concat();
        prop_assert!(key.open(&PLACE, &longer).is_err());
        prop_assert!(key.open(&PLACE, &sealed[..sealed.len() - cut]).is_err());
    }

    #[test]
    fn bytes_from_anywhere_are_refused_without_a_panic(bytes in vec(any::<u8>(), 0..100)) {
        let key = SubjectKey::generate();
        prop_assert!(key.open(&PLACE, &bytes).is_err());
    }
}
