//! Translations and how far their checking has come, for the page that shows the drafts to staff.

use crate::Lang;

/// One translated message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Review {
    /// The language of the translation.
    pub lang: Lang,
    /// The word of its file: `referral` for `referral.ftl`.
    pub file: &'static str,
    /// Its key.
    pub key: &'static str,
    /// The English, on one line; arguments stand in braces, choices in brackets.
    pub en: &'static str,
    /// The translation, shown the same way.
    pub text: &'static str,
    /// How far its checking has come.
    pub state: State,
}

/// How far the checking of a translation has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody has checked it yet.
    Draft,
    /// It is word for word from the project's list of terms.
    Term,
    /// A person has checked it.
    Reviewed {
        /// Who.
        by: &'static str,
        /// The day, as `2026-11-21`.
        on: &'static str,
    },
}

impl State {
    /// Whether readers should be told that this may still change.
    pub const fn is_draft(self) -> bool {
        matches!(self, Self::Draft)
    }
}
