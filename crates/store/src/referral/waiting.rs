//! The waiting list: as it stands, and as it stood on any day before.

use super::board::{self, Line};
use crate::error::{Error, Result};
use crate::kernel::{Row, Tx, statements};
use domain::access::Reach;
use domain::id::{ReferralId, SiteId};
use domain::referral::{Place, Priority, Referral, WaitingEvent, WaitingFact, WaitsFor, list_on, waits_for};
use domain::text::Text;
use jiff::civil::Date;
use uuid::Uuid;

statements! {
    WAITING = "select r.id, r.family_id, r.reference, r.stage, r.received_on, r.reason, r.children, r.adults,
            r.waiting_since, f.name, u.subject_key, r.site_id, r.priority, r.waits_for
        from referral r join family f on f.id = r.family_id join subject u on u.site_id = r.site_id and u.id = r.family_id
        where r.site_id = $1 and r.stage = 'waiting' and (r.priority, r.waiting_since, r.id) > ($2, $3, $4)
            and r.family_id not in (select x.family_id from protected_from x where x.from_account_id = $5)
        order by r.priority, r.waiting_since, r.id limit $6";
    EVENTS = "select referral_id, happened_on, fact, since, priority, waits_for from waiting_event
        where site_id = $1 and happened_on <= $2 order by referral_id, seq";
    MAKE_EVENT = "insert into waiting_event
        (referral_id, seq, site_id, family_id, happened_on, fact, since, priority, waits_for, reason, recorded_by)
        values ($1, (select coalesce(max(e.seq), 0) + 1 from waiting_event e where e.referral_id = $1),
            $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    ORDER = "update referral set priority = $1, waits_for = $2 where id = $3";
    STANDING = "select r.priority, r.waits_for, (select e.reason from waiting_event e
            where e.referral_id = r.id and e.fact = 'set' order by e.seq desc limit 1)
        from referral r where r.id = $1";
}

/// One family on the waiting list.
#[derive(Clone, Debug)]
pub struct Waits {
    /// The referral and its family.
    pub line: Line,
    /// Since when it waits.
    pub since: Date,
    /// How soon it should have a carer.
    pub priority: Priority,
    /// What it waits for.
    pub waits_for: Vec<&'static WaitsFor>,
}

impl Waits {
    /// Its place in the list.
    pub fn place(&self) -> AfterWaiting {
        (self.priority, self.since, self.line.id)
    }
}

/// Where a page of the waiting list ended.
pub type AfterWaiting = (Priority, Date, ReferralId);

/// The waiting list this reader may see, in its order.
pub fn waiting(tx: &Tx, after: Option<AfterWaiting>, most: i64) -> Result<Vec<Waits>> {
    let (rank, day, id) = after.map_or((-1, String::new(), Uuid::nil()), |(priority, day, id)| {
        (rank(priority), day.to_string(), id.uuid())
    });
    let me = tx.account();
    let mut list = Vec::new();
    for site in whole_sites(tx) {
        let values = [
            site.into(),
            rank.into(),
            (&day).into(),
            id.into(),
            me.into(),
            most.into(),
        ];
        list.extend(tx.rows(&WAITING, &values, |row| read(tx, row))?);
    }
    list.sort_by_key(Waits::place);
    list.truncate(usize::try_from(most).unwrap_or_default());
    Ok(list)
}

/// The waiting list as it stood at the end of a day, of the families this reader may list, in its order.
pub fn waiting_on(tx: &Tx, day: Date) -> Result<Vec<Waits>> {
    let iso = day.to_string();
    let mut list = Vec::new();
    for site in whole_sites(tx) {
        let events = tx.rows(&EVENTS, &[site.into(), (&iso).into()], read_event)?;
        for Place {
            referral,
            since,
            priority,
            waits_for,
        } in list_on(&events, day)
        {
            list.extend(board::line(tx, referral)?.map(|line| Waits {
                line,
                since,
                priority,
                waits_for,
            }));
        }
    }
    list.sort_by_key(Waits::place);
    Ok(list)
}

/// The sites whose whole waiting list this reader may see.
fn whole_sites(tx: &Tx) -> Vec<SiteId> {
    let sites = tx.scope().sites.iter();
    sites
        .filter(|(_, reach)| *reach == Reach::All)
        .map(|(site, _)| *site)
        .collect()
}

/// Where one waiting family stands on the list, and why.
#[derive(Clone, Debug)]
pub struct Standing {
    /// How soon it should have a carer.
    pub priority: Priority,
    /// What it waits for.
    pub waits_for: Vec<&'static WaitsFor>,
    /// Why it was last put there, in words.
    pub reason: Option<String>,
}

/// Where a family stands on the waiting list; in turn, waiting for nothing named, until somebody says otherwise.
pub fn standing(tx: &Tx, referral: &Referral) -> Result<Standing> {
    let (family, id) = (referral.family.uuid(), referral.id.uuid());
    let found = tx.row(&STANDING, &[id.into()], |row| {
        Ok(Standing {
            priority: read_rank(row, 0)?,
            waits_for: read_keys(row, 1)?,
            reason: tx.open_opt(family, "waiting_event", "reason", id, row.bytes_opt(2)?)?,
        })
    })?;
    found.ok_or(Error::NotFound)
}

/// Writes one event of the waiting list.
pub(super) fn happened(
    tx: &Tx,
    referral: &Referral,
    on: Date,
    fact: &WaitingFact,
    reason: Option<&Text>,
) -> Result<()> {
    let (since, order) = match fact {
        WaitingFact::Joined { since } => (Some(since.to_string()), None),
        WaitingFact::Set { priority, waits_for } => (None, Some((rank(*priority), keys(waits_for)))),
        WaitingFact::Left => (None, None),
    };
    let word = match fact {
        WaitingFact::Joined { .. } => "joined",
        WaitingFact::Set { .. } => "set",
        WaitingFact::Left => "left",
    };
    let (family, id) = (referral.family.uuid(), referral.id.uuid());
    let sealed = tx.seal_opt(family, "waiting_event", "reason", id, reason.map(Text::as_str))?;
    let on = on.to_string();
    let values = [
        id.into(),
        referral.site.into(),
        referral.family.into(),
        (&on).into(),
        word.into(),
        since.as_ref().into(),
        order.as_ref().map(|(rank, _)| *rank).into(),
        order.as_ref().map(|(_, keys)| keys).into(),
        sealed.as_ref().into(),
        tx.account().into(),
    ];
    tx.run(&MAKE_EVENT, &values)?;
    match (fact, &order) {
        (WaitingFact::Joined { .. }, _) => tx.run(
            &ORDER,
            &[rank(Priority::default()).into(), None::<&str>.into(), id.into()],
        )?,
        (_, Some((rank, keys))) => tx.run(&ORDER, &[(*rank).into(), keys.into(), id.into()])?,
        _ => 0,
    };
    Ok(())
}

fn rank(priority: Priority) -> i64 {
    match priority {
        Priority::First => 0,
        Priority::Sooner => 1,
        Priority::Usual => 2,
    }
}

fn read_rank(row: &Row, at: usize) -> Result<Priority> {
    let found = row.int(at)?;
    let priority = Priority::ALL.into_iter().find(|priority| rank(*priority) == found);
    priority.ok_or_else(|| row.broken(at))
}

fn keys(things: &[&'static WaitsFor]) -> String {
    let keys: Vec<&str> = things.iter().map(|thing| thing.key).collect();
    keys.join(" ")
}

fn read_keys(row: &Row, at: usize) -> Result<Vec<&'static WaitsFor>> {
    let keys = row.text_opt(at)?.unwrap_or_default().split_whitespace();
    keys.map(|key| waits_for(key).ok_or_else(|| row.broken(at))).collect()
}

fn read(tx: &Tx, row: &Row) -> Result<Waits> {
    let line = board::read_line(tx, row)?;
    Ok(Waits {
        since: line.waiting_since.ok_or_else(|| row.broken(8))?,
        priority: read_rank(row, 12)?,
        waits_for: read_keys(row, 13)?,
        line,
    })
}

fn read_event(row: &Row) -> Result<WaitingEvent> {
    let fact = match row.text(2)? {
        "joined" => WaitingFact::Joined { since: row.day(3)? },
        "set" => WaitingFact::Set {
            priority: read_rank(row, 4)?,
            waits_for: read_keys(row, 5)?,
        },
        "left" => WaitingFact::Left,
        _ => return Err(row.broken(2)),
    };
    Ok(WaitingEvent {
        referral: ReferralId::from_uuid(row.id(0)?),
        on: row.day(1)?,
        fact,
    })
}
