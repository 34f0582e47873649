//! What happened to a family that was not taken, as its authority says.

use super::address;
use super::caller::{Caller, Id};
use super::given::State as Standing;
use super::problem::{Errors, Problem};
use super::sent::Sent;
use super::value::{day, text};
use super::verb::{About, Halt, carry_out};
use crate::App;
use crate::referral::refusal_words;
use axum::extract::State;
use axum::response::Response;
use domain::family::Family;
use domain::id::{PersonId, ReferralId};
use domain::referral::{ChildAfter, Lives, Referral, Refusal};
use domain::text::Text;
use jiff::civil::Date;
use serde::Deserialize;
use store::Tx;
use utoipa::ToSchema;
use uuid::Uuid;
use words::Words;

/// What happened to a family that was not taken.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"children": [
    {"child": "0198f3a0-5555-7000-8000-000000000001", "lives": "in_care", "entered_care_on": "2026-09-01"}]}))]
pub struct TellOutcome {
    /// Each child the authority speaks of; at least one.
    #[serde(default)]
    children: Vec<TellChild>,
    /// More, in words.
    #[serde(default)]
    #[schema(max_length = 10000)]
    words: Option<String>,
}

/// What became of one child.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TellChild {
    /// The child, from the people of the referral.
    child: Uuid,
    /// Where they live: `at_home`, `in_care`, `with_relatives`, `elsewhere` or `not_known`.
    #[schema(pattern = "^(at_home|in_care|with_relatives|elsewhere|not_known)$")]
    lives: String,
    /// The day they first came into care after the referral, if they did and it is known.
    #[serde(default)]
    entered_care_on: Option<String>,
}

/// Keeps what the authority says happened to a family that was not taken. It decides nothing.
///
/// A second word of the same day about a child takes the place of the first.
#[utoipa::path(post, path = address::OUTCOME, tag = "referrals", operation_id = "tell_outcome",
    params(("id" = Uuid, Path, description = "The referral"),
        ("If-Match" = Option<String>, Header, description = "The version it is about, if that matters", example = "\"2\""),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = TellOutcome,
    responses((status = 200, description = "It is kept", body = Standing,
        headers(("ETag" = String, description = "Its version")))))]
pub async fn tell(State(app): State<App>, caller: Caller, id: Id<ReferralId>, sent: Sent) -> Response {
    let decide = |tx: &Tx, referral: &Referral, by, body: &TellOutcome, w: Words| {
        let (family, _) = store::family::load(tx, referral.family)?;
        let (children, words) = read(body, w, referral, &family, tx.today())?;
        let event = referral.tell_outcome(by, tx.today(), children, words);
        let event = event.map_err(|refusal| match refusal {
            Refusal::NobodyNamed => Errors::one("children", "missing", refusal_words(w, refusal)).into(),
            other => Halt::Refused(other),
        })?;
        Ok(event.into())
    };
    caller.tell(carry_out(&app, &caller, &sent, About::writing(id.0), decide).await)
}

/// What is said of the children and, in words, of the whole.
type Said = (Vec<ChildAfter>, Option<Text>);

fn read(body: &TellOutcome, w: Words, referral: &Referral, family: &Family, today: Date) -> Result<Said, Problem> {
    let mut errors = Errors::default();
    let mut children: Vec<ChildAfter> = Vec::new();
    for (at, sent) in body.children.iter().enumerate() {
        let field = |name: &str| format!("children[{at}].{name}");
        let id = PersonId::from_uuid(sent.child);
        let Some(place) = family.children().position(|child| child.id == id) else {
            errors.add(field("child"), "no_such_child", w.problem_field_no_child());
            continue;
        };
        if children.iter().any(|earlier| earlier.child == id) {
            errors.add(field("child"), "duplicate_field", w.problem_field_duplicate());
        }
        let called = w.referral_refer_child(u64::try_from(place + 1).unwrap_or_default());
        let lives = Lives::from_key(&sent.lives);
        if lives.is_none() {
            let keys = Lives::ALL.map(Lives::key).join(", ");
            errors.add(field("lives"), "unknown_key", w.problem_field_one_of(&keys));
        }
        let named = field("entered_care_on");
        let unreal = w.referral_problem_outcome_day(&called);
        let entered_care_on = day(&mut errors, &named, sent.entered_care_on.as_deref(), &unreal);
        if entered_care_on.is_some_and(|day| !referral.could_enter_care_on(day, today)) {
            errors.add(named, "day_range", w.referral_problem_outcome_after(&called));
        }
        children.extend(lives.map(|lives| ChildAfter {
            child: id,
            lives,
            entered_care_on,
        }));
    }
    let words = text(&mut errors, w, "words", body.words.as_deref());
    errors.or((children, words))
}
