//! Changing what one's own account says, and the tokens one makes.

use super::{type_in, with_codes};
use crate::support::{House, PASSWORD, minutes};
use axum::http::StatusCode;

#[tokio::test]
async fn an_address_that_is_none_or_is_taken_is_named_and_what_was_typed_stays() {
    let house = House::serve().await;
    let nia = with_codes(&house, "Nia Evans", &[]).await;
    let other = house.somebody("Rhys Price").await;
    let mut browser = house.signed_in(&nia).await;
    let page = browser.get("/account/email").await;
    for (typed, problem) in [
        (
            "not an address",
            "Enter an email address in the right form, such as name@example.org",
        ),
        (
            other.email.to_uppercase().as_str(),
            "Choose another address: this one cannot be used",
        ),
    ] {
        let seen = browser.submit(page.form("main-form").with("email", typed)).await;
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(seen.problems().len(), 1, "{problem}");
        assert_eq!(seen.form("main-form").value("email"), typed);
    }
    browser
        .submit(page.form("main-form").with("email", "nia@newydd.example.org"))
        .await;
    assert_eq!(
        type_in(&mut house.browser(), "nia@newydd.example.org", PASSWORD)
            .await
            .location(),
        "/sign-in/code"
    );
    assert_eq!(
        type_in(&mut house.browser(), &nia.email, PASSWORD).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
}

#[tokio::test]
async fn the_language_toggle_of_a_form_keeps_what_was_typed() {
    let house = House::serve().await;
    let nia = with_codes(&house, "Nia Evans", &[]).await;
    let mut browser = house.signed_in(&nia).await;
    let form = browser
        .get("/account/email")
        .await
        .form("main-form")
        .with("email", "half@typ");
    let seen = browser.submit(form.with("switch_language", "cy")).await;
    assert_eq!(seen.location(), "/cy/account/email");
    let page = browser.get(seen.location()).await;
    assert_eq!(page.form("main-form").value("email"), "half@typ");
    assert_eq!(page.heading(), "Newid y cyfeiriad e-bost");
}

#[tokio::test]
async fn what_was_typed_waits_while_somebody_proves_again() {
    let house = House::serve().await;
    let nia = with_codes(&house, "Nia Evans", &[]).await;
    let mut browser = house.signed_in(&nia).await;
    let form = browser
        .get("/account/email")
        .await
        .form("main-form")
        .with("email", "nia@newydd.example.org");
    house.pass(minutes(11));
    let asked = browser.submit(form).await;
    assert_eq!(asked.location(), "/sign-in/again?next=%2Faccount%2Femail");
    let page = browser.get(asked.location()).await;
    let form = page
        .form("main-form")
        .with("password", PASSWORD)
        .with("code", &super::code_of(&house, super::KEY, 0));
    let proved = browser.submit(form).await;
    assert_eq!(proved.location(), "/account/email?said=site-restored");
    assert_eq!(
        browser.get(proved.location()).await.form("main-form").value("email"),
        "nia@newydd.example.org"
    );
}

#[tokio::test]
async fn the_language_one_chose_is_where_one_lands() {
    let house = House::serve().await;
    let nia = with_codes(&house, "Nia Evans", &[]).await;
    let mut browser = house.signed_in(&nia).await;
    let page = browser.get("/account/language").await;
    assert_eq!(page.form("main-form").value("language"), "en");
    let seen = browser.submit(page.form("main-form").with("language", "cy")).await;
    assert_eq!(seen.location(), "/cy/account?said=sign-in-account-language-saved");
    let seen = super::all_the_way(&house, &mut house.browser(), &nia, 0).await;
    assert_eq!(seen.location(), "/cy/");
    let wrong = browser.submit(page.form("main-form").with("language", "fr")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_new_password_needs_the_one_of_now_and_ends_every_other_sign_in_and_token() {
    let house = House::serve().await;
    let nia = with_codes(&house, "Nia Evans", &[]).await;
    let mut browser = house.signed_in(&nia).await;
    let mut other = house.signed_in(&nia).await;
    let page = other.get("/account/tokens").await;
    other.submit(page.form("main-form").with("name", "Our system")).await;
    let page = browser.get("/account/password").await;
    let form = page.form("main-form").with("password_new", "three other words");
    let wrong = browser
        .submit(form.clone().with("password_now", "not this one, no"))
        .await;
    assert_eq!(
        (wrong.status, wrong.problems().len()),
        (StatusCode::UNPROCESSABLE_ENTITY, 1)
    );
    let both = browser
        .submit(
            page.form("main-form")
                .with("password_now", "")
                .with("password_new", "short"),
        )
        .await;
    assert_eq!(both.problems().len(), 2);
    assert!(super::is_in(&mut other).await);
    let done = browser.submit(form.with("password_now", PASSWORD)).await;
    assert_eq!(done.location(), "/account?said=sign-in-account-password-changed");
    let account = browser.get(done.location()).await;
    assert!(account.says("The password is changed.") && account.says("No tokens"));
    assert!(!super::is_in(&mut other).await);
    assert_eq!(
        type_in(&mut house.browser(), &nia.email, "three other words")
            .await
            .location(),
        "/sign-in/code"
    );
}

#[tokio::test]
async fn a_token_is_shown_once_made_once_and_ended() {
    let house = House::serve().await;
    let nia = with_codes(&house, "Nia Evans", &[]).await;
    let mut browser = house.signed_in(&nia).await;
    let page = browser.get("/account/tokens").await;
    assert_eq!(
        browser.submit(page.form("main-form")).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let form = page.form("main-form").with("name", "Our own system");
    for _ in 0..2 {
        assert_eq!(browser.submit(form.clone()).await.location(), "/account/tokens/made");
    }
    let secret = browser.get("/account/tokens/made").await.by_id("token");
    assert!(secret.starts_with("susd_p_"), "{secret}");
    assert!(store::token::find(&house.store, &secret).await.unwrap().is_some());
    let account = browser.get("/account").await;
    assert_eq!(
        account.text().matches("Our own system").count(),
        2,
        "the name, and the button that names it"
    );
    assert!(!account.body.contains(&secret));
    browser.submit(account.form_to("/account/tokens/")).await;
    assert!(store::token::find(&house.store, &secret).await.unwrap().is_none());
    house.pass(minutes(11));
    assert_eq!(browser.get("/account/tokens/made").await.location(), "/account");
    assert_eq!(
        browser.get("/account/tokens").await.location(),
        "/sign-in/again?next=%2Faccount%2Ftokens"
    );
}
