//! Sending twice stores once: the key of a form or an API call, kept seven days.

use crate::error::{Error, Result};
use crate::kernel::{Tx, statements};
use uuid::Uuid;

/// How long a key is remembered.
///
/// Source: details.md 10.
const KEPT_MICROS: i64 = 7 * 24 * 60 * 60 * 1_000_000;

statements! {
    FIND = "select body_hash, status, location from once where actor_id = $1 and once_key = $2";
    KEEP = "insert into once (actor_id, once_key, body_hash, status, location, done_at) values ($1, $2, $3, $4, $5, $6)";
    FORGET = "delete from once where done_at < $1";
}

/// The key that came with a form or a call, and a hash of what it carried.
#[derive(Clone, Debug)]
pub struct Once {
    /// Who sent it.
    pub actor: Uuid,
    /// The key: any text of at most 200 characters.
    pub key: String,
    /// SHA-256 of the body.
    pub body_hash: [u8; 32],
}

impl Once {
    /// The key of something sent, with the hash of its body.
    pub fn new(actor: Uuid, key: &str, body: &[u8]) -> Self {
        Self {
            actor,
            key: key.chars().take(200).collect(),
            body_hash: seal::secret_hash(body),
        }
    }
}

impl Tx<'_> {
    /// Refuses with [`Error::AlreadyDone`] when this was stored before, and with [`Error::OnceReused`] when the key
    /// came with another body.
    pub fn not_done_before(&self, once: Option<&Once>) -> Result<()> {
        let Some(once) = once else { return Ok(()) };
        let found = self.row(&FIND, &[once.actor.into(), (&once.key).into()], |row| {
            Ok((row.array::<32>(0)?, row.int(1)?, row.text(2)?.to_owned()))
        })?;
        match found {
            None => Ok(()),
            Some((hash, status, location)) if hash == once.body_hash => Err(Error::AlreadyDone { location, status }),
            Some(_) => Err(Error::OnceReused),
        }
    }

    /// Remembers where this led, in the same unit of work as what it stored.
    pub fn done(&self, once: Option<&Once>, status: i64, location: &str) -> Result<()> {
        let Some(once) = once else { return Ok(()) };
        self.run(
            &KEEP,
            &[
                once.actor.into(),
                (&once.key).into(),
                (&once.body_hash).into(),
                status.into(),
                location.into(),
                self.now_micros().into(),
            ],
        )?;
        Ok(())
    }

    /// Forgets keys older than seven days.
    pub(crate) fn forget_old_keys(&self) -> Result<u64> {
        self.run(&FORGET, &[(self.now_micros() - KEPT_MICROS).into()])
    }
}
