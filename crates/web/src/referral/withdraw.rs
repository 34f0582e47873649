//! Taking a referral back, with the reason; it is kept.

use super::verb::{self, Leads, carry_out};
use super::{Wrong, opened};
use crate::App;
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Field, Page, Problem, field, show};
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::Action;
use domain::id::ReferralId;
use domain::referral::Referral;

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
    let w = visit.w();
    let mut mistakes = Mistakes::default();
    let label = ("reason", w.referral_withdraw_reason());
    let reason = verb::words(&form, w, &mut mistakes, label, w.referral_problem_withdraw_reason());
    if let Some(reason) = reason {
        let leads = Leads::ToReferral("referral-withdrawn");
        let done = carry_out(
            &app,
            &visit,
            (id, Action::WithdrawReferral),
            &form,
            leads,
            move |tx, one, by| {
                one.withdraw(by, tx.today(), Some(reason.clone()))
                    .map_err(Wrong::Refused)
            },
        );
        match done.await? {
            Ok(answer) => return Ok(answer),
            Err(refusal) => mistakes.add("reason", verb::refusal_words(w, refusal)),
        }
    }
    let referral = opened(&app, &visit, id, Action::WithdrawReferral).await?;
    Ok(draw(&app, &visit, &referral, &form, &mistakes))
}

fn draw(app: &App, visit: &Visit, referral: &Referral, form: &Form, mistakes: &Mistakes) -> Response {
    let page = verb::frame(app, visit, referral, visit.w().referral_withdraw_title(), mistakes);
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        reference: referral.reference.to_string(),
        reason: field("reason", form.get("reason"), mistakes.of("reason")),
        page,
    };
    show(&shown, &shown.page)
}
