//! What goes into a statement and what comes out of a row: text, integers,
//! bytes and UUIDs only, the same on both engines.

use crate::error::{Error, Result};
use jiff::civil::Date;
use serde::Serialize;
use std::error::Error as StdError;
use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use uuid::Uuid;

/// One parameter of a statement.
#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    /// No value.
    Null,
    /// A whole number; booleans are 0 and 1, instants microseconds UTC.
    Int(i64),
    /// Text; days are ISO text.
    Text(&'a str),
    /// Bytes, such as a sealed value or a hash.
    Bytes(&'a [u8]),
    /// An id.
    Id(Uuid),
}

impl From<i64> for Value<'_> {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}
impl<'a> From<&'a str> for Value<'a> {
    fn from(value: &'a str) -> Self {
        Self::Text(value)
    }
}
impl<'a> From<&'a String> for Value<'a> {
    fn from(value: &'a String) -> Self {
        Self::Text(value)
    }
}
impl<'a> From<&'a [u8]> for Value<'a> {
    fn from(value: &'a [u8]) -> Self {
        Self::Bytes(value)
    }
}
impl<'a> From<&'a Vec<u8>> for Value<'a> {
    fn from(value: &'a Vec<u8>) -> Self {
        Self::Bytes(value)
    }
}
impl<'a, const N: usize> From<&'a [u8; N]> for Value<'a> {
    fn from(value: &'a [u8; N]) -> Self {
        Self::Bytes(value)
    }
}
impl From<Uuid> for Value<'_> {
    fn from(value: Uuid) -> Self {
        Self::Id(value)
    }
}
impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}
macro_rules! value_from_id {
    ($($id:ident),+ $(,)?) => {
        $(impl From<domain::id::$id> for Value<'_> {
            fn from(value: domain::id::$id) -> Self {
                Self::Id(value.uuid())
            }
        })+
    };
}
value_from_id!(
    SiteId,
    HouseholdId,
    MemberId,
    OfferId,
    MatchId,
    CoverId,
    DisruptionId,
    SessionId,
    PlanId,
    GoalId,
    GoalActionId,
    ExtensionId,
    ReviewId,
    ClosingId,
    FollowUpId,
    EpisodeId,
    ConcernId,
    CrisisId,
    StepId,
    AuthorityId,
    AccountId,
    FamilyId,
    PersonId,
    ReferralDraftId,
    ImportId,
    ReferralId,
    EntryId,
    AgreementId,
    SignInId,
    BookId,
    GrantId,
    BreakGlassId,
    AddressId,
    OrganisationId,
    TokenId,
    LikenessId,
    PersonMoveId,
    TaskLinkId,
    MessageId,
);

impl rusqlite::ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        use rusqlite::types::{ToSqlOutput, Value as Owned, ValueRef};
        Ok(match self {
            Self::Null => ToSqlOutput::Borrowed(ValueRef::Null),
            Self::Int(n) => ToSqlOutput::Borrowed(ValueRef::Integer(*n)),
            Self::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Self::Bytes(bytes) => ToSqlOutput::Borrowed(ValueRef::Blob(bytes)),
            Self::Id(id) => ToSqlOutput::Owned(Owned::Blob(id.as_bytes().to_vec())),
        })
    }
}

impl ToSql for Value<'_> {
    fn to_sql(&self, _: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn StdError + Sync + Send>> {
        match self {
            Self::Null => return Ok(IsNull::Yes),
            Self::Int(n) => out.extend_from_slice(&n.to_be_bytes()),
            Self::Text(text) => out.extend_from_slice(text.as_bytes()),
            Self::Bytes(bytes) => out.extend_from_slice(bytes),
            Self::Id(id) => out.extend_from_slice(id.as_bytes()),
        }
        Ok(IsNull::No)
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

/// One row of an answer; columns are asked for by position.
pub enum Row<'a> {
    /// From the embedded database.
    Sqlite(&'a rusqlite::Row<'a>),
    /// From the server.
    Postgres(&'a tokio_postgres::Row),
}

/// Reads any column of a server's row as plain bytes, whatever its type.
struct Plain<'a>(&'a [u8]);

impl<'a> tokio_postgres::types::FromSql<'a> for Plain<'a> {
    fn from_sql(_: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn StdError + Sync + Send>> {
        Ok(Self(raw))
    }
    fn accepts(_: &Type) -> bool {
        true
    }
}

impl<'a> Row<'a> {
    /// A whole number that must be there.
    pub fn int(&self, at: usize) -> Result<i64> {
        self.int_opt(at)?.ok_or_else(|| self.broken(at))
    }

    /// A whole number, or none.
    pub fn int_opt(&self, at: usize) -> Result<Option<i64>> {
        match self {
            Self::Sqlite(row) => row.get(at).map_err(|_| self.broken(at)),
            Self::Postgres(row) => match row.try_get::<_, Option<Plain>>(at).map_err(|_| self.broken(at))? {
                None => Ok(None),
                Some(Plain(raw)) => {
                    let short = || <[u8; 4]>::try_from(raw).map(|four| i64::from(i32::from_be_bytes(four)));
                    let long = <[u8; 8]>::try_from(raw).map(i64::from_be_bytes);
                    long.or_else(|_| short()).map(Some).map_err(|_| self.broken(at))
                }
            },
        }
    }

    /// Text that must be there.
    pub fn text(&self, at: usize) -> Result<&'a str> {
        self.text_opt(at)?.ok_or_else(|| self.broken(at))
    }

    /// Text, or none.
    pub fn text_opt(&self, at: usize) -> Result<Option<&'a str>> {
        match self {
            Self::Sqlite(row) => row
                .get_ref(at)
                .ok()
                .and_then(|v| v.as_str_or_null().ok())
                .ok_or_else(|| self.broken(at)),
            Self::Postgres(row) => row
                .try_get::<_, Option<Plain<'a>>>(at)
                .ok()
                .and_then(|plain| plain.map(|Plain(raw)| std::str::from_utf8(raw)).transpose().ok())
                .ok_or_else(|| self.broken(at)),
        }
    }

    /// Bytes that must be there.
    pub fn bytes(&self, at: usize) -> Result<&'a [u8]> {
        self.bytes_opt(at)?.ok_or_else(|| self.broken(at))
    }

    /// Bytes, or none.
    pub fn bytes_opt(&self, at: usize) -> Result<Option<&'a [u8]>> {
        match self {
            Self::Sqlite(row) => row
                .get_ref(at)
                .ok()
                .and_then(|v| v.as_blob_or_null().ok())
                .ok_or_else(|| self.broken(at)),
            Self::Postgres(row) => row
                .try_get::<_, Option<Plain<'a>>>(at)
                .map(|plain| plain.map(|Plain(raw)| raw))
                .map_err(|_| self.broken(at)),
        }
    }

    /// Bytes of a fixed length, such as a hash.
    pub fn array<const N: usize>(&self, at: usize) -> Result<[u8; N]> {
        self.bytes(at)?.try_into().map_err(|_| self.broken(at))
    }

    /// An id that must be there.
    pub fn id(&self, at: usize) -> Result<Uuid> {
        Uuid::from_slice(self.bytes(at)?).map_err(|_| self.broken(at))
    }

    /// An id, or none.
    pub fn id_opt(&self, at: usize) -> Result<Option<Uuid>> {
        self.bytes_opt(at)?
            .map(|raw| Uuid::from_slice(raw).map_err(|_| self.broken(at)))
            .transpose()
    }

    /// A day that must be there.
    pub fn day(&self, at: usize) -> Result<Date> {
        self.day_opt(at)?.ok_or_else(|| self.broken(at))
    }

    /// A day, or none.
    pub fn day_opt(&self, at: usize) -> Result<Option<Date>> {
        let day = self.text_opt(at)?.map(str::parse);
        day.transpose().map_err(|_| self.broken(at))
    }

    /// The error that names the column whose value could not be read.
    pub fn broken(&self, at: usize) -> Error {
        let column = match self {
            Self::Sqlite(row) => row.as_ref().column_name(at).unwrap_or("?").to_owned(),
            Self::Postgres(row) => row.columns().get(at).map_or("?", |c| c.name()).to_owned(),
        };
        Error::Broken {
            column,
            row: String::new(),
        }
    }
}

/// A value as JSON text: for what is kept in one column and never asked for in parts.
pub(crate) fn json(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|e| Error::Statement {
        statement: "serialising a sealed value",
        cause: e.to_string(),
    })
}
