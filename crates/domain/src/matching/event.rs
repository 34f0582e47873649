//! What can happen between a family and a household.

use jiff::civil::Date;

use super::{DeclineWhy, EndWhy};
use crate::id::{AccountId, HouseholdId};
use crate::level::Level;
use crate::text::Text;

/// Something that happened. Each is in the family's book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The family was offered to a household.
    Offered {
        /// Who offered.
        by: AccountId,
        /// The day.
        on: Date,
        /// To whom.
        household: HouseholdId,
        /// Why to them.
        reason: Text,
    },
    /// The carer said yes.
    OfferAccepted {
        /// Who recorded it.
        by: AccountId,
        /// The day.
        on: Date,
        /// Whose answer it is.
        household: HouseholdId,
    },
    /// The carer said no.
    OfferDeclined {
        /// Who recorded it.
        by: AccountId,
        /// The day.
        on: Date,
        /// Whose answer it is.
        household: HouseholdId,
        /// Why.
        why: DeclineWhy,
        /// More about why, in words.
        words: Option<Text>,
    },
    /// The offer was taken back.
    OfferWithdrawn {
        /// Who did it.
        by: AccountId,
        /// The day.
        on: Date,
        /// From whom.
        household: HouseholdId,
    },
    /// The household supports the family.
    Matched {
        /// Who decided.
        by: AccountId,
        /// The day it was decided.
        on: Date,
        /// The first day.
        from: Date,
        /// The household.
        household: HouseholdId,
        /// How much support to begin with; a family that changes carer keeps its level.
        level: Option<Level>,
        /// Why this household.
        reason: Text,
    },
    /// The match ended.
    MatchEnded {
        /// Who recorded it.
        by: AccountId,
        /// The last day.
        on: Date,
        /// The household.
        household: HouseholdId,
        /// Why.
        why: EndWhy,
        /// More about why, in words.
        words: Option<Text>,
    },
    /// Another household stands in for a while.
    CoverSet {
        /// Who decided.
        by: AccountId,
        /// The first day.
        from: Date,
        /// The last day.
        to: Date,
        /// The household that stands in.
        household: HouseholdId,
    },
    /// It stands in no longer, or will not.
    CoverEnded {
        /// Who recorded it.
        by: AccountId,
        /// The first day it does not.
        on: Date,
        /// The household that stood in.
        household: HouseholdId,
    },
}

impl Event {
    /// The event's name in the journal and the words. Never reused.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Offered { .. } => "offered",
            Self::OfferAccepted { .. } => "offer_accepted",
            Self::OfferDeclined { .. } => "offer_declined",
            Self::OfferWithdrawn { .. } => "offer_withdrawn",
            Self::Matched { .. } => "matched",
            Self::MatchEnded { .. } => "match_ended",
            Self::CoverSet { .. } => "cover_set",
            Self::CoverEnded { .. } => "cover_ended",
        }
    }
}
