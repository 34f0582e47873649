//! One press in the demonstration, and nothing of it anywhere else.

use super::is_in;
use crate::support::{House, minutes};
use axum::http::StatusCode;
use domain::role::Role;

#[tokio::test]
async fn one_press_signs_in_as_a_person_of_the_demonstration() {
    let house = House::demo().await;
    let site = house.site("Powys").await;
    let nia = house.staff("Nia Evans", Role::FamilyWorker, site).await;
    let rhys = house.staff("Rhys Price", Role::ProgrammeManager, site).await;
    let mut browser = house.browser();
    let page = browser.get("/cy/sign-in").await;
    assert!(page.says("Nia Evans") && page.says("Rhys Price") && page.says("Powys"));
    let press = page.form_to("/demo/sign-in").with("account", &nia.id.to_string());
    assert_eq!(browser.submit(press).await.location(), "/cy/");
    assert!(browser.get("/account").await.says("Nia Evans"));
    // Another press, from the page that stays open to the signed in, changes who it is.
    let page = browser.get("/sign-in?next=%2Faccount").await;
    let press = page.form_to("/demo/sign-in").with("account", &rhys.id.to_string());
    assert_eq!(browser.submit(press).await.location(), "/account");
    assert!(browser.get("/account").await.says("Rhys Price"));
}

#[tokio::test]
async fn in_the_demonstration_a_press_proves_again_too() {
    let house = House::demo().await;
    let site = house.site("Powys").await;
    let nia = house.staff("Nia Evans", Role::FamilyWorker, site).await;
    let mut browser = house.browser();
    let page = browser.get("/sign-in").await;
    browser
        .submit(page.form_to("/demo/sign-in").with("account", &nia.id.to_string()))
        .await;
    assert_eq!(browser.get("/account/email").await.status, StatusCode::OK);
    house.pass(minutes(11));
    let asked = browser.visit("/account/email").await;
    let proved = browser.submit(asked.form_to("/demo/again")).await;
    assert_eq!(proved.location(), "/account/email");
    assert_eq!(browser.get("/account/email").await.status, StatusCode::OK);
}

#[tokio::test]
async fn nobody_is_signed_in_by_a_press_on_nobody() {
    let house = House::demo().await;
    house.somebody("Nia Evans").await;
    let mut browser = house.browser();
    let form = browser.get("/sign-in").await.form_to("/demo/sign-in");
    for nobody in ["", "nia", "00000000-0000-7000-8000-000000000000"] {
        assert_eq!(
            browser.submit(form.clone().with("account", nobody)).await.status,
            StatusCode::NOT_FOUND
        );
    }
    assert!(!is_in(&mut browser).await);
}

#[tokio::test]
async fn outside_the_demonstration_the_press_is_a_page_that_does_not_exist() {
    let house = House::serve().await;
    let site = house.site("Powys").await;
    let nia = house.staff("Nia Evans", Role::FamilyWorker, site).await;
    let mut browser = house.browser();
    let page = browser.get("/sign-in").await;
    assert!(!page.has_form_to("/demo/") && !page.says("Nia Evans"));
    let mut form = page.form("main-form").with("account", &nia.id.to_string());
    let mut answers = Vec::new();
    for path in ["/demo/sign-in", "/demo/again", "/no/such/page"] {
        path.clone_into(&mut form.action);
        let seen = browser.submit(form.clone()).await;
        let nonce = seen
            .body
            .split("nonce=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .to_owned();
        answers.push((seen.status, seen.body.replace(&nonce, "NONCE").replace(path, "PATH")));
    }
    assert_eq!(answers[0].0, StatusCode::NOT_FOUND);
    assert!(answers.iter().all(|answer| *answer == answers[2]));
    assert!(!is_in(&mut browser).await);
}
