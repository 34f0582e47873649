//! A connection behind the store's back: for putting rows where no verb does yet, and for tampering.

use rusqlite::types::ValueRef;
use std::error::Error;
use std::path::Path;
use std::sync::{Mutex, MutexGuard};
use store::Value;
use tokio_postgres::types::{FromSql, ToSql, Type};

/// What stands in one column of one row; ids are bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cell {
    Null,
    Int(i64),
    Text(String),
    Bytes(Vec<u8>),
}

impl Cell {
    pub fn int(&self) -> i64 {
        match self {
            Self::Int(n) => *n,
            other => panic!("{other:?} is not a number"),
        }
    }

    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            other => panic!("{other:?} is not a text"),
        }
    }

    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Bytes(bytes) => bytes,
            other => panic!("{other:?} is not bytes"),
        }
    }

    pub fn id(&self) -> uuid::Uuid {
        uuid::Uuid::from_slice(self.bytes()).expect("an id has sixteen bytes")
    }
}

/// The connection.
pub enum Raw {
    File(Mutex<rusqlite::Connection>),
    Server(tokio_postgres::Client),
}

impl Raw {
    pub fn file(path: &Path) -> Self {
        let connection = rusqlite::Connection::open(path).expect("the file opens");
        connection
            .execute_batch("pragma busy_timeout = 10000; pragma foreign_keys = on")
            .expect("settings hold");
        Self::File(Mutex::new(connection))
    }

    pub async fn server(url: &str) -> Self {
        let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls)
            .await
            .expect("the server answers");
        tokio::spawn(connection);
        Self::Server(client)
    }

    /// Runs a statement and answers how many rows it changed, or what the engine said.
    pub async fn try_run(&self, sql: &str, values: &[Value<'_>]) -> Result<u64, String> {
        match self {
            Self::File(connection) => lock(connection)
                .execute(sql, rusqlite::params_from_iter(values))
                .map(|n| n as u64)
                .map_err(|e| e.to_string()),
            Self::Server(client) => {
                let values: Vec<&(dyn ToSql + Sync)> = values.iter().map(|v| v as _).collect();
                client.execute(sql, &values).await.map_err(|e| said(&e))
            }
        }
    }

    pub async fn run(&self, sql: &str, values: &[Value<'_>]) -> u64 {
        self.try_run(sql, values).await.unwrap_or_else(|e| panic!("{sql}: {e}"))
    }

    /// Runs statements parted by semicolons.
    pub async fn script(&self, sql: &str) {
        match self {
            Self::File(connection) => lock(connection)
                .execute_batch(sql)
                .unwrap_or_else(|e| panic!("{sql}: {e}")),
            Self::Server(client) => client
                .batch_execute(sql)
                .await
                .unwrap_or_else(|e| panic!("{sql}: {}", said(&e))),
        }
    }

    /// All rows of a statement.
    pub async fn rows(&self, sql: &str, values: &[Value<'_>]) -> Vec<Vec<Cell>> {
        match self {
            Self::File(connection) => {
                file_rows(&lock(connection), sql, values).unwrap_or_else(|e| panic!("{sql}: {e}"))
            }
            Self::Server(client) => {
                let values: Vec<&(dyn ToSql + Sync)> = values.iter().map(|v| v as _).collect();
                let rows = client
                    .query(sql, &values)
                    .await
                    .unwrap_or_else(|e| panic!("{sql}: {}", said(&e)));
                let cells = |row: &tokio_postgres::Row| (0..row.len()).map(|at| row.get(at)).collect();
                rows.iter().map(cells).collect()
            }
        }
    }

    /// The first column of the only row of a statement.
    pub async fn one(&self, sql: &str, values: &[Value<'_>]) -> Cell {
        self.rows(sql, values)
            .await
            .into_iter()
            .flatten()
            .next()
            .unwrap_or_else(|| panic!("{sql}: no row"))
    }

    /// How many rows a table has.
    pub async fn count(&self, table: &str) -> i64 {
        self.one(&format!("select count(*) from {table}"), &[]).await.int()
    }
}

fn lock(connection: &Mutex<rusqlite::Connection>) -> MutexGuard<'_, rusqlite::Connection> {
    connection.lock().expect("no test panics while it holds the connection")
}

fn said(error: &tokio_postgres::Error) -> String {
    error
        .as_db_error()
        .map_or_else(|| error.to_string(), ToString::to_string)
}

fn file_rows(connection: &rusqlite::Connection, sql: &str, values: &[Value<'_>]) -> rusqlite::Result<Vec<Vec<Cell>>> {
    let mut statement = connection.prepare(sql)?;
    let columns = statement.column_count();
    let mut rows = statement.query(rusqlite::params_from_iter(values))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(
            (0..columns)
                .map(|at| row.get_ref(at).map(cell))
                .collect::<rusqlite::Result<_>>()?,
        );
    }
    Ok(found)
}

fn cell(value: ValueRef<'_>) -> Cell {
    match value {
        ValueRef::Null => Cell::Null,
        ValueRef::Integer(n) => Cell::Int(n),
        ValueRef::Real(n) => panic!("no column holds {n}"),
        ValueRef::Text(text) => Cell::Text(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Blob(bytes) => Cell::Bytes(bytes.to_vec()),
    }
}

impl<'a> FromSql<'a> for Cell {
    fn from_sql(of: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(match *of {
            Type::INT8 => Self::Int(i64::from_be_bytes(raw.try_into()?)),
            Type::INT4 => Self::Int(i32::from_be_bytes(raw.try_into()?).into()),
            Type::INT2 => Self::Int(i16::from_be_bytes(raw.try_into()?).into()),
            Type::BOOL => Self::Int(raw[0].into()),
            Type::BYTEA | Type::UUID => Self::Bytes(raw.to_vec()),
            _ => Self::Text(std::str::from_utf8(raw)?.to_owned()),
        })
    }

    fn from_sql_null(_: &Type) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Self::Null)
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}
