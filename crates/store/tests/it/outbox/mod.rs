//! The outbox: what is posted with a change, when it may go, and that each message goes once, whoever sends.

mod taking;

use crate::support::people::{Somebody, adult, child, text};
use crate::support::raw::Cell;
use crate::support::{Deployment, on_both, random_id};
use domain::access::{Action, Object};
use domain::id::{AccountId, PersonId, SiteId};
use domain::referral::{Event, Referral};
use domain::role::Role;
use domain::send::{Channel, LinkSecret, Notice};
use jiff::civil::date;
use std::collections::BTreeSet;
use store::outbox::{self, Claimed, Reader};
use store::{Error, Tx};

/// The kinds and readers of what is posted, in the order of both.
async fn posted(d: &Deployment) -> Vec<(String, AccountId)> {
    let rows = d
        .raw
        .rows("select kind, account_id from outbox order by kind, account_id", &[])
        .await;
    let read = |row: Vec<Cell>| (row[0].text().to_owned(), AccountId::from_uuid(row[1].id()));
    rows.into_iter().map(read).collect()
}

async fn nothing_waits(d: &Deployment) {
    d.raw.run("delete from outbox", &[]).await;
}

/// Decides something of the only referral, as this person.
async fn decide(
    d: &Deployment,
    who: &Somebody,
    event: impl Fn(&Referral, &Tx) -> Event + Send + Sync + 'static,
) -> Result<(), Error> {
    let id = d.raw.one("select id from referral", &[]).await.id();
    let id = domain::id::ReferralId::from_uuid(id);
    let permit = d.may(&who.actor, Action::AddReferralEntry, Object::Referral(id)).await;
    let unit = move |tx: &Tx| {
        let referral = store::referral::load(tx, id)?;
        tx.record(&referral, &event(&referral, tx), "en")
    };
    d.store.write(permit, unit).await
}

/// Posts so many trials, one after the other, that are due now.
async fn post_many(d: &Deployment, to: AccountId, site: Option<SiteId>, notice: Notice, n: usize) {
    d.house(move |tx| (0..n).try_for_each(|_| outbox::post(tx, site, notice, Reader::Account(to))))
        .await;
}

/// What can wait, of a referral nobody looks up.
fn can_wait() -> Notice {
    Notice::FamilyTold { next_on: None }
}

async fn column(d: &Deployment, name: &str) -> Cell {
    d.raw.one(&format!("select {name} from outbox"), &[]).await
}

#[test]
fn whoever_must_know_of_a_referral_is_told_with_the_change_and_nobody_what_they_did_themselves() {
    on_both(async |d| {
        let site = d.site("Here").await;
        let there = d.site("There").await;
        let worker = d.staff("Anwen", Role::FamilyWorker, site).await;
        let manager = d.staff("Megan", Role::ProgrammeManager, site).await;
        let other = d.staff("Gwil", Role::ProgrammeManager, site).await;
        d.staff("Sam", Role::ProgrammeManager, there).await;
        d.staff("Olwen", Role::ProgrammeOfficer, site).await;
        d.family(&worker, site, "Ada Evans").await;
        let mut wanted = vec![
            ("referral_received".to_owned(), worker.id),
            ("referral_to_decide".to_owned(), manager.id),
            ("referral_to_decide".to_owned(), other.id),
        ];
        wanted.sort_by_key(|(kind, id)| (kind.clone(), id.uuid()));
        assert_eq!(posted(d).await, wanted);

        nothing_waits(d).await;
        let by = manager.id;
        let ask = move |_: &Referral, tx: &Tx| Event::InformationAsked {
            by,
            on: tx.today(),
            question: text("which school?"),
        };
        decide(d, &manager, ask).await.unwrap();
        assert_eq!(posted(d).await, [("information_asked".to_owned(), worker.id)]);

        nothing_waits(d).await;
        let by = worker.id;
        let answer = move |_: &Referral, tx: &Tx| Event::InformationGiven {
            by,
            on: tx.today(),
            answer: text("the one in town"),
        };
        decide(d, &worker, answer).await.unwrap();
        assert_eq!(posted(d).await, [("information_given".to_owned(), manager.id)]);

        nothing_waits(d).await;
        let by = other.id;
        let accept = move |_: &Referral, tx: &Tx| Event::Accepted { by, on: tx.today() };
        decide(d, &other, accept).await.unwrap();
        assert_eq!(posted(d).await, [("decision_made".to_owned(), worker.id)]);

        nothing_waits(d).await;
        d.family(&manager, site, "Bo Price").await;
        let mut told: Vec<_> = posted(d).await;
        told.sort_by_key(|(kind, _)| kind.clone());
        let wanted = [
            ("referral_received".to_owned(), manager.id),
            ("referral_to_decide".to_owned(), other.id),
        ];
        assert_eq!(told, wanted, "who made it knows that it waits");
    });
}

#[test]
fn what_was_not_stored_tells_nobody() {
    on_both(async |d| {
        let site = d.site("Here").await;
        let worker = d.staff("Anwen", Role::FamilyWorker, site).await;
        let manager = d.staff("Megan", Role::ProgrammeManager, site).await;
        d.family(&worker, site, "Ada Evans").await;
        nothing_waits(d).await;
        d.raw.run("update referral set row_version = 7", &[]).await;
        let by = manager.id;
        let permit = {
            let id = domain::id::ReferralId::from_uuid(d.raw.one("select id from referral", &[]).await.id());
            (
                d.may(&manager.actor, Action::DecideReferral, Object::Referral(id))
                    .await,
                id,
            )
        };
        let unit = move |tx: &Tx| {
            let mut referral = store::referral::load(tx, permit.1)?;
            referral.version = 6;
            tx.record(&referral, &Event::Accepted { by, on: tx.today() }, "en")
        };
        assert!(matches!(
            d.store.write(permit.0, unit).await,
            Err(Error::Stale { now: 7 })
        ));
        assert_eq!(posted(d).await, []);
    });
}

#[test]
fn an_address_is_sealed_while_it_is_needed_and_gone_once_the_message_is() {
    on_both(async |d| {
        let site = d.site("Here").await;
        let manager = d.staff("Megan", Role::ProgrammeManager, site).await;
        d.refer(&manager, site, vec![child("Ada Evans"), adult("Bet Evans")])
            .await;
        nothing_waits(d).await;
        let adult = d.raw.one("select id from person where part = 'adult'", &[]).await.id();
        let secret = LinkSecret(seal::random());
        d.house(move |tx| {
            let until = date(2026, 3, 17);
            let outside = Reader::Outside {
                email: "ysgol@example.org",
                language: "cy",
            };
            outbox::post(tx, Some(site), Notice::OneTimeLink { secret, until }, outside)?;
            let person = Reader::Person {
                person: PersonId::from_uuid(adult),
                number: "+447700900123",
                language: "cy",
            };
            outbox::post(tx, Some(site), can_wait(), person)
        })
        .await;
        for row in d.raw.rows("select address from outbox", &[]).await {
            let bytes = row[0].bytes();
            assert!(!String::from_utf8_lossy(bytes).contains("900123"));
            assert!(!String::from_utf8_lossy(bytes).contains("ysgol"));
        }
        let claimed = outbox::claim(&d.store, 10).await.unwrap();
        let found: BTreeSet<String> = claimed.iter().map(|one| one.to.clone().unwrap().0).collect();
        assert_eq!(
            found,
            BTreeSet::from(["+447700900123".into(), "ysgol@example.org".into()])
        );
        assert!(claimed.iter().all(|one| one.language == "cy"));
        let link = claimed.iter().find(|one| one.channel == Channel::Email).unwrap();
        let wanted = Notice::OneTimeLink {
            secret,
            until: date(2026, 3, 17),
        };
        assert_eq!(link.to.clone().unwrap().1, wanted);
        for one in &claimed {
            outbox::sent(&d.store, one.id, Some(2), false).await.unwrap();
        }
        let left = "select count(*) from outbox where address is not null or secret is not null or stage <> 'sent'";
        assert_eq!(d.raw.one(left, &[]).await.int(), 0);
        assert_eq!(d.raw.count("outbox").await, 2, "that it was sent is kept");
    });
}

#[test]
fn nobody_is_reached_whose_key_was_erased_and_nobody_else_waits_for_them() {
    on_both(async |d| {
        let site = d.site("Here").await;
        let manager = d.staff("Megan", Role::ProgrammeManager, site).await;
        d.refer(&manager, site, vec![child("Ada Evans"), adult("Bet Evans")])
            .await;
        nothing_waits(d).await;
        let adult = d.raw.one("select id from person where part = 'adult'", &[]).await.id();
        let to = manager.id;
        d.house(move |tx| {
            let person = Reader::Person {
                person: PersonId::from_uuid(adult),
                number: "+447700900123",
                language: "en",
            };
            outbox::post(tx, Some(site), can_wait(), person)?;
            outbox::post(tx, Some(site), can_wait(), Reader::Account(to))
        })
        .await;
        d.raw.run("delete from subject where id = $1", &[adult.into()]).await;
        let store = d.open_again().await.unwrap();
        let claimed = outbox::claim(&store, 10).await.unwrap();
        let mut gone: Vec<bool> = claimed.iter().map(|one| one.to.is_err()).collect();
        gone.sort_unstable();
        assert_eq!(gone, [false, true]);
    });
}

#[test]
fn messages_are_kept_for_ninety_days() {
    on_both(async |d| {
        let to = d.somebody("Nia").await.id;
        post_many(d, to, None, Notice::Trial, 2).await;
        d.seconds_later(90 * 86_400);
        assert_eq!(store::maintain::tidy(&d.store).await.unwrap().messages, 0);
        d.seconds_later(1);
        assert_eq!(store::maintain::tidy(&d.store).await.unwrap().messages, 2);
    });
}

#[test]
fn the_writer_of_a_draft_is_told_once_that_it_will_go_and_again_after_a_change() {
    on_both(async |d| {
        let worker = d.somebody("Anwen").await;
        let permit = d.may(&worker.actor, Action::SeeHome, Object::Own).await;
        let draft = d
            .store
            .write(permit, |tx| store::referral::draft::begin(tx, "a=1"))
            .await;
        let draft = draft.unwrap();
        let warned = async || store::maintain::tidy(&d.store).await.unwrap().warned;
        d.seconds_later(23 * 86_400);
        assert_eq!(warned().await, 0);
        d.seconds_later(1);
        assert_eq!(warned().await, 1);
        assert_eq!(warned().await, 0, "once");
        let claimed = take(d).await.unwrap();
        let on = date(2026, 4, 9);
        assert_eq!(
            claimed.to.unwrap().1,
            Notice::DraftEnds { draft, on },
            "thirty days after it was begun"
        );
        let actor = d.sign_in(worker.id).await;
        let permit = d.may(&actor, Action::SeeHome, Object::Own).await;
        let kept = d
            .store
            .write(permit, move |tx| store::referral::draft::keep(tx, draft, "a=2"))
            .await;
        kept.unwrap();
        assert_eq!(warned().await, 0);
        d.seconds_later(23 * 86_400 + 1);
        assert_eq!(warned().await, 1);
    });
}

#[test]
fn an_administrator_sees_the_messages_of_their_own_areas_and_never_whom_they_are_for() {
    on_both(async |d| {
        let (here, there) = (d.site("Here").await, d.site("There").await);
        let local = d.staff("Ffion", Role::Administrator, here).await;
        let house = d.somebody("Rhys").await;
        d.give(house.id, Role::Administrator, uuid::Uuid::nil()).await;
        post_many(d, house.id, Some(here), can_wait(), 2).await;
        post_many(d, house.id, Some(there), can_wait(), 3).await;
        post_many(d, house.id, None, Notice::Trial, 1).await;
        let seen = async |who: &Somebody| {
            let permit = d.may(&who.actor, Action::ListMessages, Object::Lists).await;
            d.store.read(permit, |tx| outbox::list(tx, None)).await.unwrap()
        };
        assert_eq!(seen(&house).await.len(), 6);
        let mine = seen(&local).await;
        assert_eq!(mine.len(), 2);
        assert!(mine.iter().all(|line| line.site == Some(here)));
        let refused = d.refusal(&local.actor, Action::SendAgain, Object::System).await;
        assert!(refused.is_some(), "only for the whole house");
    });
}

#[test]
fn a_list_goes_on_where_it_stopped() {
    on_both(async |d| {
        let house = d.somebody("Rhys").await;
        d.give(house.id, Role::Administrator, uuid::Uuid::nil()).await;
        let n = outbox::LINES_MAX + 5;
        post_many(d, house.id, None, Notice::Trial, n).await;
        let mut seen = BTreeSet::new();
        let mut after = None;
        loop {
            let permit = d.may(&house.actor, Action::ListMessages, Object::Lists).await;
            let lines = d.store.read(permit, move |tx| outbox::list(tx, after)).await.unwrap();
            for line in lines.iter().take(outbox::LINES_MAX) {
                assert!(seen.insert(line.id.to_string()), "once");
            }
            if lines.len() <= outbox::LINES_MAX {
                break;
            }
            let last = &lines[outbox::LINES_MAX - 1];
            after = Some(outbox::After {
                made_at: last.made_at,
                id: last.id,
            });
        }
        assert_eq!(seen.len(), n);
    });
}

#[test]
fn nobody_is_told_whose_account_is_not_there() {
    on_both(async |d| {
        let nobody = AccountId::from_uuid(random_id());
        post_many(d, nobody, None, Notice::Trial, 1).await;
        assert_eq!(d.raw.count("outbox").await, 0);
    });
}

/// The only message there is, in hand.
async fn take(d: &Deployment) -> Option<Claimed> {
    outbox::claim(&d.store, 10).await.unwrap().pop()
}
