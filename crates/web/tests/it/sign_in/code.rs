//! The code after the password: once, about now, or a recovery code in its place.

use super::{KEY, all_the_way, code_of, is_in, type_in, with_codes};
use crate::support::{House, PASSWORD, hours, minutes};
use axum::http::StatusCode;
use domain::role::Role;

#[tokio::test]
async fn a_password_alone_is_only_half_the_way() {
    let house = House::serve().await;
    let nia = with_codes(&house, "Nia Evans", &[]).await;
    let mut browser = house.browser();
    let seen = type_in(&mut browser, &nia.email, PASSWORD).await;
    assert_eq!(seen.location(), "/sign-in/code");
    assert!(!is_in(&mut browser).await);
    let page = browser.get("/sign-in/code").await;
    let seen = browser
        .submit(page.form("main-form").with("code", &code_of(&house, KEY, 0)))
        .await;
    assert_eq!((seen.status, seen.location()), (StatusCode::SEE_OTHER, "/"));
    assert!(is_in(&mut browser).await);
}

#[tokio::test]
async fn a_code_works_once_and_no_older_one_after_it() {
    let house = House::serve().await;
    let nia = with_codes(&house, "Nia Evans", &[]).await;
    assert_eq!(
        all_the_way(&house, &mut house.browser(), &nia, 0).await.status,
        StatusCode::SEE_OTHER
    );
    for seconds in [0, -30] {
        let again = all_the_way(&house, &mut house.browser(), &nia, seconds).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(again.problems(), ["That code was used already. Wait for the next one."]);
    }
    assert_eq!(
        all_the_way(&house, &mut house.browser(), &nia, 30).await.status,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn a_clock_half_a_minute_off_is_forgiven_and_no_more() {
    let house = House::serve().await;
    let nia = with_codes(&house, "Nia Evans", &[]).await;
    for seconds in [-60, 60, 3600] {
        let seen = all_the_way(&house, &mut house.browser(), &nia, seconds).await;
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(
        all_the_way(&house, &mut house.browser(), &nia, -30).await.status,
        StatusCode::SEE_OTHER
    );
}

#[tokio::test]
async fn half_the_way_is_over_after_ten_minutes_and_in_another_browser() {
    let house = House::serve().await;
    let nia = with_codes(&house, "Nia Evans", &["ABCDE-12345"]).await;
    let mut browser = house.browser();
    type_in(&mut browser, &nia.email, PASSWORD).await;
    let form = browser.get("/sign-in/code").await.form("main-form");
    let mut other = house.browser();
    other.get("/sign-in").await;
    assert_eq!(other.get("/sign-in/code").await.location(), "/sign-in");
    house.pass(minutes(10));
    let late = browser.submit(form.with("code", &code_of(&house, KEY, 0))).await;
    assert_eq!(late.location(), "/sign-in");
    for path in ["/sign-in/code", "/sign-in/recovery"] {
        assert_eq!(browser.get(path).await.location(), "/sign-in");
    }
    assert!(!is_in(&mut browser).await);
}

#[tokio::test]
async fn a_cookie_planted_before_the_password_does_not_get_to_the_code() {
    let house = House::serve().await;
    let nia = with_codes(&house, "Nia Evans", &[]).await;
    let mut thief = house.browser();
    thief.get("/sign-in").await;
    let (name, value) = thief
        .cookie()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .unwrap();
    let mut victim = house.browser();
    victim.keep_cookie(&name, &value);
    assert_eq!(
        type_in(&mut victim, &nia.email, PASSWORD).await.location(),
        "/sign-in/code"
    );
    assert_ne!(victim.cookie().unwrap().1, value);
    assert_eq!(victim.get("/sign-in/code").await.status, StatusCode::OK);
    assert_eq!(thief.get("/sign-in/code").await.location(), "/sign-in");
}

#[tokio::test]
async fn a_recovery_code_works_once_however_it_is_typed() {
    let house = House::serve().await;
    let nia = with_codes(&house, "Nia Evans", &["ABCDE-12345", "FGHJK-67890"]).await;
    let try_code = async |typed: &str| {
        let mut browser = house.browser();
        type_in(&mut browser, &nia.email, PASSWORD).await;
        let page = browser.get("/sign-in/recovery").await;
        let seen = browser.submit(page.form("main-form").with("code", typed)).await;
        (seen.status, seen.problems(), browser)
    };
    let (status, _, mut browser) = try_code(" abcde 12345 ").await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let account = browser.get("/account").await;
    assert_eq!(
        account.by_id("codes-left"),
        "You have 1 recovery code left. Make new ones today."
    );
    assert!(account.says("With a recovery code"));
    for typed in ["ABCDE-12345", "ZZZZZ-00000", ""] {
        let (status, problems, mut browser) = try_code(typed).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(problems, ["The recovery code is not right, or it was used already."]);
        assert!(!is_in(&mut browser).await);
    }
    assert_eq!(try_code("FGHJK67890").await.0, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn proving_again_asks_for_password_and_code_and_changes_the_secret() {
    let house = House::serve().await;
    let nia = with_codes(&house, "Nia Evans", &[]).await;
    let mut browser = house.browser();
    all_the_way(&house, &mut browser, &nia, 0).await;
    assert_eq!(browser.get("/account/email").await.status, StatusCode::OK);
    house.pass(minutes(11));
    assert_eq!(
        browser.get("/account/email").await.location(),
        "/sign-in/again?next=%2Faccount%2Femail"
    );
    let before = browser.clone();
    let page = browser.get("/sign-in/again?next=%2Faccount%2Femail").await;
    let form = page.form("main-form");
    for (password, code) in [
        (PASSWORD, "000000"),
        ("kettle wander pear", code_of(&house, KEY, 0).as_str()),
    ] {
        let seen = browser
            .submit(form.clone().with("password", password).with("code", code))
            .await;
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(browser.get("/account/email").await.status, StatusCode::SEE_OTHER);
    }
    let right = form.with("password", PASSWORD).with("code", &code_of(&house, KEY, 0));
    assert_eq!(browser.submit(right.clone()).await.location(), "/account/email");
    assert_eq!(browser.get("/account/email").await.status, StatusCode::OK);
    assert_ne!(before.cookie(), browser.cookie());
    assert!(!is_in(&mut before.clone()).await);
    // The code is used up: the same again proves nothing.
    house.pass(minutes(11));
    let page = browser.get("/sign-in/again").await;
    let code = right.value("code").to_owned();
    let seen = browser
        .submit(page.form("main-form").with("password", PASSWORD).with("code", &code))
        .await;
    assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_sign_in_holds_twelve_hours_for_staff_and_thirty_days_for_family() {
    let house = House::serve().await;
    let site = house.site("Powys").await;
    let nia = house.staff("Nia Evans", Role::FamilyWorker, site).await;
    let gwen = house.member("Gwen Parry").await;
    let (mut staff, mut family) = (house.signed_in(&nia).await, house.signed_in(&gwen).await);
    house.pass(hours(12) - minutes(1));
    assert!(is_in(&mut staff).await);
    house.pass(minutes(1));
    assert_eq!(staff.get("/account").await.location(), "/sign-in?next=%2Faccount");
    house.pass(hours(24 * 30 - 12) - minutes(1));
    assert!(is_in(&mut family).await);
    house.pass(minutes(1));
    assert_eq!(family.get("/account").await.location(), "/sign-in?next=%2Faccount");
}
