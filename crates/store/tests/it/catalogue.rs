//! Both engines arrive at one catalogue: the same tables, columns, keys, indexes and checks.

use crate::support::raw::{Cell, Raw};
use crate::support::{ENGINES, Engine, Place, runtime};
use std::collections::{BTreeMap, BTreeSet};

/// What is compared of one table. Types are those of the file: uuid and bytea are blob, bigint is integer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Each column with its type and whether it may be empty, in order.
    pub columns: Vec<(String, String, bool)>,
    pub primary_key: Vec<String>,
    /// Each index by its name: whether it is unique, whether it covers only some rows, and its columns.
    pub indexes: BTreeMap<String, (bool, bool, Vec<String>)>,
    /// How many checks there are, and the names of those that were given one.
    pub checks: usize,
    pub named_checks: BTreeSet<String>,
    /// Columns, and the table and columns they refer to.
    pub references: BTreeSet<(String, String, String)>,
}

pub type Catalogue = BTreeMap<String, Table>;

/// The catalogue of a database as it stands.
pub async fn catalogue(engine: Engine, raw: &Raw) -> Catalogue {
    match engine {
        Engine::Sqlite => of_file(raw).await,
        Engine::Postgres => of_server(raw).await,
    }
}

async fn texts(raw: &Raw, sql: &str) -> Vec<Vec<String>> {
    let shown = |cell: &Cell| match cell {
        Cell::Null => String::new(),
        Cell::Int(n) => n.to_string(),
        Cell::Text(text) => text.clone(),
        Cell::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
    };
    raw.rows(sql, &[])
        .await
        .iter()
        .map(|row| row.iter().map(shown).collect())
        .collect()
}

async fn of_file(raw: &Raw) -> Catalogue {
    let mut found = Catalogue::new();
    let tables = "select name, sql from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name";
    for table in texts(raw, tables).await {
        let (name, sql) = (&table[0], &table[1]);
        let mut it = Table::default();
        let mut key: Vec<(i64, String)> = Vec::new();
        for column in texts(
            raw,
            &format!("select name, lower(type), \"notnull\", pk from pragma_table_xinfo('{name}') order by cid"),
        )
        .await
        {
            let in_key: i64 = column[3].parse().unwrap();
            // A column of the primary key of a strict table is never empty, whether it says so or not.
            it.columns
                .push((column[0].clone(), column[1].clone(), column[2] == "0" && in_key == 0));
            if in_key > 0 {
                key.push((in_key, column[0].clone()));
            }
        }
        key.sort();
        it.primary_key = key.into_iter().map(|(_, column)| column).collect();
        let indexes = format!("select name, \"unique\", partial from pragma_index_list('{name}') where origin <> 'pk'");
        for index in texts(raw, &indexes).await {
            let columns = texts(
                raw,
                &format!("select name from pragma_index_info('{}') order by seqno", index[0]),
            )
            .await;
            let columns = columns.into_iter().flatten().collect();
            it.indexes
                .insert(index[0].clone(), (index[1] == "1", index[2] == "1", columns));
        }
        for key in texts(
            raw,
            &format!("select \"from\", \"table\", \"to\" from pragma_foreign_key_list('{name}')"),
        )
        .await
        {
            it.references.insert((key[0].clone(), key[1].clone(), key[2].clone()));
        }
        (it.checks, it.named_checks) = checks_in(sql);
        found.insert(name.clone(), it);
    }
    found
}

/// The checks a `create table` names; comments are left out.
fn checks_in(sql: &str) -> (usize, BTreeSet<String>) {
    let plain: Vec<&str> = sql
        .lines()
        .map(|line| line.split("--").next().unwrap_or_default())
        .collect();
    let words: Vec<String> = plain
        .join(" ")
        .replace('(', " ( ")
        .split_whitespace()
        .map(ToOwned::to_owned)
        .collect();
    let is_check = |at: &usize| words[*at] == "check" && words.get(at + 1).is_some_and(|next| next == "(");
    let checks: Vec<usize> = (0..words.len()).filter(is_check).collect();
    let named = checks
        .iter()
        .filter(|at| **at >= 2 && words[**at - 2] == "constraint")
        .map(|at| words[at - 1].clone());
    (checks.len(), named.collect())
}

async fn of_server(raw: &Raw) -> Catalogue {
    let mut found = Catalogue::new();
    let columns = "select c.table_name::text, c.column_name::text, c.udt_name::text, (c.is_nullable = 'YES')::int
        from information_schema.columns c join information_schema.tables t on t.table_name = c.table_name
            and t.table_schema = c.table_schema
        where c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by c.table_name, c.ordinal_position";
    for column in texts(raw, columns).await {
        let of = match column[2].as_str() {
            "uuid" | "bytea" => "blob",
            "int8" => "integer",
            other => other,
        };
        let it = found.entry(column[0].clone()).or_default();
        it.columns.push((column[1].clone(), of.to_owned(), column[3] == "1"));
    }
    let indexes = "select t.relname::text, i.relname::text, x.indisprimary::int, x.indisunique::int,
            (x.indpred is not null)::int, a.attname::text
        from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
            join pg_namespace n on n.oid = t.relnamespace
            cross join lateral unnest(x.indkey::int[]) with ordinality as k (attnum, place)
            join pg_attribute a on a.attrelid = t.oid and a.attnum = k.attnum
        where n.nspname = 'public' order by t.relname, i.relname, k.place";
    for index in texts(raw, indexes).await {
        let it = found.get_mut(&index[0]).unwrap();
        if index[2] == "1" {
            it.primary_key.push(index[5].clone());
        } else {
            let entry = it
                .indexes
                .entry(index[1].clone())
                .or_insert((index[3] == "1", index[4] == "1", Vec::new()));
            entry.2.push(index[5].clone());
        }
    }
    let constraints = "select t.relname::text, c.contype::text, c.conname::text, coalesce(f.relname::text, ''),
            coalesce((select a.attname::text from pg_attribute a where a.attrelid = c.conrelid and a.attnum = c.conkey[k]), ''),
            coalesce((select a.attname::text from pg_attribute a where a.attrelid = c.confrelid and a.attnum = c.confkey[k]), '')
        from pg_constraint c join pg_class t on t.oid = c.conrelid left join pg_class f on f.oid = c.confrelid
            join pg_namespace n on n.oid = t.relnamespace
            cross join lateral generate_series(1, case c.contype when 'f' then cardinality(c.conkey) else 1 end) k
        where n.nspname = 'public' and c.contype in ('c', 'f')";
    for constraint in texts(raw, constraints).await {
        let it = found.get_mut(&constraint[0]).unwrap();
        if constraint[1] == "f" {
            it.references
                .insert((constraint[4].clone(), constraint[3].clone(), constraint[5].clone()));
            continue;
        }
        it.checks += 1;
        // The server names what was given no name after the table.
        if !constraint[2].starts_with(&format!("{}_", constraint[0])) || !constraint[2].contains("_check") {
            it.named_checks.insert(constraint[2].clone());
        }
    }
    found
}

#[test]
fn both_engines_have_the_same_catalogue() {
    runtime().block_on(async {
        let mut found = Vec::new();
        for engine in ENGINES {
            let place = Place::new(engine);
            assert_eq!(store::setup::migrate(&place.location).await.unwrap(), 0, "it was empty");
            found.push(catalogue(engine, &place.raw().await).await);
        }
        let (file, server) = (&found[0], &found[1]);
        let names = |catalogue: &Catalogue| catalogue.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(file), names(server), "the same tables");
        for (name, table) in file {
            assert_eq!(
                table, &server[name],
                "table {name}: SQLite on the left, PostgreSQL on the right"
            );
        }
    });
}

#[test]
fn the_catalogue_sees_what_the_schema_promises() {
    runtime().block_on(async {
        for engine in ENGINES {
            let place = Place::new(engine);
            store::setup::migrate(&place.location).await.unwrap();
            let found = catalogue(engine, &place.raw().await).await;
            let referral = &found["referral"];
            let open = &referral.indexes["one_open_referral_a_family"];
            assert_eq!(*open, (true, true, vec!["family_id".to_owned()]), "on {engine:?}");
            assert!(
                referral.named_checks.contains("referral_waiting_has_a_day"),
                "on {engine:?}"
            );
            assert!(referral.checks >= 6, "on {engine:?}: {} checks", referral.checks);
            assert_eq!(found["journal"].primary_key, ["book_id", "seq"], "on {engine:?}");
            assert!(
                !found["journal"].columns[0].2 && found["journal"].columns[8].2,
                "nullability on {engine:?}"
            );
        }
    });
}

#[test]
fn every_table_of_the_file_is_strict() {
    runtime().block_on(async {
        let place = Place::new(Engine::Sqlite);
        store::setup::migrate(&place.location).await.unwrap();
        let loose = place
            .raw()
            .await
            .rows(
                "select name from pragma_table_list
                    where schema = 'main' and type <> 'view' and strict = 0 and name not like 'sqlite_%'",
                &[],
            )
            .await;
        assert_eq!(loose, Vec::<Vec<Cell>>::new());
    });
}

#[test]
fn every_table_with_a_site_of_families_has_row_level_security() {
    // These hold a site and nothing of any family: who works where, and keys that open nothing alone.
    const OPEN: [&str; 6] = [
        "agreement",
        "api_token",
        "duty_held",
        "role_held",
        "subject",
        "tombstone",
    ];
    runtime().block_on(async {
        let place = Place::new(Engine::Postgres);
        store::setup::migrate(&place.location).await.unwrap();
        let raw = place.raw().await;
        let found = catalogue(Engine::Postgres, &raw).await;
        let secured =
            "select relname::text from pg_class where relrowsecurity and relforcerowsecurity order by relname";
        let secured: BTreeSet<String> = texts(&raw, secured).await.into_iter().flatten().collect();
        let with_site = found
            .iter()
            .filter(|(_, table)| table.columns.iter().any(|(name, ..)| name == "site_id"));
        let wanted: BTreeSet<String> = with_site
            .map(|(name, _)| name.clone())
            .filter(|name| !OPEN.contains(&name.as_str()))
            .collect();
        assert_eq!(secured, wanted);
    });
}

#[test]
fn every_unique_index_can_be_named_when_the_file_refuses() {
    // The file says which columns collided; `schema.rs` knows which index that is.
    let known: String = include_str!("../../src/schema.rs").split_whitespace().collect();
    runtime().block_on(async {
        let place = Place::new(Engine::Sqlite);
        store::setup::migrate(&place.location).await.unwrap();
        for (table, it) in catalogue(Engine::Sqlite, &place.raw().await).await {
            for (index, (unique, _, columns)) in it.indexes {
                let columns: Vec<String> = columns.iter().map(|column| format!("{table}.{column}")).collect();
                let line = format!("(\"{}\", \"{index}\")", columns.join(", "));
                let bare: String = line.trim_end_matches(')').split_whitespace().collect();
                assert!(
                    !unique || known.contains(&bare),
                    "add {line} to `UNIQUE` in src/schema.rs"
                );
            }
        }
    });
}
