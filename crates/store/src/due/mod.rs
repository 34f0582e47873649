//! What is due about a family: what `domain::due` asks is read in a few statements, and the earliest is kept beside the family
//! by the unit of work of whatever changes it.

mod list;

pub(crate) use list::ALL as LIST;
pub use list::{Line, Place, Which, list};

use crate::error::{Error, Result};
use crate::kernel::{Row, Tx, Value, statements};
use domain::contact::{Contact, Days, Record, weeks_for_next};
use domain::due::{Case, DueKind, next, review_due};
use domain::follow_up;
use domain::id::{FamilyId, HouseholdId, SiteId, StepId};
use domain::level::Level;
use domain::matching::EndWhy;
use domain::session::{Stage, WhyNot};
use domain::step::{Cause, Step, Steps};
use jiff::civil::Date;

statements! {
    // Whatever happens to one family at once comes here one after the other.
    HOLD = "select site_id, next_due_on, due_kind, review_due_on from family where id = $1",
        postgres "select site_id, next_due_on, due_kind, review_due_on from family where id = $1 for no key update";
    STEPS = "select id, from_level, to_level, stepped_on, cause, expected_end from step where family_id = $1 order by stepped_on, id";
    // Each match with the referral that led to it: support goes on until that is closed, and follow-ups count from its day.
    MATCHES = "select m.starts_on, m.ends_on, m.end_why, r.stage, r.received_on,
            (select count(*) from follow_up f where f.referral_id = r.id and f.which = '12_months'),
            (select count(*) from follow_up f where f.referral_id = r.id and f.which = '24_months')
        from matching m join referral r on r.id = m.referral_id where m.family_id = $1 order by m.starts_on, m.id";
    AWAY = "select 'away', a.from_on, a.to_on, m.starts_on, m.ends_on
            from matching m join household_away a on a.household_id = m.household_id where m.family_id = $1
        union all
        select 'cover', c.starts_on, c.ends_on, c.starts_on, null from cover c where c.family_id = $1
        union all
        select 'disruption', d.from_on, d.to_on, d.from_on, null from family f join disruption d on d.site_id = f.site_id
            where f.id = $1 and d.taken_back_at is null";
    OF_SITE = "select id from family where site_id = $1 and next_due_on is not null order by id";
    SESSIONS = "select s.happened_on, s.stage, s.why from session s
        where s.family_id = $1 and s.stage <> 'planned' order by s.at desc, s.id desc limit $2";
    // What a dose for several weeks asks of the last contact's week: no visit before them says what is due next.
    RECENT = "select s.happened_on, s.stage, s.why from session s
        where s.family_id = $1 and s.stage <> 'planned' and s.at > coalesce((select t.at from session t
                where t.family_id = $1 and t.stage in ('done', 'missed') order by t.at desc, t.id desc limit 1), 0) - $2
        order by s.at desc, s.id desc limit $3";
    // The engine would rather read every visit of the family, which grows with each.
    WAIT = "select 'planned', s.happened_on from session s indexed by session_planned
            where s.family_id = $1 and s.stage = 'planned'
        union all
        select 'sign', n.happened_on from session n indexed by session_to_sign_of_family
            where n.family_id = $1 and n.stage = 'done' and n.signed_by is null and n.should_sign = 1",
        postgres "select 'planned', s.happened_on from session s where s.family_id = $1 and s.stage = 'planned'
        union all
        select 'sign', n.happened_on from session n
            where n.family_id = $1 and n.stage = 'done' and n.signed_by is null and n.should_sign = 1";
    REVIEWS = "select r.kind, r.stage, r.held_on from review r where r.family_id = $1 and r.stage <> 'called_off'
        order by r.at desc, r.id desc limit 60";
    // The urgent calls of the last weeks: a page asks them, what is due next does not.
    CALLS = "select c.at, c.signed_on from crisis c where c.family_id = $1 order by c.at desc, c.id desc limit 30";
    KEEP = "update family set next_due_on = $1, due_kind = $2, review_due_on = $3 where id = $4";
    KEPT = "select next_due_on, due_kind, review_due_on from family where id = $1";
    OF_HOUSEHOLD = "select family_id from matching where household_id = $1 and stage = 'active' order by family_id";
}

/// How many of the latest sessions say what is due next: more than two a day in the four weeks a dose can be for.
pub const SESSIONS_FOR_DUE: i64 = 60;

/// How far before the last contact what is due next looks back, microseconds: so many weeks, with the week of that contact, and
/// a day more.
const fn recent_micros(weeks: u8) -> i64 {
    (weeks as i64 * 7 + 1) * 86_400 * 1_000_000
}

/// How many of the latest sessions the weeks of a page ask: more than two a day in half a year.
pub const SESSIONS_FOR_WEEKS: i64 = 400;

/// One family's facts, and the days of its latest urgent calls.
#[derive(Clone, Debug)]
pub struct Known {
    /// What `domain::due` asks.
    pub case: Case,
    /// The days of the latest urgent calls, at most thirty.
    pub urgent: Vec<Date>,
}

/// Reads what is known of a family for what is due, with so many of its latest sessions.
///
/// # Errors
/// [`Error::NotFound`] when there is no such family.
pub fn known(tx: &Tx, family: FamilyId, sessions: i64) -> Result<Known> {
    let site = crate::family::site_of(tx, family)?;
    let mut case = load(tx, family, site)?;
    case.record.sessions = tx.rows(&SESSIONS, &[family.into(), sessions.into()], session)?;
    let calls = tx.rows(&CALLS, &[family.into()], |row| {
        let day = crate::clock::london_day(crate::clock::instant(row.int(0)?));
        Ok((day, row.text_opt(1)?.is_none()))
    })?;
    case.calls_to_sign = calls.iter().filter(|call| call.1).map(|call| call.0).collect();
    let urgent = calls.into_iter().map(|call| call.0).collect();
    Ok(Known { case, urgent })
}

/// Works out what is due about a family and keeps the earliest beside it. Called by whatever changes it.
///
/// # Errors
/// [`Error::NotFound`] when there is no such family.
pub fn keep(tx: &Tx, family: FamilyId) -> Result<()> {
    let held = tx.row(&HOLD, &[family.into()], |row| {
        Ok((SiteId::from_uuid(row.id(0)?), stands_beside(row, 1)?))
    })?;
    let (site, stood) = held.ok_or(Error::NotFound)?;
    let mut case = load(tx, family, site)?;
    let weeks = weeks_for_next(&case.record.steps, &case.record.ladders);
    let values: [Value; 3] = [family.into(), recent_micros(weeks).into(), SESSIONS_FOR_DUE.into()];
    case.record.sessions = tx.rows(&RECENT, &values, session)?;
    let first = next(&case, tx.today());
    let stands = Kept {
        on: first.map(|due| due.on),
        kind: first.map(|due| due.kind),
        review_on: review_due(&case),
    };
    // Most visits change nothing of it, and a row that stays as it is costs no write.
    if stands == stood {
        return Ok(());
    }
    let (on, review) = (
        stands.on.map(|on| on.to_string()),
        stands.review_on.map(|on| on.to_string()),
    );
    let values: [Value; 4] = [
        on.as_ref().into(),
        stands.kind.map(DueKind::key).into(),
        review.as_ref().into(),
        family.into(),
    ];
    tx.run(&KEEP, &values)?;
    Ok(())
}

/// What stands beside a family.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The day of the earliest thing that is due.
    pub on: Option<Date>,
    /// What that is.
    pub kind: Option<DueKind>,
    /// By when the next review is to be held.
    pub review_on: Option<Date>,
}

/// What stands beside a family.
///
/// # Errors
/// [`Error::NotFound`] when there is no such family.
pub fn kept(tx: &Tx, family: FamilyId) -> Result<Kept> {
    let found = tx.row(&KEPT, &[family.into()], |row| stands_beside(row, 0))?;
    found.ok_or(Error::NotFound)
}

/// What stands beside a family: three columns of a row, from `first` on.
fn stands_beside(row: &Row, first: usize) -> Result<Kept> {
    let kind = row
        .text_opt(first + 1)?
        .map(|key| DueKind::from_key(key).ok_or_else(|| row.broken(first + 1)));
    Ok(Kept {
        on: row.day_opt(first)?,
        kind: kind.transpose()?,
        review_on: row.day_opt(first + 2)?,
    })
}

/// The same for every family of an area about which something is due: each that is supported, because its review is.
///
/// # Errors
/// The store's own.
pub fn keep_site(tx: &Tx, site: SiteId) -> Result<()> {
    for family in tx.rows(&OF_SITE, &[site.into()], |row| row.id(0))? {
        keep(tx, FamilyId::from_uuid(family))?;
    }
    Ok(())
}

/// The same for every family a household supports: it is away, or is not.
///
/// # Errors
/// The store's own.
pub fn keep_household(tx: &Tx, household: HouseholdId) -> Result<()> {
    for family in tx.rows(&OF_HOUSEHOLD, &[household.into()], |row| row.id(0))? {
        keep(tx, FamilyId::from_uuid(family))?;
    }
    Ok(())
}

/// All but the sessions.
fn load(tx: &Tx, family: FamilyId, site: SiteId) -> Result<Case> {
    let key: [Value; 1] = [family.into()];
    let matches = tx.rows(&MATCHES, &key, |row| {
        let ended = row
            .text_opt(2)?
            .map(|why| EndWhy::from_key(why).ok_or_else(|| row.broken(2)));
        let days = Days {
            from: row.day(0)?,
            to: row.day_opt(1)?,
        };
        let goes_on = row.text(3)? != "closed" && ended.transpose()? != Some(EndWhy::SupportEnded);
        let done = [
            (follow_up::Which::Twelve, row.int(5)?),
            (follow_up::Which::TwentyFour, row.int(6)?),
        ];
        let done = done.into_iter().filter(|(_, times)| 0 < *times).map(|(which, _)| which);
        Ok((days, goes_on, (row.day(4)?, done.collect::<Vec<_>>())))
    })?;
    let mut follow_ups: Vec<Date> = matches
        .iter()
        .flat_map(|(_, _, (received, done))| follow_up::open(*received, done))
        .map(|(_, on)| on)
        .collect();
    // A referral with two carers after one another is one.
    follow_ups.sort_unstable();
    follow_ups.dedup();
    let (away, covered, disrupted) = away(tx, family)?;
    let (planned, to_sign) = days_of_two(tx, &WAIT, family, "planned")?;
    let mut case = Case {
        record: Record {
            steps: Steps::new(family, tx.rows(&STEPS, &key, step)?),
            ladders: crate::ladder::of_site(tx, site)?,
            with_carer: matches.iter().map(|(days, ..)| *days).collect(),
            sessions: Vec::new(),
            held: Vec::new(),
            away,
            covered,
            disrupted,
        },
        is_supported: matches.last().is_some_and(|(_, goes_on, _)| *goes_on),
        visits: planned,
        to_sign,
        // Signatures are never what is kept beside a family: only pages ask for these.
        calls_to_sign: Vec::new(),
        meetings: Vec::new(),
        reviewed: None,
        follow_ups,
    };
    add_reviews(tx, family, &mut case)?;
    Ok(case)
}

fn add_reviews(tx: &Tx, family: FamilyId, case: &mut Case) -> Result<()> {
    let rows = tx.rows(&REVIEWS, &[family.into()], |row| {
        Ok((row.text(0)? == "review", row.text(1)? == "held", row.day(2)?))
    })?;
    for (is_review, is_held, on) in rows {
        if !is_held {
            case.meetings.push(on);
            continue;
        }
        case.record.held.push(on);
        if is_review {
            case.reviewed = case.reviewed.max(Some(on));
        }
    }
    Ok(())
}

/// When the household of each match was away while the match held, when another stood in, and when something outside kept
/// everybody of the area at home.
fn away(tx: &Tx, family: FamilyId) -> Result<(Vec<Days>, Vec<Days>, Vec<Days>)> {
    let (mut away, mut covered, mut disrupted) = (Vec::new(), Vec::new(), Vec::new());
    tx.each(&AWAY, &[family.into()], |row| {
        let (from, to) = (row.day(1)?, row.day(2)?);
        let (begins, ends) = (row.day(3)?, row.day_opt(4)?);
        let days = Days {
            from: from.max(begins),
            to: Some(ends.map_or(to, |ends| to.min(ends))),
        };
        match row.text(0)? {
            "cover" => covered.push(days),
            "disruption" => disrupted.push(days),
            _ => away.push(days),
        }
        Ok(())
    })?;
    Ok((away, covered, disrupted))
}

/// Two sorts of days from one statement: those of the sort named, and the others.
fn days_of_two(
    tx: &Tx,
    statement: &'static crate::kernel::Statement,
    family: FamilyId,
    first: &str,
) -> Result<(Vec<Date>, Vec<Date>)> {
    let rows = tx.rows(statement, &[family.into()], |row| {
        Ok((row.text(0)? == first, row.day(1)?))
    })?;
    let (these, others): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(is_first, _)| *is_first);
    let days = |rows: Vec<(bool, Date)>| rows.into_iter().map(|(_, day)| day).collect();
    Ok((days(these), days(others)))
}

fn session(row: &Row) -> Result<Contact> {
    let why = row
        .text_opt(2)?
        .map(|key| WhyNot::from_key(key).ok_or_else(|| row.broken(2)));
    let stage = match (row.text(1)?, why.transpose()?) {
        ("done", None) => Stage::Done,
        ("cancelled", Some(why)) => Stage::Cancelled { why },
        ("missed", Some(why)) => Stage::Missed { why },
        _ => return Err(row.broken(1)),
    };
    Ok(Contact { on: row.day(0)?, stage })
}

fn step(row: &Row) -> Result<Step> {
    let level = |column: usize, number: i64| {
        let level = u8::try_from(number).ok().and_then(Level::new);
        level.ok_or_else(|| row.broken(column))
    };
    Ok(Step {
        id: StepId::from_uuid(row.id(0)?),
        from: row.int_opt(1)?.map(|number| level(1, number)).transpose()?,
        to: level(2, row.int(2)?)?,
        on: row.day(3)?,
        cause: Cause::from_key(row.text(4)?).ok_or_else(|| row.broken(4))?,
        expected_end: row.day_opt(5)?,
    })
}
