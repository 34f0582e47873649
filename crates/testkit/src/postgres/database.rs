//! One empty database for one test.

use std::io;

use super::login::Login;
use super::programs::{command_as, program, random, run};

/// A database nobody else uses, owned by a role that is no superuser and does not bypass row-level security.
///
/// `PostgreSQL` exempts a table's owner from its policies unless the table says `force row level security`.
#[derive(Debug)]
pub struct Database {
    /// The role that may make and drop databases, in the database it keeps for itself.
    maker: Login,
    /// The role that owns this database, and is named as it is.
    owner: Login,
    name: String,
    url: String,
}

impl Database {
    pub(super) fn create(maker: &Login) -> io::Result<Self> {
        let name = format!("t_{}", random()?);
        let password = random()?;
        let owner = maker.in_database(&name).as_role(&name, &password);
        psql(
            maker,
            &[
                &format!("create role {name} login nosuperuser nobypassrls password '{password}'"),
                &format!("create database {name} owner {name}"),
            ],
        )?;
        Ok(Self {
            maker: maker.clone(),
            url: owner.url(),
            owner,
            name,
        })
    }

    /// The address for the software under test.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The name of the database, and of the role that owns it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Runs one statement as the role that may do anything, for tests that tamper or look behind the software.
    ///
    /// Gives the rows as `PostgreSQL` prints them: one a line, columns parted by `|`.
    ///
    /// # Errors
    ///
    /// What the server said against the statement.
    pub fn as_superuser(&self, statement: &str) -> io::Result<String> {
        psql(&self.maker.in_database(&self.name), &[statement])
    }

    /// Runs one statement as the role that owns the database. Gives the rows as [`Database::as_superuser`] does.
    ///
    /// # Errors
    ///
    /// What the server said against the statement.
    pub fn as_owner(&self, statement: &str) -> io::Result<String> {
        psql(&self.owner, &[statement])
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let name = &self.name;
        // A server that has gone has taken the database with it.
        let _ = psql(
            &self.maker,
            &[
                &format!("drop database if exists {name} with (force)"),
                &format!("drop role if exists {name}"),
            ],
        );
    }
}

/// Runs each statement in a transaction of its own and gives what they print.
fn psql(login: &Login, statements: &[&str]) -> io::Result<String> {
    let mut psql = command_as(program("psql")?, None);
    psql.args([
        "--no-psqlrc",
        "--quiet",
        "--tuples-only",
        "--no-align",
        "--set=ON_ERROR_STOP=1",
    ]);
    for statement in statements {
        psql.args(["--command", statement]);
    }
    psql.envs(login.environment()).env("PGCONNECT_TIMEOUT", "10");
    run(psql)
}
