//! Agreements switch access on and off by date, and everybody who must know is told.

use crate::account::administrator;
use crate::break_glass::refer;
use crate::support::{Form, House, Somebody, hours, minutes};
use axum::http::StatusCode;
use domain::id::SiteId;
use domain::role::Role;
use uuid::Uuid;

const DAY: i64 = 24;

struct Office {
    house: House,
    site: SiteId,
    ann: Somebody,
}

impl Office {
    /// It is 21 November 2026; the area's agreement ends on 31 December.
    async fn open() -> Self {
        let house = House::serve().await;
        let site = house.site("Powys").await;
        let ann = administrator(&house, "Ann Administrator").await;
        Self { house, site, ann }
    }

    async fn status(&self, who: &Somebody, path: &str) -> StatusCode {
        self.house.signed_in(who).await.get(path).await.status
    }

    async fn page(&self, who: &Somebody) -> crate::support::Seen {
        self.house
            .signed_in(who)
            .await
            .get(&format!("/agreements/{}", self.site))
            .await
    }
}

/// A form filled in for all of 2027.
fn filled(form: Form) -> Form {
    let days = [
        ("from", "1", "1", "2027"),
        ("to", "31", "12", "2027"),
        ("review", "1", "10", "2027"),
    ];
    let signed = [
        ("signed_on_authority", "20", "11", "2026"),
        ("signed_on_charity", "21", "11", "2026"),
    ];
    let mut form = form;
    for (name, day, month, year) in days.into_iter().chain(signed) {
        form = form
            .with(&format!("{name}_day"), day)
            .with(&format!("{name}_month"), month)
            .with(&format!("{name}_year"), year);
    }
    form = form
        .with("signed_authority", "Director of Children’s Services")
        .with("signed_charity", "Chief executive");
    for (name, value) in [
        ("purposes", "support"),
        ("purposes", "safeguarding"),
        ("categories", "referral"),
        ("categories", "family"),
        ("seen_referral", "programme_manager"),
        ("seen_referral", "family_worker"),
        ("seen_family", "programme_manager"),
    ] {
        form.fields.push((name.to_owned(), value.to_owned()));
    }
    form
}

#[tokio::test]
async fn a_warning_stands_beside_an_agreement_that_ends_within_ninety_days() {
    let office = Office::open().await;
    let list = office.house.signed_in(&office.ann).await.get("/agreements").await;
    assert!(list.says("In force") && list.says("Ends in 40 days"), "{}", list.text());
    let page = office.page(&office.ann).await;
    assert!(
        page.says("This agreement ends soon") && page.says("Renew it before 31 December 2026."),
        "{}",
        page.text()
    );
    office.house.pass(hours(34 * DAY));
    assert!(office.page(&office.ann).await.says("Ends in 6 days"));
}

#[tokio::test]
async fn a_lapse_switches_the_charity_off_and_winds_down_while_the_authority_keeps_its_part() {
    let office = Office::open().await;
    let manager = office
        .house
        .staff("Mai Manager", Role::ProgrammeManager, office.site)
        .await;
    let worker = office.house.staff("Wyn Worker", Role::FamilyWorker, office.site).await;
    let lead = office
        .house
        .staff("Sal Lead", Role::SafeguardingLead, office.site)
        .await;
    let made = refer(&office.house, &worker, office.site, "Hughes").await;
    let family = format!("/families/{}", made.family);
    for who in [&manager, &worker, &lead] {
        assert_eq!(office.status(who, &family).await, StatusCode::OK, "{}", who.name);
    }

    // 31 December is its last day.
    office.house.pass(hours(40 * DAY));
    assert_eq!(office.status(&manager, &family).await, StatusCode::OK);
    office.house.pass(hours(DAY));
    assert_eq!(office.status(&manager, &family).await, StatusCode::NOT_FOUND);
    assert_eq!(office.status(&manager, "/referrals").await, StatusCode::NOT_FOUND);
    assert_eq!(
        office.status(&worker, "/referrals/new").await,
        StatusCode::NOT_FOUND,
        "nothing new is shared"
    );
    for who in [&worker, &lead] {
        assert_eq!(office.status(who, &family).await, StatusCode::OK, "{}", who.name);
    }
    let page = office.page(&manager).await;
    assert!(
        page.says("The information sharing agreement has ended. Access closes in 30 days."),
        "{}",
        page.text()
    );
    assert!(page.says("until 30 January 2027"), "{}", page.text());
    assert!(page.says("Ended, access is closing"));

    office.house.pass(hours(30 * DAY));
    let page = office.page(&office.ann).await;
    assert!(
        page.says("The authority keeps its part") && !page.says("Access closes in"),
        "{}",
        page.text()
    );
}

#[tokio::test]
async fn recording_an_agreement_opens_access_again() {
    let office = Office::open().await;
    let manager = office
        .house
        .staff("Mai Manager", Role::ProgrammeManager, office.site)
        .await;
    office.house.pass(hours(45 * DAY));
    assert_eq!(office.status(&manager, "/referrals").await, StatusCode::NOT_FOUND);
    let mut ann = office.house.signed_in(&office.ann).await;
    let form = filled(
        ann.get(&format!("/agreements/{}/new", office.site))
            .await
            .form("main-form"),
    );
    let sent = ann.submit(form.clone()).await;
    assert_eq!(
        sent.location(),
        format!("/agreements/{}?said=agreement-recorded", office.site),
        "{:?}",
        sent.problems()
    );
    assert_eq!(office.status(&manager, "/referrals").await, StatusCode::OK);
    let page = ann.get(sent.location()).await;
    assert!(page.says("1 January 2027 to 31 December 2027"), "{}", page.text());
    assert!(
        page.says("Referrals: Family’s social worker and Programme manager"),
        "{}",
        page.text()
    );
    assert!(page.says("Chief executive, 21 November 2026"), "{}", page.text());

    // Sent twice it is stored once; another over the same days is told.
    assert_eq!(ann.submit(form.clone()).await.location(), sent.location());
    let again = ann.submit(form.with("once", "another")).await;
    assert_eq!(again.problems(), ["Another agreement covers some of these days"]);
    let site = office.site;
    let kept = office
        .house
        .console(move |tx| store::agreement::of_site(tx, site))
        .await;
    assert_eq!(kept.len(), 2);
}

#[tokio::test]
async fn everything_that_is_wrong_with_an_agreement_is_said_at_once_in_the_order_of_the_page() {
    let office = Office::open().await;
    let mut ann = office.house.signed_in(&office.ann).await;
    let page = ann.get(&format!("/agreements/{}/new", office.site)).await;
    let empty = ann.submit(page.form("main-form")).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        empty.problems(),
        [
            "Enter the first day",
            "Enter the last day",
            "Choose at least one purpose",
            "Choose at least one kind of information",
            "Enter who signed for the authority",
            "Enter the day it was signed for the authority",
            "Enter who signed for the charity",
            "Enter the day it was signed for the charity",
            "Enter the day it is to be reviewed",
        ]
    );
    let mut form = filled(page.form("main-form"))
        .with("to_year", "2026")
        .with("review_year", "2025");
    form = form.with("signed_on_charity_year", "2027");
    form.fields.retain(|(name, _)| name != "seen_family");
    let wrong = ann.submit(form).await;
    assert_eq!(
        wrong.problems(),
        [
            "The last day must be after the first",
            "Choose who may see: Families and people",
            "The day it was signed must be today or earlier",
            "It must be reviewed on or after its first day",
        ]
    );
    let kept = wrong.form("main-form");
    assert_eq!(kept.value("signed_charity"), "Chief executive");
    let ticked = kept
        .fields
        .iter()
        .filter(|(name, _)| name == "purposes" || name == "seen_referral")
        .count();
    assert_eq!(ticked, 4, "every tick is still there");
}

#[tokio::test]
async fn only_an_administrator_who_has_just_proved_who_they_are_records_one() {
    let office = Office::open().await;
    let manager = office
        .house
        .staff("Mai Manager", Role::ProgrammeManager, office.site)
        .await;
    let path = format!("/agreements/{}/new", office.site);
    assert!(!office.page(&manager).await.body.contains(&path));
    let mut browser = office.house.signed_in(&manager).await;
    let nowhere = SiteId::from_uuid(Uuid::from_bytes(seal::random()));
    let refused = browser.get(&path).await;
    let made_up = browser.get(&format!("/agreements/{nowhere}/new")).await;
    assert_eq!(
        (refused.status, refused.text()),
        (StatusCode::NOT_FOUND, made_up.text())
    );

    let mut ann = office.house.signed_in(&office.ann).await;
    let form = filled(ann.get(&path).await.form("main-form"));
    office.house.pass(minutes(11));
    assert!(ann.submit(form).await.location().starts_with("/sign-in/again"));
    let mut ann = office.house.signed_in(&office.ann).await;
    let kept = ann.get(&path).await.form("main-form");
    assert_eq!(
        kept.value("signed_charity"),
        "Chief executive",
        "what was typed was kept"
    );
    assert_eq!(ann.submit(kept).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn an_area_is_listed_only_for_those_who_work_in_it() {
    let office = Office::open().await;
    office.house.site("Gwynedd").await;
    let manager = office
        .house
        .staff("Mai Manager", Role::ProgrammeManager, office.site)
        .await;
    let list = office.house.signed_in(&manager).await.get("/agreements").await;
    assert!(list.says("Powys") && !list.says("Gwynedd"), "{}", list.text());
    let list = office.house.signed_in(&office.ann).await.get("/cy/agreements").await;
    assert!(
        list.says("Powys") && list.says("Gwynedd") && list.says("Mewn grym"),
        "{}",
        list.text()
    );
}
