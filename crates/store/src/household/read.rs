//! Households as they are read: one, or those of a list with the families they support.

use super::{Line, Shown, Supports};
use crate::error::{Error, Result};
use crate::kernel::{Row, Tx, statements};
use domain::access::Reach;
use domain::family::{LanguageTag, Postcode};
use domain::household::{About, Approval, Away, AwayWhy, Household, Member, Part, Ready, Stage, Terms};
use domain::id::{AccountId, FamilyId, HouseholdId, MatchId, MemberId, SiteId};
use domain::level::Level;
use domain::name::Name;
use domain::need::need;
use domain::text::Text;
use std::collections::HashMap;

statements! {
    BY_ID = "select h.id, h.site_id, h.reference, h.supervisor_id, h.approved_from, h.approved_to, h.children_max, h.age_from,
            h.age_to, h.terms, h.places, h.weekends, h.languages, h.skills, h.ready, h.ready_from, h.stage, h.closed_on,
            h.row_version, h.postcode, h.home, h.preferences
        from household h where h.id = $1",
        postgres "select h.id, h.site_id, h.reference, h.supervisor_id, h.approved_from, h.approved_to, h.children_max, h.age_from,
            h.age_to, h.terms, h.places, h.weekends, h.languages, h.skills, h.ready, h.ready_from, h.stage, h.closed_on,
            h.row_version, h.postcode, h.home, h.preferences
        from household h where h.id = $1 for update";
    SHOW = "select h.id, h.site_id, h.reference, h.supervisor_id, h.approved_from, h.approved_to, h.children_max, h.age_from,
            h.age_to, h.terms, h.places, h.weekends, h.languages, h.skills, h.ready, h.ready_from, h.stage, h.closed_on,
            h.row_version, h.postcode, h.home, h.preferences
        from household h where h.id = $1";
    OF_SITE = "select h.id, h.site_id, h.reference, h.supervisor_id, h.approved_from, h.approved_to, h.children_max, h.age_from,
            h.age_to, h.terms, h.places, h.weekends, h.languages, h.skills, h.ready, h.ready_from, h.stage, h.closed_on,
            h.row_version, h.postcode, h.home, h.preferences
        from household h where h.site_id = $1 and h.stage = 'open' order by h.id";
    MEMBERS = "select id, household_id, part, name, account_id from household_member where household_id = $1 order by place_no";
    MEMBERS_OF_SITE = "select m.id, m.household_id, m.part, m.name, m.account_id
        from household h join household_member m on m.household_id = h.id
        where h.site_id = $1 and h.stage = 'open' order by m.household_id, m.place_no";
    AWAY = "select household_id, from_on, to_on, why from household_away where household_id = $1 order by from_on";
    AWAY_OF_SITE = "select a.household_id, a.from_on, a.to_on, a.why
        from household h join household_away a on a.household_id = h.id
        where h.site_id = $1 and h.stage = 'open' and a.to_on >= $2 order by a.household_id, a.from_on";
    FAMILIES_OF_SITE = "select m.household_id, m.id, m.family_id, m.place_no, m.starts_on, f.name,
            (select s.to_level from step s where s.family_id = m.family_id and s.stepped_on <= $1
                order by s.stepped_on desc, s.id desc limit 1),
            (select count(*) from protected_from p where p.family_id = m.family_id and p.from_account_id = $2)
        from household h join matching m on m.household_id = h.id join family f on f.id = m.family_id
        where h.site_id = $3 and h.stage = 'open' and m.stage = 'active' order by m.household_id, m.place_no";
    FAMILIES_OF = "select m.household_id, m.id, m.family_id, m.place_no, m.starts_on, f.name,
            (select s.to_level from step s where s.family_id = m.family_id and s.stepped_on <= $1
                order by s.stepped_on desc, s.id desc limit 1),
            (select count(*) from protected_from p where p.family_id = m.family_id and p.from_account_id = $2)
        from matching m join family f on f.id = m.family_id
        where m.household_id = $3 and m.stage = 'active' order by m.place_no";
    CARERS_OF = "select m.id, m.household_id, m.name, m.site_id, u.subject_key
        from matching a join household_member m on m.household_id = a.household_id
            join subject u on u.site_id = m.site_id and u.id = m.household_id
        where a.family_id = $1 and a.stage = 'active' and m.part = 'carer' order by m.place_no";
    OF_ACCOUNT = "select h.id from household_member m join household h on h.id = m.household_id
        where m.account_id = $1 and h.stage = 'open' order by h.id";
}

/// Loads a household to decide on it; on the server its row is held until the unit of work ends.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub fn load(tx: &Tx, id: HouseholdId) -> Result<Household> {
    tx.row(&BY_ID, &[id.into()], |row| read(tx, row))?
        .ok_or(Error::NotFound)
        .and_then(|household| whole(tx, household))
}

/// Loads a household with what is said of its home.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub fn show(tx: &Tx, id: HouseholdId) -> Result<Shown> {
    let found = tx.row(&SHOW, &[id.into()], |row| {
        let household = read(tx, row)?;
        let about = about(tx, row)?;
        Ok((household, about))
    })?;
    let (household, about) = found.ok_or(Error::NotFound)?;
    Ok(Shown {
        household: whole(tx, household)?,
        about,
    })
}

/// The open households this account is a carer of.
///
/// # Errors
/// The store's own.
pub fn of_account(tx: &Tx, account: AccountId) -> Result<Vec<HouseholdId>> {
    tx.rows(&OF_ACCOUNT, &[account.into()], |row| {
        Ok(HouseholdId::from_uuid(row.id(0)?))
    })
}

/// The names of the carers who support a family now, as they stand in their household.
///
/// # Errors
/// The store's own.
pub fn carers_of(tx: &Tx, family: FamilyId) -> Result<Vec<String>> {
    tx.rows(&CARERS_OF, &[family.into()], |row| {
        let key = tx.open_subject(row.id(1)?, row.id(3)?, row.bytes(4)?)?;
        crate::key::open_with(&key, "household_member", "name", row.id(0)?, row.bytes(2)?)
    })
}

/// The families a household supports, in the order of its places.
///
/// # Errors
/// The store's own.
pub fn families(tx: &Tx, id: HouseholdId) -> Result<Vec<Supports>> {
    let today = tx.today().to_string();
    let values = [(&today).into(), tx.account().into(), id.into()];
    tx.rows(&FAMILIES_OF, &values, |row| Ok(supports(tx, row)?.1))
}

/// The households this reader may list, each with the families it supports, in the order of their ids.
///
/// Bounded by construction: an area has dozens of carers, not thousands.
///
/// # Errors
/// The store's own.
pub fn list(tx: &Tx) -> Result<Vec<Line>> {
    let mut lines = Vec::new();
    let me = tx.account();
    for (site, reach) in &tx.scope().sites {
        let all = of_site(tx, *site)?;
        lines.extend(all.into_iter().filter(|line| {
            let household = &line.household;
            *reach == Reach::All || household.supervisor == Some(me) || household.is_carer(me)
        }));
    }
    Ok(lines)
}

/// Every open household of a site, with the families it supports.
pub(crate) fn of_site(tx: &Tx, site: SiteId) -> Result<Vec<Line>> {
    let today = tx.today().to_string();
    let mut lines = tx.rows(&OF_SITE, &[site.into()], |row| {
        let household = read(tx, row)?;
        Ok(Line {
            postcode: postcode(tx, household.id, row)?,
            household,
            families: Vec::new(),
        })
    })?;
    let at: HashMap<HouseholdId, usize> = lines.iter().map(|line| line.household.id).zip(0..).collect();
    for (household, member) in tx.rows(&MEMBERS_OF_SITE, &[site.into()], |row| member(tx, row))? {
        if let Some(at) = at.get(&household) {
            lines[*at].household.members.push(member);
        }
    }
    for (household, away) in tx.rows(&AWAY_OF_SITE, &[site.into(), (&today).into()], away)? {
        if let Some(at) = at.get(&household) {
            lines[*at].household.away.push(away);
        }
    }
    let values = [(&today).into(), tx.account().into(), site.into()];
    for (household, family) in tx.rows(&FAMILIES_OF_SITE, &values, |row| supports(tx, row))? {
        if let Some(at) = at.get(&household) {
            lines[*at].families.push(family);
        }
    }
    Ok(lines)
}

/// A household with its people and the times it is away.
fn whole(tx: &Tx, mut household: Household) -> Result<Household> {
    let id = household.id;
    let members = tx.rows(&MEMBERS, &[id.into()], |row| member(tx, row))?;
    household.members = members.into_iter().map(|(_, member)| member).collect();
    let times = tx.rows(&AWAY, &[id.into()], away)?;
    household.away = times.into_iter().map(|(_, away)| away).collect();
    Ok(household)
}

fn read(tx: &Tx, row: &Row) -> Result<Household> {
    let id = HouseholdId::from_uuid(row.id(0)?);
    let number = |at: usize| u8::try_from(row.int(at)?).map_err(|_| row.broken(at));
    let number_opt = |at: usize| {
        let found = row.int_opt(at)?;
        found
            .map(|number| u8::try_from(number).map_err(|_| row.broken(at)))
            .transpose()
    };
    let keys = |at: usize| Ok::<_, Error>(row.text(at)?.split_whitespace());
    let terms = tx.open_opt(id.uuid(), "household", "terms", id.uuid(), row.bytes_opt(9)?)?;
    let languages = keys(12)?.map(|tag| LanguageTag::parse(tag).map_err(|_| row.broken(12)));
    let skills = keys(13)?.map(|key| need(key).ok_or_else(|| row.broken(13)));
    let stage = match row.text(16)? {
        "open" => Stage::Open,
        "closed" => Stage::Closed { on: row.day(17)? },
        _ => return Err(row.broken(16)),
    };
    Ok(Household {
        id,
        site: SiteId::from_uuid(row.id(1)?),
        reference: row.text(2)?.parse().map_err(|_| row.broken(2))?,
        version: row.int(18)?,
        members: Vec::new(),
        supervisor: row.id_opt(3)?.map(AccountId::from_uuid),
        approval: Approval {
            from: row.day(4)?,
            to: row.day_opt(5)?,
            terms: Terms {
                children_max: number_opt(6)?,
                ages: number_opt(7)?.zip(number_opt(8)?),
                words: text(row, 9, terms)?,
            },
        },
        places: number(10)?,
        weekends: number(11)?,
        languages: languages.collect::<Result<_>>()?,
        skills: skills.collect::<Result<_>>()?,
        ready: Ready::from_key(row.text(14)?, row.day_opt(15)?).ok_or_else(|| row.broken(14))?,
        away: Vec::new(),
        stage,
    })
}

fn about(tx: &Tx, row: &Row) -> Result<About> {
    let id = row.id(0)?;
    let words = |column: &str, at: usize| {
        let opened = tx.open_opt(id, "household", column, id, row.bytes_opt(at)?)?;
        text(row, at, opened)
    };
    Ok(About {
        postcode: postcode(tx, HouseholdId::from_uuid(id), row)?,
        home: words("home", 20)?,
        preferences: words("preferences", 21)?,
    })
}

fn postcode(tx: &Tx, id: HouseholdId, row: &Row) -> Result<Option<Postcode>> {
    let opened = tx.open_opt(id.uuid(), "household", "postcode", id.uuid(), row.bytes_opt(19)?)?;
    opened
        .map(|words| Postcode::parse(&words).map_err(|_| row.broken(19)))
        .transpose()
}

fn text(row: &Row, at: usize, words: Option<String>) -> Result<Option<Text>> {
    words
        .map(|words| Text::parse(&words).map_err(|_| row.broken(at)))
        .transpose()
}

fn member(tx: &Tx, row: &Row) -> Result<(HouseholdId, Member)> {
    let (id, household) = (row.id(0)?, row.id(1)?);
    let name = tx.open(household, "household_member", "name", id, row.bytes(3)?)?;
    let member = Member {
        id: MemberId::from_uuid(id),
        name: Name::parse(&name).map_err(|_| row.broken(3))?,
        part: Part::from_key(row.text(2)?).ok_or_else(|| row.broken(2))?,
        account: row.id_opt(4)?.map(AccountId::from_uuid),
    };
    Ok((HouseholdId::from_uuid(household), member))
}

fn away(row: &Row) -> Result<(HouseholdId, Away)> {
    let away = Away {
        from: row.day(1)?,
        to: row.day(2)?,
        why: AwayWhy::from_key(row.text(3)?).ok_or_else(|| row.broken(3))?,
    };
    Ok((HouseholdId::from_uuid(row.id(0)?), away))
}

fn supports(tx: &Tx, row: &Row) -> Result<(HouseholdId, Supports)> {
    let family = FamilyId::from_uuid(row.id(2)?);
    let is_hidden = 0 < row.int(7)?;
    let name = if is_hidden {
        None
    } else {
        Some(tx.open(family.uuid(), "family", "name", family.uuid(), row.bytes(5)?)?)
    };
    let level = row.int_opt(6)?.and_then(|level| u8::try_from(level).ok());
    let supports = Supports {
        matched: MatchId::from_uuid(row.id(1)?),
        family,
        place: u8::try_from(row.int(3)?).map_err(|_| row.broken(3))?,
        from: row.day(4)?,
        name,
        level: level.and_then(Level::new),
    };
    Ok((HouseholdId::from_uuid(row.id(0)?), supports))
}
