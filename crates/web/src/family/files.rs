//! The lists of one family as files: visits, steps, goals, reviews, calls for help and weeks. Numbers, days and choices from
//! lists, and no words of anybody's: those are read in the record.

use super::list::EXPORT_ROWS_MAX;
use crate::App;
use crate::error::{Answer, PageError};
use crate::household::level_words;
use crate::page::{Link, Page, link, show};
use crate::paths;
use crate::session::kind_words;
use crate::step::voice_words;
use crate::table::{self, File};
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::contact::{Week, weeks};
use domain::family::Family;
use domain::id::FamilyId;
use domain::level::Level;
use jiff::civil::Date;
use reports::{Cell as Value, Column, Head, Kind};
use store::Rights;
use store::Tx;
use words::Words;

/// A list of a family.
#[derive(Clone, Copy, PartialEq, Eq)]
enum List {
    Visits,
    Steps,
    Goals,
    Reviews,
    Calls,
    Weeks,
}

/// Every list, in the order of the page; the name is the file's and ends its address.
const LISTS: [(List, &str); 6] = [
    (List::Visits, "visits"),
    (List::Steps, "steps"),
    (List::Goals, "goals"),
    (List::Reviews, "reviews"),
    (List::Calls, "calls"),
    (List::Weeks, "weeks"),
];

/// The most weeks of a file.
///
/// Assumption: 250, nearly five years; support is planned for 12 to 15 months (programme.md 4.3).
const WEEKS_MAX: u8 = 250;

impl List {
    /// What a reader of the list must be allowed to open, beside taking the family's record out.
    const fn opens(self) -> Action {
        match self {
            Self::Goals => Action::OpenPlan,
            Self::Calls => Action::OpenCrisis,
            Self::Visits | Self::Steps | Self::Reviews | Self::Weeks => Action::OpenFamily,
        }
    }

    fn title(self, w: Words) -> &'static str {
        match self {
            Self::Visits => w.files_visits(),
            Self::Steps => w.files_steps(),
            Self::Goals => w.files_goals(),
            Self::Reviews => w.files_reviews(),
            Self::Calls => w.files_calls(),
            Self::Weeks => w.files_weeks(),
        }
    }

    fn columns(self, w: Words) -> Vec<Column> {
        let (text, day, whole) = (Kind::Text, Kind::Day, Kind::Whole);
        let one = |head: &str, kind, means: &str| Column::new(head, kind, means);
        match self {
            Self::Visits => vec![
                one(w.search_when(), day, w.board_means_day()),
                one(w.search_kind(), text, w.board_means_kind()),
                one(w.session_place(), text, w.files_means_place()),
                one(w.search_minutes(), Kind::Minutes, w.board_means_minutes()),
                one(w.search_state(), text, w.board_means_state()),
                one(w.session_why(), text, w.files_means_why()),
                one(w.search_by(), text, w.board_means_by()),
            ],
            Self::Steps => vec![
                one(w.step_column_from(), day, w.files_means_from()),
                one(w.files_before(), text, w.files_means_before()),
                one(w.step_column_level(), text, w.files_means_level()),
                one(w.step_column_cause(), text, w.files_means_cause()),
                one(w.files_asked(), text, w.files_means_asked()),
                one(w.step_column_agreed(), text, w.files_means_agreed()),
                one(w.files_end(), day, w.files_means_end()),
            ],
            Self::Goals => vec![
                one(w.files_goal(), whole, w.files_means_goal()),
                one(w.files_owner(), text, w.files_means_owner()),
                one(w.files_need(), text, w.files_means_need()),
                one(w.files_day(), day, w.files_means_marked()),
                one(w.files_mark(), whole, w.files_means_mark()),
            ],
            Self::Reviews => vec![
                one(w.files_day(), day, w.files_means_review_day()),
                one(w.review_kind(), text, w.files_means_review_kind()),
                one(w.review_decided(), text, w.files_means_decided()),
            ],
            Self::Calls => vec![
                one(w.files_day(), day, w.files_means_call_day()),
                one(w.crisis_caller(), text, w.files_means_caller()),
                one(w.files_response(), Kind::Minutes, w.files_means_response()),
                one(w.crisis_outcome(), text, w.files_means_outcome()),
            ],
            Self::Weeks => vec![
                one(w.contact_column_week(), day, w.files_means_week()),
                one(w.contact_column_level(), text, w.files_means_week_level()),
                one(w.contact_column_due(), whole, w.board_means_intended()),
                one(w.contact_column_done(), whole, w.board_means_done()),
                one(w.files_waived(), whole, w.board_means_waived()),
                one(w.files_excused(), whole, w.board_means_excused()),
                one(w.files_missed(), whole, w.board_means_missed()),
                one(w.files_open(), whole, w.board_means_open()),
            ],
        }
    }
}

/// One list of the page.
struct Line {
    title: &'static str,
    files: Vec<Link>,
}

#[derive(Template)]
#[template(path = "family/files.html")]
struct Shown {
    page: Page,
    name: String,
    lines: Vec<Line>,
}

/// The lists this reader may take out.
fn allowed(rights: &Rights, id: FamilyId) -> impl Iterator<Item = (List, &'static str)> {
    let object = Object::Family(id);
    let may = move |list: List| !rights.allowed(object, &[list.opens()]).is_empty();
    LISTS.into_iter().filter(move |(list, _)| may(*list))
}

/// The page with every list.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let (w, object) = (visit.w(), Object::Family(id));
    let (permit, rights) = app
        .store()
        .permit_with_rights(&visit.actor(), Action::ExportFamily, object)
        .await?;
    let (_, name) = app.store().read(permit, move |tx| store::family::load(tx, id)).await?;
    let name = w.family_title(&name);
    let line = |(list, file): (List, &str)| {
        let title = list.title(w);
        let one = |ending: &str, text: String| {
            let href = format!("{}/{file}.{ending}", paths::family(id));
            link(visit.href(&href), &text)
        };
        Line {
            title,
            files: vec![one("csv", w.files_csv(title)), one("xlsx", w.files_excel(title))],
        }
    };
    let shown = Shown {
        lines: allowed(&rights, id).map(line).collect(),
        page: Page::new(&app, &visit, &w.files_of(&name)).back_to(visit.href(&paths::family(id)), &name),
        name,
    };
    Ok(show(&shown, &shown.page))
}

/// One list as a file; which, and in which form, the end of the address says.
pub async fn file(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let asked = visit.path.rsplit('/').next().unwrap_or_default();
    let (name, how) = match asked.rsplit_once('.') {
        Some((name, "csv")) => (name, File::Csv),
        Some((name, "xlsx")) => (name, File::Excel),
        _ => return Err(PageError::NotFound),
    };
    let object = Object::Family(id);
    let (permit, rights) = app
        .store()
        .permit_with_rights(&visit.actor(), Action::ExportFamily, object)
        .await?;
    let found = allowed(&rights, id).find(|(_, file)| *file == name);
    let (list, file) = found.ok_or(PageError::NotFound)?;
    let (w, today) = (visit.w(), store::clock::london_day(app.store().now()));
    let read = app.store().read(permit, move |tx| rows(tx, id, list, (w, today)));
    let rows = read.await?;
    let head = Head {
        lang: visit.lang,
        title: list.title(w).to_owned(),
        columns: list.columns(w),
    };
    table::file(file, head, rows.into_iter(), how)
}

fn rows(tx: &Tx, id: FamilyId, list: List, (w, today): (Words, Date)) -> Result<Vec<Vec<Value>>, store::Error> {
    let most = i64::try_from(EXPORT_ROWS_MAX).unwrap_or(i64::MAX);
    Ok(match list {
        List::Visits => visits(tx, id, most, w)?,
        List::Steps => steps(tx, id, w)?,
        List::Goals => {
            let (family, _) = store::family::load(tx, id)?;
            goals(tx, &family, w)?
        }
        List::Reviews => {
            let reviews = store::review::page(tx, id, None, most)?;
            let one = |line: &store::review::ReviewLine| {
                vec![
                    Value::Day(line.review.on),
                    crate::review::kind_words(w, line.review.kind).into(),
                    crate::review::decided_words(w, &line.review.decided).into(),
                ]
            };
            reviews.iter().map(one).collect()
        }
        List::Calls => {
            let calls = store::crisis::page(tx, id, None, most, false)?;
            calls.iter().map(|line| call(w, line)).collect()
        }
        List::Weeks => {
            let record = store::due::known(tx, id, most)?.case.record;
            let begun = record.steps.all().first().map(|step| step.on);
            let is_since = |week: &&Week| {
                begun.is_some_and(|begun| begun <= week.monday.saturating_add(jiff::Span::new().days(6)))
            };
            let all = weeks(&record, today, WEEKS_MAX);
            all.iter().filter(is_since).map(|one| week(w, one)).collect()
        }
    })
}

fn visits(tx: &Tx, id: FamilyId, most: i64, w: Words) -> Result<Vec<Vec<Value>>, store::Error> {
    let lines = store::session::page(tx, id, None, most, false)?;
    let one = |line: &store::session::SessionLine| {
        let why = line.stage.why().and_then(|why| w.named("session-why", why.key()));
        vec![
            Value::Day(line.when.on),
            kind_words(w, line.kind).into(),
            w.named("session-place", line.place.key()).unwrap_or_default().into(),
            line.when.minutes.map_or(Value::Empty, |n| Value::Minutes(u32::from(n))),
            w.named("session-stage", line.stage.key()).unwrap_or_default().into(),
            why.unwrap_or_default().into(),
            line.by.as_deref().unwrap_or_default().into(),
        ]
    };
    Ok(lines.iter().map(one).collect())
}

fn steps(tx: &Tx, id: FamilyId, w: Words) -> Result<Vec<Vec<Value>>, store::Error> {
    let level = |level: Option<Level>| level.map(|level| level_words(w, level)).unwrap_or_default();
    let one = |shown: &store::step::StepShown| {
        let agreed: Vec<&str> = shown.agreed_by.iter().map(|voice| voice_words(w, *voice)).collect();
        vec![
            Value::Day(shown.step.on),
            level(shown.step.from).into(),
            level(Some(shown.step.to)).into(),
            w.named("step-cause", shown.step.cause.key()).unwrap_or_default().into(),
            shown.asked_by.map_or("", |voice| voice_words(w, voice)).into(),
            agreed.join("; ").into(),
            shown.step.expected_end.map_or(Value::Empty, Value::Day),
        ]
    };
    Ok(store::step::of_family(tx, id)?.iter().map(one).collect())
}

/// A row for each mark; a goal without one has a row of its own.
fn goals(tx: &Tx, family: &Family, w: Words) -> Result<Vec<Vec<Value>>, store::Error> {
    let goals = store::goal::of_family(tx, family.id)?;
    let rows = goals.iter().zip(1i64..).flat_map(|(one, number)| {
        let owner = family.people.iter().find(|person| person.id == one.goal.owner);
        let owner = owner.map(|person| super::people::name(w, person)).unwrap_or_default();
        let need = one
            .goal
            .need
            .and_then(|need| w.named("need", need.key))
            .unwrap_or_default();
        let row =
            move |on: Value, mark: Value| vec![Value::Whole(number), owner.as_str().into(), need.into(), on, mark];
        if one.goal.marks.is_empty() {
            return vec![row(Value::Empty, Value::Empty)];
        }
        let marks = one.goal.marks.iter();
        let marked = |marked: &domain::goal::Marked| {
            let mark = Value::Whole(i64::from(marked.mark.number()));
            row(Value::Day(marked.on), mark)
        };
        marks.map(marked).collect()
    });
    Ok(rows.collect())
}

fn call(w: Words, line: &store::crisis::CrisisLine) -> Vec<Value> {
    let day = |at: i64| store::clock::london_time(store::clock::instant(at)).date();
    let named = |of: &str, key: Option<&'static str>| key.and_then(|key| w.named(of, key)).unwrap_or_default();
    let minutes = line.first_response.map(|first| (first - line.at) / 60_000_000);
    let minutes = minutes.and_then(|minutes| u32::try_from(minutes).ok());
    vec![
        Value::Day(day(line.at)),
        named("crisis-caller", line.caller.map(domain::crisis::Caller::key)).into(),
        minutes.map_or(Value::Empty, Value::Minutes),
        named("crisis-outcome", line.outcome.map(domain::crisis::Outcome::key)).into(),
    ]
}

fn week(w: Words, week: &Week) -> Vec<Value> {
    let level = week.level.map(|level| level_words(w, level)).unwrap_or_default();
    let numbers = [week.due, week.done, week.waived, week.excused, week.missed, week.open];
    let numbers = numbers.into_iter().map(|number| Value::Whole(i64::from(number)));
    [Value::Day(week.monday), level.into()]
        .into_iter()
        .chain(numbers)
        .collect()
}
