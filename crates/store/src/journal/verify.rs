//! Checks every book from its first entry to its head. It needs no key and
//! survives erasure: parts are checked by their stored hashes, and against
//! their words while these are there.

use crate::error::Result;
use crate::kernel::{Tx, statements};
use crate::store::Store;
use domain::id::BookId;
use seal::journal::{Checker, Header, Part};
use std::collections::HashMap;
use uuid::Uuid;

/// How many entries are read at a time.
///
/// Assumption: a few megabytes, whichever the engine.
const PAGE: i64 = 5000;

statements! {
    ENTRIES = "select book_id, seq, at, actor, role, relation, action, object_kind, object_id, reason_code, prev, hash
        from journal where (book_id, seq) > ($1, $2) order by book_id, seq limit $3";
    PARTS = "select book_id, seq, subject_id, body, body_hash
        from journal_part where (book_id, seq) > ($1, $2) and (book_id, seq) <= ($3, $4) order by book_id, seq, part";
    FIRST = "select id, seq, head from book where id = $1";
    HEADS = "select id, seq, head from book where id > $1 order by id limit $2";
}

/// One entry that does not hold, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The book it is in.
    pub book: BookId,
    /// Its sequence number; 0 when the whole book is concerned.
    pub seq: u64,
    /// What is wrong, as one word.
    pub reason: String,
}

/// What a verification saw.
#[derive(Debug, Default)]
pub struct Verified {
    /// How many books were read.
    pub books: u64,
    /// How many entries were read.
    pub entries: u64,
    /// The first bad entry of each book that has one, in order of books.
    pub findings: Vec<Finding>,
}

/// A stored head of a book.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Head {
    pub seq: u64,
    pub hash: [u8; 32],
}

struct Stored {
    book: BookId,
    seq: u64,
    at: i64,
    texts: [String; 6],
    object_id: Option<Uuid>,
    prev: [u8; 32],
    hash: [u8; 32],
}

/// Reads the whole journal and checks it.
pub async fn verify(store: &Store) -> Result<Verified> {
    let heads = all_heads(store).await?;
    let mut run = Run { heads, seen: HashMap::new(), verified: Verified::default() };
    let mut after = (BookId::from_uuid(Uuid::nil()), -1_i64);
    loop {
        let from = after;
        let (entries, parts) = store
            .job("verify", move |tx| {
                let entries = tx.rows(&ENTRIES, &[from.0.into(), from.1.into(), PAGE.into()], read_entry)?;
                let Some(last) = entries.last() else { return Ok((entries, Vec::new())) };
                let until = (last.book, last.seq.cast_signed());
                let values = [from.0.into(), from.1.into(), until.0.into(), until.1.into()];
                let parts = tx.rows(&PARTS, &values, |row| {
                    let key = (BookId::from_uuid(row.id(0)?), row.int(1)?.cast_unsigned());
                    Ok((key, row.id(2)?, row.bytes(3)?.to_vec(), row.array::<32>(4)?))
                })?;
                Ok((entries, parts))
            })
            .await?;
        let Some(last) = entries.last() else { break };
        after = (last.book, last.seq.cast_signed());
        run.page(&entries, &parts);
    }
    Ok(run.finish())
}

fn read_entry(row: &crate::kernel::Row) -> Result<Stored> {
    Ok(Stored {
        book: BookId::from_uuid(row.id(0)?),
        seq: row.int(1)?.cast_unsigned(),
        at: row.int(2)?,
        texts: [3, 4, 5, 6, 7, 9].map(|at| row.text(at).map(ToOwned::to_owned).unwrap_or_default()),
        object_id: row.id_opt(8)?,
        prev: row.array(10)?,
        hash: row.array(11)?,
    })
}

/// Every book's stored head, in order of id.
pub(crate) async fn all_heads(store: &Store) -> Result<HashMap<BookId, Head>> {
    let mut heads = HashMap::new();
    let mut after: Option<Uuid> = None;
    loop {
        let from = after;
        let page = store.job("verify", move |tx| heads_after(tx, from)).await?;
        let Some((last, _)) = page.last() else { break };
        after = Some(last.uuid());
        heads.extend(page);
    }
    Ok(heads)
}

fn heads_after(tx: &Tx, after: Option<Uuid>) -> Result<Vec<(BookId, Head)>> {
    // No real book sorts before the nil id, which is the deployment's own and must be read too.
    let read = |row: &crate::kernel::Row| {
        Ok((BookId::from_uuid(row.id(0)?), Head { seq: row.int(1)?.cast_unsigned(), hash: row.array(2)? }))
    };
    match after {
        Some(after) => tx.rows(&HEADS, &[after.into(), PAGE.into()], read),
        None => {
            let mut page = tx.rows(&FIRST, &[super::DEPLOYMENT_BOOK.into()], read)?;
            page.extend(tx.rows(&HEADS, &[super::DEPLOYMENT_BOOK.into(), PAGE.into()], read)?);
            Ok(page)
        }
    }
}

type PartRow = ((BookId, u64), Uuid, Vec<u8>, [u8; 32]);

/// A verification under way: books come in order of id, entries in order of their number.
struct Run {
    heads: HashMap<BookId, Head>,
    /// Books still being read, and whether something bad was found in them.
    seen: HashMap<BookId, (Checker, bool)>,
    verified: Verified,
}

impl Run {
    fn page(&mut self, entries: &[Stored], parts: &[PartRow]) {
        let mut parts = parts.iter().peekable();
        for entry in entries {
            let mut own = Vec::new();
            let mut hashes = Vec::new();
            // Parts whose entry is missing come before this entry's own; they are passed over here and
            // found as a hash that does not fit, or as a gap.
            while let Some((key, subject, body, hash)) = parts.next_if(|(key, ..)| *key <= (entry.book, entry.seq)) {
                if *key == (entry.book, entry.seq) {
                    own.push(Part { subject: subject.into_bytes(), ciphertext: body });
                    hashes.extend_from_slice(hash);
                }
            }
            self.entry(entry, &hashes, &own);
        }
    }

    fn entry(&mut self, entry: &Stored, hashes: &[u8], parts: &[Part]) {
        self.verified.entries += 1;
        let (checker, bad) =
            self.seen.entry(entry.book).or_insert_with(|| (Checker::new(entry.book.bytes()), false));
        let [actor, role, relation, action, object_kind, reason_code] = &entry.texts;
        let header = Header {
            book: entry.book.bytes(),
            seq: entry.seq,
            at_micros: entry.at,
            actor,
            role,
            relation,
            action,
            object_kind,
            object_id: entry.object_id.map(Uuid::into_bytes),
            reason_code,
        };
        let stored = seal::journal::Stored { header, part_hashes: hashes, prev: entry.prev, hash: entry.hash };
        let answer = checker.feed(&stored, Some(parts));
        if let (Err(found), false) = (answer, *bad) {
            *bad = true;
            self.verified.findings.push(Finding { book: entry.book, seq: found.seq, reason: found.reason.to_string() });
        }
    }

    fn finish(mut self) -> Verified {
        self.verified.books = self.heads.len() as u64;
        for (book, head) in &self.heads {
            let (checker, bad) = self.seen.remove(book).unwrap_or_else(|| (Checker::new(book.bytes()), false));
            if bad {
                continue;
            }
            if let Err(found) = checker.finish(head.seq, &head.hash) {
                self.verified.findings.push(Finding { book: *book, seq: found.seq, reason: found.reason.to_string() });
            }
        }
        for (book, (_, bad)) in self.seen {
            if !bad {
                self.verified.findings.push(Finding { book, seq: 0, reason: "no-head".into() });
            }
        }
        self.verified.findings.sort_by_key(|f| (f.book, f.seq));
        self.verified
    }
}
