//! Recovery codes: shown while they are new, until their owner says that they have kept them.

use super::super::arrival::{led_back, next, with_next};
use super::super::typed::Typed;
use super::super::{paths as own, totp};
use crate::App;
use crate::error::{Answer, PageError};
use crate::page::{Page, see, show};
use crate::paths;
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use store::account::way_in;
use store::sign_in::ceremony::{self, Kind};

#[derive(Template)]
#[template(path = "sign_in/own/codes.html")]
struct Shown {
    page: Page,
    action: String,
    codes: Vec<String>,
}

/// The codes just made; afterwards there is nothing to see here.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let account = visit.account()?.account;
    let permit = app
        .store()
        .permit(&visit.actor(), Action::SeeOwnAccount, Object::Own)
        .await?;
    let kept = app
        .store()
        .read(permit, move |tx| {
            ceremony::find(tx, Kind::KeepCodes, &account.to_string())
        })
        .await?;
    let Some(kept) = kept.filter(|kept| kept.account == Some(account)) else {
        return Ok(see(&visit.href(paths::ACCOUNT)));
    };
    let page = Page::new(&app, &visit, visit.w().sign_in_codes_title());
    let action = with_next(&visit, own::CODES, next(&visit).as_deref());
    let shown = Shown {
        codes: kept.body.lines().map(ToOwned::to_owned).collect(),
        action,
        page,
    };
    Ok(show(&shown, &shown.page))
}

/// They are kept: they are not shown again.
pub async fn keep(State(app): State<App>, visit: Visit, Typed(_): Typed) -> Answer {
    let account = visit.account()?.account;
    let permit = app
        .store()
        .permit(&visit.actor(), Action::SeeOwnAccount, Object::Own)
        .await?;
    app.store()
        .write(permit, move |tx| {
            ceremony::end(tx, Kind::KeepCodes, &account.to_string())
        })
        .await?;
    let to = visit.href(next(&visit).as_deref().unwrap_or(paths::ACCOUNT));
    Ok(see(&paths::saying(&to, "sign-in-codes-kept")))
}

/// Makes new ones; the old ones stop working.
pub async fn make(State(app): State<App>, visit: Visit, Typed(_): Typed) -> Answer {
    let account = visit.account()?.account;
    let back = visit.href(paths::ACCOUNT);
    let led = |error: store::Error| led_back(&visit, &back, PageError::from(error));
    let permit = app
        .store()
        .permit(&visit.actor(), Action::ChangeOwnAccount, Object::Own)
        .await
        .map_err(led)?;
    let codes = totp::recovery_codes();
    let stored = app.store().write(permit, move |tx| {
        if !store::account::show(tx, account)?.has_code {
            return Err(store::Error::NotFound);
        }
        way_in::replace_recovery_codes(tx, account, &codes)?;
        ceremony::keep(
            tx,
            Kind::KeepCodes,
            &account.to_string(),
            Some(account),
            &codes.join("\n"),
        )
    });
    stored.await?;
    Ok(see(&visit.href(own::CODES)))
}
