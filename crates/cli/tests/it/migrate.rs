use crate::susd::{copy_of, made_demo, susd, word};
use testkit::TempDir;

#[test]
fn migrating_says_from_where_to_where_and_twice_changes_nothing() {
    let folder = TempDir::new();
    let data = word(folder.path());
    assert!(susd(&["migrate", "--data", data]).done().contains("was at version 0"));
    assert!(susd(&["migrate", "--data", data]).done().contains("already"));
}

#[test]
fn a_database_that_a_newer_program_made_is_refused() {
    let (folder, _) = made_demo();
    let copy = copy_of(&folder);
    let mut bytes = std::fs::read(&copy).unwrap();
    // The row of a migration: its number, and before the name the three bytes of the row's head.
    let newest = store::schema::MIGRATIONS.last().unwrap();
    let name = newest.name.as_bytes();
    let at = bytes.windows(name.len()).position(|window| window == name).unwrap();
    assert_eq!(i64::from(bytes[at - 4]), newest.number);
    assert_eq!(bytes[at - 3..at - 1], [3, 0]);
    bytes[at - 4] = 99;
    std::fs::write(&copy, bytes).unwrap();
    for command in ["migrate", "verify", "check"] {
        let words = [command, "--data", word(folder.path()), "--database", word(&copy)];
        susd(&words).refused("the database is at version 99");
    }
}
