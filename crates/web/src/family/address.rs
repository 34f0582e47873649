//! Opening one protected address: a reason first, then the address, and an entry in the journal.

use crate::App;
use crate::error::{Answer, PageError};
use crate::form::Form;
use crate::mistakes::Mistakes;
use crate::page::{Choice, Field, Page, Problem, field, show};
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object, ReasonCode};
use domain::id::AddressId;

#[derive(Template)]
#[template(path = "family/address.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    reason: Field,
    reasons: Vec<Choice>,
    address: Option<String>,
    opened: String,
}

/// The question why; only somebody who may open the address is asked it.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<AddressId>) -> Answer {
    may_ask(&app, &visit, id).await?;
    Ok(draw(&app, &visit, &Form::default(), &Mistakes::default(), None))
}

/// Refuses, asks for a fresh proof, or lets the question be shown.
async fn may_ask(app: &App, visit: &Visit, id: AddressId) -> Answer<()> {
    let asked = app
        .store()
        .permit(&visit.actor(), Action::OpenProtectedAddress, Object::Address(id))
        .await;
    match asked {
        Err(store::Error::Denied(domain::access::Denied::ReasonNeeded)) => Ok(()),
        Err(error) => Err(error.into()),
        // Without a reason there is never a permit.
        Ok(_) => Err(PageError::Refused),
    }
}

/// Opens it.
pub async fn open(State(app): State<App>, visit: Visit, At(id): At<AddressId>, form: Form) -> Answer {
    let reason = ReasonCode::from_key(form.get("reason")).filter(|reason| *reason != ReasonCode::BreakGlass);
    if reason.is_none() {
        may_ask(&app, &visit, id).await?;
        let mut mistakes = Mistakes::default();
        mistakes.add("reason", visit.w().family_address_reason_empty());
        return Ok(draw(&app, &visit, &form, &mistakes, None));
    }
    let actor = visit.actor();
    let object = Object::Address(id);
    let permit = app
        .store()
        .permit_because(&actor, Action::OpenProtectedAddress, object, reason)
        .await?;
    let address = app
        .store()
        .read(permit, move |tx| store::family::address(tx, id))
        .await?;
    Ok(draw(&app, &visit, &form, &Mistakes::default(), Some(address)))
}

fn draw(app: &App, visit: &Visit, form: &Form, mistakes: &Mistakes, address: Option<String>) -> Response {
    let w = visit.w();
    let page = Page::new(app, visit, w.family_address_title()).with_mistakes(mistakes.any());
    let offered = ReasonCode::ALL
        .into_iter()
        .filter(|reason| *reason != ReasonCode::BreakGlass);
    let reasons = offered.map(|reason| Choice {
        value: reason.key().to_owned(),
        label: w
            .by_key(&format!("family-address-reason-{}", reason.key()))
            .unwrap_or(reason.key())
            .to_owned(),
        hint: None,
        checked: form.get("reason") == reason.key(),
    });
    let now = store::clock::london_time(app.store().now());
    let shown = Shown {
        problems: mistakes.summary(),
        reason: field("reason", form.get("reason"), mistakes.of("reason")),
        reasons: reasons.collect(),
        address,
        opened: w.family_address_opened(&w.day_time(now)),
        page,
    };
    show(&shown, &shown.page)
}
