use crate::susd::{copy_of, made_demo, susd, word};

const REAL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/referrals_as_exported.csv");

#[test]
fn the_real_file_comes_in_from_the_command_line_once_and_every_row_that_stays_out_is_named() {
    let (folder, _) = made_demo();
    let copy = copy_of(&folder);
    let place = [
        "--data",
        word(folder.path()),
        "--database",
        word(&copy),
        "--site",
        "Bro Cerwen",
    ];
    let import = |more: &[&str]| {
        let words: Vec<&str> = ["import", "referrals", REAL]
            .iter()
            .chain(&place)
            .chain(more)
            .copied()
            .collect();
        let ended = susd(&words);
        assert_eq!(ended.status, 1, "rows stay out: {} {}", ended.out, ended.err);
        ended.out
    };
    let dry = import(&["--dry-run"]);
    for said in [
        "Row 81\tDOB\t“31/02/2015”\tThere is no such day. Check the date. (keeps the family out)",
        "“tomorrow”\tThis is not a date.",
        "Families that can come in: 22",
        "Families that stay out: 2",
    ] {
        assert!(dry.contains(said), "{said}: {dry}");
    }
    assert!(!dry.contains("Families taken in"), "nothing comes in when it is dry");
    assert!(import(&[]).contains("Families taken in: 22\nFamilies that were here already: 0"));
    let again = import(&["--language", "cy"]);
    assert!(
        again.contains("Teuluoedd a dderbyniwyd: 0\nTeuluoedd a oedd yma’n barod: 22"),
        "{again}"
    );
}

#[test]
fn a_file_that_is_none_and_an_area_that_is_none_are_refused_in_a_sentence() {
    let (folder, _) = made_demo();
    let place = ["--data", word(folder.path())];
    let import = |file: &str, site: &str| {
        let words = ["import", "referrals", file, "--site", site];
        susd(&words.iter().chain(&place).copied().collect::<Vec<_>>())
    };
    import("no-such-file.csv", "Bro Cerwen").refused("cannot be opened");
    import(REAL, "Nowhere").refused("there is no programme area Nowhere");
    import(env!("CARGO_BIN_EXE_susd"), "Bro Cerwen").refused("not a table we can read");
}
