//! Counting tries, so that nobody can try all passwords: by what was tried, and by where from.

use super::SECOND;
use crate::error::{Error, Result};
use crate::kernel::{Tx, statements};
use crate::store::Store;

/// The window in which tries are counted.
///
/// Source: details.md 10 (assumed).
pub const WINDOW_SECONDS: i64 = 15 * 60;
/// Tries an account has in the window.
///
/// Source: details.md 10 (assumed).
pub const TRIES_PER_ACCOUNT: i64 = 10;
/// Tries an address has in the window.
///
/// Source: details.md 10 (assumed).
pub const TRIES_PER_ADDRESS: i64 = 100;
/// Questions for a passkey an address is given in the window; a sign-in page asks for one when it is opened.
///
/// Assumption: an office of a few hundred people behind one address; too low, and their passkeys stop working.
pub const QUESTIONS_PER_ADDRESS: i64 = 2000;

statements! {
    TRY = "insert into attempt (kind, who_hash, tried_at) values ($1, $2, $3)";
    TRIES = "select count(*), min(tried_at) from attempt where kind = $1 and who_hash = $2 and tried_at > $3";
    FORGET_TRIES = "delete from attempt where tried_at < $1";
}

/// What is being tried. Each has a count of its own, so that a slow typist of passwords still gets to their code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trying {
    /// An e-mail address with a password.
    Password,
    /// A one-time code or a recovery code, half way in.
    Code,
    /// Proving again, by somebody signed in.
    Again,
    /// A passkey.
    Passkey,
}

impl Trying {
    const fn key(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Code => "code",
            Self::Again => "again",
            Self::Passkey => "passkey",
        }
    }
}

/// Whether somebody may try, or how long they wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tries {
    /// They may, and it was counted.
    May,
    /// Too many were made.
    Wait {
        /// Minutes until there is one again, rounded up.
        minutes: u64,
    },
}

/// Counts one try by who is tried and by address, unless either has had too many.
///
/// An account is named by what was typed, so one that is not there is throttled just the same.
pub async fn may_try(store: &Store, trying: Trying, who: &str, address: &str) -> Result<Tries> {
    let who = hash(trying.key(), &who.trim().to_lowercase());
    let address = hash("address", address);
    store
        .job_write("sign_in", move |tx| {
            let by_who = full(tx, "account", &who, TRIES_PER_ACCOUNT)?;
            let by_address = full(tx, "address", &address, TRIES_PER_ADDRESS)?;
            if let Some(minutes) = by_who.max(by_address) {
                return Ok(Tries::Wait { minutes });
            }
            count(tx, "account", &who)?;
            count(tx, "address", &address)?;
            Ok::<_, Error>(Tries::May)
        })
        .await
}

/// Counts one question asked for, unless the address has had too many.
pub(crate) fn may_ask(tx: &Tx, address: &str) -> Result<Tries> {
    let address = hash("question", address);
    if let Some(minutes) = full(tx, "address", &address, QUESTIONS_PER_ADDRESS)? {
        return Ok(Tries::Wait { minutes });
    }
    count(tx, "address", &address)?;
    Ok(Tries::May)
}

fn hash(what: &str, who: &str) -> [u8; 32] {
    seal::secret_hash(format!("{what}\0{who}").as_bytes())
}

fn count(tx: &Tx, kind: &'static str, who: &[u8; 32]) -> Result<()> {
    tx.run(&TRY, &[kind.into(), who.into(), tx.now_micros().into()])?;
    Ok(())
}

/// The minutes until the oldest counted try is forgotten, when there are as many as may be.
fn full(tx: &Tx, kind: &'static str, who: &[u8; 32], most: i64) -> Result<Option<u64>> {
    let now = tx.now_micros();
    let since = now - WINDOW_SECONDS * SECOND;
    let found = tx.row(&TRIES, &[kind.into(), who.into(), since.into()], |row| {
        Ok((row.int(0)?, row.int_opt(1)?))
    })?;
    let Some((tries, Some(oldest))) = found else {
        return Ok(None);
    };
    let wait = u64::try_from(oldest - since)
        .unwrap_or_default()
        .div_ceil(60 * SECOND.unsigned_abs());
    Ok((tries >= most).then_some(wait.max(1)))
}

/// Forgets tries that no longer count.
pub(crate) fn forget_old_tries(tx: &Tx) -> Result<u64> {
    tx.run(&FORGET_TRIES, &[(tx.now_micros() - WINDOW_SECONDS * SECOND).into()])
}
