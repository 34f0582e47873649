//! The pages of a referral on its way: impossible, repeated and late input, and leaving half way.

use crate::referral::worker;
use crate::support::draft::{Draft, FAMILY, send, sent_to};
use crate::support::{Form, House, hours};
use domain::role::Role;

#[tokio::test]
async fn every_mistake_is_named_at_once_and_nothing_typed_is_lost() {
    let house = House::serve().await;
    let mut browser = worker(&house).await;
    let draft = Draft::begin(&mut browser).await;
    let markup = "Mae hi’n canu. <script>alert(1)</script>";
    let mut named: Vec<&str> = Vec::new();
    for (page, expected) in [
        (
            "people/child-1",
            &[
                "Child 1: enter a first name, a last name or the name they are known by",
                "Child 1: choose why this child is referred",
            ][..],
        ),
        (
            "consent",
            &[
                "Adult 1: say whether they agree to take part",
                "Adult 1: say on what basis information is shared",
            ],
        ),
        ("needs", &["Choose at least one area of need"]),
    ] {
        let href = format!("{}/{page}", draft.href);
        let back = draft.fill_page(&mut browser, &href, &[("worries", markup)]).await;
        assert_eq!(back.status, 422, "{page}");
        assert!(back.title().starts_with("Error:"), "{}", back.title());
        assert_eq!(back.problems(), expected);
        named.extend(expected);
        if page == "needs" {
            assert_eq!(back.form("main-form").value("worries").trim_start(), markup);
            assert!(!back.body.contains("<script>alert"), "markup is shown as text");
        }
    }
    let check = browser.get(&format!("{}/check", draft.href)).await;
    assert_eq!(check.status, 200);
    for expected in &named {
        assert!(check.says(expected), "{expected}: {}", check.text());
    }
    let sent = browser.submit(check.form("main-form")).await;
    assert_eq!(sent.status, 422, "and it cannot be sent without");
    for expected in named {
        assert!(
            sent.problems().iter().any(|problem| problem == expected),
            "{expected} in {:?}",
            sent.problems()
        );
    }
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
        let shown = browser.get(&sent_to(&sent)).await;
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
    let draft = Draft::begin(&mut browser).await;
    draft.fill(&mut browser, FAMILY).await;
    let check = browser.get(&format!("{}/check", draft.href)).await;
    let first = browser.submit(check.form("main-form")).await;
    let second = browser.submit(check.form("main-form")).await;
    assert_eq!(second.status, 303);
    assert_eq!(first.location(), second.location());
    assert_eq!(browser.get(&draft.href).await.status, 404, "its draft is gone");
    assert_eq!(browser.get("/referrals").await.body.matches("O&#39;Neill").count(), 1);
}

#[tokio::test]
async fn a_referral_begun_on_one_machine_is_taken_up_on_another_and_by_nobody_else() {
    let house = House::serve().await;
    let site = house.site("Bro Gwaun").await;
    let anwen = house.staff("Anwen Prys", Role::FamilyWorker, site).await;
    let mut browser = house.signed_in(&anwen).await;
    let draft = Draft::begin(&mut browser).await;
    let people = format!("{}/people/child-1", draft.href);
    let later = browser.get(&people).await.form("main-form");
    let later = later.with("child-1_forename", "Siân").with("then", "tasks");
    assert_eq!(browser.submit(later).await.location(), draft.href);

    let mut elsewhere = house.signed_in(&anwen).await;
    let begun = elsewhere.get("/referrals/new").await;
    assert!(begun.says("Siân"), "{}", begun.text());
    let page = elsewhere.get(&people).await;
    assert_eq!(page.form("main-form").value("child-1_forename"), "Siân");

    let stranger = house.staff("Someone Else", Role::FamilyWorker, site).await;
    let mut stranger = house.signed_in(&stranger).await;
    assert_eq!(stranger.get(&people).await.status, 404);
    assert!(!stranger.get("/referrals/new").await.says("Siân"));
}

#[tokio::test]
async fn a_draft_is_warned_about_and_goes_when_nobody_comes_back_to_it() {
    let house = House::serve().await;
    let site = house.site("Bro Gwaun").await;
    let anwen = house.staff("Anwen Prys", Role::FamilyWorker, site).await;
    let mut browser = house.signed_in(&anwen).await;
    let draft = Draft::begin(&mut browser).await;
    assert!(!browser.get("/referrals/new").await.says("Deleted after"));
    house.pass(hours(24 * 23 + 1));
    let mut browser = house.signed_in(&anwen).await;
    assert!(browser.get("/referrals/new").await.says("Deleted after"));
    house.pass(hours(24 * 7));
    store::maintain::hourly(&house.store, None).await.expect("it is done");
    let mut browser = house.signed_in(&anwen).await;
    assert_eq!(browser.get(&draft.href).await.status, 404);
}

#[tokio::test]
async fn the_other_language_and_a_sign_in_that_ended_keep_what_was_typed() {
    let house = House::serve().await;
    let site = house.site("Bro Gwaun").await;
    let anwen = house.staff("Anwen Prys", Role::FamilyWorker, site).await;
    let mut browser = house.signed_in(&anwen).await;
    let draft = Draft::begin(&mut browser).await;
    let needs = format!("{}/needs", draft.href);
    let page = browser.get(&needs).await.form("main-form");
    let toggled = page.with("worries", "hanner nos").with("switch_language", "cy");
    let toggled = browser.submit(toggled).await;
    assert_eq!(
        (toggled.status.as_u16(), toggled.location()),
        (303, format!("/cy{needs}").as_str())
    );
    let welsh = browser.get(toggled.location()).await;
    let typed = welsh.form("main-form");
    assert_eq!(typed.value("worries").trim_start(), "hanner nos");

    house.pass(hours(13));
    let ended = browser.submit(typed.with("worries", "wedi hanner nos")).await;
    assert!(ended.location().contains("/cy/sign-in"), "{}", ended.location());
    let mut again = house.signed_in(&anwen).await;
    let back = again.get(&format!("/cy{needs}")).await;
    assert_eq!(back.form("main-form").value("worries").trim_start(), "wedi hanner nos");
}

#[tokio::test]
async fn what_is_typed_is_kept_while_it_is_typed_and_only_from_our_own_page() {
    let house = House::serve().await;
    let mut browser = worker(&house).await;
    let draft = Draft::begin(&mut browser).await;
    let needs = format!("{}/needs", draft.href);
    let page = browser.get(&needs).await.form("main-form");
    let token = page.value("csrf").to_owned();
    // As the script sends it: every box, and the token beside them.
    let typed = Form {
        action: format!("{needs}/keep"),
        ..page.without("csrf").with("worries", "Nosweithiau anodd")
    };
    let own = ("origin", house.settings.origin.as_str());
    for beside in [None, Some("another")] {
        let headers: Vec<_> = [own].into_iter().chain(beside.map(|token| ("x-csrf", token))).collect();
        let refused = browser.submit_from(typed.clone(), &headers).await;
        assert_eq!(refused.status, 403, "with the token {beside:?}");
    }
    assert!(!browser.get(&needs).await.body.contains("Nosweithiau anodd"));
    let kept = browser.submit_from(typed.clone(), &[own, ("x-csrf", &token)]).await;
    assert_eq!(kept.status, 204, "{}", kept.text());
    assert!(browser.get(&needs).await.body.contains("Nosweithiau anodd"));

    draft.fill(&mut browser, FAMILY).await;
    assert_eq!(draft.send(&mut browser).await.status, 303);
    let late = browser.submit_from(typed, &[own, ("x-csrf", &token)]).await;
    assert_eq!(late.status, 404, "what comes after sending is kept nowhere");
}

#[tokio::test]
async fn twenty_sent_at_once_make_one_referral() {
    let house = House::serve().await;
    let mut browser = worker(&house).await;
    let draft = Draft::begin(&mut browser).await;
    draft.fill(&mut browser, FAMILY).await;
    let form = browser.get(&format!("{}/check", draft.href)).await.form("main-form");
    let local = tokio::task::LocalSet::new();
    let press = || {
        let (mut browser, form) = (browser.clone(), form.clone());
        local.spawn_local(async move { browser.submit(form).await })
    };
    let presses: Vec<_> = (0..20).map(|_| press()).collect();
    let mut led_to = Vec::new();
    local
        .run_until(async {
            for press in presses {
                let sent = press.await.expect("it is answered");
                assert_eq!(sent.status, 303, "{}", sent.text());
                led_to.push(sent.location().to_owned());
            }
        })
        .await;
    led_to.dedup();
    assert_eq!(led_to.len(), 1, "{led_to:?}");
    assert_eq!(browser.get("/referrals").await.body.matches("O&#39;Neill").count(), 1);
}
