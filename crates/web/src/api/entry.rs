//! What is written on a referral: listing it, and writing an entry.

use super::address;
use super::asked::{Asked, Listed};
use super::caller::{Caller, Id};
use super::problem::{Errors, Problem};
use super::sent::Sent;
use super::tell::Told;
use super::value::{day_until_today, language, words};
use super::verb::{Halt, acting};
use crate::App;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::{EntryId, ReferralId};
use domain::referral::{Referral, Refusal};
use domain::text::Text;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::Tx;
use store::referral::Written;
use utoipa::ToSchema;
use uuid::Uuid;
use words::{Lang, Words};

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

/// Lists the entries of a referral's family, the latest written first.
#[utoipa::path(get, path = address::ENTRIES, tag = "referrals", operation_id = "list_entries",
    params(("id" = Uuid, Path, description = "The referral"),
        ("limit" = Option<u32>, Query, description = "How many lines, 1 to 100", example = 50),
        ("after" = Option<String>, Query, description = "`next` of the page before")),
    responses((status = 200, description = "A page of entries", body = Listed<Entry>)))]
pub async fn list(State(app): State<App>, caller: Caller, id: Id<ReferralId>, asked: Asked) -> Response {
    caller.tell(listed(&app, &caller, id.0, &asked).await)
}

async fn listed(app: &App, caller: &Caller, id: ReferralId, asked: &Asked) -> Result<Told, Problem> {
    let permit = caller.permit(app, Action::OpenReferral, Object::Referral(id)).await?;
    let mut errors = Errors::default();
    asked.only(&["limit", "after"], &mut errors, caller.w());
    let wanted = asked.page(&mut errors, caller.w(), |text| {
        let (at, id) = text.split_once('~')?;
        Some((at.parse::<i64>().ok()?, id.parse::<uuid::Uuid>().ok()?))
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
pub async fn add(State(app): State<App>, caller: Caller, id: Id<ReferralId>, sent: Sent) -> Response {
    caller.tell(added(&app, &caller, id.0, &sent).await)
}

async fn added(app: &App, caller: &Caller, id: ReferralId, sent: &Sent) -> Result<Told, Problem> {
    let permit = caller
        .permit(app, Action::AddReferralEntry, Object::Referral(id))
        .await?;
    let versions = sent.versions(false)?;
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
        if !versions.hold(referral.version) {
            return Err(Halt::stale(tx, id));
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
    let words = words(&mut errors, w, "text", &new.text, w.referral_problem_entry());
    let on = day_until_today(&mut errors, w, "happened_on", new.happened_on.as_deref(), today).unwrap_or(today);
    let language = language(&mut errors, w, new.language.as_deref()).unwrap_or(spoken);
    let words = errors.or(words)?;
    words
        .map(|words| (words, on, language.tag()))
        .ok_or_else(|| Errors::default().into())
}

/// Why the referral takes no such entry: a day that cannot be, or a referral that was joined with another.
fn entry_refused(refusal: Refusal, w: Words) -> Halt {
    match refusal {
        Refusal::BeforeReceived { received } => {
            let detail = w.referral_problem_before_received(&received.to_string());
            Errors::one("happened_on", "before_received", detail).into()
        }
        Refusal::InFuture { .. } => Errors::one("happened_on", "day_future", w.problem_field_future()).into(),
        Refusal::AlreadyDecided { .. }
        | Refusal::IntoItself
        | Refusal::NotNow { .. }
        | Refusal::InPast { .. }
        | Refusal::NobodyNamed => Halt::Refused(refusal),
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
