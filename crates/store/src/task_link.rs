//! Links for somebody without an account: each lets its holder do one task, once, within some days.
//!
//! Whoever may refer asks somebody outside to fill in the form. The link goes to them by mail; only a hash of its secret is
//! kept. What they type is kept in the link, sealed with a key of its own that goes with it.

use crate::error::{Error, Result};
use crate::journal::{BookKind, Entry};
use crate::kernel::{Row, Tx, statements};
use crate::outbox::{self, Reader};
use crate::referral;
use crate::store::Store;
use domain::id::{AccountId, BookId, ReferralId, SiteId, TaskLinkId};
use domain::reference::Reference;
use domain::referral::{Refer, decided_by};
use domain::send::{LinkSecret, Notice};
use jiff::civil::Date;

/// For how many days a link works.
///
/// Source: details.md 10, task link 7 days (assumed).
pub const DAYS: i64 = 7;

/// The most links one account has open at a time.
///
/// Assumption: 20, as many as drafts; whoever needs more asks for the others again when some have been used.
pub const LINKS_MAX: i64 = 20;

const DAY_MICROS: i64 = 24 * 60 * 60 * 1_000_000;

statements! {
    MAKE = "insert into task_link
        (id, site_id, secret_hash, task, made_by, language, name, email, body, made_at, kept_at, ends_at)
        values ($1, $2, $3, 'refer', $4, $5, $6, $7, $8, $9, $9, $10)";
    COUNT = "select count(*) from task_link where made_by = $1 and used_at is null and ends_at > $2";
    FIND = "select l.id, l.language, r.reference, r.received_on from task_link l
            left join referral r on r.id = l.referral_id
        where l.secret_hash = $1 and l.ends_at > $2";
    OPEN = "select l.site_id, l.made_by, l.language, l.name, l.email, l.body from task_link l
        where l.id = $1 and l.used_at is null and l.ends_at > $2";
    KEEP = "update task_link set body = $1, kept_at = $2 where id = $3 and used_at is null and ends_at > $2";
    USE_UP = "update task_link set used_at = $1, referral_id = $2, body = null
        where id = $3 and used_at is null and ends_at > $1";
    LIST = "select l.id, l.name, l.email, l.made_at, l.ends_at, l.kept_at, l.referral_id from task_link l
        where l.made_by = $1 and l.ends_at > $2 order by l.made_at desc, l.id desc limit $3";
    OWN = "select l.site_id from task_link l where l.id = $1 and l.made_by = $2 and l.used_at is null";
    OLD = "select l.id from task_link l where l.ends_at <= $1 order by l.ends_at limit 500";
    DROP = "delete from task_link where id = $1";
    DROP_KEY = "delete from subject where id = $1";
}

/// Who is asked to refer a family.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The programme area.
    pub site: SiteId,
    /// Who they are and where they work.
    pub name: &'a str,
    /// Where the link goes.
    pub email: &'a str,
    /// `en` or `cy`.
    pub language: &'a str,
    /// What is filled in for them, as a form sends it.
    pub body: &'a str,
}

/// Makes a link and has it sent; gives its secret, to be shown once and kept nowhere, and the last day it works.
///
/// # Errors
/// [`Error::Constraint`] with `task_links_max` when the account has [`LINKS_MAX`] open.
pub fn make(tx: &Tx, asked: &Asked) -> Result<([u8; 32], Date)> {
    let (me, now) = (tx.account(), tx.now_micros());
    let open = tx.row(&COUNT, &[me.into(), now.into()], |row| row.int(0))?;
    if LINKS_MAX <= open.unwrap_or_default() {
        return Err(Error::Constraint("task_links_max".into()));
    }
    let id = TaskLinkId::from_uuid(crate::id::fresh(tx.now()));
    let secret: [u8; 32] = seal::random();
    let hash = seal::secret_hash(&secret);
    let ends_at = now + DAYS * DAY_MICROS;
    tx.make_subject(id.uuid(), asked.site.uuid(), "link")?;
    let seal = |column: &str, words: &str| tx.seal(id.uuid(), "task_link", column, id.uuid(), words);
    let (name, email) = (seal("name", asked.name)?, seal("email", asked.email)?);
    let body = seal("body", asked.body)?;
    let values = [
        id.into(),
        asked.site.into(),
        (&hash).into(),
        me.into(),
        asked.language.into(),
        (&name).into(),
        (&email).into(),
        (&body).into(),
        now.into(),
        ends_at.into(),
    ];
    tx.run(&MAKE, &values)?;
    let until = last_day(ends_at);
    let notice = Notice::OneTimeLink {
        secret: LinkSecret(secret),
        until,
    };
    let reader = Reader::Outside {
        email: asked.email,
        language: asked.language,
    };
    outbox::post(tx, Some(asked.site), notice, reader)?;
    note(tx, asked.site, id, "link_made")?;
    Ok((secret, until))
}

/// The last day on which a link works the whole day.
fn last_day(ends_at: i64) -> Date {
    let day = crate::clock::london_day(crate::clock::instant(ends_at));
    day.yesterday().unwrap_or(day)
}

fn note(tx: &Tx, site: SiteId, id: TaskLinkId, action: &'static str) -> Result<()> {
    tx.append(&Entry {
        book: BookId::from_uuid(site.uuid()),
        kind: BookKind::Site,
        action,
        object_kind: "task_link",
        object_id: Some(id.uuid()),
        parts: Vec::new(),
    })?;
    Ok(())
}

/// A link that works, or was used.
#[derive(Clone, Debug)]
pub struct Found {
    /// The link.
    pub id: TaskLinkId,
    /// `en` or `cy`: what its holder reads.
    pub language: String,
    /// The referral that was sent by it: its reference, and the day by which its sender hears.
    pub sent: Option<(Reference, Date)>,
}

/// The link with this secret; `None` for one that never was, was taken back, or whose time is over: nobody is told which.
pub async fn find(store: &Store, secret: &[u8; 32]) -> Result<Option<Found>> {
    let hash = seal::secret_hash(secret);
    let unit = move |tx: &Tx| tx.row(&FIND, &[(&hash).into(), tx.now_micros().into()], read_found);
    store.job("link", unit).await
}

fn read_found(row: &Row) -> Result<Found> {
    let reference = row.text_opt(2)?.map(|text| text.parse().map_err(|_| row.broken(2)));
    let received = row.text_opt(3)?.map(|text| text.parse().map_err(|_| row.broken(3)));
    let sent = reference.transpose()?.zip(received.transpose()?);
    Ok(Found {
        id: TaskLinkId::from_uuid(row.id(0)?),
        language: row.text(1)?.to_owned(),
        sent: sent.map(|(reference, received)| (reference, decided_by(received))),
    })
}

/// What its holder has typed so far, as a form sends it.
///
/// # Errors
/// [`Error::NotFound`] when it was used or its time is over.
pub fn open(tx: &Tx, id: TaskLinkId) -> Result<String> {
    let found = tx.row(&OPEN, &[id.into(), tx.now_micros().into()], |row| {
        opened(tx, id, "body", row.bytes_opt(5)?.unwrap_or_default())
    })?;
    found.ok_or(Error::NotFound)
}

fn opened(tx: &Tx, id: TaskLinkId, column: &str, sealed: &[u8]) -> Result<String> {
    tx.open(id.uuid(), "task_link", column, id.uuid(), sealed)
}

/// Keeps what its holder has typed.
///
/// # Errors
/// As [`open`].
pub fn keep(tx: &Tx, id: TaskLinkId, body: &str) -> Result<()> {
    let sealed = tx.seal(id.uuid(), "task_link", "body", id.uuid(), body)?;
    match tx.run(&KEEP, &[(&sealed).into(), tx.now_micros().into(), id.into()])? {
        0 => Err(Error::NotFound),
        _ => Ok(()),
    }
}

/// Sends what its holder filled in, and uses the link up. Whoever made the link answers for the referral; its holder is
/// told by mail that it has arrived, whatever else is known of the family.
///
/// # Errors
/// As [`open`]: of two who send at once, one finds it used.
pub fn send(tx: &Tx, id: TaskLinkId, refer: Refer, received_on: Date) -> Result<ReferralId> {
    let found = tx.row(&OPEN, &[id.into(), tx.now_micros().into()], |row| {
        let site = SiteId::from_uuid(row.id(0)?);
        let maker = AccountId::from_uuid(row.id(1)?);
        let email = opened(tx, id, "email", row.bytes(4)?)?;
        Ok((site, maker, row.text(2)?.to_owned(), email))
    })?;
    let (site, maker, language, email) = found.ok_or(Error::NotFound)?;
    if refer.site != site || refer.follows.is_some() {
        return Err(Error::NotFound);
    }
    let (made, reference) = referral::make_for(tx, maker, refer, received_on)?;
    if tx.run(&USE_UP, &[tx.now_micros().into(), made.id.into(), id.into()])? == 0 {
        return Err(Error::NotFound);
    }
    let notice = Notice::ReferralReceivedOutside {
        reference,
        heard_by: decided_by(received_on).max(tx.today()),
    };
    let reader = Reader::Outside {
        email: &email,
        language: &language,
    };
    outbox::post(tx, Some(site), notice, reader)?;
    Ok(made.id)
}

/// One link, for whoever made it.
#[derive(Clone, Debug)]
pub struct Line {
    /// The link.
    pub id: TaskLinkId,
    /// Who is asked, and where they work.
    pub name: String,
    /// Where the link went.
    pub email: String,
    /// When it was made, microseconds UTC.
    pub made_at: i64,
    /// The last day it works.
    pub until: Date,
    /// Whether its holder has begun.
    pub is_begun: bool,
    /// The referral that was sent by it.
    pub referral: Option<ReferralId>,
}

/// The links the account made whose time is not over, the latest first.
pub fn list(tx: &Tx) -> Result<Vec<Line>> {
    let most = 2 * LINKS_MAX;
    let values = [tx.account().into(), tx.now_micros().into(), most.into()];
    tx.rows(&LIST, &values, |row| {
        let id = TaskLinkId::from_uuid(row.id(0)?);
        let made_at = row.int(3)?;
        Ok(Line {
            name: opened(tx, id, "name", row.bytes(1)?)?,
            email: opened(tx, id, "email", row.bytes(2)?)?,
            made_at,
            until: last_day(row.int(4)?),
            is_begun: made_at < row.int(5)?,
            referral: row.id_opt(6)?.map(ReferralId::from_uuid),
            id,
        })
    })
}

/// Takes back a link of the account's own that was not used: it stops working, and what was typed is gone.
///
/// # Errors
/// [`Error::NotFound`] when it was used, or is not theirs.
pub fn take_back(tx: &Tx, id: TaskLinkId) -> Result<()> {
    let site = tx.row(&OWN, &[id.into(), tx.account().into()], |row| row.id(0))?;
    let site = SiteId::from_uuid(site.ok_or(Error::NotFound)?);
    drop_one(tx, id)?;
    note(tx, site, id, "link_ended")
}

fn drop_one(tx: &Tx, id: TaskLinkId) -> Result<()> {
    tx.run(&DROP, &[id.into()])?;
    tx.run(&DROP_KEY, &[id.into()])?;
    Ok(())
}

/// Deletes links whose time is over, with what was typed.
pub(crate) fn forget_old(tx: &Tx) -> Result<u64> {
    let old = tx.rows(&OLD, &[tx.now_micros().into()], |row| {
        row.id(0).map(TaskLinkId::from_uuid)
    })?;
    for id in &old {
        drop_one(tx, *id)?;
    }
    Ok(u64::try_from(old.len()).unwrap_or_default())
}
