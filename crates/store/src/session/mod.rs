//! Sessions with families: what is stored when one is planned, written down, put right, given or signed.

mod find;
mod paragraphs;
mod record;
mod said;
mod show;

pub(crate) use find::ALL as FIND;
pub use find::{Asked, Found, Of, find};
pub(crate) use paragraphs::ALL as PARAGRAPHS;
pub(crate) use record::ALL as RECORD;
pub use record::{make, record};
pub(crate) use said::ALL as SAID;
pub use said::{SaidShown, said};
pub(crate) use show::ALL as SHOW;
pub use show::{
    Before, Contact, SessionLine, SessionShown, ToSign, contact, done_between, page, passages, planned, show, to_sign,
};

use crate::error::{Error, Result};
use crate::kernel::{Row, Tx, statements};
use domain::id::{AccountId, FamilyId, PersonId, SessionId, SiteId};
use domain::session::{Place, Session, Stage, When, WhyNot};
use domain::support::kind;
use jiff::civil::{Date, Time};
use uuid::Uuid;

statements! {
    BY_ID = "select s.id, s.family_id, s.site_id, s.author_id, s.kind, s.place, s.happened_on, s.start_minute, s.minutes,
            s.stage, s.why, s.signed_by, s.signed_on, s.row_version, s.present
        from session s where s.id = $1",
        postgres "select s.id, s.family_id, s.site_id, s.author_id, s.kind, s.place, s.happened_on, s.start_minute, s.minutes,
            s.stage, s.why, s.signed_by, s.signed_on, s.row_version, s.present
        from session s where s.id = $1 for update";
    FIRST_DAY = "select min(received_on) from referral where family_id = $1";
    PEOPLE = "select id from person where family_id = $1 order by place_no";
}

/// Loads a session to decide on it; on the server its row is held until the unit of work ends.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub fn load(tx: &Tx, id: SessionId) -> Result<Session> {
    tx.row(&BY_ID, &[id.into()], read)?.ok_or(Error::NotFound)
}

/// The first day a session with a family may be about, and the family's people: what the rules ask.
///
/// # Errors
/// [`Error::NotFound`] when the family was never referred.
pub fn bounds(tx: &Tx, family: FamilyId) -> Result<(Date, Vec<PersonId>)> {
    let first = tx.row(&FIRST_DAY, &[family.into()], |row| row.day_opt(0))?;
    let first = first.flatten().ok_or(Error::NotFound)?;
    let people = tx.rows(&PEOPLE, &[family.into()], |row| Ok(PersonId::from_uuid(row.id(0)?)))?;
    Ok((first, people))
}

/// Who is at a session, as its row has it: ids one after another.
fn present_bytes(people: &[PersonId]) -> Vec<u8> {
    people.iter().flat_map(|person| person.uuid().into_bytes()).collect()
}

fn present(row: &Row, at: usize) -> Result<Vec<PersonId>> {
    let (ids, []) = row.bytes(at)?.as_chunks::<16>() else {
        return Err(row.broken(at));
    };
    Ok(ids
        .iter()
        .map(|id| PersonId::from_uuid(Uuid::from_bytes(*id)))
        .collect())
}

fn read(row: &Row) -> Result<Session> {
    let signed = match (row.id_opt(11)?, row.day_opt(12)?) {
        (Some(by), Some(on)) => Some((AccountId::from_uuid(by), on)),
        _ => None,
    };
    let minute = row
        .int_opt(7)?
        .map(|minute| at_minute(minute).ok_or_else(|| row.broken(7)));
    let minutes = row
        .int_opt(8)?
        .map(|minutes| u16::try_from(minutes).map_err(|_| row.broken(8)));
    Ok(Session {
        id: SessionId::from_uuid(row.id(0)?),
        family: FamilyId::from_uuid(row.id(1)?),
        site: SiteId::from_uuid(row.id(2)?),
        author: AccountId::from_uuid(row.id(3)?),
        kind: kind(row.text(4)?).ok_or_else(|| row.broken(4))?,
        place: Place::from_key(row.text(5)?).ok_or_else(|| row.broken(5))?,
        when: When {
            on: row.day(6)?,
            at: minute.transpose()?,
            minutes: minutes.transpose()?,
        },
        present: present(row, 14)?,
        stage: stage(row.text(9)?, row.text_opt(10)?).ok_or_else(|| row.broken(9))?,
        signed,
        version: row.int(13)?,
    })
}

fn stage(key: &str, why: Option<&str>) -> Option<Stage> {
    let why = why.and_then(WhyNot::from_key);
    Some(match (key, why) {
        ("planned", None) => Stage::Planned,
        ("done", None) => Stage::Done,
        ("cancelled", Some(why)) => Stage::Cancelled { why },
        ("missed", Some(why)) => Stage::Missed { why },
        _ => return None,
    })
}

/// The time so many minutes after midnight.
fn at_minute(minute: i64) -> Option<Time> {
    let minute = i16::try_from(minute).ok()?;
    let (hours, minutes) = (i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?);
    Time::new(hours, minutes, 0, 0).ok()
}

fn minute_of(time: Time) -> i64 {
    i64::from(time.hour()) * 60 + i64::from(time.minute())
}
