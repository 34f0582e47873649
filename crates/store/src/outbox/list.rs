//! What is sent, as an administrator sees it: how it stands with each message, never to whom or about what.

use super::message;
use crate::error::{Error, Result};
use crate::journal::{BookKind, DEPLOYMENT_BOOK, Entry};
use crate::kernel::{Row, Tx, statements};
use crate::key::HOUSE;
use domain::id::{MessageId, SiteId};
use domain::send::Channel;
use uuid::Uuid;

/// How many messages one page of the list has.
pub const LINES_MAX: usize = 50;

statements! {
    EVERYWHERE = "select id, site_id, kind, channel, language, made_at, not_before, tries, stage, sent_at, failure, segments,
            kept_here
        from outbox where made_at < $1 or (made_at = $1 and id < $2) order by made_at desc, id desc limit $3";
    OF_SITE = "select id, site_id, kind, channel, language, made_at, not_before, tries, stage, sent_at, failure, segments,
            kept_here
        from outbox where site_id = $1 and (made_at < $2 or (made_at = $2 and id < $3))
        order by made_at desc, id desc limit $4";
    STUCK = "select
            (select count(*) from outbox where stage = 'given_up' and made_at > $1),
            (select count(*) from outbox where stage = 'queued' and not_before < $2)";
    AGAIN = "update outbox set stage = 'queued', tries = 0, first_at = null, failure = null, not_before = $1
        where id = $2 and stage = 'given_up'";
}

/// One message, as far as anybody but its reader may know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which.
    pub id: MessageId,
    /// The programme area it is of, if it is of one.
    pub site: Option<SiteId>,
    /// The key of its kind.
    pub kind: String,
    /// How it goes.
    pub channel: Channel,
    /// `en` or `cy`.
    pub language: String,
    /// When it was posted, microseconds UTC.
    pub made_at: i64,
    /// It does not go before this, microseconds UTC.
    pub not_before: i64,
    /// How often it was tried.
    pub tries: i64,
    /// `queued`, `sent` or `given_up`.
    pub stage: String,
    /// When it was sent, microseconds UTC.
    pub sent_at: Option<i64>,
    /// Why the last try failed, as a code.
    pub failure: Option<String>,
    /// How many segments a text took.
    pub segments: Option<i64>,
    /// Whether it would have been sent and did not leave.
    pub kept_here: bool,
}

/// Where a page of the list goes on: after the message with this instant and id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct After {
    /// When it was posted, microseconds UTC.
    pub made_at: i64,
    /// Which.
    pub id: MessageId,
}

/// The messages this permit covers, the newest first: all for the whole house, those of its sites otherwise.
///
/// Gives one more than [`LINES_MAX`] where there are more.
pub fn list(tx: &Tx, after: Option<After>) -> Result<Vec<Line>> {
    let last = Uuid::from_bytes([0xff; 16]);
    let (at, id) = after.map_or((i64::MAX, last), |after| (after.made_at, after.id.uuid()));
    let most = i64::try_from(LINES_MAX + 1).unwrap_or(i64::MAX);
    let sites: Vec<Uuid> = tx.scope().sites.iter().map(|(site, _)| site.uuid()).collect();
    if sites.contains(&HOUSE) {
        return tx.rows(&EVERYWHERE, &[at.into(), id.into(), most.into()], read);
    }
    let mut lines = Vec::new();
    for site in sites {
        lines.extend(tx.rows(&OF_SITE, &[site.into(), at.into(), id.into(), most.into()], read)?);
    }
    lines.sort_by_key(|line| std::cmp::Reverse((line.made_at, line.id.uuid())));
    lines.truncate(LINES_MAX + 1);
    Ok(lines)
}

fn read(row: &Row) -> Result<Line> {
    let site = row.id(1)?;
    Ok(Line {
        id: message(row, 0)?,
        site: (site != HOUSE).then(|| SiteId::from_uuid(site)),
        kind: row.text(2)?.to_owned(),
        channel: Channel::from_key(row.text(3)?).ok_or_else(|| row.broken(3))?,
        language: row.text(4)?.to_owned(),
        made_at: row.int(5)?,
        not_before: row.int(6)?,
        tries: row.int(7)?,
        stage: row.text(8)?.to_owned(),
        sent_at: row.int_opt(9)?,
        failure: row.text_opt(10)?.map(ToOwned::to_owned),
        segments: row.int_opt(11)?,
        kept_here: row.int(12)? == 1,
    })
}

/// How many messages do not go as they should.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stuck {
    /// Those that were given up.
    pub given_up: u64,
    /// Those that were due more than an hour ago.
    pub overdue: u64,
}

/// How many messages do not go as they should, in the whole house.
pub fn stuck(tx: &Tx) -> Result<Stuck> {
    let hour = 60 * 60 * 1_000_000;
    let found = tx.row(&STUCK, &[0_i64.into(), (tx.now_micros() - hour).into()], |row| {
        Ok(Stuck {
            given_up: row.int(0)?.cast_unsigned(),
            overdue: row.int(1)?.cast_unsigned(),
        })
    })?;
    Ok(found.unwrap_or_default())
}

/// Puts a message that was given up back among those that wait, as if it had never been tried.
///
/// # Errors
/// [`Error::NotFound`] when there is none, or it was not given up.
pub fn again(tx: &Tx, id: MessageId) -> Result<()> {
    if tx.run(&AGAIN, &[tx.now_micros().into(), id.into()])? == 0 {
        return Err(Error::NotFound);
    }
    note(tx, "message_again", Some(id.uuid()))
}

/// An entry in the house's own book: it says what was done, not for whom.
pub(super) fn note(tx: &Tx, action: &'static str, about: Option<Uuid>) -> Result<()> {
    tx.append(&Entry {
        book: DEPLOYMENT_BOOK,
        kind: BookKind::Deployment,
        action,
        object_kind: "message",
        object_id: about,
        parts: Vec::new(),
    })?;
    Ok(())
}
