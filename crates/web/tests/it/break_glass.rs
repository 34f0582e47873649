//! Emergency access: four hours, in the open, reviewed by somebody else, and never to a protected address.

use crate::support::{Browser, House, Seen, Somebody, hours, minutes};
use axum::http::StatusCode;
use domain::access::{Action, Actor, Object};
use domain::family::{NewPerson, Part};
use domain::id::{AddressId, BreakGlassId, FamilyId, SiteId};
use domain::name::Name;
use domain::need::NEEDS;
use domain::referral::Refer;
use domain::role::Role;
use domain::text::Text;
use store::referral::Made;
use store::sign_in::Way;
use uuid::Uuid;

/// What nobody but those who may must ever read.
const CANARY: &str = "wren-on-the-windowsill";

/// Has a worker refer a family of one adult and one child, with an address that is protected.
pub async fn refer(house: &House, worker: &Somebody, site: SiteId, surname: &str) -> Made {
    let entered = store::sign_in::start(&house.store, worker.id, Way::Passkey, "a test")
        .await
        .unwrap();
    let actor = Actor::Account {
        id: worker.id,
        sign_in: entered.id,
    };
    let permit = house
        .store
        .permit(&actor, Action::Refer, Object::Site(site))
        .await
        .unwrap();
    let surname = Name::parse(surname).unwrap();
    let made = house.store.write(permit, move |tx| {
        let person = |part: Part, forename: &str| {
            let mut person = NewPerson::unknown(part);
            person.name.forename = Name::parse(forename).ok();
            person.name.surname = Some(surname.clone());
            person
        };
        let people = vec![person(Part::Child, "Gwen"), person(Part::Adult, "Rhys")];
        let worries = Text::parse(CANARY).ok();
        let refer = Refer {
            site,
            people,
            needs: vec![&NEEDS[0]],
            going_well: None,
            worries,
        };
        let home = (0, Text::parse("1 Hidden Lane").unwrap(), true);
        store::referral::make(tx, refer, tx.today(), vec![home])
    });
    made.await.unwrap()
}

struct Area {
    house: House,
    site: SiteId,
    /// Referred the family.
    worker: Somebody,
    /// Works in the same area, not with the family.
    colleague: Somebody,
    lead: Somebody,
    made: Made,
}

impl Area {
    async fn open() -> Self {
        let house = House::serve().await;
        let site = house.site("Powys").await;
        let worker = house.staff("Wyn Worker", Role::FamilyWorker, site).await;
        let colleague = house.staff("Cai Colleague", Role::FamilyWorker, site).await;
        let lead = house.staff("Sal Lead", Role::SafeguardingLead, site).await;
        let made = refer(&house, &worker, site, "Hughes").await;
        Self {
            house,
            site,
            worker,
            colleague,
            lead,
            made,
        }
    }

    fn family(&self) -> String {
        format!("/families/{}", self.made.family)
    }

    /// Has somebody open the family's record urgently.
    async fn break_glass(&self, browser: &mut Browser) -> Seen {
        let page = browser.get(&format!("{}/break-glass", self.family())).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text());
        browser
            .submit(
                page.form("main-form")
                    .with("code", "danger")
                    .with("reason", "A child rang from the road."),
            )
            .await
    }

    /// The newest urgent opening on the lead's list.
    async fn newest(&self) -> BreakGlassId {
        let mut lead = self.house.signed_in(&self.lead).await;
        let list = lead.get("/break-glass?state=all").await;
        let (_, after) = list
            .body
            .split_once("href=\"/break-glass/0")
            .expect("the list links to one");
        let id = format!("0{}", after.split('"').next().expect("an address ends"));
        id.parse().unwrap_or_else(|e| panic!("{id}: {e}"))
    }

    /// The family's protected address.
    async fn address(&self) -> AddressId {
        let entered = store::sign_in::start(&self.house.store, self.worker.id, Way::Passkey, "a test")
            .await
            .unwrap();
        let actor = Actor::Account {
            id: self.worker.id,
            sign_in: entered.id,
        };
        let family = self.made.family;
        let permit = self
            .house
            .store
            .permit(&actor, Action::OpenFamily, Object::Family(family))
            .await
            .unwrap();
        let known = self
            .house
            .store
            .read(permit, move |tx| store::family::addresses(tx, family))
            .await
            .unwrap();
        known.first().expect("an address is known").id
    }
}

#[tokio::test]
async fn a_record_opened_in_an_emergency_is_open_for_four_hours_and_no_longer() {
    let area = Area::open().await;
    let mut browser = area.house.signed_in(&area.colleague).await;
    assert_eq!(browser.get(&area.family()).await.status, StatusCode::NOT_FOUND);
    let opened = area.break_glass(&mut browser).await;
    assert_eq!(opened.location(), area.family());
    let page = browser.get(opened.location()).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.says("Hughes"), "{}", page.text());
    area.house.pass(minutes(239));
    assert_eq!(browser.get(&area.family()).await.status, StatusCode::OK);
    area.house.pass(minutes(1));
    assert_eq!(browser.get(&area.family()).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn it_opens_no_protected_address_and_nothing_to_somebody_a_person_is_protected_from() {
    let area = Area::open().await;
    let address = area.address().await;
    let mut browser = area.house.signed_in(&area.colleague).await;
    area.break_glass(&mut browser).await;
    assert_eq!(browser.get(&area.family()).await.status, StatusCode::OK);
    let page = browser.get(&area.family()).await;
    assert!(!page.says("1 Hidden Lane"), "{}", page.text());
    assert_eq!(
        browser.get(&format!("/addresses/{address}")).await.status,
        StatusCode::NOT_FOUND
    );

    let (family, from, worker) = (area.made.family, area.colleague.id, area.worker.id);
    let entered = store::sign_in::start(&area.house.store, worker, Way::Passkey, "a test")
        .await
        .unwrap();
    let actor = Actor::Account {
        id: worker,
        sign_in: entered.id,
    };
    let permit = area
        .house
        .store
        .permit(&actor, Action::OpenFamily, Object::Family(family))
        .await
        .unwrap();
    let protect = area.house.store.write(permit, move |tx| {
        let person = store::family::people(tx, family)?[0].id;
        store::account::standing::protect(tx, family, person, from)
    });
    protect.await.unwrap();
    assert_eq!(browser.get(&area.family()).await.status, StatusCode::NOT_FOUND);
    let refused = browser.get(&format!("{}/break-glass", area.family())).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn those_who_review_it_are_told_at_once_and_until_somebody_has() {
    let area = Area::open().await;
    let elsewhere = area.house.site("Gwynedd").await;
    let other_lead = area.house.staff("Other Lead", Role::SafeguardingLead, elsewhere).await;
    let auditor = area.house.somebody("Olu Auditor").await;
    area.house.give(&auditor, Role::Auditor, None).await;
    let told = async |who: &Somebody| store::break_glass::alerts(&area.house.store, who.id).await.unwrap();
    assert_eq!(told(&area.lead).await, 0);
    area.break_glass(&mut area.house.signed_in(&area.colleague).await).await;
    assert_eq!((told(&area.lead).await, told(&auditor).await), (1, 1));
    assert_eq!((told(&other_lead).await, told(&area.colleague).await), (0, 0));

    // One's own is not for oneself to review.
    area.break_glass(&mut area.house.signed_in(&area.lead).await).await;
    assert_eq!((told(&area.lead).await, told(&auditor).await), (1, 2));

    let mut browser = area.house.signed_in(&auditor).await;
    let page = browser.get(&format!("/break-glass/{}", area.newest().await)).await;
    let sent = browser
        .submit(page.form("main-form").with("finding", "justified"))
        .await;
    assert_eq!(
        sent.location(),
        "/break-glass?said=break-glass-reviewed",
        "{:?}",
        sent.problems()
    );
    assert_eq!(told(&auditor).await, 1);
}

#[tokio::test]
async fn a_second_person_reviews_what_was_opened_and_nobody_their_own() {
    let area = Area::open().await;
    let mut colleague = area.house.signed_in(&area.colleague).await;
    area.break_glass(&mut colleague).await;
    colleague.get(&area.family()).await;
    let id = area.newest().await;
    let mut lead = area.house.signed_in(&area.lead).await;
    let page = lead.get(&format!("/break-glass/{id}")).await;
    assert!(page.says("A child rang from the road."), "{}", page.text());
    assert!(
        page.says("Cai Colleague") && page.says("Opened the family’s page"),
        "{}",
        page.text()
    );
    assert!(
        !page.says("Hughes") && !page.says(CANARY),
        "the review shows no content: {}",
        page.text()
    );
    assert_eq!(
        colleague.get(&format!("/break-glass/{id}")).await.status,
        StatusCode::NOT_FOUND
    );

    let empty = lead.submit(page.form("main-form")).await;
    assert_eq!(
        (empty.status, empty.problems()),
        (
            StatusCode::UNPROCESSABLE_ENTITY,
            vec!["Choose whether it was right".to_owned()],
        )
    );
    let wrong = lead
        .submit(page.form("main-form").with("finding", "not_justified"))
        .await;
    assert_eq!(wrong.problems(), ["Write what you found"]);
    let form = page
        .form("main-form")
        .with("finding", "not_justified")
        .with("note", "Nobody rang. Spoken to.");
    assert_eq!(lead.submit(form).await.status, StatusCode::SEE_OTHER);
    let list = lead.get("/break-glass?state=reviewed").await;
    assert!(list.says("Reviewed by Sal Lead"), "{}", list.text());
}

#[tokio::test]
async fn a_reviewer_cannot_review_their_own_emergency_access() {
    let area = Area::open().await;
    let mut lead = area.house.signed_in(&area.lead).await;
    area.break_glass(&mut lead).await;
    let list = lead.get("/break-glass").await;
    assert!(list.says("You asked for this yourself."), "{}", list.text());
    assert!(!list.body.contains("href=\"/break-glass/0"), "their own is no link");
    let auditor = area.house.somebody("Olu Auditor").await;
    area.house.give(&auditor, Role::Auditor, None).await;
    let mut browser = area.house.signed_in(&auditor).await;
    let list = browser.get("/break-glass").await;
    let (_, after) = list
        .body
        .split_once("href=\"/break-glass/0")
        .expect("an auditor can review it");
    let path = format!("/break-glass/0{}", after.split('"').next().unwrap());
    let form = browser.get(&path).await.form("main-form").with("finding", "justified");
    let csrf = lead
        .get("/break-glass/ask")
        .await
        .form("main-form")
        .value("csrf")
        .to_owned();
    let own = lead.submit(form.clone().with("csrf", &csrf)).await;
    assert_eq!(own.status, StatusCode::NOT_FOUND);
    assert_eq!(browser.submit(form).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn of_two_reviews_the_first_stands_and_the_second_loses_no_words() {
    let area = Area::open().await;
    let second = area.house.staff("Tom Lead", Role::SafeguardingLead, area.site).await;
    area.break_glass(&mut area.house.signed_in(&area.colleague).await).await;
    let path = format!("/break-glass/{}", area.newest().await);
    let (mut one, mut two) = (
        area.house.signed_in(&area.lead).await,
        area.house.signed_in(&second).await,
    );
    let (first, later) = (
        one.get(&path).await.form("main-form"),
        two.get(&path).await.form("main-form"),
    );
    assert_eq!(
        one.submit(first.with("finding", "justified")).await.status,
        StatusCode::SEE_OTHER
    );
    let came = two
        .submit(later.with("finding", "not_justified").with("note", "I saw no danger."))
        .await;
    assert_eq!(came.status, StatusCode::CONFLICT);
    assert!(
        came.says("Reviewed by Sal Lead") && came.says("I saw no danger."),
        "{}",
        came.text()
    );
    assert!(came.says("It was right to open it"), "{}", came.text());
}

#[tokio::test]
async fn without_a_kind_and_a_reason_nothing_opens_and_what_was_typed_stays() {
    let area = Area::open().await;
    let mut browser = area.house.signed_in(&area.colleague).await;
    let page = browser.get(&format!("{}/break-glass", area.family())).await;
    assert!(
        page.says("four hours") && page.says("The safeguarding lead is told at once"),
        "{}",
        page.text()
    );
    assert!(
        !page.says("Hughes"),
        "the form says nothing of the family: {}",
        page.text()
    );
    let sent = browser.submit(page.form("main-form").with("reason", "   ")).await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        sent.problems(),
        ["Choose the kind of emergency", "Write why you need it"]
    );
    let sent = browser
        .submit(
            page.form("main-form")
                .with("code", "gossip")
                .with("reason", "They are neighbours."),
        )
        .await;
    assert_eq!(sent.problems(), ["Choose the kind of emergency"]);
    assert_eq!(sent.form("main-form").value("reason"), "They are neighbours.");
    assert_eq!(browser.get(&area.family()).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_same_form_sent_twice_is_one_emergency() {
    let area = Area::open().await;
    let mut browser = area.house.signed_in(&area.colleague).await;
    let page = browser.get(&format!("{}/break-glass", area.family())).await;
    let form = page
        .form("main-form")
        .with("code", "court")
        .with("reason", "The court sits today.");
    for _ in 0..2 {
        assert_eq!(browser.submit(form.clone()).await.location(), area.family());
    }
    assert_eq!(
        store::break_glass::alerts(&area.house.store, area.lead.id)
            .await
            .unwrap(),
        1
    );
}

#[tokio::test]
async fn asking_by_reference_tells_a_stranger_nothing_of_whether_there_is_such_a_family() {
    let area = Area::open().await;
    let elsewhere = area.house.site("Gwynedd").await;
    let stranger = area.house.staff("Una Elsewhere", Role::FamilyWorker, elsewhere).await;
    let made_up = domain::reference::Reference::new(domain::reference::Kind::Referral, 7).to_string();
    let mut browser = area.house.signed_in(&stranger).await;
    let page = browser.get("/break-glass/ask").await;
    let form = page
        .form("main-form")
        .with("code", "danger")
        .with("reason", "Somebody may be hurt.");
    let real = browser
        .submit(form.clone().with("reference", &area.made.reference))
        .await;
    let none = browser
        .submit(form.clone().with("reference", &made_up).with("once", "another"))
        .await;
    assert_eq!(real.status, StatusCode::NOT_FOUND);
    assert_eq!(
        (real.status, real.text(), real.title()),
        (none.status, none.text(), none.title())
    );
    let wrong = browser.submit(form.clone().with("reference", "F-1234")).await;
    assert_eq!(wrong.problems(), ["Enter the reference of the record"]);
    let random = FamilyId::from_uuid(Uuid::from_bytes(seal::random()));
    let (real, none) = (
        browser.get(&format!("{}/break-glass", area.family())).await,
        browser.get(&format!("/families/{random}/break-glass")).await,
    );
    assert_eq!((real.status, real.text()), (none.status, none.text()));

    // Somebody of the area opens it by the same form.
    let mut browser = area.house.signed_in(&area.colleague).await;
    let page = browser.get("/break-glass/ask").await;
    let form = page
        .form("main-form")
        .with("code", "danger")
        .with("reason", "Somebody may be hurt.");
    let opened = browser
        .submit(form.with("reference", &area.made.reference.to_lowercase()))
        .await;
    assert_eq!(opened.location(), area.family(), "{:?}", opened.problems());
}

#[tokio::test]
async fn families_carers_and_administrators_open_nothing_this_way() {
    let area = Area::open().await;
    let carer = area.house.staff("Cal Carer", Role::Carer, area.site).await;
    let administrator = area.house.somebody("Ann Administrator").await;
    area.house.give(&administrator, Role::Administrator, None).await;
    let parent = area.house.member("Rhys Hughes").await;
    for who in [&carer, &administrator, &parent] {
        let mut browser = area.house.signed_in(who).await;
        let page = browser.get(&format!("{}/break-glass", area.family())).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{}", who.name);
        assert_eq!(
            browser.get("/break-glass").await.status,
            StatusCode::NOT_FOUND,
            "{}",
            who.name
        );
    }
    let mut browser = area.house.signed_in(&parent).await;
    assert_eq!(browser.get("/break-glass/ask").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_list_shows_what_is_open_now_apart_from_what_has_ended() {
    let area = Area::open().await;
    area.break_glass(&mut area.house.signed_in(&area.colleague).await).await;
    let mut lead = area.house.signed_in(&area.lead).await;
    assert!(lead.get("/break-glass?state=open").await.says("Open until 4pm"));
    area.house.pass(hours(4));
    let mut lead_later = area.house.signed_in(&area.lead).await;
    assert!(
        lead_later
            .get("/break-glass?state=open")
            .await
            .says("No record was opened in an emergency.")
    );
    assert!(lead_later.get("/break-glass").await.says("To be reviewed"));
    let list = lead_later.get("/break-glass?state=all").await;
    assert!(list.says("Cai Colleague") && !list.says("Hughes"), "{}", list.text());
}
