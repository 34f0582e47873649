//! Finding people by the beginnings of their names, and families by their references.

use super::address;
use super::asked::{Asked, Listed};
use super::caller::Caller;
use super::problem::{Errors, Problem};
use super::tell::Told;
use crate::App;
use axum::extract::State;
use axum::response::Response;
use domain::access::Action;
use domain::reference::Reference;
use serde::Serialize;
use store::Tx;
use store::family::Hit;
use utoipa::ToSchema;
use uuid::Uuid;

/// The fewest letters a search is made with.
const QUERY_CHARS_MIN: usize = 2;

/// The most letters a search is made with.
///
/// Assumption: 200, the longest part of a name.
const QUERY_CHARS_MAX: usize = 200;

/// Somebody, or a family, that was found.
#[derive(Serialize, ToSchema)]
pub struct Found {
    /// The family.
    family: Uuid,
    /// What people say aloud for the family.
    #[schema(example = "F-7K3M2QX-9")]
    reference: String,
    /// The person; nothing when a reference was searched for.
    person: Option<FoundPerson>,
}

/// A person who was found.
#[derive(Serialize, ToSchema)]
pub struct FoundPerson {
    /// The person.
    id: Uuid,
    /// What they are called.
    name: String,
    /// `child` or `adult`.
    #[schema(example = "child")]
    part: &'static str,
    /// The year they were born, if known.
    birth_year: Option<i64>,
}

/// Finds people by the beginnings of their names, or a family by its reference. At most 50; say more to find fewer.
#[utoipa::path(get, path = address::SEARCH, tag = "families", operation_id = "search",
    params(("q" = String, Query, description = "Beginnings of names, or a reference", example = "sian pry")),
    responses((status = 200, description = "Who was found", body = Listed<Found>)))]
pub async fn search(State(app): State<App>, caller: Caller, asked: Asked) -> Response {
    caller.tell(searched(&app, &caller, &asked).await)
}

async fn searched(app: &App, caller: &Caller, asked: &Asked) -> Result<Told, Problem> {
    let w = caller.w();
    let mut errors = Errors::default();
    asked.only(&["q"], &mut errors, w);
    let query = asked.get("q").unwrap_or_default().trim().to_owned();
    match query.chars().count() {
        QUERY_CHARS_MIN..=QUERY_CHARS_MAX => {}
        0..QUERY_CHARS_MIN => errors.add("q", "short", w.problem_short()),
        _ => errors.add("q", "too_long", w.problem_field_long(QUERY_CHARS_MAX as u64)),
    }
    errors.or(())?;
    let permit = caller.permit_list(app, Action::SearchPeople, caller.lists()).await?;
    let found = app
        .store()
        .read_long(permit, move |tx| match query.to_uppercase().parse::<Reference>() {
            Ok(reference) => Ok(by_reference(tx, &reference)?),
            Err(_) => Ok::<_, Problem>(store::family::search(tx, &query)?.into_iter().map(found).collect()),
        });
    Ok(Told::ok(&Listed::whole(found.await?)))
}

fn by_reference(tx: &Tx, reference: &Reference) -> Result<Vec<Found>, store::Error> {
    let text = reference.to_string();
    let family = store::family::by_reference(tx, &text)?;
    Ok(family
        .map(|family| Found {
            family: family.uuid(),
            reference: text,
            person: None,
        })
        .into_iter()
        .collect())
}

fn found(hit: Hit) -> Found {
    Found {
        family: hit.family.uuid(),
        reference: hit.reference,
        person: Some(FoundPerson {
            id: hit.person.uuid(),
            name: hit.name.spoken(),
            part: hit.part.key(),
            birth_year: hit.birth_year,
        }),
    }
}
