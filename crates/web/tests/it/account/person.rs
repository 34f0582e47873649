//! Accounts: inviting somebody, reaching them, ending their sign-ins, and who may see any of it.

use super::Office;
use crate::support::minutes;
use axum::http::StatusCode;
use domain::id::{AccountId, GrantId};
use domain::role::Role;
use store::sign_in::Way;
use uuid::Uuid;

#[tokio::test]
async fn an_invitation_shows_its_link_once_and_makes_one_account() {
    let office = Office::open().await;
    let mut ann = office.house.signed_in(&office.ann).await;
    let page = ann.get("/people/new").await;
    let empty = ann.submit(page.form("main-form")).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        empty.problems(),
        ["Enter the person’s name", "Enter an email address", "Choose one"]
    );

    let form = empty
        .form("main-form")
        .with("name", "Siân O’Neill")
        .with("email", "sian@example.org");
    let form = form.with("language", "cy");
    let made = ann.submit(form.clone()).await;
    assert_eq!(made.status, StatusCode::OK, "{:?}", made.problems());
    assert!(made.says("Give this link to Siân O’Neill yourself"), "{}", made.text());
    let text = made.text();
    let link = text
        .split_whitespace()
        .find(|word| word.starts_with("https://susd.example/"))
        .expect("a link is shown");
    let path = link.strip_prefix("https://susd.example").expect("it is ours");
    assert_eq!(office.house.browser().visit(path).await.status, StatusCode::OK);

    assert_eq!(ann.submit(form.clone()).await.location(), "/people");
    let again = ann.submit(form.with("once", "another")).await;
    assert_eq!(again.problems(), ["An account has this email address already"]);
    let people = ann.get("/people").await;
    assert_eq!(people.text().matches("Siân O’Neill").count(), 1);
    assert!(!people.body.contains("token="), "the list shows no link");
}

#[tokio::test]
async fn a_new_link_is_made_only_where_it_opens_nothing_to_whoever_makes_it() {
    let office = Office::open().await;
    let mut ann = office.house.signed_in(&office.ann).await;
    let page = ann.get(&format!("/people/{}/link", office.new.id)).await;
    let made = ann.submit(page.form("main-form")).await;
    assert!(made.says("It works once"), "{}", made.text());
    office.house.give_password(&office.new).await;
    let page = ann.get(&format!("/people/{}/link", office.new.id)).await;
    assert_eq!(
        page.status,
        StatusCode::CONFLICT,
        "a password alone would be handed over with the link"
    );
}

#[tokio::test]
async fn changing_an_address_for_mail_asks_to_prove_again_and_refuses_one_that_is_taken() {
    let office = Office::open().await;
    let mut ann = office.house.signed_in(&office.ann).await;
    let path = format!("/people/{}/contact", office.new.id);
    let form = ann.get(&path).await.form("main-form");
    assert_eq!(form.value("email"), office.new.email);
    for (typed, problem) in [
        (office.bob.email.as_str(), "An account has this email address already"),
        ("nia at example", "Enter an email address"),
        (office.new.email.as_str(), "This is the address they have now"),
    ] {
        let sent = ann.submit(form.clone().with("email", typed)).await;
        assert_eq!(
            (sent.status, sent.problems()),
            (StatusCode::UNPROCESSABLE_ENTITY, vec![problem.to_owned()])
        );
        assert_eq!(sent.form("main-form").value("email"), typed);
    }
    office.house.pass(minutes(11));
    let form = form.with("email", "nia.new@example.org");
    assert!(ann.submit(form).await.location().starts_with("/sign-in/again"));
    let mut ann = office.house.signed_in(&office.ann).await;
    let form = ann.get(&path).await.form("main-form");
    assert_eq!(form.value("email"), "nia.new@example.org", "what was typed was kept");
    let sent = ann.submit(form).await;
    assert_eq!(
        sent.location(),
        format!("/people/{}?said=account-contact-saved", office.new.id)
    );
    assert!(ann.get(sent.location()).await.says("nia.new@example.org"));
}

#[tokio::test]
async fn an_administrator_ends_somebody_elses_sign_in() {
    let office = Office::open().await;
    let mut nia = office.house.signed_in(&office.new).await;
    assert_eq!(nia.get("/account/acts").await.status, StatusCode::OK);
    let mut ann = office.house.signed_in(&office.ann).await;
    let page = ann.get(&format!("/people/{}", office.new.id)).await;
    let (_, after) = page.body.split_once("id=\"end-").expect("the sign-in can be ended");
    let form = page.form(&format!("end-{}", after.split('"').next().unwrap_or_default()));
    let ended = ann.submit(form).await;
    assert_eq!(
        ended.location(),
        format!("/people/{}?said=account-sign-in-ended", office.new.id)
    );
    assert!(nia.get("/account/acts").await.location().starts_with("/sign-in"));
    assert!(ann.get(ended.location()).await.says("Not signed in anywhere"));
}

#[tokio::test]
async fn the_list_marks_who_has_no_second_proof_and_auditors_read_it_without_acting() {
    let office = Office::open().await;
    let auditor = office.house.somebody("Olu Auditor").await;
    office.house.give(&auditor, Role::Auditor, None).await;
    let mut browser = office.house.signed_in(&auditor).await;
    let people = browser.get("/people").await;
    assert_eq!(people.status, StatusCode::OK);
    assert!(
        people.says("Nia Newcomer") && people.says("No second proof yet"),
        "{}",
        people.text()
    );
    assert!(!people.body.contains("/people/new"), "an auditor invites nobody");
    let page = browser.get(&format!("/people/{}", office.new.id)).await;
    assert_eq!(page.status, StatusCode::OK);
    for path in ["roles/new", "contact"] {
        assert!(!page.body.contains(path), "{path}");
        let refused = browser.get(&format!("/people/{}/{path}", office.new.id)).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(browser.get("/people/new").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn somebody_without_the_permit_cannot_tell_an_account_or_a_role_that_exists_from_one_that_does_not() {
    let office = Office::open().await;
    let grant = office.proposed(&office.ann, Role::Carer).await;
    let worker = office.house.staff("Wyn Worker", Role::FamilyWorker, office.site).await;
    let mut browser = office.house.signed_in(&worker).await;
    let nobody = AccountId::from_uuid(Uuid::from_bytes(seal::random()));
    let nothing = GrantId::from_uuid(Uuid::from_bytes(seal::random()));
    for (real, made_up) in [
        (format!("/people/{}", office.ann.id), format!("/people/{nobody}")),
        (
            format!("/people/{}/contact", office.ann.id),
            format!("/people/{nobody}/contact"),
        ),
        (
            format!("/people/{}/roles/new", office.ann.id),
            format!("/people/{nobody}/roles/new"),
        ),
        (format!("/roles/{grant}"), format!("/roles/{nothing}")),
        ("/people".to_owned(), "/people-that-are-no-page".to_owned()),
    ] {
        let (one, other) = (browser.get(&real).await, browser.get(&made_up).await);
        assert_eq!(one.status, StatusCode::NOT_FOUND, "{real}");
        assert_eq!(
            (one.status, one.text(), one.title()),
            (other.status, other.text(), other.title()),
            "{real}"
        );
    }
    let mut stranger = office.house.browser();
    assert!(
        stranger
            .get(&format!("/people/{}", office.ann.id))
            .await
            .location()
            .starts_with("/sign-in?next=")
    );
}

#[tokio::test]
async fn staff_with_one_factor_are_sent_to_add_a_second_before_any_of_it() {
    let office = Office::open().await;
    let cat = office.house.somebody("Cat Administrator").await;
    office.house.give(&cat, Role::Administrator, None).await;
    let mut browser = office.house.signed_in_by(&cat, Way::Password).await;
    assert!(browser.get("/people").await.location().starts_with("/account/second"));
}
