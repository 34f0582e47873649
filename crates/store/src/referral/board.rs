//! Referrals as a list: the board.

use crate::error::Result;
use crate::kernel::{Row, Tx, statements};
use domain::access::Reach;
use domain::id::{FamilyId, ReferralId, SiteId};
use jiff::civil::Date;
use uuid::Uuid;

statements! {
    BOARD = "select r.id, r.family_id, r.reference, r.stage, r.received_on, r.reason, r.children, r.adults,
            r.waiting_since, f.name, u.subject_key, r.site_id
        from referral r join family f on f.id = r.family_id join subject u on u.site_id = r.site_id and u.id = r.family_id
        where r.site_id = $1 and r.stage = $2 and (r.received_on, r.id) < ($3, $4)
            and r.family_id not in (select x.family_id from protected_from x where x.from_account_id = $5)
        order by r.received_on desc, r.id desc limit $6";
    BOARD_OWN = "select r.id, r.family_id, r.reference, r.stage, r.received_on, r.reason, r.children, r.adults,
            r.waiting_since, f.name, u.subject_key, r.site_id
        from referral r join family f on f.id = r.family_id join subject u on u.site_id = r.site_id and u.id = r.family_id
        where r.site_id = $1 and r.stage = $2 and (r.received_on, r.id) < ($3, $4)
            and r.family_id not in (select x.family_id from protected_from x where x.from_account_id = $5)
            and (r.referred_by = $5 or r.family_id in (select a.family_id from assignment a
                where a.account_id = $5 and a.starts_on <= $6 and (a.ends_on is null or a.ends_on > $6)))
        order by r.received_on desc, r.id desc limit $7";
    ONE = "select r.id, r.family_id, r.reference, r.stage, r.received_on, r.reason, r.children, r.adults,
            r.waiting_since, f.name, u.subject_key, r.site_id
        from referral r join family f on f.id = r.family_id join subject u on u.site_id = r.site_id and u.id = r.family_id
        where r.id = $1
            and r.family_id not in (select x.family_id from protected_from x where x.from_account_id = $2)";
    COUNTS = "select count(*) from referral r where r.site_id = $1 and r.stage = $2
        and r.family_id not in (select x.family_id from protected_from x where x.from_account_id = $3)";
}

/// One line of the referrals board or the waiting list.
#[derive(Clone, Debug)]
pub struct Line {
    /// The referral.
    pub id: ReferralId,
    /// The family.
    pub family: FamilyId,
    /// What people say aloud for it.
    pub reference: String,
    /// How staff call the family.
    pub name: String,
    /// The stage's key.
    pub stage: String,
    /// The day it was received.
    pub received_on: Date,
    /// The derived reason's key.
    pub reason: String,
    /// How many children it names.
    pub children: i64,
    /// How many adults it names.
    pub adults: i64,
    /// Since when the family waits.
    pub waiting_since: Option<Date>,
    /// The programme area.
    pub site: SiteId,
}

/// Where a page of a list ended: the day and the id of its last line.
pub type After = (Date, ReferralId);

/// The referrals in one stage that this reader may list, newest first.
pub fn board(tx: &Tx, stage: &str, after: Option<After>, most: i64) -> Result<Vec<Line>> {
    let (day, id) = after.map_or(("9999-12-31".to_owned(), Uuid::max()), |(day, id)| {
        (day.to_string(), id.uuid())
    });
    let today = tx.today().to_string();
    let me = tx.account();
    let mut lines = Vec::new();
    for (site, reach) in &tx.scope().sites {
        let mut values = vec![(*site).into(), stage.into(), (&day).into(), id.into(), me.into()];
        let statement = match reach {
            Reach::All => &BOARD,
            Reach::Own => {
                values.push((&today).into());
                &BOARD_OWN
            }
        };
        values.push(most.into());
        lines.extend(tx.rows(statement, &values, |row| read_line(tx, row))?);
    }
    lines.sort_by_key(|line| std::cmp::Reverse((line.received_on, line.id)));
    lines.truncate(usize::try_from(most).unwrap_or_default());
    Ok(lines)
}

/// How many referrals await a decision, and how many families wait, where this reader sees all of them.
pub fn counts(tx: &Tx) -> Result<(u64, u64)> {
    let mut counts = (0, 0);
    for (site, _) in tx.scope().sites.iter().filter(|(_, reach)| *reach == Reach::All) {
        let count = |stage: &'static str| -> Result<u64> {
            let values = [(*site).into(), stage.into(), tx.account().into()];
            Ok(tx
                .row(&COUNTS, &values, |row| row.int(0))?
                .unwrap_or_default()
                .cast_unsigned())
        };
        counts = (counts.0 + count("submitted")?, counts.1 + count("waiting")?);
    }
    Ok(counts)
}

/// The line of one referral, unless this reader may not list its family or it was erased.
pub(super) fn line(tx: &Tx, id: ReferralId) -> Result<Option<Line>> {
    tx.row(&ONE, &[id.into(), tx.account().into()], |row| read_line(tx, row))
}

pub(super) fn read_line(tx: &Tx, row: &Row) -> Result<Line> {
    let family = row.id(1)?;
    let key = tx.open_subject(family, row.id(11)?, row.bytes(10)?)?;
    Ok(Line {
        id: ReferralId::from_uuid(row.id(0)?),
        family: FamilyId::from_uuid(family),
        reference: row.text(2)?.to_owned(),
        name: crate::key::open_with(&key, "family", "name", family, row.bytes(9)?)?,
        stage: row.text(3)?.to_owned(),
        received_on: row.day(4)?,
        reason: row.text(5)?.to_owned(),
        children: row.int(6)?,
        adults: row.int(7)?,
        waiting_since: row
            .text_opt(8)?
            .map(|text| text.parse().map_err(|_| row.broken(8)))
            .transpose()?,
        site: SiteId::from_uuid(row.id(11)?),
    })
}
