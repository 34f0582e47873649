//! A postcode, in whatever case and spacing it was typed.

use std::fmt;

/// The longest postcode of any country that is kept, in characters.
///
/// Assumption: 12; the longest known to us has ten, and a longer one is a slip.
pub const POSTCODE_CHARS_MAX: usize = 12;

/// A postcode. One of the United Kingdom is kept as it is printed, `SA61 2AD`; another country's as it was typed.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Postcode {
    shown: Box<str>,
    is_uk: bool,
}

/// Why something typed is not a postcode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PostcodeProblem {
    /// Nothing is left after blanks are taken away.
    #[error("no postcode was written")]
    Empty,
    /// There are more characters than any postcode has.
    #[error("{chars} characters, at most {max}")]
    TooLong {
        /// How many characters were written.
        chars: usize,
        /// How many fit.
        max: usize,
    },
}

impl Postcode {
    /// Takes what was typed. What does not have the shape of a postcode of the United Kingdom is taken for another
    /// country's: a family may have come from there last week.
    ///
    /// # Errors
    /// Nothing is left, or it is too long.
    pub fn parse(typed: &str) -> Result<Self, PostcodeProblem> {
        let words: Vec<&str> = typed.split_whitespace().collect();
        let shown = words.join(" ").to_uppercase();
        let chars = shown.chars().filter(|c| !c.is_control()).count();
        if chars == 0 {
            return Err(PostcodeProblem::Empty);
        }
        if POSTCODE_CHARS_MAX < chars {
            let max = POSTCODE_CHARS_MAX;
            return Err(PostcodeProblem::TooLong { chars, max });
        }
        let packed: String = shown.chars().filter(char::is_ascii_alphanumeric).collect();
        Ok(match split_uk(&packed) {
            Some((outward, inward)) => Self {
                shown: [outward, " ", inward].concat().into(),
                is_uk: true,
            },
            None => Self {
                shown: shown.into(),
                is_uk: false,
            },
        })
    }

    /// The postcode as it is printed.
    pub fn as_str(&self) -> &str {
        &self.shown
    }

    /// Its first half, which names a district: of one of the United Kingdom only.
    pub fn district(&self) -> Option<&str> {
        let half = self.shown.split_once(' ').map(|(outward, _)| outward);
        half.filter(|_| self.is_uk)
    }

    /// Whether it has the shape of a postcode of the United Kingdom.
    pub const fn is_uk(&self) -> bool {
        self.is_uk
    }
}

/// The two halves of a postcode of the United Kingdom without its space, if it has the shape of one: one or two letters,
/// a figure, a figure or a letter or neither; then a figure and two letters.
///
/// Source: Royal Mail, Programmers' Guide to the Postcode Address File, on the format of a postcode.
fn split_uk(packed: &str) -> Option<(&str, &str)> {
    let (outward, inward) = packed.split_at_checked(packed.len().checked_sub(3)?)?;
    let is_like = |text: &str, shape: &str| {
        let one = |byte: u8| if byte.is_ascii_digit() { b'9' } else { b'A' };
        text.bytes().map(one).eq(shape.bytes())
    };
    let mut shapes = ["A9", "A99", "AA9", "AA99", "A9A", "AA9A"].into_iter();
    let fits = shapes.any(|shape| is_like(outward, shape));
    (fits && is_like(inward, "9AA")).then_some((outward, inward))
}

impl fmt::Display for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}

/// Never the postcode: it locates somebody, and a log carries ids only.
impl fmt::Debug for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Postcode(…)")
    }
}
