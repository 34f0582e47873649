use crate::susd::{copy_of, made_demo, susd, word};
use serde_json::Value;
use std::os::unix::fs::PermissionsExt;

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

#[test]
fn a_backup_holds_neither_the_key_nor_a_name_and_only_its_owner_can_read_it() {
    let (folder, people) = made_demo();
    let copy = copy_of(&folder);
    let bytes = std::fs::read(&copy).unwrap();
    let key = std::fs::read_to_string(folder.join("susd.key")).unwrap();
    let group = key.trim().split(['-', ':']).next_back().unwrap();
    assert!(!holds(&bytes, group));
    for person in people["people"].as_array().unwrap() {
        for field in ["name", "email", "token"] {
            assert!(!holds(&bytes, person[field].as_str().unwrap()), "{field}");
        }
    }
    for words in ["Bevan", "Rehman", "pigeon", "Mae ", "07700"] {
        assert!(!holds(&bytes, words), "{words}");
    }
    assert!(
        holds(&bytes, "Bro Cerwen"),
        "the name of an area is no secret, so this test can see"
    );
    assert_eq!(std::fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o600);
    susd(&["backup", "--data", word(folder.path()), "--to", word(&copy)]).refused("there is a file of that name");
}

#[test]
fn a_backup_comes_back_whole_and_who_was_erased_since_stays_erased() {
    let (folder, people) = made_demo();
    let data = word(folder.path());
    let copy = copy_of(&folder);
    let parent = people["people"]
        .as_array()
        .unwrap()
        .iter()
        .find(|person| person["role"] == "parent")
        .unwrap();
    let name = parent["name"].as_str().unwrap();
    let listed = susd(&["user", "list", "--data", data]).done();
    let line = listed.lines().find(|line| line.contains(name)).unwrap();
    let account = line.split(' ').next().unwrap();

    // The list of erasures a deployment keeps beside its checkpoints, with one made after the copy.
    let list = folder.join("tombstones.jsonl");
    let erased: Value = serde_json::json!({ "subject": account, "site": null, "erased_at": 1_800_000_000_000_000_i64 });
    std::fs::write(&list, format!("{erased}\n")).unwrap();
    let told = susd(&[
        "restore",
        "--data",
        data,
        "--from",
        word(&copy),
        "--tombstones",
        word(&list),
    ])
    .done();
    assert!(told.contains("1 of 1 erasures"), "{told}");
    assert!(susd(&["verify", "--data", data]).done().contains("entries in"));
    assert!(!susd(&["user", "list", "--data", data]).done().contains(name));

    // From the same copy again, and the database itself remembers.
    let told = susd(&["restore", "--data", data, "--from", word(&copy)]).done();
    assert!(told.contains("1 of 1 erasures"), "{told}");
    assert!(!susd(&["user", "list", "--data", data]).done().contains(name));
    susd(&["verify", "--data", data]).done();
}

#[test]
fn a_backup_of_another_deployment_a_damaged_one_and_no_backup_are_refused() {
    let (folder, _) = made_demo();
    let (other, _) = made_demo();
    let (data, copy) = (word(folder.path()), copy_of(&other));
    susd(&["restore", "--data", data, "--from", word(&copy)]).refused("not the key this copy was made with");
    let key = other.join("susd.key");
    susd(&["restore", "--data", data, "--from", word(&copy), "--key", word(&key)]).refused("another deployment");

    let torn = folder.join("torn.db");
    let bytes = std::fs::read(copy_of(&folder)).unwrap();
    std::fs::write(&torn, &bytes[..bytes.len() / 2 / 4096 * 4096]).unwrap();
    let refused = susd(&["restore", "--data", data, "--from", word(&torn)]);
    assert_eq!(refused.status, 2, "{}", refused.out);
    std::fs::write(&torn, "not a database, though it is a file").unwrap();
    assert_eq!(susd(&["restore", "--data", data, "--from", word(&torn)]).status, 2);
    susd(&["verify", "--data", data]).done();
}
