//! Families: listing and opening.

use super::address;
use super::asked::{Asked, Listed};
use super::caller::{Caller, Id};
use super::given::{self, KeptAway, Order, Person};
use super::problem::{Errors, Problem};
use super::tell::Told;
use crate::App;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::FamilyId;
use serde::Serialize;
use store::Tx;
use store::family::Line;
use utoipa::ToSchema;
use uuid::Uuid;

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
    /// The orders of courts.
    orders: Vec<Order>,
    /// Who must not collect, call or know.
    kept_away: Vec<KeptAway>,
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
        let referrals = store::referral::stages_of_family(tx, family.site, id)?;
        let safety = store::family::safety(tx, id)?;
        Ok::<_, Problem>(Family {
            id: id.uuid(),
            reference: family.reference.to_string(),
            name,
            site: family.site.uuid(),
            addresses: addresses(tx, &family)?,
            orders: given::orders(&family.people, &safety),
            kept_away: given::kept_away(&family.people, &safety),
            people: given::people(family.people, &safety.responsibilities, true),
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
