//! Signing somebody else's visit, once it was read.

use super::Wrong;
use crate::App;
use crate::error::{Answer, PageError};
use crate::form::Form;
use crate::page::see;
use crate::paths;
use crate::visit::{At, Visit};
use axum::extract::State;
use domain::access::{Action, Object};
use domain::id::SessionId;
use domain::session::Refusal;
use domain::text::Text;

/// Stores the signature.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<SessionId>, form: Form) -> Answer {
    let (actor, object) = (visit.actor(), Object::Session(id));
    let by = visit.account()?.account;
    let words = Text::parse_optional(form.get("words")).map_err(|_| PageError::TooLarge)?;
    let language = visit.lang.tag();
    let stored = app.store().act(&actor, Action::CountersignSession, object, move |tx| {
        let session = store::session::load(tx, id)?;
        let event = session.sign(by, tx.today(), words.clone())?;
        store::session::record(tx, &session, language, &[], &event)?;
        Ok::<_, Wrong>(())
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
