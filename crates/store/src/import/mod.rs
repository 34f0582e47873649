//! Referrals from a file: the file while it is looked at, how its columns are read, what came in with it.
//!
//! An import is a subject of its own: its file is sealed with its own key, which goes when the file goes. Only
//! whoever brought it sees what is in it.
//!
//! ```text
//! loading ──▶ ready ──▶ storing ──▶ stored ──▶ undone
//!    └──────────┴─ dropped: nothing of it is left
//! ```

mod take;
mod undo;

pub(crate) use take::ALL as TAKE;
pub use take::{Taken, take_in, take_in_from_console};
pub(crate) use undo::ALL as UNDO;
pub use undo::{built_on, undo_some};

use crate::error::{Error, Result};
use crate::kernel::{Row, Tx, statements};
use domain::id::{AccountId, ImportId, SiteId};

/// For how many days a file that was brought is kept, taken in or not.
///
/// Assumption: 7, as long as a one-time link; after that the rows that stayed out are brought again from where they came.
pub const KEPT_DAYS: i64 = 7;

/// How many bytes of a file stand in one piece.
pub const PIECE_BYTES: usize = 256 * 1024;

/// After how many seconds without a family taken in whoever looks may set it going again.
///
/// Assumption: 60, many times what a batch takes; shorter, and two would work at once, which stores nothing twice.
pub const STUCK_SECONDS: i64 = 60;

const DAY_MICROS: i64 = 24 * 60 * 60 * 1_000_000;

statements! {
    BEGIN = "insert into import (id, site_id, made_by, made_at, stage, columns, families, taken_in, known, moved_at)
        values ($1, $2, $3, $4, 'loading', '', 0, 0, 0, $4)";
    FIND = "select i.id, i.site_id, i.made_by, i.made_at, i.stage, i.columns, i.families, i.taken_in, i.known, i.moved_at
        from import i where i.id = $1 and i.made_by = $2";
    LIST = "select i.id, i.site_id, i.made_by, i.made_at, i.stage, i.columns, i.families, i.taken_in, i.known, i.moved_at
        from import i where i.made_by = $1 order by i.made_at desc, i.id desc limit $2";
    ADD_PIECE = "insert into import_piece (import_id, site_id, seq, bytes) values ($1, $2, $3, $4)";
    PIECE = "select bytes from import_piece where import_id = $1 and seq = $2";
    COLUMNS = "update import set columns = $1, stage = 'ready', moved_at = $2 where id = $3 and stage in ('loading', 'ready')";
    STORING = "update import set stage = 'storing', families = $1, taken_in = 0, known = 0, moved_at = $2
        where id = $3 and stage in ('ready', 'storing')";
    MOVED = "update import set taken_in = taken_in + $1, known = known + $2, moved_at = $3 where id = $4 and stage = 'storing'";
    STORED = "update import set stage = 'stored', moved_at = $1 where id = $2 and stage = 'storing'";
    REMEMBER = "insert into import_columns (site_id, memory, kept_at) values ($1, $2, $3)
        on conflict (site_id) do update set memory = excluded.memory, kept_at = excluded.kept_at";
    RECALL = "select memory from import_columns where site_id = $1";
    OLD = "select i.id, i.stage from import i where i.made_at < $1
        and (i.stage = 'loading' or exists (select 1 from import_piece p where p.import_id = i.id)) limit 20";
    DROP_PIECES = "delete from import_piece where import_id = $1";
    DROP_KEY = "delete from subject where id = $1";
    DROP = "delete from import where id = $1 and stage in ('loading', 'ready')";
}

/// How far an import has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Its file is on the way.
    Loading,
    /// It can be looked at.
    Ready,
    /// Its families are being taken in.
    Storing,
    /// They are in.
    Stored,
    /// They were taken back.
    Undone,
}

impl Stage {
    const ALL: [(Self, &'static str); 5] = [
        (Self::Loading, "loading"),
        (Self::Ready, "ready"),
        (Self::Storing, "storing"),
        (Self::Stored, "stored"),
        (Self::Undone, "undone"),
    ];

    /// The stage's name in the database, the words and the interface.
    pub fn key(self) -> &'static str {
        let found = Self::ALL.into_iter().find(|(stage, _)| *stage == self);
        found.map_or("", |(_, key)| key)
    }
}

/// One import, without its file.
#[derive(Clone, Debug)]
pub struct Import {
    /// Its id.
    pub id: ImportId,
    /// The programme area its families are of.
    pub site: SiteId,
    /// Who brought it.
    pub made_by: AccountId,
    /// When, microseconds UTC.
    pub made_at: i64,
    /// How far it has come.
    pub stage: Stage,
    /// The key of each column's field, nothing for one that is not read.
    pub columns: Vec<String>,
    /// How many families there were to take in.
    pub families: u32,
    /// How many were taken in.
    pub taken_in: u32,
    /// How many were there already.
    pub known: u32,
    /// When it last moved on, microseconds UTC.
    pub moved_at: i64,
}

/// Begins one: its key, and an empty file.
pub fn begin(tx: &Tx, site: SiteId) -> Result<ImportId> {
    let id = ImportId::from_uuid(crate::id::fresh(tx.now()));
    tx.make_subject(id.uuid(), site.uuid(), "import")?;
    let values = [id.into(), site.into(), tx.account().into(), tx.now_micros().into()];
    tx.run(&BEGIN, &values)?;
    Ok(id)
}

/// One of the account's own imports.
///
/// # Errors
/// [`Error::NotFound`] when there is none, or it is somebody else's, or its area is not the reader's any more.
pub fn find(tx: &Tx, id: ImportId) -> Result<Import> {
    let found = tx.row(&FIND, &[id.into(), tx.account().into()], read)?;
    found
        .filter(|import| tx.scope().reach(import.site).is_some())
        .ok_or(Error::NotFound)
}

/// The account's own imports, the latest first.
pub fn list(tx: &Tx, most: i64) -> Result<Vec<Import>> {
    let mut own = tx.rows(&LIST, &[tx.account().into(), most.into()], read)?;
    own.retain(|import| tx.scope().reach(import.site).is_some());
    Ok(own)
}

/// Keeps a piece of the file, sealed. Pieces are numbered from 0.
pub fn add_piece(tx: &Tx, import: &Import, seq: i64, bytes: &[u8]) -> Result<()> {
    let sealed = tx.seal_bytes(import.id.uuid(), "import_piece", "bytes", import.id.uuid(), bytes)?;
    let values = [import.id.into(), import.site.into(), seq.into(), (&sealed).into()];
    tx.run(&ADD_PIECE, &values)?;
    Ok(())
}

/// A piece of the file; nothing after the last.
pub fn piece(tx: &Tx, id: ImportId, seq: i64) -> Result<Option<Vec<u8>>> {
    let sealed = tx.row(&PIECE, &[id.into(), seq.into()], |row| Ok(row.bytes(0)?.to_vec()))?;
    sealed
        .map(|sealed| tx.open_bytes(id.uuid(), "import_piece", "bytes", id.uuid(), &sealed))
        .transpose()
}

/// Says how the columns are read. The file can be looked at from then on.
///
/// # Errors
/// [`Error::Constraint`] with `import_not_ready` when its families are on their way in, or are in.
pub fn set_columns(tx: &Tx, id: ImportId, keys: &[&str]) -> Result<()> {
    let keys = keys.join(",");
    moved(tx.run(&COLUMNS, &[(&keys).into(), tx.now_micros().into(), id.into()])?)
}

/// Begins, or goes on with, taking its families in; what was counted before is counted again.
///
/// # Errors
/// [`Error::Constraint`] with `import_not_ready` when they are in, or were taken back.
pub fn start_storing(tx: &Tx, id: ImportId, families: usize) -> Result<()> {
    let families = i64::try_from(families).unwrap_or(i64::MAX);
    moved(tx.run(&STORING, &[families.into(), tx.now_micros().into(), id.into()])?)
}

/// Counts families that were taken in or were there already.
pub fn count(tx: &Tx, id: ImportId, taken_in: i64, known: i64) -> Result<()> {
    let values = [taken_in.into(), known.into(), tx.now_micros().into(), id.into()];
    tx.run(&MOVED, &values)?;
    Ok(())
}

/// Says that every family was taken in.
pub fn stored(tx: &Tx, id: ImportId) -> Result<()> {
    tx.run(&STORED, &[tx.now_micros().into(), id.into()])?;
    Ok(())
}

/// Throws away an import of which nothing was taken in.
///
/// # Errors
/// [`Error::Constraint`] with `import_not_ready` when something was.
pub fn discard(tx: &Tx, id: ImportId) -> Result<()> {
    drop_file(tx, id)?;
    moved(tx.run(&DROP, &[id.into()])?)
}

/// Deletes files that have been kept as long as they may be, and imports that never came to anything.
pub(crate) fn forget_old(tx: &Tx) -> Result<u64> {
    let before = tx.now_micros() - KEPT_DAYS * DAY_MICROS;
    let old = tx.rows(&OLD, &[before.into()], |row| {
        Ok((ImportId::from_uuid(row.id(0)?), row.text(1)?.to_owned()))
    })?;
    for (id, _) in &old {
        drop_file(tx, *id)?;
        tx.run(&DROP, &[(*id).into()])?;
    }
    Ok(u64::try_from(old.len()).unwrap_or_default())
}

fn drop_file(tx: &Tx, id: ImportId) -> Result<()> {
    tx.run(&DROP_PIECES, &[id.into()])?;
    tx.run(&DROP_KEY, &[id.into()])?;
    Ok(())
}

/// Remembers how an area's columns were read, for its next file.
pub fn remember(tx: &Tx, site: SiteId, memory: &[(&str, &str)]) -> Result<()> {
    let memory = crate::kernel::json(&memory)?;
    tx.run(&REMEMBER, &[site.into(), (&memory).into(), tx.now_micros().into()])?;
    Ok(())
}

/// How an area's columns were read before; nothing the first time.
pub fn recall(tx: &Tx, site: SiteId) -> Result<Vec<(String, String)>> {
    let kept = tx.row(&RECALL, &[site.into()], |row| {
        serde_json::from_str(row.text(0)?).map_err(|_| row.broken(0))
    })?;
    Ok(kept.unwrap_or_default())
}

fn moved(rows: u64) -> Result<()> {
    match rows {
        0 => Err(Error::Constraint("import_not_ready".into())),
        _ => Ok(()),
    }
}

fn read(row: &Row) -> Result<Import> {
    let stage = row.text(4)?;
    let stage = Stage::ALL.into_iter().find(|(_, key)| *key == stage);
    let number = |at: usize| u32::try_from(row.int(at)?).map_err(|_| row.broken(at));
    Ok(Import {
        id: ImportId::from_uuid(row.id(0)?),
        site: SiteId::from_uuid(row.id(1)?),
        made_by: AccountId::from_uuid(row.id(2)?),
        made_at: row.int(3)?,
        stage: stage.ok_or_else(|| row.broken(4))?.0,
        columns: row.text(5)?.split(',').map(ToOwned::to_owned).collect(),
        families: number(6)?,
        taken_in: number(7)?,
        known: number(8)?,
        moved_at: row.int(9)?,
    })
}
