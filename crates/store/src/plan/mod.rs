//! A family's plan in versions, what people say to it, and support that goes on longer.

mod extension;
mod record;
mod show;

pub(crate) use extension::ALL as EXTENSION;
pub(crate) use extension::read as read_extension;
pub use extension::{ExtensionShown, ask, asked, extension, extensions, record_extension};
pub(crate) use record::ALL as RECORD;
pub use record::{record, record_view};
pub(crate) use show::ALL as SHOW;
pub use show::{PlanShown, VersionLine, ViewShown, show, versions};

use crate::error::{Error, Result};
use crate::kernel::{Row, Tx, statements};
use domain::id::{FamilyId, GoalId, PersonId, PlanId};
use domain::need::{NEEDS, Need};
use domain::plan::{ExtensionStage, HowOften, Plan, Term};
use domain::support::kind;
use jiff::civil::Date;

statements! {
    NEWEST = "select p.id, p.family_id, p.version_no, p.met_on, p.planned_end, p.needs, p.made_at
        from plan p where p.family_id = $1 order by p.version_no desc limit 1";
    SUPPORT = "select kind, how_often from plan_support where plan_id = $1";
    GOALS = "select goal_id, person_id from plan_goal where plan_id = $1 order by place_no";
    SUPPORTED = "select min(m.starts_on) from matching m join referral r on r.id = m.referral_id
        where m.family_id = $1 and r.stage in ('matched', 'closed')
            and r.received_on = (select max(l.received_on) from referral l
                where l.family_id = $1 and l.stage in ('matched', 'closed'))";
    // Two versions of one family's plan at once meet here.
    HOLD = "select id from family where id = $1",
        postgres "select id from family where id = $1 for no key update";
}

/// Until when support is planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ends {
    /// The planned end before any extension.
    pub first: Date,
    /// The one that holds now.
    pub now: Date,
}

/// What a family's plan must fit into, as the rules ask for it.
#[derive(Clone, Debug)]
pub struct Fits {
    /// The version that stands, where there is one.
    pub last: Option<Plan>,
    /// The first day a meeting can have been: that of the first referral.
    pub referred: Date,
    /// The first day of support, where there is any.
    pub supported: Option<Date>,
    /// The last day support may be planned for.
    pub latest_end: Date,
    /// For how long the area plans support.
    pub term: Term,
    /// The family's people.
    pub people: Vec<PersonId>,
    /// The goals that have not ended, each with whose it is.
    pub goals: Vec<(GoalId, PersonId)>,
    /// Until when support is planned, where it is.
    pub ends: Option<Ends>,
}

impl Fits {
    /// The same as the rules ask for it.
    pub fn bounds(&self, today: Date) -> domain::plan::Bounds<'_> {
        domain::plan::Bounds {
            today,
            referred: self.referred,
            supported: self.supported,
            latest_end: self.latest_end,
            people: &self.people,
            goals: &self.goals,
        }
    }
}

/// What a family's plan must fit into. In a unit of work that writes, call [`hold`] first.
///
/// # Errors
/// [`Error::NotFound`] when the family was never referred.
pub fn fits(tx: &Tx, family: FamilyId) -> Result<Fits> {
    let (referred, people) = crate::session::bounds(tx, family)?;
    let supported = tx.row(&SUPPORTED, &[family.into()], |row| row.day_opt(0))?.flatten();
    let newest = tx.row(&NEWEST, &[family.into()], |row| Ok((read(row)?, row.int(6)?)))?;
    let ends = match &newest {
        Some((plan, made_at)) => Some(ends(tx, plan, *made_at)?),
        None => None,
    };
    let last = match newest {
        Some((mut plan, _)) => {
            lists(tx, &mut plan)?;
            Some(plan)
        }
        None => None,
    };
    let term = crate::practice::of_family(tx, family)?.term();
    let latest = term.latest_end(supported.unwrap_or(referred));
    Ok(Fits {
        latest_end: ends.map_or(latest, |ends| latest.max(ends.now)),
        term,
        last,
        referred,
        supported,
        people,
        goals: crate::goal::open(tx, family)?,
        ends,
    })
}

/// Holds a family until the unit of work ends, so that of two who write its plan one comes after the other.
///
/// # Errors
/// The store's own.
pub fn hold(tx: &Tx, family: FamilyId) -> Result<()> {
    tx.row(&HOLD, &[family.into()], |row| row.id(0))?;
    Ok(())
}

/// The version of a plan that stands.
///
/// # Errors
/// [`Error::NotFound`] when the family has none.
pub fn newest(tx: &Tx, family: FamilyId) -> Result<Plan> {
    let mut plan = tx.row(&NEWEST, &[family.into()], read)?.ok_or(Error::NotFound)?;
    lists(tx, &mut plan)?;
    Ok(plan)
}

/// Until when support is planned: as the version that stands says, or an extension that was agreed after it.
fn ends(tx: &Tx, plan: &Plan, made_at: i64) -> Result<Ends> {
    let agreed = extension::lines(tx, plan.family)?;
    let mut agreed = agreed.into_iter().filter(|one| one.0.stage == ExtensionStage::Agreed);
    let first = agreed.next();
    let last = agreed.next_back().or_else(|| first.clone());
    let now = last.and_then(|(one, at)| (Some(made_at) <= at).then_some(one.to));
    Ok(Ends {
        first: first.map_or(plan.planned_end, |(one, _)| one.first_end),
        now: now.unwrap_or(plan.planned_end),
    })
}

fn lists(tx: &Tx, plan: &mut Plan) -> Result<()> {
    let support = tx.rows(&SUPPORT, &[plan.id.into()], |row| {
        let kind = kind(row.text(0)?).ok_or_else(|| row.broken(0))?;
        let often = HowOften::from_key(row.text(1)?).ok_or_else(|| row.broken(1))?;
        Ok((kind, often))
    })?;
    let kinds = domain::support::KINDS.iter();
    let in_order = kinds.filter_map(|kind| support.iter().find(|(one, _)| *one == kind).copied());
    plan.support = in_order.collect();
    plan.goals = tx.rows(&GOALS, &[plan.id.into()], |row| {
        Ok((GoalId::from_uuid(row.id(0)?), PersonId::from_uuid(row.id(1)?)))
    })?;
    Ok(())
}

fn read(row: &Row) -> Result<Plan> {
    Ok(Plan {
        id: PlanId::from_uuid(row.id(0)?),
        family: FamilyId::from_uuid(row.id(1)?),
        version: u32::try_from(row.int(2)?).map_err(|_| row.broken(2))?,
        met_on: row.day(3)?,
        planned_end: row.day(4)?,
        needs: needs(row.text(5)?),
        support: Vec::new(),
        goals: Vec::new(),
    })
}

fn needs(keys: &str) -> Vec<&'static Need> {
    let named = |need: &&'static Need| keys.split_whitespace().any(|key| key == need.key);
    NEEDS.iter().filter(named).collect()
}
