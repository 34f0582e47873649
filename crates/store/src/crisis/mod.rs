//! Calls for help and what was done: what is stored when one is written down, added to or signed.

mod record;
mod show;

pub(crate) use record::ALL as RECORD;
pub use record::{make, record};
pub(crate) use show::ALL as SHOW;
pub use show::{CrisisLine, CrisisShown, EntryShown, ToSign, What, between, hard, page, show, since, to_sign, waiting};

use crate::error::{Error, Result};
use crate::kernel::{Row, Tx, statements};
use domain::crisis::{Caller, Crisis};
use domain::id::{AccountId, CrisisId, FamilyId, SiteId};

statements! {
    BY_ID = "select c.id, c.family_id, c.site_id, c.author_id, c.at, c.caller, c.entries, c.signed_by, c.signed_on, c.row_version
        from crisis c where c.id = $1",
        postgres "select c.id, c.family_id, c.site_id, c.author_id, c.at, c.caller, c.entries, c.signed_by, c.signed_on, c.row_version
        from crisis c where c.id = $1 for update";
}

/// Loads a crisis to decide on it; on the server its row is held until the unit of work ends.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub fn load(tx: &Tx, id: CrisisId) -> Result<Crisis> {
    tx.row(&BY_ID, &[id.into()], read)?.ok_or(Error::NotFound)
}

fn read(row: &Row) -> Result<Crisis> {
    let caller = row
        .text_opt(5)?
        .map(|key| Caller::from_key(key).ok_or_else(|| row.broken(5)));
    let on = row
        .text_opt(8)?
        .map(|day| day.parse().map_err(|_| row.broken(8)))
        .transpose()?;
    Ok(Crisis {
        id: CrisisId::from_uuid(row.id(0)?),
        family: FamilyId::from_uuid(row.id(1)?),
        site: SiteId::from_uuid(row.id(2)?),
        author: AccountId::from_uuid(row.id(3)?),
        received_at: crate::clock::instant(row.int(4)?),
        caller: caller.transpose()?,
        signed: row.id_opt(7)?.map(AccountId::from_uuid).zip(on),
        entries: u32::try_from(row.int(6)?).map_err(|_| row.broken(6))?,
        version: row.int(9)?,
    })
}
