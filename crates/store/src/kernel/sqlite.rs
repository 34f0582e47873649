//! The embedded engine: one writer thread with group commit, and a pool of
//! readers. Many units of work share one durable commit, each inside a
//! savepoint of its own, so one that is refused leaves no trace.

use super::panicked;
use crate::error::{Error, Result};
use rusqlite::{Connection, OpenFlags};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, mpsc};
use tokio::sync::Semaphore;

/// How many units of work one commit may carry.
///
/// Assumption: enough for the busiest second of one deployment; more only delays the first of them.
const BATCH_MAX: usize = 256;

/// After how many commits the write-ahead log is copied back, by a thread of its own.
///
/// Assumption: about a thousand pages at the usual size of a commit, the engine's own default.
const COMMITS_BETWEEN_CHECKPOINTS: u32 = 200;

/// A unit of work waiting for the writer.
pub(crate) trait Work: Send {
    /// Does the work; `true` keeps it, `false` rolls its savepoint back.
    fn run(&mut self, conn: &Connection) -> bool;
    /// Told once the commit that carries it is durable, or why it is not.
    fn finish(self: Box<Self>, outcome: Result<()>);
}

/// One file with its writer and readers.
pub(crate) struct Sqlite {
    path: PathBuf,
    writer: mpsc::Sender<Box<dyn Work>>,
    readers: Arc<Mutex<Vec<Connection>>>,
    reading: Arc<Semaphore>,
}

impl Sqlite {
    /// Opens the file, making it when it is not there.
    pub fn open(path: &Path, readers: usize) -> Result<Self> {
        let conn = connect(path, OpenFlags::default())?;
        let (writer, jobs) = mpsc::channel();
        let (copy, wanted) = mpsc::sync_channel(1);
        let copier = connect(path, OpenFlags::default())?;
        std::thread::Builder::new()
            .name("susd-wal".into())
            .spawn(move || copy_log(&copier, &wanted))
            .map_err(|e| Error::Unavailable(e.to_string()))?;
        std::thread::Builder::new()
            .name("susd-write".into())
            .spawn(move || write_loop(&conn, &jobs, &copy))
            .map_err(|e| Error::Unavailable(e.to_string()))?;
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
        let pool = (0..readers).map(|_| connect(path, flags)).collect::<Result<Vec<_>>>()?;
        Ok(Self {
            path: path.to_owned(),
            writer,
            readers: Arc::new(Mutex::new(pool)),
            reading: Arc::new(Semaphore::new(readers)),
        })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Gives work to the writer. The answer comes through [`Work::finish`].
    pub fn submit(&self, work: Box<dyn Work>) {
        if let Err(mpsc::SendError(work)) = self.writer.send(work) {
            work.finish(Err(Error::Unavailable("the writer has stopped".into())));
        }
    }

    /// Runs `f` on a reader, inside one read transaction, on a blocking thread.
    pub async fn read<T: Send + 'static>(&self, f: impl FnOnce(&Connection) -> T + Send + 'static) -> Result<T> {
        let place = Arc::clone(&self.reading)
            .acquire_owned()
            .await
            .map_err(|e| Error::Unavailable(e.to_string()))?;
        let readers = Arc::clone(&self.readers);
        tokio::task::spawn_blocking(move || {
            let _place = place;
            let conn = lock(&readers).pop().expect("the semaphore counts the readers");
            let answer = catch_unwind(AssertUnwindSafe(|| {
                run(&conn, "begin")?;
                Ok(f(&conn))
            }));
            let ended = run(&conn, "commit");
            lock(&readers).push(conn);
            match answer {
                Ok(answer) => ended.and(answer),
                Err(_) => Err(panicked()),
            }
        })
        .await
        .map_err(|e| Error::Unavailable(e.to_string()))?
    }
}

/// The vector of readers; a panic while it was held leaves it whole.
fn lock(readers: &Mutex<Vec<Connection>>) -> std::sync::MutexGuard<'_, Vec<Connection>> {
    readers.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// One connection with the settings every connection has.
///
/// `synchronous=FULL`: a commit is on the disk before anybody is told.
pub(crate) fn connect(path: &Path, flags: OpenFlags) -> Result<Connection> {
    let conn = Connection::open_with_flags(path, flags).map_err(|e| opening(path, &e))?;
    conn.set_prepared_statement_cache_capacity(256);
    let settings = "pragma foreign_keys = on; pragma busy_timeout = 10000; pragma temp_store = memory;
        pragma cache_size = -8000; pragma mmap_size = 268435456; pragma wal_autocheckpoint = 0; pragma synchronous = full;
        pragma trusted_schema = off; pragma secure_delete = on;";
    conn.execute_batch(settings).map_err(|e| opening(path, &e))?;
    if !flags.contains(OpenFlags::SQLITE_OPEN_READ_ONLY) {
        let mode: String = conn
            .query_row("pragma journal_mode = wal", [], |row| row.get(0))
            .map_err(|e| opening(path, &e))?;
        if mode != "wal" {
            return Err(Error::Unavailable(format!(
                "the database file cannot be written (journal mode {mode})"
            )));
        }
    }
    Ok(conn)
}

fn opening(path: &Path, cause: &rusqlite::Error) -> Error {
    let name = path
        .file_name()
        .map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default();
    Error::Unavailable(format!(
        "the database file {name} cannot be opened for writing: {cause}"
    ))
}

/// Runs a fixed statement of the kernel's own: begin, savepoint, commit.
fn run(conn: &Connection, sql: &'static str) -> Result<()> {
    conn.prepare_cached(sql)
        .and_then(|mut s| s.execute([]))
        .map(|_| ())
        .map_err(|e| Error::Unavailable(e.to_string()))
}

fn write_loop(conn: &Connection, jobs: &mpsc::Receiver<Box<dyn Work>>, copy: &mpsc::SyncSender<()>) {
    let mut since_copied = 0;
    while let Ok(first) = jobs.recv() {
        if let Err(cause) = run(conn, "begin immediate") {
            first.finish(Err(cause));
            continue;
        }
        let mut batch = Vec::with_capacity(16);
        let mut next = Some(first);
        while let Some(mut work) = next.take() {
            let outcome = one(conn, work.as_mut());
            batch.push((work, outcome));
            // After a full disk or an input or output error the engine may have undone the whole commit already;
            // what came next would then be stored outside of it.
            if batch.len() < BATCH_MAX && !conn.is_autocommit() {
                next = jobs.try_recv().ok();
            }
        }
        let committed = run(conn, "commit").map_err(|e| match e {
            Error::Unavailable(cause) => cause,
            other => other.to_string(),
        });
        if committed.is_err() && !conn.is_autocommit() {
            // A commit that failed may leave the transaction open.
            let _ = run(conn, "rollback");
        }
        for (work, outcome) in batch {
            work.finish(outcome.and_then(|()| committed.clone().map_err(Error::Unavailable)));
        }
        since_copied += 1;
        if since_copied >= COMMITS_BETWEEN_CHECKPOINTS && copy.try_send(()).is_ok() {
            since_copied = 0;
        }
    }
}

/// Runs one unit of work inside its own savepoint.
fn one(conn: &Connection, work: &mut dyn Work) -> Result<()> {
    run(conn, "savepoint unit")?;
    let kept = catch_unwind(AssertUnwindSafe(|| work.run(conn)));
    if conn.is_autocommit() {
        return Err(Error::Unavailable("the engine undid the whole commit".into()));
    }
    if !matches!(kept, Ok(true)) {
        run(conn, "rollback to unit")?;
    }
    run(conn, "release unit")?;
    kept.map(|_| ()).map_err(|_| panicked())
}

/// Copies the write-ahead log back into the file, away from the writer.
fn copy_log(conn: &Connection, wanted: &mpsc::Receiver<()>) {
    while wanted.recv().is_ok() {
        // `passive` never waits for anybody; what it could not copy it copies next time.
        if let Err(cause) = conn.query_row("pragma wal_checkpoint(passive)", [], |_| Ok(())) {
            tracing::warn!(%cause, "the write-ahead log was not copied back");
        }
    }
}
