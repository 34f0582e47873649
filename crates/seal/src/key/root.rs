//! The root key: one for a deployment, in a file or a system credential, never in the database or a backup of it.

use zeroize::{ZeroizeOnDrop, Zeroizing};

use super::{Mistyped, SiteKey, sheet, unwrap, wrap};
use crate::checkpoint::SigningKey;
use crate::sealed::Broken;
use crate::secret::Secret;

/// How a root key on paper or in a file begins.
const LABEL: &str = "susd-key-1";
/// The level of the keys this one wraps.
const SITE: &str = "site";

/// The key every other one hangs from. Whoever has it and the database can read everything; who has lost it can read
/// nothing, so a copy belongs on paper in a safe.
#[derive(Debug)]
pub struct RootKey {
    secret: Secret,
    wrapping: Secret,
}

impl ZeroizeOnDrop for RootKey {}

impl RootKey {
    /// A new random key.
    pub fn generate() -> Self {
        Self::from_secret(Secret::generate())
    }

    /// The key of these bytes, for a system credential that holds them raw. The argument's own copy is overwritten.
    pub fn from_bytes(mut bytes: [u8; 32]) -> Self {
        Self::from_secret(Secret::take(&mut bytes))
    }

    /// The key as its file and the recovery sheet have it: `susd-key-1:` and nine groups of eight characters, one line.
    ///
    /// The characters are Crockford's base32, which has no I, L, O or U. Each of the first eight groups carries 32 bits
    /// of the key and a check of its own; the ninth is a check over all.
    pub fn to_text(&self) -> KeyText {
        KeyText(sheet::write(LABEL, self.secret.bytes()))
    }

    /// Reads what [`RootKey::to_text`] wrote, or what somebody typed from the sheet: capitals or not, groups apart or not.
    ///
    /// # Errors
    /// It is no root key, has too few or too many characters, or was mistyped; the answer says in which group.
    pub fn from_text(text: &str) -> Result<Self, Mistyped> {
        sheet::read(LABEL, text).map(Self::from_secret)
    }

    /// Eight bytes that name this key without giving it away, the same that its checkpoints carry.
    ///
    /// They are the id of its [`VerifyingKey`](crate::VerifyingKey), so that one number on the recovery sheet serves both.
    pub fn id(&self) -> [u8; 8] {
        self.signing_key().verifying_key().id()
    }

    /// The key that signs checkpoints.
    pub fn signing_key(&self) -> SigningKey {
        SigningKey::from_seed(&self.secret.derive("checkpoint signing"))
    }

    /// Wraps a site's key for storing it in the database.
    pub fn wrap_site(&self, site: [u8; 16], key: &SiteKey) -> Vec<u8> {
        wrap(&self.wrapping, SITE, site, key.secret())
    }

    /// Opens a site's key that was stored.
    ///
    /// # Errors
    /// It was wrapped under another root key or for another site, or has been changed.
    pub fn unwrap_site(&self, site: [u8; 16], wrapped: &[u8]) -> Result<SiteKey, Broken> {
        unwrap(&self.wrapping, SITE, site, wrapped).map(SiteKey::from_secret)
    }

    fn from_secret(secret: Secret) -> Self {
        Self {
            wrapping: secret.derive("wrapping site keys"),
            secret,
        }
    }
}

/// A root key written out, ending in a line break. Printed with `{:?}` it shows nothing; it is overwritten when dropped.
pub struct KeyText(Zeroizing<String>);

impl ZeroizeOnDrop for KeyText {}

impl KeyText {
    /// The text, for the key's file or the recovery sheet and nowhere else.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl AsRef<[u8]> for KeyText {
    fn as_ref(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl std::fmt::Debug for KeyText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("…")
    }
}
