//! The families that may be one, those nobody has looked at first.

use super::{sign_words, state_words, strength_words};
use crate::App;
use crate::error::Answer;
use crate::page::{Cell, NavItem, Page, Pager, Table, show};
use crate::paths;
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::likeness::settle::Stage;
use store::likeness::{After, Line};

/// How many lines a page shows.
const PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "likeness/list.html")]
struct Shown {
    page: Page,
    stages: Vec<NavItem>,
    table: Table,
    pages: Pager,
    none: bool,
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let w = visit.w();
    let wanted = visit.query_value("state");
    let known = |key: &&'static str| wanted.as_deref() == Some(*key);
    let stage = Stage::KEYS.into_iter().find(known).unwrap_or(Stage::Open.key());
    let after = visit.query_value("after").and_then(|text| read_after(&text));
    let permit = app
        .store()
        .permit(&visit.actor(), Action::ListLikeness, Object::Lists)
        .await?;
    let lines = app
        .store()
        .read(permit, move |tx| store::likeness::list(tx, stage, after, PAGE + 1))
        .await?;
    let here = |stage: &str| visit.href(&format!("{}?state={stage}", paths::LIKENESS));
    let page_of = usize::try_from(PAGE).unwrap_or_default();
    let last = (lines.len() > page_of).then(|| &lines[page_of - 1]);
    let pick = |key: &'static str| NavItem {
        href: here(key),
        text: state_words(w, key),
        current: key == stage,
        count: None,
    };
    let shown = Shown {
        stages: Stage::KEYS.map(pick).into(),
        pages: Pager {
            newer: after.map(|_| here(stage)),
            older: last.map(|line| format!("{}&after={}_{}", here(stage), line.found_at, line.id)),
        },
        none: lines.is_empty(),
        table: table(&visit, &lines[..lines.len().min(page_of)]),
        page: Page::new(&app, &visit, w.likeness_title()).back_to(visit.href(paths::REFERRALS), w.site_nav_referrals()),
    };
    Ok(show(&shown, &shown.page))
}

fn table(visit: &Visit, lines: &[Line]) -> Table {
    let w = visit.w();
    let heads = [
        w.likeness_column_families(),
        w.likeness_column_strength(),
        w.likeness_column_signs(),
        w.likeness_column_found(),
    ];
    let rows = lines.iter().map(|line| {
        let [(_, one, name), (_, other, other_name)] = &line.families;
        let both = w.likeness_both(&format!("{name} {one}"), &format!("{other_name} {other}"));
        let (strength, look) = strength_words(w, line.strength);
        let found = store::clock::london_day(store::clock::instant(line.found_at));
        vec![
            Cell::link(visit.href(&paths::likeness(line.id)), both),
            Cell::tag(strength, look),
            Cell::text(sign_words(w, &line.signs).join("; ")),
            Cell::text(w.day_short(found)),
        ]
    });
    Table {
        caption: w.likeness_caption().to_owned(),
        heads: heads.map(ToOwned::to_owned).into(),
        rows: rows.collect(),
    }
}

/// Where a page ended, as it stands in an address: instant and id.
fn read_after(text: &str) -> Option<After> {
    let (at, id) = text.split_once('_')?;
    Some((at.parse().ok()?, id.parse().ok()?))
}
