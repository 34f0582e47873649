//! The referrals board: one state at a time, newest first.

use super::{look, reason_words, stage_words};
use crate::App;
use crate::error::Answer;
use crate::page::{Cell, Link, NavItem, Page, Pager, Table, link, show};
use crate::paths;
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::id::ReferralId;
use domain::referral::Stage;
use store::referral::{After, Line};

/// How many lines a page shows.
pub(super) const PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "referral/list.html")]
struct Shown {
    page: Page,
    stages: Vec<NavItem>,
    table: Table,
    pages: Pager,
    refer: Option<Link>,
    import: Option<Link>,
    alike: Option<Link>,
    none: bool,
}

/// The board.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let w = visit.w();
    let wanted = visit
        .query_value("state")
        .filter(|key| Stage::KEYS.contains(&key.as_str()));
    let stage = wanted.unwrap_or_else(|| "submitted".into());
    let after = visit.query_value("after").and_then(|text| read_after(&text));
    let permit = app
        .store()
        .permit(&visit.actor(), Action::ListReferrals, Object::Lists)
        .await?;
    let asked = [Action::Refer, Action::ImportReferrals, Action::ListLikeness];
    let allowed = app.store().allowed(&visit.actor(), Object::Lists, &asked).await?;
    let may = |action, path: &str, text: &str| allowed.contains(&action).then(|| link(visit.href(path), text));
    let of = stage.clone();
    let lines = app
        .store()
        .read(permit, move |tx| store::referral::board(tx, &of, after, PAGE + 1))
        .await?;
    let here = |stage: &str| visit.href(&format!("{}?state={stage}", paths::REFERRALS));
    let shown = Shown {
        stages: Stage::KEYS
            .iter()
            .filter(|key| !matches!(**key, "information_asked" | "matched" | "merged"))
            .map(|key| NavItem {
                href: here(key),
                text: stage_words(w, key),
                current: *key == stage,
                count: None,
            })
            .collect(),
        pages: pager(&lines, &here(&stage), after.is_some(), |line| {
            (line.received_on, line.id)
        }),
        none: lines.is_empty(),
        table: table(&visit, &lines),
        refer: may(Action::Refer, paths::REFER, w.referral_refer_title()),
        import: may(Action::ImportReferrals, paths::IMPORT, w.import_title()),
        alike: may(Action::ListLikeness, paths::LIKENESS, w.likeness_title()),
        page: Page::new(&app, &visit, w.referral_board_title()),
    };
    Ok(show(&shown, &shown.page))
}

fn table(visit: &Visit, lines: &[Line]) -> Table {
    let w = visit.w();
    let heads = [
        w.referral_board_column_family(),
        w.referral_reference(),
        w.referral_board_column_received(),
        w.referral_board_column_children(),
        w.referral_board_column_reason(),
        w.referral_board_column_state(),
    ];
    let page_of = usize::try_from(PAGE).unwrap_or_default();
    let rows = lines.iter().take(page_of).map(|line| {
        vec![
            Cell::link(visit.href(&paths::referral(line.id)), line.name.clone()),
            Cell::whole(line.reference.clone()),
            Cell::text(w.day_short(line.received_on)),
            Cell::number(line.children),
            Cell::text(reason_words(w, &line.reason)),
            Cell::tag(stage_words(w, &line.stage), look(&line.stage)),
        ]
    });
    Table {
        caption: w.referral_board_caption().to_owned(),
        heads: heads.map(ToOwned::to_owned).into(),
        rows: rows.collect(),
    }
}

/// Where a page ended, as it stands in an address: day and id.
fn read_after(text: &str) -> Option<After> {
    let (day, id) = text.split_once('_')?;
    Some((day.parse().ok()?, id.parse::<ReferralId>().ok()?))
}

/// The way on when there is one line more than a page shows.
fn pager(lines: &[Line], here: &str, is_later: bool, key: impl Fn(&Line) -> After) -> Pager {
    let page_of = usize::try_from(PAGE).unwrap_or_default();
    let join = if here.contains('?') { '&' } else { '?' };
    let more = (lines.len() > page_of).then(|| key(&lines[page_of - 1]));
    Pager {
        newer: is_later.then(|| here.to_owned()),
        older: more.map(|(day, id)| format!("{here}{join}after={day}_{id}")),
    }
}
