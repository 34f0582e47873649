//! Tokens of a site, links for one task, and jobs.

use domain::access::{Action, Actor, Denied, Facts, Object, RecordState, Relation, Scopes, TokenScope, may};
use domain::agreement::AgreementState;
use domain::id::{SiteId, TaskLinkId, TokenId};
use domain::role::Role;

use super::every::{OTHER_SITE, SITE, facts, now, object_of};

fn token(site: SiteId, scope: TokenScope) -> Actor {
    Actor::SiteToken {
        id: TokenId::from_bytes([1; 16]),
        site,
        scopes: Scopes::EMPTY.with(scope),
    }
}

fn at_site(agreement: AgreementState) -> Facts {
    Facts {
        site: Some(SITE),
        agreement,
        ..Facts::no_record()
    }
}

fn answer(actor: &Actor, action: Action, facts: &Facts) -> Option<Denied> {
    may(actor, action, object_of(action), facts, now()).err()
}

#[test]
fn a_sites_token_sends_referrals_to_its_own_site_only() {
    let facts = at_site(AgreementState::InForce);
    assert_eq!(answer(&token(SITE, TokenScope::Refer), Action::Refer, &facts), None);
    assert_eq!(
        answer(&token(OTHER_SITE, TokenScope::Refer), Action::Refer, &facts),
        Some(Denied::Refused)
    );
}

#[test]
fn a_sites_token_does_only_what_it_was_made_for() {
    let facts = at_site(AgreementState::InForce);
    let token = token(SITE, TokenScope::Refer);
    for action in Action::ALL
        .into_iter()
        .filter(|action| !action.is_public() && *action != Action::Refer)
    {
        assert_eq!(answer(&token, action, &facts), Some(Denied::Refused), "{action:?}");
    }
}

#[test]
fn a_sites_token_stops_when_the_agreement_does() {
    let token = token(SITE, TokenScope::ReadReferrals);
    let winding = at_site(AgreementState::WindDown { days_left: 30 });
    assert_eq!(
        answer(&token, Action::ListWaiting, &at_site(AgreementState::InForce)),
        None
    );
    assert_eq!(answer(&token, Action::ListWaiting, &winding), Some(Denied::Refused));
    assert_eq!(
        answer(&token, Action::OpenReferral, &at_site(AgreementState::Lapsed)),
        Some(Denied::Refused)
    );
}

#[test]
fn the_figures_of_the_service_need_a_token_for_them_and_no_agreement() {
    let nowhere = Facts::no_record();
    assert_eq!(
        answer(&token(SITE, TokenScope::ReadMetrics), Action::ReadMetrics, &nowhere),
        None
    );
    assert_eq!(
        answer(&token(SITE, TokenScope::Refer), Action::ReadMetrics, &nowhere),
        Some(Denied::Refused)
    );
}

#[test]
fn no_token_and_no_job_is_lent_the_roles_of_a_person() {
    let manager = facts(Role::ProgrammeManager, Relation::Own);
    for actor in [
        token(SITE, TokenScope::Refer),
        Actor::Job("console"),
        Actor::TaskLink(TaskLinkId::from_bytes([2; 16])),
    ] {
        assert_eq!(
            answer(&actor, Action::OpenFamily, &manager),
            Some(Denied::Refused),
            "{actor:?}"
        );
        assert_eq!(
            answer(&actor, Action::SeeHome, &manager),
            Some(Denied::Refused),
            "{actor:?}"
        );
    }
}

#[test]
fn a_job_does_only_its_own_work_and_sees_no_content() {
    let facts = Facts {
        site: Some(SITE),
        ..Facts::no_record()
    };
    assert_eq!(answer(&Actor::Job("checkpoint"), Action::MakeCheckpoint, &facts), None);
    assert_eq!(
        answer(&Actor::Job("checkpoint"), Action::EndRole, &facts),
        Some(Denied::Refused)
    );
    assert_eq!(
        answer(&Actor::Job("anything"), Action::MakeCheckpoint, &facts),
        Some(Denied::Refused)
    );
    for (job, actions) in domain::access::JOBS {
        // An import brings content in; it shows none.
        let shows = |action: &&Action| action.is_content() && **action != Action::ImportReferrals;
        assert_eq!(actions.iter().find(shows), None, "{job}");
    }
}

#[test]
fn the_scopes_of_a_token_are_the_ones_it_was_given() {
    let scopes: Scopes = [TokenScope::ReadMetrics, TokenScope::Refer].into_iter().collect();
    assert_eq!(
        scopes.iter().collect::<Vec<_>>(),
        [TokenScope::Refer, TokenScope::ReadMetrics]
    );
    assert!(!scopes.contains(TokenScope::ReadReferrals));
    assert_eq!(format!("{scopes:?}"), r#"{"refer", "read_metrics"}"#);
    for scope in TokenScope::ALL {
        assert_eq!(TokenScope::from_key(scope.key()), Some(scope));
    }
    assert_eq!(TokenScope::from_key("everything"), None);
}

#[test]
fn a_token_for_reading_lists_only_its_site() {
    let facts = at_site(AgreementState::InForce);
    let actor = token(SITE, TokenScope::ReadReferrals);
    let permit = may(&actor, Action::ListReferrals, Object::Lists, &facts, now()).unwrap();
    assert!(permit.scope().reach(SITE).is_some());
    assert!(permit.scope().reach(OTHER_SITE).is_none());
}

#[test]
fn a_purpose_named_twice_is_the_purpose_once() {
    let twice = Scopes::EMPTY.with(TokenScope::Refer).with(TokenScope::Refer);
    assert!(twice.contains(TokenScope::Refer));
    assert_eq!(twice.iter().count(), 1);
}

#[test]
fn a_link_does_its_own_task_once_and_nothing_else_while_the_agreement_holds() {
    let (own, other) = (TaskLinkId::from_bytes([31; 16]), TaskLinkId::from_bytes([32; 16]));
    let ask = |link, action, object, facts: &Facts| may(&Actor::TaskLink(link), action, object, facts, now()).err();
    let open = at_site(AgreementState::InForce);
    let task = Object::TaskLink(own);
    assert_eq!(ask(own, Action::ReferByLink, task, &open), None);
    assert_eq!(ask(other, Action::ReferByLink, task, &open), Some(Denied::Refused));
    for action in Action::ALL.into_iter().filter(|action| !action.is_public()) {
        if action != Action::ReferByLink {
            assert_eq!(ask(own, action, task, &open), Some(Denied::Refused), "{action:?}");
            assert_eq!(
                ask(own, action, object_of(action), &open),
                Some(Denied::Refused),
                "{action:?}"
            );
        }
    }
    let used = Facts {
        state: RecordState::Closed,
        ..open
    };
    assert_eq!(ask(own, Action::ReferByLink, task, &used), Some(Denied::Refused));
    for agreement in [
        AgreementState::NotYet,
        AgreementState::Lapsed,
        AgreementState::WindDown { days_left: 9 },
    ] {
        let answer = ask(own, Action::ReferByLink, task, &at_site(agreement));
        assert_eq!(answer, Some(Denied::Refused), "{agreement:?}");
    }
}

#[test]
fn nobody_signed_in_writes_in_what_somebody_outside_was_asked_for() {
    for role in Role::ALL {
        let answer = super::every::denied(
            Action::ReferByLink,
            object_of(Action::ReferByLink),
            &facts(role, Relation::Own),
        );
        assert_eq!(answer, Some(Denied::Refused), "{role:?}");
    }
}
