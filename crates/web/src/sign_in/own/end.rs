//! Ending one's own sign-ins, in this browser or another.

use super::super::typed::Typed;
use crate::App;
use crate::error::Answer;
use crate::page::see;
use crate::paths;
use crate::visit::{At, Visit};
use axum::extract::State;
use domain::access::{Action, Object};
use domain::id::SignInId;

/// Ends one; one that has ended already, or is another person's, is answered the same.
pub async fn one(State(app): State<App>, visit: Visit, At(id): At<SignInId>, Typed(_): Typed) -> Answer {
    let account = visit.account()?.account;
    let permit = app
        .store()
        .permit(&visit.actor(), Action::EndOwnSignIn, Object::Own)
        .await?;
    app.store()
        .write(permit, move |tx| store::sign_in::end(tx, account, id, "revoked"))
        .await?;
    Ok(see(&paths::saying(&visit.href(paths::ACCOUNT), "sign-in-list-ended")))
}

/// Ends every other.
pub async fn others(State(app): State<App>, visit: Visit, Typed(_): Typed) -> Answer {
    let who = visit.account()?;
    let (account, this) = (who.account, who.id);
    let permit = app
        .store()
        .permit(&visit.actor(), Action::EndOwnSignIn, Object::Own)
        .await?;
    app.store()
        .write(permit, move |tx| store::sign_in::end_elsewhere(tx, account, this))
        .await?;
    Ok(see(&paths::saying(&visit.href(paths::ACCOUNT), "sign-in-list-ended")))
}
