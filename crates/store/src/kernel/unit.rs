//! Running one unit of work on whichever engine there is.

use super::request::{end_snapshot, has_stored, noted};
use super::sqlite::Work;
use super::tx::Memory;
use super::{By, Db, Engine, Tx};
use crate::error::{Error, Result};
use crate::key::{HOUSE, Keys};
use domain::access::Object;
use jiff::Timestamp;
use rusqlite::Connection;
use std::sync::Arc;
use tokio::sync::oneshot;

/// Whether a unit of work may change anything.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// It only reads, and no more than a page shows: that takes less than going to another thread and back.
    Read,
    /// It only reads, and more the more there is.
    Long,
    /// It may change rows.
    Write,
}

/// What a writing unit of work brings.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Brings {
    /// A change: whoever reads once it was answered must see it.
    Change,
    /// Only the entry of an opening.
    Opening,
}

/// A unit of work on its way through the writer thread.
struct Job<T, E, F> {
    brings: Brings,
    unit: F,
    by: Arc<By>,
    keys: Arc<Keys>,
    now: Timestamp,
    answer: Option<Result<T, E>>,
    tell: oneshot::Sender<Result<T, E>>,
}

impl<T, E, F> Work for Job<T, E, F>
where
    T: Send,
    E: From<Error> + Send,
    F: Fn(&Tx) -> Result<T, E> + Send,
{
    fn changes(&self) -> bool {
        self.brings == Brings::Change
    }

    fn run(&mut self, conn: &Connection) -> bool {
        let tx = Tx::new(Engine::Sqlite(conn), self.now, &self.keys, &self.by);
        let answer = tx.answer((self.unit)(&tx));
        let keep = answer.is_ok();
        self.answer = Some(answer);
        keep
    }

    fn finish(self: Box<Self>, outcome: Result<()>) {
        let answer = match (outcome, self.answer) {
            // A unit that was refused was rolled back already; its own answer says why.
            (Ok(()), Some(answer)) => answer,
            (Err(_), Some(Err(refused))) => Err(refused),
            (Err(cause), _) => Err(cause.into()),
            (Ok(()), None) => Err(Error::Unavailable("the unit of work did not run".into()).into()),
        };
        // Nobody waits any more when the person has gone away; what was stored stays stored.
        let _ = self.tell.send(answer);
    }
}

impl Db {
    /// Gives a writing unit of work to the engine at once and answers how to wait for it.
    ///
    /// Only the embedded engine can run it beside a read; see [`Db::unit`] for both.
    pub fn submit<T, E, F>(
        &self,
        brings: Brings,
        by: &Arc<By>,
        keys: &Arc<Keys>,
        now: Timestamp,
        unit: F,
    ) -> oneshot::Receiver<Result<T, E>>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: Fn(&Tx) -> Result<T, E> + Send + 'static,
    {
        let (tell, told) = oneshot::channel();
        match self {
            Self::Sqlite(sqlite) => sqlite.submit(Box::new(Job {
                brings,
                unit,
                by: Arc::clone(by),
                keys: Arc::clone(keys),
                now,
                answer: None,
                tell,
            })),
            Self::Postgres(_) => {
                let _ = tell.send(Err(Error::Unavailable(
                    "only the embedded engine has a writer thread".into(),
                )
                .into()));
            }
        }
        told
    }

    /// Runs one unit of work, committed when it succeeds and undone when it does not.
    pub async fn unit<T, E, F>(
        &self,
        access: Access,
        by: Arc<By>,
        keys: Arc<Keys>,
        now: Timestamp,
        unit: F,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: Fn(&Tx) -> Result<T, E> + Send + Sync + 'static,
    {
        match (self, access) {
            (Self::Sqlite(sqlite), Access::Read | Access::Long) => {
                let read = move |conn: &Connection, memory: &Memory| {
                    let tx = Tx::new(Engine::Sqlite(conn), now, &keys, &by).of_snapshot(memory);
                    tx.answer(unit(&tx))
                };
                let answer = if access == Access::Long {
                    sqlite.readers().read_long(read).await
                } else {
                    sqlite.readers().read(read).await
                };
                answer.map_err(E::from).and_then(|answer| answer)
            }
            (Self::Sqlite(_), Access::Write) => {
                // Whoever changes something has looked at something first, and that must be known to be noted.
                noted().await?;
                end_snapshot();
                let answer = await_told(self.submit(Brings::Change, &by, &keys, now, unit)).await;
                has_stored();
                answer
            }
            (Self::Postgres(postgres), access) => {
                let sites = sites_of(&by);
                postgres
                    .unit(sites, access != Access::Write, move |object, handle| {
                        let tx = Tx::new(Engine::Postgres(object, handle), now, &keys, &by);
                        let answer = tx.answer(unit(&tx));
                        (answer.is_ok(), tx.must_run_again(), answer)
                    })
                    .await
                    .map_err(E::from)
                    .and_then(|answer| answer)
            }
        }
    }
}

/// Waits for the writer's answer.
pub(crate) async fn await_told<T, E: From<Error>>(told: oneshot::Receiver<Result<T, E>>) -> Result<T, E> {
    told.await
        .unwrap_or_else(|_| Err(Error::Unavailable("the writer has stopped".into()).into()))
}

/// The sites row-level security lets this unit of work see: the house's own jobs and what is done for the whole house
/// see all, others what their permit says, and the public none.
fn sites_of(by: &By) -> String {
    let whole_house = by.object == Some(Object::System) || by.scope.sites.iter().any(|(site, _)| site.uuid() == HOUSE);
    if by.actor.starts_with("job:") || whole_house {
        return "*".into();
    }
    let sites: Vec<String> = by.scope.sites.iter().map(|(site, _)| site.uuid().to_string()).collect();
    sites.join(",")
}
