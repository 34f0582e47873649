//! The families a reader works with: where each stands, its visits and its next review, and what is asked of the reader; all
//! of them or those of one sort, on a page or as a file.

use crate::App;
use crate::error::Answer;
use crate::household::level_words;
use crate::page::{Cell, Link, NavItem, Page, Pager, Table, show};
use crate::paths;
use crate::referral::{look, stage_words};
use crate::table::{self, File};
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object, assigned_may};
use domain::agreement::AgreementState;
use domain::due::DueKind;
use domain::id::FamilyId;
use domain::level::Level;
use domain::role::Role;
use jiff::ToSpan;
use jiff::civil::Date;
use reports::{Cell as Value, Column, Head, Kind};
use std::collections::HashMap;
use std::collections::hash_map::Entry as Slot;
use store::asked::{PlanAsked, ReviewAsked};
use store::board::{Case, Detail, Show};
use words::Words;

/// How many lines a page shows.
const PAGE: usize = 50;

/// How many lines a file holds.
///
/// Source: details.md 3, an export of at most 5,000 rows.
pub(crate) const EXPORT_ROWS_MAX: usize = 5000;

#[derive(Template)]
#[template(path = "family/list.html")]
struct Shown {
    title: String,
    page: Page,
    picks: Vec<NavItem>,
    table: Table,
    pages: Pager,
    files: Vec<Link>,
    none: bool,
    is_filtered: bool,
}

/// The sort an address asks for; all where it asks for none we know.
fn asked(visit: &Visit) -> Show {
    let text = visit.query_value("show").unwrap_or_default();
    let level = || {
        let number = text.strip_prefix("level-")?.parse().ok()?;
        Level::new(number).map(Show::AtLevel)
    };
    match text.as_str() {
        "supported" => Show::Supported,
        "between" => Show::Between,
        "longer" => Show::Longer,
        "ending" => Show::Ending,
        _ => level().unwrap_or(Show::All),
    }
}

/// The list of the families of one sort.
pub(crate) fn href(visit: &Visit, show: Show) -> String {
    let key = match show {
        Show::All => return visit.href(paths::FAMILIES),
        Show::AtLevel(level) => format!("level-{}", level.number()),
        Show::Supported => "supported".to_owned(),
        Show::Between => "between".to_owned(),
        Show::Longer => "longer".to_owned(),
        Show::Ending => "ending".to_owned(),
    };
    visit.href(&format!("{}?show={key}", paths::FAMILIES))
}

/// What families of one sort are called.
pub(crate) fn title(w: Words, show: Show) -> String {
    match show {
        Show::All => w.family_list_title().to_owned(),
        Show::AtLevel(level) => w.board_at_level(&level_words(w, level)),
        Show::Supported => w.board_supported().to_owned(),
        Show::Between => w.board_between().to_owned(),
        Show::Longer => w.board_longer().to_owned(),
        Show::Ending => w.board_ending().to_owned(),
    }
}

/// The families, and what is asked of the reader about some of them: in words, with where it is done.
struct Read {
    cases: Vec<Case>,
    asked: HashMap<FamilyId, Vec<(String, String)>>,
}

/// Which families, from where on, how many, and how much of each.
#[derive(Clone, Copy)]
struct Part {
    show: Show,
    detail: Detail,
    after: Option<FamilyId>,
    most: usize,
}

async fn read(app: &App, visit: &Visit, action: Action, part: Part) -> Answer<Read> {
    let who = visit.account()?;
    let me = who.account;
    let roles: Vec<Role> = who.roles.iter().filter_map(|key| Role::from_key(key)).collect();
    let permit = app.store().permit(&visit.actor(), action, Object::Lists).await?;
    let unit = move |tx: &store::Tx| {
        let cases = store::board::cases(tx, (part.show, part.detail), part.after, part.most)?;
        let (plans, reviews) = (store::asked::plans(tx, me)?, store::asked::reviews(tx, me)?);
        let waits =
            |id: FamilyId| plans.iter().any(|one| one.family == id) || reviews.iter().any(|one| one.family == id);
        let mut agreements = HashMap::new();
        for case in cases.iter().filter(|case| waits(case.id)) {
            if let Slot::Vacant(new) = agreements.entry(case.site) {
                new.insert(store::agreement::standing(tx, case.site)?.state);
            }
        }
        Ok::<_, store::Error>((cases, agreements, plans, reviews))
    };
    let (cases, agreements, plans, reviews) = if part.most <= PAGE + 1 {
        app.store().read(permit, unit).await?
    } else {
        app.store().read_long(permit, unit).await?
    };
    let today = store::clock::london_day(app.store().now());
    let waiting = Waiting {
        visit,
        roles: &roles,
        plans: &plans,
        reviews: &reviews,
        today,
    };
    let asked = cases.iter().filter_map(|case| {
        let lines = waiting.lines(case, agreements.get(&case.site).copied());
        (!lines.is_empty()).then_some((case.id, lines))
    });
    Ok(Read {
        asked: asked.collect(),
        cases,
    })
}

/// Who is asked, and what waits for them.
struct Waiting<'a> {
    visit: &'a Visit,
    roles: &'a [Role],
    plans: &'a [PlanAsked],
    reviews: &'a [ReviewAsked],
    today: Date,
}

impl Waiting<'_> {
    /// What is asked about one family: in words, with where it is done. What an agreement has to allow is not asked without
    /// one.
    fn lines(&self, case: &Case, agreement: Option<AgreementState>) -> Vec<(String, String)> {
        let (visit, w) = (self.visit, self.visit.w());
        let may = |action| {
            let mut roles = self.roles.iter();
            agreement.is_some_and(|state| roles.any(|role| assigned_may(*role, action, state)))
        };
        let is_worker = self.roles.contains(&Role::FamilyWorker);
        let mut lines = Vec::new();
        let plan = self.plans.iter().find(|one| one.family == case.id && one.is_mine);
        if plan.is_some() && may(Action::AgreePlan) {
            let href = visit.href(&format!("{}/me", paths::plan_sign(case.id)));
            lines.push((w.plan_asked_mine().to_owned(), href));
        }
        let review = self.reviews.iter().find(|one| one.family == case.id);
        if let Some(review) = review.filter(|_| may(Action::ContributeToReview)) {
            let href = visit.href(&paths::review_act(case.id, review.review, "bring"));
            lines.push((w.review_asked(&w.on_day(review.on)), href));
        }
        let soon = self.today.saturating_add(crate::due::AHEAD_DAYS.days());
        if let Some(due) = case.due.filter(|(kind, on)| *kind == DueKind::FollowUp && *on <= soon)
            && is_worker
        {
            let href = visit.href(&paths::after(case.id));
            lines.push((crate::due::line(w, due, self.today), href));
        }
        if case.referral.as_deref() == Some("information_asked") && is_worker {
            lines.push((w.board_asked_answer().to_owned(), visit.href(&paths::family(case.id))));
        }
        lines
    }
}

/// The list.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let w = visit.w();
    let what = asked(&visit);
    let after = visit
        .query_value("after")
        .and_then(|text| text.parse::<FamilyId>().ok());
    // Of one sort there are no more than an area has places.
    let is_paged = matches!(what, Show::All | Show::Supported);
    let most = if is_paged { PAGE } else { EXPORT_ROWS_MAX };
    let part = Part {
        show: what,
        detail: Detail::Brief,
        after,
        most: most + 1,
    };
    let read = read(&app, &visit, Action::ListFamilies, part).await?;
    let here = href(&visit, what);
    let last = read.cases.get(most - 1).filter(|_| most < read.cases.len());
    let today = store::clock::london_day(app.store().now());
    let title = title(w, what);
    let shown = Shown {
        picks: picks(&visit, what),
        table: table(&visit, &read, what, (most, today)),
        pages: Pager {
            newer: after.map(|_| here.clone()),
            older: last.map(|case| {
                let more = if here.contains('?') { '&' } else { '?' };
                format!("{here}{more}after={}", case.id)
            }),
        },
        files: table::links(&app, &visit, paths::FAMILIES).await?,
        none: read.cases.is_empty(),
        is_filtered: what != Show::All,
        page: Page::new(&app, &visit, &title),
        title,
    };
    Ok(show(&shown, &shown.page))
}

fn picks(visit: &Visit, now: Show) -> Vec<NavItem> {
    let mut all = vec![Show::All, Show::Supported, Show::Between, Show::Longer, Show::Ending];
    if !all.contains(&now) {
        all.insert(2, now);
    }
    let one = |show: Show| NavItem {
        href: href(visit, show),
        text: if show == Show::All {
            visit.w().due_filter_all().to_owned()
        } else {
            title(visit.w(), show)
        },
        current: show == now,
        count: None,
    };
    all.into_iter().map(one).collect()
}

fn table(visit: &Visit, read: &Read, what: Show, (most, today): (usize, Date)) -> Table {
    let w = visit.w();
    let mut heads = vec![
        w.referral_board_column_family(),
        w.family_reference(),
        w.referral_board_column_state(),
    ];
    // Of all families of an area less is read; a list of those with support shows it.
    let with_support = read.cases.iter().any(|case| case.standing.goes_on);
    if with_support {
        heads.extend([w.contact_column_level(), w.board_visits()]);
    }
    heads.push(w.board_review_by());
    let with_end = what == Show::Ending;
    heads.extend(with_end.then(|| w.board_planned_end()));
    let with_asked = !read.asked.is_empty();
    heads.extend(with_asked.then(|| w.board_asked()));
    let day = |day: Option<Date>| Cell::text(day.map(|day| w.day_short(day)).unwrap_or_default());
    let row = |case: &Case| {
        let stage = case.referral.as_deref().unwrap_or_default();
        let mut row = vec![
            Cell::link(visit.href(&paths::family(case.id)), case.name.clone()),
            Cell::whole(case.reference.clone()),
            Cell::tag(stage_words(w, stage), look(stage)),
        ];
        if with_support {
            row.extend([Cell::text(level(w, case)), Cell::text(visits(w, case))]);
        }
        row.push(match case.review_on {
            Some(on) => Cell::text(crate::due::when_words(w, on, today)),
            None => Cell::default(),
        });
        row.extend(with_end.then(|| day(case.standing.planned_end)));
        row.extend(with_asked.then(|| match read.asked.get(&case.id).map(Vec::as_slice) {
            None => Cell::default(),
            Some([(text, href)]) => Cell::link(href.clone(), text.clone()),
            Some(several) => Cell::text(joined(several)),
        }));
        row
    };
    Table {
        caption: if what == Show::All {
            w.family_list_caption().to_owned()
        } else {
            title(w, what)
        },
        heads: heads.into_iter().map(ToOwned::to_owned).collect(),
        rows: read.cases.iter().take(most).map(row).collect(),
    }
}

fn joined(lines: &[(String, String)]) -> String {
    let texts: Vec<&str> = lines.iter().map(|(text, _)| text.as_str()).collect();
    texts.join(" · ")
}

/// The last visit and the next, in words.
fn visits(w: Words, case: &Case) -> String {
    let last = case.last.map(|on| w.board_visits_last(&w.day_short(on)));
    let next = case.next.map(|on| w.board_visits_next(&w.day_short(on)));
    let both: Vec<String> = last.into_iter().chain(next).collect();
    both.join(" · ")
}

/// How a family is supported now, in words.
fn level(w: Words, case: &Case) -> String {
    if case.standing.is_between {
        return w.board_between_one().to_owned();
    }
    case.standing
        .level
        .map(|level| level_words(w, level))
        .unwrap_or_default()
}

/// The list as comma-separated values.
pub async fn csv(State(app): State<App>, visit: Visit) -> Answer {
    file(&app, &visit, File::Csv).await
}

/// The list as a workbook.
pub async fn excel(State(app): State<App>, visit: Visit) -> Answer {
    file(&app, &visit, File::Excel).await
}

async fn file(app: &App, visit: &Visit, kind: File) -> Answer {
    let (w, what) = (visit.w(), asked(visit));
    let part = Part {
        show: what,
        detail: Detail::Whole,
        after: None,
        most: EXPORT_ROWS_MAX,
    };
    let read = read(app, visit, Action::ExportFamilies, part).await?;
    let columns = vec![
        Column::new(w.family_reference(), Kind::Text, w.board_means_reference()),
        Column::new(w.referral_board_column_family(), Kind::Text, w.board_means_family()),
        Column::new(w.referral_board_column_state(), Kind::Text, w.board_means_stage()),
        Column::new(w.contact_column_level(), Kind::Text, w.board_means_level()),
        Column::new(w.board_last_visit(), Kind::Day, w.board_means_last()),
        Column::new(w.board_next_visit(), Kind::Day, w.board_means_next()),
        Column::new(w.board_review_by(), Kind::Day, w.board_means_review()),
        Column::new(w.board_planned_end(), Kind::Day, w.board_means_end()),
        Column::new(w.board_asked(), Kind::Text, w.board_means_asked()),
    ];
    let day = |day: Option<Date>| day.map_or(Value::Empty, Value::Day);
    let rows = read.cases.iter().map(|case| {
        let asked = read.asked.get(&case.id).map(|lines| joined(lines)).unwrap_or_default();
        vec![
            case.reference.as_str().into(),
            case.name.as_str().into(),
            stage_words(w, case.referral.as_deref().unwrap_or_default()).into(),
            level(w, case).into(),
            day(case.last),
            day(case.next),
            day(case.review_on),
            day(case.standing.planned_end),
            asked.into(),
        ]
    });
    let head = Head {
        lang: visit.lang,
        title: title(w, what),
        columns,
    };
    table::file("families", head, rows, kind)
}
