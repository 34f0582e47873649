//! Tokens for other systems: made once, shown once, kept as a hash, ended by a day or by a person.
//!
//! `susd_p_…` acts as the person who made it; `susd_s_…` acts for one programme area, within the purposes it was made
//! for. Whoever calls with one is known by nothing else, so finding it takes no permit, as signing in takes none.

use crate::error::{Error, Result};
use crate::journal::{BookKind, Entry};
use crate::kernel::{Row, Statement, Tx, Value, statements};
use crate::store::Store;
use domain::access::{Actor, Scopes, TokenScope};
use domain::id::{AccountId, BookId, SignInId, SiteId, TokenId};
use uuid::Uuid;

const SECOND: i64 = 1_000_000;
const DAY: i64 = 24 * 60 * 60 * SECOND;

/// For how many days a person's token holds.
///
/// Assumption: 90, a quarter; longer, and a forgotten one outlives the work it was made for.
pub const PERSON_DAYS: i64 = 90;

/// For how many days a site's token holds.
///
/// Assumption: 365, so that an authority changes it once a year, on a day it can plan.
pub const SITE_DAYS: i64 = 365;

/// Wrong tokens an address may send in [`WRONG_WINDOW_SECONDS`].
///
/// Source: details.md 10, what an address may try at signing in (assumed).
pub const WRONG_PER_ADDRESS: i64 = 100;

/// The window in which wrong tokens are counted.
///
/// Source: details.md 10, as for signing in (assumed).
pub const WRONG_WINDOW_SECONDS: i64 = 15 * 60;

statements! {
    MAKE = "insert into api_token (id, secret_hash, kind, account_id, site_id, scopes, name, made_at, ends_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    BY_HASH = "select id, account_id, site_id, scopes, used_on from api_token
        where secret_hash = $1 and ended_at is null and ends_at > $2";
    USED = "update api_token set used_on = $1 where id = $2";
    OF_ACCOUNT = "select id, account_id, scopes, name, made_at, ends_at, used_on from api_token
        where account_id = $1 and ended_at is null and ends_at > $2 order by made_at desc, id desc";
    OF_SITE = "select id, site_id, scopes, name, made_at, ends_at, used_on from api_token
        where site_id = $1 and ended_at is null and ends_at > $2 order by made_at desc, id desc";
    END_OF_ACCOUNT = "update api_token set ended_at = $1 where id = $2 and account_id = $3 and ended_at is null";
    END_OF_SITE = "update api_token set ended_at = $1 where id = $2 and site_id = $3 and ended_at is null";
    END_ALL = "update api_token set ended_at = $1 where account_id = $2 and ended_at is null";
    IS_DEMO = "select kind from deployment where one = 1";
    WRONG = "insert into attempt (kind, who_hash, tried_at) values ('address', $1, $2)";
    WRONGS = "select count(*) from attempt where kind = 'address' and who_hash = $1 and tried_at > $2";
}

/// A token just made. Its secret is shown now and can never be read again.
#[derive(Clone)]
pub struct Made {
    /// The token.
    pub id: TokenId,
    /// What the other system sends: `susd_p_…` or `susd_s_…`.
    pub secret: String,
    /// When it ends by itself, microseconds UTC.
    pub ends_at: i64,
}

/// Never the secret: a log carries ids only.
impl std::fmt::Debug for Made {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Made")
            .field("id", &self.id)
            .field("ends_at", &self.ends_at)
            .finish_non_exhaustive()
    }
}

/// Whose token it is.
#[derive(Clone, Copy)]
enum Owner {
    Account(AccountId),
    Site(SiteId),
}

impl Owner {
    const fn kind(self) -> &'static str {
        match self {
            Self::Account(_) => "person",
            Self::Site(_) => "site",
        }
    }

    const fn prefix(self) -> &'static str {
        match self {
            Self::Account(_) => "susd_p_",
            Self::Site(_) => "susd_s_",
        }
    }

    const fn id(self) -> Uuid {
        match self {
            Self::Account(id) => id.uuid(),
            Self::Site(id) => id.uuid(),
        }
    }
}

/// Makes a token that acts as this person, for [`PERSON_DAYS`]. `name` says what it is for.
pub fn make_for_person(tx: &Tx, account: AccountId, name: &str) -> Result<Made> {
    make(tx, Owner::Account(account), Scopes::EMPTY, name, PERSON_DAYS)
}

/// Makes a token that acts for a programme area within these purposes, for [`SITE_DAYS`]. `name` says what it is for.
pub fn make_for_site(tx: &Tx, site: SiteId, scopes: Scopes, name: &str) -> Result<Made> {
    make(tx, Owner::Site(site), scopes, name, SITE_DAYS)
}

/// Makes the token the demonstration prints for one of its invented people.
///
/// # Errors
/// [`Error::NotFound`] in a deployment that is not a demonstration: there only the person makes one.
pub async fn make_for_demo(store: &Store, account: AccountId) -> Result<Made> {
    store
        .job_write("demo", move |tx| {
            let kind = tx.row(&IS_DEMO, &[], |row| Ok(row.text(0)?.to_owned()))?;
            if kind.as_deref() != Some("demo") {
                return Err(Error::NotFound);
            }
            make_for_person(tx, account, "demo")
        })
        .await
}

fn make(tx: &Tx, owner: Owner, scopes: Scopes, name: &str, days: i64) -> Result<Made> {
    let id = crate::id::fresh(tx.now());
    let secret = format!("{}{}", owner.prefix(), base64url(&seal::random()));
    let hash = seal::secret_hash(secret.as_bytes());
    let ends_at = tx.now_micros() + days * DAY;
    let (account, site) = match owner {
        Owner::Account(id) => (Some(id), None),
        Owner::Site(id) => (None, Some(id)),
    };
    let keys: Vec<&str> = scopes.iter().map(TokenScope::key).collect();
    let keys = keys.join(",");
    let name: String = name.chars().take(200).collect();
    let name = tx.seal(owner.id(), "api_token", "name", id, &name)?;
    tx.run(
        &MAKE,
        &[
            id.into(),
            (&hash).into(),
            owner.kind().into(),
            account.into(),
            site.into(),
            (&keys).into(),
            (&name).into(),
            tx.now_micros().into(),
            ends_at.into(),
        ],
    )?;
    note(tx, owner, "token_made", id)?;
    Ok(Made {
        id: TokenId::from_uuid(id),
        secret,
        ends_at,
    })
}

/// Who a token acts as.
#[derive(Clone, Debug)]
pub struct TokenActor {
    /// The token.
    pub id: TokenId,
    /// Who asks, for permits. For a person's token the token stands where the sign-in would.
    pub actor: Actor,
}

/// Who the token with this secret acts as; `None` for one that is unknown, misspelt, ended or past its day.
///
/// Whatever was sent is hashed whole and looked up, so a near miss costs as much as a far one, and nothing at all.
pub async fn find(store: &Store, secret: &str) -> Result<Option<TokenActor>> {
    let hash = seal::secret_hash(secret.as_bytes());
    let found = store
        .job("token", move |tx| {
            let values = [(&hash).into(), tx.now_micros().into()];
            let found = tx.row(&BY_HASH, &values, |row| Ok((read_actor(row)?, used_on(row, 4)?)))?;
            let today = tx.today().to_string();
            Ok::<_, Error>(found.map(|(token, used)| (token, used.as_ref() == Some(&today))))
        })
        .await?;
    let Some((token, used_today)) = found else {
        return Ok(None);
    };
    if !used_today {
        let id = token.id;
        store
            .job_write("token", move |tx| {
                tx.run(&USED, &[(&tx.today().to_string()).into(), id.into()])
            })
            .await?;
    }
    Ok(Some(token))
}

fn read_actor(row: &Row) -> Result<TokenActor> {
    let id = row.id(0)?;
    let actor = match (row.id_opt(1)?, row.id_opt(2)?) {
        (Some(account), None) => Actor::Account {
            id: AccountId::from_uuid(account),
            sign_in: SignInId::from_uuid(id),
        },
        (None, Some(site)) => Actor::SiteToken {
            id: TokenId::from_uuid(id),
            site: SiteId::from_uuid(site),
            scopes: read_scopes(row, 3)?,
        },
        _ => return Err(row.broken(1)),
    };
    Ok(TokenActor {
        id: TokenId::from_uuid(id),
        actor,
    })
}

fn read_scopes(row: &Row, at: usize) -> Result<Scopes> {
    let keys = row.text(at)?.split(',').filter(|key| !key.is_empty());
    keys.map(|key| TokenScope::from_key(key).ok_or_else(|| row.broken(at)))
        .collect()
}

fn used_on(row: &Row, at: usize) -> Result<Option<String>> {
    Ok(row.text_opt(at)?.map(ToOwned::to_owned))
}

/// Counts one wrong token from an address; `false` when it has sent too many.
///
/// The right ones are never counted: they are many, and a stranger behind the same address must not stop them.
pub async fn may_be_wrong(store: &Store, address: &str) -> Result<bool> {
    let who = seal::secret_hash(format!("token {address}").as_bytes());
    store
        .job_write("token", move |tx| {
            let since = tx.now_micros() - WRONG_WINDOW_SECONDS * SECOND;
            let wrong = tx
                .row(&WRONGS, &[(&who).into(), since.into()], |row| row.int(0))?
                .unwrap_or_default();
            if wrong >= WRONG_PER_ADDRESS {
                return Ok(false);
            }
            tx.run(&WRONG, &[(&who).into(), tx.now_micros().into()])?;
            Ok::<_, Error>(true)
        })
        .await
}

/// One line of the list of tokens that hold.
#[derive(Clone, Debug)]
pub struct Line {
    /// The token.
    pub id: TokenId,
    /// What it is for, in the words of who made it.
    pub name: String,
    /// The purposes of a site's token; none for a person's, which may do what the person may.
    pub scopes: Scopes,
    /// When it was made, microseconds UTC.
    pub made_at: i64,
    /// When it ends by itself, microseconds UTC.
    pub ends_at: i64,
    /// The day it was last used, as ISO text.
    pub used_on: Option<String>,
}

/// The tokens of a person that hold, newest first.
pub fn of_account(tx: &Tx, account: AccountId) -> Result<Vec<Line>> {
    lines(tx, &OF_ACCOUNT, account.into())
}

/// The tokens of a programme area that hold, newest first.
pub fn of_site(tx: &Tx, site: SiteId) -> Result<Vec<Line>> {
    lines(tx, &OF_SITE, site.into())
}

fn lines(tx: &Tx, statement: &'static Statement, owner: Value) -> Result<Vec<Line>> {
    tx.rows(statement, &[owner, tx.now_micros().into()], |row| {
        let id = row.id(0)?;
        Ok(Line {
            id: TokenId::from_uuid(id),
            name: tx.open(row.id(1)?, "api_token", "name", id, row.bytes(3)?)?,
            scopes: read_scopes(row, 2)?,
            made_at: row.int(4)?,
            ends_at: row.int(5)?,
            used_on: used_on(row, 6)?,
        })
    })
}

/// Ends a token of a person; ending one that ended already, or is another's, does nothing.
pub fn end_of_account(tx: &Tx, account: AccountId, id: TokenId) -> Result<()> {
    let ended = tx.run(&END_OF_ACCOUNT, &[tx.now_micros().into(), id.into(), account.into()])?;
    if ended == 0 {
        Ok(())
    } else {
        note(tx, Owner::Account(account), "token_ended", id.uuid())
    }
}

/// Ends a token of a programme area; ending one that ended already, or is another's, does nothing.
pub fn end_of_site(tx: &Tx, site: SiteId, id: TokenId) -> Result<()> {
    let ended = tx.run(&END_OF_SITE, &[tx.now_micros().into(), id.into(), site.into()])?;
    if ended == 0 {
        Ok(())
    } else {
        note(tx, Owner::Site(site), "token_ended", id.uuid())
    }
}

/// Ends every token of a person, as when their password was changed or a role was taken away.
pub fn end_all_of_account(tx: &Tx, account: AccountId) -> Result<()> {
    tx.run(&END_ALL, &[tx.now_micros().into(), account.into()])?;
    Ok(())
}

/// An entry in the person's own book, or the site's.
fn note(tx: &Tx, owner: Owner, action: &'static str, about: Uuid) -> Result<()> {
    let kind = match owner {
        Owner::Account(_) => BookKind::Actor,
        Owner::Site(_) => BookKind::Site,
    };
    tx.append(&Entry {
        book: BookId::from_uuid(owner.id()),
        kind,
        action,
        object_kind: "token",
        object_id: Some(about),
        parts: Vec::new(),
    })?;
    Ok(())
}

/// The alphabet of base64url, RFC 4648 section 5.
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// 32 bytes as 43 characters that need no escaping anywhere.
fn base64url(bytes: &[u8; 32]) -> String {
    let mut text = String::with_capacity(43);
    for three in bytes.chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or_default());
        let word = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..=three.len() {
            let six = word >> (18 - 6 * at) & 63;
            text.push(char::from(ALPHABET[usize::try_from(six).expect("less than 64")]));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::base64url;

    #[test]
    fn a_token_is_written_as_rfc_4648_writes_it_for_addresses() {
        assert_eq!(base64url(&[0; 32]), "A".repeat(43));
        assert_eq!(base64url(&[255; 32]), format!("{}8", "_".repeat(42)));
        let counted: [u8; 32] = std::array::from_fn(|n| u8::try_from(n).unwrap());
        assert_eq!(base64url(&counted), "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");
    }
}
