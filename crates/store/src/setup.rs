//! Opening a deployment: migrate, check the key, or make a new one.

use crate::clock::Clock;
use crate::error::{Error, Result};
use crate::journal::checkpoint::hex;
use crate::kernel::{Db, Location, Tx, sqlite, statements};
use crate::key::{HOUSE, Keys};
use crate::schema;
use crate::store::Store;
use rusqlite::OpenFlags;
use seal::{RootKey, SiteKey};
use uuid::Uuid;

statements! {
    DEPLOYMENT = "select deployment_id, kind, key_name from deployment where one = 1";
    MAKE_DEPLOYMENT = "insert into deployment (one, deployment_id, kind, key_name, house_key, made_at)
        values (1, $1, $2, $3, $4, $5) on conflict (one) do nothing";
}

/// What a deployment is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Invented people, to try it.
    Demo,
    /// Real families.
    Serve,
}

impl Kind {
    /// The word stored for it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Demo => "demo",
            Self::Serve => "serve",
        }
    }
}

/// Brings a database up to the newest version without opening it for work. Answers the version it was at.
pub async fn migrate(location: &Location) -> Result<i64> {
    match location {
        Location::File(path) => {
            let mut conn = sqlite::connect(path, OpenFlags::default())?;
            schema::migrate_sqlite(&mut conn)
        }
        Location::Server(_) => match Db::open(location)? {
            Db::Postgres(postgres) => schema::migrate_postgres(&mut postgres.connection().await?).await,
            Db::Sqlite(_) => Err(Error::Unavailable("a server was asked for".into())),
        },
    }
}

/// Migrates and opens a deployment, making it when the database is new.
///
/// A database made with another key, for another purpose or by a newer program is refused with a sentence.
pub async fn open(location: &Location, root: RootKey, clock: Clock, kind: Kind) -> Result<Store> {
    migrate(location).await?;
    let packs = crate::pack::embedded()?;
    let key_name = root.id();
    let store = Store::assemble(Db::open(location)?, Keys::new(root), clock, packs);
    let house = store.keys().root().wrap_site(HOUSE.into_bytes(), &SiteKey::generate());
    store
        .job_write("open", move |tx| {
            if deployment(tx)?.is_none() {
                make(tx, kind, &key_name, &house)?;
            }
            Ok::<_, Error>(())
        })
        .await?;
    let found = store.job("open", |tx| deployment(tx)?.ok_or(Error::NotFound)).await?;
    if found.key_name != key_name {
        // By its name, as the recovery sheet has it, so that the right one is found among several.
        return Err(Error::Key(format!(
            "the key given ({}) is not the key this database was made with ({})",
            hex(&key_name),
            hex(&found.key_name)
        )));
    }
    if found.kind != kind.key() {
        return Err(Error::Key(format!(
            "this database was made by `susd {}` and stays so",
            found.kind
        )));
    }
    // Proves that the key really opens what it should, before anybody relies on it.
    store.job("open", |tx| tx.site_keys(HOUSE).map(|_| ())).await?;
    Ok(store)
}

struct Deployment {
    kind: String,
    key_name: Vec<u8>,
}

fn deployment(tx: &Tx) -> Result<Option<Deployment>> {
    tx.row(&DEPLOYMENT, &[], |row| {
        Ok(Deployment {
            kind: row.text(1)?.to_owned(),
            key_name: row.bytes(2)?.to_vec(),
        })
    })
}

fn make(tx: &Tx, kind: Kind, key_name: &[u8], house: &[u8]) -> Result<()> {
    let id = Uuid::from_bytes(seal::random());
    tx.run(
        &MAKE_DEPLOYMENT,
        &[
            id.into(),
            kind.key().into(),
            key_name.into(),
            house.into(),
            tx.now_micros().into(),
        ],
    )?;
    // The deployment's own journal parts, should it ever have any, are sealed for the nil subject.
    tx.make_subject(HOUSE, HOUSE, "deployment")?;
    Ok(())
}

/// Whether the database answers and can be written: what `/health/ready` says.
pub async fn ready(store: &Store) -> Result<()> {
    store
        .job_write("ready", |tx| tx.row(&DEPLOYMENT, &[], |_| Ok(())).map(|_| ()))
        .await
}
