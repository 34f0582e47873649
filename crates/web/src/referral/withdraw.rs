//! Taking a referral back, with the reason; it is kept.

use super::{Wrong, opened};
use crate::App;
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Field, Page, Problem, field, see, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::ReferralId;
use domain::referral::Referral;
use domain::text::{TEXT_CHARS_MAX, Text, TextProblem};
use store::once::Once;

#[derive(Template)]
#[template(path = "referral/withdraw.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    reference: String,
    reason: Field,
}

/// The form.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<ReferralId>) -> Answer {
    let referral = opened(&app, &visit, id, Action::WithdrawReferral).await?;
    let form = form::kept(&app, &visit).await?.unwrap_or_default();
    Ok(draw(&app, &visit, &referral, &form, &Mistakes::default()))
}

/// Stores the withdrawal.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<ReferralId>, form: Form) -> Answer {
    let referral = opened(&app, &visit, id, Action::WithdrawReferral).await?;
    let w = visit.w();
    let reason = match Text::parse(form.get("reason")) {
        Ok(reason) => reason,
        Err(problem) => {
            let mut mistakes = Mistakes::default();
            let max = u64::try_from(TEXT_CHARS_MAX).unwrap_or_default();
            mistakes.add(
                "reason",
                match problem {
                    TextProblem::Empty => w.referral_problem_withdraw_reason().to_owned(),
                    TextProblem::TooLong { .. } => w.referral_problem_text_long(w.referral_withdraw_reason(), max),
                },
            );
            return Ok(draw(&app, &visit, &referral, &form, &mistakes));
        }
    };
    let account = visit.account()?.account;
    let href = paths::saying(&visit.href(&paths::referral(id)), "referral-withdrawn");
    let once = Once::new(account.uuid(), form.get("once"), &form.body_bytes());
    let (path, language, to) = (visit.path.clone(), visit.lang.tag(), href.clone());
    let (actor, object) = (visit.actor(), Object::Referral(id));
    let stored = app.store().act(&actor, Action::WithdrawReferral, object, move |tx| {
        tx.not_done_before(Some(&once))?;
        let referral = store::referral::load(tx, id)?;
        let event = referral
            .withdraw(account, tx.today(), Some(reason.clone()))
            .map_err(Wrong::Refused)?;
        tx.record(&referral, &event, language)?;
        tx.done(Some(&once), 303, &to)?;
        store::draft::forget(tx, account, &path)?;
        Ok(())
    });
    match stored.await {
        Ok(()) => Ok(see(&href)),
        Err(Wrong::Store(error)) => Err(error.into()),
        Err(Wrong::Refused(_)) => {
            let referral = opened(&app, &visit, id, Action::WithdrawReferral).await?;
            let mut mistakes = Mistakes::default();
            mistakes.add("reason", w.referral_problem_decided());
            Ok(draw(&app, &visit, &referral, &form, &mistakes))
        }
    }
}

fn draw(app: &App, visit: &Visit, referral: &Referral, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let page = Page::new(app, visit, w.referral_withdraw_title())
        .of_form()
        .back_to(visit.href(&paths::referral(referral.id)), w.referral_one())
        .with_mistakes(mistakes.any());
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        reference: referral.reference.to_string(),
        reason: field("reason", form.get("reason"), mistakes.of("reason")),
        page,
    };
    show(&shown, &shown.page)
}
