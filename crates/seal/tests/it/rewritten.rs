//! Somebody who can write to the database rewrites the end of a book so that it checks by itself. A checkpoint kept
//! elsewhere still shows it.

use seal::RootKey;
use seal::checkpoint::{Heads, check};
use seal::journal::genesis;

use crate::book::{Row, book, check as check_book, head};

const BOOKS: u8 = 20;

fn id(number: u8) -> [u8; 16] {
    [number; 16]
}

fn all() -> Vec<Vec<Row>> {
    (0..BOOKS)
        .map(|number| book(id(number), 3 + u64::from(number)))
        .collect()
}

/// The heads as they were when each book had so many entries.
fn heads_at(books: &[Vec<Row>], lengths: &[usize]) -> Heads {
    let mut heads = Heads::new();
    for ((number, rows), length) in (0..BOOKS).zip(books).zip(lengths) {
        let (seq, hash) = head(&rows[..*length]);
        heads.push(id(number), seq, &hash).unwrap();
    }
    heads
}

/// Changes an entry and writes every later hash anew.
fn rewrite(rows: &mut [Row], number: u8, from: usize) {
    rows[from].texts[0] = "acc-8".to_owned();
    let mut prev = if from == 0 {
        genesis(id(number))
    } else {
        rows[from - 1].hash
    };
    for row in &mut rows[from..] {
        row.rehash(id(number), prev);
        prev = row.hash;
    }
}

#[test]
fn every_rewritten_tail_older_than_a_checkpoint_is_found() {
    let books = all();
    let lengths: Vec<usize> = books.iter().map(|rows| rows.len() - 1).collect();
    let root = RootKey::generate();
    let checkpoint = root.signing_key().sign(0, &heads_at(&books, &lengths), [0; 32]);
    check(&checkpoint, &root.signing_key().verifying_key()).unwrap();
    let mut rewrites = 0;
    for number in 0..BOOKS {
        let at = usize::from(number);
        for from in 0..books[at].len() {
            let mut changed = books.clone();
            rewrite(&mut changed[at], number, from);
            let rows = &changed[at];
            assert_eq!(check_book(id(number), rows, head(rows)), [], "it checks by itself");
            // The last entry of each book is newer than the checkpoint: that much could be rewritten unseen.
            let unseen = from == lengths[at];
            assert_eq!(
                heads_at(&changed, &lengths).root() == checkpoint.root,
                unseen,
                "book {number} from {from}"
            );
            rewrites += 1;
        }
    }
    assert_eq!(rewrites, 250);
}

#[test]
fn a_book_left_out_or_put_in_is_found() {
    let books = all();
    let lengths: Vec<usize> = books.iter().map(Vec::len).collect();
    let whole = heads_at(&books, &lengths);
    for missing in 0..BOOKS {
        let mut heads = Heads::new();
        for number in (0..BOOKS).filter(|number| *number != missing) {
            let (seq, hash) = head(&books[usize::from(number)]);
            heads.push(id(number), seq, &hash).unwrap();
        }
        assert_ne!(heads.root(), whole.root(), "without book {missing}");
        assert_eq!(heads.books() + 1, whole.books());
    }
    let mut more = whole.clone();
    more.push(id(BOOKS), 0, &genesis(id(BOOKS))).unwrap();
    assert_ne!(more.root(), whole.root());
}
