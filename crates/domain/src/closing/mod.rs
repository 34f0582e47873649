//! Closing: support with a family ends by a decision of its own, well, and with what was achieved named.
//!
//! ```text
//! supported ─▶ closed ─▶ followed up at 12 and 24 months ─▶ (referred again)
//! ```
//! Carers step up and step down but never step away (programme.md 4.5): no level leads here, and a family whose carer leaves
//! is between two carers and not closed.

mod verbs;

pub use verbs::{Bounds, Event, NewClosing, Refusal, close};

use jiff::civil::Date;

use crate::care_episode::EpisodeKind;
use crate::id::PersonId;
use crate::referral::Lives;

keyed! {
    /// Why support ends. Assumption: these six; no list is published. The words beside it say more.
    Reason {
        /// Things are as the family wanted them, or near enough.
        GoalsMet = "goals_met",
        /// The family wants no more of it.
        FamilyChose = "family_chose",
        /// The family moved away.
        Moved = "moved",
        /// Something else helps better.
        OtherHelp = "other_help",
        /// A child came into care.
        EnteredCare = "entered_care",
        /// Something else, said in words.
        Other = "other",
    }
}

/// Where a child lives on the day support ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChildNow {
    /// The child.
    pub child: PersonId,
    /// Where.
    pub lives: Lives,
    /// For a child in care, which kind of care and since when.
    pub care: Option<(EpisodeKind, Date)>,
}
