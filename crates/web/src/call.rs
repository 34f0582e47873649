//! What a form does, done by a call: the same boxes, the same rules and the same sentences.

use crate::mistakes::Mistakes;
use domain::id::AccountId;
use words::Words;

/// Who calls, and in which language.
pub(crate) struct Call {
    /// The sentences, in the caller's language.
    pub w: Words,
    /// Who does it.
    pub by: AccountId,
    /// The tag of the language words are written in.
    pub language: &'static str,
}

/// Why what was asked was not stored.
#[derive(Debug)]
pub(crate) enum Unmade {
    /// What stands in the boxes cannot be, or the rules refuse it.
    Mistakes(Mistakes),
    /// The store did not take it.
    Store(store::Error),
}

impl From<Mistakes> for Unmade {
    fn from(mistakes: Mistakes) -> Self {
        Self::Mistakes(mistakes)
    }
}

impl From<store::Error> for Unmade {
    fn from(error: store::Error) -> Self {
        Self::Store(error)
    }
}

impl From<(&'static str, String)> for Unmade {
    fn from((name, text): (&'static str, String)) -> Self {
        Self::Mistakes(Mistakes::one(name, text))
    }
}
