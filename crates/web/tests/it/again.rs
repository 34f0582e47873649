//! Referring a family again, and the same people twice within minutes.

use crate::support::draft::{Draft, FAMILY, send, sent_to};
use crate::support::{Browser, House};
use domain::role::Role;

/// What a worker says of a family with two homes, an order and somebody kept away.
const RICH: &[(&str, &str)] = &[
    ("child-1_forename", "Siân"),
    ("child-1_surname", "O'Neill"),
    ("child-1_birth_day", "3"),
    ("child-1_birth_month", "5"),
    ("child-1_birth_year", "2017"),
    ("child-1_reason", "risk_of_care"),
    ("adult-1_forename", "Zofia"),
    ("adult-1_surname", "Wałęsa"),
    ("adult-1_relationship", "mam"),
    ("adult-1_number", "01632 960001"),
    ("adult-1_taking_part", "given"),
    ("adult-1_sharing", "agreed"),
    ("child-1_responsible", "adult-1"),
    ("home-1_address", "1 Heol y Bont"),
    ("home-1_postcode", "SA62 5XX"),
    ("home-1_lives", "child-1"),
    ("needs", "routines"),
    ("worries", "Nosweithiau anodd"),
    ("services", "Ymwelydd iechyd"),
];

async fn withdraw(browser: &mut Browser, referral: &str) {
    let page = browser.get(&format!("{referral}/withdraw")).await.form("main-form");
    let done = browser.submit(page.with("reason", "not now")).await;
    assert_eq!(done.status, 303, "{}", done.text());
}

/// Begins another referral of the family.
async fn again(browser: &mut Browser, referral: &str) -> Draft {
    let page = browser.get(&format!("{referral}/again")).await;
    assert_eq!(page.status, 200, "{}", page.text());
    let begun = browser.submit(page.form("main-form")).await;
    assert_eq!(begun.status, 303, "{}", begun.text());
    Draft {
        href: begun.location().to_owned(),
    }
}

#[tokio::test]
async fn a_family_is_referred_again_without_retyping_and_its_record_stays_one() {
    let house = House::serve().await;
    let site = house.site("Bro Gwaun").await;
    let anwen = house.staff("Anwen Prys", Role::FamilyWorker, site).await;
    let mut browser = house.signed_in(&anwen).await;
    let first = Draft::begin(&mut browser).await;
    let safety = format!("{}/safety", first.href);
    let page = browser.get(&safety).await.form("main-form");
    browser.submit(page.with("add", "kept")).await;
    let rich: Vec<(&str, &str)> = RICH
        .iter()
        .copied()
        .chain([
            ("kept-1_who", "Dai Wałęsa"),
            ("kept-1_ways", "collect"),
            ("kept-1_about", "child-1"),
        ])
        .collect();
    let filled = first.fill(&mut browser, &rich).await;
    assert_eq!(filled.status, 303, "{:?}", filled.problems());
    let first = sent_to(&first.send(&mut browser).await);
    assert!(
        !browser.get(&first).await.body.contains("/again"),
        "it waits for a decision"
    );
    assert_eq!(browser.get(&format!("{first}/again")).await.status, 404);
    withdraw(&mut browser, &first).await;
    assert!(browser.get(&first).await.body.contains(&format!("{first}/again")));

    let second = again(&mut browser, &first).await;
    let shown = async |browser: &mut Browser, page: &str| browser.get(&format!("{}/{page}", second.href)).await;
    let child = shown(&mut browser, "people/child-1").await.form("main-form");
    assert_eq!(child.value("child-1_forename"), "Siân");
    assert_eq!(child.value("child-1_birth_year"), "2017");
    let homes = shown(&mut browser, "homes").await.form("main-form");
    assert_eq!(homes.value("home-1_address").trim(), "1 Heol y Bont");
    assert_eq!(homes.value("home-1_postcode"), "SA62 5XX");
    assert_eq!(homes.value("home-1_lives"), "child-1");
    let kept = shown(&mut browser, "safety").await.form("main-form");
    assert_eq!(kept.value("kept-1_who").trim(), "Dai Wałęsa");
    assert_eq!(kept.value("kept-1_about"), "child-1");
    assert_eq!(kept.value("child-1_responsible"), "adult-1");
    let contact = shown(&mut browser, "contact").await.form("main-form");
    assert_eq!(contact.value("adult-1_number").trim(), "01632 960001");
    let services = shown(&mut browser, "services").await.form("main-form");
    assert_eq!(services.value("services").trim(), "Ymwelydd iechyd");
    // What can have changed is asked afresh.
    let needs = shown(&mut browser, "needs").await.form("main-form");
    assert_eq!((needs.value("needs"), needs.value("worries").trim()), ("", ""));
    assert_eq!(
        shown(&mut browser, "consent")
            .await
            .form("main-form")
            .value("adult-1_taking_part"),
        ""
    );

    let afresh = [
        ("child-1_surname", "Prys"),
        ("adult-1_taking_part", "given"),
        ("adult-1_sharing", "agreed"),
        ("needs", "dealing_with_crisis"),
    ];
    second.fill(&mut browser, &afresh).await;
    let sent = second.send(&mut browser).await;
    let sent = sent_to(&sent);
    let later = browser.get(&sent).await;
    assert!(later.says("Siân Prys") && later.says("Dai Wałęsa"), "{}", later.text());
    assert!(
        later.body.contains(&format!("href=\"{first}\"")),
        "it leads to the earlier one"
    );
    let earlier = browser.get(&first).await;
    assert!(earlier.body.contains(&format!("href=\"{sent}\"")), "and that one to it");
    assert!(!earlier.body.contains("/again\""), "and is followed once");
    let families = browser.get("/families").await;
    assert_eq!(families.body.matches("F-").count(), 1, "{}", families.text());
}

#[tokio::test]
async fn two_drafts_of_the_same_family_make_one_referral_and_the_second_is_told_why() {
    let house = House::serve().await;
    let site = house.site("Bro Gwaun").await;
    let anwen = house.staff("Anwen Prys", Role::FamilyWorker, site).await;
    let mut browser = house.signed_in(&anwen).await;
    let first = sent_to(&send(&mut browser, &[]).await);
    withdraw(&mut browser, &first).await;
    let (one, two) = (again(&mut browser, &first).await, again(&mut browser, &first).await);
    for draft in [&one, &two] {
        draft.fill(&mut browser, FAMILY).await;
    }
    let twice = |page: crate::support::Form| page.with("twice", "yes");
    let check = browser.get(&format!("{}/check", one.href)).await.form("main-form");
    assert_eq!(browser.submit(twice(check)).await.status, 303);
    let check = browser.get(&format!("{}/check", two.href)).await.form("main-form");
    let refused = browser.submit(twice(check)).await;
    assert_eq!(refused.status, 422);
    assert_eq!(
        refused.problems(),
        ["A referral of this family is on its way already. See what has become of it first."]
    );
}

#[tokio::test]
async fn nobody_is_put_in_the_place_of_somebody_taken_off_the_form() {
    let house = House::serve().await;
    let site = house.site("Bro Gwaun").await;
    let anwen = house.staff("Anwen Prys", Role::FamilyWorker, site).await;
    let mut browser = house.signed_in(&anwen).await;
    let first = sent_to(&send(&mut browser, &[]).await);
    withdraw(&mut browser, &first).await;
    let draft = again(&mut browser, &first).await;
    let people = format!("{}/people", draft.href);
    for (press, key) in [("remove", "adult-1"), ("add", "adult")] {
        let page = browser.get(&people).await.form("main-form");
        browser.submit(page.with(press, key)).await;
    }
    let boxes: Vec<(&str, &str)> = FAMILY
        .iter()
        .copied()
        .chain([("adult-1_forename", "Grace"), ("twice", "yes")])
        .collect();
    draft.fill(&mut browser, &boxes).await;
    let sent = sent_to(&draft.send(&mut browser).await);
    let shown = browser.get(&sent).await;
    assert!(
        shown.says("Grace") && shown.says("Zofia Wałęsa"),
        "both are of the family: {}",
        shown.text()
    );
}

#[tokio::test]
async fn the_same_people_within_ten_minutes_are_asked_about_and_may_be_sent() {
    let house = House::serve().await;
    let site = house.site("Bro Gwaun").await;
    let anwen = house.staff("Anwen Prys", Role::FamilyWorker, site).await;
    let mut browser = house.signed_in(&anwen).await;
    let first = sent_to(&send(&mut browser, &[]).await);
    let asked = send(&mut browser, &[]).await;
    assert_eq!(asked.status, 422);
    assert_eq!(
        asked.problems(),
        ["You referred the same people a few minutes ago. Say that this is another family, or leave it"]
    );
    assert!(asked.body.contains(&format!("href=\"{first}\"")));
    assert_eq!(browser.get("/referrals").await.body.matches("O&#39;Neill").count(), 1);
    let sure = browser.submit(asked.form("main-form").with("twice", "yes")).await;
    assert_ne!(sent_to(&sure), first);
    let other = house.staff("Bethan", Role::FamilyWorker, site).await;
    let mut other = house.signed_in(&other).await;
    sent_to(&send(&mut other, &[]).await);
}

#[tokio::test]
async fn whoever_may_not_open_a_referral_refers_nobody_again_by_it() {
    let house = House::serve().await;
    let site = house.site("Bro Gwaun").await;
    let anwen = house.staff("Anwen Prys", Role::FamilyWorker, site).await;
    let mut browser = house.signed_in(&anwen).await;
    let first = sent_to(&send(&mut browser, &[]).await);
    withdraw(&mut browser, &first).await;
    let stranger = house.staff("Someone Else", Role::FamilyWorker, site).await;
    let mut stranger = house.signed_in(&stranger).await;
    assert_eq!(stranger.get(&format!("{first}/again")).await.status, 404);
    // A reader of the whole area who refers nobody is not shown the way either.
    let lead = house.staff("Lead", Role::TeamManager, site).await;
    let mut lead = house.signed_in(&lead).await;
    assert_eq!(lead.get(&first).await.status, 200);
    assert_eq!(lead.get(&format!("{first}/again")).await.status, 404);
    assert!(!lead.get(&first).await.body.contains("/again"));
}
