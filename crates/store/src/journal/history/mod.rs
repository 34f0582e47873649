//! The journal as pages: what happened in a family's book, who has looked, the
//! headers an auditor reads, and what somebody has done.

mod headers;

pub(crate) use headers::ALL as HEADERS;
pub use headers::{After, Filter, Header, acts, book_named, headers, last_checkpoint, reference};

use super::event::Fact;
use super::{BookKind, Entry, Part};
use crate::error::Result;
use crate::kernel::{Row, Tx, statements};
use crate::key::{HOUSE, open_with};
use domain::id::{AccountId, BookId, FamilyId, GrantId};
use domain::text::Text;
use jiff::civil::Date;
use uuid::Uuid;

statements! {
    CHANGES = "select j.seq, j.at, j.actor, j.role, j.relation, j.action, j.object_kind, j.object_id, j.reason_code
        from journal j where j.book_id = $1 and j.seq < $2
            and exists (select 1 from journal_part p where p.book_id = j.book_id and p.seq = j.seq)
        order by j.seq desc limit $3";
    LOOKED = "select j.seq, j.at, j.actor, j.role, j.relation, j.action, j.object_kind, j.object_id, j.reason_code
        from journal j where j.book_id = $1 and j.seq < $2
            and not exists (select 1 from journal_part p where p.book_id = j.book_id and p.seq = j.seq)
        order by j.seq desc limit $3";
    PARTS = "select p.part, p.subject_id, p.body from journal_part p where p.book_id = $1 and p.seq = $2
            and p.subject_id not in (select x.person_id from protected_from x where x.from_account_id = $3)
        order by p.part";
    ACCOUNT_NAME = "select a.name, u.subject_key from account a join subject u on u.id = a.id where a.id = $1";
    ROLE_ASKED = "select p.seq, p.part, p.body from journal j
            join journal_part p on p.book_id = j.book_id and p.seq = j.seq
        where j.book_id = $1 and j.action = 'role_asked' and j.object_id = $2 order by j.seq desc limit 1";
}

/// One entry as a page shows it.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its number, for paging; never shown to family members.
    pub seq: i64,
    /// When, microseconds UTC.
    pub at: i64,
    /// Who, as stored.
    pub actor: String,
    /// The name of the account that acted, where it was one.
    pub name: Option<String>,
    /// The key of the role, or empty.
    pub role: String,
    /// The key of the relation, or empty.
    pub relation: String,
    /// The key of what was done.
    pub action: String,
    /// What it was done to.
    pub object_kind: String,
    /// Which one.
    pub object_id: Option<Uuid>,
    /// Why, as a code, or empty.
    pub reason: String,
    /// What the entry says, as far as its words can still be opened.
    pub facts: Vec<Fact>,
}

/// Which entries of a book are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Those that changed something.
    Changes,
    /// Those that only opened something.
    Openings,
}

/// A page of a family's book, newest first, before the number the last page ended with.
pub fn family(tx: &Tx, family: FamilyId, wanted: Wanted, before: Option<i64>, most: i64) -> Result<Vec<Line>> {
    page(tx, BookId::from_uuid(family.uuid()), wanted, before, most)
}

fn page(tx: &Tx, book: BookId, wanted: Wanted, before: Option<i64>, most: i64) -> Result<Vec<Line>> {
    let statement = match wanted {
        Wanted::Changes => &CHANGES,
        Wanted::Openings => &LOOKED,
    };
    let values = [book.into(), before.unwrap_or(i64::MAX).into(), most.into()];
    let mut lines = tx.rows(statement, &values, read)?;
    for line in &mut lines {
        line.name = actor_name(tx, &line.actor)?;
        if wanted != Wanted::Openings {
            line.facts = facts(tx, book, line.seq)?;
        }
    }
    Ok(lines)
}

fn read(row: &Row) -> Result<Line> {
    Ok(Line {
        seq: row.int(0)?,
        at: row.int(1)?,
        actor: row.text(2)?.to_owned(),
        name: None,
        role: row.text(3)?.to_owned(),
        relation: row.text(4)?.to_owned(),
        action: row.text(5)?.to_owned(),
        object_kind: row.text(6)?.to_owned(),
        object_id: row.id_opt(7)?,
        reason: row.text(8)?.to_owned(),
        facts: Vec::new(),
    })
}

/// The words of an entry; a part whose subject was erased, or is protected from this reader, is passed over.
fn facts(tx: &Tx, book: BookId, seq: i64) -> Result<Vec<Fact>> {
    let parts = tx.rows(&PARTS, &[book.into(), seq.into(), tx.account().into()], |row| {
        Ok((row.int(0)?, row.id(1)?, row.bytes(2)?.to_vec()))
    })?;
    let opened = parts.into_iter().filter_map(|(part, subject, body)| {
        let column = super::part_column(seq.cast_unsigned(), part);
        tx.open(subject, "journal_part", &column, book.uuid(), &body).ok()
    });
    Ok(opened.filter_map(|text| Fact::read(&text)).collect())
}

/// The name behind `account:…`, while the account is there.
pub(crate) fn actor_name(tx: &Tx, actor: &str) -> Result<Option<String>> {
    let Some(id) = actor
        .strip_prefix("account:")
        .and_then(|id| id.parse::<AccountId>().ok())
    else {
        return Ok(None);
    };
    account_name(tx, id)
}

/// The name of an account, while it is there. A few people write much: each name is opened once in a unit of work.
pub fn account_name(tx: &Tx, id: AccountId) -> Result<Option<String>> {
    let id = id.uuid();
    if let Some(known) = tx.names.borrow().get(&id) {
        return Ok(known.clone());
    }
    let name = tx.row(&ACCOUNT_NAME, &[id.into()], |row| {
        let key = tx.open_subject(id, HOUSE, row.bytes(1)?)?;
        open_with(&key, "account", "name", id, row.bytes(0)?)
    })?;
    tx.names.borrow_mut().insert(id, name.clone());
    Ok(name)
}

/// Keeps why a role was proposed and from when it should hold, sealed for the account, where the second person reads it.
pub fn note_role_asked(tx: &Tx, account: AccountId, grant: GrantId, from: Date, words: &Text) -> Result<()> {
    let fact = Fact::RoleAsked {
        from: from.to_string(),
        words: words.as_str().to_owned(),
    };
    tx.append(&Entry {
        book: BookId::from_uuid(account.uuid()),
        kind: BookKind::Actor,
        action: "role_asked",
        object_kind: "grant",
        object_id: Some(grant.uuid()),
        parts: vec![Part {
            subject: account.uuid(),
            body: fact.write(),
        }],
    })?;
    Ok(())
}

/// Why a role was proposed and from when it should hold, as far as it was said.
pub fn role_asked(tx: &Tx, account: AccountId, grant: GrantId) -> Result<Option<(Date, String)>> {
    let book = account.uuid();
    let found = tx.row(&ROLE_ASKED, &[book.into(), grant.into()], |row| {
        let column = super::part_column(row.int(0)?.cast_unsigned(), row.int(1)?);
        tx.open(book, "journal_part", &column, book, row.bytes(2)?)
    })?;
    Ok(found.and_then(|text| match Fact::read(&text)? {
        Fact::RoleAsked { from, words } => Some((from.parse().ok()?, words)),
        _ => None,
    }))
}
