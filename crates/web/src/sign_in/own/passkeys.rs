//! One's own passkeys: adding another, removing one.

use super::super::arrival::led_back;
use super::super::paths as own;
use super::super::typed::Typed;
use super::second::passkey_name;
use crate::App;
use crate::asset;
use crate::error::{Answer, PageError};
use crate::page::{Field, Page, see, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use store::passkey::LAST_WAY_IN;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "sign_in/own/passkeys.html")]
struct Shown {
    page: Page,
    passkey_href: &'static str,
    start: String,
    finish: String,
    then: String,
    name: Field,
}

/// The form for another passkey.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let permit = app
        .store()
        .permit(&visit.actor(), Action::EnrolSecondFactor, Object::Own)
        .await?;
    app.store().read(permit, |_| Ok::<_, store::Error>(())).await?;
    let [start, finish] = own::ADD_PASSKEY;
    let w = visit.w();
    let page = Page::new(&app, &visit, w.sign_in_account_passkey_add())
        .back_to(visit.href(paths::ACCOUNT), w.sign_in_account_title());
    let shown = Shown {
        passkey_href: asset::href("passkey.js"),
        start: visit.href(start),
        finish: visit.href(finish),
        then: paths::saying(&visit.href(paths::ACCOUNT), "sign-in-account-passkey-added"),
        name: passkey_name(&visit),
        page,
    };
    Ok(show(&shown, &shown.page))
}

/// Removes a passkey, unless it is the only way its owner has to sign in.
pub async fn remove(State(app): State<App>, visit: Visit, At(id): At<Uuid>, Typed(_): Typed) -> Answer {
    let account = visit.account()?.account;
    let back = visit.href(paths::ACCOUNT);
    let led = |error: store::Error| led_back(&visit, &back, PageError::from(error));
    let permit = app
        .store()
        .permit(&visit.actor(), Action::ChangeOwnAccount, Object::Own)
        .await
        .map_err(led)?;
    match app
        .store()
        .write(permit, move |tx| store::passkey::remove(tx, account, id))
        .await
    {
        Ok(()) => Ok(see(&paths::saying(&back, "sign-in-account-passkey-removed"))),
        Err(store::Error::Constraint(name)) if name == LAST_WAY_IN => {
            Ok(see(&paths::saying(&back, "sign-in-account-last-proof")))
        }
        Err(error) => Err(error.into()),
    }
}
