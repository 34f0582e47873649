//! The one-time code, after the password was right.

use super::arrival::{arrive, next, with_next};
use super::typed::Typed;
use super::{paths as own, totp};
use crate::App;
use crate::error::{Answer, PageError};
use crate::mistakes::Mistakes;
use crate::page::{Field, Page, Problem, field, show};
use crate::paths;
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use domain::id::AccountId;
use store::sign_in::attempt::{Tries, Trying, may_try};
use store::sign_in::enter::{Came, by_code, code_secret, who_is_half_way};

#[derive(Template)]
#[template(path = "sign_in/code.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    action: String,
    recovery: String,
    code: Field,
}

/// Whose sign-in is half way in this browser; else they begin again.
pub(super) async fn half_way(app: &App, visit: &Visit) -> Answer<AccountId> {
    let begin = || PageError::Elsewhere(with_next(visit, paths::SIGN_IN, next(visit).as_deref()));
    who_is_half_way(app.store(), &visit.csrf).await?.ok_or_else(begin)
}

/// Counts a try at a code; the answer when there were too many.
pub(super) async fn too_many(app: &App, visit: &Visit, trying: Trying, account: AccountId) -> Answer<Option<String>> {
    Ok(
        match may_try(app.store(), trying, &account.to_string(), &visit.address).await? {
            Tries::May => None,
            Tries::Wait { minutes } => Some(visit.w().sign_in_problem_throttled(minutes)),
        },
    )
}

/// The form.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    half_way(&app, &visit).await?;
    Ok(draw(&app, &visit, &Mistakes::default()))
}

/// Checks the code; it works once.
pub async fn send(State(app): State<App>, visit: Visit, Typed(form): Typed) -> Answer {
    let w = visit.w();
    let account = half_way(&app, &visit).await?;
    let mut mistakes = Mistakes::default();
    if let Some(wait) = too_many(&app, &visit, Trying::Code, account).await? {
        mistakes.add("code", wait);
        let mut answer = draw(&app, &visit, &mistakes);
        *answer.status_mut() = StatusCode::TOO_MANY_REQUESTS;
        return Ok(answer);
    }
    let secret = code_secret(app.store(), account).await?.unwrap_or_default();
    let Some(step) = totp::step(&secret, form.get("code"), app.store().now().as_second()) else {
        mistakes.add("code", w.sign_in_problem_code());
        return Ok(draw(&app, &visit, &mistakes));
    };
    match by_code(app.store(), &visit.csrf, account, step, &visit.device).await? {
        Came::In(entered) => arrive(&app, &visit, &entered, next(&visit)).await,
        Came::Used => {
            mistakes.add("code", w.sign_in_problem_code_used());
            Ok(draw(&app, &visit, &mistakes))
        }
        Came::TooLate => Err(PageError::Elsewhere(with_next(
            &visit,
            paths::SIGN_IN,
            next(&visit).as_deref(),
        ))),
    }
}

fn draw(app: &App, visit: &Visit, mistakes: &Mistakes) -> Response {
    let next = next(visit);
    let page = Page::new(app, visit, visit.w().sign_in_code_title()).with_mistakes(mistakes.any());
    let shown = Shown {
        problems: mistakes.summary(),
        action: with_next(visit, own::CODE, next.as_deref()),
        recovery: with_next(visit, own::RECOVERY, next.as_deref()),
        code: field("code", "", mistakes.of("code")),
        page,
    };
    show(&shown, &shown.page)
}
