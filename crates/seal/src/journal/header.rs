//! The open half of a journal entry, and its one form as bytes.

use crate::sealed::push_text;

/// The first byte of a canonical header.
const VERSION: u8 = 1;

/// The part of an entry that is not sealed: who did what, when and to what, in ids and codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header<'a> {
    /// The book it stands in: a family, carer, site, actor or allegation.
    pub book: [u8; 16],
    /// Its number in the book, from 1 and without gaps.
    pub seq: u64,
    /// When it was appended. Unit: microseconds since 1970 began, UTC. The numbers order a book, not the instants.
    pub at_micros: i64,
    /// Who acted: an account's id, or the name of a job.
    pub actor: &'a str,
    /// The role in which they acted.
    pub role: &'a str,
    /// How they stood to the object.
    pub relation: &'a str,
    /// What they did.
    pub action: &'a str,
    /// The kind of thing it was done to.
    pub object_kind: &'a str,
    /// The thing it was done to, if it was one thing.
    pub object_id: Option<[u8; 16]>,
    /// Why, as a code; empty where no reason was asked.
    pub reason_code: &'a str,
}

/// The header as bytes, the same on every machine; no two headers give the same.
///
/// A version byte (1); the book; the number and the instant as eight bytes each; actor, role, relation, action and kind,
/// each after its length in four bytes; 0 where there is no object id, or 1 and the id; the reason code after its length.
/// Numbers have their highest byte first.
pub fn canonical(header: &Header<'_>) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(192);
    bytes.push(VERSION);
    bytes.extend_from_slice(&header.book);
    bytes.extend_from_slice(&header.seq.to_be_bytes());
    bytes.extend_from_slice(&header.at_micros.to_be_bytes());
    for text in [
        header.actor,
        header.role,
        header.relation,
        header.action,
        header.object_kind,
    ] {
        push_text(&mut bytes, text);
    }
    match header.object_id {
        None => bytes.push(0),
        Some(id) => {
            bytes.push(1);
            bytes.extend_from_slice(&id);
        }
    }
    push_text(&mut bytes, header.reason_code);
    bytes
}
