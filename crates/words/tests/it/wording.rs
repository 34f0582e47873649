//! How messages are written: typographic marks, plain words, good Welsh.

use words::{Lang, review_list};

/// Every Welsh message, with its key.
fn welsh() -> impl Iterator<Item = (&'static str, &'static str)> {
    review_list()
        .iter()
        .filter(|review| review.lang == Lang::Cy)
        .map(|review| (review.key, review.text))
}

/// Every English message, with its key.
fn english() -> impl Iterator<Item = (&'static str, &'static str)> {
    review_list()
        .iter()
        .filter(|review| review.lang == Lang::Cy)
        .map(|review| (review.key, review.en))
}

#[test]
fn a_foster_carer_is_never_called_by_the_word_for_an_unpaid_carer() {
    for (key, text) in welsh() {
        let text = text.to_lowercase();
        for stem in ["ofalwr", "ofalwyr"] {
            for (at, _) in text.match_indices(stem) {
                let after = &text[at + stem.len()..];
                let whole = after.starts_with(" maeth") || after.starts_with(" di-dâl");
                assert!(whole, "{key}: {text}");
            }
        }
    }
}

#[test]
fn welsh_that_means_something_else_is_not_used() {
    let wrong = [
        ("camu i lawr", "means to resign"),
        ("camu lawr", "means to resign"),
        ("grŵp meithrin", "is a playgroup"),
        ("step up step down", "the programme has a Welsh name"),
        ("symud y nod", "means to move the goalposts"),
        ("uwchlwytho", "the list says lanlwytho"),
        ("a(c)", "a or ac, by the sound"),
        (" yn {", "the place would mutate: write a label and a colon"),
        ("rhowch {", "the word would mutate: write the sentence whole"),
        ("mlwydd oed", "the list says oed"),
    ];
    for (key, text) in welsh() {
        for (words, why) in wrong {
            assert!(!text.to_lowercase().contains(words), "{key}: “{words}” {why}: {text}");
        }
    }
}

#[test]
fn a_sign_in_is_not_called_by_the_word_for_a_visit() {
    for review in review_list()
        .iter()
        .filter(|review| ["sign_in", "site", "account"].contains(&review.file))
    {
        assert!(!review.text.to_lowercase().contains("sesiwn"), "{}", review.key);
        assert!(!review.en.to_lowercase().contains("session"), "{}", review.key);
    }
}

#[test]
fn yes_and_no_are_whole_answers_of_their_question() {
    let bare = [
        "yes", "no", "ie", "na", "nage", "oes", "nac oes", "ydy", "nac ydy", "ydw", "nac ydw", "do", "naddo",
    ];
    for (key, text) in welsh().chain(english()) {
        assert!(
            !bare.contains(&text.trim_end_matches('.').to_lowercase().as_str()),
            "{key}: {text}"
        );
    }
}

#[test]
fn the_programme_has_its_welsh_name_on_welsh_pages() {
    assert_eq!(words::Words::new(Lang::Cy).site_name(), "Camu i’r Adwy Cyn Camu yn Ôl");
}

#[test]
fn english_uses_the_words_families_chose() {
    let wrong = [
        "respite",
        "birth parent",
        "challenging behaviour",
        "abscond",
        "care plan",
        "failed to engage",
    ];
    for (key, text) in english() {
        for words in wrong {
            assert!(!text.to_lowercase().contains(words), "{key}: {text}");
        }
    }
}

#[test]
fn marks_are_the_ones_of_print_and_nothing_is_markup() {
    for (key, text) in welsh().chain(english()) {
        for mark in ['\'', '"', '<', '>', '&', '\t', '`'] {
            assert!(!text.contains(mark), "{key} holds {mark}: {text}");
        }
        assert!(!text.contains("..."), "{key}: {text}");
        assert!(!text.contains("  "), "{key}: {text}");
    }
}

#[test]
fn both_languages_end_a_sentence_alike() {
    for review in review_list() {
        for mark in ['.', '?', ':', '!'] {
            assert_eq!(
                review.en.ends_with(mark),
                review.text.ends_with(mark),
                "{}: {} | {}",
                review.key,
                review.en,
                review.text
            );
        }
    }
}

#[test]
fn what_is_the_same_in_both_languages_is_the_same_on_purpose() {
    /// Words the two languages share, and messages that hold no words of their own.
    const SHARED: &[&str] = &["Help", "Person", "English", "Cymraeg", "Problem: {code}"];
    for review in review_list() {
        let mut depth = 0_u32;
        let own = review.en.chars().filter(|letter| {
            match letter {
                '{' | '[' => depth += 1,
                '}' | ']' => depth -= 1,
                _ => {}
            }
            depth == 0 && letter.is_alphabetic()
        });
        let shared = SHARED.contains(&review.en) || own.count() == 0;
        assert!(
            shared || review.en != review.text,
            "{} is not translated: {}",
            review.key,
            review.en
        );
    }
}

#[test]
fn sentences_are_short_enough_to_read_on_a_phone() {
    for (key, text) in english().chain(welsh()) {
        if text.contains('[') {
            continue;
        }
        for sentence in text.split(['.', ';', '?', ':']) {
            let words = sentence.split_whitespace().count();
            assert!(words <= 32, "{key}: {words} words in “{sentence}”");
        }
    }
}
