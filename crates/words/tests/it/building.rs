//! The build takes good messages and stops at every other, with a sentence that names the file, the key and the language.

#[path = "../../build/generate/mod.rs"]
mod generate;

use generate::{Source, generate};

fn source(tag: &str, word: &str, text: &str) -> Source {
    Source {
        tag: tag.to_owned(),
        word: word.to_owned(),
        text: text.to_owned(),
    }
}

/// Builds one file in English and Welsh.
fn build(en: &str, cy: &str) -> Result<String, Vec<String>> {
    generate(&[source("cy", "visit", cy), source("en", "visit", en)])
}

/// The only fault of a pair of files.
fn fault(en: &str, cy: &str) -> String {
    let faults = build(en, cy).expect_err("these messages are not right");
    assert_eq!(faults.len(), 1, "{faults:#?}");
    faults.into_iter().next().expect("there is one")
}

const SIX: &str = "visit-count = { $n ->\n    [zero] Dim\n    [one] { $n } ymweliad\n    [two] { $n } ymweliad\n    [few] { $n } ymweliad\n    [many] { $n } ymweliad\n   *[other] { $n } o ymweliadau\n }\n";

#[test]
fn a_message_becomes_a_function_with_its_arguments_in_english_order() {
    let code = build(
        "visit-planned = { $who } comes { $on }, { NUMBER($minutes) } minutes\n",
        "visit-planned = { $on }: { $who }, { NUMBER($minutes) } munud\n",
    )
    .unwrap();
    assert!(
        code.contains("pub fn visit_planned(self, who: &str, on: &str, minutes: u64) -> String"),
        "{code}"
    );
}

#[test]
fn a_message_missing_in_welsh_stops_the_build() {
    assert_eq!(
        fault("visit-one = Visit\nvisit-two = Next visit\n", "visit-one = Ymweliad\n"),
        "locales/cy/visit.ftl: `visit-two` is missing in `cy`; locales/en/visit.ftl says: Next visit"
    );
}

#[test]
fn a_message_only_in_welsh_stops_the_build() {
    assert_eq!(
        fault(
            "visit-one = Visit\n",
            "visit-one = Ymweliad\nvisit-two = Ymweliad nesaf\n"
        ),
        "locales/cy/visit.ftl: `visit-two` is in `cy` but not in `en`"
    );
}

#[test]
fn an_argument_left_out_or_misspelt_stops_the_build() {
    assert_eq!(
        fault("visit-by = Visit by { $who }\n", "visit-by = Ymweliad\n"),
        "locales/cy/visit.ftl: `visit-by` does not use $who, which locales/en/visit.ftl uses"
    );
    let faults = build("visit-by = Visit by { $who }\n", "visit-by = Ymweliad gan { $pwy }\n").unwrap_err();
    assert!(
        faults.contains(&"locales/cy/visit.ftl: `visit-by` uses $pwy, which locales/en/visit.ftl does not".to_owned())
    );
}

#[test]
fn a_welsh_count_needs_all_six_forms() {
    let en = "visit-count = { $n ->\n    [one] { $n } visit\n   *[other] { $n } visits\n }\n";
    let without_many = SIX.replace("    [many] { $n } ymweliad\n", "");
    assert_eq!(
        fault(en, &without_many),
        "locales/cy/visit.ftl: `visit-count` counts $n without the plural form many; `cy` needs zero, one, two, few, many, other"
    );
    assert!(build(en, SIX).is_ok());
}

#[test]
fn an_english_count_needs_its_two_forms_and_no_others() {
    assert_eq!(
        fault("visit-count = { $n ->\n   *[other] { $n } visits\n }\n", SIX),
        "locales/en/visit.ftl: `visit-count` counts $n without the plural form one; `en` needs one, other"
    );
    assert_eq!(
        fault(
            "visit-count = { $n ->\n    [one] { $n } visit\n    [two] { $n } visits\n   *[other] { $n } visits\n }\n",
            SIX
        ),
        "locales/en/visit.ftl: `visit-count` counts $n with [two], a form that `en` does not have"
    );
}

#[test]
fn a_count_in_english_must_be_counted_in_welsh() {
    assert_eq!(
        fault(
            "visit-count = { $n ->\n    [one] { $n } visit\n   *[other] { $n } visits\n }\n",
            "visit-count = Ymweliadau: { $n }\n"
        ),
        "locales/cy/visit.ftl: `visit-count` does not choose its text by $n, as locales/en/visit.ftl does"
    );
}

#[test]
fn a_choice_between_words_offers_the_same_words_in_every_language() {
    let en = "visit-kind = { $kind ->\n    [home] At home\n   *[other] Elsewhere\n }\n";
    let cy = "visit-kind = { $kind ->\n    [cartref] Gartref\n   *[other] Mewn man arall\n }\n";
    assert_eq!(
        fault(en, cy),
        "locales/cy/visit.ftl: `visit-kind` chooses by $kind between cartref, other, but locales/en/visit.ftl between home, other"
    );
}

#[test]
fn the_default_of_a_choice_is_other_and_no_key_stands_twice() {
    let cy = SIX.replace(
        "visit-count = { $n ->\n",
        "visit-count = { $n ->\n    [4] Pedwar\n    [4] Pedwar\n",
    );
    let en = "visit-count = { $n ->\n    [one] { $n } visit\n   *[other] { $n } visits\n }\n";
    assert_eq!(
        fault(en, &cy),
        "locales/cy/visit.ftl: `visit-count` has [4] twice in the choice by $n"
    );
    let en = "visit-count = { $n ->\n   *[one] { $n } visit\n    [other] { $n } visits\n }\n";
    assert_eq!(
        fault(en, SIX),
        "locales/en/visit.ftl: `visit-count` must have *[other] as the default of the choice by $n"
    );
}

#[test]
fn a_key_begins_with_the_word_of_its_file_and_stands_once() {
    let faults = build("session-one = Session\n", "session-one = Sesiwn\n").unwrap_err();
    assert_eq!(
        faults[0],
        "locales/cy/visit.ftl: `session-one` must begin with `visit-`, the word of its file"
    );
    assert_eq!(
        fault("visit-one = Visit\n", "visit-one = Ymweliad\nvisit-one = Ymweliad\n"),
        "locales/cy/visit.ftl: `visit-one` is written twice"
    );
}

#[test]
fn text_that_is_not_fluent_names_its_line() {
    let faults = build("visit-one = Visit\nvisit-two = { $n -> }\n", "visit-one = Ymweliad\n").unwrap_err();
    assert!(
        faults[0].starts_with("locales/en/visit.ftl line 2: this is not Fluent: "),
        "{faults:?}"
    );
}

#[test]
fn what_we_do_not_use_of_fluent_is_refused() {
    let cases = [
        (
            "visit-one = Visit\n    .title = Home\n",
            "`visit-one` has attributes; write each as a message of its own",
        ),
        (
            "visit-one = { DATETIME($on) }\n",
            "`visit-one` calls DATETIME; only NUMBER is known, other values arrive ready to show",
        ),
        (
            "visit-one = { -service }\n",
            "`visit-one` refers to an attribute or a term; only other messages can be referred to",
        ),
        (
            "visit-one = By { $type }\n",
            "`visit-one` has an argument $type, a name that cannot be used; choose another",
        ),
        (
            "visit-One = Visit\n",
            "`visit-One` may hold only small letters, digits and hyphens",
        ),
    ];
    for (en, wanted) in cases {
        assert_eq!(fault(en, ""), format!("locales/en/visit.ftl: {wanted}"));
    }
}

#[test]
fn a_message_may_say_another_but_not_itself() {
    let code = build(
        "visit-a = The { visit-b }\nvisit-b = visit\n",
        "visit-a = Yr { visit-b }\nvisit-b = ymweliad\n",
    )
    .unwrap();
    assert!(code.contains("[\"The visit\", \"Yr ymweliad\"]"), "{code}");
    let faults = build(
        "visit-a = { visit-b }\nvisit-b = { visit-a }\n",
        "visit-a = A\nvisit-b = B\n",
    )
    .unwrap_err();
    let circle = "locales/en/visit.ftl: `visit-a` refers to `visit-a`, which leads back to itself";
    assert_eq!(faults[0], circle);
    assert_eq!(
        fault("visit-a = { visit-c }\n", "visit-a = A\n"),
        "locales/en/visit.ftl: `visit-a` refers to `visit-c`, which does not exist"
    );
}

#[test]
fn a_review_names_who_and_when() {
    let code = build(
        "visit-one = Visit\n",
        "# reviewed: Nia Rees, 2026-11-21\nvisit-one = Ymweliad\n",
    )
    .unwrap();
    assert!(
        code.contains("State::Reviewed { by: \"Nia Rees\", on: \"2026-11-21\" }"),
        "{code}"
    );
    assert_eq!(
        fault("visit-one = Visit\n", "# reviewed: last week\nvisit-one = Ymweliad\n"),
        "locales/cy/visit.ftl: `visit-one` has a `# reviewed:` line that is not `# reviewed: who, 2026-11-21`"
    );
}

#[test]
fn a_third_language_is_a_folder_and_is_held_to_its_own_plurals() {
    let en = "visit-count = { $n ->\n    [one] { $n } visit\n   *[other] { $n } visits\n }\n";
    let ga = "visit-count = { $n ->\n    [one] { $n } chuairt\n   *[other] { $n } cuairt\n }\n";
    let faults = generate(&[
        source("cy", "visit", SIX),
        source("en", "visit", en),
        source("ga", "visit", ga),
    ])
    .unwrap_err();
    assert_eq!(
        faults,
        [
            "locales/ga/visit.ftl: `visit-count` counts $n without the plural form two, few, many; `ga` needs one, two, few, many, other"
        ]
    );
}

#[test]
fn a_folder_that_is_no_language_stops_the_build() {
    let faults = generate(&[
        source("en", "visit", "visit-one = Visit\n"),
        source("not a tag", "visit", ""),
    ])
    .unwrap_err();
    assert!(
        faults.contains(&"locales/not a tag: `not a tag` is not the tag of a language".to_owned()),
        "{faults:?}"
    );
}
