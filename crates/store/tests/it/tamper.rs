//! Somebody changes the journal behind the programme's back: every single bit is found and named.

use crate::support::people::{day, text};
use crate::support::raw::Cell;
use crate::support::{Deployment, on_both};
use domain::access::{Action, Object};
use domain::id::BookId;
use domain::role::Role;
use std::collections::BTreeMap;
use store::journal::verify::{Finding, verify};
use store::{Tx, Value};

/// How many bits are changed on each engine, one after the other.
const CHANGES: u64 = 2_000;

/// The columns that are changed: the table, the columns that name its row, and the column.
const COLUMNS: &[(&str, &[&str], &str)] = &[
    ("journal", &["book_id", "seq"], "book_id"),
    ("journal", &["book_id", "seq"], "seq"),
    ("journal", &["book_id", "seq"], "at"),
    ("journal", &["book_id", "seq"], "actor"),
    ("journal", &["book_id", "seq"], "role"),
    ("journal", &["book_id", "seq"], "relation"),
    ("journal", &["book_id", "seq"], "action"),
    ("journal", &["book_id", "seq"], "object_kind"),
    ("journal", &["book_id", "seq"], "object_id"),
    ("journal", &["book_id", "seq"], "reason_code"),
    ("journal", &["book_id", "seq"], "prev"),
    ("journal", &["book_id", "seq"], "hash"),
    ("journal_part", &["book_id", "seq", "part"], "book_id"),
    ("journal_part", &["book_id", "seq", "part"], "seq"),
    ("journal_part", &["book_id", "seq", "part"], "part"),
    ("journal_part", &["book_id", "seq", "part"], "subject_id"),
    ("journal_part", &["book_id", "seq", "part"], "body"),
    ("journal_part", &["book_id", "seq", "part"], "body_hash"),
    ("book", &["id"], "id"),
    ("book", &["id"], "seq"),
    ("book", &["id"], "head"),
];

/// The same numbers on every run: splitmix64.
struct Seeded(u64);

impl Seeded {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % bound as u64).unwrap()
    }
}

/// Three families, one of them with entries, decided and looked at.
pub async fn some_history(d: &Deployment) {
    let site = d.site("Here").await;
    let manager = d.staff("Megan", Role::ProgrammeManager, site).await;
    for name in ["Ada Evans", "Bo Price", "Cai Rees"] {
        let made = d.family(&manager, site, name).await;
        for n in 0..4 {
            d.seconds_later(1);
            let permit = d
                .may(&manager.actor, Action::AddReferralEntry, Object::Referral(made.id))
                .await;
            let by = manager.id;
            let unit = move |tx: &Tx| {
                let referral = store::referral::load(tx, made.id)?;
                let on = day("2026-03-10");
                let event = referral
                    .add_entry(by, on, on, text(&format!("entry {n}")))
                    .expect("a day it may have");
                tx.record(&referral, &event, "en")
            };
            d.store.write(permit, unit).await.unwrap();
            let permit = d
                .may(&manager.actor, Action::OpenReferral, Object::Referral(made.id))
                .await;
            d.store
                .read(permit, move |tx| store::referral::show(tx, made.id))
                .await
                .unwrap();
        }
    }
    assert_eq!(
        verify(&d.store).await.unwrap().findings,
        [],
        "before anything is changed"
    );
}

fn value(cell: &Cell) -> Value<'_> {
    match cell {
        Cell::Null => Value::Null,
        Cell::Int(n) => Value::Int(*n),
        Cell::Text(text) => Value::Text(text),
        Cell::Bytes(bytes) => Value::Bytes(bytes),
    }
}

/// The value with one bit of it turned round; `None` where there is none, or a text would no longer be one.
fn turned(cell: &Cell, random: &mut Seeded) -> Option<Cell> {
    let turn = |bytes: &[u8], random: &mut Seeded| {
        let mut bytes = bytes.to_vec();
        let bit = random.below(bytes.len().max(1) * 8);
        *bytes.get_mut(bit / 8)? ^= 1 << (bit % 8);
        Some(bytes)
    };
    match cell {
        Cell::Null => None,
        Cell::Int(n) => Some(Cell::Int(n ^ (1 << random.below(64)))),
        Cell::Bytes(bytes) => turn(bytes, random).map(Cell::Bytes),
        Cell::Text(text) => {
            let bytes = turn(text.as_bytes(), random)?;
            (!bytes.contains(&0)).then_some(())?;
            String::from_utf8(bytes).ok().map(Cell::Text)
        }
    }
}

/// Sets one column of one row; `false` when the schema itself refuses.
async fn set(d: &Deployment, table: &str, column: &str, to: &Cell, named: &[(&str, &Cell)]) -> bool {
    let conditions: Vec<String> = (2..)
        .zip(named)
        .map(|(n, (name, _))| format!("{name} = ${n}"))
        .collect();
    let sql = format!("update {table} set {column} = $1 where {}", conditions.join(" and "));
    let values: Vec<Value> = std::iter::once(to)
        .chain(named.iter().map(|(_, cell)| *cell))
        .map(value)
        .collect();
    match d.raw.try_run(&sql, &values).await {
        Ok(changed) => changed == 1,
        Err(_) => false,
    }
}

#[test]
fn every_single_bit_changed_in_the_journal_is_found_and_named() {
    on_both(async |d| {
        some_history(d).await;
        let mut random = Seeded(20_260_310);
        let mut rows = BTreeMap::new();
        for (table, keys, column) in COLUMNS {
            let sql = format!(
                "select {}, {column} from {table} order by {}",
                keys.join(", "),
                keys.join(", ")
            );
            rows.insert((*table, *column), d.raw.rows(&sql, &[]).await);
        }
        let mut changed: BTreeMap<(&str, &str), u64> = BTreeMap::new();
        while changed.values().sum::<u64>() < CHANGES {
            let (table, keys, column) = COLUMNS[random.below(COLUMNS.len())];
            let rows = &rows[&(table, column)];
            let row = &rows[random.below(rows.len())];
            let (named, was) = (&row[..keys.len()], &row[keys.len()]);
            let Some(to) = turned(was, &mut random) else { continue };
            let name = |value: &Cell| -> Vec<(&str, Cell)> {
                let cell = |(key, cell): (&&'static str, &Cell)| {
                    (*key, if *key == column { value.clone() } else { cell.clone() })
                };
                keys.iter().zip(named).map(cell).collect()
            };
            let (before, after) = (name(was), name(&to));
            if !set(
                d,
                table,
                column,
                &to,
                &before.iter().map(|(k, c)| (*k, c)).collect::<Vec<_>>(),
            )
            .await
            {
                continue;
            }
            let findings = verify(&d.store).await.unwrap().findings;
            let what = format!("{table}.{column} of {named:?} made {to:?}: {findings:?}");
            assert!(is_named(&findings, table, column, named, &to), "{what}");
            let back = after.iter().map(|(k, c)| (*k, c)).collect::<Vec<_>>();
            assert!(set(d, table, column, was, &back).await, "{what} cannot be put back");
            *changed.entry((table, column)).or_default() += 1;
        }
        assert_eq!(verify(&d.store).await.unwrap().findings, [], "all is as it was");
        // A reason is asked for few openings, and none of these; every other column was changed.
        assert_eq!(changed.len(), COLUMNS.len() - 1, "{changed:?}");
    });
}

/// Whether the findings name the book and the entry whose row was changed.
fn is_named(findings: &[Finding], table: &str, column: &str, named: &[Cell], to: &Cell) -> bool {
    let book = BookId::from_uuid(named[0].id());
    let mut here = findings.iter().filter(|finding| finding.book == book);
    let Some(found) = here.next() else { return false };
    match (table, column) {
        // A book's own row names no entry but its last; under another id it is no book at all.
        ("book", _) => true,
        // An entry or part that now stands earlier is met there first.
        (_, "seq") => {
            found.seq <= named[1].int().cast_unsigned()
                && (found.seq == named[1].int().cast_unsigned() || to.int() < named[1].int())
        }
        _ => found.seq == named[1].int().cast_unsigned(),
    }
}

#[test]
fn an_entry_taken_out_put_in_or_cut_short_is_found() {
    on_both(async |d| {
        some_history(d).await;
        let family = d
            .raw
            .one("select id from book where kind = 'family' order by id", &[])
            .await
            .id();
        let book = BookId::from_uuid(family);
        assert_eq!(
            d.raw.one("select seq from book where id = $1", &[family.into()]).await,
            Cell::Int(6)
        );
        d.raw.script("create table kept as select * from journal").await;
        let mut told = Vec::new();
        for (change, undo) in [
            ("delete from journal where book_id = $1 and seq = 4", "insert into journal select * from kept where book_id = $1 and seq = 4"),
            ("delete from journal where book_id = $1 and seq = 1", "insert into journal select * from kept where book_id = $1 and seq = 1"),
            ("delete from journal where book_id = $1 and seq = 6", "insert into journal select * from kept where book_id = $1 and seq = 6"),
            (
                "insert into journal select book_id, 7, at, actor, role, relation, action, object_kind, object_id, reason_code,
                    hash, hash from kept where book_id = $1 and seq = 6",
                "delete from journal where book_id = $1 and seq = 7",
            ),
            ("delete from book where id = $1", "insert into book select book_id, 'family', 6, hash from kept where book_id = $1 and seq = 6"),
        ] {
            d.raw.run(change, &[family.into()]).await;
            let findings = verify(&d.store).await.unwrap().findings;
            assert!(matches!(&findings[..], [one] if one.book == book), "{change}: {findings:?}");
            told.push((findings[0].seq, findings[0].reason.clone()));
            d.raw.run(undo, &[family.into()]).await;
            assert_eq!(verify(&d.store).await.unwrap().findings, [], "{undo}");
        }
        let told: Vec<(u64, &str)> = told.iter().map(|(seq, reason)| (*seq, reason.as_str())).collect();
        assert_eq!(
            told,
            [(4, "gap"), (1, "gap"), (6, "head-ahead"), (7, "hash"), (0, "no-head")]
        );
    });
}

#[test]
fn a_value_of_another_length_is_found_and_does_not_stop_the_check() {
    on_both(async |d| {
        some_history(d).await;
        let family = d
            .raw
            .one("select id from book where kind = 'family' order by id", &[])
            .await
            .id();
        for (change, seq, reason) in [
            ("update journal set hash = $2 where book_id = $1 and seq = 3", 3, "hash"),
            (
                "update journal_part set body_hash = $2 where book_id = $1 and seq = 1 and part = 1",
                1,
                "hash",
            ),
        ] {
            let sql = change.replace("$1", "$3").replace("$2", "$1").replace("$3", "$2");
            d.raw.run(&sql, &[(&vec![7_u8; 5]).into(), family.into()]).await;
            let findings = verify(&d.store).await.unwrap().findings;
            assert!(
                findings
                    .iter()
                    .any(|f| f.book.uuid() == family && f.seq == seq && f.reason == reason),
                "{change}: {findings:?}"
            );
        }
    });
}
