//! That a family was told where things stand, and when it hears again. Nothing is sent from here: the exact words of a
//! text are shown to somebody before it goes, and that is done on the pages.

use super::address;
use super::caller::{Caller, Id};
use super::given::State as Standing;
use super::problem::{Errors, Problem};
use super::sent::Sent;
use super::value::{day, day_until_today, text};
use super::verb::{About, Halt, carry_out};
use crate::App;
use crate::referral::refusal_words;
use axum::extract::State;
use axum::response::Response;
use domain::id::ReferralId;
use domain::referral::{How, Referral, Refusal, Told};
use jiff::civil::Date;
use serde::Deserialize;
use store::Tx;
use utoipa::ToSchema;
use words::Words;

/// What a family was told, how, and when it hears again.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"how": "call", "on": "2026-03-20", "next_on": "2026-04-17"}))]
pub struct TellFamily {
    /// How: `letter`, `call`, `message` or `visit`.
    #[schema(pattern = "^(letter|call|message|visit)$")]
    how: String,
    /// The day; today when left out.
    #[serde(default)]
    on: Option<String>,
    /// What was said, if more than what it waits for.
    #[serde(default)]
    #[schema(max_length = 10000)]
    words: Option<String>,
    /// The day by which they hear again, if they were promised one.
    #[serde(default)]
    next_on: Option<String>,
}

impl TellFamily {
    fn read(&self, w: Words, today: Date) -> Result<Told, Problem> {
        let mut errors = Errors::default();
        let how = How::from_key(&self.how);
        if how.is_none() {
            let keys = How::ALL.map(How::key).join(", ");
            errors.add("how", "unknown_key", w.problem_field_one_of(&keys));
        }
        let on = day_until_today(&mut errors, w, "on", self.on.as_deref(), today).unwrap_or(today);
        let words = text(&mut errors, w, "words", self.words.as_deref());
        let next_on = day(
            &mut errors,
            "next_on",
            self.next_on.as_deref(),
            w.referral_problem_next_day(),
        );
        let how = errors.or(how)?;
        how.map(|how| Told {
            on,
            how,
            words,
            next_on,
        })
        .ok_or_else(|| Errors::default().into())
    }
}

/// Keeps that the family was told where things stand. It decides nothing and sends nothing.
#[utoipa::path(post, path = address::TELL, tag = "referrals", operation_id = "tell_family",
    params(("id" = Uuid, Path, description = "The referral"),
        ("If-Match" = Option<String>, Header, description = "The version it is about, if that matters", example = "\"2\""),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = TellFamily,
    responses((status = 200, description = "It is kept", body = Standing,
        headers(("ETag" = String, description = "Its version")))))]
pub async fn tell(State(app): State<App>, caller: Caller, id: Id<ReferralId>, sent: Sent) -> Response {
    let decide = |tx: &Tx, referral: &Referral, by, body: &TellFamily, w: Words| {
        let told = body.read(w, tx.today())?;
        let on = told.on;
        let event = referral.tell_family(by, tx.today(), told);
        Ok(event.map_err(|refusal| refused(w, refusal, on))?.into())
    };
    caller.tell(carry_out(&app, &caller, &sent, About::writing(id.0), decide).await)
}

/// What is wrong with a day, at the field it is about; else why the referral takes no such word.
fn refused(w: Words, refusal: Refusal, on: Date) -> Halt {
    let (field, code) = match refusal {
        Refusal::BeforeReceived { .. } => ("on", "before_received"),
        Refusal::InFuture { .. } => ("on", "day_future"),
        // When they hear again, where that day is before the telling.
        Refusal::InPast { today } if today == on => ("next_on", "day_past"),
        Refusal::InPast { .. } => ("on", "day_past"),
        _ => return refusal.into(),
    };
    Errors::one(field, code, refusal_words(w, refusal)).into()
}
