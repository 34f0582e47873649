//! How somebody must have proved who they are, and what they must say.

use domain::access::{Action, Denied, Object, ObjectKind, Proof, Relation};
use domain::agreement::AgreementState;
use domain::role::{Role, RoleSet};

use super::every::{OTHER_SITE, denied, facts, object, object_of};

#[test]
fn staff_without_a_second_factor_must_add_one_before_any_work() {
    let mut facts = facts(Role::ProgrammeManager, Relation::SameSite);
    facts.proof = Proof::One;
    facts.second_factor_enrolled = false;
    assert_eq!(
        denied(Action::ListWaiting, Object::Lists, &facts),
        Some(Denied::SecondFactor)
    );
    assert_eq!(denied(Action::SeeHome, Object::Own, &facts), None);
    assert_eq!(denied(Action::EnrolSecondFactor, Object::Own, &facts), None);
    facts.second_factor_enrolled = true;
    assert_eq!(denied(Action::ListWaiting, Object::Lists, &facts), Some(Denied::StepUp));
    facts.proof = Proof::Two;
    assert_eq!(denied(Action::ListWaiting, Object::Lists, &facts), None);
}

#[test]
fn a_thief_who_knows_a_password_cannot_add_a_second_factor_of_their_own() {
    let mut facts = facts(Role::Parent, Relation::None);
    facts.proof = Proof::Two;
    assert_eq!(
        denied(Action::EnrolSecondFactor, Object::Own, &facts),
        Some(Denied::StepUp)
    );
}

#[test]
fn a_role_at_another_site_makes_somebody_staff_everywhere() {
    let mut facts = facts(Role::Parent, Relation::FamilyMember);
    facts.proof = Proof::One;
    assert_eq!(denied(Action::SeeOwnPart, object_of(Action::SeeOwnPart), &facts), None);
    facts
        .sites
        .push((OTHER_SITE, RoleSet::EMPTY.with(Role::Carer), AgreementState::InForce));
    assert_eq!(
        denied(Action::SeeOwnPart, object_of(Action::SeeOwnPart), &facts),
        Some(Denied::StepUp)
    );
}

#[test]
fn exports_addresses_and_changes_of_contact_or_role_ask_for_a_fresh_proof() {
    for (role, action) in [
        (Role::FamilyWorker, Action::ExportFamily),
        (Role::FamilyWorker, Action::OpenProtectedAddress),
        (Role::ProgrammeManager, Action::ExportWaiting),
        (Role::Administrator, Action::ProposeRole),
        (Role::Administrator, Action::ConfirmRole),
        (Role::Administrator, Action::EndRole),
        (Role::Administrator, Action::ChangeContact),
        (Role::Administrator, Action::RecordAgreement),
        (Role::Parent, Action::ChangeOwnAccount),
    ] {
        let mut facts = facts(role, Relation::Assigned);
        facts.proof = Proof::Two;
        assert_eq!(
            denied(action, object_of(action), &facts),
            Some(Denied::StepUp),
            "{action:?}"
        );
        assert!(action.needs_step_up(), "{action:?}");
    }
}

#[test]
fn a_protected_address_is_opened_only_with_a_reason() {
    let mut facts = facts(Role::FamilyWorker, Relation::Assigned);
    facts.reason = None;
    assert_eq!(
        denied(Action::OpenProtectedAddress, object(ObjectKind::Address), &facts),
        Some(Denied::ReasonNeeded)
    );
}

#[test]
fn reading_a_family_asks_for_no_fresh_proof() {
    for action in [
        Action::OpenFamily,
        Action::ListReferrals,
        Action::Refer,
        Action::SeeHome,
    ] {
        assert!(!action.needs_step_up(), "{action:?}");
    }
}
