//! A book checks while nothing in it has changed, and names the entry when something has.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use seal::journal::{Bad, BadReason, Checker, Stored, canonical, genesis};

use crate::book::{BOOK, Row, book, check, flips, head};

/// The first thing wrong, or nothing.
fn first(rows: &[Row], head: (u64, [u8; 32])) -> Option<Bad> {
    check(BOOK, rows, head).first().copied()
}

fn bad(seq: u64, reason: BadReason) -> Bad {
    Bad { seq, reason }
}

#[test]
fn a_book_as_written_checks() {
    for entries in [0, 1, 2, 50] {
        let rows = book(BOOK, entries);
        assert_eq!(first(&rows, head(&rows)), None, "{entries} entries");
    }
}

#[test]
fn every_changed_bit_of_a_book_is_found_at_its_own_entry() {
    let rows = book(BOOK, 12);
    let mut changes = 0;
    for at in 0..rows.len() {
        for (changed, reason) in flips(&rows[at]) {
            let own = rows[at].seq;
            let number = changed.seq;
            if number != own && rows.iter().any(|row| row.seq == number) {
                continue; // Two entries of one number: the primary key does not let that be.
            }
            let mut book = rows.clone();
            book[at] = changed;
            book.sort_by_key(|row| row.seq);
            // An entry whose number fell to 0 stands before the first, and that is where the gap shows.
            let named = if number == 0 { 1 } else { own };
            assert_eq!(first(&book, head(&rows)), Some(bad(named, reason)), "{:?}", book[at]);
            changes += 1;
        }
    }
    assert!(12_000 < changes, "{changes} changes tried");
}

#[test]
fn every_changed_bit_of_a_head_is_found() {
    let rows = book(BOOK, 9);
    let (seq, hash) = head(&rows);
    for bit in 0..256 {
        let mut changed = hash;
        changed[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(first(&rows, (seq, changed)), Some(bad(9, BadReason::HeadHash)));
    }
    for bit in 0..63 {
        let changed = seq ^ (1 << bit);
        let expected = if changed < seq {
            Some(bad(changed + 1, BadReason::HeadBehind))
        } else {
            Some(bad(10, BadReason::HeadAhead))
        };
        assert_eq!(first(&rows, (changed, hash)), expected);
    }
}

#[test]
fn an_entry_taken_out_doubled_or_moved_is_found() {
    let rows = book(BOOK, 9);
    let mut without = rows.clone();
    without.remove(4);
    assert_eq!(first(&without, head(&rows)), Some(bad(5, BadReason::Gap)));
    let mut twice = rows.clone();
    twice.insert(4, rows[3].clone());
    assert_eq!(first(&twice, head(&rows)), Some(bad(5, BadReason::Gap)));
    let mut moved = rows.clone();
    moved.swap(2, 3);
    assert_eq!(first(&moved, head(&rows)), Some(bad(3, BadReason::Gap)));
    assert_eq!(first(&rows[1..], head(&rows)), Some(bad(1, BadReason::Gap)));
}

#[test]
fn a_book_cut_or_continued_against_its_head_is_found() {
    let rows = book(BOOK, 9);
    assert_eq!(first(&rows[..6], head(&rows)), Some(bad(7, BadReason::HeadAhead)));
    assert_eq!(first(&[], head(&rows)), Some(bad(1, BadReason::HeadAhead)));
    assert_eq!(first(&rows, head(&rows[..6])), Some(bad(7, BadReason::HeadBehind)));
    assert_eq!(first(&rows, head(&[])), Some(bad(1, BadReason::HeadBehind)));
}

#[test]
fn an_entry_of_another_book_does_not_fit() {
    let other = book([0xb1; 16], 3);
    assert_eq!(first(&other, head(&other)), Some(bad(1, BadReason::Prev)));
    assert_ne!(genesis(BOOK), genesis([0xb1; 16]));
}

#[test]
fn a_part_taken_away_added_or_exchanged_is_found() {
    let rows = book(BOOK, 5);
    assert_eq!(rows[4].parts.len(), 2);
    let change = |change: fn(&mut Row)| {
        let mut book = rows.clone();
        change(&mut book[4]);
        first(&book, head(&rows))
    };
    assert_eq!(change(|row| drop(row.parts.pop())), Some(bad(5, BadReason::Part)));
    assert_eq!(change(|row| row.parts.clear()), Some(bad(5, BadReason::Part)));
    assert_eq!(
        change(|row| row.parts.push(row.parts[0].clone())),
        Some(bad(5, BadReason::Part))
    );
    assert_eq!(change(|row| row.parts.swap(0, 1)), Some(bad(5, BadReason::Part)));
    assert_eq!(change(|row| row.part_hashes.push(0)), Some(bad(5, BadReason::Hash)));
    assert_eq!(
        change(|row| row.part_hashes.truncate(32)),
        Some(bad(5, BadReason::Hash))
    );
}

#[test]
fn a_reading_that_leaves_the_parts_out_still_checks_the_rest() {
    let rows = book(BOOK, 2);
    let mut checker = Checker::new(BOOK);
    assert_eq!(checker.head(), (0, genesis(BOOK)));
    for row in &rows {
        let stored = Stored {
            header: row.header(BOOK),
            part_hashes: &row.part_hashes,
            prev: row.prev,
            hash: row.hash,
        };
        assert_eq!(checker.feed(&stored, None), Ok(()));
        assert_eq!(checker.head(), (row.seq, row.hash));
    }
    assert_eq!(checker.finish(2, &rows[1].hash), Ok(()));
}

#[test]
fn all_bad_entries_of_a_book_can_be_listed() {
    let mut rows = book(BOOK, 9);
    let head = head(&rows);
    rows[1].texts[3].push('x');
    rows[4].parts[0].1[0] ^= 1;
    rows.remove(6);
    let found: Vec<String> = check(BOOK, &rows, head).iter().map(Bad::to_string).collect();
    assert_eq!(found, ["2 hash", "5 part", "7 gap"]);
}

#[test]
fn each_reason_is_one_word() {
    let reasons = [
        (BadReason::Gap, "gap"),
        (BadReason::Prev, "prev"),
        (BadReason::Hash, "hash"),
        (BadReason::Part, "part"),
        (BadReason::HeadBehind, "head-behind"),
        (BadReason::HeadAhead, "head-ahead"),
        (BadReason::HeadHash, "head-hash"),
    ];
    for (reason, word) in reasons {
        assert_eq!(reason.to_string(), word);
    }
}

fn any_row() -> impl Strategy<Value = Row> {
    // Few letters and short texts, so that two headers often differ only in where one text ends.
    let text =
        || vec(prop::sample::select(vec!['a', '\0', '\u{1}']), 0..3).prop_map(|c| c.into_iter().collect::<String>());
    let texts = [text(), text(), text(), text(), text(), text()];
    (0..3u64, -1..2i64, texts, option::of(any::<[u8; 16]>())).prop_map(|(seq, at_micros, texts, object_id)| Row {
        seq,
        at_micros,
        texts,
        object_id,
        part_hashes: Vec::new(),
        parts: Vec::new(),
        prev: [0; 32],
        hash: [0; 32],
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn two_headers_have_the_same_bytes_only_if_they_are_the_same(one in any_row(), other in any_row()) {
        let (one, other) = (one.header(BOOK), other.header(BOOK));
        prop_assert_eq!(canonical(&one) == canonical(&other), one == other);
    }

    #[test]
    fn letters_moved_from_one_text_to_the_next_change_the_bytes(row in any_row(), from in 0..5usize) {
        let mut moved = row.clone();
        if let Some(letter) = moved.texts[from].pop() {
            moved.texts[from + 1].insert(0, letter);
            prop_assert_ne!(canonical(&row.header(BOOK)), canonical(&moved.header(BOOK)));
        }
    }
}
