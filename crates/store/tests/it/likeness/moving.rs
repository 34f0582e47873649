//! Somebody is moved to the other family with everything that is kept of them, and back to where they stood.

use super::{Twice, Wrong, join, rows, say, twice};
use crate::support::Deployment;
use crate::support::on_both;
use crate::support::people::{Somebody, adult, child, day, living_at, refer, refer_in, text};
use domain::access::{Action, Object};
use domain::family::{Holder, KeptAway, Order, Responsibility, Ways};
use domain::id::{FamilyId, LikenessId, PersonId};
use domain::likeness::settle::Refusal;
use domain::referral::Refer;
use store::Error;
use store::journal::event::Fact;
use store::journal::history::Wanted;

async fn move_person(
    d: &Deployment,
    who: &Somebody,
    id: LikenessId,
    person: PersonId,
    from: FamilyId,
) -> Result<(), Wrong> {
    say(d, who, id, move |tx, asked| {
        let people = store::family::people(tx, from)?;
        let part = people.iter().find(|one| one.id == person).ok_or(Error::NotFound)?.part;
        let into = asked.question.move_person(from, part)?;
        store::likeness::move_person(tx, asked, person, from, into)?;
        Ok(())
    })
    .await
}

async fn move_back(d: &Deployment, who: &Somebody, id: LikenessId) -> Result<(), Wrong> {
    say(d, who, id, move |tx, asked| {
        let moved = store::likeness::moves(tx, id)?;
        let moved = moved.first().ok_or(Error::NotFound)?;
        asked.question.move_person(moved.into, moved.part)?;
        Ok(store::likeness::move_back(tx, asked, moved)?)
    })
    .await
}

async fn at_place(d: &Deployment, family: FamilyId, place: i64) -> PersonId {
    let sql = "select id from person where family_id = $1 and place_no = $2";
    PersonId::from_uuid(d.raw.one(sql, &[family.into(), place.into()]).await.id())
}

#[test]
fn everything_that_is_kept_of_somebody_goes_with_them_and_comes_back() {
    on_both(async |d| {
        let Twice {
            site, manager, first, ..
        } = twice(d).await;
        let mut people = vec![
            super::known_by("A-1", super::born("2016-02-03", child("Siân O'Neill"))),
            child("Bo Price"),
            adult("Eva Price"),
        ];
        people[2].relationship = Some(text("mother"));
        let form = living_at("1 Row", false, refer(site, people));
        let kept = KeptAway {
            who: text("An uncle"),
            people: vec![0, 1],
            ways: Ways {
                collect: true,
                call: false,
                know: false,
            },
        };
        let order = Order {
            people: vec![0],
            says: text("Lives with the mother"),
            made_on: Some(day("2024-02-29")),
            ends_on: None,
        };
        let mother = Responsibility {
            child: 0,
            holder: Holder::Person(2),
        };
        let form = Refer {
            responsibilities: vec![mother],
            orders: vec![order],
            kept_away: vec![kept],
            ..form
        };
        let third = refer_in(&d.store, &manager, form).await;
        let found = super::listed(d, &manager, "open").await;
        let line = found.iter().find(|line| {
            let families = line.families.each_ref().map(|(id, ..)| *id);
            families.contains(&third.family) && families.contains(&first.family)
        });
        let id = line.expect("the child is in both").id;
        let person = at_place(d, third.family, 1).await;
        let (member, stranger) = (d.somebody("Siân").await.id, d.somebody("Gwyn").await.id);
        d.house(move |tx| store::account::standing::add_member(tx, third.family, person, member, day("2026-01-01")))
            .await;
        d.house(move |tx| store::account::standing::protect(tx, third.family, person, stranger))
            .await;
        let before = rows(d).await;
        move_person(d, &manager, id, person, third.family).await.unwrap();
        for (table, column) in [
            ("person", "id"),
            ("address", "person_id"),
            ("identifier", "person_id"),
            ("responsibility", "child_id"),
            ("court_order", "person_id"),
            ("kept_away", "person_id"),
            ("membership", "person_id"),
        ] {
            let sql = format!("select distinct family_id from {table} where {column} = $1");
            let families = d.raw.rows(&sql, &[person.into()]).await;
            assert_eq!(families.len(), 1, "{table}");
            assert_eq!(families[0][0].id(), first.family.uuid(), "{table}");
        }
        let protected = "select count(*) from protected_from where person_id = $1";
        assert_eq!(
            d.raw.one(protected, &[person.into()]).await.int(),
            2,
            "in the record they left too, whose book names them"
        );
        let permit = d
            .may(&manager.actor, Action::OpenFamily, Object::Family(first.family))
            .await;
        let (people, lines) = d
            .store
            .read(permit, move |tx| {
                let lines = store::journal::history::family(tx, first.family, Wanted::Changes, None, 10)?;
                Ok::<_, Error>((store::family::people(tx, first.family)?, lines))
            })
            .await
            .unwrap();
        assert_eq!(
            people.last().map(|last| last.id),
            Some(person),
            "after those who were there"
        );
        let moved = lines.iter().find(|line| line.action == "person_moved").unwrap();
        assert!(matches!(&moved.facts[..], [Fact::PersonMoved { name, .. }] if name == "Siân O'Neill"));
        move_back(d, &manager, id).await.unwrap();
        let after = rows(d).await;
        for (table, lines) in &before {
            assert_eq!(&after[table], lines, "{table}");
        }
        assert!(matches!(
            move_back(d, &manager, id).await,
            Err(Wrong::Store(Error::NotFound))
        ));
    });
}

#[test]
fn a_last_child_stays_and_nobody_moves_out_of_a_record_that_was_joined() {
    on_both(async |d| {
        let Twice {
            manager,
            first,
            second,
            id,
            ..
        } = twice(d).await;
        let one = at_place(d, second.family, 1).await;
        let other = at_place(d, second.family, 2).await;
        move_person(d, &manager, id, one, second.family).await.unwrap();
        let refused = move_person(d, &manager, id, other, second.family).await;
        assert!(
            matches!(refused, Err(Wrong::Refused(Refusal::LastChild))),
            "{refused:?}"
        );
        let somebody_else = move_person(d, &manager, id, one, second.family).await;
        assert!(
            matches!(somebody_else, Err(Wrong::Store(Error::NotFound))),
            "they are there no more"
        );
        join(d, &manager, id, first.family).await.unwrap();
        let back = move_back(d, &manager, id).await;
        assert!(matches!(back, Err(Wrong::Refused(Refusal::Joined { .. }))), "{back:?}");
    });
}

#[test]
fn whoever_somebody_is_protected_from_reads_nothing_of_them_in_the_book_of_a_family_they_left() {
    on_both(async |d| {
        let Twice {
            site,
            manager,
            second,
            first,
            id,
        } = twice(d).await;
        let other = d.staff("Gwyn", domain::role::Role::ProgrammeManager, site).await;
        let person = at_place(d, second.family, 1).await;
        move_person(d, &manager, id, person, second.family).await.unwrap();
        move_back(d, &manager, id).await.unwrap();
        let from = other.id;
        d.house(move |tx| store::account::standing::protect(tx, second.family, person, from))
            .await;
        for (who, said) in [(&manager, 2), (&other, 0)] {
            let permit = d
                .may(&who.actor, Action::OpenFamilyHistory, Object::Family(first.family))
                .await;
            let lines = d
                .store
                .read(permit, move |tx| {
                    store::journal::history::family(tx, first.family, Wanted::Changes, None, 10)
                })
                .await
                .unwrap();
            let facts = lines.iter().filter(|line| line.action.starts_with("person_moved"));
            assert_eq!(facts.map(|line| line.facts.len()).sum::<usize>(), said);
        }
    });
}
