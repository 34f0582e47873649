//! A recovery code in place of the one-time code.

use super::arrival::{arrive, next, with_next};
use super::code::{half_way, too_many};
use super::paths as own;
use super::typed::Typed;
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
use store::sign_in::attempt::Trying;
use store::sign_in::enter::{Came, by_recovery};

#[derive(Template)]
#[template(path = "sign_in/recovery.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    action: String,
    code: Field,
}

/// The form.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    half_way(&app, &visit).await?;
    Ok(draw(&app, &visit, &Mistakes::default()))
}

/// Checks the code; it works once.
pub async fn send(State(app): State<App>, visit: Visit, Typed(form): Typed) -> Answer {
    let account = half_way(&app, &visit).await?;
    let mut mistakes = Mistakes::default();
    if let Some(wait) = too_many(&app, &visit, Trying::Code, account).await? {
        mistakes.add("code", wait);
        let mut answer = draw(&app, &visit, &mistakes);
        *answer.status_mut() = StatusCode::TOO_MANY_REQUESTS;
        return Ok(answer);
    }
    match by_recovery(app.store(), &visit.csrf, account, form.get("code"), &visit.device).await? {
        Came::In(entered) => arrive(&app, &visit, &entered, next(&visit)).await,
        Came::Used => {
            mistakes.add("code", visit.w().sign_in_problem_recovery());
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
    let page = Page::new(app, visit, visit.w().sign_in_recovery_title())
        .with_mistakes(mistakes.any())
        .back_to(
            with_next(visit, own::CODE, next.as_deref()),
            visit.w().sign_in_code_title(),
        );
    let shown = Shown {
        problems: mistakes.summary(),
        action: with_next(visit, own::RECOVERY, next.as_deref()),
        code: field("code", "", mistakes.of("code")),
        page,
    };
    show(&shown, &shown.page)
}
