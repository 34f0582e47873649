//! The families a reader works with.

use crate::App;
use crate::error::Answer;
use crate::page::{Cell, Page, Pager, Table, show};
use crate::paths;
use crate::referral::{look, stage_words};
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::id::FamilyId;

/// How many lines a page shows.
const PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "family/list.html")]
struct Shown {
    page: Page,
    table: Table,
    pages: Pager,
    none: bool,
}

/// The list.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let w = visit.w();
    let after = visit
        .query_value("after")
        .and_then(|text| text.parse::<FamilyId>().ok());
    let permit = app
        .store()
        .permit(&visit.actor(), Action::ListFamilies, Object::Lists)
        .await?;
    let lines = app
        .store()
        .read(permit, move |tx| store::family::list(tx, after, PAGE + 1))
        .await?;
    let here = visit.href(paths::FAMILIES);
    let page_of = usize::try_from(PAGE).unwrap_or_default();
    let heads = [
        w.referral_board_column_family(),
        w.family_reference(),
        w.referral_board_column_state(),
    ];
    let rows = lines.iter().take(page_of).map(|line| {
        let stage = line.referral.as_deref().unwrap_or_default();
        vec![
            Cell::link(visit.href(&paths::family(line.id)), line.name.clone()),
            Cell::whole(line.reference.clone()),
            Cell::tag(stage_words(w, stage), look(stage)),
        ]
    });
    let shown = Shown {
        none: lines.is_empty(),
        table: Table {
            caption: w.family_list_caption().to_owned(),
            heads: heads.map(ToOwned::to_owned).into(),
            rows: rows.collect(),
        },
        pages: Pager {
            newer: after.map(|_| here.clone()),
            older: (lines.len() > page_of).then(|| format!("{here}?after={}", lines[page_of - 1].id)),
        },
        page: Page::new(&app, &visit, w.family_list_title()),
    };
    Ok(show(&shown, &shown.page))
}
