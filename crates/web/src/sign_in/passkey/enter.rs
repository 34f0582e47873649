//! Signing in with a passkey, and proving again with one.

use super::super::arrival::{landing, next, replace, safe, with_cookie};
use super::super::typed::Asked;
use crate::App;
use crate::error::{Answer, PageError};
use crate::visit::Visit;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::sign_in::attempt::{Tries, Trying, may_try};
use store::sign_in::ceremony::{self, Kind};
use store::sign_in::enter::{Answered, Came, again_by_passkey, by_passkey};
use webauthn_rs::prelude::PublicKeyCredential;

/// What the page sends with its wish for a question.
#[derive(Deserialize)]
pub struct Wish {
    next: Option<String>,
}

/// What waits for the answer.
#[derive(Serialize, Deserialize)]
struct Waiting {
    state: String,
    next: Option<String>,
}

fn busy(tries: Tries) -> Result<(), PageError> {
    match tries {
        Tries::May => Ok(()),
        Tries::Wait { minutes } => Err(PageError::TooMany { minutes }),
    }
}

/// The question for whoever is there.
pub async fn start(State(app): State<App>, visit: Visit, Asked(wish): Asked<Wish>) -> Answer {
    let question = app.passkeys().ask_anybody()?;
    let waiting = json!({ "state": question.keep, "next": safe(wish.next.as_deref()) });
    busy(ceremony::ask(app.store(), &visit.csrf, &visit.address, waiting.to_string()).await?)?;
    Ok(Json(question.ask).into_response())
}

/// The answer of somebody's passkey: it signs them in, or nothing is said.
pub async fn finish(State(app): State<App>, visit: Visit, Asked(answer): Asked<PublicKeyCredential>) -> Answer {
    let who = app.passkeys().claims(&answer).ok_or(PageError::Refused)?;
    let tried = STANDARD_NO_PAD.encode(who.1);
    busy(may_try(app.store(), Trying::Passkey, &tried, &visit.address).await?)?;
    let kept = ceremony::find_for(app.store(), Kind::SignIn, &visit.csrf).await?;
    let known = store::passkey::by_credential(app.store(), who.1).await?;
    let (Some(kept), Some(known)) = (kept, known) else {
        return Err(PageError::Refused);
    };
    let waiting: Waiting = super::read(&kept.body)?;
    if known.account.uuid() != who.0 {
        return Err(PageError::Refused);
    }
    let body = app
        .passkeys()
        .answered_by_anybody(&waiting.state, &answer, &known.body)
        .ok_or(PageError::Refused)?;
    let answered = Answered {
        key: visit.csrf.clone(),
        passkey: known.id,
        account: known.account,
        body,
    };
    let Came::In(entered) = by_passkey(app.store(), answered, &visit.device).await? else {
        return Err(PageError::Refused);
    };
    replace(&app, &visit, &entered).await?;
    let href = landing(&app, &visit, &entered, waiting.next).await?;
    Ok(with_cookie(
        &app,
        &entered,
        Json(json!({ "next": href })).into_response(),
    ))
}

/// The question for the passkeys of somebody signed in.
pub async fn again_start(State(app): State<App>, visit: Visit, Asked(wish): Asked<Wish>) -> Answer {
    let account = visit.account()?.account;
    let known = store::passkey::of_account_for(app.store(), account).await?;
    let bodies: Vec<String> = known.into_iter().map(|known| known.body).collect();
    let question = app.passkeys().ask(&bodies)?.ok_or(PageError::Refused)?;
    let next = safe(wish.next.as_deref()).or_else(|| next(&visit));
    let waiting = json!({ "state": question.keep, "next": next }).to_string();
    ceremony::keep_for(app.store(), Kind::Again, &visit.csrf, Some(account), waiting).await?;
    Ok(Json(question.ask).into_response())
}

/// The answer of one of their passkeys.
pub async fn again_finish(State(app): State<App>, visit: Visit, Asked(answer): Asked<PublicKeyCredential>) -> Answer {
    let who = visit.account()?;
    busy(may_try(app.store(), Trying::Again, &who.account.to_string(), &visit.address).await?)?;
    let kept = ceremony::find_for(app.store(), Kind::Again, &visit.csrf).await?;
    let known = store::passkey::by_credential(app.store(), answer.get_credential_id()).await?;
    let (Some(kept), Some(known)) = (kept, known) else {
        return Err(PageError::Refused);
    };
    if kept.account != Some(who.account) || known.account != who.account {
        return Err(PageError::Refused);
    }
    let waiting: Waiting = super::read(&kept.body)?;
    let body = app
        .passkeys()
        .answered(&waiting.state, &answer, &known.body)
        .ok_or(PageError::Refused)?;
    let answered = Answered {
        key: visit.csrf.clone(),
        passkey: known.id,
        account: known.account,
        body,
    };
    let Came::In(entered) = again_by_passkey(app.store(), answered, who.id).await? else {
        return Err(PageError::Refused);
    };
    let href = landing(&app, &visit, &entered, waiting.next).await?;
    Ok(with_cookie(
        &app,
        &entered,
        Json(json!({ "next": href })).into_response(),
    ))
}

/// Done, and nothing more to say.
pub(super) fn done() -> Response {
    StatusCode::NO_CONTENT.into_response()
}
