//! Signing somebody else's visit, once it was read.

use super::Wrong;
use crate::App;
use crate::call::{Call, Unmade};
use crate::error::{Answer, PageError};
use crate::form::Form;
use crate::mistakes::Mistakes;
use crate::page::see;
use crate::paths;
use crate::typed::words_if_any;
use crate::visit::{At, Visit};
use axum::extract::State;
use domain::access::{Action, Object};
use domain::id::{AccountId, SessionId};
use domain::session::Refusal;
use domain::text::Text;
use store::Tx;

/// Stores the signature.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<SessionId>, form: Form) -> Answer {
    let (actor, object) = (visit.actor(), Object::Session(id));
    let by = visit.account()?.account;
    let words = Text::parse_optional(form.get("words")).map_err(|_| PageError::TooLarge)?;
    let language = visit.lang.tag();
    let stored = app.store().act(&actor, Action::CountersignSession, object, move |tx| {
        sign(tx, (by, language), id, words.clone())
    });
    let here = visit.href(&paths::session(id));
    match stored.await {
        Ok(()) => Ok(see(&paths::saying(&here, "session-signed-saved"))),
        // Pressed twice, or by two at once: the page says who signed.
        Err(Wrong::Refused(Refusal::SignedAlready { .. })) => Ok(see(&here)),
        Err(Wrong::Refused(_)) => Err(PageError::NotFound),
        Err(Wrong::Store(error)) => Err(error.into()),
    }
}

fn sign(tx: &Tx, (by, language): (AccountId, &str), id: SessionId, words: Option<Text>) -> Result<(), Wrong> {
    let session = store::session::load(tx, id)?;
    let event = session.sign(by, tx.today(), words)?;
    Ok(store::session::record(tx, &session, language, &[], &event)?)
}

/// The same by a call.
pub(crate) fn by_call(tx: &Tx, call: &Call, id: SessionId, form: &Form) -> Result<(), Unmade> {
    let mut mistakes = Mistakes::default();
    let words = words_if_any(form, call.w, &mut mistakes, ("words", call.w.session_sign_words()));
    if mistakes.any() {
        return Err(mistakes.into());
    }
    sign(tx, (call.by, call.language), id, words).map_err(|wrong| wrong.told(call.w))
}
