//! The readers of the embedded engine. A page is read from one snapshot (`request.rs`): who asks, what they may and
//! what they see are of one moment, and what a read begins with is paid once.
//!
//! While requests come one upon the other, a snapshot serves the next one too: it holds every change that was
//! answered for, and only openings written in the last moment may be missing from it. The engine forgets the pages it
//! has read whenever a snapshot begins after a commit, and every opening of a record is a commit.

use super::panicked;
use super::request::{Crowd, end_snapshot, keep_reader, kept_reader};
use super::sqlite::run;
use super::tx::Memory;
use crate::error::{Error, Result};
use rusqlite::Connection;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// For how long a snapshot may serve further requests.
///
/// Assumption: no person sees the difference, and the write-ahead log can soon begin anew.
const SNAPSHOT_SERVES: Duration = Duration::from_millis(20);

/// The connections that read.
#[derive(Clone)]
pub(crate) struct Readers(Arc<Inner>);

struct Inner {
    pool: Mutex<Vec<Pooled>>,
    places: Arc<Semaphore>,
    /// How many commits changed something; those that only noted openings do not count.
    changes: AtomicU64,
    /// Whether who comes back lets go of their snapshot; set and read while the pool is held.
    lets_go: AtomicBool,
    crowd: Crowd,
}

/// A connection at rest.
struct Pooled {
    conn: Connection,
    snapshot: Option<Snapshot>,
}

/// A read transaction that has begun.
struct Snapshot {
    changes: u64,
    began: Instant,
}

impl Readers {
    pub fn new(pool: Vec<Connection>) -> Self {
        let at_rest = |conn| Pooled { conn, snapshot: None };
        Self(Arc::new(Inner {
            places: Arc::new(Semaphore::new(pool.len())),
            pool: Mutex::new(pool.into_iter().map(at_rest).collect()),
            changes: AtomicU64::new(0),
            lets_go: AtomicBool::new(false),
            crowd: Crowd::default(),
        }))
    }

    /// Those whose requests are being answered.
    pub fn crowd(&self) -> &Crowd {
        &self.0.crowd
    }

    /// Says that a commit has changed something, before anybody is told of it.
    pub fn have_changed(&self) {
        self.0.changes.fetch_add(1, Ordering::AcqRel);
    }

    /// Ends the snapshots of readers at rest: when nobody comes any more, and before the log is copied back.
    pub fn rest(&self) {
        self.pool().iter_mut().for_each(Pooled::end);
    }

    /// Runs `f` while no reader at rest holds a snapshot.
    pub fn without_snapshots<T>(&self, f: impl FnOnce() -> T) -> T {
        self.let_go(true);
        let answer = f();
        self.let_go(false);
        answer
    }

    fn let_go(&self, lets_go: bool) {
        let mut pool = self.pool();
        self.0.lets_go.store(lets_go, Ordering::Release);
        if lets_go {
            pool.iter_mut().for_each(Pooled::end);
        }
    }

    /// Runs `f` inside a read transaction, on the thread that asks.
    pub async fn read<T>(&self, f: impl FnOnce(&Connection, &Memory) -> T) -> Result<T> {
        let reader = match kept_reader() {
            Some(reader) => reader,
            None => self.take(false).await?,
        };
        let answer = reader.read(f);
        keep_reader(reader);
        answer
    }

    /// As [`Readers::read`], of this very moment, and on a thread that nobody else waits for.
    pub async fn read_long<T: Send + 'static>(
        &self,
        f: impl FnOnce(&Connection, &Memory) -> T + Send + 'static,
    ) -> Result<T> {
        end_snapshot();
        let reader = self.take(true).await?;
        tokio::task::spawn_blocking(move || reader.read(f))
            .await
            .map_err(|e| Error::Unavailable(e.to_string()))?
    }

    /// A reader out of the pool, in a read transaction.
    async fn take(&self, anew: bool) -> Result<Reader> {
        let place = Arc::clone(&self.0.places).acquire_owned().await;
        let place = place.map_err(|e| Error::Unavailable(e.to_string()))?;
        let mut pooled = self.pool().pop().expect("the places count the readers");
        let changes = self.0.changes.load(Ordering::Acquire);
        let serves = |of: &Snapshot| !anew && of.changes == changes && of.began.elapsed() < SNAPSHOT_SERVES;
        if !pooled.snapshot.as_ref().is_some_and(serves) {
            pooled.end();
            pooled.snapshot = Some(Snapshot {
                changes,
                began: Instant::now(),
            });
            if let Err(cause) = run(&pooled.conn, "begin") {
                pooled.snapshot = None;
                self.pool().push(pooled);
                return Err(cause);
            }
        }
        Ok(Reader {
            pooled: Some(pooled),
            memory: Memory::default(),
            readers: self.clone(),
            _place: place,
        })
    }

    /// The vector of readers; a panic while it was held leaves it whole.
    fn pool(&self) -> MutexGuard<'_, Vec<Pooled>> {
        self.0.pool.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Pooled {
    fn end(&mut self) {
        if self.snapshot.take().is_some()
            && let Err(cause) = run(&self.conn, "commit")
        {
            tracing::warn!(%cause, "a read transaction did not end");
        }
    }
}

/// A connection taken out of the pool, in a read transaction; it goes back when it is dropped.
pub(super) struct Reader {
    pooled: Option<Pooled>,
    memory: Memory,
    readers: Readers,
    _place: OwnedSemaphorePermit,
}

impl Reader {
    fn read<T>(&self, f: impl FnOnce(&Connection, &Memory) -> T) -> Result<T> {
        let pooled = self.pooled.as_ref().expect("it has one until it is dropped");
        catch_unwind(AssertUnwindSafe(|| f(&pooled.conn, &self.memory))).map_err(|_| panicked())
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        let Some(mut pooled) = self.pooled.take() else { return };
        let mut pool = self.readers.pool();
        if self.readers.crowd().count() <= 1 || self.readers.0.lets_go.load(Ordering::Acquire) {
            pooled.end();
        }
        pool.push(pooled);
    }
}
