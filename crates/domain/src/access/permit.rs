//! A permit: the proof that [`super::may`] said yes, used up by one unit of work.
//!
//! Only `may` makes one. It cannot be copied, so it is asked for again for every unit of work:
//!
//! ```compile_fail,E0599
//! fn twice(permit: domain::access::Permit) {
//!     drop(permit.clone());
//! }
//! ```
//!
//! ```compile_fail,E0382
//! fn twice(permit: domain::access::Permit, now: jiff::Timestamp) {
//!     drop(permit.spend(now));
//!     drop(permit.spend(now));
//! }
//! ```

use jiff::{SignedDuration, Timestamp};

use super::object::Object;
use super::relation::Relation;
use super::{Action, Actor, ReasonCode, Scope};
use crate::role::Role;

/// How long a permit holds, in seconds: as long as one request may take (details.md 2).
pub const PERMIT_SECONDS: i64 = 30;

/// What was permitted, to whom, and why.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Terms {
    pub(super) actor: Actor,
    pub(super) action: Action,
    pub(super) object: Object,
    pub(super) role: Option<Role>,
    pub(super) relation: Relation,
    pub(super) reason: Option<ReasonCode>,
    pub(super) scope: Scope,
}

/// A permit not used yet.
#[derive(Debug)]
#[must_use = "a permit that is not used was asked for in vain"]
pub struct Permit {
    terms: Terms,
    until: Timestamp,
}

/// A permit in use: what the unit of work that spent it may do.
#[derive(Debug)]
pub struct Spent {
    terms: Terms,
}

/// The permit was used too late.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the permit ran out at {until}")]
pub struct Expired {
    /// When it ran out.
    pub until: Timestamp,
}

impl Permit {
    pub(super) fn new(terms: Terms, now: Timestamp) -> Self {
        let until = now
            .saturating_add(SignedDuration::from_secs(PERMIT_SECONDS))
            .unwrap_or(Timestamp::MAX);
        Self { terms, until }
    }

    /// The last instant at which it can be used.
    pub const fn until(&self) -> Timestamp {
        self.until
    }

    /// Uses the permit up.
    ///
    /// # Errors
    /// It has run out.
    pub fn spend(self, now: Timestamp) -> Result<Spent, Expired> {
        if now <= self.until {
            Ok(Spent { terms: self.terms })
        } else {
            Err(Expired { until: self.until })
        }
    }
}

/// Both kinds tell the same things.
macro_rules! tells {
    ($name:ident) => {
        impl $name {
            /// Who asked.
            pub const fn actor(&self) -> &Actor {
                &self.terms.actor
            }

            /// What they may do.
            pub const fn action(&self) -> Action {
                self.terms.action
            }

            /// What they may do it to.
            pub const fn object(&self) -> Object {
                self.terms.object
            }

            /// The role that allowed it; `None` where none was needed.
            pub const fn role(&self) -> Option<Role> {
                self.terms.role
            }

            /// How they stand to the object.
            pub const fn relation(&self) -> Relation {
                self.terms.relation
            }

            /// The reason for an opening that needs one.
            pub const fn reason(&self) -> Option<ReasonCode> {
                self.terms.reason
            }

            /// What a list may show; for one record, its site.
            pub const fn scope(&self) -> &Scope {
                &self.terms.scope
            }
        }
    };
}

tells!(Permit);
tells!(Spent);
