//! A referral as it is made: with a new family, or for one that is here.

use super::record::record;
use super::{again, same};
use crate::account::standing;
use crate::error::{Error, Result};
use crate::family::{self, NewFamily};
use crate::journal::Part;
use crate::journal::event::Fact;
use crate::kernel::{Tx, statements};
use domain::day::Birth;
use domain::family::Person;
use domain::id::{AccountId, FamilyId, ReferralId};
use domain::reference::{Kind, Reference};
use domain::referral::Refer;
use domain::role::Role;
use domain::text::Text;
use jiff::civil::Date;

statements! {
    MAKE = "insert into referral
        (id, family_id, site_id, reference, referred_by, received_on, reason, children, adults, going_well, worries,
         stage, stage_on, stage_by, made_at, services, hard_before, follows, worker, digest,
         row_version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'submitted', $12, $13, $14, $15, $16, $17, $18, $19, 1)";
    MAKE_NEED = "insert into referral_need (referral_id, need) values ($1, $2)";
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

/// Stores a new referral with its family, writes it in the family's book, looks whether the family may be known, and tells
/// those who must know.
pub fn make(tx: &Tx, refer: Refer, received_on: Date) -> Result<Made> {
    Ok(make_for(tx, tx.account(), refer, received_on)?.0)
}

/// As [`make`], in the name of the social worker for whom a program refers: the family is theirs to work with.
pub fn make_of_worker(tx: &Tx, worker: AccountId, refer: Refer, received_on: Date) -> Result<Made> {
    let (made, _) = make_for(tx, worker, refer, received_on)?;
    standing::assign(tx, made.family, worker, Role::FamilyWorker, tx.today())?;
    Ok(made)
}

/// As [`make_of_worker`], where many are brought in at once: nobody is sent a message for each. Where no worker is known,
/// it stands in the name of whoever brings it.
pub(crate) fn make_quietly(tx: &Tx, worker: Option<AccountId>, refer: Refer, received_on: Date) -> Result<Made> {
    let by = worker.unwrap_or_else(|| tx.account());
    let (made, _) = store_new(tx, by, refer, received_on)?;
    if let Some(worker) = worker {
        standing::assign(tx, made.family, worker, Role::FamilyWorker, tx.today())?;
    }
    Ok(made)
}

/// As [`make`], where somebody without an account filled in what `by` asked them for: `by` answers for it from now on.
pub(crate) fn make_for(tx: &Tx, by: AccountId, refer: Refer, received_on: Date) -> Result<(Made, Reference)> {
    let site = refer.site;
    let (made, spoken) = store_new(tx, by, refer, received_on)?;
    crate::outbox::referral_made(tx, by, made.id, spoken, site, received_on)?;
    Ok((made, spoken))
}

/// The family of a referral: one of its own, or the one it follows an earlier referral of.
fn store_family(tx: &Tx, refer: &mut Refer) -> Result<NewFamily> {
    let before = refer.follows.map(|earlier| again::family(tx, earlier, refer.site));
    let before = before.transpose()?;
    let people = std::mem::take(&mut refer.people);
    if !again::are_known(before.as_ref(), &people) {
        return Err(Error::NotFound);
    }
    let mut family = NewFamily {
        id: FamilyId::from_uuid(crate::id::fresh(tx.now())),
        site: refer.site,
        reference: crate::id::reference(Kind::Family),
        people: family::with_ids(tx, people),
        homes: std::mem::take(&mut refer.homes),
        responsibilities: std::mem::take(&mut refer.responsibilities),
        orders: std::mem::take(&mut refer.orders),
        kept_away: std::mem::take(&mut refer.kept_away),
    };
    match before {
        None => family::make(tx, &family)?,
        Some(before) => {
            (family.id, family.reference) = (before.id, before.reference);
            family::renew(tx, &before, &mut family, refer.shows_record)?;
        }
    }
    Ok(family)
}

fn store_new(tx: &Tx, by: AccountId, mut refer: Refer, received_on: Date) -> Result<(Made, Reference)> {
    let site = refer.site;
    let reason = refer.reason().key();
    let digest = same::digest(tx, &refer)?;
    let id = ReferralId::from_uuid(crate::id::fresh(tx.now()));
    let spoken = crate::id::reference(Kind::Referral);
    let reference = spoken.to_string();
    let family = store_family(tx, &mut refer)?;
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
            (&digest).into(),
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
