//! The kernel: one small synchronous unit of work over two engines.
//!
//! Above it no file knows which engine it runs on; below it no file knows
//! what a family is.

pub(crate) mod postgres;
mod reader;
pub(crate) mod request;
pub(crate) mod sqlite;
mod statement;
mod tx;
mod unit;
mod value;
mod wal;

pub use statement::Statement;
pub(crate) use statement::{numbered, statements};
pub use tx::Tx;
pub(crate) use tx::{By, Engine};
pub(crate) use unit::{Access, Brings, await_told};
pub(crate) use value::json;
pub use value::{Row, Value};

use crate::error::{Error, Result};
use std::path::Path;

/// The engine a deployment runs on.
pub(crate) enum Db {
    /// The embedded engine, one file.
    Sqlite(sqlite::Sqlite),
    /// A server.
    Postgres(postgres::Postgres),
}

/// Where the database is.
#[derive(Clone, Debug)]
pub enum Location {
    /// A file of the embedded engine.
    File(std::path::PathBuf),
    /// A PostgreSQL server's URL.
    Server(String),
}

impl Location {
    /// The location a command line names, or `susd.db` in the data folder.
    pub fn parse(database: Option<&str>, data: &Path) -> Result<Self> {
        match database {
            None => Ok(Self::File(data.join("susd.db"))),
            Some(url) if url.starts_with("postgres://") || url.starts_with("postgresql://") => {
                Ok(Self::Server(url.to_owned()))
            }
            Some(path) if !path.contains("://") => Ok(Self::File(path.into())),
            Some(_) => Err(Error::Unavailable(
                "a database is a file or a postgres:// address".into(),
            )),
        }
    }
}

impl Db {
    /// Opens the engine.
    pub fn open(location: &Location) -> Result<Self> {
        // Two cores serve this well; more readers only add memory.
        let readers = std::thread::available_parallelism().map_or(4, |n| n.get().clamp(2, 8) * 2);
        Ok(match location {
            Location::File(path) => Self::Sqlite(sqlite::Sqlite::open(path, readers)?),
            Location::Server(url) => Self::Postgres(postgres::Postgres::open(url, readers * 2)?),
        })
    }
}

/// What a unit of work that panicked answers; it was rolled back.
fn panicked() -> Error {
    Error::Statement {
        statement: "unit of work",
        cause: "it panicked and was rolled back".into(),
    }
}
