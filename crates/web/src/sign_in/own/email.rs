//! Changing one's own address for mail.

use super::super::paths as own;
use crate::App;
use crate::account::permit_or_keep;
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Field, Page, Problem, field, see, show};
use crate::paths;
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};

/// The longest address for mail, in characters.
///
/// Source: RFC 5321, 4.5.3.1.3, a path of 256 with its brackets.
const EMAIL_CHARS_MAX: usize = 254;

#[derive(Template)]
#[template(path = "sign_in/own/email.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    action: String,
    email: Field,
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
        .email;
    let kept = form::kept(&app, &visit).await?;
    let typed = kept.unwrap_or_default();
    let value = if typed.has("email") { typed.get("email") } else { &now };
    Ok(draw(&app, &visit, value, &Mistakes::default()))
}

/// Whether text has the shape of an address for mail; whether it is one only mail can tell.
fn is_address(text: &str) -> bool {
    let parts = text.split_once('@').filter(|(before, after)| {
        !before.is_empty()
            && !after.contains('@')
            && after.contains('.')
            && !after.starts_with('.')
            && !after.ends_with('.')
    });
    parts.is_some()
        && text.chars().count() <= EMAIL_CHARS_MAX
        && !text
            .chars()
            .any(|c| c.is_whitespace() || c.is_control() || c == ',' || c == '<' || c == '>')
}

/// Stores the new address.
pub async fn send(State(app): State<App>, visit: Visit, form: Form) -> Answer {
    let w = visit.w();
    let account = visit.account()?.account;
    let email = form.get("email").trim().to_owned();
    let mut mistakes = Mistakes::default();
    if !is_address(&email) {
        mistakes.add("email", w.site_problem_email());
        return Ok(draw(&app, &visit, &email, &mistakes));
    }
    let (path, new) = (visit.path.clone(), email.clone());
    let permit = permit_or_keep(&app, &visit, Action::ChangeOwnAccount, Object::Own, &form).await?;
    let stored = app.store().write(permit, move |tx| {
        store::account::set_email(tx, account, &new)?;
        store::draft::forget(tx, account, &path)
    });
    match stored.await {
        Ok(()) => Ok(see(&paths::saying(
            &visit.href(paths::ACCOUNT),
            "sign-in-account-email-saved",
        ))),
        Err(store::Error::Constraint(name)) if name == "account_email_once" => {
            mistakes.add("email", w.sign_in_account_email_taken());
            Ok(draw(&app, &visit, &email, &mistakes))
        }
        Err(error) => Err(error.into()),
    }
}

fn draw(app: &App, visit: &Visit, value: &str, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let page = Page::new(app, visit, w.sign_in_account_email_change())
        .of_form()
        .with_mistakes(mistakes.any())
        .back_to(visit.href(paths::ACCOUNT), w.sign_in_account_title());
    let shown = Shown {
        problems: mistakes.summary(),
        action: visit.href(own::EMAIL),
        email: field("email", value, mistakes.of("email")),
        page,
    };
    show(&shown, &shown.page)
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn an_address_for_mail_has_a_name_and_a_place() {
        for right in ["nia@example.org", "Siân.O'Neill+x@cyngor.gov.wales", "a@b.cy"] {
            assert!(is_address(right), "{right}");
        }
        for wrong in [
            "",
            "nia",
            "@example.org",
            "nia@",
            "nia@example",
            "nia@.org",
            "n a@b.org",
            "a@b@c.org",
            "<a@b.org>",
        ] {
            assert!(!is_address(wrong), "{wrong}");
        }
        assert!(!is_address(&format!("{}@example.org", "a".repeat(250))));
    }
}
