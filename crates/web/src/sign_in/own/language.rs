//! The language one lands in.

use super::super::paths as own;
use crate::App;
use crate::account::permit_or_keep;
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Choice, Field, Page, Problem, field, see, show};
use crate::paths;
use crate::visit::{Visit, in_language};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use words::{Lang, Words};

#[derive(Template)]
#[template(path = "sign_in/own/language.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    action: String,
    language: Field,
    choices: Vec<Choice>,
}

/// The form.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let account = visit.account()?.account;
    let permit = app
        .store()
        .permit(&visit.actor(), Action::ChangeOwnAccount, Object::Own)
        .await?;
    let now = app
        .store()
        .read(permit, move |tx| store::account::show(tx, account))
        .await?
        .language;
    let typed = form::kept(&app, &visit).await?.unwrap_or_default();
    let value = if typed.has("language") {
        typed.get("language")
    } else {
        &now
    };
    Ok(draw(&app, &visit, value, &Mistakes::default()))
}

/// Stores the language, and goes on in it.
pub async fn send(State(app): State<App>, visit: Visit, form: Form) -> Answer {
    let account = visit.account()?.account;
    let Some(lang) = Lang::from_tag(form.get("language")) else {
        let mut mistakes = Mistakes::default();
        mistakes.add("language", visit.w().site_problem_choose());
        return Ok(draw(&app, &visit, "", &mistakes));
    };
    let path = visit.path.clone();
    let permit = permit_or_keep(&app, &visit, Action::ChangeOwnAccount, Object::Own, &form).await?;
    let stored = app.store().write(permit, move |tx| {
        store::account::set_language(tx, account, lang.tag())?;
        store::draft::forget(tx, account, &path)
    });
    stored.await?;
    Ok(see(&paths::saying(
        &in_language(lang, paths::ACCOUNT),
        "sign-in-account-language-saved",
    )))
}

fn draw(app: &App, visit: &Visit, value: &str, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let page = Page::new(app, visit, w.sign_in_account_language())
        .of_form()
        .with_mistakes(mistakes.any())
        .back_to(visit.href(paths::ACCOUNT), w.sign_in_account_title());
    let choice = |lang: &Lang| Choice {
        value: lang.tag().to_owned(),
        label: Words::new(*lang).site_language_name().to_owned(),
        hint: None,
        checked: lang.tag() == value,
    };
    let shown = Shown {
        problems: mistakes.summary(),
        action: visit.href(own::LANGUAGE),
        language: field("language", value, mistakes.of("language")),
        choices: Lang::ALL.iter().map(choice).collect(),
        page,
    };
    show(&shown, &shown.page)
}
