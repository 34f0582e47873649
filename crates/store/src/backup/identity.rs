//! What a database says of itself before anybody opens it: whose it is, at
//! which version, and for what. Nothing is changed and no key is needed.

use super::{file_of, remove};
use crate::error::{Error, Result};
use crate::kernel::{Db, Location};
use crate::setup::Kind;
use rusqlite::{Connection, OpenFlags, OptionalExtension};
use std::path::Path;
use uuid::Uuid;

const VERSION: &str = "select coalesce(max(number), 0) from schema_version";
const DEPLOYMENT: &str = "select deployment_id, kind, key_name from deployment where one = 1";

/// What a database says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The deployment it belongs to.
    pub deployment: Uuid,
    /// What it is for.
    pub kind: Kind,
    /// Names the root key it was made with, without being it.
    pub key_name: Vec<u8>,
    /// The version of its tables.
    pub version: i64,
}

/// What the database at a location says of itself; `None` when nothing was made there yet.
///
/// # Errors
/// [`Error::Newer`] for one that a newer program made, [`Error::Unavailable`] when it cannot be read.
pub async fn identity(location: &Location) -> Result<Option<Identity>> {
    match location {
        Location::File(path) => of_file(path),
        Location::Server(_) => of_server(location).await,
    }
}

/// As [`identity`], for one file: the database itself or a copy of it.
pub(super) fn of_file(path: &Path) -> Result<Option<Identity>> {
    if !path.exists() {
        return Ok(None);
    }
    let name = path
        .file_name()
        .map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default();
    let failed = |e: rusqlite::Error| Error::Unavailable(format!("the database file {name} cannot be read: {e}"));
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(failed)?;
    conn.busy_timeout(std::time::Duration::from_secs(10)).map_err(failed)?;
    let tables = "select count(*) from sqlite_schema where name in ('schema_version', 'deployment')";
    let tables: i64 = conn.query_row(tables, [], |row| row.get(0)).map_err(failed)?;
    if tables < 2 {
        return Ok(None);
    }
    let version: i64 = conn.query_row(VERSION, [], |row| row.get(0)).map_err(failed)?;
    known(version)?;
    let row = |row: &rusqlite::Row| {
        Ok((
            row.get::<_, Vec<u8>>(0)?,
            row.get::<_, String>(1)?,
            row.get::<_, Vec<u8>>(2)?,
        ))
    };
    let found = conn.query_row(DEPLOYMENT, [], row).optional().map_err(failed)?;
    found
        .map(|(id, kind, key_name)| made(Uuid::from_slice(&id).ok(), &kind, key_name, version))
        .transpose()
}

async fn of_server(location: &Location) -> Result<Option<Identity>> {
    let Db::Postgres(server) = Db::open(location)? else {
        return Ok(None);
    };
    let client = server.connection().await?;
    let failed = |e: tokio_postgres::Error| crate::kernel::postgres::unavailable(&e);
    let tables = "select count(*) from pg_tables where schemaname = current_schema()
        and tablename in ('schema_version', 'deployment')";
    let tables: i64 = client.query_one(tables, &[]).await.map_err(failed)?.get(0);
    if tables < 2 {
        return Ok(None);
    }
    let version: i64 = client.query_one(VERSION, &[]).await.map_err(failed)?.get(0);
    known(version)?;
    let row = client.query_opt(
        "select deployment_id::text, kind, key_name from deployment where one = 1",
        &[],
    );
    let Some(row) = row.await.map_err(failed)? else {
        return Ok(None);
    };
    let (id, kind): (String, String) = (row.get(0), row.get(1));
    made(id.parse().ok(), &kind, row.get(2), version).map(Some)
}

fn known(version: i64) -> Result<()> {
    let newest = crate::schema::newest();
    if version > newest {
        Err(Error::Newer {
            found: version,
            known: newest,
        })
    } else {
        Ok(())
    }
}

fn made(id: Option<Uuid>, kind: &str, key_name: Vec<u8>, version: i64) -> Result<Identity> {
    let broken = |column: &str| Error::Broken {
        column: column.into(),
        row: "deployment".into(),
    };
    Ok(Identity {
        deployment: id.ok_or_else(|| broken("deployment_id"))?,
        kind: [Kind::Demo, Kind::Serve]
            .into_iter()
            .find(|one| one.key() == kind)
            .ok_or_else(|| broken("kind"))?,
        key_name,
        version,
    })
}

/// Empties the database of a demonstration, so that it can start again. Anything else is left alone.
///
/// # Errors
/// [`Error::Key`] when the database is not a demonstration's.
pub async fn wipe_demo(location: &Location) -> Result<()> {
    match identity(location).await {
        Ok(None) => {}
        Ok(Some(found)) if found.kind == Kind::Demo => {}
        Ok(Some(_)) => {
            return Err(Error::Key(
                "this database holds more than a demonstration; it is left as it is".into(),
            ));
        }
        Err(cause) => return Err(cause),
    }
    if let Location::Server(_) = location {
        let Db::Postgres(server) = Db::open(location)? else {
            return Ok(());
        };
        let client = server.connection().await?;
        let wiped = client
            .batch_execute("drop schema if exists public cascade; create schema public")
            .await;
        return wiped.map_err(|e| crate::kernel::postgres::unavailable(&e));
    }
    let path = file_of(location)?;
    for ending in ["-wal", "-shm", ""] {
        let mut file = path.as_os_str().to_owned();
        file.push(ending);
        remove(Path::new(&file))?;
    }
    Ok(())
}
