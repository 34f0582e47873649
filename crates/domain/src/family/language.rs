//! The languages people want to use.

use std::sync::Arc;

/// The languages a person wants to speak, read and be reminded in; `None` where nobody asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Languages {
    /// For talking, signing included.
    pub speak: Option<LanguageTag>,
    /// For letters and pages.
    pub read: Option<LanguageTag>,
    /// For reminders.
    pub reminders: Option<LanguageTag>,
}

/// The tag of a language: `cy`, `en`, `pl`, `bfi` for British Sign Language.
///
/// Shape: a primary part of two or three letters, then parts of one to eight letters or digits.
/// Source: RFC 5646, section 2.1. Any language is allowed, whether or not we have words in it.
///
/// A copy costs nothing: most people of a file have the same one, three times each.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageTag(Arc<str>);

/// A tag that is not the tag of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the tag of a language")]
pub struct NotALanguage;

impl LanguageTag {
    /// Takes a tag, in small letters or capitals; it is kept in small letters.
    ///
    /// # Errors
    /// It does not have the shape of a tag.
    pub fn parse(typed: &str) -> Result<Self, NotALanguage> {
        let tag = typed.trim().to_ascii_lowercase();
        let mut parts = tag.split('-');
        let primary = parts.next().unwrap_or_default();
        let primary_fits = matches!(primary.len(), 2 | 3) && primary.bytes().all(|b| b.is_ascii_lowercase());
        let rest_fit = parts.all(|part| matches!(part.len(), 1..=8) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
        if primary_fits && rest_fit && tag.len() <= 35 {
            Ok(Self(tag.into()))
        } else {
            Err(NotALanguage)
        }
    }

    /// Whether it is the other language, or says more about it: `en-gb` is a kind of `en`.
    pub fn is_kind_of(&self, other: &Self) -> bool {
        let rest = self.0.strip_prefix(&*other.0);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
