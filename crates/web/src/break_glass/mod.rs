//! Emergency access: asked for with a reason, told at once, reviewed by a second person.

mod ask;
mod list;
mod review;

use crate::paths;
use crate::route::{Route, route};
use axum::http::Method;
use domain::access::{self, Action, ObjectKind as On};
use domain::agreement::AgreementState;
use domain::role::Role;
use store::sign_in::SignedIn;
use words::Words;

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    vec![
        route(
            Method::GET,
            "/break-glass",
            Action::ListBreakGlass,
            On::Lists,
            list::page,
        ),
        route(
            Method::GET,
            paths::BREAK_GLASS_ASK,
            Action::SeeHome,
            On::Own,
            ask::any_page,
        ),
        route(
            Method::POST,
            paths::BREAK_GLASS_ASK,
            Action::AskBreakGlass,
            On::Family,
            ask::any_send,
        ),
        route(
            Method::GET,
            "/break-glass/{id}",
            Action::ReviewBreakGlass,
            On::BreakGlass,
            review::page,
        ),
        route(
            Method::POST,
            "/break-glass/{id}",
            Action::ReviewBreakGlass,
            On::BreakGlass,
            review::send,
        ),
        route(
            Method::GET,
            "/families/{id}/break-glass",
            Action::AskBreakGlass,
            On::Family,
            ask::page,
        ),
        route(
            Method::POST,
            "/families/{id}/break-glass",
            Action::AskBreakGlass,
            On::Family,
            ask::send,
        ),
    ]
}

/// Whether somebody holds a role that may ask somewhere: whom the way there is shown. Each record decides for itself.
pub(crate) fn may_ask(who: &SignedIn) -> bool {
    let roles = who.roles.iter().filter_map(|key| Role::from_key(key));
    roles
        .into_iter()
        .any(|role| access::may_break_glass(role, AgreementState::InForce))
}

/// The kind of emergency, in words.
fn code_words(w: Words, code: &str) -> String {
    w.named("break-glass-ask-code", code).unwrap_or(code).to_owned()
}

/// An instant in words.
fn when(w: Words, micros: i64) -> String {
    w.day_time(store::clock::london_time(store::clock::instant(micros)))
}
