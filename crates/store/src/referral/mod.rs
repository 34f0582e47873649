//! A referral: made once, decided once, always kept.

mod board;
pub mod draft;
mod entry;
mod message;
mod outcome;
mod record;
mod told;
mod waiting;

pub(crate) use board::ALL as BOARD;
pub use board::{After, Line, board, counts};
pub(crate) use entry::ALL as ENTRY;
pub use entry::{Written, entries};
pub(crate) use message::ALL as MESSAGE;
pub use message::{Message, thread};
pub(crate) use outcome::ALL as OUTCOME;
pub use outcome::{Outcome, outcomes, outcomes_due};
pub(crate) use record::ALL as RECORD;
pub(crate) use told::ALL as TOLD;
pub use told::{Telling, tellings};
pub(crate) use waiting::ALL as WAITING;
pub use waiting::{AfterWaiting, Standing, Waits, standing, waiting, waiting_on};

use crate::error::{Error, Result};
use crate::family::{self, NewFamily};
use crate::journal::Part;
use crate::journal::event::Fact;
use crate::kernel::{Row, Tx, statements};
use domain::day::Birth;
use domain::family::Person;
use domain::id::{AccountId, FamilyId, ReferralId, SiteId};
use domain::reference::{Kind, Reference};
use domain::referral::{Capacity, Refer, Referral, Stage, Why};
use domain::text::Text;
use jiff::civil::Date;
use record::record;

statements! {
    MAKE = "insert into referral
        (id, family_id, site_id, reference, referred_by, received_on, reason, children, adults, going_well, worries,
         stage, stage_on, stage_by, made_at, services, hard_before, follows, worker, row_version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'submitted', $12, $13, $14, $15, $16, $17, $18, 1)";
    MAKE_NEED = "insert into referral_need (referral_id, need) values ($1, $2)";
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
            r.services, r.hard_before, r.follows, r.worker
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

/// What a new referral led to.
#[derive(Clone, Debug)]
pub struct Made {
    /// The referral.
    pub id: ReferralId,
    /// Its reference.
    pub reference: String,
    /// The family.
    pub family: FamilyId,
}

/// Stores a new referral with its family, writes it in the family's book, and looks whether the family may be known.
pub fn make(tx: &Tx, refer: Refer, received_on: Date) -> Result<Made> {
    let site = refer.site;
    let (made, spoken) = store_new(tx, tx.account(), refer, received_on)?;
    crate::outbox::referral_made(tx, made.id, spoken, site, received_on)?;
    Ok(made)
}

/// As [`make`], in the name of the social worker who referred, where somebody else brings it in with many others:
/// nobody is sent a message for each.
pub(crate) fn make_by(tx: &Tx, by: AccountId, refer: Refer, received_on: Date) -> Result<Made> {
    Ok(store_new(tx, by, refer, received_on)?.0)
}

fn store_new(tx: &Tx, by: AccountId, refer: Refer, received_on: Date) -> Result<(Made, Reference)> {
    let site = refer.site;
    let reason = refer.reason().key();
    let id = ReferralId::from_uuid(crate::id::fresh(tx.now()));
    let spoken = crate::id::reference(Kind::Referral);
    let reference = spoken.to_string();
    let family = NewFamily {
        id: FamilyId::from_uuid(crate::id::fresh(tx.now())),
        site,
        reference: crate::id::reference(Kind::Family),
        people: family::with_ids(tx, refer.people),
        homes: refer.homes,
        responsibilities: refer.responsibilities,
        orders: refer.orders,
        kept_away: refer.kept_away,
    };
    family::make(tx, &family)?;
    let subject = family.id.uuid();
    let words = |text: &Option<Text>| text.as_ref().map(|t| t.as_str().to_owned());
    let (going_well, worries) = (words(&refer.going_well), words(&refer.worries));
    let (services, hard_before) = (words(&refer.services), words(&refer.hard_before));
    let seal =
        |column: &str, words: &Option<String>| tx.seal_opt(subject, "referral", column, id.uuid(), words.as_deref());
    let sealed_well = seal("going_well", &going_well)?;
    let sealed_worries = seal("worries", &worries)?;
    let sealed_services = seal("services", &services)?;
    let sealed_before = seal("hard_before", &hard_before)?;
    let sealed_worker = seal("worker", &words(&refer.worker))?;
    let children = family
        .people
        .iter()
        .filter(|p| p.part == domain::family::Part::Child)
        .count();
    let received = received_on.to_string();
    tx.run(
        &MAKE,
        &[
            id.into(),
            family.id.into(),
            site.into(),
            (&reference).into(),
            by.into(),
            (&received).into(),
            reason.into(),
            count(children).into(),
            count(family.people.len() - children).into(),
            sealed_well.as_ref().into(),
            sealed_worries.as_ref().into(),
            (&received).into(),
            by.into(),
            tx.now_micros().into(),
            sealed_services.as_ref().into(),
            sealed_before.as_ref().into(),
            refer.follows.into(),
            sealed_worker.as_ref().into(),
        ],
    )?;
    for need in &refer.needs {
        tx.run(&MAKE_NEED, &[id.into(), need.key.into()])?;
    }
    let needs = refer.needs.iter().map(|n| n.key.to_owned()).collect();
    let mut parts = vec![Part {
        subject,
        body: Fact::ReferralMade {
            reference: reference.clone(),
            reason: reason.into(),
            needs,
            going_well,
            worries,
            services,
            hard_before,
        }
        .write(),
    }];
    parts.extend(family.people.iter().map(named));
    record(tx, family.id, "referral_made", id, parts)?;
    crate::likeness::find(tx, &family)?;
    let made = Made {
        id,
        reference,
        family: family.id,
    };
    Ok((made, spoken))
}

/// What the journal keeps of a person's being named, sealed for that person.
fn named(person: &Person) -> Part {
    let birth = match person.birth {
        Birth::On(day) => Some(day.to_string()),
        Birth::Month { year, month } => Some(format!("{year:04}-{month:02}")),
        Birth::Expected { year, month } => Some(format!("expected {year:04}-{month:02}")),
        Birth::Year(year) => Some(format!("{year:04}")),
        Birth::NotKnown => None,
    };
    let fact = Fact::PersonNamed {
        name: person.name.spoken(),
        part: person.part.key().into(),
        birth,
    };
    Part {
        subject: person.id.uuid(),
        body: fact.write(),
    }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
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
            why_words: words("why_words", 19)?,
            referral,
        })
    })?;
    let mut shown = found.ok_or(Error::NotFound)?;
    shown.needs = tx.rows(&NEEDS, &[id.into()], |row| Ok(row.text(0)?.to_owned()))?;
    Ok(shown)
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
        received_on: day(row, 5)?,
        version: row.int(15)?,
        stage: read_stage(row)?,
    })
}

fn day(row: &Row, at: usize) -> Result<Date> {
    row.text(at)?.parse().map_err(|_| row.broken(at))
}

fn read_stage(row: &Row) -> Result<Stage> {
    let on = day(row, 7)?;
    let by = AccountId::from_uuid(row.id(8)?);
    Ok(match row.text(6)? {
        "submitted" => Stage::Submitted { on },
        "information_asked" => Stage::InformationAsked { on, by },
        "waiting" => Stage::Waiting {
            since: day(row, 9)?,
            by,
        },
        "matched" => Stage::Matched { on },
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
