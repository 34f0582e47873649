//! The first press: is anybody in danger now, and what to ring. And after the second: to whom it went, and the same numbers.

use super::role_words;
use crate::App;
use crate::error::Answer;
use crate::page::{Link, Page, link, show};
use crate::paths;
use crate::ring::Ring;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::id::FamilyId;
use domain::role::Role;

#[derive(Template)]
#[template(path = "concern/danger.html")]
struct Danger {
    page: Page,
    ring: Ring,
    next: Link,
}

#[derive(Template)]
#[template(path = "concern/sent.html")]
struct Sent {
    page: Page,
    ring: Ring,
    told: Vec<&'static str>,
    next: Link,
}

/// The numbers of a family's area, for whoever may raise a concern about it.
async fn ring(app: &App, visit: &Visit, id: FamilyId) -> Answer<Ring> {
    let (actor, object) = (visit.actor(), Object::Family(id));
    let permit = app.store().permit(&actor, Action::RaiseConcern, object).await?;
    let read = app.store().read(permit, move |tx| {
        let (family, _) = store::family::load(tx, id)?;
        let now = store::clock::london_time(tx.now());
        Ok::<_, store::Error>((store::ring::numbers(tx, family.site)?, now))
    });
    let (numbers, now) = read.await?;
    Ok(Ring::new(visit, numbers, now))
}

/// The first screen: nothing is asked but whether anybody is in danger.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let w = visit.w();
    let ring = ring(&app, &visit, id).await?;
    let mut href = visit.href(&paths::concern_write(id));
    for name in ["session", "crisis"] {
        // Only an id is taken along.
        let from = visit.query_value(name).and_then(|id| id.parse::<FamilyId>().ok());
        if let Some(from) = from {
            href = format!("{href}?{name}={from}");
            break;
        }
    }
    let danger = Danger {
        ring,
        next: link(href, w.concern_write_next()),
        page: Page::new(&app, &visit, w.concern_danger_title()).back_to(visit.href(paths::HOME), w.site_nav_home()),
    };
    Ok(show(&danger, &danger.page))
}

/// That it was sent, as what people were told, and what to ring still.
pub async fn sent(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let w = visit.w();
    let ring = ring(&app, &visit, id).await?;
    let keys = visit.query_value("to").unwrap_or_default();
    let told = keys.split(',').filter_map(Role::from_key);
    let sent = Sent {
        ring,
        told: told.map(|role| role_words(w, role)).collect(),
        next: link(visit.href(paths::CONCERNS), w.concern_list_title()),
        page: Page::new(&app, &visit, w.concern_sent_title()).back_to(visit.href(paths::HOME), w.site_nav_home()),
    };
    Ok(show(&sent, &sent.page))
}
