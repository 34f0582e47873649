//! Role grants: a role is proposed by one person and confirmed by another.
//!
//! ```text
//! proposed ─confirm, by somebody else▶ held ─end▶ ended
//!     └──────────────end───────────────────────────▲
//! ```

use jiff::civil::Date;

use crate::id::{AccountId, GrantId, SiteId};
use crate::role::Role;

/// A role for an account, proposed, held or ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleGrant {
    /// Its id.
    pub id: GrantId,
    /// Whose role.
    pub account: AccountId,
    /// The role.
    pub role: Role,
    /// Where; `None` for the whole installation.
    pub site: Option<SiteId>,
    /// Who proposed it.
    pub proposed_by: AccountId,
    /// Where it stands.
    pub stage: GrantStage,
}

/// Where a role grant stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GrantStage {
    /// It waits for a second person.
    Proposed {
        /// The day it was proposed.
        on: Date,
    },
    /// It holds.
    Held {
        /// The first day it holds.
        since: Date,
        /// Who confirmed it.
        by: AccountId,
    },
    /// It has ended, or was never confirmed and will not be.
    Ended {
        /// The day it ended; it does not hold on that day.
        on: Date,
        /// Who ended it.
        by: AccountId,
    },
}

/// Why a role grant is not changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GrantRefusal {
    /// A role needs two people: neither who proposed it nor who gets it can confirm it.
    #[error("a second person confirms a role")]
    SecondPersonNeeded,
    /// It is held already.
    #[error("held since {since}")]
    AlreadyHeld {
        /// Since when.
        since: Date,
    },
    /// It has ended.
    #[error("ended on {on}")]
    AlreadyEnded {
        /// On which day.
        on: Date,
    },
}

impl RoleGrant {
    /// Proposes a role.
    pub const fn propose(
        id: GrantId,
        account: AccountId,
        role: Role,
        site: Option<SiteId>,
        proposed_by: AccountId,
        on: Date,
    ) -> Self {
        Self {
            id,
            account,
            role,
            site,
            proposed_by,
            stage: GrantStage::Proposed { on },
        }
    }

    /// Confirms it.
    ///
    /// # Errors
    /// It does not wait for that, or this person has a hand in it already.
    pub fn confirm(self, by: AccountId, on: Date) -> Result<Self, GrantRefusal> {
        match self.stage {
            GrantStage::Held { since, .. } => Err(GrantRefusal::AlreadyHeld { since }),
            GrantStage::Ended { on, .. } => Err(GrantRefusal::AlreadyEnded { on }),
            GrantStage::Proposed { .. } if by == self.proposed_by || by == self.account => {
                Err(GrantRefusal::SecondPersonNeeded)
            }
            GrantStage::Proposed { .. } => Ok(Self {
                stage: GrantStage::Held { since: on, by },
                ..self
            }),
        }
    }

    /// Ends it, held or only proposed.
    ///
    /// # Errors
    /// It has ended before.
    pub fn end(self, by: AccountId, on: Date) -> Result<Self, GrantRefusal> {
        match self.stage {
            GrantStage::Ended { on, .. } => Err(GrantRefusal::AlreadyEnded { on }),
            GrantStage::Proposed { .. } | GrantStage::Held { .. } => Ok(Self {
                stage: GrantStage::Ended { on, by },
                ..self
            }),
        }
    }

    /// Whether it holds on a day.
    pub fn holds_on(&self, day: Date) -> bool {
        matches!(self.stage, GrantStage::Held { since, .. } if since <= day)
    }
}
