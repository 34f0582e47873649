//! What one has done oneself, as everybody reads it of themselves.

use crate::journal::{Area, rows};
use crate::support::{Browser, hours, minutes};
use axum::http::StatusCode;
use domain::id::FamilyId;
use domain::role::Role;
use uuid::Uuid;

async fn acts(browser: &mut Browser) -> String {
    let page = browser.get("/account/acts").await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    rows(&page.body).join("\n")
}

#[tokio::test]
async fn everybody_sees_their_own_acts_and_nobody_elses() {
    let area = Area::open().await;
    let mut worker = area.house.signed_in(&area.worker).await;
    worker.get(&format!("/families/{}", area.made.family)).await;
    let own = acts(&mut worker).await;
    assert!(
        own.contains("Referred") && own.contains("Opened the family’s page"),
        "{own}"
    );
    assert!(
        !own.contains("Hughes") && !own.contains("F-"),
        "kinds of record only: {own}"
    );
    let mut auditor = area.house.signed_in(&area.auditor).await;
    let other = acts(&mut auditor).await;
    assert!(!other.contains("Opened the family’s page"), "{other}");
    let mut nobody = area.house.browser();
    assert!(nobody.get("/account/acts").await.location().starts_with("/sign-in"));
}

#[tokio::test]
async fn ones_own_acts_say_the_same_of_a_family_that_is_there_and_one_that_is_not() {
    let area = Area::open().await;
    let elsewhere = area.house.site("Gwynedd").await;
    let (one, two) = (
        area.house.staff("Una One", Role::FamilyWorker, elsewhere).await,
        area.house.staff("Tudur Two", Role::FamilyWorker, elsewhere).await,
    );
    let made_up = FamilyId::from_uuid(Uuid::from_bytes(seal::random()));
    let mut said = Vec::new();
    for (who, family) in [(&one, area.made.family), (&two, made_up)] {
        let mut browser = area.house.signed_in(who).await;
        browser.get(&format!("/families/{family}")).await;
        browser.get(&format!("/families/{family}/break-glass")).await;
        said.push(acts(&mut browser).await);
    }
    assert!(said[0].contains("Refused"), "{}", said[0]);
    assert_eq!(said[0], said[1]);
}

#[tokio::test]
async fn the_pages_of_ones_own_acts_hold_every_act_once() {
    let area = Area::open().await;
    let mut worker = area.house.signed_in(&area.worker).await;
    for _ in 0..60 {
        area.house.pass(minutes(2));
        worker.get(&format!("/families/{}", area.made.family)).await;
    }
    area.house.pass(hours(1));
    let mut worker = area.house.signed_in(&area.worker).await;
    let mut path = "/account/acts".to_owned();
    let mut openings = 0;
    for _ in 0..5 {
        let page = worker.get(&path).await;
        openings += rows(&page.body)
            .iter()
            .filter(|row| row.contains("Opened the family’s page"))
            .count();
        let Some((before, _)) = page.body.split_once("\">Next page") else {
            break;
        };
        path = before
            .rsplit_once("href=\"")
            .expect("a link has an address")
            .1
            .to_owned();
    }
    assert_eq!(openings, 60);
}
