//! Families as a list shows them: where each stands, its level, its visits, its next review; all of them, or those of one sort.

use crate::error::Result;
use crate::kernel::{Row, Tx, Value, statements};
use domain::access::Reach;
use domain::due::DueKind;
use domain::id::{FamilyId, SiteId};
use domain::level::Level;
use domain::plan::ends_soon;
use jiff::civil::Date;
use uuid::Uuid;

statements! {
    // What a family's own row and its newest referral say: a whole area has many families, most of them not supported now.
    BRIEF_IN_SITE = "select f.id, f.reference, f.name, f.site_id, u.subject_key,
            (select r.stage from referral r where r.site_id = f.site_id and r.family_id = f.id
                order by r.received_on desc, r.id desc limit 1),
            f.review_due_on, f.next_due_on, f.due_kind
        from family f join subject u on u.site_id = f.site_id and u.id = f.id
        where f.site_id = $1 and f.stage = 'open' and f.id < $2
            and f.id not in (select x.family_id from protected_from x where x.from_account_id = $3)
        order by f.id desc limit $4";
    IN_SITE = "select f.id, f.reference, f.name, f.site_id, u.subject_key,
            (select r.stage from referral r where r.site_id = f.site_id and r.family_id = f.id
                order by r.received_on desc, r.id desc limit 1),
            (select s.to_level from step s where s.family_id = f.id and s.stepped_on <= $1
                order by s.stepped_on desc, s.id desc limit 1),
            (select d.happened_on from session d where d.family_id = f.id and d.stage = 'done' order by d.at desc, d.id desc limit 1),
            (select min(n.happened_on) from session n where n.family_id = f.id and n.stage = 'planned'),
            (select p.planned_end from plan p where p.family_id = f.id order by p.version_no desc limit 1),
            (select count(*) from extension x where x.family_id = f.id and x.stage = 'asked'),
            (select count(*) from matching m where m.family_id = f.id and m.stage = 'active'),
            f.review_due_on, f.next_due_on, f.due_kind
        from family f join subject u on u.site_id = f.site_id and u.id = f.id
        where f.site_id = $2 and f.stage = 'open' and f.id < $3
            and f.id not in (select x.family_id from protected_from x where x.from_account_id = $4)
        order by f.id desc limit $5";
    OWN_IN_SITE = "select f.id, f.reference, f.name, f.site_id, u.subject_key,
            (select r.stage from referral r where r.site_id = f.site_id and r.family_id = f.id
                order by r.received_on desc, r.id desc limit 1),
            (select s.to_level from step s where s.family_id = f.id and s.stepped_on <= $1
                order by s.stepped_on desc, s.id desc limit 1),
            (select d.happened_on from session d where d.family_id = f.id and d.stage = 'done' order by d.at desc, d.id desc limit 1),
            (select min(n.happened_on) from session n where n.family_id = f.id and n.stage = 'planned'),
            (select p.planned_end from plan p where p.family_id = f.id order by p.version_no desc limit 1),
            (select count(*) from extension x where x.family_id = f.id and x.stage = 'asked'),
            (select count(*) from matching m where m.family_id = f.id and m.stage = 'active'),
            f.review_due_on, f.next_due_on, f.due_kind
        from family f join subject u on u.site_id = f.site_id and u.id = f.id
        where f.site_id = $2 and f.stage = 'open' and f.id < $3
            and f.id in (select r.family_id from referral r where r.referred_by = $4
                union select a.family_id from assignment a where a.account_id = $4 and a.starts_on <= $1
                    and (a.ends_on is null or a.ends_on > $1))
            and f.id not in (select x.family_id from protected_from x where x.from_account_id = $4)
        order by f.id desc limit $5";
    // Those with a carer or between two, by the referral that was matched: no more than the places of an area and a few.
    SUPPORTED = "select f.id, f.reference, f.name, f.site_id, u.subject_key, r.stage,
            (select s.to_level from step s where s.family_id = f.id and s.stepped_on <= $1
                order by s.stepped_on desc, s.id desc limit 1),
            (select d.happened_on from session d where d.family_id = f.id and d.stage = 'done' order by d.at desc, d.id desc limit 1),
            (select min(n.happened_on) from session n where n.family_id = f.id and n.stage = 'planned'),
            (select p.planned_end from plan p where p.family_id = f.id order by p.version_no desc limit 1),
            (select count(*) from extension x where x.family_id = f.id and x.stage = 'asked'),
            (select count(*) from matching m where m.family_id = f.id and m.stage = 'active'),
            f.review_due_on, f.next_due_on, f.due_kind
        from referral r join family f on f.id = r.family_id join subject u on u.site_id = f.site_id and u.id = f.id
        where r.site_id = $2 and r.stage = 'matched' and f.stage = 'open' and f.id < $3
            and f.id not in (select x.family_id from protected_from x where x.from_account_id = $4)
        order by f.id desc limit $5";
}

/// Which families are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// All the reader works with.
    All,
    /// Those with support now.
    Supported,
    /// Those supported at a level today.
    AtLevel(Level),
    /// Those between two carers.
    Between,
    /// Those for whom more time was asked.
    Longer,
    /// Those whose support ends soon, as it is planned.
    Ending,
}

/// A family of a list.
#[derive(Clone, Debug)]
pub struct Case {
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
    /// How it is supported, where it is.
    pub standing: Standing,
    /// The day of the last visit that took place.
    pub last: Option<Date>,
    /// The day of the next visit that is planned.
    pub next: Option<Date>,
    /// By when the next review is to be held.
    pub review_on: Option<Date>,
    /// What is due first, and its day.
    pub due: Option<(DueKind, Date)>,
}

/// How a family is supported today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Whether support was decided on and has not ended.
    pub goes_on: bool,
    /// Its level, where support goes on.
    pub level: Option<Level>,
    /// Whether it is supported and has no carer now.
    pub is_between: bool,
    /// Whether more time was asked and nobody has answered.
    pub asks_longer: bool,
    /// The planned end of its support.
    pub planned_end: Option<Date>,
}

/// How much is read of each family of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Of all the families of a whole area no more than where each stands with its referral and what is due.
    Brief,
    /// Of each family everything a list shows.
    Whole,
}

impl Show {
    /// Whether a family that stands so is of this sort.
    pub fn wants(self, standing: &Standing, today: Date) -> bool {
        let ends = || standing.planned_end.is_some_and(|end| ends_soon(end, today));
        match self {
            Self::All => true,
            Self::Supported => standing.goes_on,
            Self::AtLevel(level) => !standing.is_between && standing.level == Some(level),
            Self::Between => standing.is_between,
            Self::Longer => standing.level.is_some() && standing.asks_longer,
            Self::Ending => standing.level.is_some() && ends(),
        }
    }
}

/// The families this reader may list that are of one sort, newest first, after the one the last page ended with.
///
/// # Errors
/// The store's own.
pub fn cases(tx: &Tx, (show, detail): (Show, Detail), after: Option<FamilyId>, most: usize) -> Result<Vec<Case>> {
    let after = after.map_or(Uuid::max(), FamilyId::uuid);
    let (me, today) = (tx.account(), tx.today());
    let day = today.to_string();
    let mut cases = Vec::new();
    for (site, reach) in &tx.scope().sites {
        let every_row_is_wanted = show == Show::All || (show == Show::Supported && *reach == Reach::All);
        // Of one sort are only families with support, and of those there are no more than places.
        let limit = if every_row_is_wanted { most } else { SUPPORTED_MAX };
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let statement = match (reach, show, detail) {
            (Reach::All, Show::All, Detail::Brief) => {
                let values: [Value; 4] = [(*site).into(), after.into(), me.into(), limit.into()];
                cases.extend(tx.rows(&BRIEF_IN_SITE, &values, |row| read(tx, row, Standing::default(), 6))?);
                continue;
            }
            (Reach::Own, ..) => &OWN_IN_SITE,
            (Reach::All, Show::All, Detail::Whole) => &IN_SITE,
            (Reach::All, ..) => &SUPPORTED,
        };
        let values: [Value; 5] = [(&day).into(), (*site).into(), after.into(), me.into(), limit.into()];
        let found = tx.rows(statement, &values, |row| {
            let standing = standing(row, 5)?;
            if !show.wants(&standing, today) {
                return Ok(None);
            }
            // A name is opened of no more families than are shown.
            Ok(Some(Case {
                last: row.day_opt(7)?,
                next: row.day_opt(8)?,
                ..read(tx, row, standing, 12)?
            }))
        })?;
        cases.extend(found.into_iter().flatten());
    }
    cases.sort_by_key(|case| std::cmp::Reverse(case.id));
    cases.truncate(most);
    Ok(cases)
}

/// The most families with support that are looked through.
///
/// Assumption: 2,000, more than the places of any area: 22 authorities with twenty carers of four places each have 1,760.
pub(super) const SUPPORTED_MAX: usize = 2000;

/// How a family stands: the state of its referral, its level, three days of visits and plan, and two counts, from a column on.
fn standing(row: &Row, at: usize) -> Result<Standing> {
    let is_supported = row.text_opt(at)? == Some("matched");
    if !is_supported {
        return Ok(Standing::default());
    }
    Ok(Standing {
        goes_on: true,
        level: level(row, at + 1)?,
        planned_end: row.day_opt(at + 4)?,
        asks_longer: 0 < row.int(at + 5)?,
        is_between: row.int(at + 6)? == 0,
    })
}

pub(super) fn level(row: &Row, at: usize) -> Result<Option<Level>> {
    let level = |number: i64| u8::try_from(number).ok().and_then(Level::new);
    let found = row.int_opt(at)?;
    found
        .map(|number| level(number).ok_or_else(|| row.broken(at)))
        .transpose()
}

/// A family without its visits; what is due stands from column `due` on.
fn read(tx: &Tx, row: &Row, standing: Standing, due: usize) -> Result<Case> {
    let id = row.id(0)?;
    let key = tx.open_subject(id, row.id(3)?, row.bytes(4)?)?;
    let kind = row
        .text_opt(due + 2)?
        .map(|key| DueKind::from_key(key).ok_or_else(|| row.broken(due + 2)));
    Ok(Case {
        id: FamilyId::from_uuid(id),
        reference: row.text(1)?.to_owned(),
        name: crate::key::open_with(&key, "family", "name", id, row.bytes(2)?)?,
        site: SiteId::from_uuid(row.id(3)?),
        referral: row.text_opt(5)?.map(ToOwned::to_owned),
        standing,
        last: None,
        next: None,
        review_on: row.day_opt(due)?,
        due: kind.transpose()?.zip(row.day_opt(due + 1)?),
    })
}
