//! The end of a family's support: the form of it, what is known after, and a letter for each reader.

mod after;
mod letter;
mod lived;
mod write;

pub(crate) use lived::{Asks, Boxes, boxes, care_words, lived_line, said};

pub(crate) use write::by_call;

use crate::route::{Route, route};
use axum::http::Method;
use domain::access::{Action, ObjectKind as On};
use domain::closing::{Reason, Refusal};
use domain::family::Family;
use words::Words;

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    let (get, post) = (|| Method::GET, || Method::POST);
    let (close, open) = (Action::CloseSupport, Action::OpenPlan);
    vec![
        route(get(), "/families/{id}/close", close, On::Family, write::page),
        route(post(), "/families/{id}/close", close, On::Family, write::send),
        route(post(), "/families/{id}/close/keep", close, On::Family, write::keep),
        route(get(), "/families/{id}/after", open, On::Family, after::page),
        route(get(), "/families/{id}/after/letter.pdf", open, On::Family, letter::file),
    ]
}

/// Why a closing was not stored.
#[derive(Debug)]
enum Wrong {
    /// The rules refuse it as things stand.
    Refused(Refusal),
    /// The store did not take it.
    Store(store::Error),
}

impl From<store::Error> for Wrong {
    fn from(error: store::Error) -> Self {
        Self::Store(error)
    }
}

impl From<Refusal> for Wrong {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// Where on the form a mistake stands, and what it says.
fn refusal_words(w: Words, family: &Family, refusal: Refusal) -> (String, String) {
    let on = |text: String| ("on".to_owned(), text);
    let called = |id| lived::called(w, family, id);
    match refusal {
        Refusal::NotSupported => on(w.closing_problem_not_supported().to_owned()),
        Refusal::IsClosed { on: day } => on(w.closing_problem_is_closed(&w.day_short(day))),
        Refusal::Unread { concerns } => on(w.closing_unread(concerns)),
        Refusal::TooEarly { earliest } => on(w.closing_problem_too_early(&w.day_short(earliest))),
        Refusal::ToCome { on: day } => on(w.closing_problem_to_come(&w.day_short(day))),
        Refusal::ReasonNotSaid => ("words".to_owned(), w.closing_problem_words().to_owned()),
        Refusal::ChildMissing { child } => (format!("lives_{child}"), w.closing_problem_lives(&called(child))),
        Refusal::CareNotSaid { child } => (format!("care_{child}"), w.closing_problem_care(&called(child))),
        Refusal::CareLater { child } => (format!("since_{child}"), w.closing_problem_care_later(&called(child))),
        Refusal::GoalMissing { goal } => (format!("goal_{goal}"), w.closing_problem_goal().to_owned()),
        // The form named each once: somebody changed the family meanwhile.
        Refusal::NotAChild | Refusal::NotAGoal => on(w.closing_problem_stale().to_owned()),
    }
}

/// Why support ended, in words.
pub(crate) fn reason_words(w: Words, reason: Reason) -> &'static str {
    w.named("closing-reason", reason.key()).unwrap_or_default()
}
