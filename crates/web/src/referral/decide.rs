//! Deciding a referral: accept it, or not with the reason and the places of the day.

use super::Wrong;
use crate::App;
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Choice, Field, Page, Problem, field, see, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::ReferralId;
use domain::referral::{Capacity, Referral, Why};
use domain::text::{TEXT_CHARS_MAX, Text};
use store::once::Once;

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
    let account = visit.account()?.account;
    let accepts = matches!(decision, Decision::Accept);
    let said = if accepts {
        "referral-decided-accepted"
    } else {
        "referral-decided-not-accepted"
    };
    let href = paths::saying(&visit.href(&paths::referral(id)), said);
    let once = Once::new(account.uuid(), form.get("once"), &form.body_bytes());
    let (path, language, to) = (visit.path.clone(), visit.lang.tag(), href.clone());
    let version: i64 = form.get("version").parse().unwrap_or_default();
    let (actor, object) = (visit.actor(), Object::Referral(id));
    let stored = app
        .store()
        .act(&actor, Action::DecideReferral, object, move |tx| {
            tx.not_done_before(Some(&once))?;
            let referral = store::referral::load(tx, id)?;
            if referral.version != version {
                return Err(Wrong::Store(store::Error::Stale { now: referral.version }));
            }
            let event = match &decision {
                Decision::Accept => referral.accept(account, tx.today()),
                Decision::Not { why, reason } => {
                    let capacity = store::referral::capacity(tx, referral.site)?;
                    referral.not_accept(account, tx.today(), *why, reason.clone(), capacity)
                }
            };
            tx.record(&referral, &event.map_err(Wrong::Refused)?, language)?;
            tx.done(Some(&once), 303, &to)?;
            store::draft::forget(tx, account, &path)?;
            Ok(())
        })
        .await;
    match stored {
        Ok(()) => Ok(see(&href)),
        // Somebody decided first: the page shows their decision above what was typed here.
        Err(Wrong::Refused(_) | Wrong::Store(store::Error::Stale { .. })) => {
            let now = self::standing(&app, &visit, id).await?;
            let mut mistakes = Mistakes::default();
            mistakes.add("decision", visit.w().referral_problem_decided());
            Ok(draw(&app, &visit, &now, &form, &mistakes))
        }
        Err(Wrong::Store(error)) => Err(error.into()),
    }
}

fn draw(app: &App, visit: &Visit, standing: &Standing, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let referral = &standing.referral;
    let page = Page::new(app, visit, w.referral_decide_title())
        .of_form()
        .back_to(visit.href(&paths::referral(referral.id)), w.referral_one())
        .with_mistakes(mistakes.any());
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
