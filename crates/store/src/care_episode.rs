//! Times in care as rows. What was put right stays and says so; the others are what `domain::care_episode` asks.

use crate::error::{Error, Result};
use crate::journal::event::{AfterFact, Fact};
use crate::journal::history::account_name;
use crate::journal::{BookKind, Entry, Part};
use crate::kernel::{Row, Tx, Value, statements};
use domain::care_episode::{Bounds, Episode, EpisodeKind, NewEpisode, Refusal, Source};
use domain::family::Family;
use domain::id::{AccountId, BookId, EpisodeId, FamilyId, PersonId, SiteId};
use jiff::civil::Date;

statements! {
    OF_FAMILY = "select e.id, e.child_id, e.kind, e.from_on, e.to_on, e.source, e.recorded_by, e.made_at
        from care_episode e join person p on p.id = e.child_id
        where p.family_id = $1 and e.stage = 'stands' order by e.from_on desc, e.id desc";
    MAKE = "insert into care_episode (id, child_id, site_id, kind, from_on, to_on, source, stage, recorded_by, made_at)
        values ($1, $2, $3, $4, $5, $6, $7, 'stands', $8, $9)";
    PUT_RIGHT = "update care_episode set stage = 'put_right' where id = $1 and child_id = $2 and stage = 'stands'";
}

/// A time in care as a page shows it.
#[derive(Clone, Debug)]
pub struct EpisodeShown {
    /// Its id.
    pub id: EpisodeId,
    /// What it is.
    pub episode: Episode,
    /// Who wrote it down, while the account is there.
    pub by: Option<String>,
    /// When, microseconds UTC.
    pub at: i64,
}

/// The times in care of a family's children, the latest first, less what was put right.
///
/// # Errors
/// The store's own.
pub fn of_family(tx: &Tx, family: FamilyId) -> Result<Vec<EpisodeShown>> {
    tx.rows(&OF_FAMILY, &[family.into()], |row| {
        Ok(EpisodeShown {
            id: EpisodeId::from_uuid(row.id(0)?),
            episode: read(row)?,
            by: account_name(tx, AccountId::from_uuid(row.id(6)?))?,
            at: row.int(7)?,
        })
    })
}

fn read(row: &Row) -> Result<Episode> {
    Ok(Episode {
        child: PersonId::from_uuid(row.id(1)?),
        kind: EpisodeKind::from_key(row.text(2)?).ok_or_else(|| row.broken(2))?,
        from: row.day(3)?,
        to: row.day_opt(4)?,
        source: Source::from_key(row.text(5)?).ok_or_else(|| row.broken(5))?,
    })
}

/// Lets the rules decide on a time in care of a child of this family; the one it takes the place of, if any, is not asked.
///
/// # Errors
/// The store's own; inside, the refusal of the rules.
pub fn decide(
    tx: &Tx,
    family: &Family,
    instead_of: Option<EpisodeId>,
    new: NewEpisode,
) -> Result<std::result::Result<Episode, Refusal>> {
    let children: Vec<(PersonId, Option<Date>)> = family
        .children()
        .map(|child| (child.id, child.birth.first_day()))
        .collect();
    let known = tx.rows(&OF_FAMILY, &[family.id.into()], |row| {
        Ok((EpisodeId::from_uuid(row.id(0)?), read(row)?))
    })?;
    let others = known.into_iter().filter(|(id, _)| Some(*id) != instead_of);
    let known: Vec<Episode> = others.map(|(_, episode)| episode).collect();
    let bounds = Bounds {
        children: &children,
        known: &known,
        today: tx.today(),
    };
    Ok(domain::care_episode::record(new, bounds))
}

/// Stores a time in care, with the entry in the family's book, sealed for the child.
///
/// # Errors
/// The store's own.
pub fn make(tx: &Tx, (family, site): (FamilyId, SiteId), episode: &Episode) -> Result<EpisodeId> {
    let id = EpisodeId::from_uuid(crate::id::fresh(tx.now()));
    let (from, to) = (episode.from.to_string(), episode.to.map(|to| to.to_string()));
    let values: [Value; 9] = [
        id.into(),
        episode.child.into(),
        site.into(),
        episode.kind.key().into(),
        (&from).into(),
        to.as_ref().into(),
        episode.source.key().into(),
        tx.account().into(),
        tx.now_micros().into(),
    ];
    tx.run(&MAKE, &values)?;
    let fact = AfterFact::CareWritten {
        episode: id.to_string(),
        kind: episode.kind.key().to_owned(),
        from,
        to,
        source: episode.source.key().to_owned(),
    };
    note(tx, family, (episode.child, id), "care_written", fact)?;
    Ok(id)
}

/// Stores that a time in care of a child was not right as it was written: it stays, and counts no more.
///
/// # Errors
/// [`Error::NotFound`] when the child has no such time, or it was put right before.
pub fn put_right(tx: &Tx, family: FamilyId, (child, id): (PersonId, EpisodeId)) -> Result<()> {
    if tx.run(&PUT_RIGHT, &[id.into(), child.into()])? == 0 {
        return Err(Error::NotFound);
    }
    let fact = AfterFact::CarePutRight {
        episode: id.to_string(),
    };
    note(tx, family, (child, id), "care_put_right", fact)
}

/// Writes down what a closing or a follow-up says of a child's care, where nothing of that kind is known of those days.
pub(crate) fn learn(
    tx: &Tx,
    family: &Family,
    (child, kind, from): (PersonId, EpisodeKind, Date),
    source: Source,
) -> Result<()> {
    let new = NewEpisode {
        child,
        kind,
        from,
        to: None,
        source,
    };
    match decide(tx, family, None, new)? {
        Ok(episode) => make(tx, (family.id, family.site), &episode).map(|_| ()),
        // It is known, or cannot be: what was said stands with what said it.
        Err(_) => Ok(()),
    }
}

fn note(
    tx: &Tx,
    family: FamilyId,
    (child, id): (PersonId, EpisodeId),
    action: &'static str,
    fact: AfterFact,
) -> Result<()> {
    tx.append(&Entry {
        book: BookId::from_uuid(family.uuid()),
        kind: BookKind::Family,
        action,
        object_kind: "care_episode",
        object_id: Some(id.uuid()),
        parts: vec![Part {
            subject: child.uuid(),
            body: Fact::After(fact).write(),
        }],
    })?;
    Ok(())
}
