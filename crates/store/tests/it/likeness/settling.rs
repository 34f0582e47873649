//! What a person says of two families is stored once, whoever else says something, and taken back exactly.

use super::{Twice, Wrong, join, listed, rows, say, twice, undo};
use crate::support::people::{Somebody, day, text};
use crate::support::{Deployment, on_both};
use domain::access::{Action, Object};
use domain::id::{LikenessId, PersonId};
use domain::likeness::settle::{Refusal, Stage};
use domain::referral::{Priority, Stage as Referred};
use domain::role::Role;
use store::Error;
use store::journal::event::Fact;
use store::journal::history::Wanted;
use store::likeness::Asked;

#[test]
fn joining_closes_the_other_record_merges_its_referral_and_links_both_books() {
    on_both(async |d| {
        let Twice {
            manager,
            first,
            second,
            id,
            ..
        } = twice(d).await;
        join(d, &manager, id, first.family).await.unwrap();
        let permit = d.may(&manager.actor, Action::ListFamilies, Object::Lists).await;
        let families = d
            .store
            .read(permit, |tx| store::family::list(tx, None, 10))
            .await
            .unwrap();
        assert_eq!(families.iter().map(|line| line.id).collect::<Vec<_>>(), [first.family]);
        let permit = d.may(&manager.actor, Action::ListReferrals, Object::Lists).await;
        let board = d
            .store
            .read(permit, |tx| store::referral::board(tx, "submitted", None, 10));
        assert_eq!(board.await.unwrap().len(), 1);
        // Everybody is found once, under the record that is kept.
        for query in ["sian oneill", "cai", "zofia rees"] {
            let permit = d.may(&manager.actor, Action::SearchPeople, Object::Lists).await;
            let hits = d
                .store
                .read(permit, move |tx| store::family::search(tx, query))
                .await
                .unwrap();
            assert_eq!(
                hits.iter().map(|hit| hit.family).collect::<Vec<_>>(),
                [first.family],
                "{query}"
            );
        }
        for (family, other, kept) in [
            (first.family, second.family, true),
            (second.family, first.family, false),
        ] {
            let permit = d.may(&manager.actor, Action::OpenFamily, Object::Family(family)).await;
            let (joined, lines) = d
                .store
                .read(permit, move |tx| {
                    assert!(store::family::load_with_joined(tx, family)?.2);
                    let lines = store::journal::history::family(tx, family, Wanted::Changes, None, 10)?;
                    Ok::<_, Error>((store::likeness::joined_to(tx, family)?, lines))
                })
                .await
                .unwrap();
            assert_eq!(joined.len(), 1);
            assert_eq!((joined[0].family, joined[0].is_kept), (other, !kept));
            let entry = lines.iter().find(|line| line.action == "families_joined").unwrap();
            assert_eq!(entry.object_id, Some(other.uuid()));
            let said = Fact::FamiliesJoined {
                on: "2026-03-10".into(),
                with: joined[0].reference.clone(),
                kept,
            };
            assert_eq!(entry.facts, [said]);
        }
    });
}

#[test]
fn undoing_puts_every_row_back_as_it_was() {
    on_both(async |d| {
        let Twice {
            manager,
            first,
            second,
            id,
            ..
        } = twice(d).await;
        // The referral that will be merged waits, sooner than in turn, for something.
        let by = manager.id;
        for step in 0..2 {
            let permit = d
                .may(&manager.actor, Action::DecideReferral, Object::Referral(second.id))
                .await;
            let decide = move |tx: &store::Tx| {
                let referral = store::referral::load(tx, second.id)?;
                let today = tx.today();
                let event = if step == 0 {
                    referral.accept(by, today)
                } else {
                    let near = domain::referral::waits_for("near").into_iter().collect();
                    referral.set_priority(by, today, Priority::First, near, Some(text("a new baby")))
                };
                tx.record(&referral, &event.expect("it may be"), "en")
            };
            d.store.write(permit, decide).await.unwrap();
        }
        let other = d.somebody("Gwyn").await;
        let person = d
            .raw
            .one(
                "select id from person where family_id = $1 and place_no = 1",
                &[second.family.into()],
            )
            .await;
        let (person, from) = (PersonId::from_uuid(person.id()), other.id);
        d.house(move |tx| store::account::standing::protect(tx, second.family, person, from))
            .await;
        let before = rows(d).await;
        join(d, &manager, id, first.family).await.unwrap();
        assert_ne!(rows(d).await, before);
        assert_eq!(d.raw.count("protected_from").await, 2, "protected in both records");
        assert_eq!(d.raw.count("person_link").await, 3);
        undo(d, &manager, id).await.unwrap();
        let after = rows(d).await;
        for (table, lines) in &before {
            assert_eq!(&after[table], lines, "{table}");
        }
        let found = listed(d, &manager, "open").await;
        assert_eq!(found.len(), 1, "it is asked again");
        assert_eq!(
            d.raw
                .one("select count(*) from family_merge where undone_at is not null", &[])
                .await
                .int(),
            1
        );
        // And the other way round, as often as anybody likes.
        join(d, &manager, id, second.family).await.unwrap();
        undo(d, &manager, id).await.unwrap();
        assert_eq!(rows(d).await, before);
    });
}

#[test]
fn the_waiting_list_of_a_day_is_right_though_a_family_was_joined_and_parted() {
    on_both(async |d| {
        let Twice {
            manager,
            first,
            second,
            id,
            ..
        } = twice(d).await;
        let by = manager.id;
        let permit = d
            .may(&manager.actor, Action::DecideReferral, Object::Referral(second.id))
            .await;
        let accept = move |tx: &store::Tx| {
            let referral = store::referral::load(tx, second.id)?;
            tx.record(&referral, &referral.accept(by, tx.today()).expect("undecided"), "en")
        };
        d.store.write(permit, accept).await.unwrap();
        let waits = async |on: &str| {
            let on = day(on);
            let permit = d.may(&manager.actor, Action::ListWaiting, Object::Lists).await;
            let list = d
                .store
                .read(permit, move |tx| store::referral::waiting_on(tx, on))
                .await;
            list.unwrap().len()
        };
        d.seconds_later(24 * 3600);
        join(d, &manager, id, first.family).await.unwrap();
        assert_eq!((waits("2026-03-10").await, waits("2026-03-11").await), (1, 0));
        d.seconds_later(24 * 3600);
        undo(d, &manager, id).await.unwrap();
        assert_eq!(
            (
                waits("2026-03-10").await,
                waits("2026-03-11").await,
                waits("2026-03-12").await
            ),
            (1, 0, 1)
        );
    });
}

#[test]
fn two_kept_apart_stay_two_and_the_question_can_be_asked_again() {
    on_both(async |d| {
        let Twice { manager, id, first, .. } = twice(d).await;
        let before = rows(d).await;
        let apart = |tx: &store::Tx, asked: &store::likeness::Asked| {
            asked.question.keep_apart()?;
            Ok(store::likeness::keep_apart(tx, asked)?)
        };
        say(d, &manager, id, apart).await.unwrap();
        assert_eq!(rows(d).await, before);
        let found = listed(d, &manager, "kept_apart").await;
        assert_eq!(found[0].stage, Stage::KeptApart);
        assert!(listed(d, &manager, "open").await.is_empty());
        let refused = join(d, &manager, id, first.family).await;
        assert!(
            matches!(refused, Err(Wrong::Refused(Refusal::AlreadySettled { .. }))),
            "{refused:?}"
        );
        // The same family once more finds both, and settles nothing by itself.
        undo(d, &manager, id).await.unwrap();
        assert_eq!(listed(d, &manager, "open").await.len(), 1);
    });
}

#[test]
fn a_family_referred_again_after_it_was_joined_is_found_as_the_record_that_is_kept() {
    on_both(async |d| {
        let Twice {
            site,
            manager,
            first,
            id,
            ..
        } = twice(d).await;
        join(d, &manager, id, first.family).await.unwrap();
        let again = vec![super::born("2016-02-03", crate::support::people::child("Sian ONeill"))];
        let third = d.refer(&manager, site, again).await;
        let found = listed(d, &manager, "open").await;
        assert_eq!(found.len(), 1, "the record that was joined is no question of its own");
        let mut families = [first.family, third.family];
        families.sort();
        assert_eq!(found[0].families.each_ref().map(|(id, ..)| *id), families);
    });
}

/// How many of these people's same saying is stored when all say it at once; everybody else is told why not.
async fn at_once(
    d: &Deployment,
    who: &[Somebody],
    id: LikenessId,
    verb: impl Fn(&store::Tx, &Asked, usize) -> Result<(), Wrong> + Clone + Send + Sync + 'static,
) -> usize {
    let mut all = Vec::new();
    for (n, one) in who.iter().enumerate() {
        let permit = d.may(&one.actor, Action::SettleLikeness, Object::Likeness(id)).await;
        let (store, verb) = (d.store.clone(), verb.clone());
        let unit = move |tx: &store::Tx| verb(tx, &store::likeness::load(tx, id)?, n);
        all.push(tokio::spawn(async move { store.write(permit, unit).await }));
    }
    let mut stored = 0;
    for one in all {
        match one.await.unwrap() {
            Ok(()) => stored += 1,
            Err(
                Wrong::Refused(Refusal::AlreadySettled { .. } | Refusal::NotSettled)
                | Wrong::Store(Error::Stale { .. }),
            ) => {}
            Err(other) => panic!("{other:?}"),
        }
    }
    stored
}

#[test]
fn of_twenty_who_join_and_undo_at_once_one_is_first_each_time() {
    on_both(async |d| {
        let Twice {
            site,
            first,
            second,
            id,
            ..
        } = twice(d).await;
        let mut officers = Vec::new();
        for n in 0..20 {
            officers.push(d.staff(&format!("Officer {n}"), Role::ProgrammeOfficer, site).await);
        }
        let both = [first.family, second.family];
        let joined = at_once(d, &officers, id, move |tx, asked, n| {
            let joining = asked.question.join(both[n % 2])?;
            Ok(store::likeness::join(tx, asked, &joining)?)
        });
        assert_eq!(joined.await, 1);
        assert_eq!(d.raw.count("family_merge").await, 1);
        let merged = d
            .raw
            .one("select count(*) from referral where stage = 'merged'", &[])
            .await;
        assert_eq!(merged.int(), 1);
        let undone = at_once(d, &officers, id, |tx, asked, _| {
            asked.question.undo(asked.merged())?;
            Ok(store::likeness::undo(tx, asked)?)
        });
        assert_eq!(undone.await, 1);
        let open = d
            .raw
            .one(
                "select count(*) from family where stage = 'open' and merged_into is null",
                &[],
            )
            .await;
        assert_eq!(open.int(), 2);
    });
}

#[test]
fn a_referral_made_since_for_the_record_that_is_not_kept_stops_the_undoing() {
    on_both(async |d| {
        let Twice {
            manager,
            first,
            second,
            id,
            ..
        } = twice(d).await;
        join(d, &manager, id, first.family).await.unwrap();
        // As a file or another program might once bring it.
        let sql = "insert into referral (id, family_id, site_id, reference, referred_by, received_on, reason, children, adults,
                stage, stage_on, stage_by, made_at, row_version)
            select $1, family_id, site_id, $2, referred_by, received_on, reason, 1, 0, 'submitted', stage_on, stage_by,
                made_at, 1 from referral where family_id = $3";
        let new = crate::support::random_id();
        let reference = store::id::reference(domain::reference::Kind::Referral).to_string();
        let values = [new.into(), (&reference).into(), second.family.into()];
        d.raw.run(sql, &values).await;
        let refused = undo(d, &manager, id).await;
        assert!(
            matches!(refused, Err(Wrong::Refused(Refusal::ReferredAgain { family })) if family == second.family),
            "{refused:?}"
        );
        let permit = d
            .may(&manager.actor, Action::OpenReferral, Object::Referral(second.id))
            .await;
        let merged = d
            .store
            .read(permit, move |tx| store::referral::show(tx, second.id))
            .await
            .unwrap();
        assert!(
            matches!(merged.referral.stage, Referred::Merged { .. }),
            "nothing of it was undone"
        );
    });
}
