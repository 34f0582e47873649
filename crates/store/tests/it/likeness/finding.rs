//! A family entered twice is found whatever the spelling; who only looks alike is not.

use super::{born, known_by, listed, manager};
use crate::support::on_both;
use crate::support::people::{adult, child, living_at, refer, refer_in, text};
use domain::access::{Action, Object};
use domain::day::Birth;
use domain::family::{Home, NewPerson, Postcode};
use domain::id::SiteId;
use domain::likeness::Strength;
use domain::name::Name;
use domain::referral::Refer;
use domain::role::Role;

fn name(forename: &str, surname: &str) -> NewPerson {
    let mut person = child("x");
    person.name.forename = Name::parse_optional(forename).unwrap();
    person.name.surname = Name::parse_optional(surname).unwrap();
    person
}

fn on(date: &str, forename: &str, surname: &str) -> NewPerson {
    born(date, name(forename, surname))
}

/// One person in the one home that everybody of these tests gives.
fn at_one_address(person: NewPerson, site: SiteId) -> Refer {
    let home = Home {
        address: Some(text("Tŷ Gwyn")),
        postcode: Some(Postcode::parse("SA62 3LU").unwrap()),
        hidden: false,
        people: vec![0],
    };
    Refer {
        homes: vec![home],
        ..refer(site, vec![person])
    }
}

#[test]
fn one_person_entered_twice_is_found_however_they_are_spelt() {
    const DAY: &str = "2016-02-03";
    on_both(async |d| {
        let one = || on(DAY, "Siân", "O'Neill");
        for (case, (first, second)) in (0..).zip([
            (one(), on(DAY, "Sian", "ONeill")),
            (one(), on(DAY, "O'Neill", "Siân")),
            (one(), on(DAY, "SIÂN", "O’NEIL")),
            (one(), on("2016-03-02", "Sian", "ONeill")),
            (one(), on("2017-02-03", "Sian", "O Neill")),
            (one(), name("Sian", "ONeill")),
            (one(), on(DAY, "Sian O'Neill", "")),
            (on(DAY, "Catrin", "Davies-Jones"), on(DAY, "Katryn", "Jones-Davies")),
            (
                on(DAY, "Catrin", "Davies-Jones"),
                on("2016-03-02", "Catrin", "Jones Davies"),
            ),
            (on(DAY, "Rhys", "ap Rhys"), on(DAY, "Rhys", "Prys")),
            (name("Owen", "Owen"), name("OWEN", "Owén")),
            (known_by("AB 12", one()), known_by("ab12", name("Mair", "Price"))),
            (one(), born(DAY, child("S"))),
        ]) {
            let site = d.site(&format!("Area {case}")).await;
            let manager = manager(d, site).await;
            let first = d.refer(&manager, site, vec![first]).await;
            let elsewhere = d.site(&format!("Elsewhere {case}")).await;
            let stranger = super::manager(d, elsewhere).await;
            let same = second.clone();
            let second = d.refer(&manager, site, vec![second]).await;
            let found = listed(d, &manager, "open").await;
            if case == 12 {
                assert!(
                    found.is_empty(),
                    "an initial and a day are not enough for a letter alone"
                );
                continue;
            }
            assert_eq!(found.len(), 1, "case {case}");
            let mut families = [first.family, second.family];
            families.sort();
            assert_eq!(
                found[0].families.each_ref().map(|(id, ..)| *id),
                families,
                "case {case}"
            );
            assert!(!found[0].signs.is_empty(), "case {case}");
            // Another area has keys of its own and hears nothing of it.
            d.refer(&stranger, elsewhere, vec![same]).await;
            assert!(listed(d, &stranger, "open").await.is_empty(), "case {case}");
        }
    });
}

#[test]
fn whoever_shares_a_birth_or_a_postcode_is_found_by_what_stands_beside_it() {
    const DAY: &str = "2016-02-03";
    on_both(async |d| {
        let pairs = [
            // A birth and a forename, a birth and a surname; no sound in common is looked for.
            (on(DAY, "Siân", "O'Neill"), on(DAY, "Sian", "Rees"), false),
            (on(DAY, "", "O'Neill"), on(DAY, "Siân", "ONeill"), false),
            // A birth and a postcode, and nobody's name.
            (on(DAY, "", ""), on(DAY, "Siân", "O'Neill"), true),
            // A postcode and a forename; no birth is known.
            (name("Siân", "O'Neill"), name("Sian", "Rees"), true),
        ];
        let turned = pairs.clone().map(|(one, other, home)| (other, one, home));
        for (case, (first, second, home)) in (0..).zip(pairs.into_iter().chain(turned)) {
            let site = d.site(&format!("Area {case}")).await;
            let manager = manager(d, site).await;
            for person in [first, second] {
                let form = if home {
                    at_one_address(person, site)
                } else {
                    refer(site, vec![person])
                };
                refer_in(&d.store, &manager, form).await;
            }
            let found = listed(d, &manager, "open").await;
            assert_eq!(found.len(), 1, "case {case}");
            assert_eq!(found[0].strength, Strength::Possible, "case {case}");
        }
    });
}

#[test]
fn twins_a_parent_with_the_name_of_a_child_and_neighbours_are_not_found() {
    const DAY: &str = "2016-02-03";
    on_both(async |d| {
        let mut parent = adult("Siân O'Neill");
        parent.birth = Birth::On("1985-02-03".parse().unwrap());
        for (case, (first, second)) in (0..).zip([
            (on(DAY, "Siân", "O'Neill"), on(DAY, "Mair", "O'Neill")),
            (on(DAY, "Siân", "O'Neill"), parent.clone()),
            (on(DAY, "Siân", "O'Neill"), on("2010-09-09", "Tomos", "Rees")),
            (name("Siân", ""), name("", "O'Neill")),
            (name("", ""), name("", "")),
        ]) {
            let site = d.site(&format!("Area {case}")).await;
            let manager = manager(d, site).await;
            refer_in(&d.store, &manager, at_one_address(first, site)).await;
            refer_in(&d.store, &manager, at_one_address(second, site)).await;
            assert!(listed(d, &manager, "open").await.is_empty(), "case {case}");
        }
    });
}

#[test]
fn a_hidden_home_and_somebody_protected_from_the_reader_are_never_a_sign() {
    on_both(async |d| {
        let site = d.site("Here").await;
        let manager = manager(d, site).await;
        let other = d.staff("Nia", Role::ProgrammeManager, site).await;
        // Of one name and births that are months apart: only a home in common makes them alike.
        let at = |born: &str, hidden| {
            let people = vec![on(born, "Siân", "O'Neill")];
            let one = living_at("73 High Street, Tenby", hidden, refer(site, people));
            Refer {
                homes: vec![Home {
                    postcode: Some(Postcode::parse("SA70 7HD").unwrap()),
                    ..one.homes[0].clone()
                }],
                ..one
            }
        };
        refer_in(&d.store, &manager, at("2016-02-03", true)).await;
        refer_in(&d.store, &manager, at("2015-09-09", true)).await;
        refer_in(&d.store, &manager, at("2015-05-05", false)).await;
        assert!(
            listed(d, &manager, "open").await.is_empty(),
            "two hidden, and one that is not"
        );
        let last = refer_in(&d.store, &manager, at("2015-07-07", false)).await;
        let found = listed(d, &manager, "open").await;
        assert_eq!(found.len(), 1, "two that are not hidden");
        assert_eq!(found[0].strength, Strength::Possible);
        let person = d
            .raw
            .one("select id from person where family_id = $1", &[last.family.into()])
            .await;
        let person = domain::id::PersonId::from_uuid(person.id());
        let from = other.id;
        d.house(move |tx| store::account::standing::protect(tx, last.family, person, from))
            .await;
        assert!(listed(d, &other, "open").await.is_empty());
        let refused = d
            .refusal(&other.actor, Action::SettleLikeness, Object::Likeness(found[0].id))
            .await;
        assert!(refused.is_some(), "and it is not there");
        let known = |family| move |tx: &store::Tx| store::likeness::may_be_known(tx, family);
        let [(one, ..), _] = &found[0].families;
        let first = if *one == last.family {
            found[0].families[1].0
        } else {
            *one
        };
        for (who, wanted) in [(&manager, true), (&other, false)] {
            let permit = d.may(&who.actor, Action::OpenFamily, Object::Family(first)).await;
            let said = d.store.read(permit, known(first)).await.unwrap();
            assert_eq!(
                said.is_some(),
                wanted,
                "nothing is said to whom they are protected from"
            );
        }
    });
}
