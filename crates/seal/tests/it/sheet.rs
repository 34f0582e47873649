//! The recovery sheet: a key typed from paper is read, and a slip is named.

use proptest::prelude::*;
use seal::{Mistyped, RootKey, VerifyingKey};

/// The key 00 01 02 … 1f, worked out by another programme.
const SHEET: &str = "susd-key-1:000G40TA-0G2GC1VA-104GM2ZE-1G6GW3ZW-208H44TY-2GAHC5T1-30CHM6YV-3GEHW7V1-X183P29W\n";
const DIGITS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The key's characters without label and hyphens.
fn typed() -> Vec<char> {
    let (_, groups) = SHEET.split_once(':').unwrap();
    groups.chars().filter(char::is_ascii_alphanumeric).collect()
}

fn read(characters: &[char]) -> Result<RootKey, Mistyped> {
    let text: String = characters.iter().collect();
    RootKey::from_text(&format!("susd-key-1:{text}"))
}

#[test]
fn the_sheet_is_written_as_another_programme_writes_it() {
    let root = RootKey::from_bytes(std::array::from_fn(|at| u8::try_from(at).unwrap()));
    assert_eq!(root.to_text().as_str(), SHEET);
    assert_eq!(root.to_text().as_ref(), SHEET.as_bytes());
}

#[test]
fn small_letters_spaces_and_look_alikes_are_read() {
    let id = RootKey::from_text(SHEET).unwrap().id();
    let ways = [
        SHEET.to_lowercase(),
        SHEET.replace('-', " ").replace("susd key 1", "susd-key-1"),
        format!("\r\n  {}\r\n", SHEET.trim()),
        // The letter O for the figure 0, I and L for 1, as people read them from paper.
        SHEET.to_uppercase().replace('0', "O").replace("1:", "1 :"),
        SHEET.replace('1', "l").replace("key-l", "key-1"),
        SHEET.replace('1', "I").replace("key-I", "key-1"),
    ];
    for text in ways {
        assert_eq!(RootKey::from_text(&text).map(|key| key.id()), Ok(id), "{text}");
    }
}

#[test]
fn every_single_mistyped_character_is_noticed_and_its_group_named() {
    let right = typed();
    let (mut slips, mut named) = (0, 0);
    for at in 0..right.len() {
        for digit in DIGITS.chars().filter(|digit| *digit != right[at]) {
            let mut wrong = right.clone();
            wrong[at] = digit;
            slips += 1;
            match read(&wrong).unwrap_err() {
                Mistyped::Group { group } => {
                    assert_eq!(usize::from(group), at / 8 + 1, "character {at}");
                    named += 1;
                }
                Mistyped::Whole => {}
                other => panic!("{other:?} for character {at}"),
            }
        }
    }
    assert_eq!(slips, 72 * 31);
    // A slip in the ninth group is only seen over all; in the others, one in 256 is.
    assert!(slips * 8 / 9 * 98 / 100 < named, "{named} of {slips} named");
}

#[test]
fn a_slip_in_the_last_group_is_seen_over_all() {
    let mut wrong = typed();
    wrong[71] = if wrong[71] == '0' { '1' } else { '0' };
    assert_eq!(read(&wrong).unwrap_err(), Mistyped::Whole);
}

#[test]
fn neighbouring_characters_changed_about_are_noticed() {
    let right = typed();
    for at in 0..right.len() - 1 {
        let mut wrong = right.clone();
        wrong.swap(at, at + 1);
        assert_eq!(read(&wrong).is_ok(), right[at] == right[at + 1], "character {at}");
    }
}

#[test]
fn two_groups_changed_about_are_noticed_at_the_first() {
    let mut wrong = typed();
    for at in 0..8 {
        wrong.swap(8 + at, 24 + at);
    }
    assert_eq!(read(&wrong).unwrap_err(), Mistyped::Group { group: 2 });
}

#[test]
fn a_character_no_key_has_is_named() {
    for strange in ['U', '!', 'é', 'Ŵ'] {
        let mut wrong = typed();
        wrong[23] = strange;
        assert_eq!(read(&wrong).unwrap_err(), Mistyped::Character { group: 3 });
    }
}

#[test]
fn a_missing_or_doubled_character_is_counted() {
    let mut wrong = typed();
    wrong.push('0');
    assert_eq!(read(&wrong).unwrap_err(), Mistyped::Length { found: 73 });
    wrong.truncate(71);
    assert_eq!(read(&wrong).unwrap_err(), Mistyped::Length { found: 71 });
    assert_eq!(read(&[]).unwrap_err(), Mistyped::Length { found: 0 });
}

#[test]
fn the_public_key_is_not_taken_for_the_root_key_nor_the_other_way_about() {
    let root = RootKey::generate();
    let public = root.signing_key().verifying_key().to_text();
    assert_eq!(RootKey::from_text(&public).unwrap_err(), Mistyped::Kind);
    assert_eq!(
        VerifyingKey::from_text(root.to_text().as_str()).unwrap_err(),
        Mistyped::Kind
    );
    assert_eq!(RootKey::from_text("").unwrap_err(), Mistyped::Kind);
    // Even with its label changed, its last group does not fit.
    let relabelled = public.replace("susd-verify-1", "susd-key-1");
    assert_eq!(RootKey::from_text(&relabelled).unwrap_err(), Mistyped::Whole);
}

#[test]
fn what_is_wrong_is_said_without_saying_the_key() {
    assert_eq!(Mistyped::Group { group: 4 }.to_string(), "group 4 is mistyped");
    assert_eq!(Mistyped::Length { found: 71 }.to_string(), "71 characters, not 72");
}

proptest! {
    #[test]
    fn any_public_key_is_read_back_from_its_sheet(bytes: [u8; 32]) {
        let key = VerifyingKey::from_bytes(bytes);
        prop_assert_eq!(key.to_bytes(), bytes);
        prop_assert_eq!(VerifyingKey::from_text(&key.to_text()), Ok(key));
    }

    #[test]
    fn any_root_key_is_read_back_from_its_sheet(bytes: [u8; 32]) {
        let text = RootKey::from_bytes(bytes).to_text();
        let read = RootKey::from_text(text.as_str()).unwrap();
        let again = read.to_text();
        prop_assert_eq!(again.as_str(), text.as_str());
    }
}
