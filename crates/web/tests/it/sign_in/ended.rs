//! A sign-in that ends while somebody types: their words wait for them, and for nobody else.

use super::{is_in, type_at};
use crate::support::{House, PASSWORD, hours};
use axum::http::StatusCode;

#[tokio::test]
async fn what_was_sent_after_the_sign_in_ended_comes_back_to_the_same_person_only() {
    let house = House::serve().await;
    let nia = super::with_codes(&house, "Nia Evans", &["ABCDE-12345"]).await;
    let other = house.somebody("Somebody Else").await;
    let mut browser = house.signed_in(&nia).await;
    let typed = browser
        .get("/account/email")
        .await
        .form("main-form")
        .with("email", "nia.newydd@example.org");
    house.pass(hours(12));
    let ended = browser.submit(typed).await;
    assert_eq!(ended.location(), "/sign-in?next=%2Faccount%2Femail");
    let page = browser.get(ended.location()).await;
    assert!(page.says("your words are kept"), "{}", page.text());

    let mut stranger = house.signed_in(&other).await;
    stranger.get("/account/second").await;
    let half = type_at(&mut browser, ended.location(), &nia.email, PASSWORD).await;
    assert_eq!(half.location(), "/sign-in/code?next=%2Faccount%2Femail");
    let page = browser.get("/sign-in/recovery?next=%2Faccount%2Femail").await;
    let back = browser.submit(page.form("main-form").with("code", "ABCDE-12345")).await;
    assert_eq!(back.location(), "/account/email?said=site-restored");
    let page = browser.get(back.location()).await;
    assert_eq!(page.form("main-form").value("email"), "nia.newydd@example.org");

    let mut stranger = house
        .signed_in(&super::with_codes(&house, "Third Person", &[]).await)
        .await;
    let page = stranger.get("/account/email").await;
    assert_eq!(page.form("main-form").value("email"), "third.person@example.org");
    assert!(!page.body.contains("newydd"));

    // Once it is stored, the words are not kept any more.
    let form = browser.get("/account/email").await.form("main-form");
    assert_eq!(
        browser.submit(form).await.location(),
        "/account?said=sign-in-account-email-saved"
    );
    assert!(browser.get("/account").await.says("nia.newydd@example.org"));
    let fresh = browser.get("/account/email").await;
    assert_eq!(fresh.form("main-form").value("email"), "nia.newydd@example.org");
}

#[tokio::test]
async fn a_password_sent_after_the_sign_in_ended_is_not_kept_anywhere() {
    let house = House::serve().await;
    let nia = super::with_codes(&house, "Nia Evans", &[]).await;
    let mut browser = house.signed_in(&nia).await;
    let page = browser.get("/account/password").await;
    let form = page
        .form("main-form")
        .with("password_now", PASSWORD)
        .with("password_new", "three other words");
    house.pass(hours(12));
    assert_eq!(browser.submit(form).await.status, StatusCode::SEE_OTHER);
    let id = nia.id;
    let kept = house
        .console(move |tx| store::draft::find(tx, id, "/account/password"))
        .await;
    assert_eq!(kept, None);
}

#[tokio::test]
async fn signing_in_again_works_from_the_page_of_a_browser_whose_sign_in_ended() {
    let house = House::serve().await;
    let gwen = house.member("Gwen Parry").await;
    house.give_password(&gwen).await;
    let mut browser = house.signed_in(&gwen).await;
    house.pass(hours(24 * 30));
    let seen = type_at(&mut browser, "/sign-in?next=%2Faccount", &gwen.email, PASSWORD).await;
    assert_eq!(seen.location(), "/account");
    assert!(is_in(&mut browser).await);
}

#[tokio::test]
async fn a_sign_in_that_was_ended_from_elsewhere_is_refused_at_once() {
    let house = House::serve().await;
    let gwen = house.member("Gwen Parry").await;
    let mut here = house.signed_in(&gwen).await;
    let mut there = house.signed_in(&gwen).await;
    let mut third = house.signed_in(&gwen).await;
    let list = here.get("/account").await;
    assert!(list.says("This one"));
    let ended = here.submit(list.form_to("/account/sign-ins/0")).await;
    assert_eq!(ended.location(), "/account?said=sign-in-list-ended");
    let still = [is_in(&mut there).await, is_in(&mut third).await];
    assert_eq!(still.iter().filter(|in_still| **in_still).count(), 1);
    let list = here.get("/account").await;
    here.submit(list.form_to("/end-others")).await;
    assert!(!is_in(&mut there).await && !is_in(&mut third).await);
    assert!(is_in(&mut here).await);
    assert!(!here.get("/account").await.has_form_to("/end-others"));
}

#[tokio::test]
async fn nobody_ends_the_sign_in_of_somebody_else() {
    let house = House::serve().await;
    let (gwen, nia) = (house.member("Gwen Parry").await, house.member("Nia Evans").await);
    let entered = store::sign_in::start(&house.store, gwen.id, store::sign_in::Way::Passkey, "x")
        .await
        .unwrap();
    let mut hers = house.browser();
    hers.keep_secret(&entered.secret);
    let mut other = house.signed_in(&nia).await;
    let mut form = other.get("/account").await.form_to("/sign-out");
    form.action = format!("/account/sign-ins/{}/end", entered.id);
    assert_eq!(other.submit(form).await.location(), "/account?said=sign-in-list-ended");
    assert!(is_in(&mut hers).await);
}
