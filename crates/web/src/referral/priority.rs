//! How soon a waiting family should have a carer and what it waits for, decided by a person with a reason.

use super::Wrong;
use super::verb::{self, Leads, carry_out};
use super::waiting::{priority_words, waits_for_words};
use crate::App;
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Choice, Field, Page, Problem, choice, field, hinted, show};
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::ReferralId;
use domain::referral::{Priority, Referral, WAITS_FOR, WaitsFor};
use domain::text::Text;
use store::referral::Standing;
use words::Words;

#[derive(Template)]
#[template(path = "referral/priority.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    reference: String,
    priority: Field,
    priorities: Vec<Choice>,
    waits_for: Field,
    things: Vec<Choice>,
    reason: Field,
}

/// The form, filled with where the family stands now.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<ReferralId>) -> Answer {
    let (referral, standing) = loaded(&app, &visit, id).await?;
    let form = form::kept(&app, &visit).await?.unwrap_or_else(|| as_it_is(&standing));
    Ok(draw(&app, &visit, &referral, &form, &Mistakes::default()))
}

async fn loaded(app: &App, visit: &Visit, id: ReferralId) -> Answer<(Referral, Standing)> {
    let (actor, object) = (visit.actor(), Object::Referral(id));
    let permit = app.store().permit(&actor, Action::DecideReferral, object).await?;
    let read = app.store().read(permit, move |tx| {
        let referral = store::referral::show(tx, id)?.referral;
        let standing = store::referral::standing(tx, &referral)?;
        Ok::<_, store::Error>((referral, standing))
    });
    Ok(read.await?)
}

fn as_it_is(standing: &Standing) -> Form {
    let form = Form::default().with("priority", standing.priority.key());
    let form = form.with("reason", standing.reason.as_deref().unwrap_or_default());
    let things = standing.waits_for.iter();
    things.fold(form, |form, thing| form.with("waits_for", thing.key))
}

/// What was decided.
type Order = (Priority, Vec<&'static WaitsFor>, Option<Text>);

fn read(form: &Form, w: Words) -> Result<Order, Mistakes> {
    let mut mistakes = Mistakes::default();
    let priority = Priority::from_key(form.get("priority"));
    if priority.is_none() {
        mistakes.add("priority", w.referral_problem_priority());
    }
    let label = ("reason", w.referral_priority_reason());
    let reason = match priority {
        Some(Priority::First | Priority::Sooner) => {
            verb::words(form, w, &mut mistakes, label, w.referral_problem_priority_why())
        }
        _ => verb::words_if_any(form, w, &mut mistakes, label),
    };
    let ticked = |thing: &&WaitsFor| form.all("waits_for").any(|key| key == thing.key);
    let things = WAITS_FOR.iter().filter(ticked).collect();
    match priority {
        Some(priority) if !mistakes.any() => Ok((priority, things, reason)),
        _ => Err(mistakes),
    }
}

/// Stores the order.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<ReferralId>, form: Form) -> Answer {
    let w = visit.w();
    let about = (id, Action::DecideReferral);
    let mistakes = match read(&form, w) {
        Ok((priority, things, reason)) => {
            let leads = Leads::ToReferral("referral-priority-saved");
            let done = carry_out(&app, &visit, about, &form, leads, move |tx, one, by| {
                one.set_priority(by, tx.today(), priority, things.clone(), reason.clone())
                    .map_err(Wrong::Refused)
            });
            match done.await? {
                Ok(answer) => return Ok(answer),
                Err(refusal) => Mistakes::one("priority", verb::refusal_words(w, refusal)),
            }
        }
        Err(mistakes) => mistakes,
    };
    let (referral, _) = loaded(&app, &visit, id).await?;
    Ok(draw(&app, &visit, &referral, &form, &mistakes))
}

fn draw(app: &App, visit: &Visit, referral: &Referral, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let hint = |priority| match priority {
        Priority::First => w.referral_priority_first_hint(),
        Priority::Sooner => w.referral_priority_sooner_hint(),
        Priority::Usual => w.referral_priority_usual_hint(),
    };
    let soon = |one: Priority| {
        let chosen = form.get("priority") == one.key();
        hinted(one.key(), priority_words(w, one), hint(one), chosen)
    };
    let thing = |one: &'static WaitsFor| {
        let chosen = form.all("waits_for").any(|key| key == one.key);
        choice(one.key, &waits_for_words(w, &[one]), chosen)
    };
    let typed = |name: &str| field(name, form.get(name), mistakes.of(name));
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        reference: referral.reference.to_string(),
        priority: typed("priority"),
        priorities: Priority::ALL.into_iter().map(soon).collect(),
        waits_for: typed("waits_for"),
        things: WAITS_FOR.iter().map(thing).collect(),
        reason: typed("reason"),
        page: verb::frame(app, visit, referral, w.referral_priority_title(), mistakes),
    };
    show(&shown, &shown.page)
}
