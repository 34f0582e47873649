//! What waits for an answer: a passkey's question, a sign-in half way, an app's
//! first code. Kept here and sealed, never in the browser, and over soon.
//!
//! A row is found by a key that only the right browser has; the row's id is a
//! hash of it, so that the table tells nobody the key.

use super::SECOND;
use super::attempt::{Tries, may_ask};
use crate::error::Result;
use crate::kernel::{Tx, statements};
use crate::key::HOUSE;
use crate::store::Store;
use domain::id::AccountId;
use uuid::Uuid;

statements! {
    KEEP = "insert into ceremony (id, account_id, body, ends_at) values ($1, $2, $3, $4)
        on conflict (id) do update set account_id = excluded.account_id, body = excluded.body, ends_at = excluded.ends_at";
    FIND = "select account_id, body, ends_at from ceremony where id = $1 and ends_at > $2";
    END = "delete from ceremony where id = $1 and ends_at > $2";
}

/// What is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The code, after the password was right.
    HalfWay,
    /// A passkey, to sign in.
    SignIn,
    /// A passkey, to prove again.
    Again,
    /// A new passkey.
    AddPasskey,
    /// The first code of an authenticator app.
    AddApp,
    /// That somebody has kept their new recovery codes.
    KeepCodes,
    /// That somebody has copied the token they made.
    KeepToken,
}

impl Kind {
    /// The column its body is sealed for, so that a row of one kind cannot stand for another.
    const fn column(self) -> &'static str {
        match self {
            Self::HalfWay => "half_way",
            Self::SignIn => "sign_in",
            Self::Again => "again",
            Self::AddPasskey => "add_passkey",
            Self::AddApp => "add_app",
            Self::KeepCodes => "keep_codes",
            Self::KeepToken => "keep_token",
        }
    }

    /// For how many seconds it is waited for.
    ///
    /// Assumption: long enough to find a telephone or a pen; too short, and people begin again.
    pub const fn seconds(self) -> i64 {
        match self {
            Self::HalfWay | Self::KeepCodes | Self::KeepToken => 10 * 60,
            Self::SignIn | Self::Again | Self::AddPasskey => 5 * 60,
            Self::AddApp => 30 * 60,
        }
    }
}

/// What was kept.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Whose it is, where that is known.
    pub account: Option<AccountId>,
    /// What is needed to go on.
    pub body: String,
}

fn id(kind: Kind, key: &str) -> Uuid {
    let hash = seal::secret_hash(format!("ceremony\0{}\0{key}", kind.column()).as_bytes());
    let mut id = [0; 16];
    id.copy_from_slice(&hash[..16]);
    Uuid::from_bytes(id)
}

/// Keeps what will be needed, in place of what was kept under the same key before.
pub fn keep(tx: &Tx, kind: Kind, key: &str, account: Option<AccountId>, body: &str) -> Result<()> {
    let id = id(kind, key);
    let subject = account.map_or(HOUSE, AccountId::uuid);
    let sealed = tx.seal(subject, "ceremony", kind.column(), id, body)?;
    let ends_at = tx.now_micros() + kind.seconds() * SECOND;
    tx.run(&KEEP, &[id.into(), account.into(), (&sealed).into(), ends_at.into()])?;
    Ok(())
}

/// What was kept under a key, if its time is not over.
pub fn find(tx: &Tx, kind: Kind, key: &str) -> Result<Option<Kept>> {
    let id = id(kind, key);
    let found = tx.row(&FIND, &[id.into(), tx.now_micros().into()], |row| {
        Ok((row.id_opt(0)?, row.bytes(1)?.to_vec()))
    })?;
    let Some((account, sealed)) = found else {
        return Ok(None);
    };
    let body = tx.open(account.unwrap_or(HOUSE), "ceremony", kind.column(), id, &sealed)?;
    Ok(Some(Kept {
        account: account.map(AccountId::from_uuid),
        body,
    }))
}

/// Uses up what was kept; `false` when it was used already, or its time is over.
pub fn end(tx: &Tx, kind: Kind, key: &str) -> Result<bool> {
    Ok(tx.run(&END, &[id(kind, key).into(), tx.now_micros().into()])? == 1)
}

/// As [`keep`], before anybody is known.
pub async fn keep_for(store: &Store, kind: Kind, key: &str, account: Option<AccountId>, body: String) -> Result<()> {
    let key = key.to_owned();
    store
        .job_write("sign_in", move |tx| keep(tx, kind, &key, account, &body))
        .await
}

/// As [`find`], before anybody is known.
pub async fn find_for(store: &Store, kind: Kind, key: &str) -> Result<Option<Kept>> {
    let key = key.to_owned();
    store.job("sign_in", move |tx| find(tx, kind, &key)).await
}

/// Keeps a passkey's question for a browser nobody has signed in with, unless its address has asked too often.
pub async fn ask(store: &Store, key: &str, address: &str, body: String) -> Result<Tries> {
    let (key, address) = (key.to_owned(), address.to_owned());
    store
        .job_write("sign_in", move |tx| {
            let tries = may_ask(tx, &address)?;
            if tries == Tries::May {
                keep(tx, Kind::SignIn, &key, None, &body)?;
            }
            Ok(tries)
        })
        .await
}
