//! Closings as pages and letters show them.

use crate::error::Result;
use crate::follow_up::lived;
use crate::journal::history::account_name;
use crate::kernel::{Row, Tx, statements};
use crate::review::Colleague;
use domain::closing::{ChildNow, Reason};
use domain::id::{AccountId, ClosingId, FamilyId, HouseholdId, PersonId, ReferralId};
use domain::review::READING_ROLES;
use domain::role::Role;
use jiff::ToSpan;
use jiff::civil::Date;
use uuid::Uuid;

statements! {
    OF_FAMILY = "select c.id, c.referral_id, c.begun_on, c.closed_on, c.reason, c.language, c.words, c.achieved, c.closed_by,
            c.made_at
        from closing c where c.family_id = $1 order by c.closed_on desc, c.id desc";
    CHILDREN = "select c.child_id, c.lives, c.care_kind, c.care_from from closing_child c where c.closing_id = $1
        order by c.child_id";
    // Who worked with the family on its last day of support, and its social worker since.
    TEAM = "with t as (select a.account_id, a.role from assignment a
                where a.family_id = $1 and a.starts_on <= $2 and (a.ends_on is null or a.ends_on >= $2)
            union select r.referred_by, h.role from referral r
                join role_held h on h.account_id = r.referred_by and h.stage = 'held' and h.role = 'family_worker'
                    and h.site_id = r.site_id and h.starts_on <= $2 and (h.ends_on is null or h.ends_on > $2)
                where r.family_id = $1 and not exists (select 1 from assignment o where o.family_id = $1
                    and o.role = 'family_worker' and o.starts_on <= $2 and (o.ends_on is null or o.ends_on > $2)))
        select t.account_id, t.role, c.language, c.name, u.site_id, u.subject_key from t
            join account c on c.id = t.account_id join subject u on u.id = c.id
        where t.account_id not in (select x.from_account_id from protected_from x where x.family_id = $1)
        order by t.role, t.account_id limit 40";
    RECENT = "select m.household_id, c.closed_on from closing c join matching m on m.referral_id = c.referral_id
            and m.ends_on >= c.closed_on
            join household h on h.id = m.household_id
        where c.site_id = $1 and c.closed_on >= $2 and h.supervisor_id = $3 order by c.closed_on, m.household_id limit 20";
}

/// For how many days a first page says that somebody should be rung whose work with a family has ended, or whose night was hard.
///
/// Assumption: 7; programme.md 4.11 says that it is asked, and no number.
pub(crate) const RING_DAYS: i32 = 7;

/// A closing as a page shows it.
#[derive(Clone, Debug)]
pub struct ClosingShown {
    /// Its id.
    pub id: ClosingId,
    /// The referral that led to the support.
    pub referral: ReferralId,
    /// The first day of support.
    pub begun: Date,
    /// The last.
    pub on: Date,
    /// Why it ended.
    pub reason: Reason,
    /// The language of the words.
    pub language: String,
    /// More about why.
    pub words: Option<String>,
    /// What was achieved, said to the family.
    pub achieved: String,
    /// Where each child lived.
    pub children: Vec<ChildNow>,
    /// Who decided, while the account is there.
    pub by: Option<String>,
    /// When it was written down, microseconds UTC.
    pub at: i64,
}

/// The closings of a family, the latest first.
///
/// # Errors
/// The store's own.
pub fn of_family(tx: &Tx, family: FamilyId) -> Result<Vec<ClosingShown>> {
    tx.rows(&OF_FAMILY, &[family.into()], |row| {
        let id = ClosingId::from_uuid(row.id(0)?);
        let key = family.uuid();
        Ok(ClosingShown {
            id,
            referral: ReferralId::from_uuid(row.id(1)?),
            begun: row.day(2)?,
            on: row.day(3)?,
            reason: reason(row, 4)?,
            language: row.text(5)?.to_owned(),
            words: tx.open_opt(key, "closing", "words", id.uuid(), row.bytes_opt(6)?)?,
            achieved: tx.open(key, "closing", "achieved", id.uuid(), row.bytes(7)?)?,
            children: tx.rows(&CHILDREN, &[id.into()], |row| {
                let (lives, care) = lived(row)?;
                Ok(ChildNow {
                    child: PersonId::from_uuid(row.id(0)?),
                    lives,
                    care,
                })
            })?,
            by: account_name(tx, AccountId::from_uuid(row.id(8)?))?,
            at: row.int(9)?,
        })
    })
}

fn reason(row: &Row, at: usize) -> Result<Reason> {
    Reason::from_key(row.text(at)?).ok_or_else(|| row.broken(at))
}

/// Who worked with a family on a day and has a paper of it, less whom its people are protected from.
///
/// # Errors
/// The store's own.
pub fn team(tx: &Tx, family: FamilyId, on: Date) -> Result<Vec<Colleague>> {
    let day = on.to_string();
    let all = tx.rows(&TEAM, &[family.into(), (&day).into()], |row| {
        let Some(role) = Role::from_key(row.text(1)?).filter(|role| READING_ROLES.contains(role)) else {
            return Ok(None);
        };
        Colleague::read(tx, row, role).map(Some)
    })?;
    Ok(all.into_iter().flatten().collect())
}

/// A carer to be rung, for whoever supervises them: their work with a family has ended, or a night was hard. It names no family:
/// that is read no more, or has a page of its own.
#[derive(Clone, Debug)]
pub struct Recent {
    /// The household.
    pub household: HouseholdId,
    /// The names of the carers of the household.
    pub carers: Vec<String>,
    /// The last day, or the day help was asked for.
    pub on: Date,
}

/// Carers this reader supervises whose work with a family has ended in the last days.
///
/// # Errors
/// The store's own.
pub fn recent(tx: &Tx) -> Result<Vec<Recent>> {
    let since = tx.today().saturating_sub(RING_DAYS.days()).to_string();
    let mut found = Vec::new();
    for (site, _) in &tx.scope().sites {
        let values = [(*site).into(), (&since).into(), tx.account().into()];
        let rows = tx.rows(&RECENT, &values, |row| Ok((row.id(0)?, row.day(1)?)))?;
        found.extend(to_ring(tx, rows)?);
    }
    Ok(found)
}

/// Households with the day, each with the names of its carers.
pub(crate) fn to_ring(tx: &Tx, rows: Vec<(Uuid, Date)>) -> Result<Vec<Recent>> {
    let one = |(household, on): (Uuid, Date)| {
        let household = HouseholdId::from_uuid(household);
        let shown = crate::household::show(tx, household)?.household;
        let carers = shown.carers().map(|carer| carer.name.as_str().to_owned()).collect();
        Ok(Recent { household, carers, on })
    };
    rows.into_iter().map(one).collect()
}
