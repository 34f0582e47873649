//! A site's key: wraps the keys of the site's people and families, and gives the key its names are searched with.

use zeroize::ZeroizeOnDrop;

use super::{SubjectKey, unwrap, wrap};
use crate::sealed::Broken;
use crate::search::SearchKey;
use crate::secret::Secret;

/// The level of the keys this one wraps.
const SUBJECT: &str = "subject";

/// The key of one site, stored wrapped under the root key.
#[derive(Debug)]
pub struct SiteKey {
    secret: Secret,
    wrapping: Secret,
}

impl ZeroizeOnDrop for SiteKey {}

impl SiteKey {
    /// A new random key, for a new site or for a rotation.
    ///
    /// A rotation wraps every subject key again and writes the site's tokens anew, because the search key hangs from
    /// this one; no sealed value changes.
    pub fn generate() -> Self {
        Self::from_secret(Secret::generate())
    }

    /// Wraps a subject's key for storing it in the database.
    pub fn wrap_subject(&self, subject: [u8; 16], key: &SubjectKey) -> Vec<u8> {
        wrap(&self.wrapping, SUBJECT, subject, key.secret())
    }

    /// Opens a subject's key that was stored.
    ///
    /// # Errors
    /// It was wrapped under another site's key or for another subject, or has been changed.
    pub fn unwrap_subject(&self, subject: [u8; 16], wrapped: &[u8]) -> Result<SubjectKey, Broken> {
        unwrap(&self.wrapping, SUBJECT, subject, wrapped).map(SubjectKey::from_secret)
    }

    /// The key that makes the tokens of this site.
    ///
    /// The site's id goes into every token too, so that two sites that came to share a key, by a copied database or a
    /// slip, still have no token in common.
    pub fn search_key(&self, site: [u8; 16]) -> SearchKey {
        SearchKey::new(site, &self.secret.derive("search tokens"))
    }

    pub(super) fn from_secret(secret: Secret) -> Self {
        Self {
            wrapping: secret.derive("wrapping subject keys"),
            secret,
        }
    }

    pub(super) fn secret(&self) -> &Secret {
        &self.secret
    }
}
