//! Two versions of a plan side by side: only what is different.

use super::body::{called, needs_words, often_words};
use crate::App;
use crate::error::{Answer, PageError};
use crate::page::{Cell, Link, Page, Table, link, show};
use crate::paths;
use crate::session::kind_words;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::family::Family;
use domain::id::FamilyId;
use domain::plan::HowOften;
use domain::support::{KINDS, SupportKind};
use store::plan::PlanShown;
use words::Words;

#[derive(Template)]
#[template(path = "plan/compare.html")]
struct Shown {
    page: Page,
    name: String,
    table: Table,
    whole: Vec<Link>,
}

/// The page: the version of the address, and the one before it.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let w = visit.w();
    let version: Option<u32> = visit.query_value("version").and_then(|version| version.parse().ok());
    let version = version.filter(|version| 1 < *version).ok_or(PageError::NotFound)?;
    let permit = app
        .store()
        .permit(&visit.actor(), Action::OpenPlan, Object::Family(id))
        .await?;
    let read = app.store().read(permit, move |tx| {
        let (family, name) = store::family::load(tx, id)?;
        let before = store::plan::show(tx, id, Some(version - 1))?;
        Ok::<_, store::Error>((family, name, before, store::plan::show(tx, id, Some(version))?))
    });
    let (family, name, before, after) = read.await?;
    let (Some(before), Some(after)) = (before, after) else {
        return Err(PageError::NotFound);
    };
    let whole = [version, version - 1].map(|version| {
        let href = format!("{}?version={version}", paths::plan(id));
        link(visit.href(&href), &w.plan_version(u64::from(version)))
    });
    let shown = Shown {
        name: w.family_title(&name),
        table: table(w, &family, &before, &after),
        whole: whole.into(),
        page: Page::new(&app, &visit, w.plan_compare_title()).back_to(visit.href(&paths::plan(id)), w.plan_title()),
    };
    Ok(show(&shown, &shown.page))
}

/// What is different between two versions: a row for each part of the plan, with what each says.
pub(super) fn table(w: Words, family: &Family, before: &PlanShown, after: &PlanShown) -> Table {
    let (one, other) = (u64::from(before.plan.version), u64::from(after.plan.version));
    let rows = rows(w, family, before, after).into_iter();
    let rows = rows.filter(|(_, before, after)| before != after);
    let cell = |words: Option<String>| Cell::text(words.unwrap_or_else(|| w.plan_compare_none().to_owned()));
    Table {
        caption: w.plan_compare_caption(one, other),
        heads: vec![
            w.plan_compare_what().to_owned(),
            w.plan_version(one),
            w.plan_version(other),
        ],
        rows: rows
            .map(|(what, before, after)| vec![Cell::text(what), cell(before), cell(after)])
            .collect(),
    }
}

type Row = (String, Option<String>, Option<String>);

fn rows(w: Words, family: &Family, before: &PlanShown, after: &PlanShown) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut goals: Vec<_> = before.goals.iter().map(|(id, owner, _)| (*id, *owner)).collect();
    goals.extend(after.goals.iter().map(|(id, owner, _)| (*id, *owner)));
    goals.dedup();
    let mut seen = Vec::new();
    for (id, owner) in goals {
        if seen.contains(&id) {
            continue;
        }
        seen.push(id);
        let said = |version: &PlanShown| {
            let found = version.goals.iter().find(|(goal, ..)| *goal == id);
            found.map(|(_, _, words)| words.clone())
        };
        rows.push((w.goal_whose(&called(w, family, owner)), said(before), said(after)));
    }
    for person in &family.people {
        let said = |version: &PlanShown| {
            let found = version.wishes.iter().find(|(one, _)| *one == person.id);
            found.map(|(_, words)| words.clone())
        };
        let what = w.plan_wish_of(&called(w, family, person.id));
        rows.push((what, said(before), said(after)));
    }
    for kind in KINDS {
        let said = |version: &PlanShown| often(version, kind).map(|often| often_words(w, often).to_owned());
        rows.push((kind_words(w, kind).to_owned(), said(before), said(after)));
    }
    let own = ToOwned::to_owned;
    let day = |day: jiff::civil::Date| Some(w.day_short(day));
    let needs = |version: &PlanShown| Some(needs_words(w, &version.plan)).filter(|words| !words.is_empty());
    rows.push((own(w.plan_needs()), needs(before), needs(after)));
    rows.push((
        own(w.plan_hard_time()),
        before.hard_time.clone(),
        after.hard_time.clone(),
    ));
    rows.push((own(w.plan_more()), before.more.clone(), after.more.clone()));
    rows.push((own(w.plan_met_on()), day(before.plan.met_on), day(after.plan.met_on)));
    rows.push((
        own(w.plan_ends()),
        day(before.plan.planned_end),
        day(after.plan.planned_end),
    ));
    rows.push((own(w.plan_change()), before.change.clone(), after.change.clone()));
    rows
}

fn often(version: &PlanShown, kind: &SupportKind) -> Option<HowOften> {
    let found = version.plan.support.iter().find(|(one, _)| *one == kind);
    found.map(|(_, often)| *often)
}
