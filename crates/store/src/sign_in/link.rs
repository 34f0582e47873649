//! The link that opens an account, once, within seven days.
//!
//! It lets somebody choose a password, or add a passkey where the account has no second factor yet. It never replaces
//! a second factor: who made the link could otherwise come in as somebody else.

use super::ceremony::{self, Kind};
use super::{Entered, Way, begin, note};
use crate::error::Result;
use crate::kernel::Tx;
use crate::passkey::NewPasskey;
use crate::store::Store;
use domain::id::AccountId;
use std::fmt::Write as _;

/// Makes the secret of a link that opens an account, and ends the links made before it.
///
/// The address is `/sign-in/first?token=` with this secret; it is told once and only its hash is kept.
pub fn first_link(tx: &Tx, account: AccountId) -> Result<String> {
    let token = seal::random::<32>().iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("writing to memory does not fail");
        text
    });
    ceremony::end_all(tx, account)?;
    ceremony::keep(tx, Kind::FirstLink, &token, Some(account), "")?;
    note(tx, account, "link_made", account.uuid())?;
    Ok(token)
}

/// The account a link opens.
#[derive(Clone, Debug)]
pub struct Invited {
    /// The account.
    pub account: AccountId,
    /// What the person is called.
    pub name: String,
    /// Their address for mail.
    pub email: String,
    /// Whether it has a second factor already.
    pub has_second: bool,
}

/// Whose link it is, while it works.
pub async fn invited(store: &Store, token: &str) -> Result<Option<Invited>> {
    let token = token.to_owned();
    store.job("sign_in", move |tx| find(tx, &token)).await
}

fn find(tx: &Tx, token: &str) -> Result<Option<Invited>> {
    let Some(account) = ceremony::find(tx, Kind::FirstLink, token)?.and_then(|kept| kept.account) else {
        return Ok(None);
    };
    let shown = crate::account::show(tx, account)?;
    let has_second = shown.has_code || shown.passkeys > 0;
    Ok(Some(Invited { account, name: shown.name, email: shown.email, has_second }))
}

/// Uses a link up by choosing a password. Every other sign-in of the account ends.
///
/// Answers the sign-in, or no more than the account where a code must still be given; `None` when the link is over.
pub async fn open_with_password(store: &Store, token: &str, hash: String, device: &str) -> Result<Option<Opened>> {
    let (token, device) = (token.to_owned(), device.to_owned());
    store
        .job_write("sign_in", move |tx| {
            let Some(invited) = find(tx, &token)? else { return Ok(None) };
            let account = invited.account;
            ceremony::end(tx, Kind::FirstLink, &token)?;
            note(tx, account, "link_used", account.uuid())?;
            crate::account::way_in::set_password_hash(tx, account, &hash)?;
            super::end_others(tx, account, None)?;
            if crate::account::show(tx, account)?.has_code {
                return Ok(Some(Opened::HalfWay(account)));
            }
            let entered = begin(tx, account, Way::Link, &device)?;
            Ok(Some(Opened::In(Box::new(entered))))
        })
        .await
}

/// What a link led to.
#[derive(Clone, Debug)]
pub enum Opened {
    /// A sign-in.
    In(Box<Entered>),
    /// The code of this account must be given yet.
    HalfWay(AccountId),
}

/// Uses a link up by adding the account's first passkey; `None` when the link is over, or there is a second factor.
pub async fn open_with_passkey(
    store: &Store,
    token: &str,
    key: &str,
    new: NewPasskey,
    device: &str,
) -> Result<Option<Entered>> {
    let (token, key, device) = (token.to_owned(), key.to_owned(), device.to_owned());
    store
        .job_write("sign_in", move |tx| {
            let Some(invited) = find(tx, &token)?.filter(|invited| !invited.has_second) else { return Ok(None) };
            let account = invited.account;
            if !ceremony::end(tx, Kind::AddPasskey, &key)? {
                return Ok(None);
            }
            ceremony::end(tx, Kind::FirstLink, &token)?;
            note(tx, account, "link_used", account.uuid())?;
            crate::passkey::add(tx, account, &new)?;
            begin(tx, account, Way::Passkey, &device).map(Some)
        })
        .await
}
