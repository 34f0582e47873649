//! One's own account: how one is reached, how one signs in, where one is signed in.

mod account;
mod app;
mod codes;
mod email;
mod end;
mod language;
mod passkeys;
mod password;
mod second;
mod token;

use super::passkey::add;
use super::paths as own;
use crate::paths;
use crate::route::{Route, route};
use axum::http::Method;
use domain::access::{Action, ObjectKind as On};

/// The routes of this folder.
pub(super) fn routes() -> Vec<Route> {
    let (get, post) = (Method::GET, Method::POST);
    let (see, change, enrol) = (
        Action::SeeOwnAccount,
        Action::ChangeOwnAccount,
        Action::EnrolSecondFactor,
    );
    let [start, finish] = own::ADD_PASSKEY;
    let (make, end) = (Action::MakeOwnToken, Action::EndOwnToken);
    vec![
        route(get.clone(), paths::ACCOUNT, see, On::Own, account::page),
        route(get.clone(), own::EMAIL, change, On::Own, email::page),
        route(post.clone(), own::EMAIL, change, On::Own, email::send),
        route(get.clone(), own::LANGUAGE, change, On::Own, language::page),
        route(post.clone(), own::LANGUAGE, change, On::Own, language::send),
        route(get.clone(), own::PASSWORD, change, On::Own, password::page),
        route(post.clone(), own::PASSWORD, change, On::Own, password::send),
        route(get.clone(), paths::SECOND, enrol, On::Own, second::page),
        route(get.clone(), own::PASSKEYS, enrol, On::Own, passkeys::page),
        route(post.clone(), start, enrol, On::Own, add::start),
        route(post.clone(), finish, enrol, On::Own, add::finish),
        route(
            post.clone(),
            "/account/passkeys/{id}/remove",
            change,
            On::Own,
            passkeys::remove,
        ),
        route(get.clone(), own::APP, enrol, On::Own, app::page),
        route(post.clone(), own::APP, enrol, On::Own, app::send),
        route(post.clone(), own::APP_REMOVE, change, On::Own, app::remove),
        route(get.clone(), own::CODES, see, On::Own, codes::page),
        route(post.clone(), own::CODES, see, On::Own, codes::keep),
        route(post.clone(), own::CODES_NEW, change, On::Own, codes::make),
        route(get.clone(), own::TOKENS, make, On::Own, token::page),
        route(post.clone(), own::TOKENS, make, On::Own, token::send),
        route(get, own::TOKEN_MADE, see, On::Own, token::made),
        route(post.clone(), "/account/tokens/{id}/end", end, On::Own, token::end),
        route(
            post.clone(),
            "/account/sign-ins/{id}/end",
            Action::EndOwnSignIn,
            On::Own,
            end::one,
        ),
        route(post, own::END_OTHERS, Action::EndOwnSignIn, On::Own, end::others),
    ]
}
