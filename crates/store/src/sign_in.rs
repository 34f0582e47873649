//! Sign-ins as rows: each can be seen and ended by its owner, and ends on its own.
//!
//! These run before anybody is known, so they take no permit; what they do is
//! in the account's own book.

use crate::error::{Error, Result};
use crate::journal::{BookKind, Entry};
use crate::kernel::{Tx, statements};
use crate::key::HOUSE;
use crate::store::Store;
use domain::id::{AccountId, BookId, SignInId};
use seal::TokenKind;
use uuid::Uuid;

const SECOND: i64 = 1_000_000;

/// For how long a sign-in of staff holds.
///
/// Source: details.md 10 (assumed).
const STAFF_SECONDS: i64 = 12 * 60 * 60;
/// For how long a family member's sign-in holds.
///
/// Source: details.md 10 (assumed).
const FAMILY_SECONDS: i64 = 30 * 24 * 60 * 60;
/// The window in which tries are counted.
///
/// Source: details.md 10 (assumed).
const TRIES_WINDOW_SECONDS: i64 = 15 * 60;
/// Tries an account has in the window.
///
/// Source: details.md 10 (assumed).
pub const TRIES_PER_ACCOUNT: i64 = 10;
/// Tries an address has in the window.
///
/// Source: details.md 10 (assumed).
pub const TRIES_PER_ADDRESS: i64 = 100;
/// How often `seen_at` is written, so that a page does not cost a write.
const SEEN_EVERY_SECONDS: i64 = 5 * 60;

statements! {
    BY_SECRET = "select s.id, s.account_id, s.proof, s.proved_at, s.seen_at, s.ends_at, s.end_reason,
            a.name, a.language, a.person_id, u.subject_key
        from sign_in s join account a on a.id = s.account_id join subject u on u.id = a.id
        where s.secret_hash = $1";
    ROLES_HELD = "select distinct role from role_held
        where account_id = $1 and stage = 'held' and starts_on <= $2 and (ends_on is null or ends_on > $2)";
    SEEN = "update sign_in set seen_at = $1 where id = $2";
    MAKE = "insert into sign_in
        (id, account_id, secret_hash, device_name, proof, proved_at, made_at, seen_at, ends_at, end_reason)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, null)";
    PROVE = "update sign_in set proof = 'two', proved_at = $1, secret_hash = $2 where id = $3 and end_reason is null";
    END = "update sign_in set end_reason = $1 where id = $2 and account_id = $3 and end_reason is null";
    END_ALL = "update sign_in set end_reason = 'revoked' where account_id = $1 and id <> $2 and end_reason is null";
    OF_ACCOUNT = "select id, device_name, made_at, seen_at, ends_at, proof from sign_in
        where account_id = $1 and end_reason is null and ends_at > $2 order by seen_at desc";
    CREDENTIALS = "select id, password, code_confirmed, code_secret, code_last_step, person_id from account
        where email_token = $1";
    CREDENTIALS_BY_ID = "select id, password, code_confirmed, code_secret, code_last_step, person_id from account
        where id = $1";
    TRY = "insert into attempt (kind, who_hash, tried_at) values ($1, $2, $3)";
    TRIES = "select count(*) from attempt where kind = $1 and who_hash = $2 and tried_at > $3";
    FORGET_TRIES = "delete from attempt where tried_at < $1";
    STEP_USED = "update account set code_last_step = $1 where id = $2 and code_last_step < $3";
    USE_RECOVERY = "update recovery_code set used_at = $1 where account_id = $2 and code_hash = $3 and used_at is null";
}

/// Who a cookie belongs to.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The sign-in.
    pub id: SignInId,
    /// The account.
    pub account: AccountId,
    /// The person's own name.
    pub name: String,
    /// The language they chose: `en` or `cy`.
    pub language: String,
    /// The keys of the roles they hold anywhere today.
    pub roles: Vec<String>,
    /// Whether both factors, or a passkey, were given.
    pub two_factors: bool,
    /// Whether it is a family member's account.
    pub is_family: bool,
}

/// What a cookie's secret turned out to be.
#[derive(Clone, Debug)]
pub enum Found {
    /// A sign-in that holds.
    SignedIn(SignedIn),
    /// One that has ended; words typed under it can be kept for this account.
    Ended(AccountId),
    /// Nothing we know.
    Unknown,
}

/// Whose cookie this is.
pub async fn find(store: &Store, secret: &[u8]) -> Result<Found> {
    let hash = seal::secret_hash(secret);
    let (found, seen_at) = store.job("sign_in", move |tx| by_secret(tx, &hash)).await?;
    if let (Found::SignedIn(who), Some(seen_at)) = (&found, seen_at) {
        let id = who.id;
        if store.now().as_microsecond() - seen_at > SEEN_EVERY_SECONDS * SECOND {
            store.job_write("sign_in", move |tx| tx.run(&SEEN, &[tx.now_micros().into(), id.into()])).await?;
        }
    }
    Ok(found)
}

fn by_secret(tx: &Tx, hash: &[u8; 32]) -> Result<(Found, Option<i64>)> {
    let now = tx.now_micros();
    let found = tx.row(&BY_SECRET, &[hash.into()], |row| {
        let account = AccountId::from_uuid(row.id(1)?);
        let holds = row.text_opt(6)?.is_none() && row.int(5)? > now;
        if !holds {
            return Ok((Found::Ended(account), None));
        }
        let key = tx.open_subject(account.uuid(), HOUSE, row.bytes(10)?)?;
        let who = SignedIn {
            id: SignInId::from_uuid(row.id(0)?),
            account,
            name: crate::key::open_with(&key, "account", "name", account.uuid(), row.bytes(7)?)?,
            language: row.text(8)?.to_owned(),
            roles: Vec::new(),
            two_factors: row.text(2)? == "two",
            is_family: row.id_opt(9)?.is_some(),
        };
        Ok((Found::SignedIn(who), Some(row.int(4)?)))
    })?;
    let Some((Found::SignedIn(mut who), seen)) = found else {
        return Ok(found.unwrap_or((Found::Unknown, None)));
    };
    let day = tx.today().to_string();
    who.roles = tx.rows(&ROLES_HELD, &[who.account.into(), (&day).into()], |row| Ok(row.text(0)?.to_owned()))?;
    Ok((Found::SignedIn(who), seen))
}

/// How a person proved who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// A password alone.
    One,
    /// A password and a code, or a passkey.
    Two,
}

/// Starts a sign-in and answers the secret for its cookie.
pub async fn start(store: &Store, account: AccountId, proof: Proof, device: &str, is_family: bool) -> Result<[u8; 32]> {
    let secret: [u8; 32] = seal::random();
    let id = crate::id::fresh(store.now());
    let device: String = device.chars().take(200).collect();
    store
        .job_write("sign_in", move |tx| {
            let now = tx.now_micros();
            let device = tx.seal(account.uuid(), "sign_in", "device_name", id, &device)?;
            let holds = if is_family { FAMILY_SECONDS } else { STAFF_SECONDS };
            let hash = seal::secret_hash(&secret);
            tx.run(&MAKE, &[
                id.into(),
                account.into(),
                (&hash).into(),
                (&device).into(),
                if proof == Proof::Two { "two" } else { "one" }.into(),
                now.into(),
                now.into(),
                now.into(),
                (now + holds * SECOND).into(),
            ])?;
            note(tx, account, "signed_in", id)
        })
        .await?;
    Ok(secret)
}

/// Marks both factors as given just now, under a new secret, and answers it.
pub async fn prove_again(store: &Store, account: AccountId, sign_in: SignInId) -> Result<[u8; 32]> {
    let secret: [u8; 32] = seal::random();
    store
        .job_write("sign_in", move |tx| {
            let hash = seal::secret_hash(&secret);
            if tx.run(&PROVE, &[tx.now_micros().into(), (&hash).into(), sign_in.into()])? == 0 {
                return Err(Error::NotFound);
            }
            note(tx, account, "proved_again", sign_in.uuid())
        })
        .await?;
    Ok(secret)
}

/// Ends one sign-in of an account; ending one that ended already, or is another's, does nothing.
pub fn end(tx: &Tx, account: AccountId, sign_in: SignInId, reason: &'static str) -> Result<()> {
    if tx.run(&END, &[reason.into(), sign_in.into(), account.into()])? > 0 {
        note(tx, account, "signed_out", sign_in.uuid())?;
    }
    Ok(())
}

/// Ends a sign-in whose owner pressed sign out.
pub async fn sign_out(store: &Store, account: AccountId, sign_in: SignInId) -> Result<()> {
    store.job_write("sign_in", move |tx| end(tx, account, sign_in, "signed_out")).await
}

/// Ends every other sign-in of an account, after a password or a role changed.
pub fn end_others(tx: &Tx, account: AccountId, except: Option<SignInId>) -> Result<()> {
    let except = except.map_or(Uuid::nil(), SignInId::uuid);
    tx.run(&END_ALL, &[account.into(), except.into()])?;
    Ok(())
}

/// One line of the list a person sees of their own sign-ins.
#[derive(Clone, Debug)]
pub struct Device {
    /// The sign-in.
    pub id: SignInId,
    /// What the browser said it was.
    pub name: String,
    /// When it began, microseconds UTC.
    pub made_at: i64,
    /// When it was last used, to five minutes.
    pub seen_at: i64,
}

/// The sign-ins of an account that still hold, newest use first.
pub fn devices(tx: &Tx, account: AccountId) -> Result<Vec<Device>> {
    tx.rows(&OF_ACCOUNT, &[account.into(), tx.now_micros().into()], |row| {
        let id = row.id(0)?;
        Ok(Device {
            id: SignInId::from_uuid(id),
            name: tx.open(account.uuid(), "sign_in", "device_name", id, row.bytes(1)?)?,
            made_at: row.int(2)?,
            seen_at: row.int(3)?,
        })
    })
}

/// What is checked against when somebody gives a password or a code.
#[derive(Clone, Debug)]
pub struct Credentials {
    /// The account.
    pub account: AccountId,
    /// The Argon2id text, if a password was set.
    pub password: Option<String>,
    /// The secret of the one-time codes, if they are switched on.
    pub code_secret: Option<String>,
    /// The newest code step used, so that a code works once.
    pub code_last_step: i64,
    /// Whether it is a family member's account.
    pub is_family: bool,
}

/// The credentials behind an e-mail address. The same statements run for an address nobody has.
pub async fn credentials(store: &Store, email: &str) -> Result<Option<Credentials>> {
    let email = email.trim().to_lowercase();
    store
        .job("sign_in", move |tx| {
            let token = email_token(tx, &email)?;
            read_credentials(tx, &CREDENTIALS, (&token).into())
        })
        .await
}

/// The credentials of an account already known, for proving again.
pub fn credentials_of(tx: &Tx, account: AccountId) -> Result<Option<Credentials>> {
    read_credentials(tx, &CREDENTIALS_BY_ID, account.into())
}

fn read_credentials(
    tx: &Tx,
    statement: &'static crate::kernel::Statement,
    value: crate::kernel::Value,
) -> Result<Option<Credentials>> {
    tx.row(statement, &[value], |row| {
        let id = row.id(0)?;
        let secret = row.bytes_opt(3)?.map(|sealed| tx.open(id, "account", "code_secret", id, sealed)).transpose()?;
        Ok(Credentials {
            account: AccountId::from_uuid(id),
            password: row.text_opt(1)?.map(ToOwned::to_owned),
            code_secret: secret.filter(|_| row.int(2).is_ok_and(|confirmed| confirmed == 1)),
            code_last_step: row.int(4)?,
            is_family: row.id_opt(5)?.is_some(),
        })
    })
}

/// The token an e-mail address is found by, whatever its case.
pub(crate) fn email_token(tx: &Tx, email: &str) -> Result<[u8; 16]> {
    Ok(tx.site_keys(HOUSE)?.search.token(TokenKind::Identifier, &email.trim().to_lowercase()))
}

/// Counts one try by account and by address; `false` when either has had too many.
///
/// The account is named by what was typed, so an unknown one is throttled just the same.
pub async fn may_try(store: &Store, email: &str, address: &str) -> Result<bool> {
    let account = seal::secret_hash(email.trim().to_lowercase().as_bytes());
    let address = seal::secret_hash(address.as_bytes());
    store
        .job_write("sign_in", move |tx| {
            let now = tx.now_micros();
            let since = now - TRIES_WINDOW_SECONDS * SECOND;
            let count = |kind: &'static str, who: &[u8; 32]| {
                tx.row(&TRIES, &[kind.into(), who.into(), since.into()], |row| row.int(0))
            };
            let by_account = count("account", &account)?.unwrap_or_default();
            let by_address = count("address", &address)?.unwrap_or_default();
            if by_account >= TRIES_PER_ACCOUNT || by_address >= TRIES_PER_ADDRESS {
                return Ok(false);
            }
            tx.run(&TRY, &["account".into(), (&account).into(), now.into()])?;
            tx.run(&TRY, &["address".into(), (&address).into(), now.into()])?;
            Ok::<_, Error>(true)
        })
        .await
}

/// Forgets tries that no longer count.
pub(crate) fn forget_old_tries(tx: &Tx) -> Result<u64> {
    tx.run(&FORGET_TRIES, &[(tx.now_micros() - TRIES_WINDOW_SECONDS * SECOND).into()])
}

/// Marks a one-time code's step as used; `false` when this step, or a later one, was used before.
pub async fn use_code_step(store: &Store, account: AccountId, step: i64) -> Result<bool> {
    store
        .job_write("sign_in", move |tx| {
            Ok::<_, Error>(tx.run(&STEP_USED, &[step.into(), account.into(), step.into()])? == 1)
        })
        .await
}

/// Uses up a recovery code; `false` when it is not one of the account's, or was used.
pub async fn use_recovery_code(store: &Store, account: AccountId, code: &str) -> Result<bool> {
    let hash = seal::secret_hash(plain_code(code).as_bytes());
    store
        .job_write("sign_in", move |tx| {
            let used = tx.run(&USE_RECOVERY, &[tx.now_micros().into(), account.into(), (&hash).into()])?;
            if used == 1 {
                note(tx, account, "recovery_code_used", account.uuid())?;
            }
            Ok::<_, Error>(used == 1)
        })
        .await
}

/// A recovery code as it is hashed: letters and digits only, one case.
pub(crate) fn plain_code(code: &str) -> String {
    code.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

/// An entry in the account's own book.
pub(crate) fn note(tx: &Tx, account: AccountId, action: &'static str, about: Uuid) -> Result<()> {
    tx.append(&Entry {
        book: BookId::from_uuid(account.uuid()),
        kind: BookKind::Actor,
        action,
        object_kind: "account",
        object_id: Some(about),
        parts: Vec::new(),
    })?;
    Ok(())
}
