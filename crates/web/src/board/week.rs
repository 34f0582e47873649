//! The week of whoever supervises carers: what is overdue first, what waits for their signature, and each carer with each
//! family: what its level means this week and what took place. Carers stand by name; nobody is ranked, and what a holiday or
//! a review took the place of counts against nobody.

use crate::App;
use crate::error::Answer;
use crate::household::{called, level_words};
use crate::page::{Cell, Link, Page, Table, Task, link, show};
use crate::paths;
use crate::table::{self, File};
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::contact::{Week, monday_of, week};
use domain::due::{DueKind, Stands, due, review_due, sign_by};
use jiff::civil::Date;
use reports::{Cell as Value, Column, Head, Kind};
use store::board::{CarerWeek, FamilyWeek};
use words::Words;

#[derive(Template)]
#[template(path = "board/week.html")]
struct Shown {
    page: Page,
    monday: String,
    overdue: Vec<Task>,
    to_sign: Vec<Task>,
    carers: Vec<Carer>,
    files: Vec<Link>,
}

/// A carer's household with its families.
struct Carer {
    name: String,
    href: String,
    /// The way for whoever steps in, where there is a family.
    handover: Option<Link>,
    table: Table,
    calls: Vec<Task>,
}

async fn read(app: &App, visit: &Visit, action: Action) -> Answer<Vec<CarerWeek>> {
    let me = visit.account()?.account;
    let permit = app.store().permit(&visit.actor(), action, Object::Lists).await?;
    let read = app.store().read_long(permit, move |tx| store::board::week(tx, me));
    let (mut carers, w) = (read.await?, visit.w());
    let name = |one: &CarerWeek| called(w, &one.line.household);
    carers.sort_by(|one, other| words::compare_names(&name(one), &name(other)));
    Ok(carers)
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let w = visit.w();
    let all = read(&app, &visit, Action::ListFamilies).await?;
    let today = store::clock::london_day(app.store().now());
    let families = || all.iter().flat_map(|carer| &carer.families);
    let mut late: Vec<(Date, Task)> = families().flat_map(|one| overdue(&visit, one, today)).collect();
    late.sort_by_key(|(on, _)| *on);
    let mut to_sign: Vec<(Date, Task)> = families().flat_map(|one| signatures(&visit, one, today)).collect();
    to_sign.sort_by_key(|(by, _)| *by);
    let tasks = |dated: Vec<(Date, Task)>| dated.into_iter().map(|(_, task)| task).collect();
    let shown = Shown {
        monday: w.board_week_from(&w.day(monday_of(today))),
        overdue: tasks(late),
        to_sign: tasks(to_sign),
        carers: all.iter().map(|carer| draw(&visit, carer, today)).collect(),
        files: table::links(&app, &visit, paths::WEEK).await?,
        page: Page::new(&app, &visit, w.board_week_title()).back_to(visit.href(paths::HOME), w.site_nav_home()),
    };
    Ok(show(&shown, &shown.page))
}

/// What of a family is overdue, but for signatures, which stand in a list of their own.
fn overdue(visit: &Visit, one: &FamilyWeek, today: Date) -> Vec<(Date, Task)> {
    let w = visit.w();
    let late = due(&one.known.case, today).into_iter();
    let late = late.filter(|due| due.stands == Stands::Overdue && !due.kind.is_signature());
    let task = |due: domain::due::Due| {
        let task = Task {
            text: w.family_title(&one.name),
            href: Some(visit.href(&paths::family(one.family))),
            hint: crate::due::line(w, (due.kind, due.on), today),
            state: w
                .named("due-whose", due.kind.whose().key())
                .unwrap_or_default()
                .to_owned(),
            look: "quiet",
        };
        (due.on, task)
    };
    late.map(task).collect()
}

/// The visits and calls for help of a family that wait for the reader's signature, each with by when.
fn signatures(visit: &Visit, one: &FamilyWeek, today: Date) -> Vec<(Date, Task)> {
    let w = visit.w();
    let task = |kind: DueKind, on: Date, href: String, what: &str| {
        let by = sign_by(kind, on);
        let task = Task {
            text: what.to_owned(),
            href: Some(visit.href(&href)),
            hint: format!(
                "{} · {}",
                w.family_title(&one.name),
                crate::due::when_words(w, by, today)
            ),
            state: w.session_to_sign().to_owned(),
            look: "",
        };
        (by, task)
    };
    let visits = one.to_sign.iter().map(|session| {
        let what = w.session_title(crate::session::kind_words(w, session.kind), &w.day_short(session.on));
        task(DueKind::Signature, session.on, paths::session(session.id), &what)
    });
    let calls = one.calls_to_sign.iter().map(|call| {
        let at = store::clock::london_time(store::clock::instant(call.at));
        let what = w.crisis_title(&w.day_time(at));
        task(DueKind::CallSignature, at.date(), paths::crisis(call.id), &what)
    });
    visits.chain(calls).collect()
}

/// What a level means this week and what took place, in words.
fn week_words(w: Words, week: &Week) -> String {
    if week.level.is_none() {
        let done = (0 < week.done).then(|| w.board_week_done(u64::from(week.done)));
        return done.map_or_else(
            || w.contact_not_counted().to_owned(),
            |done| format!("{done} · {}", w.contact_not_counted()),
        );
    }
    let meant = (0 < week.due).then(|| w.board_week_due(u64::from(week.due)));
    let done = w.board_week_done(u64::from(week.done));
    let besides = crate::step::besides(w, week);
    let besides = (!besides.is_empty()).then_some(besides);
    let parts: Vec<String> = meant.into_iter().chain([done]).chain(besides).collect();
    parts.join(" · ")
}

fn draw(visit: &Visit, carer: &CarerWeek, today: Date) -> Carer {
    let (w, household) = (visit.w(), &carer.line.household);
    let name = called(w, household);
    let heads = [
        w.due_column_family(),
        w.contact_column_level(),
        w.board_week_visits(),
        w.board_week_next(),
        w.board_review_by(),
    ];
    let row = |one: &FamilyWeek| {
        let case = &one.known.case;
        let level = case.record.steps.level_on(today);
        let next = case.visits.iter().filter(|on| today <= **on).min();
        vec![
            Cell::link(visit.href(&paths::family(one.family)), w.family_title(&one.name)),
            Cell::text(level.map(|level| level_words(w, level)).unwrap_or_default()),
            Cell::text(week_words(w, &week(&case.record, monday_of(today), today))),
            Cell::text(next.map_or_else(|| w.board_week_no_next().to_owned(), |on| w.day_short(*on))),
            Cell::text(review_words(w, one, today)),
        ]
    };
    let calls = carer.families.iter().flat_map(|one| calls(visit, one));
    Carer {
        href: visit.href(&paths::carer(household.id)),
        handover: (!carer.families.is_empty())
            .then(|| link(visit.href(&paths::carer_handover(household.id)), w.handover_carer_act())),
        table: Table {
            caption: w.board_week_with(&name),
            heads: heads.map(ToOwned::to_owned).into(),
            rows: carer.families.iter().map(row).collect(),
        },
        calls: calls.collect(),
        name,
    }
}

/// When a review is planned, else by when the next is to be held.
fn review_words(w: Words, one: &FamilyWeek, today: Date) -> String {
    let case = &one.known.case;
    match (case.meetings.iter().min(), review_due(case)) {
        (Some(on), _) => w.board_week_review_planned(&w.day_short(*on)),
        (None, Some(on)) => crate::due::when_words(w, on, today),
        (None, None) => String::new(),
    }
}

/// The calls for help of this week, and those not ended.
fn calls<'a>(visit: &'a Visit, one: &'a FamilyWeek) -> impl Iterator<Item = Task> + 'a {
    let w = visit.w();
    one.calls.iter().map(move |call| {
        let at = store::clock::london_time(store::clock::instant(call.at));
        let ended = call.outcome.and_then(|how| w.named("crisis-outcome", how.key()));
        Task {
            text: w.crisis_title(&w.day_time(at)),
            href: Some(visit.href(&paths::crisis(call.id))),
            hint: w.family_title(&one.name),
            state: ended.unwrap_or_else(|| w.handover_call_open()).to_owned(),
            look: if ended.is_some() { "quiet" } else { "" },
        }
    })
}

/// The week as comma-separated values.
pub async fn csv(State(app): State<App>, visit: Visit) -> Answer {
    file(&app, &visit, File::Csv).await
}

/// The week as a workbook.
pub async fn excel(State(app): State<App>, visit: Visit) -> Answer {
    file(&app, &visit, File::Excel).await
}

async fn file(app: &App, visit: &Visit, kind: File) -> Answer {
    let w = visit.w();
    let all = read(app, visit, Action::ExportFamilies).await?;
    let today = store::clock::london_day(app.store().now());
    let whole = |head: &str, means: &str| Column::new(head, Kind::Whole, means);
    let columns = vec![
        Column::new(w.household_carers(), Kind::Text, w.board_means_carer()),
        Column::new(w.due_column_family(), Kind::Text, w.board_means_family()),
        Column::new(w.contact_column_level(), Kind::Text, w.board_means_level()),
        whole(w.review_contact_intended(), w.board_means_intended()),
        whole(w.review_contact_done(), w.board_means_done()),
        whole(w.review_contact_waived(), w.board_means_waived()),
        whole(w.review_contact_excused(), w.board_means_excused()),
        whole(w.review_contact_missed(), w.board_means_missed()),
        whole(w.review_contact_open(), w.board_means_open()),
        whole(w.session_to_sign(), w.board_means_to_sign()),
        Column::new(w.board_review_by(), Kind::Day, w.board_means_review()),
    ];
    let rows = all.iter().flat_map(|carer| {
        let name = called(w, &carer.line.household);
        carer.families.iter().map(move |one| {
            let case = &one.known.case;
            let week = week(&case.record, monday_of(today), today);
            let level = case.record.steps.level_on(today);
            let whole = |number: u16| Value::Whole(i64::from(number));
            vec![
                name.as_str().into(),
                one.name.as_str().into(),
                level.map(|level| level_words(w, level)).unwrap_or_default().into(),
                whole(week.due),
                whole(week.done),
                whole(week.waived),
                whole(week.excused),
                whole(week.missed),
                whole(week.open),
                Value::Whole(i64::try_from(signatures(visit, one, today).len()).unwrap_or(i64::MAX)),
                review_due(case).map_or(Value::Empty, Value::Day),
            ]
        })
    });
    let head = Head {
        lang: visit.lang,
        title: w.board_week_title().to_owned(),
        columns,
    };
    table::file("week", head, rows, kind)
}
