//! The shapes of referrals and families as the API gives them: keys, ids, days as ISO text, instants with Z.

mod person;
mod safety;
mod said;

pub use person::{Person, people};
pub use safety::{Home, KeptAway, Order, homes, kept_away, orders};
pub use said::{Message, Outcome, Telling};

use domain::id::ReferralId;
use domain::referral::{Capacity as Places, Stage};
use serde::Serialize;
use store::Tx;
use utoipa::ToSchema;
use uuid::Uuid;

/// Where a referral stands.
#[derive(Clone, Serialize, ToSchema)]
pub struct State {
    /// The referral.
    pub id: Uuid,
    /// What people say aloud for it.
    #[schema(example = "R-7K3M2QX-9")]
    pub reference: String,
    /// The family.
    pub family: Uuid,
    /// The programme area.
    pub site: Uuid,
    /// The day it was received.
    #[schema(example = "2026-03-14")]
    pub received_on: String,
    /// `submitted`, `information_asked`, `waiting`, `matched`, `not_accepted`, `withdrawn` or `merged`.
    #[schema(example = "submitted")]
    pub stage: &'static str,
    /// The day since which it stands so; for `waiting`, since when the family waits.
    pub stage_on: Option<String>,
    /// Why it was not accepted: `full`, `not_eligible`, `family_declined` or `other_service`.
    pub why: Option<&'static str>,
    /// Why it was not accepted or was withdrawn, in words.
    pub why_words: Option<String>,
    /// What the programme had to give on the day it was not accepted.
    pub capacity: Option<Capacity>,
    /// The referral it was joined with.
    pub merged_into: Option<Uuid>,
    /// The version of the row: send it back in `If-Match`.
    #[schema(example = 1)]
    pub version: i64,
}

/// What the programme had to give on a day.
#[derive(Clone, Serialize, ToSchema)]
pub struct Capacity {
    /// Carers who support families.
    pub carers: u32,
    /// Places for families.
    pub places: u32,
    /// Places with no family that day.
    pub places_free: u32,
    /// Families on the waiting list that day.
    pub waiting: u32,
}

impl From<Places> for Capacity {
    fn from(places: Places) -> Self {
        Self {
            carers: places.carers,
            places: places.places,
            places_free: places.places_free,
            waiting: places.waiting,
        }
    }
}

/// A referral with its words and its people.
#[derive(Serialize, ToSchema)]
pub struct Referral {
    /// Where it stands.
    #[serde(flatten)]
    pub state: State,
    /// Who referred: an account, or the token of another system.
    pub referred_by: Uuid,
    /// The social worker who asks, by name and address, where they have no account here.
    pub worker: Option<String>,
    /// The earlier referral of the family that this one follows.
    pub follows: Option<Uuid>,
    /// The later referral that followed this one.
    pub followed_by: Option<Uuid>,
    /// Derived from the children: `risk_of_care`, `reunification`, `mixed` or `not_given`.
    #[schema(example = "risk_of_care")]
    pub reason: String,
    /// Keys of the areas of need.
    pub needs: Vec<String>,
    /// What is going well.
    pub going_well: Option<String>,
    /// What worries people.
    pub worries: Option<String>,
    /// The other services that help.
    pub services: Option<String>,
    /// What has made help hard to get before.
    pub hard_before: Option<String>,
    /// Its children and adults, without the safe ways to reach them: those are with the family.
    pub people: Vec<Person>,
    /// Where they live; of a hidden home no words are given.
    pub homes: Vec<Home>,
    /// The orders of courts.
    pub orders: Vec<Order>,
    /// Who must not collect, call or know.
    pub kept_away: Vec<KeptAway>,
    /// Its place on the waiting list, while the family waits.
    pub place: Option<Place>,
    /// What was asked before it is decided, and answered, in order.
    pub thread: Vec<Message>,
    /// When the family was told where things stand, the latest first.
    pub told: Vec<Telling>,
    /// What happened to the children of a family that was not taken, the latest said first.
    pub outcomes: Vec<Outcome>,
}

/// Where a family stands on the waiting list: how soon and for what, never a number in a queue.
#[derive(Serialize, ToSchema)]
pub struct Place {
    /// How soon the family should have a carer: `first`, `sooner` or `usual`.
    #[schema(example = "usual")]
    pub priority: &'static str,
    /// Keys of what it waits for: `place`, `near`, `language`, `skills`, `family_ready`.
    pub waits_for: Vec<&'static str>,
    /// Why it was last put there, in words.
    pub reason: Option<String>,
}

/// One line of the referrals or of the waiting list.
#[derive(Serialize, ToSchema)]
pub struct ReferralLine {
    /// The referral.
    pub id: Uuid,
    /// What people say aloud for it.
    #[schema(example = "R-7K3M2QX-9")]
    pub reference: String,
    /// The family.
    pub family: Uuid,
    /// How staff call the family.
    pub name: String,
    /// The programme area.
    pub site: Uuid,
    /// The key of its stage.
    #[schema(example = "waiting")]
    pub stage: String,
    /// The day it was received.
    #[schema(example = "2026-03-14")]
    pub received_on: String,
    /// Since when the family waits.
    pub waiting_since: Option<String>,
    /// The derived reason.
    #[schema(example = "risk_of_care")]
    pub reason: String,
    /// How many children it names.
    pub children: i64,
    /// How many adults it names.
    pub adults: i64,
}

impl From<store::referral::Line> for ReferralLine {
    fn from(line: store::referral::Line) -> Self {
        Self {
            id: line.id.uuid(),
            reference: line.reference,
            family: line.family.uuid(),
            name: line.name,
            site: line.site.uuid(),
            stage: line.stage,
            received_on: line.received_on.to_string(),
            waiting_since: line.waiting_since.map(|day| day.to_string()),
            reason: line.reason,
            children: line.children,
            adults: line.adults,
        }
    }
}

/// One line of the waiting list.
#[derive(Serialize, ToSchema)]
pub struct WaitingLine {
    /// The referral and its family, with its stage now; of a day before, since when it waited then.
    #[serde(flatten)]
    pub line: ReferralLine,
    /// How soon the family should have a carer: `first`, `sooner` or `usual`.
    #[schema(example = "usual")]
    pub priority: &'static str,
    /// Keys of what it waits for: `place`, `near`, `language`, `skills`, `family_ready`.
    pub waits_for: Vec<&'static str>,
}

impl From<store::referral::Waits> for WaitingLine {
    fn from(one: store::referral::Waits) -> Self {
        Self {
            priority: one.priority.key(),
            waits_for: one.waits_for.iter().map(|thing| thing.key).collect(),
            line: ReferralLine {
                waiting_since: Some(one.since.to_string()),
                ..one.line.into()
            },
        }
    }
}

/// Where a referral stands, from what the store shows of it.
pub fn state(shown: &store::referral::Shown) -> State {
    let referral = &shown.referral;
    let (on, why, capacity, into) = match &referral.stage {
        Stage::Submitted { on }
        | Stage::InformationAsked { on, .. }
        | Stage::Matched { on }
        | Stage::Closed { on }
        | Stage::Withdrawn { on, .. }
        | Stage::Waiting { since: on, .. } => (Some(*on), None, None, None),
        Stage::NotAccepted { on, why, capacity, .. } => (Some(*on), Some(why.key()), Some((*capacity).into()), None),
        Stage::Merged { into } => (None, None, None, Some(into.uuid())),
    };
    State {
        id: referral.id.uuid(),
        reference: referral.reference.to_string(),
        family: referral.family.uuid(),
        site: referral.site.uuid(),
        received_on: referral.received_on.to_string(),
        stage: referral.stage.key(),
        stage_on: on.map(|on| on.to_string()),
        why,
        why_words: shown.why_words.clone(),
        capacity,
        merged_into: into,
        version: referral.version,
    }
}

/// A referral as it is stored, with its people and everything said of it.
pub fn referral(tx: &Tx, id: ReferralId) -> Result<Referral, store::Error> {
    let shown = store::referral::show(tx, id)?;
    let known = &shown.referral;
    let family = store::family::people(tx, known.family)?;
    let safety = store::family::safety(tx, known.family)?;
    let addresses = store::family::addresses(tx, known.family)?;
    let place = match known.stage {
        Stage::Waiting { .. } => Some(store::referral::standing(tx, known)?),
        _ => None,
    };
    let thread = store::referral::thread(tx, known)?;
    let told = store::referral::tellings(tx, known)?;
    let outcomes = store::referral::outcomes(tx, id)?;
    Ok(Referral {
        state: state(&shown),
        referred_by: known.referred_by.uuid(),
        homes: homes(&family, addresses),
        orders: orders(&family, &safety),
        kept_away: kept_away(&family, &safety),
        people: people(family, &safety.responsibilities, false),
        place: place.map(|standing| Place {
            priority: standing.priority.key(),
            waits_for: standing.waits_for.iter().map(|thing| thing.key).collect(),
            reason: standing.reason,
        }),
        thread: thread.into_iter().map(Message::from).collect(),
        told: told.into_iter().map(Telling::from).collect(),
        outcomes: outcomes.into_iter().map(Outcome::from).collect(),
        reason: shown.reason,
        needs: shown.needs,
        going_well: shown.going_well,
        worries: shown.worries,
        services: shown.services,
        hard_before: shown.hard_before,
        worker: shown.worker,
        follows: shown.follows.map(ReferralId::uuid),
        followed_by: shown.followed_by.map(ReferralId::uuid),
    })
}
