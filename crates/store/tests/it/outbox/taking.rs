//! Taking messages in hand: when, by whom, and what becomes of those that fail.

use super::{can_wait, column, nothing_waits, post_many, take};
use crate::support::{Deployment, on_both};
use domain::access::{Action, Actor, Object};
use domain::id::{AccountId, MessageId, SiteId};
use domain::send::{Failure, Next, Notice, Quiet, WAITS};
use jiff::civil::time;
use std::collections::BTreeSet;
use store::outbox::{self, CLAIMED_FOR};
use store::site::Sending;
use store::{Error, Store};

/// Posts one message, asks for it at an instant, and gives from when on it may go, when it was held.
async fn asked_at(d: &Deployment, site: SiteId, to: AccountId, notice: Notice, instant: &str) -> Option<String> {
    nothing_waits(d).await;
    let at: jiff::Timestamp = instant.parse().unwrap();
    let store = opened_at(d, at).await;
    post_many(d, to, Some(site), notice, 1).await;
    d.raw.run("update outbox set not_before = 0", &[]).await;
    let claimed = outbox::claim(&store, 10).await.unwrap();
    let not_before = column(d, "not_before").await.int();
    if claimed.is_empty() {
        Some(store::clock::instant(not_before).to_string())
    } else {
        assert_eq!(not_before, 0, "it was not held");
        None
    }
}

/// The same deployment with its clock at another instant.
async fn opened_at(d: &Deployment, at: jiff::Timestamp) -> Store {
    let clock = store::Clock::standing_at(at);
    store::setup::open(&d.place.location, d.root(), clock, store::setup::Kind::Demo)
        .await
        .unwrap()
}

#[test]
fn what_can_wait_is_held_in_quiet_hours_across_midnight_and_the_change_of_the_clocks() {
    on_both(async |d| {
        let site = d.site("Here").await;
        let to = d.somebody("Nia").await.id;
        let held = async |instant: &str| asked_at(d, site, to, can_wait(), instant).await;
        let until = |instant: &str| Some(instant.to_owned());
        assert_eq!(held("2026-03-10T20:59:00Z").await, None);
        assert_eq!(held("2026-03-10T21:00:00Z").await, until("2026-03-11T08:00:00Z"));
        assert_eq!(held("2026-03-11T00:30:00Z").await, until("2026-03-11T08:00:00Z"));
        assert_eq!(held("2026-03-11T07:59:59Z").await, until("2026-03-11T08:00:00Z"));
        assert_eq!(held("2026-03-11T08:00:00Z").await, None);
        // The clocks go forward in the night to 29 March and back in the night to 25 October.
        assert_eq!(held("2026-03-28T22:00:00Z").await, until("2026-03-29T07:00:00Z"));
        assert_eq!(held("2026-03-29T02:00:00Z").await, until("2026-03-29T07:00:00Z"));
        assert_eq!(held("2026-10-24T20:30:00Z").await, until("2026-10-25T08:00:00Z"));
        assert_eq!(held("2026-10-25T01:30:00Z").await, until("2026-10-25T08:00:00Z"));
        assert_eq!(
            asked_at(d, site, to, Notice::Trial, "2026-03-11T00:30:00Z").await,
            None,
            "urgent"
        );

        let quiet = |from, to| Sending {
            quiet: Quiet { from, to },
            ring: None,
        };
        let set = async |sending: Sending| d.house(move |tx| store::site::set_sending(tx, site, &sending)).await;
        // An end that the change of the clocks leaves out: an hour later by the clock, at the same moment.
        set(quiet(time(22, 0, 0, 0), time(1, 30, 0, 0))).await;
        assert_eq!(held("2026-03-28T23:00:00Z").await, until("2026-03-29T01:30:00Z"));
        set(quiet(time(12, 0, 0, 0), time(13, 30, 0, 0))).await;
        assert_eq!(held("2026-03-10T12:15:00Z").await, until("2026-03-10T13:30:00Z"));
        assert_eq!(held("2026-03-10T23:15:00Z").await, None);
        set(quiet(time(9, 0, 0, 0), time(9, 0, 0, 0))).await;
        assert_eq!(
            held("2026-03-10T09:00:00Z").await,
            None,
            "two equal times are no quiet hours"
        );
    });
}

#[test]
fn two_who_send_at_once_have_each_message_in_hand_once() {
    on_both(async |d| {
        let to = d.somebody("Nia").await.id;
        post_many(d, to, None, Notice::Trial, 60).await;
        let other = d.open_again().await.unwrap();
        let drain = |store: Store| async move {
            let mut mine: Vec<MessageId> = Vec::new();
            loop {
                let claimed = outbox::claim(&store, 7).await.unwrap();
                if claimed.is_empty() {
                    return mine;
                }
                for one in claimed {
                    outbox::sent(&store, one.id, None, false).await.unwrap();
                    mine.push(one.id);
                }
            }
        };
        let (one, two) = (tokio::spawn(drain(d.store.clone())), tokio::spawn(drain(other)));
        let (one, two) = (one.await.unwrap(), two.await.unwrap());
        let all: BTreeSet<String> = one.iter().chain(&two).map(ToString::to_string).collect();
        assert_eq!((one.len() + two.len(), all.len()), (60, 60));
        let sent = "select count(*) from outbox where stage = 'sent' and tries = 1";
        assert_eq!(d.raw.one(sent, &[]).await.int(), 60);
    });
}

#[test]
fn a_message_somebody_stopped_with_is_taken_up_again_and_is_theirs_no_more() {
    on_both(async |d| {
        let to = d.somebody("Nia").await.id;
        post_many(d, to, None, Notice::Trial, 1).await;
        let first = take(d).await.unwrap();
        let seconds = i64::try_from(CLAIMED_FOR.as_secs()).unwrap();
        d.seconds_later(seconds - 1);
        assert!(take(d).await.is_none(), "it is still in hand");
        d.seconds_later(1);
        let second = take(d).await.unwrap();
        assert_eq!(second.id, first.id);
        assert_eq!(column(d, "tries").await.int(), 2);
        // The first was slow, not dead: its failure is no longer asked for, and its success is.
        let late = outbox::failed(&d.store, &first, Failure::Lasting, "refused")
            .await
            .unwrap();
        assert_eq!(late, None);
        assert_eq!(column(d, "stage").await.text(), "queued");
        outbox::sent(&d.store, first.id, None, false).await.unwrap();
        assert_eq!(column(d, "stage").await.text(), "sent");
        let after = outbox::failed(&d.store, &second, Failure::Lasting, "refused")
            .await
            .unwrap();
        assert_eq!(after, None, "what has left is not given up");
        assert_eq!(column(d, "stage").await.text(), "sent");
    });
}

#[test]
fn what_was_let_go_untried_is_as_it_was() {
    on_both(async |d| {
        let to = d.somebody("Nia").await.id;
        post_many(d, to, None, Notice::Trial, 1).await;
        let claimed = take(d).await.unwrap();
        outbox::let_go(&d.store, &[claimed]).await.unwrap();
        assert_eq!(column(d, "tries").await.int(), 0);
        let untried = "select count(*) from outbox where first_at is null and claimed_until is null";
        assert_eq!(d.raw.one(untried, &[]).await.int(), 1);
        assert!(take(d).await.is_some());
    });
}

#[test]
fn what_failed_is_tried_later_and_given_up_after_three_days_and_a_person_has_it_tried_again() {
    on_both(async |d| {
        let to = d.somebody("Nia").await.id;
        post_many(d, to, None, Notice::Trial, 1).await;
        let mut tries = 0;
        loop {
            let claimed = take(d).await.expect("it is due");
            tries += 1;
            let next = outbox::failed(&d.store, &claimed, Failure::Passing, "no_answer")
                .await
                .unwrap();
            let Some(Next::After(wait)) = next else {
                assert_eq!(next, Some(Next::GiveUp));
                break;
            };
            let least = WAITS[(tries - 1).min(WAITS.len() - 1)];
            assert!(least <= wait && wait <= least + least / 10, "{tries}: {wait:?}");
            assert_eq!(column(d, "failure").await.text(), "no_answer");
            d.seconds_later(i64::try_from(wait.as_secs()).unwrap() - 1);
            assert!(take(d).await.is_none(), "not before its time");
            d.seconds_later(2);
        }
        assert!((6..=9).contains(&tries), "{tries} tries in three days");
        assert_eq!(column(d, "stage").await.text(), "given_up");
        d.seconds_later(86_400);
        assert!(take(d).await.is_none());
        let id = MessageId::from_uuid(column(d, "id").await.id());
        d.house(move |tx| outbox::again(tx, id)).await;
        let claimed = take(d).await.expect("it is due again");
        assert_eq!(column(d, "tries").await.int(), 1);
        let gone = outbox::failed(&d.store, &claimed, Failure::Lasting, "refused")
            .await
            .unwrap();
        assert_eq!(gone, Some(Next::GiveUp), "there is no such address");
        assert_eq!(
            d.raw
                .one("select count(*) from journal where action = 'message_again'", &[])
                .await
                .int(),
            1
        );
        outbox::sent(&d.store, id, None, false).await.unwrap();
        let permit = d
            .may(&Actor::Job("console"), Action::InviteAccount, Object::System)
            .await;
        let again = d.store.write(permit, move |tx| outbox::again(tx, id)).await;
        assert!(matches!(again, Err(Error::NotFound)), "what was sent is not sent again");
    });
}
