//! Ways of signing in: a password, one-time codes and the recovery codes kept
//! for a lost telephone. Passkeys are in a file of their own.

use super::{changed, one};
use crate::error::Result;
use crate::kernel::{Tx, statements};
use domain::id::AccountId;

statements! {
    SET_PASSWORD = "update account set password = $1, row_version = row_version + 1 where id = $2";
    SET_CODE_SECRET = "update account set code_secret = $1, code_confirmed = 0, row_version = row_version + 1
        where id = $2";
    CODE_SECRET = "select code_secret from account where id = $1";
    CONFIRM_CODE = "update account set code_confirmed = 1, code_last_step = $1, row_version = row_version + 1
        where id = $2 and code_secret is not null";
    DROP_CODE = "update account set code_secret = null, code_confirmed = 0, row_version = row_version + 1 where id = $1";
    FORGET = "update account set password = null, code_secret = null, code_confirmed = 0, row_version = row_version + 1
        where id = $1";
    FORGET_PASSKEYS = "delete from passkey where account_id = $1";
    DROP_RECOVERY = "delete from recovery_code where account_id = $1";
    KEEP_RECOVERY = "insert into recovery_code (account_id, code_hash, used_at) values ($1, $2, null)
        on conflict (account_id, code_hash) do nothing";
}

/// Sets the password, as the Argon2id text that was made of it. The plain one never comes this far.
pub fn set_password_hash(tx: &Tx, id: AccountId, hash: &str) -> Result<()> {
    one(tx.run(&SET_PASSWORD, &[hash.into(), id.into()])?)?;
    changed(tx, id, "account_changed", "password")
}

/// Keeps the secret of the one-time codes, sealed. They are asked for only once [`confirm_code`] was called.
pub fn set_code_secret(tx: &Tx, id: AccountId, secret: &str) -> Result<()> {
    let sealed = tx.seal(id.uuid(), "account", "code_secret", id.uuid(), secret)?;
    one(tx.run(&SET_CODE_SECRET, &[(&sealed).into(), id.into()])?)?;
    changed(tx, id, "account_changed", "code_secret")
}

/// The secret of the one-time codes, confirmed or not yet: for the page on which a person adds them.
pub fn code_secret(tx: &Tx, id: AccountId) -> Result<Option<String>> {
    let sealed = tx
        .row(&CODE_SECRET, &[id.into()], |row| {
            Ok(row.bytes_opt(0)?.map(<[u8]>::to_vec))
        })?
        .flatten();
    tx.open_opt(id.uuid(), "account", "code_secret", id.uuid(), sealed.as_deref())
}

/// Switches one-time codes on, after a first code was right. `step` is that code's, so that it is not used again.
///
/// # Errors
/// [`crate::Error::NotFound`] when no secret was kept before.
pub fn confirm_code(tx: &Tx, id: AccountId, step: i64) -> Result<()> {
    one(tx.run(&CONFIRM_CODE, &[step.into(), id.into()])?)?;
    changed(tx, id, "account_changed", "code_confirmed")
}

/// Switches one-time codes off and forgets their secret and the recovery codes.
pub fn drop_code(tx: &Tx, id: AccountId) -> Result<()> {
    one(tx.run(&DROP_CODE, &[id.into()])?)?;
    tx.run(&DROP_RECOVERY, &[id.into()])?;
    changed(tx, id, "account_changed", "code_dropped")
}

/// Replaces every recovery code with these. Only their hashes are kept; spaces, hyphens and case do not matter.
pub fn replace_recovery_codes(tx: &Tx, id: AccountId, codes: &[String]) -> Result<()> {
    tx.run(&DROP_RECOVERY, &[id.into()])?;
    for code in codes {
        let hash = seal::secret_hash(crate::sign_in::plain_code(code).as_bytes());
        tx.run(&KEEP_RECOVERY, &[id.into(), (&hash).into()])?;
    }
    changed(tx, id, "account_changed", "recovery_codes")
}

/// Forgets every way somebody signs in and ends their sign-ins and tokens, when they have lost what they sign in with.
pub fn forget(tx: &Tx, id: AccountId) -> Result<()> {
    one(tx.run(&FORGET, &[id.into()])?)?;
    tx.run(&FORGET_PASSKEYS, &[id.into()])?;
    tx.run(&DROP_RECOVERY, &[id.into()])?;
    crate::sign_in::end_others(tx, id, None)?;
    crate::token::end_all_of_account(tx, id)?;
    changed(tx, id, "account_changed", "ways_in_forgotten")
}
