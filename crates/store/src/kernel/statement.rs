//! Statements are constants with a name, so that one test can prepare every
//! one of them on both engines before anybody meets them at run time.

/// One SQL statement, the same text on both engines unless it says otherwise.
///
/// Parameters are `$1..$n`, numbered in the order they first appear: SQLite
/// binds them by that order and PostgreSQL by their number.
#[derive(Debug)]
pub struct Statement {
    /// What the statement is called in errors and tests: `module::NAME`.
    pub name: &'static str,
    /// The text for SQLite, and for PostgreSQL where `postgres` is `None`.
    pub sql: &'static str,
    /// Another text for PostgreSQL, such as one with `for update`.
    pub postgres: Option<&'static str>,
}

impl Statement {
    /// The text PostgreSQL is given.
    pub fn postgres_sql(&self) -> &'static str {
        self.postgres.unwrap_or(self.sql)
    }
}

/// Declares the statements of one file and the list of them that the
/// prepare test reads.
///
/// ```text
/// statements! {
///     /// One family by its id.
///     BY_ID = "select id from family where id = $1";
/// }
/// ```
macro_rules! statements {
    ($($(#[$doc:meta])* $name:ident = $sql:literal $(, postgres $pg:literal)?;)+) => {
        $(
            $(#[$doc])*
            pub(crate) const $name: $crate::kernel::Statement = $crate::kernel::Statement {
                name: concat!(module_path!(), "::", stringify!($name)),
                sql: $sql,
                postgres: statements!(@pg $($pg)?),
            };
        )+
        /// Every statement of this file, for the test that prepares them.
        pub(crate) const ALL: &[&$crate::kernel::Statement] = &[$(&$name),+];
    };
    (@pg) => { None };
    (@pg $pg:literal) => { Some($pg) };
}
pub(crate) use statements;
