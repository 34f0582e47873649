//! Support is closed by a form, each reader has a letter of their own, and what is known later is written down.

use crate::prepare::{Ready, ready, says};
use crate::support::{Browser, Seen, hours};

/// The name of the box of each goal on the form.
pub fn goal_boxes(page: &Seen) -> Vec<String> {
    let mut names: Vec<String> = page
        .body
        .split("name=\"goal_")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(|id| format!("goal_{id}"))
        .collect();
    names.dedup();
    names
}

/// Closes support of a family at whose form this browser looks.
async fn close(browser: &mut Browser, family: &str, child: &str) -> Seen {
    let page = browser.get(&format!("{family}/close")).await;
    let mut form = page
        .form("main-form")
        .with("reason", "goals_met")
        .with("words", "Agreed at the last review")
        .with("achieved", "Canary of what they did together")
        .with(&format!("lives_{child}"), "at_home");
    for goal in goal_boxes(&page) {
        form = form.with(&goal, "reached");
    }
    browser.submit(form).await
}

pub fn letters(page: &Seen) -> Vec<String> {
    let all = page
        .body
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next());
    all.filter(|to| to.contains("letter.pdf"))
        .map(|to| to.replace("&amp;", "&").replace("&#38;", "&"))
        .collect()
}

#[tokio::test]
async fn an_ending_says_everything_that_is_missing_and_keeps_what_was_typed() {
    let mut r = ready().await;
    let family = r.area.family.clone();
    let here = format!("{family}/close");
    assert_eq!(r.lowri.get(&here).await.status, 404, "a carer does not close");
    let manager = &mut r.area.manager;
    assert!(manager.get(&family).await.says("Close support"));
    let page = manager.get(&here).await;
    let goals = goal_boxes(&page);
    assert_eq!(goals.len(), 2, "both goals are asked");
    let empty = manager.submit(page.form("main-form")).await;
    assert_eq!(empty.status, 422);
    let expected = [
        "Say why support ends",
        "Say what was achieved, however small",
        "Say where Siân O'Neill lives",
        "Say what this goal came to",
        "Say what this goal came to",
    ];
    assert_eq!(empty.problems(), expected);
    let lives = format!("lives_{}", r.people[0]);
    let form = page
        .form("main-form")
        .with("reason", "other")
        .with("achieved", "Canary of a mistake")
        .with(&lives, "in_care")
        .with(&goals[0], "reached")
        .with(&goals[1], "let_go");
    let half = manager.submit(form.clone()).await;
    assert_eq!(
        half.problems(),
        [
            "Say in words what the reason is",
            "Siân O'Neill is in care: say which kind, and since when"
        ]
    );
    let kept = half.form("main-form");
    assert_eq!(kept.value("achieved").trim(), "Canary of a mistake");
    assert_eq!(kept.value(&lives), "in_care");
    let form = form.with("reason", "goals_met").with(&lives, "at_home");
    let later = manager.submit(form.clone().with("on_year", "2099")).await;
    assert!(later.problems()[0].ends_with("is to come: close support on its last day or after it"));
    let early = manager.submit(form.clone().with("on_year", "2020")).await;
    assert!(
        early.problems()[0].starts_with("Somebody was with the family on"),
        "{:?}",
        early.problems()
    );
    let page = manager.get(&format!("/cy{here}")).await;
    let welsh = manager.submit(page.form("main-form")).await;
    assert_eq!(welsh.problems()[0], "Dywedwch pam mae’r cymorth yn dod i ben");
}

#[tokio::test]
async fn support_is_not_closed_while_a_concern_is_unread() {
    let mut r = ready().await;
    let family = r.area.family.clone();
    let form = crate::concern::form(&mut r.lowri, &family).await;
    let raised = r.lowri.submit(form).await;
    assert_eq!(raised.status, 303, "{}", raised.text());
    let manager = &mut r.area.manager;
    let page = manager.get(&format!("{family}/close")).await;
    assert!(page.says("Support cannot be closed before."), "{}", page.text());
    let refused = close(manager, &family, &r.people[0]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.problems()[0].starts_with("Somebody raised a concern about this family"));
    let concerns = manager.get("/concerns").await;
    let one = crate::matching::href(&concerns, "/concerns/");
    assert_eq!(manager.get(&one).await.status, 200);
    r.area.house.pass(crate::support::minutes(1));
    let closed = close(&mut r.area.manager, &family, &r.people[0]).await;
    assert_eq!(closed.status, 303, "{:?}", closed.problems());
}

#[tokio::test]
async fn each_reader_has_a_letter_that_names_what_was_achieved_and_nothing_of_somebody_else() {
    let mut r = ready().await;
    let family = r.area.family.clone();
    assert!(r.sioned.get("/").await.says("The plan waits for you"));
    let closed = close(&mut r.area.manager, &family, &r.people[0]).await;
    assert_eq!(closed.status, 303, "{:?}", closed.problems());
    assert!(!r.sioned.get("/").await.says("The plan waits for you"), "it is over");
    let again = close(&mut r.area.manager, &family, &r.people[0]).await;
    assert!(again.problems()[0].starts_with("Support was closed on"));
    let page = r.area.manager.get(closed.location()).await;
    for words in [
        "Support ended on",
        "Canary of what they did together",
        "Agreed at the last review",
        "At home with the family",
        "Refer this family again",
    ] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    let letters = letters(&page);
    let of = |whose: &str| letters.iter().find(|to| to.contains(whose)).cloned();
    let zofia = of(&r.people[1]).expect("an adult has a letter");
    let zofia = r.area.manager.get(&zofia).await;
    assert!(says(&zofia, "Canary of what they did together") && says(&zofia, "Canary two at the door"));
    assert!(says(&zofia, "It is as they wanted it") && says(&zofia, "Visits that took place"));
    for hidden in [
        "Canary one in the fridge",
        "Agreed at the last review",
        "At home with the family",
    ] {
        assert!(!says(&zofia, hidden), "{hidden}");
    }
    let worker = of("family_worker:").expect("the social worker has a letter");
    let worker = r.sioned.get(&worker).await;
    for told in [
        "Canary one in the fridge",
        "Agreed at the last review",
        "At home with the family",
    ] {
        assert!(says(&worker, told), "{told}");
    }
    assert!(of("carer:").is_some(), "{letters:?}");
    let nobody = format!(
        "{family}/after/letter.pdf?closing=01234567-89ab-7def-8123-456789abcdef&for=person:{}",
        r.people[1]
    );
    assert_eq!(r.area.manager.get(&nobody).await.status, 404);
    // The carer's way is closed, the supervisor is asked to ring, and the family's page says so.
    assert_eq!(r.lowri.get(&family).await.status, 404);
    let mut rhian = r.area.house.signed_in(&r.area.supervisor).await;
    let home = rhian.get("/").await;
    assert!(home.says("Ring Lowri Haf"), "{}", home.text());
    let shown = r.area.manager.get(&family).await;
    assert!(
        shown.says("Support ended on") && !shown.says("Step up or down"),
        "{}",
        shown.text()
    );
}

#[tokio::test]
async fn a_follow_up_is_asked_for_written_down_and_put_right() {
    let mut r = ready().await;
    let family = r.area.family.clone();
    let closed = close(&mut r.area.manager, &family, &r.people[0]).await;
    assert_eq!(closed.status, 303, "{:?}", closed.problems());
    let child = r.people[0].clone();
    let Ready {
        mut sioned,
        area,
        worker,
        ..
    } = r;
    let page = sioned.get(&format!("{family}/after")).await;
    assert!(
        page.says("Twelve months after the referral: asked by"),
        "{}",
        page.text()
    );
    let here = crate::matching::href(&page, &format!("{family}/follow-ups/"));
    let page = sioned.get(&here).await;
    assert_eq!(page.form("main-form").value("which"), "12_months");
    let empty = sioned.submit(page.form("main-form")).await;
    assert_eq!(empty.problems(), ["Say where Siân O'Neill lives", "Say who says so"]);
    let said = |page: &Seen| {
        page.form("main-form")
            .with(&format!("lives_{child}"), "with_relatives")
            .with("source", "authority")
            .with("words", "Canary of the record")
    };
    let early = sioned.submit(said(&page)).await;
    assert!(
        early.problems()[0].starts_with("It can be written down from"),
        "{:?}",
        early.problems()
    );
    assert_eq!(early.form("main-form").value("words").trim(), "Canary of the record");
    area.house.pass(hours(24 * 366));
    area.house.agree_again(area.site).await;
    let mut sioned = area.house.signed_in(&worker).await;
    let page = sioned.get(&here).await;
    let form = said(&page);
    let saved = sioned.submit(form.clone()).await;
    assert_eq!(saved.status, 303, "{:?}", saved.problems());
    assert_eq!(
        sioned.submit(form.clone()).await.location(),
        saved.location(),
        "sent twice, stored once"
    );
    let late = sioned.submit(form.with("once", "another")).await;
    assert_eq!(
        late.problems(),
        ["This one is written down already. Put it right where it stands"]
    );
    let page = sioned.get(saved.location()).await;
    assert!(page.says("Canary of the record") && page.says("With relatives or friends, not in care"));
    area.house.pass(hours(1));
    let right = crate::matching::href(&page, &format!("{family}/follow-ups/"));
    let right = page
        .body
        .split("href=\"")
        .find_map(|rest| rest.split('"').next().filter(|to| to.contains("right=")))
        .unwrap_or(&right)
        .to_owned();
    let form = sioned.get(&right).await.form("main-form");
    assert_eq!(form.value("words").trim(), "Canary of the record");
    let form = form
        .with(&format!("lives_{child}"), "at_home")
        .with("words", "It was another child");
    let saved = sioned.submit(form).await;
    assert_eq!(saved.status, 303, "{:?}", saved.problems());
    let page = sioned.get(saved.location()).await;
    assert!(page.says("Put right") && page.says("It was another child") && !page.says("Canary of the record"));
    let welsh = sioned.get(&format!("/cy{family}/after")).await;
    assert!(welsh.says("Ddeuddeg mis ar ôl yr atgyfeiriad"), "{}", welsh.text());
}

#[tokio::test]
async fn a_time_in_care_is_written_down_put_right_and_taken_back() {
    let mut r = ready().await;
    let family = r.area.family.clone();
    let here = format!("{family}/care/write");
    assert_eq!(r.lowri.get(&here).await.status, 404);
    let page = r.sioned.get(&here).await;
    let empty = r.sioned.submit(page.form("main-form")).await;
    assert_eq!(
        empty.problems(),
        [
            "Say which child it is about",
            "Say which kind it is",
            "Enter the first day",
            "Say who says so"
        ]
    );
    let form = page
        .form("main-form")
        .with("child", &r.people[0])
        .with("kind", "police_protection")
        .with("source", "authority")
        .with("from_day", "2")
        .with("from_month", "3")
        .with("from_year", "2026")
        .with("to_day", "1")
        .with("to_month", "3")
        .with("to_year", "2026");
    let order = r.sioned.submit(form.clone()).await;
    assert_eq!(order.problems(), ["It ends before it begins, on 2 March 2026"]);
    let form = form.with("to_day", "3");
    let saved = r.sioned.submit(form.clone()).await;
    assert_eq!(saved.status, 303, "{:?}", saved.problems());
    let twice = r.sioned.submit(form.with("once", "another")).await;
    assert!(twice.problems()[0].starts_with("A time of this kind is written down from 2 March 2026"));
    let page = r.sioned.get(saved.location()).await;
    assert!(page.says("Police protection") && page.says("2 March 2026 to 3 March 2026"));
    let right = crate::matching::href(&page, &format!("{family}/care/"));
    let right = page
        .body
        .split("href=\"")
        .find_map(|rest| rest.split('"').next().filter(|to| to.ends_with("/right")))
        .unwrap_or(&right)
        .to_owned();
    let form = r
        .sioned
        .get(&right)
        .await
        .form("main-form")
        .with("kind", "emergency_order");
    assert_eq!(r.sioned.submit(form).await.status, 303);
    assert_eq!(r.sioned.get(&right).await.status, 404, "it stands there no more");
    let page = r.sioned.get(&format!("{family}/after")).await;
    assert!(page.says("An emergency order") && !page.says("Police protection"));
    let right = page
        .body
        .split("href=\"")
        .find_map(|rest| rest.split('"').next().filter(|to| to.ends_with("/right")))
        .expect("the way to put it right")
        .to_owned();
    let form = r.sioned.get(&right).await.form("main-form").with("wrong", "yes");
    let gone = r.sioned.submit(form).await;
    assert_eq!(gone.status, 303, "{:?}", gone.problems());
    let page = r.sioned.get(gone.location()).await;
    assert!(page.says("Nothing is written down.") && !page.says("An emergency order"));
}
