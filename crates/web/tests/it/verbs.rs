//! What happens to a referral after it is sent: asked and answered, its place, the family told, what happened after.

use crate::referral::refer;
use crate::support::{Browser, House, Somebody, hours, minutes};
use domain::role::Role;

struct Two {
    house: House,
    by: Somebody,
    who: Somebody,
    worker: Browser,
    manager: Browser,
    referral: String,
}

/// A referral, with its worker and whoever decides.
async fn two() -> Two {
    let house = House::serve().await;
    let site = house.site("Bro Gwaun").await;
    let by = house.staff("Anwen Prys", Role::FamilyWorker, site).await;
    let who = house.staff("Nia Pritchard", Role::ProgrammeManager, site).await;
    let (mut worker, manager) = (house.signed_in(&by).await, house.signed_in(&who).await);
    let referral = refer(&mut worker).await;
    Two {
        house,
        by,
        who,
        worker,
        manager,
        referral,
    }
}

/// Fills in the page of a verb and sends it; gives what stands wrong, or nothing.
async fn done(browser: &mut Browser, page: &str, boxes: &[(&str, &str)]) -> Vec<String> {
    let mut form = browser.get(page).await.form("main-form");
    for (name, value) in boxes {
        form = form.with(name, value);
    }
    let answer = browser.submit(form).await;
    if answer.status == 303 {
        return Vec::new();
    }
    assert_eq!(answer.status, 422, "{}", answer.text());
    for (name, value) in boxes.iter().filter(|(name, _)| *name == "text") {
        assert_eq!(
            answer.form("main-form").value(name).trim(),
            value.trim(),
            "what was typed stays"
        );
    }
    answer.problems()
}

async fn decide(browser: &mut Browser, referral: &str, boxes: &[(&str, &str)]) {
    let wrong = done(browser, &format!("{referral}/decide"), boxes).await;
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[tokio::test]
async fn what_is_asked_is_answered_in_a_thread_both_read() {
    let Two {
        house,
        mut worker,
        mut manager,
        referral,
        ..
    } = two().await;
    let (ask, answer) = (format!("{referral}/ask"), format!("{referral}/answer"));
    assert_eq!(worker.get(&ask).await.status, 404, "who refers does not ask");
    assert_eq!(done(&mut manager, &ask, &[("text", " ")]).await.len(), 1);
    assert!(done(&mut manager, &ask, &[("text", "Which school?")]).await.is_empty());
    assert!(worker.get(&referral).await.says("Which school?"));
    house.pass(minutes(1));
    assert_eq!(done(&mut worker, &answer, &[("text", "")]).await.len(), 1);
    assert!(done(&mut worker, &answer, &[("text", "Ysgol y Bont")]).await.is_empty());
    let shown = manager.get(&referral).await.text();
    let (asked, answered) = (shown.find("Which school?"), shown.find("Ysgol y Bont"));
    assert!(asked.is_some() && asked < answered, "{shown}");
    decide(&mut manager, &referral, &[("decision", "accept")]).await;
}

#[tokio::test]
async fn a_place_on_the_list_has_its_reason_and_the_list_of_a_past_day_stays() {
    let Two {
        house,
        who,
        mut worker,
        mut manager,
        referral,
        ..
    } = two().await;
    decide(&mut manager, &referral, &[("decision", "accept")]).await;
    let place = format!("{referral}/priority");
    assert_eq!(worker.get(&place).await.status, 404);
    let wrong = done(&mut manager, &place, &[("priority", "first")]).await;
    assert_eq!(wrong.len(), 1, "who comes first has a reason: {wrong:?}");
    let boxes = [
        ("priority", "first"),
        ("waits_for", "language"),
        ("reason", "A new baby"),
    ];
    assert!(done(&mut manager, &place, &boxes).await.is_empty());
    let shown = manager.get(&referral).await;
    assert!(shown.says("A new baby"), "{}", shown.text());
    // Three days later the family is not on the list any more; the list of that day has it still.
    house.pass(hours(24 * 3));
    let mut manager = house.signed_in(&who).await;
    let back = [("reason", "They moved")];
    assert!(
        done(&mut manager, &format!("{referral}/withdraw"), &back)
            .await
            .is_empty()
    );
    assert!(!manager.get("/waiting").await.says("O'Neill"));
    let then = manager.get("/waiting?on_day=22&on_month=11&on_year=2026").await;
    assert!(then.says("O'Neill"), "{}", then.text());
    let before = manager.get("/waiting?on_day=20&on_month=11&on_year=2026").await;
    assert!(!before.says("O'Neill"));
    for (never, says) in [
        ("on_day=31&on_month=2&on_year=2026", "real date"),
        ("on_day=1&on_month=1&on_year=2099", "today or earlier"),
    ] {
        let page = manager.get(&format!("/waiting?{never}")).await;
        assert!(page.body.contains(says), "{never}: {}", page.text());
    }
}

#[tokio::test]
async fn a_family_is_told_and_hears_again_and_a_day_that_cannot_be_is_named() {
    let Two {
        mut worker, referral, ..
    } = two().await;
    let tell = format!("{referral}/tell");
    assert!(
        worker.get(&referral).await.says("Nobody has told the family"),
        "{}",
        worker.get(&referral).await.text()
    );
    let wrong = done(
        &mut worker,
        &tell,
        &[
            ("how", "call"),
            ("on_day", "31"),
            ("on_month", "2"),
            ("on_year", "2026"),
        ],
    )
    .await;
    assert_eq!(wrong.len(), 1, "{wrong:?}");
    let past = [
        ("how", "call"),
        ("next_day", "1"),
        ("next_month", "1"),
        ("next_year", "2020"),
    ];
    assert_eq!(
        done(&mut worker, &tell, &past).await.len(),
        1,
        "they cannot hear again in the past"
    );
    let told = [
        ("how", "call"),
        ("text", "We wait for somebody near"),
        ("next_day", "12"),
        ("next_month", "12"),
        ("next_year", "2026"),
    ];
    assert!(done(&mut worker, &tell, &told).await.is_empty());
    let shown = worker.get(&referral).await;
    assert!(
        shown.says("We wait for somebody near") && shown.says("12 December 2026"),
        "{}",
        shown.text()
    );
}

#[tokio::test]
async fn a_year_after_a_family_was_not_taken_its_worker_is_asked_once_what_happened() {
    let Two {
        house,
        who,
        by,
        mut manager,
        referral,
        ..
    } = two().await;
    let full = [("decision", "not_accept"), ("why", "full"), ("reason", "No place")];
    decide(&mut manager, &referral, &full).await;
    house.pass(hours(24 * 364));
    let tidy = async || store::maintain::tidy(&house.store).await.expect("it is done").asked;
    assert_eq!(tidy().await, 0);
    let mut worker = house.signed_in(&by).await;
    assert!(!worker.get("/").await.says("what happened after"));
    house.pass(hours(24));
    assert_eq!(tidy().await, 1);
    assert_eq!(tidy().await, 0, "once");
    let mut worker = house.signed_in(&by).await;
    let first = worker.get("/").await;
    assert!(first.says("To answer: 1"), "{}", first.text());
    let list = worker.get("/referrals/outcomes").await;
    assert!(list.says("O'Neill") && list.says("21 November 2027"), "{}", list.text());
    let outcome = format!("{referral}/outcome");
    assert!(list.body.contains(&outcome));
    assert_eq!(
        done(&mut worker, &outcome, &[]).await,
        ["Say of at least one child where they live"]
    );
    let told = [
        ("lives_0", "in_care"),
        ("entered_0_day", "1"),
        ("entered_0_month", "9"),
        ("entered_0_year", "2027"),
    ];
    assert!(done(&mut worker, &outcome, &told).await.is_empty());
    assert!(worker.get(&referral).await.says("1 September 2027"));
    assert!(!worker.get("/").await.says("To answer"));
    assert!(
        worker
            .get("/referrals/outcomes")
            .await
            .says("Nothing is asked of you now")
    );
    // Who may no longer write is asked nothing.
    let mut manager = house.signed_in(&who).await;
    assert!(!manager.get("/").await.says("To answer"));
}
