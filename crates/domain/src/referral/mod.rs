//! A referral: a request for support for one family. Accepted or not, it is kept for good.
//!
//! ```text
//!              ┌─▶ information asked ─┐
//! submitted ───┴──────────┬───────────┴─accept▶ waiting ─▶ matched ─▶ closed
//!                         ├─not accepted (kept, with why and the capacity that day)
//!                         └─withdrawn (from waiting too)       merged (into an earlier one)
//! ```

mod event;
mod outcome;
mod problem;
mod refer;
mod verbs;
mod waiting;

use jiff::civil::Date;

use crate::day::working_days_after;
use crate::id::{AccountId, FamilyId, ReferralId, SiteId};
use crate::reference::Reference;

pub use event::Event;
pub use outcome::{ChildAfter, Lives, OUTCOME_ASKED_AFTER_MONTHS, latest_due, outcome_due};
pub use problem::ReferProblem;
pub use refer::{Doubt, Duplicate, PARENT_YEARS_MIN, PEOPLE_MAX, Refer};
pub use verbs::Refusal;
pub use waiting::{How, Place, Priority, Told, WAITS_FOR, WaitingEvent, WaitingFact, WaitsFor, list_on, waits_for};

/// Within how many working days of being received a referral is to be decided.
///
/// Assumption: five, a week; nothing is published. Holidays are not counted out: a site's list of them comes later.
pub const DECIDED_WITHIN_WORKING_DAYS: u8 = 5;

/// The day by which a referral is to be decided.
pub fn decided_by(received_on: Date) -> Date {
    working_days_after(received_on, DECIDED_WITHIN_WORKING_DAYS)
}

/// A referral as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Referral {
    /// Its id.
    pub id: ReferralId,
    /// The family it is for.
    pub family: FamilyId,
    /// The programme area.
    pub site: SiteId,
    /// Who referred; this stays when the family changes worker.
    pub referred_by: AccountId,
    /// What people say aloud for it.
    pub reference: Reference,
    /// The day it was received.
    pub received_on: Date,
    /// The row's version, for finding stale pages. The store counts it on; no verb does.
    pub version: i64,
    /// Where it stands.
    pub stage: Stage,
}

/// Where a referral stands, with what is true there and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It waits for a decision.
    Submitted {
        /// The day it was received.
        on: Date,
    },
    /// Something was asked before deciding.
    InformationAsked {
        /// The day it was asked.
        on: Date,
        /// Who asked.
        by: AccountId,
    },
    /// Accepted: the family waits for a carer.
    Waiting {
        /// The day it was accepted.
        since: Date,
        /// Who accepted.
        by: AccountId,
    },
    /// A carer supports the family.
    Matched {
        /// The first day.
        on: Date,
    },
    /// Support was given and has ended.
    Closed {
        /// The last day.
        on: Date,
    },
    /// Not accepted, and kept.
    NotAccepted {
        /// The day it was decided.
        on: Date,
        /// Who decided.
        by: AccountId,
        /// Why.
        why: Why,
        /// What the programme had to give that day.
        capacity: Capacity,
    },
    /// Taken back.
    Withdrawn {
        /// The day it was.
        on: Date,
        /// Who recorded it.
        by: AccountId,
    },
    /// It was the same request as another, and a person joined them.
    Merged {
        /// The one that is kept.
        into: ReferralId,
    },
}

impl Stage {
    /// Every stage's key, in the order people read them.
    pub const KEYS: [&'static str; 8] = [
        "submitted",
        "information_asked",
        "waiting",
        "matched",
        "closed",
        "not_accepted",
        "withdrawn",
        "merged",
    ];

    /// The stage's name in the database, the interface and the words.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Submitted { .. } => "submitted",
            Self::InformationAsked { .. } => "information_asked",
            Self::Waiting { .. } => "waiting",
            Self::Matched { .. } => "matched",
            Self::Closed { .. } => "closed",
            Self::NotAccepted { .. } => "not_accepted",
            Self::Withdrawn { .. } => "withdrawn",
            Self::Merged { .. } => "merged",
        }
    }

    /// Whether nobody has decided yet.
    pub const fn awaits_decision(&self) -> bool {
        matches!(self, Self::Submitted { .. } | Self::InformationAsked { .. })
    }

    /// Whether it is over, so that the same family may be referred again: it came to nothing, or support has ended.
    pub const fn may_be_followed(&self) -> bool {
        matches!(
            self,
            Self::NotAccepted { .. } | Self::Withdrawn { .. } | Self::Closed { .. }
        )
    }
}

/// Why a referral is not accepted. Source: programme.md 4.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// There is no place.
    Full,
    /// The programme is not for this family.
    NotEligible,
    /// The family does not want it.
    FamilyDeclined,
    /// Another service helps.
    OtherService,
}

impl Why {
    /// Every reason, in the order people read them.
    pub const ALL: [Self; 4] = [Self::Full, Self::NotEligible, Self::FamilyDeclined, Self::OtherService];

    /// The reason's name in the database, the interface and the words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::NotEligible => "not_eligible",
            Self::FamilyDeclined => "family_declined",
            Self::OtherService => "other_service",
        }
    }

    /// The reason with this key, if there is one.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.key() == key)
    }
}

/// What the programme had to give on the day of a decision.
///
/// Kept with a refusal: families not accepted are the only cheap comparison group there is, and
/// "full" means nothing without it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Capacity {
    /// Carers who support families.
    pub carers: u32,
    /// Places for families, all carers together.
    pub places: u32,
    /// Places with no family that day.
    pub places_free: u32,
    /// Families on the waiting list that day.
    pub waiting: u32,
}

impl Referral {
    /// A referral just received.
    pub const fn received(
        id: ReferralId,
        family: FamilyId,
        site: SiteId,
        referred_by: AccountId,
        reference: Reference,
        on: Date,
    ) -> Self {
        Self {
            id,
            family,
            site,
            referred_by,
            reference,
            received_on: on,
            version: 1,
            stage: Stage::Submitted { on },
        }
    }

    /// The day since which the family waits, if it does.
    pub const fn waiting_since(&self) -> Option<Date> {
        match self.stage {
            Stage::Waiting { since, .. } => Some(since),
            _ => None,
        }
    }
}
