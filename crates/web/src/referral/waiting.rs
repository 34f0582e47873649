//! The waiting list, as it stands or as it stood on a day before, and the same as a file.

use super::list::PAGE;
use super::reason_words;
use crate::App;
use crate::error::Answer;
use crate::page::{Cell, DateField, Link, Page, Pager, Table, link, show};
use crate::paths;
use crate::table::answer;
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::day::parse_day_parts;
use domain::referral::{Priority, WaitsFor};
use jiff::civil::Date;
use reports::{Cell as Value, CsvFile};
use store::referral::{AfterWaiting, Waits};
use words::Words;

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
    day: DateField,
    here: String,
    /// The past day the list is shown of, in words.
    past: Option<String>,
}

/// The list.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let w = visit.w();
    let today = store::clock::london_day(app.store().now());
    let after = visit.query_value("after").and_then(|text| read_after(&text));
    let (day, past) = asked_day(&visit, today);
    let permit = app
        .store()
        .permit(&visit.actor(), Action::ListWaiting, Object::Lists)
        .await?;
    let may_export = !app
        .store()
        .allowed(&visit.actor(), Object::Lists, &[Action::ExportWaiting])
        .await?
        .is_empty();
    let lines = app.store().read(permit, move |tx| match past {
        Some(day) => store::referral::waiting_on(tx, day),
        None => store::referral::waiting(tx, after, PAGE + 1),
    });
    let lines = lines.await?;
    let here = visit.href(paths::WAITING);
    let on = past.unwrap_or(today);
    // The list of a past day is bounded by what an area can hold, so it stands on one page.
    let shown = past.map_or(PAGE, |_| i64::MAX);
    let shown = usize::try_from(shown).unwrap_or(usize::MAX);
    let shown = Shown {
        pages: if past.is_some() {
            Pager::default()
        } else {
            pager(&lines, &here, after.is_some())
        },
        none: lines.is_empty(),
        table: table(&visit, lines.iter().take(shown), on),
        export: (may_export && past.is_none())
            .then(|| link(visit.href(paths::WAITING_CSV), w.referral_waiting_export())),
        day,
        past: past.map(|day| w.referral_waiting_on(&w.day(day))),
        here,
        page: Page::new(&app, &visit, w.referral_waiting_title()),
    };
    Ok(show(&shown, &shown.page))
}

/// The day asked for: its boxes as typed with what is wrong with them, and the day when it is a past one.
fn asked_day(visit: &Visit, today: Date) -> (DateField, Option<Date>) {
    let typed = |part: &str| visit.query_value(&format!("on_{part}")).unwrap_or_default();
    let (day, month, year) = (typed("day"), typed("month"), typed("year"));
    let parsed = parse_day_parts(&day, &month, &year);
    let is_empty = day.is_empty() && month.is_empty() && year.is_empty();
    let error = match &parsed {
        Ok(day) if today < *day => Some(visit.w().referral_problem_future().to_owned()),
        Err(_) if !is_empty => Some(visit.w().referral_waiting_day_unreal().to_owned()),
        _ => None,
    };
    let past = parsed.ok().filter(|day| *day < today);
    let field = DateField {
        name: "on".into(),
        id: "on".into(),
        day,
        month,
        year,
        error,
    };
    (field, past)
}

fn table<'a>(visit: &Visit, lines: impl Iterator<Item = &'a Waits>, on: Date) -> Table {
    let w = visit.w();
    let heads = [
        w.referral_board_column_family(),
        w.referral_reference(),
        w.referral_waiting_column_wait(),
        w.referral_priority(),
        w.referral_waits_for(),
        w.referral_board_column_children(),
        w.referral_board_column_reason(),
    ];
    Table {
        caption: w.referral_waiting_caption().to_owned(),
        heads: heads.map(ToOwned::to_owned).into(),
        rows: lines.map(|one| cells(visit, one, on)).collect(),
    }
}

fn cells(visit: &Visit, one: &Waits, on: Date) -> Vec<Cell> {
    let w = visit.w();
    let line = &one.line;
    let priority = priority_words(w, one.priority);
    vec![
        Cell::link(visit.href(&paths::referral(line.id)), line.name.clone()),
        Cell::whole(line.reference.clone()),
        Cell::text(w.referral_waiting_wait(&waited(w, one.since, on), &w.day_short(one.since))),
        match one.priority {
            Priority::Usual => Cell::text(priority),
            Priority::Sooner => Cell::tag(priority, "strong"),
            Priority::First => Cell::tag(priority, "warm"),
        },
        Cell::text(waits_for_words(w, &one.waits_for)),
        Cell::number(line.children),
        Cell::text(reason_words(w, &line.reason)),
    ]
}

/// How soon a family should have a carer, in words.
pub fn priority_words(w: Words, priority: Priority) -> &'static str {
    match priority {
        Priority::First => w.referral_priority_first(),
        Priority::Sooner => w.referral_priority_sooner(),
        Priority::Usual => w.referral_priority_usual(),
    }
}

/// What a family waits for, in words.
pub fn waits_for_words(w: Words, things: &[&WaitsFor]) -> String {
    let said = |thing: &&WaitsFor| {
        let key = format!("referral-waits-for-{}", thing.key.replace('_', "-"));
        w.by_key(&key).unwrap_or(thing.key).to_owned()
    };
    things.iter().map(said).collect::<Vec<_>>().join(" · ")
}

/// How long a family has waited, in days up to a fortnight and then in weeks.
pub fn waited(w: Words, since: Date, on: Date) -> String {
    let days = on.since(since).map_or(0, |span| span.get_days());
    let days = u64::try_from(days).unwrap_or_default();
    if days < 14 { w.days(days) } else { w.weeks(days / 7) }
}

/// Where a page ended, as it stands in an address: how soon, the day and the id.
fn read_after(text: &str) -> Option<AfterWaiting> {
    let (priority, rest) = text.split_once('_')?;
    let (day, id) = rest.split_once('_')?;
    Some((Priority::from_key(priority)?, day.parse().ok()?, id.parse().ok()?))
}

fn pager(lines: &[Waits], here: &str, is_later: bool) -> Pager {
    let page_of = usize::try_from(PAGE).unwrap_or_default();
    let more = (page_of < lines.len()).then(|| lines[page_of - 1].place());
    Pager {
        newer: is_later.then(|| here.to_owned()),
        older: more.map(|(priority, day, id)| format!("{here}?after={}_{day}_{id}", priority.key())),
    }
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
    let mut file = CsvFile::begin();
    file.row([
        w.referral_reference(),
        w.referral_board_column_family(),
        w.referral_waiting_since(),
        w.referral_priority(),
        w.referral_waits_for(),
        w.referral_board_column_children(),
        w.referral_board_column_reason(),
    ]);
    for one in &lines {
        file.values(&[
            one.line.reference.as_str().into(),
            one.line.name.as_str().into(),
            Value::Day(one.since),
            priority_words(w, one.priority).into(),
            waits_for_words(w, &one.waits_for).into(),
            Value::Whole(one.line.children),
            reason_words(w, &one.line.reason).into(),
        ]);
    }
    Ok(answer("waiting.csv", file.end()))
}
