//! A family is referred, decided and waits; and what happens to impossible, repeated and late input.

use crate::support::{Browser, Form, House, Seen, hours};
use domain::id::ReferralId;
use domain::role::Role;
use domain::text::Text;

/// A form that holds a whole referral, as a social worker would fill it in.
fn filled(page: &Seen) -> Form {
    page.form("main-form")
        .with("child-1_forename", "Siân")
        .with("child-1_surname", "O'Neill")
        .with("child-1_reason", "risk_of_care")
        .with("adult-1_forename", "Zofia")
        .with("adult-1_surname", "Wałęsa")
        .with("adult-1_taking_part", "given")
        .with("adult-1_sharing", "agreed")
        .with("needs", "routines")
}

pub async fn worker(house: &House) -> Browser {
    let site = house.site("Bro Gwaun").await;
    let worker = house.staff("Anwen Prys", Role::FamilyWorker, site).await;
    house.signed_in(&worker).await
}

/// Refers a family and gives the address of the referral.
pub async fn refer(browser: &mut Browser) -> String {
    let page = browser.get("/referrals/new").await;
    let sent = browser.submit(filled(&page)).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    sent.location().split('?').next().unwrap_or_default().to_owned()
}

/// Sends the form with these fields changed and gives the page that comes back.
async fn send(browser: &mut Browser, changed: &[(&str, &str)]) -> Seen {
    let page = browser.get("/referrals/new").await;
    let form = changed
        .iter()
        .fold(filled(&page), |form, (name, value)| form.with(name, value));
    browser.submit(form).await
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
async fn every_mistake_is_named_at_once_and_nothing_typed_is_lost() {
    let house = House::serve().await;
    let mut browser = worker(&house).await;
    let page = browser.get("/referrals/new").await;
    let form = page
        .form("main-form")
        .with("going_well", "Mae hi’n canu. <script>alert(1)</script>");
    let back = browser.submit(form).await;
    assert_eq!(back.status, 422);
    assert!(back.title().starts_with("Error:"), "{}", back.title());
    let problems = back.problems();
    for expected in [
        "Child 1: enter a first name, a last name or the name they are known by",
        "Child 1: choose why this child is referred",
        "Adult 1: say whether they agree to take part",
        "Adult 1: say on what basis information is shared",
        "Choose at least one area of need",
    ] {
        assert!(
            problems.iter().any(|problem| problem == expected),
            "{expected} in {problems:?}"
        );
    }
    assert_eq!(
        back.form("main-form").value("going_well"),
        "Mae hi’n canu. <script>alert(1)</script>"
    );
    assert!(!back.body.contains("<script>alert"), "markup is shown as text");
}

#[tokio::test]
async fn impossible_days_are_named_and_partial_ones_are_taken() {
    let house = House::serve().await;
    let mut browser = worker(&house).await;
    let birth = |day: &'static str, month: &'static str, year: &'static str| {
        [
            ("child-1_birth_day", day),
            ("child-1_birth_month", month),
            ("child-1_birth_year", year),
        ]
    };
    for (day, month, year, says) in [
        ("31", "2", "2015", "enter a real date of birth"),
        ("29", "2", "2023", "enter a real date of birth"),
        ("1", "4", "15", "write the year of birth with four figures"),
        ("1", "4", "2099", "the date of birth is in the future"),
        ("1", "", "2015", "a day needs its month and year"),
        ("1", "4", "1850", "the year of birth must be 1900 or later"),
        ("1", "4", "1990", "this date of birth makes them an adult"),
    ] {
        let back = send(&mut browser, &birth(day, month, year)).await;
        assert_eq!(back.status, 422, "{day}/{month}/{year}");
        assert!(
            back.problems().iter().any(|p| p.contains(says)),
            "{says}: {:?}",
            back.problems()
        );
    }
    for (day, month, year) in [("", "4", "2015"), ("", "", "2015"), ("", "", ""), ("29", "2", "2024")] {
        assert_eq!(
            send(&mut browser, &birth(day, month, year)).await.status,
            303,
            "{day}/{month}/{year}"
        );
    }
}

#[tokio::test]
async fn names_of_every_kind_come_back_as_they_were_written() {
    let house = House::serve().await;
    let mut browser = worker(&house).await;
    let long = "Ŵ".repeat(200);
    for name in [
        "Q",
        long.as_str(),
        "D'Arcy-ap Siôn",
        "Ní Bhriain",
        "Łucja",
        "👩‍👧",
        "<b>Bob</b>",
        "=1+1",
        "Robert'); drop table person;--",
    ] {
        let sent = send(&mut browser, &[("child-1_forename", name)]).await;
        assert_eq!(sent.status, 303, "{name}");
        let shown = browser.get(sent.location()).await;
        assert!(shown.text().contains(name), "{name}");
    }
    let too_long = "a".repeat(201);
    let back = send(&mut browser, &[("child-1_forename", &too_long)]).await;
    assert!(
        back.problems()
            .iter()
            .any(|p| p.contains("can have up to 200 characters")),
        "{:?}",
        back.problems()
    );
    assert_eq!(back.form("main-form").value("child-1_forename"), too_long);
}

#[tokio::test]
async fn words_over_the_limit_are_kept_and_a_body_over_it_is_refused_in_a_sentence() {
    let house = House::serve().await;
    let mut browser = worker(&house).await;
    let long = "a".repeat(10_001);
    let back = send(&mut browser, &[("worries", &long)]).await;
    assert_eq!(back.status, 422);
    assert_eq!(back.form("main-form").value("worries").trim_start(), long);
    let too_large = "a".repeat(1_100_000);
    let refused = send(&mut browser, &[("worries", &too_large)]).await;
    assert_eq!(refused.status, 413);
    assert!(refused.heading().len() > 3);
}

#[tokio::test]
async fn a_form_posted_twice_makes_one_referral() {
    let house = House::serve().await;
    let mut browser = worker(&house).await;
    let page = browser.get("/referrals/new").await;
    let first = browser.submit(filled(&page)).await;
    let second = browser.submit(filled(&page)).await;
    assert_eq!(second.status, 303);
    assert_eq!(first.location(), second.location());
    let other = browser.submit(filled(&page).with("child-1_forename", "Beca")).await;
    assert_eq!(other.status, 409, "the same key with other words is not the same form");
}

#[tokio::test]
async fn the_other_language_and_a_sign_in_that_ended_keep_what_was_typed() {
    let house = House::serve().await;
    let site = house.site("Bro Gwaun").await;
    let anwen = house.staff("Anwen Prys", Role::FamilyWorker, site).await;
    let mut browser = house.signed_in(&anwen).await;
    let page = browser.get("/referrals/new").await;
    let toggled = browser.submit(filled(&page).with("switch_language", "cy")).await;
    assert_eq!(
        (toggled.status.as_u16(), toggled.location()),
        (303, "/cy/referrals/new")
    );
    let welsh = browser.get("/cy/referrals/new").await;
    assert_eq!(welsh.form("main-form").value("child-1_surname"), "O'Neill");

    let late = welsh.form("main-form").with("worries", "wedi hanner nos");
    house.pass(hours(13));
    let ended = browser.submit(late).await;
    assert!(ended.location().contains("/cy/sign-in"), "{}", ended.location());
    let mut again = house.signed_in(&anwen).await;
    assert_eq!(
        again
            .get("/cy/referrals/new")
            .await
            .form("main-form")
            .value("worries")
            .trim_start(),
        "wedi hanner nos"
    );
    let stranger = house.staff("Someone Else", Role::FamilyWorker, site).await;
    let mut stranger = house.signed_in(&stranger).await;
    assert_eq!(
        stranger
            .get("/referrals/new")
            .await
            .form("main-form")
            .value("worries")
            .trim(),
        ""
    );
}

#[tokio::test]
async fn what_is_typed_is_kept_while_it_is_typed_and_only_from_our_own_page() {
    let house = House::serve().await;
    let mut browser = worker(&house).await;
    let page = browser.get("/referrals/new").await.form("main-form");
    let token = page.value("csrf").to_owned();
    // As the script sends it: every box, and the token beside them.
    let typed = Form {
        action: "/referrals/new/draft".into(),
        ..page.without("csrf").with("worries", "Nosweithiau anodd")
    };
    let own = ("origin", house.settings.origin.as_str());
    for beside in [None, Some("another")] {
        let headers: Vec<_> = [own].into_iter().chain(beside.map(|token| ("x-csrf", token))).collect();
        let refused = browser.submit_from(typed.clone(), &headers).await;
        assert_eq!(refused.status, 403, "with the token {beside:?}");
    }
    assert!(!browser.get("/referrals/new").await.body.contains("Nosweithiau anodd"));
    let kept = browser.submit_from(typed, &[own, ("x-csrf", &token)]).await;
    assert_eq!(kept.status, 204, "{}", kept.text());
    assert!(browser.get("/referrals/new").await.body.contains("Nosweithiau anodd"));
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
