//! Calls for help: written down at ten at night with few boxes, added to afterwards, signed by whoever supervises.

mod add;
mod read;
mod show;
mod write;

pub(crate) use add::by_call as add_by_call;
pub(crate) use read::moment;
pub(crate) use show::{sign_by_call, took_words};
pub(crate) use write::by_call;

use crate::call::Unmade;
use crate::route::{Route, route};
use axum::http::Method;
use domain::access::{Action, ObjectKind as On};
use domain::crisis::Refusal;
use words::Words;

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    let (get, post) = (|| Method::GET, || Method::POST);
    let (write, open, add) = (Action::WriteCrisis, Action::OpenCrisis, Action::AddToCrisis);
    vec![
        route(get(), "/families/{id}/crises/new", write, On::Family, write::page),
        route(post(), "/families/{id}/crises/new", write, On::Family, write::send),
        route(post(), "/families/{id}/crises/new/keep", write, On::Family, write::keep),
        route(get(), "/crises/{id}", open, On::Crisis, show::page),
        route(get(), "/crises/{id}/add", add, On::Crisis, add::page),
        route(post(), "/crises/{id}/add", add, On::Crisis, add::send),
        route(get(), "/crises/{id}/sign", open, On::Crisis, show::page),
        route(post(), "/crises/{id}/sign", Action::SignCrisis, On::Crisis, show::sign),
    ]
}

/// Why a verb on a crisis was not stored.
#[derive(Debug)]
pub(crate) enum Wrong {
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

impl Wrong {
    /// What somebody who called is told.
    fn told(self, w: Words) -> Unmade {
        match self {
            Self::Refused(refusal) => refusal_words(w, refusal).into(),
            Self::Store(error) => error.into(),
        }
    }
}

/// Where on the form a mistake stands, and what it says.
fn refusal_words(w: Words, refusal: Refusal) -> (&'static str, String) {
    let words = |at| w.day_time(store::clock::london_time(at));
    match refusal {
        Refusal::ToCome { at } => ("at", w.crisis_problem_to_come(&words(at))),
        Refusal::TooEarly { earliest } => {
            let day = w.day_short(store::clock::london_day(earliest));
            ("on", w.session_problem_too_early(&day))
        }
        Refusal::BeforeAsked { at, received_at } => (
            "response_at",
            w.crisis_problem_before_asked(&words(at), &words(received_at)),
        ),
        Refusal::SignedAlready { on } => ("words", w.session_problem_signed(&w.day_short(on))),
        Refusal::Own => ("words", w.session_problem_not_yours().to_owned()),
    }
}
