//! Invitations: a link that opens one account, once, so that its owner can
//! choose how to sign in. Only a hash of its secret is kept.

use super::changed;
use crate::error::{Error, Result};
use crate::kernel::{Tx, statements};
use crate::store::Store;
use domain::id::AccountId;

/// For how long a link opens its account.
///
/// Source: details.md 10, task link 7 days (assumed).
pub const DAYS: i64 = 7;

const DAY_MICROS: i64 = 24 * 60 * 60 * 1_000_000;

statements! {
    DROP_UNUSED = "delete from invitation where account_id = $1 and used_at is null";
    MAKE = "insert into invitation (secret_hash, account_id, made_at, ends_at, used_at)
        values ($1, $2, $3, $4, null)";
    FIND = "select account_id from invitation where secret_hash = $1 and used_at is null and ends_at > $2";
    USE_UP = "update invitation set used_at = $1 where secret_hash = $2 and used_at is null and ends_at > $1";
    WAITING = "select count(*) from invitation where account_id = $1 and used_at is null and ends_at > $2";
    FORGET = "delete from invitation where ends_at < $1";
}

/// Makes a link's secret for an account and the instant it stops working, in microseconds UTC. An earlier link stops
/// working now.
pub fn make(tx: &Tx, account: AccountId) -> Result<([u8; 32], i64)> {
    let secret: [u8; 32] = seal::random();
    let hash = seal::secret_hash(&secret);
    let ends_at = tx.now_micros() + DAYS * DAY_MICROS;
    tx.run(&DROP_UNUSED, &[account.into()])?;
    tx.run(
        &MAKE,
        &[(&hash).into(), account.into(), tx.now_micros().into(), ends_at.into()],
    )?;
    changed(tx, account, "account_invited", "invited")?;
    Ok((secret, ends_at))
}

/// The account a link's secret opens, while it does.
pub async fn find(store: &Store, secret: &[u8]) -> Result<Option<AccountId>> {
    let hash = seal::secret_hash(secret);
    store
        .job("sign_in", move |tx| {
            tx.row(&FIND, &[(&hash).into(), tx.now_micros().into()], |row| {
                Ok(AccountId::from_uuid(row.id(0)?))
            })
        })
        .await
}

/// Uses a link up, in the unit of work that stores how its account signs in from now on.
///
/// # Errors
/// [`Error::NotFound`] when it was used before, has run out, or never was.
pub fn use_up(tx: &Tx, secret: &[u8]) -> Result<AccountId> {
    let hash = seal::secret_hash(secret);
    let account = tx.row(&FIND, &[(&hash).into(), tx.now_micros().into()], |row| {
        Ok(AccountId::from_uuid(row.id(0)?))
    })?;
    let account = account.ok_or(Error::NotFound)?;
    if tx.run(&USE_UP, &[tx.now_micros().into(), (&hash).into()])? == 0 {
        return Err(Error::NotFound);
    }
    changed(tx, account, "invitation_used", "invitation_used")?;
    Ok(account)
}

/// Uses a link up and sets the account's first password, for somebody who is not signed in yet.
///
/// # Errors
/// As [`use_up`].
pub async fn set_first_password(store: &Store, secret: &[u8], hash: &str) -> Result<AccountId> {
    let (secret, hash) = (secret.to_vec(), hash.to_owned());
    store
        .job_write("sign_in", move |tx| {
            let account = use_up(tx, &secret)?;
            super::way_in::set_password_hash(tx, account, &hash)?;
            Ok(account)
        })
        .await
}

/// Whether an account has a link that still works.
pub fn is_waiting(tx: &Tx, account: AccountId) -> Result<bool> {
    let count = tx.row(&WAITING, &[account.into(), tx.now_micros().into()], |row| row.int(0))?;
    Ok(count.unwrap_or_default() > 0)
}

/// Forgets links that stopped working.
pub(crate) fn forget_old(tx: &Tx) -> Result<u64> {
    tx.run(&FORGET, &[(tx.now_micros() - DAYS * DAY_MICROS).into()])
}
