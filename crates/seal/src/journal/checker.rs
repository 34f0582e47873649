//! Checks one book, entry by entry, holding no more than one hash in memory.

use super::{Header, entry_hash, genesis, part_hash};

/// An entry as the database has it. Nothing in it is trusted.
#[derive(Clone, Copy, Debug)]
pub struct Stored<'a> {
    /// Its open half.
    pub header: Header<'a>,
    /// The hashes of its parts as they are stored: 32 bytes each, one after the other.
    pub part_hashes: &'a [u8],
    /// The hash it says the entry before it has.
    pub prev: [u8; 32],
    /// The hash it says it has itself.
    pub hash: [u8; 32],
}

/// A sealed part as the database has it.
#[derive(Clone, Copy, Debug)]
pub struct Part<'a> {
    /// The person, family or other subject it is about.
    pub subject: [u8; 16],
    /// The sealed bytes.
    pub ciphertext: &'a [u8],
}

/// What is wrong with a book, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{seq} {reason}")]
pub struct Bad {
    /// The number of the entry; of the missing one, where one is missing.
    pub seq: u64,
    /// What is wrong there.
    pub reason: BadReason,
}

/// The ways in which a book can be wrong. Each prints as the one word that `verify` shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadReason {
    /// The entry of this number is missing, or the numbers do not rise by one.
    #[error("gap")]
    Gap,
    /// The entry does not hang on the one before it.
    #[error("prev")]
    Prev,
    /// The entry's header, its list of parts or its own hash has been changed.
    #[error("hash")]
    Hash,
    /// A sealed part has been changed, added, taken away or given to another subject.
    #[error("part")]
    Part,
    /// The book goes on after the entry its head names.
    #[error("head-behind")]
    HeadBehind,
    /// The book ends before the entry its head names.
    #[error("head-ahead")]
    HeadAhead,
    /// The head names the last entry, with another hash.
    #[error("head-hash")]
    HeadHash,
}

/// Checks one book. Feed it the entries in the order of their numbers, then finish with the head.
///
/// After an answer of [`Bad`] it goes on from what is stored, so that a caller may stop at the first or list them all.
#[derive(Clone, Debug)]
pub struct Checker {
    seq: u64,
    hash: [u8; 32],
}

impl Checker {
    /// Begins a book, before its first entry.
    pub fn new(book: [u8; 16]) -> Self {
        Self {
            seq: 0,
            hash: genesis(book),
        }
    }

    /// The number and hash of the last entry fed; 0 and the genesis hash before the first.
    pub fn head(&self) -> (u64, [u8; 32]) {
        (self.seq, self.hash)
    }

    /// Checks the next entry. With `parts`, in the order of their hashes, those are checked as well; `None` when they
    /// were not read.
    ///
    /// # Errors
    /// The first thing wrong with it. Gap and prev speak of its place in the book, part and hash of the entry itself.
    pub fn feed(&mut self, entry: &Stored<'_>, parts: Option<&[Part<'_>]>) -> Result<(), Bad> {
        let expected = self.seq + 1;
        let before = std::mem::replace(
            self,
            Self {
                seq: entry.header.seq,
                hash: entry.hash,
            },
        );
        if entry.header.seq != expected {
            return Err(Bad {
                seq: expected,
                reason: BadReason::Gap,
            });
        }
        let bad = |reason| Err(Bad { seq: expected, reason });
        if entry.prev != before.hash {
            return bad(BadReason::Prev);
        }
        let (hashes, left_over) = entry.part_hashes.as_chunks::<32>();
        if entry_hash(&entry.header, hashes, &entry.prev) != entry.hash || !left_over.is_empty() {
            return bad(BadReason::Hash);
        }
        let parts_hold = parts.is_none_or(|parts| {
            let found = parts.iter().map(|part| part_hash(part.subject, part.ciphertext));
            found.eq(hashes.iter().copied())
        });
        if !parts_hold {
            return bad(BadReason::Part);
        }
        Ok(())
    }

    /// Compares the book's head, as it is stored, with the last entry fed. A book with no entries has head 0 with the
    /// [`genesis`] hash.
    ///
    /// # Errors
    /// The head names another entry or another hash.
    pub fn finish(self, head_seq: u64, head_hash: &[u8; 32]) -> Result<(), Bad> {
        if self.seq < head_seq {
            return Err(Bad {
                seq: self.seq + 1,
                reason: BadReason::HeadAhead,
            });
        }
        if head_seq < self.seq {
            return Err(Bad {
                seq: head_seq + 1,
                reason: BadReason::HeadBehind,
            });
        }
        if self.hash != *head_hash {
            return Err(Bad {
                seq: head_seq,
                reason: BadReason::HeadHash,
            });
        }
        Ok(())
    }
}
