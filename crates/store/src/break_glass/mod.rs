//! Urgent openings as rows: asked for with a reason, told at once to those
//! who review them, reviewed by a second person.

mod list;

pub(crate) use list::ALL as LIST;
pub use list::{After, Line, Wanted, list};

use crate::clock::instant;
use crate::error::{Error, Result};
use crate::journal::event::Fact;
use crate::journal::history::account_name;
use crate::journal::{BookKind, Entry, Part};
use crate::kernel::{Tx, statements};
use crate::store::Store;
use domain::break_glass::{BREAK_GLASS_HOURS_MAX, BreakGlass, BreakGlassRefusal, Finding, Review};
use domain::id::{AccountId, BookId, BreakGlassId, FamilyId};
use domain::reference::Reference;
use domain::text::Text;

statements! {
    MAKE = "insert into break_glass
        (id, account_id, family_id, site_id, reason_code, reason, asked_at, ends_at, stage, row_version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, 'open', 1)";
    MAKE_ALERT = "insert into alert (id, site_id, kind, object_id, made_at) values ($1, $2, 'break_glass', $3, $4)";
    SEEN = "update alert set seen_by = $1, seen_at = $2
        where object_id = $3 and kind = 'break_glass' and seen_at is null";
    BY_ID = "select g.account_id, g.family_id, g.reason, g.asked_at, g.ends_at, g.reviewed_by, g.reviewed_at,
            g.finding, g.finding_words, g.row_version, g.reason_code, f.reference
        from break_glass g join family f on f.id = g.family_id where g.id = $1";
    REVIEWED = "update break_glass set stage = 'reviewed', reviewed_by = $1, reviewed_at = $2, finding = $3,
            finding_words = $4, row_version = row_version + 1
        where id = $5 and row_version = $6";
    OPENED = "select at, action, object_kind from journal
        where book_id = $1 and actor = $2 and at >= $3 and at < $4
            and action not in ('glass_broken', 'refused') order by seq limit $5";
    UNTIL = "select max(ends_at) from break_glass where family_id = $1 and account_id = $2 and ends_at > $3";
    NAMED = "select id from family where reference = $1
        union all select family_id from referral where reference = $1";
}

/// The most openings a review shows; more than these in four hours is a finding by itself.
const OPENED_MAX: i64 = 500;

/// Why a record is opened urgently, as a code beside the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// Somebody may be in danger now.
    Danger,
    /// The people who know the family cannot be reached.
    OutOfHours,
    /// A court or the police ask, and it cannot wait.
    Court,
    /// Looking into who opened a record.
    Audit,
}

impl Code {
    /// Every code, in the order people read them.
    pub const ALL: [Self; 4] = [Self::Danger, Self::OutOfHours, Self::Court, Self::Audit];

    /// The word stored for it, and its words' name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Danger => "danger",
            Self::OutOfHours => "out_of_hours",
            Self::Court => "court",
            Self::Audit => "audit",
        }
    }

    /// The code with this key, if there is one.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|code| code.key() == key)
    }
}

/// Opens a family's record urgently for four hours, for whoever this unit of work is for: the row, the alert for
/// those who review it, and the entry in the family's book, all or none.
///
/// # Errors
/// [`Error::NotFound`] when there is no such family.
pub fn ask(tx: &Tx, family: FamilyId, code: Code, reason: &Text) -> Result<BreakGlass> {
    let site = crate::family::site_of(tx, family)?;
    let id = BreakGlassId::from_uuid(crate::id::fresh(tx.now()));
    let glass = BreakGlass::ask(
        id,
        tx.account(),
        family,
        reason.clone(),
        BREAK_GLASS_HOURS_MAX,
        tx.now(),
    )
    .map_err(|refusal| Error::Constraint(refusal.to_string()))?;
    let sealed = tx.seal(family.uuid(), "break_glass", "reason", id.uuid(), reason.as_str())?;
    tx.run(
        &MAKE,
        &[
            id.into(),
            glass.account.into(),
            family.into(),
            site.into(),
            code.key().into(),
            (&sealed).into(),
            glass.asked_at.as_microsecond().into(),
            glass.until.as_microsecond().into(),
        ],
    )?;
    let alert = crate::id::fresh(tx.now());
    tx.run(
        &MAKE_ALERT,
        &[alert.into(), site.into(), id.into(), tx.now_micros().into()],
    )?;
    note(
        tx,
        &glass,
        "glass_broken",
        Fact::GlassBroken {
            words: reason.as_str().to_owned(),
        },
    )?;
    Ok(glass)
}

/// An entry in the family's book, sealed for the family.
fn note(tx: &Tx, glass: &BreakGlass, action: &'static str, fact: Fact) -> Result<()> {
    tx.append(&Entry {
        book: BookId::from_uuid(glass.family.uuid()),
        kind: BookKind::Family,
        action,
        object_kind: "break_glass",
        object_id: Some(glass.id.uuid()),
        parts: vec![Part {
            subject: glass.family.uuid(),
            body: fact.write(),
        }],
    })?;
    Ok(())
}

/// The family a reference names, for asking to open it: a permit is asked for next, and says nothing of whether the
/// family is there. For a reference nobody has, an id nobody has.
pub async fn family_named(store: &Store, reference: Reference) -> Result<FamilyId> {
    let reference = reference.to_string();
    let nobody = FamilyId::from_uuid(crate::id::fresh(store.now()));
    store
        .job("break_glass", move |tx| {
            let found = tx.row(&NAMED, &[(&reference).into()], |row| {
                Ok(FamilyId::from_uuid(row.id(0)?))
            })?;
            Ok::<_, Error>(found.unwrap_or(nobody))
        })
        .await
}

/// Something that was opened during an urgent opening.
#[derive(Clone, Debug)]
pub struct Opened {
    /// When, microseconds UTC.
    pub at: i64,
    /// The key of what was done.
    pub action: String,
    /// What it was done to.
    pub object_kind: String,
}

/// One urgent opening, as the second person sees it: no content but the reason that was given.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The opening.
    pub glass: BreakGlass,
    /// Why, as a code.
    pub code: String,
    /// The family's reference; never its name.
    pub reference: String,
    /// The name of who asked.
    pub name: Option<String>,
    /// The name of who reviewed it.
    pub reviewer: Option<String>,
    /// What they did with the family's record while it was open.
    pub opened: Vec<Opened>,
    /// The row's version.
    pub version: i64,
}

/// One urgent opening with what was opened during it.
///
/// # Errors
/// [`Error::NotFound`] when there is none with this id.
pub fn show(tx: &Tx, id: BreakGlassId) -> Result<Shown> {
    let mut shown = load(tx, id)?;
    let glass = &shown.glass;
    shown.name = account_name(tx, glass.account)?;
    if let Review::Done { by, .. } = glass.review {
        shown.reviewer = account_name(tx, by)?;
    }
    let actor = format!("account:{}", glass.account);
    let values = [
        glass.family.into(),
        (&actor).into(),
        glass.asked_at.as_microsecond().into(),
        glass.until.as_microsecond().into(),
        OPENED_MAX.into(),
    ];
    shown.opened = tx.rows(&OPENED, &values, |row| {
        Ok(Opened {
            at: row.int(0)?,
            action: row.text(1)?.to_owned(),
            object_kind: row.text(2)?.to_owned(),
        })
    })?;
    Ok(shown)
}

fn load(tx: &Tx, id: BreakGlassId) -> Result<Shown> {
    let found = tx.row(&BY_ID, &[id.into()], |row| {
        let family = row.id(1)?;
        let text = |column: &str, at: usize| -> Result<Option<Text>> {
            let words = tx.open_opt(family, "break_glass", column, id.uuid(), row.bytes_opt(at)?)?;
            words
                .map(|words| Text::parse(&words).map_err(|_| row.broken(at)))
                .transpose()
        };
        let review = match (row.id_opt(5)?, row.int_opt(6)?, row.text_opt(7)?) {
            (Some(by), Some(at), Some(finding)) => Review::Done {
                by: AccountId::from_uuid(by),
                at: instant(at),
                finding: Finding::from_key(finding).ok_or_else(|| row.broken(7))?,
                note: text("finding_words", 8)?,
            },
            _ => Review::Awaited,
        };
        Ok(Shown {
            glass: BreakGlass {
                id,
                account: AccountId::from_uuid(row.id(0)?),
                family: FamilyId::from_uuid(family),
                reason: text("reason", 2)?.ok_or_else(|| row.broken(2))?,
                asked_at: instant(row.int(3)?),
                until: instant(row.int(4)?),
                review,
            },
            code: row.text(10)?.to_owned(),
            reference: row.text(11)?.to_owned(),
            name: None,
            reviewer: None,
            opened: Vec::new(),
            version: row.int(9)?,
        })
    })?;
    found.ok_or(Error::NotFound)
}

/// Why a review was not stored.
#[derive(Debug, thiserror::Error)]
pub enum NotReviewed {
    /// The rules refuse it.
    #[error(transparent)]
    Refused(#[from] BreakGlassRefusal),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] Error),
}

/// Stores what a second person found, whoever this unit of work is for, and takes the alert away.
///
/// # Errors
/// They asked for it themselves, or somebody reviewed it before.
pub fn review(tx: &Tx, id: BreakGlassId, finding: Finding, note_words: Option<Text>) -> Result<(), NotReviewed> {
    let before = load(tx, id)?;
    let words = note_words.as_ref().map(|text| text.as_str().to_owned());
    let glass = before.glass.reviewed(tx.account(), tx.now(), finding, note_words)?;
    let family = glass.family.uuid();
    let sealed = tx.seal_opt(family, "break_glass", "finding_words", id.uuid(), words.as_deref())?;
    let changed = tx.run(
        &REVIEWED,
        &[
            tx.account().into(),
            tx.now_micros().into(),
            finding.key().into(),
            sealed.as_ref().into(),
            id.into(),
            before.version.into(),
        ],
    )?;
    if changed == 0 {
        return Err(Error::Stale {
            now: load(tx, id)?.version,
        }
        .into());
    }
    tx.run(&SEEN, &[tx.account().into(), tx.now_micros().into(), id.into()])?;
    note(
        tx,
        &glass,
        "glass_reviewed",
        Fact::GlassReviewed {
            finding: finding.key().to_owned(),
            words,
        },
    )?;
    Ok(())
}

/// Until when this account has a family's record open urgently, microseconds UTC: for the banner of its pages.
pub fn open_until(tx: &Tx, family: FamilyId) -> Result<Option<i64>> {
    tx.row(
        &UNTIL,
        &[family.into(), tx.account().into(), tx.now_micros().into()],
        |row| row.int_opt(0),
    )
    .map(Option::flatten)
}
