//! Erasing: the key goes, and what was sealed with it can never be read again.
//!
//! The journal still checks: it hashes what was sealed, not what it said.

use crate::error::{Error, Result};
use crate::journal::{BookKind, Entry};
use crate::kernel::{Tx, statements};
use domain::id::{BookId, PersonId};

statements! {
    SITE_OF = "select site_id from person where id = $1";
    DROP_KEY = "delete from subject where id = $1";
    DROP_TOKENS = "delete from name_token where person_id = $1";
    MAKE_TOMBSTONE = "insert into tombstone (subject_id, site_id, erased_at) values ($1, $2, $3)
        on conflict (subject_id) do nothing";
}

/// Erases one person: their key, the tokens they were found by, and a tombstone in the site's book that a restore obeys.
///
/// # Errors
/// [`Error::NotFound`] when there is no such person.
pub fn person(tx: &Tx, id: PersonId) -> Result<()> {
    let site = tx
        .row(&SITE_OF, &[id.into()], |row| row.id(0))?
        .ok_or(Error::NotFound)?;
    tx.run(&DROP_TOKENS, &[id.into()])?;
    tx.run(&DROP_KEY, &[id.into()])?;
    tx.run(&MAKE_TOMBSTONE, &[id.into(), site.into(), tx.now_micros().into()])?;
    tx.subjects.borrow_mut().remove(&id.uuid());
    tx.append(&Entry {
        book: BookId::from_uuid(site),
        kind: BookKind::Site,
        action: "person_erased",
        object_kind: "person",
        object_id: Some(id.uuid()),
        parts: Vec::new(),
    })?;
    Ok(())
}
