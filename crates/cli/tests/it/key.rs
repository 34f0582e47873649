use crate::susd::{made_demo, susd, word};
use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use testkit::TempDir;

fn serve<'w>(data: &'w str, more: &[&'w str]) -> Vec<&'w str> {
    let words = [
        "serve",
        "--origin",
        "https://susd.example",
        "--port",
        "1",
        "--data",
        data,
    ];
    [&words, more].concat()
}

#[test]
fn a_new_key_can_be_read_by_its_owner_only_and_is_never_written_over() {
    let folder = TempDir::new();
    let key = folder.join("root.key");
    susd(&["key", "new", word(&key)]).done();
    assert_eq!(std::fs::metadata(&key).unwrap().permissions().mode() & 0o777, 0o600);
    let before = std::fs::read(&key).unwrap();
    susd(&["key", "new", word(&key)]).refused("cannot be made");
    assert_eq!(std::fs::read(&key).unwrap(), before);
}

#[test]
fn the_recovery_sheet_holds_the_key_and_the_public_key() {
    let folder = TempDir::new();
    let key = folder.join("root.key");
    susd(&["key", "new", word(&key)]).done();
    let sheet = susd(&["key", "export", "--key", word(&key)]).done();
    let text = std::fs::read_to_string(&key).unwrap();
    assert!(sheet.contains(text.trim()), "{sheet}");
    assert!(sheet.contains("susd-verify-1:"), "{sheet}");
}

#[test]
fn a_key_that_others_can_read_is_refused() {
    let folder = TempDir::new();
    let key = folder.join("root.key");
    susd(&["key", "new", word(&key)]).done();
    for mode in [0o640, 0o604, 0o660, 0o644] {
        std::fs::set_permissions(&key, Permissions::from_mode(mode)).unwrap();
        let data = folder.join("data");
        susd(&serve(word(&data), &["--key", word(&key)])).refused("others on this machine can read the key");
    }
}

#[test]
fn a_key_inside_the_data_folder_is_refused_unless_that_is_said() {
    let folder = TempDir::new();
    let data = folder.join("data");
    std::fs::create_dir(&data).unwrap();
    let key = data.join("root.key");
    susd(&["key", "new", word(&key)]).done();
    susd(&serve(word(&data), &["--key", word(&key)])).refused("lies in the data folder");
    std::os::unix::fs::symlink(&data, folder.join("link")).unwrap();
    let roundabout = folder.join("link/root.key");
    susd(&serve(word(&data), &["--key", word(&roundabout)])).refused("lies in the data folder");
    // Said, it goes on to the next thing, a port that only the system may take or nobody can.
    let said = susd(&serve(
        word(&data),
        &["--key", word(&key), "--key-beside-data", "--listen", "192.0.2.1"],
    ));
    said.refused("nothing can listen");
}

#[test]
fn no_key_a_wrong_key_and_something_else_are_refused() {
    let (folder, _) = made_demo();
    let data = word(folder.path());
    let other = folder.join("other.key");
    susd(&["key", "new", word(&other)]).done();
    susd(&["verify", "--data", data, "--key", word(&other)]).refused("not the key this database was made with");
    assert_eq!(susd(&["key", "check", "--data", data, "--key", word(&other)]).status, 1);
    susd(&["key", "check", "--data", data]).done();

    std::fs::write(&other, "susd-key-1:not a key at all").unwrap();
    susd(&["verify", "--data", data, "--key", word(&other)]).refused("does not hold a key");
    let missing = folder.join("missing.key");
    susd(&["verify", "--data", data, "--key", word(&missing)]).refused("cannot be read");
    let empty = TempDir::new();
    susd(&serve(word(empty.path()), &[])).refused("--key FILE");
}

#[test]
fn a_service_needs_an_address_that_is_encrypted_and_leaves_a_demonstration_alone() {
    let (folder, _) = made_demo();
    let (data, key) = (word(folder.path()), folder.join("susd.key"));
    let words = [
        "serve",
        "--origin",
        "http://susd.example",
        "--data",
        data,
        "--key",
        word(&key),
        "--key-beside-data",
    ];
    susd(&words).refused("https://");
    susd(&serve(data, &["--key", word(&key), "--key-beside-data"])).refused("susd demo");
}
