//! What is done for a family that is to be supported, or is.

use super::boxes::{filled, with_day};
use super::{About, Done, carry_out};
use crate::App;
use crate::api::address;
use crate::api::caller::{Caller, Id};
use crate::api::sent::Sent;
use crate::form::Form;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::{FamilyId, OfferId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A field of a body is a box of the same name.
fn same(name: &str) -> String {
    name.to_owned()
}

fn of_family(action: Action, id: FamilyId) -> About {
    About {
        action,
        object: Object::Family(id),
        at: address::support(id),
    }
}

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

/// One goal of a plan.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanGoal {
    /// The goal, where it is there already.
    id: Option<Uuid>,
    /// Whose it is.
    owner: Uuid,
    /// What they want, in their words.
    words: String,
    /// The area of need it is about.
    need: Option<String>,
    /// How near it is, 0 to 10.
    mark: Option<u8>,
}

/// One kind of support of a plan.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanSupport {
    /// The kind.
    kind: String,
    /// How often.
    often: String,
}

/// What a child wishes.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanWish {
    /// The child.
    child: Uuid,
    /// In their words.
    words: String,
}

/// A version of a family's plan.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPlan {
    /// The version it was written from; 0 for the first.
    #[serde(default)]
    from_version: u32,
    /// The day of the planning meeting.
    met: String,
    /// The planned end.
    end: String,
    /// Areas of need.
    #[serde(default)]
    needs: Vec<String>,
    /// Which support, how often.
    #[serde(default)]
    support: Vec<PlanSupport>,
    /// Goals.
    #[serde(default)]
    goals: Vec<PlanGoal>,
    /// What each child wishes.
    #[serde(default)]
    wishes: Vec<PlanWish>,
    /// What to do in a hard time.
    hard_time: Option<String>,
    /// Anything else.
    more: Option<String>,
    /// What changed, for a later version.
    change: Option<String>,
}

impl NewPlan {
    fn form(&self) -> Form {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let mut form = Form::default()
            .with("from_version", &self.from_version.to_string())
            .with("hard_time", &text(&self.hard_time))
            .with("more", &text(&self.more))
            .with("change", &text(&self.change));
        form = with_day(with_day(form, "met", &self.met), "end", &self.end);
        form = self.needs.iter().fold(form, |form, need| form.with("needs", need));
        for one in &self.support {
            form = form.with(&format!("often_{}", one.kind), &one.often);
        }
        for wish in &self.wishes {
            form = form.with(&format!("wish_{}", wish.child), &wish.words);
        }
        let keys: Vec<String> = (1..=self.goals.len()).map(|key| key.to_string()).collect();
        form = form.with("goals", &keys.join(" "));
        for (key, goal) in keys.iter().zip(&self.goals) {
            let name = |part: &str| format!("goal_{key}_{part}");
            form = form
                .with(&name("id"), &goal.id.map(|id| id.to_string()).unwrap_or_default())
                .with(&name("owner"), &goal.owner.to_string())
                .with(&name("words"), &goal.words)
                .with(&name("need"), goal.need.as_deref().unwrap_or_default())
                .with(
                    &name("mark"),
                    &goal.mark.map(|mark| mark.to_string()).unwrap_or_default(),
                );
        }
        form
    }

    /// The field a box of the form came from: `goal_2_words` is `goals[1].words`.
    fn field(name: &str) -> String {
        let goal = name.strip_prefix("goal_").and_then(|rest| rest.split_once('_'));
        let place = goal.and_then(|(key, part)| Some((key.parse::<usize>().ok()?.checked_sub(1)?, part)));
        place.map_or_else(|| name.to_owned(), |(place, part)| format!("goals[{place}].{part}"))
    }
}

/// Writes a version of a family's plan. What somebody else wrote meanwhile refuses it.
#[utoipa::path(post, path = address::PLAN, tag = "support", operation_id = "write_plan",
    params(("id" = Uuid, Path, description = "The family"),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = NewPlan,
    responses((status = 201, description = "It is the newest version", body = Done)))]
pub async fn write_plan(State(app): State<App>, caller: Caller, id: Id<FamilyId>, sent: Sent) -> Response {
    let id = id.0;
    let act = move |tx: &store::Tx, call: &crate::call::Call, form: &Form| {
        crate::plan::by_call(tx, call, id, form).map(|()| id.uuid())
    };
    let about = of_family(Action::ChangePlan, id);
    caller.tell(carry_out(&app, &caller, &sent, about, NewPlan::form, act, NewPlan::field).await)
}

/// A visit: planned, or written down.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"kind": "mentoring", "on": "2026-11-20", "at": "16:30", "minutes": 90, "place": "home",
    "outcome": "done", "went_well": "They laughed", "happened": "We cooked together"}))]
pub struct NewSession {
    /// The kind of support.
    kind: String,
    /// The day.
    on: String,
    /// When it began.
    at: Option<String>,
    /// How long it took, in minutes.
    minutes: Option<u16>,
    /// `home`, `carers_home`, `out`, `school`, `phone` or `elsewhere`.
    place: String,
    /// Who of the family was there.
    #[serde(default)]
    present: Vec<Uuid>,
    /// `planned`, `done`, `cancelled` or `missed`.
    outcome: String,
    /// Why it did not take place.
    why: Option<String>,
    /// What went well.
    went_well: Option<String>,
    /// What happened; needed for one that is done.
    happened: Option<String>,
    /// What was said.
    said: Option<String>,
    /// What the carer did.
    did: Option<String>,
    /// What the carer thinks: opinion, apart from what happened.
    view: Option<String>,
    /// What is next.
    next: Option<String>,
}

/// Plans a visit or writes one down.
#[utoipa::path(post, path = address::SESSIONS, tag = "support", operation_id = "add_session",
    params(("id" = Uuid, Path, description = "The family"),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = NewSession,
    responses((status = 201, description = "It is kept", body = Done)))]
pub async fn add_session(State(app): State<App>, caller: Caller, id: Id<FamilyId>, sent: Sent) -> Response {
    let id = id.0;
    let form = |body: &NewSession| filled(body, &["on"]);
    let act = move |tx: &store::Tx, call: &crate::call::Call, form: &Form| {
        crate::session::by_call(tx, call, id, form).map(domain::id::SessionId::uuid)
    };
    let about = of_family(Action::AddSession, id);
    caller.tell(carry_out(&app, &caller, &sent, about, form, act, same).await)
}

/// A step up or down.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"to": 3, "cause": "crisis", "asked_by": "parent", "agreed_by": ["parent", "carer"],
    "reason": "Nights are hard"}))]
pub struct NewStep {
    /// The level after it.
    to: u8,
    /// From which day; today when left out.
    on: Option<String>,
    /// `asked`, `review`, `crisis`, `harder`, `better` or `planned_end`.
    cause: String,
    /// Who asked.
    asked_by: String,
    /// Who agreed.
    #[serde(default)]
    agreed_by: Vec<String>,
    /// Until when it is expected to hold.
    end: Option<String>,
    /// Why.
    reason: String,
}

/// Steps a family's support up or down.
#[utoipa::path(post, path = address::STEPS, tag = "support", operation_id = "step_support",
    params(("id" = Uuid, Path, description = "The family"),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = NewStep,
    responses((status = 201, description = "It is another level", body = Done)))]
pub async fn add_step(State(app): State<App>, caller: Caller, id: Id<FamilyId>, sent: Sent) -> Response {
    let id = id.0;
    let form = |body: &NewStep| filled(body, &["on", "end"]);
    let act = move |tx: &store::Tx, call: &crate::call::Call, form: &Form| {
        crate::step::by_call(tx, call, id, form).map(|()| id.uuid())
    };
    let about = of_family(Action::StepSupport, id);
    caller.tell(carry_out(&app, &caller, &sent, about, form, act, same).await)
}

/// A review or support meeting: planned where nothing is said of it, else held.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"kind": "review", "on": "2026-11-20", "there": ["carer"], "said": "Mornings are calm",
    "decided": ["continue"]}))]
pub struct NewReview {
    /// `review` or `support_meeting`.
    kind: String,
    /// The day.
    on: String,
    /// Who else was there.
    #[serde(default)]
    there: Vec<String>,
    /// Who of the family was there.
    #[serde(default)]
    present: Vec<Uuid>,
    /// What was said.
    said: Option<String>,
    /// What the family said.
    theirs: Option<String>,
    /// What is next.
    next: Option<String>,
    /// What was decided.
    #[serde(default)]
    decided: Vec<String>,
}

/// Plans a review, or writes one down that was held.
#[utoipa::path(post, path = address::REVIEWS, tag = "support", operation_id = "add_review",
    params(("id" = Uuid, Path, description = "The family"),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = NewReview,
    responses((status = 201, description = "It is kept", body = Done)))]
pub async fn add_review(State(app): State<App>, caller: Caller, id: Id<FamilyId>, sent: Sent) -> Response {
    let id = id.0;
    let form = |body: &NewReview| filled(body, &["on"]);
    let act = move |tx: &store::Tx, call: &crate::call::Call, form: &Form| {
        crate::review::by_call(tx, call, id, form).map(domain::id::ReviewId::uuid)
    };
    let about = of_family(Action::HoldReview, id);
    caller.tell(carry_out(&app, &caller, &sent, about, form, act, same).await)
}

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

/// Writes down a call for help. Whoever supervises is told that something waits.
#[utoipa::path(post, path = address::CRISES, tag = "support", operation_id = "write_crisis",
    params(("id" = Uuid, Path, description = "The family"),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = NewCrisis,
    responses((status = 201, description = "It is kept", body = Done)))]
pub async fn add_crisis(State(app): State<App>, caller: Caller, id: Id<FamilyId>, sent: Sent) -> Response {
    let id = id.0;
    let form = |body: &NewCrisis| filled(body, &["on"]);
    let act = move |tx: &store::Tx, call: &crate::call::Call, form: &Form| {
        crate::crisis::by_call(tx, call, id, form).map(domain::id::CrisisId::uuid)
    };
    let about = of_family(Action::WriteCrisis, id);
    caller.tell(carry_out(&app, &caller, &sent, about, form, act, same).await)
}
