//! A site with a manager and one family there, for tests of who may do what.

use crate::support::Deployment;
use crate::support::people::{Somebody, text};
use domain::access::{Action, Actor, Denied, Object};
use domain::id::{FamilyId, PersonId, SiteId};
use domain::role::Role;
use store::break_glass;
use store::referral::Made;

pub const REFUSED: Option<Denied> = Some(Denied::Refused);
pub const GIVEN: Option<Denied> = None;

/// A site with a manager, and a family that manager referred.
pub struct House {
    pub site: SiteId,
    pub manager: Somebody,
    pub made: Made,
    pub person: PersonId,
}

impl House {
    pub async fn new(d: &Deployment) -> Self {
        let site = d.site("Here").await;
        let manager = d.staff("Megan", Role::ProgrammeManager, site).await;
        let made = d.family(&manager, site, "Ada Evans").await;
        let person = PersonId::from_uuid(d.raw.one("select id from person", &[]).await.id());
        Self {
            site,
            manager,
            made,
            person,
        }
    }

    pub fn family(&self) -> Object {
        Object::Family(self.made.family)
    }
}

/// The relation and reason of the newest entry in a family's book.
pub async fn last_entry(d: &Deployment, family: FamilyId) -> (String, String) {
    let sql = "select relation, reason_code from journal where book_id = $1 order by seq desc limit 1";
    let row = d.raw.rows(sql, &[family.into()]).await.remove(0);
    (row[0].text().to_owned(), row[1].text().to_owned())
}

pub async fn open_family(d: &Deployment, actor: &Actor, family: FamilyId) {
    let permit = d.may(actor, Action::OpenFamily, Object::Family(family)).await;
    d.store
        .read(permit, move |tx| store::family::load(tx, family))
        .await
        .map(|_| ())
        .unwrap();
}

/// Opens a family urgently.
pub async fn urgently(d: &Deployment, who: &Somebody, family: FamilyId) {
    let permit = d.may(&who.actor, Action::AskBreakGlass, Object::Family(family)).await;
    let ask =
        move |tx: &store::Tx| break_glass::ask(tx, family, break_glass::Code::Danger, &text("a child may be hurt"));
    d.store.write(permit, ask).await.map(|_| ()).unwrap();
}
