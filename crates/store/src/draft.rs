//! Words kept as typed: a form left half way, or sent after the sign-in had ended.

use crate::error::Result;
use crate::kernel::{Tx, statements};
use crate::store::Store;
use domain::id::AccountId;

/// For how many days a draft is kept.
///
/// Source: details.md 10 (assumed).
pub const KEPT_DAYS: i64 = 30;

statements! {
    KEEP = "insert into draft (account_id, form, body, kept_at) values ($1, $2, $3, $4)
        on conflict (account_id, form) do update set body = excluded.body, kept_at = excluded.kept_at";
    FIND = "select body, kept_at from draft where account_id = $1 and form = $2";
    DROP = "delete from draft where account_id = $1 and form = $2";
    DROP_OLD = "delete from draft where kept_at < $1";
}

/// Keeps what was typed into a form, replacing what was kept before.
pub fn keep(tx: &Tx, account: AccountId, form: &str, body: &str) -> Result<()> {
    let sealed = tx.seal(account.uuid(), "draft", form, account.uuid(), body)?;
    tx.run(
        &KEEP,
        &[account.into(), form.into(), (&sealed).into(), tx.now_micros().into()],
    )?;
    Ok(())
}

/// What was typed into a form before, if anything.
pub fn find(tx: &Tx, account: AccountId, form: &str) -> Result<Option<String>> {
    let found = tx.row(&FIND, &[account.into(), form.into()], |row| Ok(row.bytes(0)?.to_vec()))?;
    found
        .map(|body| tx.open(account.uuid(), "draft", form, account.uuid(), &body))
        .transpose()
}

/// Forgets a draft, once its form was stored.
pub fn forget(tx: &Tx, account: AccountId, form: &str) -> Result<()> {
    tx.run(&DROP, &[account.into(), form.into()])?;
    Ok(())
}

/// Forgets drafts older than [`KEPT_DAYS`].
pub(crate) fn forget_old(tx: &Tx) -> Result<u64> {
    tx.run(
        &DROP_OLD,
        &[(tx.now_micros() - KEPT_DAYS * 24 * 60 * 60 * 1_000_000).into()],
    )
}

/// As [`keep`], for somebody whose sign-in has just ended and who holds no permit.
pub async fn keep_for(store: &Store, account: AccountId, form: &str, body: &str) -> Result<()> {
    let (form, body) = (form.to_owned(), body.to_owned());
    store
        .job_write("draft", move |tx| keep(tx, account, &form, &body))
        .await
}

/// As [`find`], for the account's own forms.
pub async fn find_for(store: &Store, account: AccountId, form: &str) -> Result<Option<String>> {
    let form = form.to_owned();
    store.job("draft", move |tx| find(tx, account, &form)).await
}
