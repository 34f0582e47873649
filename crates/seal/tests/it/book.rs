//! A book as a database holds it, and every way to change one bit of it.

use seal::journal::{Bad, BadReason, Checker, Header, Part, Stored, entry_hash, genesis, part_hash};

pub const BOOK: [u8; 16] = [0xb0; 16];

/// An entry as a database holds it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub seq: u64,
    pub at_micros: i64,
    /// Actor, role, relation, action, object kind, reason code.
    pub texts: [String; 6],
    pub object_id: Option<[u8; 16]>,
    pub part_hashes: Vec<u8>,
    pub parts: Vec<([u8; 16], Vec<u8>)>,
    pub prev: [u8; 32],
    pub hash: [u8; 32],
}

impl Row {
    pub fn header(&self, book: [u8; 16]) -> Header<'_> {
        let [actor, role, relation, action, object_kind, reason_code] = &self.texts;
        Header {
            book,
            seq: self.seq,
            at_micros: self.at_micros,
            actor,
            role,
            relation,
            action,
            object_kind,
            object_id: self.object_id,
            reason_code,
        }
    }

    /// Hashes the row anew, as somebody does who can write to the database and wants to leave no trace.
    pub fn rehash(&mut self, book: [u8; 16], prev: [u8; 32]) {
        let hashes: Vec<[u8; 32]> = self.parts.iter().map(|(who, text)| part_hash(*who, text)).collect();
        self.part_hashes = hashes.concat();
        self.prev = prev;
        self.hash = entry_hash(&self.header(book), &hashes, &prev);
    }
}

/// A book of so many entries, as the store would have written it.
pub fn book(book: [u8; 16], entries: u64) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut prev = genesis(book);
    for seq in 1..=entries {
        let id = u8::try_from(seq % 251).unwrap();
        let mut row = Row {
            seq,
            at_micros: 1_700_000_000_000_000 + i64::try_from(seq).unwrap() * 1_000_003,
            texts: ["acc-7", "carer", "assigned", "add_session", "session", ""].map(str::to_owned),
            object_id: (seq % 2 == 0).then_some([id; 16]),
            part_hashes: Vec::new(),
            parts: (0..seq % 3)
                .map(|part| ([id; 16], vec![id; 9 + usize::try_from(part).unwrap()]))
                .collect(),
            prev,
            hash: [0; 32],
        };
        row.rehash(book, prev);
        prev = row.hash;
        rows.push(row);
    }
    rows
}

/// Reads a book to its end and gives everything found wrong with it.
pub fn check(id: [u8; 16], rows: &[Row], head: (u64, [u8; 32])) -> Vec<Bad> {
    let mut checker = Checker::new(id);
    let mut found = Vec::new();
    for row in rows {
        let parts: Vec<Part<'_>> = row
            .parts
            .iter()
            .map(|(subject, ciphertext)| Part {
                subject: *subject,
                ciphertext,
            })
            .collect();
        let stored = Stored {
            header: row.header(id),
            part_hashes: &row.part_hashes,
            prev: row.prev,
            hash: row.hash,
        };
        found.extend(checker.feed(&stored, Some(&parts)).err());
    }
    found.extend(checker.finish(head.0, &head.1).err());
    found
}

pub fn head(rows: &[Row]) -> (u64, [u8; 32]) {
    rows.last().map_or((0, genesis(BOOK)), |row| (row.seq, row.hash))
}

/// Every way to change one bit of a row, with what the check should say of it.
pub fn flips(row: &Row) -> Vec<(Row, BadReason)> {
    let mut all = Vec::new();
    let mut add = |reason, change: &dyn Fn(&mut Row) -> bool| {
        let mut changed = row.clone();
        if change(&mut changed) {
            assert_ne!(changed, *row);
            all.push((changed, reason));
        }
    };
    let flip = |bytes: &mut [u8], bit: usize| bytes[bit / 8] ^= 1 << (bit % 8);
    for bit in 0..64 {
        add(BadReason::Gap, &|row| {
            row.seq ^= 1 << bit;
            true
        });
        add(BadReason::Hash, &|row| {
            row.at_micros ^= 1 << bit;
            true
        });
    }
    for text in 0..row.texts.len() {
        for bit in 0..row.texts[text].len() * 8 {
            // A database gives no text that is not UTF-8, so such a change is found before it gets here.
            add(BadReason::Hash, &|row| {
                let mut bytes = row.texts[text].clone().into_bytes();
                flip(&mut bytes, bit);
                String::from_utf8(bytes)
                    .map(|changed| row.texts[text] = changed)
                    .is_ok()
            });
        }
    }
    for bit in 0..row.object_id.map_or(0, |id| id.len() * 8) {
        add(BadReason::Hash, &|row| {
            row.object_id.iter_mut().for_each(|id| flip(id, bit));
            true
        });
    }
    for bit in 0..row.part_hashes.len() * 8 {
        add(BadReason::Hash, &|row| {
            flip(&mut row.part_hashes, bit);
            true
        });
    }
    for bit in 0..256 {
        add(BadReason::Prev, &|row| {
            flip(&mut row.prev, bit);
            true
        });
        add(BadReason::Hash, &|row| {
            flip(&mut row.hash, bit);
            true
        });
    }
    for part in 0..row.parts.len() {
        for bit in 0..128 {
            add(BadReason::Part, &|row| {
                flip(&mut row.parts[part].0, bit);
                true
            });
        }
        for bit in 0..row.parts[part].1.len() * 8 {
            add(BadReason::Part, &|row| {
                flip(&mut row.parts[part].1, bit);
                true
            });
        }
    }
    all
}
