//! Migrations run from nothing and from every earlier version with data in it, and arrive at one catalogue.

use crate::catalogue::catalogue;
use crate::support::raw::{Cell, Raw};
use crate::support::{ENGINES, Engine, Place, runtime};
use store::Error;
use store::schema::{MIGRATIONS, newest};

/// Rows a deployment had at each version but the newest, so that the next migrations meet data.
///
/// The text is the same for both engines but for ids and bytes, written `<hex>` and `<<hex>>`.
const AT: &[&str] = &[
    include_str!("rows/0001.sql"),
    include_str!("rows/0002.sql"),
    include_str!("rows/0003.sql"),
    include_str!("rows/0004.sql"),
    include_str!("rows/0005.sql"),
    include_str!("rows/0006.sql"),
    include_str!("rows/0007.sql"),
    include_str!("rows/0008.sql"),
    include_str!("rows/0009.sql"),
    include_str!("rows/0010.sql"),
    include_str!("rows/0011.sql"),
    include_str!("rows/0012.sql"),
    include_str!("rows/0013.sql"),
    include_str!("rows/0014.sql"),
    include_str!("rows/0015.sql"),
    include_str!("rows/0016.sql"),
    include_str!("rows/0017.sql"),
    include_str!("rows/0018.sql"),
    include_str!("rows/0019.sql"),
    include_str!("rows/0020.sql"),
];

/// How many rows of each table there are once a deployment came from a version, or a later one.
const ROWS: &[(usize, &str, i64)] = &[
    (1, "deployment", 1),
    (1, "organisation", 2),
    (1, "site", 1),
    (1, "account", 1),
    (1, "role_held", 1),
    (1, "book", 1),
    (1, "journal", 1),
    (2, "family", 2),
    (2, "person", 2),
    (2, "address", 1),
    (2, "referral", 2),
    (2, "referral_need", 1),
    (2, "referral_entry", 1),
    // Whoever waits when the list begins to keep its days is on it since the day they began.
    (2, "waiting_event", 1),
    (3, "identifier", 1),
    (3, "responsibility", 1),
    (3, "court_order", 1),
    (3, "kept_away", 1),
    (4, "referral_message", 1),
    (4, "family_told", 1),
    (4, "referral_outcome", 1),
    (5, "protected_from", 1),
    (5, "import", 1),
    (5, "import_family", 1),
    (6, "likeness", 1),
    (7, "outbox", 1),
    (8, "task_link", 1),
    (8, "name_token", 4),
    (9, "assignment", 1),
    (10, "household", 1),
    (10, "matching", 1),
    (10, "step", 1),
    (11, "session", 1),
    (11, "passage", 1),
    (11, "session_before", 1),
    (12, "plan", 1),
    (12, "plan_support", 1),
    (12, "goal_mark", 1),
    (13, "review", 1),
    (13, "review_before", 1),
    (13, "rung", 1),
    (13, "set_aside", 1),
    (14, "crisis", 1),
    (14, "crisis_entry", 1),
    (14, "concern", 1),
    (14, "concern_about", 1),
    (14, "concern_told", 1),
    (14, "concern_entry", 1),
    (15, "site_number", 1),
    (16, "contribution", 1),
    (16, "consent_change", 1),
    (17, "closing", 1),
    (17, "closing_child", 1),
    (17, "follow_up", 1),
    (17, "care_episode", 1),
    (18, "plan_wish", 1),
    (19, "practice", 1),
    (20, "household_away", 1),
];

fn for_engine(engine: Engine, text: &str) -> String {
    let (id, bytes) = if engine == Engine::Sqlite {
        ("x'", "x'")
    } else {
        ("'", "'\\x")
    };
    text.replace("<<", bytes)
        .replace('<', id)
        .replace(">>", ">")
        .replace('>', "'")
}

/// Brings an empty database to version `at`, with rows in it.
async fn bring_to(raw: &Raw, engine: Engine, at: usize) {
    let number = if engine == Engine::Sqlite { "integer" } else { "bigint" };
    let strict = if engine == Engine::Sqlite { " strict" } else { "" };
    if engine != Engine::Sqlite {
        raw.script("set susd.site = '*'").await;
    }
    raw.script(&format!(
        "create table schema_version (number {number} primary key, name text not null){strict}"
    ))
    .await;
    for (migration, rows) in MIGRATIONS[..at].iter().zip(AT) {
        let script = if engine == Engine::Sqlite {
            migration.sqlite
        } else {
            migration.postgres
        };
        // As the store does, each in one piece.
        raw.script(&format!("begin; {script} commit;")).await;
        raw.run(
            "insert into schema_version (number, name) values ($1, $2)",
            &[migration.number.into(), migration.name.into()],
        )
        .await;
        raw.script(&for_engine(engine, rows)).await;
    }
}

#[test]
fn migrations_are_numbered_without_gaps_and_named_as_their_files() {
    for (number, migration) in (1..).zip(MIGRATIONS) {
        assert_eq!(migration.number, number);
        assert!(
            migration.name.starts_with(&format!("{number:04}_")),
            "{}",
            migration.name
        );
    }
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    for engine in ["sqlite", "postgres"] {
        let mut files: Vec<String> = std::fs::read_dir(folder.join(engine))
            .unwrap()
            .map(|file| file.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        files.sort();
        let known: Vec<String> = MIGRATIONS
            .iter()
            .map(|migration| format!("{}.sql", migration.name))
            .collect();
        assert_eq!(files, known, "every file of {engine} is a migration");
    }
}

#[test]
fn every_version_but_the_newest_has_rows_for_this_test() {
    assert_eq!(
        AT.len() + 1,
        MIGRATIONS.len(),
        "add the rows a deployment of the last version had"
    );
}

#[test]
fn every_earlier_version_with_data_in_it_arrives_at_the_same_catalogue() {
    runtime().block_on(async {
        for engine in ENGINES {
            let empty = Place::new(engine);
            store::setup::migrate(&empty.location).await.unwrap();
            let wanted = catalogue(engine, &empty.raw().await).await;
            for at in 1..MIGRATIONS.len() {
                let place = Place::new(engine);
                let raw = place.raw_as_owner().await;
                bring_to(&raw, engine, at).await;
                let was = store::setup::migrate(&place.location).await.unwrap();
                assert_eq!(was, i64::try_from(at).unwrap(), "the version it was at, on {engine:?}");
                let raw = place.raw().await;
                assert_eq!(catalogue(engine, &raw).await, wanted, "from version {at} on {engine:?}");
                for (_, table, rows) in ROWS.iter().filter(|(since, ..)| *since <= at) {
                    assert_eq!(
                        raw.count(table).await,
                        *rows,
                        "{table} kept its rows from version {at} on {engine:?}"
                    );
                }
            }
        }
    });
}

#[test]
fn people_of_an_earlier_version_are_told_apart_as_new_ones_are() {
    runtime().block_on(async {
        for engine in ENGINES {
            let place = Place::new(engine);
            bring_to(&place.raw_as_owner().await, engine, 8).await;
            store::setup::migrate(&place.location).await.unwrap();
            let sql = "select beside from name_token order by token";
            let rows = place.raw().await.rows(sql, &[]).await;
            let [name, birth, sound, postcode] = rows.iter().map(|row| &row[0]).collect::<Vec<_>>()[..] else {
                panic!("four tokens, on {engine:?}");
            };
            assert!(
                matches!([name, sound], [Cell::Null, Cell::Null]),
                "few share a name or a sound"
            );
            let mut beside = birth.bytes().to_vec();
            beside.sort_unstable();
            assert_eq!(
                beside,
                [[0x11; 4], [0x22; 4]].concat(),
                "a name and a birth, on {engine:?}"
            );
            assert_eq!(postcode.bytes(), [0x44; 4], "nothing of anybody else, on {engine:?}");
        }
    });
}

#[test]
fn who_was_at_a_visit_of_an_earlier_version_still_was() {
    runtime().block_on(async {
        for engine in ENGINES {
            let place = Place::new(engine);
            let raw = place.raw_as_owner().await;
            bring_to(&raw, engine, 17).await;
            let another = "insert into session_present (session_id, person_id, site_id) select s.id, p.id, s.site_id \
                from session s, person p where p.id not in (select person_id from session_present)";
            raw.script(another).await;
            let people = raw.count("session_present").await;
            store::setup::migrate(&place.location).await.unwrap();
            let rows = place.raw().await.rows("select present from session", &[]).await;
            let [row] = &rows[..] else { panic!("one visit") };
            let (ids, []) = row[0].bytes().as_chunks::<16>() else {
                panic!("ids of sixteen bytes, on {engine:?}");
            };
            assert_eq!(i64::try_from(ids.len()).unwrap(), people, "on {engine:?}");
            assert!(
                1 < people && ids.contains(&0x13_u128.to_be_bytes()),
                "{ids:?} on {engine:?}"
            );
        }
    });
}

#[test]
fn migrating_again_changes_nothing() {
    runtime().block_on(async {
        for engine in ENGINES {
            let place = Place::new(engine);
            store::setup::migrate(&place.location).await.unwrap();
            assert_eq!(
                store::setup::migrate(&place.location).await.unwrap(),
                newest(),
                "on {engine:?}"
            );
            assert_eq!(
                place.raw().await.count("schema_version").await,
                newest(),
                "on {engine:?}"
            );
        }
    });
}

#[test]
fn a_migration_that_fails_leaves_the_version_before_it_whole() {
    runtime().block_on(async {
        for engine in ENGINES {
            let place = Place::new(engine);
            let raw = place.raw_as_owner().await;
            bring_to(&raw, engine, 1).await;
            let before = catalogue(engine, &raw).await;
            // The second migration makes a table of this name near its end, and cannot.
            raw.script("create table alert (id text)").await;
            let failed = store::setup::migrate(&place.location).await;
            assert!(
                matches!(&failed, Err(Error::Statement { statement, .. }) if *statement == MIGRATIONS[1].name),
                "{failed:?}"
            );
            raw.script("drop table alert").await;
            assert_eq!(
                catalogue(engine, &raw).await,
                before,
                "nothing of it stayed on {engine:?}"
            );
            assert_eq!(
                store::setup::migrate(&place.location).await.unwrap(),
                1,
                "and it can be done again on {engine:?}"
            );
        }
    });
}

#[test]
fn two_programs_that_start_at_once_migrate_once() {
    runtime().block_on(async {
        for engine in ENGINES {
            let place = Place::new(engine);
            let starts = (0..4).map(|_| {
                let location = place.location.clone();
                tokio::spawn(async move { store::setup::migrate(&location).await })
            });
            for start in starts.collect::<Vec<_>>() {
                start.await.unwrap().unwrap();
            }
            assert_eq!(
                place.raw().await.count("schema_version").await,
                newest(),
                "on {engine:?}"
            );
        }
    });
}

#[test]
fn a_database_of_a_newer_version_is_refused_and_not_touched() {
    runtime().block_on(async {
        for engine in ENGINES {
            let place = Place::new(engine);
            store::setup::migrate(&place.location).await.unwrap();
            let raw = place.raw().await;
            let newer = newest() + 1;
            raw.run(
                "insert into schema_version (number, name) values ($1, 'of_tomorrow')",
                &[newer.into()],
            )
            .await;
            let refused = store::setup::migrate(&place.location).await;
            assert!(
                matches!(refused, Err(Error::Newer { found, known }) if found == newer && known == newest()),
                "on {engine:?}: {refused:?}"
            );
            let told = refused.unwrap_err().to_string();
            assert!(
                told.contains(&format!("version {newer}")) && told.contains("use the newer program"),
                "{told}"
            );
            assert_eq!(raw.count("deployment").await, 0, "nothing was made in it on {engine:?}");
        }
    });
}
