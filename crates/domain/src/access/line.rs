//! What is always true of an action, as one line.

use super::Proof;
use super::object::ObjectKind;

/// Who may do an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Open {
    /// Anybody at all.
    Everybody,
    /// Anybody signed in to an account.
    SignedIn,
    /// Only somebody in a role that allows it.
    ByRole,
}

/// What is always true of one action.
#[derive(Clone, Copy, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is true of an action whatever the others are"
)]
pub(super) struct Line {
    pub(super) key: &'static str,
    pub(super) on: &'static [ObjectKind],
    pub(super) open: Open,
    pub(super) proof: Proof,
    pub(super) writes: bool,
    pub(super) when_closed: bool,
    pub(super) content: bool,
    pub(super) break_glass: bool,
    pub(super) by_another: bool,
    pub(super) reason: bool,
}

pub(super) const fn read(key: &'static str, on: &'static [ObjectKind]) -> Line {
    Line {
        key,
        on,
        open: Open::ByRole,
        proof: Proof::Two,
        writes: false,
        when_closed: false,
        content: false,
        break_glass: false,
        by_another: false,
        reason: false,
    }
}

pub(super) const fn write(key: &'static str, on: &'static [ObjectKind]) -> Line {
    Line {
        writes: true,
        ..read(key, on)
    }
}

impl Line {
    pub(super) const fn to_all(self) -> Self {
        Self {
            open: Open::Everybody,
            proof: Proof::One,
            ..self
        }
    }

    pub(super) const fn own(self) -> Self {
        Self {
            open: Open::SignedIn,
            ..self
        }
    }

    pub(super) const fn one_factor(self) -> Self {
        Self {
            proof: Proof::One,
            ..self
        }
    }

    pub(super) const fn step_up(self) -> Self {
        Self {
            proof: Proof::Fresh,
            ..self
        }
    }

    pub(super) const fn content(self) -> Self {
        Self { content: true, ..self }
    }

    pub(super) const fn break_glass(self) -> Self {
        Self {
            break_glass: true,
            ..self
        }
    }

    pub(super) const fn when_closed(self) -> Self {
        Self {
            when_closed: true,
            ..self
        }
    }

    pub(super) const fn by_another(self) -> Self {
        Self {
            by_another: true,
            ..self
        }
    }

    pub(super) const fn with_reason(self) -> Self {
        Self { reason: true, ..self }
    }
}
