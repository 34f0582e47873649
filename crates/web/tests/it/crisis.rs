//! A carer writes urgent support down with few boxes, adds to it, and a supervisor signs; the family's social worker reads it.

use crate::matching::{Area, href};
use crate::session::supported;
use crate::support::{Browser, Form, House, Seen, minutes};
use domain::id::FamilyId;
use domain::role::Role;

async fn form(browser: &mut Browser, family: &str) -> Form {
    let page = browser.get(&format!("{family}/crises/new")).await;
    page.form("main-form")
        .with("asked", "She asked me to come.")
        .with("at", "11:10")
}

async fn written(browser: &mut Browser, family: &str) -> String {
    let form = form(browser, family).await;
    let saved = browser.submit(form).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
    let at = saved.location();
    at.split('?').next().expect("an address").to_owned()
}

async fn worker(house: &House, site: domain::id::SiteId, family: &str) -> Browser {
    let worker = house.staff("Sioned Wyn", Role::FamilyWorker, site).await;
    let id: FamilyId = family
        .rsplit('/')
        .next()
        .expect("an address ends")
        .parse()
        .expect("an id");
    let who = worker.id;
    house
        .console(move |tx| store::account::standing::assign(tx, id, who, Role::FamilyWorker, tx.today()))
        .await;
    house.signed_in(&worker).await
}

#[tokio::test]
async fn two_boxes_are_enough_and_the_rest_is_added_and_kept() {
    let (Area { house, family, .. }, mut lowri) = supported().await;
    let kinds = lowri.get(&format!("{family}/sessions/new")).await;
    assert_eq!(
        href(&kinds, &format!("{family}/crises/new")),
        format!("{family}/crises/new")
    );
    let page = lowri.get(&format!("{family}/crises/new")).await;
    assert!(
        page.says("Nobody watches this page.") && page.says("Ring 999"),
        "{}",
        page.text()
    );
    assert!(page.says("No numbers have been set for this area yet."));
    let crisis = written(&mut lowri, &family).await;
    let shown = lowri.get(&crisis).await;
    for words in [
        "She asked me to come.",
        "No response is written down yet",
        "Not said yet",
        "To be signed",
    ] {
        assert!(shown.says(words), "{words}: {}", shown.text());
    }
    assert!(!shown.has_form_to(&format!("{crisis}/sign")), "not one’s own");
    house.pass(minutes(60));
    let add = lowri.get(&format!("{crisis}/add")).await.form("main-form");
    let nothing = lowri.submit(add.clone()).await;
    assert_eq!(nothing.problems(), ["Add at least one thing"]);
    let early = add.clone().with("response", "call").with("response_at", "11:05");
    let early = lowri.submit(early).await;
    assert!(
        early.problems()[0].contains("cannot be before that"),
        "{:?}",
        early.problems()
    );
    let first = add
        .clone()
        .with("response", "visit")
        .with("response_at", "11:32")
        .with("response_words", "I went and we ate.")
        .with("told", "supervisor")
        .with("outcome", "goes_on");
    assert_eq!(lowri.submit(first.clone()).await.status, 303);
    assert_eq!(lowri.submit(first).await.status, 303, "pressed twice");
    let later = add
        .with("outcome", "calmer")
        .with("outcome_words", "All asleep.")
        .with("once", "another");
    assert_eq!(lowri.submit(later).await.status, 303);
    let shown = lowri.get(&crisis).await;
    for words in [
        "Minutes: 22",
        "I went and we ate.",
        "Told: The supervising social worker",
        "It goes on",
        "All asleep.",
    ] {
        assert!(shown.says(words), "{words}: {}", shown.text());
    }
    assert_eq!(shown.body.matches("I went and we ate.").count(), 1, "stored once");
    let line = lowri.get(&format!("{family}?show=crises")).await;
    assert!(
        line.says("First response: Minutes: 22") && line.says("Calmer"),
        "{}",
        line.text()
    );
    let welsh = lowri.get(&format!("/cy{crisis}")).await;
    assert!(
        welsh.says("Cymorth brys") && welsh.says("Munudau: 22"),
        "{}",
        welsh.text()
    );
}

#[tokio::test]
async fn everything_wrong_is_said_at_once_and_kept() {
    let (Area { family, .. }, mut lowri) = supported().await;
    let form = form(&mut lowri, &family).await;
    let wrong = form
        .clone()
        .with("asked", " ")
        .with("at", "late")
        .with("on_day", "31")
        .with("on_month", "2")
        .with("response_words", "I rang back ŵ");
    let wrong = lowri.submit(wrong).await;
    assert_eq!(wrong.status, 422);
    assert_eq!(
        wrong.problems(),
        [
            "Say what was asked, or what happened",
            "Enter a real date",
            "Enter a time such as 16:30",
            "Choose what was done",
            "Enter a time such as 16:30",
        ]
    );
    assert_eq!(wrong.form("main-form").value("response_words").trim(), "I rang back ŵ");
    let with = |name: &str, value: &str| form.clone().with(name, value);
    let to_come = lowri.submit(with("at", "23:00")).await;
    assert!(
        to_come.problems()[0].contains("is still to come"),
        "{:?}",
        to_come.problems()
    );
    let early = lowri.submit(with("on_year", "2019")).await;
    assert!(early.problems()[0].starts_with("The family came to the programme on"));
    let gap = with("on_day", "29").with("on_month", "3").with("at", "1:30");
    assert_eq!(
        lowri.submit(gap).await.problems(),
        ["The clocks went forward that night: there was no 1:30am"]
    );
    // A response after midnight is the next day's, which is still to come here.
    let night = with("response", "call").with("response_at", "00:20");
    let night = lowri.submit(night).await;
    assert!(night.problems()[0].contains("22 November"), "{:?}", night.problems());
    assert!(
        !lowri.get(&family).await.says("She asked me to come."),
        "nothing of it was stored"
    );
}

#[tokio::test]
async fn a_supervisor_signs_and_the_familys_social_worker_reads_and_neither_adds_what_they_may_not() {
    let (
        Area {
            house,
            family,
            supervisor,
            site,
            ..
        },
        mut lowri,
    ) = supported().await;
    let mut sioned = worker(&house, site, &family).await;
    let crisis = written(&mut lowri, &family).await;
    let mut rhian = house.signed_in(&supervisor).await;
    let home = rhian.get("/").await;
    assert!(
        home.says("Urgent support,") && home.says("To be signed"),
        "{}",
        home.text()
    );
    let read = sioned.get(&crisis).await;
    assert!(read.says("She asked me to come."), "{}", read.text());
    assert!(!read.has_form_to(&format!("{crisis}/sign")));
    assert_eq!(sioned.get(&format!("{crisis}/add")).await.status, 404);
    assert!(sioned.get(&family).await.says("She asked me to come."));
    let form = rhian.get(&crisis).await.form_to(&format!("{crisis}/sign"));
    assert_eq!(rhian.submit(form.clone().with("words", "Diolch")).await.status, 303);
    assert_eq!(rhian.submit(form).await.status, 303, "pressed twice");
    let after = lowri.get(&crisis).await;
    assert!(after.says("Signed by Rhian Maddocks") && after.says("Diolch"));
    assert!(!rhian.get("/").await.says("To be signed"));
    let elsewhere = house
        .staff("Elin Môn", Role::Supervisor, house.site("Elsewhere").await)
        .await;
    assert_eq!(house.signed_in(&elsewhere).await.get(&crisis).await.status, 404);
}

#[tokio::test]
async fn a_step_because_of_it_is_shown_and_begins_with_its_cause() {
    let (Area { family, .. }, mut lowri) = supported().await;
    let crisis = written(&mut lowri, &family).await;
    let shown = lowri.get(&crisis).await;
    assert!(shown.says("No step because of a crisis since then."));
    let step: Seen = lowri.get(&href(&shown, &format!("{family}/step"))).await;
    let form = step.form("main-form");
    assert_eq!(form.value("cause"), "crisis");
    let form = form
        .with("to", "3")
        .with("asked_by", "parent")
        .with("agreed_by", "parent")
        .with("reason", "Nights are hard");
    assert_eq!(lowri.submit(form).await.status, 303);
    let shown = lowri.get(&crisis).await;
    assert!(shown.says("Stepped up from 21 November 2026"), "{}", shown.text());
}

#[tokio::test]
async fn whoever_supervises_is_asked_to_ring_the_carer_after_a_hard_night_and_after_no_other() {
    let (
        Area {
            house,
            family,
            supervisor,
            ..
        },
        mut lowri,
    ) = supported().await;
    let calm = form(&mut lowri, &family).await.with("outcome", "calmer");
    assert_eq!(lowri.submit(calm).await.status, 303);
    let mut rhian = house.signed_in(&supervisor).await;
    assert!(!rhian.get("/").await.says("Ring Lowri Haf"), "a calm night");
    let hard = form(&mut lowri, &family).await.with("outcome", "relatives");
    assert_eq!(lowri.submit(hard).await.status, 303);
    let home = rhian.get("/").await;
    assert!(
        home.says("Ring Lowri Haf") && home.says("was a hard one"),
        "{}",
        home.text()
    );
    assert!(rhian.get("/cy").await.says("Gofynnwch sut maen nhw"));
    assert!(!lowri.get("/").await.says("Ring Lowri Haf"));
    house.pass(crate::support::hours(24 * 8));
    let mut rhian = house.signed_in(&supervisor).await;
    assert!(!rhian.get("/").await.says("Ring Lowri Haf"), "a week ago");
}
