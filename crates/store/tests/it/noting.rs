//! An opening that cannot be noted is no opening: what a request opened, and whether the journal can tell of it.

use crate::journal::{actions, one_family, open_family};
use crate::support::{Deployment, Engine, on_both};
use domain::access::{Action, Object};
use store::Error;
use store::draft::keep_for;

/// Makes every new entry of the journal be refused, or no longer.
async fn journal_refuses(d: &Deployment, refuses: bool) {
    let sql = match (d.engine(), refuses) {
        (Engine::Sqlite, true) => {
            "create trigger no_more before insert on journal begin select raise(abort, 'no more'); end"
        }
        (Engine::Sqlite, false) => "drop trigger no_more",
        (Engine::Postgres, true) => {
            "create function no_more() returns trigger language plpgsql as 'begin raise exception ''no more''; end';
             create trigger no_more before insert on journal for each row execute function no_more()"
        }
        (Engine::Postgres, false) => "drop trigger no_more on journal",
    };
    d.raw.script(sql).await;
}

#[test]
fn nothing_is_opened_that_the_journal_cannot_tell_of_and_a_reload_does_not_join_what_failed() {
    on_both(async |d| {
        let (manager, made) = one_family(d).await;
        journal_refuses(d, true).await;
        for _ in 0..2 {
            let opened = open_family(d, &manager.actor, made.family).await;
            assert!(opened.is_err(), "no entry, no opening, nor on the reload: {opened:?}");
        }
        journal_refuses(d, false).await;
        open_family(d, &manager.actor, made.family).await.unwrap();
        assert_eq!(actions(d, made.family.uuid()).await, ["referral_made", "open_family"]);
    });
}

#[test]
fn a_request_says_when_the_journal_cannot_tell_of_what_it_opened_and_changes_nothing_after_that() {
    on_both(async |d| {
        let (manager, made) = one_family(d).await;
        journal_refuses(d, true).await;
        for _ in 0..2 {
            let request = async {
                let opened = open_family(d, &manager.actor, made.family).await;
                let kept = keep_for(&d.store, manager.id, "form", "words").await;
                (opened, kept)
            };
            let ((opened, kept), noted) = d.store.answer(true, request).await;
            assert!(noted.is_err() || opened.is_err(), "the answer must not leave");
            assert!(
                kept.is_err() || opened.is_err(),
                "nothing follows an opening that was not noted"
            );
        }
        let request = async {
            let opened = open_family(d, &manager.actor, made.family).await;
            let _ = keep_for(&d.store, manager.id, "form", "words").await;
            journal_refuses(d, false).await;
            let list = d.may(&manager.actor, Action::ListFamilies, Object::Lists).await;
            d.store
                .read(list, |tx| store::family::list(tx, None, 50))
                .await
                .unwrap();
            opened
        };
        let (opened, noted) = d.store.answer(true, request).await;
        assert!(
            noted.is_err() || opened.is_err(),
            "another opening that was noted does not make up for it"
        );
        let (opened, noted) = d.store.answer(true, open_family(d, &manager.actor, made.family)).await;
        opened.unwrap();
        noted.unwrap();
        assert_eq!(actions(d, made.family.uuid()).await, ["referral_made", "open_family"]);
    });
}

#[test]
fn an_opening_that_answered_nothing_is_not_joined() {
    on_both(async |d| {
        let (manager, made) = one_family(d).await;
        let family = made.family;
        let permit = d.may(&manager.actor, Action::OpenFamily, Object::Family(family)).await;
        let failed: Result<(), Error> = d.store.read(permit, |_| Err(Error::NotFound)).await;
        assert!(matches!(failed, Err(Error::NotFound)));
        let before = actions(d, family.uuid()).await.len();
        open_family(d, &manager.actor, family).await.unwrap();
        assert_eq!(actions(d, family.uuid()).await.len(), before + 1);
    });
}
