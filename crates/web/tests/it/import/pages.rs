//! Bringing a file in a browser: looked at before it is taken in, taken in once, taken back.

use crate::support::{Browser, House, Seen, hours};
use domain::id::ReferralId;
use domain::role::Role;
use std::time::Duration;

const REAL: &[u8] = include_bytes!("../../../../../data/referrals_as_exported.csv");

const SMALL: &str = "Person ID,Forename,DOB,Relationship,Family ID,Reason for referral,Areas of need,Notes\n\
                     1,Mali,03/04/2017,Child,F1,risk of care,routines,=1+1\n\
                     2,Si\u{e2}n,1988,Mother,F1,,,\n\
                     3,Ifan,31/02/2015,Child,F2,risk of care,routines,<b>x</b>\n";

struct Desk {
    house: House,
    browser: Browser,
}

async fn desk() -> Desk {
    let house = House::serve().await;
    let site = house.site("Bro Gwaun").await;
    let manager = house.staff("Nia Pritchard", Role::ProgrammeManager, site).await;
    let browser = house.signed_in(&manager).await;
    Desk { house, browser }
}

impl Desk {
    async fn bring(&mut self, bytes: &[u8]) -> Seen {
        let page = self.browser.get("/import").await;
        let form = page.form("main-form").without("file");
        self.browser.submit_file(form, "file", "referrals.csv", bytes).await
    }

    /// Brings a file and gives the page on which it is looked at.
    async fn looked_at(&mut self, bytes: &[u8]) -> (String, Seen) {
        let sent = self.bring(bytes).await;
        assert_eq!(sent.status, 303, "{}", sent.text());
        let here = sent.location().to_owned();
        let page = self.browser.get(&here).await;
        assert_eq!(page.status, 200, "{}", page.text());
        (here, page)
    }

    async fn press(&mut self, page: &Seen, action: &str) -> Seen {
        self.browser.submit(page.form_to(action)).await
    }

    /// Takes a file in and waits until it is.
    async fn taken_in(&mut self, here: &str, page: &Seen) -> Seen {
        assert_eq!(self.press(page, "/take").await.status, 303);
        for _ in 0..200 {
            let now = self.browser.get(here).await;
            if now.header("refresh").is_empty() {
                return now;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("it is not taken in yet");
    }

    async fn referrals(&mut self) -> usize {
        self.browser
            .get("/referrals")
            .await
            .body
            .matches("<tr>")
            .count()
            .saturating_sub(1)
    }
}

#[tokio::test]
async fn the_real_file_is_looked_at_taken_in_and_a_second_time_brings_nobody() {
    let mut desk = desk().await;
    let (here, page) = desk.looked_at(REAL).await;
    for said in [
        "Families that can come in 22",
        "Families that stay out 2",
        "31/02/2015",
        "There is no such day. Check the date.",
        "tomorrow",
        "70118",
    ] {
        assert!(page.says(said), "{said}: {}", page.text());
    }
    assert_eq!(desk.referrals().await, 0, "nothing comes in before somebody looked");
    let done = desk.taken_in(&here, &page).await;
    assert!(done.says("Families taken in 22"), "{}", done.text());
    assert_eq!(desk.referrals().await, 22);

    let (again, page) = desk.looked_at(REAL).await;
    let done = desk.taken_in(&again, &page).await;
    assert!(
        done.says("Families taken in 0") && done.says("Families that were here already 22"),
        "{}",
        done.text()
    );
    assert_eq!(desk.referrals().await, 22);
}

#[tokio::test]
async fn the_rows_that_stay_out_come_back_as_a_file_in_which_everything_is_text() {
    let mut desk = desk().await;
    let (here, page) = desk.looked_at(SMALL.as_bytes()).await;
    assert!(page.says("Ifan") || page.says("31/02/2015"));
    assert!(!page.body.contains("<b>x</b>"), "markup is text");
    let file = desk.browser.get(&format!("{here}/rows.csv")).await;
    assert!(file.header("content-type").starts_with("text/csv"));
    let lines: Vec<&str> = file.body.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(
        lines[1].contains("\"Ifan\"") && lines[1].contains("There is no such day"),
        "{}",
        lines[1]
    );
    // Put right, it can be brought again.
    let right = file.body.replace("31/02/2015", "28/02/2015");
    let (_, page) = desk.looked_at(right.as_bytes()).await;
    assert!(page.says("Families that can come in 1"), "{}", page.text());
}

#[tokio::test]
async fn what_came_in_is_taken_back_until_something_is_built_on_it() {
    let mut desk = desk().await;
    let (here, page) = desk.looked_at(SMALL.as_bytes()).await;
    let done = desk.taken_in(&here, &page).await;
    let undone = desk.press(&done, "/undo").await;
    assert_eq!(undone.status, 303);
    let page = desk.browser.get(undone.location()).await;
    assert!(page.says("Taken back."), "{}", page.text());
    assert_eq!(desk.referrals().await, 0);

    let (here, page) = desk.looked_at(SMALL.as_bytes()).await;
    let done = desk.taken_in(&here, &page).await;
    let board = desk.browser.get("/referrals").await;
    let at = board.body.find("/referrals/0").expect("a referral");
    let referral = board.body[at..at + "/referrals/".len() + 36].to_owned();
    let id: ReferralId = referral.trim_start_matches("/referrals/").parse().expect("an id");
    desk.house
        .console(move |tx| {
            let found = store::referral::load(tx, id)?;
            let by = found.referred_by;
            let event = found.accept(by, tx.today()).expect("it can be accepted");
            tx.record(&found, &event, "en")
        })
        .await;
    let refused = desk.press(&done, "/undo").await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.problems()[0].contains("It cannot be taken back any more"),
        "{:?}",
        refused.problems()
    );
    assert_eq!(desk.browser.get(&referral).await.status, 200, "it is there");
}

#[tokio::test]
async fn columns_are_put_right_and_remembered_for_the_next_file() {
    let mut desk = desk().await;
    let strange = SMALL.replace("Family ID", "Cluster").replace("Forename", "Given");
    let (here, page) = desk.looked_at(strange.as_bytes()).await;
    assert!(page.says("Choose which column holds"), "{}", page.text());
    let form = page.form("main-form");
    let twice = form.clone().with("column_4", "family").with("column_0", "family");
    let refused = desk.browser.submit(twice).await;
    assert_eq!(refused.status, 422);
    assert_eq!(
        refused.form("main-form").value("column_4"),
        "family",
        "what was chosen is kept"
    );
    let right = form.with("column_4", "family").with("column_1", "forename");
    assert_eq!(desk.browser.submit(right).await.status, 303);
    assert!(desk.browser.get(&here).await.says("Families that can come in 1"));
    let (_, next) = desk.looked_at(strange.as_bytes()).await;
    assert!(next.says("Families that can come in 1"), "{}", next.text());
}

#[tokio::test]
async fn what_is_no_table_is_said_to_be_none_and_nothing_of_it_stays() {
    let mut desk = desk().await;
    for (bytes, said) in [
        (&b"\x89PNG\r\n\x1a\n\0\0"[..], "not a table"),
        (b"", "no rows"),
        (b"PK\x03\x04rest", "cannot be opened"),
    ] {
        let refused = desk.bring(bytes).await;
        assert_eq!(refused.status, 422);
        assert!(
            refused.problems().iter().any(|line| line.contains(said)),
            "{said}: {:?}",
            refused.problems()
        );
        assert!(refused.says("You have not brought a file yet."));
    }
    let page = desk.browser.get("/import").await;
    let none = desk
        .browser
        .submit_file(page.form("main-form").without("file"), "file", "", b"")
        .await;
    assert_eq!(none.problems(), ["Choose a file"]);
}

#[tokio::test]
async fn a_file_is_taken_only_from_our_own_page_and_seen_only_by_who_brought_it() {
    let mut desk = desk().await;
    let page = desk.browser.get("/import").await;
    for form in [
        page.form("main-form").without("csrf").without("file"),
        page.form("main-form").with("csrf", "another").without("file"),
    ] {
        let refused = desk.browser.submit_file(form, "file", "a.csv", SMALL.as_bytes()).await;
        assert_eq!(refused.status, 403);
    }
    let (here, _) = desk.looked_at(SMALL.as_bytes()).await;
    let site = desk.house.site("Bro Gwaun").await;
    let colleague = desk.house.staff("Gwil Tudor", Role::ProgrammeManager, site).await;
    let mut theirs = desk.house.signed_in(&colleague).await;
    for path in [here.clone(), format!("{here}/rows.csv")] {
        assert_eq!(theirs.get(&path).await.status, 404, "{path}");
    }
    let carer = desk.house.staff("Lowri Evans", Role::Carer, site).await;
    let mut carer = desk.house.signed_in(&carer).await;
    assert_eq!(carer.get("/import").await.status, 404);
}

#[tokio::test]
async fn an_import_that_stopped_can_be_set_going_again() {
    let mut desk = desk().await;
    let (here, page) = desk.looked_at(SMALL.as_bytes()).await;
    let id = here.trim_start_matches("/import/").parse().expect("an id");
    desk.house
        .console(move |tx| store::import::start_storing(tx, id, 1))
        .await;
    let storing = desk.browser.get(&here).await;
    assert_eq!(storing.header("refresh"), "3");
    assert!(!storing.says("It has stopped"));
    desk.house.pass(hours(1));
    let stopped = desk.browser.get(&here).await;
    assert!(stopped.says("It has stopped"), "{}", stopped.text());
    let done = desk.taken_in(&here, &stopped).await;
    assert!(done.says("Families taken in 1"), "{}", done.text());
    drop(page);
}
