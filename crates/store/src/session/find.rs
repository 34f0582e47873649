//! Visits found by day, kind, carer and family. What was written of them is sealed and is no part of it: words that nobody can
//! look for are words that nobody finds by chance.

use super::{at_minute, stage};
use crate::error::Result;
use crate::journal::history::account_name;
use crate::kernel::{Row, Tx, Value, statements};
use domain::access::Reach;
use domain::id::{AccountId, FamilyId, HouseholdId, SessionId};
use domain::session::{Stage, When};
use domain::support::{SupportKind, kind};
use jiff::ToSpan;
use jiff::civil::{Date, Time};
use uuid::Uuid;

statements! {
    IN_AREA = "select s.at, s.id, s.family_id, s.author_id, s.kind, s.happened_on, s.start_minute, s.minutes, s.stage, s.why,
            f.name, f.site_id, u.subject_key, f.reference
        from family f join session s on s.family_id = f.id and s.at >= $1 and (s.at, s.id) < ($2, $3)
            join subject u on u.site_id = f.site_id and u.id = f.id
        where f.site_id = $4 and f.stage = 'open' and ($5 = '' or s.kind = $5)
            and f.id not in (select x.family_id from protected_from x where x.from_account_id = $6)
        order by s.at desc, s.id desc limit $7";
    OF_FAMILY = "select s.at, s.id, s.family_id, s.author_id, s.kind, s.happened_on, s.start_minute, s.minutes, s.stage, s.why,
            f.name, f.site_id, u.subject_key, f.reference
        from session s join family f on f.id = s.family_id and f.stage = 'open'
            join subject u on u.site_id = f.site_id and u.id = f.id
        where s.at >= $1 and (s.at, s.id) < ($2, $3) and s.family_id = $4 and ($5 = '' or s.kind = $5)
            and f.id not in (select x.family_id from protected_from x where x.from_account_id = $6)
        order by s.at desc, s.id desc limit $7";
    OWN = "select f.id from family f where f.site_id = $1 and f.stage = 'open'
        and f.id in (select r.family_id from referral r where r.referred_by = $2
            union select a.family_id from assignment a where a.account_id = $2 and a.starts_on <= $3
                and (a.ends_on is null or a.ends_on > $3)) order by f.id";
    OF_HOUSEHOLD = "select m.family_id, m.site_id, m.starts_on, m.ends_on from matching m where m.household_id = $1
        union all
        select c.family_id, c.site_id, c.starts_on, c.ends_on from cover c where c.household_id = $1";
}

/// Whose visits are looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    /// Of every family the reader may list.
    Anybody,
    /// Of families with somebody whose name has words that begin so.
    Named(String),
    /// Of the families a household supports or supported, or stood in for, in that time.
    Household(HouseholdId),
}

/// What is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// What kind of support; any where none is named.
    pub kind: Option<&'static SupportKind>,
    /// Whose.
    pub of: Of,
    /// The place where the last page ended.
    pub before: Option<(i64, Uuid)>,
}

/// A visit that was found: that it was, and nothing of what was written.
#[derive(Clone, Debug)]
pub struct Found {
    /// The visit.
    pub id: SessionId,
    /// When it begins, microseconds UTC.
    pub at: i64,
    /// The family.
    pub family: FamilyId,
    /// How staff call it.
    pub name: String,
    /// What people say aloud for it.
    pub reference: String,
    /// What kind of support.
    pub kind: &'static SupportKind,
    /// When.
    pub when: When,
    /// How it stands.
    pub stage: Stage,
    /// Who wrote it, while the account is there.
    pub by: Option<String>,
}

/// Where it is looked: in a whole area, or at one family in a time.
enum Where {
    Area(Uuid),
    Family(FamilyId, Date, Option<Date>),
}

/// The visits that answer, the latest first.
///
/// # Errors
/// The store's own.
pub fn find(tx: &Tx, asked: &Asked, most: usize) -> Result<Vec<Found>> {
    let mut found: Vec<Found> = Vec::new();
    for place in places(tx, asked)? {
        for (author, mut one) in at_place(tx, asked, &place, most)? {
            one.by = account_name(tx, author)?;
            found.push(one);
        }
    }
    found.sort_by_key(|one| std::cmp::Reverse((one.at, one.id.uuid())));
    // A family may have been with one household twice.
    found.dedup_by_key(|one| one.id);
    found.truncate(most);
    Ok(found)
}

fn places(tx: &Tx, asked: &Asked) -> Result<Vec<Where>> {
    let whole = |family: FamilyId| Where::Family(family, Date::MIN, None);
    match &asked.of {
        Of::Named(words) => {
            let hits = crate::family::search(tx, words)?;
            let mut families: Vec<FamilyId> = hits.into_iter().map(|hit| hit.family).collect();
            families.sort_unstable();
            families.dedup();
            Ok(families.into_iter().map(whole).collect())
        }
        Of::Household(household) => {
            let rows = tx.rows(&OF_HOUSEHOLD, &[(*household).into()], |row| {
                Ok((
                    FamilyId::from_uuid(row.id(0)?),
                    row.id(1)?,
                    row.day(2)?,
                    row.day_opt(3)?,
                ))
            })?;
            let mut places = Vec::new();
            for (family, site, from, to) in rows {
                let reach = tx.scope().sites.iter().find(|(known, _)| known.uuid() == site);
                let is_theirs = match reach {
                    Some((_, Reach::All)) => true,
                    Some((_, Reach::Own)) => crate::family::is_own(tx, family)?,
                    None => false,
                };
                places.extend(is_theirs.then_some(Where::Family(family, from, to)));
            }
            Ok(places)
        }
        Of::Anybody => {
            let (me, today) = (tx.account(), tx.today().to_string());
            let mut places = Vec::new();
            for (site, reach) in &tx.scope().sites {
                if *reach == Reach::All {
                    places.push(Where::Area(site.uuid()));
                    continue;
                }
                let values = [(*site).into(), me.into(), (&today).into()];
                let own = tx.rows(&OWN, &values, |row| Ok(FamilyId::from_uuid(row.id(0)?)))?;
                places.extend(own.into_iter().map(whole));
            }
            Ok(places)
        }
    }
}

fn at_place(tx: &Tx, asked: &Asked, place: &Where, most: usize) -> Result<Vec<(AccountId, Found)>> {
    let (statement, id, from, to) = match place {
        Where::Area(site) => (&IN_AREA, *site, asked.from, asked.to),
        Where::Family(family, from, to) => {
            let last = to.map_or(asked.to, |to| to.min(asked.to));
            (&OF_FAMILY, family.uuid(), asked.from.max(*from), last)
        }
    };
    let begins = |day: Date| crate::clock::london_instant(day.to_datetime(Time::midnight())).as_microsecond();
    let end = (begins(to.saturating_add(1.day())), Uuid::nil());
    let (at, before) = asked.before.map_or(end, |before| before.min(end));
    let kind = asked.kind.map_or("", |kind| kind.key);
    let values: [Value; 7] = [
        begins(from).into(),
        at.into(),
        before.into(),
        id.into(),
        kind.into(),
        tx.account().into(),
        i64::try_from(most).unwrap_or(i64::MAX).into(),
    ];
    tx.rows(statement, &values, |row| read(tx, row))
}

fn read(tx: &Tx, row: &Row) -> Result<(AccountId, Found)> {
    let family = row.id(2)?;
    let key = tx.open_subject(family, row.id(11)?, row.bytes(12)?)?;
    let minutes = row
        .int_opt(7)?
        .map(|minutes| u16::try_from(minutes).map_err(|_| row.broken(7)));
    let found = Found {
        id: SessionId::from_uuid(row.id(1)?),
        at: row.int(0)?,
        family: FamilyId::from_uuid(family),
        name: crate::key::open_with(&key, "family", "name", family, row.bytes(10)?)?,
        reference: row.text(13)?.to_owned(),
        kind: kind(row.text(4)?).ok_or_else(|| row.broken(4))?,
        when: When {
            on: row.day(5)?,
            at: row.int_opt(6)?.and_then(at_minute),
            minutes: minutes.transpose()?,
        },
        stage: stage(row.text(8)?, row.text_opt(9)?).ok_or_else(|| row.broken(8))?,
        by: None,
    };
    Ok((AccountId::from_uuid(row.id(3)?), found))
}
