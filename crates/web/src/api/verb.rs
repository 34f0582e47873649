//! What is done to a referral: accepting it or not, withdrawing it.

use super::address;
use super::caller::{Caller, Id};
use super::code::Code;
use super::given::{self, State as Standing};
use super::problem::{Errors, Problem};
use super::sent::Sent;
use super::tell::Told;
use super::value::text;
use crate::App;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Actor, Object};
use domain::id::{AccountId, ReferralId};
use domain::referral::{Event, Referral, Refusal, Why};
use serde::Deserialize;
use serde_json::Value;
use store::Tx;
use utoipa::ToSchema;
use words::Words;

/// Accepting needs nothing more than the version it is about.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Accept {}

/// Why a referral is not accepted.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"why": "full", "reason": "Ask again in September."}))]
pub struct NotAccept {
    /// `full`, `not_eligible`, `family_declined` or `other_service`.
    #[schema(pattern = "^(full|not_eligible|family_declined|other_service)$")]
    why: String,
    /// More about why, in words the family may read.
    #[serde(default)]
    #[schema(max_length = 10000)]
    reason: Option<String>,
}

/// Why a referral is withdrawn.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"reason": "The family moved away."}))]
pub struct Withdraw {
    /// Why, in words.
    #[serde(default)]
    #[schema(max_length = 10000)]
    reason: Option<String>,
}

/// Accepts a referral: the family goes on the waiting list today.
#[utoipa::path(post, path = address::ACCEPT, tag = "referrals", operation_id = "accept_referral",
    params(("id" = Uuid, Path, description = "The referral"),
        ("If-Match" = String, Header, description = "The version it is about", example = "\"1\""),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = Accept,
    responses((status = 200, description = "It is accepted", body = Standing,
        headers(("ETag" = String, description = "Its new version")))))]
pub async fn accept(State(app): State<App>, caller: Caller, id: Id<ReferralId>, sent: Sent) -> Response {
    let decide =
        |tx: &Tx, referral: &Referral, by, _: &Accept, _: Words| referral.accept(by, tx.today()).map_err(Halt::Refused);
    caller.tell(carry_out(&app, &caller, id.0, &sent, Action::DecideReferral, decide).await)
}

/// Does not accept a referral. It is kept, with why and with the places of that day.
#[utoipa::path(post, path = address::NOT_ACCEPT, tag = "referrals", operation_id = "not_accept_referral",
    params(("id" = Uuid, Path, description = "The referral"),
        ("If-Match" = String, Header, description = "The version it is about", example = "\"1\""),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = NotAccept,
    responses((status = 200, description = "It is not accepted", body = Standing,
        headers(("ETag" = String, description = "Its new version")))))]
pub async fn not_accept(State(app): State<App>, caller: Caller, id: Id<ReferralId>, sent: Sent) -> Response {
    let decide = |tx: &Tx, referral: &Referral, by, body: &NotAccept, w: Words| {
        let mut errors = Errors::default();
        let reason = text(&mut errors, w, "reason", body.reason.as_deref());
        let why = Why::from_key(&body.why);
        if why.is_none() {
            errors.add(
                "why",
                "unknown_key",
                w.problem_field_one_of(&Why::ALL.map(Why::key).join(", ")),
            );
        }
        let (Some(why), reason) = errors.or((why, reason))? else {
            return Err(Code::Validation.into());
        };
        let capacity = store::referral::capacity(tx, referral.site)?;
        referral
            .not_accept(by, tx.today(), why, reason, capacity)
            .map_err(Halt::Refused)
    };
    caller.tell(carry_out(&app, &caller, id.0, &sent, Action::DecideReferral, decide).await)
}

/// Takes a referral back, before or while the family waits.
#[utoipa::path(post, path = address::WITHDRAW, tag = "referrals", operation_id = "withdraw_referral",
    params(("id" = Uuid, Path, description = "The referral"),
        ("If-Match" = String, Header, description = "The version it is about", example = "\"1\""),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = Withdraw,
    responses((status = 200, description = "It is withdrawn", body = Standing,
        headers(("ETag" = String, description = "Its new version")))))]
pub async fn withdraw(State(app): State<App>, caller: Caller, id: Id<ReferralId>, sent: Sent) -> Response {
    let decide = |tx: &Tx, referral: &Referral, by, body: &Withdraw, w: Words| {
        let mut errors = Errors::default();
        let reason = text(&mut errors, w, "reason", body.reason.as_deref());
        let reason = errors.or(reason)?;
        referral.withdraw(by, tx.today(), reason).map_err(Halt::Refused)
    };
    caller.tell(carry_out(&app, &caller, id.0, &sent, Action::WithdrawReferral, decide).await)
}

/// Why a verb was not carried out.
pub(super) enum Halt {
    /// The verb said no.
    Refused(Refusal),
    /// The record has another version than those the caller named.
    Stale(Box<Standing>),
    /// The verb said no, and this is how the record stands.
    Decided(Box<Standing>),
    /// Anything else.
    Problem(Problem),
}

impl<E: Into<Problem>> From<E> for Halt {
    fn from(error: E) -> Self {
        Self::Problem(error.into())
    }
}

impl Halt {
    /// The problem; for a record that changed or was decided, with what was sent and what it is now.
    pub(super) fn into_problem(self, mine: Value) -> Problem {
        let both = |code: Code, now: Standing| {
            let version = now.version;
            let now = serde_json::to_value(&now).unwrap_or_default();
            Problem::from(code).with_both(mine, now, version)
        };
        match self {
            Self::Stale(now) => both(Code::Stale, *now),
            Self::Decided(now) => both(Code::Decided, *now),
            Self::Refused(_) => Code::Refused.into(),
            Self::Problem(problem) => problem,
        }
    }
}

/// The account that acts; a site's token has no verb, and its own id stands for it.
pub(super) fn acting(caller: &Caller) -> AccountId {
    match &caller.actor {
        Actor::Account { id, .. } => *id,
        _ => AccountId::from_uuid(caller.id()),
    }
}

/// Load, decide, record: once for each key, and only on a version the caller has read.
async fn carry_out<B, D>(
    app: &App,
    caller: &Caller,
    id: ReferralId,
    sent: &Sent,
    action: Action,
    decide: D,
) -> Result<Told, Problem>
where
    B: for<'de> Deserialize<'de> + Send + Sync + 'static,
    D: Fn(&Tx, &Referral, AccountId, &B, Words) -> Result<Event, Halt> + Send + Sync + 'static,
{
    let permit = caller.permit(app, action, Object::Referral(id)).await?;
    let versions = sent.versions()?.ok_or(Code::PreconditionRequired)?;
    let (w, language, by) = (caller.w(), caller.lang.tag(), acting(caller));
    let body: B = sent.read(w)?;
    let once = sent.once(caller)?;
    let unit = move |tx: &Tx| {
        match tx.not_done_before(once.as_ref()) {
            Err(store::Error::AlreadyDone { .. }) => return Ok(given::state(&store::referral::show(tx, id)?)),
            other => other?,
        }
        let referral = store::referral::load(tx, id)?;
        if !versions.contains(&referral.version) {
            return Err(Halt::Stale(Box::new(given::state(&store::referral::show(tx, id)?))));
        }
        let event = match decide(tx, &referral, by, &body, w) {
            Err(Halt::Refused(Refusal::AlreadyDecided { .. })) => {
                return Err(Halt::Decided(Box::new(given::state(&store::referral::show(tx, id)?))));
            }
            other => other?,
        };
        tx.record(&referral, &event, language)?;
        tx.done(once.as_ref(), 200, &address::referral(id))?;
        Ok(given::state(&store::referral::show(tx, id)?))
    };
    let now = app
        .store()
        .write(permit, unit)
        .await
        .map_err(|halt: Halt| halt.into_problem(sent.mine()))?;
    Ok(Told::ok(&now).at_version(now.version))
}
