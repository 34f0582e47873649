//! Families that may be one: found when a family is referred, settled by a person, and undone by one.

mod find;
mod known;
mod list;
mod moving;
mod settle;

pub(crate) use find::{ALL as FIND, find, kept};
pub(crate) use known::ALL as KNOWN;
pub(crate) use list::ALL as LIST;
pub use list::{After, Joined, Line, joined_to, list, may_be_known};
pub(crate) use moving::ALL as MOVING;
pub use moving::{Moved, move_back, move_person, moves};
pub(crate) use settle::ALL as SETTLE;
pub use settle::{join, keep_apart, undo};

use crate::error::{Error, Result};
use crate::journal::event::Fact;
use crate::journal::history::account_name;
use crate::journal::{BookKind, Entry, Part};
use crate::kernel::{Row, Tx, statements};
use domain::family::{Part as As, Person};
use domain::id::{AccountId, BookId, FamilyId, LikenessId, PersonId, ReferralId, SiteId};
use domain::likeness::settle::{Question, Side, Stage};
use domain::likeness::{Known, Pair, Sign, Strength, families};
use domain::referral::{Referral, Stage as Referred};
use uuid::Uuid;

statements! {
    BY_ID = "select l.site_id, l.one_family_id, l.other_family_id, l.strength, l.signs, l.found_at, l.stage, l.settled_by,
            l.settled_at, l.row_version, m.id, m.into_family_id, m.referral_id
        from likeness l left join family_merge m on m.likeness_id = l.id and m.undone_at is null where l.id = $1";
    SIDE = "select f.reference, f.name, f.merged_into, u.subject_key, f.site_id,
            (select count(*) from person p where p.family_id = f.id and p.part = 'child')
        from family f join subject u on u.site_id = f.site_id and u.id = f.id where f.id = $1";
    PART = "select part from person where id = $1 and family_id = $2";
    CHANGED = "update likeness set stage = $1, settled_by = $2, settled_at = $3, row_version = row_version + 1
        where id = $4 and row_version = $5";
    COUNTED = "update likeness set row_version = row_version + 1 where id = $1 and row_version = $2";
}

/// The question whether two families are one, with where it stands.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Its id.
    pub id: LikenessId,
    /// The programme area of both.
    pub site: SiteId,
    /// The version of its row, for finding stale pages.
    pub version: i64,
    /// What may be said of it, and what was.
    pub question: Question,
    /// What people say aloud for each family, in the order of the sides.
    pub references: [String; 2],
    /// How staff call each family.
    pub names: [String; 2],
    /// How strongly they are alike.
    pub strength: Strength,
    /// What speaks for it.
    pub signs: Vec<Sign>,
    /// When it was found, microseconds UTC.
    pub found_at: i64,
    /// Who settled it, while the account is there, and when, microseconds UTC.
    pub settled: Option<(Option<String>, i64)>,
    merge: Option<Merge>,
}

/// A joining that was not undone.
#[derive(Clone, Copy, Debug)]
struct Merge {
    id: Uuid,
    into: FamilyId,
    referral: Option<ReferralId>,
}

impl Asked {
    /// The referral that joining merged, if it did.
    pub fn merged(&self) -> Option<ReferralId> {
        self.merge.and_then(|merge| merge.referral)
    }

    /// Both families.
    pub fn families(&self) -> [FamilyId; 2] {
        self.question.sides.each_ref().map(|side| side.family)
    }

    /// What people say aloud for one of the families.
    pub fn reference(&self, family: FamilyId) -> &str {
        let at = usize::from(self.question.sides[0].family != family);
        &self.references[at]
    }

    /// The other of the two families.
    fn other(&self, family: FamilyId) -> FamilyId {
        let [one, other] = self.families();
        if family == one { other } else { one }
    }
}

/// The question, as it stands.
///
/// # Errors
/// [`Error::NotFound`] when there is none, or one of the families was erased.
pub fn load(tx: &Tx, id: LikenessId) -> Result<Asked> {
    let found = tx.row(&BY_ID, &[id.into()], |row| read(tx, row, id))?;
    let mut asked = found.ok_or(Error::NotFound)?;
    for at in [0, 1] {
        let family = asked.question.sides[at].family;
        let (found, reference, name) = side(tx, asked.site, family)?;
        asked.question.sides[at] = found;
        asked.references[at] = reference;
        asked.names[at] = name;
    }
    Ok(asked)
}

fn read(tx: &Tx, row: &Row, id: LikenessId) -> Result<Asked> {
    let merge = match (row.id_opt(10)?, row.id_opt(11)?) {
        (Some(id), Some(into)) => Some(Merge {
            id,
            into: FamilyId::from_uuid(into),
            referral: row.id_opt(12)?.map(ReferralId::from_uuid),
        }),
        _ => None,
    };
    let empty = |family| Side {
        family: FamilyId::from_uuid(family),
        is_joined: false,
        open_referral: None,
        children: 0,
    };
    let settled = match (row.id_opt(7)?, row.int_opt(8)?) {
        (Some(by), Some(at)) => Some((account_name(tx, AccountId::from_uuid(by))?, at)),
        _ => None,
    };
    Ok(Asked {
        id,
        site: SiteId::from_uuid(row.id(0)?),
        version: row.int(9)?,
        question: Question {
            stage: read_stage(row, 6, merge.map(|merge| merge.into))?,
            sides: [empty(row.id(1)?), empty(row.id(2)?)],
        },
        references: Default::default(),
        names: Default::default(),
        strength: Strength::from_key(row.text(3)?).ok_or_else(|| row.broken(3))?,
        signs: read_signs(row, 4)?,
        found_at: row.int(5)?,
        settled,
        merge,
    })
}

fn read_stage(row: &Row, at: usize, kept: Option<FamilyId>) -> Result<Stage> {
    match (row.text(at)?, kept) {
        ("open", _) => Ok(Stage::Open),
        ("joined", Some(kept)) => Ok(Stage::Joined { kept }),
        ("kept_apart", _) => Ok(Stage::KeptApart),
        _ => Err(row.broken(at)),
    }
}

fn read_signs(row: &Row, at: usize) -> Result<Vec<Sign>> {
    let keys = row.text(at)?.split_whitespace();
    keys.map(|key| Sign::from_key(key).ok_or_else(|| row.broken(at)))
        .collect()
}

fn side(tx: &Tx, site: SiteId, family: FamilyId) -> Result<(Side, String, String)> {
    let referrals = crate::referral::stages_of_family(tx, site, family)?;
    let open = referrals.iter().find(|referral| is_open(referral));
    let found = tx.row(&SIDE, &[family.into()], |row| {
        let key = tx.open_subject(family.uuid(), row.id(4)?, row.bytes(3)?)?;
        let name = crate::key::open_with(&key, "family", "name", family.uuid(), row.bytes(1)?)?;
        let found = Side {
            family,
            is_joined: row.id_opt(2)?.is_some(),
            open_referral: open.map(|referral| (referral.id, referral.stage)),
            children: usize::try_from(row.int(5)?).map_err(|_| row.broken(5))?,
        };
        Ok((found, row.text(0)?.to_owned(), name))
    })?;
    found.ok_or(Error::NotFound)
}

const fn is_open(referral: &Referral) -> bool {
    matches!(
        referral.stage,
        Referred::Submitted { .. }
            | Referred::InformationAsked { .. }
            | Referred::Waiting { .. }
            | Referred::Matched { .. }
    )
}

/// The people of both families side by side, and who of them may be the same.
struct Beside {
    people: [Vec<Person>; 2],
    pairs: Vec<Pair>,
}

/// The people of both families, compared as they are now.
fn beside(tx: &Tx, asked: &Asked) -> Result<Beside> {
    let [one, other] = asked.families();
    let (one, mine): (Vec<_>, Vec<_>) = known::of_family(tx, one)?.into_iter().unzip();
    let (other, theirs): (Vec<_>, Vec<_>) = known::of_family(tx, other)?.into_iter().unzip();
    Ok(Beside {
        people: [one, other],
        pairs: families(&mine, &theirs).map_or_else(Vec::new, |likeness| likeness.pairs),
    })
}

/// The people of one family, each with what they are compared by.
pub fn people(tx: &Tx, family: FamilyId) -> Result<Vec<(Person, Known)>> {
    known::of_family(tx, family)
}

/// In which of the two families somebody is, and as what.
///
/// # Errors
/// [`Error::NotFound`] when they are in neither.
pub fn stands_in(tx: &Tx, asked: &Asked, person: PersonId) -> Result<(FamilyId, As)> {
    for family in asked.families() {
        let values = [person.into(), family.into()];
        if let Some(part) = tx.row(&PART, &values, |row| {
            As::from_key(row.text(0)?).ok_or_else(|| row.broken(0))
        })? {
            return Ok((family, part));
        }
    }
    Err(Error::NotFound)
}

/// Stores that something was said of it.
///
/// # Errors
/// [`Error::Stale`] when something else was said since it was read.
fn changed(tx: &Tx, asked: &Asked, stage: &'static str) -> Result<()> {
    let settled = stage != "open";
    let values = [
        stage.into(),
        settled.then(|| tx.account()).into(),
        settled.then(|| tx.now_micros()).into(),
        asked.id.into(),
        asked.version.into(),
    ];
    fresh(tx, asked, tx.run(&CHANGED, &values)?)
}

/// Counts its version on, so that whoever looks at it still is told that something happened.
fn counted(tx: &Tx, asked: &Asked) -> Result<()> {
    fresh(tx, asked, tx.run(&COUNTED, &[asked.id.into(), asked.version.into()])?)
}

fn fresh(tx: &Tx, asked: &Asked, rows: u64) -> Result<()> {
    if rows == 0 {
        let now = load(tx, asked.id)?.version;
        return Err(Error::Stale { now });
    }
    Ok(())
}

/// An entry in a family's book about the other family.
fn note(tx: &Tx, family: FamilyId, action: &'static str, other: FamilyId, subject: Uuid, fact: Fact) -> Result<()> {
    tx.append(&Entry {
        book: BookId::from_uuid(family.uuid()),
        kind: BookKind::Family,
        action,
        object_kind: "family",
        object_id: Some(other.uuid()),
        parts: vec![Part {
            subject,
            body: fact.write(),
        }],
    })?;
    Ok(())
}
