//! The waiting list, as it stands or as it stood on a day before, and where one family stands on it.

use super::address;
use super::asked::{Asked, Listed};
use super::caller::{Caller, Id};
use super::given::{State as Standing, WaitingLine};
use super::problem::{Errors, Problem};
use super::sent::Sent;
use super::tell::Told;
use super::value::{day_until_today, text};
use super::verb::{About, Halt, carry_out};
use crate::App;
use axum::extract::State;
use axum::response::Response;
use domain::access::Action;
use domain::id::ReferralId;
use domain::referral::{Priority, Referral, WAITS_FOR, WaitsFor, waits_for};
use serde::Deserialize;
use store::Tx;
use store::referral::{AfterWaiting, Waits};
use utoipa::ToSchema;
use words::Words;

/// Where a page of the waiting list ends: how soon, the day, the id.
fn mark(one: &Waits) -> String {
    let (priority, day, id) = one.place();
    format!("{}~{day}~{id}", priority.key())
}

fn mark_of(text: &str) -> Option<AfterWaiting> {
    let (priority, rest) = text.split_once('~')?;
    let (day, id) = rest.split_once('~')?;
    Some((Priority::from_key(priority)?, day.parse().ok()?, id.parse().ok()?))
}

/// Lists the families that wait for a carer: first who should come sooner, then who has waited longest.
///
/// On a day before today it is the list as it stood at the end of that day.
#[utoipa::path(get, path = address::WAITING, tag = "referrals", operation_id = "list_waiting",
    params(
        ("on" = Option<String>, Query, description = "The day, not after today; today when left out", example = "2026-03-01"),
        ("limit" = Option<u32>, Query, description = "How many lines, 1 to 100", example = 50),
        ("after" = Option<String>, Query, description = "`next` of the page before"),
    ),
    responses((status = 200, description = "A page of the waiting list", body = Listed<WaitingLine>)))]
pub async fn list(State(app): State<App>, caller: Caller, asked: Asked) -> Response {
    caller.tell(listed(&app, &caller, &asked).await)
}

async fn listed(app: &App, caller: &Caller, asked: &Asked) -> Result<Told, Problem> {
    let w = caller.w();
    let mut errors = Errors::default();
    asked.only(&["on", "limit", "after"], &mut errors, w);
    let wanted = asked.page(&mut errors, w, mark_of);
    let today = store::clock::london_day(app.store().now());
    let past = day_until_today(&mut errors, w, "on", asked.get("on"), today).filter(|day| *day < today);
    errors.or(())?;
    let permit = caller.permit_list(app, Action::ListWaiting, caller.lists()).await?;
    let (after, most) = (wanted.after, wanted.one_more());
    let lines = match past {
        None => {
            let now = app
                .store()
                .read(permit, move |tx| store::referral::waiting(tx, after, most));
            now.await?
        }
        // The list of a past day is bounded by what an area can hold; a page is cut from the whole of it.
        Some(day) => {
            let then = app
                .store()
                .read_long(permit, move |tx| store::referral::waiting_on(tx, day));
            let mut then = then.await?;
            then.retain(|one| after.is_none_or(|after| after < one.place()));
            then
        }
    };
    Ok(Told::ok(&Listed::of(lines, wanted.limit, mark, WaitingLine::from)))
}

/// Where a family is put on the waiting list.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"priority": "sooner", "waits_for": ["language"], "reason": "The baby is due in May."}))]
pub struct SetPriority {
    /// How soon it should have a carer: `first`, `sooner` or `usual`.
    #[schema(pattern = "^(first|sooner|usual)$")]
    priority: String,
    /// Keys of what it waits for: `place`, `near`, `language`, `skills`, `family_ready`.
    #[serde(default)]
    waits_for: Vec<String>,
    /// Why, in words; needed for `first` and `sooner`.
    #[serde(default)]
    #[schema(max_length = 10000)]
    reason: Option<String>,
}

/// Says how soon a waiting family should have a carer, and what it waits for.
///
/// What was said before is replaced. The version of the referral stays as it is.
#[utoipa::path(post, path = address::PRIORITY, tag = "referrals", operation_id = "set_priority",
    params(("id" = Uuid, Path, description = "The referral"),
        ("If-Match" = String, Header, description = "The version it is about", example = "\"2\""),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = SetPriority,
    responses((status = 200, description = "It is kept", body = Standing,
        headers(("ETag" = String, description = "Its version")))))]
pub async fn set_priority(State(app): State<App>, caller: Caller, id: Id<ReferralId>, sent: Sent) -> Response {
    let decide = |tx: &Tx, referral: &Referral, by, body: &SetPriority, w: Words| {
        let mut errors = Errors::default();
        let priority = Priority::from_key(&body.priority);
        if priority.is_none() {
            let keys = Priority::ALL.map(Priority::key).join(", ");
            errors.add("priority", "unknown_key", w.problem_field_one_of(&keys));
        }
        let things = things(&mut errors, w, &body.waits_for);
        let reason = text(&mut errors, w, "reason", body.reason.as_deref());
        let is_ahead = matches!(priority, Some(Priority::First | Priority::Sooner));
        if is_ahead && reason.is_none() && !errors.has("reason") {
            errors.add("reason", "missing", w.referral_problem_priority_why());
        }
        errors.or(())?;
        let event = referral.set_priority(by, tx.today(), priority.unwrap_or_default(), things, reason)?;
        Ok::<_, Halt>(event.into())
    };
    caller.tell(carry_out(&app, &caller, &sent, About::decision(id.0), decide).await)
}

/// What a family waits for, each once and in the order people read them.
fn things(errors: &mut Errors, w: Words, sent: &[String]) -> Vec<&'static WaitsFor> {
    for (at, key) in sent.iter().enumerate() {
        if waits_for(key).is_none() {
            let keys: Vec<&str> = WAITS_FOR.iter().map(|thing| thing.key).collect();
            let detail = w.problem_field_one_of(&keys.join(", "));
            errors.add(format!("waits_for[{at}]"), "unknown_key", detail);
        }
    }
    let named = |thing: &&WaitsFor| sent.iter().any(|key| key == thing.key);
    WAITS_FOR.iter().filter(named).collect()
}
