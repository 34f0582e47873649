//! The three keys, each wrapped by the one above it, and the way the uppermost is written on paper.

mod root;
mod sheet;
mod site;
mod subject;

pub use root::{KeyText, RootKey};
pub use sheet::Mistyped;
pub use site::SiteKey;
pub use subject::{Opener, SubjectKey};

pub(crate) use sheet::{read as read_sheet, write as write_sheet};

use zeroize::Zeroize;

use crate::sealed::{self, Broken, Place};
use crate::secret::Secret;

/// What a wrapped key is called in its associated data; there is no such table, so no sealed value can pass for one.
const WRAPPED: &str = "wrapped key";

/// Seals one key under another, bound to the level it stands on and to whose it is.
fn wrap(under: &Secret, level: &str, of: [u8; 16], key: &Secret) -> Vec<u8> {
    sealed::seal(
        under,
        &Place {
            table: WRAPPED,
            column: level,
            row: of,
        },
        key.bytes(),
    )
}

/// Opens what [`wrap`] made.
fn unwrap(under: &Secret, level: &str, of: [u8; 16], wrapped: &[u8]) -> Result<Secret, Broken> {
    let mut bytes = sealed::open(
        under,
        &Place {
            table: WRAPPED,
            column: level,
            row: of,
        },
        wrapped,
    )?;
    let key = bytes.first_chunk_mut().map(Secret::take);
    bytes.zeroize();
    key.ok_or(Broken::Forged)
}
