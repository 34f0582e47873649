//! What is written on a referral while the family waits, as its timeline shows it.

use super::record::record;
use crate::error::Result;
use crate::journal::Part;
use crate::journal::event::Fact;
use crate::journal::history::account_name;
use crate::kernel::{Tx, statements};
use domain::id::{AccountId, EntryId, FamilyId};
use domain::referral::Referral;
use domain::text::Text;
use jiff::civil::Date;
use uuid::Uuid;

statements! {
    ADD_ENTRY = "insert into referral_entry
        (family_id, at, id, site_id, referral_id, written_by, happened_on, language, words)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    ENTRIES = "select e.at, e.id, e.written_by, e.happened_on, e.language, e.words from referral_entry e
        where e.family_id = $1 and (e.at, e.id) < ($2, $3) order by e.at desc, e.id desc limit $4";
}

pub(super) fn add_entry(tx: &Tx, referral: &Referral, on: Date, text: &Text, language: &str) -> Result<()> {
    let id = crate::id::fresh(tx.now());
    let family = referral.family.uuid();
    let sealed = tx.seal(family, "referral_entry", "words", id, text.as_str())?;
    let on = on.to_string();
    tx.run(
        &ADD_ENTRY,
        &[
            referral.family.into(),
            tx.now_micros().into(),
            id.into(),
            referral.site.into(),
            referral.id.into(),
            tx.account().into(),
            (&on).into(),
            language.into(),
            (&sealed).into(),
        ],
    )?;
    let fact = Fact::EntryAdded {
        entry: id.to_string(),
        on,
        words: text.as_str().to_owned(),
    };
    record(
        tx,
        referral.family,
        "entry_added",
        referral.id,
        vec![Part {
            subject: family,
            body: fact.write(),
        }],
    )?;
    Ok(())
}

/// One entry of a family's timeline.
#[derive(Clone, Debug)]
pub struct Written {
    /// The entry.
    pub id: EntryId,
    /// When it was written, microseconds UTC.
    pub at: i64,
    /// The day it is about.
    pub happened_on: Date,
    /// The language it was written in.
    pub language: String,
    /// Who wrote it, while the account is there.
    pub by: Option<String>,
    /// The words.
    pub words: String,
}

/// A page of a family's entries, newest first.
pub fn entries(tx: &Tx, family: FamilyId, before: Option<(i64, Uuid)>, most: i64) -> Result<Vec<Written>> {
    let (at, id) = before.unwrap_or((i64::MAX, Uuid::max()));
    let open = crate::key::open_many(&tx.subject_key(family.uuid())?, "referral_entry", "words");
    tx.rows(&ENTRIES, &[family.into(), at.into(), id.into(), most.into()], |row| {
        let id = row.id(1)?;
        Ok(Written {
            id: EntryId::from_uuid(id),
            at: row.int(0)?,
            happened_on: row.day(3)?,
            language: row.text(4)?.to_owned(),
            by: account_name(tx, AccountId::from_uuid(row.id(2)?))?,
            words: open(id, row.bytes(5)?)?,
        })
    })
}
