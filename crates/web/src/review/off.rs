//! Calling a planned review off.

use super::Wrong;
use crate::App;
use crate::error::{Answer, PageError};
use crate::page::see;
use crate::paths;
use crate::visit::{Under, Visit};
use axum::extract::State;
use domain::access::{Action, Object};
use domain::id::{FamilyId, ReviewId};

/// Stores that it is called off.
pub async fn send(State(app): State<App>, visit: Visit, Under(id, review): Under<FamilyId, ReviewId>) -> Answer {
    let (actor, object) = (visit.actor(), Object::Family(id));
    let language = visit.lang.tag();
    let stored = app.store().act(&actor, Action::HoldReview, object, move |tx| {
        let review = store::review::load(tx, id, review)?;
        let event = review.call_off()?;
        store::review::record(tx, &review, language, &event)?;
        Ok::<_, Wrong>(())
    });
    let here = visit.href(&paths::review(id, review));
    match stored.await {
        Ok(()) => Ok(see(&paths::saying(&here, "review-called-off-saved"))),
        // Pressed twice, or by two at once: the page says how it stands.
        Err(Wrong::Refused(_)) => Ok(see(&here)),
        Err(Wrong::Store(error)) => Err(PageError::from(error)),
    }
}
