//! Emergency access: asked for with a reason, told at once, reviewed by a second person.

mod ask;
mod list;
mod review;

use crate::route::{Route, route};
use axum::http::Method;
use domain::access::{Action, ObjectKind as On};
use words::Words;

/// Asking by a record's reference, for those who cannot find its page.
const ASK: &str = "/break-glass/ask";

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
        route(Method::GET, ASK, Action::SeeHome, On::Own, ask::any_page),
        route(Method::POST, ASK, Action::AskBreakGlass, On::Family, ask::any_send),
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

/// The kind of emergency, in words.
fn code_words(w: Words, code: &str) -> String {
    w.named("break-glass-ask-code", code).unwrap_or(code).to_owned()
}

/// An instant in words.
fn when(w: Words, micros: i64) -> String {
    w.day_time(store::clock::london_time(store::clock::instant(micros)))
}
