//! Signing in, staying signed in, and one's own account.

mod account;
mod code;
mod cookie;
mod demo;
mod ended;
mod link;
mod own_form;
mod passkey;
mod password;
mod same_work;
mod throttle;

use crate::support::{Browser, House, PASSWORD, Seen, Somebody};
use store::account::way_in;

/// Types an address and a password into the sign-in page.
async fn type_in(browser: &mut Browser, email: &str, password: &str) -> Seen {
    type_at(browser, "/sign-in", email, password).await
}

/// As [`type_in`], on the sign-in page at an address with a query.
async fn type_at(browser: &mut Browser, path: &str, email: &str, password: &str) -> Seen {
    let page = browser.get(path).await;
    browser
        .submit(page.form("main-form").with("email", email).with("password", password))
        .await
}

/// The code an authenticator app shows for a key, so many seconds from now.
fn code_of(house: &House, key: &str, seconds: i64) -> String {
    let secret = totp_rs::Secret::try_from_base32(key).expect("a key");
    let at = house.store.now().as_second() + seconds;
    totp_rs::Builder::new()
        .with_secret(secret)
        .build()
        .expect("a key that is long enough")
        .generate(at.cast_unsigned())
        .to_string()
}

const KEY: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/// Somebody with a password and codes of [`KEY`], and these recovery codes.
async fn with_codes(house: &House, name: &str, recovery: &'static [&'static str]) -> Somebody {
    let somebody = house.with_password(name).await;
    let id = somebody.id;
    house
        .console(move |tx| {
            way_in::set_code_secret(tx, id, KEY)?;
            way_in::confirm_code(tx, id, 0)?;
            let recovery: Vec<String> = recovery.iter().map(ToString::to_string).collect();
            way_in::replace_recovery_codes(tx, id, &recovery)
        })
        .await;
    somebody
}

/// Signs in with password and code, so many seconds from now by the app's clock.
async fn all_the_way(house: &House, browser: &mut Browser, who: &Somebody, seconds: i64) -> Seen {
    let half = type_in(browser, &who.email, PASSWORD).await;
    assert_eq!(half.location(), "/sign-in/code");
    let page = browser.get("/sign-in/code").await;
    browser
        .submit(page.form("main-form").with("code", &code_of(house, KEY, seconds)))
        .await
}

/// Whether the browser's cookie is a sign-in that holds.
async fn is_in(browser: &mut Browser) -> bool {
    browser.get("/account").await.status == 200
}
