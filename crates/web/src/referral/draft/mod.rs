//! Referring a family: several short pages, kept as they are typed, taken up on any machine, looked over, sent.
//!
//! ```text
//! /referrals/new ─begin▶ /referrals/drafts/{id} ─▶ its pages ─▶ check ─send▶ /referrals/{id}/sent
//! ```

mod about;
mod again;
mod begin;
mod check;
mod consent;
mod contact;
mod fill;
mod homes;
mod outside;
mod people;
mod person;
mod safety;
mod scene;
mod send;
mod sent;
mod start;
mod step;
mod tasks;
mod whose;
mod words;

use super::read;
use crate::App;
use crate::error::{Answer, PageError};
use crate::form::Form;
use crate::mistakes::Mistakes;
use crate::page::see;
use crate::paths;
use crate::route::{Route, route};
use crate::visit::{At, Visit};
use ::words::Words;
use axum::extract::{FromRequestParts, Path, State};
use axum::http::Method;
use axum::http::request::Parts;
use domain::access::{Action, Object, ObjectKind as On};
use domain::id::ReferralDraftId;
use scene::Scene;
use step::Step;
use store::site::Site;
use whose::Whose;

/// The routes of this folder: a draft's, and the same behind a link.
pub fn routes() -> Vec<Route> {
    let (get, post) = (|| Method::GET, || Method::POST);
    let (refer, own) = (Action::Refer, On::Lists);
    let (by_link, task) = (Action::ReferByLink, On::TaskLink);
    let (open, one) = (Action::OpenReferral, On::Referral);
    vec![
        route(get(), "/referrals/new", refer, own, begin::page),
        route(post(), "/referrals/new", refer, own, begin::begin),
        route(get(), "/referrals/{id}/again", open, one, again::page),
        route(post(), "/referrals/{id}/again", open, one, again::begin),
        route(get(), "/referrals/drafts/{id}", refer, own, tasks_page),
        route(get(), "/referrals/drafts/{id}/check", refer, own, send::page),
        route(post(), "/referrals/drafts/{id}/check", refer, On::Site, send::send),
        route(post(), "/referrals/drafts/{id}/delete", refer, own, delete),
        route(get(), "/referrals/drafts/{id}/{step}", refer, own, fill::page),
        route(post(), "/referrals/drafts/{id}/{step}", refer, own, fill::save),
        route(post(), "/referrals/drafts/{id}/{step}/keep", refer, own, fill::keep),
        route(get(), "/referrals/drafts/{id}/people/{key}", refer, own, fill::page),
        route(post(), "/referrals/drafts/{id}/people/{key}", refer, own, fill::save),
        route(
            post(),
            "/referrals/drafts/{id}/people/{key}/keep",
            refer,
            own,
            fill::keep,
        ),
        route(get(), "/referrals/{id}/sent", open, one, sent::page),
        route(get(), "/link/{secret}", by_link, task, outside::page),
        route(get(), "/link/{secret}/check", by_link, task, send::page),
        route(post(), "/link/{secret}/check", by_link, task, outside::send),
        route(get(), "/link/{secret}/{step}", by_link, task, fill::page),
        route(post(), "/link/{secret}/{step}", by_link, task, fill::save),
        route(post(), "/link/{secret}/{step}/keep", by_link, task, fill::keep),
        route(get(), "/link/{secret}/people/{key}", by_link, task, fill::page),
        route(post(), "/link/{secret}/people/{key}", by_link, task, fill::save),
        route(post(), "/link/{secret}/people/{key}/keep", by_link, task, fill::keep),
    ]
}

/// The form and the page of it in an address.
struct Here {
    whose: Whose,
    step: Step,
}

impl FromRequestParts<App> for Here {
    type Rejection = PageError;
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, PageError> {
        let path = Path::<Vec<(String, String)>>::from_request_parts(parts, app).await;
        let Path(named) = path.map_err(|_| PageError::NotFound)?;
        let value = |name: &str| {
            named
                .iter()
                .find(|(known, _)| known == name)
                .map(|(_, value)| value.as_str())
        };
        let step = match (value("key"), value("step")) {
            (Some(key), _) => Step::of_person(key),
            (None, Some(word)) => Step::from_word(word),
            (None, None) => None,
        };
        let whose = Whose::from_request_parts(parts, app).await?;
        let step = step.ok_or(PageError::NotFound)?;
        Ok(Self { whose, step })
    }
}

/// What a draft's family is called before it has a reference: the names typed so far.
fn draft_name(w: Words, form: &Form) -> String {
    let keys = read::people(form);
    let typed = |key: &&String| !form.get(&format!("{key}_forename")).trim().is_empty();
    let named: Vec<String> = keys
        .iter()
        .filter(typed)
        .map(|key| read::called(form, w, &keys, key))
        .collect();
    if named.is_empty() {
        return w.referral_refer_draft_nameless().to_owned();
    }
    w.list(&named.iter().map(String::as_str).collect::<Vec<_>>())
}

/// What was typed so far, with the areas it may be sent to.
async fn opened(app: &App, visit: &Visit, whose: &Whose) -> Answer<(Form, Vec<Site>)> {
    let (actor, action, object) = whose.asks(visit);
    let permit = app.store().permit(&actor, action, object).await?;
    let whose = whose.clone();
    let read = app.store().read(permit, move |tx| {
        Ok::<_, store::Error>((whose.typed(tx)?, store::site::in_scope(tx)?))
    });
    let (body, sites) = read.await?;
    Ok((Form::parse(body.as_bytes()), sites))
}

/// Every box of a form, as its writer sees it.
fn scene<'a>(app: &'a App, visit: &'a Visit, whose: &'a Whose, form: Form, sites: &'a [Site]) -> Scene<'a> {
    Scene {
        app,
        visit,
        whose,
        form,
        sites,
        mistakes: Mistakes::default(),
    }
}

/// The list of pages.
async fn tasks_page(State(app): State<App>, visit: Visit, whose: Whose) -> Answer {
    let (form, sites) = opened(&app, &visit, &whose).await?;
    Ok(tasks::draw(&scene(&app, &visit, &whose, form, &sites)))
}

/// Deletes a draft nobody wants.
async fn delete(State(app): State<App>, visit: Visit, At(id): At<ReferralDraftId>, _form: Form) -> Answer {
    let actor = visit.actor();
    let deleted = app.store().act(&actor, Action::Refer, Object::Lists, move |tx| {
        store::referral::draft::delete(tx, id)
    });
    deleted.await?;
    let href = visit.href(paths::REFER);
    Ok(see(&paths::saying(&href, "referral-refer-draft-deleted")))
}
