//! The journal as pages: what happened in a family's book, who has looked, the
//! headers an auditor reads, and what somebody has done.

use super::event::Fact;
use super::{BookKind, Entry, Part};
use crate::error::Result;
use crate::kernel::{Row, Tx, statements};
use domain::access::Object;
use domain::id::{AccountId, BookId, FamilyId, GrantId};
use domain::reference::Reference;
use domain::text::Text;
use jiff::civil::Date;
use std::collections::HashMap;
use uuid::Uuid;

statements! {
    PAGE = "select j.seq, j.at, j.actor, j.role, j.relation, j.action, j.object_kind, j.object_id, j.reason_code
        from journal j where j.book_id = $1 and j.seq < $2 order by j.seq desc limit $3";
    CHANGES = "select j.seq, j.at, j.actor, j.role, j.relation, j.action, j.object_kind, j.object_id, j.reason_code
        from journal j where j.book_id = $1 and j.seq < $2
            and exists (select 1 from journal_part p where p.book_id = j.book_id and p.seq = j.seq)
        order by j.seq desc limit $3";
    LOOKED = "select j.seq, j.at, j.actor, j.role, j.relation, j.action, j.object_kind, j.object_id, j.reason_code
        from journal j where j.book_id = $1 and j.seq < $2
            and not exists (select 1 from journal_part p where p.book_id = j.book_id and p.seq = j.seq)
        order by j.seq desc limit $3";
    PARTS = "select part, subject_id, body from journal_part where book_id = $1 and seq = $2 order by part";
    ACCOUNT_NAME = "select name from account where id = $1";
    HEADERS = "select j.seq, j.at, j.actor, j.role, j.relation, j.action, j.object_kind, j.object_id, j.reason_code,
            j.book_id, b.kind
        from journal j join book b on b.id = j.book_id
        where j.at >= $1 and (j.at, j.book_id, j.seq) < ($2, $3, $4)
        order by j.at desc, j.book_id desc, j.seq desc limit $5";
    HEADERS_OF_SITE = "select j.seq, j.at, j.actor, j.role, j.relation, j.action, j.object_kind, j.object_id,
            j.reason_code, j.book_id, b.kind
        from journal j join book b on b.id = j.book_id
        where j.at >= $1 and (j.at, j.book_id, j.seq) < ($2, $3, $4)
            and (j.book_id = $5 or j.book_id in (select f.id from family f where f.site_id = $5))
        order by j.at desc, j.book_id desc, j.seq desc limit $6";
    HEADERS_BY = "select j.seq, j.at, j.actor, j.role, j.relation, j.action, j.object_kind, j.object_id, j.reason_code,
            j.book_id, b.kind
        from journal j join book b on b.id = j.book_id
        where j.actor = $1 and j.at >= $2 and (j.at, j.book_id, j.seq) < ($3, $4, $5)
        order by j.at desc, j.book_id desc, j.seq desc limit $6";
    HEADERS_IN = "select j.seq, j.at, j.actor, j.role, j.relation, j.action, j.object_kind, j.object_id, j.reason_code,
            j.book_id, b.kind
        from journal j join book b on b.id = j.book_id
        where j.book_id = $1 and ($2 = '' or j.actor = $2) and j.at >= $3 and (j.at, j.book_id, j.seq) < ($4, $5, $6)
        order by j.at desc, j.book_id desc, j.seq desc limit $7";
    BOOK_OF_REFERENCE = "select id from family where reference = $1
        union all select family_id from referral where reference = $1";
    REFERENCE = "select reference from family where id = $1";
    FAMILY_SITE = "select site_id from family where id = $1";
    CHECKPOINT = "select max(at) from checkpoint";
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
    /// All of them.
    All,
    /// Those that changed something.
    Changes,
    /// Those that only opened something.
    Openings,
}

/// A page of a family's book, newest first, before the number the last page ended with.
pub fn family(tx: &Tx, family: FamilyId, wanted: Wanted, before: Option<i64>, most: i64) -> Result<Vec<Line>> {
    page(tx, BookId::from_uuid(family.uuid()), wanted, before, most)
}

/// A page of an account's own acts.
pub fn own(tx: &Tx, account: AccountId, before: Option<i64>, most: i64) -> Result<Vec<Line>> {
    page(tx, BookId::from_uuid(account.uuid()), Wanted::All, before, most)
}

fn page(tx: &Tx, book: BookId, wanted: Wanted, before: Option<i64>, most: i64) -> Result<Vec<Line>> {
    let statement = match wanted {
        Wanted::All => &PAGE,
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

/// The words of an entry; a part whose subject was erased is passed over.
fn facts(tx: &Tx, book: BookId, seq: i64) -> Result<Vec<Fact>> {
    let parts = tx.rows(&PARTS, &[book.into(), seq.into()], |row| {
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
    let Some(id) = actor.strip_prefix("account:").and_then(|id| id.parse::<AccountId>().ok()) else {
        return Ok(None);
    };
    account_name(tx, id)
}

/// The name of an account, while it is there.
pub fn account_name(tx: &Tx, id: AccountId) -> Result<Option<String>> {
    let sealed = tx.row(&ACCOUNT_NAME, &[id.into()], |row| Ok(row.bytes(0)?.to_vec()))?;
    sealed.map(|sealed| tx.open(id.uuid(), "account", "name", id.uuid(), &sealed)).transpose()
}

/// Which headers are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only what this account did.
    pub by: Option<AccountId>,
    /// Only this book: that of a family, a site or an account.
    pub book: Option<BookId>,
    /// Only from this instant on, microseconds UTC.
    pub from: Option<i64>,
    /// Only before this instant, microseconds UTC.
    pub until: Option<i64>,
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

/// A page of headers, the latest first: of every book for the whole house, of a site and its families otherwise.
pub fn headers(tx: &Tx, filter: &Filter, after: Option<After>, most: i64) -> Result<Vec<Header>> {
    let site = match tx.by.object {
        Some(Object::Site(site)) => Some(site.uuid()),
        _ => None,
    };
    let from = filter.from.unwrap_or(i64::MIN);
    let start = (filter.until.unwrap_or(i64::MAX), BookId::from_uuid(Uuid::nil()), i64::MIN);
    let (at, book, seq) = after.unwrap_or(start);
    let actor = filter.by.map(|account| format!("account:{account}")).unwrap_or_default();
    let place = [at.into(), book.into(), seq.into()];
    let found = match (filter.book, site) {
        (Some(book), site) if is_inside(tx, book, site)? => {
            let values = [&[book.into(), (&actor).into(), from.into()], &place[..], &[most.into()]].concat();
            tx.rows(&HEADERS_IN, &values, read_header)?
        }
        (Some(_), _) => Vec::new(),
        (None, Some(site)) => {
            let values = [&[from.into()], &place[..], &[site.into(), most.into()]].concat();
            let mut found = tx.rows(&HEADERS_OF_SITE, &values, read_header)?;
            found.retain(|header| actor.is_empty() || header.line.actor == actor);
            found
        }
        (None, None) if actor.is_empty() => {
            tx.rows(&HEADERS, &[&[from.into()], &place[..], &[most.into()]].concat(), read_header)?
        }
        (None, None) => by(tx, &actor, from, (at, book, seq), most)?,
    };
    named(tx, found, true)
}

/// Whether a book may be read under a permit for one site, or for the whole house.
fn is_inside(tx: &Tx, book: BookId, site: Option<Uuid>) -> Result<bool> {
    let Some(site) = site else { return Ok(true) };
    let family = tx.row(&FAMILY_SITE, &[book.into()], |row| row.id(0))?;
    Ok(book.uuid() == site || family == Some(site))
}

/// A page of what an account did, in whichever book, the latest first: for the person themself. It names no record,
/// so that it cannot tell a refused one that is there from one that is not.
pub fn acts(tx: &Tx, account: AccountId, after: Option<After>, most: i64) -> Result<Vec<Header>> {
    let start = after.unwrap_or((i64::MAX, BookId::from_uuid(Uuid::max()), i64::MAX));
    named(tx, by(tx, &format!("account:{account}"), i64::MIN, start, most)?, false)
}

fn by(tx: &Tx, actor: &str, from: i64, after: After, most: i64) -> Result<Vec<Header>> {
    let (at, book, seq) = after;
    let values = [actor.into(), from.into(), at.into(), book.into(), seq.into(), most.into()];
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

/// Adds names, each opened once, and where it may be said the references of families.
fn named(tx: &Tx, mut headers: Vec<Header>, with_references: bool) -> Result<Vec<Header>> {
    let mut names: HashMap<String, Option<String>> = HashMap::new();
    for header in &mut headers {
        let actor = &header.line.actor;
        if !names.contains_key(actor) {
            names.insert(actor.clone(), actor_name(tx, actor)?);
        }
        header.line.name = names.get(actor).cloned().flatten();
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
    tx.row(&BOOK_OF_REFERENCE, &[(&reference).into()], |row| Ok(BookId::from_uuid(row.id(0)?)))
}

/// When the newest checkpoint was made, microseconds UTC.
pub fn last_checkpoint(tx: &Tx) -> Result<Option<i64>> {
    tx.row(&CHECKPOINT, &[], |row| row.int_opt(0)).map(Option::flatten)
}

/// Keeps why a role was proposed and from when it should hold, sealed for the account, where the second person reads it.
pub fn note_role_asked(tx: &Tx, account: AccountId, grant: GrantId, from: Date, words: &Text) -> Result<()> {
    let fact = Fact::RoleAsked { from: from.to_string(), words: words.as_str().to_owned() };
    tx.append(&Entry {
        book: BookId::from_uuid(account.uuid()),
        kind: BookKind::Actor,
        action: "role_asked",
        object_kind: "grant",
        object_id: Some(grant.uuid()),
        parts: vec![Part { subject: account.uuid(), body: fact.write() }],
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
