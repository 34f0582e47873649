//! The write-ahead log stays small while somebody writes without a pause.

use crate::support::{Engine, on};
use domain::access::{Action, Object};
use store::{Error, Tx};

/// What is written in one commit, and how many there are: several times what the log may have.
const BYTES: usize = 16 * 1024 * 1024;
const COMMITS: usize = 24;

#[test]
fn the_log_is_copied_back_while_somebody_writes_without_a_pause() {
    on(Engine::Sqlite, async |d| {
        let site = d.site("Here").await;
        let worker = d.staff("Anwen", domain::role::Role::ProgrammeOfficer, site).await;
        let log = d.place.folder.join("susd.db-wal");
        let import = {
            let object = Object::Site(site);
            let unit = move |tx: &Tx| store::import::find(tx, store::import::begin(tx, site)?);
            let begun = d.store.act(&worker.actor, Action::ImportReferrals, object, unit);
            begun.await.unwrap()
        };
        let mut most = 0;
        for seq in 0..COMMITS {
            let import = import.clone();
            let piece = move |tx: &Tx| {
                let seq = i64::try_from(seq).unwrap_or_default();
                store::import::add_piece(tx, &import, seq, &vec![7; BYTES])?;
                Ok::<_, Error>(())
            };
            let object = Object::Site(site);
            d.store
                .act(&worker.actor, Action::ImportReferrals, object, piece)
                .await
                .unwrap();
            most = most.max(std::fs::metadata(&log).unwrap().len());
        }
        assert!(most < 192 * 1024 * 1024, "{most} bytes");
    });
}
