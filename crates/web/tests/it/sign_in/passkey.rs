//! The questions passkeys are asked and the answers that are none. Right answers are given in a real browser, by
//! `browser/passkey.mjs`.

use super::is_in;
use crate::support::{House, Seen};
use axum::http::StatusCode;
use serde_json::{Value, json};

fn read(seen: &Seen) -> Value {
    assert_eq!(seen.status, StatusCode::OK, "{}", seen.body);
    serde_json::from_str(&seen.body).expect("JSON")
}

/// What a passkey sends, with nothing in it that could be right.
fn answer() -> Value {
    json!({
        "id": "AAAA", "rawId": "AAAA", "type": "public-key", "extensions": {},
        "response": {
            "authenticatorData": "AAAA", "clientDataJSON": "AAAA", "signature": "AAAA",
            "userHandle": "AAAAAAAAAAAAAAAAAAAAAA",
        },
    })
}

#[tokio::test]
async fn the_question_for_anybody_names_nobody() {
    let house = House::serve().await;
    house.somebody("Nia Evans").await;
    let mut browser = house.browser();
    let page = browser.get("/sign-in").await;
    let token = page.form("main-form").value("csrf").to_owned();
    let question = read(
        &browser
            .ask("/sign-in/passkey/start", &token, &json!({ "next": "/help" }))
            .await,
    );
    let asked = &question["publicKey"];
    assert_eq!(
        (&asked["rpId"], &asked["userVerification"]),
        (&json!("susd.example"), &json!("required"))
    );
    assert_eq!(asked["allowCredentials"], json!([]));
    let again = read(&browser.ask("/sign-in/passkey/start", &token, &json!({})).await);
    assert_ne!(again["publicKey"]["challenge"], asked["challenge"]);
}

#[tokio::test]
async fn the_form_of_a_passkey_knows_where_one_was_going() {
    let house = House::serve().await;
    let page = house.browser().get("/sign-in?next=%2Freferrals").await;
    assert!(
        page.body.contains("name=\"next\" value=\"/referrals\""),
        "{}",
        page.body
    );
}

#[tokio::test]
async fn questions_and_answers_need_the_page_s_token_and_origin() {
    let house = House::serve().await;
    let mut browser = house.browser();
    let page = browser.get("/sign-in").await;
    let token = page.form("main-form").value("csrf").to_owned();
    for path in [
        "/sign-in/passkey/start",
        "/sign-in/passkey/finish",
        "/account/passkeys/start",
    ] {
        assert_eq!(browser.ask(path, "", &json!({})).await.status, StatusCode::FORBIDDEN);
        let mut elsewhere = browser.clone();
        elsewhere.origin = "https://evil.example".to_owned();
        assert_eq!(
            elsewhere.ask(path, &token, &json!({})).await.status,
            StatusCode::FORBIDDEN
        );
    }
    let much = json!({ "next": "x".repeat(70_000) });
    assert_eq!(
        browser.ask("/sign-in/passkey/start", &token, &much).await.status,
        StatusCode::PAYLOAD_TOO_LARGE
    );
}

#[tokio::test]
async fn an_answer_that_is_none_signs_nobody_in() {
    let house = House::serve().await;
    house.somebody("Nia Evans").await;
    let mut browser = house.browser();
    let page = browser.get("/sign-in").await;
    let token = page.form("main-form").value("csrf").to_owned();
    browser.ask("/sign-in/passkey/start", &token, &json!({})).await;
    assert_eq!(
        browser.ask("/sign-in/passkey/finish", &token, &answer()).await.status,
        StatusCode::NOT_FOUND
    );
    let odd = browser
        .ask("/sign-in/passkey/finish", &token, &json!({ "id": 1 }))
        .await;
    assert_eq!(odd.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    for _ in 0..9 {
        browser.ask("/sign-in/passkey/finish", &token, &answer()).await;
    }
    let many = browser.ask("/sign-in/passkey/finish", &token, &answer()).await;
    assert_eq!(many.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(!is_in(&mut browser).await);
}

#[tokio::test]
async fn a_new_passkey_is_kept_by_the_device_and_asks_for_finger_face_or_pin() {
    let house = House::serve().await;
    let nia = house.somebody("Nia Evans").await;
    let mut browser = house.signed_in(&nia).await;
    let page = browser.get("/account/passkeys").await;
    let token = page.form_to("/sign-out").value("csrf").to_owned();
    let question = read(
        &browser
            .ask("/account/passkeys/start", &token, &json!({ "name": "my phone" }))
            .await,
    );
    let chosen = &question["publicKey"]["authenticatorSelection"];
    assert_eq!(
        (
            &chosen["residentKey"],
            &chosen["requireResidentKey"],
            &chosen["userVerification"]
        ),
        (&json!("required"), &json!(true), &json!("required"))
    );
    assert_eq!(question["publicKey"]["user"]["name"], "nia.evans@example.org");
    assert_eq!(question["publicKey"]["rp"]["id"], "susd.example");
    let made = json!({
        "id": "AAAA", "rawId": "AAAA", "type": "public-key", "extensions": {},
        "response": { "attestationObject": "AAAA", "clientDataJSON": "AAAA", "transports": [] },
    });
    assert_eq!(
        browser.ask("/account/passkeys/finish", &token, &made).await.status,
        StatusCode::NOT_FOUND
    );
    assert!(browser.get("/account").await.says("No passkey yet"));
}
