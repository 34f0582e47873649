//! Families by what is due about them, the earliest first, as far as a reader may list them.

use crate::error::Result;
use crate::kernel::{Row, Tx, Value, statements};
use domain::access::Reach;
use domain::due::DueKind;
use domain::id::FamilyId;
use jiff::civil::Date;
use uuid::Uuid;

statements! {
    DUE = "select f.id, f.reference, f.name, f.site_id, u.subject_key, f.next_due_on, f.due_kind
        from family f join subject u on u.site_id = f.site_id and u.id = f.id
        where f.site_id = $1 and (f.next_due_on, f.id) > ($2, $3) and f.next_due_on <= $4 and (f.stage = 'open' or f.due_kind = 'follow_up')
            and f.id not in (select x.family_id from protected_from x where x.from_account_id = $5)
        order by f.next_due_on, f.id limit $6";
    OWN_DUE = "select f.id, f.reference, f.name, f.site_id, u.subject_key, f.next_due_on, f.due_kind
        from family f join subject u on u.site_id = f.site_id and u.id = f.id
        where f.site_id = $1 and (f.next_due_on, f.id) > ($2, $3) and f.next_due_on <= $4 and (f.stage = 'open' or f.due_kind = 'follow_up')
            and f.id not in (select x.family_id from protected_from x where x.from_account_id = $5)
            and f.id in (select r.family_id from referral r where r.referred_by = $5
                union select a.family_id from assignment a where a.account_id = $5 and a.starts_on <= $6
                    and (a.ends_on is null or a.ends_on > $6))
        order by f.next_due_on, f.id limit $7";
    REVIEWS = "select f.id, f.reference, f.name, f.site_id, u.subject_key, f.review_due_on, 'review'
        from family f join subject u on u.site_id = f.site_id and u.id = f.id
        where f.site_id = $1 and (f.review_due_on, f.id) > ($2, $3) and f.review_due_on <= $4 and f.stage = 'open'
            and f.id not in (select x.family_id from protected_from x where x.from_account_id = $5)
        order by f.review_due_on, f.id limit $6";
    OWN_REVIEWS = "select f.id, f.reference, f.name, f.site_id, u.subject_key, f.review_due_on, 'review'
        from family f join subject u on u.site_id = f.site_id and u.id = f.id
        where f.site_id = $1 and (f.review_due_on, f.id) > ($2, $3) and f.review_due_on <= $4 and f.stage = 'open'
            and f.id not in (select x.family_id from protected_from x where x.from_account_id = $5)
            and f.id in (select r.family_id from referral r where r.referred_by = $5
                union select a.family_id from assignment a where a.account_id = $5 and a.starts_on <= $6
                    and (a.ends_on is null or a.ends_on > $6))
        order by f.review_due_on, f.id limit $7";
}

/// What is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The earliest thing due about each family.
    All,
    /// Each family's next review.
    Reviews,
}

/// A place in the list: after this day and family.
pub type Place = (Date, FamilyId);

/// One family with what is due about it.
#[derive(Clone, Debug)]
pub struct Line {
    /// The family.
    pub id: FamilyId,
    /// What people say aloud for it.
    pub reference: String,
    /// How staff call it.
    pub name: String,
    /// The last day for it.
    pub on: Date,
    /// What.
    pub kind: DueKind,
}

/// Families this reader may list about which something is due up to a day, the earliest first, after a place.
///
/// # Errors
/// The store's own.
pub fn list(tx: &Tx, which: Which, until: Date, after: Option<Place>, most: i64) -> Result<Vec<Line>> {
    let (after_on, after_id) = match after {
        Some((on, id)) => (on.to_string(), id.uuid()),
        None => (String::new(), Uuid::nil()),
    };
    let (until, today, me) = (until.to_string(), tx.today().to_string(), tx.account());
    let mut lines = Vec::new();
    for (site, reach) in &tx.scope().sites {
        let mut values: Vec<Value> = vec![
            (*site).into(),
            (&after_on).into(),
            after_id.into(),
            (&until).into(),
            me.into(),
        ];
        if *reach == Reach::Own {
            values.push((&today).into());
        }
        values.push(most.into());
        let statement = match (which, reach) {
            (Which::All, Reach::All) => &DUE,
            (Which::All, Reach::Own) => &OWN_DUE,
            (Which::Reviews, Reach::All) => &REVIEWS,
            (Which::Reviews, Reach::Own) => &OWN_REVIEWS,
        };
        lines.extend(tx.rows(statement, &values, |row| read(tx, row))?);
    }
    lines.sort_by_key(|line| (line.on, line.id));
    lines.truncate(usize::try_from(most).unwrap_or_default());
    Ok(lines)
}

fn read(tx: &Tx, row: &Row) -> Result<Line> {
    let id = row.id(0)?;
    let key = tx.open_subject(id, row.id(3)?, row.bytes(4)?)?;
    Ok(Line {
        id: FamilyId::from_uuid(id),
        reference: row.text(1)?.to_owned(),
        name: crate::key::open_with(&key, "family", "name", id, row.bytes(2)?)?,
        on: row.day(5)?,
        kind: DueKind::from_key(row.text(6)?).ok_or_else(|| row.broken(6))?,
    })
}
