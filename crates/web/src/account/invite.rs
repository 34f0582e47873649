//! Inviting somebody: their account, and the link by which they choose how to sign in.

use super::email;
use crate::App;
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Choice, Field, Page, Problem, field, show};
use crate::paths;
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::name::{NAME_CHARS_MAX, Name, NameProblem};
use store::account::{NewAccount, invitation};
use store::once::Once;
use words::{Lang, Words};

#[derive(Template)]
#[template(path = "account/invite.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    name: Field,
    email: Field,
    language: Field,
    languages: Vec<Choice>,
}

/// The form.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    drop(
        app.store()
            .permit(&visit.actor(), Action::InviteAccount, Object::System)
            .await?,
    );
    let form = form::kept(&app, &visit).await?.unwrap_or_default();
    Ok(draw(&app, &visit, &form, &Mistakes::default()))
}

fn read(form: &Form, w: Words) -> Result<NewAccount, Mistakes> {
    let mut mistakes = Mistakes::default();
    let name = Name::parse(form.get("name")).map_err(|problem| match problem {
        NameProblem::Empty => mistakes.add("name", w.account_invite_problem_name()),
        NameProblem::TooLong { .. } => {
            mistakes.add(
                "name",
                w.site_problem_long(u64::try_from(NAME_CHARS_MAX).unwrap_or_default()),
            );
        }
    });
    let email = email(form.get("email"));
    if email.is_none() {
        mistakes.add("email", w.account_invite_problem_email());
    }
    let language = Lang::from_tag(form.get("language"));
    if language.is_none() {
        mistakes.add("language", w.site_problem_choose());
    }
    match (name, email, language) {
        (Ok(name), Some(email), Some(language)) => {
            let (name, language) = (name.as_str().to_owned(), language.tag().to_owned());
            Ok(NewAccount {
                name,
                email,
                language,
                person: None,
            })
        }
        _ => Err(mistakes),
    }
}

/// Makes the account and shows its first link, this once.
pub async fn send(State(app): State<App>, visit: Visit, form: Form) -> Answer {
    let permit = app
        .store()
        .permit(&visit.actor(), Action::InviteAccount, Object::System)
        .await?;
    let new = match read(&form, visit.w()) {
        Ok(new) => new,
        Err(mistakes) => return Ok(draw(&app, &visit, &form, &mistakes)),
    };
    let me = visit.account()?.account;
    let name = new.name.clone();
    let once = Once::new(me.uuid(), form.get("once"), &form.body_bytes());
    let (path, people) = (visit.path.clone(), visit.href(paths::PEOPLE));
    let made = app
        .store()
        .write(permit, move |tx| {
            tx.not_done_before(Some(&once))?;
            let id = store::account::make(tx, &new)?;
            let link = invitation::make(tx, id)?;
            // The link is shown once; the same form sent again leads to the list, where the account is.
            tx.done(Some(&once), 303, &people)?;
            store::draft::forget(tx, me, &path)?;
            Ok::<_, store::Error>((id, link))
        })
        .await;
    match made {
        Ok((id, (secret, ends_at))) => Ok(super::link::made(&app, &visit, id, &name, &secret, ends_at)),
        Err(store::Error::Constraint(name)) if name == "account_email_once" => {
            let mut mistakes = Mistakes::default();
            mistakes.add("email", visit.w().account_invite_problem_email_taken());
            Ok(draw(&app, &visit, &form, &mistakes))
        }
        Err(error) => Err(error.into()),
    }
}

fn draw(app: &App, visit: &Visit, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let typed = |name: &str| field(name, form.get(name), mistakes.of(name));
    let language = |lang: Lang| Choice {
        value: lang.tag().to_owned(),
        label: Words::new(lang).site_language_name().to_owned(),
        hint: None,
        checked: form.get("language") == lang.tag(),
    };
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        name: typed("name"),
        email: typed("email"),
        language: typed("language"),
        languages: Lang::ALL.iter().copied().map(language).collect(),
        page: Page::new(app, visit, w.account_invite_title())
            .of_form()
            .back_to(visit.href(paths::PEOPLE), w.account_list_title())
            .with_mistakes(mistakes.any()),
    };
    show(&shown, &shown.page)
}
