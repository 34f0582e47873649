//! What waits for an account, as numbers: for its first page. Numbers open nothing, so none of this needs a permit.

use crate::error::{Error, Result};
use crate::kernel::{Tx, statements};
use crate::key::HOUSE;
use crate::store::Store;
use domain::id::AccountId;

/// For how many days before its end an agreement is shown as ending.
///
/// Assumption: a new one takes about a month to be signed, and a month more is kept in hand.
const ENDING_DAYS: i64 = 60;

statements! {
    ALERTS = "select count(*) from alert a where a.kind = 'break_glass' and a.seen_at is null
        and exists (select 1 from role_held r where r.account_id = $1 and r.role in ('auditor', 'safeguarding_lead')
            and r.stage = 'held' and r.starts_on <= $2 and (r.ends_on is null or r.ends_on > $2)
            and (r.site_id = a.site_id or r.site_id = $3))
        and not exists (select 1 from break_glass g where g.id = a.object_id and g.account_id = $1)";
    ROLES = "select count(*) from role_held g where g.stage = 'proposed' and g.account_id <> $1 and g.proposed_by <> $1
        and exists (select 1 from role_held r where r.account_id = $1 and r.role in ('auditor', 'administrator')
            and r.stage = 'held' and r.starts_on <= $2 and (r.ends_on is null or r.ends_on > $2)
            and (r.site_id = g.site_id or r.site_id = $3))";
    ENDING = "select count(*) from agreement a where a.ends_on >= $1 and a.ends_on < $2
        and not exists (select 1 from agreement l where l.site_id = a.site_id and l.ends_on > a.ends_on)
        and exists (select 1 from role_held r where r.account_id = $3 and r.stage = 'held'
            and r.role in ('administrator', 'programme_manager')
            and r.starts_on <= $1 and (r.ends_on is null or r.ends_on > $1)
            and (r.site_id = a.site_id or r.site_id = $4))";
    ALIKE = "select count(distinct l.id) from role_held r join likeness l on l.site_id = r.site_id and l.stage = 'open'
        where r.account_id = $1 and r.role in ('programme_manager', 'programme_officer')
            and r.stage = 'held' and r.starts_on <= $2 and (r.ends_on is null or r.ends_on > $2)
            and l.one_family_id not in (select x.family_id from protected_from x where x.from_account_id = $1)
            and l.other_family_id not in (select x.family_id from protected_from x where x.from_account_id = $1)";
}

/// How much of each kind waits for an account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Urgent openings by others, at its sites, that nobody has reviewed.
    pub openings: u64,
    /// Roles proposed by others for others, that it may confirm.
    pub roles: u64,
    /// Agreements of its sites that end within sixty days, with none after them.
    pub agreements: u64,
    /// Families of its sites that may be one, that nobody has settled.
    pub alike: u64,
}

/// What waits for this account today.
pub async fn of_account(store: &Store, account: AccountId) -> Result<Waiting> {
    store.job("waiting", move |tx| count(tx, account)).await
}

fn count(tx: &Tx, account: AccountId) -> Result<Waiting> {
    let today = tx.today();
    let soon = today.saturating_add(jiff::Span::new().days(ENDING_DAYS));
    let (today, soon) = (today.to_string(), soon.to_string());
    let number = |statement, values: &[_]| -> Result<u64, Error> {
        let count = tx.row(statement, values, |row| row.int(0))?;
        Ok(count.unwrap_or_default().cast_unsigned())
    };
    let held_at = [account.into(), (&today).into(), HOUSE.into()];
    Ok(Waiting {
        openings: number(&ALERTS, &held_at)?,
        roles: number(&ROLES, &held_at)?,
        alike: number(&ALIKE, &held_at[..2])?,
        agreements: number(
            &ENDING,
            &[(&today).into(), (&soon).into(), account.into(), HOUSE.into()],
        )?,
    })
}
