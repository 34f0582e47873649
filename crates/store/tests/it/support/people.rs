//! The programme of a test: its areas, the people who work in them and the families they refer.

use super::{Deployment, random_id};
use domain::access::{Action, Actor, Denied, Object, Permit};
use domain::family::{Home, NewPerson, Part};
use domain::id::{AccountId, AuthorityId, FamilyId, OrganisationId, SiteId};
use domain::name::Name;
use domain::pack::Key;
use domain::referral::Refer;
use domain::role::Role;
use domain::text::Text;
use jiff::civil::Date;
use store::account::NewAccount;
use store::referral::Made;
use store::sign_in::Way;
use store::site::NewSite;
use store::{Error, Store, Tx};
use uuid::Uuid;

/// Somebody with an account.
#[derive(Clone, Debug)]
pub struct Somebody {
    pub id: AccountId,
    pub actor: Actor,
}

impl Deployment {
    /// A programme area under an agreement in force, in an authority and with a charity of its own.
    pub async fn site(&self, name: &str) -> SiteId {
        let site = self.site_without_agreement(name).await;
        self.agreement(site, "2026-01-01", "2026-12-31").await;
        site
    }

    pub async fn site_without_agreement(&self, name: &str) -> SiteId {
        let permit = self.may(&Actor::Job("console"), Action::MakeSite, Object::System).await;
        let name = name.to_owned();
        let made = self.store.write(permit, move |tx| make_site(tx, &name)).await;
        made.expect("a programme area is made")
    }

    pub async fn agreement(&self, site: SiteId, from: &str, to: &str) {
        let sql = "insert into agreement (id, site_id, starts_on, ends_on, review_on, purposes, categories, signatures, made_by, made_at)
            values ($1, $2, $3, $4, $4, '[]', '[]', '[]', $5, 0)";
        let values = [
            random_id().into(),
            site.into(),
            from.into(),
            to.into(),
            random_id().into(),
        ];
        self.raw.run(sql, &values).await;
    }

    /// Does something in the name of the command line, which sees every site.
    pub async fn house<T: Send + 'static>(&self, unit: impl Fn(&Tx) -> Result<T, Error> + Send + Sync + 'static) -> T {
        let permit = self
            .may(&Actor::Job("console"), Action::InviteAccount, Object::System)
            .await;
        self.store.write(permit, unit).await.expect("the command line may")
    }

    /// Somebody with an account and a sign-in by two factors, just now.
    pub async fn somebody(&self, name: &str) -> Somebody {
        let email = format!("{}@example.org", random_id());
        let new = NewAccount {
            name: name.to_owned(),
            email,
            language: "en".to_owned(),
            person: None,
        };
        let id = self.house(move |tx| store::account::make(tx, &new)).await;
        Somebody {
            id,
            actor: self.sign_in(id).await,
        }
    }

    /// One more sign-in of an account, by two factors, just now.
    pub async fn sign_in(&self, id: AccountId) -> Actor {
        let entered = store::sign_in::start(&self.store, id, Way::Passkey, "a browser")
            .await
            .expect("signing in works");
        Actor::Account {
            id,
            sign_in: entered.id,
        }
    }

    /// Somebody who holds one role at one site since January.
    pub async fn staff(&self, name: &str, role: Role, site: SiteId) -> Somebody {
        let somebody = self.somebody(name).await;
        self.give(somebody.id, role, site.uuid()).await;
        somebody
    }

    /// Gives a role since January; the nil id stands for the whole house.
    pub async fn give(&self, account: AccountId, role: Role, site: Uuid) {
        let sql = "insert into role_held (id, account_id, site_id, role, stage, starts_on, proposed_by, decided_by, made_at, row_version)
            values ($1, $2, $3, $4, 'held', '2026-01-01', $5, $6, 0, 1)";
        let values = [
            random_id().into(),
            account.into(),
            site.into(),
            role.key().into(),
            random_id().into(),
            random_id().into(),
        ];
        self.raw.run(sql, &values).await;
    }

    /// Assigns somebody to a family from a day until another, which is the first they no longer are.
    pub async fn assign(
        &self,
        who: &Somebody,
        role: Role,
        family: FamilyId,
        site: SiteId,
        from: &str,
        until: Option<&str>,
    ) {
        let sql = "insert into assignment (id, family_id, account_id, site_id, role, starts_on, ends_on)
            values ($1, $2, $3, $4, $5, $6, $7)";
        let values = [
            random_id().into(),
            family.into(),
            who.id.into(),
            site.into(),
            role.key().into(),
            from.into(),
            until.into(),
        ];
        self.raw.run(sql, &values).await;
    }

    /// The permit that is expected to be given.
    pub async fn may(&self, actor: &Actor, action: Action, object: Object) -> Permit {
        let asked = self.store.permit(actor, action, object).await;
        asked.unwrap_or_else(|e| panic!("{action:?} on {object:?} was refused: {e}"))
    }

    /// Why a permit is not given; `None` when it is.
    pub async fn refusal(&self, actor: &Actor, action: Action, object: Object) -> Option<Denied> {
        match self.store.permit(actor, action, object).await {
            Ok(_) => None,
            Err(Error::Denied(why)) => Some(why),
            Err(other) => panic!("neither given nor denied: {other}"),
        }
    }

    /// Refers a family of these people, as somebody who may.
    pub async fn refer(&self, by: &Somebody, site: SiteId, people: Vec<NewPerson>) -> Made {
        refer_in(&self.store, by, refer(site, people)).await
    }

    /// Refers a family of one child with this name.
    pub async fn family(&self, by: &Somebody, site: SiteId, name: &str) -> Made {
        self.refer(by, site, vec![child(name)]).await
    }
}

/// Refers a family in a store.
pub async fn refer_in(store: &Store, by: &Somebody, refer: Refer) -> Made {
    let permit = store
        .permit(&by.actor, Action::Refer, Object::Site(refer.site))
        .await
        .expect("they may refer");
    let on = store::clock::london_day(store.now());
    let made = store
        .write(permit, move |tx| store::referral::make(tx, refer.clone(), on))
        .await;
    made.expect("a referral is stored")
}

fn make_site(tx: &Tx, name: &str) -> Result<SiteId, Error> {
    let nation = Key::parse("wales").expect("wales is a key");
    let organisation = |kind, name: String| store::site::make_organisation(tx, kind, &name, &name, Some(&nation));
    let authority: OrganisationId = organisation(store::site::Kind::Authority, format!("{name} council"))?;
    let charity = organisation(store::site::Kind::Charity, format!("{name} charity"))?;
    store::site::make(
        tx,
        &NewSite {
            name_en: name.to_owned(),
            name_cy: name.to_owned(),
            nation: nation.clone(),
            authority: AuthorityId::from_uuid(authority.uuid()),
            charity,
            wind_down_days: 30,
            places: 4,
        },
    )
}

/// A referral of these people and nothing else.
pub fn refer(site: SiteId, people: Vec<NewPerson>) -> Refer {
    Refer {
        people,
        ..Refer::to(site)
    }
}

/// The same with a home for the first of its people.
pub fn living_at(address: &str, hidden: bool, refer: Refer) -> Refer {
    let home = Home {
        address: Some(text(address)),
        postcode: None,
        hidden,
        people: vec![0],
    };
    Refer {
        homes: vec![home],
        ..refer
    }
}

/// A child of this name: the last word is the surname.
pub fn child(name: &str) -> NewPerson {
    person(Part::Child, name)
}

/// An adult of this name: the last word is the surname.
pub fn adult(name: &str) -> NewPerson {
    person(Part::Adult, name)
}

fn person(part: Part, name: &str) -> NewPerson {
    let mut person = NewPerson::unknown(part);
    let parsed = |text: &str| Some(Name::parse(text).expect("a name of a test is a name"));
    match name.rsplit_once(' ') {
        Some((first, last)) => (person.name.forename, person.name.surname) = (parsed(first), parsed(last)),
        None => person.name.forename = parsed(name),
    }
    person
}

/// A text of a test.
pub fn text(words: &str) -> Text {
    Text::parse(words).expect("a text of a test is a text")
}

/// A day of a test.
pub fn day(text: &str) -> Date {
    text.parse().expect("a day of a test is a day")
}

impl Deployment {
    /// The programme area a referral was made in.
    pub async fn site_of(&self, made: &Made) -> SiteId {
        let site = self
            .raw
            .one("select site_id from referral where id = $1", &[made.id.into()])
            .await;
        SiteId::from_uuid(site.id())
    }
}
