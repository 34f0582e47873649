//! The link that opens an account: once, within a week, and never past a second factor.

use super::{KEY, code_of, is_in, type_in, with_codes};
use crate::support::{House, PASSWORD, Somebody, hours};
use axum::http::StatusCode;
use domain::role::Role;

/// The address of a new link for somebody.
async fn link(house: &House, somebody: &Somebody) -> String {
    let id = somebody.id;
    let (secret, _) = house.console(move |tx| store::account::invitation::make(tx, id)).await;
    let token = secret
        .iter()
        .fold(String::new(), |token, byte| format!("{token}{byte:02x}"));
    format!("/sign-in/first?token={token}")
}

#[tokio::test]
async fn a_link_lets_its_owner_choose_a_password_once() {
    let house = House::serve().await;
    let site = house.site("Powys").await;
    let nia = house.staff("Nia Evans", Role::FamilyWorker, site).await;
    let address = link(&house, &nia).await;
    let mut browser = house.browser();
    let page = browser.get(&address).await;
    assert_eq!(page.heading(), "Open your account");
    // Looking does not use it up, and neither does a password that is too weak.
    for (weak, problem) in [
        ("short", "Use at least 12 characters"),
        (
            "password12345",
            "That password is on lists that thieves use. Choose another.",
        ),
        (
            "nia.evans knows",
            "Do not use your name or email address in the password",
        ),
    ] {
        let seen = browser.submit(page.form("main-form").with("password", weak)).await;
        assert_eq!(
            (seen.status, seen.problems()),
            (StatusCode::UNPROCESSABLE_ENTITY, vec![problem.to_owned()])
        );
    }
    let form = page.form("main-form").with("password", PASSWORD);
    let seen = browser.submit(form.clone()).await;
    assert_eq!(seen.location(), "/account/second?next=%2F");
    assert!(browser.get("/account").await.says("With a one-time link"));
    let mut second = house.browser();
    assert_eq!(second.get(&address).await.status, StatusCode::NOT_FOUND);
    // The form of before has the token of a cookie that is no more.
    assert_eq!(browser.submit(form).await.status, StatusCode::FORBIDDEN);
    assert_eq!(
        type_in(&mut second, &nia.email, PASSWORD).await.location(),
        "/account/second?next=%2F"
    );
}

#[tokio::test]
async fn a_link_is_over_after_a_week_and_when_a_new_one_is_made() {
    let house = House::serve().await;
    let nia = house.somebody("Nia Evans").await;
    let first = link(&house, &nia).await;
    let second = link(&house, &nia).await;
    let mut browser = house.browser();
    assert_eq!(browser.get(&first).await.heading(), "This link does not work");
    house.pass(hours(7 * 24 - 1));
    let form = browser.get(&second).await.form("main-form").with("password", PASSWORD);
    house.pass(hours(1));
    for seen in [browser.get(&second).await, browser.submit(form).await] {
        assert_eq!(
            (seen.status, seen.heading().as_str()),
            (StatusCode::NOT_FOUND, "This link does not work")
        );
    }
    for shape in ["", "?token=", "?token=zz", &format!("?token={}", "0".repeat(64))] {
        assert_eq!(
            browser.get(&format!("/sign-in/first{shape}")).await.status,
            StatusCode::NOT_FOUND
        );
    }
}

#[tokio::test]
async fn the_address_the_command_line_prints_leads_to_the_same_page() {
    let house = House::serve().await;
    let nia = house.somebody("Nia Evans").await;
    let address = link(&house, &nia).await;
    let seen = house.browser().visit(&address.replace("?token=", "/")).await;
    assert_eq!(
        (seen.path.as_str(), seen.heading().as_str()),
        (address.as_str(), "Open your account")
    );
}

#[tokio::test]
async fn a_link_never_replaces_a_second_factor() {
    let house = House::serve().await;
    let nia = with_codes(&house, "Nia Evans", &[]).await;
    let mut before = house.signed_in(&nia).await;
    let address = link(&house, &nia).await;
    let mut browser = house.browser();
    let page = browser.get(&address).await;
    assert!(!page.body.contains("data-passkey"));
    let token = page.form("main-form").value("csrf").to_owned();
    let wish = serde_json::json!({ "token": address.split('=').nth(1).unwrap() });
    assert_eq!(
        browser.ask("/sign-in/first/passkey/start", &token, &wish).await.status,
        StatusCode::NOT_FOUND
    );
    let seen = browser
        .submit(page.form("main-form").with("password", "three other words"))
        .await;
    assert_eq!(seen.location(), "/sign-in/code");
    assert!(!is_in(&mut browser).await);
    assert!(!is_in(&mut before).await);
    let page = browser.get("/sign-in/code").await;
    browser
        .submit(page.form("main-form").with("code", &code_of(&house, KEY, 0)))
        .await;
    assert!(is_in(&mut browser).await);
}

/// The command line forgets what was lost; then a link opens the account as if it were new.
#[tokio::test]
async fn whoever_lost_every_way_in_gets_one_again_with_a_link() {
    let house = House::serve().await;
    let nia = with_codes(&house, "Nia Evans", &["abcd-efgh-jkmn"]).await;
    let mut before = house.signed_in(&nia).await;
    let id = nia.id;
    let made = house
        .console(move |tx| store::token::make_for_person(tx, id, "a script"))
        .await;
    house.console(move |tx| store::account::way_in::forget(tx, id)).await;
    assert!(
        store::token::find(&house.store, &made.secret).await.unwrap().is_none(),
        "nor by a program"
    );
    assert!(!is_in(&mut before).await, "whoever holds the lost telephone is out");
    let mut browser = house.browser();
    type_in(&mut browser, &nia.email, PASSWORD).await;
    assert!(!is_in(&mut browser).await, "the old password is over");
    let address = link(&house, &nia).await;
    let page = browser.get(&address).await;
    let seen = browser
        .submit(page.form("main-form").with("password", "three other words"))
        .await;
    assert_eq!(seen.location(), "/account/second?next=%2F");
    assert!(is_in(&mut browser).await);
}
