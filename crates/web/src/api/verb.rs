//! What is done to a referral: accepting it or not, withdrawing it.

use super::address;
use super::caller::{Caller, Id};
use super::code::Code;
use super::doing::Doing;
use super::given::{self, State as Standing};
use super::problem::{Errors, Problem};
use super::sent::{Sent, Versions};
use super::tell::Told;
use super::value::text;
use crate::App;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Actor, Object};
use domain::id::{AccountId, ReferralId};
use domain::referral::{Event, Referral, Refusal, Why};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use store::Tx;
use utoipa::ToSchema;
use words::{Lang, Words};

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
    let decide = |tx: &Tx, referral: &Referral, by, _: &Accept, _: Words| Ok(referral.accept(by, tx.today())?.into());
    caller.tell(carry_out(&app, &caller, &sent, About::decision(id.0), decide).await)
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
            return Err(Halt::Problem(Code::Validation.into()));
        };
        let capacity = store::referral::capacity(tx, referral.site)?;
        let event = referral.not_accept(by, tx.today(), why, reason, capacity)?;
        Ok(event.into())
    };
    caller.tell(carry_out(&app, &caller, &sent, About::decision(id.0), decide).await)
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
        Ok(referral.withdraw(by, tx.today(), reason)?.into())
    };
    let about = About {
        action: Action::WithdrawReferral,
        ..About::decision(id.0)
    };
    caller.tell(carry_out(&app, &caller, &sent, about, decide).await)
}

/// What a call does to which referral.
pub(super) struct About {
    pub(super) id: ReferralId,
    pub(super) action: Action,
    /// Whether it must name the version it is about.
    pub(super) by_version: bool,
}

impl About {
    /// A decision, which names what it is about.
    pub(super) const fn decision(id: ReferralId) -> Self {
        Self {
            id,
            action: Action::DecideReferral,
            by_version: true,
        }
    }

    /// Something written on a referral, which decides nothing; a version that is named is held to.
    pub(super) const fn writing(id: ReferralId) -> Self {
        Self {
            id,
            action: Action::AddReferralEntry,
            by_version: false,
        }
    }
}

/// What was decided, and the language its words are in where the call says one.
pub(super) struct Decision {
    event: Event,
    language: Option<Lang>,
}

impl Decision {
    /// With the language its words are in.
    pub(super) fn said_in(event: Event, language: Option<Lang>) -> Self {
        Self { event, language }
    }
}

impl From<Event> for Decision {
    fn from(event: Event) -> Self {
        Self::said_in(event, None)
    }
}

/// Why a verb was not carried out.
pub(super) enum Halt {
    /// The verb said no.
    Refused(Refusal),
    /// The verb said no, or the record has another version than those the caller named; and this is how it stands.
    Now(Code, Box<Standing>),
    /// Anything else.
    Problem(Problem),
}

impl From<Refusal> for Halt {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Problem> for Halt {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl From<store::Error> for Halt {
    fn from(error: store::Error) -> Self {
        Self::Problem(error.into())
    }
}

impl From<Errors> for Halt {
    fn from(errors: Errors) -> Self {
        Self::Problem(errors.into())
    }
}

impl Halt {
    /// That the referral has another version now.
    pub(super) fn stale(tx: &Tx, id: ReferralId) -> Self {
        Self::standing(tx, id, Code::Stale)
    }

    /// That the same people were referred some minutes ago, by this referral.
    pub(super) fn already_sent(tx: &Tx, before: ReferralId) -> Self {
        Self::standing(tx, before, Code::AlreadySent)
    }

    fn standing(tx: &Tx, id: ReferralId, code: Code) -> Self {
        match store::referral::show(tx, id) {
            Ok(shown) => Self::Now(code, Box::new(given::state(&shown))),
            Err(error) => error.into(),
        }
    }

    /// The problem; for a record that changed or was decided, with what was sent and what it is now.
    pub(super) fn into_problem(self, mine: Value) -> Problem {
        match self {
            Self::Now(code, now) => {
                let version = now.version;
                let now = serde_json::to_value(&now).unwrap_or_default();
                Problem::from(code).with_both(mine, now, version)
            }
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

/// Lets a verb decide on a referral, and answers with how it stands then.
pub(super) async fn carry_out<B, D>(
    app: &App,
    caller: &Caller,
    sent: &Sent,
    about: About,
    decide: D,
) -> Result<Told, Problem>
where
    B: DeserializeOwned + Send + Sync + 'static,
    D: Fn(&Tx, &Referral, AccountId, &B, Words) -> Result<Decision, Halt> + Send + Sync + 'static,
{
    let id = about.id;
    let doing = Doing {
        app,
        caller,
        sent,
        action: about.action,
        object: Object::Referral(id),
        at: address::referral(id),
        by_version: about.by_version,
    };
    let (w, spoken, by) = (caller.w(), caller.lang, acting(caller));
    let act = move |tx: &Tx, body: &B, versions: &Versions| {
        let referral = store::referral::load(tx, id)?;
        if !versions.hold(referral.version) {
            return Err(Halt::stale(tx, id));
        }
        let decision = decide(tx, &referral, by, body, w).map_err(|halt| match halt {
            Halt::Refused(Refusal::AlreadyDecided { .. }) => Halt::standing(tx, id, Code::Decided),
            Halt::Refused(Refusal::NotNow { .. }) => Halt::standing(tx, id, Code::Refused),
            other => other,
        })?;
        let language = decision.language.unwrap_or(spoken);
        Ok(tx.record(&referral, &decision.event, language.tag())?)
    };
    let show = move |tx: &Tx| Ok(given::state(&store::referral::show(tx, id)?));
    let now = doing
        .carry_out(act, show, |halt: Halt| halt.into_problem(sent.mine()))
        .await?;
    Ok(Told::ok(&now).at_version(now.version))
}
