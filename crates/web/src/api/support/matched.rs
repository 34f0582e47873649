//! Offering a family to carers, matching it, who stands in, and the end of a match.

use super::boxes::{Boxes, with_day};
use super::deed;
use crate::form::Form;
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

impl Boxes for NewOffer {}

deed! {
    /// Offers a family to a household. The carer is asked.
    offer_family at OFFERS => "It is offered";
    OfferFamily of Family(FamilyId), "The family"; NewOffer; crate::matching::offer_by_call
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

impl Boxes for OfferAnswer {}

deed! {
    /// Writes down what a carer says to an offer.
    answer_offer at OFFER_ANSWER => "It is answered";
    AnswerOffer of Offer(OfferId), "The offer"; OfferAnswer; crate::matching::answer_by_call
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

impl Boxes for NewMatch {
    const DAYS: &'static [&'static str] = &["from"];
}

deed! {
    /// Decides that a household supports a family.
    decide_offer at OFFER_MATCH => "They are matched; the id is the match's";
    DecideOffer of Offer(OfferId), "The offer"; NewMatch; crate::matching::decide_by_call
}

/// Nothing more to say.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

impl Boxes for Nothing {}

deed! {
    /// Takes an offer back.
    take_offer_back at OFFER_BACK => "It is taken back";
    DecideOffer of Offer(OfferId), "The offer"; Nothing; crate::matching::take_back_by_call
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

impl Boxes for MatchEnd {
    const DAYS: &'static [&'static str] = &["on"];
}

deed! {
    /// Ends a match. The family is between two carers until another is found.
    end_match at MATCH_END => "It ends on that day";
    EndMatch of Match(MatchId), "The match"; MatchEnd; crate::matching::end_by_call
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

impl Boxes for NewCover {
    fn form(&self) -> Form {
        let form = Form::default().with("who", &self.carer.to_string());
        with_day(with_day(form, "from", &self.from), "to", &self.to)
    }

    fn field(name: &str) -> String {
        (if name == "who" { "carer" } else { name }).to_owned()
    }
}

deed! {
    /// Lets another household stand in for a while.
    cover_match at MATCH_COVER => "They stand in; the id is the cover's";
    SetCover of Match(MatchId), "The match"; NewCover; crate::matching::cover_by_call
}

/// The end of somebody standing in.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CoverEnd {
    /// The cover, as the call that made it named it.
    cover: Uuid,
}

impl Boxes for CoverEnd {}

deed! {
    /// Ends that another household stands in.
    end_cover at MATCH_COVER_END => "They stand in no more";
    SetCover of Match(MatchId), "The match"; CoverEnd; crate::matching::cover_end_by_call
}
