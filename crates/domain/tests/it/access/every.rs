//! Every value that decides access, for going through all of them.

use domain::access::{Action, Actor, Denied, Facts, Object, ObjectKind, Permit, Proof, ReasonCode, RecordState};
use domain::access::{OWN_TEXT_DAYS, Relation, may};
use domain::agreement::AgreementState;
use domain::id::{
    AccountId, AddressId, BreakGlassId, ConcernId, CrisisId, FamilyId, GrantId, HouseholdId, LikenessId, MatchId,
    OfferId, PersonId, ReferralId, SessionId, SignInId, SiteId, TaskLinkId,
};
use domain::role::{Role, RoleSet};
use jiff::Timestamp;

pub const SITE: SiteId = SiteId::from_bytes([7; 16]);
pub const OTHER_SITE: SiteId = SiteId::from_bytes([8; 16]);

pub const AGREEMENTS: [AgreementState; 5] = [
    AgreementState::None,
    AgreementState::NotYet,
    AgreementState::InForce,
    AgreementState::WindDown { days_left: 12 },
    AgreementState::Lapsed,
];

pub const STATES: [RecordState; 3] = [RecordState::Open, RecordState::Closed, RecordState::Absent];

pub const PROOFS: [Proof; 3] = [Proof::One, Proof::Two, Proof::Fresh];

pub const OBJECTS: [Object; 20] = [
    Object::Public,
    Object::Own,
    Object::Lists,
    Object::System,
    Object::Site(SITE),
    Object::Family(FamilyId::from_bytes([1; 16])),
    Object::Referral(ReferralId::from_bytes([2; 16])),
    Object::Person(PersonId::from_bytes([3; 16])),
    Object::Account(AccountId::from_bytes([4; 16])),
    Object::Address(AddressId::from_bytes([5; 16])),
    Object::Grant(GrantId::from_bytes([6; 16])),
    Object::BreakGlass(BreakGlassId::from_bytes([9; 16])),
    Object::Likeness(LikenessId::from_bytes([10; 16])),
    Object::TaskLink(TaskLinkId::from_bytes([31; 16])),
    Object::Household(HouseholdId::from_bytes([32; 16])),
    Object::Offer(OfferId::from_bytes([33; 16])),
    Object::Match(MatchId::from_bytes([34; 16])),
    Object::Session(SessionId::from_bytes([35; 16])),
    Object::Concern(ConcernId::from_bytes([36; 16])),
    Object::Crisis(CrisisId::from_bytes([37; 16])),
];

pub fn relations() -> [Relation; 7] {
    [
        Relation::None,
        Relation::SameSite,
        Relation::Formerly {
            days: OWN_TEXT_DAYS + 1,
        },
        Relation::Formerly { days: OWN_TEXT_DAYS },
        Relation::FamilyMember,
        Relation::Assigned,
        Relation::Own,
    ]
}

pub fn object(kind: ObjectKind) -> Object {
    OBJECTS
        .into_iter()
        .find(|object| object.kind() == kind)
        .expect("there is one of every kind")
}

/// The first object an action can be done to.
pub fn object_of(action: Action) -> Object {
    object(action.kinds()[0])
}

pub fn account() -> Actor {
    Actor::Account {
        id: AccountId::from_bytes([20; 16]),
        sign_in: SignInId::from_bytes([21; 16]),
    }
}

pub fn now() -> Timestamp {
    "2026-11-21T10:00:00Z".parse().expect("an instant")
}

/// Somebody in this role, in the usual case: agreement in force, record open, freshly proven.
pub fn facts(role: Role, relation: Relation) -> Facts {
    let roles = RoleSet::EMPTY.with(role);
    Facts {
        site: Some(SITE),
        roles,
        relation,
        agreement: AgreementState::InForce,
        state: RecordState::Open,
        proof: Proof::Fresh,
        second_factor_enrolled: true,
        reason: Some(ReasonCode::Visit),
        sites: vec![(SITE, roles, AgreementState::InForce)],
        ..Facts::none()
    }
}

/// Asks for the somebody signed in.
pub fn ask(action: Action, object: Object, facts: &Facts) -> Result<Permit, Denied> {
    may(&account(), action, object, facts, now())
}

/// Only the refusal, for comparing.
pub fn denied(action: Action, object: Object, facts: &Facts) -> Option<Denied> {
    ask(action, object, facts).err()
}
