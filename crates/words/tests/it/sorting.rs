//! Names sort the same in both languages; words sort by the reader's alphabet.

use std::cmp::Ordering;

use proptest::prelude::*;
use words::{Lang, compare_names, compare_words, sort_names, sort_words};

#[test]
fn welsh_words_follow_the_welsh_alphabet() {
    let mut words = [
        "chwaer", "cyfrif", "cam", "dd", "dydd", "llythyr", "lôn", "lwc", "ngwaith", "gwaith", "hafan", "phlant",
        "pwy", "rhestr", "rwy", "theulu", "tŷ", "ffrind", "fy",
    ];
    sort_words(Lang::Cy, &mut words, |word| word);
    assert_eq!(
        words,
        [
            "cam", "cyfrif", "chwaer", "dydd", "dd", "fy", "ffrind", "gwaith", "ngwaith", "hafan", "lôn", "lwc",
            "llythyr", "pwy", "phlant", "rwy", "rhestr", "tŷ", "theulu",
        ]
    );
}

#[test]
fn the_same_words_follow_the_english_alphabet_in_english() {
    let mut words = ["chwaer", "cyfrif", "cam", "lwc", "llythyr", "lôn"];
    sort_words(Lang::En, &mut words, |word| word);
    assert_eq!(words, ["cam", "chwaer", "cyfrif", "llythyr", "lôn", "lwc"]);
}

#[test]
fn names_do_not_follow_the_welsh_alphabet() {
    let mut names = [
        "Lowri", "Llinos", "Lynn", "Rhys", "Robert", "Chris", "Ciaran", "Siân", "Sian", "Seán",
    ];
    sort_names(&mut names, |name| name);
    assert_eq!(
        names,
        [
            "Chris", "Ciaran", "Llinos", "Lowri", "Lynn", "Rhys", "Robert", "Seán", "Sian", "Siân"
        ]
    );
}

#[test]
fn equal_names_keep_their_order() {
    let mut people = [("Nia", 2), ("Efa", 1), ("Nia", 1)];
    sort_names(&mut people, |person| person.0);
    assert_eq!(people, [("Efa", 1), ("Nia", 2), ("Nia", 1)]);
}

proptest! {
    #[test]
    fn comparing_is_the_same_from_both_sides(a in "\\PC{0,12}", b in "\\PC{0,12}") {
        prop_assert_eq!(compare_names(&a, &b), compare_names(&b, &a).reverse());
        prop_assert_eq!(compare_words(Lang::Cy, &a, &b), compare_words(Lang::Cy, &b, &a).reverse());
        prop_assert_eq!(compare_names(&a, &a), Ordering::Equal);
    }

    #[test]
    fn sorted_words_stand_in_order(mut words in prop::collection::vec("[a-dlrtŵŷhfng]{1,6}", 0..12)) {
        sort_words(Lang::Cy, &mut words, |word| word);
        prop_assert!(words.is_sorted_by(|a, b| compare_words(Lang::Cy, a, b) != Ordering::Greater));
    }
}
