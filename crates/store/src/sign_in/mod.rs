//! Sign-ins as rows: each can be seen and ended by its owner, and ends on its own.
//!
//! What runs here before anybody is known takes no permit; what it does is in
//! the account's own book.
//!
//! ```text
//! password ─▶ half way (a sealed row, no rights) ─code, recovery code▶ sign-in ─▶ ended
//! password alone, passkey, one-time link, demonstration ─────────────▶ sign-in ─▶ ended
//! ```

pub mod attempt;
pub mod ceremony;
pub mod enter;
pub mod link;
pub mod people;

pub(crate) use attempt::forget_old_tries;

use crate::error::{Error, Result};
use crate::journal::{BookKind, Entry};
use crate::kernel::{By, Tx, statements};
use crate::key::HOUSE;
use crate::permit::Asker;
use crate::store::Store;
use domain::id::{AccountId, BookId, SignInId};
use seal::TokenKind;
use uuid::Uuid;

pub(crate) const SECOND: i64 = 1_000_000;

/// For how long a sign-in of staff holds.
///
/// Source: details.md 10 (assumed).
pub const STAFF_SECONDS: i64 = 12 * 60 * 60;
/// For how long a family member's sign-in holds.
///
/// Source: details.md 10 (assumed).
pub const FAMILY_SECONDS: i64 = 30 * 24 * 60 * 60;
/// How often `seen_at` is written, so that a page does not cost a write.
const SEEN_EVERY_SECONDS: i64 = 5 * 60;

statements! {
    BY_SECRET = "select s.id, s.account_id, s.proof, s.proved_at, s.seen_at, s.ends_at, s.end_reason,
            a.name, a.language, a.person_id, u.subject_key, a.code_confirmed,
            (select count(*) from passkey p where p.account_id = a.id)
        from sign_in s join account a on a.id = s.account_id join subject u on u.id = a.id
        where s.secret_hash = $1";
    SEEN = "update sign_in set seen_at = $1 where id = $2";
    MAKE = "insert into sign_in
        (id, account_id, secret_hash, device_name, way, proof, proved_at, made_at, seen_at, ends_at, end_reason)
        values ($1, $2, $3, $4, $5, $6, $7, $7, $7, $8, null)";
    PROVE = "update sign_in set proof = 'two', proved_at = $1, secret_hash = $2
        where id = $3 and account_id = $4 and end_reason is null and ends_at > $1";
    ENDS = "select ends_at from sign_in where id = $1";
    WHOSE = "select a.language, a.person_id, a.code_confirmed,
            (select count(*) from passkey p where p.account_id = a.id)
        from account a where a.id = $1";
    END = "update sign_in set end_reason = $1 where id = $2 and account_id = $3 and end_reason is null";
    END_ALL = "update sign_in set end_reason = 'revoked' where account_id = $1 and id <> $2 and end_reason is null";
    OF_ACCOUNT = "select id, device_name, made_at, seen_at, ends_at, way from sign_in
        where account_id = $1 and end_reason is null and ends_at > $2 order by seen_at desc, id limit 200";
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
            store
                .job_write("sign_in", move |tx| tx.run(&SEEN, &[tx.now_micros().into(), id.into()]))
                .await?;
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
        let (id, proof) = (row.id(0)?, row.text(2)?.to_owned());
        let two_factors = proof == "two";
        let enrolled = row.int(11)? == 1 || row.int(12)? > 0;
        let asker = Asker::signed_in(tx, account, id, (proof, row.int(3)?), enrolled)?;
        let who = SignedIn {
            id: SignInId::from_uuid(id),
            account,
            name: crate::key::open_with(&key, "account", "name", account.uuid(), row.bytes(7)?)?,
            language: row.text(8)?.to_owned(),
            roles: asker.roles().iter().map(|role| role.key().to_owned()).collect(),
            two_factors,
            is_family: row.id_opt(9)?.is_some(),
        };
        Ok((Found::SignedIn(who), Some(row.int(4)?)))
    })?;
    Ok(found.unwrap_or((Found::Unknown, None)))
}

/// How somebody got in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// With a passkey.
    Passkey,
    /// With a password alone.
    Password,
    /// With a password and a one-time code.
    Code,
    /// With a password and a recovery code.
    Recovery,
    /// With one press, in the demonstration.
    Demo,
    /// With the one-time link that opens an account.
    Link,
}

impl Way {
    /// Every way there is.
    pub const ALL: [Self; 6] = [
        Self::Passkey,
        Self::Password,
        Self::Code,
        Self::Recovery,
        Self::Demo,
        Self::Link,
    ];

    /// The word stored for it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Passkey => "passkey",
            Self::Password => "password",
            Self::Code => "code",
            Self::Recovery => "recovery",
            Self::Demo => "demo",
            Self::Link => "link",
        }
    }

    /// Whether both factors were given: a passkey asks for a finger, a face or a PIN itself.
    pub const fn proves_two(self) -> bool {
        !matches!(self, Self::Password | Self::Link)
    }
}

/// A sign-in that has just begun, or was proved again, as the answer to the browser needs it.
#[derive(Clone, Debug)]
pub struct Entered {
    /// The sign-in.
    pub id: SignInId,
    /// The account.
    pub account: AccountId,
    /// The secret for its cookie; only its hash is kept.
    pub secret: [u8; 32],
    /// For how many seconds it holds.
    pub seconds: i64,
    /// The language the person chose: `en` or `cy`.
    pub language: String,
    /// Whether it is staff who have no second factor yet, and gave one only.
    pub needs_second: bool,
}

/// Starts a sign-in in a unit of work that checked who it is.
pub(crate) fn begin(tx: &Tx, account: AccountId, way: Way, device: &str) -> Result<Entered> {
    let secret: [u8; 32] = seal::random();
    let id = crate::id::fresh(tx.now());
    let whose = whose(tx, account)?;
    let seconds = if whose.is_family { FAMILY_SECONDS } else { STAFF_SECONDS };
    let now = tx.now_micros();
    let device: String = device.chars().take(200).collect();
    let device = tx.seal(account.uuid(), "sign_in", "device_name", id, &device)?;
    let hash = seal::secret_hash(&secret);
    tx.run(
        &MAKE,
        &[
            id.into(),
            account.into(),
            (&hash).into(),
            (&device).into(),
            way.key().into(),
            if way.proves_two() { "two" } else { "one" }.into(),
            now.into(),
            (now + seconds * SECOND).into(),
        ],
    )?;
    note(tx, account, "signed_in", id)?;
    let needs_second = !way.proves_two() && !whose.is_family && !whose.has_second;
    Ok(Entered {
        id: SignInId::from_uuid(id),
        account,
        secret,
        seconds,
        language: whose.language,
        needs_second,
    })
}

struct Whose {
    language: String,
    is_family: bool,
    has_second: bool,
}

fn whose(tx: &Tx, account: AccountId) -> Result<Whose> {
    let found = tx.row(&WHOSE, &[account.into()], |row| {
        Ok(Whose {
            language: row.text(0)?.to_owned(),
            is_family: row.id_opt(1)?.is_some(),
            has_second: row.int(2)? == 1 || row.int(3)? > 0,
        })
    })?;
    found.ok_or(Error::NotFound)
}

/// Starts a sign-in for an account that was proved by other means: in the demonstration, or in a test.
pub async fn start(store: &Store, account: AccountId, way: Way, device: &str) -> Result<Entered> {
    let device = device.to_owned();
    store
        .job_write("sign_in", move |tx| begin(tx, account, way, &device))
        .await
}

/// Marks both factors as given just now, under a new secret.
///
/// # Errors
/// [`Error::NotFound`] when the sign-in has ended or is another's.
pub fn prove(tx: &Tx, account: AccountId, sign_in: SignInId) -> Result<Entered> {
    let secret: [u8; 32] = seal::random();
    let hash = seal::secret_hash(&secret);
    let now = tx.now_micros();
    if tx.run(&PROVE, &[now.into(), (&hash).into(), sign_in.into(), account.into()])? == 0 {
        return Err(Error::NotFound);
    }
    let ends_at = tx
        .row(&ENDS, &[sign_in.into()], |row| row.int(0))?
        .ok_or(Error::NotFound)?;
    note(tx, account, "proved_again", sign_in.uuid())?;
    let language = whose(tx, account)?.language;
    Ok(Entered {
        id: sign_in,
        account,
        secret,
        seconds: (ends_at - now) / SECOND,
        language,
        needs_second: false,
    })
}

/// As [`prove`], where the proof was checked before the unit of work.
pub async fn prove_again(store: &Store, account: AccountId, sign_in: SignInId) -> Result<Entered> {
    store.job_write("sign_in", move |tx| prove(tx, account, sign_in)).await
}

/// Ends one sign-in of an account; ending one that ended already, or is another's, does nothing.
pub fn end(tx: &Tx, account: AccountId, sign_in: SignInId, reason: &'static str) -> Result<()> {
    if tx.run(&END, &[reason.into(), sign_in.into(), account.into()])? > 0 {
        note(tx, account, "signed_out", sign_in.uuid())?;
    }
    Ok(())
}

/// Ends a sign-in in whose browser another one has begun.
pub async fn replace(store: &Store, account: AccountId, sign_in: SignInId) -> Result<()> {
    store
        .job_write("sign_in", move |tx| end(tx, account, sign_in, "replaced"))
        .await
}

/// Ends every other sign-in of an account, after a password or a role changed.
pub fn end_others(tx: &Tx, account: AccountId, except: Option<SignInId>) -> Result<()> {
    let except = except.map_or(Uuid::nil(), SignInId::uuid);
    tx.run(&END_ALL, &[account.into(), except.into()])?;
    Ok(())
}

/// Ends every other sign-in because its owner asked for it.
pub fn end_elsewhere(tx: &Tx, account: AccountId, except: SignInId) -> Result<()> {
    end_others(tx, account, Some(except))?;
    note(tx, account, "signed_out_elsewhere", except.uuid())
}

/// One line of the list a person sees of their own sign-ins.
#[derive(Clone, Debug)]
pub struct Device {
    /// The sign-in.
    pub id: SignInId,
    /// What the browser said it was.
    pub name: String,
    /// How its owner got in: a key of [`Way`].
    pub way: String,
    /// When it began, microseconds UTC.
    pub made_at: i64,
    /// When it was last used, to five minutes.
    pub seen_at: i64,
    /// When it ends by itself.
    pub ends_at: i64,
}

/// The sign-ins of an account that still hold, newest use first; at most 200.
pub fn devices(tx: &Tx, account: AccountId) -> Result<Vec<Device>> {
    tx.rows(&OF_ACCOUNT, &[account.into(), tx.now_micros().into()], |row| {
        let id = row.id(0)?;
        Ok(Device {
            id: SignInId::from_uuid(id),
            name: tx.open(account.uuid(), "sign_in", "device_name", id, row.bytes(1)?)?,
            made_at: row.int(2)?,
            seen_at: row.int(3)?,
            ends_at: row.int(4)?,
            way: row.text(5)?.to_owned(),
        })
    })
}

/// The token an e-mail address is found by, whatever its case.
pub(crate) fn email_token(tx: &Tx, email: &str) -> Result<[u8; 16]> {
    Ok(tx
        .site_keys(HOUSE)?
        .search
        .token(TokenKind::Identifier, &email.trim().to_lowercase()))
}

/// A recovery code as it is hashed: letters and digits only, one case.
pub(crate) fn plain_code(code: &str) -> String {
    code.chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_uppercase())
        .collect()
}

/// An entry in the account's own book. Whoever signs in or out does it themselves, though no permit is asked for that.
pub(crate) fn note(tx: &Tx, account: AccountId, action: &'static str, about: Uuid) -> Result<()> {
    let entry = Entry {
        book: BookId::from_uuid(account.uuid()),
        kind: BookKind::Actor,
        action,
        object_kind: "account",
        object_id: Some(about),
        parts: Vec::new(),
    };
    if tx.by.object.is_none() {
        tx.acting(&By::oneself(account, action), |tx| tx.append(&entry))?;
    } else {
        tx.append(&entry)?;
    }
    Ok(())
}
