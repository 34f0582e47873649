//! Answers worked out by other programmes: our formats stay readable by a second implementation, and by our own later.
//!
//! The values were made with OpenSSL's AES-256-GCM-SIV and Ed25519 and a plain HMAC and SHA-256, from the formats as the
//! crate's documentation writes them.

use aws_lc_rs::aead::{AES_256_GCM_SIV, Aad, LessSafeKey, Nonce, UnboundKey};
use seal::checkpoint::{Heads, check};
use seal::journal::{Header, canonical, entry_hash, genesis, part_hash};
use seal::merkle::leaf;
use seal::{Place, RootKey, SiteKey, TokenKind};

use crate::hex;

const SITE: [u8; 16] = [0x51; 16];
const SUBJECT: [u8; 16] = [0x52; 16];
const BOOK: [u8; 16] = [0xb0; 16];

/// The key 00 01 02 … 1f.
fn root() -> RootKey {
    RootKey::from_bytes(std::array::from_fn(|at| u8::try_from(at).unwrap()))
}

/// The key 64 65 … 83, wrapped under the root key.
fn site() -> SiteKey {
    let wrapped = "010101010101010101010101011ea4562ed58037c2cce128778936abbeca308d59a9cc159bb609e1a4c349441497f637cb091ac7cccf8e525acf862525";
    root().unwrap_site(SITE, &hex::bytes(wrapped)).unwrap()
}

fn header() -> Header<'static> {
    Header {
        book: BOOK,
        seq: 1,
        at_micros: 1_700_000_000_000_000,
        actor: "actor-1",
        role: "programme_manager",
        relation: "same_site",
        action: "accept",
        object_kind: "referral",
        object_id: Some([0x0b; 16]),
        reason_code: "capacity",
    }
}

#[test]
fn a_name_sealed_by_another_programme_opens_through_keys_it_wrapped() {
    let wrapped = "0102020202020202020202020261a76444dc408ff47eb6264a1676425028a4f72295465df222ee9ae3eaf26d112f57fe12ace6701c4f2956e980d50464";
    let subject = site().unwrap_subject(SUBJECT, &hex::bytes(wrapped)).unwrap();
    let sealed = hex::bytes("01030303030303030303030303bcad1c6ba4eb9e111869c419231af9585fec218441");
    let place = Place {
        table: "person",
        column: "family_name",
        row: [0x53; 16],
    };
    assert_eq!(subject.open(&place, &sealed).unwrap(), "Llŷr".as_bytes());
}

#[test]
fn tokens_are_the_hmacs_another_programme_makes() {
    let key = site().search_key(SITE);
    let tokens = [
        (TokenKind::NamePrefix, "llyr", "ad71d59679fd6ec5ea19ac1fb01026bc"),
        (TokenKind::BirthDate, "1990-02-28", "b4184b53e7f845a1bebdaf6c9135e9fc"),
        (TokenKind::Postcode, "cf10 1aa", "13d0a23d30501384aa13139d1814c4ee"),
        (TokenKind::Identifier, "ab/12", "925ef4a5fcf34437cf27edd92a5da825"),
        (TokenKind::Sound, "lir", "2e1730cfa542c33fe90cd17b465256d3"),
    ];
    for (kind, text, token) in tokens {
        assert_eq!(hex::show(&key.token(kind, text)), token, "{kind:?} {text}");
    }
}

#[test]
fn a_header_has_the_written_bytes() {
    assert_eq!(
        hex::show(&canonical(&header())),
        "01b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0000000000000000100060a24181e4000000000076163746f722d31\
         0000001170726f6772616d6d655f6d616e616765720000000973616d655f73697465000000066163636570740000\
         0008726566657272616c010b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b000000086361706163697479"
    );
    let list = Header {
        book: BOOK,
        seq: 2,
        at_micros: -1,
        actor: "job:retention",
        role: "",
        relation: "none",
        action: "list",
        object_kind: "family",
        object_id: None,
        reason_code: "",
    };
    assert_eq!(
        hex::show(&canonical(&list)),
        "01b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b00000000000000002ffffffffffffffff0000000d6a6f623a726574\
         656e74696f6e00000000000000046e6f6e65000000046c6973740000000666616d696c790000000000"
    );
}

#[test]
fn an_entry_has_the_written_hash() {
    let part = part_hash(SUBJECT, b"sealed bytes");
    let hash = entry_hash(&header(), &[part], &genesis(BOOK));
    assert_eq!(
        hex::show(&genesis(BOOK)),
        "3f5ab9e1631b3dba8698e4e001e989014ce9ffba57dfad8bc30c685c8129b589"
    );
    assert_eq!(
        hex::show(&part),
        "b3531462d8a96071fbad537c78052448648e99beccf0b9b7a59669e44924cd3d"
    );
    assert_eq!(
        hex::show(&hash),
        "43421085377331a3b18fa1699ae92acf6885e2afa4a899d73149aac0e4d933d9"
    );
    assert_eq!(
        hex::show(&leaf(BOOK, 1, &hash)),
        "eb5276ac8a795d0400ff9eea0f8ff05ffe82982774ead2709c9ea797f01f78c3"
    );
}

#[test]
fn a_checkpoint_has_the_signature_another_programme_makes() {
    let entry = hex::exactly("43421085377331a3b18fa1699ae92acf6885e2afa4a899d73149aac0e4d933d9");
    let mut heads = Heads::new();
    heads.push(BOOK, 1, &entry).unwrap();
    heads.push([0xb1; 16], 300, &genesis(BOOK)).unwrap();
    let key = root().signing_key();
    let checkpoint = key.sign(1_700_000_000_000_001, &heads, [0; 32]);
    assert_eq!(
        hex::show(&checkpoint.root),
        "9a3727283fe3841011e0d281989da353c2911092bd34d4e7c53e6d387d34aabb"
    );
    assert_eq!(
        hex::show(&checkpoint.sig),
        "381f6ec8222a00d85b1c8273c8489b7c7c751abbd0ad2f62ca5f8b8199432263\
         313fd8dc272ab59c2ec689a6f46d8c9a32e8dc96dc6e16e816dbefb8cac82705"
    );
    assert_eq!(
        hex::show(&checkpoint.hash()),
        "706b724b753f2e65e1a00fcfba2d21b18ad30a73886d8c7972799998b78659ff"
    );
    assert_eq!(check(&checkpoint, &key.verifying_key()), Ok(()));
}

#[test]
fn the_public_key_is_the_one_another_programme_derives() {
    let key = root().signing_key().verifying_key();
    assert_eq!(
        hex::show(&key.to_bytes()),
        "bcb9f4a10fc2a5c78a08a17ea84697131e7a62a60371413aec5febf787203142"
    );
    assert_eq!(hex::show(&root().id()), "4cbf302fc11f8431");
    assert_eq!(
        key.to_text(),
        "susd-verify-1:QJWZ98E9-1Z1ABHWR-H84A2ZK2-N139E4VT-3SX659QD-0DRM2EQ6-XHFYQXW1-GWG32GKW-YJP81268\n"
    );
}

#[test]
fn the_librarys_cipher_is_that_of_rfc_8452() {
    // Appendix C.2 (empty; with associated data) and C.3 (the counter wraps round).
    let vectors = [
        (
            "0100000000000000000000000000000000000000000000000000000000000000",
            "030000000000000000000000",
            "",
            "",
            "07f5f4169bbf55a8400cd47ea6fd400f",
        ),
        (
            "3c535de192eaed3822a2fbbe2ca9dfc88255e14a661b8aa82cc54236093bbc23",
            "688089e55540db1872504e1c",
            "734320ccc9d9bbbb19cb81b2af4ecbc3e72834321f7aa0f70b7282b4f33df23f167541",
            "ced532ce4159b035277d4dfbb7db62968b13cd4eec",
            "626660c26ea6612fb17ad91e8e767639edd6c9faee9d6c7029675b89eaf4ba1ded1a286594",
        ),
        (
            "0000000000000000000000000000000000000000000000000000000000000000",
            "000000000000000000000000",
            "",
            "eb3640277c7ffd1303c7a542d02d3e4c0000000000000000",
            "18ce4f0b8cb4d0cac65fea8f79257b20888e53e72299e56dffffffff000000000000000000000000",
        ),
    ];
    for (key, nonce, data, plain, sealed) in vectors {
        let key = LessSafeKey::new(UnboundKey::new(&AES_256_GCM_SIV, &hex::bytes(key)).unwrap());
        let nonce = Nonce::assume_unique_for_key(hex::exactly(nonce));
        let mut text = hex::bytes(plain);
        key.seal_in_place_append_tag(nonce, Aad::from(hex::bytes(data)), &mut text)
            .unwrap();
        assert_eq!(hex::show(&text), sealed);
    }
}
