//! Choosing what kind of visit it was, in one tap.

use crate::App;
use crate::error::Answer;
use crate::page::{Link, Page, Task, link, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::id::FamilyId;
use domain::support::{Record, recorded_as};

#[derive(Template)]
#[template(path = "session/choose.html")]
struct Shown {
    page: Page,
    name: String,
    kinds: Vec<Task>,
    plan: Link,
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let w = visit.w();
    let (actor, object) = (visit.actor(), Object::Family(id));
    let permit = app.store().permit(&actor, Action::AddSession, object).await?;
    let (_, name) = app.store().read(permit, move |tx| store::family::load(tx, id)).await?;
    let kind = |key: &str, path: String| Task {
        text: w.named("support-kind", key).unwrap_or_default().to_owned(),
        href: Some(visit.href(&path)),
        hint: w.named("support-hint", key).unwrap_or_default().to_owned(),
        state: String::new(),
        look: "",
    };
    let shown = Shown {
        kinds: recorded_as(Record::Crisis)
            .map(|one| kind(one.key, paths::crisis_new(id)))
            .chain(recorded_as(Record::Session).map(|one| kind(one.key, paths::session_write(id, one.key))))
            .collect(),
        plan: link(visit.href(&paths::session_plan(id)), w.session_kinds_plan()),
        page: Page::new(&app, &visit, w.session_kinds_title())
            .back_to(visit.href(&paths::family(id)), &w.family_title(&name)),
        name: w.family_title(&name),
    };
    Ok(show(&shown, &shown.page))
}
