//! One household standing in for another with a family, while it is away.

use jiff::civil::Date;

use crate::id::{CoverId, FamilyId, HouseholdId, MatchId};

/// The longest cover, in days.
///
/// Assumption: 92, three months; after that the family has another carer, and a match says so.
pub const COVER_DAYS_MAX: i32 = 92;

/// A cover as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cover {
    /// Its id.
    pub id: CoverId,
    /// The match it belongs to.
    pub matched: MatchId,
    /// The family.
    pub family: FamilyId,
    /// The household that stands in.
    pub household: HouseholdId,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

impl Cover {
    /// Whether it has a day in common with a time.
    pub fn meets(&self, from: Date, to: Date) -> bool {
        self.from <= to && from <= self.to
    }
}
