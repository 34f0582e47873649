//! What somebody wrote themselves of families they lately stopped working with: which visits and calls for help, and for how
//! long they still read them.

use crate::clock::{instant, london_day};
use crate::error::Result;
use crate::kernel::{Row, Tx, Value, statements};
use domain::access::OWN_TEXT_DAYS;
use domain::id::{CrisisId, FamilyId, SessionId};
use jiff::ToSpan;
use jiff::civil::Date;
use uuid::Uuid;

statements! {
    // The families this account worked with until lately, and not any more, each with the day that ended.
    LATELY = "select a.family_id, max(a.ends_on), f.name, u.site_id, u.subject_key, f.reference
        from assignment a join family f on f.id = a.family_id and f.site_id = $1
            join subject u on u.site_id = f.site_id and u.id = f.id
        where a.account_id = $2 and a.ends_on >= $3 and a.ends_on <= $4
            and not exists (select 1 from assignment o where o.family_id = a.family_id and o.account_id = $2
                and o.starts_on <= $4 and (o.ends_on is null or o.ends_on > $4))
            and a.family_id not in (select x.family_id from protected_from x where x.from_account_id = $2)
        group by a.family_id, f.name, u.site_id, u.subject_key, f.reference order by a.family_id";
    VISITS = "select s.id, s.happened_on, s.kind from session s
        where s.family_id = $1 and s.author_id = $2 and s.stage <> 'planned' order by s.at desc, s.id desc limit $3";
    CALLS = "select c.id, c.at from crisis c where c.family_id = $1 and c.author_id = $2 order by c.at desc, c.id desc limit $3";
}

/// How many of each are listed of one family: the latest.
///
/// Assumption: a visit a day for a year.
const TEXTS_MAX: i64 = 400;

/// What somebody wrote of one family.
#[derive(Clone, Debug)]
pub struct OfFamily {
    /// The family.
    pub family: FamilyId,
    /// How staff call it.
    pub name: String,
    /// What people say aloud for it.
    pub reference: String,
    /// The last day on which what they wrote is open to them.
    pub until: Date,
    /// The visits they wrote down, the latest first, each with its day and its kind of support.
    pub visits: Vec<(SessionId, Date, String)>,
    /// The calls for help they wrote down, the latest first, each with its day.
    pub calls: Vec<(CrisisId, Date)>,
}

/// What this reader wrote of families they lately stopped working with.
///
/// # Errors
/// The store's own.
pub fn list(tx: &Tx) -> Result<Vec<OfFamily>> {
    let (me, today) = (tx.account(), tx.today());
    let since = today.saturating_sub(i32::from(OWN_TEXT_DAYS).days()).to_string();
    let day = today.to_string();
    let mut all = Vec::new();
    for (site, _) in &tx.scope().sites {
        let values: [Value; 4] = [(*site).into(), me.into(), (&since).into(), (&day).into()];
        for mut one in tx.rows(&LATELY, &values, |row| family(tx, row))? {
            let values: [Value; 3] = [one.family.into(), me.into(), TEXTS_MAX.into()];
            one.visits = tx.rows(&VISITS, &values, |row| {
                Ok((SessionId::from_uuid(row.id(0)?), row.day(1)?, row.text(2)?.to_owned()))
            })?;
            one.calls = tx.rows(&CALLS, &values, |row| {
                Ok((CrisisId::from_uuid(row.id(0)?), london_day(instant(row.int(1)?))))
            })?;
            if !(one.visits.is_empty() && one.calls.is_empty()) {
                all.push(one);
            }
        }
    }
    Ok(all)
}

fn family(tx: &Tx, row: &Row) -> Result<OfFamily> {
    let family: Uuid = row.id(0)?;
    let key = tx.open_subject(family, row.id(3)?, row.bytes(4)?)?;
    let ended = row.day(1)?;
    Ok(OfFamily {
        family: FamilyId::from_uuid(family),
        name: crate::key::open_with(&key, "family", "name", family, row.bytes(2)?)?,
        reference: row.text(5)?.to_owned(),
        until: ended.saturating_add(i32::from(OWN_TEXT_DAYS).days()),
        visits: Vec::new(),
        calls: Vec::new(),
    })
}
