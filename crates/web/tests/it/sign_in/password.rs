//! A password, right and wrong, known and unknown.

use super::{is_in, type_at, type_in};
use crate::support::{House, PASSWORD, Seen};
use axum::http::StatusCode;
use domain::role::Role;
use std::time::{Duration, Instant};

#[tokio::test]
async fn the_right_password_leads_to_the_start_page_in_the_person_s_language() {
    let house = House::serve().await;
    let gwen = house.member("Gwen Parry").await;
    house.give_password(&gwen).await;
    let mut browser = house.browser();
    let seen = type_in(&mut browser, " Gwen.Parry@Example.org ", PASSWORD).await;
    assert_eq!((seen.status, seen.location()), (StatusCode::SEE_OTHER, "/"));
    assert!(is_in(&mut browser).await);
    let id = gwen.id;
    house
        .console(move |tx| store::account::set_language(tx, id, "cy"))
        .await;
    assert_eq!(
        type_in(&mut house.browser(), &gwen.email, PASSWORD).await.location(),
        "/cy/"
    );
}

#[tokio::test]
async fn a_wrong_password_keeps_the_address_and_says_nothing_more() {
    let house = House::serve().await;
    let nia = house.with_password("Nia Evans").await;
    let mut browser = house.browser();
    let seen = type_in(&mut browser, &nia.email, "kettle wander pear").await;
    assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(seen.form("main-form").value("email"), nia.email);
    assert_eq!(seen.form("main-form").value("password"), "");
    assert!(!seen.body.contains("kettle"));
    assert_eq!(seen.problems().len(), 1);
    assert!(seen.title().starts_with("Error: "), "{}", seen.title());
    assert!(!is_in(&mut browser).await);
}

#[tokio::test]
async fn both_boxes_left_empty_are_named_in_the_order_of_the_page_in_both_languages() {
    let house = House::serve().await;
    let mut browser = house.browser();
    let seen = type_in(&mut browser, " ", "").await;
    assert_eq!(seen.problems(), ["Enter your email address", "Enter your password"]);
    let seen = type_at(&mut browser, "/cy/sign-in", "", "").await;
    assert_eq!(
        seen.problems(),
        ["Rhowch eich cyfeiriad e-bost", "Rhowch eich cyfrinair"]
    );
}

/// An answer without what differs from one page to the next: the date, the token and the nonce.
fn comparable(seen: &Seen, email: &str) -> (StatusCode, Vec<(String, String)>, String) {
    let token = seen.form("main-form").value("csrf").to_owned();
    let after = seen.body.split_once("nonce=\"").map_or("", |(_, after)| after);
    let nonce = after
        .split('"')
        .next()
        .filter(|nonce| !nonce.is_empty())
        .expect("a nonce")
        .to_owned();
    let hide = |text: &str| {
        text.replace(&token, "TOKEN")
            .replace(&nonce, "NONCE")
            .replace(email, "EMAIL")
    };
    let headers = seen.headers.iter().filter(|(name, _)| *name != "date");
    let headers = headers.map(|(name, value)| {
        let value = value.to_str().expect("our headers are plain ASCII");
        // The address that was typed comes back once; the rest has one length.
        let length = || (value.parse::<usize>().expect("a length") - email.len()).to_string();
        (
            name.to_string(),
            if name == "content-length" {
                length()
            } else {
                hide(value)
            },
        )
    });
    (seen.status, headers.collect(), hide(&seen.body))
}

#[tokio::test]
async fn an_address_nobody_has_is_answered_like_one_that_somebody_has() {
    let house = House::serve().await;
    let nia = house.with_password("Nia Evans").await;
    let invited = house.somebody("Not Yet There").await;
    let coded = super::with_codes(&house, "Ceri Coded", &[]).await;
    let mut browser = house.browser();
    let mut answers = Vec::new();
    for email in [&nia.email, "nobody.at.all@example.org", &invited.email, &coded.email] {
        answers.push(comparable(
            &type_in(&mut browser, email, "kettle wander pear").await,
            email,
        ));
    }
    assert_eq!(answers[0].0, StatusCode::UNPROCESSABLE_ENTITY);
    for other in &answers[1..] {
        assert_eq!(other, &answers[0]);
    }
}

#[tokio::test]
async fn an_unknown_address_costs_the_same_work_as_a_wrong_password() {
    let house = House::serve().await;
    let nia = house.with_password("Nia Evans").await;
    let mut took = [Vec::new(), Vec::new()];
    for round in 0..8_u8 {
        for (which, email) in [nia.email.as_str(), "nobody@example.org"].into_iter().enumerate() {
            let mut browser = house.browser().at(round + 2);
            let page = browser.get("/sign-in").await;
            let form = page
                .form("main-form")
                .with("email", email)
                .with("password", "kettle wander pear");
            let began = Instant::now();
            browser.submit(form).await;
            took[which].push(began.elapsed());
        }
    }
    // The quickest of each: a busy machine only ever makes an answer slower.
    let [known, unknown] = took.map(|times: Vec<Duration>| times.into_iter().min().unwrap_or_default().as_secs_f64());
    // Without the work for nobody's password the unknown address answers in a tenth of the time.
    assert!(
        (0.25..4.0).contains(&(unknown / known)),
        "known {known} s, unknown {unknown} s"
    );
}

#[tokio::test]
async fn after_signing_in_the_way_goes_on_to_our_own_pages_only() {
    let house = House::serve().await;
    let gwen = house.member("Gwen Parry").await;
    house.give_password(&gwen).await;
    let lands = async |next: &str| {
        let next: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
        // An address of its own for each, so that these tries are not too many.
        let mut browser = house.browser();
        house.pass(crate::support::minutes(16));
        let page = browser.get("/sign-in").await;
        let mut form = page
            .form("main-form")
            .with("email", &gwen.email)
            .with("password", PASSWORD);
        // As an attacker writes the address, not as our page would.
        form.action = format!("/sign-in?next={next}");
        let seen = browser.submit(form).await;
        assert_eq!(seen.status, StatusCode::SEE_OTHER);
        seen.location().to_owned()
    };
    for (next, lands_at) in [
        ("/help", "/help"),
        ("/families?stage=open&page=2", "/families?stage=open&page=2"),
        ("/cy/help", "/help"),
    ] {
        assert_eq!(lands(next).await, lands_at);
    }
    for evil in [
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/cy//evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        "/help\r\nSet-Cookie: a=b",
        "evil",
        "",
        "/sign-in",
        "/cy/sign-in?next=/help",
        "/sign-out",
        "/demo/sign-in",
    ] {
        assert_eq!(lands(evil).await, "/", "{evil:?}");
    }
}

#[tokio::test]
async fn the_language_toggle_of_the_sign_in_page_keeps_where_one_was_going() {
    let house = House::serve().await;
    let seen = house.browser().get("/sign-in?next=%2Fhelp").await;
    assert!(seen.body.contains("href=\"/cy/sign-in?next=%2Fhelp\""), "{}", seen.body);
    let gwen = house.member("Gwen Parry").await;
    house.give_password(&gwen).await;
    let seen = type_at(&mut house.browser(), "/cy/sign-in?next=%2Fhelp", &gwen.email, PASSWORD).await;
    assert_eq!(seen.location(), "/cy/help");
}

#[tokio::test]
async fn staff_with_a_password_only_are_led_to_a_second_factor_first() {
    let house = House::serve().await;
    let site = house.site("Powys").await;
    let nia = house.staff("Nia Evans", Role::FamilyWorker, site).await;
    house.give_password(&nia).await;
    let mut browser = house.browser();
    let seen = type_at(&mut browser, "/sign-in?next=%2Freferrals", &nia.email, PASSWORD).await;
    assert_eq!(seen.location(), "/account/second?next=%2Freferrals");
    let seen = browser.get(seen.location()).await;
    assert_eq!(
        (seen.status, seen.heading().as_str()),
        (StatusCode::OK, "Add a second proof")
    );
    // Passing it over shows nothing of any family.
    assert_eq!(
        browser.get("/referrals").await.location(),
        "/account/second?next=%2Freferrals"
    );
    let gwen = house.member("Gwen Parry").await;
    house.give_password(&gwen).await;
    assert_eq!(
        type_in(&mut house.browser(), &gwen.email, PASSWORD).await.location(),
        "/"
    );
}
