//! The cookie and the token of forms: what they say, and what they are not moved by.

use super::{is_in, type_in};
use crate::support::{House, PASSWORD};
use axum::http::StatusCode;

#[tokio::test]
async fn the_cookie_is_bound_to_the_host_and_hidden_from_scripts() {
    let house = House::serve().await;
    let gwen = house.member("Gwen Parry").await;
    house.give_password(&gwen).await;
    let mut browser = house.browser();
    let page = browser.get("/sign-in").await;
    let answer = type_in(&mut browser, &gwen.email, PASSWORD).await;
    for (line, age) in [
        (page.header("set-cookie"), "Max-Age=7200"),
        (answer.header("set-cookie"), "Max-Age=2592000"),
    ] {
        let (pair, flags) = line.split_once("; ").unwrap();
        let (name, value) = pair.split_once('=').unwrap();
        assert_eq!((name, value.len()), ("__Host-susd", 43));
        let mut flags: Vec<&str> = flags.split("; ").collect();
        flags.sort_unstable();
        assert_eq!(flags, ["HttpOnly", age, "Path=/", "SameSite=Lax", "Secure"]);
    }
}

#[tokio::test]
async fn in_the_demonstration_the_cookie_has_no_prefix_as_the_connection_is_not_encrypted() {
    let house = House::demo().await;
    let seen = house.browser().get("/sign-in").await;
    assert!(
        seen.header("set-cookie").starts_with("susd="),
        "{}",
        seen.header("set-cookie")
    );
    assert!(!seen.header("set-cookie").contains("Secure"));
}

#[tokio::test]
async fn every_sign_in_has_a_secret_of_its_own_whatever_cookie_was_there_before() {
    let house = House::serve().await;
    let gwen = house.member("Gwen Parry").await;
    house.give_password(&gwen).await;
    let planted = "A".repeat(43);
    let mut browser = house.browser();
    browser.keep_cookie("__Host-susd", &planted);
    type_in(&mut browser, &gwen.email, PASSWORD).await;
    assert!(is_in(&mut browser).await);
    assert_ne!(browser.cookie().unwrap().1, planted);
    let mut thief = house.browser();
    thief.keep_cookie("__Host-susd", &planted);
    assert!(!is_in(&mut thief).await);
    let mut second = house.browser();
    type_in(&mut second, &gwen.email, PASSWORD).await;
    assert_ne!(browser.cookie(), second.cookie());
}

#[tokio::test]
async fn signing_in_over_another_sign_in_ends_the_one_before() {
    let house = House::serve().await;
    let (gwen, nia) = (house.member("Gwen Parry").await, house.member("Nia Evans").await);
    house.give_password(&gwen).await;
    let mut browser = house.browser();
    let page = browser.get("/sign-in").await;
    let before = house.signed_in(&nia).await;
    let form = page
        .form("main-form")
        .with("email", &gwen.email)
        .with("password", PASSWORD);
    // The page of a second tab, under the first tab's sign-in.
    let mut tab = before.clone();
    let token = tab.get("/account").await.form_to("/sign-out").value("csrf").to_owned();
    let answer = tab.submit(form.with("csrf", &token)).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert!(tab.get("/account").await.says("Gwen Parry"));
    assert!(!is_in(&mut before.clone()).await);
}

#[tokio::test]
async fn a_form_without_its_token_or_from_another_site_is_refused_before_it_does_anything() {
    let house = House::serve().await;
    let gwen = house.member("Gwen Parry").await;
    house.give_password(&gwen).await;
    let mut browser = house.browser();
    let page = browser.get("/sign-in").await;
    let form = page
        .form("main-form")
        .with("email", &gwen.email)
        .with("password", PASSWORD);
    for wrong in [
        form.clone().without("csrf"),
        form.clone().with("csrf", ""),
        form.clone().with("csrf", "A"),
    ] {
        assert_eq!(browser.submit(wrong).await.status, StatusCode::FORBIDDEN);
    }
    let mut stranger = house.browser();
    let theirs = stranger
        .get("/sign-in")
        .await
        .form("main-form")
        .value("csrf")
        .to_owned();
    assert_eq!(
        browser.submit(form.clone().with("csrf", &theirs)).await.status,
        StatusCode::FORBIDDEN
    );
    for from in [
        &[("origin", "https://evil.example"), ("sec-fetch-site", "cross-site")][..],
        &[("origin", "https://evil.susd.example"), ("sec-fetch-site", "same-site")],
        &[("origin", "http://susd.example")],
        &[("origin", "null")],
        &[],
    ] {
        assert_eq!(
            browser.submit_from(form.clone(), from).await.status,
            StatusCode::FORBIDDEN,
            "{from:?}"
        );
    }
    assert!(!is_in(&mut browser).await);
    assert_eq!(browser.submit(form).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn signing_out_ends_the_sign_in_itself_and_not_only_the_cookie() {
    let house = House::serve().await;
    let gwen = house.member("Gwen Parry").await;
    let mut browser = house.signed_in(&gwen).await;
    let before = browser.clone();
    let page = browser.get("/account").await;
    let answer = browser.submit(page.form_to("/sign-out")).await;
    assert_eq!(answer.location(), "/sign-out");
    assert!(
        answer.header("set-cookie").starts_with("__Host-susd=; ") && answer.header("set-cookie").contains("Max-Age=0")
    );
    assert_eq!(browser.get("/sign-out").await.heading(), "You have signed out");
    assert!(!is_in(&mut before.clone()).await);
    // A second press, on the page of before, is no mistake.
    let again = before.clone().submit(page.form_to("/sign-out")).await;
    assert_eq!(again.location(), "/sign-out");
}
