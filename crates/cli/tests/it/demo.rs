use crate::susd::{Running, susd, word};
use serde_json::Value;
use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::net::TcpStream;
use testkit::TempDir;

const ROLES: &str = "carer supervisor family_worker team_manager safeguarding_lead programme_manager programme_officer \
                     parent child evaluator funder commissioner auditor administrator";

fn start(folder: &TempDir, more: &[&str]) -> (Running, String) {
    let words = ["demo", "--json", "--port", "0", "--data", word(folder.path())];
    let mut demo = Running::start(&[&words, more].concat());
    let line = demo.first_line();
    (demo, line)
}

fn tokens(line: &str) -> Vec<String> {
    let line: Value = serde_json::from_str(line).unwrap();
    let people = line["people"].as_array().unwrap();
    people
        .iter()
        .map(|person| person["token"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn the_demonstration_prints_one_line_with_somebody_in_every_role_and_ends_cleanly() {
    let folder = TempDir::new();
    let (demo, line) = start(&folder, &[]);
    let told: Value = serde_json::from_str(&line).unwrap();
    let url = told["url"].as_str().unwrap();
    let port: u16 = url.strip_prefix("http://localhost:").unwrap().parse().unwrap();

    let people = told["people"].as_array().unwrap();
    let mut roles = BTreeSet::new();
    for person in people {
        let keys: Vec<&str> = person.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(
            keys.iter().collect::<BTreeSet<_>>(),
            ["email", "name", "role", "site", "token"].iter().collect()
        );
        roles.insert(person["role"].as_str().unwrap());
        assert!(person["token"].as_str().unwrap().starts_with("susd_p_"));
        assert!(person["email"].as_str().unwrap().ends_with(".example"));
        assert!(!person["name"].as_str().unwrap().is_empty());
    }
    assert_eq!(roles, ROLES.split_whitespace().collect());
    let auditor = people.iter().find(|person| person["role"] == "auditor").unwrap();
    assert_eq!(auditor["site"], Value::Null);
    assert_eq!(tokens(&line).iter().collect::<BTreeSet<_>>().len(), people.len());

    let mut page = TcpStream::connect(("127.0.0.1", port)).unwrap();
    page.write_all(b"GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        .unwrap();
    let mut answer = String::new();
    page.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");

    let (ended, rest) = demo.stop();
    assert!(ended.success(), "{ended}");
    assert_eq!(rest, "", "only the one line is printed");
}

#[test]
fn what_was_done_in_the_demonstration_is_kept_until_it_is_started_afresh() {
    let folder = TempDir::new();
    let (demo, first) = start(&folder, &[]);
    demo.stop();
    let (demo, second) = start(&folder, &[]);
    demo.stop();
    assert_eq!(tokens(&first), tokens(&second));
    let (demo, third) = start(&folder, &["--fresh"]);
    demo.stop();
    assert_eq!(tokens(&first).len(), tokens(&third).len());
    assert_ne!(tokens(&first), tokens(&third));
}

#[test]
fn a_beginning_that_was_broken_off_is_begun_again() {
    let folder = TempDir::new();
    let (demo, first) = start(&folder, &[]);
    demo.stop();
    std::fs::remove_file(folder.join("people.json")).unwrap();
    let (demo, second) = start(&folder, &[]);
    demo.stop();
    assert_eq!(tokens(&first).len(), tokens(&second).len());
    susd(&["verify", "--data", word(folder.path())]).done();
}

#[test]
fn the_same_families_come_out_each_time() {
    let names = || {
        let folder = TempDir::new();
        let (demo, line) = start(&folder, &[]);
        demo.stop();
        let line: Value = serde_json::from_str(&line).unwrap();
        let people = line["people"].as_array().unwrap().clone();
        people
            .into_iter()
            .map(|person| (person["role"].clone(), person["name"].clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(names(), names());
}

#[test]
fn one_folder_is_used_by_one_demonstration_at_a_time() {
    let folder = TempDir::new();
    let (demo, _) = start(&folder, &[]);
    susd(&["demo", "--port", "0", "--data", word(folder.path())]).refused("another susd is running");
    demo.stop();
}

#[test]
fn the_demonstration_in_words_says_how_to_sign_in_as_each_person() {
    let folder = TempDir::new();
    let (demo, _) = start(&folder, &[]);
    demo.stop();
    let mut demo = Running::start(&["demo", "--port", "0", "--data", word(folder.path())]);
    assert!(demo.first_line().contains("invented"));
    let (ended, rest) = demo.stop();
    assert!(ended.success());
    for words in [
        "/sign-in",
        "/cy/sign-in",
        "Lowri Prosser",
        "safeguarding_lead",
        "--fresh",
    ] {
        assert!(rest.contains(words), "“{words}” is not in: {rest}");
    }
}
