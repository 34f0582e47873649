//! The throw-away `PostgreSQL`.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use testkit::postgres::{Cluster, Postgres};

#[test]
fn the_role_of_a_database_is_bound_by_row_level_security() {
    let database = Postgres::shared().database();
    let rights = "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles where rolname = user";
    assert_eq!(database.as_owner(rights).unwrap().trim(), "f");
    assert_eq!(database.as_superuser(rights).unwrap().trim(), "t");
    database.as_owner("create table visit (note text)").unwrap();
    database.as_owner("insert into visit values ('went well')").unwrap();
    database
        .as_owner("alter table visit enable row level security")
        .unwrap();
    database.as_owner("alter table visit force row level security").unwrap();
    assert_eq!(database.as_owner("select count(*) from visit").unwrap().trim(), "0");
    assert_eq!(database.as_superuser("select count(*) from visit").unwrap().trim(), "1");
}

#[test]
fn two_databases_do_not_meet_and_both_go() {
    let postgres = Postgres::shared();
    let (first, second) = (postgres.database(), postgres.database());
    first.as_owner("create table visit (note text)").unwrap();
    assert!(second.as_owner("select * from visit").is_err());
    let names = [first.name().to_owned(), second.name().to_owned()];
    drop((first, second));
    let witness = postgres.database();
    for name in names {
        let left = format!("select count(*) from pg_database where datname = '{name}'");
        assert_eq!(witness.as_owner(&left).unwrap().trim(), "0");
        let left = format!("select count(*) from pg_roles where rolname = '{name}'");
        assert_eq!(witness.as_owner(&left).unwrap().trim(), "0");
    }
}

#[test]
fn text_sorts_by_code_point_whatever_the_machine_speaks() {
    let database = Postgres::shared().database();
    let settings = "select datcollate || ' ' || pg_encoding_to_char(encoding) from pg_database \
                    where datname = current_database()";
    assert_eq!(database.as_owner(settings).unwrap().trim(), "C UTF8");
}

#[test]
fn a_server_ends_when_it_is_dropped() {
    let cluster = Cluster::start().unwrap();
    let folder = cluster.folder().to_path_buf();
    assert!(folder.join("data/postmaster.pid").exists());
    drop(cluster);
    assert!(!folder.exists());
}

#[test]
fn a_server_does_not_outlive_a_process_that_is_killed() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_throw-away-postgres"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let folder = BufReader::new(child.stdout.take().unwrap())
        .lines()
        .find_map(|line| line.unwrap().strip_prefix("in ").map(PathBuf::from))
        .unwrap();
    assert!(folder.join("data/postmaster.pid").exists());
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(
        gone_within(&folder, Duration::from_secs(20)),
        "{} is still there",
        folder.display()
    );
}

fn gone_within(folder: &Path, limit: Duration) -> bool {
    let start = Instant::now();
    while folder.exists() {
        if start.elapsed() > limit {
            return false;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    true
}

#[test]
fn an_address_that_is_not_one_is_refused_with_a_sentence() {
    for address in [
        "mysql://a:b@c/d",
        "postgres://localhost/x",
        "postgres://a:b@c",
        "postgres://a:b@:5432/d",
    ] {
        let refusal = Postgres::at(address).unwrap_err().to_string();
        assert!(
            refusal.contains("postgres://role:password@host:port/database"),
            "{refusal}"
        );
    }
}
