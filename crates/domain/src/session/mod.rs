//! Sessions: one contact with a family each: a visit, a call, an outing.
//!
//! ```text
//! planned ─▶ done ─▶ (put right, given, signed)
//!        ├─▶ cancelled   it was called off before
//!        └─▶ missed      nobody was there, or it did not come to pass
//! ```

mod passage;
mod verbs;

pub use passage::{Passage, Prompt, paragraphs};
pub use verbs::{AHEAD_DAYS_MAX, Bounds, Event, MINUTES_MAX, NewSession, Refusal, Then, Written, plan, write};

use jiff::civil::{Date, Time};

use crate::id::{AccountId, FamilyId, PersonId, SessionId, SiteId};
use crate::support::SupportKind;

/// One contact with a family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// The family.
    pub family: FamilyId,
    /// The family's programme area.
    pub site: SiteId,
    /// Who wrote it down, or planned it.
    pub author: AccountId,
    /// What kind of support it was.
    pub kind: &'static SupportKind,
    /// Where.
    pub place: Place,
    /// When.
    pub when: When,
    /// Who of the family was there, or should be.
    pub present: Vec<PersonId>,
    /// How it stands.
    pub stage: Stage,
    /// Who signed it, and when.
    pub signed: Option<(AccountId, Date)>,
    /// Counts its changes.
    pub version: i64,
}

/// When a session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// The day.
    pub on: Date,
    /// The time it begins, Europe/London, where it was said.
    pub at: Option<Time>,
    /// How long it took or should take, in minutes, where it was said.
    pub minutes: Option<u16>,
}

/// How a session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It is to come.
    Planned,
    /// It took place.
    Done,
    /// It was called off before.
    Cancelled {
        /// Why.
        why: WhyNot,
    },
    /// It did not come to pass.
    Missed {
        /// Why.
        why: WhyNot,
    },
}

impl Stage {
    /// The stage's name in the database, the interface and the words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Done => "done",
            Self::Cancelled { .. } => "cancelled",
            Self::Missed { .. } => "missed",
        }
    }

    /// Why it did not take place.
    pub const fn why(self) -> Option<WhyNot> {
        match self {
            Self::Planned | Self::Done => None,
            Self::Cancelled { why } | Self::Missed { why } => Some(why),
        }
    }
}

keyed! {
    /// Why a session did not take place. Source: programme.md 4.8.
    WhyNot {
        /// Something on the family's side.
        Family = "family",
        /// Something on the carer's side.
        Carer = "carer",
        /// A holiday, the family's or the carer's.
        Holiday = "holiday",
        /// Nobody was at home.
        NotHome = "not_home",
        /// Weather or roads.
        Weather = "weather",
        /// Somebody was ill.
        Illness = "illness",
        /// Something at school.
        School = "school",
        /// Another service came then.
        OtherService = "other_service",
        /// The carer chose not to knock.
        ChoseNotToKnock = "chose_not_to_knock",
        /// Something else.
        Other = "other",
        /// Support ended before. Nobody chooses it: closing says it of what was still planned.
        SupportEnded = "support_ended",
    }
}

impl WhyNot {
    /// Those somebody chooses when they write a session down.
    pub fn chosen() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|why| *why != Self::SupportEnded)
    }

    /// Whether a session that was due is excused, so that nobody is counted against.
    ///
    /// Source: details.md 6, family or holiday reasons. Assumption: whatever is not the carer's own reason is none that a
    /// carer can help, illness, weather and other services among them.
    pub const fn is_excused(self) -> bool {
        !matches!(self, Self::Carer | Self::Other)
    }
}

keyed! {
    /// Where a session is. Assumption: these six; no list is published.
    Place {
        /// At the family's home.
        Home = "home",
        /// At the carer's home.
        CarersHome = "carers_home",
        /// Out: a park, a shop, an appointment.
        Out = "out",
        /// At school or nursery.
        School = "school",
        /// By telephone.
        Phone = "phone",
        /// By video.
        Video = "video",
    }
}

/// Of how many sessions one is signed as a sample.
///
/// Assumption: one in ten; programme.md 4.8 says "a sample" and no size.
const SAMPLE_ONE_IN: u8 = 10;

impl Session {
    /// Whether somebody who supervises should sign it once it took place: every one of some kinds, and a sample of the rest.
    /// Which are in the sample follows from the session's id, so that nobody chooses it.
    pub fn should_be_signed(&self) -> bool {
        let last = self.id.uuid().as_bytes()[15];
        matches!(self.stage, Stage::Done) && (self.kind.signed || last.is_multiple_of(SAMPLE_ONE_IN))
    }
}
