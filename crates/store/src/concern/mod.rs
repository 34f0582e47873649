//! Concerns: what is stored when one is raised, added to or decided, to whom it goes, and from whom it is kept.
//!
//! What is written is sealed with the concern's own key, and its entries stand in a book of its own. The view
//! `concern_kept_from` is the one place that says from whom a concern is kept.

mod list;
mod record;
mod show;

pub(crate) use list::ALL as LIST;
pub use list::{ConcernLine, ToRead, Wanted, list, may_raise, to_read};
pub(crate) use record::ALL as RECORD;
pub use record::{Raised, raise, record};
pub(crate) use show::ALL as SHOW;
pub use show::{ConcernShown, EntryShown, Reader, show};

use crate::error::{Error, Result};
use crate::kernel::{Row, Tx, statements};
use crate::key::HOUSE;
use domain::concern::{Concern, Decision, Origin, Stage};
use domain::id::{AccountId, ConcernId, FamilyId, SiteId};
use domain::pack::{Key, NationPack, pack_on};
use domain::role::Role;
use jiff::civil::Date;

statements! {
    BY_ID = "select c.id, c.family_id, c.site_id, c.author_id, c.raised_at, c.stage, c.decision, c.decided_by, c.decided_on,
            c.written_due_at, c.entries, c.row_version
        from concern c where c.id = $1",
        postgres "select c.id, c.family_id, c.site_id, c.author_id, c.raised_at, c.stage, c.decision, c.decided_by, c.decided_on,
            c.written_due_at, c.entries, c.row_version
        from concern c where c.id = $1 for update";
    TEAM = "select a.account_id, a.role from assignment a
            where a.family_id = $1 and a.starts_on <= $2 and (a.ends_on is null or a.ends_on > $2)
        union select h.account_id, h.role from family f join role_held h on h.site_id = f.site_id or h.site_id = $3
            where f.id = $1 and h.stage = 'held' and h.starts_on <= $2 and (h.ends_on is null or h.ends_on > $2)
                and h.role in ('team_manager', 'safeguarding_lead', 'programme_manager', 'programme_officer')
        union select r.referred_by, h.role from referral r
            join role_held h on h.account_id = r.referred_by and h.stage = 'held' and h.role = 'family_worker'
                and h.site_id = r.site_id and h.starts_on <= $2 and (h.ends_on is null or h.ends_on > $2)
            where r.family_id = $1 and not exists (select 1 from assignment o where o.family_id = $1
                and o.role = 'family_worker' and o.starts_on <= $2 and (o.ends_on is null or o.ends_on > $2))
        order by 2, 1";
    FAMILY_OF_VISIT = "select family_id from session where id = $1";
    FAMILY_OF_CALL = "select family_id from crisis where id = $1";
    NATION = "select nation from site where id = $1";
    OF_FAMILY = "select c.id, c.author_id from concern c where c.family_id = $1
        and c.id not in (select k.concern_id from concern_kept_from k where k.account_id = $2)";
    OPENED = "select j.seq from journal j where j.book_id = $1 and j.action = 'open_concern' and j.actor <> $2 limit 1";
}

/// Loads a concern to decide on it; on the server its row is held until the unit of work ends.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub fn load(tx: &Tx, id: ConcernId) -> Result<Concern> {
    tx.row(&BY_ID, &[id.into()], read)?.ok_or(Error::NotFound)
}

/// Who works with a family today, and who answers for its area: who can be named in a concern, each with each role.
///
/// Whoever referred works with it until somebody else is assigned in their place.
pub fn team(tx: &Tx, family: FamilyId) -> Result<Vec<(AccountId, Role)>> {
    let day = tx.today().to_string();
    tx.rows(&TEAM, &[family.into(), (&day).into(), HOUSE.into()], |row| {
        let role = Role::from_key(row.text(1)?).ok_or_else(|| row.broken(1))?;
        Ok((AccountId::from_uuid(row.id(0)?), role))
    })
}

/// Whether what a concern is said to have come from is this family's.
pub fn is_of(tx: &Tx, family: FamilyId, origin: Option<Origin>) -> Result<bool> {
    let found = match origin {
        None => return Ok(false),
        Some(Origin::Session(id)) => tx.row(&FAMILY_OF_VISIT, &[id.into()], |row| row.id(0))?,
        Some(Origin::Crisis(id)) => tx.row(&FAMILY_OF_CALL, &[id.into()], |row| row.id(0))?,
    };
    Ok(found == Some(family.uuid()))
}

/// Within how many hours a report in writing must follow in this area today, where its nation says so.
pub fn written_within(tx: &Tx, site: SiteId, packs: &[NationPack]) -> Result<Option<u16>> {
    let nation = tx.row(&NATION, &[site.into()], |row| {
        Key::parse(row.text(0)?).map_err(|_| row.broken(0))
    })?;
    let pack = pack_on(packs, &nation.ok_or(Error::NotFound)?, tx.today());
    Ok(pack
        .and_then(|pack| pack.concern_written.as_ref())
        .map(|within| within.hours))
}

/// How many concerns of a family nobody has read but whoever raised them: whoever closes with the family is told.
///
/// Less those that are kept from whoever asks: that there is one is never said to whom it concerns.
pub fn unread(tx: &Tx, family: FamilyId) -> Result<u64> {
    let concerns = tx.rows(&OF_FAMILY, &[family.into(), tx.account().into()], |row| {
        Ok((row.id(0)?, AccountId::from_uuid(row.id(1)?)))
    })?;
    let mut unread = 0;
    for (id, author) in concerns {
        let author = format!("account:{author}");
        let opened = tx.row(&OPENED, &[id.into(), (&author).into()], |row| row.int(0))?;
        unread += u64::from(opened.is_none());
    }
    Ok(unread)
}

fn read(row: &Row) -> Result<Concern> {
    let due = row.int_opt(9)?.map(crate::clock::instant);
    Ok(Concern {
        id: ConcernId::from_uuid(row.id(0)?),
        family: FamilyId::from_uuid(row.id(1)?),
        site: SiteId::from_uuid(row.id(2)?),
        author: AccountId::from_uuid(row.id(3)?),
        raised_at: crate::clock::instant(row.int(4)?),
        stage: stage(row, 5)?,
        written_due: due,
        entries: u32::try_from(row.int(10)?).map_err(|_| row.broken(10))?,
        version: row.int(11)?,
    })
}

/// The stage in four columns from `at` on.
fn stage(row: &Row, at: usize) -> Result<Stage> {
    let decision = row.text_opt(at + 1)?.and_then(Decision::from_key);
    let on = row.text_opt(at + 3)?.and_then(|day| day.parse::<Date>().ok());
    match (row.text(at)?, decision, row.id_opt(at + 2)?, on) {
        ("open", None, None, None) => Ok(Stage::Open),
        ("decided", Some(decision), Some(by), Some(on)) => Ok(Stage::Decided {
            by: AccountId::from_uuid(by),
            on,
            decision,
        }),
        _ => Err(row.broken(at)),
    }
}
