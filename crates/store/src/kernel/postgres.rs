//! The server engine: a pool of connections, serializable transactions with
//! retry, and row-level security as a second belt under the permits.

use super::panicked;
use crate::error::{Error, Result};
use deadpool_postgres::{Manager, ManagerConfig, Object, Pool, RecyclingMethod};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::runtime::Handle;
use tokio_postgres::NoTls;

/// How often a unit of work is tried when others' changes met it.
///
/// Assumption: whoever waits its turn meets newcomers only, and of those each passes or waits behind it.
const TRIES_MAX: u32 = 24;

/// After how many tries a unit of work waits its turn, so that those others met go one after another.
const TRIES_TOGETHER: u32 = 2;

/// A PostgreSQL server.
pub(crate) struct Postgres {
    pool: Pool,
    /// Held by the one unit of work, of all that met others' changes more than once, that is tried again now.
    turn: Arc<Mutex<()>>,
}

impl Postgres {
    /// Opens a pool on `url`; no connection is made until it is needed.
    pub fn open(url: &str, connections: usize) -> Result<Self> {
        let config: tokio_postgres::Config = url.parse().map_err(|e: tokio_postgres::Error| unavailable(&e))?;
        let manager = Manager::from_config(
            config,
            NoTls,
            ManagerConfig {
                recycling_method: RecyclingMethod::Fast,
            },
        );
        let pool = Pool::builder(manager)
            .max_size(connections)
            .build()
            .map_err(|e| Error::Unavailable(e.to_string()))?;
        Ok(Self {
            pool,
            turn: Arc::default(),
        })
    }

    /// One connection of the pool.
    pub async fn connection(&self) -> Result<Object> {
        self.pool.get().await.map_err(|e| Error::Unavailable(e.to_string()))
    }

    /// Runs `f` inside one transaction on a blocking thread, again when others' changes met it.
    ///
    /// `f` answers `(keep, again, value)`: whether to commit, whether a statement was refused only
    /// because of somebody else's change, and the value.
    pub async fn unit<T: Send + 'static>(
        &self,
        sites: String,
        read_only: bool,
        f: impl Fn(&Object, &Handle) -> (bool, bool, T) + Send + Sync + 'static,
    ) -> Result<T> {
        let object = self.connection().await?;
        let handle = Handle::current();
        let turn = Arc::clone(&self.turn);
        tokio::task::spawn_blocking(move || {
            let mut tried = 0;
            let mut my_turn = None;
            loop {
                begin(&object, &handle, &sites, read_only)?;
                let Ok((keep, again, value)) = catch_unwind(AssertUnwindSafe(|| f(&object, &handle))) else {
                    // A connection that went back to the pool with this transaction open would commit it later.
                    return handle
                        .block_on(object.batch_execute("rollback"))
                        .map_err(|e| unavailable(&e))
                        .and(Err(panicked()));
                };
                let ended = if keep && !again { "commit" } else { "rollback" };
                let committed = handle.block_on(object.batch_execute(ended));
                let again = again || committed.as_ref().is_err_and(is_conflict);
                if !again {
                    return committed.map(|()| value).map_err(|e| unavailable(&e));
                }
                tried += 1;
                if tried >= TRIES_MAX {
                    return Err(Error::Unavailable("others were changing the same record".into()));
                }
                if tried >= TRIES_TOGETHER && my_turn.is_none() {
                    my_turn = Some(turn.lock().unwrap_or_else(PoisonError::into_inner));
                    continue;
                }
                std::thread::sleep(std::time::Duration::from_millis(u64::from(2_u32.pow(tried.min(6)))));
            }
        })
        .await
        .map_err(|e| Error::Unavailable(e.to_string()))?
    }
}

/// Opens the transaction and tells row-level security which sites it may see.
fn begin(object: &Object, handle: &Handle, sites: &str, read_only: bool) -> Result<()> {
    debug_assert!(
        sites
            .chars()
            .all(|c| c.is_ascii_hexdigit() || matches!(c, '-' | ',' | '*'))
    );
    let mode = if read_only { "read only" } else { "read write" };
    let opening =
        format!("begin isolation level serializable, {mode}; select set_config('susd.site', '{sites}', true)");
    handle
        .block_on(object.batch_execute(&opening))
        .map_err(|e| unavailable(&e))
}

/// Whether the server refused only because another transaction came first.
pub(crate) fn is_conflict(error: &tokio_postgres::Error) -> bool {
    error
        .code()
        .is_some_and(|code| matches!(code.code(), "40001" | "40P01"))
}

pub(crate) fn unavailable(error: &tokio_postgres::Error) -> Error {
    let cause = error
        .as_db_error()
        .map_or_else(|| error.to_string(), |db| db.message().to_owned());
    Error::Unavailable(cause)
}
