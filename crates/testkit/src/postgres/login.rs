//! A role, its password and a database on a server: the parts of an address, so that others can be put in.

use std::io;

use super::programs::trouble;

/// All it takes to connect.
#[derive(Debug, Clone)]
pub(super) struct Login {
    role: String,
    password: String,
    host: String,
    port: String,
    database: String,
}

impl Login {
    /// Reads `postgres://role:password@host:port/database`; the port may be left out.
    pub(super) fn parse(address: &str) -> io::Result<Self> {
        Self::parts(address).ok_or_else(|| {
            trouble("a PostgreSQL address must read postgres://role:password@host:port/database; this one does not")
        })
    }

    fn parts(address: &str) -> Option<Self> {
        let rest = address
            .strip_prefix("postgres://")
            .or_else(|| address.strip_prefix("postgresql://"))?;
        let (person, rest) = rest.rsplit_once('@')?;
        let (role, password) = person.split_once(':')?;
        let (place, database) = rest.split_once('/')?;
        let (host, port) = place.rsplit_once(':').unwrap_or((place, "5432"));
        let parts = [role, password, host, port, database];
        if parts.iter().any(|part| part.is_empty()) {
            return None;
        }
        let [role, password, host, port, database] = parts.map(str::to_owned);
        Some(Self {
            role,
            password,
            host,
            port,
            database,
        })
    }

    /// The same written as an address.
    pub(super) fn url(&self) -> String {
        let Self {
            role,
            password,
            host,
            port,
            database,
        } = self;
        format!("postgres://{role}:{password}@{host}:{port}/{database}")
    }

    /// The same role in another database.
    pub(super) fn in_database(&self, database: &str) -> Self {
        Self {
            database: database.to_owned(),
            ..self.clone()
        }
    }

    /// Another role in the same database.
    pub(super) fn as_role(&self, role: &str, password: &str) -> Self {
        Self {
            role: role.to_owned(),
            password: password.to_owned(),
            ..self.clone()
        }
    }

    /// What `psql` reads from its environment. Arguments would show the password to every user of the machine.
    pub(super) fn environment(&self) -> [(&'static str, &str); 5] {
        [
            ("PGHOST", &self.host),
            ("PGPORT", &self.port),
            ("PGUSER", &self.role),
            ("PGPASSWORD", &self.password),
            ("PGDATABASE", &self.database),
        ]
    }
}
