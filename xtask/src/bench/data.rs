//! The data of the bench: 22 sites, 100 carers, 2,000 families, 4,000 children, 60,000 visits of about 500 bytes, made through
//! the store's own verbs; and beside it, in plain tables, the same for the floor.

use super::supported;
use anyhow::{Context, Result, anyhow};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::access::{Action, Actor, Object};
use domain::family::{NewPerson, Part, Reason};
use domain::id::{AccountId, FamilyId, ReferralId, SiteId};
use domain::name::{Name, PersonName};
use domain::need::NEEDS;
use domain::pack::Key;
use domain::referral::Refer;
use domain::role::Role;
use domain::text::Text;
use jiff::SignedDuration;
use seal::RootKey;
use std::path::Path;
use store::account::{self, NewAccount};
use store::setup::Kind;
use store::sign_in::Way;
use store::site::{self, NewSite};
use store::{Clock, Location, Store};

/// How many sites there are.
pub const SITES: usize = 22;
/// How many families there are.
pub const FAMILIES: usize = 2000;
/// How many visits each family has had.
pub const VISITS_EACH: usize = 30;
/// How many sign-ins each programme manager and carer has, so that no opening of a family joins an earlier one.
pub const SIGN_INS_EACH: usize = 24;

/// How many carers there are.
pub const CARERS: usize = 100;

/// What the first of the sites is called.
pub const FIRST_SITE: &str = "Area 0";

/// A family of the bench.
pub struct Made {
    /// Which site it is in, by its place.
    pub site: usize,
    /// The family.
    pub family: FamilyId,
    /// Its referral.
    pub referral: ReferralId,
    /// Who supports it now, by the carer's place; nobody where support is between two carers.
    pub carer: Option<usize>,
}

/// What the requests of the bench are made of.
pub struct Data {
    /// Secrets of the sign-ins of each site's programme manager.
    pub secrets: Vec<Vec<[u8; 32]>>,
    /// Secrets of the sign-ins of each carer.
    pub carers: Vec<Vec<[u8; 32]>>,
    /// The families.
    pub families: Vec<Made>,
}

/// The cookie of a sign-in.
pub fn cookie(secret: &[u8; 32]) -> String {
    format!("__Host-susd={}", URL_SAFE_NO_PAD.encode(secret))
}

/// The token a form of this sign-in carries.
pub fn form_token(secret: &[u8; 32]) -> String {
    let mut told = b"form".to_vec();
    told.extend_from_slice(secret);
    URL_SAFE_NO_PAD.encode(seal::secret_hash(&told))
}

/// About 500 bytes of a plain note, a little different each time.
pub fn note(at: usize) -> String {
    let parts = [
        "What went well: bedtime was calm and the story was chosen by the youngest.",
        "We walked to school together and were there before the bell.",
        "Mam made the lunch boxes the evening before, as we planned.",
        "The form for the after-school club is filled in and goes in tomorrow.",
        "Said, in their words: it is easier when somebody knocks at the same time each week.",
        "Next: the same two mornings, and ring on Friday to hear how it went.",
    ];
    let mut text = format!("Visit {at}.");
    for step in 0..6 {
        text.push(' ');
        text.push_str(parts[(at + step) % parts.len()]);
    }
    text
}

/// Makes the database in `folder`, with the key beside the folder.
pub async fn make(folder: &Path, key: &RootKey) -> Result<Data> {
    let location = Location::File(folder.join("susd.db"));
    let key = RootKey::from_text(key.to_text().as_str()).map_err(|e| anyhow!("{e}"))?;
    let now = Clock::System.now();
    let clock = Clock::standing_at(now - SignedDuration::from_hours(24 * supported::days()));
    let store = store::setup::open(&location, key, clock.clone(), Kind::Serve).await?;
    let console = Actor::Job("console");
    let permit = store.permit(&console, Action::MakeSite, Object::System).await?;
    let sites = store.write(permit, make_sites).await?;
    agreements(folder, &sites)?;
    let permit = store.permit(&console, Action::InviteAccount, Object::System).await?;
    let given = sites.clone();
    let (managers, carers) = store.write(permit, move |tx| make_staff(tx, &given)).await?;
    // Nobody of them works with one factor only: each account is marked as having its second.
    confirm_codes(folder)?;
    let actors = actors(&store, &managers).await?;
    let mut families = make_families(&store, &sites, &actors).await?;
    supported::live(&store, &clock, (&sites, &managers, &carers), &mut families).await?;
    Ok(Data {
        secrets: sign_ins(&store, &managers).await?,
        carers: sign_ins(&store, &carers).await?,
        families,
    })
}

/// Everybody signed in once.
pub(super) async fn actors(store: &Store, accounts: &[AccountId]) -> Result<Vec<Actor>> {
    let mut actors = Vec::new();
    for account in accounts {
        let entered = store::sign_in::start(store, *account, Way::Passkey, "bench").await?;
        actors.push(Actor::Account {
            id: *account,
            sign_in: entered.id,
        });
    }
    Ok(actors)
}

async fn sign_ins(store: &Store, accounts: &[AccountId]) -> Result<Vec<Vec<[u8; 32]>>> {
    let mut all = Vec::new();
    for account in accounts {
        let mut own = Vec::new();
        for _ in 0..SIGN_INS_EACH {
            own.push(
                store::sign_in::start(store, *account, Way::Passkey, "bench")
                    .await?
                    .secret,
            );
        }
        all.push(own);
    }
    Ok(all)
}

fn make_sites(tx: &store::Tx) -> store::Result<Vec<SiteId>> {
    let nation = Key::parse("wales").map_err(|_| store::Error::NotFound)?;
    let charity = site::make_organisation(tx, site::Kind::Charity, "Bench charity", "Elusen y fainc", None)?;
    (0..SITES)
        .map(|at| {
            let name = format!("Area {at}");
            let authority = site::make_organisation(tx, site::Kind::Authority, &name, &name, Some(&nation))?;
            site::make(
                tx,
                &NewSite {
                    name_en: name.clone(),
                    name_cy: name,
                    nation: nation.clone(),
                    authority: domain::id::AuthorityId::from_uuid(authority.uuid()),
                    charity,
                    wind_down_days: 30,
                    places: 20,
                },
            )
        })
        .collect()
}

/// A programme manager for each site, and the carers in turn.
fn make_staff(tx: &store::Tx, sites: &[SiteId]) -> store::Result<(Vec<AccountId>, Vec<AccountId>)> {
    let named = |name: String| {
        let email = format!("{}@bench.example", name.replace(' ', "."));
        account::make(
            tx,
            &NewAccount {
                name,
                email,
                language: "en".into(),
                person: None,
            },
        )
    };
    let (one, other) = (named("First Clerk".into())?, named("Second Clerk".into())?);
    let with_role = |name: String, role: Role, site: SiteId| {
        let account = named(name)?;
        store::account::role::give(tx, account, role, Some(site), one, other)
            .map_err(|e| store::Error::Unavailable(e.to_string()))?;
        Ok(account)
    };
    let managers = sites
        .iter()
        .enumerate()
        .map(|(at, site)| with_role(format!("Manager {at}"), Role::ProgrammeManager, *site));
    let carers = (0..CARERS).map(|at| with_role(format!("Carer {at}"), Role::Carer, sites[at % SITES]));
    Ok((
        managers.collect::<store::Result<_>>()?,
        carers.collect::<store::Result<_>>()?,
    ))
}

/// Agreements in force for every site.
fn agreements(folder: &Path, sites: &[SiteId]) -> Result<()> {
    let conn = rusqlite::Connection::open(folder.join("susd.db"))?;
    for site in sites {
        let id = seal::random::<16>();
        conn.execute(
            "insert into agreement (id, site_id, starts_on, ends_on, review_on, purposes, categories, signatures, made_by, made_at)
             values (?1, ?2, '2024-01-01', '2099-12-31', '2030-01-01', '[]', '[]', '[]', ?1, 0)",
            (id, site.bytes()),
        )?;
    }
    Ok(())
}

fn confirm_codes(folder: &Path) -> Result<()> {
    let conn = rusqlite::Connection::open(folder.join("susd.db"))?;
    conn.execute("update account set code_confirmed = 1", ())?;
    Ok(())
}

async fn make_families(store: &Store, sites: &[SiteId], actors: &[Actor]) -> Result<Vec<Made>> {
    let mut tasks = tokio::task::JoinSet::new();
    let mut made = Vec::new();
    for at in 0..FAMILIES {
        let (store, site, actor) = (store.clone(), sites[at % SITES], actors[at % SITES].clone());
        tasks.spawn(async move {
            let permit = store.permit(&actor, Action::Refer, Object::Site(site)).await?;
            let refer = refer(site, at);
            let made = store.write(permit, move |tx| store::referral::make(tx, refer.clone(), tx.today()));
            let made = made.await?;
            Ok::<_, store::Error>(Made {
                site: at % SITES,
                family: made.family,
                referral: made.id,
                carer: None,
            })
        });
        if tasks.len() >= 64 {
            made.push(tasks.join_next().await.context("a task was just started")???);
        }
    }
    while let Some(done) = tasks.join_next().await {
        made.push(done??);
    }
    Ok(made)
}

fn refer(site: SiteId, at: usize) -> Refer {
    let names = [
        "Beca", "Tomos", "Efa", "Niamh", "Cillian", "Rhys", "Siân", "Zofia", "Aisha", "Jac",
    ];
    let person = |part: Part, first: usize| {
        let name = PersonName {
            forename: Name::parse(names[(at + first) % names.len()]).ok(),
            surname: Name::parse(&format!("Surname{}", at % 700)).ok(),
            known_as: None,
        };
        let reason = (part == Part::Child).then_some(Reason::RiskOfCare);
        NewPerson {
            name,
            reason,
            ..NewPerson::unknown(part)
        }
    };
    Refer {
        people: vec![person(Part::Child, 0), person(Part::Child, 1), person(Part::Adult, 6)],
        needs: NEEDS.iter().take(3).collect(),
        going_well: Text::parse(&note(at)).ok(),
        worries: Text::parse(&note(at + 1)).ok(),
        ..Refer::to(site)
    }
}
