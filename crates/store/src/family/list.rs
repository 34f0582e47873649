//! The families a reader works with, newest first.

use crate::error::Result;
use crate::kernel::{Row, Tx, statements};
use domain::access::Reach;
use domain::id::{FamilyId, SiteId};
use uuid::Uuid;

statements! {
    IN_SITE = "select f.id, f.reference, f.name, f.site_id, u.subject_key, f.stage,
            (select r.stage from referral r where r.site_id = f.site_id and r.family_id = f.id order by r.received_on desc, r.id desc limit 1)
        from family f join subject u on u.site_id = f.site_id and u.id = f.id
        where f.site_id = $1 and f.stage = 'open' and f.id < $2
            and f.id not in (select x.family_id from protected_from x where x.from_account_id = $3)
        order by f.id desc limit $4";
    OWN_IN_SITE = "select f.id, f.reference, f.name, f.site_id, u.subject_key, f.stage,
            (select r.stage from referral r where r.site_id = f.site_id and r.family_id = f.id order by r.received_on desc, r.id desc limit 1)
        from family f join subject u on u.site_id = f.site_id and u.id = f.id
        where f.site_id = $1 and f.stage = 'open' and f.id < $2
            and f.id in (select r.family_id from referral r where r.referred_by = $3
                union select a.family_id from assignment a where a.account_id = $3 and a.starts_on <= $4
                    and (a.ends_on is null or a.ends_on > $4))
            and f.id not in (select x.family_id from protected_from x where x.from_account_id = $3)
        order by f.id desc limit $5";
}

/// One line of a list of families.
#[derive(Clone, Debug)]
pub struct Line {
    /// The family.
    pub id: FamilyId,
    /// What people say aloud for it.
    pub reference: String,
    /// How staff call it.
    pub name: String,
    /// Its programme area.
    pub site: SiteId,
    /// The state of its newest referral, if it has one.
    pub referral: Option<String>,
}

/// The families this reader may list, newest first, after the one the last page ended with.
pub fn list(tx: &Tx, after: Option<FamilyId>, most: i64) -> Result<Vec<Line>> {
    let after = after.map_or(Uuid::max(), FamilyId::uuid);
    let day = tx.today().to_string();
    let me = tx.account();
    let mut lines = Vec::new();
    for (site, reach) in &tx.scope().sites {
        let read = |row: &Row| read_line(tx, row);
        lines.extend(match reach {
            Reach::All => tx.rows(&IN_SITE, &[(*site).into(), after.into(), me.into(), most.into()], read)?,
            Reach::Own => {
                let values = [(*site).into(), after.into(), me.into(), (&day).into(), most.into()];
                tx.rows(&OWN_IN_SITE, &values, read)?
            }
        });
    }
    lines.sort_by_key(|line| std::cmp::Reverse(line.id));
    lines.truncate(usize::try_from(most).unwrap_or_default());
    Ok(lines)
}

fn read_line(tx: &Tx, row: &Row) -> Result<Line> {
    let id = row.id(0)?;
    let key = tx.open_subject(id, row.id(3)?, row.bytes(4)?)?;
    Ok(Line {
        id: FamilyId::from_uuid(id),
        reference: row.text(1)?.to_owned(),
        name: crate::key::open_with(&key, "family", "name", id, row.bytes(2)?)?,
        site: SiteId::from_uuid(row.id(3)?),
        referral: row.text_opt(6)?.map(ToOwned::to_owned),
    })
}
