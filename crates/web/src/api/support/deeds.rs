//! What is done for a family that is supported: visits, steps, reviews, calls for help, concerns.

use super::boxes::filled;
use super::{About, Done, carry_out};
use crate::App;
use crate::api::address;
use crate::api::caller::{Caller, Id};
use crate::api::sent::Sent;
use crate::form::Form;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::FamilyId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A field of a body is a box of the same name.
pub(super) fn same(name: &str) -> String {
    name.to_owned()
}

pub(super) fn of_family(action: Action, id: FamilyId) -> About {
    About {
        action,
        object: Object::Family(id),
        at: address::support(id),
    }
}

/// A visit: planned, or written down.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"kind": "mentoring", "on": "2026-11-20", "at": "16:30", "minutes": 90, "place": "home",
    "outcome": "done", "went_well": "They laughed", "happened": "We cooked together"}))]
pub struct NewSession {
    /// The kind of support.
    kind: String,
    /// The day.
    on: String,
    /// When it began.
    at: Option<String>,
    /// How long it took, in minutes.
    minutes: Option<u16>,
    /// `home`, `carers_home`, `out`, `school`, `phone` or `elsewhere`.
    place: String,
    /// Who of the family was there.
    #[serde(default)]
    present: Vec<Uuid>,
    /// `planned`, `done`, `cancelled` or `missed`.
    outcome: String,
    /// Why it did not take place.
    why: Option<String>,
    /// What went well.
    went_well: Option<String>,
    /// What happened; needed for one that is done.
    happened: Option<String>,
    /// What was said.
    said: Option<String>,
    /// What the carer did.
    did: Option<String>,
    /// What the carer thinks: opinion, apart from what happened.
    view: Option<String>,
    /// What is next.
    next: Option<String>,
}

/// Plans a visit or writes one down.
#[utoipa::path(post, path = address::SESSIONS, tag = "support", operation_id = "add_session",
    params(("id" = Uuid, Path, description = "The family"),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = NewSession,
    responses((status = 201, description = "It is kept", body = Done)))]
pub async fn add_session(State(app): State<App>, caller: Caller, id: Id<FamilyId>, sent: Sent) -> Response {
    let id = id.0;
    let form = |body: &NewSession| filled(body, &["on"]);
    let act = move |tx: &store::Tx, call: &crate::call::Call, form: &Form| {
        crate::session::by_call(tx, call, id, form).map(domain::id::SessionId::uuid)
    };
    let about = of_family(Action::AddSession, id);
    caller.tell(carry_out(&app, &caller, &sent, about, form, act, same).await)
}

/// A step up or down.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"to": 3, "cause": "crisis", "asked_by": "parent", "agreed_by": ["parent", "carer"],
    "reason": "Nights are hard"}))]
pub struct NewStep {
    /// The level after it.
    to: u8,
    /// From which day; today when left out.
    on: Option<String>,
    /// `asked`, `review`, `crisis`, `harder`, `better` or `planned_end`.
    cause: String,
    /// Who asked.
    asked_by: String,
    /// Who agreed.
    #[serde(default)]
    agreed_by: Vec<String>,
    /// Until when it is expected to hold.
    end: Option<String>,
    /// Why.
    reason: String,
}

/// Steps a family's support up or down.
#[utoipa::path(post, path = address::STEPS, tag = "support", operation_id = "step_support",
    params(("id" = Uuid, Path, description = "The family"),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = NewStep,
    responses((status = 201, description = "It is another level", body = Done)))]
pub async fn add_step(State(app): State<App>, caller: Caller, id: Id<FamilyId>, sent: Sent) -> Response {
    let id = id.0;
    let form = |body: &NewStep| filled(body, &["on", "end"]);
    let act = move |tx: &store::Tx, call: &crate::call::Call, form: &Form| {
        crate::step::by_call(tx, call, id, form).map(|()| id.uuid())
    };
    let about = of_family(Action::StepSupport, id);
    caller.tell(carry_out(&app, &caller, &sent, about, form, act, same).await)
}

/// A review or support meeting: planned where nothing is said of it, else held.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"kind": "review", "on": "2026-11-20", "there": ["carer"], "said": "Mornings are calm",
    "decided": ["continue"]}))]
pub struct NewReview {
    /// `review` or `support_meeting`.
    kind: String,
    /// The day.
    on: String,
    /// Who else was there.
    #[serde(default)]
    there: Vec<String>,
    /// Who of the family was there.
    #[serde(default)]
    present: Vec<Uuid>,
    /// What was said.
    said: Option<String>,
    /// What the family said.
    theirs: Option<String>,
    /// What is next.
    next: Option<String>,
    /// What was decided.
    #[serde(default)]
    decided: Vec<String>,
}

/// Plans a review, or writes one down that was held.
#[utoipa::path(post, path = address::REVIEWS, tag = "support", operation_id = "add_review",
    params(("id" = Uuid, Path, description = "The family"),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = NewReview,
    responses((status = 201, description = "It is kept", body = Done)))]
pub async fn add_review(State(app): State<App>, caller: Caller, id: Id<FamilyId>, sent: Sent) -> Response {
    let id = id.0;
    let form = |body: &NewReview| filled(body, &["on"]);
    let act = move |tx: &store::Tx, call: &crate::call::Call, form: &Form| {
        crate::review::by_call(tx, call, id, form).map(domain::id::ReviewId::uuid)
    };
    let about = of_family(Action::HoldReview, id);
    caller.tell(carry_out(&app, &caller, &sent, about, form, act, same).await)
}

/// A call for help and what was done.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"asked": "She asked me to come", "on": "2026-11-20", "at": "21:40", "caller": "parent"}))]
pub struct NewCrisis {
    /// What was asked, or what happened.
    asked: String,
    /// The day it was received.
    on: String,
    /// When, by the clock there.
    at: String,
    /// Who asked.
    caller: Option<String>,
    /// What was done first.
    response: Option<String>,
    /// When.
    response_at: Option<String>,
    /// More about it.
    response_words: Option<String>,
    /// Who was told.
    #[serde(default)]
    told: Vec<String>,
    /// How it ended.
    outcome: Option<String>,
    /// More about how it ended.
    outcome_words: Option<String>,
}

/// Writes down a call for help. Whoever supervises is told that something waits.
#[utoipa::path(post, path = address::CRISES, tag = "support", operation_id = "write_crisis",
    params(("id" = Uuid, Path, description = "The family"),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = NewCrisis,
    responses((status = 201, description = "It is kept", body = Done)))]
pub async fn add_crisis(State(app): State<App>, caller: Caller, id: Id<FamilyId>, sent: Sent) -> Response {
    let id = id.0;
    let form = |body: &NewCrisis| filled(body, &["on"]);
    let act = move |tx: &store::Tx, call: &crate::call::Call, form: &Form| {
        crate::crisis::by_call(tx, call, id, form).map(domain::id::CrisisId::uuid)
    };
    let about = of_family(Action::WriteCrisis, id);
    caller.tell(carry_out(&app, &caller, &sent, about, form, act, same).await)
}

/// A concern about a child or an adult at risk. Writing it here is not the report: whoever is in danger now is helped by 999.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"at_risk": "child", "what": "He is afraid to go home", "safety": "safe", "reported": false}))]
pub struct NewConcern {
    /// `child`, `adult` or `both`.
    at_risk: String,
    /// Who of the family it is about.
    #[serde(default)]
    people: Vec<Uuid>,
    /// What was seen or said.
    what: String,
    /// How safe they are now.
    safety: String,
    /// More about it.
    safety_words: Option<String>,
    /// Whom of the family it concerns: they are not told.
    #[serde(default)]
    whom_people: Vec<Uuid>,
    /// Whom of those who work with the family it concerns: they are not told.
    #[serde(default)]
    whom_accounts: Vec<Uuid>,
    /// Whom else it concerns.
    somebody: Option<String>,
    /// Whether it was reported.
    reported: bool,
    /// Reported: to which agency.
    agency: Option<String>,
    /// Reported: to whom.
    report_name: Option<String>,
    /// Reported: on which day.
    report_on: Option<String>,
    /// Reported: when, by the clock there.
    report_at: Option<String>,
    /// Reported: how.
    how: Option<String>,
    /// Reported: their reference.
    reference: Option<String>,
    /// The visit it came from.
    session: Option<Uuid>,
    /// The call for help it came from.
    crisis: Option<Uuid>,
}

/// Raises a concern. It goes at once to those who answer for the family, and never to whom it concerns.
#[utoipa::path(post, path = address::CONCERNS, tag = "support", operation_id = "raise_concern",
    params(("id" = Uuid, Path, description = "The family"),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = NewConcern,
    responses((status = 201, description = "It is raised, and they are told", body = Done)))]
pub async fn raise_concern(State(app): State<App>, caller: Caller, id: Id<FamilyId>, sent: Sent) -> Response {
    let id = id.0;
    let form = |body: &NewConcern| {
        let reported = if body.reported { "yes" } else { "no" };
        filled(body, &["report_on"])
            .without("reported")
            .with("reported", reported)
    };
    let packs = app.store().packs().to_vec();
    let act = move |tx: &store::Tx, call: &crate::call::Call, form: &Form| {
        crate::concern::by_call(tx, call, (id, &packs), form).map(domain::id::ConcernId::uuid)
    };
    let about = of_family(Action::RaiseConcern, id);
    caller.tell(carry_out(&app, &caller, &sent, about, form, act, same).await)
}
