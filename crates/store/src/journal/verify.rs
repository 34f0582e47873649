//! Checks every book from its first entry to its head. It needs no key and
//! survives erasure: parts are checked by their stored hashes, and against
//! their words while these are there.

use crate::error::Result;
use crate::kernel::{Row, Tx, statements};
use crate::store::Store;
use domain::id::BookId;
use seal::journal::{Bad, BadReason, Checker, Header, Part};
use std::collections::HashMap;
use uuid::Uuid;

/// How many entries are read at a time.
///
/// Assumption: a few megabytes, whichever the engine.
const PAGE: i64 = 5000;

statements! {
    ENTRIES = "select book_id, seq, at, actor, role, relation, action, object_kind, object_id, reason_code, prev, hash
        from journal where (book_id, seq) > ($1, $2) order by book_id, seq limit $3";
    PARTS = "select book_id, seq, subject_id, body, body_hash, part
        from journal_part where (book_id, seq) > ($1, $2) and (book_id, seq) <= ($3, $4) order by book_id, seq, part";
    ENTRIES_OF = "select book_id, seq, at, actor, role, relation, action, object_kind, object_id, reason_code, prev, hash
        from journal where book_id = $1 and seq > $2 order by seq limit $3";
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
///
/// Work may go on meanwhile: a book that seems wrong is read once more as it stands at one moment, and only what is
/// wrong there too is a finding.
pub async fn verify(store: &Store) -> Result<Verified> {
    let heads = all_heads(store).await?;
    let mut run = Run {
        heads,
        seen: HashMap::new(),
        verified: Verified::default(),
    };
    let mut after = (BookId::from_uuid(Uuid::nil()), i64::MIN);
    loop {
        let from = after;
        let (entries, parts) = store.job_long("verify", move |tx| page_after(tx, from)).await?;
        let Some(last) = entries.last() else { break };
        after = (last.book, last.seq.cast_signed());
        run.page(&entries, &parts);
    }
    let mut verified = run.finish();
    let mut confirmed = Vec::new();
    for suspect in verified.findings {
        confirmed.extend(store.job_long("verify", move |tx| one_book(tx, suspect.book)).await?);
    }
    verified.findings = confirmed;
    Ok(verified)
}

/// The entries after this place in the order of books and numbers, and their parts.
fn page_after(tx: &Tx, from: (BookId, i64)) -> Result<(Vec<Stored>, Vec<PartRow>)> {
    let entries = tx.rows(&ENTRIES, &[from.0.into(), from.1.into(), PAGE.into()], read_entry)?;
    with_parts(tx, from, entries)
}

/// Checks one book as it stands at this moment.
fn one_book(tx: &Tx, book: BookId) -> Result<Option<Finding>> {
    let head = tx.row(&FIRST, &[book.into()], read_head)?;
    let mut run = Run {
        heads: head.into_iter().collect(),
        seen: HashMap::new(),
        verified: Verified::default(),
    };
    let mut after = i64::MIN;
    loop {
        let entries = tx.rows(&ENTRIES_OF, &[book.into(), after.into(), PAGE.into()], read_entry)?;
        let (entries, parts) = with_parts(tx, (book, after), entries)?;
        let Some(last) = entries.last() else { break };
        after = last.seq.cast_signed();
        run.page(&entries, &parts);
    }
    Ok(run.finish().findings.into_iter().next())
}

fn with_parts(tx: &Tx, from: (BookId, i64), entries: Vec<Stored>) -> Result<(Vec<Stored>, Vec<PartRow>)> {
    let Some(last) = entries.last() else {
        return Ok((entries, Vec::new()));
    };
    let values = [
        from.0.into(),
        from.1.into(),
        last.book.into(),
        last.seq.cast_signed().into(),
    ];
    let parts = tx.rows(&PARTS, &values, |row| {
        Ok(PartRow {
            at: (BookId::from_uuid(row.id(0)?), row.int(1)?.cast_unsigned()),
            number: row.int(5)?,
            subject: row.id(2).unwrap_or_default(),
            body: row.bytes(3).unwrap_or_default().to_vec(),
            hash: row.array(4).unwrap_or_default(),
        })
    })?;
    Ok((entries, parts))
}

/// Reads an entry as far as it can be read: what cannot is left empty, and then does not fit its hash.
fn read_entry(row: &Row) -> Result<Stored> {
    Ok(Stored {
        book: BookId::from_uuid(row.id(0)?),
        seq: row.int(1)?.cast_unsigned(),
        at: row.int(2)?,
        texts: [3, 4, 5, 6, 7, 9].map(|at| row.text(at).map(ToOwned::to_owned).unwrap_or_default()),
        object_id: row.id_opt(8).unwrap_or_default(),
        prev: row.array(10).unwrap_or_default(),
        hash: row.array(11).unwrap_or_default(),
    })
}

/// Every book's stored head, in order of id.
pub(crate) async fn all_heads(store: &Store) -> Result<HashMap<BookId, Head>> {
    let mut heads = HashMap::new();
    let mut after: Option<Uuid> = None;
    loop {
        let from = after;
        let page = store.job_long("verify", move |tx| heads_after(tx, from)).await?;
        let Some((last, _)) = page.last() else { break };
        after = Some(last.uuid());
        heads.extend(page);
    }
    Ok(heads)
}

fn heads_after(tx: &Tx, after: Option<Uuid>) -> Result<Vec<(BookId, Head)>> {
    // No real book sorts before the nil id, which is the deployment's own and must be read too.
    if let Some(after) = after {
        return tx.rows(&HEADS, &[after.into(), PAGE.into()], read_head);
    }
    let mut page = tx.rows(&FIRST, &[super::DEPLOYMENT_BOOK.into()], read_head)?;
    page.extend(tx.rows(&HEADS, &[super::DEPLOYMENT_BOOK.into(), PAGE.into()], read_head)?);
    Ok(page)
}

fn read_head(row: &Row) -> Result<(BookId, Head)> {
    Ok((
        BookId::from_uuid(row.id(0)?),
        Head {
            seq: row.int(1)?.cast_unsigned(),
            hash: row.array(2).unwrap_or_default(),
        },
    ))
}

/// A stored part and the entry it says it belongs to.
struct PartRow {
    at: (BookId, u64),
    number: i64,
    subject: Uuid,
    body: Vec<u8>,
    hash: [u8; 32],
}

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
            // Parts whose entry is missing come before this entry's own; they are passed over here and
            // found as a hash that does not fit, or as a gap.
            while let Some(part) = parts.next_if(|part| part.at <= (entry.book, entry.seq)) {
                if part.at == (entry.book, entry.seq) {
                    own.push(part);
                }
            }
            self.entry(entry, &own);
        }
    }

    fn entry(&mut self, entry: &Stored, own: &[&PartRow]) {
        self.verified.entries += 1;
        let hashes: Vec<u8> = own.iter().flat_map(|part| part.hash).collect();
        let parts: Vec<Part> = own
            .iter()
            .map(|part| Part {
                subject: part.subject.into_bytes(),
                ciphertext: &part.body,
            })
            .collect();
        // A part is sealed for its place, so under another number its words would not open.
        let numbered = (1..).zip(own).all(|(number, part)| part.number == number);
        let (checker, bad) = self
            .seen
            .entry(entry.book)
            .or_insert_with(|| (Checker::new(entry.book.bytes()), false));
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
        let stored = seal::journal::Stored {
            header,
            part_hashes: &hashes,
            prev: entry.prev,
            hash: entry.hash,
        };
        let misnumbered = Bad {
            seq: entry.seq,
            reason: BadReason::Part,
        };
        let answer = checker
            .feed(&stored, Some(&parts))
            .and(if numbered { Ok(()) } else { Err(misnumbered) });
        if let (Err(found), false) = (answer, *bad) {
            *bad = true;
            self.verified.findings.push(Finding {
                book: entry.book,
                seq: found.seq,
                reason: found.reason.to_string(),
            });
        }
    }

    fn finish(mut self) -> Verified {
        self.verified.books = self.heads.len() as u64;
        for (book, head) in &self.heads {
            let (checker, bad) = self
                .seen
                .remove(book)
                .unwrap_or_else(|| (Checker::new(book.bytes()), false));
            if bad {
                continue;
            }
            if let Err(found) = checker.finish(head.seq, &head.hash) {
                self.verified.findings.push(Finding {
                    book: *book,
                    seq: found.seq,
                    reason: found.reason.to_string(),
                });
            }
        }
        for (book, (_, bad)) in self.seen {
            if !bad {
                self.verified.findings.push(Finding {
                    book,
                    seq: 0,
                    reason: "no-head".into(),
                });
            }
        }
        self.verified.findings.sort_by_key(|f| (f.book, f.seq));
        self.verified
    }
}
