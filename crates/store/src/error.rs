//! What can go wrong in the store, each with what the reader of the log needs.

use domain::access::Denied;

/// A store answer that is not the value asked for.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No such record, for this reader.
    #[error("no such record")]
    NotFound,
    /// The record was changed by somebody else since it was read.
    #[error("the record was changed since it was read; it is at version {now}")]
    Stale {
        /// The version it has now.
        now: i64,
    },
    /// A named constraint refused the change.
    #[error("refused by {0}")]
    Constraint(String),
    /// The permit was not given.
    #[error("not permitted: {0:?}")]
    Denied(Denied),
    /// A permit was used after its thirty seconds.
    #[error("the permit has run out")]
    PermitExpired,
    /// The same once-key came with another body.
    #[error("this was already sent with other words")]
    OnceReused,
    /// The same once-key was used before with the same body: where it led.
    #[error("this was already stored")]
    AlreadyDone {
        /// The address of what was made the first time.
        location: String,
        /// The status the first answer had.
        status: i64,
    },
    /// A stored value cannot be read.
    #[error("a stored value cannot be read: column {column} of {row}")]
    Broken {
        /// The column.
        column: String,
        /// The row, as far as it is known.
        row: String,
    },
    /// A sealed value does not open with its key in its place.
    #[error("a sealed value does not open: {0}")]
    Sealed(String),
    /// The key that protects these records is missing or is another one.
    #[error("{0}")]
    Key(String),
    /// The database was made by a newer version of this software.
    #[error("the database is at version {found}; this program knows versions up to {known}: use the newer program")]
    Newer {
        /// What the database says.
        found: i64,
        /// The newest this program knows.
        known: i64,
    },
    /// The database cannot be reached or written just now.
    #[error("the database is not available: {0}")]
    Unavailable(String),
    /// A statement failed for a reason that is a fault of this program.
    #[error("{statement}: {cause}")]
    Statement {
        /// Which statement.
        statement: &'static str,
        /// What the engine said.
        cause: String,
    },
    /// A file of the deployment cannot be read or written.
    #[error("{path}: {cause}")]
    File {
        /// The file's name, without its folder.
        path: String,
        /// What the system said.
        cause: String,
    },
}

/// A store answer.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// Whether trying again later may help: the page says so and keeps the words.
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Unavailable(_))
    }
}
