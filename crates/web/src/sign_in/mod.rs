//! Signing in and out, proving again, and one's own account.
//!
//! ```text
//! passkey ─────────────────────────────────────▶ in
//! password ─▶ code or recovery code ───────────▶ in          (codes switched on)
//!          └─▶ in with one factor ─▶ second factor added     (staff who have none)
//! ```

mod again;
mod arrival;
mod code;
pub(crate) mod demo;
mod enter;
mod first;
mod out;
mod own;
pub(crate) mod passkey;
mod password;
mod paths;
mod recovery;
mod totp;
mod typed;

use crate::route::{Route, route};
use crate::visit::Visit;
use axum::http::Method;
use domain::access::{Action, ObjectKind as On};
use passkey::{add, enter as with_passkey};

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    let (get, post, sign_in) = (Method::GET, Method::POST, Action::SignIn);
    let [start, finish] = paths::PASSKEY;
    let [again_start, again_finish] = paths::AGAIN_PASSKEY;
    let [first_start, first_finish] = paths::FIRST_PASSKEY;
    let mut all = vec![
        route(get.clone(), crate::paths::SIGN_IN, sign_in, On::Public, enter::page),
        route(post.clone(), crate::paths::SIGN_IN, sign_in, On::Public, enter::send),
        route(get.clone(), paths::CODE, sign_in, On::Public, code::page),
        route(post.clone(), paths::CODE, sign_in, On::Public, code::send),
        route(get.clone(), paths::RECOVERY, sign_in, On::Public, recovery::page),
        route(post.clone(), paths::RECOVERY, sign_in, On::Public, recovery::send),
        route(post.clone(), start, sign_in, On::Public, with_passkey::start),
        route(post.clone(), finish, sign_in, On::Public, with_passkey::finish),
        route(get.clone(), crate::paths::AGAIN, sign_in, On::Public, again::page),
        route(post.clone(), crate::paths::AGAIN, sign_in, On::Public, again::send),
        route(
            post.clone(),
            again_start,
            sign_in,
            On::Public,
            with_passkey::again_start,
        ),
        route(
            post.clone(),
            again_finish,
            sign_in,
            On::Public,
            with_passkey::again_finish,
        ),
        route(get.clone(), paths::FIRST, sign_in, On::Public, first::page),
        route(post.clone(), paths::FIRST, sign_in, On::Public, first::send),
        route(
            get.clone(),
            "/sign-in/first/{secret}",
            sign_in,
            On::Public,
            first::follow,
        ),
        route(post.clone(), first_start, sign_in, On::Public, add::first_start),
        route(post.clone(), first_finish, sign_in, On::Public, add::first_finish),
        route(get, crate::paths::SIGN_OUT, sign_in, On::Public, out::page),
        route(post, crate::paths::SIGN_OUT, Action::EndOwnSignIn, On::Own, out::send),
    ];
    all.extend(own::routes());
    all
}

/// The address of the link whose secret opens an account; it stands after the service's own address.
pub(crate) fn first_link(visit: &Visit, secret: &[u8; 32]) -> String {
    let token = secret
        .iter()
        .fold(String::new(), |token, byte| format!("{token}{byte:02x}"));
    format!("{}?token={token}", visit.href(paths::FIRST))
}
