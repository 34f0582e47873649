//! Who may do what with whose record.
//!
//! [`may`] is the one place that decides, from who asks, what they ask, and the facts: their roles,
//! how they stand to the record, the agreement, the record's state, and how they proved who they
//! are. What no rule allows is refused. A refusal never tells whether the record exists.
//!
//! ```text
//! no such record, protected, wrong kind, closed ─▶ refused
//! public? signed in? role and nearness? urgent opening? ─no▶ refused
//! two factors? fresh? a reason? ─no▶ asked for       ─yes▶ permit, 30 seconds, one unit of work
//! ```

mod action;
mod facts;
mod line;
mod list;
mod object;
mod permit;
mod relation;
mod rules;
mod token;

use jiff::Timestamp;

pub use action::Action;
pub use facts::{Actor, Facts, Proof, ReasonCode, RecordState};
pub use list::{Reach, Scope, reach};
pub use object::{Object, ObjectKind};
pub use permit::{Expired, PERMIT_SECONDS, Permit, Spent};
pub use relation::{OWN_TEXT_DAYS, Relation};
pub use token::{Scopes, TokenScope};

use crate::agreement::AgreementState;
use crate::role::Role;
use line::Open;
use permit::Terms;
use rules::Near;
pub use rules::{assigned_may, may_break_glass};

/// Why not. Each is one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Denied {
    /// Not theirs, or not there: the same answer for both.
    #[error("refused")]
    Refused,
    /// Allowed once they have proved again who they are.
    #[error("prove again who you are")]
    StepUp,
    /// Allowed once they have added a second factor to their account and used it.
    #[error("a second factor is needed first")]
    SecondFactor,
    /// Allowed once they have given a reason.
    #[error("a reason is needed")]
    ReasonNeeded,
    /// They are not signed in.
    #[error("sign in first")]
    SignIn,
}

/// The jobs of the service, and what each may do. None sees content.
///
/// `console` is somebody at the command line of the machine that holds the data and the key.
pub const JOBS: &[(&str, &[Action])] = &[
    ("checkpoint", &[Action::MakeCheckpoint]),
    (
        "console",
        &[
            Action::MakeSite,
            Action::OpenSite,
            Action::ListAccounts,
            Action::OpenAccount,
            Action::InviteAccount,
            Action::ProposeRole,
            Action::ConfirmRole,
            Action::EndRole,
            Action::EndSignIn,
            Action::ListAgreements,
            Action::RecordAgreement,
            Action::ListMessages,
            Action::MakeCheckpoint,
            Action::ReadJournalHeaders,
        ],
    ),
    // It brings in what whoever runs the service has on file already, and reads nothing back.
    ("import", &[Action::ImportReferrals]),
];

/// What allowed an action.
struct Ground {
    role: Option<Role>,
    by_break_glass: bool,
    scope: Scope,
}

impl Ground {
    fn of(role: Option<Role>, facts: &Facts) -> Self {
        Self {
            role,
            by_break_glass: false,
            scope: Scope::one(facts.site),
        }
    }
}

/// Decides whether an actor may do something to an object, and gives the permit for it.
///
/// # Errors
/// They may not ([`Denied::Refused`], the same whether or not the object exists), or not yet: every
/// other answer is given only to somebody who would otherwise be allowed, or who is not signed in.
pub fn may(actor: &Actor, action: Action, object: Object, facts: &Facts, now: Timestamp) -> Result<Permit, Denied> {
    if *actor == Actor::Public && !action.is_public() {
        return Err(Denied::SignIn);
    }
    if !can_be_done(action, object, facts) {
        return Err(Denied::Refused);
    }
    let ground = ground(actor, action, object, facts).ok_or(Denied::Refused)?;
    if matches!(actor, Actor::Account { .. }) {
        proven(action, facts)?;
    }
    if action.needs_reason() && facts.reason.is_none() {
        return Err(Denied::ReasonNeeded);
    }
    let reason = if ground.by_break_glass {
        Some(ReasonCode::BreakGlass)
    } else {
        facts.reason.filter(|_| action.needs_reason())
    };
    let terms = Terms {
        actor: actor.clone(),
        action,
        object,
        role: ground.role,
        relation: facts.relation,
        reason,
        scope: ground.scope,
    };
    Ok(Permit::new(terms, now))
}

/// Whether anybody at all could do this to this object now.
fn can_be_done(action: Action, object: Object, facts: &Facts) -> bool {
    let right_kind = action.kinds().contains(&object.kind());
    let right_site = match object {
        Object::Site(site) => facts.site == Some(site),
        _ => true,
    };
    let right_state = match facts.state {
        RecordState::Open => true,
        RecordState::Closed => !action.writes() || action.line().when_closed,
        RecordState::Absent => false,
    };
    right_kind && right_site && right_state && !facts.protected
}

/// What allows it, if anything does.
fn ground(actor: &Actor, action: Action, object: Object, facts: &Facts) -> Option<Ground> {
    if action.is_public() {
        return Some(Ground::of(None, facts));
    }
    match actor {
        Actor::Public => None,
        Actor::TaskLink(own) => {
            let is_own_task = action == Action::ReferByLink && object == Object::TaskLink(*own);
            let may = is_own_task && facts.agreement == AgreementState::InForce;
            may.then(|| Ground::of(None, facts))
        }
        Actor::Job(name) => {
            let (_, actions) = JOBS.iter().find(|(known, _)| known == name)?;
            actions.contains(&action).then(|| Ground::of(None, facts))
        }
        Actor::SiteToken { site, scopes, .. } => {
            token::allows(*site, *scopes, action, facts).then(|| Ground::of(None, facts))
        }
        Actor::Account { .. } => account_ground(action, object, facts),
    }
}

/// What allows it to somebody signed in.
fn account_ground(action: Action, object: Object, facts: &Facts) -> Option<Ground> {
    let line = action.line();
    if line.open == Open::SignedIn {
        return Some(Ground::of(None, facts));
    }
    if line.by_another && facts.own_account {
        return None;
    }
    if let Some(asked) = list::asked(action, object, facts) {
        let (role, scope) = list::shown(action, &asked)?;
        return Some(Ground {
            role: Some(role),
            by_break_glass: false,
            scope,
        });
    }
    let by_role = facts
        .roles
        .iter()
        .find(|role| rules::near(*role, action, facts.agreement).is_some_and(|near| is_near(near, facts)));
    if let Some(role) = by_role {
        return Some(Ground::of(Some(role), facts));
    }
    if !(line.break_glass && facts.break_glass && facts.relation.is_at_site()) {
        return None;
    }
    let role = facts
        .roles
        .iter()
        .find(|role| rules::may_break_glass(*role, facts.agreement))?;
    Some(Ground {
        by_break_glass: true,
        ..Ground::of(Some(role), facts)
    })
}

/// Whether somebody stands as near to the record as a rule asks.
const fn is_near(near: Near, facts: &Facts) -> bool {
    let relation = facts.relation;
    match near {
        Near::Role => true,
        Near::Site => relation.is_at_site(),
        Near::Assigned => relation.is_assigned(),
        Near::Author => facts.own_account && relation.is_or_was_lately(),
        Near::Member => matches!(relation, Relation::FamilyMember),
    }
}

/// Whether the sign-in was proven well enough. Asked last, so that it tells a stranger nothing.
fn proven(action: Action, facts: &Facts) -> Result<(), Denied> {
    let staff = facts.roles.any_staff() || facts.sites.iter().any(|(_, roles, _)| roles.any_staff());
    let needed = match action.line().proof {
        // A second way in is added with the first, if there is one, so that a thief cannot add theirs.
        Proof::One if action == Action::EnrolSecondFactor && facts.second_factor_enrolled => Proof::Fresh,
        Proof::Two if !staff => Proof::One,
        needed => needed,
    };
    if needed <= facts.proof {
        Ok(())
    } else if facts.second_factor_enrolled {
        Err(Denied::StepUp)
    } else {
        Err(Denied::SecondFactor)
    }
}
