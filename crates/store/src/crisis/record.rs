//! What happened to a crisis: its row, what was added, the entry in the family's book, and whoever is told that it waits.

use crate::error::{Error, Result};
use crate::journal::event::{Fact, SafetyFact};
use crate::journal::{BookKind, Entry as Written, Part};
use crate::kernel::{Tx, Value, statements};
use crate::outbox;
use domain::crisis::{Caller, Crisis, Entry, Event, NewCrisis, Told};
use domain::id::{AccountId, BookId, CrisisId, FamilyId, SiteId};
use domain::role::Role;
use domain::send::Notice;
use domain::text::Text;
use jiff::Timestamp;

statements! {
    MAKE = "insert into crisis (family_id, at, id, site_id, author_id, caller, language, asked, entries, signed_by, signed_on,
            signed_words, made_at, row_version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, null, null, null, $10, 1)";
    ENTRY = "insert into crisis_entry (crisis_id, entry_no, id, site_id, kind, code, happened_at, author_id, made_at, language,
            words)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    ADDED = "update crisis set entries = $1, row_version = row_version + 1 where id = $2 and row_version = $3";
    SIGNED = "update crisis set signed_by = $1, signed_on = $2, signed_words = $3, row_version = row_version + 1
        where id = $4 and row_version = $5";
    KEPT = "select x.from_account_id from protected_from x where x.family_id = $1";
}

/// Stores a new crisis in the language it was written in. Whoever supervises and the family's social worker are told that
/// something waits.
///
/// # Errors
/// [`Error::NotFound`] for an event that makes none.
pub fn make(tx: &Tx, (family, site): (FamilyId, SiteId), language: &str, event: &Event) -> Result<CrisisId> {
    let Event::Written(new) = event else {
        return Err(Error::NotFound);
    };
    let id = CrisisId::from_uuid(crate::id::fresh(tx.now()));
    insert(tx, id, (family, site), language, new)?;
    let fact = SafetyFact::CrisisWritten {
        crisis: id.to_string(),
        at: new.received_at.as_microsecond(),
        caller: new.caller.map(|caller| caller.key().to_owned()),
        words: new.asked.as_str().to_owned(),
    };
    note(tx, (id, family), "crisis_written", fact)?;
    for (number, entry) in (1_u32..).zip(&new.entries) {
        add(tx, (id, family, site), number, language, entry)?;
    }
    tell(tx, family, site)?;
    Ok(id)
}

fn insert(tx: &Tx, id: CrisisId, (family, site): (FamilyId, SiteId), language: &str, new: &NewCrisis) -> Result<()> {
    let asked = tx.seal(family.uuid(), "crisis", "asked", id.uuid(), new.asked.as_str())?;
    let values: [Value; 10] = [
        family.into(),
        new.received_at.as_microsecond().into(),
        id.into(),
        site.into(),
        tx.account().into(),
        new.caller.map(Caller::key).into(),
        language.into(),
        (&asked).into(),
        i64::try_from(new.entries.len()).unwrap_or(i64::MAX).into(),
        tx.now_micros().into(),
    ];
    tx.run(&MAKE, &values).map(|_| ())
}

/// Tells whoever supervises and the family's social worker, less those the family is protected from.
fn tell(tx: &Tx, family: FamilyId, site: SiteId) -> Result<()> {
    let kept = tx.rows(&KEPT, &[family.into()], |row| Ok(AccountId::from_uuid(row.id(0)?)))?;
    let team = crate::concern::team(tx, family)?.into_iter();
    let told = team
        .filter(|(account, role)| matches!(role, Role::Supervisor | Role::FamilyWorker) && !kept.contains(account))
        .map(|(account, _)| account);
    outbox::tell_all(tx, site, Notice::UrgentToRead, told)
}

/// Stores what happened to a crisis, in the language it was written in.
///
/// # Errors
/// [`Error::Stale`] when it was changed since `crisis` was read.
pub fn record(tx: &Tx, crisis: &Crisis, language: &str, event: &Event) -> Result<()> {
    let family = crisis.family.uuid();
    let changed = match event {
        Event::Written(_) => return Err(Error::NotFound),
        Event::Added(entry) => {
            let number = crisis.entries + 1;
            add(tx, (crisis.id, crisis.family, crisis.site), number, language, entry)?;
            let values = [i64::from(number).into(), crisis.id.into(), crisis.version.into()];
            tx.run(&ADDED, &values)?
        }
        Event::Signed { by, on, words } => {
            let said = words.as_ref().map(Text::as_str);
            let sealed = tx.seal_opt(family, "crisis", "signed_words", crisis.id.uuid(), said)?;
            let day = on.to_string();
            let fact = SafetyFact::CrisisSigned {
                crisis: crisis.id.to_string(),
                on: day.clone(),
                words: said.map(ToOwned::to_owned),
            };
            note(tx, (crisis.id, crisis.family), "crisis_signed", fact)?;
            let values = [
                (*by).into(),
                (&day).into(),
                sealed.as_ref().into(),
                crisis.id.into(),
                crisis.version.into(),
            ];
            tx.run(&SIGNED, &values)?
        }
    };
    if changed == 0 {
        return Err(Error::Stale { now: crisis.version });
    }
    Ok(())
}

/// The code, the time and the words of an entry.
fn parts(entry: &Entry) -> (Option<String>, Option<Timestamp>, Option<&Text>) {
    match entry {
        Entry::Responded(response) => (
            Some(response.kind.key().to_owned()),
            Some(response.at),
            response.words.as_ref(),
        ),
        Entry::Told(named, words) => {
            let keys: Vec<&str> = named.iter().copied().map(Told::key).collect();
            (Some(keys.join(" ")), None, words.as_ref())
        }
        Entry::Ended(outcome, words) => (Some(outcome.key().to_owned()), None, words.as_ref()),
        Entry::Note(words) => (None, None, Some(words)),
    }
}

fn add(
    tx: &Tx,
    (id, family, site): (CrisisId, FamilyId, SiteId),
    number: u32,
    language: &str,
    entry: &Entry,
) -> Result<()> {
    let row = crate::id::fresh(tx.now());
    let (code, at, words) = parts(entry);
    let at = at.map(Timestamp::as_microsecond);
    let said = words.map(Text::as_str);
    let sealed = tx.seal_opt(family.uuid(), "crisis_entry", "words", row, said)?;
    let values: [Value; 11] = [
        id.into(),
        i64::from(number).into(),
        row.into(),
        site.into(),
        entry.key().into(),
        code.as_ref().into(),
        at.into(),
        tx.account().into(),
        tx.now_micros().into(),
        language.into(),
        sealed.as_ref().into(),
    ];
    tx.run(&ENTRY, &values)?;
    let fact = SafetyFact::CrisisAdded {
        crisis: id.to_string(),
        kind: entry.key().to_owned(),
        code,
        at,
        words: said.map(ToOwned::to_owned),
    };
    note(tx, (id, family), "crisis_added", fact)
}

/// What happened to a crisis, in the family's book.
fn note(tx: &Tx, (id, family): (CrisisId, FamilyId), action: &'static str, fact: SafetyFact) -> Result<()> {
    tx.append(&Written {
        book: BookId::from_uuid(family.uuid()),
        kind: BookKind::Family,
        action,
        object_kind: "crisis",
        object_id: Some(id.uuid()),
        parts: vec![Part {
            subject: family.uuid(),
            body: Fact::Safety(fact).write(),
        }],
    })?;
    Ok(())
}
