//! Support that ends: what the rules ask, the row of it, and everything that ends with it.

mod record;
mod show;

pub(crate) use record::ALL as RECORD;
pub use record::close;
pub(crate) use show::ALL as SHOW;
pub use show::{ClosingShown, Recent, of_family, recent, team};
pub(crate) use show::{RING_DAYS, to_ring};

use crate::error::Result;
use crate::kernel::{Row, Tx, statements};
use domain::closing::Bounds;
use domain::family::Family;
use domain::id::{FamilyId, GoalId, PersonId, ReferralId};
use jiff::civil::Date;

statements! {
    // The referral that support goes on because of, and the first days of its first and its last carer.
    OPEN = "select r.id, min(m.starts_on), max(m.starts_on) from referral r left join matching m on m.referral_id = r.id
        where r.family_id = $1 and r.stage = 'matched' group by r.id";
    CLOSED = "select max(c.closed_on) from closing c where c.family_id = $1";
    LAST = "select s.happened_on from session s where s.family_id = $1 and s.stage = 'done'
        order by s.at desc, s.id desc limit 1";
    LAST_REVIEW = "select r.held_on from review r where r.family_id = $1 and r.stage = 'held'
        order by r.at desc, r.id desc limit 1";
}

/// What is known of a family whose support is to end.
#[derive(Clone, Debug)]
pub struct Known {
    /// The family.
    pub family: Family,
    /// How staff call it.
    pub name: String,
    /// The referral that support goes on because of.
    pub referral: Option<ReferralId>,
    /// The first day of this time of support.
    pub begun: Option<Date>,
    /// The earliest day it can end: somebody was with the family then, or its carer began.
    pub last_contact: Option<Date>,
    /// The last day of support, where it is closed.
    pub closed: Option<Date>,
    /// How many concerns nobody has read but whoever raised them, less those that are kept from whoever asks.
    pub unread: u64,
    /// The goals that are open, each with whose it is.
    pub goals: Vec<(GoalId, PersonId)>,
}

/// Reads what the rules of a closing ask.
///
/// # Errors
/// [`crate::Error::NotFound`] when there is no such family.
pub fn known(tx: &Tx, id: FamilyId) -> Result<Known> {
    let (family, name) = crate::family::load(tx, id)?;
    let open = tx.row(&OPEN, &[id.into()], |row| {
        Ok((ReferralId::from_uuid(row.id(0)?), row.day_opt(1)?, row.day_opt(2)?))
    })?;
    let (referral, begun, last_carer) = open.map_or((None, None, None), |(id, begun, last)| (Some(id), begun, last));
    let day = |row: &Row| row.day_opt(0);
    let closed = tx.row(&CLOSED, &[id.into()], day)?.flatten();
    let visit = tx.row(&LAST, &[id.into()], day)?.flatten();
    let review = tx.row(&LAST_REVIEW, &[id.into()], day)?.flatten();
    // A carer who was to begin later never does.
    let last_carer = last_carer.map(|day| day.min(tx.today()));
    Ok(Known {
        referral,
        begun,
        last_contact: visit.max(review).max(last_carer),
        closed: closed.filter(|_| referral.is_none()),
        unread: crate::concern::unread(tx, id)?,
        goals: crate::goal::open(tx, id)?,
        family,
        name,
    })
}

impl Known {
    /// The children and the goals by their ids, which [`Known::bounds`] borrows.
    pub fn ids(&self) -> (Vec<PersonId>, Vec<GoalId>) {
        let children = self.family.children().map(|child| child.id).collect();
        (children, self.goals.iter().map(|(goal, _)| *goal).collect())
    }

    /// What the rules ask.
    pub const fn bounds<'a>(&self, (children, goals): (&'a [PersonId], &'a [GoalId])) -> Bounds<'a> {
        Bounds {
            begun: self.begun,
            last_contact: self.last_contact,
            closed: self.closed,
            unread: self.unread,
            children,
            goals,
        }
    }
}
