//! The embedded engine: one writer thread with group commit, and a pool of
//! readers (`reader.rs`). Many units of work share one durable commit, each inside a
//! savepoint of its own, so one that is refused leaves no trace.

use super::panicked;
use super::reader::Readers;
use super::wal::Log;
use crate::error::{Error, Result};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

/// How many units of work one commit may carry.
///
/// Assumption: enough for the busiest second of one deployment; more only delays the first of them.
const BATCH_MAX: usize = 256;

/// How often a commit looks for more while requests are being answered that may still bring something: the commit is
/// what costs, and one for many costs little more than one for one.
///
/// Assumption: nobody feels it. The engine's file takes longer to reach a disk.
const LOOKS_EVERY: Duration = Duration::from_micros(500);

/// How many times it looks at most.
///
/// Source: performance.md 1, a commit waits for what is in flight and about a millisecond at most.
const LOOKS_MAX: u32 = 4;

/// The writer keeps more pages than a reader: nothing makes it forget them. It walks through all of them at a commit that
/// has put pages in another order, so not too many.
const WRITER_CACHE: &str = "pragma cache_size = -12000";

/// What the writer keeps in a program that brings in thousands of families and ends: every family touches a page for
/// each token of a name, and what is not kept is read and written again for the next.
///
/// Assumption: 64 MB, beside what is read of a large file.
const ROOMY_CACHE: &str = "pragma cache_size = -64000";

/// A unit of work waiting for the writer.
pub(crate) trait Work: Send {
    /// Whether it changes anything but the entry of an opening.
    fn changes(&self) -> bool;
    /// Does the work; `true` keeps it, `false` rolls its savepoint back.
    fn run(&mut self, conn: &Connection) -> bool;
    /// Told once the commit that carries it is durable, or why it is not.
    fn finish(self: Box<Self>, outcome: Result<()>);
}

/// One file with its writer and readers.
pub(crate) struct Sqlite {
    path: PathBuf,
    writer: mpsc::Sender<Box<dyn Work>>,
    readers: Readers,
}

impl Sqlite {
    /// Opens the file, making it when it is not there.
    pub fn open(path: &Path, readers: usize) -> Result<Self> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
        let conn = connect(path, OpenFlags::default())?;
        conn.execute_batch(WRITER_CACHE).map_err(|e| opening(path, &e))?;
        let pool = (0..readers).map(|_| connect(path, flags)).collect::<Result<Vec<_>>>()?;
        let readers = Readers::new(pool);
        let log = Log::of(path, &readers)?;
        let (writer, jobs) = mpsc::channel();
        let of_writer = readers.clone();
        std::thread::Builder::new()
            .name("susd-write".into())
            .spawn(move || write_loop(&conn, &jobs, &of_writer, log))
            .map_err(|e| Error::Unavailable(e.to_string()))?;
        Ok(Self {
            path: path.to_owned(),
            writer,
            readers,
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

    /// Gives the writer room for many large commits, until the program ends.
    pub fn expect_much(&self) {
        self.submit(Box::new(ExpectMuch));
    }

    /// The connections that read.
    pub fn readers(&self) -> &Readers {
        &self.readers
    }
}

/// Gives the writer more room, between what others write.
struct ExpectMuch;

impl Work for ExpectMuch {
    fn changes(&self) -> bool {
        false
    }

    fn run(&mut self, conn: &Connection) -> bool {
        conn.execute_batch(ROOMY_CACHE).is_ok()
    }

    fn finish(self: Box<Self>, outcome: Result<()>) {
        if let Err(cause) = outcome {
            tracing::warn!(%cause, "the writer has no more room than before");
        }
    }
}

/// One connection with the settings every connection has.
///
/// `synchronous=FULL`: a commit is on the disk before anybody is told.
pub(crate) fn connect(path: &Path, flags: OpenFlags) -> Result<Connection> {
    let conn = Connection::open_with_flags(path, flags).map_err(|e| opening(path, &e))?;
    conn.set_prepared_statement_cache_capacity(256);
    // A family's entries lie side by side: of twice the usual size, half as many pages hold them.
    let settings =
        "pragma page_size = 8192; pragma foreign_keys = on; pragma busy_timeout = 10000; pragma temp_store = memory;
        pragma cache_size = -4000; pragma mmap_size = 0; pragma wal_autocheckpoint = 0; pragma synchronous = full;
        pragma trusted_schema = off; pragma secure_delete = on;";
    conn.execute_batch(settings).map_err(|e| opening(path, &e))?;
    // Otherwise a statement is planned anew whenever another value is bound to it, which costs more than running it.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)
        .map_err(|e| opening(path, &e))?;
    if !flags.contains(OpenFlags::SQLITE_OPEN_READ_ONLY) {
        let mode = log_ahead(&conn).map_err(|e| opening(path, &e))?;
        if mode != "wal" {
            return Err(Error::Unavailable(format!(
                "the database file cannot be written (journal mode {mode})"
            )));
        }
    }
    Ok(conn)
}

/// Asks for the write-ahead log; answers the mode the file is in.
///
/// The engine does not wait for another program that is about to do the same, so this does.
fn log_ahead(conn: &Connection) -> rusqlite::Result<String> {
    let mut tries_left = 200;
    loop {
        match conn.query_row("pragma journal_mode = wal", [], |row| row.get(0)) {
            Err(cause) if cause.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) && 0 < tries_left => {
                tries_left -= 1;
                std::thread::sleep(Duration::from_millis(10));
            }
            other => return other,
        }
    }
}

pub(super) fn opening(path: &Path, cause: &rusqlite::Error) -> Error {
    let name = path
        .file_name()
        .map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default();
    Error::Unavailable(format!(
        "the database file {name} cannot be opened for writing: {cause}"
    ))
}

/// Runs a fixed statement of the kernel's own: begin, savepoint, commit.
pub(super) fn run(conn: &Connection, sql: &'static str) -> Result<()> {
    conn.prepare_cached(sql)
        .and_then(|mut s| s.execute([]))
        .map(|_| ())
        .map_err(|e| Error::Unavailable(e.to_string()))
}

fn write_loop(conn: &Connection, jobs: &mpsc::Receiver<Box<dyn Work>>, readers: &Readers, mut log: Log) {
    let mut waiting = Waiting::default();
    while waiting.gather(jobs, readers) {
        if let Err(cause) = run(conn, "begin immediate") {
            waiting.refuse(&said(cause));
            continue;
        }
        let mut batch = Batch::default();
        // After a full disk or an input or output error the engine may have undone the whole commit already; what came
        // next would then be stored outside of it, so it waits for the next commit.
        while !conn.is_autocommit()
            && let Some(work) = waiting.units.pop_front()
        {
            batch.add(conn, work);
        }
        let committed = run(conn, "commit").map_err(said);
        if committed.is_err() && !conn.is_autocommit() {
            // A commit that failed may leave the transaction open.
            let _ = run(conn, "rollback");
        }
        if batch.units.iter().any(|(work, _)| work.changes()) {
            readers.have_changed();
        }
        waiting.carried = batch.units.len();
        for (work, outcome) in batch.units {
            work.finish(outcome.and_then(|()| committed.clone().map_err(Error::Unavailable)));
        }
        log.have_committed(conn);
    }
}

/// What the engine said, without our words around it.
fn said(error: Error) -> String {
    match error {
        Error::Unavailable(cause) => cause,
        other => other.to_string(),
    }
}

/// What waits for the next commit.
#[derive(Default)]
struct Waiting {
    units: VecDeque<Box<dyn Work>>,
    /// How many units the last commit carried.
    carried: usize,
}

impl Waiting {
    /// Waits for units of work and takes those that come together; `false` when nobody can bring any more.
    ///
    /// One person alone waits for nobody. While many are being answered it sleeps between two looks, so that a unit
    /// that comes meanwhile wakes no thread.
    fn gather(&mut self, jobs: &mpsc::Receiver<Box<dyn Work>>, readers: &Readers) -> bool {
        if self.units.is_empty() {
            let Ok(first) = jobs.recv() else { return false };
            self.units.push_back(first);
        }
        for _ in 0..LOOKS_MAX {
            self.take(jobs);
            let alone = self.carried <= 1 && readers.crowd().count() <= 1;
            if alone || BATCH_MAX <= self.units.len() {
                break;
            }
            let before = self.units.len();
            std::thread::sleep(LOOKS_EVERY);
            self.take(jobs);
            if self.units.len() == before && readers.crowd().count() <= before {
                break;
            }
        }
        true
    }

    /// Takes what is there.
    fn take(&mut self, jobs: &mpsc::Receiver<Box<dyn Work>>) {
        let room = BATCH_MAX.saturating_sub(self.units.len());
        self.units.extend(jobs.try_iter().take(room));
    }

    /// Tells all that wait why nothing can be stored.
    fn refuse(&mut self, cause: &str) {
        for work in self.units.drain(..) {
            work.finish(Err(Error::Unavailable(cause.to_owned())));
        }
    }
}

/// The units of work of one commit, each with what became of it.
#[derive(Default)]
struct Batch {
    units: Vec<(Box<dyn Work>, Result<()>)>,
    /// Whether each unit has a savepoint of its own: from the first that was refused on.
    careful: bool,
}

impl Batch {
    /// Runs one more unit. Few are refused, so they run without savepoints until one is; then the commit begins anew,
    /// and those before it run once more, each in its own.
    fn add(&mut self, conn: &Connection, mut work: Box<dyn Work>) {
        if !self.careful {
            let kept = catch_unwind(AssertUnwindSafe(|| work.run(conn)));
            if matches!(kept, Ok(true)) && !conn.is_autocommit() {
                self.units.push((work, Ok(())));
                return;
            }
            self.careful = true;
            if let Err(cause) = self.again(conn) {
                self.units.push((work, Err(cause)));
                return;
            }
        }
        let outcome = one(conn, work.as_mut());
        self.units.push((work, outcome));
    }

    /// Begins the commit anew with the units so far.
    fn again(&mut self, conn: &Connection) -> Result<()> {
        if !conn.is_autocommit() {
            run(conn, "rollback")?;
        }
        run(conn, "begin immediate")?;
        for (work, outcome) in &mut self.units {
            *outcome = one(conn, work.as_mut());
        }
        Ok(())
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
