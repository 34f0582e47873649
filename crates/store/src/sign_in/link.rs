//! What the link of an invitation leads to: a password is chosen, or a first passkey added.
//!
//! It never replaces a second factor: whoever made the link could otherwise come in as somebody else.

use super::ceremony::{self, Kind};
use super::{Entered, Way, begin, end_others};
use crate::account::{self, invitation, way_in};
use crate::error::{Error, Result};
use crate::kernel::Tx;
use crate::passkey::NewPasskey;
use crate::store::Store;
use domain::id::AccountId;

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
pub async fn invited(store: &Store, secret: &[u8]) -> Result<Option<Invited>> {
    let Some(account) = invitation::find(store, secret).await? else {
        return Ok(None);
    };
    store.job("sign_in", move |tx| read(tx, account)).await.map(Some)
}

fn read(tx: &Tx, id: AccountId) -> Result<Invited> {
    let shown = account::show(tx, id)?;
    let has_second = shown.has_code || shown.passkeys > 0;
    Ok(Invited {
        account: id,
        name: shown.name,
        email: shown.email,
        has_second,
    })
}

/// What a link led to.
#[derive(Clone, Debug)]
pub enum Opened {
    /// A sign-in.
    In(Box<Entered>),
    /// The code of this account must be given yet.
    HalfWay(AccountId),
}

/// Uses a link up by choosing a password. Every other sign-in of the account ends, and every token.
///
/// # Errors
/// [`Error::NotFound`] when the link was used before or has run out.
pub async fn open_with_password(store: &Store, secret: &[u8], hash: String, device: &str) -> Result<Opened> {
    let (secret, device) = (secret.to_vec(), device.to_owned());
    store
        .job_write("sign_in", move |tx| {
            let account = invitation::use_up(tx, &secret)?;
            way_in::set_password_hash(tx, account, &hash)?;
            end_others(tx, account, None)?;
            crate::token::end_all_of_account(tx, account)?;
            if account::show(tx, account)?.has_code {
                return Ok(Opened::HalfWay(account));
            }
            begin(tx, account, Way::Link, &device).map(|entered| Opened::In(Box::new(entered)))
        })
        .await
}

/// Uses a link up by adding the account's first passkey, whose question was kept under `key`.
///
/// # Errors
/// [`Error::NotFound`] when the link or the question is over, or the account has a second factor already.
pub async fn open_with_passkey(
    store: &Store,
    secret: &[u8],
    key: &str,
    new: NewPasskey,
    device: &str,
) -> Result<Entered> {
    let (secret, key, device) = (secret.to_vec(), key.to_owned(), device.to_owned());
    store
        .job_write("sign_in", move |tx| {
            let account = invitation::use_up(tx, &secret)?;
            if read(tx, account)?.has_second || !ceremony::end(tx, Kind::AddPasskey, &key)? {
                return Err(Error::NotFound);
            }
            crate::passkey::add(tx, account, &new)?;
            begin(tx, account, Way::Passkey, &device)
        })
        .await
}
