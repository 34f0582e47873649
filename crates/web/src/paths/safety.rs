//! Addresses of what keeps people safe: concerns, calls for help, numbers to ring.

use domain::id::{ConcernId, CrisisId, FamilyId, SiteId};

/// The reader's concerns.
pub const CONCERNS: &str = "/concerns";

/// Raising a concern: first whether anybody is in danger now.
pub fn concern_new(id: FamilyId) -> String {
    format!("/families/{id}/concerns/new")
}

/// Writing a concern down.
pub fn concern_write(id: FamilyId) -> String {
    format!("/families/{id}/concerns/write")
}

/// That a concern was sent, and to whom.
pub fn concern_sent(id: FamilyId) -> String {
    format!("/families/{id}/concerns/sent")
}

/// The concerns of one family.
pub fn concerns_of(id: FamilyId) -> String {
    format!("/concerns?family={id}")
}

/// One concern.
pub fn concern(id: ConcernId) -> String {
    format!("/concerns/{id}")
}

/// Adding to a concern.
pub fn concern_add(id: ConcernId) -> String {
    format!("/concerns/{id}/add")
}

/// Deciding what is done about a concern.
pub fn concern_decide(id: ConcernId) -> String {
    format!("/concerns/{id}/decide")
}

/// Writing a call for help down.
pub fn crisis_new(id: FamilyId) -> String {
    format!("/families/{id}/crises/new")
}

/// One call for help.
pub fn crisis(id: CrisisId) -> String {
    format!("/crises/{id}")
}

/// Adding to a call for help.
pub fn crisis_add(id: CrisisId) -> String {
    format!("/crises/{id}/add")
}

/// Signing a call for help.
pub fn crisis_sign(id: CrisisId) -> String {
    format!("/crises/{id}/sign")
}

/// The numbers to ring of a programme area.
pub fn numbers(id: SiteId) -> String {
    format!("/sites/{id}/numbers")
}
