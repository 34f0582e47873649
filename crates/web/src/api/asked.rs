//! What a list is asked for: its filter, how many lines, and where the last page ended.

use super::caller::language;
use super::problem::{Errors, Problem};
use crate::App;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::Response;
use serde::Serialize;
use utoipa::ToSchema;
use words::Words;

/// The most lines one page of a list has.
///
/// Source: details.md 10.
pub const LIMIT_MAX: usize = 100;

/// How many lines a page has when nobody says.
///
/// Assumption: 50, as many as a screen or two.
const LIMIT: usize = 50;

/// The values after the question mark.
pub struct Asked(Vec<(String, String)>);

impl FromRequestParts<App> for Asked {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Response> {
        let query = parts.uri.query().unwrap_or_default();
        let pairs =
            form_urlencoded::parse(query.as_bytes()).map(|(name, value)| (name.into_owned(), value.into_owned()));
        let asked = Self(pairs.collect());
        // A value sent under two names or twice could be read two ways: which of them holds is not guessed.
        match asked.twice(Words::new(language(parts))) {
            Some(problem) => Err(problem.said(language(parts))),
            None => Ok(asked),
        }
    }
}

/// How much of a list is wanted.
pub struct Wanted<A> {
    /// How many lines.
    pub limit: usize,
    /// Where the last page ended.
    pub after: Option<A>,
}

impl<A> Wanted<A> {
    /// One line more than is shown tells whether there are more.
    pub fn one_more(&self) -> i64 {
        i64::try_from(self.limit).unwrap_or_default() + 1
    }
}

impl Asked {
    fn twice(&self, w: Words) -> Option<Problem> {
        let mut errors = Errors::default();
        for (at, (name, _)) in self.0.iter().enumerate() {
            if self.0[..at].iter().any(|(earlier, _)| earlier == name) {
                errors.add(
                    name.chars().take(40).collect::<String>(),
                    "duplicate_field",
                    w.problem_field_duplicate(),
                );
            }
        }
        errors.or(()).err()
    }

    /// One value, decoded; one left empty counts as not sent.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
            .filter(|value| !value.is_empty())
    }

    /// Notes every name that is not one of these.
    pub fn only(&self, known: &[&str], errors: &mut Errors, w: Words) {
        for (name, _) in self.0.iter().filter(|(name, _)| !known.contains(&name.as_str())) {
            errors.add(
                name.chars().take(40).collect::<String>(),
                "unknown_field",
                w.problem_field_unknown(),
            );
        }
    }

    /// How many lines are wanted and after which, the mark read by `read`.
    pub fn page<A>(&self, errors: &mut Errors, w: Words, read: impl Fn(&str) -> Option<A>) -> Wanted<A> {
        let limit = match self.get("limit").map(str::parse::<usize>) {
            None => LIMIT,
            Some(Ok(limit)) if (1..=LIMIT_MAX).contains(&limit) => limit,
            Some(_) => {
                errors.add("limit", "limit", w.problem_limit());
                LIMIT
            }
        };
        let after = self.get("after").map(read);
        if matches!(after, Some(None)) {
            errors.add("after", "cursor", w.problem_cursor());
        }
        Wanted {
            limit,
            after: after.flatten(),
        }
    }
}

/// A page of a list.
#[derive(Serialize, ToSchema)]
pub struct Listed<T: ToSchema> {
    /// The lines, in the list's own order.
    pub items: Vec<T>,
    /// What to send as `after` for the next page; nothing when this is the last.
    pub next: Option<String>,
}

impl<T: ToSchema> Listed<T> {
    /// A page of lines that were read with one more than is shown; `mark` says where one ends.
    pub fn of<L>(mut lines: Vec<L>, limit: usize, mark: impl Fn(&L) -> String, show: impl Fn(L) -> T) -> Self {
        let more = limit < lines.len();
        lines.truncate(limit);
        let next = lines.last().filter(|_| more).map(mark);
        Self {
            items: lines.into_iter().map(show).collect(),
            next,
        }
    }

    /// A list that is always whole.
    pub fn whole(items: Vec<T>) -> Self {
        Self { items, next: None }
    }
}
