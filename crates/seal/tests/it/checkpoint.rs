//! A checkpoint is believed only as it was signed.

use seal::checkpoint::{Heads, OutOfOrder, check};
use seal::merkle::{leaf, root};
use seal::{BadCheckpoint, Checkpoint, RootKey};

fn heads(books: u8) -> Heads {
    let mut heads = Heads::new();
    for book in 0..books {
        heads.push([book; 16], u64::from(book) + 1, &[book; 32]).unwrap();
    }
    heads
}

fn signed() -> (RootKey, Checkpoint) {
    let root = RootKey::generate();
    let checkpoint = root.signing_key().sign(1_700_000_000_000_000, &heads(5), [4; 32]);
    (root, checkpoint)
}

#[test]
fn a_checkpoint_says_what_was_signed_and_is_believed() {
    let (root, checkpoint) = signed();
    assert_eq!(checkpoint.v, 1);
    assert_eq!(checkpoint.at_micros, 1_700_000_000_000_000);
    assert_eq!(checkpoint.books, 5);
    assert_eq!(checkpoint.root, heads(5).root());
    assert_eq!(checkpoint.previous, [4; 32]);
    assert_eq!(checkpoint.key_id, root.id());
    assert_eq!(check(&checkpoint, &root.signing_key().verifying_key()), Ok(()));
}

#[test]
fn a_programme_without_books_can_be_signed_for() {
    let root = RootKey::generate();
    let checkpoint = root.signing_key().sign(0, &Heads::new(), [0; 32]);
    assert_eq!(checkpoint.books, 0);
    assert_eq!(check(&checkpoint, &root.signing_key().verifying_key()), Ok(()));
}

#[test]
fn another_key_or_version_is_named() {
    let (root, checkpoint) = signed();
    let other = RootKey::generate().signing_key().verifying_key();
    assert_eq!(check(&checkpoint, &other), Err(BadCheckpoint::OtherKey));
    let later = Checkpoint { v: 2, ..checkpoint };
    let key = root.signing_key().verifying_key();
    assert_eq!(check(&later, &key), Err(BadCheckpoint::Version { found: 2 }));
}

#[test]
fn every_changed_bit_of_a_checkpoint_is_found() {
    let (root, checkpoint) = signed();
    let key = root.signing_key().verifying_key();
    let mut changed = Vec::new();
    for bit in 0..64 {
        changed.push(Checkpoint {
            at_micros: checkpoint.at_micros ^ (1 << bit),
            ..checkpoint
        });
        changed.push(Checkpoint {
            books: checkpoint.books ^ (1 << bit),
            ..checkpoint
        });
    }
    for bit in 0..256 {
        let mut with = checkpoint;
        with.root[bit / 8] ^= 1 << (bit % 8);
        changed.push(with);
        let mut with = checkpoint;
        with.previous[bit / 8] ^= 1 << (bit % 8);
        changed.push(with);
    }
    for bit in 0..512 {
        let mut with = checkpoint;
        with.sig[bit / 8] ^= 1 << (bit % 8);
        changed.push(with);
    }
    assert_eq!(changed.len(), 1152);
    for with in changed {
        assert_eq!(check(&with, &key), Err(BadCheckpoint::Forged), "{with:?}");
        assert_ne!(with.hash(), checkpoint.hash());
    }
    for bit in 0..64 {
        let mut with = checkpoint;
        with.key_id[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(check(&with, &key), Err(BadCheckpoint::OtherKey));
    }
}

#[test]
fn a_signature_by_another_key_under_this_ones_name_is_found() {
    let (root, _) = signed();
    let mut other = RootKey::generate().signing_key().sign(0, &heads(5), [0; 32]);
    other.key_id = root.id();
    assert_eq!(
        check(&other, &root.signing_key().verifying_key()),
        Err(BadCheckpoint::Forged)
    );
}

#[test]
fn the_heads_go_into_the_tree_in_order() {
    let leaves: Vec<[u8; 32]> = (0..5u8)
        .map(|book| leaf([book; 16], u64::from(book) + 1, &[book; 32]))
        .collect();
    assert_eq!(heads(5).root(), root(&leaves));
    assert_eq!(heads(5).books(), 5);
}

#[test]
fn a_book_out_of_order_or_twice_is_refused_and_leaves_the_rest_as_it_was() {
    let mut heads = heads(5);
    let before = heads.root();
    assert_eq!(heads.push([4; 16], 9, &[0; 32]), Err(OutOfOrder));
    assert_eq!(heads.push([2; 16], 9, &[0; 32]), Err(OutOfOrder));
    assert_eq!((heads.books(), heads.root()), (5, before));
    assert_eq!(heads.push([5; 16], 9, &[0; 32]), Ok(()));
    assert_eq!(heads.books(), 6);
}
