//! A family's plan: read, written in versions, compared, agreed with or not, and extended.

mod body;
mod compare;
mod consent;
mod extend;
mod fill;
mod paper;
mod read;
mod show;
mod sign;
mod write;

pub(crate) use consent::by_call as consent_by_call;
pub(crate) use extend::{ask_by_call, authority_by_call, programme_by_call};
pub(crate) use sign::{by_call as sign_by_call, own_by_call as own_sign_by_call};
pub(crate) use write::by_call;

use crate::mistakes::Mistakes;
use crate::route::{Route, route};
use axum::http::Method;
use domain::access::{Action, ObjectKind as On};
use domain::plan::Refusal;
use words::Words;

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    let (get, post) = (|| Method::GET, || Method::POST);
    let (open, change) = (Action::OpenPlan, Action::ChangePlan);
    vec![
        route(get(), "/families/{id}/plan", open, On::Family, show::page),
        route(get(), "/families/{id}/plan.pdf", open, On::Family, paper::file),
        route(get(), "/families/{id}/plan/consents", open, On::Family, consent::page),
        route(
            get(),
            "/families/{id}/plan/consents/change",
            change,
            On::Family,
            consent::change_page,
        ),
        route(
            post(),
            "/families/{id}/plan/consents/change",
            change,
            On::Family,
            consent::send,
        ),
        route(
            post(),
            "/families/{id}/plan/consents/change/keep",
            change,
            On::Family,
            consent::keep,
        ),
        route(get(), "/families/{id}/plan/compare", open, On::Family, compare::page),
        route(get(), "/families/{id}/plan/write", change, On::Family, write::page),
        route(post(), "/families/{id}/plan/write", change, On::Family, write::send),
        route(
            post(),
            "/families/{id}/plan/write/keep",
            change,
            On::Family,
            write::keep,
        ),
        route(get(), "/families/{id}/plan/sign", open, On::Family, sign::page),
        route(post(), "/families/{id}/plan/sign", change, On::Family, sign::send),
        route(
            get(),
            "/families/{id}/plan/sign/me",
            Action::AgreePlan,
            On::Family,
            sign::own_page,
        ),
        route(
            post(),
            "/families/{id}/plan/sign/me",
            Action::AgreePlan,
            On::Family,
            sign::own_send,
        ),
        route(get(), "/families/{id}/plan/extend", open, On::Family, extend::page),
        route(post(), "/families/{id}/plan/extend", change, On::Family, extend::ask),
        route(
            get(),
            "/families/{id}/plan/extend/programme",
            open,
            On::Family,
            extend::page,
        ),
        route(
            post(),
            "/families/{id}/plan/extend/programme",
            Action::ApproveExtension,
            On::Family,
            extend::programme,
        ),
        route(
            get(),
            "/families/{id}/plan/extend/authority",
            open,
            On::Family,
            extend::page,
        ),
        route(
            post(),
            "/families/{id}/plan/extend/authority",
            Action::AgreeExtension,
            On::Family,
            extend::authority,
        ),
    ]
}

/// Why something about a plan was not stored.
#[derive(Debug)]
enum Wrong {
    /// The rules refuse the version, for every one of these reasons.
    Plan(Vec<Refusal>),
    /// The store did not take it.
    Store(store::Error),
}

impl From<store::Error> for Wrong {
    fn from(error: store::Error) -> Self {
        Self::Store(error)
    }
}

impl From<Vec<Refusal>> for Wrong {
    fn from(refusals: Vec<Refusal>) -> Self {
        Self::Plan(refusals)
    }
}

/// What the rules refuse of a version, each at its box; `keys` are the form's goals in the order they were read.
fn refusal_words(w: Words, refusals: &[Refusal], keys: &[String]) -> Mistakes {
    let mut mistakes = Mistakes::default();
    let of_goal = |goal: usize, box_name: &str| {
        let key = keys.get(goal).map_or("", String::as_str);
        format!("goal_{key}_{box_name}")
    };
    for refusal in refusals {
        match *refusal {
            Refusal::NotSupported => mistakes.add("met", w.plan_problem_not_supported()),
            Refusal::Overtaken { now } => mistakes.add("change", w.plan_problem_overtaken(u64::from(now))),
            Refusal::MeetingToCome { on } => mistakes.add("met", w.plan_problem_met_to_come(&w.day_short(on))),
            Refusal::MeetingTooEarly { earliest } => {
                mistakes.add("met", w.plan_problem_met_early(&w.day_short(earliest)));
            }
            Refusal::EndOutside { from, to, .. } => {
                mistakes.add("end", w.plan_problem_end_outside(&w.day_short(from), &w.day_short(to)));
            }
            Refusal::NoGoal => mistakes.add(first_words(keys), w.plan_problem_no_goal()),
            Refusal::TooManyGoals { max } => {
                let max = u64::try_from(max).unwrap_or_default();
                mistakes.add(first_words(keys), w.plan_problem_goals_many(max));
            }
            Refusal::NoMark { goal } => mistakes.add(of_goal(goal, "mark"), w.plan_problem_goal_no_mark()),
            Refusal::NotItsGoal { goal } => mistakes.add(of_goal(goal, "words"), w.plan_problem_goal_not_its()),
            Refusal::NotOfTheFamily => mistakes.add(first_words(keys), w.plan_problem_stranger()),
            Refusal::NoSupport => {
                let first = domain::support::KINDS[0].key;
                mistakes.add(format!("often_{first}"), w.plan_problem_no_support());
            }
            Refusal::ChangeNotSaid => mistakes.add("change", w.plan_problem_change()),
        }
    }
    mistakes
}

fn first_words(keys: &[String]) -> String {
    format!("goal_{}_words", keys.first().map_or("1", String::as_str))
}
