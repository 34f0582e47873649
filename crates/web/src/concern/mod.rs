//! Concerns: raised in two presses, the first of which says what to ring; read, added to and decided.

mod add;
mod danger;
mod decide;
mod list;
mod read;
mod show;
mod write;

pub(crate) use add::by_call as add_by_call;
pub(crate) use decide::by_call as decide_by_call;
pub(crate) use write::by_call;

use crate::call::Unmade;
use crate::route::{Route, route};
use axum::http::Method;
use domain::access::{Action, ObjectKind as On};
use domain::concern::Refusal;
use domain::role::Role;
use words::Words;

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    let (get, post) = (|| Method::GET, || Method::POST);
    let (raise, add, decide) = (Action::RaiseConcern, Action::AddToConcern, Action::DecideConcern);
    vec![
        route(
            get(),
            crate::paths::CONCERNS,
            Action::ListConcerns,
            On::Lists,
            list::page,
        ),
        route(get(), "/families/{id}/concerns/new", raise, On::Family, danger::page),
        route(get(), "/families/{id}/concerns/write", raise, On::Family, write::page),
        route(post(), "/families/{id}/concerns/write", raise, On::Family, write::send),
        route(
            post(),
            "/families/{id}/concerns/write/keep",
            raise,
            On::Family,
            write::keep,
        ),
        route(get(), "/families/{id}/concerns/sent", raise, On::Family, danger::sent),
        route(get(), "/concerns/{id}", Action::OpenConcern, On::Concern, show::page),
        route(get(), "/concerns/{id}/add", add, On::Concern, add::page),
        route(post(), "/concerns/{id}/add", add, On::Concern, add::send),
        route(get(), "/concerns/{id}/decide", decide, On::Concern, decide::page),
        route(post(), "/concerns/{id}/decide", decide, On::Concern, decide::send),
    ]
}

/// Why a verb on a concern was not stored.
#[derive(Debug)]
pub(crate) enum Wrong {
    /// The rules refuse it.
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
    match refusal {
        Refusal::NotOfTheFamily => ("people", w.session_problem_stranger().to_owned()),
        Refusal::NotOnTheTeam => ("whom_accounts", w.concern_problem_team().to_owned()),
        Refusal::NotFromThere => ("what", w.concern_problem_origin().to_owned()),
        Refusal::ToCome { at } => {
            let at = w.day_time(store::clock::london_time(at));
            ("report_on", w.concern_problem_to_come(&at))
        }
    }
}

/// What somebody in this role is called.
fn role_words(w: Words, role: Role) -> &'static str {
    w.named("role", role.key()).unwrap_or_default()
}
