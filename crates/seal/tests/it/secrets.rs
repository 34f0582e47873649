//! Random bytes, stored hashes, comparison.

use std::collections::BTreeSet;

use seal::{equal, random, secret_hash};

use crate::hex;

#[test]
fn a_thousand_random_tokens_are_all_different() {
    let tokens: BTreeSet<[u8; 16]> = (0..1000).map(|_| random()).collect();
    assert_eq!(tokens.len(), 1000);
}

#[test]
fn random_bytes_use_every_value() {
    let seen: BTreeSet<u8> = random::<8192>().into_iter().collect();
    assert_eq!(seen.len(), 256);
}

#[test]
fn a_secret_is_stored_as_its_sha_256() {
    // FIPS 180-2, appendix B.1.
    assert_eq!(
        hex::show(&secret_hash(b"abc")),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
}

#[test]
fn secrets_are_equal_only_when_every_byte_and_the_length_are() {
    assert!(equal(b"", b""));
    assert!(equal(b"4f6a", b"4f6a"));
    assert!(!equal(b"4f6a", b"4f6b"));
    assert!(!equal(b"4f6a", b"5f6a"));
    assert!(!equal(b"4f6a", b"4f6"));
    assert!(!equal(b"", b"4"));
}
