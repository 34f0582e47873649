//! A copy of everything in one file, and the way back from it.
//!
//! ```text
//! susd.db ─write▶ one file, no key ─restore▶ susd.db, with every erasure since done again
//! ```
//! The copy never holds the root key: whoever finds it reads nothing. A
//! database on a server is copied with the server's own tools.

mod identity;
mod restore;
pub(crate) mod tombstone;

pub use identity::{Identity, identity, wipe_demo};
pub use restore::{Restored, note_restored, restore};
pub use tombstone::{Tombstone, tombstones, write_tombstones};

use crate::error::{Error, Result};
use crate::journal::{BookKind, DEPLOYMENT_BOOK, Entry};
use crate::kernel::{Db, Location, Tx, sqlite};
use crate::store::Store;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long a copy waits for somebody who holds the file, in all.
///
/// Assumption: a minute; nobody holds it longer than one commit.
const WAIT_TRIES_MAX: u32 = 600;

/// Copies the whole database into one file and says so in the journal first. Answers the file.
///
/// A folder gets a file named for the instant. People go on working meanwhile.
///
/// # Errors
/// [`Error::File`] where the copy cannot be written, or for a database on a server.
pub async fn write(store: &Store, to: &Path) -> Result<PathBuf> {
    let Db::Sqlite(db) = store.db() else {
        return Err(Error::File {
            path: "backup".into(),
            cause: "a database on a server is copied with pg_dump, and the data folder with its files beside it".into(),
        });
    };
    let target = if to.is_dir() {
        to.join(format!("susd-{}.db", store.now().strftime("%Y-%m-%dT%H-%M-%SZ")))
    } else {
        to.to_owned()
    };
    if target.exists() {
        return Err(fault(&target, "there is a file of that name already"));
    }
    // The entry comes first, so that the copy holds it too.
    store.job_write("backup", |tx| note(tx, "backed_up")).await?;
    let from = db.path().to_owned();
    let made = target.clone();
    tokio::task::spawn_blocking(move || copy(&from, &made))
        .await
        .map_err(|e| Error::Unavailable(e.to_string()))??;
    Ok(target)
}

/// Copies under another name, settles the copy into one file, checks it, and moves it into place.
fn copy(from: &Path, to: &Path) -> Result<()> {
    let part = to.with_extension("part");
    let failed = |e: rusqlite::Error| fault(to, &e.to_string());
    remove(&part)?;
    make_private(&part)?;
    let source = sqlite::connect(from, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    let mut copied = Connection::open(&part).map_err(failed)?;
    {
        let backup = Backup::new(&source, &mut copied).map_err(failed)?;
        let mut tries = 0;
        // All pages in one step: what others write meanwhile goes to the log and does not make it start again.
        while backup.step(-1).map_err(failed)? != StepResult::Done {
            tries += 1;
            if tries >= WAIT_TRIES_MAX {
                return Err(fault(to, "the database was busy for a minute"));
            }
            std::thread::sleep(Duration::from_millis(100));
        }
    }
    settle(&copied).map_err(failed)?;
    check_whole(&copied, to)?;
    copied.close().map_err(|(_, e)| failed(e))?;
    let synced = std::fs::File::open(&part).and_then(|file| file.sync_all());
    synced
        .and_then(|()| std::fs::rename(&part, to))
        .map_err(|e| fault(to, &e.to_string()))
}

/// Makes a database one file again, with nothing of it in a log beside it.
fn settle(conn: &Connection) -> rusqlite::Result<()> {
    conn.query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(()))?;
    conn.query_row("pragma journal_mode = delete", [], |_| Ok(()))
}

/// Refuses a file whose pages do not hold together.
fn check_whole(conn: &Connection, path: &Path) -> Result<()> {
    let said: String = conn
        .query_row("pragma integrity_check(1)", [], |row| row.get(0))
        .map_err(|e| fault(path, &e.to_string()))?;
    if said == "ok" {
        Ok(())
    } else {
        Err(fault(path, &format!("the file is damaged: {said}")))
    }
}

/// Makes an empty file that only its owner may read.
fn make_private(path: &Path) -> Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(|_| ()).map_err(|e| fault(path, &e.to_string()))
}

/// Removes a file that may not be there.
fn remove(path: &Path) -> Result<()> {
    match std::fs::remove_file(path) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(fault(path, &e.to_string())),
        _ => Ok(()),
    }
}

/// The database file a location names.
fn file_of(location: &Location) -> Result<&Path> {
    match location {
        Location::File(path) => Ok(path),
        Location::Server(_) => Err(Error::File {
            path: "backup".into(),
            cause: "a database on a server is restored with pg_restore, and the data folder with its files".into(),
        }),
    }
}

/// An entry in the deployment's own book.
fn note(tx: &Tx, action: &'static str) -> Result<()> {
    tx.append(&Entry {
        book: DEPLOYMENT_BOOK,
        kind: BookKind::Deployment,
        action,
        object_kind: "deployment",
        object_id: None,
        parts: Vec::new(),
    })?;
    Ok(())
}

fn fault(path: &Path, cause: &str) -> Error {
    let path = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    Error::File {
        path,
        cause: cause.to_owned(),
    }
}
