//! Opening an account by the link of its invitation, or choosing a new password by one.

use super::arrival::{arrive, half_way};
use super::typed::Typed;
use super::{password, paths as own};
use crate::App;
use crate::asset;
use crate::error::Answer;
use crate::mistakes::Mistakes;
use crate::page::{Field, Page, Problem, field, see, show};
use crate::visit::Visit;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use store::sign_in::link::{Invited, Opened, invited, open_with_password};

#[derive(Template)]
#[template(path = "sign_in/first.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    passkey_href: &'static str,
    action: String,
    start: String,
    finish: String,
    token: String,
    has_second: bool,
    email: String,
    passkey_name: Field,
    password: Field,
}

#[derive(Template)]
#[template(path = "sign_in/first_expired.html")]
struct Expired {
    page: Page,
}

/// The secret in a link, if it has the shape of one.
pub(super) fn secret(token: &str) -> Option<[u8; 32]> {
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    let right_shape = token.len() == 64 && token.bytes().all(|b| b.is_ascii_hexdigit());
    let bytes: Option<Vec<u8>> = right_shape.then(|| token.as_bytes().chunks(2).map(byte).collect())?;
    bytes?.try_into().ok()
}

async fn whose(app: &App, token: &str) -> Answer<Option<([u8; 32], Invited)>> {
    let Some(secret) = secret(token) else { return Ok(None) };
    Ok(invited(app.store(), &secret).await?.map(|invited| (secret, invited)))
}

/// The secret as a part of the path leads to the same page.
pub async fn follow(visit: Visit, Path(secret): Path<String>) -> Response {
    let secret: String = form_urlencoded::byte_serialize(secret.as_bytes()).collect();
    see(&format!("{}?token={secret}", visit.href(own::FIRST)))
}

/// The form. Looking does not use the link up.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let token = visit.query_value("token").unwrap_or_default();
    Ok(match whose(&app, &token).await? {
        Some((_, invited)) => draw(&app, &visit, &token, &invited, &Mistakes::default()),
        None => expired(&app, &visit),
    })
}

/// Chooses the password; the link is thereby used up.
pub async fn send(State(app): State<App>, visit: Visit, Typed(form): Typed) -> Answer {
    let token = visit.query_value("token").unwrap_or_default();
    let Some((secret, invited)) = whose(&app, &token).await? else {
        return Ok(expired(&app, &visit));
    };
    let chosen = form.get("password");
    let mut mistakes = Mistakes::default();
    if let Some(problem) = password::problem(visit.w(), chosen, &invited.name, &invited.email) {
        mistakes.add("password", problem);
        return Ok(draw(&app, &visit, &token, &invited, &mistakes));
    }
    let hash = password::hash(chosen.to_owned()).await?;
    match open_with_password(app.store(), &secret, hash, &visit.device).await {
        Ok(Opened::In(entered)) => arrive(&app, &visit, &entered, None).await,
        Ok(Opened::HalfWay(account)) => half_way(&app, &visit, account, None).await,
        Err(store::Error::NotFound) => Ok(expired(&app, &visit)),
        Err(error) => Err(error.into()),
    }
}

fn expired(app: &App, visit: &Visit) -> Response {
    let page = Page::new(app, visit, visit.w().sign_in_first_expired_title()).status(StatusCode::NOT_FOUND);
    let shown = Expired { page };
    show(&shown, &shown.page)
}

fn draw(app: &App, visit: &Visit, token: &str, invited: &Invited, mistakes: &Mistakes) -> Response {
    let [start, finish] = own::FIRST_PASSKEY;
    let page = Page::new(app, visit, visit.w().sign_in_first_title()).with_mistakes(mistakes.any());
    let shown = Shown {
        problems: mistakes.summary(),
        passkey_href: asset::href("passkey.js"),
        action: format!("{}?token={token}", visit.href(own::FIRST)),
        start: visit.href(start),
        finish: visit.href(finish),
        token: token.to_owned(),
        has_second: invited.has_second,
        email: invited.email.clone(),
        passkey_name: Field {
            name: "name".into(),
            id: "passkey-name".into(),
            value: visit.device.clone(),
            error: None,
        },
        password: field("password", "", mistakes.of("password")),
        page,
    };
    show(&shown, &shown.page)
}
