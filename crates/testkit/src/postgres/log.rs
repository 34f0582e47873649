//! What the server writes down of the statements it runs.

use super::Database;
use std::io;
use std::path::PathBuf;

/// The statements of one database's owner, in the order the server ran them.
///
/// Only connections made after [`StatementLog::of`] are written down.
pub struct StatementLog(PathBuf);

impl StatementLog {
    /// Lets the server write down every statement of this database's owner from its next connection on.
    ///
    /// # Errors
    /// The server was not started here, so its log cannot be read.
    pub fn of(database: &Database) -> io::Result<Self> {
        database.as_superuser(&format!("alter role {} set log_statement = 'all'", database.name()))?;
        let folder = database.as_superuser("show data_directory")?;
        let log = PathBuf::from(folder.trim()).join("../log");
        std::fs::metadata(&log)?;
        Ok(Self(log))
    }

    /// A place in the log: after what was written so far.
    ///
    /// # Errors
    /// The log cannot be read.
    pub fn mark(&self) -> io::Result<usize> {
        Ok(self.read()?.lines().count())
    }

    /// The statements written since a place, without the names the connection gave them.
    ///
    /// # Errors
    /// The log cannot be read.
    pub fn since(&self, mark: usize) -> io::Result<Vec<String>> {
        let text = self.read()?;
        let said = text.lines().skip(mark).filter_map(|line| {
            let (_, statement) = line
                .split_once("LOG:  statement: ")
                .or_else(|| line.split_once("LOG:  execute "))?;
            let statement = statement.split_once(": ").map_or(statement, |(_, sql)| sql);
            Some(statement.trim().to_owned())
        });
        Ok(said.collect())
    }

    fn read(&self) -> io::Result<String> {
        Ok(String::from_utf8_lossy(&std::fs::read(&self.0)?).into_owned())
    }
}
