//! A family's goals: what each of them wants, how near it is, the next small steps, and how a goal ended.

mod change;
mod draw;
mod list;
mod one;

pub(crate) use draw::{GoalLine, Track, line, track};

pub(crate) use change::{add_step_by_call, end_by_call, mark_by_call, set_step_by_call};

use crate::route::{Route, route};
use axum::http::Method;
use domain::access::{Action, ObjectKind as On};
use domain::goal::Refusal;
use words::Words;

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    let (get, post) = (|| Method::GET, || Method::POST);
    let (open, change) = (Action::OpenPlan, Action::ChangePlan);
    let mut all = vec![
        route(get(), "/families/{id}/goals", open, On::Family, list::page),
        route(get(), "/families/{id}/goals/one", open, On::Family, one::page),
        route(post(), "/families/{id}/goals/mark", change, On::Family, change::mark),
        route(
            post(),
            "/families/{id}/goals/step",
            change,
            On::Family,
            change::add_step,
        ),
        route(post(), "/families/{id}/goals/set", change, On::Family, change::set_step),
        route(post(), "/families/{id}/goals/end", change, On::Family, change::end),
    ];
    // Where a form of the page was sent to, the page is read again.
    for path in [
        "/families/{id}/goals/mark",
        "/families/{id}/goals/step",
        "/families/{id}/goals/set",
        "/families/{id}/goals/end",
    ] {
        all.push(route(get(), path, open, On::Family, one::page));
    }
    all
}

/// Why a verb on a goal was not stored.
#[derive(Debug)]
pub(crate) enum Wrong {
    /// The rules refuse it as things stand.
    Refused(Refusal),
    /// The store did not take it.
    Store(store::Error),
}

impl From<store::Error> for Wrong {
    fn from(error: store::Error) -> Self {
        Self::Store(error)
    }
}

impl From<Refusal> for Wrong {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// What a refusal says.
pub(crate) fn refusal_words(w: Words, refusal: Refusal) -> String {
    match refusal {
        Refusal::ToCome { on } => w.goal_problem_to_come(&w.day_short(on)),
        Refusal::TooEarly { since } => w.goal_problem_early(&w.day_short(since)),
        Refusal::Ended { on } => w.goal_problem_ended(&w.day_short(on)),
        Refusal::NotOfTheFamily => w.plan_problem_stranger().to_owned(),
        Refusal::TooManyActions { max } => w.goal_problem_many(u64::try_from(max).unwrap_or_default()),
        Refusal::DueOutside { from, to, .. } => w.goal_problem_due(&w.day_short(from), &w.day_short(to)),
        Refusal::NoSuchAction => w.goal_problem_changed().to_owned(),
    }
}
