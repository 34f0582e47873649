//! A family's plan: what they want, what support there is, how often and until when.
//!
//! ```text
//! version 1 ─write▶ version 2 ─write▶ …      a version is never changed; each can be agreed with, or not
//! extension:  asked ─programme [and authority]▶ agreed
//!                  └─either▶ not_agreed
//! ```
//! Each version says everything, so that two can be read side by side and what somebody signed stays what they signed.

mod extension;
mod verbs;
mod view;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::id::{FamilyId, GoalId, PersonId, PlanId};
use crate::need::Need;
use crate::support::SupportKind;

pub use extension::{
    Agreed, EXTENSION_MONTHS_MAX, Extension, ExtensionEvent, ExtensionRefusal, ExtensionStage, NewExtension,
    PROGRAMME_ALONE_MONTHS, Side,
};
pub use verbs::{Bounds, Event, GOALS_MAX, NewGoal, NewPlan, Refusal, Term};
pub use view::{NewView, Stance, ViewRefusal, Viewer};

/// How many days before its planned end support counts as ending soon, so that the family, the carer and the authority have
/// time to finish well or to ask for longer.
///
/// Assumption: 56, eight weeks; no number is published.
pub const ENDS_SOON_DAYS: i64 = 56;

/// Whether support that is planned until a day ends soon, or should have ended.
pub fn ends_soon(planned_end: Date, today: Date) -> bool {
    planned_end <= today.saturating_add(ENDS_SOON_DAYS.days())
}

/// One version of a family's plan, without its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Its id.
    pub id: PlanId,
    /// The family.
    pub family: FamilyId,
    /// Which version it is, from 1.
    pub version: u32,
    /// The day of the planning meeting it comes from.
    pub met_on: Date,
    /// The last day of support as planned.
    pub planned_end: Date,
    /// The areas of need it is about, in the order of [`crate::need::NEEDS`].
    pub needs: Vec<&'static Need>,
    /// The kinds of support, in the order of [`crate::support::KINDS`].
    pub support: Vec<(&'static SupportKind, HowOften)>,
    /// The goals it holds, in their order, each with whose it is.
    pub goals: Vec<(GoalId, PersonId)>,
}

keyed! {
    /// How often a kind of support is given. Assumption: these six; no list is published.
    HowOften {
        /// Every day.
        Daily = "daily",
        /// Twice a week.
        TwiceWeekly = "twice_weekly",
        /// Once a week.
        Weekly = "weekly",
        /// Every two weeks.
        Fortnightly = "fortnightly",
        /// Once a month.
        Monthly = "monthly",
        /// When it is needed.
        AsNeeded = "as_needed",
    }
}
