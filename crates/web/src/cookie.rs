//! The one cookie: a random secret, named `__Host-` wherever the connection is encrypted.

use axum::http::{HeaderMap, HeaderValue, header};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// How the cookie is called and kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Jar {
    /// Whether pages are served over an encrypted connection; only `demo` is not.
    pub secure: bool,
}

impl Jar {
    fn name(self) -> &'static str {
        if self.secure { "__Host-susd" } else { "susd" }
    }

    /// The secret a browser sent, if it sent one of the right shape.
    pub fn read(self, headers: &HeaderMap) -> Option<[u8; 32]> {
        let sent = headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok());
        let value = sent
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find_map(|(name, value)| (name == self.name()).then_some(value))?;
        URL_SAFE_NO_PAD.decode(value).ok()?.try_into().ok()
    }

    /// The header that keeps a secret until it is replaced or `seconds` have passed.
    pub fn keep(self, secret: &[u8; 32], seconds: i64) -> HeaderValue {
        self.header(&URL_SAFE_NO_PAD.encode(secret), seconds)
    }

    /// The header that makes the browser forget the secret.
    pub fn forget(self) -> HeaderValue {
        self.header("", 0)
    }

    fn header(self, value: &str, seconds: i64) -> HeaderValue {
        let secure = if self.secure { "; Secure" } else { "" };
        let line = format!(
            "{}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}",
            self.name()
        );
        HeaderValue::try_from(line).expect("the name and the base64 of a secret are plain ASCII")
    }
}

/// The token a form carries to show that it came from a page of this sign-in.
///
/// It is made from the cookie's secret and says nothing about it.
pub fn form_token(secret: &[u8; 32]) -> String {
    let mut told = b"form".to_vec();
    told.extend_from_slice(secret);
    URL_SAFE_NO_PAD.encode(seal::secret_hash(&told))
}
