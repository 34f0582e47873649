//! Nation packs: what is embedded, what a deployment may lay beside it, and what is said of a wrong one.

use domain::pack::{Key, pack_on};
use jiff::civil::date;
use std::path::Path;
use store::Error;
use store::pack::{self, FILES, Problem};
use testkit::TempDir;

const GOOD: &str = r#"nation = "wales"
from = "2030-04-01"

[[vocabulary]]
concept = "plan"
en = "care and support plan"
cy = "cynllun gofal a chymorth"
source = "an Act"

[[legal_statuses]]
key = "w_one"
en = "One"
looked_after = true
order = false
source = "an Act"

[[legal_bases]]
key = "w_two"
en = "Two"
looked_after = true
short_break_rules = true
source = "an Act"

[[ethnic_groups]]
concept = "w_three"
en = "Three"
cy = "Tri"
source = "a census"
"#;

fn key(text: &str) -> Key {
    Key::parse(text).unwrap()
}

fn problems(text: &str) -> Vec<Problem> {
    pack::parse("wales/2030-04-01.toml", text).unwrap_err()
}

fn told(text: &str) -> Vec<String> {
    problems(text).iter().map(ToString::to_string).collect()
}

#[test]
fn every_file_of_the_packs_folder_is_embedded() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs");
    let mut found = Vec::new();
    for nation in std::fs::read_dir(&folder).unwrap() {
        let nation = nation.unwrap().path();
        for file in std::fs::read_dir(&nation).unwrap() {
            let file = file.unwrap().path();
            found.push(file.strip_prefix(&folder).unwrap().to_string_lossy().into_owned());
        }
    }
    found.sort();
    let embedded: Vec<&str> = FILES.iter().map(|(file, _)| *file).collect();
    assert_eq!(found, embedded, "add a line to src/pack.rs for each pack");
}

#[test]
fn the_embedded_packs_are_in_order_and_have_the_same_vocabulary() {
    let packs = pack::embedded().unwrap();
    assert_eq!(packs.len(), FILES.len());
    let concepts = |nation: &str| {
        let pack = pack_on(&packs, &key(nation), date(2026, 3, 10)).unwrap();
        let mut concepts: Vec<&str> = pack.vocabulary.iter().map(|term| term.concept.as_str()).collect();
        concepts.sort_unstable();
        concepts.into_iter().map(ToOwned::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(concepts("wales"), concepts("england"));
    assert_eq!(concepts("wales"), concepts("northern_ireland"));
}

#[test]
fn a_pack_keeps_everything_its_file_says() {
    let pack = pack::parse("wales/2030-04-01.toml", GOOD).unwrap();
    assert_eq!((pack.nation.as_str(), pack.from), ("wales", date(2030, 4, 1)));
    let term = pack.term("plan").unwrap();
    assert_eq!(
        (term.en.as_str(), term.cy.as_deref()),
        ("care and support plan", Some("cynllun gofal a chymorth"))
    );
    let status = pack.legal_status(&key("w_one")).unwrap();
    assert!(status.looked_after && !status.order && status.cy.is_none());
    let basis = pack.legal_basis(&key("w_two")).unwrap();
    assert!(basis.looked_after && basis.short_break_rules);
    assert_eq!(basis.source, "an Act");
    assert_eq!(pack.ethnic_group(&key("w_three")).unwrap().cy.as_deref(), Some("Tri"));
}

#[test]
fn everything_wrong_with_a_pack_is_said_with_its_line() {
    let wrong = GOOD
        .replace("\"w_one\"", "\"W one\"")
        .replace("from = \"2030-04-01\"", "from = \"the first of April\"");
    assert_eq!(
        told(&wrong),
        [
            "wales/2030-04-01.toml, line 1: its nation and day belong in wales/the first of April.toml",
            "wales/2030-04-01.toml, line 2: `the first of April` is not a day",
            "wales/2030-04-01.toml, line 11: `W one`: not a key: small letters, digits and underscores, a letter first",
        ]
    );
    let wrong = GOOD
        .replace("looked_after = true\nshort", "looked_after = false\nshort")
        .replace("en = \"One\"", "en = \" \"");
    assert_eq!(
        told(&wrong),
        [
            "wales/2030-04-01.toml, line 11: w_one in legal_statuses has no name",
            "wales/2030-04-01.toml, line 18: w_two: short-break rules without being looked after",
        ]
    );
}

#[test]
fn the_second_of_two_equal_keys_is_the_one_named() {
    let twice = format!(
        "{GOOD}\n[[legal_bases]]\nkey = \"w_two\"\nen = \"Again\"\nlooked_after = true\nshort_break_rules = false\nsource = \"an Act\"\n"
    );
    assert_eq!(
        told(&twice),
        ["wales/2030-04-01.toml, line 31: w_two is twice in legal_bases"]
    );
}

#[test]
fn a_file_that_is_no_pack_is_refused_with_its_line() {
    assert_eq!(problems("nation = \"wales\"\nfrom = \n")[0].line, 2);
    let unknown = problems(&GOOD.replace("order = false", "ordre = false"));
    assert!(unknown[0].what.contains("ordre"), "{unknown:?}");
    assert_eq!(unknown[0].line, 14);
    let missing = problems("nation = \"wales\"\nfrom = \"2030-04-01\"\n");
    let lists: Vec<&str> = missing.iter().map(|problem| problem.what.as_str()).collect();
    assert_eq!(
        lists,
        [
            "vocabulary is empty",
            "legal_statuses is empty",
            "legal_bases is empty",
            "ethnic_groups is empty"
        ]
    );
}

#[test]
fn a_pack_in_the_data_folder_is_added_or_takes_the_place_of_ours() {
    let folder = TempDir::new();
    let write = |file: &str, text: &str| {
        let path = folder.join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    let (ours, _) = FILES.iter().find(|(file, _)| file.starts_with("wales/")).unwrap();
    let from = ours.trim_start_matches("wales/").trim_end_matches(".toml");
    write("wales/2030-04-01.toml", GOOD);
    write(ours, &GOOD.replace("2030-04-01", from));
    write("wales/notes.txt", "not a pack");
    let packs = pack::load(Some(folder.path())).unwrap();
    assert_eq!(packs.len(), FILES.len() + 1);
    let then = pack_on(&packs, &key("wales"), date(2026, 3, 10)).unwrap();
    assert_eq!(
        then.legal_statuses.len(),
        1,
        "the site's own file holds in place of ours"
    );
    let later = pack_on(&packs, &key("wales"), date(2030, 4, 1)).unwrap();
    assert_eq!(later.from, date(2030, 4, 1));
}

#[test]
fn a_folder_that_is_not_there_holds_no_packs_and_a_wrong_file_is_named() {
    let folder = TempDir::new();
    assert_eq!(
        pack::load(Some(&folder.join("packs"))).unwrap(),
        pack::embedded().unwrap()
    );
    std::fs::create_dir_all(folder.join("wales")).unwrap();
    std::fs::write(folder.join("wales/2031-01-01.toml"), GOOD).unwrap();
    match pack::load(Some(folder.path())) {
        Err(Error::File { path, cause }) => {
            assert_eq!(path, "wales/2031-01-01.toml");
            assert_eq!(cause, "line 1: its nation and day belong in wales/2030-04-01.toml");
        }
        other => panic!("{other:?}"),
    }
}
