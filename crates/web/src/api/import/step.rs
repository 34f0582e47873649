//! What is done with a file that was brought: its columns put right, its families taken in and taken back.

use super::{Import, known, mapping};
use crate::App;
use crate::api::address;
use crate::api::caller::{Caller, Id};
use crate::api::code::Code;
use crate::api::problem::{Errors, Problem};
use crate::api::sent::Sent;
use crate::api::tell::Told;
use crate::import as steps;
use axum::extract::State;
use axum::response::Response;
use domain::id::ImportId;
use serde::{Deserialize, Serialize};
use store::import::{Import as Stored, Stage};
use utoipa::ToSchema;
use uuid::Uuid;

/// How the columns of a file are read.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"columns": ["person_id", "forename", "", "family"]}))]
pub struct SetColumns {
    /// For each column in order the key of what it holds; nothing for one that is not read. The keys: `person_id`,
    /// `forename`, `surname`, `known_as`, `birth`, `sex`, `relationship`, `family`, `address`, `postcode`, `language`,
    /// `interpreter`, `referral_day`, `reason`, `needs`, `worker`, `worker_email`, `consent`, `safe_to_call`, `going_well`.
    columns: Vec<String>,
}

/// Nothing more than which import.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// A file that was thrown away.
#[derive(Serialize, ToSchema)]
pub struct Discarded {
    /// The import it was.
    id: Uuid,
}

/// What came of a step, read anew.
async fn now(app: &App, caller: &Caller, id: ImportId) -> Result<Told, Problem> {
    let import = found(app, caller, id).await?;
    let import = known(app, &caller.actor, caller.w(), import).await?;
    Ok(Told::ok(&import))
}

async fn found(app: &App, caller: &Caller, id: ImportId) -> Result<Stored, Problem> {
    Ok(steps::found(app, &caller.actor, id).await?)
}

/// Says what the columns of a file hold, remembered for the next file of the area. Before it is taken in.
#[utoipa::path(post, path = address::IMPORT_COLUMNS, tag = "imports", operation_id = "set_import_columns",
    params(("id" = Uuid, Path, description = "The import")),
    request_body = SetColumns,
    responses((status = 200, description = "They are kept, and the file is read so", body = Import)))]
pub async fn set_columns(State(app): State<App>, caller: Caller, id: Id<ImportId>, sent: Sent) -> Response {
    caller.tell(columns_set(&app, &caller, id.0, &sent).await)
}

async fn columns_set(app: &App, caller: &Caller, id: ImportId, sent: &Sent) -> Result<Told, Problem> {
    let import = found(app, caller, id).await?;
    let body: SetColumns = sent.read(caller.w())?;
    if import.stage != Stage::Ready {
        return Err(Code::Refused.into());
    }
    let mapping = mapping(caller.w(), &body.columns, import.columns.len())?;
    steps::set_columns(app, &caller.actor, &import, mapping).await?;
    now(app, caller, id).await
}

/// Takes the families of a file in that can come in, or goes on where it has stopped. It goes on after the answer: look
/// again until the stage is `stored`.
#[utoipa::path(post, path = address::IMPORT_TAKE, tag = "imports", operation_id = "take_import_in",
    params(("id" = Uuid, Path, description = "The import")),
    request_body = Nothing,
    responses((status = 200, description = "It is on its way, or was taken in before", body = Import)))]
pub async fn take(State(app): State<App>, caller: Caller, id: Id<ImportId>, sent: Sent) -> Response {
    caller.tell(taken(&app, &caller, id.0, &sent).await)
}

async fn taken(app: &App, caller: &Caller, id: ImportId, sent: &Sent) -> Result<Told, Problem> {
    let import = found(app, caller, id).await?;
    let Nothing {} = sent.read(caller.w())?;
    match import.stage {
        Stage::Loading | Stage::Undone => return Err(Code::Refused.into()),
        Stage::Ready => {
            let looked = known(app, &caller.actor, caller.w(), import.clone()).await?;
            let may = looked.holds.is_some_and(|holds| 0 < holds.families_in);
            if !may {
                return Err(Code::Refused.into());
            }
        }
        Stage::Storing | Stage::Stored => {}
    }
    steps::start(app, &caller.actor, &import).await?;
    now(app, caller, id).await
}

/// Takes back what came in with a file, while nothing was built on it.
#[utoipa::path(post, path = address::IMPORT_UNDO, tag = "imports", operation_id = "undo_import",
    params(("id" = Uuid, Path, description = "The import")),
    request_body = Nothing,
    responses((status = 200, description = "It is taken back", body = Import)))]
pub async fn undo(State(app): State<App>, caller: Caller, id: Id<ImportId>, sent: Sent) -> Response {
    caller.tell(undone(&app, &caller, id.0, &sent).await)
}

async fn undone(app: &App, caller: &Caller, id: ImportId, sent: &Sent) -> Result<Told, Problem> {
    let import = found(app, caller, id).await?;
    let Nothing {} = sent.read(caller.w())?;
    match import.stage {
        Stage::Stored => {
            let done = steps::undo(app, &caller.actor, id).await?;
            done.map_err(|built_on| {
                let why = steps::built_on_words(caller.w(), &built_on);
                Problem::from(Code::Refused).because(Errors::one("", "built_on", why))
            })?;
        }
        Stage::Undone => {}
        Stage::Loading | Stage::Ready | Stage::Storing => return Err(Code::Refused.into()),
    }
    now(app, caller, id).await
}

/// Throws a file away of which nothing was taken in.
#[utoipa::path(post, path = address::IMPORT_DISCARD, tag = "imports", operation_id = "discard_import",
    params(("id" = Uuid, Path, description = "The import")),
    request_body = Nothing,
    responses((status = 200, description = "Nothing of it is left", body = Discarded)))]
pub async fn discard(State(app): State<App>, caller: Caller, id: Id<ImportId>, sent: Sent) -> Response {
    caller.tell(discarded(&app, &caller, id.0, &sent).await)
}

async fn discarded(app: &App, caller: &Caller, id: ImportId, sent: &Sent) -> Result<Told, Problem> {
    let import = found(app, caller, id).await?;
    let Nothing {} = sent.read(caller.w())?;
    if !steps::can_go(&import) {
        return Err(Code::Refused.into());
    }
    steps::throw_away(app, &caller.actor, id).await?;
    Ok(Told::ok(&Discarded { id: id.uuid() }))
}
