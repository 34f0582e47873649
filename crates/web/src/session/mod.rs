//! Visits and other sessions with a family: planned, written down, read, put right, given to one person, signed.

mod choose;
mod fill;
mod give;
mod read;
mod right;
mod show;
mod sign;
mod write;

pub(crate) use fill::questions;
pub(crate) use give::{give_by_call, mark_by_call};
pub(crate) use right::by_call as right_by_call;
pub(crate) use show::{kind_words, prompt_words, when_words};
pub(crate) use sign::by_call as sign_by_call;
pub(crate) use write::{by_call, change_by_call};

use crate::call::Unmade;
use crate::route::{Route, route};
use axum::http::Method;
use domain::access::{Action, ObjectKind as On};
use domain::session::Refusal;
use words::Words;

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    let (get, post) = (|| Method::GET, || Method::POST);
    let (add, change) = (Action::AddSession, Action::ChangeSession);
    vec![
        route(get(), "/families/{id}/sessions/new", add, On::Family, choose::page),
        route(get(), "/families/{id}/sessions/write", add, On::Family, write::page),
        route(post(), "/families/{id}/sessions/write", add, On::Family, write::send),
        route(
            post(),
            "/families/{id}/sessions/write/keep",
            add,
            On::Family,
            write::keep,
        ),
        route(get(), "/families/{id}/sessions/plan", add, On::Family, write::plan_page),
        route(post(), "/families/{id}/sessions/plan", add, On::Family, write::plan),
        route(get(), "/sessions/{id}", Action::OpenSession, On::Session, show::page),
        route(get(), "/sessions/{id}/then", change, On::Session, write::then_page),
        route(post(), "/sessions/{id}/then", change, On::Session, write::then),
        route(
            post(),
            "/sessions/{id}/then/keep",
            change,
            On::Session,
            write::keep_then,
        ),
        route(get(), "/sessions/{id}/plan", change, On::Session, write::move_page),
        route(post(), "/sessions/{id}/plan", change, On::Session, write::replan),
        route(get(), "/sessions/{id}/right", change, On::Session, right::page),
        route(post(), "/sessions/{id}/right", change, On::Session, right::send),
        route(
            post(),
            "/sessions/{id}/right/keep",
            change,
            On::Session,
            write::keep_then,
        ),
        route(
            get(),
            "/sessions/{id}/give",
            Action::OpenSession,
            On::Session,
            show::page,
        ),
        route(post(), "/sessions/{id}/give", change, On::Session, give::give),
        route(
            get(),
            "/sessions/{id}/mark",
            Action::OpenSession,
            On::Session,
            show::page,
        ),
        route(post(), "/sessions/{id}/mark", change, On::Session, give::mark),
        route(
            get(),
            "/sessions/{id}/sign",
            Action::OpenSession,
            On::Session,
            show::page,
        ),
        route(
            post(),
            "/sessions/{id}/sign",
            Action::CountersignSession,
            On::Session,
            sign::send,
        ),
    ]
}

/// Why a verb on a session was not stored.
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
pub(crate) fn refusal_words(w: Words, refusal: Refusal) -> (&'static str, String) {
    let own = ToOwned::to_owned;
    match refusal {
        Refusal::NotASession { .. } => ("on", own(w.session_problem_kind())),
        Refusal::ToCome { on } => ("on", w.session_problem_to_come(&w.day_short(on))),
        Refusal::TooEarly { earliest } => ("on", w.session_problem_too_early(&w.day_short(earliest))),
        Refusal::Over { on } => ("on", w.session_problem_over(&w.day_short(on))),
        Refusal::TooLate { latest } => ("on", w.session_problem_too_late(&w.day_short(latest))),
        Refusal::Minutes { max, .. } => ("minutes", w.session_problem_minutes(u64::from(max))),
        Refusal::NotOfTheFamily => ("present", own(w.session_problem_stranger())),
        Refusal::NothingHappened => ("happened", own(w.session_problem_happened())),
        Refusal::IsAlready { .. } => ("on", own(w.session_problem_is_already())),
        Refusal::NotYours => ("happened", own(w.session_problem_not_yours())),
        Refusal::SignedAlready { on } => ("on", w.session_problem_signed(&w.day_short(on))),
        Refusal::NoSuchPassage { .. } => ("happened", own(w.session_problem_passage())),
    }
}
