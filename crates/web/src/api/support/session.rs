//! Visits by calls: written down or planned, what became of a planned one, put right, given to one person, signed.

use super::boxes::Boxes;
use super::deed;
use super::read::{Written, written};
use crate::App;
use crate::api::address;
use crate::api::caller::{Caller, Id};
use crate::api::problem::Problem;
use crate::api::tell::Told;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::{FamilyId, SessionId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

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
    /// The answer to the kind's own first question, where it has one.
    first: Option<String>,
    /// The answer to the kind's own second question, where it has one.
    second: Option<String>,
}

impl Boxes for NewSession {
    const DAYS: &'static [&'static str] = &["on"];
}

deed! {
    /// Plans a visit or writes one down.
    add_session at SESSIONS => "It is kept";
    AddSession of Family(FamilyId), "The family"; NewSession; crate::session::by_call
}

deed! {
    /// Says what became of a planned visit, or plans it for another time where `outcome` is `planned`.
    change_session at SESSION_OUTCOME => "It is kept";
    ChangeSession of Session(SessionId), "The visit"; NewSession; crate::session::change_by_call
}

/// The words of a visit, put right. What stood there is kept.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RightSession {
    /// The version it was read at.
    version: i64,
    /// What went well.
    went_well: Option<String>,
    /// What happened.
    happened: String,
    /// What was said.
    said: Option<String>,
    /// What the carer did.
    did: Option<String>,
    /// What the carer thinks: opinion, apart from what happened.
    view: Option<String>,
    /// What is next.
    next: Option<String>,
    /// The answer to the kind's own first question, where it has one.
    first: Option<String>,
    /// The answer to the kind's own second question, where it has one.
    second: Option<String>,
    /// Why it is put right.
    right_why: String,
}

impl Boxes for RightSession {}

deed! {
    /// Puts right what was written of a visit.
    right_session at SESSION_RIGHT => "It is put right, and what stood there is kept";
    ChangeSession of Session(SessionId), "The visit"; RightSession; crate::session::right_by_call
}

/// Whose one paragraph is.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Given {
    /// Which paragraph, from 0.
    passage: usize,
    /// The one person it is about; everybody where left out.
    person: Option<Uuid>,
}

impl Boxes for Given {}

deed! {
    /// Gives a paragraph to one person, so that others of the family do not read it.
    give_passage at SESSION_GIVE => "It is theirs";
    ChangeSession of Session(SessionId), "The visit"; Given; crate::session::give_by_call
}

/// Whether one paragraph names somebody outside the family.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Outsider {
    /// Which paragraph, from 0.
    passage: usize,
    /// Whether it does.
    outsider: bool,
}

impl Boxes for Outsider {}

deed! {
    /// Says whether a paragraph names somebody outside the family.
    mark_passage at SESSION_MARK => "It is said";
    ChangeSession of Session(SessionId), "The visit"; Outsider; crate::session::mark_by_call
}

/// A signature.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// A word to whoever wrote it.
    words: Option<String>,
}

impl Boxes for Signature {}

deed! {
    /// Signs a visit that somebody else wrote, once it was read.
    sign_session at SESSION_SIGN => "It is signed";
    CountersignSession of Session(SessionId), "The visit"; Signature; crate::session::sign_by_call
}

/// A visit as it is written down.
#[derive(Serialize, ToSchema)]
pub struct WholeSession {
    /// The visit.
    id: Uuid,
    /// The family.
    family: Uuid,
    /// The kind of support.
    kind: &'static str,
    /// Where.
    place: &'static str,
    /// The day.
    on: String,
    /// When it began, by the clock there.
    at: Option<String>,
    /// How long it took, in minutes.
    minutes: Option<u16>,
    /// Who of the family was there.
    present: Vec<Uuid>,
    /// `planned`, `done`, `cancelled` or `missed`.
    outcome: &'static str,
    /// Why it did not take place.
    why: Option<&'static str>,
    /// Who wrote it.
    by: Option<String>,
    /// The language it was written in.
    language: String,
    /// What was written, in order; the first is passage 0.
    written: Vec<Written>,
    /// Whether somebody who supervises should still sign it.
    to_sign: bool,
    /// The day it was signed.
    signed_on: Option<String>,
    /// What they said to it.
    signed_words: Option<String>,
    /// What stood there before it was put right, the latest first.
    before: Vec<RightedSession>,
    /// Counts its changes; putting it right names it.
    version: i64,
}

/// What stood in a visit before it was put right.
#[derive(Serialize, ToSchema)]
pub struct RightedSession {
    /// Who put it right.
    by: Option<String>,
    /// Why.
    why: String,
    /// What stood there.
    written: Vec<Written>,
}

/// Opens one visit. Its record says that it was opened.
#[utoipa::path(get, path = address::SESSION, tag = "support", operation_id = "get_session",
    params(("id" = Uuid, Path, description = "The visit")),
    responses((status = 200, description = "The visit", body = WholeSession)))]
pub async fn session(State(app): State<App>, caller: Caller, id: Id<SessionId>) -> Response {
    caller.tell(shown(&app, &caller, id.0).await)
}

async fn shown(app: &App, caller: &Caller, id: SessionId) -> Result<Told, Problem> {
    let permit = caller.permit(app, Action::OpenSession, Object::Session(id)).await?;
    let shown = app.store().read(permit, move |tx| store::session::show(tx, id)).await?;
    let session = shown.session;
    Ok(Told::ok(&WholeSession {
        id: id.uuid(),
        family: session.family.uuid(),
        kind: session.kind.key,
        place: session.place.key(),
        on: session.when.on.to_string(),
        at: session.when.at.map(|at| at.strftime("%H:%M").to_string()),
        minutes: session.when.minutes,
        present: session.present.iter().map(|person| person.uuid()).collect(),
        outcome: session.stage.key(),
        why: session.stage.why().map(domain::session::WhyNot::key),
        by: shown.by,
        language: shown.language,
        written: written(shown.passages),
        to_sign: shown.should_sign && session.signed.is_none(),
        signed_on: session.signed.map(|(_, on)| on.to_string()),
        signed_words: shown.signed_words,
        before: shown
            .before
            .into_iter()
            .map(|one| RightedSession {
                by: one.by,
                why: one.why,
                written: written(one.passages),
            })
            .collect(),
        version: session.version,
    }))
}
