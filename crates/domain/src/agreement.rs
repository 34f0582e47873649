//! Information sharing agreements: they switch access on and off by date.
//!
//! ```text
//! (none) ─▶ not yet ─from▶ in force ─after to▶ wind-down ─days pass▶ lapsed
//! ```
//! When one lapses, access winds down instead of stopping: people already assigned keep what keeps
//! a child safe for a while, and everybody is warned long before.

use jiff::civil::Date;

use crate::id::{AgreementId, AuthorityId, OrganisationId, SiteId};
use crate::role::RoleSet;
use crate::text::Text;

/// How long people already assigned keep safety facts after an agreement ends, in days.
///
/// Assumption: 30 days; a site may set its own. Too short and a carer loses a number to ring.
pub const WIND_DOWN_DAYS: u16 = 30;

/// An agreement between an authority and a charity about one programme area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// Its id.
    pub id: AgreementId,
    /// The programme area it is about.
    pub site: SiteId,
    /// The authority that shares.
    pub authority: AuthorityId,
    /// The charity it shares with.
    pub organisation: OrganisationId,
    /// The first day it holds.
    pub from: Date,
    /// The last day it holds.
    pub to: Date,
    /// What the facts may be used for.
    pub purposes: Vec<Text>,
    /// Which facts, and who may see each.
    pub categories: Vec<Category>,
    /// Who signed, and when.
    pub signatures: Vec<Signature>,
    /// The day by which both parties look at it again.
    pub review_on: Date,
}

/// A sort of facts named in an agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// What the facts are, in the agreement's words.
    pub facts: Text,
    /// The roles that may see them.
    pub seen_by: RoleSet,
}

/// One signature under an agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Name and office of the person who signed.
    pub by: Text,
    /// The day of the signature.
    pub on: Date,
}

/// Why an agreement cannot be recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AgreementProblem {
    /// The last day is before the first.
    #[error("ends on {to}, before it begins on {from}")]
    EndsBeforeItBegins {
        /// The first day given.
        from: Date,
        /// The last day given.
        to: Date,
    },
    /// Nothing says what the facts may be used for.
    #[error("no purpose is named")]
    NoPurpose,
}

impl Agreement {
    /// Everything that stands against recording it; empty when it is in order.
    pub fn problems(&self) -> Vec<AgreementProblem> {
        let mut found = Vec::new();
        if self.to < self.from {
            found.push(AgreementProblem::EndsBeforeItBegins {
                from: self.from,
                to: self.to,
            });
        }
        if self.purposes.is_empty() {
            found.push(AgreementProblem::NoPurpose);
        }
        found
    }

    /// Whether it holds on this day; its first and last day are included.
    pub fn in_force(&self, today: Date) -> bool {
        self.from <= today && today <= self.to
    }
}

/// Where a site stands with its agreements on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AgreementState {
    /// There has never been one.
    None,
    /// The first begins later.
    NotYet,
    /// One holds today.
    InForce,
    /// The last one ended a short while ago.
    WindDown {
        /// Days of the wind-down left, today included: 1 on its last day.
        days_left: u16,
    },
    /// The last one ended, and its wind-down is over.
    Lapsed,
}

impl AgreementState {
    /// The state's name in the words and the interface.
    pub const fn key(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::NotYet => "not_yet",
            Self::InForce => "in_force",
            Self::WindDown { .. } => "wind_down",
            Self::Lapsed => "lapsed",
        }
    }
}

/// Works out where a site stands from all its agreements, past and to come.
///
/// A gap before a renewal that has not begun yet winds down like any other, and has then lapsed.
pub fn state_on(agreements: &[Agreement], today: Date, wind_down_days: u16) -> AgreementState {
    if agreements.iter().any(|one| one.in_force(today)) {
        return AgreementState::InForce;
    }
    let ended = agreements
        .iter()
        .filter(|one| one.from <= one.to && one.to < today)
        .map(|one| one.to)
        .max();
    let Some(ended) = ended else {
        let to_come = agreements.iter().any(|one| today < one.from);
        return if to_come {
            AgreementState::NotYet
        } else {
            AgreementState::None
        };
    };
    let days_since = days_between(ended, today);
    match (i32::from(wind_down_days) + 1)
        .checked_sub(days_since)
        .map(u16::try_from)
    {
        Some(Ok(days_left)) if days_left > 0 => AgreementState::WindDown { days_left },
        _ => AgreementState::Lapsed,
    }
}

/// How soon an agreement ends, once that is worth saying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The notice this falls under: 90, 30 or 7 days.
    pub within_days: u8,
    /// Days until the last day it holds: 0 on that day.
    pub days_left: u8,
}

/// The warning due today about an agreement that will end: at 90, 30 and 7 days (details.md 2).
pub fn warning(agreement: &Agreement, today: Date) -> Option<Warning> {
    if !agreement.in_force(today) {
        return None;
    }
    let days_left = u8::try_from(days_between(today, agreement.to)).ok()?;
    [7, 30, 90]
        .into_iter()
        .find(|within| days_left <= *within)
        .map(|within_days| Warning { within_days, days_left })
}

/// Days from one day to a later one; negative the other way round.
fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).expect("two days are a number of days apart").get_days()
}
