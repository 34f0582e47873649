//! Times in care, written down by hand as the authority says them.
//!
//! A child who comes into care has left what this programme is there to keep; which kind of care it is decides how it counts,
//! so that a night of police protection is never told as a year in a children's home.

mod verbs;

pub use verbs::{Bounds, NewEpisode, Refusal, record};

use jiff::civil::Date;

use crate::id::PersonId;

keyed! {
    /// Which kind of time in care it is. Source: programme.md 5, rule 5; the law behind each is in the nation's pack.
    EpisodeKind {
        /// Looked after because the parents agreed.
        Agreed = "agreed",
        /// A care order, interim or full, away from home.
        CareOrder = "care_order",
        /// The police kept the child safe for some hours.
        PoliceProtection = "police_protection",
        /// An emergency protection order.
        EmergencyOrder = "emergency_order",
        /// Remanded by a court.
        Remand = "remand",
        /// With relatives or friends who foster them.
        Kinship = "kinship",
        /// A special guardian has them.
        SpecialGuardianship = "special_guardianship",
    }
}

impl EpisodeKind {
    /// Whether the first of these is what "entered care" counts. The others are told separately, each by its own name.
    ///
    /// Source: programme.md 5, rule 5.
    pub const fn is_entering_care(self) -> bool {
        matches!(self, Self::Agreed | Self::CareOrder)
    }
}

keyed! {
    /// Who says so. Assumption: these four; no list is published.
    Source {
        /// The authority's own record.
        Authority = "authority",
        /// The family.
        Family = "family",
        /// The carer.
        Carer = "carer",
        /// Somebody else.
        Other = "other",
    }
}

/// One time in care of one child. The programme's own stays over are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Episode {
    /// The child.
    pub child: PersonId,
    /// Which kind.
    pub kind: EpisodeKind,
    /// The first day.
    pub from: Date,
    /// The last day; none while it goes on, as far as is known.
    pub to: Option<Date>,
    /// Who says so.
    pub source: Source,
}

impl Episode {
    /// Whether it holds on a day.
    pub fn holds_on(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }

    fn meets(&self, from: Date, to: Option<Date>) -> bool {
        self.to.is_none_or(|own| from <= own) && to.is_none_or(|to| self.from <= to)
    }
}

/// The day a child entered care, from a day on; none where they did not.
///
/// Source: programme.md 5, rule 5: the first looked-after episode, the programme's own short breaks aside.
pub fn entered_care(child: PersonId, episodes: &[Episode], since: Date) -> Option<Date> {
    let theirs = episodes.iter().filter(|one| one.child == child);
    let counted = theirs.filter(|one| one.kind.is_entering_care() && since <= one.from);
    counted.map(|one| one.from).min()
}
