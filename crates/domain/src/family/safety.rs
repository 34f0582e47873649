//! Who decides for a child, what a court has ordered, and who must not collect, call or know.

use jiff::civil::Date;

use crate::text::Text;

/// The most court orders, and the most people kept away, in one referral.
///
/// Assumption: 10 of each; a family in the referral file has at most one, and more is a slip or an abuse.
pub const SAFETY_LINES_MAX: usize = 10;

/// That somebody has parental responsibility for a child. `P` is how people are named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Responsibility<P> {
    /// The child.
    pub child: P,
    /// Who has it.
    pub holder: Holder<P>,
}

/// Somebody with parental responsibility.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holder<P> {
    /// Somebody of the family as we know it.
    Person(P),
    /// The authority, by a court's order.
    Authority,
    /// Somebody else, in words.
    Other(Text),
}

impl<P> Holder<P> {
    /// The holder's sort in the database and the interface.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Person(_) => "person",
            Self::Authority => "authority",
            Self::Other(_) => "other",
        }
    }
}

/// A court's order: a dated word on who may and who must not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order<P> {
    /// Whom it is about.
    pub people: Vec<P>,
    /// What it says, in words.
    pub says: Text,
    /// The day it was made, if known.
    pub made_on: Option<Date>,
    /// The last day it holds, if it has one.
    pub ends_on: Option<Date>,
}

/// Somebody who must not come near, in the ways named. At least one way is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptAway<P> {
    /// Who it is, in words.
    pub who: Text,
    /// Whom they are kept from.
    pub people: Vec<P>,
    /// What they must not do.
    pub ways: Ways,
}

/// What somebody must not do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ways {
    /// Collect a child.
    pub collect: bool,
    /// Call, write or visit.
    pub call: bool,
    /// Know where somebody lives or that the programme is there.
    pub know: bool,
}

impl Ways {
    /// Whether no way is named.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}
