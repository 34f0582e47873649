//! Carers' households by calls: the list with their places, written down, changed, away, ready, off the list.

use super::boxes::{Boxes, filled};
use super::deed;
use crate::App;
use crate::api::address;
use crate::api::asked::Asked;
use crate::api::caller::Caller;
use crate::api::problem::{Errors, Problem};
use crate::api::tell::Told;
use crate::form::Form;
use axum::extract::State;
use axum::response::Response;
use domain::access::Action;
use domain::id::{HouseholdId, SiteId};
use serde::{Deserialize, Serialize};
use store::household::Line;
use utoipa::ToSchema;
use uuid::Uuid;

/// A carers' household.
#[derive(Serialize, ToSchema)]
pub struct Household {
    /// The household.
    id: Uuid,
    /// What people say aloud for it.
    reference: String,
    /// Its carers.
    carers: Vec<String>,
    /// How many families it supports at most.
    places: u8,
    /// How many it supports now.
    taken: usize,
}

/// Lists the carers' households the caller may list, each with its places.
#[utoipa::path(get, path = address::CARERS, tag = "support", operation_id = "list_carers",
    responses((status = 200, description = "Every open household", body = Vec<Household>)))]
pub async fn carers(State(app): State<App>, caller: Caller, asked: Asked) -> Response {
    caller.tell(carers_listed(&app, &caller, &asked).await)
}

async fn carers_listed(app: &App, caller: &Caller, asked: &Asked) -> Result<Told, Problem> {
    let mut errors = Errors::default();
    asked.only(&[], &mut errors, caller.w());
    errors.or(())?;
    let permit = caller.permit_list(app, Action::ListHouseholds, caller.lists()).await?;
    let lines = app.store().read(permit, store::household::list).await?;
    let one = |line: Line| Household {
        id: line.household.id.uuid(),
        reference: line.household.reference.to_string(),
        carers: line
            .household
            .carers()
            .map(|carer| carer.name.as_str().to_owned())
            .collect(),
        places: line.household.places,
        taken: line.families.len(),
    };
    Ok(Told::ok(&lines.into_iter().map(one).collect::<Vec<_>>()))
}

/// A carer of a household.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Carer {
    /// The name.
    name: String,
    /// Their account, where they have one.
    account: Option<Uuid>,
}

/// A household as it is written down, or changed: what is left out is taken away.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewHousehold {
    /// One carer or two.
    carers: Vec<Carer>,
    /// The other adults of the home.
    #[serde(default)]
    adults: Vec<String>,
    /// The account of the supervising social worker.
    supervisor: Option<Uuid>,
    /// The first day of the approval.
    approved_from: String,
    /// The last day of the approval.
    approved_to: Option<String>,
    /// Approved for how many children at most.
    children_max: Option<u8>,
    /// Approved for children from this age.
    age_from: Option<u8>,
    /// Approved for children to this age.
    age_to: Option<u8>,
    /// The terms of the approval in words.
    terms: Option<String>,
    /// How many families at most, 1 to 4.
    places: u8,
    /// How many weekends of a year.
    #[serde(default)]
    weekends: u8,
    /// The languages spoken, by their tags.
    #[serde(default)]
    languages: Vec<String>,
    /// Areas of need they have worked with.
    #[serde(default)]
    skills: Vec<String>,
    /// `now`, `from` or `not_now`.
    ready: String,
    /// Ready from which day.
    ready_from: Option<String>,
    /// Where they live.
    postcode: Option<String>,
    /// What the home is like.
    home: Option<String>,
    /// What they would rather do and not do.
    preferences: Option<String>,
}

impl Boxes for NewHousehold {
    const DAYS: &'static [&'static str] = &["approved_from", "approved_to", "ready_from"];

    fn form(&self) -> Form {
        let form = filled(self, Self::DAYS)
            .without("adults")
            .with("adults", &self.adults.join("\n"));
        let numbered = self.carers.iter().zip(1..);
        numbered.fold(form, |form, (carer, number)| {
            let account = carer.account.map(|id| id.to_string()).unwrap_or_default();
            form.with(&format!("carer{number}_name"), &carer.name)
                .with(&format!("carer{number}_account"), &account)
        })
    }

    /// `carer2_name` is `carers[1].name`.
    fn field(name: &str) -> String {
        let of = |number: &str, place: u8| {
            let part = name.strip_prefix(number)?;
            Some(format!("carers[{place}].{part}"))
        };
        of("carer1_", 0)
            .or_else(|| of("carer2_", 1))
            .unwrap_or_else(|| name.to_owned())
    }
}

deed! {
    /// Writes down a household of an area.
    make_household at SITE_CARERS => "It is on the list; the id is the household's";
    RecordHousehold of Site(SiteId), "The programme area"; NewHousehold; crate::household::make_by_call
}

deed! {
    /// Changes what is written of a household.
    change_household at CARER_CHANGE => "It is changed";
    ChangeHousehold of Household(HouseholdId), "The household"; NewHousehold; crate::household::change_by_call
}

/// The last day of a household.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HouseholdEnd {
    /// The day.
    on: String,
}

impl Boxes for HouseholdEnd {
    const DAYS: &'static [&'static str] = &["on"];
}

deed! {
    /// Takes a household off the list. Nobody may be supported by it any more.
    close_household at CARER_CLOSE => "It is off the list";
    ChangeHousehold of Household(HouseholdId), "The household"; HouseholdEnd; crate::household::close_by_call
}

/// A time away.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAway {
    /// The first day.
    from: String,
    /// The last day.
    to: String,
    /// Why.
    why: String,
}

impl Boxes for NewAway {
    const DAYS: &'static [&'static str] = &["from", "to"];
}

deed! {
    /// Says when a household is away.
    set_away at CARER_AWAY => "It is kept";
    SetAvailability of Household(HouseholdId), "The household"; NewAway; crate::household::away_by_call
}

/// A time away that is taken back.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AwayBack {
    /// Its first day.
    from: String,
}

impl Boxes for AwayBack {
    fn form(&self) -> Form {
        Form::default().with("time", &self.from)
    }
}

deed! {
    /// Takes a time away back.
    take_away_back at CARER_AWAY_BACK => "It is taken back";
    SetAvailability of Household(HouseholdId), "The household"; AwayBack; crate::household::take_back_by_call
}

/// Whether a household takes a new family.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewReady {
    /// `now`, `from` or `not_now`.
    ready: String,
    /// Ready from which day.
    ready_from: Option<String>,
    /// How many weekends of a year.
    #[serde(default)]
    weekends: u8,
}

impl Boxes for NewReady {
    const DAYS: &'static [&'static str] = &["ready_from"];
}

deed! {
    /// Says whether a household takes a new family.
    set_ready at CARER_READY => "It is kept";
    SetAvailability of Household(HouseholdId), "The household"; NewReady; crate::household::ready_by_call
}
