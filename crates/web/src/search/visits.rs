//! Finding visits by day, kind, carer and family. What was written of them is sealed, and the page says so.

use crate::App;
use crate::error::Answer;
use crate::household::called;
use crate::mistakes::Mistakes;
use crate::page::{
    Cell, Choice, DateField, Field, Link, Page, Pager, Problem, Table, choice, date_field, field, link, show,
};
use crate::paths;
use crate::session::{kind_words, when_words};
use crate::table::{self, File};
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object, assigned_may};
use domain::agreement::AgreementState;
use domain::day::parse_day_parts;
use domain::id::HouseholdId;
use domain::role::Role;
use domain::session::Stage;
use domain::support::{KINDS, SupportKind, kind};
use jiff::ToSpan;
use jiff::civil::Date;
use reports::{Cell as Value, Column, Head, Kind};
use store::session::{Asked, Found, Of};
use uuid::Uuid;
use words::Words;

/// How many lines a page shows.
const PAGE: usize = 50;

/// How many days back it looks where no first day is given.
///
/// Assumption: 28, four weeks, as far as most questions about a visit go.
const BACK_DAYS: i32 = 28;

#[derive(Template)]
#[template(path = "search/visits.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    family: Field,
    from: DateField,
    to: DateField,
    kind: Field,
    kinds: Vec<Choice>,
    carer: Field,
    carers: Vec<Choice>,
    here: String,
    said: String,
    table: Table,
    pages: Pager,
    files: Vec<Link>,
    people: Link,
}

/// What was typed, read.
struct Typed {
    family: String,
    from: Option<Date>,
    to: Option<Date>,
    kind: Option<&'static SupportKind>,
    household: Option<HouseholdId>,
    before: Option<(i64, Uuid)>,
}

fn value(visit: &Visit, name: &str) -> String {
    visit.query_value(name).unwrap_or_default().chars().take(200).collect()
}

fn day(visit: &Visit, name: &str, mistakes: &mut Mistakes) -> Option<Date> {
    let part = |part: &str| value(visit, &format!("{name}_{part}"));
    let (day, month, year) = (part("day"), part("month"), part("year"));
    if day.is_empty() && month.is_empty() && year.is_empty() {
        return None;
    }
    let parsed = parse_day_parts(&day, &month, &year).ok();
    if parsed.is_none() {
        mistakes.add(name, visit.w().referral_waiting_day_unreal());
    }
    parsed
}

fn read(visit: &Visit, mistakes: &mut Mistakes) -> Typed {
    let before = visit.query_value("before").and_then(|text| {
        let (at, id) = text.split_once('_')?;
        Some((at.parse().ok()?, id.parse().ok()?))
    });
    let typed = Typed {
        family: value(visit, "family").trim().to_owned(),
        from: day(visit, "from", mistakes),
        to: day(visit, "to", mistakes),
        kind: kind(&value(visit, "kind")),
        household: value(visit, "carer").parse().ok(),
        before,
    };
    if let (Some(from), Some(to)) = (typed.from, typed.to)
        && to < from
    {
        mistakes.add("to", visit.w().search_problem_order());
    }
    typed
}

impl Typed {
    /// What is looked for: without days the last four weeks and what is planned in the next four.
    fn asked(&self, today: Date) -> Asked {
        let to = self.to.unwrap_or(today.saturating_add(BACK_DAYS.days()));
        Asked {
            from: self.from.unwrap_or(today.min(to).saturating_sub(BACK_DAYS.days())),
            to,
            kind: self.kind,
            of: match (self.family.is_empty(), self.household) {
                (false, _) => Of::Named(self.family.clone()),
                (true, Some(household)) => Of::Household(household),
                (true, None) => Of::Anybody,
            },
            before: self.before,
        }
    }
}

async fn found(app: &App, visit: &Visit, action: Action, asked: Asked, most: usize) -> Answer<Vec<Found>> {
    let permit = app.store().permit(&visit.actor(), action, Object::Lists).await?;
    let read = app
        .store()
        .read_long(permit, move |tx| store::session::find(tx, &asked, most));
    Ok(read.await?)
}

/// The carers to choose from, for whoever may list them.
async fn carers(app: &App, visit: &Visit, now: Option<HouseholdId>) -> Answer<Vec<Choice>> {
    let list = [Action::ListHouseholds];
    let w = visit.w();
    if app
        .store()
        .allowed(&visit.actor(), Object::Lists, &list)
        .await?
        .is_empty()
    {
        return Ok(Vec::new());
    }
    let (mut lines, _) = crate::household::lines(app, visit).await?;
    lines.sort_by(|one, other| words::compare_names(&called(w, &one.household), &called(w, &other.household)));
    let one = |line: &store::household::Line| {
        let id = line.household.id;
        choice(&id.to_string(), &called(w, &line.household), now == Some(id))
    };
    let mut all = vec![choice("", w.search_any(), now.is_none())];
    all.extend(lines.iter().map(one));
    Ok(all)
}

/// The question and its answer.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let w = visit.w();
    let mut mistakes = Mistakes::default();
    let typed = read(&visit, &mut mistakes);
    let today = store::clock::london_day(app.store().now());
    let asked = typed.asked(today);
    let period = w.search_period(&w.day_short(asked.from), &w.day_short(asked.to));
    let found = if mistakes.any() {
        Vec::new()
    } else {
        found(&app, &visit, Action::SearchPeople, asked, PAGE + 1).await?
    };
    let last = found.get(PAGE - 1).filter(|_| PAGE < found.len());
    let here = visit.href(paths::SEARCH_VISITS);
    let query: Vec<(String, String)> = form_urlencoded::parse(visit.query.as_bytes())
        .filter(|(name, _)| name != "before")
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect();
    let same = |before: Option<String>| {
        let mut address = form_urlencoded::Serializer::new(String::new());
        address.extend_pairs(&query);
        if let Some(before) = before {
            address.append_pair("before", &before);
        }
        format!("{here}?{}", address.finish())
    };
    let box_of = |name: &str| date_field(name, |part| value(&visit, part), mistakes.of(name));
    let kinds = KINDS.iter().map(|one| {
        let is_now = typed.kind.is_some_and(|now| now.key == one.key);
        choice(one.key, kind_words(w, one), is_now)
    });
    let any = std::iter::once(choice("", w.search_any(), typed.kind.is_none()));
    let shown = Shown {
        problems: mistakes.summary(),
        family: field("family", typed.family.clone(), None),
        from: box_of("from"),
        to: box_of("to"),
        kind: field("kind", "", None),
        kinds: any.chain(kinds).collect(),
        carer: field("carer", "", None),
        carers: carers(&app, &visit, typed.household).await?,
        said: if found.is_empty() {
            w.search_none(&period)
        } else {
            period
        },
        table: table(&visit, &found[..found.len().min(PAGE)]),
        pages: Pager {
            newer: typed.before.map(|_| same(None)),
            older: last.map(|one| same(Some(format!("{}_{}", one.at, one.id)))),
        },
        files: table::links(&app, &visit, paths::SEARCH_VISITS).await?,
        people: link(visit.href(paths::SEARCH), w.family_search_title()),
        page: Page::new(&app, &visit, w.search_visits_title()).with_mistakes(mistakes.any()),
        here,
    };
    Ok(show(&shown, &shown.page))
}

fn stage_words(w: Words, stage: Stage) -> &'static str {
    match stage {
        Stage::Done => w.search_stage_done(),
        Stage::Planned => w.search_stage_planned(),
        Stage::Cancelled { .. } => w.search_stage_cancelled(),
        Stage::Missed { .. } => w.search_stage_missed(),
    }
}

fn table(visit: &Visit, found: &[Found]) -> Table {
    let w = visit.w();
    let heads = [
        w.search_when(),
        w.search_kind(),
        w.due_column_family(),
        w.search_by(),
        w.search_state(),
    ];
    // Whoever may not read what was written sees that visits took place, and opens the family.
    let mut roles = visit
        .who
        .iter()
        .flat_map(|who| &who.roles)
        .filter_map(|key| Role::from_key(key));
    let opens = roles.any(|role| assigned_may(role, Action::OpenSession, AgreementState::InForce));
    let row = |one: &Found| {
        let why = one.stage.why().and_then(|why| w.named("session-why", why.key()));
        let state: Vec<&str> = std::iter::once(stage_words(w, one.stage)).chain(why).collect();
        vec![
            if opens {
                Cell::link(visit.href(&paths::session(one.id)), when_words(w, one.when))
            } else {
                Cell::text(when_words(w, one.when))
            },
            Cell::text(kind_words(w, one.kind)),
            Cell::link(visit.href(&paths::family(one.family)), w.family_title(&one.name)),
            Cell::text(one.by.clone().unwrap_or_default()),
            Cell::text(state.join(" · ")),
        ]
    };
    Table {
        caption: w.search_caption().to_owned(),
        heads: heads.map(ToOwned::to_owned).into(),
        rows: found.iter().map(row).collect(),
    }
}

/// What was found as comma-separated values.
pub async fn csv(State(app): State<App>, visit: Visit) -> Answer {
    file(&app, &visit, File::Csv).await
}

/// What was found as a workbook.
pub async fn excel(State(app): State<App>, visit: Visit) -> Answer {
    file(&app, &visit, File::Excel).await
}

async fn file(app: &App, visit: &Visit, how: File) -> Answer {
    let w = visit.w();
    let typed = read(visit, &mut Mistakes::default());
    let asked = typed.asked(store::clock::london_day(app.store().now()));
    let most = crate::family::list::EXPORT_ROWS_MAX;
    let found = found(app, visit, Action::ExportFamilies, asked, most).await?;
    let columns = vec![
        Column::new(w.search_when(), Kind::Day, w.board_means_day()),
        Column::new(w.search_kind(), Kind::Text, w.board_means_kind()),
        Column::new(w.family_reference(), Kind::Text, w.board_means_reference()),
        Column::new(w.due_column_family(), Kind::Text, w.board_means_family()),
        Column::new(w.search_by(), Kind::Text, w.board_means_by()),
        Column::new(w.search_state(), Kind::Text, w.board_means_state()),
        Column::new(w.search_minutes(), Kind::Minutes, w.board_means_minutes()),
    ];
    let rows = found.iter().map(|one| {
        vec![
            Value::Day(one.when.on),
            kind_words(w, one.kind).into(),
            one.reference.as_str().into(),
            one.name.as_str().into(),
            one.by.as_deref().unwrap_or_default().into(),
            stage_words(w, one.stage).into(),
            one.when.minutes.map_or(Value::Empty, |n| Value::Minutes(u32::from(n))),
        ]
    });
    let head = Head {
        lang: visit.lang,
        title: w.search_visits_title().to_owned(),
        columns,
    };
    table::file("visits", head, rows, how)
}
