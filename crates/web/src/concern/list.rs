//! The reader's concerns, the latest first, less those that are kept from them.

use crate::App;
use crate::error::Answer;
use crate::page::{Cell, Link, NavItem, Page, Pager, Table, link, show};
use crate::paths;
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::id::FamilyId;
use store::concern::{ConcernLine, Wanted};
use store::site::Site;
use words::Words;

/// How many concerns a page shows.
const PAGE: usize = 30;

#[derive(Template)]
#[template(path = "concern/list.html")]
struct Shown {
    title: &'static str,
    page: Page,
    picks: Vec<NavItem>,
    table: Table,
    none: bool,
    pages: Pager,
    families: Vec<Link>,
    numbers: Vec<Link>,
}

/// The page: open ones, or all; of every family, or of one.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let w = visit.w();
    let asked = |name: &str| visit.query_value(name);
    let wanted = Wanted {
        decided: asked("show").as_deref() == Some("all"),
        family: asked("family").and_then(|id| id.parse().ok()),
        after: asked("after").and_then(|id| id.parse().ok()),
    };
    let most = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let permit = app
        .store()
        .permit(&visit.actor(), Action::ListConcerns, Object::Lists)
        .await?;
    let read = app.store().read(permit, move |tx| {
        let lines = store::concern::list(tx, wanted, most)?;
        Ok::<_, store::Error>((lines, store::concern::may_raise(tx)?, store::site::in_scope(tx)?))
    });
    let (lines, families, sites) = read.await?;
    let last = lines.get(PAGE - 1).filter(|_| PAGE < lines.len());
    let title = if wanted.decided {
        w.concern_list_title_all()
    } else {
        w.concern_list_title()
    };
    let shown = Shown {
        title,
        picks: picks(&visit, wanted),
        none: lines.is_empty(),
        pages: Pager {
            newer: wanted.after.map(|_| address(&visit, wanted, "")),
            older: last.map(|line| address(&visit, wanted, &format!("after={}", line.id))),
        },
        table: table(&visit, &lines[..lines.len().min(PAGE)]),
        families: families
            .into_iter()
            .map(|(id, reference)| link(visit.href(&paths::concern_new(id)), &reference))
            .collect(),
        numbers: numbers(&app, &visit, &sites).await?,
        page: Page::new(&app, &visit, title).back_to(visit.href(paths::HOME), w.site_nav_home()),
    };
    Ok(show(&shown, &shown.page))
}

/// Where somebody who may sets the numbers of their areas.
async fn numbers(app: &App, visit: &Visit, sites: &[Site]) -> Answer<Vec<Link>> {
    let mut links = Vec::new();
    for site in sites {
        let set = [Action::SetNumbers];
        let object = Object::Site(site.id);
        if !app.store().allowed(&visit.actor(), object, &set).await?.is_empty() {
            let text = visit.w().ring_set_title(site.name(visit.lang.tag()));
            links.push(link(visit.href(&paths::numbers(site.id)), &text));
        }
    }
    Ok(links)
}

/// The address of these concerns.
fn address(visit: &Visit, wanted: Wanted, more: &str) -> String {
    let family = wanted.family.map(|id: FamilyId| format!("family={id}"));
    let all = wanted.decided.then(|| "show=all".to_owned());
    let more = (!more.is_empty()).then(|| more.to_owned());
    let parts: Vec<String> = [family, all, more].into_iter().flatten().collect();
    let path = visit.href(paths::CONCERNS);
    if parts.is_empty() {
        path
    } else {
        format!("{path}?{}", parts.join("&"))
    }
}

fn picks(visit: &Visit, wanted: Wanted) -> Vec<NavItem> {
    let w = visit.w();
    let one = |decided: bool, text: &str| NavItem {
        href: address(
            visit,
            Wanted {
                decided,
                after: None,
                ..wanted
            },
            "",
        ),
        text: text.to_owned(),
        current: wanted.decided == decided,
        count: None,
    };
    vec![one(false, w.concern_list_open()), one(true, w.session_filter_all())]
}

fn table(visit: &Visit, lines: &[ConcernLine]) -> Table {
    let w = visit.w();
    let heads = [
        w.concern_list_when(),
        w.referral_board_column_family(),
        w.concern_at_risk(),
        w.concern_list_state(),
    ];
    Table {
        caption: w.concern_list_caption().to_owned(),
        heads: heads.map(ToOwned::to_owned).into(),
        rows: lines.iter().map(|line| cells(visit, w, line)).collect(),
    }
}

fn cells(visit: &Visit, w: Words, line: &ConcernLine) -> Vec<Cell> {
    let raised = store::clock::london_time(store::clock::instant(line.raised_at));
    let state = match (line.waits, line.is_open) {
        (true, _) => Cell::tag(w.concern_to_read(), "warm"),
        (false, true) => Cell::tag(w.concern_stage_open(), ""),
        (false, false) => Cell::tag(w.concern_stage_decided(), "quiet"),
    };
    vec![
        Cell::link(visit.href(&paths::concern(line.id)), w.day_time(raised)),
        Cell::text(w.concern_somebody(&w.family_title(&line.name), &line.reference)),
        Cell::text(w.named("concern-risk", line.at_risk.key()).unwrap_or_default()),
        state,
    ]
}
