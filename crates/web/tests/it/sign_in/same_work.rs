//! A wrong password costs the same whoever's it is: the same statements, in the same order, for an address that
//! somebody has and one that nobody has. The server writes down what it ran.

use super::{type_in, with_codes};
use crate::support::House;
use axum::http::StatusCode;
use testkit::postgres::{Postgres, StatementLog};

#[tokio::test(flavor = "multi_thread")]
async fn the_same_statements_run_for_an_address_somebody_has_and_one_nobody_has() {
    let server = Postgres::start().expect("a server of this test's own, for its log");
    let database = server.database();
    let statements = StatementLog::of(&database).unwrap();
    let house = House::on_server(database.url()).await;
    let nia = house.with_password("Nia Evans").await;
    let coded = with_codes(&house, "Ceri Coded", &[]).await;
    let invited = house.somebody("Not Yet There").await;
    let mut browser = house.browser();
    let mut ran = Vec::new();
    // The first round is left out: a connection says more when it is new.
    for round in 0..2 {
        for email in ["nobody@example.org", &nia.email, &coded.email, &invited.email] {
            let before = statements.mark().unwrap();
            let seen = type_in(&mut browser, email, "kettle wander pear").await;
            assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY);
            if round > 0 {
                ran.push(statements.since(before).unwrap());
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
