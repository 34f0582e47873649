//! References people say aloud: `F-7K3M2QX-8`.
//!
//! A letter for the kind, seven random characters, and a check character that finds a slip. They
//! say nothing about the record, and no address or query uses them.

use std::fmt;
use std::str::FromStr;

/// Crockford's base 32: no I, L, O or U.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The characters of the check, by value. Source: ISO 7064, hybrid system mod 37,36.
const CHECKS: &[u8; 36] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// What a reference is to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A family.
    Family,
    /// A referral.
    Referral,
    /// A carer's household.
    Household,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Family, Self::Referral, Self::Household];

    /// The letter a reference of this kind begins with.
    pub const fn letter(self) -> char {
        match self {
            Self::Family => 'F',
            Self::Referral => 'R',
            Self::Household => 'H',
        }
    }
}

/// A reference: kind, seven characters and their check.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference {
    kind: Kind,
    /// 35 bits: seven characters of five.
    number: u64,
}

/// Why a typed reference could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReferenceProblem {
    /// It does not begin with a letter we use.
    #[error("begins with no kind of reference")]
    Kind,
    /// It has too few or too many characters.
    #[error("{chars} characters after the first letter, not 8")]
    Length {
        /// Letters and digits after the first letter.
        chars: usize,
    },
    /// It has a character that no reference has.
    #[error("a character no reference has")]
    Character,
    /// The last character does not agree with the others: one of them is wrong.
    #[error("the check character does not agree")]
    Check,
}

impl Reference {
    /// Makes a reference from randomness; its lowest 35 bits are used.
    ///
    /// References whose check would be I, L, O or U are passed over, so that these letters never
    /// appear and can be read as the digits they look like.
    pub fn new(kind: Kind, random: u64) -> Self {
        let mut number = random & ((1 << 35) - 1);
        while matches!(check(kind, number), b'I' | b'L' | b'O' | b'U') {
            number = (number + 1) & ((1 << 35) - 1);
        }
        Self { kind, number }
    }

    /// What it is a reference to.
    pub const fn kind(self) -> Kind {
        self.kind
    }

    /// Reads a reference as people type it: small letters, blanks, hyphens missing or elsewhere,
    /// O for 0, I or L for 1.
    ///
    /// # Errors
    /// It is not one. Any single wrong character is found.
    pub fn parse(typed: &str) -> Result<Self, ReferenceProblem> {
        let dashes = [
            '-', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2212}',
        ];
        let mut chars = typed
            .chars()
            .filter(|c| !c.is_whitespace() && !dashes.contains(c))
            .map(|c| c.to_ascii_uppercase());
        let first = chars.next().ok_or(ReferenceProblem::Kind)?;
        let kind = Kind::ALL
            .into_iter()
            .find(|kind| kind.letter() == first)
            .ok_or(ReferenceProblem::Kind)?;
        let rest: Vec<char> = chars.collect();
        if rest.len() != 8 {
            return Err(ReferenceProblem::Length { chars: rest.len() });
        }
        let mut number = 0;
        for c in &rest[..7] {
            number = number << 5 | digit(*c).ok_or(ReferenceProblem::Character)?;
        }
        let typed_check = digit(rest[7]).ok_or(ReferenceProblem::Character)?;
        let wanted = char::from(check(kind, number));
        if alike(wanted) == wanted && digit(wanted) == Some(typed_check) {
            Ok(Self { kind, number })
        } else {
            Err(ReferenceProblem::Check)
        }
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-", self.kind.letter())?;
        for digit in digits(self.number) {
            write!(f, "{}", char::from(digit))?;
        }
        write!(f, "-{}", char::from(check(self.kind, self.number)))
    }
}

impl fmt::Debug for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Reference {
    type Err = ReferenceProblem;

    fn from_str(typed: &str) -> Result<Self, ReferenceProblem> {
        Self::parse(typed)
    }
}

/// The digit a letter looks like, or the letter.
const fn alike(c: char) -> char {
    match c {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    }
}

/// The value of a character in base 32.
fn digit(c: char) -> Option<u64> {
    (0..)
        .zip(DIGITS)
        .find(|(_, known)| char::from(**known) == alike(c))
        .map(|(value, _)| value)
}

/// The seven characters of a number, first the highest.
fn digits(number: u64) -> [u8; 7] {
    [30, 25, 20, 15, 10, 5, 0]
        .map(|shift| DIGITS[usize::try_from(number >> shift & 31).expect("five bits fit a usize")])
}

/// The check character over the letter of the kind and the seven characters.
///
/// Shape: the hybrid recursive calculation of ISO 7064 with modulus 37 and 36; a whole reference
/// is right when its last sum leaves 1. It finds every single wrong character.
fn check(kind: Kind, number: u64) -> u8 {
    let mut carried = 36;
    let letter = u8::try_from(kind.letter()).expect("the letters of kinds are ASCII");
    for c in [letter].into_iter().chain(digits(number)) {
        let value = CHECKS
            .iter()
            .position(|known| *known == c)
            .expect("every digit is also a check");
        let sum = match (carried + value) % 36 {
            0 => 36,
            sum => sum,
        };
        carried = sum * 2 % 37;
    }
    CHECKS[(36 + 1 - carried) % 36]
}
