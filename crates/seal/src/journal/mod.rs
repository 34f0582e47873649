//! The arithmetic of the journal: what is hashed of an entry, and how a book is checked.
//!
//! A book is a chain. Each entry's hash covers its header, the hash of each sealed part, and the hash of the entry before
//! it, so that nothing in a book can be changed, left out or put in without every later hash changing too. The parts go in
//! as ciphertext: checking needs no key, and a book still checks after the people in it have been erased.
//!
//! ```text
//! genesis(book) ─▶ entry 1 ─▶ entry 2 ─▶ … ─▶ head ─▶ checkpoint
//! ```

mod checker;
mod header;

pub use checker::{Bad, BadReason, Checker, Part, Stored};
pub use header::{Header, canonical};

use crate::secret::sha256;

/// What stands before the first entry of a book, in place of the hash of an entry: SHA-256 of `susd book` and the book's id.
pub fn genesis(book: [u8; 16]) -> [u8; 32] {
    sha256(&[b"susd book", &book])
}

/// The hash of one sealed part: SHA-256 of `susd part`, the id of the person it is about, and its ciphertext.
pub fn part_hash(subject: [u8; 16], ciphertext: &[u8]) -> [u8; 32] {
    sha256(&[b"susd part", &subject, ciphertext])
}

/// The hash of an entry: SHA-256 of its [canonical] header, the hash of each part in order, and the previous entry's hash.
///
/// Nothing stands between them and nothing needs to: the header tells its own length and the rest are 32 bytes each.
pub fn entry_hash(header: &Header<'_>, parts: &[[u8; 32]], prev: &[u8; 32]) -> [u8; 32] {
    sha256(&[&canonical(header), parts.as_flattened(), prev])
}
