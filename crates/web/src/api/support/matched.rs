//! Offering a family to carers, matching it, who stands in, and the end of a match.

use super::boxes::{filled, with_day};
use super::deeds::{of_family, same};
use super::{About, Done, carry_out};
use crate::App;
use crate::api::address;
use crate::api::caller::{Caller, Id};
use crate::api::sent::Sent;
use crate::form::Form;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::{FamilyId, MatchId, OfferId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A family offered to a household. The words name nobody.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"carer": "0197f6a0-0000-7000-8000-000000000001", "place": "Near the river", "reason": "She is near"}))]
pub struct NewOffer {
    /// The household.
    carer: Uuid,
    /// Roughly where the family lives.
    place: String,
    /// What to know before a visit.
    visiting: Option<String>,
    /// Why this carer.
    reason: String,
}

/// Offers a family to a household. The carer is asked.
#[utoipa::path(post, path = address::OFFERS, tag = "support", operation_id = "offer_family",
    params(("id" = Uuid, Path, description = "The family"),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = NewOffer,
    responses((status = 201, description = "It is offered", body = Done)))]
pub async fn offer(State(app): State<App>, caller: Caller, id: Id<FamilyId>, sent: Sent) -> Response {
    let id = id.0;
    let form = |body: &NewOffer| filled(body, &[]);
    let act = move |tx: &store::Tx, call: &crate::call::Call, form: &Form| {
        crate::matching::offer_by_call(tx, call, id, form).map(OfferId::uuid)
    };
    let about = of_family(Action::OfferFamily, id);
    caller.tell(carry_out(&app, &caller, &sent, about, form, act, same).await)
}

/// What a carer says to an offer.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"answer": "yes"}))]
pub struct OfferAnswer {
    /// `yes` or `no`.
    answer: String,
    /// Why not: `far`, `enough_now`, `not_right`, `knows_family`, `own_life` or `other`.
    why: Option<String>,
    /// More about why not.
    words: Option<String>,
}

/// Writes down what a carer says to an offer.
#[utoipa::path(post, path = address::OFFER_ANSWER, tag = "support", operation_id = "answer_offer",
    params(("id" = Uuid, Path, description = "The offer"),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = OfferAnswer,
    responses((status = 201, description = "It is answered", body = Done)))]
pub async fn answer(State(app): State<App>, caller: Caller, id: Id<OfferId>, sent: Sent) -> Response {
    let id = id.0;
    let about = About {
        action: Action::AnswerOffer,
        object: Object::Offer(id),
        at: address::CARERS.to_owned(),
    };
    let form = |body: &OfferAnswer| filled(body, &[]);
    let act = move |tx: &store::Tx, call: &crate::call::Call, form: &Form| {
        crate::matching::answer_by_call(tx, call, id, form).map(|()| id.uuid())
    };
    caller.tell(carry_out(&app, &caller, &sent, about, form, act, same).await)
}

/// A decision for the household that said yes.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"reason": "They get on", "level": 2}))]
pub struct NewMatch {
    /// The first day; today when left out.
    from: Option<String>,
    /// How much support to begin with; the area's own when left out.
    level: Option<u8>,
    /// Why this household.
    reason: String,
    /// Why the carer changes, for a family that has one.
    change_why: Option<String>,
}

/// Decides that a household supports a family.
#[utoipa::path(post, path = address::OFFER_MATCH, tag = "support", operation_id = "decide_offer",
    params(("id" = Uuid, Path, description = "The offer"),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = NewMatch,
    responses((status = 201, description = "They are matched; the id is the match's", body = Done)))]
pub async fn decide(State(app): State<App>, caller: Caller, id: Id<OfferId>, sent: Sent) -> Response {
    let id = id.0;
    let about = About {
        action: Action::DecideOffer,
        object: Object::Offer(id),
        at: address::CARERS.to_owned(),
    };
    let form = |body: &NewMatch| filled(body, &["from"]);
    let act = move |tx: &store::Tx, call: &crate::call::Call, form: &Form| {
        crate::matching::decide_by_call(tx, call, id, form).map(domain::id::MatchId::uuid)
    };
    caller.tell(carry_out(&app, &caller, &sent, about, form, act, same).await)
}

/// The end of a match, while support may go on with another carer.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"on": "2026-11-20", "why": "carer_left"}))]
pub struct MatchEnd {
    /// The last day.
    on: String,
    /// Why; `support_ended` is said by closing.
    why: String,
    /// More about why.
    words: Option<String>,
}

/// Ends a match. The family is between two carers until another is found.
#[utoipa::path(post, path = address::MATCH_END, tag = "support", operation_id = "end_match",
    params(("id" = Uuid, Path, description = "The match"),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = MatchEnd,
    responses((status = 201, description = "It ends on that day", body = Done)))]
pub async fn end_match(State(app): State<App>, caller: Caller, id: Id<MatchId>, sent: Sent) -> Response {
    let id = id.0;
    let form = |body: &MatchEnd| filled(body, &["on"]);
    let act = move |tx: &store::Tx, call: &crate::call::Call, form: &Form| {
        crate::matching::end_by_call(tx, call, id, form).map(|()| id.uuid())
    };
    let about = of_match(Action::EndMatch, id);
    caller.tell(carry_out(&app, &caller, &sent, about, form, act, same).await)
}

/// Another household that stands in for a while.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCover {
    /// The household that stands in.
    carer: Uuid,
    /// The first day.
    from: String,
    /// The last day.
    to: String,
}

impl NewCover {
    fn form(&self) -> Form {
        let form = Form::default().with("who", &self.carer.to_string());
        with_day(with_day(form, "from", &self.from), "to", &self.to)
    }

    /// The field a box came from.
    fn field(name: &str) -> String {
        same(if name == "who" { "carer" } else { name })
    }
}

/// Lets another household stand in for a while.
#[utoipa::path(post, path = address::MATCH_COVER, tag = "support", operation_id = "cover_match",
    params(("id" = Uuid, Path, description = "The match"),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = NewCover,
    responses((status = 201, description = "They stand in; the id is the cover's", body = Done)))]
pub async fn cover(State(app): State<App>, caller: Caller, id: Id<MatchId>, sent: Sent) -> Response {
    let id = id.0;
    let act = move |tx: &store::Tx, call: &crate::call::Call, form: &Form| {
        crate::matching::cover_by_call(tx, call, id, form).map(domain::id::CoverId::uuid)
    };
    let about = of_match(Action::SetCover, id);
    caller.tell(carry_out(&app, &caller, &sent, about, NewCover::form, act, NewCover::field).await)
}

fn of_match(action: Action, id: MatchId) -> About {
    About {
        action,
        object: Object::Match(id),
        at: address::CARERS.to_owned(),
    }
}
