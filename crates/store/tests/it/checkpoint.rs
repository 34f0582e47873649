//! Checkpoints: what was signed and kept outside the machine finds a book that was written anew.

use crate::support::Deployment;
use crate::support::on_both;
use crate::support::raw::Cell;
use crate::tamper::some_history;
use domain::id::BookId;
use seal::journal::{Header, entry_hash};
use seal::{RootKey, checkpoint as sealed};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use store::journal::checkpoint::{check_file, make, read};
use store::journal::verify::{Finding, verify};
use testkit::TempDir;
use uuid::Uuid;

async fn made(d: &Deployment, folder: &Path) -> PathBuf {
    d.seconds_later(3600);
    make(&d.store, Some(folder))
        .await
        .unwrap()
        .1
        .expect("a folder was given")
}

/// The book of one family, and the number of its last entry.
async fn a_family(d: &Deployment) -> (BookId, i64) {
    let row = d
        .raw
        .rows("select id, seq from book where kind = 'family' order by id", &[])
        .await
        .remove(0);
    (BookId::from_uuid(row[0].id()), row[1].int())
}

/// Writes a book anew from one entry on, as somebody could who may change everything but holds no key: another actor in
/// that entry, and every hash after it as it then must be.
async fn rewrite(d: &Deployment, book: BookId, from: i64) {
    let sql = "select seq, at, actor, role, relation, action, object_kind, object_id, reason_code, prev from journal
        where book_id = $1 and seq >= $2 order by seq";
    let rows = d.raw.rows(sql, &[book.into(), from.into()]).await;
    let mut prev: [u8; 32] = rows[0][9].bytes().try_into().unwrap();
    for row in &rows {
        let seq = row[0].int();
        let actor = if seq == from {
            "account:somebody-else"
        } else {
            row[2].text()
        };
        let parts = "select body_hash from journal_part where book_id = $1 and seq = $2 order by part";
        let parts = d.raw.rows(parts, &[book.into(), seq.into()]).await;
        let parts: Vec<[u8; 32]> = parts.iter().map(|part| part[0].bytes().try_into().unwrap()).collect();
        let header = Header {
            book: book.bytes(),
            seq: seq.cast_unsigned(),
            at_micros: row[1].int(),
            actor,
            role: row[3].text(),
            relation: row[4].text(),
            action: row[5].text(),
            object_kind: row[6].text(),
            object_id: (row[7] != Cell::Null).then(|| row[7].id().into_bytes()),
            reason_code: row[8].text(),
        };
        let hash = entry_hash(&header, &parts, &prev);
        let sql = "update journal set actor = $1, prev = $2, hash = $3 where book_id = $4 and seq = $5";
        d.raw
            .run(
                sql,
                &[actor.into(), (&prev).into(), (&hash).into(), book.into(), seq.into()],
            )
            .await;
        prev = hash;
    }
    d.raw
        .run(
            "update book set head = $1 where id = $2",
            &[(&prev).into(), book.into()],
        )
        .await;
}

/// Takes the end of a book off, and moves its head back so that the rest holds.
async fn cut(d: &Deployment, book: BookId, from: i64) {
    let before = from - 1;
    let head = d
        .raw
        .one(
            "select hash from journal where book_id = $1 and seq = $2",
            &[book.into(), before.into()],
        )
        .await;
    d.raw
        .run(
            "delete from journal_part where book_id = $1 and seq >= $2",
            &[book.into(), from.into()],
        )
        .await;
    d.raw
        .run(
            "delete from journal where book_id = $1 and seq >= $2",
            &[book.into(), from.into()],
        )
        .await;
    let sql = "update book set seq = $1, head = $2 where id = $3";
    d.raw.run(sql, &[before.into(), head.bytes().into(), book.into()]).await;
}

fn named(book: BookId, seq: i64, reason: &str) -> Vec<Finding> {
    vec![Finding {
        book,
        seq: seq.cast_unsigned(),
        reason: reason.to_owned(),
    }]
}

#[test]
fn a_journal_nobody_touched_holds_against_every_checkpoint() {
    on_both(async |d| {
        let folder = TempDir::new();
        let first = made(d, folder.path()).await;
        some_history(d).await;
        let second = made(d, folder.path()).await;
        d.somebody("Nia").await;
        let third = made(d, folder.path()).await;
        for file in [&first, &second, &third] {
            assert_eq!(check_file(&d.store, file).await.unwrap(), []);
        }
        let [first, second, third] = [first, second, third].map(|file| read(&file).unwrap());
        assert_eq!(first.previous, [0; 32]);
        assert_eq!(
            (second.previous, third.previous),
            (first.hash(), second.hash()),
            "each names the one before"
        );
        assert!(first.books < second.books && second.books < third.books);
        assert_eq!(d.raw.count("checkpoint").await, 3);
        let key = d.root().signing_key().verifying_key();
        assert_eq!(sealed::check(&third, &key), Ok(()));
    });
}

#[test]
fn a_tail_written_anew_passes_a_plain_check_and_is_named_by_an_older_checkpoint() {
    on_both(async |d| {
        some_history(d).await;
        let folder = TempDir::new();
        let file = made(d, folder.path()).await;
        let (book, last) = a_family(d).await;
        for from in (1..=last).rev() {
            rewrite(d, book, from).await;
            assert_eq!(
                verify(&d.store).await.unwrap().findings,
                [],
                "every hash is as it must be"
            );
            assert_eq!(
                check_file(&d.store, &file).await.unwrap(),
                named(book, last, "rewritten"),
                "from {from} on"
            );
        }
    });
}

#[test]
fn a_tail_cut_off_is_named_by_an_older_checkpoint() {
    on_both(async |d| {
        some_history(d).await;
        let folder = TempDir::new();
        let file = made(d, folder.path()).await;
        let (book, last) = a_family(d).await;
        for from in (2..=last).rev() {
            cut(d, book, from).await;
            assert_eq!(verify(&d.store).await.unwrap().findings, []);
            assert_eq!(
                check_file(&d.store, &file).await.unwrap(),
                named(book, last, "cut"),
                "from {from} on"
            );
        }
    });
}

#[test]
fn a_whole_book_taken_away_is_named_by_an_older_checkpoint() {
    on_both(async |d| {
        some_history(d).await;
        let folder = TempDir::new();
        let file = made(d, folder.path()).await;
        let (book, last) = a_family(d).await;
        for sql in [
            "delete from journal_part where book_id = $1",
            "delete from journal where book_id = $1",
            "delete from book where id = $1",
        ] {
            d.raw.run(sql, &[book.into()]).await;
        }
        assert_eq!(verify(&d.store).await.unwrap().findings, []);
        assert_eq!(check_file(&d.store, &file).await.unwrap(), named(book, last, "cut"));
    });
}

#[test]
fn what_is_newer_than_the_checkpoint_could_be_written_anew_unseen_and_is_pinned_by_the_next() {
    on_both(async |d| {
        some_history(d).await;
        let folder = TempDir::new();
        let older = made(d, folder.path()).await;
        let new = d.somebody("Nia").await;
        let book = BookId::from_uuid(new.id.uuid());
        let newer = made(d, folder.path()).await;
        rewrite(d, book, 1).await;
        assert_eq!(
            check_file(&d.store, &older).await.unwrap(),
            [],
            "it is said plainly that this cannot be seen"
        );
        let last = d
            .raw
            .one("select seq from book where id = $1", &[book.into()])
            .await
            .int();
        assert_eq!(
            check_file(&d.store, &newer).await.unwrap(),
            named(book, last, "rewritten")
        );
    });
}

#[test]
fn a_checkpoint_that_was_changed_or_is_another_s_is_not_believed() {
    on_both(async |d| {
        some_history(d).await;
        let folder = TempDir::new();
        let file = made(d, folder.path()).await;
        let good = std::fs::read_to_string(&file).unwrap();
        let checkpoint = read(&file).unwrap();
        let hex = |bytes: &[u8]| {
            bytes.iter().fold(String::new(), |mut text, byte| {
                write!(text, "{byte:02x}").unwrap();
                text
            })
        };
        let deployment = BookId::from_uuid(Uuid::nil());
        let other = RootKey::generate().id();
        let root = hex(&checkpoint.root);
        let turned = format!("{}{}", if root.starts_with('0') { 'f' } else { '0' }, &root[1..]);
        for (changed, reason) in [
            (good.replace("\"v\":1", "\"v\":2"), "checkpoint-version"),
            (
                good.replace(&hex(&checkpoint.key_id), &hex(&other)),
                "checkpoint-other-key",
            ),
            (good.replace(&root, &turned), "checkpoint-forged"),
            (
                good.replace(&format!("\"books\":{}", checkpoint.books), "\"books\":1"),
                "checkpoint-forged",
            ),
            (
                good.replace(&hex(&checkpoint.previous), &hex(&[1; 32])),
                "checkpoint-forged",
            ),
        ] {
            assert_ne!(changed, good, "{reason}");
            std::fs::write(&file, &changed).unwrap();
            assert_eq!(check_file(&d.store, &file).await.unwrap(), named(deployment, 0, reason));
        }
        std::fs::write(&file, good.replace("sig", "gis")).unwrap();
        let refused = check_file(&d.store, &file).await;
        assert!(
            matches!(&refused, Err(store::Error::File { path, .. }) if path.starts_with("checkpoint-")),
            "{refused:?}"
        );
        std::fs::write(&file, &good).unwrap();
        assert_eq!(check_file(&d.store, &file).await.unwrap(), []);
    });
}

#[test]
fn a_checkpoint_without_the_heads_beside_it_or_with_others_says_so() {
    on_both(async |d| {
        some_history(d).await;
        let folder = TempDir::new();
        let file = made(d, folder.path()).await;
        let heads = file.with_extension("heads");
        let good = std::fs::read(&heads).unwrap();
        assert_eq!(i64::try_from(good.len() / 56).unwrap(), d.raw.count("book").await);
        let deployment = BookId::from_uuid(Uuid::nil());
        for wrong in [Vec::new(), good[56..].to_vec(), {
            let mut other = good.clone();
            other[60] ^= 1;
            other
        }] {
            std::fs::write(&heads, wrong).unwrap();
            assert_eq!(
                check_file(&d.store, &file).await.unwrap(),
                named(deployment, 0, "checkpoint-heads-missing")
            );
        }
        std::fs::remove_file(&heads).unwrap();
        assert_eq!(
            check_file(&d.store, &file).await.unwrap(),
            named(deployment, 0, "checkpoint-heads-missing")
        );
    });
}

#[test]
fn a_later_checkpoint_writes_only_the_heads_that_moved() {
    on_both(async |d| {
        some_history(d).await;
        let folder = TempDir::new();
        made(d, folder.path()).await;
        d.somebody("Nia").await;
        let second = made(d, folder.path()).await;
        // Nia's own book, and that of the deployment, under which the command line made her account.
        let moved = std::fs::metadata(second.with_extension("heads")).unwrap().len() / 56;
        assert!((1..=2).contains(&moved), "{moved} heads");
        // One made without a folder in between changes nothing of that.
        d.seconds_later(1);
        assert_eq!(make(&d.store, None).await.unwrap().1, None);
        d.somebody("Mair").await;
        let fourth = made(d, folder.path()).await;
        assert_eq!(check_file(&d.store, &fourth).await.unwrap(), []);
    });
}
