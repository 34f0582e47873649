//! Referrals begun and not sent yet, kept as they are typed: of another sort than a referral, in a table of their own.
//!
//! A draft is its writer's alone. It can be left half way and taken up on another machine, and it goes after
//! [`crate::draft::KEPT_DAYS`] days without a change, with a warning a week before.

use crate::error::{Error, Result};
use crate::kernel::{Tx, statements};
use crate::outbox::{self, Reader};
use domain::id::{AccountId, ReferralDraftId};
use domain::send::Notice;
use jiff::civil::Date;
use jiff::{Span, Timestamp};

/// After how many days without a change its writer is told that a draft will go.
///
/// Source: details.md 10 (assumed).
pub const WARNED_AFTER_DAYS: i64 = 23;

/// The most drafts one account has at a time.
///
/// Assumption: 20, a busy worker's month; the one left longest makes room for a new one only when its writer deletes it.
pub const DRAFTS_MAX: i64 = 20;

const DAY_MICROS: i64 = 24 * 60 * 60 * 1_000_000;

statements! {
    BEGIN = "insert into referral_draft (id, account_id, body, made_at, kept_at) values ($1, $2, $3, $4, $4)";
    COUNT = "select count(*) from referral_draft where account_id = $1";
    FIND = "select body, made_at, kept_at from referral_draft where id = $1 and account_id = $2";
    KEEP = "update referral_draft set body = $1, kept_at = $2, warned_at = null where id = $3 and account_id = $4";
    LIST = "select id, body, made_at, kept_at from referral_draft where account_id = $1 order by kept_at desc, id";
    DROP = "delete from referral_draft where id = $1 and account_id = $2";
    DROP_OLD = "delete from referral_draft where kept_at < $1";
    TO_WARN = "select id, account_id, kept_at from referral_draft where warned_at is null and kept_at < $1
        order by kept_at limit 500";
    WARNED = "update referral_draft set warned_at = $1 where id = $2";
}

/// A referral on its way.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Its id.
    pub id: ReferralDraftId,
    /// Every box as it was typed, as a form sends it.
    pub body: String,
    /// When it was begun, microseconds UTC.
    pub made_at: i64,
    /// When it was last changed, microseconds UTC.
    pub kept_at: i64,
}

impl Draft {
    /// The day after which it goes, when nobody changes it.
    pub fn goes_on(&self) -> Date {
        self.days_on(crate::draft::KEPT_DAYS)
    }

    /// Whether its writer is to be told on this day that it will go.
    pub fn goes_soon(&self, today: Date) -> bool {
        self.days_on(WARNED_AFTER_DAYS) <= today
    }

    fn days_on(&self, days: i64) -> Date {
        days_after(self.kept_at, days)
    }
}

/// So many days after a draft was last changed.
fn days_after(kept_at: i64, days: i64) -> Date {
    let kept = Timestamp::from_microsecond(kept_at).unwrap_or_default();
    crate::clock::london_day(kept).saturating_add(Span::new().days(days))
}

/// Begins a draft.
///
/// # Errors
/// [`Error::Constraint`] with `referral_drafts_max` when the account has as many as it may.
pub fn begin(tx: &Tx, body: &str) -> Result<ReferralDraftId> {
    let me = tx.account();
    let has = tx.row(&COUNT, &[me.into()], |row| row.int(0))?.unwrap_or_default();
    if DRAFTS_MAX <= has {
        return Err(Error::Constraint("referral_drafts_max".into()));
    }
    let id = ReferralDraftId::from_uuid(crate::id::fresh(tx.now()));
    let sealed = seal(tx, me, id, body)?;
    let values = [id.into(), me.into(), (&sealed).into(), tx.now_micros().into()];
    tx.run(&BEGIN, &values)?;
    Ok(id)
}

/// One of the account's own drafts.
///
/// # Errors
/// [`Error::NotFound`] when there is none, or it is somebody else's.
pub fn find(tx: &Tx, id: ReferralDraftId) -> Result<Draft> {
    let me = tx.account();
    let found = tx.row(&FIND, &[id.into(), me.into()], |row| {
        Ok(Draft {
            id,
            body: tx.open(me.uuid(), "referral_draft", "body", id.uuid(), row.bytes(0)?)?,
            made_at: row.int(1)?,
            kept_at: row.int(2)?,
        })
    })?;
    found.ok_or(Error::NotFound)
}

/// Keeps what is typed now in place of what was typed before.
///
/// # Errors
/// [`Error::NotFound`] when there is no such draft of the account's own.
pub fn keep(tx: &Tx, id: ReferralDraftId, body: &str) -> Result<()> {
    let me = tx.account();
    let sealed = seal(tx, me, id, body)?;
    let values = [(&sealed).into(), tx.now_micros().into(), id.into(), me.into()];
    match tx.run(&KEEP, &values)? {
        0 => Err(Error::NotFound),
        _ => Ok(()),
    }
}

fn seal(tx: &Tx, me: AccountId, id: ReferralDraftId, body: &str) -> Result<Vec<u8>> {
    tx.seal(me.uuid(), "referral_draft", "body", id.uuid(), body)
}

/// The account's own drafts, the one changed last first.
pub fn list(tx: &Tx) -> Result<Vec<Draft>> {
    let me = tx.account();
    tx.rows(&LIST, &[me.into()], |row| {
        let id = row.id(0)?;
        Ok(Draft {
            id: ReferralDraftId::from_uuid(id),
            body: tx.open(me.uuid(), "referral_draft", "body", id, row.bytes(1)?)?,
            made_at: row.int(2)?,
            kept_at: row.int(3)?,
        })
    })
}

/// Deletes one of the account's own drafts: it was sent, or is not wanted.
pub fn delete(tx: &Tx, id: ReferralDraftId) -> Result<()> {
    tx.run(&DROP, &[id.into(), tx.account().into()])?;
    Ok(())
}

/// Deletes drafts nobody has changed for [`crate::draft::KEPT_DAYS`] days.
pub(crate) fn forget_old(tx: &Tx) -> Result<u64> {
    tx.run(
        &DROP_OLD,
        &[(tx.now_micros() - crate::draft::KEPT_DAYS * DAY_MICROS).into()],
    )
}

/// Tells the writers of drafts nobody has changed for [`WARNED_AFTER_DAYS`] days that they will go, once for each.
///
/// Answers how many were told.
pub(crate) fn warn(tx: &Tx) -> Result<u64> {
    let before = tx.now_micros() - WARNED_AFTER_DAYS * DAY_MICROS;
    let found = tx.rows(&TO_WARN, &[before.into()], |row| {
        Ok((
            ReferralDraftId::from_uuid(row.id(0)?),
            AccountId::from_uuid(row.id(1)?),
            row.int(2)?,
        ))
    })?;
    let mut told = 0;
    for (draft, account, kept_at) in found {
        let on = days_after(kept_at, crate::draft::KEPT_DAYS);
        outbox::post(tx, None, Notice::DraftEnds { draft, on }, Reader::Account(account))?;
        told += tx.run(&WARNED, &[tx.now_micros().into(), draft.into()])?;
    }
    Ok(told)
}
