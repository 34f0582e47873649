use crate::susd::{Running, made_demo, susd, wait_until, word};
use std::net::TcpStream;
use testkit::{TempDir, free_port};

/// A deployment for real families with nobody in it: its folder and its key.
fn made_service() -> (TempDir, [String; 4]) {
    let folder = TempDir::new();
    let (data, key, port) = (folder.join("data"), folder.join("root.key"), free_port());
    susd(&["key", "new", word(&key)]).done();
    let number = port.to_string();
    let place = ["--data", word(&data), "--key", word(&key)];
    let words = ["serve", "--origin", "https://susd.example", "--port", &number];
    let serving = Running::start(&[&words[..], &place].concat());
    wait_until("the service", || TcpStream::connect(("127.0.0.1", port)).is_ok());
    let (ended, _) = serving.stop();
    assert!(ended.success());
    (folder, place.map(ToOwned::to_owned))
}

fn user<'w>(place: &'w [String; 4], words: &[&'w str]) -> Vec<&'w str> {
    let place: Vec<&str> = place.iter().map(String::as_str).collect();
    [&["user"], words, &place].concat()
}

#[test]
fn the_command_line_makes_the_first_two_administrators_and_only_proposes_a_third() {
    let (_folder, place) = made_service();
    for name in ["Ann", "Ben", "Cat"] {
        let email = format!("{name}@house.example");
        susd(&user(&place, &["add", "--name", name, "--email", &email])).done();
        let given = susd(&user(&place, &["role", &email, "administrator"])).done();
        let word = if name == "Cat" { "proposed" } else { "given" };
        assert!(given.starts_with(word), "{name}: {given}");
    }
    susd(&user(
        &place,
        &["add", "--name", "Ann", "--email", " ANN@house.example"],
    ))
    .refused("already");
    susd(&user(&place, &["role", "ann@house.example", "administrator"])).refused("already");
    susd(&user(&place, &["role", "ann@house.example", "king"])).refused("there is no role king");
    susd(&user(&place, &["role", "nobody@house.example", "auditor"])).refused("nobody has the address");
    susd(&user(
        &place,
        &["role", "ann@house.example", "carer", "--site", "Nowhere"],
    ))
    .refused("no programme area");
    let listed = susd(&user(&place, &["list"])).done();
    assert!(listed.contains("Cat  administrator (everywhere, proposed)"), "{listed}");

    susd(&user(&place, &["role", "ben@house.example", "administrator", "--end"])).done();
    let listed = susd(&user(&place, &["list"])).done();
    assert!(listed.lines().any(|line| line.trim_end().ends_with("Ben")), "{listed}");
}

#[test]
fn a_link_to_choose_a_password_is_printed_for_one_account() {
    let (_folder, place) = made_service();
    susd(&user(&place, &["add", "--name", "Ann", "--email", "ann@house.example"])).done();
    let words = [
        "password-link",
        "ann@house.example",
        "--origin",
        "https://susd.example/",
    ];
    let link = |words: &[&str]| susd(&user(&place, words)).done().lines().next().unwrap().to_owned();
    let (first, second) = (link(&words), link(&words));
    assert!(first.starts_with("https://susd.example/sign-in/first"), "{first}");
    assert_ne!(first, second);
}

#[test]
fn what_somebody_signs_in_with_is_forgotten_when_they_have_lost_it() {
    let (_folder, place) = made_service();
    susd(&user(&place, &["add", "--name", "Ann", "--email", "ann@house.example"])).done();
    let said = susd(&user(&place, &["forget-ways-in", "ann@house.example"])).done();
    assert!(said.starts_with("forgotten"), "{said}");
    susd(&user(&place, &["forget-ways-in", "nobody@house.example"])).refused("nobody has the address");
}

#[test]
fn what_is_not_as_it_should_be_is_found() {
    let (folder, _) = made_demo();
    let found = susd(&["check", "--data", word(folder.path())]);
    assert_eq!(found.status, 1, "{}", found.err);
    assert_eq!(found.out.lines().count(), 1, "{}", found.out);
    assert!(found.out.contains("its agreement ends in 22 days"), "{}", found.out);
    let (_folder, place) = made_service();
    let place: Vec<&str> = place.iter().map(String::as_str).collect();
    let found = susd(&[&["check"], &place[..]].concat());
    assert_eq!(found.status, 1);
    assert!(found.out.contains("administrators: 0 of the 2"), "{}", found.out);
}
