//! The waiting list, longest wait first, and the same as a file.

use super::list::{pager, read_after};
use super::reason_words;
use crate::App;
use crate::error::{Answer, PageError};
use crate::page::{Cell, Link, Page, Pager, Table, link, show};
use crate::paths;
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::access::{Action, Object};
use jiff::civil::Date;
use store::referral::Line;
use words::Words;

/// How many lines a page shows.
const PAGE: i64 = 50;
/// How many lines a file holds.
///
/// Source: details.md 3, an export of at most 5,000 rows.
const EXPORT_ROWS_MAX: i64 = 5000;

#[derive(Template)]
#[template(path = "referral/waiting.html")]
struct Shown {
    page: Page,
    table: Table,
    pages: Pager,
    export: Option<Link>,
    none: bool,
}

/// The list.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let w = visit.w();
    let after = visit.query_value("after").and_then(|text| read_after(&text));
    let permit = app
        .store()
        .permit(&visit.actor(), Action::ListWaiting, Object::Lists)
        .await?;
    let may_export = !app
        .store()
        .allowed(&visit.actor(), Object::Lists, &[Action::ExportWaiting])
        .await?
        .is_empty();
    let lines = app
        .store()
        .read(permit, move |tx| store::referral::waiting(tx, after, PAGE + 1))
        .await?;
    let today = store::clock::london_day(app.store().now());
    let here = visit.href(paths::WAITING);
    let heads = [
        w.referral_board_column_family(),
        w.referral_reference(),
        w.referral_waiting_since(),
        w.referral_waiting_column_wait(),
        w.referral_board_column_children(),
        w.referral_board_column_reason(),
    ];
    let shown = Shown {
        pages: pager(&lines, &here, after.is_some(), |line| {
            (line.waiting_since.unwrap_or(line.received_on), line.id)
        }),
        none: lines.is_empty(),
        table: Table {
            caption: w.referral_waiting_caption().to_owned(),
            heads: heads.map(ToOwned::to_owned).into(),
            rows: lines.iter().take(50).map(|line| cells(&visit, line, today)).collect(),
        },
        export: may_export.then(|| link(visit.href(paths::WAITING_CSV), w.referral_waiting_export())),
        page: Page::new(&app, &visit, w.referral_waiting_title()),
    };
    Ok(show(&shown, &shown.page))
}

fn cells(visit: &Visit, line: &Line, today: Date) -> Vec<Cell> {
    let w = visit.w();
    vec![
        Cell::link(visit.href(&paths::referral(line.id)), line.name.clone()),
        Cell::whole(line.reference.clone()),
        Cell::text(line.waiting_since.map(|day| w.day_short(day)).unwrap_or_default()),
        Cell::whole(waited(w, line, today)),
        Cell::number(line.children),
        Cell::text(reason_words(w, &line.reason)),
    ]
}

/// How long a family has waited, in days up to a fortnight and then in weeks.
fn waited(w: Words, line: &Line, today: Date) -> String {
    let days = line
        .waiting_since
        .and_then(|since| today.since(since).ok())
        .map_or(0, |span| span.get_days());
    let days = u64::try_from(days).unwrap_or_default();
    if days < 14 { w.days(days) } else { w.weeks(days / 7) }
}

/// The list as a file of comma-separated values; every cell is text, never a formula.
pub async fn csv(State(app): State<App>, visit: Visit) -> Answer {
    let w = visit.w();
    let permit = app
        .store()
        .permit(&visit.actor(), Action::ExportWaiting, Object::Lists)
        .await?;
    let lines = app
        .store()
        .read_long(permit, |tx| store::referral::waiting(tx, None, EXPORT_ROWS_MAX))
        .await?;
    let mut file = String::from("\u{feff}");
    let heads = [
        w.referral_reference(),
        w.referral_board_column_family(),
        w.referral_waiting_since(),
        w.referral_board_column_children(),
        w.referral_board_column_reason(),
    ];
    push_row(&mut file, &heads.map(ToOwned::to_owned));
    for line in &lines {
        push_row(
            &mut file,
            &[
                line.reference.clone(),
                line.name.clone(),
                line.waiting_since.map(|day| day.to_string()).unwrap_or_default(),
                line.children.to_string(),
                reason_words(w, &line.reason),
            ],
        );
    }
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"waiting.csv\""),
    ];
    Ok::<Response, PageError>((headers, file).into_response())
}

/// One row; a cell that a spreadsheet would take for a formula begins with an apostrophe, so that it stays text.
fn push_row(file: &mut String, cells: &[String]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            file.push(',');
        }
        let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
        file.push('"');
        if formula {
            file.push('\'');
        }
        file.push_str(&cell.replace('"', "\"\""));
        file.push('"');
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::push_row;

    #[test]
    fn a_name_that_looks_like_a_formula_comes_out_as_text() {
        let mut file = String::new();
        push_row(&mut file, &["=1+1".into(), "@SUM(A1)".into(), "O'Neill \"Jac\"".into()]);
        assert_eq!(file, "\"'=1+1\",\"'@SUM(A1)\",\"O'Neill \"\"Jac\"\"\"\r\n");
    }
}
