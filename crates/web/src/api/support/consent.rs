//! What a family's people agree to, and take back, by calls.

use super::boxes::Boxes;
use super::deed;
use crate::App;
use crate::api::address;
use crate::api::caller::{Caller, Id};
use crate::api::problem::Problem;
use crate::api::tell::Told;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::FamilyId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// What somebody says to one of the four things they are asked about.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewConsent {
    /// Who of the family.
    who: Uuid,
    /// `taking_part`, `sharing`, `stays_over` or `story`.
    what: String,
    /// What they said.
    answer: String,
    /// Sharing they were told of: the law.
    law: Option<String>,
    /// The day.
    on: String,
    /// Who asked them.
    asked_by: String,
    /// Their words.
    words: Option<String>,
}

impl Boxes for NewConsent {
    const DAYS: &'static [&'static str] = &["on"];
}

deed! {
    /// Writes down what somebody agrees to, or takes back. What they said before stays.
    change_consent at CONSENTS => "It is kept";
    ChangePlan of Family(FamilyId), "The family"; NewConsent; crate::plan::consent_by_call
}

/// What somebody said to one of the four.
#[derive(Serialize, ToSchema)]
pub struct ConsentLine {
    /// Who of the family.
    who: Uuid,
    /// `taking_part`, `sharing`, `stays_over` or `story`.
    what: &'static str,
    /// What they said.
    answer: &'static str,
    /// The law, where they were told of one.
    law: Option<&'static str>,
    /// The day.
    on: String,
    /// Who asked them.
    asked_by: &'static str,
    /// Their words.
    words: Option<String>,
    /// Who wrote it down.
    by: Option<String>,
}

/// Lists what a family's people said since the referral, the latest first. What was said with the referral stands there.
#[utoipa::path(get, path = address::CONSENTS, tag = "support", operation_id = "list_consents",
    params(("id" = Uuid, Path, description = "The family")),
    responses((status = 200, description = "Every change, at most 400", body = Vec<ConsentLine>)))]
pub async fn consents(State(app): State<App>, caller: Caller, id: Id<FamilyId>) -> Response {
    caller.tell(consents_shown(&app, &caller, id.0).await)
}

async fn consents_shown(app: &App, caller: &Caller, id: FamilyId) -> Result<Told, Problem> {
    let permit = caller.permit(app, Action::OpenPlan, Object::Family(id)).await?;
    let changes = app.store().read(permit, move |tx| store::consent::of_family(tx, id));
    let one = |one: store::consent::ChangeShown| ConsentLine {
        who: one.change.person.uuid(),
        what: one.change.thing.key(),
        answer: one.change.answer.key(),
        law: one.change.law.map(domain::consent::LawfulBasis::key),
        on: one.change.on.to_string(),
        asked_by: one.change.asked_by.key(),
        words: one.change.words.map(Into::into),
        by: one.by,
    };
    Ok(Told::ok(&changes.await?.into_iter().map(one).collect::<Vec<_>>()))
}
