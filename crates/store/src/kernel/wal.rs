//! The write-ahead log: copied back into the file by a thread of its own, and kept from filling the disk.

use super::reader::Readers;
use super::sqlite::{connect, opening};
use crate::error::{Error, Result};
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use std::sync::mpsc;

/// After how many commits the write-ahead log is copied back, by a thread of its own.
///
/// Assumption: a page that is written again and again is then copied once for many times.
const COMMITS_BETWEEN_CHECKPOINTS: u32 = 200;

/// How many pages the write-ahead log may have before it is made to begin anew.
///
/// Assumption: 32 MB, a few tables of the log's index for a read to search.
const LOG_PAGES_MAX: i64 = 8000;

/// How many bytes the write-ahead log may have before the writer itself copies it back between two commits.
///
/// The copier cannot make the log begin anew while somebody writes without a pause, as a file of many families does: the
/// log grew to thirty gigabytes and filled the disk.
///
/// Assumption: 128 MB, four times what the copier aims at; smaller, and the writer would often do the copier's work.
const LOG_BYTES_MAX: u64 = 128 * 1024 * 1024;

/// How long the copier waits for readers, and lets nobody write meanwhile; it tries again later.
const COPIER_WAITS: &str = "pragma busy_timeout = 50";

/// How long every other connection waits for what another one does.
const OTHERS_WAIT: &str = "pragma busy_timeout = 10000";

/// The log of one file, as its writer knows it.
pub(super) struct Log {
    file: PathBuf,
    readers: Readers,
    copy: mpsc::SyncSender<()>,
    since_copied: u32,
    empty_above: u64,
}

impl Log {
    /// The log beside a file, with the thread that copies it back.
    pub fn of(path: &Path, readers: &Readers) -> Result<Self> {
        let copier = connect(path, OpenFlags::default())?;
        copier.execute_batch(COPIER_WAITS).map_err(|e| opening(path, &e))?;
        let mut file = path.as_os_str().to_owned();
        file.push("-wal");
        let (copy, wanted) = mpsc::sync_channel(1);
        let of_copier = readers.clone();
        std::thread::Builder::new()
            .name("susd-wal".into())
            .spawn(move || copy_log(&copier, &of_copier, &wanted))
            .map_err(|e| Error::Unavailable(e.to_string()))?;
        Ok(Self {
            file: PathBuf::from(file),
            readers: readers.clone(),
            copy,
            since_copied: 0,
            empty_above: LOG_BYTES_MAX,
        })
    }

    /// Told after every commit, by the writer.
    pub fn have_committed(&mut self, conn: &Connection) {
        self.since_copied += 1;
        if self.since_copied >= COMMITS_BETWEEN_CHECKPOINTS && self.copy.try_send(()).is_ok() {
            self.since_copied = 0;
        }
        if self.empty_above < self.bytes() {
            empty_log(conn, &self.readers);
            // What somebody still reads cannot be emptied: nobody's commit waits for that again until there is more.
            self.empty_above = self.bytes() + LOG_BYTES_MAX;
        }
    }

    fn bytes(&self) -> u64 {
        std::fs::metadata(&self.file).map_or(0, |file| file.len())
    }
}

/// Copies the whole write-ahead log back into the file and empties it, between two commits.
fn empty_log(conn: &Connection, readers: &Readers) {
    readers.rest();
    let emptied = conn
        .execute_batch(COPIER_WAITS)
        .and_then(|()| conn.query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(())));
    let waits_again = conn.execute_batch(OTHERS_WAIT);
    if let Err(cause) = emptied.and(waits_again) {
        tracing::warn!(%cause, "the write-ahead log was not emptied");
    }
}

/// Copies the write-ahead log back into the file, away from the writer.
fn copy_log(conn: &Connection, readers: &Readers, wanted: &mpsc::Receiver<()>) {
    while wanted.recv().is_ok() {
        // `passive` never waits for anybody; what it could not copy it copies next time.
        let pages = conn.query_row("pragma wal_checkpoint(passive)", [], |row| row.get::<_, i64>(1));
        // While somebody always reads, the log would never begin anew and every read would search more of it. Once
        // it is all copied, the wait for the readers of a moment ago is a short one.
        let copied = match pages {
            Ok(pages) if pages > LOG_PAGES_MAX => {
                readers.rest();
                conn.query_row("pragma wal_checkpoint(restart)", [], |_| Ok(()))
            }
            other => other.map(|_| ()),
        };
        if let Err(cause) = copied {
            tracing::warn!(%cause, "the write-ahead log was not copied back");
        }
    }
}
