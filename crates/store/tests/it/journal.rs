//! The journal as it is written: every change and every opening, in the right book, once.

use crate::support::people::{Somebody, day, text};
use crate::support::raw::Cell;
use crate::support::{Deployment, on_both, random_id};
use domain::access::{Action, Actor, Denied, Object};
use domain::id::{AddressId, FamilyId, PersonId, ReferralId};
use domain::role::Role;
use store::journal::event::Fact;
use store::journal::history::{self, Wanted};
use store::journal::verify::verify;
use store::referral::Made;
use store::{Error, Tx};
use uuid::Uuid;

/// An entry as far as these tests look: its number, who, in which role, what, to what kind, and which.
type Entry = (i64, String, String, String, String, Option<Uuid>);

/// The entries of a book, oldest first.
async fn book(d: &Deployment, book: Uuid) -> Vec<Entry> {
    let sql = "select seq, actor, role, action, object_kind, object_id from journal where book_id = $1 order by seq";
    let read = |row: Vec<Cell>| {
        let object = (row[5] != Cell::Null).then(|| row[5].id());
        let words = |at: usize| row[at].text().to_owned();
        (row[0].int(), words(1), words(2), words(3), words(4), object)
    };
    d.raw.rows(sql, &[book.into()]).await.into_iter().map(read).collect()
}

/// What was done to a record, oldest first.
pub async fn actions(d: &Deployment, of: Uuid) -> Vec<String> {
    book(d, of).await.into_iter().map(|entry| entry.3).collect()
}

/// A manager at a site, and a family referred there.
pub async fn one_family(d: &Deployment) -> (Somebody, Made) {
    let site = d.site("Here").await;
    let manager = d.staff("Megan", Role::ProgrammeManager, site).await;
    let made = d.family(&manager, site, "Ada Evans").await;
    (manager, made)
}

/// Opens a family, and answers how staff call it.
pub async fn open_family(d: &Deployment, actor: &Actor, family: FamilyId) -> Result<String, Error> {
    let permit = d.may(actor, Action::OpenFamily, Object::Family(family)).await;
    d.store
        .read(permit, move |tx| store::family::load(tx, family))
        .await
        .map(|(_, name)| name)
}

#[test]
fn what_is_done_is_written_in_the_family_s_book_and_holds() {
    on_both(async |d| {
        let (manager, made) = one_family(d).await;
        let permit = d
            .may(&manager.actor, Action::DecideReferral, Object::Referral(made.id))
            .await;
        let by = manager.id;
        let decide = move |tx: &Tx| {
            let referral = store::referral::load(tx, made.id)?;
            let event = referral.accept(by, tx.today()).expect("it waits for a decision");
            tx.record(&referral, &event, "en")
        };
        d.store.write(permit, decide).await.unwrap();
        let who = format!("account:{}", manager.id);
        let role = "programme_manager".to_owned();
        let object = Some(made.id.uuid());
        let entry = |seq, action: &str| {
            (
                seq,
                who.clone(),
                role.clone(),
                action.to_owned(),
                "referral".to_owned(),
                object,
            )
        };
        assert_eq!(
            book(d, made.family.uuid()).await,
            [entry(1, "referral_made"), entry(2, "referral_accepted")]
        );
        let verified = verify(&d.store).await.unwrap();
        assert_eq!(verified.findings, []);
        assert_eq!(i64::try_from(verified.entries).unwrap(), d.raw.count("journal").await);
        assert_eq!(i64::try_from(verified.books).unwrap(), d.raw.count("book").await);
    });
}

#[test]
fn opening_a_family_is_written_in_its_book_before_anything_is_answered() {
    on_both(async |d| {
        let (manager, made) = one_family(d).await;
        assert_eq!(open_family(d, &manager.actor, made.family).await.unwrap(), "Evans");
        let last = book(d, made.family.uuid()).await.pop().unwrap();
        let who = format!("account:{}", manager.id);
        let family = Some(made.family.uuid());
        assert_eq!(
            last,
            (
                2,
                who,
                "programme_manager".into(),
                "open_family".into(),
                "family".into(),
                family
            )
        );
        // A referral is opened in its family's book, too.
        let permit = d
            .may(&manager.actor, Action::OpenReferral, Object::Referral(made.id))
            .await;
        d.store
            .read(permit, move |tx| store::referral::show(tx, made.id))
            .await
            .unwrap();
        assert_eq!(
            actions(d, made.family.uuid()).await,
            ["referral_made", "open_family", "open_referral"]
        );
    });
}

#[test]
fn a_list_a_board_and_a_search_are_each_one_entry_in_the_reader_s_own_book() {
    on_both(async |d| {
        let (manager, made) = one_family(d).await;
        d.family(&manager, d.site_of(&made).await, "Bo Price").await;
        let before = actions(d, manager.id.uuid()).await.len();
        let of_family = actions(d, made.family.uuid()).await;
        for _ in 0..2 {
            let permit = d.may(&manager.actor, Action::ListFamilies, Object::Lists).await;
            assert_eq!(
                d.store
                    .read(permit, |tx| store::family::list(tx, None, 10))
                    .await
                    .unwrap()
                    .len(),
                2
            );
        }
        let permit = d.may(&manager.actor, Action::SearchPeople, Object::Lists).await;
        assert_eq!(
            d.store
                .read(permit, |tx| store::family::search(tx, "ada"))
                .await
                .unwrap()
                .len(),
            1
        );
        let mine = actions(d, manager.id.uuid()).await;
        assert_eq!(mine[before..], ["list_families", "list_families", "search_people"]);
        assert_eq!(
            actions(d, made.family.uuid()).await,
            of_family,
            "a list opens nobody's record"
        );
        // One's own page is not written anywhere.
        let permit = d.may(&manager.actor, Action::SeeHome, Object::Own).await;
        d.store.read(permit, |_| Ok::<_, Error>(())).await.unwrap();
        assert_eq!(actions(d, manager.id.uuid()).await.len(), mine.len());
    });
}

#[test]
fn a_reload_within_a_minute_joins_the_opening_before_it() {
    on_both(async |d| {
        let (manager, made) = one_family(d).await;
        let openings = async || {
            actions(d, made.family.uuid())
                .await
                .iter()
                .filter(|a| *a == "open_family")
                .count()
        };
        open_family(d, &manager.actor, made.family).await.unwrap();
        d.seconds_later(59);
        open_family(d, &manager.actor, made.family).await.unwrap();
        assert_eq!(openings().await, 1, "59 seconds later it is a reload");
        d.seconds_later(1);
        open_family(d, &manager.actor, made.family).await.unwrap();
        assert_eq!(openings().await, 2, "after a minute it is a new opening");
        let other_browser = d.sign_in(manager.id).await;
        open_family(d, &other_browser, made.family).await.unwrap();
        assert_eq!(openings().await, 3, "another sign-in is another opening");
        let permit = d
            .may(&manager.actor, Action::SeeWhoLooked, Object::Family(made.family))
            .await;
        d.store.read(permit, |_| Ok::<_, Error>(())).await.unwrap();
        assert_eq!(
            actions(d, made.family.uuid()).await.last().unwrap(),
            "see_who_looked",
            "so is another page"
        );
    });
}

/// Somebody who may change everything but holds no key cannot put other words into somebody's mouth.
#[test]
fn words_moved_from_one_entry_to_another_are_not_shown() {
    on_both(async |d| {
        let (manager, made) = one_family(d).await;
        for words in ["Gwell", "Gwaeth"] {
            let permit = d
                .may(&manager.actor, Action::AddReferralEntry, Object::Referral(made.id))
                .await;
            let by = manager.id;
            let add = move |tx: &Tx| {
                let referral = store::referral::load(tx, made.id)?;
                let event = referral.add_entry(by, tx.today(), tx.today(), text(words));
                tx.record(&referral, &event.expect("it may be added"), "cy")
            };
            d.store.write(permit, add).await.unwrap();
        }
        let shown = async || {
            let permit = d
                .may(&manager.actor, Action::OpenFamilyHistory, Object::Family(made.family))
                .await;
            let family = made.family;
            let page = d
                .store
                .read_long(permit, move |tx| history::family(tx, family, Wanted::Changes, None, 50))
                .await;
            let facts: Vec<Fact> = page.unwrap().into_iter().flat_map(|line| line.facts).collect();
            format!("{facts:?}")
        };
        let before = shown().await;
        assert!(before.contains("Gwell") && before.contains("Gwaeth"));
        // The words of each change places; the numbers stay.
        let book = [made.family.into()];
        d.raw
            .run(
                "update journal_part set seq = seq + 100 where book_id = $1 and seq = 2",
                &book,
            )
            .await;
        d.raw
            .run("update journal_part set seq = 2 where book_id = $1 and seq = 3", &book)
            .await;
        d.raw
            .run(
                "update journal_part set seq = 3 where book_id = $1 and seq = 102",
                &book,
            )
            .await;
        let after = shown().await;
        assert!(!after.contains("Gwell") && !after.contains("Gwaeth"), "{after}");
    });
}

#[test]
fn a_refusal_is_noted_in_the_actor_s_own_book_the_same_for_absent_and_foreign() {
    on_both(async |d| {
        let (_, made) = one_family(d).await;
        let elsewhere = d.site("Elsewhere").await;
        let stranger = d.staff("Sam", Role::ProgrammeManager, elsewhere).await;
        let absent = random_id();
        let pairs = [
            (
                Action::OpenFamily,
                Object::Family(made.family),
                Object::Family(FamilyId::from_uuid(absent)),
            ),
            (
                Action::OpenReferral,
                Object::Referral(made.id),
                Object::Referral(ReferralId::from_uuid(absent)),
            ),
        ];
        let of_family = book(d, made.family.uuid()).await;
        for (action, foreign, absent) in pairs {
            for object in [foreign, absent] {
                assert_eq!(d.refusal(&stranger.actor, action, object).await, Some(Denied::Refused));
                let (_, who, role, done, kind, id) = book(d, stranger.id.uuid()).await.pop().unwrap();
                let expected = (
                    format!("account:{}", stranger.id),
                    "",
                    "refused",
                    object.kind().key(),
                    object.id(),
                );
                assert_eq!((who, role.as_str(), done.as_str(), kind.as_str(), id), expected);
            }
        }
        assert_eq!(
            book(d, made.family.uuid()).await,
            of_family,
            "nothing in the family's book tells of the stranger"
        );
        let untouched = d
            .raw
            .one("select count(*) from book where id = $1", &[absent.into()])
            .await;
        assert_eq!(untouched, Cell::Int(0), "and no book is made for what is not there");
    });
}

#[test]
fn history_tells_what_happened_and_who_looked_and_forgets_only_the_words_of_somebody_erased() {
    on_both(async |d| {
        let (manager, made) = one_family(d).await;
        open_family(d, &manager.actor, made.family).await.unwrap();
        let of = async |wanted| {
            let permit = d
                .may(&manager.actor, Action::OpenFamilyHistory, Object::Family(made.family))
                .await;
            d.store
                .read(permit, move |tx| history::family(tx, made.family, wanted, None, 10))
                .await
                .unwrap()
        };
        let changes = of(Wanted::Changes).await;
        assert_eq!(changes.len(), 1);
        assert_eq!(changes[0].name.as_deref(), Some("Megan"));
        assert!(
            matches!(&changes[0].facts[..], [Fact::ReferralMade { .. }, Fact::PersonNamed { name, .. }] if name == "Ada Evans")
        );
        let looked: Vec<String> = of(Wanted::Openings).await.into_iter().map(|line| line.action).collect();
        assert_eq!(looked, ["open_family_history", "open_family"]);
        let person = d.raw.one("select id from person", &[]).await.id();
        d.raw.run("delete from subject where id = $1", &[person.into()]).await;
        let changes = of(Wanted::Changes).await;
        assert!(
            matches!(&changes[0].facts[..], [Fact::ReferralMade { .. }]),
            "{:?}",
            changes[0].facts
        );
        assert_eq!(
            verify(&d.store).await.unwrap().findings,
            [],
            "the journal holds without the key"
        );
    });
}

#[test]
fn checking_while_people_work_finds_nothing() {
    on_both(async |d| {
        let (manager, made) = one_family(d).await;
        let mut writers = Vec::new();
        for n in 0..40 {
            let permit = d
                .may(&manager.actor, Action::AddReferralEntry, Object::Referral(made.id))
                .await;
            let (store, id, by) = (d.store.clone(), made.id, manager.id);
            writers.push(tokio::spawn(async move {
                let unit = move |tx: &Tx| {
                    let referral = store::referral::load(tx, id)?;
                    let on = day("2026-03-10");
                    let event = referral
                        .add_entry(by, on, on, text(&format!("entry {n}")))
                        .expect("a day it may have");
                    tx.record(&referral, &event, "en")
                };
                store.write(permit, unit).await
            }));
        }
        while !writers.iter().all(tokio::task::JoinHandle::is_finished) {
            assert_eq!(verify(&d.store).await.unwrap().findings, []);
        }
        // On the server some may have given way to others; none is half there.
        assert_eq!(verify(&d.store).await.unwrap().findings, []);
    });
}

#[test]
fn a_person_and_an_address_are_opened_in_their_family_s_book() {
    on_both(async |d| {
        let (manager, made) = one_family(d).await;
        let person = PersonId::from_uuid(d.raw.one("select id from person", &[]).await.id());
        let parent = d.somebody("Ada").await;
        let family = made.family;
        d.house(move |tx| store::account::standing::add_member(tx, family, person, parent.id, day("2026-01-01")))
            .await;
        d.give(parent.id, Role::Parent, d.site_of(&made).await.uuid()).await;
        let permit = d.may(&parent.actor, Action::SeeOwnPart, Object::Person(person)).await;
        d.store.read(permit, |_| Ok::<_, Error>(())).await.unwrap();
        let last = book(d, family.uuid()).await.pop().unwrap();
        assert_eq!(
            (last.3.as_str(), last.4.as_str(), last.5),
            ("see_own_part", "person", Some(person.uuid()))
        );
        let unknown = Object::Address(AddressId::from_uuid(random_id()));
        assert_eq!(
            d.refusal(&manager.actor, Action::OpenProtectedAddress, unknown).await,
            Some(Denied::Refused)
        );
    });
}
