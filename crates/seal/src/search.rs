//! Tokens by which a sealed name, date of birth, postcode or identifier can be found without being opened.
//!
//! A token is sixteen bytes of HMAC-SHA-256. Without the site's key nobody can make one; with the database alone one sees
//! which people share a token and how often it occurs, not what it stands for. The threat model says what that gives away.

use aws_lc_rs::hmac;

use crate::names;
use crate::secret::Secret;

/// The first byte of what is hashed.
const VERSION: u8 = 1;

/// What a token was made from. The same text gives another token for each kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// The first 2 to 12 letters of a word of a name, as [`names::search_tokens`] and [`names::query_words`] give them.
    NamePrefix,
    /// A whole date of birth, year-month-day.
    BirthDate,
    /// A whole postcode.
    Postcode,
    /// A whole identifier: an authority's person id, a national number.
    Identifier,
    /// Two sounds of a name, as whoever compares people hears them. For finding one person entered twice, never for
    /// searching.
    Sound,
    /// Who is in a form, as one text. For knowing the same form sent twice, never for searching.
    Form,
}

/// The key that makes one site's tokens.
///
/// The library overwrites its copy of the key when this is dropped.
#[derive(Clone, Debug)]
pub struct SearchKey {
    site: [u8; 16],
    key: hmac::Key,
}

impl SearchKey {
    pub(crate) fn new(site: [u8; 16], secret: &Secret) -> Self {
        Self {
            site,
            key: hmac::Key::new(hmac::HMAC_SHA256, secret.bytes()),
        }
    }

    /// The token of a text of this kind.
    ///
    /// A postcode or identifier counts by its letters and figures alone, in capitals, so that `cf10 1aa` and `CF101AA`
    /// have one token; a date of birth is taken without spaces round it; words and sounds are taken as they are given.
    pub fn token(&self, kind: TokenKind, text: &str) -> [u8; 16] {
        let code: u8 = match kind {
            TokenKind::NamePrefix => 1,
            TokenKind::BirthDate => 2,
            TokenKind::Postcode => 3,
            TokenKind::Identifier => 4,
            TokenKind::Sound => 5,
            TokenKind::Form => 6,
        };
        let mut context = hmac::Context::with_key(&self.key);
        context.update(&[VERSION]);
        context.update(&self.site);
        context.update(&[code]);
        match kind {
            TokenKind::Postcode | TokenKind::Identifier => {
                context.update(names::code(text).as_bytes());
            }
            TokenKind::BirthDate => context.update(text.trim().as_bytes()),
            TokenKind::NamePrefix | TokenKind::Sound | TokenKind::Form => context.update(text.as_bytes()),
        }
        let mut token = [0; 16];
        token.copy_from_slice(&context.sign().as_ref()[..16]);
        token
    }
}
