//! People with an account: inviting, giving and ending roles, and who may see any of it.

mod person;
mod role;

use crate::support::{Browser, Form, House, Seen, Somebody};
use axum::http::StatusCode;
use domain::id::{GrantId, SiteId};
use domain::role::Role;
use store::account::way_in;

/// A house with two administrators, an area, and somebody new.
struct Office {
    house: House,
    site: SiteId,
    ann: Somebody,
    bob: Somebody,
    new: Somebody,
}

/// Somebody for the whole house who has added a second proof.
pub async fn administrator(house: &House, name: &str) -> Somebody {
    let who = house.somebody(name).await;
    house.give(&who, Role::Administrator, None).await;
    let id = who.id;
    house
        .console(move |tx| {
            way_in::set_code_secret(tx, id, "JBSWY3DPEHPK3PXP")?;
            way_in::confirm_code(tx, id, 1)
        })
        .await;
    who
}

impl Office {
    async fn open() -> Self {
        let house = House::serve().await;
        let site = house.site("Powys").await;
        let ann = administrator(&house, "Ann Administrator").await;
        let bob = administrator(&house, "Bob Administrator").await;
        let new = house.somebody("Nia Newcomer").await;
        Self {
            house,
            site,
            ann,
            bob,
            new,
        }
    }

    /// The form by which a role is proposed for the newcomer, filled in.
    async fn proposal(&self, browser: &mut Browser, role: Role, site: &str) -> Form {
        let page = browser.get(&format!("/people/{}/roles/new", self.new.id)).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text());
        page.form("main-form")
            .with("role", role.key())
            .with("site", site)
            .with("reason", "Joins the team in December.")
    }

    /// Has one person propose a role for the newcomer; answers the grant.
    async fn proposed(&self, by: &Somebody, role: Role) -> GrantId {
        let mut browser = self.house.signed_in(by).await;
        let form = self.proposal(&mut browser, role, &self.site.to_string()).await;
        let sent = browser.submit(form).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{:?}", sent.problems());
        self.newest().await.0
    }

    /// The newcomer's newest role and how it stands.
    async fn newest(&self) -> (GrantId, String) {
        let id = self.new.id;
        let roles = self
            .house
            .console(move |tx| store::account::role::of_account(tx, id))
            .await;
        let newest = roles.first().expect("a role was proposed");
        (newest.id, newest.stage.clone())
    }
}

/// Sends one of the verbs of a role, from whatever page the browser is on.
async fn act(browser: &mut Browser, grant: GrantId, verb: &str) -> Seen {
    let page = browser.get(&format!("/roles/{grant}")).await;
    let csrf = browser.get("/").await.form_to("/sign-out").value("csrf").to_owned();
    let version = ["decide-form", "end-form"]
        .iter()
        .find_map(|id| page.body.contains(id).then(|| page.form(id)));
    let version = version.map_or_else(|| "1".to_owned(), |form| form.value("version").to_owned());
    let form = Form {
        action: format!("/roles/{grant}"),
        ..Form::default()
    };
    browser
        .submit(form.with("csrf", &csrf).with("act", verb).with("version", &version))
        .await
}
