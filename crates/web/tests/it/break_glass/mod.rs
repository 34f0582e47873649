//! Emergency access: four hours, in the open, reviewed by somebody else, and never to a protected address.

mod open;
mod review;

use crate::support::{Browser, House, Seen, Somebody};
use axum::http::StatusCode;
use domain::access::{Action, Actor, Object};
use domain::family::{Home, NewPerson, Part};
use domain::id::{AddressId, BreakGlassId, SiteId};
use domain::name::Name;
use domain::need::NEEDS;
use domain::referral::Refer;
use domain::role::Role;
use domain::text::Text;
use store::referral::Made;
use store::sign_in::Way;

/// What nobody but those who may must ever read.
const CANARY: &str = "wren-on-the-windowsill";

/// Has a worker refer a family of one adult and one child, with an address that is protected.
pub async fn refer(house: &House, worker: &Somebody, site: SiteId, surname: &str) -> Made {
    let entered = store::sign_in::start(&house.store, worker.id, Way::Passkey, "a test")
        .await
        .expect("signing in works");
    let actor = Actor::Account {
        id: worker.id,
        sign_in: entered.id,
    };
    let permit = house
        .store
        .permit(&actor, Action::Refer, Object::Site(site))
        .await
        .expect("the worker may");
    let surname = Name::parse(surname).expect("a surname of a test is a name");
    let made = house.store.write(permit, move |tx| {
        let person = |part: Part, forename: &str| {
            let mut person = NewPerson::unknown(part);
            person.name.forename = Name::parse(forename).ok();
            person.name.surname = Some(surname.clone());
            person
        };
        let people = vec![person(Part::Child, "Gwen"), person(Part::Adult, "Rhys")];
        let worries = Text::parse(CANARY).ok();
        let home = Home {
            address: Text::parse("1 Hidden Lane").ok(),
            postcode: None,
            hidden: true,
            people: vec![0],
        };
        let refer = Refer {
            people,
            homes: vec![home],
            needs: vec![&NEEDS[0]],
            worries,
            ..Refer::to(site)
        };
        store::referral::make(tx, refer, tx.today())
    });
    made.await.expect("a referral is stored")
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
            .expect("signing in works");
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
            .expect("the worker may");
        let known = self
            .house
            .store
            .read(permit, move |tx| store::family::addresses(tx, family))
            .await
            .expect("the worker reads it");
        known.first().expect("an address is known").id
    }
}
