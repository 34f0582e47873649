//! Families: listing, opening, what was done with a record, who has looked at it, and finding people.

use super::address;
use super::asked::{Asked, Listed};
use super::caller::{Caller, Id};
use super::given::{self, Person};
use super::problem::{Errors, Problem};
use super::tell::Told;
use crate::App;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object, Relation};
use domain::id::FamilyId;
use domain::reference::Reference;
use serde::Serialize;
use serde_json::Value;
use store::Tx;
use store::family::{Hit, Line};
use store::journal::history::{self, Line as Noted, Wanted};
use utoipa::ToSchema;
use uuid::Uuid;

/// The fewest letters a search is made with.
const QUERY_CHARS_MIN: usize = 2;

/// The most letters a search is made with.
///
/// Assumption: 200, the longest part of a name.
const QUERY_CHARS_MAX: usize = 200;

/// One line of the list of families.
#[derive(Serialize, ToSchema)]
pub struct FamilyLine {
    /// The family.
    id: Uuid,
    /// What people say aloud for it.
    #[schema(example = "F-7K3M2QX-9")]
    reference: String,
    /// How staff call it.
    name: String,
    /// Its programme area.
    site: Uuid,
    /// The stage of its newest referral.
    #[schema(example = "waiting")]
    referral_stage: Option<String>,
}

/// A family with its people.
#[derive(Serialize, ToSchema)]
pub struct Family {
    /// The family.
    id: Uuid,
    /// What people say aloud for it.
    #[schema(example = "F-7K3M2QX-9")]
    reference: String,
    /// How staff call it.
    name: String,
    /// Its programme area.
    site: Uuid,
    /// Its children and adults.
    people: Vec<Person>,
    /// The addresses that are known; a protected one is opened on the pages only, with a reason.
    addresses: Vec<Address>,
    /// Its referrals, newest first.
    referrals: Vec<Uuid>,
}

/// An address of somebody in a family.
#[derive(Serialize, ToSchema)]
pub struct Address {
    /// The address.
    id: Uuid,
    /// Who lives there.
    person: Uuid,
    /// Whether it must not be shown but to those who ask for it with a reason.
    protected: bool,
    /// The words; nothing where it is protected.
    text: Option<String>,
}

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

/// Lists families, the latest first.
#[utoipa::path(get, path = address::FAMILIES, tag = "families", operation_id = "list_families",
    params(
        ("limit" = Option<u32>, Query, description = "How many lines, 1 to 100", example = 50),
        ("after" = Option<String>, Query, description = "`next` of the page before"),
    ),
    responses((status = 200, description = "A page of families", body = Listed<FamilyLine>)))]
pub async fn list(State(app): State<App>, caller: Caller, asked: Asked) -> Response {
    caller.tell(listed(&app, &caller, &asked).await)
}

async fn listed(app: &App, caller: &Caller, asked: &Asked) -> Result<Told, Problem> {
    let mut errors = Errors::default();
    asked.only(&["limit", "after"], &mut errors, caller.w());
    let wanted = asked.page(&mut errors, caller.w(), |text| text.parse::<FamilyId>().ok());
    errors.or(())?;
    let permit = caller.permit_list(app, Action::ListFamilies, caller.lists()).await?;
    let (after, most) = (wanted.after, wanted.one_more());
    let lines = app
        .store()
        .read(permit, move |tx| store::family::list(tx, after, most))
        .await?;
    let show = |line: Line| FamilyLine {
        id: line.id.uuid(),
        reference: line.reference,
        name: line.name,
        site: line.site.uuid(),
        referral_stage: line.referral,
    };
    Ok(Told::ok(&Listed::of(
        lines,
        wanted.limit,
        |line: &Line| line.id.to_string(),
        show,
    )))
}

/// Opens one family.
#[utoipa::path(get, path = address::FAMILY, tag = "families", operation_id = "get_family",
    params(("id" = Uuid, Path, description = "The family")),
    responses((status = 200, description = "The family", body = Family,
        headers(("ETag" = String, description = "Made from the answer itself")))))]
pub async fn show(State(app): State<App>, caller: Caller, id: Id<FamilyId>) -> Response {
    caller.tell(shown(&app, &caller, id.0).await)
}

async fn shown(app: &App, caller: &Caller, id: FamilyId) -> Result<Told, Problem> {
    let permit = caller.permit(app, Action::OpenFamily, Object::Family(id)).await?;
    let family = app.store().read(permit, move |tx| {
        let (family, name) = store::family::load(tx, id)?;
        let referrals = store::referral::stages_of_family(tx, id)?;
        Ok::<_, Problem>(Family {
            id: id.uuid(),
            reference: family.reference.to_string(),
            name,
            site: family.site.uuid(),
            addresses: addresses(tx, &family)?,
            people: family
                .people
                .into_iter()
                .map(|person| given::person(person, true))
                .collect(),
            referrals: referrals.iter().map(|referral| referral.id.uuid()).collect(),
        })
    });
    Ok(Told::ok(&family.await?).at_its_words())
}

/// The addresses of a family; one that somebody asked to hide is named without its words.
fn addresses(tx: &Tx, family: &domain::family::Family) -> Result<Vec<Address>, store::Error> {
    let known = store::family::addresses(tx, family.id)?;
    let hides = |person: &domain::family::Person| person.safe_contact.as_ref().is_some_and(|c| c.address_hidden);
    let shown = known.into_iter().map(|known| {
        let hidden = family
            .people
            .iter()
            .any(|person| person.id == known.person && hides(person));
        let protected = known.is_protected() || hidden;
        let text = known.words.filter(|_| !hidden);
        Address {
            id: known.id.uuid(),
            person: known.person.uuid(),
            protected,
            text,
        }
    });
    Ok(shown.collect())
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
        .read(permit, move |tx| history::family(tx, id, Wanted::Changes, after, most))
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
        .read(permit, move |tx| history::family(tx, id, Wanted::Openings, after, most))
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
        .read(permit, move |tx| match query.to_uppercase().parse::<Reference>() {
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
