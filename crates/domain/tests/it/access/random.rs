//! The code and the oracle on facts nobody would think of: several roles, any actor, any object.

use domain::access::{Action, Actor, Facts, Object, ReasonCode, Scopes, TokenScope};
use domain::agreement::AgreementState;
use domain::id::{SiteId, TaskLinkId, TokenId};
use domain::role::{Duty, DutySet, Role, RoleSet};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::every::{AGREEMENTS, OBJECTS, OTHER_SITE, PROOFS, SITE, STATES, account, ask, object, relations};
use super::oracle::agree;

fn roles() -> impl Strategy<Value = RoleSet> {
    subsequence(Role::ALL.to_vec(), 0..=3).prop_map(|roles| roles.into_iter().collect())
}

fn sites() -> impl Strategy<Value = Vec<(SiteId, RoleSet, AgreementState)>> {
    let one = |site| (Just(site), roles(), select(AGREEMENTS.to_vec()));
    (one(SITE), one(OTHER_SITE), 0..=2_usize).prop_map(|(first, second, kept)| {
        let mut sites = vec![first, second];
        sites.truncate(kept);
        sites
    })
}

fn actors() -> impl Strategy<Value = Actor> {
    let scopes = subsequence(TokenScope::ALL.to_vec(), 0..=3).prop_map(|all| all.into_iter().collect::<Scopes>());
    let token = (select(vec![SITE, OTHER_SITE]), scopes).prop_map(|(site, scopes)| Actor::SiteToken {
        id: TokenId::from_bytes([30; 16]),
        site,
        scopes,
    });
    prop_oneof![
        6 => Just(account()),
        2 => token,
        1 => Just(Actor::Public),
        2 => select(vec![31, 32]).prop_map(|n| Actor::TaskLink(TaskLinkId::from_bytes([n; 16]))),
        1 => select(vec!["checkpoint", "console", "no_such_job"]).prop_map(Actor::Job),
    ]
}

fn facts() -> impl Strategy<Value = Facts> {
    let duties = prop_oneof![
        Just(DutySet::EMPTY),
        Just(
            DutySet::EMPTY
                .with(Duty::DesignatedOfficer)
                .with(Duty::Panel)
                .with(Duty::Translator)
        ),
    ];
    let of_record = (
        select(vec![None, Some(SITE), Some(SITE), Some(OTHER_SITE)]),
        select(relations().to_vec()),
        select(AGREEMENTS.to_vec()),
        select(STATES.to_vec()),
        prop::bool::weighted(0.1),
    );
    let of_actor = (
        roles(),
        duties,
        any::<bool>(),
        select(PROOFS.to_vec()),
        any::<bool>(),
        any::<bool>(),
        prop::option::of(select(ReasonCode::ALL.to_vec())),
        sites(),
    );
    (of_record, of_actor).prop_map(|((site, relation, agreement, state, protected), actor)| {
        let (roles, duties, break_glass, proof, second_factor_enrolled, own_account, reason, sites) = actor;
        Facts {
            site,
            roles,
            duties,
            relation,
            protected,
            break_glass,
            agreement,
            state,
            proof,
            second_factor_enrolled,
            own_account,
            reason,
            sites,
        }
    })
}

/// Mostly an object the action can be done to, sometimes any other.
fn questions() -> impl Strategy<Value = (Action, Object)> {
    select(Action::ALL.to_vec()).prop_flat_map(|action| {
        let fitting = select(action.kinds().to_vec()).prop_map(object);
        let any = select(OBJECTS.to_vec());
        (Just(action), prop_oneof![5 => fitting, 1 => any])
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4096, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_code_and_the_table_agree_on_any_facts(
        actor in actors(),
        (action, object) in questions(),
        facts in facts(),
    ) {
        agree(&actor, action, object, &facts);
    }

    #[test]
    fn a_stronger_proof_never_closes_what_a_weaker_one_opened(
        (action, object) in questions(),
        mut facts in facts(),
    ) {
        if ask(action, object, &facts).is_ok() {
            facts.proof = domain::access::Proof::Fresh;
            prop_assert!(ask(action, object, &facts).is_ok());
        }
    }

    #[test]
    fn whoever_is_protected_is_protected_from_every_action(
        actor in actors(),
        (action, object) in questions(),
        mut facts in facts(),
    ) {
        facts.protected = true;
        facts.break_glass = true;
        prop_assert!(domain::access::may(&actor, action, object, &facts, super::every::now()).is_err());
    }
}
