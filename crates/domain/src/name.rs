//! Names of people, in any script, as the people write them.
//!
//! Nobody needs two names, a capital letter or a vowel; a name is never inflected or corrected.

use std::borrow::Cow;
use std::fmt;

/// The longest part of a name, in characters.
///
/// Assumption: 200 characters, longer than any name in the referral file; a longer one is a slip.
pub const NAME_CHARS_MAX: usize = 200;

/// One part of a name: 1 to [`NAME_CHARS_MAX`] characters, runs of blanks made one space.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(Box<str>);

/// Why words could not be kept as a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameProblem {
    /// Nothing is left after blanks are taken away.
    #[error("no name was written")]
    Empty,
    /// There are more characters than fit.
    #[error("{chars} characters, at most {max}")]
    TooLong {
        /// How many characters were written.
        chars: usize,
        /// How many fit.
        max: usize,
    },
}

impl Name {
    /// Takes what was typed.
    ///
    /// # Errors
    /// Nothing is left, or it is too long.
    pub fn parse(typed: &str) -> Result<Self, NameProblem> {
        let typed = typed.trim();
        let one_space_between = !typed.contains("  ");
        let name = if one_space_between && !typed.contains(|c: char| c != ' ' && (c.is_control() || c.is_whitespace()))
        {
            Cow::Borrowed(typed)
        } else {
            let shown: String = typed.chars().filter(|c| !c.is_control() || c.is_whitespace()).collect();
            Cow::Owned(shown.split_whitespace().collect::<Vec<&str>>().join(" "))
        };
        match name.chars().count() {
            0 => Err(NameProblem::Empty),
            chars if chars > NAME_CHARS_MAX => Err(NameProblem::TooLong {
                chars,
                max: NAME_CHARS_MAX,
            }),
            _ => Ok(Self(name.into())),
        }
    }

    /// The same for a field that may be left empty.
    ///
    /// # Errors
    /// It is too long.
    pub fn parse_optional(typed: &str) -> Result<Option<Self>, NameProblem> {
        match Self::parse(typed) {
            Err(NameProblem::Empty) => Ok(None),
            other => other.map(Some),
        }
    }

    /// The name as it was typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Never the name: a log carries ids only.
impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Name(…)")
    }
}

/// What somebody is called. Any part may be missing: an unborn child has none yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct PersonName {
    /// The first name or names.
    pub forename: Option<Name>,
    /// The family name.
    pub surname: Option<Name>,
    /// What people call them, where it differs.
    pub known_as: Option<Name>,
}

impl PersonName {
    /// The name to say: known as, or else the forename, then the surname. Empty if none is known.
    pub fn spoken(&self) -> String {
        let first = self.known_as.as_ref().or(self.forename.as_ref());
        let parts: Vec<&str> = first
            .into_iter()
            .chain(self.surname.as_ref())
            .map(Name::as_str)
            .collect();
        parts.join(" ")
    }

    /// Whether no part of the name is known.
    pub fn is_unknown(&self) -> bool {
        self.forename.is_none() && self.surname.is_none() && self.known_as.is_none()
    }
}
