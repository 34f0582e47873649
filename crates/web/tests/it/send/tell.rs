//! Telling a family: by a text that was shown before it goes, and by a letter made for one adult.

use super::sink::GatewaySink;
use super::{Round, by_text, family, person, refer, send_all, text};
use crate::support::{Browser, House, Seen, Somebody};
use domain::family::{LanguageTag, NewPerson, Part, SafeContact};
use domain::id::SiteId;
use domain::referral::Refer;
use domain::role::Role;

const PAST_THE_OFFER: &str = "We have not forgotten you. You will hear from us again by 4 December 2026.";

fn contact(number: &str, no_message: bool) -> SafeContact {
    SafeContact {
        number: Some(text(number)),
        no_message,
        ..SafeContact::default()
    }
}

fn reads(person: &mut NewPerson, tag: &str) {
    person.languages.read = Some(LanguageTag::parse(tag).expect("a tag"));
}

async fn manager(house: &House) -> (SiteId, Somebody, Browser) {
    let site = house.site("Bro Gwaun").await;
    let manager = house.staff("Nia Pritchard", Role::ProgrammeManager, site).await;
    let browser = house.signed_in(&manager).await;
    (site, manager, browser)
}

/// Asks to tell a family by message, naming the day they hear again.
async fn by_message(browser: &mut Browser, path: &str) -> Seen {
    let form = browser.get(path).await.form("main-form");
    let form = form
        .with("how", "message")
        .with("next_day", "4")
        .with("next_month", "12");
    browser.submit(form.with("next_year", "2026")).await
}

#[tokio::test]
async fn a_text_goes_only_after_its_words_were_shown_and_to_whom_was_ticked() {
    let gateway = GatewaySink::open().await;
    let house = House::sending(by_text(&gateway)).await;
    let (site, somebody, mut browser) = manager(&house).await;
    let zofia = family(site, |adult| adult.safe_contact = Some(contact("07700 900123", false)));
    let mut welsh = person(Part::Adult, "Mair");
    welsh.safe_contact = Some(contact("07700 900456", false));
    reads(&mut welsh, "cy");
    let mut silent = person(Part::Adult, "Olwen");
    silent.safe_contact = Some(contact("07700 900789", true));
    let mut landline = person(Part::Adult, "Gwen");
    landline.safe_contact = Some(contact("01437 764551", false));
    let people = [zofia.people.clone(), vec![welsh, silent, landline]].concat();
    let made = refer(&house, &somebody, Refer { people, ..zofia }).await;
    send_all(&house).await;
    let path = format!("/referrals/{}/tell", made.id);
    let offered = by_message(&mut browser, &path).await;
    assert_eq!(offered.status, 200, "nothing is stored yet");
    let offer = offered.by_id("offer");
    assert!(offer.contains(PAST_THE_OFFER), "{offer}");
    assert!(
        offer.contains("Byddwch yn clywed gennym eto erbyn 4 Rhagfyr 2026."),
        "{offer}"
    );
    assert!(offer.contains("Sent as one text."), "{offer}");
    for (name, there) in [
        ("Zofia", true),
        ("Mair", true),
        ("Olwen", false),
        ("Gwen", false),
        ("Siân", false),
    ] {
        assert_eq!(offer.contains(name), there, "{name}: {offer}");
    }
    assert!(
        browser
            .get(&format!("/referrals/{}", made.id))
            .await
            .says("Nobody has told the family yet")
    );

    let nobody = browser.submit(offered.form("main-form").with("offer", "send")).await;
    assert_eq!(nobody.status, 422);
    assert_eq!(
        nobody.problems(),
        ["Choose somebody who can be sent a text, or send none"]
    );
    let ids = ticks(&offered);
    assert_eq!(ids.len(), 2);
    let other_day = offered.form("main-form").with("next_day", "5").with("offer", "send");
    let other_day = browser.submit(other_day.with("text_to", &ids[0])).await;
    assert!(
        other_day.by_id("offer").contains("5 December 2026"),
        "shown again before it goes"
    );
    let ticked = offered.form("main-form").with("offer", "send").with("text_to", &ids[0]);
    let sent = browser.submit(ticked).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    let page = browser.get(sent.location()).await;
    assert!(
        page.says("The text will be sent") && page.says("They hear again by"),
        "{}",
        page.text()
    );
    assert_eq!(send_all(&house).await, Round { sent: 1, failed: 0 });
    let taken = gateway.taken();
    assert_eq!(taken.len(), 1);
    assert!(
        taken[0].contains(PAST_THE_OFFER) && taken[0].contains("+447700900123"),
        "{}",
        taken[0]
    );
}

/// What each box for a text sends.
fn ticks(page: &Seen) -> Vec<String> {
    let boxes = page.body.split("name=\"text_to\" value=\"").skip(1);
    let value = |rest: &str| rest.split('"').next().unwrap_or_default().to_owned();
    boxes.map(value).collect()
}

#[tokio::test]
async fn nobody_is_sent_a_text_who_may_not_be_left_a_message_whatever_is_sent_in() {
    let gateway = GatewaySink::open().await;
    let house = House::sending(by_text(&gateway)).await;
    let (site, somebody, mut browser) = manager(&house).await;
    let silent = family(site, |adult| adult.safe_contact = Some(contact("07700 900123", true)));
    let mut other = person(Part::Adult, "Mair");
    other.safe_contact = Some(contact("07700 900456", false));
    let people = [silent.people.clone(), vec![other]].concat();
    let made = refer(&house, &somebody, Refer { people, ..silent }).await;
    send_all(&house).await;
    let path = format!("/referrals/{}/tell", made.id);
    let offered = by_message(&mut browser, &path).await;
    let letters = browser.get(&format!("/referrals/{}/letter", made.id)).await;
    let zofia = letters.body.split("?person=").nth(1).unwrap()[..36].to_owned();
    assert!(!ticks(&offered).contains(&zofia));
    let forged = offered.form("main-form").with("offer", "send").with("text_to", &zofia);
    let refused = browser.submit(forged).await;
    assert_ne!(refused.status, 303, "it is looked up when it is posted");
    assert_eq!(send_all(&house).await, Round::default());
    assert!(
        browser
            .get(&format!("/referrals/{}", made.id))
            .await
            .says("Nobody has told the family yet")
    );
    assert_eq!(gateway.taken().len(), 0);
}

#[tokio::test]
async fn what_was_said_is_kept_without_a_text_where_none_can_go_or_none_is_wanted() {
    let gateway = GatewaySink::open().await;
    for (sending, number) in [
        (by_text(&gateway), "01437 764551"),
        (super::Sending::default(), "07700 900123"),
    ] {
        let house = House::sending(sending).await;
        let (site, somebody, mut browser) = manager(&house).await;
        let family = family(site, |adult| adult.safe_contact = Some(contact(number, false)));
        let made = refer(&house, &somebody, family).await;
        let path = format!("/referrals/{}/tell", made.id);
        assert!(browser.get(&path).await.says(if number.starts_with("07") {
            "cannot send texts"
        } else {
            "No adult here"
        }));
        assert_eq!(by_message(&mut browser, &path).await.status, 303);
    }
    let house = House::sending(by_text(&gateway)).await;
    let (site, somebody, mut browser) = manager(&house).await;
    let family = family(site, |adult| adult.safe_contact = Some(contact("07700 900123", false)));
    let made = refer(&house, &somebody, family).await;
    let offered = by_message(&mut browser, &format!("/referrals/{}/tell", made.id)).await;
    let kept = browser.submit(offered.form("main-form").with("offer", "keep")).await;
    assert_eq!(kept.status, 303);
    send_all(&house).await;
    assert_eq!(gateway.taken().len(), 0);
}

#[tokio::test]
async fn a_letter_is_for_one_adult_in_their_language_and_of_nobody_else() {
    let house = House::serve().await;
    let (site, somebody, mut browser) = manager(&house).await;
    let zofia = family(site, |adult| reads(adult, "cy"));
    let mut other = person(Part::Adult, "Gethin");
    other.safe_contact = Some(SafeContact {
        address_hidden: true,
        ..contact("07700 900456", false)
    });
    let people = [zofia.people.clone(), vec![other]].concat();
    let mut home = zofia.homes[0].clone();
    (home.address, home.people) = (Some(text("9 Quox Lane")), vec![2]);
    let homes = [zofia.homes.clone(), vec![home]].concat();
    let made = refer(&house, &somebody, Refer { people, homes, ..zofia }).await;
    let path = format!("/referrals/{}", made.id);
    let decide = browser.get(&format!("{path}/decide")).await.form("main-form");
    assert_eq!(browser.submit(decide.with("decision", "accept")).await.status, 303);
    let priority = browser.get(&format!("{path}/priority")).await.form("main-form");
    let first = priority
        .with("priority", "first")
        .with("reason", "quoxreason")
        .with("waits_for", "near");
    assert_eq!(browser.submit(first).await.status, 303);
    let tell = browser.get(&format!("{path}/tell")).await.form("main-form");
    let tell = tell
        .with("how", "letter")
        .with("next_day", "4")
        .with("next_month", "12");
    assert_eq!(browser.submit(tell.with("next_year", "2026")).await.status, 303);

    let letters = browser.get(&format!("{path}/letter")).await;
    assert!(letters.says("Letter for Zofia") && letters.says("Letter for Gethin") && !letters.says("Letter for Siân"));
    let ids: Vec<&str> = letters.body.split("?person=").skip(1).map(|rest| &rest[..36]).collect();
    let welsh = browser.get(&format!("{path}/letter?person={}", ids[0])).await;
    let letter = letter_of(&welsh);
    assert!(letter.starts_with("lang=\"cy\""), "{letter}");
    for words in [
        "12 Quox Row",
        "Annwyl Zofia",
        "Rydych yn aros am ofalwr maeth.",
        "gofalwr maeth yn eich ardal",
        "dydd Gwener 4 Rhagfyr 2026",
        "Nia Pritchard",
        "999",
    ] {
        assert!(letter.contains(words), "{words}: {letter}");
    }
    for words in [
        "Gethin",
        "Siân",
        "quoxreason",
        "quoxworry",
        "first",
        "cyntaf",
        made.reference.as_str(),
    ] {
        assert!(!letter.contains(words), "{words}: {letter}");
    }
    let english = browser.get(&format!("/cy{path}/letter?person={}", ids[1])).await;
    let letter = letter_of(&english);
    assert!(letter.starts_with("lang=\"en\""), "{letter}");
    for words in ["Dear Gethin", "You are waiting for a carer.", "Friday 4 December 2026"] {
        assert!(letter.contains(words), "{words}: {letter}");
    }
    for words in ["Quox Row", "Quox Lane", "Zofia", "Siân"] {
        assert!(!letter.contains(words), "{words}: {letter}");
    }
    for nobody in ["", "x", "00000000-0000-7000-8000-000000000000"] {
        assert_eq!(
            browser.get(&format!("{path}/letter?person={nobody}")).await.status,
            404,
            "{nobody}"
        );
    }
}

#[tokio::test]
async fn a_letter_to_a_home_that_is_hidden_has_no_address() {
    let house = House::serve().await;
    let (site, somebody, mut browser) = manager(&house).await;
    let mut hidden = family(site, |_| ());
    hidden.homes[0].hidden = true;
    let made = refer(&house, &somebody, hidden).await;
    let path = format!("/referrals/{}/letter", made.id);
    let letters = browser.get(&path).await;
    let id = letters.body.split("?person=").nth(1).unwrap()[..36].to_owned();
    let page = browser.get(&format!("{path}?person={id}")).await;
    assert!(!page.body.contains("Quox Row"));
    assert!(page.says("The address must not be shown"));
    assert!(
        page.says("We will tell you by Friday 27 November 2026 what is decided."),
        "{}",
        page.text()
    );
    let stranger = house.staff("Olwen", Role::Supervisor, site).await;
    assert_eq!(house.signed_in(&stranger).await.get(&path).await.status, 404);
}

/// The letter alone, as it is printed.
fn letter_of(page: &Seen) -> String {
    let letter = page.body.split("<section class=\"letter\" ").nth(1);
    let letter = letter.unwrap_or_else(|| panic!("no letter: {}", page.text()));
    letter.split("</section>").next().unwrap_or_default().to_owned()
}
