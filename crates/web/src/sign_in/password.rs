//! Passwords: Argon2id, a few at a time, and what makes one too weak.

use crate::error::PageError;
use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, Params, PasswordHasher, PasswordVerifier};
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use std::sync::LazyLock;
use std::time::Duration;
use tokio::sync::{Semaphore, SemaphorePermit};
use words::Words;

/// How many passwords are worked on at once: each takes 19 MiB and a core for some milliseconds.
static WORKING: Semaphore = Semaphore::const_new(4);

/// How long somebody waits for their turn before they are asked to come back.
const TURN_SECONDS: u64 = 10;

/// The fewest characters.
///
/// Source: OWASP ASVS 5.0, 6.2.1 asks for at least 8 and advises 15; 12 (assumed), as many here are second to a code.
pub(super) const CHARS_MIN: usize = 12;
/// The most characters.
///
/// Source: OWASP ASVS 5.0, 6.2.9 asks that at least 64 be allowed.
pub(super) const CHARS_MAX: usize = 200;

/// What an unknown address is checked against: a hash of nothing anybody knows, with the cost of a real one.
static NOBODYS: LazyLock<String> = LazyLock::new(|| {
    let text = |bytes: &[u8]| STANDARD_NO_PAD.encode(bytes);
    let (salt, hash) = (text(&seal::random::<16>()), text(&seal::random::<32>()));
    let (m, t, p) = (Params::DEFAULT_M_COST, Params::DEFAULT_T_COST, Params::DEFAULT_P_COST);
    format!("$argon2id$v=19$m={m},t={t},p={p}${salt}${hash}")
});

async fn turn() -> Result<SemaphorePermit<'static>, PageError> {
    let turn = tokio::time::timeout(Duration::from_secs(TURN_SECONDS), WORKING.acquire()).await;
    turn.map_err(|_| PageError::Unavailable)?
        .map_err(|_| PageError::Unavailable)
}

fn fault(cause: &str) -> PageError {
    PageError::from(store::Error::Broken {
        column: "password".into(),
        row: cause.into(),
    })
}

/// The text that is kept in place of a password.
pub(super) async fn hash(password: String) -> Result<String, PageError> {
    let _turn = turn().await?;
    let work = move || Argon2::default().hash_password_with_salt(password.as_bytes(), &seal::random::<16>());
    let hash: PasswordHash = tokio::task::spawn_blocking(work)
        .await
        .map_err(|_| fault("hashing stopped"))?
        .map_err(|_| fault("it could not be hashed"))?;
    Ok(hash.to_string())
}

/// Whether a password is the one kept. Where none is kept, the same work is done and the answer is no.
pub(super) async fn is_right(password: String, kept: Option<String>) -> Result<bool, PageError> {
    let _turn = turn().await?;
    let work = move || {
        let against = kept.as_deref().unwrap_or_else(|| &NOBODYS);
        let parsed = PasswordHash::new(against).map_err(|_| ())?;
        let same = Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok();
        Ok::<_, ()>(same && kept.is_some())
    };
    let answer = tokio::task::spawn_blocking(work)
        .await
        .map_err(|_| fault("checking stopped"))?;
    answer.map_err(|()| fault("the kept text is not one of Argon2id"))
}

/// What is wrong with a new password, if anything.
pub(super) fn problem(w: Words, password: &str, name: &str, email: &str) -> Option<String> {
    let count = password.chars().count();
    let number = |n: usize| u64::try_from(n).unwrap_or_default();
    if count < CHARS_MIN {
        return Some(w.sign_in_problem_password_short(number(CHARS_MIN)));
    }
    if count > CHARS_MAX {
        return Some(w.sign_in_problem_password_long(number(CHARS_MAX)));
    }
    if is_common(password) {
        return Some(w.sign_in_problem_password_common().to_owned());
    }
    if tells_who(password, name, email) {
        return Some(w.sign_in_problem_password_name().to_owned());
    }
    None
}

/// Words that common passwords of twelve letters and more are made of.
///
/// Source: our own choice; lists of leaked passwords hold few this long, and those are such words with digits or twice.
const COMMON: &str = include_str!("common.txt");

fn is_common(password: &str) -> bool {
    let folded = password.to_lowercase();
    let letters: Vec<char> = folded.chars().collect();
    let runs = letters.windows(2).filter(|pair| steps(pair[0], pair[1])).count();
    if runs + 1 >= letters.len() - letters.len() / 4 {
        return true;
    }
    let bare = folded.trim_matches(|c: char| !c.is_alphabetic());
    bare.is_empty() || COMMON.lines().any(|word| bare.replace(word, "").is_empty())
}

/// Whether two characters follow each other as fingers or alphabets go: the same again, one up, one down.
fn steps(one: char, next: char) -> bool {
    u32::from(one).abs_diff(u32::from(next)) <= 1
}

/// Whether the password is made of who the person is.
fn tells_who(password: &str, name: &str, email: &str) -> bool {
    let folded = password.to_lowercase();
    let email = email.to_lowercase();
    let before_at = email.split('@').next().unwrap_or_default();
    let name = name.to_lowercase();
    let parts = name.split_whitespace().chain([before_at, email.as_str()]);
    parts
        .filter(|part| part.chars().count() >= 4)
        .any(|part| folded.contains(part))
}

#[cfg(test)]
mod tests {
    use super::{is_common, tells_who};

    #[test]
    fn passwords_of_one_common_word_or_of_runs_are_refused() {
        for weak in [
            "password1234",
            "PasswordPassword",
            "123456789012",
            "aaaaaaaaaaaa",
            "abcdefghijkl",
            "qwerty123456",
            "987654321098",
            "!!welcome2026",
            "111122223333",
        ] {
            assert!(is_common(weak), "{weak}");
        }
        for good in [
            "kettle wander plum",
            "Tri gair cofiadwy",
            "correcthorsebattery",
            "a dragon ate my toast",
        ] {
            assert!(!is_common(good), "{good}");
        }
    }

    #[test]
    fn a_password_made_of_a_name_or_address_is_refused() {
        assert!(tells_who("nia-evans-2026", "Nia Evans", "nia@example.org"));
        assert!(tells_who("xx n.evans99 xx", "Someone", "N.Evans99@example.org"));
        assert!(!tells_who("kettle wander plum", "Nia Evans", "nia@example.org"));
    }
}
