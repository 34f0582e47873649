//! Lists of names: "a" or "ac" by the sound of the last one; names never change.

use proptest::prelude::*;
use words::{Lang, Words};

const EN: Words = Words::new(Lang::En);
const CY: Words = Words::new(Lang::Cy);

#[test]
fn names_are_joined_as_the_language_joins_them() {
    assert_eq!(EN.list(&["Beca", "Tomos", "Efa"]), "Beca, Tomos and Efa");
    assert_eq!(CY.list(&["Beca", "Tomos", "Efa"]), "Beca, Tomos ac Efa");
    assert_eq!(CY.list(&["Efa", "Tomos", "Beca"]), "Efa, Tomos a Beca");
    assert_eq!(EN.list(&["Beca", "Tomos"]), "Beca and Tomos");
    assert_eq!(EN.list(&["Beca"]), "Beca");
    assert_eq!(CY.list(&[]), "");
}

#[test]
fn welsh_says_ac_before_a_vowel_and_a_before_a_consonant() {
    let ac = [
        "Efa",
        "Anwen",
        "Iolo",
        "Iestyn",
        "Owain",
        "Una",
        "Ynyr",
        "Ŵan",
        "Émile",
        "Ángel",
        "Ôl",
        "ysgol",
        "wyth",
        "wythnos",
        "wyneb",
        "wrth",
        "Ýr",
        "Øystein",
        "‘Efa’",
        "8",
        "80",
        "8000",
        "11",
        "1",
    ];
    let a = [
        "Huw", "Tomos", "Beca", "Catrin", "Pedr", "William", "Wendy", "Wil", "Wyn", "Wynne", "Wrexham", "Łukasz",
        "Żaneta", "10", "2", "18", "🙂", "Llinos", "Rhys",
    ];
    for name in ac {
        assert_eq!(CY.list(&["Nia", name]), format!("Nia ac {name}"));
    }
    for name in a {
        assert_eq!(CY.list(&["Nia", name]), format!("Nia a {name}"));
    }
}

proptest! {
    #[test]
    fn a_list_holds_every_name_as_it_was_given(names in prop::collection::vec("\\PC{1,12}", 1..6)) {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        for words in [EN, CY] {
            let list = words.list(&names);
            // The last name may be as short as a letter of the word before it, so each name is met where it must stand.
            let mut rest = Some(list.as_str());
            for (at, name) in names.iter().enumerate() {
                rest = rest.and_then(|rest| rest.strip_prefix(name));
                let joins: &[&str] = match names.len() - at {
                    1 => &[""],
                    2 => &[" and ", " ac ", " a "],
                    _ => &[", "],
                };
                rest = rest.and_then(|rest| joins.iter().find_map(|join| rest.strip_prefix(join)));
                prop_assert!(rest.is_some(), "{name} is not where it must stand in {list}");
            }
            prop_assert_eq!(rest, Some(""));
        }
    }
}
