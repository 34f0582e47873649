//! Reviews: every three months whoever supports a family sits down with it, looks back, and decides. A support meeting is the
//! same in small: people meet about the family, and need not decide.
//!
//! ```text
//! planned ─▶ held ─▶ (put right)
//!        └─▶ called off
//! ```

mod contribution;
mod next;
mod paper;
mod prepare;
mod verbs;

pub use contribution::Contribution;
pub use next::next_review;
pub use paper::{READING_ROLES, Reader, Shows, has_a_paper};
pub use prepare::{Became, Moved, Period, Since, WEEKS_MAX, became, moved};
pub use verbs::{AHEAD_DAYS_MAX, Bounds, Event, NewReview, Refusal, hold, plan};

use crate::id::{AccountId, FamilyId, PersonId, ReviewId, SiteId};
use crate::text::Text;
use jiff::civil::Date;

/// One review or support meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Its id.
    pub id: ReviewId,
    /// The family.
    pub family: FamilyId,
    /// The family's programme area.
    pub site: SiteId,
    /// Who wrote it down, or planned it.
    pub author: AccountId,
    /// Which of the two it is.
    pub kind: ReviewKind,
    /// The day.
    pub on: Date,
    /// How it stands.
    pub stage: Stage,
    /// What was decided, in reading order, each once.
    pub decided: Vec<Decision>,
    /// Who was there beside the family.
    pub there: Vec<Attendee>,
    /// Who of the family was there.
    pub present: Vec<PersonId>,
    /// Counts its changes.
    pub version: i64,
}

keyed! {
    /// What people meet for.
    ReviewKind {
        /// The review every three months. Source: programme.md 4.10.
        Review = "review",
        /// A meeting about the family in between. Source: programme.md 4.8.
        SupportMeeting = "support_meeting",
    }
}

keyed! {
    /// How a review stands.
    Stage {
        /// It is to come.
        Planned = "planned",
        /// It was held.
        Held = "held",
        /// It was called off before.
        CalledOff = "called_off",
    }
}

keyed! {
    /// What a review decides. Source: programme.md 4.10.
    Decision {
        /// Support goes on as it is.
        Continue = "continue",
        /// Support steps up or down.
        Step = "step",
        /// Support goes on for longer than planned.
        Extend = "extend",
        /// Support closes.
        Close = "close",
    }
}

keyed! {
    /// Who was there beside the family. Assumption: these nine; no list is published.
    Attendee {
        /// The family support foster carer.
        Carer = "carer",
        /// The supervising social worker.
        Supervisor = "supervisor",
        /// The family's social worker.
        FamilyWorker = "family_worker",
        /// The programme team.
        Programme = "programme",
        /// The authority's team manager.
        TeamManager = "team_manager",
        /// Somebody of a school or nursery.
        School = "school",
        /// Somebody of a health service.
        Health = "health",
        /// An advocate.
        Advocate = "advocate",
        /// Somebody else.
        Other = "other",
    }
}

/// What was said, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What went well and what was talked about.
    pub said: Text,
    /// What the family said, in their own words.
    pub theirs: Option<Text>,
    /// What happens next, and who does it.
    pub next: Option<Text>,
}
