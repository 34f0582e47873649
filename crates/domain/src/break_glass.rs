//! Urgent openings ("break-glass"): a record opened without the usual relation, in the open.
//!
//! ```text
//! asked ─▶ open, at most four hours ─▶ run out          and beside it: waiting for review ─▶ reviewed
//! ```
//! The data protection lead is told at once and a second person reviews it. Addresses of protected
//! people are never opened this way (see [`crate::access`]).

use jiff::{SignedDuration, Timestamp};

use crate::id::{AccountId, BreakGlassId, FamilyId};
use crate::text::Text;

/// The longest an urgent opening lasts, in hours. Source: details.md 2.
pub const BREAK_GLASS_HOURS_MAX: u8 = 4;

/// One urgent opening of one family's record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BreakGlass {
    /// Its id.
    pub id: BreakGlassId,
    /// Who asked.
    pub account: AccountId,
    /// Whose record.
    pub family: FamilyId,
    /// Why, in their words.
    pub reason: Text,
    /// When they asked.
    pub asked_at: Timestamp,
    /// When it runs out; at that instant it has.
    pub until: Timestamp,
    /// What the second person made of it.
    pub review: Review,
}

/// Where the review of an urgent opening stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Review {
    /// Nobody has reviewed it yet.
    Awaited,
    /// Somebody has.
    Done {
        /// Who.
        by: AccountId,
        /// When.
        at: Timestamp,
        /// What they found.
        finding: Finding,
        /// What they wrote, if anything.
        note: Option<Text>,
    },
}

/// What the second person found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Finding {
    /// There was good reason.
    Justified,
    /// There was not: it is followed up outside this service.
    NotJustified,
}

impl Finding {
    /// Both findings.
    pub const ALL: [Self; 2] = [Self::Justified, Self::NotJustified];

    /// The finding's name in the database and the words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Justified => "justified",
            Self::NotJustified => "not_justified",
        }
    }

    /// The finding with this key, if there is one.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|finding| finding.key() == key)
    }
}

/// Why an urgent opening or its review is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BreakGlassRefusal {
    /// It was asked for no time, or for too long.
    #[error("{hours} hours, from 1 to {max}")]
    Hours {
        /// The hours asked for.
        hours: u8,
        /// The most.
        max: u8,
    },
    /// The reviewer is the one who asked.
    #[error("nobody reviews their own")]
    OwnReview,
    /// Somebody has reviewed it already.
    #[error("reviewed already")]
    AlreadyReviewed,
}

impl BreakGlass {
    /// Opens a family's record urgently, for a number of hours.
    ///
    /// # Errors
    /// The hours are none, or more than [`BREAK_GLASS_HOURS_MAX`].
    pub fn ask(
        id: BreakGlassId,
        account: AccountId,
        family: FamilyId,
        reason: Text,
        hours: u8,
        now: Timestamp,
    ) -> Result<Self, BreakGlassRefusal> {
        if hours == 0 || BREAK_GLASS_HOURS_MAX < hours {
            return Err(BreakGlassRefusal::Hours {
                hours,
                max: BREAK_GLASS_HOURS_MAX,
            });
        }
        let until = now
            .saturating_add(SignedDuration::from_hours(i64::from(hours)))
            .unwrap_or(Timestamp::MAX);
        Ok(Self {
            id,
            account,
            family,
            reason,
            asked_at: now,
            until,
            review: Review::Awaited,
        })
    }

    /// Whether it still opens the record.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.asked_at <= now && now < self.until
    }

    /// Records what a second person found.
    ///
    /// # Errors
    /// They are the one who asked, or it was reviewed before.
    pub fn reviewed(
        self,
        by: AccountId,
        at: Timestamp,
        finding: Finding,
        note: Option<Text>,
    ) -> Result<Self, BreakGlassRefusal> {
        if by == self.account {
            return Err(BreakGlassRefusal::OwnReview);
        }
        match self.review {
            Review::Done { .. } => Err(BreakGlassRefusal::AlreadyReviewed),
            Review::Awaited => Ok(Self {
                review: Review::Done { by, at, finding, note },
                ..self
            }),
        }
    }
}
