//! A family's book: what was done with its record, and who has looked at it.

use super::address;
use super::asked::{Asked, Listed};
use super::caller::{Caller, Id};
use super::problem::{Errors, Problem};
use super::tell::Told;
use crate::App;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object, Relation};
use domain::id::FamilyId;
use serde::Serialize;
use serde_json::Value;
use store::journal::history::{self, Line as Noted, Wanted};
use utoipa::ToSchema;
use uuid::Uuid;

/// Something that was done with a family's record.
#[derive(Serialize, ToSchema)]
pub struct Done {
    /// When.
    #[schema(example = "2026-03-14T09:30:00Z")]
    at: String,
    /// Who.
    by: By,
    /// The key of what was done.
    #[schema(example = "referral_made")]
    action: String,
    /// The kind of what it was done to.
    #[schema(example = "referral")]
    object_kind: String,
    /// Which one.
    object_id: Option<Uuid>,
    /// What the entry says, one object for each person it is about; `fact` names the kind.
    #[schema(value_type = Vec<Object>)]
    facts: Vec<Value>,
}

/// Somebody who has looked at a family's record.
#[derive(Serialize, ToSchema)]
pub struct Looked {
    /// When.
    #[schema(example = "2026-03-14T09:30:00Z")]
    at: String,
    /// Who; to the family itself the role only.
    by: By,
    /// The key of what was opened.
    #[schema(example = "open_family")]
    action: String,
    /// The key of the reason, where one was given.
    reason: Option<String>,
}

/// Who did something.
#[derive(Serialize, ToSchema)]
pub struct By {
    /// `account`, `token`, `job`, `link` or `public`.
    #[schema(example = "account")]
    kind: String,
    /// Their name, where it is somebody with an account.
    name: Option<String>,
    /// The key of the role that allowed it.
    #[schema(example = "family_worker")]
    role: Option<String>,
}

/// Reads what was done with a family's record, the latest first.
#[utoipa::path(get, path = address::HISTORY, tag = "families", operation_id = "get_family_history",
    params(("id" = Uuid, Path, description = "The family"),
        ("limit" = Option<u32>, Query, description = "How many lines, 1 to 100", example = 50),
        ("after" = Option<String>, Query, description = "`next` of the page before")),
    responses((status = 200, description = "A page of the family's book", body = Listed<Done>)))]
pub async fn history(State(app): State<App>, caller: Caller, id: Id<FamilyId>, asked: Asked) -> Response {
    caller.tell(history_listed(&app, &caller, id.0, &asked).await)
}

async fn history_listed(app: &App, caller: &Caller, id: FamilyId, asked: &Asked) -> Result<Told, Problem> {
    let permit = caller
        .permit(app, Action::OpenFamilyHistory, Object::Family(id))
        .await?;
    let mut errors = Errors::default();
    asked.only(&["limit", "after"], &mut errors, caller.w());
    let wanted = asked.page(&mut errors, caller.w(), |text| text.parse::<i64>().ok());
    errors.or(())?;
    let (after, most) = (wanted.after, wanted.one_more());
    let lines = app
        .store()
        .read_long(permit, move |tx| history::family(tx, id, Wanted::Changes, after, most))
        .await?;
    let show = |line: Noted| Done {
        at: store::clock::instant(line.at).to_string(),
        facts: line
            .facts
            .iter()
            .filter_map(|fact| serde_json::to_value(fact).ok())
            .collect(),
        action: line.action.clone(),
        object_kind: line.object_kind.clone(),
        object_id: line.object_id,
        by: by(line, true),
    };
    Ok(Told::ok(&Listed::of(
        lines,
        wanted.limit,
        |line: &Noted| line.seq.to_string(),
        show,
    )))
}

/// Who an entry says did something.
fn by(line: Noted, named: bool) -> By {
    let kind = line.actor.split(':').next().unwrap_or_default().to_owned();
    By {
        kind,
        name: line.name.filter(|_| named),
        role: Some(line.role).filter(|role| !role.is_empty()),
    }
}

/// Reads who has looked at a family's record, the latest first. The family itself is told roles, not names, and the
/// newest lines only: a mark in its book would tell how much else was written there.
#[utoipa::path(get, path = address::LOOKED, tag = "families", operation_id = "get_family_looked",
    params(("id" = Uuid, Path, description = "The family"),
        ("limit" = Option<u32>, Query, description = "How many lines, 1 to 100", example = 50),
        ("after" = Option<String>, Query, description = "`next` of the page before")),
    responses((status = 200, description = "A page of those who have looked", body = Listed<Looked>)))]
pub async fn looked(State(app): State<App>, caller: Caller, id: Id<FamilyId>, asked: Asked) -> Response {
    caller.tell(looked_listed(&app, &caller, id.0, &asked).await)
}

async fn looked_listed(app: &App, caller: &Caller, id: FamilyId, asked: &Asked) -> Result<Told, Problem> {
    let permit = caller.permit(app, Action::SeeWhoLooked, Object::Family(id)).await?;
    let member = permit.relation() == Relation::FamilyMember;
    let mut errors = Errors::default();
    asked.only(&["limit", "after"], &mut errors, caller.w());
    let mark = |text: &str| text.parse::<i64>().ok().filter(|_| !member);
    let wanted = asked.page(&mut errors, caller.w(), mark);
    errors.or(())?;
    let (after, most) = (wanted.after, wanted.one_more());
    let lines = app
        .store()
        .read_long(permit, move |tx| history::family(tx, id, Wanted::Openings, after, most))
        .await?;
    let show = |line: Noted| Looked {
        at: store::clock::instant(line.at).to_string(),
        action: line.action.clone(),
        reason: Some(line.reason.clone()).filter(|reason| !reason.is_empty()),
        by: by(line, !member),
    };
    let mut page = Listed::of(lines, wanted.limit, |line: &Noted| line.seq.to_string(), show);
    if member {
        page.next = None;
    }
    Ok(Told::ok(&page))
}
