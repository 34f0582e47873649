//! Who is found by what, in the languages of the people in the programme.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use seal::names::{fold, query_words, search_tokens};

/// Whether somebody of these names is found by this query, as the store finds them.
fn finds(query: &str, names: &[&str]) -> bool {
    let tokens = search_tokens(names);
    query_words(query)
        .iter()
        .any(|reading| reading.iter().all(|word| tokens.contains(word)))
}

fn check_all(names: &[&str], queries: &[&str], found: bool) {
    for name in names {
        for query in queries {
            assert_eq!(finds(query, &[name]), found, "{query} for {name}");
        }
    }
}

fn text() -> impl Strategy<Value = String> {
    let letter = prop_oneof![
        any::<char>(),
        prop::char::range(' ', 'z'),
        prop::sample::select("ŵŷâêîôûïÿḋŁłØøßŞÇñœÆþðđ'’-‐ ıİſ".chars().collect::<Vec<_>>()),
    ];
    vec(letter, 0..30).prop_map(|letters| letters.into_iter().collect())
}

#[test]
fn names_fold_to_plain_letters() {
    let folds: &[(&str, &[&str])] = &[
        ("Siân", &["sian"]),
        ("Sia\u{302}n", &["sian"]),
        ("LLŶR ab Iorwerth", &["llyr", "ab", "iorwerth"]),
        ("Ŵyn Ïorwg", &["wyn", "iorwg"]),
        ("Wałęsa", &["walesa"]),
        ("Ní Bhriain", &["ni", "bhriain"]),
        ("Müller", &["muller"]),
        ("Groß", &["gross"]),
        ("GROẞ", &["gross"]),
        ("Søren Æbelø", &["soren", "aebelo"]),
        ("Œuvrard", &["oeuvrard"]),
        ("Đorđević Guðrún Þóra", &["dordevic", "gudrun", "thora"]),
        ("Ħal", &["hal"]),
        ("İpek Işık", &["ipek", "isik"]),
        ("Πέτρος", &["πετροσ"]),
        ("ЮЛІЯ Андрій", &["юлія", "андріи"]),
        ("O'Neill", &["oneill"]),
        ("Angel´o", &["angelo"]),
        ("Wałęsa-O’Neill", &["walesaoneill"]),
        ("Smith (née Jones), 2nd", &["smith", "nee", "jones", "2nd"]),
        ("Jo\u{ad}nes", &["jones"]),
        ("  ", &[]),
        ("🙂", &[]),
        ("'", &[]),
        ("-", &[]),
    ];
    for (name, words) in folds {
        assert_eq!(fold(name), *words, "{name}");
    }
}

#[test]
fn sian_is_found_however_she_is_typed() {
    check_all(
        &["Siân", "SIÂN", "Sian", "Sia\u{302}n Mair"],
        &["Sian", "siân", "SIAN", "si", "Sia", "  sian  ", "si\u{e2}n"],
        true,
    );
    check_all(&["Siân"], &["Sioned", "ian", "Sianx"], false);
}

#[test]
fn accented_and_barred_letters_are_found_without_them() {
    assert!(finds("llyr", &["Llŷr"]));
    assert!(finds("LLŶR", &["Llyr"]));
    assert!(finds("walesa", &["Wałęsa"]));
    assert!(finds("ni bhriain", &["Ní Bhriain"]));
    assert!(finds("Ní Bhriain", &["Ni Bhriain"]));
    assert!(finds("muller", &["Müller"]));
    assert!(finds("strass", &["Straß"]));
    assert!(finds("Straß", &["Strass"]));
}

#[test]
fn o_neill_is_one_name_in_every_spelling() {
    let spellings = [
        "O'Neill",
        "O’Neill",
        "O‘Neill",
        "O`Neill",
        "O´Neill",
        "OʼNeill",
        "ONeill",
        "O Neill",
        "o neill",
        "O-Neill",
    ];
    check_all(&spellings, &spellings, true);
    check_all(&spellings, &["oneil", "on"], true);
    check_all(&spellings, &["O'Brien", "oneills"], false);
    assert!(finds("Neill", &["O'Neill"]));
    assert!(finds("Neill", &["O Neill"]));
    assert!(finds("Siân O Neill", &["Siân O'Neill"]));
    assert!(finds("O'Neill", &["Smith-O'Neill"]));
}

#[test]
fn a_hyphen_may_be_a_space_or_nothing() {
    let spellings = ["Anne-Marie", "Anne‐Marie", "Anne – Marie", "Anne—Marie"];
    check_all(&spellings, &["Anne Marie", "marie", "Anne-Marie"], true);
    assert!(finds("Anne-Marie", &["Annemarie"]));
    assert!(finds("Annemarie", &["Anne-Marie"]));
    assert!(finds("Anne-Marie", &["Anne Marie"]));
    assert!(!finds("Anne-Marie", &["Anne Mair"]));
}

#[test]
fn a_short_first_part_may_stand_apart_or_not() {
    check_all(&["Mc Donald", "McDonald"], &["Mc Donald", "mcdonald", "Mc Don"], true);
    check_all(
        &["De la Cruz", "DelaCruz", "Delacruz", "de la cruz"],
        &["de la cruz", "delacruz", "De La"],
        true,
    );
    // A longer first word is a name of its own.
    assert!(!finds("siobhanmary", &["Siobhan Mary"]));
    assert!(finds("annmary", &["Ann Mary"]));
    assert!(!finds("annemary", &["Anne Mary"]));
}

#[test]
fn an_initial_before_a_name_does_not_hide_the_person() {
    assert!(finds("D Jones", &["David Huw Jones"]));
    assert!(finds("Jones D", &["David Huw Jones"]));
    assert!(finds("Jo", &["Jo Lee"]));
    assert!(finds("Lee Jo", &["Jo", "Lee"]));
}

#[test]
fn every_word_typed_has_to_fit() {
    assert!(finds("sian evans", &["Siân", "Evans"]));
    assert!(finds("evans sian", &["Siân", "Evans"]));
    assert!(finds("ev si", &["Siân", "Evans"]));
    assert!(!finds("sian jones", &["Siân", "Evans"]));
}

#[test]
fn a_name_is_found_from_its_second_letter_to_its_twelfth() {
    assert_eq!(
        search_tokens(&["Bronwen"]),
        ["br", "bro", "bron", "bronw", "bronwe", "bronwen"]
    );
    let long = "Llanfairpwllgwyngyll";
    let prefixes = search_tokens(&[long]);
    assert_eq!(prefixes.first().unwrap(), "ll");
    assert_eq!(prefixes.last().unwrap(), "llanfairpwll");
    assert_eq!(prefixes.len(), 12 - 2 + 1);
    assert_eq!(query_words(long), [["llanfairpwll"]]);
    assert!(finds(long, &[long]));
    assert_eq!(search_tokens(&["Q", "🙂", ""]), Vec::<String>::new());
    assert_eq!(search_tokens(&["Siân", "SIAN"]), ["si", "sia", "sian"]);
}

#[test]
fn a_query_of_nothing_searchable_finds_nobody() {
    for query in ["", "  ", "a", "-", "'", "🙂", "a 🙂", "\u{301}"] {
        assert_eq!(query_words(query), Vec::<Vec<String>>::new(), "{query:?}");
    }
}

#[test]
fn a_query_is_read_in_one_way_unless_a_part_may_be_joined() {
    assert_eq!(query_words("Siân Evans"), [["sian", "evans"]]);
    assert_eq!(query_words("O'Neill"), [["oneill"]]);
    assert_eq!(query_words("O Neill"), [["neill"], ["oneill"]]);
    assert_eq!(query_words("Anne-Marie"), [vec!["anne", "marie"], vec!["annemarie"]]);
    assert_eq!(query_words("Ab"), [["ab"]]);
    assert_eq!(query_words("Owen Owen"), [["owen"]]);
}

#[test]
fn a_long_query_is_cut_to_its_first_words() {
    let words: Vec<String> = ('a'..='z').map(|letter| format!("name{letter}")).collect();
    let readings = query_words(&words.join(" "));
    assert_eq!(readings, [&words[..8]]);
}

#[test]
fn every_letter_of_every_script_folds_to_something_that_folds_to_itself() {
    for character in '\0'..='\u{3ffff}' {
        let once = fold(&format!("a{character}a"));
        assert_eq!(fold(&once.join(" ")), once, "{character:?}");
        assert!(!once.is_empty(), "{character:?}");
    }
}

proptest! {
    #[test]
    fn folding_twice_changes_nothing(name in text()) {
        let once = fold(&name);
        prop_assert_eq!(fold(&once.join(" ")), once);
    }

    #[test]
    fn anybody_is_found_by_their_own_name(name in text()) {
        if !query_words(&name).is_empty() {
            prop_assert!(finds(&name, &[&name]));
        }
    }

    #[test]
    fn anybody_is_found_by_each_beginning_of_a_word_of_their_name(name in text()) {
        for word in fold(&name) {
            let letters: Vec<char> = word.chars().collect();
            for length in 2..=letters.len() {
                let typed: String = letters[..length].iter().collect();
                prop_assert!(finds(&typed, &[&name]), "{}", typed);
            }
        }
    }

    #[test]
    fn capitals_and_composition_make_no_difference(name in vec(prop::sample::select("aâbcdeêfghiîlmnoôprstuûwŵyŷ '-".chars().collect::<Vec<_>>()), 0..20)) {
        use unicode_normalization::UnicodeNormalization;
        let name: String = name.into_iter().collect();
        let apart: String = name.to_uppercase().nfd().collect();
        prop_assert_eq!(search_tokens(&[&apart]), search_tokens(&[&name]));
        prop_assert_eq!(query_words(&apart), query_words(&name));
    }

    #[test]
    fn every_token_word_has_2_to_12_letters_and_comes_once(name in text()) {
        let tokens = search_tokens(&[&name]);
        let once: BTreeSet<&String> = tokens.iter().collect();
        prop_assert_eq!(once.len(), tokens.len());
        for token in &tokens {
            prop_assert!((2..=12).contains(&token.chars().count()));
        }
    }
}
