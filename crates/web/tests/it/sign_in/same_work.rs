//! A wrong password costs the same whoever's it is: the same statements, in the same order, for an address that
//! somebody has and one that nobody has. The server writes down what it ran.

use super::{type_in, with_codes};
use crate::support::House;
use axum::http::StatusCode;
use std::path::Path;
use testkit::postgres::Postgres;

/// The statements the server wrote down since a line, without the names the connection gave them.
fn since(log: &Path, line: usize) -> Vec<String> {
    let text = read(log);
    let said = text.lines().skip(line).filter_map(|line| {
        let (_, statement) = line
            .split_once("LOG:  statement: ")
            .or_else(|| line.split_once("LOG:  execute "))?;
        let statement = statement.split_once(": ").map_or(statement, |(_, sql)| sql);
        Some(statement.trim().to_owned())
    });
    said.collect()
}

fn read(log: &Path) -> String {
    String::from_utf8_lossy(&std::fs::read(log).expect("the server keeps a log")).into_owned()
}

fn lines(log: &Path) -> usize {
    read(log).lines().count()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_statements_run_for_an_address_somebody_has_and_one_nobody_has() {
    let server = Postgres::start().expect("a server of this test's own, for its log");
    let database = server.database();
    let folder = database.as_superuser("show data_directory").unwrap();
    let log = Path::new(folder.trim()).join("../log");
    database
        .as_superuser(&format!("alter role {} set log_statement = 'all'", database.name()))
        .unwrap();
    let house = House::on_server(database.url()).await;
    let nia = house.with_password("Nia Evans").await;
    let coded = with_codes(&house, "Ceri Coded", &[]).await;
    let invited = house.somebody("Not Yet There").await;
    let mut browser = house.browser();
    let mut ran = Vec::new();
    // The first round is left out: a connection says more when it is new.
    for round in 0..2 {
        for email in ["nobody@example.org", &nia.email, &coded.email, &invited.email] {
            let before = lines(&log);
            let seen = type_in(&mut browser, email, "kettle wander pear").await;
            assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY);
            if round > 0 {
                ran.push(since(&log, before));
            }
        }
    }
    assert!(
        ran[0].iter().any(|sql| sql.starts_with("select a.id, a.password")),
        "{:#?}",
        ran[0]
    );
    assert!(
        ran[0].iter().any(|sql| sql.starts_with("insert into attempt")),
        "{:#?}",
        ran[0]
    );
    for other in &ran[1..] {
        assert_eq!(other, &ran[0]);
    }
}
