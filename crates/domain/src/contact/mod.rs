//! The weekly rule: what a family's level means each week, and what came of it.
//!
//! ```text
//! due  =  met  +  waived (a review stood in for it)  +  excused  +  missed  +  open (the week is not over)
//! ```
//! A week runs from Monday to Sunday. One with fewer than four days at one level, or without a carer, is not counted. Where
//! the dose is for several weeks (one session in two), what is due falls in the last of them, and what was done in an earlier
//! one counts. Source: details.md 6.

mod days;
mod next;
mod tally;
mod week;

pub use days::{Days, monday_of};
pub use next::{next_contact, weeks_for_next};
pub use tally::{Tally, tally, weeks_of};
pub use week::{Figure, Week, figure, week, weeks};

use crate::level::Ladders;
use crate::session::Stage;
use crate::step::Steps;
use jiff::civil::Date;

/// In how many days of a week a level must hold for the week to be counted at it.
///
/// Source: details.md 6, "a week with fewer than four days at that level is not counted".
pub const COUNTED_DAYS_MIN: usize = 4;

/// A session as far as the weekly rule asks.
///
/// Assumption: each session that took place is contact, whatever its kind, and no call for help: that has a record of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contact {
    /// The day.
    pub on: Date,
    /// How it stands.
    pub stage: Stage,
}

/// What is known of one family's contact.
#[derive(Clone, Debug)]
pub struct Record {
    /// Its steps.
    pub steps: Steps,
    /// The site's ladders.
    pub ladders: Ladders,
    /// When a household supported it, one match after another.
    pub with_carer: Vec<Days>,
    /// Its sessions, in any order.
    pub sessions: Vec<Contact>,
    /// The days of reviews and support meetings that were held, in any order.
    pub held: Vec<Date>,
    /// When the household of the match was away.
    pub away: Vec<Days>,
    /// When another household stood in.
    pub covered: Vec<Days>,
    /// When something outside (snow, a flood, an infection) kept everybody of the area at home.
    pub disrupted: Vec<Days>,
}

impl Record {
    /// Whether nobody can be expected to come on a day: the household is away and nobody stands in, or something outside
    /// keeps everybody at home.
    fn is_let_off(&self, day: Date) -> bool {
        let within = |times: &[Days]| times.iter().any(|days| days.covers(day));
        within(&self.disrupted) || (within(&self.away) && !within(&self.covered))
    }
}
