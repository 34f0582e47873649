//! A throw-away `PostgreSQL` 15 for tests.
//!
//! Each process starts one server of its own, in a temporary folder, or uses the one that `SUSD_TEST_POSTGRES` names
//! (`cargo xtask test` starts one for the whole run). Every test takes an empty database from it, owned by a role
//! without special rights, so that row-level security binds as it does in service.

mod cluster;
mod database;
mod log;
mod login;
mod programs;

use std::io;
use std::sync::OnceLock;

pub use cluster::Cluster;
pub use database::Database;
pub use log::StatementLog;

/// The variable that names a server to use instead of starting one: the address of a role that may make databases
/// and roles, such as `postgres://postgres:secret@127.0.0.1:5433/postgres`.
pub const SERVER_VARIABLE: &str = "SUSD_TEST_POSTGRES";

/// A `PostgreSQL` server on which tests may make databases.
#[derive(Debug)]
pub struct Postgres {
    /// The role that may make databases.
    maker: login::Login,
    /// Present when the server is our own; it ends when this value is dropped or the process ends.
    _cluster: Option<Cluster>,
}

impl Postgres {
    /// The one server of this process, started when first asked for.
    ///
    /// # Panics
    ///
    /// When `PostgreSQL` is missing or does not start, with a sentence that says what to do.
    pub fn shared() -> &'static Self {
        static SHARED: OnceLock<Postgres> = OnceLock::new();
        SHARED.get_or_init(|| {
            let found = named_server().map_or_else(Self::start, |address| Self::at(&address));
            found.unwrap_or_else(|trouble| panic!("no PostgreSQL for this test: {trouble}"))
        })
    }

    /// Starts a server of our own.
    ///
    /// # Errors
    ///
    /// `PostgreSQL` is not installed, or does not start; the sentence says which and quotes what it printed.
    pub fn start() -> io::Result<Self> {
        let cluster = Cluster::start()?;
        let maker = login::Login::parse(cluster.url())?;
        Ok(Self {
            maker,
            _cluster: Some(cluster),
        })
    }

    /// Uses a running server.
    ///
    /// # Errors
    ///
    /// `address` is not of the form `postgres://role:password@host:port/database`.
    pub fn at(address: &str) -> io::Result<Self> {
        Ok(Self {
            maker: login::Login::parse(address)?,
            _cluster: None,
        })
    }

    /// The address of the role that may make databases; for `SUSD_TEST_POSTGRES`, not for the software under test.
    pub fn url(&self) -> String {
        self.maker.url()
    }

    /// A new empty database with its own role; both go when the value is dropped.
    ///
    /// # Panics
    ///
    /// When the server cannot be reached or refuses, with what it said.
    pub fn database(&self) -> Database {
        Database::create(&self.maker).unwrap_or_else(|trouble| panic!("no database for this test: {trouble}"))
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one setting of the tests: one server for a whole run of many test programs, which take no arguments"
)]
fn named_server() -> Option<String> {
    std::env::var(SERVER_VARIABLE)
        .ok()
        .filter(|address| !address.is_empty())
}
