//! A checkpoint: one signed line, kept outside the machine, that pins every book as it stood.
//!
//! Whoever can write to the database can write a whole book anew, hashes and all. They cannot make it fit the root of a
//! checkpoint that has left the machine. What was appended after the newest of those could still be cut off unseen.

use aws_lc_rs::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};

use crate::key::{self, Mistyped};
use crate::merkle::{self, Tree};
use crate::secret::{Secret, sha256};

/// The version this release signs.
const VERSION: u8 = 1;
/// How a public key on the recovery sheet begins.
const LABEL: &str = "susd-verify-1";

/// A signed statement of how all books stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// The version of the format: 1.
    pub v: u8,
    /// When it was made. Unit: microseconds since 1970 began, UTC.
    pub at_micros: i64,
    /// How many books it covers.
    pub books: u64,
    /// The root over their heads: see [`Heads`].
    pub root: [u8; 32],
    /// The [hash](Checkpoint::hash) of the checkpoint before it; zeros in the first.
    pub previous: [u8; 32],
    /// The [id](VerifyingKey::id) of the key that signed it.
    pub key_id: [u8; 8],
    /// An Ed25519 signature over all of the above.
    pub sig: [u8; 64],
}

/// Why a checkpoint is not to be believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadCheckpoint {
    /// Its version is one this release does not know.
    #[error("a checkpoint of version {found}, which this release does not know")]
    Version {
        /// The version it says it has.
        found: u8,
    },
    /// It says that another key signed it.
    #[error("a checkpoint signed with another key")]
    OtherKey,
    /// The signature does not fit: something in it has been changed, or somebody else made it.
    #[error("a checkpoint whose signature does not fit")]
    Forged,
}

impl Checkpoint {
    /// The hash by which the next checkpoint names this one: SHA-256 of what is signed and the signature.
    pub fn hash(&self) -> [u8; 32] {
        sha256(&[&self.signed(), &self.sig])
    }

    /// What is signed: `susd checkpoint`, then the fields in their order, numbers with the highest byte first.
    fn signed(&self) -> Vec<u8> {
        let mut bytes = b"susd checkpoint".to_vec();
        bytes.push(self.v);
        bytes.extend_from_slice(&self.at_micros.to_be_bytes());
        bytes.extend_from_slice(&self.books.to_be_bytes());
        bytes.extend_from_slice(&self.root);
        bytes.extend_from_slice(&self.previous);
        bytes.extend_from_slice(&self.key_id);
        bytes
    }
}

/// Gathers the heads of all books into the root that a checkpoint signs, in the order of the books' ids.
#[derive(Clone, Debug, Default)]
pub struct Heads {
    tree: Tree,
    last: Option<[u8; 16]>,
}

/// A book came twice, or after one with a higher id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the books are not in the order of their ids")]
pub struct OutOfOrder;

impl Heads {
    /// No books yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a book with the number and hash of its last entry.
    ///
    /// # Errors
    /// Its id is not higher than that of the book before it.
    pub fn push(&mut self, book: [u8; 16], seq: u64, head: &[u8; 32]) -> Result<(), OutOfOrder> {
        if self.last.is_some_and(|last| book <= last) {
            return Err(OutOfOrder);
        }
        self.last = Some(book);
        self.tree.push(merkle::leaf(book, seq, head));
        Ok(())
    }

    /// How many books there are.
    pub fn books(&self) -> u64 {
        self.tree.count()
    }

    /// The root over their heads.
    pub fn root(&self) -> [u8; 32] {
        self.tree.root()
    }
}

/// The key that signs checkpoints, made from the root key.
///
/// The library overwrites its copy of the key when this is dropped.
#[derive(Debug)]
pub struct SigningKey(Ed25519KeyPair);

impl SigningKey {
    pub(crate) fn from_seed(seed: &Secret) -> Self {
        Self(Ed25519KeyPair::from_seed_unchecked(seed.bytes()).expect("every 32 bytes are an Ed25519 seed"))
    }

    /// The key that checks what this one signs. It is no secret.
    pub fn verifying_key(&self) -> VerifyingKey {
        let mut bytes = [0; 32];
        bytes.copy_from_slice(self.0.public_key().as_ref());
        VerifyingKey(bytes)
    }

    /// Signs how the books stand at this instant. `previous` is the hash of the checkpoint before, zeros for the first.
    pub fn sign(&self, at_micros: i64, heads: &Heads, previous: [u8; 32]) -> Checkpoint {
        let mut checkpoint = Checkpoint {
            v: VERSION,
            at_micros,
            books: heads.books(),
            root: heads.root(),
            previous,
            key_id: self.verifying_key().id(),
            sig: [0; 64],
        };
        let signature = self.0.sign(&checkpoint.signed());
        checkpoint.sig.copy_from_slice(signature.as_ref());
        checkpoint
    }
}

/// The public half of the signing key. It may be printed, published and kept by anybody who wants to check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerifyingKey([u8; 32]);

impl VerifyingKey {
    /// The key of these bytes.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The key as bytes.
    pub fn to_bytes(&self) -> [u8; 32] {
        self.0
    }

    /// Eight bytes that name the key: the beginning of its SHA-256.
    pub fn id(&self) -> [u8; 8] {
        let mut id = [0; 8];
        id.copy_from_slice(&sha256(&[&self.0])[..8]);
        id
    }

    /// The key as the recovery sheet has it: `susd-verify-1:` and nine groups of eight characters, one line.
    pub fn to_text(&self) -> String {
        String::from(key::write_sheet(LABEL, &self.0).as_str())
    }

    /// Reads what [`VerifyingKey::to_text`] wrote, or what somebody typed from the sheet.
    ///
    /// # Errors
    /// It is no such key, has too few or too many characters, or was mistyped; the answer says in which group.
    pub fn from_text(text: &str) -> Result<Self, Mistyped> {
        key::read_sheet(LABEL, text).map(|bytes| Self(*bytes.bytes()))
    }
}

/// Whether a checkpoint was signed by the holder of this key and is as it was signed.
///
/// # Errors
/// Its version is unknown, another key signed it, or it has been changed.
pub fn check(checkpoint: &Checkpoint, key: &VerifyingKey) -> Result<(), BadCheckpoint> {
    if checkpoint.v != VERSION {
        return Err(BadCheckpoint::Version { found: checkpoint.v });
    }
    if checkpoint.key_id != key.id() {
        return Err(BadCheckpoint::OtherKey);
    }
    UnparsedPublicKey::new(&ED25519, key.0)
        .verify(&checkpoint.signed(), &checkpoint.sig)
        .map_err(|_| BadCheckpoint::Forged)
}
