//! Reviewing: who is told, what they see, and that nobody reviews their own.

use super::{Area, CANARY};
use crate::support::{Somebody, hours};
use axum::http::StatusCode;
use domain::role::Role;

#[tokio::test]
async fn those_who_review_it_are_told_at_once_and_until_somebody_has() {
    let area = Area::open().await;
    let elsewhere = area.house.site("Gwynedd").await;
    let other_lead = area.house.staff("Other Lead", Role::SafeguardingLead, elsewhere).await;
    let auditor = area.house.somebody("Olu Auditor").await;
    area.house.give(&auditor, Role::Auditor, None).await;
    let told = async |who: &Somebody| {
        let waiting = store::waiting::of_account(&area.house.store, who.id).await;
        waiting.unwrap().openings
    };
    assert_eq!(told(&area.lead).await, 0);
    area.break_glass(&mut area.house.signed_in(&area.colleague).await).await;
    assert_eq!((told(&area.lead).await, told(&auditor).await), (1, 1));
    assert_eq!((told(&other_lead).await, told(&area.colleague).await), (0, 0));

    // One's own is not for oneself to review.
    area.break_glass(&mut area.house.signed_in(&area.lead).await).await;
    assert_eq!((told(&area.lead).await, told(&auditor).await), (1, 2));

    let mut browser = area.house.signed_in(&auditor).await;
    let page = browser.get(&format!("/break-glass/{}", area.newest().await)).await;
    let sent = browser
        .submit(page.form("main-form").with("finding", "justified"))
        .await;
    assert_eq!(
        sent.location(),
        "/break-glass?said=break-glass-reviewed",
        "{:?}",
        sent.problems()
    );
    assert_eq!(told(&auditor).await, 1);
}

#[tokio::test]
async fn a_second_person_reviews_what_was_opened_and_nobody_their_own() {
    let area = Area::open().await;
    let mut colleague = area.house.signed_in(&area.colleague).await;
    area.break_glass(&mut colleague).await;
    colleague.get(&area.family()).await;
    let id = area.newest().await;
    let mut lead = area.house.signed_in(&area.lead).await;
    let page = lead.get(&format!("/break-glass/{id}")).await;
    assert!(page.says("A child rang from the road."), "{}", page.text());
    assert!(
        page.says("Cai Colleague") && page.says("Opened the family’s page"),
        "{}",
        page.text()
    );
    assert!(
        !page.says("Hughes") && !page.says(CANARY),
        "the review shows no content: {}",
        page.text()
    );
    assert_eq!(
        colleague.get(&format!("/break-glass/{id}")).await.status,
        StatusCode::NOT_FOUND
    );

    let empty = lead.submit(page.form("main-form")).await;
    assert_eq!(
        (empty.status, empty.problems()),
        (
            StatusCode::UNPROCESSABLE_ENTITY,
            vec!["Choose whether it was right".to_owned()],
        )
    );
    let wrong = lead
        .submit(page.form("main-form").with("finding", "not_justified"))
        .await;
    assert_eq!(wrong.problems(), ["Write what you found"]);
    let form = page
        .form("main-form")
        .with("finding", "not_justified")
        .with("note", "Nobody rang. Spoken to.");
    assert_eq!(lead.submit(form).await.status, StatusCode::SEE_OTHER);
    let list = lead.get("/break-glass?state=reviewed").await;
    assert!(list.says("Reviewed by Sal Lead"), "{}", list.text());
}

#[tokio::test]
async fn a_reviewer_cannot_review_their_own_emergency_access() {
    let area = Area::open().await;
    let mut lead = area.house.signed_in(&area.lead).await;
    area.break_glass(&mut lead).await;
    let list = lead.get("/break-glass").await;
    assert!(list.says("You asked for this yourself."), "{}", list.text());
    assert!(!list.body.contains("href=\"/break-glass/0"), "their own is no link");
    let auditor = area.house.somebody("Olu Auditor").await;
    area.house.give(&auditor, Role::Auditor, None).await;
    let mut browser = area.house.signed_in(&auditor).await;
    let list = browser.get("/break-glass").await;
    let (_, after) = list
        .body
        .split_once("href=\"/break-glass/0")
        .expect("an auditor can review it");
    let path = format!("/break-glass/0{}", after.split('"').next().unwrap());
    let form = browser.get(&path).await.form("main-form").with("finding", "justified");
    let csrf = lead
        .get("/break-glass/ask")
        .await
        .form("main-form")
        .value("csrf")
        .to_owned();
    let own = lead.submit(form.clone().with("csrf", &csrf)).await;
    assert_eq!(own.status, StatusCode::NOT_FOUND);
    assert_eq!(browser.submit(form).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn of_two_reviews_the_first_stands_and_the_second_loses_no_words() {
    let area = Area::open().await;
    let second = area.house.staff("Tom Lead", Role::SafeguardingLead, area.site).await;
    area.break_glass(&mut area.house.signed_in(&area.colleague).await).await;
    let path = format!("/break-glass/{}", area.newest().await);
    let (mut one, mut two) = (
        area.house.signed_in(&area.lead).await,
        area.house.signed_in(&second).await,
    );
    let (first, later) = (
        one.get(&path).await.form("main-form"),
        two.get(&path).await.form("main-form"),
    );
    assert_eq!(
        one.submit(first.with("finding", "justified")).await.status,
        StatusCode::SEE_OTHER
    );
    let came = two
        .submit(later.with("finding", "not_justified").with("note", "I saw no danger."))
        .await;
    assert_eq!(came.status, StatusCode::CONFLICT);
    assert!(
        came.says("Reviewed by Sal Lead") && came.says("I saw no danger."),
        "{}",
        came.text()
    );
    assert!(came.says("It was right to open it"), "{}", came.text());
}

#[tokio::test]
async fn the_list_shows_what_is_open_now_apart_from_what_has_ended() {
    let area = Area::open().await;
    area.break_glass(&mut area.house.signed_in(&area.colleague).await).await;
    let mut lead = area.house.signed_in(&area.lead).await;
    assert!(lead.get("/break-glass?state=open").await.says("Open until 4pm"));
    area.house.pass(hours(4));
    let mut lead_later = area.house.signed_in(&area.lead).await;
    assert!(
        lead_later
            .get("/break-glass?state=open")
            .await
            .says("No record was opened in an emergency.")
    );
    assert!(lead_later.get("/break-glass").await.says("To be reviewed"));
    let list = lead_later.get("/break-glass?state=all").await;
    assert!(list.says("Cai Colleague") && !list.says("Hughes"), "{}", list.text());
}
