//! A family's goals, each with how near it is.

use super::draw::{Track, called, doer_words, quote, track};
use crate::App;
use crate::error::Answer;
use crate::page::{Link, Page, Quote, link, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::family::Family;
use domain::goal::ActionStage;
use domain::id::FamilyId;
use store::goal::GoalShown;

/// One goal as a card.
struct Card {
    heading: String,
    quote: Quote,
    track: Option<Track>,
    over: Option<String>,
    steps: Vec<String>,
    open: Link,
}

#[derive(Template)]
#[template(path = "goal/list.html")]
struct Shown {
    page: Page,
    name: String,
    open: Vec<Card>,
    over: Vec<Card>,
    plan: Link,
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let w = visit.w();
    let permit = app
        .store()
        .permit(&visit.actor(), Action::OpenPlan, Object::Family(id))
        .await?;
    let read = app.store().read(permit, move |tx| {
        let (family, name) = store::family::load(tx, id)?;
        Ok::<_, store::Error>((family, name, store::goal::of_family(tx, id)?))
    });
    let (family, name, goals) = read.await?;
    let (over, open): (Vec<_>, Vec<_>) = goals.iter().partition(|one| one.goal.ended.is_some());
    let cards = |goals: Vec<&GoalShown>| goals.into_iter().map(|one| card(&visit, &family, one)).collect();
    let shown = Shown {
        name: w.family_title(&name),
        open: cards(open),
        over: cards(over),
        plan: link(visit.href(&paths::plan(id)), w.plan_title()),
        page: Page::new(&app, &visit, w.goal_title()).back_to(visit.href(&paths::family(id)), &w.family_title(&name)),
    };
    Ok(show(&shown, &shown.page))
}

fn card(visit: &Visit, family: &Family, one: &GoalShown) -> Card {
    let w = visit.w();
    let steps = one.goal.actions.iter().zip(&one.actions);
    let steps = steps
        .filter(|(step, _)| step.stage == ActionStage::Open)
        .map(|(step, (words, _))| {
            let who = doer_words(w, family, step.doer);
            match step.due {
                Some(due) => w.goal_step_line_due(words, &who, &w.day_short(due)),
                None => w.goal_step_line(words, &who),
            }
        });
    Card {
        heading: w.goal_whose(&called(w, family, one.goal.owner)),
        quote: Quote {
            who: String::new(),
            ..quote(visit, family, one)
        },
        track: track(w, &one.goal),
        over: super::one::ended(w, &one.goal),
        steps: steps.collect(),
        open: link(visit.href(&paths::goal(family.id, one.goal.id)), w.goal_mark_act()),
    }
}
