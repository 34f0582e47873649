//! The people of a test, and the areas they work in.

use super::{Browser, House};
use domain::agreement::{Category, Signature};
use domain::id::{AccountId, AuthorityId, PersonId, SiteId};
use domain::pack::Key;
use domain::role::Role;
use domain::text::Text;
use jiff::civil::{Date, date};
use store::Tx;
use store::account::role::give;
use store::account::{NewAccount, way_in};
use store::agreement::NewAgreement;
use store::sign_in::Way;
use store::site::{self, NewSite};
use uuid::Uuid;

/// The password of everybody who has one.
pub const PASSWORD: &str = "kettle wander plum";

/// Somebody with an account.
#[derive(Clone, Debug)]
pub struct Somebody {
    /// The account.
    pub id: AccountId,
    /// What they are called.
    pub name: String,
    /// Where mail reaches them.
    pub email: String,
}

impl House {
    /// An area of this name, under an agreement in force all of 2026.
    pub async fn site(&self, name: &str) -> SiteId {
        let name = name.to_owned();
        self.console(move |tx| {
            let nation = Key::parse("wales").expect("a key");
            let authority = site::make_organisation(tx, site::Kind::Authority, &name, &name, Some(&nation))?;
            let charity = site::make_organisation(tx, site::Kind::Charity, "A charity", "Elusen", Some(&nation))?;
            let id = site::make(
                tx,
                &NewSite {
                    name_en: name.clone(),
                    name_cy: name.clone(),
                    nation,
                    authority: AuthorityId::from_uuid(authority.uuid()),
                    charity,
                    wind_down_days: 30,
                    places: 4,
                },
            )?;
            agree(tx, id, date(2026, 1, 1), date(2026, 12, 31))?;
            Ok(id)
        })
        .await
    }

    /// Another agreement of an area, for all of 2027.
    pub async fn agree_again(&self, site: SiteId) {
        self.console(move |tx| agree(tx, site, date(2027, 1, 1), date(2027, 12, 31)))
            .await;
    }

    /// Somebody with an account and nothing else.
    pub async fn somebody(&self, name: &str) -> Somebody {
        self.account(name, None).await
    }

    /// A family member with an account.
    pub async fn member(&self, name: &str) -> Somebody {
        self.account(name, Some(PersonId::from_uuid(Uuid::from_bytes(seal::random()))))
            .await
    }

    async fn account(&self, name: &str, person: Option<PersonId>) -> Somebody {
        let email = format!("{}@example.org", name.to_lowercase().replace(' ', "."));
        let new = NewAccount {
            name: name.to_owned(),
            email: email.clone(),
            language: "en".to_owned(),
            person,
        };
        let id = self.console(move |tx| store::account::make(tx, &new)).await;
        Somebody {
            id,
            name: name.to_owned(),
            email,
        }
    }

    /// Somebody with a password.
    pub async fn with_password(&self, name: &str) -> Somebody {
        let somebody = self.somebody(name).await;
        self.give_password(&somebody).await;
        somebody
    }

    /// Gives somebody the password everybody has.
    pub async fn give_password(&self, somebody: &Somebody) {
        use argon2::{Argon2, PasswordHasher};
        let salt = seal::random::<16>();
        let hash: argon2::password_hash::phc::PasswordHash = Argon2::default()
            .hash_password_with_salt(PASSWORD.as_bytes(), &salt)
            .expect("a password is hashed");
        let (id, hash) = (somebody.id, hash.to_string());
        self.console(move |tx| way_in::set_password_hash(tx, id, &hash)).await;
    }

    /// Somebody who holds a role at a site.
    pub async fn staff(&self, name: &str, role: Role, site: SiteId) -> Somebody {
        let somebody = self.somebody(name).await;
        self.give(&somebody, role, Some(site)).await;
        somebody
    }

    /// Gives a role, at a site or for the whole house, that two other people agreed on.
    pub async fn give(&self, somebody: &Somebody, role: Role, site: Option<SiteId>) {
        let (id, one, two) = (
            somebody.id,
            Uuid::from_bytes(seal::random()),
            Uuid::from_bytes(seal::random()),
        );
        self.console(move |tx| {
            let (one, two) = (AccountId::from_uuid(one), AccountId::from_uuid(two));
            give(tx, id, role, site, one, two).map_err(|_| store::Error::NotFound)
        })
        .await;
    }

    /// A browser in which somebody has just signed in with two factors.
    pub async fn signed_in(&self, somebody: &Somebody) -> Browser {
        self.signed_in_by(somebody, Way::Passkey).await
    }

    /// A browser in which somebody has just signed in, this way.
    pub async fn signed_in_by(&self, somebody: &Somebody, way: Way) -> Browser {
        let entered = store::sign_in::start(&self.store, somebody.id, way, "a test")
            .await
            .expect("signing in works");
        let mut browser = self.browser();
        browser.keep_secret(&entered.secret);
        browser
    }
}

/// An agreement of an area from one day to another.
fn agree(tx: &Tx, id: SiteId, from: Date, to: Date) -> Result<(), store::Error> {
    let text = |words: &str| Text::parse(words).expect("a text");
    let signed = |by: &str| Signature { by: text(by), on: from };
    let new = NewAgreement {
        site: id,
        from,
        to,
        review_on: to.first_of_month(),
        purposes: vec![text("support")],
        categories: vec![Category {
            facts: text("referral"),
            seen_by: Role::ALL.into_iter().collect(),
        }],
        signatures: vec![
            signed("Head of service, the authority"),
            signed("Director, the charity"),
        ],
    };
    store::agreement::record(tx, &new).map_err(|_| store::Error::NotFound)?;
    Ok(())
}
