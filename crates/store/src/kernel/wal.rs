//! The write-ahead log: copied back into the file by a thread of its own, and kept from filling the disk.

use super::reader::Readers;
use super::sqlite::{connect, opening};
use crate::error::{Error, Result};
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, mpsc};

/// After how many commits the write-ahead log is copied back, by a thread of its own.
///
/// Assumption: a page that is written again and again is then copied once for many times, and little is left to copy
/// when the log begins anew.
const COMMITS_BETWEEN_COPIES: u32 = 32;

/// How many pages of the write-ahead log make the writer begin it anew.
///
/// What is written over what was there before costs half of what a log costs that only grows: the system finds and
/// clears no new memory for it. A short log is also a short way to a page for whoever reads.
///
/// Assumption: 16 MB, what a few hundred entries come to.
const LOG_PAGES_MAX: u64 = 2000;

/// How many bytes the write-ahead log may have before the writer copies it back and empties it between two commits.
///
/// One commit of a file of many families may have more than the log should: it grew to thirty gigabytes once, and filled
/// the disk.
///
/// Assumption: 128 MB, eight times what it should have; what it had beyond that is then given back to the disk.
const LOG_BYTES_MAX: u64 = 128 * 1024 * 1024;

/// How long a copy waits for readers, and lets nobody write meanwhile; it is tried again later.
const COPY_WAITS: &str = "pragma busy_timeout = 50";

/// How long every other connection waits for what another one does.
const OTHERS_WAIT: &str = "pragma busy_timeout = 10000";

/// The log of one file, as its writer knows it.
pub(super) struct Log {
    file: PathBuf,
    readers: Readers,
    copy: mpsc::SyncSender<()>,
    since_copied: u32,
    /// How many pages it had when it was last copied; none once it began anew.
    pages: Arc<AtomicU64>,
    empty_above: u64,
}

impl Log {
    /// The log beside a file, with the thread that copies it back.
    pub fn of(path: &Path, readers: &Readers) -> Result<Self> {
        let copier = connect(path, OpenFlags::default())?;
        copier.execute_batch(COPY_WAITS).map_err(|e| opening(path, &e))?;
        let mut file = path.as_os_str().to_owned();
        file.push("-wal");
        let (copy, wanted) = mpsc::sync_channel(1);
        let of_copier = readers.clone();
        let pages = Arc::<AtomicU64>::default();
        let found = Arc::clone(&pages);
        std::thread::Builder::new()
            .name("susd-wal".into())
            .spawn(move || copy_log(&copier, &of_copier, &wanted, &found))
            .map_err(|e| Error::Unavailable(e.to_string()))?;
        Ok(Self {
            file: PathBuf::from(file),
            readers: readers.clone(),
            copy,
            since_copied: 0,
            pages,
            empty_above: LOG_BYTES_MAX,
        })
    }

    /// Told after every commit, by the writer.
    pub fn have_committed(&mut self, conn: &Connection) {
        self.since_copied += 1;
        if self.since_copied >= COMMITS_BETWEEN_COPIES && self.copy.try_send(()).is_ok() {
            self.since_copied = 0;
        }
        if self.empty_above < self.bytes() {
            begin_anew(conn, &self.readers, "pragma wal_checkpoint(truncate)");
            // What somebody still reads cannot be emptied: nobody's commit waits for that again until there is more.
            self.empty_above = self.bytes() + LOG_BYTES_MAX;
        } else if self.pages.load(Ordering::Acquire) > LOG_PAGES_MAX {
            // Where somebody still reads it, the next copy says again how long it is.
            self.pages.store(0, Ordering::Release);
            begin_anew(conn, &self.readers, "pragma wal_checkpoint(restart)");
        }
    }

    fn bytes(&self) -> u64 {
        std::fs::metadata(&self.file).map_or(0, |file| file.len())
    }
}

/// Copies what is left of the write-ahead log back into the file, between two commits, and lets the next one begin it
/// anew.
///
/// Only the writer can: while others write, there is always something left. And only while no reader at rest holds a
/// snapshot: those that come back meanwhile let go of theirs.
fn begin_anew(conn: &Connection, readers: &Readers, copy: &str) {
    let begun = readers.without_snapshots(|| {
        let copied = conn
            .execute_batch(COPY_WAITS)
            .and_then(|()| conn.query_row(copy, [], |_| Ok(())));
        copied.and(conn.execute_batch(OTHERS_WAIT))
    });
    if let Err(cause) = begun {
        tracing::warn!(%cause, "the write-ahead log did not begin anew");
    }
}

/// Copies the write-ahead log back into the file, away from the writer, and says how long it is.
fn copy_log(conn: &Connection, readers: &Readers, wanted: &mpsc::Receiver<()>, pages: &AtomicU64) {
    while wanted.recv().is_ok() {
        // What stands in the log since a snapshot began is not copied before it ends.
        readers.rest();
        // `passive` never waits for anybody; what it could not copy it copies next time.
        match conn.query_row("pragma wal_checkpoint(passive)", [], |row| row.get::<_, i64>(1)) {
            Ok(found) => pages.store(found.try_into().unwrap_or_default(), Ordering::Release),
            Err(cause) => tracing::warn!(%cause, "the write-ahead log was not copied back"),
        }
    }
}
