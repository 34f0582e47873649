//! Concerns in a list, less those that are kept from the reader; and those somebody was told of and has not read.

use crate::error::Result;
use crate::kernel::{Row, Tx, statements};
use crate::store::Store;
use domain::access::Reach;
use domain::concern::{AtRisk, Safety};
use domain::id::{AccountId, ConcernId, FamilyId};
use uuid::Uuid;

statements! {
    IN_SITE = "select c.id, c.family_id, c.site_id, c.raised_at, c.at_risk, c.safety, c.stage, f.reference, f.name, u.subject_key,
            (select count(*) from concern_told t where t.account_id = $1 and t.concern_id = c.id),
            (select count(*) from journal j where j.book_id = c.id and j.action = 'open_concern' and j.actor = $2)
        from concern c join family f on f.id = c.family_id join subject u on u.site_id = f.site_id and u.id = f.id
        where c.site_id = $3 and c.id < $4 and (c.stage = 'open' or c.stage = $5) and (c.family_id = $6 or $7 = 'any')
            and c.id not in (select k.concern_id from concern_kept_from k where k.account_id = $1)
            and c.family_id not in (select x.family_id from protected_from x where x.from_account_id = $1)
            and c.family_id not in (select m.family_id from membership m where m.account_id = $1)
        order by c.id desc limit $8";
    OWN_IN_SITE = "select c.id, c.family_id, c.site_id, c.raised_at, c.at_risk, c.safety, c.stage, f.reference, f.name, u.subject_key,
            (select count(*) from concern_told t where t.account_id = $1 and t.concern_id = c.id),
            (select count(*) from journal j where j.book_id = c.id and j.action = 'open_concern' and j.actor = $2)
        from concern c join family f on f.id = c.family_id join subject u on u.site_id = f.site_id and u.id = f.id
        where c.site_id = $3 and c.id < $4 and (c.stage = 'open' or c.stage = $5) and (c.family_id = $6 or $7 = 'any')
            and c.family_id in (select r.family_id from referral r where r.referred_by = $1
                union select a.family_id from assignment a where a.account_id = $1 and a.starts_on <= $8
                    and (a.ends_on is null or a.ends_on > $8) and (a.role <> 'carer' or c.author_id = $1))
            and c.id not in (select k.concern_id from concern_kept_from k where k.account_id = $1)
            and c.family_id not in (select x.family_id from protected_from x where x.from_account_id = $1)
            and c.family_id not in (select m.family_id from membership m where m.account_id = $1)
        order by c.id desc limit $9";
    MINE = "select f.id, f.reference from assignment a join family f on f.id = a.family_id
        where a.account_id = $1 and a.starts_on <= $2 and (a.ends_on is null or a.ends_on > $2)
            and f.id not in (select x.family_id from protected_from x where x.from_account_id = $1)
        group by f.id, f.reference order by f.reference limit 50";
    TO_READ = "select c.id, c.raised_at from concern_told t join concern c on c.id = t.concern_id
        where t.account_id = $1
            and not exists (select 1 from journal j where j.book_id = c.id and j.action = 'open_concern' and j.actor = $2)
            and c.id not in (select k.concern_id from concern_kept_from k where k.account_id = $1)
            and c.family_id not in (select x.family_id from protected_from x where x.from_account_id = $1)
        order by c.id limit 20";
}

/// Which concerns are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Also those that are decided.
    pub decided: bool,
    /// Only this family's.
    pub family: Option<FamilyId>,
    /// After the one the last page ended with.
    pub after: Option<ConcernId>,
}

/// One line of a list of concerns. Nothing of what was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConcernLine {
    /// The concern.
    pub id: ConcernId,
    /// The family.
    pub family: FamilyId,
    /// What people say aloud for the family.
    pub reference: String,
    /// How staff call the family.
    pub name: String,
    /// When it was raised, microseconds UTC.
    pub raised_at: i64,
    /// Who is at risk.
    pub at_risk: AtRisk,
    /// Whether they were safe for now.
    pub safety: Safety,
    /// Whether nobody has decided what is done.
    pub is_open: bool,
    /// Whether this reader was told of it and has not read it.
    pub waits: bool,
}

/// The concerns this reader may list, the latest first.
pub fn list(tx: &Tx, wanted: Wanted, most: i64) -> Result<Vec<ConcernLine>> {
    let me = tx.account();
    let (actor, day) = (format!("account:{me}"), tx.today().to_string());
    let after = wanted.after.map_or(Uuid::max(), ConcernId::uuid);
    let family = wanted.family.map_or(Uuid::nil(), FamilyId::uuid);
    let all = if wanted.decided { "decided" } else { "open" };
    let any = if wanted.family.is_none() { "any" } else { "one" };
    let mut lines = Vec::new();
    for (site, reach) in &tx.scope().sites {
        let mut values = vec![
            me.into(),
            (&actor).into(),
            (*site).into(),
            after.into(),
            all.into(),
            family.into(),
            any.into(),
        ];
        let statement = match reach {
            Reach::All => &IN_SITE,
            Reach::Own => {
                values.push((&day).into());
                &OWN_IN_SITE
            }
        };
        values.push(most.into());
        lines.extend(tx.rows(statement, &values, |row| line(tx, row))?);
    }
    lines.sort_by_key(|line| std::cmp::Reverse(line.id));
    lines.truncate(usize::try_from(most).unwrap_or_default());
    Ok(lines)
}

fn line(tx: &Tx, row: &Row) -> Result<ConcernLine> {
    let family = row.id(1)?;
    let key = tx.open_subject(family, row.id(2)?, row.bytes(9)?)?;
    Ok(ConcernLine {
        id: ConcernId::from_uuid(row.id(0)?),
        family: FamilyId::from_uuid(family),
        reference: row.text(7)?.to_owned(),
        name: crate::key::open_with(&key, "family", "name", family, row.bytes(8)?)?,
        raised_at: row.int(3)?,
        at_risk: AtRisk::from_key(row.text(4)?).ok_or_else(|| row.broken(4))?,
        safety: Safety::from_key(row.text(5)?).ok_or_else(|| row.broken(5))?,
        is_open: row.text(6)? == "open",
        waits: 0 < row.int(10)? && row.int(11)? == 0,
    })
}

/// The families this reader works with, by their references: about each they can raise a concern, whatever else has lapsed.
pub fn may_raise(tx: &Tx) -> Result<Vec<(FamilyId, String)>> {
    let day = tx.today().to_string();
    tx.rows(&MINE, &[tx.account().into(), (&day).into()], |row| {
        Ok((FamilyId::from_uuid(row.id(0)?), row.text(1)?.to_owned()))
    })
}

/// A concern somebody was told of and has not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToRead {
    /// The concern.
    pub id: ConcernId,
    /// When it was raised, microseconds UTC.
    pub raised_at: i64,
}

/// What an account was told of and has not read, the oldest first, at most twenty: for its first page. It opens nothing.
pub async fn to_read(store: &Store, account: AccountId) -> Result<Vec<ToRead>> {
    let read = move |tx: &Tx| {
        let actor = format!("account:{account}");
        tx.rows(&TO_READ, &[account.into(), (&actor).into()], |row| {
            Ok(ToRead {
                id: ConcernId::from_uuid(row.id(0)?),
                raised_at: row.int(1)?,
            })
        })
    };
    store.job("concern", read).await
}
