//! A message marked as a term is word for word in the project's list of terms.

use words::{State, review_list};

/// The list: English and Welsh. A line with several terms, parted by " / ", also counts as each of them.
fn list() -> Vec<(String, String)> {
    let mut list = Vec::new();
    for line in include_str!("../../../../data/welsh_terms.csv").lines().skip(1) {
        let fields = fields(line);
        let (en, cy) = (&fields[0], &fields[1]);
        let parts: Vec<_> = en.split(" / ").zip(cy.split(" / ")).collect();
        if en.split(" / ").count() == cy.split(" / ").count() {
            list.extend(parts.into_iter().map(|(en, cy)| (en.to_owned(), cy.to_owned())));
        }
        list.push((en.clone(), cy.clone()));
    }
    list
}

/// The fields of one line; a quoted field may hold commas and doubled quotes.
fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            other => fields.last_mut().expect("it begins with one").push(other),
        }
    }
    fields
}

/// Without the remark in brackets at its end.
fn without_remark(text: &str) -> &str {
    match text.split_once(" (") {
        Some((term, _)) if text.ends_with(')') => term,
        _ => text,
    }
}

/// With its first letter small: a term may begin a sentence.
fn begun_small(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
}

#[test]
fn a_message_marked_as_a_term_is_in_the_list() {
    let list = list();
    assert!(200 < list.len());
    for review in review_list().iter().filter(|review| review.state == State::Term) {
        let found = list.iter().any(|(en, cy)| {
            without_remark(en).eq_ignore_ascii_case(without_remark(review.en))
                && begun_small(cy) == begun_small(review.text)
        });
        assert!(
            found,
            "{}: “{}” – “{}” is not in data/welsh_terms.csv",
            review.key, review.en, review.text
        );
    }
}

#[test]
fn a_message_whose_english_is_in_the_list_says_the_welsh_of_the_list() {
    /// Messages whose English is also a term, but stands for something else here.
    const OTHERWISE: &[&str] = &["account-state-closed", "account-state-open"];
    let list = list();
    let mut differ = Vec::new();
    for review in review_list().iter().filter(|review| review.state == State::Draft) {
        let same = |en: &str| without_remark(en).eq_ignore_ascii_case(review.en);
        let mut terms = list.iter().filter(|(en, _)| same(en)).peekable();
        let known = terms.peek().is_some();
        if known && !terms.any(|(_, cy)| begun_small(cy) == begun_small(review.text)) {
            differ.push(review.key);
        }
    }
    assert_eq!(differ, OTHERWISE);
}
