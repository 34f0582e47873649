//! Getting in with a password, a one-time code, a recovery code or a passkey:
//! what is checked against, and the one unit of work that uses a proof up and
//! starts the sign-in it was for.

use super::ceremony::{self, Kind};
use super::{Entered, Way, begin, email_token, note, plain_code, prove};
use crate::error::Result;
use crate::kernel::{Row, Tx, statements};
use crate::store::Store;
use domain::id::{AccountId, SignInId};

statements! {
    BY_EMAIL = "select a.id, a.password, a.code_confirmed,
            (select count(*) from passkey p where p.account_id = a.id)
        from account a where a.email_token = $1";
    BY_ID = "select a.id, a.password, a.code_confirmed,
            (select count(*) from passkey p where p.account_id = a.id)
        from account a where a.id = $1";
    CODES = "select code_secret from account where id = $1 and code_confirmed = 1";
    USE_STEP = "update account set code_last_step = $1 where id = $2 and code_last_step < $1";
    USE_RECOVERY = "update recovery_code set used_at = $1 where account_id = $2 and code_hash = $3 and used_at is null";
}

/// What is checked against when somebody gives a password.
#[derive(Clone, Debug)]
pub struct Credentials {
    /// The account.
    pub account: AccountId,
    /// The Argon2id text, if a password was set.
    pub password: Option<String>,
    /// Whether one-time codes are switched on.
    pub has_code: bool,
    /// How many passkeys it has.
    pub passkeys: i64,
}

/// The credentials behind an e-mail address. The same statements run for an address nobody has.
pub async fn credentials(store: &Store, email: &str) -> Result<Option<Credentials>> {
    let email = email.to_owned();
    store
        .job("sign_in", move |tx| {
            let token = email_token(tx, &email)?;
            tx.row(&BY_EMAIL, &[(&token).into()], read)
        })
        .await
}

/// The credentials of an account already known.
pub async fn credentials_of(store: &Store, account: AccountId) -> Result<Option<Credentials>> {
    store
        .job("sign_in", move |tx| tx.row(&BY_ID, &[account.into()], read))
        .await
}

fn read(row: &Row) -> Result<Credentials> {
    Ok(Credentials {
        account: AccountId::from_uuid(row.id(0)?),
        password: row.text_opt(1)?.map(ToOwned::to_owned),
        has_code: row.int(2)? == 1,
        passkeys: row.int(3)?,
    })
}

/// The secret of an account's one-time codes, while they are switched on.
pub async fn code_secret(store: &Store, account: AccountId) -> Result<Option<String>> {
    store
        .job("sign_in", move |tx| {
            let id = account.uuid();
            let sealed = tx
                .row(&CODES, &[account.into()], |row| {
                    Ok(row.bytes_opt(0)?.map(<[u8]>::to_vec))
                })?
                .flatten();
            tx.open_opt(id, "account", "code_secret", id, sealed.as_deref())
        })
        .await
}

/// Remembers that the password was right. It gives no rights: only a code goes on from there.
pub async fn half_way(store: &Store, key: &str, account: AccountId) -> Result<()> {
    ceremony::keep_for(store, Kind::HalfWay, key, Some(account), String::new()).await
}

/// Whose sign-in is half way, under the key of this browser.
pub async fn who_is_half_way(store: &Store, key: &str) -> Result<Option<AccountId>> {
    Ok(ceremony::find_for(store, Kind::HalfWay, key)
        .await?
        .and_then(|kept| kept.account))
}

/// What became of a proof.
#[derive(Clone, Debug)]
pub enum Came {
    /// It was right; this is the sign-in.
    In(Box<Entered>),
    /// It was used before, or is not one of the account's.
    Used,
    /// What it was for is over.
    TooLate,
}

fn came_in(entered: Entered) -> Came {
    Came::In(Box::new(entered))
}

/// Marks a code's step as used; `false` when this one, or a later one, was used before.
fn use_step(tx: &Tx, account: AccountId, step: i64) -> Result<bool> {
    Ok(tx.run(&USE_STEP, &[step.into(), account.into()])? == 1)
}

/// Goes on from half way with the code of a step, which is thereby used up.
pub async fn by_code(store: &Store, key: &str, account: AccountId, step: i64, device: &str) -> Result<Came> {
    let (key, device) = (key.to_owned(), device.to_owned());
    store
        .job_write("sign_in", move |tx| {
            if !use_step(tx, account, step)? {
                return Ok(Came::Used);
            }
            if !ceremony::end(tx, Kind::HalfWay, &key)? {
                return Ok(Came::TooLate);
            }
            begin(tx, account, Way::Code, &device).map(came_in)
        })
        .await
}

/// Goes on from half way with a recovery code, which is thereby used up.
pub async fn by_recovery(store: &Store, key: &str, account: AccountId, code: &str, device: &str) -> Result<Came> {
    let hash = seal::secret_hash(plain_code(code).as_bytes());
    let (key, device) = (key.to_owned(), device.to_owned());
    store
        .job_write("sign_in", move |tx| {
            if ceremony::find(tx, Kind::HalfWay, &key)?.is_none() {
                return Ok(Came::TooLate);
            }
            if tx.run(&USE_RECOVERY, &[tx.now_micros().into(), account.into(), (&hash).into()])? == 0 {
                return Ok(Came::Used);
            }
            ceremony::end(tx, Kind::HalfWay, &key)?;
            note(tx, account, "recovery_code_used", account.uuid())?;
            begin(tx, account, Way::Recovery, &device).map(came_in)
        })
        .await
}

/// Proves again with the code of a step, which is thereby used up.
pub async fn again_by_code(store: &Store, account: AccountId, sign_in: SignInId, step: i64) -> Result<Came> {
    store
        .job_write("sign_in", move |tx| {
            if !use_step(tx, account, step)? {
                return Ok(Came::Used);
            }
            prove(tx, account, sign_in).map(came_in)
        })
        .await
}

/// A passkey that answered a question rightly.
#[derive(Clone, Debug)]
pub struct Answered {
    /// The key its question was kept under.
    pub key: String,
    /// The passkey.
    pub passkey: uuid::Uuid,
    /// Whose it is.
    pub account: AccountId,
    /// The passkey as it is after this use, with its counter.
    pub body: String,
}

/// Starts the sign-in a passkey answered for.
pub async fn by_passkey(store: &Store, answered: Answered, device: &str) -> Result<Came> {
    let device = device.to_owned();
    store
        .job_write("sign_in", move |tx| {
            if !ceremony::end(tx, Kind::SignIn, &answered.key)? {
                return Ok(Came::TooLate);
            }
            crate::passkey::used(tx, answered.account, answered.passkey, &answered.body)?;
            begin(tx, answered.account, Way::Passkey, &device).map(came_in)
        })
        .await
}

/// Proves again with a passkey.
pub async fn again_by_passkey(store: &Store, answered: Answered, sign_in: SignInId) -> Result<Came> {
    store
        .job_write("sign_in", move |tx| {
            if !ceremony::end(tx, Kind::Again, &answered.key)? {
                return Ok(Came::TooLate);
            }
            crate::passkey::used(tx, answered.account, answered.passkey, &answered.body)?;
            prove(tx, answered.account, sign_in).map(came_in)
        })
        .await
}
