//! Families that may be one as a list, and what a single record needs to know of it.

use super::{read_signs, read_stage};
use crate::error::Result;
use crate::kernel::{Row, Tx, statements};
use domain::access::Reach;
use domain::id::{FamilyId, LikenessId, SiteId};
use domain::likeness::settle::Stage;
use domain::likeness::{Sign, Strength};
use uuid::Uuid;

statements! {
    LIST = "select l.id, l.site_id, l.strength, l.signs, l.found_at, l.stage, l.settled_at, m.into_family_id,
            f.id, f.reference, f.name, fu.subject_key, g.id, g.reference, g.name, gu.subject_key
        from likeness l
            join family f on f.id = l.one_family_id join subject fu on fu.site_id = f.site_id and fu.id = f.id
            join family g on g.id = l.other_family_id join subject gu on gu.site_id = g.site_id and gu.id = g.id
            left join family_merge m on m.likeness_id = l.id and m.undone_at is null
        where l.site_id = $1 and l.stage = $2 and (l.found_at, l.id) < ($3, $4)
            and l.one_family_id not in (select x.family_id from protected_from x where x.from_account_id = $5)
            and l.other_family_id not in (select x.family_id from protected_from x where x.from_account_id = $5)
        order by l.found_at desc, l.id desc limit $6";
    OPEN_OF = "select l.id from likeness l
        where (l.one_family_id = $1 or l.other_family_id = $1) and l.stage = 'open'
            and l.one_family_id not in (select x.family_id from protected_from x where x.from_account_id = $2)
            and l.other_family_id not in (select x.family_id from protected_from x where x.from_account_id = $2)
        order by l.found_at desc, l.id desc limit 1";
    JOINED = "select f.id, f.reference, 1 as kept from family_merge m join family f on f.id = m.into_family_id
        where m.from_family_id = $1 and m.undone_at is null
            and f.id not in (select x.family_id from protected_from x where x.from_account_id = $2)
        union all
        select f.id, f.reference, 0 from family_merge m join family f on f.id = m.from_family_id
        where m.into_family_id = $1 and m.undone_at is null
            and f.id not in (select x.family_id from protected_from x where x.from_account_id = $2)
        order by kept desc, 2";
}

/// Where a page of the list ended: when its last line was found, and its id.
pub type After = (i64, LikenessId);

/// One line: two families that may be one.
#[derive(Clone, Debug)]
pub struct Line {
    /// The question.
    pub id: LikenessId,
    /// Its programme area.
    pub site: SiteId,
    /// How strongly they are alike.
    pub strength: Strength,
    /// What speaks for it.
    pub signs: Vec<Sign>,
    /// When it was found, microseconds UTC.
    pub found_at: i64,
    /// Where it stands.
    pub stage: Stage,
    /// When it was settled, microseconds UTC.
    pub settled_at: Option<i64>,
    /// Each family, what people say aloud for it, and how staff call it.
    pub families: [(FamilyId, String, String); 2],
}

/// The questions at one stage that this reader may see, the latest found first.
pub fn list(tx: &Tx, stage: &str, after: Option<After>, most: i64) -> Result<Vec<Line>> {
    let (at, id) = after.map_or((i64::MAX, Uuid::max()), |(at, id)| (at, id.uuid()));
    let mut lines = Vec::new();
    for (site, _) in tx.scope().sites.iter().filter(|(_, reach)| *reach == Reach::All) {
        let values = [
            (*site).into(),
            stage.into(),
            at.into(),
            id.into(),
            tx.account().into(),
            most.into(),
        ];
        lines.extend(tx.rows(&LIST, &values, |row| read_line(tx, row))?);
    }
    lines.sort_by_key(|line| std::cmp::Reverse((line.found_at, line.id)));
    lines.truncate(usize::try_from(most).unwrap_or_default());
    Ok(lines)
}

fn read_line(tx: &Tx, row: &Row) -> Result<Line> {
    let site = row.id(1)?;
    let family = |at: usize| -> Result<(FamilyId, String, String)> {
        let id = row.id(at)?;
        let key = tx.open_subject(id, site, row.bytes(at + 3)?)?;
        let name = crate::key::open_with(&key, "family", "name", id, row.bytes(at + 2)?)?;
        Ok((FamilyId::from_uuid(id), row.text(at + 1)?.to_owned(), name))
    };
    Ok(Line {
        id: LikenessId::from_uuid(row.id(0)?),
        site: SiteId::from_uuid(site),
        strength: Strength::from_key(row.text(2)?).ok_or_else(|| row.broken(2))?,
        signs: read_signs(row, 3)?,
        found_at: row.int(4)?,
        stage: read_stage(row, 5, row.id_opt(7)?.map(FamilyId::from_uuid))?,
        settled_at: row.int_opt(6)?,
        families: [family(8)?, family(12)?],
    })
}

/// An open question about a family, if there is one and nobody in either is protected from this reader.
pub fn may_be_known(tx: &Tx, family: FamilyId) -> Result<Option<LikenessId>> {
    tx.row(&OPEN_OF, &[family.into(), tx.account().into()], |row| {
        Ok(LikenessId::from_uuid(row.id(0)?))
    })
}

/// A record that a family's was joined with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    /// The other family.
    pub family: FamilyId,
    /// What people say aloud for it. Whoever may open it is told.
    pub reference: String,
    /// Whether it is the record that is kept.
    pub is_kept: bool,
}

/// The records a family's was joined with, the one that is kept first, and none in which somebody is protected from this
/// reader.
pub fn joined_to(tx: &Tx, family: FamilyId) -> Result<Vec<Joined>> {
    tx.rows(&JOINED, &[family.into(), tx.account().into()], |row| {
        Ok(Joined {
            family: FamilyId::from_uuid(row.id(0)?),
            reference: row.text(1)?.to_owned(),
            is_kept: row.int(2)? == 1,
        })
    })
}
