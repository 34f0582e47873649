//! The authority's approval of a household: from when to when, and on which terms.

use jiff::civil::Date;

use crate::day::Age;
use crate::text::Text;

/// The age up to which somebody is a child for terms of approval, in whole years.
///
/// Source: Children Act 1989, section 105: a child is a person under 18.
pub const CHILD_AGE_MAX: u8 = 17;

/// An approval of a household as foster carers. The authority gives it; here it is only kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    /// The first day it holds.
    pub from: Date,
    /// The last day it holds, if it has one.
    pub to: Option<Date>,
    /// On which terms.
    pub terms: Terms,
}

/// The terms of an approval. What is not said is not limited by them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// How many children at once.
    pub children_max: Option<u8>,
    /// The youngest and the oldest child, in whole years, both included.
    pub ages: Option<(u8, u8)>,
    /// What else they say, in words.
    pub words: Option<Text>,
}

impl Approval {
    /// Whether it holds on a day; its first and last day are included.
    pub fn holds_on(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

impl Terms {
    /// Whether a child of this age is within them. An age known only in part is, while it could be.
    pub fn allow(&self, age: Age) -> bool {
        let Some((youngest, oldest)) = self.ages.map(|(from, to)| (u16::from(from), u16::from(to))) else {
            return true;
        };
        match age {
            Age::Unborn => youngest == 0,
            Age::Years(years) => (youngest..=oldest).contains(&years),
            Age::Between { least, most } => youngest <= most && least <= oldest,
        }
    }
}
