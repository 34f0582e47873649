//! What deciding needs: who the actor is at each site, and how they stand to
//! the one record they ask for. Loaded with the same statements, and the same
//! work, whether the record exists or not.

mod asker;
mod by;
mod concern;
mod household;

pub(crate) use asker::{ALL as ASKER, Asker};
pub(crate) use by::{book_of, by, by_refused, is_journalled};

use asker::{asker, term};
pub(crate) use concern::ALL as CONCERN;
use concern::concern_facts;
pub(crate) use household::ALL as HOUSEHOLD;
use household::{household_facts, offer_relation};

use crate::clock::london_day;
use crate::error::Result;
use crate::kernel::{Access, By, Row, Tx, Value, statements};
use crate::key::HOUSE;
use crate::store::Store;
use domain::access::{Action, Actor, Denied, Facts, Object, RecordState, Relation};
use domain::agreement::AgreementState;
use domain::id::{AccountId, LikenessId, SiteId, TaskLinkId};
use domain::role::RoleSet;
use jiff::Timestamp;
use jiff::civil::Date;
use std::sync::Arc;
use uuid::Uuid;

statements! {
    SITE_TERMS = "select s.wind_down_days, a.starts_on, a.ends_on
        from site s left join agreement a on a.site_id = s.id where s.id = $1";
    FAMILY = "with x as (select $1 as id)
        select f.id, f.site_id, f.stage,
            (select max(coalesce(a.ends_on, '9999-12-31')) from assignment a
                where a.family_id = x.id and a.account_id = $2 and a.starts_on <= $3),
            (select count(*) from membership m where m.family_id = x.id and m.account_id = $2
                and m.starts_on <= $3 and (m.ends_on is null or m.ends_on > $3)),
            (select count(*) from referral r where r.family_id = x.id and r.referred_by = $2),
            (select count(*) from protected_from p where p.family_id = x.id and p.from_account_id = $2),
            (select count(*) from break_glass g where g.family_id = x.id and g.account_id = $2 and g.ends_at > $4)
        from x left join family f on f.id = x.id",
        postgres "with x as (select $1::uuid as id)
        select f.id, f.site_id, f.stage,
            (select max(coalesce(a.ends_on, '9999-12-31')) from assignment a
                where a.family_id = x.id and a.account_id = $2 and a.starts_on <= $3),
            (select count(*) from membership m where m.family_id = x.id and m.account_id = $2
                and m.starts_on <= $3 and (m.ends_on is null or m.ends_on > $3)),
            (select count(*) from referral r where r.family_id = x.id and r.referred_by = $2),
            (select count(*) from protected_from p where p.family_id = x.id and p.from_account_id = $2),
            (select count(*) from break_glass g where g.family_id = x.id and g.account_id = $2 and g.ends_at > $4)
        from x left join family f on f.id = x.id";
    FAMILY_OF_REFERRAL = "select family_id from referral where id = $1";
    FAMILY_OF_PERSON = "select family_id from person where id = $1";
    FAMILY_OF_ADDRESS = "select family_id from address where id = $1";
    FAMILY_OF_GLASS = "select family_id from break_glass where id = $1";
    GRANT = "select site_id, account_id, proposed_by from role_held where id = $1";
    SITES_OF_ACCOUNT = "select distinct site_id from role_held where account_id = $1 and stage in ('proposed', 'held')";
    ACCOUNT = "select id from account where id = $1";
    GLASS = "select account_id from break_glass where id = $1";
    FAMILIES_OF_LIKENESS = "select one_family_id, other_family_id from likeness where id = $1";
    SITE_OF_LIKENESS = "select site_id from likeness where id = $1";
    SITE_OF_LINK = "select site_id from task_link where id = $1";
    LINK = "select site_id, used_at from task_link where id = $1 and ends_at > $2";
    SITE = "select id from site where id = $1";
    FAMILY_OF_OFFER = "select family_id from offer where id = $1";
    FAMILY_OF_SESSION = "select family_id from session where id = $1";
    AUTHOR = "select author_id from session where id = $1";
    FAMILY_OF_CONCERN = "select family_id from concern where id = $1";
    FAMILY_OF_CRISIS = "select family_id from crisis where id = $1";
    AUTHOR_OF_CRISIS = "select author_id from crisis where id = $1";
    FAMILY_OF_MATCH = "select family_id from matching where id = $1";
}

/// Loads what [`domain::access::may`] needs to decide.
pub(crate) async fn facts(store: &Store, actor: &Actor, object: Object, now: Timestamp) -> Result<Facts> {
    let actor = actor.clone();
    let by = Arc::new(By::job("permit"));
    store
        .db()
        .unit(Access::Read, by, Arc::clone(store.keys()), now, move |tx| {
            load(tx, &actor, object, now)
        })
        .await
}

/// Which of these the actor may do, also after proving again who they are.
pub(crate) fn allowed(actor: &Actor, object: Object, actions: &[Action], facts: &Facts, now: Timestamp) -> Vec<Action> {
    let may = |action: &Action| {
        let answer = domain::access::may(actor, *action, object, facts, now);
        matches!(answer, Ok(_) | Err(Denied::StepUp | Denied::ReasonNeeded))
    };
    actions.iter().copied().filter(may).collect()
}

/// What an actor may do at the moment of a permit: for the buttons of a page.
#[derive(Debug)]
pub struct Rights {
    pub(crate) actor: Actor,
    pub(crate) facts: Facts,
    pub(crate) now: Timestamp,
}

impl Rights {
    /// Whether the actor has opened this family in an emergency that has not run out.
    pub fn in_emergency(&self) -> bool {
        self.facts.break_glass
    }

    /// Which of these the actor may do, also after proving again who they are.
    ///
    /// `object` is what the permit was asked for, or a referral of that family: whoever stands to the family in some
    /// way stands so to its referrals.
    pub fn allowed(&self, object: Object, actions: &[Action]) -> Vec<Action> {
        allowed(&self.actor, object, actions, &self.facts, self.now)
    }
}

pub(crate) fn load(tx: &Tx, actor: &Actor, object: Object, now: Timestamp) -> Result<Facts> {
    let today = london_day(now);
    let mut facts = Facts::none();
    let account = match actor {
        Actor::Account { id, sign_in } => {
            let asker = asker(tx, *id, sign_in.uuid(), today)?;
            facts.proof = asker.proof(now);
            facts.second_factor_enrolled = asker.enrolled;
            facts.sites = asker.sites;
            Some(*id)
        }
        Actor::SiteToken { site, .. } => {
            facts.sites = vec![(*site, RoleSet::EMPTY, agreement_of(tx, *site, today)?)];
            None
        }
        _ => None,
    };
    place(tx, account, object, today, now, &mut facts)?;
    Ok(facts)
}

fn agreement_of(tx: &Tx, site: SiteId, today: Date) -> Result<AgreementState> {
    let mut terms = Vec::new();
    let mut wind_down = 0;
    tx.each(&SITE_TERMS, &[site.into()], |row| {
        wind_down = u16::try_from(row.int(0)?).map_err(|_| row.broken(0))?;
        terms.extend(term(row, 1, site)?);
        Ok(())
    })?;
    Ok(domain::agreement::state_on(&terms, today, wind_down))
}

/// A link is open until it is used or its time is over; then there is none.
fn link_facts(tx: &Tx, link: TaskLinkId, (today, now): (Date, Timestamp), facts: &mut Facts) -> Result<()> {
    let found = tx.row(&LINK, &[link.into(), now.as_microsecond().into()], |row| {
        Ok((SiteId::from_uuid(row.id(0)?), row.int_opt(1)?.is_some()))
    })?;
    let site = found.map_or(SiteId::from_uuid(HOUSE), |(site, _)| site);
    let agreement = agreement_of(tx, site, today)?;
    if let Some((site, is_used)) = found {
        facts.site = Some(site);
        facts.agreement = agreement;
        facts.state = if is_used {
            RecordState::Closed
        } else {
            RecordState::Open
        };
    }
    Ok(())
}

/// How the account stands to the one record it asks for.
fn place(
    tx: &Tx,
    account: Option<AccountId>,
    object: Object,
    today: Date,
    now: Timestamp,
    facts: &mut Facts,
) -> Result<()> {
    let one = |statement, id: Value| tx.row(statement, &[id], |row| row.id(0));
    let family = match object {
        Object::Family(id) => Some(id.uuid()),
        Object::Referral(id) => Some(one(&FAMILY_OF_REFERRAL, id.into())?.unwrap_or(id.uuid())),
        Object::Person(id) => Some(one(&FAMILY_OF_PERSON, id.into())?.unwrap_or(id.uuid())),
        Object::Address(id) => Some(one(&FAMILY_OF_ADDRESS, id.into())?.unwrap_or(id.uuid())),
        Object::BreakGlass(id) => Some(one(&FAMILY_OF_GLASS, id.into())?.unwrap_or(id.uuid())),
        Object::Site(id) => {
            facts.site = one(&SITE, id.into())?.map(SiteId::from_uuid);
            None
        }
        Object::Grant(id) => {
            let me = account.map_or(Uuid::nil(), AccountId::uuid);
            tx.each(&GRANT, &[id.into()], |row| {
                facts.site = Some(SiteId::from_uuid(row.id(0)?));
                facts.own_account = row.id(1)? == me || row.id(2)? == me;
                Ok(())
            })?;
            None
        }
        Object::Likeness(id) => {
            likeness_facts(tx, account, id, (today, now), facts)?;
            None
        }
        Object::TaskLink(id) => return link_facts(tx, id, (today, now), facts),
        Object::Offer(id) => Some(one(&FAMILY_OF_OFFER, id.into())?.unwrap_or(id.uuid())),
        Object::Match(id) => Some(one(&FAMILY_OF_MATCH, id.into())?.unwrap_or(id.uuid())),
        Object::Session(id) => Some(one(&FAMILY_OF_SESSION, id.into())?.unwrap_or(id.uuid())),
        Object::Concern(id) => Some(one(&FAMILY_OF_CONCERN, id.into())?.unwrap_or(id.uuid())),
        Object::Crisis(id) => Some(one(&FAMILY_OF_CRISIS, id.into())?.unwrap_or(id.uuid())),
        Object::Household(id) => {
            household_facts(tx, account, id, facts)?;
            None
        }
        Object::Account(id) => return account_facts(tx, account, id, facts),
        Object::Own => {
            facts.state = RecordState::Open;
            facts.roles = facts.sites.iter().flat_map(|(_, roles, _)| roles.iter()).collect();
            return Ok(());
        }
        Object::System => {
            facts.state = RecordState::Open;
            facts.roles = house_roles(facts);
            return Ok(());
        }
        Object::Public | Object::Lists => {
            facts.state = RecordState::Open;
            return Ok(());
        }
    };
    match family {
        Some(family) => family_facts(tx, account, family, today, now, facts)?,
        None if facts.site.is_some() && facts.state == RecordState::Absent => facts.state = RecordState::Open,
        None => {}
    }
    if let Object::Offer(id) = object {
        offer_relation(tx, account, id, facts)?;
    }
    if let (Object::BreakGlass(id), Some(me)) = (object, account) {
        facts.own_account = one(&GLASS, id.into())? == Some(me.uuid());
    }
    let written = match object {
        Object::Session(id) => Some((&AUTHOR, id.into())),
        Object::Crisis(id) => Some((&AUTHOR_OF_CRISIS, id.into())),
        _ => None,
    };
    if let Some((author, id)) = written {
        let author = one(author, id)?;
        facts.own_account = author.is_some() && author == account.map(AccountId::uuid);
    }
    if let Object::Concern(id) = object {
        concern_facts(tx, account, id, today, facts)?;
    }
    // Asked for in every case, so that the work is the same for a record that is not there.
    let terms = agreement_of(tx, facts.site.unwrap_or(SiteId::from_uuid(HOUSE)), today)?;
    let Some(site) = facts.site else { return Ok(()) };
    // A family member or outsider holds no role here; the agreement still says what may be shared.
    facts.agreement = terms;
    let house = house_roles(facts);
    if let Some((_, roles, _)) = facts.sites.iter().find(|(at, ..)| *at == site) {
        facts.roles = *roles;
    }
    facts.roles = facts.roles.iter().chain(house.iter()).collect();
    if facts.relation == Relation::None && facts.roles != RoleSet::EMPTY {
        facts.relation = Relation::SameSite;
    }
    Ok(())
}

/// The roles held for the whole house, not for one site.
fn house_roles(facts: &Facts) -> RoleSet {
    let house = facts.sites.iter().find(|(site, ..)| site.uuid() == HOUSE);
    house.map_or(RoleSet::EMPTY, |(_, roles, _)| *roles)
}

/// Who may see an account: those with a role for the whole house, or at a site where it has one.
fn account_facts(tx: &Tx, me: Option<AccountId>, id: AccountId, facts: &mut Facts) -> Result<()> {
    facts.own_account = me == Some(id);
    if tx.row(&ACCOUNT, &[id.into()], |row| row.id(0))?.is_some() {
        facts.state = RecordState::Open;
    }
    let theirs = tx.rows(&SITES_OF_ACCOUNT, &[id.into()], |row| row.id(0))?;
    let shared = facts
        .sites
        .iter()
        .filter(|(site, ..)| site.uuid() == HOUSE || theirs.contains(&site.uuid()));
    facts.roles = shared.flat_map(|(_, roles, _)| roles.iter()).collect();
    Ok(())
}

fn family_facts(
    tx: &Tx,
    account: Option<AccountId>,
    family: Uuid,
    today: Date,
    now: Timestamp,
    facts: &mut Facts,
) -> Result<()> {
    let day = today.to_string();
    let who = account.map_or(Uuid::nil(), AccountId::uuid);
    let values = [family.into(), who.into(), (&day).into(), now.as_microsecond().into()];
    tx.each(&FAMILY, &values, |row| {
        if row.id_opt(0)?.is_none() {
            return Ok(());
        }
        facts.site = row.id_opt(1)?.map(SiteId::from_uuid);
        facts.state = if row.text(2)? == "open" {
            RecordState::Open
        } else {
            RecordState::Closed
        };
        facts.relation = relation(row, today)?;
        facts.protected = row.int(6)? > 0;
        facts.break_glass = row.int(7)? > 0;
        Ok(())
    })
}

/// How the account stands to two families: what keeps it from one of them keeps it from both.
fn likeness_facts(
    tx: &Tx,
    account: Option<AccountId>,
    id: LikenessId,
    (today, now): (Date, Timestamp),
    facts: &mut Facts,
) -> Result<()> {
    // Both are looked for in every case, so that the work is the same for a likeness that is not there.
    let mut families = [id.uuid(); 2];
    tx.each(&FAMILIES_OF_LIKENESS, &[id.into()], |row| {
        families = [row.id(0)?, row.id(1)?];
        Ok(())
    })?;
    for family in families {
        let mut of_one = Facts::none();
        family_facts(tx, account, family, today, now, &mut of_one)?;
        facts.site = facts.site.or(of_one.site);
        facts.protected |= of_one.protected;
        facts.relation = facts.relation.strongest(of_one.relation);
    }
    Ok(())
}

/// For how many months somebody who worked with a family counts as having done so.
///
/// Source: details.md 2.
const FORMERLY_MONTHS: i32 = 24;

/// The strongest relation the row shows. Somebody of the family is that before anything else, so that staff who are
/// related to a family are strangers to its record.
fn relation(row: &Row, today: Date) -> Result<Relation> {
    let day = today.to_string();
    let assigned_until = row.text_opt(3)?;
    if row.int(4)? > 0 {
        return Ok(Relation::FamilyMember);
    }
    Ok(match assigned_until {
        Some(until) if until > day.as_str() => {
            if row.int(5)? > 0 {
                Relation::Own
            } else {
                Relation::Assigned
            }
        }
        // Who referred works with the family until somebody else is assigned in their place.
        None if row.int(5)? > 0 => Relation::Own,
        Some(until) => {
            let ended: Date = until.parse().map_err(|_| row.broken(3))?;
            let last = ended
                .checked_add(jiff::Span::new().months(FORMERLY_MONTHS))
                .unwrap_or(Date::MAX);
            if today <= last {
                let days = (today - ended).get_days();
                Relation::Formerly {
                    days: u16::try_from(days).unwrap_or(u16::MAX),
                }
            } else {
                Relation::None
            }
        }
        None => Relation::None,
    })
}
