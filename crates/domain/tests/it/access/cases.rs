//! Access in named cases, as somebody in the programme would put them.

use domain::access::{Action, Actor, Denied, Facts, Object, ObjectKind, Proof, ReasonCode, RecordState, Relation, may};
use domain::agreement::AgreementState;
use domain::role::Role;

use super::every::{
    AGREEMENTS, OBJECTS, OTHER_SITE, SITE, STATES, account, ask, denied, facts, now, object, object_of, relations,
};

fn check(role: Role, relation: Relation, action: Action, expected: Option<Denied>) {
    assert_eq!(
        denied(action, object_of(action), &facts(role, relation)),
        expected,
        "{role:?} {relation:?} {action:?}"
    );
}

const NO: Option<Denied> = Some(Denied::Refused);

#[test]
fn a_familys_social_worker_opens_the_family_they_work_with_and_no_other() {
    check(Role::FamilyWorker, Relation::Assigned, Action::OpenFamily, None);
    check(Role::FamilyWorker, Relation::Own, Action::OpenFamily, None);
    check(Role::FamilyWorker, Relation::SameSite, Action::OpenFamily, NO);
}

#[test]
fn a_worker_who_handed_the_family_over_reads_nothing_more_of_it() {
    let formerly = Relation::Formerly { days: 51 };
    for action in Action::ALL.into_iter().filter(|action| action.is_content()) {
        let asked = object_of(action);
        if !matches!(asked, Object::Lists) {
            check(Role::FamilyWorker, formerly, action, NO);
        }
    }
}

#[test]
fn a_carer_reads_what_they_wrote_themselves_for_thirty_days_after_and_nothing_else() {
    let formerly = |days| Relation::Formerly { days };
    let reads = |action: Action, relation: Relation, own: bool| {
        let mut facts = facts(Role::Carer, relation);
        facts.own_account = own;
        let kinds = [ObjectKind::Session, ObjectKind::Crisis];
        let on = kinds.map(|kind| denied(action, object(kind), &facts).is_none());
        assert_eq!(on[0], on[1], "a visit and a call for help alike");
        on[0]
    };
    for (relation, expected) in [
        (formerly(1), true),
        (formerly(30), true),
        (formerly(31), false),
        (Relation::Assigned, true),
        (Relation::SameSite, false),
    ] {
        assert_eq!(reads(Action::OpenOwnText, relation, true), expected, "{relation:?}");
        assert!(!reads(Action::OpenOwnText, relation, false), "somebody else's");
    }
    for action in [Action::ChangeSession, Action::AddToCrisis, Action::CountersignSession] {
        assert!(!reads(action, formerly(1), true), "{action:?}");
    }
}

#[test]
fn only_the_programme_manager_decides_a_referral() {
    let decides = |role: &Role| {
        relations().into_iter().any(|relation| {
            let facts = facts(*role, relation);
            denied(Action::DecideReferral, object_of(Action::DecideReferral), &facts).is_none()
        })
    };
    let who: Vec<Role> = Role::ALL.into_iter().filter(decides).collect();
    assert_eq!(who, [Role::ProgrammeManager]);
}

#[test]
fn a_parent_sees_their_own_part_and_who_looked_and_nothing_else() {
    let seen: Vec<Action> = Action::ALL
        .into_iter()
        .filter(|action| {
            action
                .kinds()
                .iter()
                .any(|kind| *kind == ObjectKind::Family || *kind == ObjectKind::Referral)
        })
        .filter(|action| {
            denied(
                *action,
                object_of(*action),
                &facts(Role::Parent, Relation::FamilyMember),
            )
            .is_none()
        })
        .collect();
    assert_eq!(seen, [Action::SeeWhoLooked, Action::SeeOwnPart]);
    check(Role::Parent, Relation::SameSite, Action::SeeOwnPart, NO);
}

#[test]
fn a_child_does_not_see_who_looked() {
    check(Role::Child, Relation::FamilyMember, Action::SeeOwnPart, None);
    check(Role::Child, Relation::FamilyMember, Action::SeeWhoLooked, NO);
}

#[test]
fn staff_who_are_related_to_a_family_are_strangers_to_its_record() {
    for role in Role::ALL.into_iter().filter(|role| role.is_staff()) {
        for action in Action::ALL
            .into_iter()
            .filter(|action| action.kinds().contains(&ObjectKind::Family))
        {
            let mut facts = facts(role, Relation::FamilyMember);
            facts.break_glass = true;
            assert_eq!(
                denied(action, object(ObjectKind::Family), &facts),
                NO,
                "{role:?} {action:?}"
            );
        }
    }
}

#[test]
fn people_outside_and_the_administrator_reach_no_content_by_any_way() {
    for role in [Role::Evaluator, Role::Funder, Role::Commissioner, Role::Administrator] {
        for relation in relations() {
            for agreement in AGREEMENTS {
                let mut facts = facts(role, relation);
                facts.agreement = agreement;
                facts.break_glass = true;
                for action in Action::ALL.into_iter().filter(|action| action.is_content()) {
                    for object in OBJECTS {
                        assert_eq!(denied(action, object, &facts), NO, "{role:?} {action:?} {object:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_record_that_is_not_there_answers_like_one_that_is_not_yours() {
    for role in Role::ALL {
        for relation in relations() {
            for action in Action::ALL
                .into_iter()
                .filter(|action| object_of(*action).id().is_some())
            {
                let mut absent = facts(role, relation);
                absent.state = RecordState::Absent;
                assert_eq!(denied(action, object_of(action), &absent), NO);
                let nothing_known = Facts {
                    proof: Proof::One,
                    ..Facts::none()
                };
                assert_eq!(denied(action, object_of(action), &nothing_known), NO);
            }
        }
    }
}

#[test]
fn a_stranger_is_never_asked_to_prove_again_or_to_give_a_reason() {
    for action in Action::ALL
        .into_iter()
        .filter(|action| object_of(*action).id().is_some())
    {
        let mut stranger = facts(Role::FamilyWorker, Relation::SameSite);
        stranger.proof = Proof::One;
        stranger.reason = None;
        let allowed_when_proven = denied(
            action,
            object_of(action),
            &facts(Role::FamilyWorker, Relation::SameSite),
        );
        if allowed_when_proven.is_some() {
            assert_eq!(denied(action, object_of(action), &stranger), NO, "{action:?}");
        }
    }
}

#[test]
fn whoever_is_not_signed_in_gets_one_answer_for_everything() {
    for action in Action::ALL.into_iter().filter(|action| !action.is_public()) {
        for object in OBJECTS {
            for state in STATES {
                let mut facts = facts(Role::ProgrammeManager, Relation::Own);
                facts.state = state;
                let answer = may(&Actor::Public, action, object, &facts, now()).err();
                assert_eq!(answer, Some(Denied::SignIn), "{action:?} {object:?}");
            }
        }
    }
}

#[test]
fn a_protected_person_is_protected_from_an_urgent_opening_too() {
    let mut facts = facts(Role::SafeguardingLead, Relation::Assigned);
    facts.break_glass = true;
    facts.protected = true;
    assert_eq!(denied(Action::OpenFamily, object_of(Action::OpenFamily), &facts), NO);
}

#[test]
fn an_urgent_opening_never_opens_a_protected_address() {
    for role in Role::ALL {
        let mut facts = facts(role, Relation::SameSite);
        let without = denied(Action::OpenProtectedAddress, object(ObjectKind::Address), &facts);
        facts.break_glass = true;
        assert_eq!(
            denied(Action::OpenProtectedAddress, object(ObjectKind::Address), &facts),
            without,
            "{role:?}"
        );
    }
}

#[test]
fn an_urgent_opening_is_told_apart_in_the_permit() {
    let mut facts = facts(Role::FamilyWorker, Relation::SameSite);
    facts.break_glass = true;
    let opened = ask(Action::OpenFamily, object_of(Action::OpenFamily), &facts).unwrap();
    assert_eq!(opened.reason(), Some(ReasonCode::BreakGlass));
    assert_eq!(opened.relation(), Relation::SameSite);
    facts.relation = Relation::Assigned;
    let usual = ask(Action::OpenFamily, object_of(Action::OpenFamily), &facts).unwrap();
    assert_eq!(usual.reason(), None);
}

#[test]
fn nobody_reviews_their_own_urgent_opening_or_confirms_a_role_they_have_a_hand_in() {
    for (role, action) in [
        (Role::Auditor, Action::ReviewBreakGlass),
        (Role::SafeguardingLead, Action::ReviewBreakGlass),
        (Role::Administrator, Action::ConfirmRole),
    ] {
        let mut facts = facts(role, Relation::SameSite);
        assert_eq!(denied(action, object_of(action), &facts), None);
        facts.own_account = true;
        assert_eq!(denied(action, object_of(action), &facts), NO);
    }
}

#[test]
fn a_reason_nobody_asked_for_is_not_kept_with_the_permit() {
    let permit = ask(
        Action::OpenFamily,
        object_of(Action::OpenFamily),
        &facts(Role::TeamManager, Relation::SameSite),
    );
    assert_eq!(permit.unwrap().reason(), None);
}

#[test]
fn when_the_agreement_lapses_the_charity_loses_its_part_and_the_authority_keeps_its_own() {
    for agreement in [AgreementState::None, AgreementState::NotYet, AgreementState::Lapsed] {
        let lapsed = |role, relation| Facts {
            agreement,
            sites: Vec::new(),
            ..facts(role, relation)
        };
        let open = |facts: &Facts| denied(Action::OpenFamily, object_of(Action::OpenFamily), facts);
        assert_eq!(open(&lapsed(Role::ProgrammeManager, Relation::Assigned)), NO);
        assert_eq!(open(&lapsed(Role::Carer, Relation::Assigned)), NO);
        assert_eq!(open(&lapsed(Role::FamilyWorker, Relation::Assigned)), None);
        assert_eq!(open(&lapsed(Role::TeamManager, Relation::SameSite)), None);
        let refer = denied(
            Action::Refer,
            Object::Site(SITE),
            &lapsed(Role::FamilyWorker, Relation::SameSite),
        );
        assert_eq!(refer, NO);
    }
}

#[test]
fn in_the_wind_down_a_carer_keeps_what_keeps_the_child_safe() {
    let winding = AgreementState::WindDown { days_left: 1 };
    let facts = Facts {
        agreement: winding,
        ..facts(Role::Carer, Relation::Assigned)
    };
    assert_eq!(denied(Action::SeeSafety, object(ObjectKind::Family), &facts), None);
    assert_eq!(denied(Action::OpenFamily, object(ObjectKind::Family), &facts), NO);
    let unassigned = Facts {
        relation: Relation::SameSite,
        ..facts
    };
    assert_eq!(denied(Action::SeeSafety, object(ObjectKind::Family), &unassigned), NO);
}

#[test]
fn nothing_is_exported_while_an_agreement_winds_down() {
    for role in Role::ALL {
        let mut facts = facts(role, Relation::Assigned);
        facts.agreement = AgreementState::WindDown { days_left: 30 };
        facts.sites[0].2 = facts.agreement;
        assert_eq!(denied(Action::ExportFamily, object(ObjectKind::Family), &facts), NO);
        assert_eq!(denied(Action::ExportWaiting, Object::Lists, &facts), NO);
    }
}

#[test]
fn a_closed_record_is_read_and_not_written() {
    let mut facts = facts(Role::ProgrammeManager, Relation::SameSite);
    facts.state = RecordState::Closed;
    assert_eq!(denied(Action::OpenReferral, object(ObjectKind::Referral), &facts), None);
    assert_eq!(
        denied(Action::AddReferralEntry, object(ObjectKind::Referral), &facts),
        NO
    );
}

#[test]
fn ending_a_role_or_a_sign_in_works_on_a_closed_account() {
    let mut facts = facts(Role::Administrator, Relation::SameSite);
    facts.state = RecordState::Closed;
    assert_eq!(denied(Action::EndSignIn, object(ObjectKind::Account), &facts), None);
    assert_eq!(denied(Action::EndRole, object(ObjectKind::Grant), &facts), None);
    assert_eq!(denied(Action::ProposeRole, object(ObjectKind::Account), &facts), NO);
}

#[test]
fn a_route_that_names_the_wrong_object_is_refused() {
    let facts = facts(Role::ProgrammeManager, Relation::Own);
    assert_eq!(denied(Action::OpenFamily, Object::Site(SITE), &facts), NO);
    assert_eq!(denied(Action::OpenSite, Object::Site(OTHER_SITE), &facts), NO);
}

#[test]
fn a_job_or_a_stranger_needs_no_second_factor_for_what_is_public() {
    for actor in [Actor::Public, Actor::Job("checkpoint"), account()] {
        let facts = Facts::no_record();
        assert!(may(&actor, Action::SeePublicPage, Object::Public, &facts, now()).is_ok());
        assert!(may(&actor, Action::ReadHealth, Object::Public, &facts, now()).is_ok());
        assert!(may(&actor, Action::SignIn, Object::Public, &facts, now()).is_ok());
    }
}
