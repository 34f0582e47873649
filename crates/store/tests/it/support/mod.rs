//! A deployment for one test, on either engine, with its own clock and key.

pub mod carers;
pub mod gate;
pub mod house;
pub mod people;
pub mod raw;

use jiff::{SignedDuration, Timestamp};
use raw::Raw;
use seal::RootKey;
use store::setup::Kind;
use store::{Clock, Location, Store};
use testkit::TempDir;
use testkit::postgres::{Database, Postgres};

/// The instant every test begins at: a Tuesday morning.
pub const BEGINNING: &str = "2026-03-10T10:00:00Z";

/// The engine a test runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

pub const ENGINES: [Engine; 2] = [Engine::Sqlite, Engine::Postgres];

/// Runs a test on one engine after the other, each with a new deployment.
#[expect(
    clippy::needless_pass_by_value,
    reason = "so that a test reads `on_both(async |d| …)`"
)]
pub fn on_both(test: impl AsyncFn(&Deployment)) {
    for engine in ENGINES {
        on(engine, &test);
    }
}

/// Runs a test on one engine with a new deployment.
#[expect(
    clippy::needless_pass_by_value,
    reason = "so that a test reads `on(engine, async |d| …)`"
)]
pub fn on(engine: Engine, test: impl AsyncFn(&Deployment)) {
    // Shown only when the test fails: which engine it was.
    println!("on {engine:?}");
    runtime().block_on(async {
        let deployment = Deployment::new(engine).await;
        test(&deployment).await;
    });
}

/// A runtime as the service has it.
pub fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime starts")
}

/// An empty database of one engine, not opened by the store yet.
pub struct Place {
    pub engine: Engine,
    pub location: Location,
    pub folder: TempDir,
    /// Present on the server; it goes with this value.
    pub database: Option<Database>,
}

impl Place {
    pub fn new(engine: Engine) -> Self {
        let folder = TempDir::new();
        let database = (engine == Engine::Postgres).then(|| Postgres::shared().database());
        let location = match &database {
            Some(database) => Location::Server(database.url().to_owned()),
            None => Location::File(folder.join("susd.db")),
        };
        Self {
            engine,
            location,
            folder,
            database,
        }
    }

    /// A connection behind the store's back, as the one who may do anything.
    pub async fn raw(&self) -> Raw {
        match (&self.location, &self.database) {
            (Location::File(path), _) => Raw::file(path),
            (Location::Server(_), Some(database)) => {
                let maker = Postgres::shared().url();
                let (server, _) = maker.rsplit_once('/').expect("an address names a database");
                Raw::server(&format!("{server}/{}", database.name())).await
            }
            (Location::Server(_), None) => unreachable!("a server's place has a database"),
        }
    }

    /// A connection behind the store's back, as the role the store itself has.
    pub async fn raw_as_owner(&self) -> Raw {
        match &self.location {
            Location::File(path) => Raw::file(path),
            Location::Server(url) => Raw::server(url).await,
        }
    }
}

/// A deployment open for work.
pub struct Deployment {
    pub store: Store,
    pub place: Place,
    pub raw: Raw,
    key: String,
}

impl Deployment {
    pub async fn new(engine: Engine) -> Self {
        let place = Place::new(engine);
        let root = RootKey::generate();
        let key = root.to_text().as_str().to_owned();
        let store = store::setup::open(&place.location, root, clock(), Kind::Demo)
            .await
            .expect("a new deployment opens");
        let raw = place.raw().await;
        Self { store, place, raw, key }
    }

    /// The root key, once more.
    pub fn root(&self) -> RootKey {
        RootKey::from_text(&self.key).expect("the key was written by itself")
    }

    /// Opens the same database once more, as another node or after a restart would.
    pub async fn open_again(&self) -> store::Result<Store> {
        store::setup::open(
            &self.place.location,
            self.root(),
            self.store.clock().clone(),
            Kind::Demo,
        )
        .await
    }

    pub fn engine(&self) -> Engine {
        self.place.engine
    }

    /// Lets time pass.
    pub fn seconds_later(&self, seconds: i64) {
        self.store.clock().forward(SignedDuration::from_secs(seconds));
    }
}

/// A clock that stands at [`BEGINNING`].
pub fn clock() -> Clock {
    Clock::standing_at(BEGINNING.parse::<Timestamp>().expect("the beginning is an instant"))
}

/// Sixteen random bytes as an id.
pub fn random_id() -> uuid::Uuid {
    uuid::Uuid::from_bytes(seal::random())
}
