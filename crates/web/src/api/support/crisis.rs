//! Calls for help: written down, added to, signed, read.

use super::boxes::Boxes;
use super::deed;
use super::session::Signature;
use crate::App;
use crate::api::address;
use crate::api::caller::{Caller, Id};
use crate::api::problem::Problem;
use crate::api::tell::Told;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::{CrisisId, FamilyId};
use serde::{Deserialize, Serialize};
use store::crisis::{EntryShown, What};
use utoipa::ToSchema;
use uuid::Uuid;

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

impl Boxes for NewCrisis {
    const DAYS: &'static [&'static str] = &["on"];
}

deed! {
    /// Writes down a call for help. Whoever supervises is told that something waits.
    write_crisis at CRISES => "It is kept";
    WriteCrisis of Family(FamilyId), "The family"; NewCrisis; crate::crisis::by_call
}

/// What is added to a call for help.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CrisisEntry {
    /// What was done.
    response: Option<String>,
    /// The day it was done.
    response_on: Option<String>,
    /// When, by the clock there.
    response_at: Option<String>,
    /// More about it.
    response_words: Option<String>,
    /// Who was told.
    #[serde(default)]
    told: Vec<String>,
    /// What they were told.
    told_words: Option<String>,
    /// How it ended.
    outcome: Option<String>,
    /// More about how it ended.
    outcome_words: Option<String>,
    /// Anything else.
    note: Option<String>,
}

impl Boxes for CrisisEntry {
    const DAYS: &'static [&'static str] = &["response_on"];
}

deed! {
    /// Adds to a call for help. What stood there stays.
    add_to_crisis at CRISIS_ADD => "It is added";
    AddToCrisis of Crisis(CrisisId), "The call for help"; CrisisEntry; crate::crisis::add_by_call
}

deed! {
    /// Signs a call for help that somebody else wrote down.
    sign_crisis at CRISIS_SIGN => "It is signed";
    SignCrisis of Crisis(CrisisId), "The call for help"; Signature; crate::crisis::sign_by_call
}

/// A call for help.
#[derive(Serialize, ToSchema)]
pub struct Crisis {
    /// The call for help.
    id: Uuid,
    /// The family.
    family: Uuid,
    /// When it was received, UTC.
    received_at: String,
    /// Who asked.
    caller: Option<&'static str>,
    /// What was asked, or what happened.
    asked: String,
    /// Who wrote it down.
    by: Option<String>,
    /// The language it was written in.
    language: String,
    /// What was added, the earliest first.
    entries: Vec<CrisisEntryLine>,
    /// The day it was signed.
    signed_on: Option<String>,
    /// What was said to it.
    signed_words: Option<String>,
}

/// What was added to a call for help.
#[derive(Serialize, ToSchema)]
pub struct CrisisEntryLine {
    /// `responded`, `told`, `ended` or `note`.
    kind: &'static str,
    /// What was done, who was told, or how it ended.
    codes: Vec<&'static str>,
    /// When it was, of a response, UTC.
    happened_at: Option<String>,
    /// Who wrote it.
    by: Option<String>,
    /// When it was written, UTC.
    written_at: String,
    /// The words.
    words: Option<String>,
}

/// Opens a call for help. Its record says that it was opened.
#[utoipa::path(get, path = address::CRISIS, tag = "support", operation_id = "get_crisis",
    params(("id" = Uuid, Path, description = "The call for help")),
    responses((status = 200, description = "The call for help", body = Crisis)))]
pub async fn crisis(State(app): State<App>, caller: Caller, id: Id<CrisisId>) -> Response {
    caller.tell(shown(&app, &caller, id.0).await)
}

async fn shown(app: &App, caller: &Caller, id: CrisisId) -> Result<Told, Problem> {
    let permit = caller.permit(app, Action::OpenCrisis, Object::Crisis(id)).await?;
    let shown = app.store().read(permit, move |tx| store::crisis::show(tx, id)).await?;
    let crisis = shown.crisis;
    Ok(Told::ok(&Crisis {
        id: id.uuid(),
        family: crisis.family.uuid(),
        received_at: crisis.received_at.to_string(),
        caller: crisis.caller.map(domain::crisis::Caller::key),
        asked: shown.asked,
        by: shown.by,
        language: shown.language,
        entries: shown.entries.into_iter().map(line).collect(),
        signed_on: crisis.signed.map(|(_, on)| on.to_string()),
        signed_words: shown.signed_words,
    }))
}

fn line(entry: EntryShown) -> CrisisEntryLine {
    let (kind, codes) = match entry.what {
        What::Responded(response) => ("responded", vec![response.key()]),
        What::Told(told) => ("told", told.iter().map(|one| one.key()).collect()),
        What::Ended(outcome) => ("ended", vec![outcome.key()]),
        What::Note => ("note", Vec::new()),
    };
    let when = |at: i64| store::clock::instant(at).to_string();
    CrisisEntryLine {
        kind,
        codes,
        happened_at: entry.happened_at.map(when),
        by: entry.by,
        written_at: when(entry.made_at),
        words: entry.words,
    }
}
