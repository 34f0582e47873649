//! Calling a planned review off.

use super::{Wrong, read};
use crate::App;
use crate::call::{Call, Unmade};
use crate::error::{Answer, PageError};
use crate::form::Form;
use crate::page::see;
use crate::paths;
use crate::visit::{Under, Visit};
use axum::extract::State;
use domain::access::{Action, Object};
use domain::id::{FamilyId, ReviewId};
use store::Tx;

/// Stores that it is called off.
pub async fn send(State(app): State<App>, visit: Visit, Under(id, review): Under<FamilyId, ReviewId>) -> Answer {
    let (actor, object) = (visit.actor(), Object::Family(id));
    let language = visit.lang.tag();
    let stored = app.store().act(&actor, Action::HoldReview, object, move |tx| {
        off(tx, language, (id, review))
    });
    let here = visit.href(&paths::review(id, review));
    match stored.await {
        Ok(()) => Ok(see(&paths::saying(&here, "review-called-off-saved"))),
        // Pressed twice, or by two at once: the page says how it stands.
        Err(Wrong::Refused(_)) => Ok(see(&here)),
        Err(Wrong::Store(error)) => Err(PageError::from(error)),
    }
}

fn off(tx: &Tx, language: &str, (id, review): (FamilyId, ReviewId)) -> Result<(), Wrong> {
    let review = store::review::load(tx, id, review)?;
    let event = review.call_off()?;
    Ok(store::review::record(tx, &review, language, &event)?)
}

/// The same by a call.
pub(crate) fn by_call(tx: &Tx, call: &Call, id: FamilyId, form: &Form) -> Result<(), Unmade> {
    off(tx, call.language, (id, read::which(form)?)).map_err(|wrong| wrong.told(call.w))
}
