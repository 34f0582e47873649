//! Follow-ups as rows: what the authority said 12 and 24 months after a referral. Each is added and never changed.

use crate::care_episode;
use crate::error::{Error, Result};
use crate::journal::event::{AfterFact, Fact};
use crate::journal::history::account_name;
use crate::journal::{BookKind, Entry, Part};
use crate::kernel::{Row, Tx, Value, statements};
use domain::care_episode::{EpisodeKind, Source};
use domain::family::Family;
use domain::follow_up::{Bounds, ChildThen, NewFollowUp, Refusal, Which, record};
use domain::id::{AccountId, BookId, FamilyId, FollowUpId, PersonId, ReferralId};
use domain::referral::Lives;
use domain::text::Text;
use jiff::civil::Date;

statements! {
    // Those that led to support, and the days they were received: what follow-ups count from.
    SUPPORTED = "select r.id, r.received_on from referral r where r.family_id = $1
            and exists (select 1 from matching m where m.referral_id = r.id)
        order by r.received_on desc, r.id desc";
    OF_REFERRAL = "select f.id, f.which, f.version_no, f.looked_on, f.source, f.language, f.words, f.recorded_by, f.made_at
        from follow_up f where f.referral_id = $1 and f.family_id = $2
            and f.version_no = (select max(l.version_no) from follow_up l
                where l.referral_id = f.referral_id and l.which = f.which)
        order by f.which";
    CHILDREN = "select c.child_id, c.lives, c.care_kind, c.care_from from follow_up_child c where c.follow_up_id = $1
        order by c.child_id";
    MAKE = "insert into follow_up (id, family_id, referral_id, site_id, which, version_no, looked_on, source, language, words,
            recorded_by, made_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    MAKE_CHILD = "insert into follow_up_child (follow_up_id, child_id, site_id, lives, care_kind, care_from)
        values ($1, $2, $3, $4, $5, $6)";
}

/// A follow-up as it stands.
#[derive(Clone, Debug)]
pub struct FollowUpShown {
    /// Which of the two.
    pub which: Which,
    /// How often it was written down: once, and each time it was put right.
    pub version: u32,
    /// The day the record was looked at.
    pub on: Date,
    /// Who says so.
    pub source: Source,
    /// Where each child lives.
    pub children: Vec<ChildThen>,
    /// The language of the words.
    pub language: String,
    /// More, in words.
    pub words: Option<String>,
    /// Who wrote it down, while the account is there.
    pub by: Option<String>,
    /// When, microseconds UTC.
    pub at: i64,
}

/// One referral that led to support, with what was said later and what is still to be said.
#[derive(Clone, Debug)]
pub struct Later {
    /// The referral.
    pub referral: ReferralId,
    /// The day it was received.
    pub received: Date,
    /// What is written down, the earlier first.
    pub done: Vec<FollowUpShown>,
}

impl Later {
    /// Those that are still to be written down, with the day each is due.
    pub fn open(&self) -> Vec<(Which, Date)> {
        let done: Vec<Which> = self.done.iter().map(|one| one.which).collect();
        domain::follow_up::open(self.received, &done)
    }
}

/// The referrals of a family that led to support, the latest first, each with its follow-ups.
///
/// # Errors
/// The store's own.
pub fn of_family(tx: &Tx, family: FamilyId) -> Result<Vec<Later>> {
    let referrals = tx.rows(&SUPPORTED, &[family.into()], |row| {
        Ok((ReferralId::from_uuid(row.id(0)?), row.day(1)?))
    })?;
    let later = |(referral, received)| {
        let done = tx.rows(&OF_REFERRAL, &[ReferralId::into(referral), family.into()], |row| {
            shown(tx, family, row)
        })?;
        Ok(Later {
            referral,
            received,
            done,
        })
    };
    referrals.into_iter().map(later).collect()
}

fn shown(tx: &Tx, family: FamilyId, row: &Row) -> Result<FollowUpShown> {
    let id = FollowUpId::from_uuid(row.id(0)?);
    Ok(FollowUpShown {
        which: Which::from_key(row.text(1)?).ok_or_else(|| row.broken(1))?,
        version: u32::try_from(row.int(2)?).map_err(|_| row.broken(2))?,
        on: row.day(3)?,
        source: Source::from_key(row.text(4)?).ok_or_else(|| row.broken(4))?,
        children: tx.rows(&CHILDREN, &[id.into()], |row| {
            let (lives, care) = lived(row)?;
            Ok(ChildThen {
                child: PersonId::from_uuid(row.id(0)?),
                lives,
                care,
            })
        })?,
        language: row.text(5)?.to_owned(),
        words: tx.open_opt(family.uuid(), "follow_up", "words", id.uuid(), row.bytes_opt(6)?)?,
        by: account_name(tx, AccountId::from_uuid(row.id(7)?))?,
        at: row.int(8)?,
    })
}

/// Where a child lives, in the three columns after the first.
pub(crate) fn lived(row: &Row) -> Result<(Lives, Option<(EpisodeKind, Date)>)> {
    let lives = Lives::from_key(row.text(1)?).ok_or_else(|| row.broken(1))?;
    let kind = row
        .text_opt(2)?
        .map(|key| EpisodeKind::from_key(key).ok_or_else(|| row.broken(2)));
    Ok((lives, kind.transpose()?.zip(row.day_opt(3)?)))
}

/// Lets the rules decide on a follow-up of a referral. One that is there can be put right where `puts_right`.
///
/// # Errors
/// [`Error::NotFound`] when the family has no such referral; inside, the refusal of the rules.
pub fn decide(
    tx: &Tx,
    family: &Family,
    (referral, puts_right): (ReferralId, bool),
    new: NewFollowUp,
) -> Result<std::result::Result<NewFollowUp, Refusal>> {
    let asked = crate::referral::load(tx, referral)?;
    if asked.family != family.id {
        return Err(Error::NotFound);
    }
    let later = of_family(tx, family.id)?;
    let later = later.iter().find(|later| later.referral == referral);
    let done: Vec<Which> = later.map_or(Vec::new(), |later| later.done.iter().map(|one| one.which).collect());
    let done: Vec<Which> = done
        .into_iter()
        .filter(|which| !puts_right || *which != new.which)
        .collect();
    let children: Vec<PersonId> = family.children().map(|child| child.id).collect();
    let bounds = Bounds {
        received: asked.received_on,
        is_supported: later.is_some(),
        done: &done,
        children: &children,
        today: tx.today(),
    };
    Ok(record(new, bounds))
}

/// Stores a follow-up of a referral in the language it was written in, with the entry in the family's book, what it says of
/// each child sealed for the child, and times in care nobody knew of.
///
/// # Errors
/// [`Error::Constraint`] when the same was stored at the same time.
pub fn make(tx: &Tx, family: &Family, referral: ReferralId, language: &str, new: &NewFollowUp) -> Result<()> {
    let later = of_family(tx, family.id)?;
    let later = later.iter().find(|later| later.referral == referral);
    let before = later.and_then(|later| later.done.iter().find(|one| one.which == new.which));
    let version = before.map_or(0, |one| one.version) + 1;
    let id = FollowUpId::from_uuid(crate::id::fresh(tx.now()));
    let said = new.words.as_ref().map(Text::as_str);
    let words = tx.seal_opt(family.id.uuid(), "follow_up", "words", id.uuid(), said)?;
    let on = new.on.to_string();
    let values: [Value; 12] = [
        id.into(),
        family.id.into(),
        referral.into(),
        family.site.into(),
        new.which.key().into(),
        i64::from(version).into(),
        (&on).into(),
        new.source.key().into(),
        language.into(),
        words.as_ref().into(),
        tx.account().into(),
        tx.now_micros().into(),
    ];
    tx.run(&MAKE, &values)?;
    let mut parts = vec![Part {
        subject: family.id.uuid(),
        body: Fact::After(AfterFact::FollowedUp {
            which: new.which.key().to_owned(),
            version,
            on: on.clone(),
            source: new.source.key().to_owned(),
            words: said.map(ToOwned::to_owned),
        })
        .write(),
    }];
    for then in &new.children {
        let since = then.care.map(|(_, since)| since.to_string());
        let kind = then.care.map(|(kind, _)| kind.key());
        let values: [Value; 6] = [
            id.into(),
            then.child.into(),
            family.site.into(),
            then.lives.key().into(),
            kind.into(),
            since.as_ref().into(),
        ];
        tx.run(&MAKE_CHILD, &values)?;
        parts.push(child_part(then.child, &on, then.lives, then.care));
    }
    tx.append(&Entry {
        book: BookId::from_uuid(family.id.uuid()),
        kind: BookKind::Family,
        action: "followed_up",
        object_kind: "referral",
        object_id: Some(referral.uuid()),
        parts,
    })?;
    for then in &new.children {
        if let Some((kind, since)) = then.care {
            care_episode::learn(tx, family, (then.child, kind, since), new.source)?;
        }
    }
    crate::due::keep(tx, family.id)
}

/// Where a child lived on a day, sealed for the child.
pub(crate) fn child_part(child: PersonId, on: &str, lives: Lives, care: Option<(EpisodeKind, Date)>) -> Part {
    let fact = AfterFact::ChildLived {
        on: on.to_owned(),
        lives: lives.key().to_owned(),
        care: care.map(|(kind, _)| kind.key().to_owned()),
        since: care.map(|(_, since)| since.to_string()),
    };
    Part {
        subject: child.uuid(),
        body: Fact::After(fact).write(),
    }
}
