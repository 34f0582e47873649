//! A review is planned, moved, held, read, put right and called off; what is due is said where it is wanted; levels are set.

use crate::matching::{Area, area, href, matched};
use crate::support::{Browser, hours};
use domain::role::Role;

/// A family that Lowri supports, with her signed in.
async fn supported() -> (Area, Browser) {
    let mut area = area().await;
    matched(&mut area).await;
    let lowri = area.house.signed_in(&area.carer).await;
    (area, lowri)
}

/// The form of a review as somebody fills it in.
async fn held(browser: &mut Browser, family: &str) -> crate::support::Form {
    let page = browser.get(&format!("{family}/reviews/write")).await;
    page.form("main-form")
        .with("there", "carer")
        .with("said", "Mornings go well.")
        .with("theirs", "We laugh again")
        .with("decided", "step")
}

#[tokio::test]
async fn a_review_is_written_down_read_and_put_right_and_leads_to_the_step() {
    let (
        Area {
            mut manager, family, ..
        },
        mut lowri,
    ) = supported().await;
    let before = lowri.get(&family).await;
    assert!(before.says("The next review is due by"), "{}", before.text());
    let form = held(&mut lowri, &family).await;
    let saved = lowri.submit(form.clone()).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let again = lowri.submit(form).await;
    assert_eq!(again.location(), saved.location(), "sent twice, stored once");
    let shown = lowri.get(saved.location()).await;
    for words in [
        "It is saved.",
        "Mornings go well.",
        "We laugh again",
        "The carer",
        "Support steps up or down",
    ] {
        assert!(shown.says(words), "{words}: {}", shown.text());
    }
    let step = href(&shown, &format!("{family}/step"));
    let step = lowri.get(&step).await;
    assert_eq!(step.form("main-form").value("cause"), "review");
    let review = saved.location().split('?').next().expect("an address").to_owned();
    let timeline = manager.get(&format!("{family}?show=reviews")).await;
    assert!(timeline.says("Decided: Support steps up or down") && timeline.says("We laugh again"));
    assert!(!timeline.says("Support began"));
    assert!(
        !manager
            .get(&format!("{family}?show=visits"))
            .await
            .says("We laugh again")
    );

    let right = lowri.get(&format!("{review}/right")).await.form("main-form");
    assert_eq!(
        lowri.submit(right.clone()).await.problems(),
        ["Say why it is put right"]
    );
    let right = right
        .with("said", "Mornings go very well.")
        .with("why", "A word was missing");
    assert_eq!(lowri.submit(right.clone()).await.status, 303);
    let page = lowri.get(&review).await;
    for words in [
        "Mornings go very well.",
        "What stood there before",
        "Mornings go well.",
        "A word was missing",
    ] {
        assert!(page.says(words), "{words}");
    }
    let late = lowri
        .submit(right.with("said", "Something else").with("once", "another"))
        .await;
    assert!(late.problems()[0].starts_with("Somebody else changed this review meanwhile"));
    assert_eq!(late.form("main-form").value("said").trim(), "Something else");
    let others = manager.get(&format!("{review}/right")).await.form("main-form");
    let others = manager.submit(others.with("why", "I know better")).await;
    assert_eq!(others.problems(), ["Only whoever wrote this can put it right"]);
}

#[tokio::test]
async fn everything_wrong_with_a_review_is_said_at_once_and_kept() {
    let (Area { family, .. }, mut lowri) = supported().await;
    let page = lowri.get(&format!("{family}/reviews/write")).await;
    let wrong = page
        .form("main-form")
        .without("kind")
        .without("present")
        .with("on_day", "31")
        .with("on_month", "2")
        .with("theirs", "Nos da, cariad ŵ");
    let wrong = lowri.submit(wrong).await;
    assert_eq!(wrong.status, 422);
    assert_eq!(
        wrong.problems(),
        [
            "Choose what it is",
            "Enter a real date",
            "Tick at least one person who was there",
            "Say in a few words what was said"
        ]
    );
    assert_eq!(wrong.form("main-form").value("theirs").trim(), "Nos da, cariad ŵ");
    let form = held(&mut lowri, &family).await;
    let refused = |form: crate::support::Form, browser: Browser| async move {
        let mut browser = browser;
        let seen = browser.submit(form).await;
        (seen.problems().join(" "), browser)
    };
    let (said, lowri) = refused(form.clone().with("on_year", "2099"), lowri).await;
    assert!(said.contains("is still to come. Plan the review"), "{said}");
    let (said, lowri) = refused(form.clone().with("on_year", "2001"), lowri).await;
    assert!(said.starts_with("Support began on"), "{said}");
    let stranger = "01234567-89ab-7def-8123-456789abcdef";
    let (said, _) = refused(form.with("present", stranger), lowri).await;
    assert_eq!(
        said,
        "Somebody named is not of this family. Choose from the family’s people."
    );
}

#[tokio::test]
async fn a_review_is_planned_moved_held_or_called_off() {
    let (
        Area {
            house,
            mut manager,
            family,
            site,
            ..
        },
        mut lowri,
    ) = supported().await;
    let form = manager.get(&format!("{family}/reviews/plan")).await.form("main-form");
    let planned = manager.submit(form.clone().with("kind", "support_meeting")).await;
    assert_eq!(planned.status, 303, "{}", planned.text());
    let meeting = planned.location().split('?').next().expect("an address").to_owned();
    assert!(lowri.get(&family).await.says("Support meeting"));
    let moved = lowri.get(&format!("{meeting}/plan")).await.form("main-form");
    let over = lowri.submit(moved.with("on_year", "2001")).await;
    assert!(
        over.problems()[0].starts_with("Support began on"),
        "{:?}",
        over.problems()
    );
    let page = lowri.get(&meeting).await;
    assert_eq!(lowri.submit(page.form_to("/off")).await.status, 303);
    let off = lowri.get(&format!("{family}?show=reviews")).await;
    assert!(off.says("Called off: Support meeting"), "{}", off.text());
    let late = lowri.submit(page.form_to("/off")).await;
    assert_eq!(late.status, 303, "pressed twice");

    let planned = manager.submit(form.with("once", "another")).await;
    let review = planned.location().split('?').next().expect("an address").to_owned();
    let page = lowri.get(&format!("{review}/held")).await;
    let held = page.form("main-form").with("said", "We met.").with("decided", "close");
    let held = lowri.submit(held).await;
    assert_eq!(held.status, 303, "{}", held.text());
    let shown = lowri.get(&review).await;
    assert!(shown.says("Nothing closes by itself."), "{}", shown.text());
    assert_eq!(lowri.get(&format!("{review}/held")).await.status, 200);

    // Whoever opens the family reads; nobody of elsewhere does, and no family reads another's.
    let lead = house.staff("Gwen Price", Role::SafeguardingLead, site).await;
    let mut lead = house.signed_in(&lead).await;
    assert!(lead.get(&review).await.says("We met."));
    assert_eq!(lead.get(&format!("{review}/held")).await.status, 404);
    assert_eq!(lead.get(&format!("{family}/reviews/plan")).await.status, 404);
    let elsewhere = house
        .staff("Sioned Wyn", Role::ProgrammeManager, house.site("Elsewhere").await)
        .await;
    assert_eq!(house.signed_in(&elsewhere).await.get(&review).await.status, 404);
}

#[tokio::test]
async fn a_review_reads_in_welsh() {
    let (Area { family, .. }, mut lowri) = supported().await;
    let page = lowri.get(&format!("/cy{family}/reviews/write")).await;
    assert!(page.says("Beth ddywedodd y teulu, yn eu geiriau eu hunain"));
    let saved = lowri
        .submit(
            page.form("main-form")
                .with("said", "Da iawn")
                .with("decided", "continue"),
        )
        .await;
    let shown = lowri.get(saved.location()).await;
    assert!(shown.says("Mae’r cymorth yn parhau fel y mae"), "{}", shown.text());
    assert!(
        lowri
            .get(&format!("/cy{family}/level"))
            .await
            .says("Wythnos wrth wythnos")
    );
}

#[tokio::test]
async fn what_is_due_stands_on_the_first_pages_and_in_its_list() {
    let (
        Area {
            house,
            carer,
            supervisor,
            family,
            site,
            ..
        },
        mut lowri,
    ) = supported().await;
    let home = lowri.get("/").await;
    assert!(home.says("A visit: By"), "{}", home.text());
    assert!(home.says("Today") || home.says("By"));
    house.pass(hours(24 * 15));
    let mut rhian = house.signed_in(&supervisor).await;
    let home = rhian.get("/").await;
    assert!(
        home.says("What is due this week") && home.says("A visit: Was due"),
        "{}",
        home.text()
    );
    let list = rhian.get("/due").await;
    assert!(list.says("Was due") && list.says("For the carer"), "{}", list.text());
    assert!(
        !rhian.get("/due?show=reviews").await.says("For the programme team"),
        "none in four weeks"
    );
    house.pass(hours(24 * 60));
    house.agree_again(site).await;
    let mut rhian = house.signed_in(&supervisor).await;
    assert!(rhian.get("/due?show=reviews").await.says("For the programme team"));
    let mut lowri = house.signed_in(&carer).await;
    assert!(lowri.get("/").await.says("A visit: Was due"));
    assert!(lowri.get(&family).await.says("The next review is due by"));
    house.pass(hours(24 * 30));
    let mut lowri = house.signed_in(&carer).await;
    assert!(lowri.get(&family).await.says("A review has been due since"));
}

#[tokio::test]
async fn the_level_page_shows_the_weeks_and_a_suggestion_is_set_aside_with_a_reason() {
    let (
        Area {
            house, carer, family, ..
        },
        mut lowri,
    ) = supported().await;
    let page = lowri.get(&format!("{family}/level")).await;
    assert!(page.says("Week by week") && page.says("Not counted"), "{}", page.text());
    assert!(!page.says("Worth a look"));
    house.pass(hours(24 * 28));
    let mut lowri = house.signed_in(&carer).await;
    let page = lowri.get(&format!("{family}/level")).await;
    assert!(
        page.says("Worth a look") && page.says("Did not take place: 1"),
        "{}",
        page.text()
    );
    assert!(page.says("Rule (assumed): weeks in a row 3"), "{}", page.text());
    let aside = page.form_to("/suggestions/aside");
    let silent = lowri.submit(aside.clone()).await;
    assert_eq!(silent.problems(), ["Say why it does not call for a step"]);
    let said = lowri.submit(aside.clone().with("reason_below", "A new baby")).await;
    assert_eq!(said.status, 303, "{}", said.text());
    let page = lowri.get(said.location()).await;
    assert!(!page.says("Worth a look") && page.says("A new baby"), "{}", page.text());
    let gone = lowri.submit(aside.with("reason_below", "Twice")).await;
    assert!(
        gone.problems()[0].starts_with("What was recorded has changed"),
        "{:?}",
        gone.problems()
    );
}

#[tokio::test]
async fn a_site_sets_its_own_levels_with_every_mistake_named_at_once() {
    let (
        Area {
            mut manager,
            family,
            site,
            ..
        },
        mut lowri,
    ) = supported().await;
    let here = format!("/sites/{site}/levels");
    assert!(manager.get("/agreements").await.says("Support levels"));
    assert_eq!(lowri.get(&here).await.status, 404);
    let page = manager.get(&here).await;
    assert!(page.says("(assumed)") && page.says("Stepped up"), "{}", page.text());
    let form = page.form("main-form");
    let wrong = form
        .clone()
        .with("sessions_1", "many")
        .with("weeks_2", "5")
        .with("review_3", "92")
        .with("ends_4", "0")
        .with("first", "6")
        .with("from_year", "2001");
    let wrong = manager.submit(wrong).await;
    let expected = [
        "Enter a whole number: level 1",
        "Enter a day from today on",
        "Level 2: visits are counted in 1 to 4 weeks",
        "Level 3: a review at least every 91 days, and not on the day itself",
        "Level 4: it ends after 1 to 91 days, or not by itself",
    ];
    assert_eq!(wrong.problems(), expected);
    let set = manager
        .submit(form.with("sessions_2", "3").with("review_2", "28"))
        .await;
    assert_eq!(set.status, 303, "{}", set.text());
    let page = manager.get(set.location()).await;
    assert!(
        page.says("The levels are set.") && page.says("set by Nia Pritchard"),
        "{}",
        page.text()
    );
    assert!(!page.says("(assumed)"));
    let step = lowri.get(&format!("{family}/step")).await;
    assert!(step.says("Sessions each week: 2"), "{}", step.text());
    assert!(lowri.get(&format!("{family}/level")).await.says("Week by week"));
}
