//! The board of an area: what needs a decision, how many families stand how, and each carer's places. Each figure says what it
//! counts and leads to the list behind it.

use crate::App;
use crate::error::{Answer, PageError};
use crate::family::list::{href, title};
use crate::household::{called, places};
use crate::page::{Link, Page, Place, Task, show};
use crate::paths;
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::due::{DueKind, Stands};
use jiff::civil::Date;
use store::board::{Figures, Show};
use store::due::{Line as DueLine, Which};

/// How many lines of what is due are looked through, and how many of them stand on the board.
const DUE: (i64, usize) = (60, 8);

#[derive(Template)]
#[template(path = "board/area.html")]
struct Shown {
    page: Page,
    today: String,
    decide: Vec<Task>,
    due: Vec<Task>,
    all_due: String,
    families: Vec<Task>,
    disruptions: Vec<Link>,
    free: String,
    carers: Vec<Carer>,
}

/// One household with its places.
struct Carer {
    name: String,
    href: String,
    places: Vec<Place>,
}

/// The board, for whoever sees a whole area.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let w = visit.w();
    let permit = app
        .store()
        .permit(&visit.actor(), Action::ListFamilies, Object::Lists)
        .await?;
    let today = store::clock::london_day(app.store().now());
    let read = app.store().read(permit, move |tx| {
        let figures = store::board::figures(tx)?;
        Ok::<_, store::Error>((figures, store::due::list(tx, Which::All, today, None, DUE.0)?))
    });
    let (figures, due) = read.await?;
    // Whoever works with some families of an area has them on a list and not as figures.
    let figures = figures.ok_or(PageError::NotFound)?;
    let permit = app
        .store()
        .permit(&visit.actor(), Action::ListReferrals, Object::Lists)
        .await?;
    let counts = app.store().read(permit, store::referral::counts).await?;
    let (mut lines, _) = crate::household::lines(&app, &visit).await?;
    lines.sort_by(|one, other| words::compare_names(&called(w, &one.household), &called(w, &other.household)));
    let all: u64 = lines.iter().map(|line| u64::from(line.household.places)).sum();
    let taken: u64 = lines.iter().map(|line| line.families.len() as u64).sum();
    let carers = lines.iter().map(|line| Carer {
        name: called(w, &line.household),
        href: visit.href(&paths::carer(line.household.id)),
        places: places(&visit, line, today),
    });
    let shown = Shown {
        today: w.day(today),
        decide: crate::home::decisions(&app, &visit).await?,
        due: due_today(&visit, due, today),
        all_due: visit.href(paths::DUE),
        families: families(&visit, counts, &figures),
        disruptions: crate::disruption::links(&app, &visit).await?,
        free: w.household_list_free(all.saturating_sub(taken), all),
        carers: carers.collect(),
        page: Page::new(&app, &visit, w.board_title()).back_to(visit.href(paths::HOME), w.site_nav_home()),
    };
    Ok(show(&shown, &shown.page))
}

/// What the programme team does by today, and levels that have come to their end.
fn due_today(visit: &Visit, due: Vec<DueLine>, today: Date) -> Vec<Task> {
    let w = visit.w();
    let is_ours = |line: &DueLine| matches!(line.kind, DueKind::LevelEnd | DueKind::Meeting | DueKind::Review);
    let one = |line: DueLine| Task {
        text: w.family_title(&line.name),
        href: Some(visit.href(&paths::family(line.id))),
        hint: crate::due::line(w, (line.kind, line.on), today),
        state: match Stands::on(line.on, today) {
            Stands::Overdue => w.due_overdue_title(),
            _ => w.due_today_title(),
        }
        .to_owned(),
        look: "",
    };
    due.into_iter().filter(is_ours).take(DUE.1).map(one).collect()
}

/// The figures: families by where they stand, each a way to the list of them.
fn families(visit: &Visit, (to_decide, waiting): (u64, u64), figures: &Figures) -> Vec<Task> {
    let w = visit.w();
    let one = |text: &str, href: String, means: &str, count: u64| Task {
        text: text.to_owned(),
        href: Some(href),
        hint: means.to_owned(),
        state: w.number(count),
        look: "quiet",
    };
    let of = |what: Show, means: &str, count: u64| one(&title(w, what), href(visit, what), means, count);
    let referrals = visit.href(paths::REFERRALS);
    let waits = visit.href(paths::WAITING);
    let mut all = vec![
        one(w.board_referred(), referrals, w.board_referred_means(), to_decide),
        one(w.board_waiting(), waits, w.board_waiting_means(), waiting),
    ];
    let levels = figures.at_level.iter();
    all.extend(levels.map(|(level, count)| of(Show::AtLevel(*level), w.board_at_level_means(), *count)));
    all.extend([
        of(Show::Between, w.board_between_means(), figures.between),
        of(Show::Longer, w.board_longer_means(), figures.longer),
        of(Show::Ending, w.board_ending_means(), figures.ending),
    ]);
    all
}
