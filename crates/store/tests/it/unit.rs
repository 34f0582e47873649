//! Units of work: each is stored whole or not at all, whoever else is at work at the same moment.

use crate::support::people::{Somebody, day, text};
use crate::support::raw::Cell;
use crate::support::{Deployment, Engine, on, on_both, random_id};
use domain::access::{Action, Object};
use domain::id::{AccountId, ReferralId};
use domain::referral::{Capacity, Event, Referral, Stage, Why};
use domain::role::Role;
use std::collections::BTreeSet;
use std::path::Path;
use store::journal::verify::verify;
use store::once::Once;
use store::{Error, Tx};

/// A unit that keeps a draft under this name.
fn keep(account: AccountId, form: String) -> impl Fn(&Tx) -> Result<(), Error> + Send + Sync + 'static {
    move |tx| store::draft::keep(tx, account, &form, "words")
}

/// The drafts that are there, by name, as another connection sees them.
async fn drafts(d: &Deployment) -> BTreeSet<String> {
    let rows = d.raw.rows("select form from draft", &[]).await;
    rows.iter().map(|row| row[0].text().to_owned()).collect()
}

type Unit = Box<dyn Fn(&Tx) -> Result<(), Error> + Send + Sync>;

#[test]
fn a_refused_unit_leaves_no_trace_while_others_in_the_same_commit_are_kept() {
    on_both(async |d| {
        let who = d.somebody("Nia").await.id;
        let units: Vec<Unit> = (0..60)
            .map(|n| -> Unit {
                let unit = keep(who, format!("form {n:02}"));
                if n % 3 == 1 {
                    Box::new(move |tx| unit(tx).and(Err(Error::OnceReused)))
                } else {
                    Box::new(unit)
                }
            })
            .collect();
        let answers = d.in_one_group(who, units).await;
        let mut kept = BTreeSet::new();
        for (n, answer) in answers.iter().enumerate() {
            match answer {
                Ok(()) => assert!(n % 3 != 1 && kept.insert(format!("form {n:02}"))),
                Err(e) => assert!(
                    n % 3 == 1 && matches!(e, Error::OnceReused),
                    "unit {n} got its own refusal: {e}"
                ),
            }
        }
        assert_eq!(kept.len(), 40);
        assert_eq!(drafts(d).await, kept);
    });
}

#[test]
fn a_panic_in_one_unit_does_not_lose_the_others() {
    on_both(async |d| {
        let who = d.somebody("Nia").await.id;
        let units: Vec<Unit> = (0..20)
            .map(|n| -> Unit {
                let unit = keep(who, format!("form {n:02}"));
                Box::new(move |tx| {
                    unit(tx)?;
                    assert!(n != 7, "this unit of a test panics, and is meant to");
                    Ok(())
                })
            })
            .collect();
        let answers = d.in_one_group(who, units).await;
        for (n, answer) in answers.iter().enumerate() {
            match answer {
                Ok(()) => assert_ne!(n, 7),
                Err(Error::Statement { cause, .. }) => assert!(n == 7 && cause.contains("panicked"), "{n}: {cause}"),
                Err(other) => panic!("unit {n}: {other}"),
            }
        }
        let found = drafts(d).await;
        assert_eq!(found.len(), 19);
        assert!(!found.contains("form 07"));
        // Nothing of it is stored later either, whichever connection is used next.
        for n in 20..50 {
            let permit = d.may(&d.sign_in(who).await, Action::SeeHome, Object::Own).await;
            d.store.write(permit, keep(who, format!("form {n}"))).await.unwrap();
        }
        let found = drafts(d).await;
        assert_eq!(found.len(), 49);
        assert!(!found.contains("form 07"));
    });
}

#[test]
fn a_panic_while_reading_is_told_and_reading_goes_on() {
    on_both(async |d| {
        let who = d.somebody("Nia").await;
        for _ in 0..20 {
            let permit = d.may(&who.actor, Action::SeeHome, Object::Own).await;
            let panicking = |_: &Tx| -> Result<(), Error> { panic!("this unit of a test panics, and is meant to") };
            let answer = d.store.read(permit, panicking).await;
            assert!(matches!(answer, Err(Error::Statement { .. })), "{answer:?}");
        }
        let permit = d.may(&who.actor, Action::SeeHome, Object::Own).await;
        let id = who.id;
        assert_eq!(
            d.store
                .read(permit, move |tx| store::draft::find(tx, id, "none"))
                .await
                .unwrap(),
            None
        );
    });
}

#[test]
fn a_unit_that_passes_a_refused_statement_over_is_not_stored_and_not_said_to_be() {
    on_both(async |d| {
        let who = d.somebody("Nia").await;
        let permit = d.may(&who.actor, Action::SeeHome, Object::Own).await;
        let id = who.id;
        let answer = d.store.write(permit, move |tx| {
            let once = Once::new(id.uuid(), "k", b"body");
            tx.done(Some(&once), 201, "/here")?;
            // The same key again: the constraint refuses it, and this unit takes no notice.
            let refused = tx.done(Some(&once), 201, "/here");
            assert!(matches!(refused, Err(Error::Constraint(name)) if name == "once_pkey"));
            Ok(())
        });
        let answer: Result<(), Error> = answer.await;
        assert!(matches!(answer, Err(Error::Statement { .. })), "{answer:?}");
        assert_eq!(d.raw.count("once").await, 0);
    });
}

#[test]
fn a_permit_is_good_for_thirty_seconds() {
    on_both(async |d| {
        let who = d.somebody("Nia").await;
        let early = d.may(&who.actor, Action::SeeHome, Object::Own).await;
        let late = d.may(&who.actor, Action::SeeHome, Object::Own).await;
        d.seconds_later(30);
        d.store.write(early, keep(who.id, "in time".into())).await.unwrap();
        d.seconds_later(1);
        let answer = d.store.write(late, keep(who.id, "too late".into())).await;
        assert!(matches!(answer, Err(Error::PermitExpired)), "{answer:?}");
        assert_eq!(drafts(d).await, BTreeSet::from(["in time".to_owned()]));
    });
}

/// A manager who decides, and one referral received.
async fn one_referral(d: &Deployment) -> (Somebody, Referral) {
    let site = d.site("Here").await;
    let manager = d.staff("Megan", Role::ProgrammeManager, site).await;
    let made = d.family(&manager, site, "Ada Evans").await;
    let permit = d
        .may(&manager.actor, Action::OpenReferral, Object::Referral(made.id))
        .await;
    let referral = d
        .store
        .read(permit, move |tx| store::referral::show(tx, made.id))
        .await
        .unwrap()
        .referral;
    (manager, referral)
}

async fn record(d: &Deployment, by: &Somebody, referral: &Referral, event: Event) -> Result<(), Error> {
    let permit = d
        .may(&by.actor, Action::DecideReferral, Object::Referral(referral.id))
        .await;
    let referral = referral.clone();
    d.store
        .write(permit, move |tx| tx.record(&referral, &event, "en"))
        .await
}

#[test]
fn a_stale_version_is_refused_and_changes_nothing() {
    on_both(async |d| {
        let (manager, referral) = one_referral(d).await;
        let today = day("2026-03-10");
        let accepted = referral.accept(manager.id, today).unwrap();
        let refused = referral
            .not_accept(
                manager.id,
                today,
                Why::Full,
                Some(text("no place")),
                Capacity::default(),
            )
            .unwrap();
        record(d, &manager, &referral, accepted).await.unwrap();
        let state = "select stage, row_version, why, why_words from referral";
        let before = (
            d.raw.rows(state, &[]).await,
            d.raw.rows("select seq, head from book order by id", &[]).await,
        );
        let answer = record(d, &manager, &referral, refused).await;
        assert!(matches!(answer, Err(Error::Stale { now: 2 })), "{answer:?}");
        let after = (
            d.raw.rows(state, &[]).await,
            d.raw.rows("select seq, head from book order by id", &[]).await,
        );
        assert_eq!(after, before);
        assert_eq!(
            before.0,
            [[Cell::Text("waiting".into()), Cell::Int(2), Cell::Null, Cell::Null]]
        );
    });
}

#[test]
fn twenty_at_once_who_open_a_second_referral_for_one_family_make_one() {
    on_both(async |d| {
        let (manager, referral) = one_referral(d).await;
        d.raw.run("update referral set stage = 'withdrawn'", &[]).await;
        let mut tries = Vec::new();
        for n in 0..20 {
            // A referral of the same family that was withdrawn, and somebody who still sees it as submitted.
            let id = ReferralId::from_uuid(random_id());
            let reference = format!("R-{n}");
            let copy = "insert into referral (id, family_id, site_id, reference, referred_by, received_on, reason,
                    children, adults, stage, stage_on, stage_by, made_at, row_version)
                select $1, family_id, site_id, $2, referred_by, received_on, reason, children, adults, stage, stage_on,
                    stage_by, made_at, 1 from referral where id = $3";
            d.raw
                .run(copy, &[id.into(), (&reference).into(), referral.id.into()])
                .await;
            let mut seen = referral.clone();
            seen.id = id;
            seen.stage = Stage::Submitted {
                on: referral.received_on,
            };
            let permit = d
                .may(&manager.actor, Action::DecideReferral, Object::Referral(id))
                .await;
            let event = seen.accept(manager.id, day("2026-03-10")).unwrap();
            tries.push((permit, seen, event));
        }
        let tries: Vec<_> = tries
            .into_iter()
            .map(|(permit, seen, event)| {
                let store = d.store.clone();
                tokio::spawn(async move { store.write(permit, move |tx| tx.record(&seen, &event, "en")).await })
            })
            .collect();
        let mut made = 0;
        for one in tries {
            match one.await.unwrap() {
                Ok(()) => made += 1,
                Err(Error::Constraint(name)) => assert_eq!(name, "one_open_referral_a_family"),
                Err(other) => panic!("{other}"),
            }
        }
        assert_eq!(made, 1);
        assert_eq!(
            d.raw
                .one("select count(*) from referral where stage = 'waiting'", &[])
                .await,
            Cell::Int(1)
        );
        let findings = verify(&d.store).await.unwrap().findings;
        assert_eq!(findings, [], "and the journal tells of one");
    });
}

#[test]
fn twenty_at_one_record_all_get_through() {
    on_both(async |d| {
        let (manager, referral) = one_referral(d).await;
        let mut writers = Vec::new();
        for n in 0..20 {
            let permit = d
                .may(&manager.actor, Action::AddReferralEntry, Object::Referral(referral.id))
                .await;
            let (store, id, by) = (d.store.clone(), referral.id, manager.id);
            writers.push(tokio::spawn(async move {
                let unit = move |tx: &Tx| {
                    let referral = store::referral::load(tx, id)?;
                    let on = tx.today();
                    let event = referral
                        .add_entry(by, on, on, text(&format!("entry {n}")))
                        .expect("today is not too early");
                    tx.record(&referral, &event, "en")
                };
                store.write(permit, unit).await
            }));
        }
        for writer in writers {
            writer.await.unwrap().unwrap();
        }
        assert_eq!(d.raw.count("referral_entry").await, 20);
        let verified = verify(&d.store).await.unwrap();
        assert_eq!(verified.findings, []);
        let seq = d.raw.one("select seq from book where kind = 'family'", &[]).await;
        // Made, opened once to be read, and twenty entries.
        assert_eq!(seq, Cell::Int(22));
    });
}

#[test]
fn the_same_form_sent_twenty_times_at_once_is_stored_once() {
    on_both(async |d| {
        let who = d.somebody("Nia").await;
        let mut senders = Vec::new();
        for _ in 0..20 {
            let permit = d.may(&who.actor, Action::SeeHome, Object::Own).await;
            let (store, id) = (d.store.clone(), who.id);
            senders.push(tokio::spawn(async move {
                let unit = move |tx: &Tx| {
                    let once = Once::new(id.uuid(), "a key", b"a body");
                    tx.not_done_before(Some(&once))?;
                    tx.done(Some(&once), 201, "/made")
                };
                store.write(permit, unit).await
            }));
        }
        let mut stored = 0;
        for sender in senders {
            match sender.await.unwrap() {
                Ok(()) => stored += 1,
                Err(Error::AlreadyDone { location, status }) => assert_eq!((location.as_str(), status), ("/made", 201)),
                Err(other) => panic!("{other}"),
            }
        }
        assert_eq!(stored, 1);
        let permit = d.may(&who.actor, Action::SeeHome, Object::Own).await;
        let id = who.id;
        let reused = d
            .store
            .write(permit, move |tx| {
                tx.not_done_before(Some(&Once::new(id.uuid(), "a key", b"other")))
            })
            .await;
        assert!(matches!(reused, Err(Error::OnceReused)), "{reused:?}");
    });
}

#[test]
fn many_units_share_one_commit() {
    on(Engine::Sqlite, async |d| {
        let who = d.somebody("Nia").await.id;
        let log = d.place.folder.join("susd.db-wal");
        let before = commits(&log);
        let answers = d
            .in_one_group(who, (0..400).map(|n| keep(who, format!("form {n}"))).collect())
            .await;
        assert!(answers.iter().all(Result::is_ok));
        assert_eq!(d.raw.count("draft").await, 400);
        // The sign-in is a commit of its own; 401 units of at most 256 each are two.
        let made = commits(&log) - before;
        assert_eq!(made, 3, "400 units of work in {made} commits");
    });
}

/// How many commits a write-ahead log holds: its frames that name the size of the file after them.
///
/// Source: the file format of the embedded engine, section 4, "The Write-Ahead Log".
fn commits(log: &Path) -> usize {
    let bytes = std::fs::read(log).unwrap();
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    let page = number(8) as usize;
    let frames = bytes[32..].chunks_exact(24 + page);
    let valid = frames.take_while(|frame| frame[8..16] == bytes[16..24]);
    valid.filter(|frame| frame[4..8] != [0; 4]).count()
}
