//! A family is referred, decided and waits.

use crate::support::draft::{send, sent_to};
use crate::support::{Browser, House};
use domain::id::ReferralId;
use domain::role::Role;
use domain::text::Text;

pub async fn worker(house: &House) -> Browser {
    let site = house.site("Bro Gwaun").await;
    let worker = house.staff("Anwen Prys", Role::FamilyWorker, site).await;
    house.signed_in(&worker).await
}

/// Refers a family and gives the address of the referral.
pub async fn refer(browser: &mut Browser) -> String {
    sent_to(&send(browser, &[]).await)
}

#[tokio::test]
async fn a_referral_is_decided_and_the_family_waits() {
    let house = House::serve().await;
    let site = house.site("Bro Gwaun").await;
    let worker = house.staff("Anwen Prys", Role::FamilyWorker, site).await;
    let manager = house.staff("Nia Pritchard", Role::ProgrammeManager, site).await;
    let mut worker = house.signed_in(&worker).await;
    let referral = refer(&mut worker).await;
    assert!(worker.get(&referral).await.says("Siân O'Neill"));
    assert_eq!(
        worker.get(&format!("{referral}/decide")).await.status,
        404,
        "who refers does not decide"
    );

    let mut manager = house.signed_in(&manager).await;
    assert!(manager.get("/referrals").await.says("O'Neill"));
    let page = manager.get(&format!("{referral}/decide")).await;
    let empty = manager.submit(page.form("main-form")).await;
    assert_eq!(empty.status, 422);
    assert_eq!(empty.problems(), ["Choose to accept or not to accept"]);
    let accepted = manager.submit(page.form("main-form").with("decision", "accept")).await;
    assert_eq!(accepted.status, 303);
    assert!(manager.get("/waiting").await.says("O'Neill"));
    assert!(worker.get(&referral).await.says("On the waiting list"));
}

#[tokio::test]
async fn a_referral_not_accepted_keeps_its_reason_and_the_places_of_the_day() {
    let house = House::serve().await;
    let site = house.site("Bro Gwaun").await;
    let manager = house.staff("Nia Pritchard", Role::ProgrammeManager, site).await;
    let mut manager = house.signed_in(&manager).await;
    let referral = refer(&mut manager).await;
    let page = manager.get(&format!("{referral}/decide")).await;
    let no_why = manager
        .submit(
            page.form("main-form")
                .with("decision", "not_accept")
                .with("reason", "=SUM(1)"),
        )
        .await;
    assert_eq!(no_why.problems(), ["Choose why it is not accepted"]);
    assert_eq!(
        no_why.form("main-form").value("reason"),
        "=SUM(1)",
        "the words are kept"
    );
    let form = page
        .form("main-form")
        .with("decision", "not_accept")
        .with("why", "full")
        .with("reason", "=SUM(1)");
    assert_eq!(manager.submit(form).await.status, 303);
    let shown = manager.get(&referral).await;
    for words in ["Not accepted", "No place free", "=SUM(1)", "Places free"] {
        assert!(shown.says(words), "{words}");
    }
}

#[tokio::test]
async fn a_decision_somebody_made_first_is_shown_beside_what_was_typed() {
    let house = House::serve().await;
    let site = house.site("Bro Gwaun").await;
    let one = house.staff("Nia Pritchard", Role::ProgrammeManager, site).await;
    let other = house.staff("Gwil Tudor", Role::ProgrammeManager, site).await;
    let (mut one, mut other) = (house.signed_in(&one).await, house.signed_in(&other).await);
    let referral = refer(&mut one).await;
    let decide = format!("{referral}/decide");
    let (first, second) = (one.get(&decide).await, other.get(&decide).await);
    assert_eq!(
        one.submit(first.form("main-form").with("decision", "accept"))
            .await
            .status,
        303
    );
    let late = second
        .form("main-form")
        .with("decision", "not_accept")
        .with("why", "full")
        .with("reason", "Dim lle.");
    let stale = other.submit(late).await;
    assert_eq!(stale.status, 422);
    assert!(stale.says("On the waiting list"), "what is there now");
    assert!(stale.says("Dim lle."), "what was typed");
}

/// Nothing but the version tells that the page is of before: the referral can still be decided.
#[tokio::test]
async fn a_decision_from_before_something_was_asked_is_shown_what_happened_since() {
    let house = House::serve().await;
    let site = house.site("Bro Gwaun").await;
    let manager = house.staff("Nia Pritchard", Role::ProgrammeManager, site).await;
    let mut browser = house.signed_in(&manager).await;
    let referral = refer(&mut browser).await;
    let decide = format!("{referral}/decide");
    let before = browser.get(&decide).await.form("main-form").with("decision", "accept");
    let id: ReferralId = referral.trim_start_matches("/referrals/").parse().expect("an id");
    house
        .console(move |tx| {
            let now = store::referral::load(tx, id)?;
            let question = Text::parse("Who picks the children up?").expect("words");
            let asked = now.ask_information(manager.id, tx.today(), question);
            tx.record(&now, &asked.expect("it is not decided"), "en")
        })
        .await;
    assert_eq!(browser.submit(before).await.status, 422);
    let after = browser.get(&decide).await.form("main-form").with("decision", "accept");
    assert_eq!(browser.submit(after).await.status, 303);
}

#[tokio::test]
async fn an_entry_is_on_the_timeline_and_a_day_before_the_referral_is_refused() {
    let house = House::serve().await;
    let mut browser = worker(&house).await;
    let referral = refer(&mut browser).await;
    let page = browser.get(&format!("{referral}/entry")).await;
    let early = page
        .form("main-form")
        .with("text", "Ffoniais.")
        .with("on_day", "1")
        .with("on_month", "1")
        .with("on_year", "2020");
    let back = browser.submit(early).await;
    assert_eq!(back.status, 422);
    assert_eq!(back.form("main-form").value("text").trim_start(), "Ffoniais.");
    let sent = browser
        .submit(page.form("main-form").with("text", "Ffoniais.\n\n<i>Siân</i> =1+1"))
        .await;
    assert_eq!(sent.status, 303);
    let family = browser.get(sent.location()).await;
    assert!(
        family.says("<i>Siân</i> =1+1") && !family.body.contains("<i>Siân"),
        "markup is text"
    );
}

#[tokio::test]
async fn every_opening_of_a_family_is_seen_by_those_who_may_see_it() {
    let house = House::serve().await;
    let site = house.site("Bro Gwaun").await;
    let manager = house.staff("Nia Pritchard", Role::ProgrammeManager, site).await;
    let lead = house.staff("Elin Vaughan", Role::SafeguardingLead, site).await;
    let mut manager = house.signed_in(&manager).await;
    let referral = refer(&mut manager).await;
    let page = manager.get(&format!("{referral}/entry")).await;
    let sent = manager.submit(page.form("main-form").with("text", "Rang.")).await;
    let family = sent.location().split('?').next().unwrap().to_owned();
    let mut lead = house.signed_in(&lead).await;
    assert_eq!(lead.get(&family).await.status, 200);
    let looked = manager.get(&format!("{family}/looked")).await;
    assert!(looked.says("Elin Vaughan"), "{}", looked.text());
    assert!(manager.get(&format!("{family}/history")).await.says("Rang."));
}
