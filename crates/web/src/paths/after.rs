//! Addresses of how support ends and what is known later.

use domain::id::{CrisisId, EpisodeId, FamilyId, ReferralId, SessionId};

/// Closing a family's support.
pub fn close(id: FamilyId) -> String {
    format!("/families/{id}/close")
}

/// How a family's support ended, what is known later, and times in care.
pub fn after(id: FamilyId) -> String {
    format!("/families/{id}/after")
}

/// The letter at the end of support.
pub fn closing_letter(id: FamilyId) -> String {
    format!("/families/{id}/after/letter.pdf")
}

/// What the authority says 12 and 24 months after a referral.
pub fn follow_up(id: FamilyId, referral: ReferralId) -> String {
    format!("/families/{id}/follow-ups/{referral}")
}

/// Writing down a time in care.
pub fn care_write(id: FamilyId) -> String {
    format!("/families/{id}/care/write")
}

/// Putting a time in care right.
pub fn care_right(id: FamilyId, episode: EpisodeId) -> String {
    format!("/families/{id}/care/{episode}/right")
}

/// What somebody wrote of families they lately stopped working with.
pub const OWN_TEXTS: &str = "/own-texts";

/// A visit they wrote down.
pub fn own_visit(id: SessionId) -> String {
    format!("{OWN_TEXTS}/visits/{id}")
}

/// A call for help they wrote down.
pub fn own_call(id: CrisisId) -> String {
    format!("{OWN_TEXTS}/calls/{id}")
}
