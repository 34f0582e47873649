//! Deciding a referral: accept it, or not with the reason and the places of the day.

use super::Wrong;
use super::verb::{self, Leads, carry_out};
use crate::App;
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Choice, Field, Page, Problem, field, show};
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::ReferralId;
use domain::referral::{Capacity, Referral, Refusal, Why};
use domain::text::{TEXT_CHARS_MAX, Text};

#[derive(Template)]
#[template(path = "referral/decide.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    version: i64,
    reference: String,
    decided: Option<String>,
    capacity: Vec<String>,
    decision: Field,
    decision_choices: Vec<Choice>,
    why: Field,
    why_choices: Vec<Choice>,
    reason: Field,
}

/// What the page is drawn from.
struct Standing {
    referral: Referral,
    capacity: Capacity,
}

async fn standing(app: &App, visit: &Visit, id: ReferralId) -> Answer<Standing> {
    let permit = app
        .store()
        .permit(&visit.actor(), Action::DecideReferral, Object::Referral(id))
        .await?;
    let standing = app.store().read(permit, move |tx| {
        let referral = store::referral::show(tx, id)?.referral;
        let capacity = store::referral::capacity(tx, referral.site)?;
        Ok::<_, store::Error>(Standing { referral, capacity })
    });
    Ok(standing.await?)
}

/// The form.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<ReferralId>) -> Answer {
    let standing = standing(&app, &visit, id).await?;
    let form = form::kept(&app, &visit).await?.unwrap_or_default();
    Ok(draw(&app, &visit, &standing, &form, &Mistakes::default()))
}

/// What was decided on the form.
enum Decision {
    Accept,
    Not { why: Why, reason: Option<Text> },
}

fn read(form: &Form, w: words::Words) -> Result<Decision, Mistakes> {
    let mut mistakes = Mistakes::default();
    let reason = Text::parse_optional(form.get("reason")).unwrap_or_else(|_| {
        let max = u64::try_from(TEXT_CHARS_MAX).unwrap_or_default();
        mistakes.add("reason", w.referral_problem_text_long(w.referral_decide_reason(), max));
        None
    });
    let why = Why::from_key(form.get("why"));
    match (form.get("decision"), why) {
        ("accept", _) if !mistakes.any() => return Ok(Decision::Accept),
        ("not_accept", Some(why)) if !mistakes.any() => return Ok(Decision::Not { why, reason }),
        ("not_accept", None) => mistakes.add("why", w.referral_problem_why()),
        ("accept" | "not_accept", _) => {}
        _ => mistakes.add("decision", w.referral_problem_decision()),
    }
    Err(mistakes)
}

/// Stores the decision.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<ReferralId>, form: Form) -> Answer {
    let standing = standing(&app, &visit, id).await?;
    let decision = match read(&form, visit.w()) {
        Ok(decision) => decision,
        Err(mistakes) => return Ok(draw(&app, &visit, &standing, &form, &mistakes)),
    };
    let said = match decision {
        Decision::Accept => "referral-decided-accepted",
        Decision::Not { .. } => "referral-decided-not-accepted",
    };
    let version: i64 = form.get("version").parse().unwrap_or_default();
    let about = (id, Action::DecideReferral);
    let done = carry_out(
        &app,
        &visit,
        about,
        &form,
        Leads::ToReferral(said),
        move |tx, referral, by| {
            if referral.version != version {
                let stage = referral.stage.key();
                return Err(Wrong::Refused(Refusal::NotNow { stage }));
            }
            let event = match &decision {
                Decision::Accept => referral.accept(by, tx.today()),
                Decision::Not { why, reason } => {
                    let capacity = store::referral::capacity(tx, referral.site)?;
                    referral.not_accept(by, tx.today(), *why, reason.clone(), capacity)
                }
            };
            event.map_err(Wrong::Refused)
        },
    );
    match done.await? {
        Ok(answer) => Ok(answer),
        // Somebody decided first: the page shows their decision above what was typed here.
        Err(refusal) => {
            let now = self::standing(&app, &visit, id).await?;
            let mistakes = Mistakes::one("decision", verb::refusal_words(visit.w(), refusal));
            Ok(draw(&app, &visit, &now, &form, &mistakes))
        }
    }
}

fn draw(app: &App, visit: &Visit, standing: &Standing, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let referral = &standing.referral;
    let page = verb::frame(app, visit, referral, w.referral_decide_title(), mistakes);
    let typed = |name: &str| field(name, form.get(name), mistakes.of(name));
    let choice = |name: &str, value: &str, label: &str, hint: &str| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        hint: Some(hint.to_owned()),
        checked: form.get(name) == value,
    };
    let why = |why: Why| {
        let said = |what: &str| w.by_key(&format!("referral-why-{}{what}", why.key().replace('_', "-")));
        choice(
            "why",
            why.key(),
            said("").unwrap_or_default(),
            said("-hint").unwrap_or_default(),
        )
    };
    let capacity = &standing.capacity;
    let decided = !referral.stage.awaits_decision();
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        version: referral.version,
        reference: referral.reference.to_string(),
        decided: decided.then(|| super::stage_words(w, referral.stage.key())),
        capacity: vec![
            w.referral_capacity_places(u64::from(capacity.places)),
            w.referral_capacity_free(u64::from(capacity.places_free)),
            w.referral_capacity_waiting(u64::from(capacity.waiting)),
        ],
        decision: typed("decision"),
        decision_choices: vec![
            choice(
                "decision",
                "accept",
                w.referral_decide_accept(),
                w.referral_decide_accept_hint(),
            ),
            choice(
                "decision",
                "not_accept",
                w.referral_decide_not_accept(),
                w.referral_decide_not_accept_hint(),
            ),
        ],
        why: typed("why"),
        why_choices: Why::ALL.into_iter().map(why).collect(),
        reason: typed("reason"),
        page,
    };
    show(&shown, &shown.page)
}
