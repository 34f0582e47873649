//! What a permit says, how long it holds, and that lists keep to it.

use domain::access::{Action, Expired, Object, PERMIT_SECONDS, Reach, ReasonCode, Relation, Scope};
use domain::agreement::AgreementState;
use domain::role::{Role, RoleSet};
use jiff::{SignedDuration, Timestamp};

use super::every::{OTHER_SITE, SITE, account, ask, facts, now, object_of};

#[test]
fn a_permit_says_who_may_do_what_in_which_role_and_why() {
    let facts = facts(Role::FamilyWorker, Relation::Own);
    let permit = ask(
        Action::OpenProtectedAddress,
        object_of(Action::OpenProtectedAddress),
        &facts,
    )
    .unwrap();
    assert_eq!(*permit.actor(), account());
    assert_eq!(permit.action(), Action::OpenProtectedAddress);
    assert_eq!(permit.object(), object_of(Action::OpenProtectedAddress));
    assert_eq!(permit.role(), Some(Role::FamilyWorker));
    assert_eq!(permit.relation(), Relation::Own);
    assert_eq!(permit.reason(), Some(ReasonCode::Visit));
    assert_eq!(permit.scope().sites, [(SITE, Reach::All)]);
}

#[test]
fn a_permit_used_up_still_says_what_it_was_for() {
    let facts = facts(Role::ProgrammeManager, Relation::SameSite);
    let permit = ask(Action::DecideReferral, object_of(Action::DecideReferral), &facts).unwrap();
    let spent = permit.spend(now()).unwrap();
    assert_eq!(*spent.actor(), account());
    assert_eq!(spent.action(), Action::DecideReferral);
    assert_eq!(spent.object(), object_of(Action::DecideReferral));
    assert_eq!(spent.role(), Some(Role::ProgrammeManager));
    assert_eq!(spent.relation(), Relation::SameSite);
    assert_eq!(spent.reason(), None);
    assert_eq!(spent.scope().reach(SITE), Some(Reach::All));
}

#[test]
fn a_permit_holds_for_thirty_seconds_and_not_longer() {
    let facts = facts(Role::ProgrammeManager, Relation::SameSite);
    let permit = || ask(Action::OpenFamily, object_of(Action::OpenFamily), &facts).unwrap();
    let until = now() + SignedDuration::from_secs(30);
    assert_eq!(PERMIT_SECONDS, 30);
    assert_eq!(permit().until(), until);
    assert!(permit().spend(until).is_ok());
    let late = until + SignedDuration::from_micros(1);
    assert_eq!(permit().spend(late).err(), Some(Expired { until }));
}

#[test]
fn a_permit_at_the_end_of_time_ends_there() {
    let facts = facts(Role::Carer, Relation::None);
    let at_the_end = domain::access::may(&account(), Action::SeeHome, Object::Own, &facts, Timestamp::MAX);
    assert_eq!(at_the_end.unwrap().until(), Timestamp::MAX);
}

#[test]
fn a_list_shows_each_site_as_far_as_the_roles_there_reach() {
    let mut facts = facts(Role::FamilyWorker, Relation::None);
    let worker = RoleSet::EMPTY.with(Role::FamilyWorker);
    let manager = RoleSet::EMPTY.with(Role::ProgrammeManager);
    facts.sites = vec![
        (SITE, worker, AgreementState::InForce),
        (OTHER_SITE, worker.union(manager), AgreementState::InForce),
    ];
    let permit = ask(Action::ListReferrals, Object::Lists, &facts).unwrap();
    assert_eq!(permit.scope().reach(SITE), Some(Reach::Own));
    assert_eq!(permit.scope().reach(OTHER_SITE), Some(Reach::All));
}

#[test]
fn the_role_in_the_permit_is_the_one_that_reaches_furthest() {
    let mut facts = facts(Role::FamilyWorker, Relation::None);
    let both = RoleSet::EMPTY
        .with(Role::FamilyWorker)
        .with(Role::TeamManager)
        .with(Role::SafeguardingLead);
    facts.sites = vec![(SITE, both, AgreementState::InForce)];
    let permit = ask(Action::ListFamilies, Object::Lists, &facts).unwrap();
    assert_eq!(permit.role(), Some(Role::TeamManager));
}

#[test]
fn a_site_whose_agreement_lapsed_leaves_the_charitys_lists() {
    let mut facts = facts(Role::ProgrammeOfficer, Relation::None);
    let officer = RoleSet::EMPTY.with(Role::ProgrammeOfficer);
    facts.sites = vec![
        (SITE, officer, AgreementState::Lapsed),
        (OTHER_SITE, officer, AgreementState::InForce),
    ];
    let permit = ask(Action::ListWaiting, Object::Lists, &facts).unwrap();
    assert_eq!(permit.scope().sites, [(OTHER_SITE, Reach::All)]);
}

#[test]
fn the_list_of_one_site_shows_that_site_only() {
    let mut facts = facts(Role::TeamManager, Relation::SameSite);
    let manager = RoleSet::EMPTY.with(Role::TeamManager);
    facts.sites.push((OTHER_SITE, manager, AgreementState::InForce));
    let permit = ask(Action::ListFamilies, Object::Site(SITE), &facts).unwrap();
    assert_eq!(permit.scope().sites, [(SITE, Reach::All)]);
}

#[test]
fn an_empty_scope_reaches_nothing() {
    assert_eq!(Scope::default().reach(SITE), None);
}
