//! Asking: what it opens, for how long, and to whom it says nothing.

use super::Area;
use crate::support::minutes;
use axum::http::StatusCode;
use domain::access::{Action, Actor, Object};
use domain::id::FamilyId;
use domain::role::Role;
use store::sign_in::Way;
use uuid::Uuid;

#[tokio::test]
async fn a_record_opened_in_an_emergency_is_open_for_four_hours_and_no_longer() {
    let area = Area::open().await;
    let mut browser = area.house.signed_in(&area.colleague).await;
    assert_eq!(browser.get(&area.family()).await.status, StatusCode::NOT_FOUND);
    let opened = area.break_glass(&mut browser).await;
    assert_eq!(opened.location(), area.family());
    let page = browser.get(opened.location()).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.says("Hughes"), "{}", page.text());
    area.house.pass(minutes(239));
    assert_eq!(browser.get(&area.family()).await.status, StatusCode::OK);
    area.house.pass(minutes(1));
    assert_eq!(browser.get(&area.family()).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn it_opens_no_protected_address_and_nothing_to_somebody_a_person_is_protected_from() {
    let area = Area::open().await;
    let address = area.address().await;
    let mut browser = area.house.signed_in(&area.colleague).await;
    area.break_glass(&mut browser).await;
    assert_eq!(browser.get(&area.family()).await.status, StatusCode::OK);
    let page = browser.get(&area.family()).await;
    assert!(!page.says("1 Hidden Lane"), "{}", page.text());
    assert_eq!(
        browser.get(&format!("/addresses/{address}")).await.status,
        StatusCode::NOT_FOUND
    );

    let (family, from, worker) = (area.made.family, area.colleague.id, area.worker.id);
    let entered = store::sign_in::start(&area.house.store, worker, Way::Passkey, "a test")
        .await
        .unwrap();
    let actor = Actor::Account {
        id: worker,
        sign_in: entered.id,
    };
    let permit = area
        .house
        .store
        .permit(&actor, Action::OpenFamily, Object::Family(family))
        .await
        .unwrap();
    let protect = area.house.store.write(permit, move |tx| {
        let person = store::family::people(tx, family)?[0].id;
        store::account::standing::protect(tx, family, person, from)
    });
    protect.await.unwrap();
    assert_eq!(browser.get(&area.family()).await.status, StatusCode::NOT_FOUND);
    let refused = browser.get(&format!("{}/break-glass", area.family())).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn without_a_kind_and_a_reason_nothing_opens_and_what_was_typed_stays() {
    let area = Area::open().await;
    let mut browser = area.house.signed_in(&area.colleague).await;
    let page = browser.get(&format!("{}/break-glass", area.family())).await;
    assert!(
        page.says("four hours") && page.says("The safeguarding lead is told at once"),
        "{}",
        page.text()
    );
    assert!(
        !page.says("Hughes"),
        "the form says nothing of the family: {}",
        page.text()
    );
    let sent = browser.submit(page.form("main-form").with("reason", "   ")).await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        sent.problems(),
        ["Choose the kind of emergency", "Write why you need it"]
    );
    let sent = browser
        .submit(
            page.form("main-form")
                .with("code", "gossip")
                .with("reason", "They are neighbours."),
        )
        .await;
    assert_eq!(sent.problems(), ["Choose the kind of emergency"]);
    assert_eq!(sent.form("main-form").value("reason"), "They are neighbours.");
    assert_eq!(browser.get(&area.family()).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_same_form_sent_twice_is_one_emergency() {
    let area = Area::open().await;
    let mut browser = area.house.signed_in(&area.colleague).await;
    let page = browser.get(&format!("{}/break-glass", area.family())).await;
    let form = page
        .form("main-form")
        .with("code", "court")
        .with("reason", "The court sits today.");
    for _ in 0..2 {
        assert_eq!(browser.submit(form.clone()).await.location(), area.family());
    }
    let waiting = store::waiting::of_account(&area.house.store, area.lead.id).await;
    assert_eq!(waiting.unwrap().openings, 1);
}

#[tokio::test]
async fn asking_by_reference_tells_a_stranger_nothing_of_whether_there_is_such_a_family() {
    let area = Area::open().await;
    let elsewhere = area.house.site("Gwynedd").await;
    let stranger = area.house.staff("Una Elsewhere", Role::FamilyWorker, elsewhere).await;
    let made_up = domain::reference::Reference::new(domain::reference::Kind::Referral, 7).to_string();
    let mut browser = area.house.signed_in(&stranger).await;
    let page = browser.get("/break-glass/ask").await;
    let form = page
        .form("main-form")
        .with("code", "danger")
        .with("reason", "Somebody may be hurt.");
    let real = browser
        .submit(form.clone().with("reference", &area.made.reference))
        .await;
    let none = browser
        .submit(form.clone().with("reference", &made_up).with("once", "another"))
        .await;
    assert_eq!(real.status, StatusCode::NOT_FOUND);
    assert_eq!(
        (real.status, real.text(), real.title()),
        (none.status, none.text(), none.title())
    );
    let wrong = browser.submit(form.clone().with("reference", "F-1234")).await;
    assert_eq!(wrong.problems(), ["Enter the reference of the record"]);
    let random = FamilyId::from_uuid(Uuid::from_bytes(seal::random()));
    let (real, none) = (
        browser.get(&format!("{}/break-glass", area.family())).await,
        browser.get(&format!("/families/{random}/break-glass")).await,
    );
    assert_eq!((real.status, real.text()), (none.status, none.text()));

    // Somebody of the area opens it by the same form.
    let mut browser = area.house.signed_in(&area.colleague).await;
    let page = browser.get("/break-glass/ask").await;
    let form = page
        .form("main-form")
        .with("code", "danger")
        .with("reason", "Somebody may be hurt.");
    let opened = browser
        .submit(form.with("reference", &area.made.reference.to_lowercase()))
        .await;
    assert_eq!(opened.location(), area.family(), "{:?}", opened.problems());
}

#[tokio::test]
async fn families_carers_and_administrators_open_nothing_this_way() {
    let area = Area::open().await;
    let carer = area.house.staff("Cal Carer", Role::Carer, area.site).await;
    let administrator = area.house.somebody("Ann Administrator").await;
    area.house.give(&administrator, Role::Administrator, None).await;
    let parent = area.house.member("Rhys Hughes").await;
    for who in [&carer, &administrator, &parent] {
        let mut browser = area.house.signed_in(who).await;
        let page = browser.get(&format!("{}/break-glass", area.family())).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{}", who.name);
        assert_eq!(
            browser.get("/break-glass").await.status,
            StatusCode::NOT_FOUND,
            "{}",
            who.name
        );
    }
    let mut browser = area.house.signed_in(&parent).await;
    assert_eq!(browser.get("/break-glass/ask").await.status, StatusCode::NOT_FOUND);
}
