//! No statement reads a whole table that grows with the families: what the embedded engine plans to do is asked
//! of it, statement by statement.

use crate::support::raw::Raw;
use crate::support::{Engine, Place, runtime};
use std::collections::BTreeMap;
use store::Statement;

/// Statements that read a whole table on purpose, and why.
const WHOLE: &[(&str, &str)] = &[
    ("store::account::ALL_ACCOUNTS", "the list of people shows them all"),
    ("store::account::role::CURRENT", "the list of people shows every role"),
    ("store::account::role::WAITING", "a few roles for each account"),
    ("store::account::invitation::FORGET", "once a day"),
    (
        "store::backup::tombstone::TOMBSTONES",
        "a backup takes them all with it",
    ),
    ("store::break_glass::list::ANYWHERE", "openings are rare"),
    ("store::draft::DROP_OLD", "once a day"),
    ("store::journal::checkpoint::LAST", "one row, by the key"),
    ("store::maintain::FORGET_CEREMONIES", "once a day"),
    ("store::permit::FAMILY", "one row made by the statement itself"),
    (
        "store::closing::show::TEAM",
        "those who worked with one family, as the statement itself found them",
    ),
    (
        "store::review::prepare::TEAM",
        "those who work with one family, as the statement itself found them",
    ),
    ("store::word_review::ALL_REVIEWS", "the list of words shows them all"),
    ("store::sign_in::attempt::FORGET_TRIES", "once a day"),
    ("store::sign_in::people::PEOPLE", "the demonstration's own page"),
    ("store::sign_in::people::ROLES", "the demonstration's own page"),
    ("store::site::LIST", "a site is an area of the country"),
    ("store::site::ORGANISATIONS", "a few for each site"),
    ("store::waiting::ROLES", "a few roles for each account"),
    ("store::waiting::ENDING", "a few agreements for each site"),
];

#[test]
fn no_statement_reads_a_whole_table_that_grows() {
    runtime().block_on(async {
        let place = Place::new(Engine::Sqlite);
        store::setup::migrate(&place.location).await.unwrap();
        let Raw::File(lite) = place.raw_as_owner().await else {
            panic!("a file")
        };
        let lite = lite.into_inner().unwrap();
        let mut found: BTreeMap<String, Vec<String>> = store::statements::all()
            .map(|statement| (statement.name.to_owned(), whole_reads(&lite, statement)))
            .filter(|(_, reads)| !reads.is_empty())
            .collect();
        let unneeded = WHOLE.iter().map(|(name, _)| (*name).to_owned());
        let unneeded: Vec<String> = unneeded.filter(|name| !found.contains_key(name)).collect();
        found.retain(|name, _| WHOLE.iter().all(|(known, _)| known != name));
        assert!(found.is_empty(), "read from end to end: {found:#?}");
        assert!(unneeded.is_empty(), "no longer read from end to end: {unneeded:?}");
    });
}

/// The steps of a statement's plan that walk through a table or an index from its beginning.
fn whole_reads(connection: &rusqlite::Connection, statement: &Statement) -> Vec<String> {
    let mut plan = connection
        .prepare(&format!("explain query plan {}", statement.sql))
        .unwrap();
    // What is not bound is null; no plan depends on a value.
    let rows = plan.raw_query().mapped(|row| row.get::<_, String>(3));
    rows.map(Result::unwrap)
        .filter(|step| step.starts_with("SCAN ") && !step.contains("CONSTANT ROW"))
        .collect()
}
