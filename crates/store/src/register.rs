//! The data register: for every column what it holds, about whom, who may take it out, how long it
//! is kept and whether it is sealed.
//!
//! It is `register.toml` beside this crate's manifest. A test compares it with the live schema, so that no column
//! is added unnoticed. Subject access, erasure, extracts and exports are driven by it.

use crate::error::{Error, Result};
use serde::Deserialize;
use std::collections::BTreeMap;

const TEXT: &str = include_str!("../register.toml");

/// Whom a column says something about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// Nobody: the house, its organisations and its keys.
    Nobody,
    /// One child or adult of a family.
    Person,
    /// A family as a whole.
    Family,
    /// Somebody who signs in.
    Account,
    /// A carer's household.
    Household,
}

/// Who may be given a column when records are taken out of the system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Export {
    /// The person it is about, when they ask what is held about them.
    Subject,
    /// Staff of the site who may export a family's record.
    Site,
    /// The evaluator, in an extract under pseudonyms.
    Evaluator,
    /// The auditor, with the journal and the house's own records.
    Auditor,
}

/// The rule by which a column's values go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Keep {
    /// As long as the deployment.
    House,
    /// Until the family's retention date, then erased with its keys.
    Family,
    /// While the account is used and for the years a complaint may take.
    Account,
    /// For the years after an approved carer's approval ended that the nation's rules ask for.
    Household,
    /// Until the sign-in, token or ceremony has ended, and ninety days more.
    SignIn,
    /// For days: drafts 30, once-keys 7, tries at signing in less than one.
    Days,
    /// Headers and hashes as long as the deployment; sealed parts until their subject is erased.
    Journal,
}

/// The form of what a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// An id.
    Id,
    /// One key of a closed list or of a register.
    Code,
    /// A list of such keys, ids or days.
    Codes,
    /// A day.
    Day,
    /// An instant.
    Instant,
    /// A count, an amount, a year, a month, a version or a yes or no.
    Number,
    /// A reference that people say aloud.
    Reference,
    /// A hash or a keyed token, from which nothing can be read back.
    Hash,
    /// A wrapped key, a signature or a public credential.
    Key,
    /// The public name of an organisation or an area.
    PublicName,
    /// An address within this service, made of ids.
    Path,
    /// Words somebody wrote, or facts as written: always sealed.
    Words,
}

/// One column.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// What it holds, in a few words.
    pub holds: String,
    /// Whom it is about.
    pub about: About,
    /// Who may be given it when records are taken out; nobody when empty.
    pub export: Vec<Export>,
    /// The rule by which it goes.
    pub keep: Keep,
    /// Whether it is sealed with its subject's key.
    pub sealed: bool,
    /// The form of what it holds.
    pub form: Form,
}

/// Every column by table and name.
pub type Tables = BTreeMap<String, BTreeMap<String, Column>>;

/// The whole register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register {
    tables: Tables,
}

impl Register {
    /// The register this program was built with.
    ///
    /// # Errors
    /// [`Error::File`] when it cannot be read; a test holds that it can.
    pub fn read() -> Result<Self> {
        Self::parse(TEXT)
    }

    /// Reads a register.
    ///
    /// # Errors
    /// [`Error::File`] with the line and what is wrong there.
    pub fn parse(text: &str) -> Result<Self> {
        let tables = toml::from_str(text).map_err(|e| {
            let at = e.span().map_or(0, |span| span.start);
            let line = text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
            Error::File {
                path: "register.toml".into(),
                cause: format!("line {line}: {}", e.message()),
            }
        })?;
        Ok(Self { tables })
    }

    /// Every table with its columns, in order of name.
    pub fn tables(&self) -> &Tables {
        &self.tables
    }

    /// One column, where it is known.
    pub fn column(&self, table: &str, column: &str) -> Option<&Column> {
        self.tables.get(table)?.get(column)
    }

    /// Every column as `(table, name, column)`.
    pub fn columns(&self) -> impl Iterator<Item = (&str, &str, &Column)> {
        self.tables.iter().flat_map(|(table, columns)| {
            columns
                .iter()
                .map(move |(name, column)| (table.as_str(), name.as_str(), column))
        })
    }
}
