//! A concern whole, as its page shows it: what was written, what came later, to whom it went and who has read it.

use super::read;
use crate::error::{Error, Result};
use crate::journal::history::{account_name, actor_name};
use crate::kernel::{Row, Tx, statements};
use domain::concern::{AtRisk, Concern, Origin, Safety};
use domain::id::{AccountId, ConcernId, CrisisId, PersonId, SessionId};

statements! {
    ONE = "select c.id, c.family_id, c.site_id, c.author_id, c.raised_at, c.stage, c.decision, c.decided_by, c.decided_on,
            c.written_due_at, c.entries, c.row_version, c.at_risk, c.safety, c.session_id, c.crisis_id, c.language,
            c.what, c.somebody, c.safety_words
        from concern c where c.id = $1";
    ABOUT = "select part, person_id, account_id from concern_about where concern_id = $1 order by line_no";
    ENTRIES = "select id, kind, code, happened_at, author_id, made_at, language, agency, name, reference, words
        from concern_entry where concern_id = $1 order by entry_no";
    TOLD = "select t.account_id from concern_told t where t.concern_id = $1 order by t.account_id";
    READERS = "select j.actor, min(j.at) from journal j where j.book_id = $1 and j.action = 'open_concern'
        group by j.actor order by 2, 1";
}

/// A concern whole.
#[derive(Clone, Debug)]
pub struct ConcernShown {
    /// The concern.
    pub concern: Concern,
    /// Who raised it, while the account is there.
    pub by: Option<String>,
    /// The language it was written in.
    pub language: String,
    /// Who is at risk.
    pub at_risk: AtRisk,
    /// Who of the family it is about.
    pub people: Vec<PersonId>,
    /// Who of the family it concerns.
    pub whom: Vec<PersonId>,
    /// The names of who else it concerns, of those who work with the family.
    pub whom_accounts: Vec<String>,
    /// Whom it concerns besides, in words.
    pub somebody: Option<String>,
    /// What was seen, heard or said.
    pub what: String,
    /// Whether they are safe for now.
    pub safety: Safety,
    /// What was done to keep them safe.
    pub safety_words: Option<String>,
    /// What it came from.
    pub origin: Option<Origin>,
    /// What came later, the earliest first.
    pub entries: Vec<EntryShown>,
    /// Who has read it, the first first; without whoever raised it.
    pub readers: Vec<Reader>,
    /// The names of those it went to who have not read it.
    pub unread: Vec<String>,
}

/// Somebody who has read a concern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// Their name, while the account is there.
    pub name: Option<String>,
    /// When they opened it first, microseconds UTC.
    pub at: i64,
}

/// One thing that came later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryShown {
    /// What kind of thing.
    pub kind: String,
    /// How it was reported, or what was decided.
    pub code: Option<String>,
    /// When it was, microseconds UTC.
    pub happened_at: Option<i64>,
    /// Who wrote it, while the account is there.
    pub by: Option<String>,
    /// When it was written, microseconds UTC.
    pub made_at: i64,
    /// The language it was written in.
    pub language: String,
    /// The agency.
    pub agency: Option<String>,
    /// Who took the report.
    pub name: Option<String>,
    /// What they call it.
    pub reference: Option<String>,
    /// The words.
    pub words: Option<String>,
}

/// Reads a concern whole.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub fn show(tx: &Tx, id: ConcernId) -> Result<ConcernShown> {
    let found = tx.row(&ONE, &[id.into()], |row| one(tx, row))?;
    let mut shown = found.ok_or(Error::NotFound)?;
    tx.each(&ABOUT, &[id.into()], |row| {
        let is_at_risk = row.text(0)? == "at_risk";
        match (row.id_opt(1)?, row.id_opt(2)?) {
            (Some(person), _) if is_at_risk => shown.people.push(PersonId::from_uuid(person)),
            (Some(person), _) => shown.whom.push(PersonId::from_uuid(person)),
            (None, Some(account)) => {
                let name = account_name(tx, AccountId::from_uuid(account))?;
                shown.whom_accounts.extend(name);
            }
            (None, None) => return Err(row.broken(1)),
        }
        Ok(())
    })?;
    shown.entries = tx.rows(&ENTRIES, &[id.into()], |row| entry(tx, id, row))?;
    readers(tx, &mut shown)?;
    Ok(shown)
}

fn one(tx: &Tx, row: &Row) -> Result<ConcernShown> {
    let concern = read(row)?;
    let id = concern.id.uuid();
    let open = |column, at: usize| tx.open_opt(id, "concern", column, id, row.bytes_opt(at)?);
    let origin = match (row.id_opt(14)?, row.id_opt(15)?) {
        (Some(visit), _) => Some(Origin::Session(SessionId::from_uuid(visit))),
        (None, Some(call)) => Some(Origin::Crisis(CrisisId::from_uuid(call))),
        (None, None) => None,
    };
    Ok(ConcernShown {
        by: account_name(tx, concern.author)?,
        language: row.text(16)?.to_owned(),
        at_risk: AtRisk::from_key(row.text(12)?).ok_or_else(|| row.broken(12))?,
        people: Vec::new(),
        whom: Vec::new(),
        whom_accounts: Vec::new(),
        somebody: open("somebody", 18)?,
        what: open("what", 17)?.ok_or_else(|| row.broken(17))?,
        safety: Safety::from_key(row.text(13)?).ok_or_else(|| row.broken(13))?,
        safety_words: open("safety_words", 19)?,
        origin,
        entries: Vec::new(),
        readers: Vec::new(),
        unread: Vec::new(),
        concern,
    })
}

fn entry(tx: &Tx, concern: ConcernId, row: &Row) -> Result<EntryShown> {
    let id = row.id(0)?;
    let open = |column, at: usize| tx.open_opt(concern.uuid(), "concern_entry", column, id, row.bytes_opt(at)?);
    Ok(EntryShown {
        kind: row.text(1)?.to_owned(),
        code: row.text_opt(2)?.map(ToOwned::to_owned),
        happened_at: row.int_opt(3)?,
        by: account_name(tx, AccountId::from_uuid(row.id(4)?))?,
        made_at: row.int(5)?,
        language: row.text(6)?.to_owned(),
        agency: open("agency", 7)?,
        name: open("name", 8)?,
        reference: open("reference", 9)?,
        words: open("words", 10)?,
    })
}

/// Who has read it: whoever has an entry that says so in its book.
fn readers(tx: &Tx, shown: &mut ConcernShown) -> Result<()> {
    let id = shown.concern.id;
    let author = format!("account:{}", shown.concern.author);
    let mut opened = tx.rows(&READERS, &[id.into()], |row| Ok((row.text(0)?.to_owned(), row.int(1)?)))?;
    opened.retain(|(actor, _)| *actor != author);
    // Whoever reads it now has read it, whether the entry that says so is stored before this or beside it.
    let me = &tx.by.actor;
    if me.starts_with("account:") && *me != author && !opened.iter().any(|(actor, _)| actor == me) {
        opened.push((me.clone(), tx.now_micros()));
    }
    for account in tx.rows(&TOLD, &[id.into()], |row| Ok(AccountId::from_uuid(row.id(0)?)))? {
        let actor = format!("account:{account}");
        if !opened.iter().any(|(known, _)| *known == actor) {
            shown.unread.extend(account_name(tx, account)?);
        }
    }
    for (actor, at) in opened {
        let name = actor_name(tx, &actor)?;
        shown.readers.push(Reader { name, at });
    }
    Ok(())
}
