//! A match: one household with one family, from a day to a day; and the offers that lead to it.
//!
//! ```text
//! offer:  open ─yes▶ accepted ─decide▶ matched      open ─no▶ declined      open, accepted ─take back▶ withdrawn
//! match:  active ─end▶ ended                        a family may have another carer after one
//! ```
//! The programme ranks and explains; a person decides, and the reason is kept. An offer tells ages, needs, a rough place,
//! languages and what to know before a visit, and no name or address until the carer says yes.

mod cover;
mod event;
mod offer;
mod stop;
mod verbs;

use jiff::civil::Date;

use crate::id::{AccountId, FamilyId, HouseholdId, MatchId, OfferId, ReferralId, SiteId};

pub use cover::{COVER_DAYS_MAX, Cover};
pub use event::Event;
pub use offer::{DeclineWhy, NewOffer, Offer, OfferStage, names_in};
pub use stop::{Stop, Supported, stops};
pub use verbs::{AHEAD_DAYS_MAX, NewMatch, Refusal, offer};

/// A match as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Its id.
    pub id: MatchId,
    /// The family.
    pub family: FamilyId,
    /// The household.
    pub household: HouseholdId,
    /// The referral that led to it.
    pub referral: ReferralId,
    /// The offer the carer said yes to.
    pub offer: OfferId,
    /// The programme area.
    pub site: SiteId,
    /// The first day.
    pub from: Date,
    /// Who decided.
    pub decided_by: AccountId,
    /// The row's version, for finding stale pages.
    pub version: i64,
    /// Where it stands.
    pub stage: MatchStage,
}

/// Where a match stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatchStage {
    /// The household supports the family, or will from its first day.
    Active,
    /// It has ended.
    Ended {
        /// The last day.
        on: Date,
        /// Who recorded it.
        by: AccountId,
        /// Why.
        why: EndWhy,
    },
}

impl MatchStage {
    /// The stage's name in the database, the interface and the words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Ended { .. } => "ended",
        }
    }
}

/// Why a match ended, while support may go on with another carer.
///
/// Assumption: these six; no list is published. The words beside it say more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EndWhy {
    /// Support has ended.
    SupportEnded,
    /// The family asked for another carer.
    FamilyAsked,
    /// The carer asked for it.
    CarerAsked,
    /// The carer is no longer there: stopped, moved, or not approved any more.
    CarerLeft,
    /// The family moved away.
    FamilyMoved,
    /// Something else.
    Other,
}

impl EndWhy {
    /// Every reason, in the order people read them.
    pub const ALL: [Self; 6] = [
        Self::SupportEnded,
        Self::FamilyAsked,
        Self::CarerAsked,
        Self::CarerLeft,
        Self::FamilyMoved,
        Self::Other,
    ];

    /// The reason's name in the database, the interface and the words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::SupportEnded => "support_ended",
            Self::FamilyAsked => "family_asked",
            Self::CarerAsked => "carer_asked",
            Self::CarerLeft => "carer_left",
            Self::FamilyMoved => "family_moved",
            Self::Other => "other",
        }
    }

    /// The reason with this key, if there is one.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.key() == key)
    }
}

/// How a family stands to being supported, for the one question who could.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Its referral is not accepted, or came to nothing.
    NotAccepted,
    /// It waits for a carer.
    Waiting {
        /// The day since which it does.
        since: Date,
    },
    /// It has a carer.
    Matched {
        /// The match.
        id: MatchId,
        /// The household.
        household: HouseholdId,
        /// The first day.
        from: Date,
    },
    /// It had one, and support goes on.
    Between {
        /// The last day of the last match.
        since: Date,
    },
    /// Support has ended, and nobody has referred it again.
    Ended {
        /// The last day.
        since: Date,
    },
    /// Its record is closed.
    Closed,
}

impl Standing {
    /// The standing's name in the interface and the words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotAccepted => "not_accepted",
            Self::Waiting { .. } => "waiting",
            Self::Matched { .. } => "matched",
            Self::Between { .. } => "between",
            Self::Ended { .. } => "ended",
            Self::Closed => "closed",
        }
    }

    /// The first day on which another match may begin, where one may.
    pub const fn free_from(self) -> Option<Date> {
        match self {
            Self::Waiting { since } | Self::Between { since } => Some(since),
            Self::Matched { from, .. } => Some(from),
            Self::NotAccepted | Self::Ended { .. } | Self::Closed => None,
        }
    }
}
