//! Changing the address somebody signs in with.

use super::{email, permit_or_keep};
use crate::App;
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
use domain::id::AccountId;
use store::account;
use store::once::Once;

#[derive(Template)]
#[template(path = "account/contact.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    name: String,
    email: Field,
}

async fn load(app: &App, visit: &Visit, id: AccountId) -> Answer<account::Shown> {
    let permit = app
        .store()
        .permit(&visit.actor(), Action::OpenAccount, Object::Account(id))
        .await?;
    Ok(app.store().read(permit, move |tx| account::show(tx, id)).await?)
}

/// The form.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<AccountId>) -> Answer {
    drop(
        app.store()
            .permit(&visit.actor(), Action::ChangeContact, Object::Account(id))
            .await?,
    );
    let account = load(&app, &visit, id).await?;
    let form = form::kept(&app, &visit)
        .await?
        .unwrap_or_else(|| Form::default().with("email", &account.email));
    Ok(draw(&app, &visit, &account, &form, &Mistakes::default()))
}

/// Stores the new address.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<AccountId>, form: Form) -> Answer {
    let w = visit.w();
    let permit = permit_or_keep(&app, &visit, Action::ChangeContact, Object::Account(id), &form).await?;
    let account = load(&app, &visit, id).await?;
    let mut mistakes = Mistakes::default();
    let email = email(form.get("email"));
    match &email {
        None => mistakes.add("email", w.account_invite_problem_email()),
        Some(email) if *email == account.email => mistakes.add("email", w.account_problem_email_same()),
        Some(_) => {}
    }
    let Some(email) = email.filter(|_| !mistakes.any()) else {
        return Ok(draw(&app, &visit, &account, &form, &mistakes));
    };
    let me = visit.account()?.account;
    let href = paths::saying(&visit.href(&paths::person_account(id)), "account-contact-saved");
    let once = Once::new(me.uuid(), form.get("once"), &form.body_bytes());
    let (path, to) = (visit.path.clone(), href.clone());
    let stored = app
        .store()
        .write(permit, move |tx| {
            tx.not_done_before(Some(&once))?;
            account::set_email(tx, id, &email)?;
            tx.done(Some(&once), 303, &to)?;
            store::draft::forget(tx, me, &path)
        })
        .await;
    match stored {
        Ok(()) => Ok(see(&href)),
        Err(store::Error::Constraint(name)) if name == "account_email_once" => {
            mistakes.add("email", w.account_invite_problem_email_taken());
            Ok(draw(&app, &visit, &account, &form, &mistakes))
        }
        Err(error) => Err(error.into()),
    }
}

fn draw(app: &App, visit: &Visit, account: &account::Shown, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        name: account.name.clone(),
        email: field("email", form.get("email"), mistakes.of("email")),
        page: Page::new(app, visit, w.account_contact_change())
            .of_form()
            .back_to(
                visit.href(&paths::person_account(account.id)),
                &w.account_title(&account.name),
            )
            .with_mistakes(mistakes.any()),
    };
    show(&shown, &shown.page)
}
