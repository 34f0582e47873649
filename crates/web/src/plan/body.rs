//! What a version of a plan says, ready to be drawn: the same on its own page and where somebody says what they think of it.

use crate::family::people::{first_name, name};
use crate::goal::{Track, track};
use crate::page::{Quote, SummaryRow, row};
use crate::visit::Visit;
use domain::family::Family;
use domain::id::{GoalId, PersonId};
use domain::need::Need;
use domain::plan::{HowOften, Plan};
use store::goal::GoalShown;
use store::plan::{Ends, PlanShown};
use words::{Lang, Words};

/// One goal as the plan says it.
pub(super) struct GoalOfPlan {
    pub heading: String,
    pub quote: Quote,
    pub track: Option<Track>,
}

/// What a version says.
pub(super) struct Body {
    pub goals: Vec<GoalOfPlan>,
    pub wishes: Vec<Quote>,
    pub support: Vec<SummaryRow>,
    pub lang: Option<&'static str>,
    pub hard_time: Option<String>,
    pub more: Option<String>,
    pub change: Option<String>,
    pub when: Vec<SummaryRow>,
}

/// Draws what a version says. `goals` are the family's goals as they stand, for how near each is now.
pub(super) fn body(visit: &Visit, family: &Family, shown: &PlanShown, ends: Option<Ends>, goals: &[GoalShown]) -> Body {
    let w = visit.w();
    let lang = Lang::from_tag(&shown.language)
        .filter(|lang| *lang != visit.lang)
        .map(Lang::tag);
    let goal = |(id, owner, words): &(GoalId, PersonId, String)| {
        let stands = goals.iter().find(|one| one.goal.id == *id);
        GoalOfPlan {
            heading: w.goal_whose(&called(w, family, *owner)),
            quote: Quote {
                text: words.clone(),
                lang,
                who: String::new(),
            },
            track: stands.and_then(|one| track(w, &one.goal)),
        }
    };
    let wish = |(person, words): &(PersonId, String)| Quote {
        text: words.clone(),
        lang,
        who: called(w, family, *person),
    };
    Body {
        goals: shown.goals.iter().map(goal).collect(),
        wishes: shown.wishes.iter().map(wish).collect(),
        support: support(w, &shown.plan),
        lang,
        hard_time: shown.hard_time.clone(),
        more: shown.more.clone(),
        change: shown.change.clone(),
        when: when(w, &shown.plan, ends),
    }
}

/// Somebody of the family, as they are called there.
pub(super) fn called(w: Words, family: &Family, id: PersonId) -> String {
    let person = family.people.iter().find(|person| person.id == id);
    person.map_or_else(
        || w.likeness_person_elsewhere().to_owned(),
        |person| first_name(w, person),
    )
}

/// Somebody of the family with their whole name.
pub(super) fn whole_name(w: Words, family: &Family, id: PersonId) -> String {
    let person = family.people.iter().find(|person| person.id == id);
    person.map_or_else(|| w.likeness_person_elsewhere().to_owned(), |person| name(w, person))
}

pub(super) fn often_words(w: Words, often: HowOften) -> &'static str {
    w.named("plan-often", often.key()).unwrap_or_default()
}

fn support(w: Words, plan: &Plan) -> Vec<SummaryRow> {
    let kinds = plan.support.iter();
    let mut rows: Vec<SummaryRow> = kinds
        .map(|(kind, often)| row(crate::session::kind_words(w, kind), often_words(w, *often)))
        .collect();
    if !plan.needs.is_empty() {
        rows.push(row(w.plan_needs(), needs_words(w, plan)));
    }
    rows
}

/// The areas of need, as a sentence's list.
pub(super) fn needs_words(w: Words, plan: &Plan) -> String {
    let word = |need: &&'static Need| w.named("need", need.key).unwrap_or(need.key);
    w.list(&plan.needs.iter().map(word).collect::<Vec<_>>())
}

fn when(w: Words, plan: &Plan, ends: Option<Ends>) -> Vec<SummaryRow> {
    let end = ends.map_or(plan.planned_end, |ends| ends.now);
    let mut rows = vec![row(w.plan_met_on(), w.day(plan.met_on)), row(w.plan_ends(), w.day(end))];
    if let Some(first) = ends.map(|ends| ends.first).filter(|first| *first != end) {
        rows.push(row(w.plan_ends_first(), w.day(first)));
    }
    rows
}
