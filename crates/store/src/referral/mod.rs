//! A referral: made once, decided once, always kept.

mod again;
mod board;
pub mod draft;
mod entry;
mod make;
mod message;
mod outcome;
mod record;
mod same;
mod told;
mod waiting;

pub(crate) use again::ALL as AGAIN;
pub use again::family as family_of_earlier;
pub(crate) use board::ALL as BOARD;
pub use board::{After, Line, board, counts};
pub(crate) use entry::ALL as ENTRY;
pub use entry::{Written, entries};
pub(crate) use make::{ALL as MAKE, make_for, make_quietly};
pub use make::{Made, make, make_of_worker};
pub(crate) use message::ALL as MESSAGE;
pub use message::{Message, thread};
pub(crate) use outcome::ALL as OUTCOME;
pub(crate) use outcome::ask as ask_outcomes;
pub use outcome::{Outcome, outcomes, outcomes_due};
pub(crate) use record::{ALL as RECORD, found_carer};
pub(crate) use same::{ALL as SAME, forget_old as forget_digests};
pub use same::{SAME_MINUTES, just_sent};
pub(crate) use told::ALL as TOLD;
pub use told::{Telling, tellings};
pub(crate) use waiting::ALL as WAITING;
pub use waiting::{AfterWaiting, Standing, Waits, standing, waiting, waiting_on};

use crate::error::{Error, Result};
use crate::kernel::{Row, Tx, statements};
use domain::id::{AccountId, FamilyId, ReferralId, SiteId};
use domain::need::{NEEDS as NEEDS_ALL, Need};
use domain::referral::{Capacity, Referral, Stage, Why};

statements! {
    BY_ID = "select r.id, r.family_id, r.site_id, r.reference, r.referred_by, r.received_on, r.stage, r.stage_on,
            r.stage_by, r.waiting_since, r.why, r.capacity_carers, r.capacity_places, r.capacity_free,
            r.capacity_waiting, r.row_version, r.merged_into, r.going_well, r.worries, r.why_words, r.reason
        from referral r where r.id = $1",
        postgres "select r.id, r.family_id, r.site_id, r.reference, r.referred_by, r.received_on, r.stage, r.stage_on,
            r.stage_by, r.waiting_since, r.why, r.capacity_carers, r.capacity_places, r.capacity_free,
            r.capacity_waiting, r.row_version, r.merged_into, r.going_well, r.worries, r.why_words, r.reason
        from referral r where r.id = $1 for update";
    SHOW = "select r.id, r.family_id, r.site_id, r.reference, r.referred_by, r.received_on, r.stage, r.stage_on,
            r.stage_by, r.waiting_since, r.why, r.capacity_carers, r.capacity_places, r.capacity_free,
            r.capacity_waiting, r.row_version, r.merged_into, r.going_well, r.worries, r.why_words, r.reason,
            r.services, r.hard_before, r.follows, r.worker,
            (select n.id from referral n where n.follows = r.id order by n.made_at, n.id limit 1)
        from referral r where r.id = $1";
    WAS = "select r.id, r.family_id, r.site_id, r.reference, r.referred_by, r.received_on, r.merged_was, r.stage_on,
            r.stage_by, r.waiting_since, r.why, r.capacity_carers, r.capacity_places, r.capacity_free,
            r.capacity_waiting, r.row_version, r.merged_into
        from referral r where r.id = $1 and r.stage = 'merged'";
    OF_FAMILY = "select r.id, r.family_id, r.site_id, r.reference, r.referred_by, r.received_on, r.stage, r.stage_on,
            r.stage_by, r.waiting_since, r.why, r.capacity_carers, r.capacity_places, r.capacity_free,
            r.capacity_waiting, r.row_version, r.merged_into
        from referral r where r.site_id = $1 and r.family_id = $2
        order by r.received_on desc, r.id desc";
    NEEDS = "select need from referral_need where referral_id = $1 order by need";
    CAPACITY = "select s.places,
            (select count(*) from referral m where m.site_id = s.id and m.stage = 'matched'),
            (select count(*) from referral w where w.site_id = s.id and w.stage = 'waiting'),
            (select count(distinct h.account_id) from role_held h where h.site_id = s.id and h.role = 'carer'
                and h.stage = 'held' and h.starts_on <= $1 and (h.ends_on is null or h.ends_on > $1))
        from site s where s.id = $2";
}

/// A referral with the words on it, as a page shows it.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The referral itself.
    pub referral: Referral,
    /// The derived reason's key.
    pub reason: String,
    /// Keys of the areas of need.
    pub needs: Vec<String>,
    /// What is going well.
    pub going_well: Option<String>,
    /// What worries people.
    pub worries: Option<String>,
    /// The other services that help.
    pub services: Option<String>,
    /// What has made help hard to get before.
    pub hard_before: Option<String>,
    /// The earlier referral this one follows.
    pub follows: Option<ReferralId>,
    /// The later referral that followed this one, if the family was referred again.
    pub followed_by: Option<ReferralId>,
    /// The social worker who asks, where they have no account here.
    pub worker: Option<String>,
    /// The reason it was not accepted or withdrawn, in words.
    pub why_words: Option<String>,
}

/// Loads a referral to decide on it; on the server its row is held until the unit of work ends.
pub fn load(tx: &Tx, id: ReferralId) -> Result<Referral> {
    tx.row(&BY_ID, &[id.into()], read)?.ok_or(Error::NotFound)
}

/// Loads a referral with its words.
pub fn show(tx: &Tx, id: ReferralId) -> Result<Shown> {
    let found = tx.row(&SHOW, &[id.into()], |row| {
        let referral = read(row)?;
        let family = referral.family.uuid();
        let words = |column: &str, at: usize| tx.open_opt(family, "referral", column, id.uuid(), row.bytes_opt(at)?);
        Ok(Shown {
            reason: row.text(20)?.to_owned(),
            needs: Vec::new(),
            going_well: words("going_well", 17)?,
            worries: words("worries", 18)?,
            services: words("services", 21)?,
            hard_before: words("hard_before", 22)?,
            follows: row.id_opt(23)?.map(ReferralId::from_uuid),
            worker: words("worker", 24)?,
            followed_by: row.id_opt(25)?.map(ReferralId::from_uuid),
            why_words: words("why_words", 19)?,
            referral,
        })
    })?;
    let mut shown = found.ok_or(Error::NotFound)?;
    shown.needs = tx.rows(&NEEDS, &[id.into()], |row| Ok(row.text(0)?.to_owned()))?;
    Ok(shown)
}

/// The areas of need a referral names, in the order people read them.
///
/// # Errors
/// The store's own.
pub fn needs(tx: &Tx, id: ReferralId) -> Result<Vec<&'static Need>> {
    let keys: Vec<String> = tx.rows(&NEEDS, &[id.into()], |row| Ok(row.text(0)?.to_owned()))?;
    Ok(NEEDS_ALL
        .iter()
        .filter(|need| keys.iter().any(|key| key == need.key))
        .collect())
}

/// The referrals of a family with where each stands, without their words; newest first.
pub fn stages_of_family(tx: &Tx, site: SiteId, family: FamilyId) -> Result<Vec<Referral>> {
    tx.rows(&OF_FAMILY, &[site.into(), family.into()], read)
}

/// Where a merged referral stood before, for taking it apart again.
///
/// # Errors
/// [`Error::NotFound`] when it is not merged.
pub fn was(tx: &Tx, id: ReferralId) -> Result<Stage> {
    tx.row(&WAS, &[id.into()], read_stage)?.ok_or(Error::NotFound)
}

fn read(row: &Row) -> Result<Referral> {
    Ok(Referral {
        id: ReferralId::from_uuid(row.id(0)?),
        family: FamilyId::from_uuid(row.id(1)?),
        site: SiteId::from_uuid(row.id(2)?),
        reference: row.text(3)?.parse().map_err(|_| row.broken(3))?,
        referred_by: AccountId::from_uuid(row.id(4)?),
        received_on: row.day(5)?,
        version: row.int(15)?,
        stage: read_stage(row)?,
    })
}

fn read_stage(row: &Row) -> Result<Stage> {
    let on = row.day(7)?;
    let by = AccountId::from_uuid(row.id(8)?);
    Ok(match row.text(6)? {
        "submitted" => Stage::Submitted { on },
        "information_asked" => Stage::InformationAsked { on, by },
        "waiting" => Stage::Waiting { since: row.day(9)?, by },
        "matched" => Stage::Matched { on },
        "closed" => Stage::Closed { on },
        "withdrawn" => Stage::Withdrawn { on, by },
        "merged" => Stage::Merged {
            into: ReferralId::from_uuid(row.id(16)?),
        },
        "not_accepted" => Stage::NotAccepted {
            on,
            by,
            why: Why::from_key(row.text(10)?).ok_or_else(|| row.broken(10))?,
            capacity: read_capacity(row)?,
        },
        _ => return Err(row.broken(6)),
    })
}

fn read_capacity(row: &Row) -> Result<Capacity> {
    let n = |at: usize| u32::try_from(row.int_opt(at)?.unwrap_or_default()).map_err(|_| row.broken(at));
    Ok(Capacity {
        carers: n(11)?,
        places: n(12)?,
        places_free: n(13)?,
        waiting: n(14)?,
    })
}

/// What the site could take today: kept with a referral that is not accepted.
pub fn capacity(tx: &Tx, site: SiteId) -> Result<Capacity> {
    let today = tx.today().to_string();
    let found = tx.row(&CAPACITY, &[(&today).into(), site.into()], |row| {
        let n = |at: usize| u32::try_from(row.int(at)?).map_err(|_| row.broken(at));
        let (places, matched) = (n(0)?, n(1)?);
        Ok(Capacity {
            carers: n(3)?,
            places,
            places_free: places.saturating_sub(matched),
            waiting: n(2)?,
        })
    })?;
    found.ok_or(Error::NotFound)
}
