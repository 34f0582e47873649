//! The pages people look at first: the families of a list and their files, the week of whoever supervises, the board of an area,
//! what whoever steps in reads, a family on two pages, who may see it, and visits that are found.

use crate::matching::{Area, area, href, matched};
use crate::prepare::{assign, pages, says};
use crate::referral::refer;
use crate::support::{Browser, House, Seen};
use axum::http::StatusCode;
use domain::role::Role;
use testkit::postgres::{Postgres, StatementLog};

/// Plans a visit to the family for today.
async fn plan_visit(carer: &mut Browser, family: &str) {
    let page = carer.get(&format!("{family}/sessions/plan")).await;
    let planned = carer.submit(page.form("main-form")).await;
    assert_eq!(planned.status, 303, "{}", planned.text());
}

/// Writes a visit to the family down.
async fn write_visit(carer: &mut Browser, family: &str, happened: &str) {
    let page = carer.get(&format!("{family}/sessions/write?kind=mentoring")).await;
    let form = page.form("main-form").with("happened", happened);
    let saved = carer.submit(form).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
}

/// A plan with so many goals of the first person, each of these words, and what to do in a hard time.
async fn write_plan(carer: &mut Browser, family: &str, goals: usize, words: &str, hard_time: &str) {
    let page = carer.get(&format!("{family}/plan/write")).await;
    let person = page
        .body
        .split("<option value=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next());
    let person = person
        .map(ToOwned::to_owned)
        .find(|id| id.len() == 36)
        .expect("somebody");
    let mut form = page
        .form("main-form")
        .with("often_mentoring", "weekly")
        .with("hard_time", hard_time);
    for number in 1..=goals {
        form = form
            .with(&format!("goal_{number}_owner"), &person)
            .with(&format!("goal_{number}_words"), &format!("{number} {words}"))
            .with(&format!("goal_{number}_mark"), "3");
        if number < goals {
            form = carer.submit(form.with("add", "goal")).await.form("main-form");
        }
    }
    let saved = carer.submit(form).await;
    assert_eq!(saved.status, 303, "{}", saved.text());
}

/// A family that Lowri supports, with a plan, a visit that took place and one planned; and whoever carries it.
async fn supported() -> (Area, Browser) {
    let mut area = area().await;
    matched(&mut area).await;
    let mut lowri = area.house.signed_in(&area.carer).await;
    let family = area.family.clone();
    write_plan(&mut lowri, &family, 1, "Canary of a goal", "Ring Nain, then Lowri").await;
    write_visit(&mut lowri, &family, "Canary of a visit").await;
    plan_visit(&mut lowri, &family).await;
    (area, lowri)
}

#[tokio::test]
async fn a_social_worker_sees_where_their_families_stand_and_takes_the_list_out() {
    let (mut area, _) = supported().await;
    let worker = area.house.staff("Sioned Wyn", Role::FamilyWorker, area.site).await;
    let mut sioned = area.house.signed_in(&worker).await;
    assert!(sioned.get("/families").await.says("No families here yet."));
    assign(&area, &worker, Role::FamilyWorker).await;
    let list = sioned.get("/families").await;
    for words in [
        "Matched",
        "Regular",
        "Last: 21 November 2026",
        "Next: 21 November 2026",
        "The plan waits for you",
    ] {
        assert!(list.says(words), "{words}: {}", list.text());
    }
    assert!(sioned.get("/cy/families").await.says("Diwethaf: 21 Tachwedd 2026"));
    // A page of one sort shows who is of it and nobody else.
    assert!(sioned.get("/families?show=level-2").await.says("Matched"));
    assert!(
        sioned
            .get("/families?show=level-4")
            .await
            .says("No family stands so today.")
    );
    let file = sioned.get(&href(&list, "/families.csv")).await;
    assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
    assert!(
        file.body.contains("Matched") && file.body.contains("2026-11-21"),
        "{}",
        file.body
    );
    let book = sioned.get(&href(&list, "/families.xlsx")).await;
    assert!(book.bytes.starts_with(b"PK"), "{}", book.status);
    // The carer keeps the list on the page; somebody of another area has none of it.
    let mut lowri = area.house.signed_in(&area.carer).await;
    assert!(!lowri.get("/families").await.body.contains("families.csv"));
    assert_eq!(lowri.get("/families.csv").await.status, StatusCode::NOT_FOUND);
    let manager = area.manager.get("/families").await;
    assert!(manager.body.contains("/families.csv"));
}

#[tokio::test]
async fn a_supervisor_sees_their_carers_week_and_what_waits_for_them() {
    let (area, _) = supported().await;
    let mut rhian = area.house.signed_in(&area.supervisor).await;
    assert!(rhian.get("/").await.body.contains("href=\"/week\""));
    // Support began on a Saturday: this week is not counted, and what took place in it is seen all the same.
    let week = rhian.get("/week").await;
    for words in [
        "Lowri Haf",
        "Not counted",
        "Took place: 1",
        "Nothing is overdue.",
        "21 November 2026",
    ] {
        assert!(week.says(words), "{words}: {}", week.text());
    }
    assert!(rhian.get("/cy/week").await.says("Digwyddodd: 1"));
    let file = rhian.get("/week.csv").await;
    assert!(file.body.contains("Lowri Haf"), "{}", file.body);
    assert!(rhian.get("/week.xlsx").await.bytes.starts_with(b"PK"));
    // Whoever supervises nobody is told so, and learns of no carer.
    let other = area.house.staff("Gwen Ifor", Role::Supervisor, area.site).await;
    let mut gwen = area.house.signed_in(&other).await;
    let week = gwen.get("/week").await;
    assert!(week.says("You supervise no carer’s household yet.") && !week.says("Lowri Haf"));
}

#[tokio::test]
async fn the_board_counts_families_where_they_stand_for_whoever_sees_the_area() {
    let (mut area, mut lowri) = supported().await;
    let board = area.manager.get("/board").await;
    for words in [
        "With a carer, level: Regular",
        "Between two carers",
        "Places free: 3 of 4",
        "Lowri Haf",
    ] {
        assert!(board.says(words), "{words}: {}", board.text());
    }
    let level = area.manager.get(&href(&board, "/families?show=level-2")).await;
    assert!(level.says("Matched"));
    assert!(area.manager.get("/cy/board").await.says("Y rhaglen heddiw"));
    // Whoever works with single families has no figures of the area.
    assert_eq!(lowri.get("/board").await.status, StatusCode::NOT_FOUND);
    let mut rhian = area.house.signed_in(&area.supervisor).await;
    assert_eq!(rhian.get("/board").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_board_asks_as_many_statements_for_many_families_as_for_one() {
    let server = Postgres::start().expect("a server of this test's own, for its log");
    let database = server.database();
    let statements = StatementLog::of(&database).expect("its log can be read");
    let house = House::on_server(database.url()).await;
    let site = house.site("Bro Gwaun").await;
    let manager = house.staff("Nia Pritchard", Role::ProgrammeManager, site).await;
    let mut manager = house.signed_in(&manager).await;
    let mut asked = Vec::new();
    for families in [1, 4] {
        for _ in 0..families {
            // The same people within ten minutes are asked about.
            house.pass(crate::support::minutes(11));
            let referral = refer(&mut manager).await;
            let page = manager.get(&format!("{referral}/decide")).await;
            let accept = page.form("main-form").with("decision", "accept");
            assert_eq!(manager.submit(accept).await.status, 303);
        }
        // The first round is left out: a connection says more when it is new.
        manager.get("/board").await;
        let mark = statements.mark().expect("the log");
        assert_eq!(manager.get("/board").await.status, StatusCode::OK);
        asked.push(statements.since(mark).expect("the log").len());
    }
    assert!(10 < asked[0], "the statements are seen: {asked:?}");
    assert_eq!(asked[0], asked[1]);
}

#[tokio::test]
async fn whoever_steps_in_reads_what_they_may_and_no_more() {
    let (area, mut lowri) = supported().await;
    let page = lowri.get(&format!("{}/handover", area.family)).await;
    for words in [
        "Ring Nain, then Lowri",
        "Regular",
        "Canary of a visit",
        "A planned visit",
        "Numbers to ring",
    ] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    assert!(
        lowri
            .get(&format!("/cy{}/handover", area.family))
            .await
            .says("Os ydych chi’n camu i’r adwy")
    );
    // The family's social worker sees that visits took place, and not what was written.
    let worker = area.house.staff("Sioned Wyn", Role::FamilyWorker, area.site).await;
    let mut sioned = area.house.signed_in(&worker).await;
    assert_eq!(
        sioned.get(&format!("{}/handover", area.family)).await.status,
        StatusCode::NOT_FOUND
    );
    assign(&area, &worker, Role::FamilyWorker).await;
    let page = sioned.get(&format!("{}/handover", area.family)).await;
    assert!(page.says("Mentoring") && page.says("You see that visits took place."));
    assert!(!page.says("Canary of a visit"), "{}", page.text());
    // The carer's families together: those not open to the reader are counted and not named.
    let mut rhian = area.house.signed_in(&area.supervisor).await;
    let carers = rhian.get("/carers").await;
    let home = href(&carers, "/carers/");
    let page = rhian.get(&format!("{home}/handover")).await;
    assert!(
        page.says("Canary of a visit") && page.says("Ring Nain, then Lowri"),
        "{}",
        page.text()
    );
    assert!(
        rhian
            .get(&format!("{}/looked", area.family))
            .await
            .says("Rhian Maddocks")
    );
    let mut menna = area.house.signed_in(&area.other).await;
    assert_eq!(
        menna.get(&format!("{home}/handover")).await.status,
        StatusCode::NOT_FOUND
    );
}

/// The summary of a family as somebody takes it along.
async fn summary(browser: &mut Browser, family: &str) -> Seen {
    browser.get(&format!("{family}/summary.pdf")).await
}

#[tokio::test]
async fn a_family_on_two_pages_says_whose_it_is_and_nothing_its_reader_may_not_see() {
    let (area, mut lowri) = supported().await;
    let worker = area.house.staff("Sioned Wyn", Role::FamilyWorker, area.site).await;
    assign(&area, &worker, Role::FamilyWorker).await;
    let mut sioned = area.house.signed_in(&worker).await;
    let shown = sioned.get(&area.family).await;
    let paper = sioned.get(&href(&shown, &format!("{}/summary.pdf", area.family))).await;
    assert!(
        says(&paper, "Canary of a goal") && says(&paper, "Regular"),
        "{:?}",
        pages(&paper)
    );
    assert!(!says(&paper, "Canary of a visit"));
    for page in pages(&paper) {
        assert!(
            page.contains("Sioned Wyn") && page.contains("21 November 2026"),
            "{page}"
        );
    }
    assert_eq!(summary(&mut lowri, &area.family).await.status, StatusCode::NOT_FOUND);
    let welsh = summary(&mut sioned, &format!("/cy{}", area.family)).await;
    assert!(says(&welsh, "Crynodeb"), "{:?}", pages(&welsh));
}

#[tokio::test]
async fn a_summary_has_two_pages_however_much_there_is() {
    let mut area = area().await;
    matched(&mut area).await;
    let mut lowri = area.house.signed_in(&area.carer).await;
    let words = "so that every morning begins well ".repeat(8);
    write_plan(&mut lowri, &area.family, 12, &words, &"Ring Lowri first. ".repeat(100)).await;
    let paper = summary(&mut area.manager, &area.family).await;
    assert_eq!(pages(&paper).len(), 2, "{:?}", pages(&paper));
    assert!(says(&paper, "12 so that every") || says(&paper, "And more:"));
}

#[tokio::test]
async fn a_family_page_leads_to_who_may_see_it_and_shows_each_version_of_the_plan() {
    let (mut area, mut lowri) = supported().await;
    let page = area.manager.get(&area.family).await;
    assert!(page.says("The plan, version 1"), "{}", page.text());
    assert!(
        area.manager
            .get(&format!("{}?show=plans", area.family))
            .await
            .says("The plan, version 1")
    );
    let who = area.manager.get(&href(&page, &format!("{}/who", area.family))).await;
    for words in ["Lowri Haf", "Rhian Maddocks", "Nia Pritchard", "Because"] {
        assert!(who.says(words), "{words}: {}", who.text());
    }
    assert!(!who.says("Menna Puw"));
    assert!(
        lowri
            .get(&format!("/cy{}/who", area.family))
            .await
            .says("Pwy sy’n gallu gweld hyn")
    );
    let mut menna = area.house.signed_in(&area.other).await;
    assert_eq!(
        menna.get(&format!("{}/who", area.family)).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn visits_are_found_and_the_page_says_that_words_are_not_searched() {
    let (mut area, mut lowri) = supported().await;
    let page = area.manager.get("/search/visits").await;
    assert!(
        page.says("nobody can search through it") && page.says("Took place") && page.says("Planned"),
        "{}",
        page.text()
    );
    assert!(!page.says("Canary of a visit"));
    let none = area.manager.get("/search/visits?kind=home_routines").await;
    assert!(none.says("No visit found."), "{}", none.text());
    let wrong = area
        .manager
        .get("/search/visits?from_day=2&from_month=2&from_year=2026&to_day=1&to_month=2&to_year=2026")
        .await;
    assert!(wrong.says("The last day is before the first"), "{}", wrong.text());
    assert!(lowri.get("/cy/search/visits").await.says("Digwyddodd"));
    let mut menna = area.house.signed_in(&area.other).await;
    assert!(menna.get("/search/visits").await.says("No visit found."));
    let file = area.manager.get(&href(&page, "/search/visits.csv")).await;
    assert!(
        file.body.contains("Mentoring") && !file.body.contains("Canary"),
        "{}",
        file.body
    );
}
