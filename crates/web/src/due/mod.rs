//! What is due: for each family the earliest, or its next review, the earliest on top.

use crate::App;
use crate::error::Answer;
use crate::page::{Cell, Link, NavItem, Page, Pager, Table, Task, show};
use crate::paths;
use crate::route::{Route, route};
use crate::table::{self, File};
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use axum::http::Method;
use domain::access::{Action, Object, ObjectKind as On};
use domain::due::{DueKind, Stands};
use domain::id::FamilyId;
use domain::role::Role;
use jiff::ToSpan;
use jiff::civil::Date;
use reports::{Cell as Value, Column, Head, Kind};
use store::due::{Line, Place, Which};
use words::Words;

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    let export = Action::ExportFamilies;
    vec![
        route(Method::GET, paths::DUE, Action::ListFamilies, On::Lists, page),
        route(Method::GET, "/due.csv", export, On::Lists, csv),
        route(Method::GET, "/due.xlsx", export, On::Lists, excel),
    ]
}

/// How many lines a page shows.
const PAGE: usize = 50;

/// How many lines stand on somebody's first page.
const HOME_MAX: usize = 8;

/// How many days ahead the page looks.
///
/// Assumption: 28, as far ahead as a step may be recorded.
pub(crate) const AHEAD_DAYS: i32 = 28;

#[derive(Template)]
#[template(path = "due/list.html")]
struct Shown {
    title: &'static str,
    page: Page,
    picks: Vec<NavItem>,
    table: Table,
    pages: Pager,
    levels: Vec<Link>,
    files: Vec<Link>,
}

/// The page.
async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let w = visit.w();
    let which = asked(&visit);
    let after = visit.query_value("after").and_then(|text| place(&text));
    let today = store::clock::london_day(app.store().now());
    let until = today.saturating_add(AHEAD_DAYS.days());
    let asked = (which, until);
    let lines = read(&app, &visit, Action::ListFamilies, asked, after, PAGE + 1).await?;
    let here = visit.href(paths::DUE);
    let query = if which == Which::Reviews { "show=reviews&" } else { "" };
    let last = lines.get(PAGE - 1).filter(|_| PAGE < lines.len());
    let first_page = if which == Which::Reviews {
        format!("{here}?show=reviews")
    } else {
        here.clone()
    };
    let title = title(w, which);
    let shown = Shown {
        title,
        picks: picks(&visit, which),
        table: listed(&visit, &lines[..lines.len().min(PAGE)], today),
        pages: Pager {
            newer: after.map(|_| first_page),
            older: last.map(|line| format!("{here}?{query}after={}_{}", line.on, line.id)),
        },
        files: table::links(&app, &visit, paths::DUE).await?,
        levels: crate::ladder::links(&app, &visit, Action::ListFamilies).await?,
        page: Page::new(&app, &visit, title),
    };
    Ok(show(&shown, &shown.page))
}

/// Which of the two lists the address asks for.
fn asked(visit: &Visit) -> Which {
    match visit.query_value("show").as_deref() {
        Some("reviews") => Which::Reviews,
        _ => Which::All,
    }
}

/// What is due as comma-separated values.
async fn csv(State(app): State<App>, visit: Visit) -> Answer {
    file(&app, &visit, File::Csv).await
}

/// What is due as a workbook.
async fn excel(State(app): State<App>, visit: Visit) -> Answer {
    file(&app, &visit, File::Excel).await
}

async fn file(app: &App, visit: &Visit, how: File) -> Answer {
    let (w, which) = (visit.w(), asked(visit));
    let today = store::clock::london_day(app.store().now());
    let until = today.saturating_add(AHEAD_DAYS.days());
    let most = crate::family::list::EXPORT_ROWS_MAX;
    let lines = read(app, visit, Action::ExportFamilies, (which, until), None, most).await?;
    let columns = vec![
        Column::new(w.family_reference(), Kind::Text, w.board_means_reference()),
        Column::new(w.due_column_family(), Kind::Text, w.board_means_family()),
        Column::new(w.due_column_what(), Kind::Text, w.due_means_what()),
        Column::new(w.due_column_when(), Kind::Day, w.due_means_when()),
        Column::new(w.due_column_whose(), Kind::Text, w.due_means_whose()),
    ];
    let rows = lines.iter().map(|line| {
        vec![
            line.reference.as_str().into(),
            line.name.as_str().into(),
            kind_words(w, line.kind).into(),
            Value::Day(line.on),
            w.named("due-whose", line.kind.whose().key()).unwrap_or_default().into(),
        ]
    });
    let head = Head {
        lang: visit.lang,
        title: title(w, which).to_owned(),
        columns,
    };
    table::file("due", head, rows, how)
}

fn title(w: Words, which: Which) -> &'static str {
    if which == Which::Reviews {
        w.due_title_reviews()
    } else {
        w.due_title()
    }
}

fn place(text: &str) -> Option<Place> {
    let (on, id) = text.split_once('_')?;
    Some((on.parse().ok()?, id.parse::<FamilyId>().ok()?))
}

async fn read(
    app: &App,
    visit: &Visit,
    action: Action,
    (which, until): (Which, Date),
    after: Option<Place>,
    most: usize,
) -> Answer<Vec<Line>> {
    let permit = app.store().permit(&visit.actor(), action, Object::Lists).await?;
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let read = app
        .store()
        .read(permit, move |tx| store::due::list(tx, which, until, after, most));
    Ok(read.await?)
}

fn picks(visit: &Visit, which: Which) -> Vec<NavItem> {
    let (w, here) = (visit.w(), visit.href(paths::DUE));
    let one = |href: String, text: &str, current: bool| NavItem {
        href,
        text: text.to_owned(),
        current,
        count: None,
    };
    vec![
        one(here.clone(), w.due_filter_all(), which == Which::All),
        one(
            format!("{here}?show=reviews"),
            w.due_filter_reviews(),
            which == Which::Reviews,
        ),
    ]
}

fn listed(visit: &Visit, lines: &[Line], today: Date) -> Table {
    let w = visit.w();
    let heads = [
        w.due_column_family(),
        w.due_column_what(),
        w.due_column_when(),
        w.due_column_whose(),
    ];
    let row = |line: &Line| {
        let when = when_words(w, line.on, today);
        vec![
            Cell::link(visit.href(&paths::family(line.id)), w.family_title(&line.name)),
            Cell::text(kind_words(w, line.kind)),
            match Stands::on(line.on, today) {
                Stands::Overdue => Cell::tag(when, "warm"),
                Stands::Today => Cell::tag(when, "strong"),
                Stands::ThisWeek | Stands::Later => Cell::text(when),
            },
            Cell::text(w.named("due-whose", line.kind.whose().key()).unwrap_or_default()),
        ]
    };
    Table {
        caption: w.due_caption().to_owned(),
        heads: heads.map(ToOwned::to_owned).into(),
        rows: lines.iter().map(row).collect(),
    }
}

/// What is due, in words.
fn kind_words(w: Words, kind: DueKind) -> &'static str {
    w.named("due-kind", kind.key()).unwrap_or_default()
}

/// By when, or since when, in words.
pub(crate) fn when_words(w: Words, on: Date, today: Date) -> String {
    let day = w.day_short(on);
    match Stands::on(on, today) {
        Stands::Overdue => w.due_stands_overdue(&day),
        Stands::Today => w.due_stands_today().to_owned(),
        Stands::ThisWeek => w.due_stands_this_week(&day),
        Stands::Later => w.due_stands_later(&day),
    }
}

/// One thing that is due, as one line, and how it looks.
pub(crate) fn line(w: Words, (kind, on): (DueKind, Date), today: Date) -> String {
    w.due_line(kind_words(w, kind), &when_words(w, on, today))
}

/// What is due this week about the families of somebody who supervises or runs the programme, the earliest first.
pub(crate) async fn of_home(app: &App, visit: &Visit, roles: &[Role]) -> Answer<Vec<Task>> {
    let reads = [Role::Supervisor, Role::ProgrammeManager, Role::ProgrammeOfficer];
    let lists = [Action::ListFamilies];
    let is_theirs = roles.iter().any(|role| reads.contains(role));
    let allowed = app.store().allowed(&visit.actor(), Object::Lists, &lists).await?;
    if !is_theirs || allowed.is_empty() {
        return Ok(Vec::new());
    }
    let w = visit.w();
    let today = store::clock::london_day(app.store().now());
    let sunday = domain::contact::monday_of(today).saturating_add(6.days());
    let lines = read(app, visit, Action::ListFamilies, (Which::All, sunday), None, HOME_MAX).await?;
    let one = |line: Line| {
        let stands = Stands::on(line.on, today);
        Task {
            text: w.family_title(&line.name),
            href: Some(visit.href(&paths::family(line.id))),
            hint: self::line(w, (line.kind, line.on), today),
            state: match stands {
                Stands::Overdue => w.due_overdue_title(),
                Stands::Today => w.due_today_title(),
                Stands::ThisWeek => w.due_this_week_title(),
                Stands::Later => w.due_later_title(),
            }
            .to_owned(),
            look: if stands == Stands::Overdue { "warm" } else { "" },
        }
    };
    Ok(lines.into_iter().map(one).collect())
}
