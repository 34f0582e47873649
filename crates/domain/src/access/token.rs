//! Tokens that act for a programme area: each was made for named purposes, and has no others.

use super::{Action, Facts};
use crate::agreement::AgreementState;
use crate::id::SiteId;

/// One purpose a site's token can be made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TokenScope {
    /// Send referrals in from the authority's own system.
    Refer,
    /// Read referrals and the waiting list.
    ReadReferrals,
    /// Read the figures of the running service.
    ReadMetrics,
}

impl TokenScope {
    /// Every purpose, in the order people read them.
    pub const ALL: [Self; 3] = [Self::Refer, Self::ReadReferrals, Self::ReadMetrics];

    /// The purpose's name in the database and the interface.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Refer => "refer",
            Self::ReadReferrals => "read_referrals",
            Self::ReadMetrics => "read_metrics",
        }
    }

    /// The purpose with this key, if there is one.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.key() == key)
    }

    /// The actions it covers.
    pub const fn actions(self) -> &'static [Action] {
        match self {
            Self::Refer => &[Action::Refer],
            Self::ReadReferrals => &[Action::ListReferrals, Action::OpenReferral, Action::ListWaiting],
            Self::ReadMetrics => &[Action::ReadMetrics],
        }
    }
}

/// The purposes one token was made for.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Scopes(u8);

impl Scopes {
    /// No purpose: a token that can do nothing.
    pub const EMPTY: Self = Self(0);

    /// This set and one more purpose.
    #[must_use]
    pub const fn with(self, scope: TokenScope) -> Self {
        Self(self.0 | 1 << scope as u8)
    }

    /// Whether the token was made for this.
    pub const fn contains(self, scope: TokenScope) -> bool {
        self.0 & (1 << scope as u8) != 0
    }

    /// The purposes, in the order of [`TokenScope::ALL`].
    pub fn iter(self) -> impl Iterator<Item = TokenScope> {
        TokenScope::ALL.into_iter().filter(move |scope| self.contains(*scope))
    }
}

impl FromIterator<TokenScope> for Scopes {
    fn from_iter<I: IntoIterator<Item = TokenScope>>(scopes: I) -> Self {
        scopes.into_iter().fold(Self::EMPTY, Self::with)
    }
}

impl std::fmt::Debug for Scopes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.iter().map(TokenScope::key)).finish()
    }
}

/// Whether a token allows an action: made for it, and about its own site under an agreement in
/// force. Only the figures of the service belong to no site.
pub(super) fn allows(site: SiteId, scopes: Scopes, action: Action, facts: &Facts) -> bool {
    let made_for = scopes.iter().any(|scope| scope.actions().contains(&action));
    let at_home = facts.site == Some(site) && facts.agreement == AgreementState::InForce;
    made_for && (at_home || action == Action::ReadMetrics)
}
