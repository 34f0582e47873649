//! Adding an authenticator app: a picture to scan, the same key to type, and one code to show that it works.

use super::super::arrival::{led_back, next, with_cookie, with_next};
use super::super::code::too_many;
use super::super::typed::Typed;
use super::super::{paths as own, totp};
use crate::App;
use crate::error::{Answer, PageError};
use crate::mistakes::Mistakes;
use crate::page::{Field, Page, Problem, field, see, show};
use crate::paths;
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::AccountId;
use store::account::way_in;
use store::sign_in::attempt::Trying;
use store::sign_in::ceremony::{self, Kind};

#[derive(Template)]
#[template(path = "sign_in/own/app.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    action: String,
    picture: Option<totp::Picture>,
    key: String,
    code: Field,
}

/// What the page is drawn from.
struct Adding {
    key: String,
    email: String,
}

/// The key that waits to be added: the same one until its half hour is over, so that a reload changes nothing.
///
/// It is kept apart from the account: codes that work go on working until the new app has shown one.
async fn adding(app: &App, visit: &Visit, account: AccountId) -> Answer<Adding> {
    let permit = app
        .store()
        .permit(&visit.actor(), Action::EnrolSecondFactor, Object::Own)
        .await?;
    let fresh = totp::fresh();
    let read = app.store().write(permit, move |tx| {
        let slot = account.to_string();
        let email = store::account::show(tx, account)?.email;
        let kept = ceremony::find(tx, Kind::AddApp, &slot)?.filter(|kept| kept.account == Some(account));
        let key = if let Some(kept) = kept {
            kept.body
        } else {
            ceremony::keep(tx, Kind::AddApp, &slot, Some(account), &fresh)?;
            fresh.clone()
        };
        Ok::<_, store::Error>(Adding { key, email })
    });
    Ok(read.await?)
}

/// The picture, the key and the box for the code.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let account = visit.account()?.account;
    let adding = adding(&app, &visit, account).await?;
    Ok(draw(&app, &visit, &adding, &Mistakes::default()))
}

/// Checks the first code, switches codes on and makes recovery codes; it also proves, now, who is there.
pub async fn send(State(app): State<App>, visit: Visit, Typed(form): Typed) -> Answer {
    let who = visit.account()?;
    let (account, sign_in) = (who.account, who.id);
    let adding = adding(&app, &visit, account).await?;
    let mut mistakes = Mistakes::default();
    if let Some(wait) = too_many(&app, &visit, Trying::Again, account).await? {
        mistakes.add("code", wait);
        let mut answer = draw(&app, &visit, &adding, &mistakes);
        *answer.status_mut() = StatusCode::TOO_MANY_REQUESTS;
        return Ok(answer);
    }
    let Some(step) = totp::step(&adding.key, form.get("code"), app.store().now().as_second()) else {
        mistakes.add("code", visit.w().sign_in_problem_code());
        return Ok(draw(&app, &visit, &adding, &mistakes));
    };
    let (key, codes) = (adding.key, totp::recovery_codes());
    let permit = app
        .store()
        .permit(&visit.actor(), Action::EnrolSecondFactor, Object::Own)
        .await?;
    let stored = app.store().write(permit, move |tx| {
        let slot = account.to_string();
        if !ceremony::end(tx, Kind::AddApp, &slot)? {
            return Err(store::Error::NotFound);
        }
        way_in::set_code_secret(tx, account, &key)?;
        way_in::confirm_code(tx, account, step)?;
        way_in::replace_recovery_codes(tx, account, &codes)?;
        ceremony::keep(tx, Kind::KeepCodes, &slot, Some(account), &codes.join("\n"))?;
        store::sign_in::prove(tx, account, sign_in)
    });
    let entered = stored.await?;
    Ok(with_cookie(
        &app,
        &entered,
        see(&with_next(&visit, own::CODES, next(&visit).as_deref())),
    ))
}

/// Stops using the app; its recovery codes go with it.
pub async fn remove(State(app): State<App>, visit: Visit, Typed(_): Typed) -> Answer {
    let account = visit.account()?.account;
    let back = visit.href(paths::ACCOUNT);
    let led = |error: store::Error| led_back(&visit, &back, PageError::from(error));
    let permit = app
        .store()
        .permit(&visit.actor(), Action::ChangeOwnAccount, Object::Own)
        .await
        .map_err(led)?;
    app.store()
        .write(permit, move |tx| way_in::drop_code(tx, account))
        .await?;
    Ok(see(&paths::saying(&back, "site-saved")))
}

fn draw(app: &App, visit: &Visit, adding: &Adding, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let next = next(visit);
    let page = Page::new(app, visit, w.sign_in_second_app())
        .with_mistakes(mistakes.any())
        .back_to(
            with_next(visit, paths::SECOND, next.as_deref()),
            w.sign_in_second_title(),
        );
    let address = totp::address(&adding.key, w.site_name(), &adding.email);
    let shown = Shown {
        problems: mistakes.summary(),
        action: with_next(visit, own::APP, next.as_deref()),
        picture: address.as_deref().and_then(totp::picture),
        key: totp::in_fours(&adding.key),
        code: field("code", "", mistakes.of("code")),
        page,
    };
    show(&shown, &shown.page)
}
