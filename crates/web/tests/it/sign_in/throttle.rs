//! Too many tries: by account, by address, and how they are forgotten.

use super::{type_in, with_codes};
use crate::support::{House, PASSWORD, minutes};
use axum::http::StatusCode;

const WRONG: &str = "kettle wander pear";

#[tokio::test]
async fn ten_tries_at_one_address_for_mail_are_enough_wherever_they_come_from() {
    let house = House::serve().await;
    let nia = house.with_password("Nia Evans").await;
    for known in [nia.email.as_str(), "nobody@example.org"] {
        for last in 0..10 {
            let seen = type_in(&mut house.browser().at(last + 2), known, WRONG).await;
            assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        let seen = type_in(&mut house.browser().at(99), known, PASSWORD).await;
        assert_eq!(seen.status, StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(seen.problems(), ["Too many tries. Wait 15 minutes and try again."]);
        assert_eq!(seen.form("main-form").value("email"), known);
    }
    house.pass(minutes(10));
    let seen = type_in(&mut house.browser(), &nia.email, PASSWORD).await;
    assert_eq!(seen.problems(), ["Too many tries. Wait 5 minutes and try again."]);
    house.pass(minutes(5));
    assert_eq!(
        type_in(&mut house.browser(), &nia.email, PASSWORD).await.status,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn capitals_and_spaces_do_not_buy_more_tries() {
    let house = House::serve().await;
    let nia = house.with_password("Nia Evans").await;
    for n in 0..10 {
        let email = if n % 2 == 0 {
            nia.email.to_uppercase()
        } else {
            format!("  {}", nia.email)
        };
        type_in(&mut house.browser(), &email, WRONG).await;
    }
    assert_eq!(
        type_in(&mut house.browser(), &nia.email, PASSWORD).await.status,
        StatusCode::TOO_MANY_REQUESTS
    );
}

#[tokio::test]
async fn a_hundred_tries_from_one_place_are_enough_whoever_they_are_at() {
    let house = House::serve().await;
    let nia = house.with_password("Nia Evans").await;
    let mut browser = house.browser().at(7);
    let form = browser.get("/sign-in").await.form("main-form").with("password", "x");
    for n in 0..100 {
        let seen = browser
            .submit(form.clone().with("email", &format!("nobody{n}@example.org")))
            .await;
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(
        type_in(&mut browser, &nia.email, PASSWORD).await.status,
        StatusCode::TOO_MANY_REQUESTS
    );
    let elsewhere = type_in(&mut house.browser().at(8), &nia.email, PASSWORD).await;
    assert_eq!(elsewhere.status, StatusCode::SEE_OTHER);
    house.pass(minutes(15));
    assert_eq!(
        type_in(&mut house.browser().at(7), &nia.email, PASSWORD).await.status,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn codes_are_counted_too_and_apart_from_passwords() {
    let house = House::serve().await;
    let nia = with_codes(&house, "Nia Evans", &["ABCDE-12345"]).await;
    let mut browser = house.browser();
    type_in(&mut browser, &nia.email, PASSWORD).await;
    for _ in 0..10 {
        let page = browser.get("/sign-in/code").await;
        let seen = browser.submit(page.form("main-form").with("code", "000000")).await;
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let page = browser.get("/sign-in/code").await;
    let right = super::code_of(&house, super::KEY, 0);
    let seen = browser.submit(page.form("main-form").with("code", &right)).await;
    assert_eq!(seen.status, StatusCode::TOO_MANY_REQUESTS);
    let page = browser.get("/sign-in/recovery").await;
    let seen = browser.submit(page.form("main-form").with("code", "ABCDE-12345")).await;
    assert_eq!(seen.status, StatusCode::TOO_MANY_REQUESTS);
    // The password has its own count: only the code must wait.
    assert_eq!(
        type_in(&mut house.browser(), &nia.email, PASSWORD).await.location(),
        "/sign-in/code"
    );
}
