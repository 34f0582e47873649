//! Somebody outside refers by a link: once, in their language, and is told nothing of who is known.

use crate::support::draft::{Draft, FAMILY, send, sent_to};
use crate::support::{Browser, House, Seen, hours, minutes};
use domain::role::Role;

/// Asks somebody outside, and gives the page that shows the link.
async fn ask(browser: &mut Browser, language: &str) -> Seen {
    let page = browser.get("/referrals/links/new").await;
    let form = page
        .form("main-form")
        .with("name", "Mrs Prys, Ysgol y Bont")
        .with("email", "pennaeth@ysgol.example")
        .with("language", language);
    browser.submit(form).await
}

/// The path of the link on the page that shows it.
fn link_of(made: &Seen) -> String {
    assert_eq!(made.status, 200, "{}", made.text());
    let (_, after) = made
        .body
        .split_once("<code>https://susd.example")
        .expect("the link is shown");
    after.split('<').next().expect("the link ends").to_owned()
}

const WHO: (&str, &str) = ("worker", "Mrs Prys, Ysgol y Bont\n01632 960200");

/// Fills in every page behind a link, and sends it.
async fn fill(browser: &mut Browser, link: &str) -> Seen {
    let behind = Draft { href: link.to_owned() };
    let boxes: Vec<(&str, &str)> = FAMILY.iter().copied().chain([WHO]).collect();
    let filled = behind.fill(browser, &boxes).await;
    assert_eq!(filled.status, 303, "{:?}", filled.problems());
    behind.send(browser).await
}

#[tokio::test]
async fn somebody_outside_fills_in_the_form_without_an_account_and_sends_it_once() {
    let house = House::serve().await;
    let site = house.site("Bro Gwaun").await;
    let anwen = house.staff("Anwen Prys", Role::FamilyWorker, site).await;
    let mut asking = house.signed_in(&anwen).await;
    let link = link_of(&ask(&mut asking, "en").await);

    let mut outside = house.browser();
    let first = outside.get(&link).await;
    assert_eq!(first.status, 200, "{}", first.text());
    assert!(first.says("You were asked to fill in this form for Bro Gwaun"));
    assert!(!first.body.contains("/referrals"), "nothing leads inside");
    // Half way, and back on another machine.
    house.pass(minutes(5));
    let needs = format!("{link}/needs");
    let page = outside.get(&needs).await.form("main-form");
    outside
        .submit(page.with("worries", "Nosweithiau anodd").with("then", "tasks"))
        .await;
    let mut elsewhere = house.browser();
    assert!(elsewhere.get(&needs).await.body.contains("Nosweithiau anodd"));
    let start = elsewhere.get(&format!("{link}/start")).await;
    assert!(start.form("main-form").value("worker").contains("Mrs Prys"));
    assert!(!start.body.contains("received_day"));
    let seen = asking.get("/referrals/links").await;
    assert!(seen.says("Begun") && !seen.says("Nosweithiau anodd"), "{}", seen.text());

    let sent = fill(&mut elsewhere, &link).await;
    assert_eq!((sent.status.as_u16(), sent.location()), (303, link.as_str()));
    let after = elsewhere.get(&link).await;
    assert_eq!(after.heading(), "Referral sent");
    assert!(after.says("Its reference is R-"), "{}", after.text());
    for page in [needs.clone(), format!("{link}/check"), format!("{link}/people/child-1")] {
        let gone = outside.get(&page).await;
        assert_eq!((gone.status.as_u16(), gone.location()), (303, link.as_str()), "{page}");
        assert!(!outside.get(&link).await.says("anodd"));
    }

    let mine = asking.get("/referrals/links").await;
    assert!(mine.says("Sent"), "{}", mine.text());
    let (_, after) = mine
        .body
        .split_once("href=\"/referrals/0")
        .expect("the referral is linked");
    let referral = format!("/referrals/0{}", after.split('"').next().unwrap());
    let shown = asking.get(&referral).await;
    for words in [
        "Mrs Prys, Ysgol y Bont",
        "01632 960200",
        "Nosweithiau anodd",
        "Anwen Prys",
        "Siân O'Neill",
    ] {
        assert!(shown.says(words), "{words}: {}", shown.text());
    }
}

#[tokio::test]
async fn whoever_is_outside_learns_nothing_of_families_that_are_known() {
    let house = House::serve().await;
    let site = house.site("Bro Gwaun").await;
    let anwen = house.staff("Anwen Prys", Role::FamilyWorker, site).await;
    let mut asking = house.signed_in(&anwen).await;
    let unknown = link_of(&ask(&mut asking, "en").await);
    let known = link_of(&ask(&mut asking, "en").await);
    let mut outside = house.browser();
    let mut answers = Vec::new();
    for link in [unknown, known] {
        fill(&mut outside, &link).await;
        let sent = outside.get(&link).await;
        let text = sent.text();
        let (before, after) = text.split_once("R-").expect("a reference");
        answers.push((sent.status, format!("{before}…{}", &after[9..])));
    }
    assert_eq!(answers[0], answers[1], "the second family is the first again");
    let manager = house.staff("Megan", Role::ProgrammeManager, site).await;
    let mut inside = house.signed_in(&manager).await;
    assert!(inside.get("/likeness").await.says("O'Neill"), "those inside see it");
}

#[tokio::test]
async fn a_link_that_never_was_was_taken_back_or_is_over_says_the_same() {
    let house = House::serve().await;
    let site = house.site("Bro Gwaun").await;
    let anwen = house.staff("Anwen Prys", Role::FamilyWorker, site).await;
    let mut asking = house.signed_in(&anwen).await;
    let taken_back = link_of(&ask(&mut asking, "en").await);
    let list = asking.get("/referrals/links").await;
    let back = asking.submit(list.form_to("/take_back")).await;
    assert!(asking.get(back.location()).await.says("The link is taken back"));
    let old = link_of(&ask(&mut asking, "en").await);
    let mut outside = house.browser();
    assert_eq!(outside.get(&old).await.status, 200);
    house.pass(hours(7 * 24));
    let never = format!("/link/{}", "A".repeat(43));
    let mut said = Vec::new();
    for link in [
        taken_back.as_str(),
        old.as_str(),
        never.as_str(),
        "/link/x",
        "/link/%3Cb%3E",
    ] {
        let over = outside.get(link).await;
        assert_eq!(over.status, 404, "{link}");
        said.push(over.text());
        let page = outside.get(&format!("{link}/needs")).await;
        assert_eq!(page.status, 303, "{link}");
    }
    said.dedup();
    assert_eq!(said.len(), 1, "{said:?}");
}

#[tokio::test]
async fn the_other_language_keeps_what_was_typed_and_welsh_is_whole() {
    let house = House::serve().await;
    let site = house.site("Bro Gwaun").await;
    let anwen = house.staff("Anwen Prys", Role::FamilyWorker, site).await;
    let mut asking = house.signed_in(&anwen).await;
    let link = link_of(&ask(&mut asking, "cy").await);
    assert!(link.starts_with("/cy/link/"), "the link is in the language they read");
    let mut outside = house.browser();
    let page = outside.get(&format!("{link}/needs")).await.form("main-form");
    let toggled = page.with("worries", "hanner nos").with("switch_language", "en");
    let toggled = outside.submit(toggled).await;
    let english = link.trim_start_matches("/cy").to_owned();
    assert_eq!(toggled.location(), format!("{english}/needs"));
    assert!(outside.get(toggled.location()).await.body.contains("hanner nos"));
    let check = outside.get(&format!("{link}/check")).await.form("main-form");
    let toggled = outside.submit(check.with("switch_language", "en")).await;
    assert_eq!(toggled.location(), format!("{english}/check"), "nothing is sent");
    let sent = fill(&mut outside, &link).await;
    assert_eq!(sent.location(), link);
    assert_eq!(outside.get(&link).await.heading(), "Atgyfeiriad wedi’i anfon");
}

#[tokio::test]
async fn what_is_missing_is_named_and_who_they_are_is_asked() {
    let house = House::serve().await;
    let site = house.site("Bro Gwaun").await;
    let anwen = house.staff("Anwen Prys", Role::FamilyWorker, site).await;
    let mut asking = house.signed_in(&anwen).await;
    let page = asking.get("/referrals/links/new").await;
    let refused = asking.submit(page.form("main-form").with("email", "no address")).await;
    assert_eq!(refused.status, 422);
    assert_eq!(refused.problems().len(), 3, "{:?}", refused.problems());
    assert_eq!(refused.form("main-form").value("email"), "no address");

    let link = link_of(&ask(&mut asking, "en").await);
    let mut outside = house.browser();
    let behind = Draft { href: link.clone() };
    let start = format!("{link}/start");
    let back = behind.fill_page(&mut outside, &start, &[("worker", " ")]).await;
    assert_eq!(back.problems(), ["Say who you are and how we can reach you"]);
    let sent = behind.send(&mut outside).await;
    assert_eq!(sent.status, 422);
    // A form from elsewhere is not taken, whoever has the link.
    let form = outside.get(&start).await.form("main-form");
    let foreign = outside.submit_from(form, &[("origin", "https://evil.example")]).await;
    assert_eq!(foreign.status, 403);
}

#[tokio::test]
async fn a_draft_goes_on_behind_a_link_but_never_a_family_on_record() {
    let house = House::serve().await;
    let site = house.site("Bro Gwaun").await;
    let anwen = house.staff("Anwen Prys", Role::FamilyWorker, site).await;
    let mut asking = house.signed_in(&anwen).await;
    let draft = Draft::begin(&mut asking).await;
    let needs = format!("{}/needs", draft.href);
    draft
        .fill_page(&mut asking, &needs, &[("worries", "Rang twice"), ("needs", "routines")])
        .await;
    let id = draft.href.rsplit('/').next().unwrap().to_owned();
    assert!(
        asking
            .get(&draft.href)
            .await
            .body
            .contains(&format!("links/new?draft={id}"))
    );
    let with_draft = async |asking: &mut Browser, id: &str| {
        let page = asking.get(&format!("/referrals/links/new?draft={id}")).await;
        let form = page
            .form("main-form")
            .with("name", "Mrs Prys")
            .with("email", "pennaeth@ysgol.example")
            .with("language", "en");
        asking.submit(form).await
    };
    let link = link_of(&with_draft(&mut asking, &id).await);
    let mut outside = house.browser();
    assert!(outside.get(&format!("{link}/needs")).await.body.contains("Rang twice"));

    let sent = sent_to(&send(&mut asking, &[]).await);
    let page = asking.get(&format!("{sent}/withdraw")).await.form("main-form");
    asking.submit(page.with("reason", "not now")).await;
    let again = asking.get(&format!("{sent}/again")).await.form("main-form");
    let again = asking.submit(again).await;
    let id = again.location().rsplit('/').next().unwrap().to_owned();
    assert!(!asking.get(again.location()).await.body.contains("links/new"));
    assert_eq!(with_draft(&mut asking, &id).await.status, 404);
}
