//! What a running deployment does every hour: forgets what has run out, tells
//! writers of drafts that those will go, and leaves a signed checkpoint where
//! the machine cannot change it.

use crate::error::Result;
use crate::kernel::statements;
use crate::store::Store;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How often [`hourly`] is called.
///
/// Source: details.md 4.
pub const EVERY: Duration = Duration::from_hours(1);

statements! {
    FORGET_CEREMONIES = "delete from ceremony where ends_at < $1";
}

/// How much was forgotten because its time was over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tidied {
    /// Drafts of forms, and referrals begun and not sent.
    pub drafts: u64,
    /// Files of referrals that were kept long enough.
    pub files: u64,
    /// By what forms sent some minutes ago were known.
    pub digests: u64,
    /// Keys of forms and calls that were stored.
    pub once_keys: u64,
    /// Tries to sign in.
    pub tries: u64,
    /// Links that opened an account, or no longer do.
    pub invitations: u64,
    /// Links for one task whose time was over.
    pub links: u64,
    /// Questions asked of a passkey and never answered.
    pub ceremonies: u64,
    /// Messages, sent or not.
    pub messages: u64,
    /// Referrals begun and not sent whose writers were told that they will go.
    pub warned: u64,
    /// Families not taken of which was asked what happened after.
    pub asked: u64,
}

/// Forgets what has run out.
pub async fn tidy(store: &Store) -> Result<Tidied> {
    store
        .job_write("maintain", |tx| {
            Ok(Tidied {
                drafts: crate::draft::forget_old(tx)? + crate::referral::draft::forget_old(tx)?,
                files: crate::import::forget_old(tx)?,
                digests: crate::referral::forget_digests(tx)?,
                once_keys: tx.forget_old_keys()?,
                tries: crate::sign_in::forget_old_tries(tx)?,
                invitations: crate::account::invitation::forget_old(tx)?,
                links: crate::task_link::forget_old(tx)?,
                ceremonies: tx.run(&FORGET_CEREMONIES, &[tx.now_micros().into()])?,
                messages: crate::outbox::forget_old(tx)?,
                warned: crate::referral::draft::warn(tx)?,
                asked: crate::referral::ask_outcomes(tx)?,
            })
        })
        .await
}

/// Tidies up, makes a checkpoint, and writes it and the list of erasures into a folder where one is given.
///
/// Answers what was forgotten and the checkpoint's file.
pub async fn hourly(store: &Store, folder: Option<&Path>) -> Result<(Tidied, Option<PathBuf>)> {
    let tidied = tidy(store).await?;
    let (_, file) = crate::journal::checkpoint::make(store, folder).await?;
    if let Some(folder) = folder {
        crate::backup::write_tombstones(store, folder).await?;
    }
    Ok((tidied, file))
}
