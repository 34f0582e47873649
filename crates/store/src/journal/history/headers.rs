//! The headers of entries: who, what, when and why, and nothing of what was written.

use super::{Line, actor_name, read};
use crate::clock::london_time;
use crate::error::Result;
use crate::kernel::{Row, Tx, statements};
use domain::access::Object;
use domain::id::{AccountId, BookId};
use domain::reference::Reference;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

statements! {
    HEADERS = "select j.seq, j.at, j.actor, j.role, j.relation, j.action, j.object_kind, j.object_id, j.reason_code,
            j.book_id, b.kind
        from journal j join book b on b.id = j.book_id
        where j.at >= $1 and (j.at, j.book_id, j.seq) < ($2, $3, $4)
            and j.book_id not in (select k.concern_id from concern_kept_from k where k.account_id = $5)
        order by j.at desc, j.book_id desc, j.seq desc limit $6";
    HEADERS_OF_SITE = "select j.seq, j.at, j.actor, j.role, j.relation, j.action, j.object_kind, j.object_id,
            j.reason_code, j.book_id, b.kind
        from journal j join book b on b.id = j.book_id
        where j.at >= $1 and (j.at, j.book_id, j.seq) < ($2, $3, $4)
            and (j.book_id = $5 or j.book_id in (select f.id from family f where f.site_id = $5)
                or j.book_id in (select c.id from concern c where c.site_id = $5))
            and ($6 = '' or j.actor = $6)
            and j.book_id not in (select k.concern_id from concern_kept_from k where k.account_id = $7)
        order by j.at desc, j.book_id desc, j.seq desc limit $8";
    HEADERS_BY = "select j.seq, j.at, j.actor, j.role, j.relation, j.action, j.object_kind, j.object_id, j.reason_code,
            j.book_id, b.kind
        from journal j join book b on b.id = j.book_id
        where j.actor = $1 and j.at >= $2 and (j.at, j.book_id, j.seq) < ($3, $4, $5)
            and j.book_id not in (select k.concern_id from concern_kept_from k where k.account_id = $6)
        order by j.at desc, j.book_id desc, j.seq desc limit $7";
    HEADERS_IN = "select j.seq, j.at, j.actor, j.role, j.relation, j.action, j.object_kind, j.object_id, j.reason_code,
            j.book_id, b.kind
        from journal j join book b on b.id = j.book_id
        where j.book_id = $1 and ($2 = '' or j.actor = $2) and j.at >= $3 and (j.at, j.book_id, j.seq) < ($4, $5, $6)
            and j.book_id not in (select k.concern_id from concern_kept_from k where k.account_id = $7)
        order by j.at desc, j.book_id desc, j.seq desc limit $8";
    BOOK_OF_REFERENCE = "select id from family where reference = $1
        union all select family_id from referral where reference = $1";
    REFERENCE = "select reference from family where id = $1";
    FAMILY_SITE = "select site_id from family where id = $1";
    CHECKPOINT = "select max(at) from checkpoint";
}

/// Which headers are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only what this account did.
    pub by: Option<AccountId>,
    /// Only this book: that of a family, a site or an account.
    pub book: Option<BookId>,
    /// Only from this day on.
    pub from: Option<Date>,
    /// Only up to this day.
    pub to: Option<Date>,
}

/// Where a page of headers ended: when, in which book, with which number.
pub type After = (i64, BookId, i64);

/// The header of one entry: who, what, when and why, and nothing of what was written.
#[derive(Clone, Debug)]
pub struct Header {
    /// The entry, without facts.
    pub line: Line,
    /// The book it is in.
    pub book: BookId,
    /// The kind of that book.
    pub book_kind: String,
    /// The reference of the family whose book it is.
    pub reference: Option<String>,
}

impl Header {
    /// Where the next page begins.
    pub fn place(&self) -> After {
        (self.line.at, self.book, self.line.seq)
    }
}

/// A page of headers, the latest first: of every book for the whole house, of a site, its families and its concerns otherwise.
/// Less the books of concerns that are kept from the reader.
pub fn headers(tx: &Tx, filter: &Filter, after: Option<After>, most: i64) -> Result<Vec<Header>> {
    let site = match tx.by.object {
        Some(Object::Site(site)) => Some(site.uuid()),
        _ => None,
    };
    let from = filter.from.map_or(i64::MIN, midnight);
    let until = filter.to.and_then(|day| day.tomorrow().ok()).map_or(i64::MAX, midnight);
    let start = (until, BookId::from_uuid(Uuid::nil()), i64::MIN);
    let (at, book, seq) = after.unwrap_or(start);
    let actor = filter
        .by
        .map(|account| format!("account:{account}"))
        .unwrap_or_default();
    let place = [at.into(), book.into(), seq.into()];
    let me = tx.account();
    let found = match (filter.book, site) {
        (Some(book), site) if is_inside(tx, book, site)? => {
            let values = [
                &[book.into(), (&actor).into(), from.into()],
                &place[..],
                &[me.into(), most.into()],
            ]
            .concat();
            tx.rows(&HEADERS_IN, &values, read_header)?
        }
        (Some(_), _) => Vec::new(),
        (None, Some(site)) => {
            let values = [
                &[from.into()],
                &place[..],
                &[site.into(), (&actor).into(), me.into(), most.into()],
            ]
            .concat();
            tx.rows(&HEADERS_OF_SITE, &values, read_header)?
        }
        (None, None) if actor.is_empty() => tx.rows(
            &HEADERS,
            &[&[from.into()], &place[..], &[me.into(), most.into()]].concat(),
            read_header,
        )?,
        (None, None) => by(tx, &actor, from, (at, book, seq), most)?,
    };
    named(tx, found, true)
}

/// The instant a day begins where the families live, microseconds UTC. The clocks change at one in the morning, so there
/// is always one.
fn midnight(day: Date) -> i64 {
    let in_winter = day
        .to_zoned(TimeZone::UTC)
        .map_or(Timestamp::UNIX_EPOCH, |zoned| zoned.timestamp());
    let in_summer = in_winter
        .saturating_sub(SignedDuration::from_hours(1))
        .unwrap_or(in_winter);
    let begins = if london_time(in_summer).date() == day {
        in_summer
    } else {
        in_winter
    };
    begins.as_microsecond()
}

/// Whether a book may be read under a permit for one site, or for the whole house.
fn is_inside(tx: &Tx, book: BookId, site: Option<Uuid>) -> Result<bool> {
    let Some(site) = site else { return Ok(true) };
    let family = tx.row(&FAMILY_SITE, &[book.into()], |row| row.id(0))?;
    Ok(book.uuid() == site || family == Some(site))
}

/// A page of what an account did, in whichever book, the latest first, before an instant in microseconds UTC: for the
/// person themself. Answers also where the next page begins, if there is one.
///
/// It names no record, so that it cannot tell a refused one that is there from one that is not, and pages by instants
/// only: the numbers of entries would tell how much others do.
pub fn acts(tx: &Tx, account: AccountId, before: Option<i64>, most: i64) -> Result<(Vec<Header>, Option<i64>)> {
    let start = (before.unwrap_or(i64::MAX), BookId::from_uuid(Uuid::nil()), i64::MIN);
    let mut found = by(tx, &format!("account:{account}"), i64::MIN, start, most + 1)?;
    let mut next = None;
    if let Some(over) = found
        .get(usize::try_from(most).unwrap_or_default())
        .map(|header| header.line.at)
    {
        // Entries of one instant stay together, on the next page where they do not all fit on this one.
        let whole = found.iter().take_while(|header| over < header.line.at).count();
        let keep = if whole == 0 { found.len() - 1 } else { whole };
        next = Some(if whole == 0 { over } else { over + 1 });
        found.truncate(keep);
    }
    Ok((named(tx, found, false)?, next))
}

fn by(tx: &Tx, actor: &str, from: i64, after: After, most: i64) -> Result<Vec<Header>> {
    let (at, book, seq) = after;
    let values = [
        actor.into(),
        from.into(),
        at.into(),
        book.into(),
        seq.into(),
        tx.account().into(),
        most.into(),
    ];
    tx.rows(&HEADERS_BY, &values, read_header)
}

fn read_header(row: &Row) -> Result<Header> {
    Ok(Header {
        line: read(row)?,
        book: BookId::from_uuid(row.id(9)?),
        book_kind: row.text(10)?.to_owned(),
        reference: None,
    })
}

/// Adds names, and where it may be said the references of families.
fn named(tx: &Tx, mut headers: Vec<Header>, with_references: bool) -> Result<Vec<Header>> {
    for header in &mut headers {
        header.line.name = actor_name(tx, &header.line.actor)?;
        if with_references && header.book_kind == "family" {
            header.reference = reference(tx, header.book)?;
        }
    }
    Ok(headers)
}

/// The reference of the family whose book this is.
pub fn reference(tx: &Tx, book: BookId) -> Result<Option<String>> {
    tx.row(&REFERENCE, &[book.into()], |row| Ok(row.text(0)?.to_owned()))
}

/// The book a family's or a referral's reference leads to.
pub fn book_named(tx: &Tx, reference: Reference) -> Result<Option<BookId>> {
    let reference = reference.to_string();
    tx.row(&BOOK_OF_REFERENCE, &[(&reference).into()], |row| {
        Ok(BookId::from_uuid(row.id(0)?))
    })
}

/// When the newest checkpoint was made, microseconds UTC.
pub fn last_checkpoint(tx: &Tx) -> Result<Option<i64>> {
    tx.row(&CHECKPOINT, &[], |row| row.int_opt(0)).map(Option::flatten)
}

#[cfg(test)]
mod tests {
    use super::midnight;
    use crate::clock::{instant, london_time};
    use jiff::civil::{Date, Time};

    #[test]
    fn a_day_begins_at_midnight_where_the_families_live_in_winter_in_summer_and_when_the_clocks_change() {
        for (year, month, day) in [
            (2026, 1, 10),
            (2026, 7, 10),
            (2026, 3, 29),
            (2026, 3, 30),
            (2026, 10, 25),
            (2026, 10, 26),
        ] {
            let day = Date::constant(year, month, day);
            assert_eq!(
                london_time(instant(midnight(day))),
                day.to_datetime(Time::midnight()),
                "{day}"
            );
        }
    }
}
