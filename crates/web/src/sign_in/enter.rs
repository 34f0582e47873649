//! The sign-in page: a passkey first, else e-mail address and password.

use super::arrival::{arrive, half_way, landing_of_visitor, next, with_next};
use super::demo::{self, OnePerson};
use super::typed::Typed;
use super::{password, paths as own};
use crate::App;
use crate::asset;
use crate::error::Answer;
use crate::form::Form;
use crate::mistakes::Mistakes;
use crate::page::{Field, Page, Problem, field, see, show};
use crate::paths;
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use store::sign_in::Way;
use store::sign_in::attempt::{Tries, Trying, may_try};
use store::sign_in::enter::credentials;

#[derive(Template)]
#[template(path = "sign_in/enter.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    passkey_href: &'static str,
    action: String,
    start: String,
    finish: String,
    /// Not called `next`: the form's macro has an argument of that name.
    going_to: String,
    ended: bool,
    email: Field,
    password: Field,
    demo_action: String,
    people: Vec<OnePerson>,
}

/// The form.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    if visit.who.is_some() && !app.is_demo() {
        return Ok(see(&landing_of_visitor(&visit)));
    }
    draw(&app, &visit, &Form::default(), &Mistakes::default()).await
}

/// Checks what was typed. An unknown address takes the same way, with the same statements and the same work.
pub async fn send(State(app): State<App>, visit: Visit, Typed(form): Typed) -> Answer {
    let w = visit.w();
    let email = form.get("email").trim().to_owned();
    let mut mistakes = Mistakes::default();
    if email.is_empty() {
        mistakes.add("email", w.sign_in_problem_empty_email());
    }
    if form.get("password").is_empty() {
        mistakes.add("password", w.sign_in_problem_empty_password());
    }
    if mistakes.any() {
        return draw(&app, &visit, &form, &mistakes).await;
    }
    if let Tries::Wait { minutes } = may_try(app.store(), Trying::Password, &email, &visit.address).await? {
        mistakes.add("email", w.sign_in_problem_throttled(minutes));
        let mut answer = draw(&app, &visit, &form, &mistakes).await?;
        *answer.status_mut() = StatusCode::TOO_MANY_REQUESTS;
        return Ok(answer);
    }
    let known = credentials(app.store(), &email).await?;
    let kept = known.as_ref().and_then(|known| known.password.clone());
    let right = password::is_right(form.get("password").to_owned(), kept).await?;
    let Some(known) = known.filter(|_| right) else {
        mistakes.add("email", w.sign_in_problem_wrong());
        return draw(&app, &visit, &form, &mistakes).await;
    };
    let next = next(&visit);
    if known.has_code {
        return half_way(&app, &visit, known.account, next.as_deref()).await;
    }
    let entered = store::sign_in::start(app.store(), known.account, Way::Password, &visit.device).await?;
    arrive(&app, &visit, &entered, next).await
}

async fn draw(app: &App, visit: &Visit, form: &Form, mistakes: &Mistakes) -> Answer<Response> {
    let page = Page::new(app, visit, visit.w().sign_in_title()).with_mistakes(mistakes.any());
    let next = next(visit);
    let [start, finish] = own::PASSKEY;
    let shown = Shown {
        problems: mistakes.summary(),
        passkey_href: asset::href("passkey.js"),
        action: with_next(visit, paths::SIGN_IN, next.as_deref()),
        start: visit.href(start),
        finish: visit.href(finish),
        demo_action: with_next(visit, paths::DEMO_SIGN_IN, next.as_deref()),
        going_to: next.unwrap_or_default(),
        ended: visit.ended.is_some(),
        email: field("email", form.get("email"), mistakes.of("email")),
        password: field("password", "", mistakes.of("password")),
        people: if app.is_demo() {
            demo::people(app, visit).await?
        } else {
            Vec::new()
        },
        page,
    };
    Ok(show(&shown, &shown.page))
}
