//! Who has opened a family's record. Staff see names; the family sees what people's jobs are.

use crate::App;
use crate::error::Answer;
use crate::page::{Cell, Page, Pager, Table, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::id::FamilyId;
use store::journal::history::{Line, Wanted, family};
use words::Words;

/// How many openings a page shows.
const PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "family/looked.html")]
struct Shown {
    page: Page,
    intro: &'static str,
    worried: bool,
    table: Table,
    pages: Pager,
    none: bool,
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let w = visit.w();
    // Family members are shown one page: numbers by which entries are counted never reach them.
    let is_family = visit.account()?.is_family;
    let before = visit
        .query_value("before")
        .and_then(|text| text.parse::<i64>().ok())
        .filter(|_| !is_family);
    let permit = app
        .store()
        .permit(&visit.actor(), Action::SeeWhoLooked, Object::Family(id))
        .await?;
    let lines = app
        .store()
        .read_long(permit, move |tx| family(tx, id, Wanted::Openings, before, PAGE + 1))
        .await?;
    let page_of = usize::try_from(PAGE).unwrap_or_default();
    let here = visit.href(&paths::family_looked(id));
    let back = if is_family {
        paths::family_own(id)
    } else {
        paths::family(id)
    };
    let heads = [
        w.journal_column_when(),
        w.journal_column_who(),
        w.journal_column_what(),
        w.journal_column_why(),
    ];
    let shown = Shown {
        intro: if is_family {
            w.family_looked_intro_family()
        } else {
            w.family_looked_intro()
        },
        worried: is_family,
        none: lines.is_empty(),
        table: Table {
            caption: w.family_looked_caption().to_owned(),
            heads: heads.map(ToOwned::to_owned).into(),
            rows: lines
                .iter()
                .take(page_of)
                .map(|line| cells(w, line, is_family))
                .collect(),
        },
        pages: Pager {
            newer: before.map(|_| here.clone()),
            older: (lines.len() > page_of && !is_family).then(|| format!("{here}?before={}", lines[page_of - 1].seq)),
        },
        page: Page::new(&app, &visit, w.family_looked_title())
            .back_to(visit.href(&back), w.referral_board_column_family()),
    };
    Ok(show(&shown, &shown.page))
}

fn cells(w: Words, line: &Line, is_family: bool) -> Vec<Cell> {
    let when = store::clock::london_time(store::clock::instant(line.at));
    let role = w
        .by_key(&format!("role-{}", line.role.replace('_', "-")))
        .unwrap_or_default();
    let who = match &line.name {
        Some(name) if !is_family && role.is_empty() => name.clone(),
        Some(name) if !is_family => w.journal_who_as(name, role),
        _ if role.is_empty() && line.actor.starts_with("token:") => w.role_site_token().to_owned(),
        _ if role.is_empty() => w.role_job().to_owned(),
        _ => role.to_owned(),
    };
    let what = w.by_key(&format!("journal-action-{}", line.action.replace('_', "-")));
    let why = match line.reason.as_str() {
        "" => w
            .by_key(&format!("role-relation-{}", line.relation.replace('_', "-")))
            .unwrap_or_default(),
        reason => w
            .by_key(&format!("journal-reason-{}", reason.replace('_', "-")))
            .unwrap_or_default(),
    };
    let when = if is_family {
        w.day(when.date())
    } else {
        w.day_time(when)
    };
    vec![
        Cell::text(when),
        Cell::text(who),
        Cell::text(what.unwrap_or(&line.action)),
        Cell::text(why),
    ]
}
