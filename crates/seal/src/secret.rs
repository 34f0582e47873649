//! Secrets that are not keys: random bytes for sign-in tokens and one-time codes, the hash under which such a secret is
//! stored, a comparison that takes the same time for a near miss as for a far one; and the box every key lies in.

use aws_lc_rs::{constant_time, digest, hkdf, rand};
use zeroize::{Zeroize, ZeroizeOnDrop};

/// Random bytes from the library's generator, which the operating system seeds.
///
/// # Panics
/// The operating system gives no randomness. Nothing safe can be done without it.
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    rand::fill(&mut bytes).expect("the operating system gives randomness");
    bytes
}

/// The form in which a sign-in token, an API token or a one-time code is stored: its SHA-256.
///
/// Only for secrets of at least 128 random bits; a password needs a slow hash, which is not this one.
pub fn secret_hash(secret: &[u8]) -> [u8; 32] {
    sha256(&[secret])
}

/// Whether two secrets are the same, in a time that does not depend on where they first differ.
///
/// It does depend on their lengths, which are no secret.
pub fn equal(a: &[u8], b: &[u8]) -> bool {
    constant_time::verify_slices_are_equal(a, b).is_ok()
}

/// The SHA-256 of the pieces, one after the other with nothing between them.
pub(crate) fn sha256(pieces: &[&[u8]]) -> [u8; 32] {
    let mut context = digest::Context::new(&digest::SHA256);
    for piece in pieces {
        context.update(piece);
    }
    let mut hash = [0; 32];
    hash.copy_from_slice(context.finish().as_ref());
    hash
}

/// 256 secret bits. They lie on the heap, so that moving a key leaves no copy behind, and are overwritten when dropped.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub(crate) struct Secret(Box<[u8; 32]>);

impl Secret {
    /// A new random secret.
    pub(crate) fn generate() -> Self {
        let mut secret = Self(Box::new([0; 32]));
        rand::fill(&mut secret.0[..]).expect("the operating system gives randomness");
        secret
    }

    /// Takes the bytes over and overwrites the place they came from.
    pub(crate) fn take(from: &mut [u8; 32]) -> Self {
        let secret = Self(Box::new(*from));
        from.zeroize();
        secret
    }

    /// Another secret made from this one for one purpose: HKDF-SHA-256 with the purpose as `info`.
    ///
    /// Two purposes give secrets that say nothing about each other or about this one.
    pub(crate) fn derive(&self, purpose: &str) -> Self {
        let mut secret = Self(Box::new([0; 32]));
        hkdf::Salt::new(hkdf::HKDF_SHA256, b"susd key derivation 1")
            .extract(&self.0[..])
            .expand(&[purpose.as_bytes()], hkdf::HKDF_SHA256)
            .and_then(|okm| okm.fill(&mut secret.0[..]))
            .expect("32 bytes are within what HKDF gives");
        secret
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("…")
    }
}
