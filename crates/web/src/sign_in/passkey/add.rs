//! Adding a passkey: another of one's own, or the first one of an account that a link opens.

use super::super::arrival::{landing, with_cookie};
use super::super::first::secret;
use super::super::typed::Asked;
use super::enter::done;
use super::{Made, read};
use crate::App;
use crate::error::{Answer, PageError};
use crate::visit::Visit;
use axum::Json;
use axum::extract::State;
use axum::response::IntoResponse;
use domain::access::{Action, Object};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::passkey::NewPasskey;
use store::sign_in::ceremony::{self, Kind};
use store::sign_in::link;
use webauthn_rs::prelude::RegisterPublicKeyCredential;

/// What the page sends with its wish for a question.
#[derive(Deserialize)]
pub struct Wish {
    #[serde(default)]
    name: String,
    #[serde(default)]
    token: String,
}

/// What waits for the answer.
#[derive(Serialize, Deserialize)]
struct Waiting {
    state: String,
    name: String,
    token: String,
}

impl Waiting {
    fn new_passkey(self, made: Made, visit: &Visit) -> NewPasskey {
        let name = self.name.trim();
        let device_name = if name.is_empty() {
            visit.device.clone()
        } else {
            name.to_owned()
        };
        NewPasskey {
            credential: made.credential,
            body: made.body,
            device_name,
        }
    }
}

/// The question for another passkey of one's own.
pub async fn start(State(app): State<App>, visit: Visit, Asked(wish): Asked<Wish>) -> Answer {
    let account = visit.account()?.account;
    let permit = app
        .store()
        .permit(&visit.actor(), Action::EnrolSecondFactor, Object::Own)
        .await?;
    let read = app.store().read(permit, move |tx| {
        Ok::<_, store::Error>((
            store::account::show(tx, account)?,
            store::passkey::of_account(tx, account)?,
        ))
    });
    let (shown, known) = read.await?;
    let known: Vec<String> = known.into_iter().map(|known| known.body).collect();
    let question = app
        .passkeys()
        .ask_new(account.uuid(), &shown.email, &shown.name, &known)?;
    let waiting = json!(Waiting {
        state: question.keep,
        name: wish.name,
        token: String::new()
    })
    .to_string();
    let key = visit.csrf.clone();
    let permit = app
        .store()
        .permit(&visit.actor(), Action::EnrolSecondFactor, Object::Own)
        .await?;
    app.store()
        .write(permit, move |tx| {
            ceremony::keep(tx, Kind::AddPasskey, &key, Some(account), &waiting)
        })
        .await?;
    Ok(Json(question.ask).into_response())
}

/// The new passkey. It also proves, now, who is there.
pub async fn finish(State(app): State<App>, visit: Visit, Asked(answer): Asked<RegisterPublicKeyCredential>) -> Answer {
    let who = visit.account()?;
    let (account, sign_in, key) = (who.account, who.id, visit.csrf.clone());
    let permit = app
        .store()
        .permit(&visit.actor(), Action::EnrolSecondFactor, Object::Own)
        .await?;
    let kept = app
        .store()
        .read(permit, move |tx| ceremony::find(tx, Kind::AddPasskey, &key))
        .await?;
    let kept = kept
        .filter(|kept| kept.account == Some(account))
        .ok_or(PageError::Refused)?;
    let waiting: Waiting = read(&kept.body)?;
    let made = app.passkeys().made(&waiting.state, &answer).ok_or(PageError::Refused)?;
    let (new, key) = (waiting.new_passkey(made, &visit), visit.csrf.clone());
    let permit = app
        .store()
        .permit(&visit.actor(), Action::EnrolSecondFactor, Object::Own)
        .await?;
    let stored = app.store().write(permit, move |tx| {
        if !ceremony::end(tx, Kind::AddPasskey, &key)? {
            return Err(store::Error::NotFound);
        }
        store::passkey::add(tx, account, &new)?;
        store::sign_in::prove(tx, account, sign_in)
    });
    Ok(with_cookie(&app, &stored.await?, done()))
}

/// The question for the first passkey of an account that a link opens.
pub async fn first_start(State(app): State<App>, visit: Visit, Asked(wish): Asked<Wish>) -> Answer {
    let invited = match secret(&wish.token) {
        Some(secret) => link::invited(app.store(), &secret).await?,
        None => None,
    };
    let invited = invited
        .filter(|invited| !invited.has_second)
        .ok_or(PageError::Refused)?;
    let question = app
        .passkeys()
        .ask_new(invited.account.uuid(), &invited.email, &invited.name, &[])?;
    let waiting = json!(Waiting {
        state: question.keep,
        name: wish.name,
        token: wish.token
    })
    .to_string();
    ceremony::keep_for(
        app.store(),
        Kind::AddPasskey,
        &visit.csrf,
        Some(invited.account),
        waiting,
    )
    .await?;
    Ok(Json(question.ask).into_response())
}

/// The first passkey: it uses the link up and signs its owner in.
pub async fn first_finish(
    State(app): State<App>,
    visit: Visit,
    Asked(answer): Asked<RegisterPublicKeyCredential>,
) -> Answer {
    let kept = ceremony::find_for(app.store(), Kind::AddPasskey, &visit.csrf)
        .await?
        .ok_or(PageError::Refused)?;
    let waiting: Waiting = read(&kept.body)?;
    let secret = secret(&waiting.token).ok_or(PageError::Refused)?;
    let made = app.passkeys().made(&waiting.state, &answer).ok_or(PageError::Refused)?;
    let new = waiting.new_passkey(made, &visit);
    let entered = link::open_with_passkey(app.store(), &secret, &visit.csrf, new, &visit.device).await?;
    let href = landing(&app, &visit, &entered, None).await?;
    Ok(with_cookie(
        &app,
        &entered,
        Json(json!({ "next": href })).into_response(),
    ))
}
