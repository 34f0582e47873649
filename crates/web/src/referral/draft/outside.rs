//! What somebody outside finds behind a link: the form, that it was sent, or that the link works no more.
//!
//! Nothing here depends on whether the family is known.

use super::check;
use super::send::{ready, with_answers};
use super::whose::{Whose, secret};
use super::{opened, scene, tasks};
use crate::App;
use crate::error::{Answer, PageError};
use crate::form::Form;
use crate::page::{Page, see, show};
use crate::visit::{Visit, in_language};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use domain::access::Denied;
use domain::reference::Reference;
use jiff::civil::Date;
use words::Lang;

#[derive(Template)]
#[template(path = "referral/draft/outside_sent.html")]
struct Sent {
    page: Page,
    reference: String,
    heard_by: String,
}

#[derive(Template)]
#[template(path = "referral/draft/outside_over.html")]
struct Over {
    page: Page,
}

/// What a link leads to.
pub async fn page(State(app): State<App>, visit: Visit, Path(text): Path<String>) -> Answer {
    let found = match secret(&text) {
        Some(secret) => store::task_link::find(app.store(), &secret).await?,
        None => None,
    };
    let Some(found) = found else {
        return Ok(over(&app, &visit));
    };
    if let Some((reference, heard_by)) = found.sent {
        return Ok(sent(&app, &visit, reference, heard_by));
    }
    let whose = Whose::Link(found.id, text);
    match opened(&app, &visit, &whose).await {
        Ok((form, sites)) => Ok(tasks::draw(&scene(&app, &visit, &whose, form, &sites))),
        // The agreement of the area does not hold now: whoever asked must be asked.
        Err(PageError::Refused) => Ok(over(&app, &visit)),
        Err(error) => Err(error),
    }
}

fn over(app: &App, visit: &Visit) -> Response {
    let page = Page::new(app, visit, visit.w().task_link_over_title()).status(StatusCode::NOT_FOUND);
    let shown = Over { page };
    show(&shown, &shown.page)
}

fn sent(app: &App, visit: &Visit, reference: Reference, heard_by: Date) -> Response {
    let w = visit.w();
    let shown = Sent {
        reference: reference.to_string(),
        heard_by: w.day(heard_by),
        page: Page::new(app, visit, w.referral_refer_sent_title()),
    };
    show(&shown, &shown.page)
}

/// Sends what was filled in, once. However it is pressed again, the same page comes.
pub async fn send(State(app): State<App>, visit: Visit, whose: Whose, typed: Form) -> Answer {
    let Whose::Link(id, _) = whose else {
        return Err(PageError::NotFound);
    };
    if let Some(lang) = Lang::from_tag(typed.get("switch_language")) {
        return Ok(see(&in_language(lang, &visit.path)));
    }
    let (form, sites) = opened(&app, &visit, &whose).await?;
    let scene = scene(&app, &visit, &whose, with_answers(form, &typed), &sites);
    let read = match ready(&scene, &typed) {
        Ok(read) => read,
        Err(after) => return Ok(check::draw(&scene, after)),
    };
    let (actor, action, object) = whose.asks(&visit);
    let stored = app.store().act(&actor, action, object, move |tx| {
        store::task_link::send(tx, id, read.refer.clone(), read.received_on)
    });
    match stored.await {
        // Somebody pressed twice: the other press has sent it.
        Ok(_) | Err(store::Error::NotFound | store::Error::Denied(Denied::Refused)) => {
            Ok(see(&visit.href(&whose.path())))
        }
        Err(error) => Err(error.into()),
    }
}
