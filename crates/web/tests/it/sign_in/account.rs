//! One's own account: what it shows, and the second factor that is added there.

use super::{code_of, is_in, type_in, with_codes};
use crate::support::{House, PASSWORD, minutes};
use axum::http::StatusCode;
use domain::role::Role;

#[tokio::test]
async fn one_s_own_account_shows_name_address_roles_with_their_sites_and_sign_ins() {
    let house = House::serve().await;
    let site = house.site("Powys").await;
    let nia = house.staff("Nia Evans", Role::FamilyWorker, site).await;
    let mut browser = house.signed_in(&nia).await;
    let seen = browser.get("/account").await;
    for words in [
        "Nia Evans",
        "nia.evans@example.org",
        "Powys",
        "a test",
        "This one",
        "With a passkey",
        "No password",
    ] {
        assert!(seen.says(words), "{words} is not in {}", seen.text());
    }
    let welsh = browser.get("/cy/account").await;
    assert_eq!(welsh.heading(), "Fy nghyfrif");
    let mut nobody = house.browser();
    for path in [
        "/account",
        "/account/email",
        "/account/second",
        "/account/app",
        "/account/tokens",
        "/sign-in/again",
    ] {
        assert!(nobody.get(path).await.location().starts_with("/sign-in"), "{path}");
    }
}

#[tokio::test]
async fn an_app_is_added_with_one_code_and_recovery_codes_are_shown_once() {
    let house = House::serve().await;
    let site = house.site("Powys").await;
    let nia = house.staff("Nia Evans", Role::FamilyWorker, site).await;
    house.give_password(&nia).await;
    let mut browser = house.browser();
    type_in(&mut browser, &nia.email, PASSWORD).await;
    let before = browser.clone();
    let page = browser.get("/account/app?next=%2Freferrals").await;
    assert!(
        page.body
            .contains("<svg role=\"img\" aria-label=\"Picture for the authenticator app.")
    );
    let key = page.by_id("app-key").replace(' ', "");
    assert_eq!(
        browser.get("/account/app").await.by_id("app-key").replace(' ', ""),
        key,
        "a reload keeps the key"
    );
    let wrong = browser.submit(page.form("main-form").with("code", "123456")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let code = code_of(&house, &key, 0);
    let added = browser.submit(page.form("main-form").with("code", &code)).await;
    assert_eq!(added.location(), "/account/codes?next=%2Freferrals");
    assert!(!is_in(&mut before.clone()).await, "the secret changed with the proof");

    let codes = browser.get(added.location()).await;
    let recovery: Vec<String> = codes.by_id("codes").split(' ').map(ToOwned::to_owned).collect();
    assert_eq!(recovery.len(), 10);
    let kept = browser.submit(codes.form_to("/account/codes")).await;
    assert_eq!(kept.location(), "/referrals?said=sign-in-codes-kept");
    assert_eq!(browser.get("/account/codes").await.location(), "/account");
    // Both factors were given now: staff may work.
    assert_eq!(browser.get("/referrals").await.status, StatusCode::OK);

    // The first code is used up, and a recovery code gets in.
    let mut next = house.browser();
    assert_eq!(
        type_in(&mut next, &nia.email, PASSWORD).await.location(),
        "/sign-in/code"
    );
    let page = next.get("/sign-in/code").await;
    let seen = next.submit(page.form("main-form").with("code", &code)).await;
    assert_eq!(seen.problems(), ["That code was used already. Wait for the next one."]);
    let page = next.get("/sign-in/recovery").await;
    let seen = next.submit(page.form("main-form").with("code", &recovery[3])).await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER);
    assert!(is_in(&mut next).await);
}

#[tokio::test]
async fn looking_at_a_new_app_leaves_the_codes_that_work_alone() {
    let house = House::serve().await;
    let nia = with_codes(&house, "Nia Evans", &[]).await;
    let mut browser = house.signed_in(&nia).await;
    let page = browser.get("/account/app").await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(
        super::all_the_way(&house, &mut house.browser(), &nia, 0).await.status,
        StatusCode::SEE_OTHER
    );
    // Half an hour later the key on the page is no longer the one that waits.
    house.pass(minutes(31));
    let key = page.by_id("app-key").replace(' ', "");
    let late = browser
        .submit(page.form("main-form").with("code", &code_of(&house, &key, 0)))
        .await;
    assert!(late.location().starts_with("/sign-in/again"), "{}", late.location());
}

#[tokio::test]
async fn somebody_who_has_a_second_factor_proves_it_before_they_add_another() {
    let house = House::serve().await;
    let nia = with_codes(&house, "Nia Evans", &[]).await;
    let mut thief = house.signed_in_by(&nia, store::sign_in::Way::Password).await;
    let token = thief
        .get("/account")
        .await
        .form_to("/sign-out")
        .value("csrf")
        .to_owned();
    for path in ["/account/app", "/account/second", "/account/passkeys"] {
        assert!(thief.get(path).await.location().starts_with("/sign-in/again"), "{path}");
    }
    let asked = thief
        .ask("/account/passkeys/start", &token, &serde_json::json!({}))
        .await;
    assert!(asked.location().starts_with("/sign-in/again"));
    for act in ["/account/codes/new", "/account/app/remove"] {
        let mut form = thief.get("/account").await.form_to("/sign-out");
        act.clone_into(&mut form.action);
        assert_eq!(thief.submit(form).await.location(), "/sign-in/again?next=%2Faccount");
    }
}

#[tokio::test]
async fn new_recovery_codes_end_the_old_ones_and_the_app_can_be_given_up() {
    let house = House::serve().await;
    let nia = with_codes(&house, "Nia Evans", &["ABCDE-12345"]).await;
    let mut browser = house.signed_in(&nia).await;
    let account = browser.get("/account").await;
    assert_eq!(
        browser.submit(account.form_to("/account/codes/new")).await.location(),
        "/account/codes"
    );
    assert_eq!(
        browser.get("/account/codes").await.by_id("codes").split(' ').count(),
        10
    );
    let mut other = house.browser();
    type_in(&mut other, &nia.email, PASSWORD).await;
    let page = other.get("/sign-in/recovery").await;
    let old = other.submit(page.form("main-form").with("code", "ABCDE-12345")).await;
    assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY);
    browser
        .submit(browser.clone().get("/account").await.form_to("/account/app/remove"))
        .await;
    assert!(browser.get("/account").await.says("Not in use"));
    assert_eq!(
        type_in(&mut house.browser(), &nia.email, PASSWORD).await.location(),
        "/account/second?next=%2F"
    );
}
