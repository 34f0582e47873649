//! A subject's key: one for each person, family, carer, concern and allegation. Deleting it is how a record is erased.

use zeroize::ZeroizeOnDrop;

use crate::sealed::{self, Broken, Place};
use crate::secret::Secret;

/// The key that seals what is written about one subject, stored wrapped under the site's key.
///
/// Whoever keeps one in memory drops it when its unit of work ends or its short cache does, so that an erasure is felt.
#[derive(Clone, Debug)]
pub struct SubjectKey {
    secret: Secret,
}

impl ZeroizeOnDrop for SubjectKey {}

impl SubjectKey {
    /// A new random key, for a new subject.
    pub fn generate() -> Self {
        Self {
            secret: Secret::generate(),
        }
    }

    /// Seals a value for one place in the database. Sealing the same value again gives other bytes.
    ///
    /// What comes back is 29 bytes longer than the value: the length of a value is not hidden.
    pub fn seal(&self, place: &Place<'_>, value: &[u8]) -> Vec<u8> {
        sealed::seal(&self.secret, place, value)
    }

    /// Opens a value sealed for this place.
    ///
    /// # Errors
    /// It was sealed under another key or for another place, by a later version of the format, or has been changed.
    pub fn open(&self, place: &Place<'_>, sealed: &[u8]) -> Result<Vec<u8>, Broken> {
        sealed::open(&self.secret, place, sealed)
    }

    pub(super) fn from_secret(secret: Secret) -> Self {
        Self { secret }
    }

    pub(super) fn secret(&self) -> &Secret {
        &self.secret
    }
}
