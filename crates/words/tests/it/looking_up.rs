//! Registers find their names by key; languages are found by tag.

use words::{KEYS, Lang, State, Words, by_key, review_list};

#[test]
fn every_key_without_arguments_has_words_in_every_language() {
    assert!(KEYS.is_sorted());
    for key in KEYS {
        for lang in Lang::ALL {
            assert!(
                by_key(*lang, key).is_some_and(|text| !text.trim().is_empty()),
                "{key} in {}",
                lang.tag()
            );
        }
    }
}

#[test]
fn an_entry_of_a_register_is_named_by_its_key() {
    let words = Words::new(Lang::Cy);
    assert_eq!(words.named("role", "family_worker"), Some(words.role_family_worker()));
    assert_eq!(words.by_key("need-routines"), Some("Trefn bob dydd"));
    assert_eq!(words.named("role", "pirate"), None);
    assert_eq!(by_key(Lang::En, "dates-day"), None, "it has arguments");
}

#[test]
fn every_entry_of_a_register_with_a_hint_has_a_name() {
    for hint in KEYS
        .iter()
        .filter(|key| key.starts_with("role-") || key.starts_with("need-"))
    {
        if let Some(name) = hint.strip_suffix("-hint") {
            assert!(KEYS.contains(&name), "{name}");
        }
    }
}

#[test]
fn a_language_is_found_by_its_tag_and_leads_to_the_next() {
    assert_eq!(Lang::from_tag("cy"), Some(Lang::Cy));
    assert_eq!(Lang::from_tag("CY"), Some(Lang::Cy));
    assert_eq!(Lang::from_tag("xx"), None);
    assert_eq!(Lang::En.other(), Lang::Cy);
    assert_eq!(Lang::Cy.other(), Lang::En);
    assert_eq!(Lang::ALL[0], Lang::En);
    assert_eq!(Words::new(Lang::Cy).site_language_name(), "Cymraeg");
}

#[test]
fn the_review_list_holds_every_translated_message_once() {
    let list = review_list();
    let plain: Vec<_> = KEYS
        .iter()
        .filter(|key| list.iter().any(|review| review.key == **key))
        .collect();
    assert_eq!(plain.len(), KEYS.len());
    let mut keys: Vec<_> = list.iter().map(|review| (review.lang, review.key)).collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), list.len());
    assert!(list.iter().any(|review| review.state == State::Term));
    assert!(list.iter().all(|review| review.lang != Lang::En));
    let skip = list.iter().find(|review| review.key == "site-skip").unwrap();
    assert_eq!((skip.file, skip.en), ("site", "Skip to main content"));
    assert_eq!(skip.text, "Neidio i’r prif gynnwys");
    assert!(!skip.state.is_draft());
}

#[test]
fn arguments_and_choices_can_be_read_in_the_review_list() {
    let find = |key| review_list().iter().find(|review| review.key == key).unwrap();
    assert_eq!(find("number-of").text, "{part} o {whole}");
    assert_eq!(find("dates-months").en, "[one] {n} month [other] {n} months");
}
