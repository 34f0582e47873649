//! Translations a person has checked. A review holds for the very words that
//! were read: when either language changes, the message is a draft again.

use crate::error::Result;
use crate::journal::{self, BookKind};
use crate::kernel::{Tx, statements};
use domain::id::{AccountId, BookId};
use std::collections::HashMap;

statements! {
    KEEP = "insert into word_review (message, text_hash, reviewed_by, reviewed_at) values ($1, $2, $3, $4)
        on conflict (message) do update set text_hash = excluded.text_hash, reviewed_by = excluded.reviewed_by,
            reviewed_at = excluded.reviewed_at";
    ALL_REVIEWS = "select message, text_hash, reviewed_by, reviewed_at from word_review order by message";
}

/// Who checked a message, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewed {
    /// Who.
    pub by: AccountId,
    /// Their name, while their account is there.
    pub name: Option<String>,
    /// When, microseconds UTC.
    pub at: i64,
    hash: [u8; 32],
}

impl Reviewed {
    /// Whether it was these words that were checked.
    pub fn is_of(&self, english: &str, translation: &str) -> bool {
        self.hash == hash(english, translation)
    }
}

/// Both languages as one hash, so that a change of either asks for a new look.
fn hash(english: &str, translation: &str) -> [u8; 32] {
    seal::secret_hash(format!("{english}\0{translation}").as_bytes())
}

/// Every review, by the name of its message.
pub fn all(tx: &Tx) -> Result<HashMap<String, Reviewed>> {
    let found = tx.rows(&ALL_REVIEWS, &[], |row| {
        let by = AccountId::from_uuid(row.id(2)?);
        Ok((
            row.text(0)?.to_owned(),
            Reviewed {
                by,
                name: None,
                at: row.int(3)?,
                hash: row.array(1)?,
            },
        ))
    })?;
    let mut reviews = HashMap::with_capacity(found.len());
    for (message, mut reviewed) in found {
        reviewed.name = crate::journal::history::account_name(tx, reviewed.by)?;
        reviews.insert(message, reviewed);
    }
    Ok(reviews)
}

/// Marks a message as checked by whoever this unit of work is for, as it stands now in both languages.
pub fn mark(tx: &Tx, message: &str, english: &str, translation: &str) -> Result<()> {
    let hash = hash(english, translation);
    tx.run(
        &KEEP,
        &[
            message.into(),
            (&hash).into(),
            tx.account().into(),
            tx.now_micros().into(),
        ],
    )?;
    tx.append(&journal::Entry {
        book: BookId::from_uuid(tx.account().uuid()),
        kind: BookKind::Actor,
        action: "words_reviewed",
        object_kind: "own",
        object_id: None,
        parts: Vec::new(),
    })?;
    Ok(())
}
