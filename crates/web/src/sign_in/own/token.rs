//! Tokens with which another system acts as oneself: made, shown once, ended.

use super::super::paths as own;
use super::super::typed::Typed;
use crate::App;
use crate::account::permit_or_keep;
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Field, Page, Problem, field, see, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::TokenId;
use store::once::Once;
use store::sign_in::ceremony::{self, Kind};

/// The longest name of a token, in characters.
///
/// Assumption: a line people read in a list.
const NAME_CHARS_MAX: usize = 100;

#[derive(Template)]
#[template(path = "sign_in/own/token.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    action: String,
    once: String,
    name: Field,
}

#[derive(Template)]
#[template(path = "sign_in/own/token_made.html")]
struct Made {
    page: Page,
    secret: String,
    back: String,
}

/// The form.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let permit = app
        .store()
        .permit(&visit.actor(), Action::MakeOwnToken, Object::Own)
        .await?;
    app.store().read(permit, |_| Ok::<_, store::Error>(())).await?;
    let form = form::kept(&app, &visit).await?.unwrap_or_default();
    Ok(draw(&app, &visit, &form, &Mistakes::default()))
}

/// Makes the token.
pub async fn send(State(app): State<App>, visit: Visit, form: Form) -> Answer {
    let w = visit.w();
    let account = visit.account()?.account;
    let name = form.get("name").trim().to_owned();
    let mut mistakes = Mistakes::default();
    if name.is_empty() {
        mistakes.add("name", w.site_problem_empty());
    } else if name.chars().count() > NAME_CHARS_MAX {
        mistakes.add(
            "name",
            w.site_problem_long(u64::try_from(NAME_CHARS_MAX).unwrap_or_default()),
        );
    }
    if mistakes.any() {
        return Ok(draw(&app, &visit, &form, &mistakes));
    }
    let href = visit.href(own::TOKEN_MADE);
    let once = Once::new(account.uuid(), form.get("once"), &form.body_bytes());
    let (path, to) = (visit.path.clone(), href.clone());
    let permit = permit_or_keep(&app, &visit, Action::MakeOwnToken, Object::Own, &form).await?;
    let stored = app.store().write(permit, move |tx| {
        tx.not_done_before(Some(&once))?;
        let made = store::token::make_for_person(tx, account, &name)?;
        ceremony::keep(tx, Kind::KeepToken, &account.to_string(), Some(account), &made.secret)?;
        tx.done(Some(&once), 303, &to)?;
        store::draft::forget(tx, account, &path)
    });
    stored.await?;
    Ok(see(&href))
}

/// The token just made, for ten minutes; afterwards there is nothing to see here.
pub async fn made(State(app): State<App>, visit: Visit) -> Answer {
    let account = visit.account()?.account;
    let permit = app
        .store()
        .permit(&visit.actor(), Action::SeeOwnAccount, Object::Own)
        .await?;
    let kept = app
        .store()
        .read(permit, move |tx| {
            ceremony::find(tx, Kind::KeepToken, &account.to_string())
        })
        .await?;
    let Some(kept) = kept.filter(|kept| kept.account == Some(account)) else {
        return Ok(see(&visit.href(paths::ACCOUNT)));
    };
    let page = Page::new(&app, &visit, visit.w().account_token_title());
    let shown = Made {
        secret: kept.body,
        back: visit.href(paths::ACCOUNT),
        page,
    };
    Ok(show(&shown, &shown.page))
}

/// Ends a token; one that has ended already, or is another person's, is answered the same.
pub async fn end(State(app): State<App>, visit: Visit, At(id): At<TokenId>, Typed(_): Typed) -> Answer {
    let account = visit.account()?.account;
    let permit = app
        .store()
        .permit(&visit.actor(), Action::EndOwnToken, Object::Own)
        .await?;
    app.store()
        .write(permit, move |tx| store::token::end_of_account(tx, account, id))
        .await?;
    Ok(see(&paths::saying(&visit.href(paths::ACCOUNT), "account-token-ended")))
}

fn draw(app: &App, visit: &Visit, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let page = Page::new(app, visit, w.account_token_make())
        .of_form()
        .with_mistakes(mistakes.any())
        .back_to(visit.href(paths::ACCOUNT), w.sign_in_account_title());
    let shown = Shown {
        problems: mistakes.summary(),
        action: visit.href(own::TOKENS),
        once: form.once_key(app),
        name: field("name", form.get("name"), mistakes.of("name")),
        page,
    };
    show(&shown, &shown.page)
}
