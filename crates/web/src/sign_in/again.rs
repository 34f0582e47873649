//! Proving again who one is, before what asks for fresh proof: with a passkey, or with password and code.

use super::arrival::{arrive, next, with_next};
use super::code::too_many;
use super::typed::Typed;
use super::{password, paths as own, totp};
use crate::App;
use crate::asset;
use crate::error::{Answer, PageError};
use crate::mistakes::Mistakes;
use crate::page::{Field, Page, Problem, field, see, show};
use crate::paths;
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use store::sign_in::attempt::Trying;
use store::sign_in::enter::{Came, Credentials, again_by_code, code_secret, credentials_of};

#[derive(Template)]
#[template(path = "sign_in/again.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    passkey_href: &'static str,
    action: String,
    start: String,
    finish: String,
    /// Not called `next`: the form's macro has an argument of that name.
    going_to: String,
    why: Option<&'static str>,
    has_passkey: bool,
    or: &'static str,
    by_password: bool,
    password: Field,
    code: Field,
    demo_action: Option<String>,
}

/// What the person can prove with; where that is nothing, they add something first.
async fn ways(app: &App, visit: &Visit) -> Answer<Credentials> {
    let account = visit.account()?.account;
    let known = credentials_of(app.store(), account).await?.ok_or(PageError::SignIn)?;
    if known.passkeys == 0 && !can_type(&known) && !app.is_demo() {
        return Err(PageError::Elsewhere(with_next(
            visit,
            paths::SECOND,
            next(visit).as_deref(),
        )));
    }
    Ok(known)
}

fn can_type(known: &Credentials) -> bool {
    known.has_code && known.password.is_some()
}

/// The form.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    if visit.who.is_none() {
        return Ok(see(&with_next(&visit, paths::SIGN_IN, next(&visit).as_deref())));
    }
    let known = ways(&app, &visit).await?;
    Ok(draw(&app, &visit, &known, &Mistakes::default()))
}

/// Checks password and code; the cookie gets a new secret.
pub async fn send(State(app): State<App>, visit: Visit, Typed(form): Typed) -> Answer {
    if visit.who.is_none() {
        return Ok(see(&with_next(&visit, paths::SIGN_IN, next(&visit).as_deref())));
    }
    let w = visit.w();
    let who = visit.account()?;
    let known = ways(&app, &visit).await?;
    let mut mistakes = Mistakes::default();
    if let Some(wait) = too_many(&app, &visit, Trying::Again, who.account).await? {
        mistakes.add("password", wait);
        let mut answer = draw(&app, &visit, &known, &mistakes);
        *answer.status_mut() = StatusCode::TOO_MANY_REQUESTS;
        return Ok(answer);
    }
    let right = password::is_right(form.get("password").to_owned(), known.password.clone()).await?;
    let secret = code_secret(app.store(), who.account).await?.unwrap_or_default();
    let step = totp::step(&secret, form.get("code"), app.store().now().as_second());
    let Some(step) = step.filter(|_| right) else {
        mistakes.add("password", w.sign_in_problem_wrong());
        return Ok(draw(&app, &visit, &known, &mistakes));
    };
    match again_by_code(app.store(), who.account, who.id, step).await? {
        Came::In(entered) => arrive(&app, &visit, &entered, next(&visit)).await,
        Came::Used => {
            mistakes.add("code", w.sign_in_problem_code_used());
            Ok(draw(&app, &visit, &known, &mistakes))
        }
        Came::TooLate => Err(PageError::SignIn),
    }
}

/// Why proof is asked for, where the address says it.
fn why(visit: &Visit, next: &str) -> Option<&'static str> {
    let w = visit.w();
    let path = next.split('?').next().unwrap_or_default();
    if path.starts_with("/addresses/") {
        Some(w.sign_in_again_why_address())
    } else if path == paths::WAITING_CSV {
        Some(w.sign_in_again_why_export())
    } else if path.starts_with("/roles/") || path.ends_with("/roles/new") {
        Some(w.sign_in_again_why_role())
    } else if path == own::EMAIL {
        Some(w.sign_in_again_why_contact())
    } else {
        None
    }
}

fn draw(app: &App, visit: &Visit, known: &Credentials, mistakes: &Mistakes) -> Response {
    let next = next(visit);
    let w = visit.w();
    let page = Page::new(app, visit, w.sign_in_again_title()).with_mistakes(mistakes.any());
    let [start, finish] = own::AGAIN_PASSKEY;
    let by_password = can_type(known);
    let demo_action = || with_next(visit, own::DEMO_AGAIN, next.as_deref());
    let shown = Shown {
        problems: mistakes.summary(),
        passkey_href: asset::href("passkey.js"),
        action: with_next(visit, paths::AGAIN, next.as_deref()),
        start: visit.href(start),
        finish: visit.href(finish),
        why: why(visit, next.as_deref().unwrap_or_default()),
        has_passkey: known.passkeys > 0,
        or: if by_password { w.sign_in_or() } else { "" },
        by_password,
        password: field("password", "", mistakes.of("password")),
        code: field("code", "", mistakes.of("code")),
        demo_action: app.is_demo().then(demo_action),
        going_to: next.clone().unwrap_or_default(),
        page,
    };
    show(&shown, &shown.page)
}
