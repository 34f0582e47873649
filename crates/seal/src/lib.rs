//! Keys, sealed values, name tokens, journal hashing and checkpoints.
//!
//! Names, addresses and everything people wrote down are kept in the database only as sealed bytes. This crate makes the
//! keys, seals and opens the values, makes the tokens by which a sealed name can still be found, and computes the hashes
//! that let anybody check, without a key, that the journal was not rewritten.
//!
//! ```text
//! root key (a file, never in the database)
//!  ├─▶ signing key            signs the checkpoints
//!  └─▶ site key (wrapped)     one for each site
//!       ├─▶ search key        makes the tokens of names, dates of birth, postcodes
//!       └─▶ subject key (wrapped)   one for each person, family, carer, concern, allegation
//!            └─▶ sealed values      one for each column of each row
//! ```
//!
//! It has no IO, no clock and no wire format. Randomness comes from the cryptographic library's own source.

pub mod checkpoint;
pub mod journal;
mod key;
pub mod merkle;
pub mod names;
mod sealed;
mod search;
mod secret;

pub use checkpoint::{BadCheckpoint, Checkpoint, SigningKey, VerifyingKey};
pub use key::{KeyText, Mistyped, Opener, RootKey, SiteKey, SubjectKey};
pub use sealed::{Broken, Place};
pub use search::{SearchKey, TokenKind};
pub use secret::{equal, random, secret_hash};
