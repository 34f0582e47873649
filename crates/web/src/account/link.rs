//! A new link for somebody who has lost theirs or their password, and the one page a link is shown on.

use crate::App;
use crate::error::{Answer, PageError};
use crate::form::Form;
use crate::page::{Link, Page, link, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::AccountId;
use store::account::invitation;
use store::once::Once;

#[derive(Template)]
#[template(path = "account/link.html")]
struct Asked {
    page: Page,
    once: String,
    name: String,
}

#[derive(Template)]
#[template(path = "account/invited.html")]
struct Made {
    page: Page,
    body: String,
    link: String,
    person: Link,
}

/// Whether a new link for an account opens nothing to whoever makes it: nobody has used the account yet, or it asks for
/// a second proof that no link gives.
pub(super) fn is_safe(account: &store::account::Shown) -> bool {
    !account.has_password || account.has_code || account.passkeys > 0
}

/// The name of an account that a link may be made for.
fn may_have_link(tx: &store::Tx, id: AccountId) -> Result<String, PageError> {
    let account = store::account::show(tx, id)?;
    if is_safe(&account) {
        Ok(account.name)
    } else {
        Err(PageError::Conflict)
    }
}

/// Asks whether a new link is wanted.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<AccountId>) -> Answer {
    let w = visit.w();
    drop(
        app.store()
            .permit(&visit.actor(), Action::InviteAccount, Object::System)
            .await?,
    );
    let permit = app
        .store()
        .permit(&visit.actor(), Action::OpenAccount, Object::Account(id))
        .await?;
    let name = app.store().read(permit, move |tx| may_have_link(tx, id)).await?;
    let shown = Asked {
        once: Form::default().once_key(&app),
        page: Page::new(&app, &visit, w.account_invite_again())
            .back_to(visit.href(&paths::person_account(id)), &w.account_title(&name)),
        name,
    };
    Ok(show(&shown, &shown.page))
}

/// Makes a new link and shows it, this once. The one before stops working.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<AccountId>, form: Form) -> Answer {
    let permit = app
        .store()
        .permit(&visit.actor(), Action::InviteAccount, Object::System)
        .await?;
    let me = visit.account()?.account;
    let once = Once::new(me.uuid(), form.get("once"), &form.body_bytes());
    let person = visit.href(&paths::person_account(id));
    let made = app.store().write(permit, move |tx| {
        tx.not_done_before(Some(&once))?;
        let name = may_have_link(tx, id)?;
        let link = invitation::make(tx, id)?;
        tx.done(Some(&once), 303, &person)?;
        Ok::<_, PageError>((name, link))
    });
    let (name, (secret, ends_at)) = made.await?;
    Ok(self::made(&app, &visit, id, &name, &secret, ends_at))
}

/// The page that shows a link: the only time its secret is seen.
pub(super) fn made(app: &App, visit: &Visit, id: AccountId, name: &str, secret: &[u8; 32], ends_at: i64) -> Response {
    let w = visit.w();
    let when = w.day_time(store::clock::london_time(store::clock::instant(ends_at)));
    let shown = Made {
        body: w.account_invite_made_body(name, &when),
        link: format!("{}{}", app.origin(), crate::sign_in::first_link(visit, secret)),
        person: link(visit.href(&paths::person_account(id)), w.account_open()),
        page: Page::new(app, visit, w.account_invite_made_title())
            .back_to(visit.href(paths::PEOPLE), w.account_list_title()),
    };
    show(&shown, &shown.page)
}
