//! A page is of one moment, and of one in which everything that was answered before is done.

use crate::support::people::Somebody;
use crate::support::{Deployment, Engine, on};
use domain::access::{Action, Object};
use domain::role::Role;
use std::time::Duration;
use store::Store;
use store::draft::{find_for, keep_for};

async fn kept(store: &Store, who: &Somebody, form: &str) -> Option<String> {
    find_for(store, who.id, form).await.unwrap()
}

#[test]
fn a_page_is_read_of_one_moment_until_it_changes_something_itself() {
    on(Engine::Sqlite, async |d| {
        let who = d.somebody("Nia").await;
        let store = &d.store;
        let page = async {
            assert_eq!(kept(store, &who, "a").await, None);
            // Somebody else's change, on a task of its own.
            let (other, id) = (store.clone(), who.id);
            tokio::spawn(async move { keep_for(&other, id, "a", "words").await })
                .await
                .unwrap()
                .unwrap();
            assert_eq!(kept(store, &who, "a").await, None, "the page is still of its moment");
            keep_for(store, who.id, "b", "more").await.unwrap();
            assert_eq!(kept(store, &who, "a").await.as_deref(), Some("words"));
            assert_eq!(kept(store, &who, "b").await.as_deref(), Some("more"));
        };
        store.answer(true, page).await.1.unwrap();
        assert_eq!(
            store.answer(true, kept(store, &who, "a")).await.0.as_deref(),
            Some("words")
        );
    });
}

/// Reads, changes and openings, one upon the other, as many at once as a busy morning brings.
#[test]
fn whoever_reads_after_a_change_was_answered_sees_it_however_many_come_at_once() {
    on(Engine::Sqlite, async |d| {
        let site = d.site("Here").await;
        let who = d.staff("Nia", Role::ProgrammeManager, site).await;
        // Others whose pages are being made all the time, so that snapshots serve one request after the other.
        let crowd: Vec<_> = (0..6).map(|_| tokio::spawn(open_lists(d, &who))).collect();
        for round in 0..300 {
            let words = round.to_string();
            keep_for(&d.store, who.id, "form", &words).await.unwrap();
            let (seen, _) = d.store.answer(true, kept(&d.store, &who, "form")).await;
            assert_eq!(seen, Some(words));
        }
        for task in crowd {
            task.abort();
        }
    });
}

fn open_lists(d: &Deployment, who: &Somebody) -> impl Future<Output = ()> + Send + use<> {
    let (store, actor) = (d.store.clone(), who.actor.clone());
    async move {
        loop {
            let page = async {
                let permit = store.permit(&actor, Action::ListFamilies, Object::Lists).await.unwrap();
                store
                    .read(permit, |tx| store::family::list(tx, None, 50))
                    .await
                    .unwrap()
            };
            let (list, noted) = store.answer(true, page).await;
            noted.unwrap();
            assert!(list.is_empty());
        }
    }
}

#[test]
fn a_snapshot_at_rest_never_keeps_the_log_from_beginning_anew() {
    on(Engine::Sqlite, async |d| {
        let who = d.somebody("Nia").await;
        // One request never ends; others come and go beside it.
        let (store, id) = (d.store.clone(), who.id);
        let hanging = tokio::spawn(async move {
            let never = async {
                find_for(&store, id, "x").await.unwrap();
                std::future::pending::<()>().await;
            };
            let _ = store.answer(false, never).await;
        });
        let words = "w".repeat(20_000);
        for round in 0..4000 {
            let form = format!("form {}", round % 50);
            d.store.answer(true, kept(&d.store, &who, &form)).await.1.unwrap();
            keep_for(&d.store, who.id, &form, &words).await.unwrap();
        }
        hanging.abort();
        let log = d.place.folder.join("susd.db-wal");
        // The copier works beside the writer; a moment later it has done what it was asked.
        tokio::time::sleep(Duration::from_millis(200)).await;
        let size = std::fs::metadata(log).unwrap().len();
        assert!(size < 100 * 1024 * 1024, "the log has {size} bytes");
    });
}

fn keep_many(d: &Deployment, who: &Somebody) -> impl Future<Output = ()> + Send + use<> {
    let (store, id) = (d.store.clone(), who.id);
    async move {
        let words = "w".repeat(20_000);
        for round in 0..1000 {
            let form = format!("form {}", round % 50);
            keep_for(&store, id, &form, &words).await.unwrap();
        }
    }
}

#[test]
fn the_log_begins_anew_however_many_read_and_write_at_once() {
    on(Engine::Sqlite, async |d| {
        let site = d.site("Here").await;
        let who = d.staff("Nia", Role::ProgrammeManager, site).await;
        let crowd: Vec<_> = (0..6).map(|_| tokio::spawn(open_lists(d, &who))).collect();
        let writers: Vec<_> = (0..6).map(|_| tokio::spawn(keep_many(d, &who))).collect();
        for writer in writers {
            writer.await.unwrap();
        }
        for task in crowd {
            task.abort();
        }
        let log = d.place.folder.join("susd.db-wal");
        let bytes = std::fs::metadata(log).unwrap().len();
        assert!(bytes < 48 * 1024 * 1024, "the log has {bytes} bytes");
    });
}
