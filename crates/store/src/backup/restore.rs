//! The way back: the copy takes the database's place, and what was erased
//! since it was made is erased again before anybody can read it.

use super::identity::of_file;
use super::{Tombstone, check_whole, fault, file_of, note, remove, settle, tombstone};
use crate::error::{Error, Result};
use crate::kernel::{Location, Tx};
use crate::store::Store;
use rusqlite::{Connection, OpenFlags, params};
use std::path::{Path, PathBuf};

/// What a restore did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// How many subjects were in the copy and had been erased since.
    pub erased_again: u64,
    /// How many erasures are known in all, those the copy knew itself included.
    pub tombstones: u64,
    /// The database that was there before, kept under another name.
    pub kept: Option<PathBuf>,
}

/// Puts a copy in the place of the database a location names. Nobody may be using it.
///
/// Erasures are known from the database that is replaced, and from `tombstones`, the file that a deployment keeps
/// beside its checkpoints.
///
/// # Errors
/// [`Error::Key`] when the copy is of another deployment or was made with another key than `key_name` names;
/// [`Error::Newer`] when a newer program made it; [`Error::File`] when it is damaged or no copy at all.
pub fn restore(from: &Path, location: &Location, key_name: &[u8], tombstones: Option<&Path>) -> Result<Restored> {
    let path = file_of(location)?;
    let copy = of_file(from)?.ok_or_else(|| fault(from, "this is no copy of a database"))?;
    if copy.key_name != key_name {
        return Err(Error::Key(
            "the key given is not the key this copy was made with".into(),
        ));
    }
    let mut erased = Vec::new();
    if let Some(now) = of_file(path)? {
        if now.deployment != copy.deployment {
            return Err(Error::Key(
                "the copy is of another deployment than the database that is there".into(),
            ));
        }
        erased.extend(known_to(path)?);
    }
    if let Some(file) = tombstones {
        erased.extend(tombstone::read(file)?);
    }
    let new = path.with_extension("restoring");
    remove(&new)?;
    std::fs::copy(from, &new).map_err(|e| fault(&new, &e.to_string()))?;
    let mut restored = erase_again(&new, &erased)?;
    restored.kept = set_aside(path)?;
    std::fs::rename(&new, path).map_err(|e| fault(path, &e.to_string()))?;
    Ok(restored)
}

/// The erasures a database knows of.
fn known_to(path: &Path) -> Result<Vec<Tombstone>> {
    let failed = |e: rusqlite::Error| fault(path, &e.to_string());
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(failed)?;
    let mut rows = conn
        .prepare("select subject_id, site_id, erased_at from tombstone")
        .map_err(failed)?;
    let read = |row: &rusqlite::Row| {
        Ok((
            row.get::<_, Vec<u8>>(0)?,
            row.get::<_, Option<Vec<u8>>>(1)?,
            row.get::<_, i64>(2)?,
        ))
    };
    let rows = rows.query_map([], read).map_err(failed)?;
    let mut found = Vec::new();
    for row in rows {
        let (subject, site, erased_at) = row.map_err(failed)?;
        let id = |bytes: &[u8]| uuid::Uuid::from_slice(bytes).map_err(|e| fault(path, &e.to_string()));
        found.push(Tombstone {
            subject: id(&subject)?,
            site: site.as_deref().map(id).transpose()?,
            erased_at,
        });
    }
    Ok(found)
}

/// Destroys, in a copy, the keys and tokens of everybody erased since, and leaves the tombstones there too.
fn erase_again(copy: &Path, erased: &[Tombstone]) -> Result<Restored> {
    let failed = |e: rusqlite::Error| fault(copy, &e.to_string());
    let mut conn = Connection::open(copy).map_err(failed)?;
    check_whole(&conn, copy)?;
    // What is deleted is overwritten, so that no wrapped key is left in a page nobody uses.
    conn.execute_batch("pragma secure_delete = on; pragma synchronous = full")
        .map_err(failed)?;
    let mut restored = Restored::default();
    let tx = conn.transaction().map_err(failed)?;
    for one in erased {
        let (subject, site) = (
            one.subject.as_bytes().as_slice(),
            one.site.map(|site| site.as_bytes().to_vec()),
        );
        let gone = tx
            .execute("delete from subject where id = ?1", params![subject])
            .map_err(failed)?;
        restored.erased_again += gone as u64;
        tx.execute(
            "delete from name_token where person_id = ?1
                or person_id in (select p.id from person p where p.family_id = ?1)",
            params![subject],
        )
        .map_err(failed)?;
        let keep = "insert into tombstone (subject_id, site_id, erased_at) values (?1, ?2, ?3)
            on conflict (subject_id) do nothing";
        tx.execute(keep, params![subject, site, one.erased_at])
            .map_err(failed)?;
    }
    let count: i64 = tx
        .query_row("select count(*) from tombstone", [], |row| row.get(0))
        .map_err(failed)?;
    restored.tombstones = count.unsigned_abs();
    tx.commit().map_err(failed)?;
    settle(&conn).map_err(failed)?;
    conn.close().map_err(|(_, e)| failed(e))?;
    Ok(restored)
}

/// Gives the database that is there another name, with everything of its log in it.
fn set_aside(path: &Path) -> Result<Option<PathBuf>> {
    if !path.exists() {
        return Ok(None);
    }
    let failed = |e: rusqlite::Error| fault(path, &e.to_string());
    let conn = Connection::open(path).map_err(failed)?;
    settle(&conn).map_err(failed)?;
    conn.close().map_err(|(_, e)| failed(e))?;
    let free = (1..=9_999)
        .map(|n| path.with_extension(format!("before-restore-{n}")))
        .find(|kept| !kept.exists());
    let kept = free.ok_or_else(|| fault(path, "there are 9,999 databases set aside already"))?;
    std::fs::rename(path, &kept).map_err(|e| fault(path, &e.to_string()))?;
    Ok(Some(kept))
}

/// Says in the journal of a restored database that it was restored.
pub async fn note_restored(store: &Store) -> Result<()> {
    store.job_write("restore", |tx: &Tx| note(tx, "restored")).await
}
