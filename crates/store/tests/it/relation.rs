//! How somebody stands to a family, as the store loads it: own, assigned, formerly, a member, protected from, urgent.

use crate::support::house::{GIVEN, House, REFUSED, last_entry, open_family, urgently};
use crate::support::on_both;
use crate::support::people::{Somebody, child, day, living_at, refer, refer_in};
use domain::access::{Action, Denied, Object, ReasonCode};
use domain::id::AddressId;
use domain::role::Role;

#[test]
fn who_referred_a_family_opens_it_as_their_own() {
    on_both(async |d| {
        let house = House::new(d).await;
        let worker = d.staff("Wil", Role::FamilyWorker, house.site).await;
        assert_eq!(
            d.refusal(&worker.actor, Action::OpenFamily, house.family()).await,
            REFUSED,
            "the manager's is not his"
        );
        let made = d.family(&worker, house.site, "Bo Price").await;
        open_family(d, &worker.actor, made.family).await;
        assert_eq!(last_entry(d, made.family).await, ("own".into(), String::new()));
        assert_eq!(
            d.refusal(&worker.actor, Action::OpenFamily, house.family()).await,
            REFUSED
        );
        // Once somebody else has taken the family over, it is no longer their own.
        d.assign(
            &worker,
            Role::FamilyWorker,
            made.family,
            house.site,
            "2026-01-01",
            Some("2026-03-01"),
        )
        .await;
        assert_eq!(
            d.refusal(&worker.actor, Action::OpenFamily, Object::Family(made.family))
                .await,
            REFUSED
        );
    });
}

#[test]
fn somebody_assigned_opens_a_family_on_the_days_they_are() {
    on_both(async |d| {
        let house = House::new(d).await;
        let today = "2026-03-10";
        for (from, until, expected) in [
            ("2026-03-11", None, REFUSED),
            (today, None, GIVEN),
            ("2026-01-01", Some("2026-03-11"), GIVEN),
            ("2026-01-01", Some(today), REFUSED),
            ("2024-06-01", Some("2025-03-01"), REFUSED),
        ] {
            let carer = d.staff("Carys", Role::Carer, house.site).await;
            assert_eq!(
                d.refusal(&carer.actor, Action::OpenFamily, house.family()).await,
                REFUSED,
                "not assigned"
            );
            d.assign(&carer, Role::Carer, house.made.family, house.site, from, until)
                .await;
            let answer = d.refusal(&carer.actor, Action::OpenFamily, house.family()).await;
            assert_eq!(answer, expected, "assigned from {from} until {until:?}");
            if expected == GIVEN {
                open_family(d, &carer.actor, house.made.family).await;
                assert_eq!(last_entry(d, house.made.family).await.0, "assigned");
            }
        }
    });
}

#[test]
fn who_was_assigned_is_so_formerly_for_two_years_and_one_family_is_not_another() {
    on_both(async |d| {
        let house = House::new(d).await;
        // A manager opens every family of the site, so the entry shows how they stand to it.
        for (until, relation) in [
            ("2026-02-01", "formerly"),
            ("2024-03-11", "formerly"),
            ("2024-03-01", "same_site"),
        ] {
            let once = d.staff("Olwen", Role::ProgrammeManager, house.site).await;
            d.assign(
                &once,
                Role::Supervisor,
                house.made.family,
                house.site,
                "2023-01-01",
                Some(until),
            )
            .await;
            open_family(d, &once.actor, house.made.family).await;
            assert_eq!(
                last_entry(d, house.made.family).await.0,
                relation,
                "assigned until {until}"
            );
            let other = d.family(&house.manager, house.site, "Bo Price").await;
            open_family(d, &once.actor, other.family).await;
            assert_eq!(
                last_entry(d, other.family).await.0,
                "same_site",
                "nobody was assigned to that one"
            );
        }
    });
}

#[test]
fn a_family_member_sees_their_own_part_on_the_days_they_are_one_and_nothing_else() {
    on_both(async |d| {
        let house = House::new(d).await;
        let (family, person) = (house.made.family, house.person);
        let parent = d.staff("Ada", Role::Parent, house.site).await;
        let own_part = async |expected, when: &str| {
            for object in [Object::Family(family), Object::Person(person)] {
                assert_eq!(
                    d.refusal(&parent.actor, Action::SeeOwnPart, object).await,
                    expected,
                    "{when}"
                );
            }
            assert_eq!(
                d.refusal(&parent.actor, Action::OpenFamily, Object::Family(family))
                    .await,
                REFUSED,
                "{when}"
            );
        };
        own_part(REFUSED, "before they are one").await;
        let id = parent.id;
        d.house(move |tx| store::account::standing::add_member(tx, family, person, id, day("2026-03-10")))
            .await;
        own_part(GIVEN, "from the first day").await;
        d.house(move |tx| store::account::standing::end_member(tx, family, id, day("2026-03-10")))
            .await;
        own_part(REFUSED, "from the day it ended").await;
        let other = d.family(&house.manager, house.site, "Bo Price").await;
        assert_eq!(
            d.refusal(&parent.actor, Action::SeeOwnPart, Object::Family(other.family))
                .await,
            REFUSED
        );
    });
}

#[test]
fn staff_who_are_related_to_a_family_are_strangers_to_its_record() {
    on_both(async |d| {
        let house = House::new(d).await;
        let (family, person, id) = (house.made.family, house.person, house.manager.id);
        assert_eq!(
            d.refusal(&house.manager.actor, Action::OpenFamily, house.family())
                .await,
            GIVEN
        );
        d.house(move |tx| store::account::standing::add_member(tx, family, person, id, day("2026-01-01")))
            .await;
        for action in [Action::OpenFamily, Action::OpenFamilyHistory, Action::SeeSafety] {
            assert_eq!(
                d.refusal(&house.manager.actor, action, house.family()).await,
                REFUSED,
                "{action:?}"
            );
        }
    });
}

#[test]
fn a_family_protected_from_somebody_is_not_there_for_them_whatever_else_they_may_do() {
    on_both(async |d| {
        let house = House::new(d).await;
        let (family, person) = (house.made.family, house.person);
        let manager = d.staff("Meirion", Role::ProgrammeManager, house.site).await;
        d.assign(&manager, Role::Supervisor, family, house.site, "2026-01-01", None)
            .await;
        open_family(d, &manager.actor, family).await;
        let from = manager.id;
        d.house(move |tx| store::account::standing::protect(tx, family, person, from))
            .await;
        for (action, object) in [
            (Action::OpenFamily, house.family()),
            (Action::SeeWhoLooked, house.family()),
            (Action::AskBreakGlass, house.family()),
            (Action::OpenReferral, Object::Referral(house.made.id)),
            (Action::DecideReferral, Object::Referral(house.made.id)),
        ] {
            assert_eq!(d.refusal(&manager.actor, action, object).await, REFUSED, "{action:?}");
        }
        assert_eq!(
            d.refusal(&house.manager.actor, Action::OpenFamily, house.family())
                .await,
            GIVEN,
            "another may"
        );
        d.house(move |tx| store::account::standing::unprotect(tx, family, person, from))
            .await;
        assert_eq!(
            d.refusal(&manager.actor, Action::OpenFamily, house.family()).await,
            GIVEN
        );
    });
}

#[test]
fn an_urgent_opening_lasts_four_hours_for_one_person_and_one_family() {
    on_both(async |d| {
        let house = House::new(d).await;
        let other = d.family(&house.manager, house.site, "Bo Price").await;
        let supervisor = d.staff("Sioned", Role::Supervisor, house.site).await;
        let colleague = d.staff("Steffan", Role::Supervisor, house.site).await;
        let open =
            async |who: &Somebody, family| d.refusal(&who.actor, Action::OpenFamily, Object::Family(family)).await;
        assert_eq!(open(&supervisor, house.made.family).await, REFUSED);
        urgently(d, &supervisor, house.made.family).await;
        assert_eq!(
            open(&colleague, house.made.family).await,
            REFUSED,
            "not for a colleague"
        );
        assert_eq!(open(&supervisor, other.family).await, REFUSED, "nor for another family");
        let export = d.refusal(&supervisor.actor, Action::ExportFamily, house.family()).await;
        assert_eq!(export, REFUSED, "nor to take it out");
        open_family(d, &supervisor.actor, house.made.family).await;
        assert_eq!(
            last_entry(d, house.made.family).await,
            ("same_site".into(), "break_glass".into())
        );
        d.seconds_later(4 * 60 * 60 - 1);
        assert_eq!(open(&supervisor, house.made.family).await, GIVEN);
        d.seconds_later(1);
        assert_eq!(open(&supervisor, house.made.family).await, REFUSED, "after four hours");
    });
}

#[test]
fn an_address_of_somebody_protected_is_opened_one_at_a_time_with_a_reason() {
    on_both(async |d| {
        let house = House::new(d).await;
        let form = living_at("1 Hidden Row", true, refer(house.site, vec![child("Bo Price")]));
        let made = refer_in(&d.store, &house.manager, form).await;
        let id = AddressId::from_uuid(d.raw.one("select id from address", &[]).await.id());
        let supervisor = d.staff("Sioned", Role::Supervisor, house.site).await;
        let on = Object::Address(id);
        assert_eq!(
            d.refusal(&supervisor.actor, Action::OpenProtectedAddress, on).await,
            REFUSED,
            "not assigned"
        );
        d.assign(
            &supervisor,
            Role::Supervisor,
            made.family,
            house.site,
            "2026-01-01",
            None,
        )
        .await;
        let asked = d.refusal(&supervisor.actor, Action::OpenProtectedAddress, on).await;
        assert_eq!(asked, Some(Denied::ReasonNeeded));
        let permit = d
            .store
            .permit_because(
                &supervisor.actor,
                Action::OpenProtectedAddress,
                on,
                Some(ReasonCode::Visit),
            )
            .await
            .unwrap();
        let words = d
            .store
            .read(permit, move |tx| store::family::address(tx, id))
            .await
            .unwrap();
        assert_eq!(words, "1 Hidden Row");
        assert_eq!(last_entry(d, made.family).await, ("assigned".into(), "visit".into()));
        let permit = d
            .may(&house.manager.actor, Action::OpenFamily, Object::Family(made.family))
            .await;
        let known = d
            .store
            .read(permit, move |tx| store::family::addresses(tx, made.family))
            .await
            .unwrap();
        assert!(
            matches!(&known[..], [one] if one.is_protected() && one.words.is_none()),
            "its family's page has no words"
        );
    });
}
