//! Draft translations: which messages a person has checked, and checking one.

mod list;
mod mark;

use crate::error::PageError;
use crate::route::{Route, route};
use axum::http::Method;
use domain::access::{Action, ObjectKind as On};
use std::collections::HashMap;
use store::word_review::Reviewed;
use words::{Lang, Review, State};

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    vec![
        route(Method::GET, "/words", Action::ReviewWords, On::Own, list::page),
        route(Method::GET, "/words/{key}", Action::ReviewWords, On::Own, mark::page),
        route(Method::POST, "/words/{key}", Action::ReviewWords, On::Own, mark::send),
    ]
}

/// How far the checking of one message has come, with what was marked here since the program was built.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Stands {
    /// Nobody has checked it as it is now.
    Draft,
    /// It is from the list of terms.
    Term,
    /// Somebody has checked it.
    Reviewed {
        /// Who.
        by: String,
        /// When.
        on: Option<jiff::civil::Date>,
    },
}

/// The name a message's review is kept under.
fn kept_name(review: &Review) -> String {
    format!("{}/{}", review.lang.tag(), review.key)
}

/// How far a message has come.
fn stands(review: &Review, kept: &HashMap<String, Reviewed>) -> Stands {
    let marked = kept
        .get(&kept_name(review))
        .filter(|one| one.is_of(review.en, review.text));
    match (marked, review.state) {
        (Some(one), _) => Stands::Reviewed {
            by: one.name.clone().unwrap_or_default(),
            on: Some(store::clock::london_day(store::clock::instant(one.at))),
        },
        (None, State::Reviewed { by, on }) => Stands::Reviewed {
            by: by.to_owned(),
            on: on.parse().ok(),
        },
        (None, State::Term) => Stands::Term,
        (None, State::Draft) => Stands::Draft,
    }
}

/// A state in words, and how it looks.
fn stands_words(w: words::Words, stands: &Stands) -> (String, &'static str) {
    match stands {
        Stands::Draft => (w.words_state_draft().to_owned(), "warm"),
        Stands::Term => (w.words_state_term().to_owned(), "quiet"),
        Stands::Reviewed { by, on } => {
            let day = on.map(|day| w.day_short(day)).unwrap_or_default();
            (w.words_state_reviewed(by, &day), "strong")
        }
    }
}

/// The translation of a message by its key.
fn found(key: &str) -> Result<&'static Review, PageError> {
    let translated = |review: &&Review| review.key == key && review.lang == Lang::Cy;
    words::review_list().iter().find(translated).ok_or(PageError::NotFound)
}
