//! The messages of one subject with their translations, and how far the checking has come.

use super::{Stands, stands, stands_words};
use crate::App;
use crate::error::Answer;
use crate::page::{Cell, NavItem, Page, Table, show};
use crate::paths;
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use std::collections::HashMap;
use store::word_review::Reviewed;
use words::Review;

#[derive(Template)]
#[template(path = "word_review/list.html")]
struct Shown {
    page: Page,
    counts: Vec<String>,
    states: Vec<NavItem>,
    files: Vec<NavItem>,
    heading: String,
    table: Table,
    none: bool,
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let w = visit.w();
    let permit = app
        .store()
        .permit(&visit.actor(), Action::ReviewWords, Object::Own)
        .await?;
    let kept = app.store().read(permit, store::word_review::all).await?;
    let all = words::review_list();
    let files = files(all);
    let asked = visit
        .query_value("file")
        .and_then(|file| files.iter().copied().find(|known| *known == file));
    let file = asked.or_else(|| files.first().copied()).unwrap_or_default();
    let drafts_only = visit.query_value("state").as_deref() != Some("all");
    let state = if drafts_only { "drafts" } else { "all" };
    let here = |file: &str, state: &str| visit.href(&format!("{}?file={file}&state={state}", paths::WORDS));
    let pick = |href: String, text: &str, current: bool, count: Option<u64>| NavItem {
        href,
        text: text.to_owned(),
        current,
        count,
    };
    let drafts = |file: &str| {
        let of_file = all.iter().filter(|review| review.file == file);
        of_file.filter(|review| stands(review, &kept) == Stands::Draft).count() as u64
    };
    let rows: Vec<Vec<Cell>> = all
        .iter()
        .filter(|review| review.file == file)
        .map(|review| (review, stands(review, &kept)))
        .filter(|(_, state)| !drafts_only || *state == Stands::Draft)
        .map(|(review, state)| cells(&visit, review, &state))
        .collect();
    let heads = [
        w.words_column_key(),
        w.words_column_english(),
        w.words_column_welsh(),
        w.words_column_state(),
    ];
    let shown = Shown {
        counts: counts(w, all, &kept),
        states: vec![
            pick(here(file, "drafts"), w.words_filter_drafts(), drafts_only, None),
            pick(here(file, "all"), w.words_filter_all(), !drafts_only, None),
        ],
        files: files
            .iter()
            .map(|one| pick(here(one, state), one, *one == file, Some(drafts(one))))
            .collect(),
        heading: w.words_file(file),
        none: rows.is_empty(),
        table: Table {
            caption: w.words_caption().to_owned(),
            heads: heads.map(ToOwned::to_owned).into(),
            rows,
        },
        page: Page::new(&app, &visit, w.words_title()),
    };
    Ok(show(&shown, &shown.page))
}

/// The subjects, each once, in the order of the list.
fn files(all: &'static [Review]) -> Vec<&'static str> {
    let mut files: Vec<&'static str> = all.iter().map(|review| review.file).collect();
    files.dedup();
    files
}

fn counts(w: words::Words, all: &[Review], kept: &HashMap<String, Reviewed>) -> Vec<String> {
    let (mut drafts, mut terms, mut reviewed) = (0, 0, 0);
    for review in all {
        match stands(review, kept) {
            Stands::Draft => drafts += 1,
            Stands::Term => terms += 1,
            Stands::Reviewed { .. } => reviewed += 1,
        }
    }
    vec![
        w.words_count_draft(drafts),
        w.words_count_term(terms),
        w.words_count_reviewed(reviewed),
    ]
}

fn cells(visit: &Visit, review: &Review, state: &Stands) -> Vec<Cell> {
    let (said, look) = stands_words(visit.w(), state);
    let other = |tag: &'static str| (visit.lang.tag() != tag).then_some(tag);
    vec![
        Cell::link(visit.href(&format!("{}/{}", paths::WORDS, review.key)), review.key),
        Cell {
            lang: other("en"),
            ..Cell::text(review.en)
        },
        Cell {
            lang: other(review.lang.tag()),
            ..Cell::text(review.text)
        },
        Cell::tag(said, look),
    ]
}
