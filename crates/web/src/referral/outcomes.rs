//! The families that could not be taken a year ago or longer, of which their authority is asked what happened after.

use crate::App;
use crate::error::Answer;
use crate::page::{Page, Task, show};
use crate::paths;
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use jiff::civil::Date;
use store::referral::Line;

/// How many are shown at a time; those answered make room for the next.
///
/// Assumption: 50, more than anybody answers in one sitting.
pub const OUTCOMES_MAX: i64 = 50;

#[derive(Template)]
#[template(path = "referral/outcomes.html")]
struct Shown {
    page: Page,
    tasks: Vec<Task>,
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let w = visit.w();
    let permit = app
        .store()
        .permit(&visit.actor(), Action::ListReferrals, Object::Lists)
        .await?;
    let read = app
        .store()
        .read(permit, |tx| store::referral::outcomes_due(tx, OUTCOMES_MAX));
    let due = read.await?;
    let answers = may_answer(&app, &visit, &due).await?;
    let task = |(line, since): (Line, Date)| Task {
        text: line.name,
        href: Some(visit.href(&if answers {
            paths::referral_outcome(line.id)
        } else {
            paths::referral(line.id)
        })),
        hint: w.referral_outcome_asked(&w.day(since)),
        state: line.reference,
        look: "quiet",
    };
    let shown = Shown {
        tasks: due.into_iter().map(task).collect(),
        page: Page::new(&app, &visit, w.referral_outcomes_due())
            .back_to(visit.href(paths::REFERRALS), w.site_nav_referrals()),
    };
    Ok(show(&shown, &shown.page))
}

/// Whether the reader is one of those who say what happened: whoever writes on one of these referrals writes on all.
pub async fn may_answer(app: &App, visit: &Visit, due: &[(Line, Date)]) -> Answer<bool> {
    let Some((first, _)) = due.first() else {
        return Ok(false);
    };
    let write = [Action::AddReferralEntry];
    let actor = visit.actor();
    let allowed = app.store().allowed(&actor, Object::Referral(first.id), &write).await?;
    Ok(!allowed.is_empty())
}
