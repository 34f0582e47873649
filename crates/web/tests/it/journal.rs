//! The journal as pages: headers for auditors, and content for nobody.

use crate::break_glass::refer;
use crate::support::{House, Somebody, minutes};
use axum::http::StatusCode;
use domain::access::{Action, ReasonCode};
use domain::id::SiteId;
use domain::role::Role;
use std::collections::BTreeSet;
use store::referral::Made;
use words::{Lang, Words};

/// A programme area with a worker, a family they referred, and an auditor.
pub struct Area {
    pub house: House,
    pub site: SiteId,
    pub worker: Somebody,
    pub auditor: Somebody,
    pub made: Made,
}

impl Area {
    pub async fn open() -> Self {
        let house = House::serve().await;
        let site = house.site("Powys").await;
        let worker = house.staff("Wyn Worker", Role::FamilyWorker, site).await;
        let auditor = house.somebody("Olu Auditor").await;
        house.give(&auditor, Role::Auditor, None).await;
        let made = refer(&house, &worker, site, "Hughes").await;
        Self {
            house,
            site,
            worker,
            auditor,
            made,
        }
    }
}

/// The rows of the page's table, without the headings.
pub fn rows(body: &str) -> Vec<String> {
    let table = body
        .split("<tbody>")
        .nth(1)
        .and_then(|rest| rest.split("</tbody>").next())
        .unwrap_or_default();
    table.split("<tr>").skip(1).map(ToOwned::to_owned).collect()
}

#[tokio::test]
async fn an_auditor_reads_who_did_what_to_which_record_and_nothing_of_what_was_written() {
    let area = Area::open().await;
    let colleague = area.house.staff("Cai Colleague", Role::FamilyWorker, area.site).await;
    let mut browser = area.house.signed_in(&colleague).await;
    let page = browser
        .get(&format!("/families/{}/break-glass", area.made.family))
        .await;
    let form = page
        .form("main-form")
        .with("code", "danger")
        .with("reason", "heron-under-the-bridge");
    browser.submit(form).await;
    browser.get(&format!("/families/{}", area.made.family)).await;
    let mut auditor = area.house.signed_in(&area.auditor).await;
    let page = auditor.get("/journal").await;
    assert_eq!(page.status, StatusCode::OK);
    for said in [
        "Cai Colleague",
        "Opened the record in an emergency",
        "Opened the family’s page",
        "Emergency access",
        "Wyn Worker",
        "Referred",
        "Family F-",
    ] {
        assert!(page.says(said), "{said}: {}", page.text());
    }
    let signed_in: Vec<String> = rows(&page.body)
        .into_iter()
        .filter(|row| row.contains("Signed in"))
        .collect();
    assert!(!signed_in.is_empty());
    for row in signed_in {
        assert!(
            !row.contains("The service itself"),
            "whoever signs in does it themselves: {row}"
        );
    }
    for hidden in ["Hughes", "Gwen", "heron", "wren-on-the-windowsill", "Hidden Lane"] {
        assert!(!page.body.contains(hidden), "{hidden}");
    }
    // Content stays closed to them.
    let family = auditor.get(&format!("/families/{}", area.made.family)).await;
    assert_eq!(family.status, StatusCode::NOT_FOUND);
    assert_eq!(auditor.get("/referrals").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_filter_leads_to_an_address_with_ids_only_and_shows_only_what_was_asked_for() {
    let area = Area::open().await;
    area.house.pass(minutes(1));
    let other = area.house.staff("Cai Colleague", Role::FamilyWorker, area.site).await;
    refer(&area.house, &other, area.site, "Price").await;
    let mut auditor = area.house.signed_in(&area.auditor).await;
    let form = auditor.get("/journal").await.form("filter-form");
    let sent = auditor
        .submit(form.clone().with("person", &area.worker.email.to_uppercase()))
        .await;
    assert_eq!(sent.location(), format!("/journal?person={}", area.worker.id));
    let page = auditor.get(sent.location()).await;
    let found = rows(&page.body);
    assert!(
        !found.is_empty() && found.iter().all(|row| row.contains("Wyn Worker")),
        "{}",
        page.text()
    );

    let sent = auditor
        .submit(form.clone().with("record", &area.made.reference.to_lowercase()))
        .await;
    assert_eq!(sent.location(), format!("/journal?record={}", area.made.family));
    let page = auditor.get(sent.location()).await;
    let found = rows(&page.body);
    assert!(
        !found.is_empty() && found.iter().all(|row| row.contains("Wyn Worker")),
        "{}",
        page.text()
    );

    let both = form
        .clone()
        .with("record", &area.made.reference)
        .with("person", &other.email);
    let sent = auditor.submit(both).await;
    assert!(
        rows(&auditor.get(sent.location()).await.body).is_empty(),
        "they did nothing with that record"
    );

    let days = [("from_day", "22"), ("from_month", "11"), ("from_year", "2026")];
    let later = days
        .iter()
        .fold(form.clone(), |form, (name, value)| form.with(name, value));
    let sent = auditor.submit(later).await;
    assert_eq!(sent.location(), "/journal?from=2026-11-22");
    assert!(
        rows(&auditor.get(sent.location()).await.body).is_empty(),
        "nothing has happened tomorrow"
    );
    let today = auditor.get("/journal?from=2026-11-21&to=2026-11-21").await;
    assert!(!rows(&today.body).is_empty());
    assert!(rows(&auditor.get("/journal?to=2026-11-20").await.body).is_empty());
}

#[tokio::test]
async fn a_filter_that_names_nobody_and_nothing_is_told_all_of_it_at_once() {
    let area = Area::open().await;
    let mut auditor = area.house.signed_in(&area.auditor).await;
    let form = auditor.get("/journal").await.form("filter-form");
    let form = form
        .with("person", "nobody@example.org")
        .with("record", "F-0000000-0")
        .with("from_day", "31");
    let sent = auditor
        .submit(form.with("from_month", "2").with("from_year", "2026"))
        .await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
    let problems = [
        "No account has this email address",
        "No record has this reference",
        "Enter a real date",
    ];
    assert_eq!(sent.problems(), problems);
    assert_eq!(sent.form("filter-form").value("person"), "nobody@example.org");
}

#[tokio::test]
async fn the_pages_of_the_journal_hold_every_entry_once_the_latest_first() {
    let area = Area::open().await;
    let mut worker = area.house.signed_in(&area.worker).await;
    for _ in 0..70 {
        area.house.pass(minutes(2));
        assert_eq!(
            worker.get(&format!("/families/{}", area.made.family)).await.status,
            StatusCode::OK
        );
    }
    let mut auditor = area.house.signed_in(&area.auditor).await;
    let mut path = format!("/journal?record={}", area.made.family);
    let mut found = Vec::new();
    for _ in 0..5 {
        let page = auditor.get(&path).await;
        found.extend(rows(&page.body));
        let Some((before, _)) = page.body.split_once("\">Next page") else {
            break;
        };
        path = before
            .rsplit_once("href=\"")
            .expect("a link has an address")
            .1
            .replace("&amp;", "&")
            .replace("&#38;", "&");
    }
    let openings = found
        .iter()
        .filter(|row| row.contains("Opened the family’s page"))
        .count();
    assert_eq!(openings, 70);
    let different: BTreeSet<&String> = found.iter().collect();
    assert_eq!(different.len(), found.len(), "no entry stands twice");
    assert!(
        found.last().expect("there are entries").contains("Referred"),
        "the first entry is on the last page"
    );
}

#[tokio::test]
async fn only_auditors_read_the_journal() {
    let area = Area::open().await;
    let administrator = area.house.somebody("Ann Administrator").await;
    area.house.give(&administrator, Role::Administrator, None).await;
    let local = area.house.staff("Lee Auditor", Role::Auditor, area.site).await;
    for who in [&administrator, &area.worker, &local] {
        let mut browser = area.house.signed_in(who).await;
        let refused = browser.get("/journal").await;
        let none = browser.get("/no-such-page").await;
        assert_eq!(
            (refused.status, refused.text()),
            (StatusCode::NOT_FOUND, none.text()),
            "{}",
            who.name
        );
    }
    // The auditor of one area reads that area's, and another's record is not in it.
    let elsewhere = area.house.site("Gwynedd").await;
    let other = area.house.staff("Una Elsewhere", Role::FamilyWorker, elsewhere).await;
    let hidden = refer(&area.house, &other, elsewhere, "Price").await;
    let mut browser = area.house.signed_in(&local).await;
    let page = browser.get(&format!("/journal?site={}", area.site)).await;
    assert!(
        page.says("Wyn Worker") && !page.says("Una Elsewhere"),
        "{}",
        page.text()
    );
    let page = browser
        .get(&format!("/journal?site={}&record={}", area.site, hidden.family))
        .await;
    assert!(rows(&page.body).is_empty(), "{}", page.text());
    assert_eq!(
        browser.get(&format!("/journal?site={elsewhere}")).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn the_last_checkpoint_is_shown() {
    let area = Area::open().await;
    let mut auditor = area.house.signed_in(&area.auditor).await;
    assert!(auditor.get("/journal").await.says("No checkpoint yet"));
    store::journal::checkpoint::make(&area.house.store, None).await.unwrap();
    assert!(
        auditor
            .get("/journal")
            .await
            .says("Last checkpoint Saturday 21 November 2026")
    );
}

/// What the store writes of its own, beside the keys of actions.
const EVENTS: &[&str] = &[
    "refused",
    "signed_in",
    "proved_again",
    "signed_out",
    "recovery_code_used",
    "account_made",
    "account_changed",
    "account_invited",
    "invitation_used",
    "role_asked",
    "role_proposed",
    "role_confirmed",
    "role_declined",
    "role_ended",
    "duty_changed",
    "assigned",
    "assignment_ended",
    "member_added",
    "member_ended",
    "protected",
    "protection_ended",
    "site_made",
    "site_places_set",
    "agreement_recorded",
    "glass_broken",
    "glass_reviewed",
    "words_reviewed",
    "backed_up",
    "restored",
];

#[test]
fn everything_the_journal_can_say_has_words_in_both_languages() {
    for lang in Lang::ALL.iter().copied() {
        let w = Words::new(lang);
        for key in Action::ALL.into_iter().map(Action::key).chain(EVENTS.iter().copied()) {
            assert!(w.named("journal-action", key).is_some(), "{key} in {}", lang.tag());
        }
        for reason in ReasonCode::ALL {
            assert!(
                w.named("journal-reason", reason.key()).is_some(),
                "{} in {}",
                reason.key(),
                lang.tag()
            );
        }
    }
}

/// A family's page is made while its entry is on its way to the disk; if it does not get there, the page is not sent.
#[tokio::test]
async fn a_page_whose_opening_cannot_be_noted_does_not_leave() {
    let area = Area::open().await;
    let mut browser = area.house.signed_in(&area.worker).await;
    let path = format!("/families/{}", area.made.family);
    area.house.journal_refuses(true);
    for path in [&path, &format!("/cy{path}")] {
        let answer = browser.get(path).await;
        assert!(!answer.body.contains("Hughes"), "{path} says the name");
        assert_ne!(answer.status, StatusCode::OK, "{path}");
    }
    area.house.journal_refuses(false);
    assert!(browser.get(&path).await.body.contains("Hughes"));
}
