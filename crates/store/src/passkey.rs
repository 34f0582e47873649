//! Passkeys: what is needed to check one, sealed for its owner, with the name they gave the device.

use crate::error::{Error, Result};
use crate::kernel::{Row, Tx, statements};
use crate::store::Store;
use domain::id::AccountId;
use uuid::Uuid;

statements! {
    ADD = "insert into passkey (id, account_id, credential, passkey, device_name, made_at, used_at)
        values ($1, $2, $3, $4, $5, $6, null)";
    OF_ACCOUNT = "select id, account_id, passkey, device_name, made_at, used_at from passkey
        where account_id = $1 order by made_at, id";
    BY_CREDENTIAL = "select id, account_id, passkey, device_name, made_at, used_at from passkey where credential = $1";
    USED = "update passkey set passkey = $1, used_at = $2 where id = $3 and account_id = $4";
    REMOVE = "delete from passkey where id = $1 and account_id = $2";
    OTHER_WAYS = "select (select count(*) from passkey p where p.account_id = a.id and p.id <> $1), a.password
        from account a where a.id = $2";
}

/// The most passkeys an account has.
///
/// Assumption: a person has a few devices; more would only make lists nobody reads.
pub const PASSKEYS_MAX: usize = 20;

/// The constraint that keeps the last way to sign in, as [`Error::Constraint`] names it.
pub const LAST_WAY_IN: &str = "passkey_last_way_in";
/// The constraint that bounds the number of passkeys, as [`Error::Constraint`] names it.
pub const TOO_MANY: &str = "passkey_at_most_twenty";

/// A passkey on its way in.
#[derive(Clone, Debug)]
pub struct NewPasskey {
    /// What the device calls it.
    pub credential: Vec<u8>,
    /// What is needed to check it.
    pub body: String,
    /// What its owner calls the device.
    pub device_name: String,
}

/// A passkey as it is kept.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Its id.
    pub id: Uuid,
    /// Whose it is.
    pub account: AccountId,
    /// What is needed to check it.
    pub body: String,
    /// What its owner calls the device.
    pub device_name: String,
    /// When it was added, microseconds UTC.
    pub made_at: i64,
    /// When it was last used.
    pub used_at: Option<i64>,
}

/// Adds a passkey to an account.
///
/// # Errors
/// [`Error::Constraint`] `passkey_credential_once` when it belongs to an account already, [`TOO_MANY`] at the most.
pub fn add(tx: &Tx, account: AccountId, new: &NewPasskey) -> Result<()> {
    if of_account(tx, account)?.len() >= PASSKEYS_MAX {
        return Err(Error::Constraint(TOO_MANY.into()));
    }
    let id = crate::id::fresh(tx.now());
    let body = tx.seal(account.uuid(), "passkey", "passkey", id, &new.body)?;
    let name: String = new.device_name.chars().take(200).collect();
    let name = tx.seal(account.uuid(), "passkey", "device_name", id, &name)?;
    tx.run(
        &ADD,
        &[
            id.into(),
            account.into(),
            (&new.credential).into(),
            (&body).into(),
            (&name).into(),
            tx.now_micros().into(),
        ],
    )?;
    crate::sign_in::note(tx, account, "passkey_added", id)
}

/// The passkeys of an account, oldest first.
pub fn of_account(tx: &Tx, account: AccountId) -> Result<Vec<Kept>> {
    tx.rows(&OF_ACCOUNT, &[account.into()], |row| read(tx, row))
}

/// As [`of_account`], before anybody is known.
pub async fn of_account_for(store: &Store, account: AccountId) -> Result<Vec<Kept>> {
    store.job("sign_in", move |tx| of_account(tx, account)).await
}

/// The passkey with this credential, whosever it is.
pub async fn by_credential(store: &Store, credential: &[u8]) -> Result<Option<Kept>> {
    let credential = credential.to_vec();
    store
        .job("sign_in", move |tx| {
            tx.row(&BY_CREDENTIAL, &[(&credential).into()], |row| read(tx, row))
        })
        .await
}

fn read(tx: &Tx, row: &Row) -> Result<Kept> {
    let (id, account) = (row.id(0)?, row.id(1)?);
    Ok(Kept {
        id,
        account: AccountId::from_uuid(account),
        body: tx.open(account, "passkey", "passkey", id, row.bytes(2)?)?,
        device_name: tx.open(account, "passkey", "device_name", id, row.bytes(3)?)?,
        made_at: row.int(4)?,
        used_at: row.int_opt(5)?,
    })
}

/// Keeps a passkey as it is after a use: its counter has moved.
pub(crate) fn used(tx: &Tx, account: AccountId, id: Uuid, body: &str) -> Result<()> {
    let sealed = tx.seal(account.uuid(), "passkey", "passkey", id, body)?;
    if tx.run(
        &USED,
        &[(&sealed).into(), tx.now_micros().into(), id.into(), account.into()],
    )? == 0
    {
        return Err(Error::NotFound);
    }
    Ok(())
}

/// Removes a passkey of an account.
///
/// # Errors
/// [`Error::NotFound`] when it is not one of the account's; [`Error::Constraint`] [`LAST_WAY_IN`] when nothing else
/// would be left to sign in with.
pub fn remove(tx: &Tx, account: AccountId, id: Uuid) -> Result<()> {
    let others = tx.row(&OTHER_WAYS, &[id.into(), account.into()], |row| {
        Ok(row.int(0)? > 0 || row.text_opt(1)?.is_some())
    })?;
    if others == Some(false) {
        return Err(Error::Constraint(LAST_WAY_IN.into()));
    }
    if tx.run(&REMOVE, &[id.into(), account.into()])? == 0 {
        return Err(Error::NotFound);
    }
    crate::sign_in::note(tx, account, "passkey_removed", id)
}
