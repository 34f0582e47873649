//! Tombstones: what was erased stays erased, whatever is brought back.

use super::fault;
use crate::error::Result;
use crate::kernel::statements;
use crate::store::Store;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use uuid::Uuid;

statements! {
    TOMBSTONES = "select subject_id, site_id, erased_at from tombstone order by erased_at, subject_id";
}

/// That a subject's key was destroyed, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tombstone {
    /// The person, family or account.
    pub subject: Uuid,
    /// The site it belonged to, if to one.
    pub site: Option<Uuid>,
    /// When, microseconds UTC.
    pub erased_at: i64,
}

/// A line of the file of erasures.
#[derive(Serialize, Deserialize)]
struct Line {
    subject: String,
    site: Option<String>,
    erased_at: i64,
}

/// Every erasure of this deployment, oldest first.
pub async fn tombstones(store: &Store) -> Result<Vec<Tombstone>> {
    store
        .job("maintain", |tx| {
            tx.rows(&TOMBSTONES, &[], |row| {
                Ok(Tombstone {
                    subject: row.id(0)?,
                    site: row.id_opt(1)?,
                    erased_at: row.int(2)?,
                })
            })
        })
        .await
}

/// Writes every erasure into a file of a folder outside the machine, for a restore after the disk was lost.
///
/// One JSON object a line; ids and instants only.
pub async fn write_tombstones(store: &Store, folder: &Path) -> Result<PathBuf> {
    let path = folder.join("tombstones.jsonl");
    let mut lines = String::new();
    for one in tombstones(store).await? {
        let (subject, site) = (one.subject.to_string(), one.site.map(|site| site.to_string()));
        let line = Line {
            subject,
            site,
            erased_at: one.erased_at,
        };
        lines.push_str(&serde_json::to_string(&line).map_err(|e| fault(&path, &e.to_string()))?);
        lines.push('\n');
    }
    let new = folder.join("tombstones.new");
    let written = std::fs::write(&new, lines)
        .and_then(|()| std::fs::File::open(&new)?.sync_all())
        .and_then(|()| std::fs::rename(&new, &path));
    written.map_err(|e| fault(&path, &e.to_string()))?;
    Ok(path)
}

/// Reads what [`write_tombstones`] wrote.
pub(super) fn read(path: &Path) -> Result<Vec<Tombstone>> {
    let text = std::fs::read_to_string(path).map_err(|e| fault(path, &e.to_string()))?;
    let bad = |cause: String| fault(path, &cause);
    let id = |text: &str| text.parse::<Uuid>().map_err(|e| bad(e.to_string()));
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines
        .map(|line| {
            let line: Line = serde_json::from_str(line).map_err(|e| bad(e.to_string()))?;
            let site = line.site.as_deref().map(id).transpose()?;
            Ok(Tombstone {
                subject: id(&line.subject)?,
                site,
                erased_at: line.erased_at,
            })
        })
        .collect()
}
