//! Role grants: two people for every role.

use domain::grant::{GrantRefusal, GrantStage, RoleGrant};
use domain::id::{AccountId, GrantId};
use domain::role::Role;
use jiff::civil::date;

const NIA: AccountId = AccountId::from_bytes([1; 16]);
const OWEN: AccountId = AccountId::from_bytes([2; 16]);
const MARI: AccountId = AccountId::from_bytes([3; 16]);

fn proposed() -> RoleGrant {
    RoleGrant::propose(
        GrantId::from_bytes([9; 16]),
        NIA,
        Role::Supervisor,
        None,
        OWEN,
        date(2026, 3, 1),
    )
}

#[test]
fn a_role_holds_from_the_day_a_second_person_confirms_it() {
    let held = proposed().confirm(MARI, date(2026, 3, 2)).unwrap();
    assert_eq!(
        held.stage,
        GrantStage::Held {
            since: date(2026, 3, 2),
            by: MARI
        }
    );
    assert!(!held.holds_on(date(2026, 3, 1)));
    assert!(held.holds_on(date(2026, 3, 2)));
    assert!(!proposed().holds_on(date(2026, 3, 2)));
}

#[test]
fn neither_who_proposed_it_nor_who_gets_it_confirms_a_role() {
    assert_eq!(
        proposed().confirm(OWEN, date(2026, 3, 2)),
        Err(GrantRefusal::SecondPersonNeeded)
    );
    assert_eq!(
        proposed().confirm(NIA, date(2026, 3, 2)),
        Err(GrantRefusal::SecondPersonNeeded)
    );
}

#[test]
fn a_role_is_confirmed_once() {
    let held = proposed().confirm(MARI, date(2026, 3, 2)).unwrap();
    let again = held.confirm(MARI, date(2026, 3, 3));
    assert_eq!(
        again,
        Err(GrantRefusal::AlreadyHeld {
            since: date(2026, 3, 2)
        })
    );
}

#[test]
fn a_role_that_ended_no_longer_holds_and_stays_ended() {
    let on = date(2026, 4, 1);
    for grant in [proposed(), proposed().confirm(MARI, date(2026, 3, 2)).unwrap()] {
        let ended = grant.end(OWEN, on).unwrap();
        assert_eq!(ended.stage, GrantStage::Ended { on, by: OWEN });
        assert!(!ended.holds_on(on));
        assert_eq!(ended.clone().confirm(MARI, on), Err(GrantRefusal::AlreadyEnded { on }));
        assert_eq!(ended.end(MARI, on), Err(GrantRefusal::AlreadyEnded { on }));
    }
}
