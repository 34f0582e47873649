//! What somebody has done themself, for them alone.

use super::{action_words, object_words, when_cell, why_words};
use crate::App;
use crate::error::Answer;
use crate::page::{Cell, Page, Pager, Table, show};
use crate::paths;
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use store::journal::history::{self, Line};
use words::Words;

/// How many acts a page shows.
const PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "journal/acts.html")]
struct Shown {
    page: Page,
    table: Table,
    pages: Pager,
    none: bool,
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let w = visit.w();
    let me = visit.account()?.account;
    let before = visit.query_value("before").and_then(|text| text.parse::<i64>().ok());
    let permit = app
        .store()
        .permit(&visit.actor(), Action::SeeOwnActs, Object::Own)
        .await?;
    let (acts, next) = app
        .store()
        .read_long(permit, move |tx| history::acts(tx, me, before, PAGE))
        .await?;
    let here = visit.href(paths::ACTS);
    let heads = [
        w.journal_column_when(),
        w.journal_column_what(),
        w.journal_column_record(),
        w.journal_column_why(),
    ];
    let shown = Shown {
        none: acts.is_empty(),
        table: Table {
            caption: w.journal_acts_caption().to_owned(),
            heads: heads.map(ToOwned::to_owned).into(),
            rows: acts.iter().map(|act| cells(w, &act.line)).collect(),
        },
        pages: Pager {
            newer: before.map(|_| here.clone()),
            older: next.map(|at| format!("{here}?before={at}")),
        },
        page: Page::new(&app, &visit, w.journal_acts_title()).back_to(visit.href(paths::ACCOUNT), w.site_nav_account()),
    };
    Ok(show(&shown, &shown.page))
}

/// The kind of record only: a name or reference here could tell what a refusal must not.
fn cells(w: Words, line: &Line) -> Vec<Cell> {
    vec![
        when_cell(w, line),
        Cell::text(action_words(w, &line.action)),
        Cell::text(object_words(w, &line.object_kind)),
        Cell::text(why_words(w, line)),
    ]
}
