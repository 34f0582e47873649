//! A sealed value: bytes that only the right key opens, and only in the place they were sealed for.
//!
//! ```text
//! version (1) ‖ nonce (12) ‖ ciphertext (as long as the value) ‖ tag (16)
//! ```
//!
//! The cipher is AES-256-GCM-SIV (RFC 8452): should two nonces ever be equal, all that shows is whether two equal values
//! were sealed in one place.

use aws_lc_rs::aead::{AES_256_GCM_SIV, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};

use crate::secret::{Secret, random};

/// The first byte of every sealed value and of every wrapped key.
const VERSION: u8 = 1;
/// Unit: bytes.
const TAG_LEN: usize = 16;
/// Unit: bytes. What a sealed value is longer than the value in it.
const OVERHEAD: usize = 1 + NONCE_LEN + TAG_LEN;

/// Where a sealed value stands. It is authenticated with the value, so that a value moved to another row, column or table
/// does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// The table, as the database names it.
    pub table: &'a str,
    /// The column, as the database names it.
    pub column: &'a str,
    /// The row's id.
    pub row: [u8; 16],
}

/// Why a sealed value, or a wrapped key, does not open. The bytes themselves are in none of the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// Its first byte is a version this release does not know.
    #[error("sealed with a version this release does not know")]
    Version,
    /// It is shorter than an empty value sealed.
    #[error("too short to be a sealed value")]
    Short,
    /// The key is another one, the place is another one, or a bit has changed. Which of them cannot be told.
    #[error("sealed with another key or for another place, or changed since")]
    Forged,
}

impl Place<'_> {
    /// The place as bytes: each name after its length, so that no two places read the same.
    fn associated_data(&self) -> Vec<u8> {
        let mut data = Vec::with_capacity(1 + 4 + self.table.len() + 4 + self.column.len() + self.row.len());
        data.push(VERSION);
        push_text(&mut data, self.table);
        push_text(&mut data, self.column);
        data.extend_from_slice(&self.row);
        data
    }
}

/// Appends a text after its length: four bytes, the highest first.
///
/// # Panics
/// The text is longer than 4 GiB, which no limit outside lets through.
pub(crate) fn push_text(to: &mut Vec<u8>, text: &str) {
    let length = u32::try_from(text.len()).expect("texts are limited to far less than 4 GiB");
    to.extend_from_slice(&length.to_be_bytes());
    to.extend_from_slice(text.as_bytes());
}

/// Seals the value under the key for the place, with a new random nonce.
pub(crate) fn seal(key: &Secret, place: &Place<'_>, value: &[u8]) -> Vec<u8> {
    let nonce: [u8; NONCE_LEN] = random();
    let mut sealed = Vec::with_capacity(OVERHEAD + value.len());
    sealed.push(VERSION);
    sealed.extend_from_slice(&nonce);
    sealed.extend_from_slice(value);
    let tag = cipher(key)
        .seal_in_place_separate_tag(
            Nonce::assume_unique_for_key(nonce),
            Aad::from(place.associated_data()),
            &mut sealed[1 + NONCE_LEN..],
        )
        .expect("a value is limited to far less than the cipher's 64 GiB");
    sealed.extend_from_slice(tag.as_ref());
    sealed
}

/// Opens what [`seal`] made.
pub(crate) fn open(key: &Secret, place: &Place<'_>, sealed: &[u8]) -> Result<Vec<u8>, Broken> {
    open_with(&cipher(key), place, sealed)
}

/// Opens what [`seal`] made, with a cipher that is ready.
pub(crate) fn open_with(cipher: &LessSafeKey, place: &Place<'_>, sealed: &[u8]) -> Result<Vec<u8>, Broken> {
    let (version, rest) = sealed.split_first().ok_or(Broken::Short)?;
    if *version != VERSION {
        return Err(Broken::Version);
    }
    let (nonce, rest) = rest.split_first_chunk::<NONCE_LEN>().ok_or(Broken::Short)?;
    let (text, tag) = rest.split_last_chunk::<TAG_LEN>().ok_or(Broken::Short)?;
    let mut value = text.to_vec();
    cipher
        .open_in_place_separate_tag(
            Nonce::assume_unique_for_key(*nonce),
            Aad::from(place.associated_data()),
            tag,
            &mut value,
        )
        .map_err(|_| Broken::Forged)?;
    Ok(value)
}

/// The cipher under a key. The library overwrites what it made of the key when this is dropped.
pub(crate) fn cipher(key: &Secret) -> LessSafeKey {
    LessSafeKey::new(UnboundKey::new(&AES_256_GCM_SIV, key.bytes()).expect("the key has the cipher's 32 bytes"))
}
