//! Sessions as pages show them: one whole, a page of a family's, those planned, those to be signed.

use super::{at_minute, paragraphs, read, stage};
use crate::error::{Error, Result};
use crate::journal::history::account_name;
use crate::kernel::{Tx, statements};
use domain::due::DueKind;
use domain::id::{AccountId, FamilyId, SessionId};
use domain::session::{Passage, Place, Session, Stage, When};
use domain::support::{SupportKind, kind};
use jiff::ToSpan;
use jiff::civil::{Date, Time};
use uuid::Uuid;

statements! {
    WORDS = "select language, words, given, put_right, signed_words, should_sign from session where id = $1";
    ONE = "select s.id, s.family_id, s.site_id, s.author_id, s.kind, s.place, s.happened_on, s.start_minute, s.minutes,
            s.stage, s.why, s.signed_by, s.signed_on, s.row_version, s.present
        from session s where s.id = $1";
    NOW_WORDS = "select family_id, words, given from session where id = $1";
    BEFORE = "select no, id, put_right_at, put_right_by, why, words from session_before where session_id = $1 order by no desc";
    PAGE = "select s.at, s.id, s.author_id, s.kind, s.place, s.happened_on, s.start_minute, s.minutes, s.stage, s.why,
            s.language, s.words, s.given, s.put_right, s.should_sign, s.signed_on
        from session s where s.family_id = $1 and (s.at, s.id) < ($2, $3) and s.stage <> 'planned'
        order by s.at desc, s.id desc limit $4";
    PLANNED = "select s.id, s.family_id, s.site_id, s.author_id, s.kind, s.place, s.happened_on, s.start_minute, s.minutes,
            s.stage, s.why, s.signed_by, s.signed_on, s.row_version, s.present
        from session s where s.family_id = $1 and s.stage = 'planned' order by s.happened_on, s.id limit 50";
    CONTACT = "select (select max(s.happened_on) from session s where s.family_id = $1 and s.stage = 'done'),
            n.id, n.happened_on, n.start_minute, n.minutes, f.next_due_on, f.due_kind
        from family f left join session n on n.family_id = f.id and n.stage = 'planned' and n.id =
            (select p.id from session p where p.family_id = $1 and p.stage = 'planned' order by p.happened_on, p.id limit 1)
        where f.id = $1";
    DONE_BETWEEN = "select count(*) from session s where s.family_id = $1 and s.stage = 'done' and s.at >= $2 and s.at < $3";
    TO_SIGN = "select s.id, s.family_id, s.happened_on, s.kind from session s
        join assignment a on a.family_id = s.family_id and a.account_id = $1 and a.role = 'supervisor'
            and a.starts_on <= $2 and (a.ends_on is null or a.ends_on > $2)
        where s.stage = 'done' and s.signed_by is null and s.should_sign = 1 and s.author_id <> $1
            and s.family_id not in (select x.family_id from protected_from x where x.from_account_id = $1)
        order by s.happened_on, s.id limit 50";
}

/// A session whole, as its page shows it.
#[derive(Clone, Debug)]
pub struct SessionShown {
    /// The session.
    pub session: Session,
    /// The language it was written in.
    pub language: String,
    /// Who wrote it, while the account is there.
    pub by: Option<String>,
    /// What was written, in order.
    pub passages: Vec<Passage>,
    /// Whether somebody who supervises should sign it.
    pub should_sign: bool,
    /// Who signed it, while the account is there.
    pub signed_by: Option<String>,
    /// What they said to it.
    pub signed_words: Option<String>,
    /// What stood there before, the latest first.
    pub before: Vec<Before>,
}

/// What stood in a session before it was put right.
#[derive(Clone, Debug)]
pub struct Before {
    /// When it was put right, microseconds UTC.
    pub at: i64,
    /// Who put it right, while the account is there.
    pub by: Option<String>,
    /// Why.
    pub why: String,
    /// What stood there.
    pub passages: Vec<Passage>,
}

/// Reads a session whole.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub fn show(tx: &Tx, id: SessionId) -> Result<SessionShown> {
    let session = tx.row(&ONE, &[id.into()], read)?.ok_or(Error::NotFound)?;
    let family = session.family.uuid();
    let found = tx.row(&WORDS, &[id.into()], |row| {
        let words = tx.open_opt(family, "session", "words", id.uuid(), row.bytes_opt(1)?)?;
        let passages = paragraphs::read(tx, (id, paragraphs::NOW), words.as_deref(), 0 < row.int(2)?)?;
        let signed_words = tx.open_opt(family, "session", "signed_words", id.uuid(), row.bytes_opt(4)?)?;
        Ok(SessionShown {
            by: account_name(tx, session.author)?,
            language: row.text(0)?.to_owned(),
            passages,
            should_sign: row.int(5)? != 0,
            signed_by: match session.signed {
                Some((by, _)) => account_name(tx, by)?,
                None => None,
            },
            signed_words,
            before: if row.int(3)? == 0 {
                Vec::new()
            } else {
                before(tx, &session)?
            },
            session: session.clone(),
        })
    })?;
    found.ok_or(Error::NotFound)
}

/// What was written of a session, in order: for a verb that changes it.
///
/// # Errors
/// [`Error::NotFound`] when there is no such session.
pub fn passages(tx: &Tx, id: SessionId) -> Result<Vec<Passage>> {
    let found = tx.row(&NOW_WORDS, &[id.into()], |row| {
        let words = tx.open_opt(row.id(0)?, "session", "words", id.uuid(), row.bytes_opt(1)?)?;
        paragraphs::read(tx, (id, paragraphs::NOW), words.as_deref(), 0 < row.int(2)?)
    })?;
    found.ok_or(Error::NotFound)
}

fn before(tx: &Tx, session: &Session) -> Result<Vec<Before>> {
    let family = session.family.uuid();
    tx.rows(&BEFORE, &[session.id.into()], |row| {
        let id = row.id(1)?;
        let words = tx.open_opt(family, "session_before", "words", id, row.bytes_opt(5)?)?;
        Ok(Before {
            at: row.int(2)?,
            by: account_name(tx, AccountId::from_uuid(row.id(3)?))?,
            why: tx.open(family, "session_before", "why", id, row.bytes(4)?)?,
            passages: paragraphs::read(tx, (session.id, row.int(0)?), words.as_deref(), true)?,
        })
    })
}

/// A session as one line of a family's timeline.
#[derive(Clone, Debug)]
pub struct SessionLine {
    /// The session.
    pub id: SessionId,
    /// When it begins, microseconds UTC.
    pub at: i64,
    /// What kind of support.
    pub kind: &'static SupportKind,
    /// Where.
    pub place: Place,
    /// When.
    pub when: When,
    /// How it stands.
    pub stage: Stage,
    /// The language it was written in.
    pub language: String,
    /// Who wrote it, while the account is there.
    pub by: Option<String>,
    /// What was written, in order; nothing where the reader may not read it.
    pub passages: Vec<Passage>,
    /// Whether it was put right.
    pub is_put_right: bool,
    /// Whether somebody who supervises should still sign it.
    pub waits_to_be_signed: bool,
}

/// A page of a family's sessions but those planned, newest first; `with_words` says whether the reader may read what was written.
pub fn page(
    tx: &Tx,
    family: FamilyId,
    before: Option<(i64, Uuid)>,
    most: i64,
    with_words: bool,
) -> Result<Vec<SessionLine>> {
    let (at, id) = before.unwrap_or((i64::MAX, Uuid::max()));
    let open = crate::key::open_many(&tx.subject_key(family.uuid())?, "session", "words");
    tx.rows(&PAGE, &[family.into(), at.into(), id.into(), most.into()], |row| {
        let id = SessionId::from_uuid(row.id(1)?);
        let by = account_name(tx, AccountId::from_uuid(row.id(2)?))?;
        let passages = if with_words {
            let words = row.bytes_opt(11)?.map(|sealed| open(id.uuid(), sealed)).transpose()?;
            paragraphs::read(tx, (id, paragraphs::NOW), words.as_deref(), 0 < row.int(12)?)?
        } else {
            Vec::new()
        };
        let minutes = row
            .int_opt(7)?
            .map(|minutes| u16::try_from(minutes).map_err(|_| row.broken(7)));
        Ok(SessionLine {
            id,
            at: row.int(0)?,
            kind: kind(row.text(3)?).ok_or_else(|| row.broken(3))?,
            place: Place::from_key(row.text(4)?).ok_or_else(|| row.broken(4))?,
            when: When {
                on: row.day(5)?,
                at: row.int_opt(6)?.and_then(at_minute),
                minutes: minutes.transpose()?,
            },
            stage: stage(row.text(8)?, row.text_opt(9)?).ok_or_else(|| row.broken(8))?,
            language: row.text(10)?.to_owned(),
            by,
            passages,
            is_put_right: 0 < row.int(13)?,
            waits_to_be_signed: row.int(14)? != 0 && row.text_opt(15)?.is_none(),
        })
    })
}

/// The sessions planned with a family, the next first, at most fifty.
pub fn planned(tx: &Tx, family: FamilyId) -> Result<Vec<Session>> {
    tx.rows(&PLANNED, &[family.into()], read)
}

/// When a family was visited last, and when it will be next.
#[derive(Clone, Copy, Debug, Default)]
pub struct Contact {
    /// The day of the last session that took place.
    pub last: Option<Date>,
    /// The first that is planned.
    pub next: Option<(SessionId, When)>,
    /// What is due first about the family, and its day.
    pub due: Option<(DueKind, Date)>,
}

/// How many visits to a family took place from a day to another, both of them counted.
///
/// # Errors
/// The store's own.
pub fn done_between(tx: &Tx, family: FamilyId, (from, to): (Date, Date)) -> Result<u64> {
    let at = |day: Date| crate::clock::london_instant(day.to_datetime(Time::midnight())).as_microsecond();
    let values = [family.into(), at(from).into(), at(to.saturating_add(1.day())).into()];
    let found = tx.row(&DONE_BETWEEN, &values, |row| row.int(0))?;
    Ok(u64::try_from(found.unwrap_or_default()).unwrap_or_default())
}

/// When a family was visited last, and when it will be next.
pub fn contact(tx: &Tx, family: FamilyId) -> Result<Contact> {
    let found = tx.row(&CONTACT, &[family.into()], |row| {
        let last = row.text_opt(0)?.map(|day| day.parse().map_err(|_| row.broken(0)));
        let next = match (row.id_opt(1)?, row.text_opt(2)?) {
            (Some(id), Some(_)) => {
                let minutes = row
                    .int_opt(4)?
                    .map(|minutes| u16::try_from(minutes).map_err(|_| row.broken(4)));
                let when = When {
                    on: row.day(2)?,
                    at: row.int_opt(3)?.and_then(at_minute),
                    minutes: minutes.transpose()?,
                };
                Some((SessionId::from_uuid(id), when))
            }
            _ => None,
        };
        let kind = row
            .text_opt(6)?
            .map(|key| DueKind::from_key(key).ok_or_else(|| row.broken(6)));
        let due_on = row.text_opt(5)?.map(|day| day.parse().map_err(|_| row.broken(5)));
        Ok(Contact {
            last: last.transpose()?,
            next,
            due: kind.transpose()?.zip(due_on.transpose()?),
        })
    })?;
    Ok(found.unwrap_or_default())
}

/// A session that waits to be signed.
#[derive(Clone, Copy, Debug)]
pub struct ToSign {
    /// The session.
    pub id: SessionId,
    /// The family.
    pub family: FamilyId,
    /// The day.
    pub on: Date,
    /// What kind of support.
    pub kind: &'static SupportKind,
}

/// What waits for somebody who supervises to sign, the oldest first, at most fifty.
pub fn to_sign(tx: &Tx, supervisor: AccountId, today: Date) -> Result<Vec<ToSign>> {
    let day_text = today.to_string();
    tx.rows(&TO_SIGN, &[supervisor.into(), (&day_text).into()], |row| {
        Ok(ToSign {
            id: SessionId::from_uuid(row.id(0)?),
            family: FamilyId::from_uuid(row.id(1)?),
            on: row.day(2)?,
            kind: kind(row.text(3)?).ok_or_else(|| row.broken(3))?,
        })
    })
}
