//! Roles, duties and sets of them.

use domain::role::{Duty, DutySet, Role, RoleSet, Side};

#[test]
fn every_role_has_a_key_of_its_own_and_stands_in_the_list() {
    for (n, role) in Role::ALL.into_iter().enumerate() {
        assert_eq!(role as usize, n);
        assert_eq!(Role::from_key(role.key()), Some(role));
    }
    assert_eq!(Role::from_key("mother"), None);
    let keys = Role::ALL.map(Role::key).join(" ");
    assert_eq!(
        keys,
        "carer supervisor family_worker team_manager safeguarding_lead programme_manager programme_officer \
         parent child evaluator funder commissioner auditor administrator"
    );
}

#[test]
fn each_role_is_on_one_side() {
    for (side, expected) in [
        (Side::Charity, "programme_manager programme_officer"),
        (
            Side::Authority,
            "carer supervisor family_worker team_manager safeguarding_lead",
        ),
        (Side::Family, "parent child"),
        (Side::Outside, "evaluator funder commissioner"),
        (Side::System, "auditor administrator"),
    ] {
        let on_it: Vec<&str> = Role::ALL
            .into_iter()
            .filter(|role| role.side() == side)
            .map(Role::key)
            .collect();
        assert_eq!(on_it.join(" "), expected);
    }
}

#[test]
fn everybody_but_the_family_is_staff() {
    let family: Vec<Role> = Role::ALL.into_iter().filter(|role| !role.is_staff()).collect();
    assert_eq!(family, [Role::Parent, Role::Child]);
}

#[test]
fn a_set_holds_the_roles_put_in_and_no_others() {
    let set: RoleSet = [Role::Administrator, Role::Carer].into_iter().collect();
    assert_eq!(set.iter().collect::<Vec<_>>(), [Role::Carer, Role::Administrator]);
    for role in Role::ALL {
        assert_eq!(set.contains(role), matches!(role, Role::Carer | Role::Administrator));
        assert!(RoleSet::EMPTY.with(role).with(role).contains(role));
    }
    assert!(RoleSet::EMPTY.is_empty() && !set.is_empty());
    assert_eq!(
        RoleSet::EMPTY
            .with(Role::Carer)
            .union(RoleSet::EMPTY.with(Role::Administrator)),
        set
    );
    assert_eq!(format!("{set:?}"), r#"{"carer", "administrator"}"#);
}

#[test]
fn one_role_of_work_makes_a_set_of_staff() {
    let family = RoleSet::EMPTY.with(Role::Parent);
    assert!(!family.any_staff());
    assert!(!RoleSet::EMPTY.any_staff());
    assert!(family.with(Role::Carer).any_staff());
}

#[test]
fn a_fund_approver_approves_up_to_their_amount() {
    let set = DutySet::EMPTY
        .with(Duty::FundApprover { pence_max: 50_000 })
        .with(Duty::FundApprover { pence_max: 10 });
    assert!(set.contains(Duty::FundApprover { pence_max: 50_000 }));
    assert!(!set.contains(Duty::FundApprover { pence_max: 50_001 }));
    assert!(!DutySet::EMPTY.contains(Duty::FundApprover { pence_max: 0 }));
}

#[test]
fn a_set_of_duties_holds_the_ones_put_in_and_no_others() {
    let duties = [
        Duty::DesignatedOfficer,
        Duty::Panel,
        Duty::FundApprover { pence_max: 0 },
        Duty::GroupLeader,
        Duty::Translator,
    ];
    for one in duties {
        let set = DutySet::EMPTY.with(one);
        for other in duties {
            assert_eq!(set.contains(other), one == other, "{} {}", one.key(), other.key());
        }
    }
    let keys = duties.map(Duty::key).join(" ");
    assert_eq!(keys, "designated_officer panel fund_approver group_leader translator");
}
