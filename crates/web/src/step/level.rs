//! A family's support level over time: drawn as a stair, and as a table with every step.

use super::{bars, voice_words};
use crate::App;
use crate::error::Answer;
use crate::household::level_words;
use crate::page::{Bar, Cell, Link, Page, Table, link, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::id::FamilyId;
use domain::step::{Step, Steps};
use store::step::StepShown;
use words::Words;

#[derive(Template)]
#[template(path = "step/level.html")]
struct Shown {
    page: Page,
    name: String,
    now: Option<String>,
    bars: Vec<Bar>,
    ends: (String, String),
    steps: Table,
    act: Option<Link>,
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let w = visit.w();
    let object = Object::Family(id);
    let (permit, rights) = app
        .store()
        .permit_with_rights(&visit.actor(), Action::OpenFamily, object)
        .await?;
    let read = app.store().read(permit, move |tx| {
        let (_, name) = store::family::load(tx, id)?;
        Ok::<_, store::Error>((name, store::step::of_family(tx, id)?))
    });
    let (name, shown) = read.await?;
    let today = store::clock::london_day(app.store().now());
    let steps = Steps::new(id, shown.iter().map(|one| one.step).collect());
    let first = steps.all().first().map(|step| w.day_short(step.on));
    let may_step = !rights.allowed(object, &[Action::StepSupport]).is_empty();
    let page = Shown {
        name: w.family_title(&name),
        now: steps.on(today).map(|step| since(w, step)),
        bars: bars(&steps, today),
        ends: (first.unwrap_or_default(), w.day_short(today)),
        steps: table(w, &shown),
        act: may_step.then(|| link(visit.href(&paths::family_step(id)), w.step_act())),
        page: Page::new(&app, &visit, w.step_level_title())
            .back_to(visit.href(&paths::family(id)), &w.family_title(&name)),
    };
    Ok(show(&page, &page.page))
}

/// The level a step leads to, and since when.
pub(crate) fn since(w: Words, step: &Step) -> String {
    w.step_since(&level_words(w, step.to), &w.day_short(step.on))
}

fn table(w: Words, steps: &[StepShown]) -> Table {
    let heads = [
        w.step_column_from(),
        w.step_column_level(),
        w.step_column_cause(),
        w.step_column_why(),
        w.step_column_agreed(),
    ];
    let rows = steps.iter().rev().map(|one| {
        let agreed: Vec<&str> = one.agreed_by.iter().map(|voice| voice_words(w, *voice)).collect();
        let cause = w.named("step-cause", one.step.cause.key()).unwrap_or_default();
        vec![
            Cell::whole(w.day_short(one.step.on)),
            Cell::text(level_words(w, one.step.to)),
            Cell::text(cause),
            Cell::text(one.reason.clone()),
            Cell::text(w.list(&agreed)),
        ]
    });
    Table {
        caption: w.step_level_caption().to_owned(),
        heads: heads.map(ToOwned::to_owned).into(),
        rows: rows.collect(),
    }
}
