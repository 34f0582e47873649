use crate::susd::{copy_of, made_demo, susd, word};
use testkit::TempDir;

/// Changes one bit of the last letter of a word in the only place of a file where it stands alone.
fn flip(file: &std::path::Path, found: &[u8]) {
    let mut bytes = std::fs::read(file).unwrap();
    let at = bytes.windows(found.len()).rposition(|window| window == found).unwrap();
    bytes[at + found.len() - 1] ^= 1;
    std::fs::write(file, bytes).unwrap();
}

#[test]
fn a_journal_nobody_touched_holds_and_one_flipped_bit_is_named() {
    let (folder, _) = made_demo();
    let data = word(folder.path());
    assert!(susd(&["verify", "--data", data]).done().contains("entries in"));
    let copy = copy_of(&folder);
    let verify = ["verify", "--data", data, "--database", word(&copy)];
    susd(&verify).done();
    flip(&copy, b"referral_accepted");
    let found = susd(&verify);
    assert_eq!(found.status, 1, "{}", found.err);
    let lines: Vec<Vec<&str>> = found.out.lines().map(|line| line.split(' ').collect()).collect();
    assert_eq!(lines.len(), 1, "{}", found.out);
    let [book, seq, reason] = lines[0][..] else {
        panic!("{}", found.out)
    };
    assert_eq!(book.len(), 36);
    assert!(0 < seq.parse::<u64>().unwrap());
    assert_eq!(reason, "hash");
}

#[test]
fn a_database_older_than_a_checkpoint_is_told_from_one_that_is_whole() {
    let (folder, _) = made_demo();
    let data = word(folder.path());
    let old = copy_of(&folder);
    let outside = TempDir::new();
    // Listing people is written down, so the deployment's book moves on after the copy.
    susd(&["user", "list", "--data", data]).done();
    susd(&["checkpoint", "--data", data, "--to", word(outside.path())]).done();
    let file = std::fs::read_dir(outside.path())
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let file = file
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .max()
        .unwrap();
    susd(&["verify", "--data", data, "--checkpoint", word(&file)]).done();
    let words = [
        "verify",
        "--data",
        data,
        "--database",
        word(&old),
        "--checkpoint",
        word(&file),
    ];
    let found = susd(&words);
    assert_eq!(found.status, 1, "{}{}", found.out, found.err);
    assert!(found.out.lines().any(|line| line.ends_with(" cut")), "{}", found.out);
}
