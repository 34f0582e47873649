//! Statements are constants with a name, so that one test can prepare every
//! one of them on both engines before anybody meets them at run time.

/// One SQL statement, the same text on both engines unless it says otherwise.
///
/// Parameters are `$1..$n`, numbered in the order they first appear, and bound
/// by their number on both engines.
#[derive(Debug)]
pub struct Statement {
    /// What the statement is called in errors and tests: `module::NAME`.
    pub name: &'static str,
    /// The text as written; for PostgreSQL too where `postgres` is `None`.
    pub sql: &'static str,
    /// The text the embedded engine is given: `$n` is a name to it and numbered as it comes, `?n` is a number.
    pub(crate) sqlite: &'static str,
    /// Another text for PostgreSQL, such as one with `for update`.
    pub postgres: Option<&'static str>,
}

impl Statement {
    /// The text PostgreSQL is given.
    pub fn postgres_sql(&self) -> &'static str {
        self.postgres.unwrap_or(self.sql)
    }
}

/// The statement with `?` for each `$`.
pub(crate) const fn numbered<const N: usize>(sql: &str) -> [u8; N] {
    let (from, mut to, mut at) = (sql.as_bytes(), [0; N], 0);
    while at < N {
        to[at] = if from[at] == b'$' { b'?' } else { from[at] };
        at += 1;
    }
    to
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
                sqlite: {
                    const NUMBERED: [u8; $sql.len()] = $crate::kernel::numbered($sql);
                    match core::str::from_utf8(&NUMBERED) {
                        Ok(text) => text,
                        Err(_) => panic!("one ASCII sign was put for another"),
                    }
                },
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
