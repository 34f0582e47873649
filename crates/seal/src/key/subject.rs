//! A subject's key: one for each person, family, carer, concern and allegation. Deleting it is how a record is erased.

use aws_lc_rs::aead::LessSafeKey;
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

/// A subject's key, ready to open many values. It is overwritten when it is dropped, as the key is.
#[derive(Debug)]
pub struct Opener(LessSafeKey);

impl Opener {
    /// As [`SubjectKey::open`].
    ///
    /// # Errors
    /// As there.
    pub fn open(&self, place: &Place<'_>, sealed: &[u8]) -> Result<Vec<u8>, Broken> {
        sealed::open_with(&self.0, place, sealed)
    }
}

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

    /// Makes the cipher ready once, for opening many values sealed with this key.
    pub fn opener(&self) -> Opener {
        Opener(sealed::cipher(&self.secret))
    }

    pub(super) fn from_secret(secret: Secret) -> Self {
        Self { secret }
    }

    pub(super) fn secret(&self) -> &Secret {
        &self.secret
    }
}
