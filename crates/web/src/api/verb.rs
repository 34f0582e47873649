//! What is done to a referral: accepting it or not, withdrawing it, writing an entry on it.

use super::address;
use super::asked::{Asked, Listed};
use super::caller::{Caller, Id};
use super::given::{self, State as Standing};
use super::problem::{Code, Errors, Problem};
use super::read::{day_until_today, text};
use super::sent::Sent;
use super::tell::Told;
use crate::App;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Actor, Object};
use domain::id::{AccountId, EntryId, ReferralId};
use domain::referral::{Event, Referral, Refusal, Why};
use domain::text::{Text, TextProblem};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::Tx;
use store::referral::Written;
use utoipa::ToSchema;
use uuid::Uuid;
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

/// An entry on a referral.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"text": "Rang the school.", "happened_on": "2026-03-14", "language": "en"}))]
pub struct NewEntry {
    /// What happened.
    #[schema(max_length = 10000)]
    text: String,
    /// The day it is about; today when left out.
    #[serde(default)]
    happened_on: Option<String>,
    /// The language it is written in, `en` or `cy`; that of the call when left out.
    #[serde(default)]
    #[schema(pattern = "^(en|cy)$")]
    language: Option<String>,
}

/// One entry of a family's referrals.
#[derive(Serialize, ToSchema)]
pub struct Entry {
    /// The entry.
    id: Uuid,
    /// When it was written.
    #[schema(example = "2026-03-14T09:30:00Z")]
    written_at: String,
    /// The day it is about.
    #[schema(example = "2026-03-14")]
    happened_on: String,
    /// The language it was written in.
    #[schema(example = "en")]
    language: String,
    /// Who wrote it, while their account is there.
    by: Option<String>,
    /// What happened.
    text: String,
}

/// An entry just written.
#[derive(Serialize, ToSchema)]
pub struct EntryMade {
    /// The entry.
    id: Uuid,
    /// The referral it is on.
    referral: Uuid,
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
enum Halt {
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
    fn into_problem(self, mine: Value) -> Problem {
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
fn acting(caller: &Caller) -> AccountId {
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

/// Lists the entries of a referral's family, the latest written first.
#[utoipa::path(get, path = address::ENTRIES, tag = "referrals", operation_id = "list_entries",
    params(("id" = Uuid, Path, description = "The referral"),
        ("limit" = Option<u32>, Query, description = "How many lines, 1 to 100", example = 50),
        ("after" = Option<String>, Query, description = "`next` of the page before")),
    responses((status = 200, description = "A page of entries", body = Listed<Entry>)))]
pub async fn entries(State(app): State<App>, caller: Caller, id: Id<ReferralId>, asked: Asked) -> Response {
    caller.tell(entries_listed(&app, &caller, id.0, &asked).await)
}

async fn entries_listed(app: &App, caller: &Caller, id: ReferralId, asked: &Asked) -> Result<Told, Problem> {
    let permit = caller.permit(app, Action::OpenReferral, Object::Referral(id)).await?;
    let mut errors = Errors::default();
    asked.only(&["limit", "after"], &mut errors, caller.w());
    let wanted = asked.page(&mut errors, caller.w(), |text| {
        let (at, id) = text.split_once('~')?;
        Some((at.parse::<i64>().ok()?, id.parse::<EntryId>().ok()?))
    });
    errors.or(())?;
    let (after, most) = (wanted.after, wanted.one_more());
    let lines = app.store().read(permit, move |tx| {
        let family = store::referral::show(tx, id)?.referral.family;
        store::referral::entries(tx, family, after, most)
    });
    let show = |written: Written| Entry {
        id: written.id.uuid(),
        written_at: store::clock::instant(written.at).to_string(),
        happened_on: written.happened_on.to_string(),
        language: written.language,
        by: written.by,
        text: written.words,
    };
    let mark = |written: &Written| format!("{}~{}", written.at, written.id);
    Ok(Told::ok(&Listed::of(lines.await?, wanted.limit, mark, show)))
}

/// Writes an entry on a referral. It changes no decision, so it needs no version; one that is sent is held to.
#[utoipa::path(post, path = address::ENTRIES, tag = "referrals", operation_id = "add_entry",
    params(("id" = Uuid, Path, description = "The referral"),
        ("If-Match" = Option<String>, Header, description = "The version it is about, if that matters", example = "\"1\""),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = NewEntry,
    responses((status = 201, description = "It is written", body = EntryMade,
        headers(("Location" = String, description = "Where it is")))))]
pub async fn add_entry(State(app): State<App>, caller: Caller, id: Id<ReferralId>, sent: Sent) -> Response {
    caller.tell(entry_added(&app, &caller, id.0, &sent).await)
}

async fn entry_added(app: &App, caller: &Caller, id: ReferralId, sent: &Sent) -> Result<Told, Problem> {
    let permit = caller
        .permit(app, Action::AddReferralEntry, Object::Referral(id))
        .await?;
    let versions = sent.versions()?;
    let (w, by) = (caller.w(), acting(caller));
    let new: NewEntry = sent.read(w)?;
    let today = store::clock::london_day(app.store().now());
    let (words, on, language) = read_entry(&new, w, today, caller.lang)?;
    let once = sent.once(caller)?;
    let unit = move |tx: &Tx| {
        match tx.not_done_before(once.as_ref()) {
            Err(store::Error::AlreadyDone { location, .. }) => {
                let entry = location.rsplit('#').next().and_then(|id| id.parse::<EntryId>().ok());
                return entry.ok_or_else(|| store::Error::NotFound.into());
            }
            other => other?,
        }
        let referral = store::referral::load(tx, id)?;
        if versions
            .as_ref()
            .is_some_and(|versions| !versions.contains(&referral.version))
        {
            return Err(Halt::Stale(Box::new(given::state(&store::referral::show(tx, id)?))));
        }
        let event = referral.add_entry(by, on, tx.today(), words.clone());
        let event = event.map_err(|refusal| entry_refused(refusal, w))?;
        tx.record(&referral, &event, language)?;
        let entry = just_written(tx, &referral, &words)?;
        tx.done(once.as_ref(), 201, &address::entry(id, entry))?;
        Ok(entry)
    };
    let entry = app
        .store()
        .write(permit, unit)
        .await
        .map_err(|halt: Halt| halt.into_problem(sent.mine()))?;
    let made = EntryMade {
        id: entry.uuid(),
        referral: id.uuid(),
    };
    Ok(Told::created(&made, address::entry(id, entry)))
}

fn read_entry(new: &NewEntry, w: Words, today: Date, spoken: Lang) -> Result<(Text, Date, &'static str), Problem> {
    let mut errors = Errors::default();
    let words = match Text::parse(&new.text) {
        Err(TextProblem::Empty) => {
            errors.add("text", "empty", w.referral_problem_entry());
            None
        }
        _ => text(&mut errors, w, "text", Some(&new.text)),
    };
    let on = day_until_today(&mut errors, w, "happened_on", new.happened_on.as_deref(), today).unwrap_or(today);
    let language = new.language.as_deref().map_or(Some(spoken), Lang::from_tag);
    if language.is_none() {
        errors.add("language", "unknown_key", w.problem_field_one_of("en, cy"));
    }
    match errors.or((words, language))? {
        (Some(words), Some(language)) => Ok((words, on, language.tag())),
        // Not reached: what is missing was noted above.
        _ => Err(Code::Validation.into()),
    }
}

/// Why the referral takes no such entry: a day that cannot be, or a referral that was joined with another.
fn entry_refused(refusal: Refusal, w: Words) -> Halt {
    match refusal {
        Refusal::BeforeReceived { received } => {
            let detail = w.referral_problem_before_received(&received.to_string());
            Errors::one("happened_on", "before_received", detail).into()
        }
        Refusal::InFuture { .. } => Errors::one("happened_on", "day_future", w.problem_field_future()).into(),
        Refusal::AlreadyDecided { .. } | Refusal::IntoItself => Code::Refused.into(),
    }
}

/// The entry this unit of work has just stored: the one with its words among those of this instant.
fn just_written(tx: &Tx, referral: &Referral, words: &Text) -> Result<EntryId, store::Error> {
    let newest = store::referral::entries(tx, referral.family, None, 50)?;
    let ours = newest
        .into_iter()
        .find(|entry| entry.at == tx.now_micros() && entry.words == words.as_str());
    ours.map(|entry| entry.id).ok_or(store::Error::NotFound)
}
