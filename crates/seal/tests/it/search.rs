//! Tokens find what was typed, and nothing of another kind or site.

use std::collections::BTreeSet;

use seal::{RootKey, SiteKey, TokenKind};

const SITE: [u8; 16] = [1; 16];
const KINDS: [TokenKind; 5] = [
    TokenKind::NamePrefix,
    TokenKind::BirthDate,
    TokenKind::Postcode,
    TokenKind::Identifier,
    TokenKind::Sound,
];

#[test]
fn the_same_text_always_has_the_same_token() {
    let root = RootKey::generate();
    let site = SiteKey::generate();
    let later = root.unwrap_site(SITE, &root.wrap_site(SITE, &site)).unwrap();
    for kind in KINDS {
        assert_eq!(
            site.search_key(SITE).token(kind, "sian"),
            later.search_key(SITE).token(kind, "sian")
        );
    }
}

#[test]
fn one_text_has_another_token_for_each_kind() {
    let key = SiteKey::generate().search_key(SITE);
    let tokens: BTreeSet<[u8; 16]> = KINDS.map(|kind| key.token(kind, "AB12")).into();
    assert_eq!(tokens.len(), 5);
}

#[test]
fn two_sites_have_no_token_in_common_even_with_one_key() {
    let shared = SiteKey::generate();
    let here = shared.search_key(SITE);
    let there = shared.search_key([2; 16]);
    let elsewhere = SiteKey::generate().search_key(SITE);
    for kind in KINDS {
        assert_ne!(here.token(kind, "sian"), there.token(kind, "sian"));
        assert_ne!(here.token(kind, "sian"), elsewhere.token(kind, "sian"));
    }
}

#[test]
fn a_postcode_is_found_however_it_was_spaced() {
    let key = SiteKey::generate().search_key(SITE);
    let stored = key.token(TokenKind::Postcode, "CF10 1AA");
    for typed in ["cf101aa", " CF10  1aa ", "Cf10-1AA", "CF10\u{a0}1AA", "ＣＦ１０ 1AA"] {
        assert_eq!(key.token(TokenKind::Postcode, typed), stored, "{typed}");
    }
    assert_ne!(key.token(TokenKind::Postcode, "CF10 1AB"), stored);
}

#[test]
fn an_identifier_is_found_however_it_was_grouped() {
    let key = SiteKey::generate().search_key(SITE);
    let stored = key.token(TokenKind::Identifier, "943 476 5919");
    assert_eq!(key.token(TokenKind::Identifier, "9434765919"), stored);
    assert_ne!(key.token(TokenKind::Identifier, "9434765918"), stored);
}

#[test]
fn a_date_of_birth_is_found_whole_and_only_whole() {
    let key = SiteKey::generate().search_key(SITE);
    let stored = key.token(TokenKind::BirthDate, "2015-02-28");
    assert_eq!(key.token(TokenKind::BirthDate, " 2015-02-28\n"), stored);
    assert_ne!(key.token(TokenKind::BirthDate, "2015-02"), stored);
    assert_ne!(key.token(TokenKind::BirthDate, "20150228"), stored);
}

#[test]
fn a_copy_of_a_search_key_makes_the_same_tokens() {
    let key = SiteKey::generate().search_key(SITE);
    assert_eq!(
        key.clone().token(TokenKind::Sound, "fion"),
        key.token(TokenKind::Sound, "fion")
    );
}
