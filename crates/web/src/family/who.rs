//! Who may open a family's record today, and by what. Who did is a page of its own.

use crate::App;
use crate::error::Answer;
use crate::page::{Cell, Page, Table, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::id::FamilyId;
use store::family::{By, Reader, Readers};
use words::Words;

#[derive(Template)]
#[template(path = "family/who.html")]
struct Shown {
    page: Page,
    name: String,
    table: Table,
    is_kept_from: bool,
    urgent: String,
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let w = visit.w();
    let permit = app
        .store()
        .permit(&visit.actor(), Action::OpenFamily, Object::Family(id))
        .await?;
    let read = app.store().read(permit, move |tx| {
        let (_, name) = store::family::load(tx, id)?;
        Ok::<_, store::Error>((name, store::family::readers(tx, id)?))
    });
    let (name, readers) = read.await?;
    let name = w.family_title(&name);
    let title = w.family_see_of(&name);
    let shown = Shown {
        table: table(w, &readers),
        is_kept_from: readers.is_kept_from,
        urgent: if readers.urgent == 0 {
            String::new()
        } else {
            w.family_see_urgent(readers.urgent)
        },
        page: Page::new(&app, &visit, &title).back_to(visit.href(&paths::family(id)), &name),
        name,
    };
    Ok(show(&shown, &shown.page))
}

fn table(w: Words, readers: &Readers) -> Table {
    let heads = [w.site_field_name(), w.family_see_job(), w.family_see_by()];
    let by = |one: &Reader| match (one.by, one.until) {
        (By::Match, _) => w.family_see_by_match().to_owned(),
        (By::Cover, Some(on)) => w.family_see_by_cover(&w.day_short(on)),
        (By::Cover, None) => w.matching_cover_title().to_owned(),
        (By::Work, _) => w.family_see_by_work().to_owned(),
        (By::Referral, _) => w.family_see_by_referral().to_owned(),
        (By::Area, _) => w.family_see_by_area().to_owned(),
    };
    let row = |one: &Reader| {
        vec![
            Cell::text(one.name.clone()),
            Cell::text(w.named("role", one.role.key()).unwrap_or_default()),
            Cell::text(by(one)),
        ]
    };
    Table {
        caption: w.family_see_caption().to_owned(),
        heads: heads.map(ToOwned::to_owned).into(),
        rows: readers.all.iter().map(row).collect(),
    }
}
