//! Roles: proposed by one person, confirmed by another, ended.

use super::{Office, act};
use crate::support::{hours, minutes};
use axum::http::StatusCode;
use domain::role::Role;

#[tokio::test]
async fn a_role_counts_only_once_a_second_person_has_confirmed_it() {
    let office = Office::open().await;
    let grant = office.proposed(&office.ann, Role::ProgrammeManager).await;
    let mut nia = office.house.signed_in(&office.new).await;
    assert_eq!(nia.get("/referrals").await.status, StatusCode::NOT_FOUND);

    // Not by the one who proposed it, not by the one it is for.
    let mut ann = office.house.signed_in(&office.ann).await;
    let page = ann.get(&format!("/roles/{grant}")).await;
    assert!(page.says("You proposed this yourself"), "{}", page.text());
    assert!(!page.body.contains("decide-form"));
    assert_eq!(act(&mut ann, grant, "confirm").await.status, StatusCode::NOT_FOUND);
    assert_eq!(act(&mut nia, grant, "confirm").await.status, StatusCode::NOT_FOUND);
    assert_eq!(office.newest().await.1, "proposed");

    let mut bob = office.house.signed_in(&office.bob).await;
    let page = bob.get(&format!("/roles/{grant}")).await;
    assert!(
        page.says("Joins the team in December."),
        "the second person reads why: {}",
        page.text()
    );
    let form = page.form("decide-form").with("act", "confirm");
    let confirmed = bob.submit(form).await;
    assert_eq!(
        confirmed.location(),
        format!("/people/{}?said=account-confirmed", office.new.id)
    );
    assert_eq!(office.newest().await.1, "held");
    assert_eq!(nia.get("/referrals").await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_administrator_cannot_confirm_a_role_of_their_own_that_another_proposed() {
    let office = Office::open().await;
    let bob = office.bob.clone();
    let mut ann = office.house.signed_in(&office.ann).await;
    let page = ann.get(&format!("/people/{}/roles/new", bob.id)).await;
    let form = page
        .form("main-form")
        .with("role", "auditor")
        .with("site", "all")
        .with("reason", "Looks after data.");
    assert_eq!(ann.submit(form).await.status, StatusCode::SEE_OTHER);
    let id = bob.id;
    let roles = office
        .house
        .console(move |tx| store::account::role::of_account(tx, id))
        .await;
    let grant = roles
        .iter()
        .find(|held| held.role == Role::Auditor)
        .expect("it was proposed")
        .id;
    let mut browser = office.house.signed_in(&bob).await;
    let page = browser.get(&format!("/roles/{grant}")).await;
    assert!(page.says("You cannot confirm a role of your own."), "{}", page.text());
    assert_eq!(act(&mut browser, grant, "confirm").await.status, StatusCode::NOT_FOUND);
    assert_eq!(act(&mut browser, grant, "refuse").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_refused_role_never_counts_and_can_be_proposed_again() {
    let office = Office::open().await;
    let grant = office.proposed(&office.ann, Role::FamilyWorker).await;
    let mut bob = office.house.signed_in(&office.bob).await;
    assert_eq!(act(&mut bob, grant, "refuse").await.status, StatusCode::SEE_OTHER);
    assert_eq!(office.newest().await.1, "declined");
    assert_eq!(act(&mut bob, grant, "confirm").await.status, StatusCode::CONFLICT);
    office.house.pass(minutes(1));
    let again = office.proposed(&office.ann, Role::FamilyWorker).await;
    assert_ne!(again, grant);
}

#[tokio::test]
async fn a_role_that_should_count_later_counts_from_that_day() {
    let office = Office::open().await;
    let mut ann = office.house.signed_in(&office.ann).await;
    let form = office
        .proposal(&mut ann, Role::ProgrammeManager, &office.site.to_string())
        .await;
    let form = form
        .with("from_day", "24")
        .with("from_month", "November")
        .with("from_year", "2026");
    assert_eq!(ann.submit(form).await.status, StatusCode::SEE_OTHER);
    let mut bob = office.house.signed_in(&office.bob).await;
    assert_eq!(
        act(&mut bob, office.newest().await.0, "confirm").await.status,
        StatusCode::SEE_OTHER
    );
    for (passed, status) in [
        (0, StatusCode::NOT_FOUND),
        (48, StatusCode::NOT_FOUND),
        (24, StatusCode::OK),
    ] {
        office.house.pass(hours(passed));
        let mut nia = office.house.signed_in(&office.new).await;
        assert_eq!(nia.get("/referrals").await.status, status);
    }
}

#[tokio::test]
async fn giving_and_ending_a_role_ask_to_prove_again_and_keep_what_was_typed() {
    let office = Office::open().await;
    let mut ann = office.house.signed_in(&office.ann).await;
    let form = office
        .proposal(&mut ann, Role::FamilyWorker, &office.site.to_string())
        .await;
    office.house.pass(minutes(11));
    let sent = ann.submit(form).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert!(
        sent.location().starts_with("/sign-in/again?next="),
        "{}",
        sent.location()
    );
    let asked = ann.get(&format!("/people/{}/roles/new", office.new.id)).await;
    assert!(
        asked.location().starts_with("/sign-in/again?next="),
        "{}",
        asked.location()
    );

    // Proved again: the words are there.
    let mut ann = office.house.signed_in(&office.ann).await;
    let page = ann.get(&format!("/people/{}/roles/new", office.new.id)).await;
    let form = page.form("main-form");
    assert_eq!(form.value("reason"), "Joins the team in December.");
    assert_eq!(form.value("role"), "family_worker");
    assert_eq!(ann.submit(form).await.status, StatusCode::SEE_OTHER);

    let grant = office.newest().await.0;
    let mut bob = office.house.signed_in(&office.bob).await;
    office.house.pass(minutes(11));
    let sent = act(&mut bob, grant, "confirm").await;
    assert_eq!(sent.location(), format!("/sign-in/again?next=%2Froles%2F{grant}"));
    assert_eq!(office.newest().await.1, "proposed");
    let mut bob = office.house.signed_in(&office.bob).await;
    assert_eq!(act(&mut bob, grant, "confirm").await.status, StatusCode::SEE_OTHER);
    office.house.pass(minutes(11));
    assert!(
        act(&mut bob, grant, "end")
            .await
            .location()
            .starts_with("/sign-in/again")
    );
    assert_eq!(office.newest().await.1, "held");
}

#[tokio::test]
async fn a_proposal_is_told_everything_that_is_wrong_at_once_and_loses_nothing() {
    let office = Office::open().await;
    let mut ann = office.house.signed_in(&office.ann).await;
    let page = ann.get(&format!("/people/{}/roles/new", office.new.id)).await;
    let form = page
        .form("main-form")
        .with("from_day", "31")
        .with("from_month", "2")
        .with("from_year", "2027");
    let sent = ann.submit(form).await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
    let problems = [
        "Choose a role",
        "Choose a programme area",
        "Enter a real date",
        "Write why they need the role",
    ];
    assert_eq!(sent.problems(), problems);
    assert!(sent.title().starts_with("Error: "), "{}", sent.title());
    assert_eq!(sent.form("main-form").value("from_day"), "31");

    // A programme manager works in an area; nobody is one everywhere.
    let form = office.proposal(&mut ann, Role::ProgrammeManager, "all").await;
    assert_eq!(ann.submit(form).await.problems(), ["Choose a programme area"]);
    let form = office
        .proposal(&mut ann, Role::FamilyWorker, &office.site.to_string())
        .await;
    assert_eq!(ann.submit(form.clone()).await.status, StatusCode::SEE_OTHER);
    // The same form once more leads to where it led; another one is told.
    assert_eq!(
        ann.submit(form).await.location(),
        format!("/people/{}?said=account-proposed", office.new.id)
    );
    let form = office
        .proposal(&mut ann, Role::FamilyWorker, &office.site.to_string())
        .await;
    assert_eq!(ann.submit(form).await.problems(), ["This role is proposed already"]);
}

#[tokio::test]
async fn the_administrator_of_one_area_proposes_no_role_in_another_or_everywhere() {
    let office = Office::open().await;
    let other = office.house.site("Gwynedd").await;
    let local = office.house.staff("Lee Local", Role::Administrator, office.site).await;
    office.house.give(&office.new, Role::Carer, Some(office.site)).await;
    let mut browser = office.house.signed_in(&local).await;
    for site in [other.to_string(), "all".to_owned()] {
        let form = office.proposal(&mut browser, Role::Auditor, &site).await;
        assert_eq!(
            browser.submit(form).await.problems(),
            ["Choose a programme area"],
            "{site}"
        );
    }
    let form = office
        .proposal(&mut browser, Role::Auditor, &office.site.to_string())
        .await;
    assert_eq!(browser.submit(form).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn ending_a_role_closes_its_pages_the_same_minute() {
    let office = Office::open().await;
    let grant = office.proposed(&office.ann, Role::ProgrammeManager).await;
    let mut bob = office.house.signed_in(&office.bob).await;
    act(&mut bob, grant, "confirm").await;
    let mut nia = office.house.signed_in(&office.new).await;
    assert_eq!(nia.get("/referrals").await.status, StatusCode::OK);
    assert_eq!(act(&mut bob, grant, "end").await.status, StatusCode::SEE_OTHER);
    assert!(
        nia.get("/referrals").await.location().starts_with("/sign-in"),
        "the sign-in ended with the role"
    );
    let mut nia = office.house.signed_in(&office.new).await;
    assert_eq!(nia.get("/referrals").await.status, StatusCode::NOT_FOUND);
}
