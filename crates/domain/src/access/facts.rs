//! Who asks, and what the store found out about them and the record before anything is decided.

use super::relation::Relation;
use super::token::Scopes;
use crate::agreement::AgreementState;
use crate::id::{AccountId, SignInId, SiteId, TaskLinkId, TokenId};
use crate::role::{DutySet, RoleSet};

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Actor {
    /// Somebody signed in.
    Account {
        /// Their account.
        id: AccountId,
        /// The sign-in they ask through.
        sign_in: SignInId,
    },
    /// A program of the authority or charity, for one site.
    SiteToken {
        /// The token.
        id: TokenId,
        /// The only site it can act in.
        site: SiteId,
        /// What it was made for.
        scopes: Scopes,
    },
    /// The service itself, doing the job of this name; see [`super::JOBS`].
    Job(&'static str),
    /// Anybody, not signed in.
    Public,
    /// Somebody without an account, through a link for one task.
    TaskLink(TaskLinkId),
}

/// How the person proved who they are, weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Proof {
    /// One factor.
    One,
    /// Two factors, or a passkey.
    Two,
    /// Two factors or a passkey within the last ten minutes.
    Fresh,
}

/// The state of the record asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RecordState {
    /// It is in use. Also for objects that are no record: public pages, one's own, lists, system.
    Open,
    /// It is finished and only read: a family closed, an account or a role ended. A referral that
    /// was decided is not closed; its own stage answers.
    Closed,
    /// There is no such record.
    Absent,
}

/// Why somebody opens what needs a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReasonCode {
    /// To visit.
    Visit,
    /// To collect a child or bring one home.
    Collect,
    /// To send a letter.
    Letter,
    /// Somebody may be in danger.
    Emergency,
    /// For a court or a formal meeting.
    Court,
    /// By an urgent opening; its own reason is with it.
    BreakGlass,
}

impl ReasonCode {
    /// Every reason, in the order people read them; the last is set by [`super::may`] and never offered.
    pub const ALL: [Self; 6] = [
        Self::Visit,
        Self::Collect,
        Self::Letter,
        Self::Emergency,
        Self::Court,
        Self::BreakGlass,
    ];

    /// The reason's name in the journal and the words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Visit => "visit",
            Self::Collect => "collect",
            Self::Letter => "letter",
            Self::Emergency => "emergency",
            Self::Court => "court",
            Self::BreakGlass => "break_glass",
        }
    }

    /// The reason with this key, if there is one.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.key() == key)
    }
}

/// What the store found out for one decision. Anything it does not know stays as [`Facts::none`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own, looked up on its own"
)]
pub struct Facts {
    /// The programme area of the object, where it has one.
    pub site: Option<SiteId>,
    /// The actor's roles at that site today. For [`super::Object::Own`], anywhere; for
    /// [`super::Object::System`], those granted for the whole installation.
    pub roles: RoleSet,
    /// The actor's duties today.
    pub duties: DutySet,
    /// How the actor stands to the object.
    pub relation: Relation,
    /// Somebody the object is about is protected from this actor.
    pub protected: bool,
    /// The actor has an urgent opening of this family that has not run out.
    pub break_glass: bool,
    /// Where the site stands with its agreement today.
    pub agreement: AgreementState,
    /// The state of the record.
    pub state: RecordState,
    /// How this sign-in was proven.
    pub proof: Proof,
    /// The account has a passkey or a second factor.
    pub second_factor_enrolled: bool,
    /// The object is the actor's own doing: their account, a role for them or proposed by them,
    /// an urgent opening they asked for.
    pub own_account: bool,
    /// The reason the actor gave, where the action needs one.
    pub reason: Option<ReasonCode>,
    /// For lists: every site the actor has a role in, the roles, and its agreement today. A role
    /// for the whole installation counts in every site.
    pub sites: Vec<(SiteId, RoleSet, AgreementState)>,
}

impl Facts {
    /// Nothing known, no such record: everything is refused.
    pub const fn none() -> Self {
        Self {
            site: None,
            roles: RoleSet::EMPTY,
            duties: DutySet::EMPTY,
            relation: Relation::None,
            protected: false,
            break_glass: false,
            agreement: AgreementState::None,
            state: RecordState::Absent,
            proof: Proof::One,
            second_factor_enrolled: false,
            own_account: false,
            reason: None,
            sites: Vec::new(),
        }
    }

    /// Nothing known, about an object that is no record: public pages, one's own, lists, system.
    pub fn no_record() -> Self {
        Self {
            state: RecordState::Open,
            ..Self::none()
        }
    }
}
