//! Asking somebody outside, who has no account, to refer a family by a link that works once.
//!
//! ```text
//! /referrals/links ─▶ /referrals/links/new ─send▶ the link, shown once and sent by mail ─▶ /link/{secret}
//! ```

mod ask;
mod list;

pub use ask::prefilled;

use crate::route::{Route, route};
use axum::http::Method;
use domain::access::{Action, ObjectKind as On};

/// The routes of this folder. What is behind a link stands with the form itself.
pub fn routes() -> Vec<Route> {
    let (act, own) = (Action::Refer, On::Lists);
    vec![
        route(Method::GET, "/referrals/links", act, own, list::page),
        route(Method::GET, "/referrals/links/new", act, own, ask::page),
        route(Method::POST, "/referrals/links/new", act, On::Site, ask::send),
        route(
            Method::POST,
            "/referrals/links/{id}/take_back",
            act,
            own,
            list::take_back,
        ),
    ]
}
