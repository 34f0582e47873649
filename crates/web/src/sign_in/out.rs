//! Signing out.

use super::typed::Typed;
use crate::App;
use crate::error::Answer;
use crate::page::{Page, see, show};
use crate::paths;
use crate::visit::Visit;
use askama::Template;
use axum::extract::State;
use axum::http::header;
use domain::access::{Action, Object};

#[derive(Template)]
#[template(path = "sign_in/out.html")]
struct Shown {
    page: Page,
    sign_in: String,
}

/// Says that it is done.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    if visit.who.is_some() {
        return Ok(see(&visit.href(paths::HOME)));
    }
    let page = Page::new(&app, &visit, visit.w().sign_in_out_title());
    let shown = Shown {
        sign_in: visit.href(paths::SIGN_IN),
        page,
    };
    Ok(show(&shown, &shown.page))
}

/// Ends the sign-in and forgets the cookie. Somebody whose sign-in ended by itself is signed out as they wished.
pub async fn send(State(app): State<App>, visit: Visit, Typed(_): Typed) -> Answer {
    if let Some(who) = &visit.who {
        let (account, sign_in) = (who.account, who.id);
        let permit = app
            .store()
            .permit(&visit.actor(), Action::EndOwnSignIn, Object::Own)
            .await?;
        app.store()
            .write(permit, move |tx| {
                store::sign_in::end(tx, account, sign_in, "signed_out")
            })
            .await?;
    }
    let mut answer = see(&visit.href(paths::SIGN_OUT));
    answer.headers_mut().insert(header::SET_COOKIE, app.jar().forget());
    Ok(answer)
}
