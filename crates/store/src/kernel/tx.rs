//! What a unit of work holds: the connection, the clock, the keys, and who it
//! is done for.

use super::{Row, Statement, Value};
use crate::error::{Error, Result};
use crate::key::Keys;
use crate::permit::Asker;
use deadpool_postgres::Object as Connected;
use domain::access::{Object, Scope};
use domain::id::{AccountId, BookId};
use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::Connection;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use tokio::runtime::Handle;
use tokio_postgres::types::ToSql;
use uuid::Uuid;

/// What is remembered of a snapshot as long as a request keeps it.
pub(crate) type Memory = RefCell<Option<Asker>>;

/// The connection of a unit of work.
#[derive(Clone, Copy)]
pub(crate) enum Engine<'a> {
    /// A connection to the embedded engine.
    Sqlite(&'a Connection),
    /// A connection to the server, and the runtime that drives it.
    Postgres(&'a Connected, &'a Handle),
}

/// For whom and why a unit of work runs: what its journal entries say.
#[derive(Clone, Debug)]
pub(crate) struct By {
    /// The account, token or job.
    pub actor: String,
    /// The book of the actor's own acts.
    pub actor_book: BookId,
    /// The role that allowed it, or an empty text.
    pub role: &'static str,
    /// The relation that allowed it.
    pub relation: &'static str,
    /// The action's key.
    pub action: &'static str,
    /// What it was done to.
    pub object_kind: &'static str,
    /// Which one.
    pub object_id: Option<Uuid>,
    /// Why, where a reason was asked for.
    pub reason: &'static str,
    /// The object itself, when a permit was spent.
    pub object: Option<Object>,
    /// What a list may show; for one record, its site.
    pub scope: Scope,
}

/// One unit of work. It is over when its closure returns; what it changed is
/// then committed, or undone when it returned an error.
pub struct Tx<'a> {
    engine: Engine<'a>,
    now: Timestamp,
    pub(crate) keys: &'a Keys,
    pub(crate) by: &'a By,
    again: Cell<bool>,
    refused: Cell<bool>,
    memory: Option<&'a Memory>,
    pub(crate) subjects: RefCell<HashMap<Uuid, seal::SubjectKey>>,
    pub(crate) names: RefCell<HashMap<Uuid, Option<String>>>,
}

impl<'a> Tx<'a> {
    pub(crate) fn new(engine: Engine<'a>, now: Timestamp, keys: &'a Keys, by: &'a By) -> Self {
        Self {
            engine,
            now,
            keys,
            by,
            again: Cell::new(false),
            refused: Cell::new(false),
            memory: None,
            subjects: RefCell::new(HashMap::new()),
            names: RefCell::new(HashMap::new()),
        }
    }

    /// With what is remembered of the snapshot this unit of work reads.
    pub(crate) fn of_snapshot(mut self, memory: &'a Memory) -> Self {
        self.memory = Some(memory);
        self
    }

    /// Who asked the last time in this snapshot.
    pub(crate) fn remembered(&self) -> Option<Asker> {
        self.memory.and_then(|memory| memory.borrow().clone())
    }

    /// Keeps who asks for the next time, where a snapshot is read.
    pub(crate) fn remember(&self, asker: &Asker) {
        if let Some(memory) = self.memory {
            memory.replace(Some(asker.clone()));
        }
    }

    /// Goes on as somebody else in the same unit of work: once what they may was decided in it.
    pub(crate) fn acting<T>(&self, by: &By, unit: impl FnOnce(&Tx) -> T) -> T {
        let tx = Tx::new(self.engine, self.now, self.keys, by);
        let answer = unit(&tx);
        self.again.set(self.again.get() || tx.again.get());
        self.refused.set(self.refused.get() || tx.refused.get());
        answer
    }

    /// The instant of this unit of work: one for all its rows.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// Microseconds since 1970, UTC, as instants are stored.
    pub fn now_micros(&self) -> i64 {
        self.now.as_microsecond()
    }

    /// Today where the families live.
    pub fn today(&self) -> Date {
        crate::clock::london_day(self.now)
    }

    /// What a list may show to the person this is done for.
    pub fn scope(&self) -> &Scope {
        &self.by.scope
    }

    /// The account this is done for; for a job or a token, the id of its own book.
    pub(crate) fn account(&self) -> AccountId {
        AccountId::from_uuid(self.by.actor_book.uuid())
    }

    /// Whether a statement was refused only because somebody else's change came first.
    pub(crate) fn must_run_again(&self) -> bool {
        self.again.get()
    }

    /// The answer of the unit of work, unless a statement of it was refused and the unit passed that over.
    ///
    /// A server undoes everything in a transaction with a refused statement and still says that it was committed.
    pub(crate) fn answer<T, E: From<Error>>(&self, answer: Result<T, E>) -> Result<T, E> {
        if answer.is_ok() && self.refused.get() {
            let cause = "a statement was refused and the unit of work went on".into();
            return Err(Error::Statement {
                statement: "unit of work",
                cause,
            }
            .into());
        }
        answer
    }

    /// All rows of a statement, each turned into a value.
    pub(crate) fn rows<T>(
        &self,
        statement: &'static Statement,
        values: &[Value],
        mut each: impl FnMut(&Row) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut found = Vec::new();
        self.each(statement, values, |row| {
            found.push(each(row)?);
            Ok(())
        })?;
        Ok(found)
    }

    /// The only row of a statement, if there is one.
    pub(crate) fn row<T>(
        &self,
        statement: &'static Statement,
        values: &[Value],
        mut make: impl FnMut(&Row) -> Result<T>,
    ) -> Result<Option<T>> {
        let mut found = None;
        self.each(statement, values, |row| {
            found = Some(make(row)?);
            Ok(())
        })?;
        Ok(found)
    }

    /// Calls `each` for every row as it comes.
    pub(crate) fn each(
        &self,
        statement: &'static Statement,
        values: &[Value],
        mut each: impl FnMut(&Row) -> Result<()>,
    ) -> Result<()> {
        match &self.engine {
            Engine::Sqlite(conn) => {
                let mut prepared = conn
                    .prepare_cached(statement.sqlite)
                    .map_err(|e| self.lite(statement, &e))?;
                let mut rows = prepared
                    .query(rusqlite::params_from_iter(values))
                    .map_err(|e| self.lite(statement, &e))?;
                while let Some(row) = rows.next().map_err(|e| self.lite(statement, &e))? {
                    each(&Row::Sqlite(row))?;
                }
                Ok(())
            }
            Engine::Postgres(object, handle) => {
                let values: Vec<&(dyn ToSql + Sync)> = values.iter().map(|v| v as _).collect();
                let rows = handle.block_on(async {
                    let prepared = object.prepare_cached(statement.postgres_sql()).await?;
                    object.query(&prepared, &values).await
                });
                for row in &rows.map_err(|e| self.server(statement, &e))? {
                    each(&Row::Postgres(row))?;
                }
                Ok(())
            }
        }
    }

    /// Runs a statement that changes rows; answers how many.
    pub(crate) fn run(&self, statement: &'static Statement, values: &[Value]) -> Result<u64> {
        match &self.engine {
            Engine::Sqlite(conn) => {
                let mut prepared = conn
                    .prepare_cached(statement.sqlite)
                    .map_err(|e| self.lite(statement, &e))?;
                let changed = prepared
                    .execute(rusqlite::params_from_iter(values))
                    .map_err(|e| self.lite(statement, &e))?;
                Ok(changed as u64)
            }
            Engine::Postgres(object, handle) => {
                let values: Vec<&(dyn ToSql + Sync)> = values.iter().map(|v| v as _).collect();
                let changed = handle.block_on(async {
                    let prepared = object.prepare_cached(statement.postgres_sql()).await?;
                    object.execute(&prepared, &values).await
                });
                changed.map_err(|e| self.server(statement, &e))
            }
        }
    }

    /// Turns a server's refusal into ours, and remembers when running again would help.
    fn server(&self, statement: &'static Statement, error: &tokio_postgres::Error) -> Error {
        self.refused.set(true);
        if super::postgres::is_conflict(error) {
            self.again.set(true);
        }
        let Some(db) = error.as_db_error() else {
            return super::postgres::unavailable(error);
        };
        match (db.constraint(), db.code().code()) {
            (Some(name), _) => Error::Constraint(name.to_owned()),
            (None, "25006" | "53100" | "57P01" | "57P02" | "57P03" | "40001" | "40P01") => {
                Error::Unavailable(db.message().to_owned())
            }
            _ => Error::Statement {
                statement: statement.name,
                cause: db.message().to_owned(),
            },
        }
    }

    /// Turns the embedded engine's refusal into ours.
    fn lite(&self, statement: &'static Statement, error: &rusqlite::Error) -> Error {
        self.refused.set(true);
        lite(statement, error)
    }
}

/// What the embedded engine's refusal means.
fn lite(statement: &'static Statement, error: &rusqlite::Error) -> Error {
    use rusqlite::ErrorCode;
    let rusqlite::Error::SqliteFailure(failure, message) = error else {
        return Error::Statement {
            statement: statement.name,
            cause: error.to_string(),
        };
    };
    let message = message.as_deref().unwrap_or_default();
    match failure.code {
        ErrorCode::ConstraintViolation => Error::Constraint(crate::schema::constraint_name(message)),
        ErrorCode::DiskFull
        | ErrorCode::ReadOnly
        | ErrorCode::SystemIoFailure
        | ErrorCode::DatabaseBusy
        | ErrorCode::DatabaseLocked
        | ErrorCode::CannotOpen
        | ErrorCode::OutOfMemory => Error::Unavailable(message.to_owned()),
        _ => Error::Statement {
            statement: statement.name,
            cause: message.to_owned(),
        },
    }
}
