//! Crises as pages show them: one whole, a page of a family's, those to be signed.

use super::read;
use crate::clock::{instant, london_day, london_instant};
use crate::closing::{RING_DAYS, Recent, to_ring};
use crate::error::{Error, Result};
use crate::journal::history::account_name;
use crate::kernel::{Row, Tx, statements};
use crate::store::Store;
use domain::crisis::{Caller, Crisis, Outcome, Response, Told};
use domain::id::{AccountId, CrisisId, FamilyId};
use jiff::ToSpan;
use jiff::civil::Date;
use uuid::Uuid;

statements! {
    ONE = "select c.id, c.family_id, c.site_id, c.author_id, c.at, c.caller, c.entries, c.signed_by, c.signed_on, c.row_version,
            c.language, c.asked, c.signed_words
        from crisis c where c.id = $1";
    ENTRIES = "select id, kind, code, happened_at, author_id, made_at, language, words
        from crisis_entry where crisis_id = $1 order by entry_no";
    PAGE = "select c.at, c.id, c.author_id, c.caller, c.language, c.asked, c.signed_on,
            (select min(e.happened_at) from crisis_entry e where e.crisis_id = c.id and e.kind = 'responded'),
            (select e.code from crisis_entry e where e.crisis_id = c.id and e.kind = 'ended' order by e.entry_no desc limit 1)
        from crisis c where c.family_id = $1 and (c.at, c.id) < ($2, $3) order by c.at desc, c.id desc limit $4";
    BETWEEN = "select c.at, c.id, c.author_id, c.caller, c.language, c.asked, c.signed_on,
            (select min(e.happened_at) from crisis_entry e where e.crisis_id = c.id and e.kind = 'responded'),
            (select e.code from crisis_entry e where e.crisis_id = c.id and e.kind = 'ended' order by e.entry_no desc limit 1)
        from crisis c where c.family_id = $1 and c.at >= $2 and c.at < $3 order by c.at desc, c.id desc limit 60";
    SINCE = "select c.at, c.id, c.author_id, c.caller, c.language, c.asked, c.signed_on,
            (select min(e.happened_at) from crisis_entry e where e.crisis_id = c.id and e.kind = 'responded'),
            (select e.code from crisis_entry e where e.crisis_id = c.id and e.kind = 'ended' order by e.entry_no desc limit 1)
        from crisis c where c.family_id = $1 and (c.at >= $2 or not exists
            (select 1 from crisis_entry o where o.crisis_id = c.id and o.kind = 'ended'))
        order by c.at desc, c.id desc limit 20";
    TO_SIGN = "select c.id, c.at, c.family_id from crisis c
        join assignment a on a.family_id = c.family_id and a.account_id = $1 and a.role = 'supervisor'
            and a.starts_on <= $2 and (a.ends_on is null or a.ends_on > $2)
        where c.signed_by is null and c.author_id <> $1
            and c.family_id not in (select x.family_id from protected_from x where x.from_account_id = $1)
        order by c.at, c.id limit 20";
    // How the calls of the last days ended, of families whose carer somebody supervises.
    HARD = "select m.household_id, c.at,
            (select e.code from crisis_entry e where e.crisis_id = c.id and e.kind = 'ended' order by e.entry_no desc limit 1)
        from household h join matching m on m.household_id = h.id and m.stage = 'active'
            join crisis c on c.family_id = m.family_id and c.at >= $1
        where h.site_id = $2 and h.supervisor_id = $3 order by c.at, m.household_id limit 60";
}

/// A crisis whole, as its page shows it.
#[derive(Clone, Debug)]
pub struct CrisisShown {
    /// The crisis.
    pub crisis: Crisis,
    /// The language it was written in.
    pub language: String,
    /// Who wrote it down, while the account is there.
    pub by: Option<String>,
    /// What was asked, or what happened.
    pub asked: String,
    /// What was added, the earliest first.
    pub entries: Vec<EntryShown>,
    /// Who signed it, while the account is there.
    pub signed_by: Option<String>,
    /// What they said to it.
    pub signed_words: Option<String>,
}

impl CrisisShown {
    /// The first response, microseconds UTC.
    pub fn first_response(&self) -> Option<i64> {
        self.entries.iter().filter_map(|entry| entry.happened_at).min()
    }

    /// How it ended, as far as it has: the last that was said.
    pub fn outcome(&self) -> Option<Outcome> {
        self.entries.iter().rev().find_map(|entry| match entry.what {
            What::Ended(outcome) => Some(outcome),
            _ => None,
        })
    }
}

/// What an entry says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Something was done.
    Responded(Response),
    /// People were told.
    Told(Vec<Told>),
    /// How it ended.
    Ended(Outcome),
    /// Something else.
    Note,
}

/// What was added to a crisis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryShown {
    /// What it says.
    pub what: What,
    /// When it was, of a response, microseconds UTC.
    pub happened_at: Option<i64>,
    /// Whose account wrote it.
    pub author: AccountId,
    /// Who wrote it, while the account is there.
    pub by: Option<String>,
    /// When it was written, microseconds UTC.
    pub made_at: i64,
    /// The language it was written in.
    pub language: String,
    /// The words.
    pub words: Option<String>,
}

/// Reads a crisis whole.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub fn show(tx: &Tx, id: CrisisId) -> Result<CrisisShown> {
    let found = tx.row(&ONE, &[id.into()], |row| {
        let crisis = read(row)?;
        let family = crisis.family.uuid();
        Ok(CrisisShown {
            by: account_name(tx, crisis.author)?,
            language: row.text(10)?.to_owned(),
            asked: tx.open(family, "crisis", "asked", id.uuid(), row.bytes(11)?)?,
            entries: Vec::new(),
            signed_by: match crisis.signed {
                Some((by, _)) => account_name(tx, by)?,
                None => None,
            },
            signed_words: tx.open_opt(family, "crisis", "signed_words", id.uuid(), row.bytes_opt(12)?)?,
            crisis,
        })
    })?;
    let mut shown = found.ok_or(Error::NotFound)?;
    let family = shown.crisis.family;
    shown.entries = tx.rows(&ENTRIES, &[id.into()], |row| entry(tx, family, row))?;
    Ok(shown)
}

fn entry(tx: &Tx, family: FamilyId, row: &Row) -> Result<EntryShown> {
    let code = row.text_opt(2)?;
    let what = match row.text(1)? {
        "responded" => code.and_then(Response::from_key).map(What::Responded),
        "told" => {
            let named = code.unwrap_or_default().split_whitespace().map(Told::from_key);
            named.collect::<Option<_>>().map(What::Told)
        }
        "ended" => code.and_then(Outcome::from_key).map(What::Ended),
        _ => Some(What::Note),
    };
    let author = AccountId::from_uuid(row.id(4)?);
    Ok(EntryShown {
        what: what.ok_or_else(|| row.broken(2))?,
        happened_at: row.int_opt(3)?,
        author,
        by: account_name(tx, author)?,
        made_at: row.int(5)?,
        language: row.text(6)?.to_owned(),
        words: tx.open_opt(family.uuid(), "crisis_entry", "words", row.id(0)?, row.bytes_opt(7)?)?,
    })
}

/// A crisis as one line of a family's timeline.
#[derive(Clone, Debug)]
pub struct CrisisLine {
    /// The crisis.
    pub id: CrisisId,
    /// When help was asked for, microseconds UTC.
    pub at: i64,
    /// Who asked, where that was said.
    pub caller: Option<Caller>,
    /// The language it was written in.
    pub language: String,
    /// Who wrote it down, while the account is there.
    pub by: Option<String>,
    /// What was asked, or what happened; nothing where the reader may not read it.
    pub asked: Option<String>,
    /// When somebody responded first, microseconds UTC.
    pub first_response: Option<i64>,
    /// How it ended, as far as it has.
    pub outcome: Option<Outcome>,
    /// Whether somebody who supervises should still sign it.
    pub waits_to_be_signed: bool,
}

/// A page of a family's crises, newest first; `with_words` says whether the reader may read what was written.
pub fn page(
    tx: &Tx,
    family: FamilyId,
    before: Option<(i64, Uuid)>,
    most: i64,
    with_words: bool,
) -> Result<Vec<CrisisLine>> {
    let (at, id) = before.unwrap_or((i64::MAX, Uuid::max()));
    tx.rows(&PAGE, &[family.into(), at.into(), id.into(), most.into()], |row| {
        let mut one = line(row)?;
        one.by = account_name(tx, AccountId::from_uuid(row.id(2)?))?;
        if with_words {
            one.asked = Some(tx.open(family.uuid(), "crisis", "asked", one.id.uuid(), row.bytes(5)?)?);
        }
        Ok(one)
    })
}

/// Carers this reader supervises with whose family a call for help of the last days ended hard, each day once.
///
/// # Errors
/// The store's own.
pub fn hard(tx: &Tx) -> Result<Vec<Recent>> {
    let since = tx.today().saturating_sub(RING_DAYS.days());
    let since = london_instant(since.at(0, 0, 0, 0)).as_microsecond();
    let mut found: Vec<(Uuid, Date)> = Vec::new();
    for (site, _) in &tx.scope().sites {
        let values = [since.into(), (*site).into(), tx.account().into()];
        tx.each(&HARD, &values, |row| {
            let ended = row.text_opt(2)?.and_then(Outcome::from_key);
            let call = (row.id(0)?, london_day(instant(row.int(1)?)));
            if ended.is_some_and(Outcome::is_hard) && !found.contains(&call) {
                found.push(call);
            }
            Ok(())
        })?;
    }
    to_ring(tx, found)
}

/// A family's crises between two instants (microseconds UTC, the second left out) without their words, the earliest first, at
/// most the latest sixty.
///
/// # Errors
/// The store's own.
pub fn between(tx: &Tx, family: FamilyId, (from, to): (i64, i64)) -> Result<Vec<CrisisLine>> {
    let mut lines = tx.rows(&BETWEEN, &[family.into(), from.into(), to.into()], line)?;
    lines.reverse();
    Ok(lines)
}

/// A family's crises from an instant on (microseconds UTC), and those before it of which nobody has said how they ended; without
/// their words, the newest first, at most twenty.
///
/// # Errors
/// The store's own.
pub fn since(tx: &Tx, family: FamilyId, from: i64) -> Result<Vec<CrisisLine>> {
    tx.rows(&SINCE, &[family.into(), from.into()], line)
}

fn line(row: &Row) -> Result<CrisisLine> {
    Ok(CrisisLine {
        id: CrisisId::from_uuid(row.id(1)?),
        at: row.int(0)?,
        caller: row.text_opt(3)?.and_then(Caller::from_key),
        language: row.text(4)?.to_owned(),
        by: None,
        asked: None,
        first_response: row.int_opt(7)?,
        outcome: row.text_opt(8)?.and_then(Outcome::from_key),
        waits_to_be_signed: row.text_opt(6)?.is_none(),
    })
}

/// A crisis that waits to be signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToSign {
    /// The crisis.
    pub id: CrisisId,
    /// When help was asked for, microseconds UTC.
    pub at: i64,
    /// The family.
    pub family: FamilyId,
}

/// What waits for somebody who supervises to sign, the oldest first, at most twenty: for their first page. It opens nothing.
pub async fn to_sign(store: &Store, supervisor: AccountId) -> Result<Vec<ToSign>> {
    store.job("crisis", move |tx| waiting(tx, supervisor)).await
}

/// What waits for somebody who supervises to sign, the oldest first, at most twenty.
///
/// # Errors
/// The store's own.
pub fn waiting(tx: &Tx, supervisor: AccountId) -> Result<Vec<ToSign>> {
    let day = tx.today().to_string();
    tx.rows(&TO_SIGN, &[supervisor.into(), (&day).into()], |row| {
        Ok(ToSign {
            id: CrisisId::from_uuid(row.id(0)?),
            at: row.int(1)?,
            family: FamilyId::from_uuid(row.id(2)?),
        })
    })
}
