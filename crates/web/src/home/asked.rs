//! What this person is asked for: a view of a plan, theirs or the family's; something to bring to a review; an answer to a
//! question for more time.

use super::task;
use crate::App;
use crate::error::Answer;
use crate::family::people::first_name;
use crate::page::Task;
use crate::paths;
use crate::visit::Visit;
use domain::access::{Action, Object};
use domain::id::FamilyId;
use domain::plan::Side;
use store::asked::PlanAsked;
use words::Words;

/// How many of each stand on a first page: those that wait longest.
const ASKED_MAX: usize = 6;

/// Whether somebody may still do this: an agreement may have ended since they were asked.
async fn may(app: &App, visit: &Visit, family: FamilyId, action: Action) -> Answer<bool> {
    let allowed = app
        .store()
        .allowed(&visit.actor(), Object::Family(family), &[action])
        .await?;
    Ok(!allowed.is_empty())
}

/// The same with the family it is about.
fn about(w: Words, name: &str, task: Task) -> Task {
    Task {
        hint: w.family_title(name),
        ..task
    }
}

/// What this person is asked for.
pub(super) async fn tasks(app: &App, visit: &Visit) -> Answer<Vec<Task>> {
    let Some(who) = visit.who.as_ref().filter(|who| !who.is_family) else {
        return Ok(Vec::new());
    };
    let (w, me) = (visit.w(), who.account);
    let permit = app.store().permit(&visit.actor(), Action::SeeHome, Object::Own).await?;
    let read = app.store().read(permit, move |tx| {
        Ok::<_, store::Error>((store::asked::reviews(tx, me)?, store::asked::plans(tx, me)?))
    });
    let (reviews, plans) = read.await?;
    let mut tasks = Vec::new();
    for one in reviews.into_iter().take(ASKED_MAX) {
        if may(app, visit, one.family, Action::ContributeToReview).await? {
            let href = visit.href(&paths::review_act(one.family, one.review, "bring"));
            let asked = task(href, &w.review_asked(&w.on_day(one.on)), w.plan_sign_not_yet(), "warm");
            tasks.push(about(w, &one.name, asked));
        }
    }
    for one in plans.into_iter().take(ASKED_MAX) {
        tasks.extend(plan(app, visit, &one).await?);
    }
    tasks.extend(extensions(app, visit).await?);
    tasks.extend(rings(app, visit).await?);
    Ok(tasks)
}

/// Carers this person supervises who should be rung: their work with a family has just ended, or a night was hard.
async fn rings(app: &App, visit: &Visit) -> Answer<Vec<Task>> {
    let (actor, list) = (visit.actor(), Action::ListHouseholds);
    if app.store().allowed(&actor, Object::Lists, &[list]).await?.is_empty() {
        return Ok(Vec::new());
    }
    let permit = app.store().permit(&actor, list, Object::Lists).await?;
    let read = app.store().read(permit, |tx| {
        Ok::<_, store::Error>((store::closing::recent(tx)?, store::crisis::hard(tx)?))
    });
    let (ended, hard) = read.await?;
    let w = visit.w();
    let ended = ended
        .into_iter()
        .map(|one| (w.closing_ring_why(&w.day_short(one.on)), one));
    let hard = hard
        .into_iter()
        .map(|one| (w.crisis_ring_why(&w.day_short(one.on)), one));
    let ring = ended.chain(hard).map(|(why, one)| {
        let carers: Vec<&str> = one.carers.iter().map(String::as_str).collect();
        let href = visit.href(&paths::carer(one.household));
        Task {
            hint: why,
            ..task(href, &w.closing_ring_carer(&w.list(&carers)), "", "")
        }
    });
    Ok(ring.collect())
}

/// A plan that waits for this person, or for the family they support.
async fn plan(app: &App, visit: &Visit, asked: &PlanAsked) -> Answer<Vec<Task>> {
    let w = visit.w();
    let sign = paths::plan_sign(asked.family);
    let mut tasks = Vec::new();
    if asked.is_mine && may(app, visit, asked.family, Action::AgreePlan).await? {
        let href = visit.href(&format!("{sign}/me"));
        let mine = task(href, w.plan_asked_mine(), w.plan_sign_not_yet(), "warm");
        tasks.push(about(w, &asked.name, mine));
    }
    if !asked.quiet.is_empty() && may(app, visit, asked.family, Action::ChangePlan).await? {
        let names: Vec<String> = asked.quiet.iter().map(|person| first_name(w, person)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let text = w.plan_asked_quiet(&w.list(&names));
        tasks.push(about(w, &asked.name, task(visit.href(&sign), &text, "", "")));
    }
    Ok(tasks)
}

/// Questions for more time that wait for this person's side.
pub(super) async fn extensions(app: &App, visit: &Visit) -> Answer<Vec<Task>> {
    let w = visit.w();
    let lists = app
        .store()
        .allowed(&visit.actor(), Object::Lists, &[Action::ListFamilies])
        .await?;
    if lists.is_empty() {
        return Ok(Vec::new());
    }
    let permit = app
        .store()
        .permit(&visit.actor(), Action::ListFamilies, Object::Lists)
        .await?;
    let sides = [Side::Programme, Side::Authority];
    let waiting = app
        .store()
        .read(permit, move |tx| store::asked::extensions(tx, &sides))
        .await?;
    let mut tasks = Vec::new();
    for (one, name) in waiting {
        for (side, action) in [
            (Side::Programme, Action::ApproveExtension),
            (Side::Authority, Action::AgreeExtension),
        ] {
            if tasks.len() < ASKED_MAX && one.asks(side) && may(app, visit, one.family, action).await? {
                let href = visit.href(&paths::plan_extend(one.family));
                let text = w.plan_asked_longer(&w.day_short(one.to));
                let asked = task(href, &text, w.plan_asked_waits(), "warm");
                tasks.push(about(w, &name, asked));
            }
        }
    }
    Ok(tasks)
}
