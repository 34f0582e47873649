//! Changing one's own password, or choosing one. Every other sign-in ends, and every token.

use super::super::code::too_many;
use super::super::typed::Typed;
use super::super::{password, paths as own};
use crate::App;
use crate::error::Answer;
use crate::mistakes::Mistakes;
use crate::page::{Field, Page, Problem, field, see, show};
use crate::paths;
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use store::account::{Shown as Account, way_in};
use store::sign_in::attempt::Trying;
use store::sign_in::enter::credentials_of;

#[derive(Template)]
#[template(path = "sign_in/own/password.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    action: String,
    email: String,
    has_password: bool,
    now: Field,
    new: Field,
}

async fn account(app: &App, visit: &Visit) -> Answer<Account> {
    let account = visit.account()?.account;
    let permit = app
        .store()
        .permit(&visit.actor(), Action::ChangeOwnAccount, Object::Own)
        .await?;
    Ok(app
        .store()
        .read(permit, move |tx| store::account::show(tx, account))
        .await?)
}

/// The form.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let account = account(&app, &visit).await?;
    Ok(draw(&app, &visit, &account, &Mistakes::default()))
}

/// Stores the new password, once the one there is now was given too.
pub async fn send(State(app): State<App>, visit: Visit, Typed(form): Typed) -> Answer {
    let w = visit.w();
    let who = visit.account()?;
    let shown = account(&app, &visit).await?;
    let mut mistakes = Mistakes::default();
    if shown.has_password {
        let kept = credentials_of(app.store(), who.account)
            .await?
            .and_then(|known| known.password);
        if let Some(wait) = too_many(&app, &visit, Trying::Again, who.account).await? {
            mistakes.add("password_now", wait);
        } else if !password::is_right(form.get("password_now").to_owned(), kept).await? {
            mistakes.add("password_now", w.sign_in_problem_wrong());
        }
    }
    let new = form.get("password_new");
    if let Some(problem) = password::problem(w, new, &shown.name, &shown.email) {
        mistakes.add("password_new", problem);
    }
    if mistakes.any() {
        return Ok(draw(&app, &visit, &shown, &mistakes));
    }
    let hash = password::hash(new.to_owned()).await?;
    let (account, this) = (who.account, who.id);
    let permit = app
        .store()
        .permit(&visit.actor(), Action::ChangeOwnAccount, Object::Own)
        .await?;
    let stored = app.store().write(permit, move |tx| {
        way_in::set_password_hash(tx, account, &hash)?;
        store::token::end_all_of_account(tx, account)?;
        store::sign_in::end_elsewhere(tx, account, this)
    });
    stored.await?;
    Ok(see(&paths::saying(
        &visit.href(paths::ACCOUNT),
        "sign-in-account-password-changed",
    )))
}

fn draw(app: &App, visit: &Visit, account: &Account, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let page = Page::new(app, visit, w.sign_in_account_password_change())
        .with_mistakes(mistakes.any())
        .back_to(visit.href(paths::ACCOUNT), w.sign_in_account_title());
    let shown = Shown {
        problems: mistakes.summary(),
        action: visit.href(own::PASSWORD),
        email: account.email.clone(),
        has_password: account.has_password,
        now: field("password_now", "", mistakes.of("password_now")),
        new: field("password_new", "", mistakes.of("password_new")),
        page,
    };
    show(&shown, &shown.page)
}
