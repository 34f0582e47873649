//! Draft translations: every member of staff sees them, and a translator marks one as checked.

use crate::support::{House, Somebody};
use axum::http::StatusCode;
use domain::id::SiteId;
use domain::role::{Duty, Role};
use words::{Lang, State};

async fn worker(house: &House, site: SiteId, translates: bool) -> Somebody {
    let name = if translates { "Tegid Translator" } else { "Wyn Worker" };
    let who = house.staff(name, Role::FamilyWorker, site).await;
    if translates {
        let id = who.id;
        house
            .console(move |tx| store::account::role::give_duty(tx, id, site, Duty::Translator))
            .await;
    }
    who
}

/// A message of the page of words that nobody has checked.
fn a_draft() -> &'static words::Review {
    let draft = |one: &&words::Review| one.file == "words" && one.lang == Lang::Cy && one.state == State::Draft;
    words::review_list()
        .iter()
        .find(draft)
        .expect("some Welsh of this page is a draft")
}

#[tokio::test]
async fn somebody_with_the_duty_of_translator_marks_a_message_as_checked() {
    let house = House::serve().await;
    let site = house.site("Powys").await;
    let translator = worker(&house, site, true).await;
    let mut browser = house.signed_in(&translator).await;
    let draft = a_draft();
    let list = browser.get("/words?file=words&state=drafts").await;
    assert!(
        list.body.contains(&format!("href=\"/words/{}\"", draft.key)),
        "{}",
        list.text()
    );
    let page = browser.get(&format!("/words/{}", draft.key)).await;
    assert!(page.says(draft.en), "{}", page.text());
    let form = page.form("main-form");
    let sent = browser.submit(form.clone()).await;
    assert_eq!(sent.location(), "/words?file=words&state=drafts&said=site-saved");
    assert_eq!(
        browser.submit(form).await.location(),
        sent.location(),
        "sent twice it is stored once"
    );
    let list = browser.get(sent.location()).await;
    assert!(
        !list.body.contains(&format!("href=\"/words/{}\"", draft.key)),
        "it is no draft any more"
    );
    let all = browser.get("/words?file=words&state=all").await;
    assert!(
        all.says("Checked by Tegid Translator, 21 November 2026"),
        "{}",
        all.text()
    );
}

#[tokio::test]
async fn a_message_whose_text_changed_since_it_was_checked_is_a_draft_again() {
    let house = House::serve().await;
    let site = house.site("Powys").await;
    let translator = worker(&house, site, true).await;
    let draft = a_draft();
    let name = format!("cy/{}", draft.key);
    house
        .console(move |tx| store::word_review::mark(tx, &name, draft.en, "Geiriau eraill"))
        .await;
    let mut browser = house.signed_in(&translator).await;
    let list = browser.get("/words?file=words&state=drafts").await;
    assert!(list.body.contains(&format!("href=\"/words/{}\"", draft.key)));
}

#[tokio::test]
async fn staff_without_the_duty_read_the_drafts_and_mark_none() {
    let house = House::serve().await;
    let site = house.site("Powys").await;
    let wyn = worker(&house, site, false).await;
    let mut browser = house.signed_in(&wyn).await;
    let list = browser.get("/words").await;
    assert_eq!(list.status, StatusCode::OK);
    assert!(list.says("Drafts:"), "{}", list.text());
    let path = format!("/words/{}", a_draft().key);
    let page = browser.get(&path).await;
    assert!(
        page.says("Somebody with the duty of translator marks it as checked."),
        "{}",
        page.text()
    );
    assert!(!page.body.contains("main-form"));
    let mut form = page.form_to("/sign-out");
    form.action.clone_from(&path);
    assert_eq!(browser.submit(form).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        browser.get("/words/no-such-message").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn families_do_not_see_the_page_of_drafts() {
    let house = House::serve().await;
    let site = house.site("Powys").await;
    let parent = house.member("Rhys Hughes").await;
    house.give(&parent, Role::Parent, Some(site)).await;
    assert_eq!(
        house.signed_in(&parent).await.get("/words").await.status,
        StatusCode::NOT_FOUND
    );
}
