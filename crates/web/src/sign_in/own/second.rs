//! Adding a second factor: staff are led here before they see families.

use super::super::arrival::{next, with_next};
use super::super::paths as own;
use crate::App;
use crate::asset;
use crate::error::Answer;
use crate::page::{Field, Page, show};
use crate::paths;
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};

#[derive(Template)]
#[template(path = "sign_in/own/second.html")]
struct Shown {
    page: Page,
    passkey_href: &'static str,
    start: String,
    finish: String,
    then: String,
    later: String,
    app: String,
    name: Field,
    demo_action: Option<String>,
}

/// The box for the name of a passkey, filled in with what the browser says it is.
pub(super) fn passkey_name(visit: &Visit) -> Field {
    Field {
        name: "name".into(),
        id: "passkey-name".into(),
        value: visit.device.clone(),
        error: None,
    }
}

/// The two ways to choose from.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let permit = app
        .store()
        .permit(&visit.actor(), Action::EnrolSecondFactor, Object::Own)
        .await?;
    app.store().read(permit, |_| Ok::<_, store::Error>(())).await?;
    let next = next(&visit);
    let [start, finish] = own::ADD_PASSKEY;
    let page = Page::new(&app, &visit, visit.w().sign_in_second_title());
    let later = visit.href(next.as_deref().unwrap_or(paths::HOME));
    let added = visit.href(next.as_deref().unwrap_or(paths::ACCOUNT));
    let demo_action = || with_next(&visit, own::DEMO_AGAIN, next.as_deref());
    let shown = Shown {
        passkey_href: asset::href("passkey.js"),
        start: visit.href(start),
        finish: visit.href(finish),
        then: paths::saying(&added, "sign-in-second-added"),
        later,
        app: with_next(&visit, own::APP, next.as_deref()),
        name: passkey_name(&visit),
        demo_action: app.is_demo().then(demo_action),
        page,
    };
    Ok(show(&shown, &shown.page))
}
