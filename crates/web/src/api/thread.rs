//! Asked and answered before a referral is decided. What was said so far is read with the referral.

use super::address;
use super::caller::{Caller, Id};
use super::given::State as Standing;
use super::problem::{Errors, Problem};
use super::sent::Sent;
use super::value::{language, words};
use super::verb::{About, Decision, carry_out};
use crate::App;
use axum::extract::State;
use axum::response::Response;
use domain::id::ReferralId;
use domain::referral::Referral;
use domain::text::Text;
use serde::Deserialize;
use store::Tx;
use utoipa::ToSchema;
use words::{Lang, Words};

/// A question or an answer.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"text": "Who picks the children up from school?", "language": "en"}))]
pub struct NewMessage {
    /// The words.
    #[schema(max_length = 10000)]
    text: String,
    /// The language they are written in, `en` or `cy`; that of the call when left out.
    #[serde(default)]
    #[schema(pattern = "^(en|cy)$")]
    language: Option<String>,
}

impl NewMessage {
    fn read(&self, w: Words) -> Result<(Text, Option<Lang>), Problem> {
        let mut errors = Errors::default();
        let text = words(&mut errors, w, "text", &self.text, w.referral_problem_thread());
        let language = language(&mut errors, w, self.language.as_deref());
        let text = errors.or(text)?;
        text.map(|text| (text, language))
            .ok_or_else(|| Errors::default().into())
    }
}

/// Asks for something before deciding. May be done again.
#[utoipa::path(post, path = address::ASK, tag = "referrals", operation_id = "ask_information",
    params(("id" = Uuid, Path, description = "The referral"),
        ("If-Match" = String, Header, description = "The version it is about", example = "\"1\""),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = NewMessage,
    responses((status = 200, description = "It is asked", body = Standing,
        headers(("ETag" = String, description = "Its new version")))))]
pub async fn ask(State(app): State<App>, caller: Caller, id: Id<ReferralId>, sent: Sent) -> Response {
    let decide = |tx: &Tx, referral: &Referral, by, body: &NewMessage, w: Words| {
        let (text, language) = body.read(w)?;
        let event = referral.ask_information(by, tx.today(), text)?;
        Ok(Decision::said_in(event, language))
    };
    caller.tell(carry_out(&app, &caller, &sent, About::decision(id.0), decide).await)
}

/// Answers what was asked. The referral then waits for its decision again.
#[utoipa::path(post, path = address::ANSWER, tag = "referrals", operation_id = "give_information",
    params(("id" = Uuid, Path, description = "The referral"),
        ("If-Match" = String, Header, description = "The version it is about", example = "\"2\""),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = NewMessage,
    responses((status = 200, description = "It is answered", body = Standing,
        headers(("ETag" = String, description = "Its new version")))))]
pub async fn answer(State(app): State<App>, caller: Caller, id: Id<ReferralId>, sent: Sent) -> Response {
    let decide = |tx: &Tx, referral: &Referral, by, body: &NewMessage, w: Words| {
        let (text, language) = body.read(w)?;
        let event = referral.give_information(by, tx.today(), text)?;
        Ok(Decision::said_in(event, language))
    };
    let about = About {
        by_version: true,
        ..About::writing(id.0)
    };
    caller.tell(carry_out(&app, &caller, &sent, about, decide).await)
}
