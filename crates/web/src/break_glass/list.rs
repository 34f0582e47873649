//! Every emergency access, for those who review them.

use super::{code_words, when};
use crate::App;
use crate::error::Answer;
use crate::page::{Cell, Link, NavItem, Page, Pager, Table, link, show};
use crate::paths;
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::id::{AccountId, BreakGlassId};
use store::break_glass::{After, Line, Wanted};
use words::Words;

/// How many lines a page shows.
const PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "break_glass/list.html")]
struct Shown {
    page: Page,
    ask: Link,
    picks: Vec<NavItem>,
    table: Table,
    pages: Pager,
    none: bool,
}

/// The ways to look at the list, each with its key in the address.
const WAYS: [(&str, Wanted); 4] = [
    ("review", Wanted::ToReview),
    ("open", Wanted::Open),
    ("reviewed", Wanted::Reviewed),
    ("all", Wanted::All),
];

/// The page.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let w = visit.w();
    let me = visit.account()?.account;
    let asked = visit.query_value("state");
    let (key, wanted) = WAYS
        .into_iter()
        .find(|(key, _)| asked.as_deref() == Some(key))
        .unwrap_or(WAYS[0]);
    let after = visit.query_value("after").and_then(|text| read_after(&text));
    let permit = app
        .store()
        .permit(&visit.actor(), Action::ListBreakGlass, Object::Lists)
        .await?;
    let read = app
        .store()
        .read(permit, move |tx| store::break_glass::list(tx, wanted, after, PAGE + 1));
    let lines = read.await?;
    let now = app.store().now().as_microsecond();
    let here = |key: &str| visit.href(&format!("{}?state={key}", paths::BREAK_GLASS));
    let page_of = usize::try_from(PAGE).unwrap_or_default();
    let last = (lines.len() > page_of).then(|| &lines[page_of - 1]);
    let shown = Shown {
        ask: link(visit.href(paths::BREAK_GLASS_ASK), w.break_glass_ask_any_title()),
        picks: WAYS
            .iter()
            .map(|(way, wanted)| NavItem {
                href: here(way),
                text: way_words(w, *wanted).to_owned(),
                current: *way == key,
                count: None,
            })
            .collect(),
        none: lines.is_empty(),
        table: Table {
            caption: w.break_glass_list_caption().to_owned(),
            heads: heads(w),
            rows: lines
                .iter()
                .take(page_of)
                .map(|line| cells(&visit, line, me, now))
                .collect(),
        },
        pages: Pager {
            newer: after.map(|_| here(key)),
            older: last.map(|line| format!("{}&after={}_{}", here(key), line.asked_at, line.id)),
        },
        page: Page::new(&app, &visit, w.break_glass_list_title()),
    };
    Ok(show(&shown, &shown.page))
}

fn read_after(text: &str) -> Option<After> {
    let (at, id) = text.split_once('_')?;
    Some((at.parse().ok()?, id.parse::<BreakGlassId>().ok()?))
}

fn way_words(w: Words, wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::ToReview => w.break_glass_state_to_review(),
        Wanted::Open => w.break_glass_filter_open(),
        Wanted::Reviewed => w.break_glass_filter_reviewed(),
        Wanted::All => w.site_everything(),
    }
}

fn heads(w: Words) -> Vec<String> {
    let heads = [
        w.break_glass_column_when(),
        w.break_glass_column_who(),
        w.break_glass_column_record(),
        w.break_glass_column_reason(),
        w.break_glass_column_review(),
    ];
    heads.map(ToOwned::to_owned).into()
}

fn cells(visit: &Visit, line: &Line, me: AccountId, now: i64) -> Vec<Cell> {
    let w = visit.w();
    let asked = when(w, line.asked_at);
    // Nobody reviews their own, so their own is no link.
    let first = if line.account == me {
        Cell::text(asked)
    } else {
        Cell::link(visit.href(&paths::break_glass(line.id)), asked)
    };
    let review = match &line.reviewed {
        Some((name, at)) => {
            let who = name.as_deref().unwrap_or(w.site_not_known());
            Cell::tag(w.break_glass_state_reviewed(who, &when(w, *at)), "quiet")
        }
        None if line.account == me => Cell::text(w.break_glass_review_own()),
        None if now < line.ends_at => {
            let until = store::clock::london_time(store::clock::instant(line.ends_at));
            Cell::tag(w.break_glass_state_open(&w.time(until.time())), "warm")
        }
        None => Cell::tag(w.break_glass_state_to_review(), "warm"),
    };
    vec![
        first,
        Cell::text(line.name.clone().unwrap_or_else(|| w.site_not_known().to_owned())),
        Cell::whole(line.reference.clone()),
        Cell::text(code_words(w, &line.code)),
        review,
    ]
}
