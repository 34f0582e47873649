//! What holds for any two people, and that nothing of them is told.

use domain::family::Part;
use domain::likeness::{Known, Sign, Strength, compare, families, sounds};
use proptest::collection::vec;
use proptest::prelude::*;

use super::{child, fold, home, known, text};

fn name() -> impl Strategy<Value = String> {
    let one = prop::sample::select(vec![
        "",
        "Siân",
        "Sian",
        "Mair",
        "Mair Siân",
        "Siân Mair",
        "Catrin",
        "Katryn",
        "D",
        "David",
        "Evans",
        "Efans",
        "Davies-Jones",
        "Jones Davies",
        "Jones",
        "O'Neill",
        "O Neil",
        "MacDonald",
        "Mc Donald",
        "ap Rhys",
        "Prys",
        "aprhys",
        "rhys ap",
        "🙂",
        "伟",
        "李",
    ]);
    (one.clone(), one.clone(), one).prop_map(|(forename, surname, called)| format!("{forename},{surname},{called}"))
}

fn somebody() -> impl Strategy<Value = Known> {
    let births = prop::sample::select(vec![
        "",
        "2015-02-03",
        "2015-03-02",
        "2015-02-13",
        "2015-02",
        "2015",
        "2016-02-03",
        "2019-05-06",
        "1990-02-03",
        "expected 2015-03",
        "expected 2015-04",
    ]);
    let homes = prop::sample::select(vec![
        ("", ""),
        ("73 High Street", "SA71 4NE"),
        ("73 High St, Tenby", "SA71 4NE"),
        ("24 Bryn Awel", "SA71 4NE"),
        ("73 High Street", ""),
        ("1 rue Haute", "75001"),
    ]);
    let id = prop::sample::select(vec!["", "70002", "70 002", "70003"]);
    (name(), births, homes, id, prop::sample::select(&Part::ALL[..])).prop_map(
        |(name, birth, (address, postcode), id, part)| {
            let somebody = home(known(&name, birth, part), address, postcode);
            if id.is_empty() {
                somebody
            } else {
                somebody.with_authority_id(&text(id))
            }
        },
    )
}

proptest! {
    #[test]
    fn a_likeness_does_not_depend_on_who_is_asked_first(one in somebody(), other in somebody()) {
        prop_assert_eq!(compare(&one, &other), compare(&other, &one));
    }

    #[test]
    fn a_likeness_has_a_sign_and_each_once_in_the_order_people_read_them(one in somebody(), other in somebody()) {
        if let Some(likeness) = compare(&one, &other) {
            prop_assert!(!likeness.signs.is_empty());
            prop_assert!(likeness.signs.is_sorted_by(|before, after| before < after), "{:?}", likeness);
            let other_than_same = [Sign::NameInOtherOrder, Sign::SoundsAlike, Sign::KnownAs, Sign::PartOfName];
            let is_same = likeness.signs.contains(&Sign::SameName);
            prop_assert!(!is_same || other_than_same.iter().all(|sign| !likeness.signs.contains(sign)));
        }
    }

    #[test]
    fn nobody_is_like_nobody(one in somebody(), address in 0..2_usize) {
        let nobody = home(child("", ""), ["", "73 High Street"][address], ["", "SA71 4NE"][address]);
        prop_assert_eq!(compare(&one, &nobody), None);
        prop_assert_eq!(compare(&nobody, &nobody), None);
    }

    #[test]
    fn somebody_with_a_whole_name_and_birth_is_likely_themselves(first in "[a-zâŷ]{2,9}", last in "[a-zâŷ]{2,9}") {
        let one = child(&format!("{first},{last}"), "2015-02-03");
        let likeness = compare(&one, &one).expect("alike");
        prop_assert_eq!(likeness.strength, Strength::Likely);
        prop_assert_eq!(likeness.signs, [Sign::SameName, Sign::SameBirth]);
    }

    #[test]
    fn names_without_a_sound_in_common_are_not_alike(one in name(), other in name()) {
        let heard = |name: &str| sounds(&name.replace(',', " "), fold);
        let boxes = |name: &str| -> Vec<_> { name.split(',').flat_map(|one| sounds(one, fold)).collect() };
        let initial = [&one, &other].iter().any(|name| name.split(',').any(|one| one == "D"));
        let in_common = boxes(&one).iter().any(|sound| boxes(&other).contains(sound));
        let together = heard(&one).intersection(&heard(&other)).next().is_some();
        if !in_common && !together && !initial {
            prop_assert_eq!(compare(&child(&one, "2015-02-03"), &child(&other, "2015-02-03")), None);
        }
    }

    #[test]
    fn nobody_is_in_two_pairs_of_families(one in vec(somebody(), 0..6), other in vec(somebody(), 0..6)) {
        let found = families(&one, &other);
        let mut swapped = families(&other, &one);
        if let Some(swapped) = &mut swapped {
            for pair in &mut swapped.pairs {
                (pair.one, pair.other) = (pair.other, pair.one);
            }
            swapped.pairs.sort_by_key(|pair| pair.one);
        }
        prop_assert_eq!(&found, &swapped);
        if let Some(found) = found {
            let mut others: Vec<usize> = found.pairs.iter().map(|pair| pair.other).collect();
            others.sort_unstable();
            others.dedup();
            prop_assert_eq!(others.len(), found.pairs.len());
            prop_assert!(found.pairs.is_sorted_by(|before, after| before.one < after.one));
            for pair in found.pairs {
                prop_assert_eq!(Some(pair.likeness), compare(&one[pair.one], &other[pair.other]));
            }
        }
    }
}

#[test]
fn a_name_is_found_by_the_sound_of_each_word_and_of_all_together() {
    let sounds = |name| -> Vec<String> { sounds(name, fold).into_iter().collect() };
    assert_eq!(sounds("Catrin"), ["katrin"]);
    assert_eq!(sounds("Davies-Jones"), ["dafies", "dafiesjones", "jones"]);
    assert_eq!(sounds("ap Rhys"), ["ap", "aprhis", "pris", "rhis"]);
    assert_eq!(sounds("MacDonald"), sounds("McDonald"));
    assert_eq!(sounds("🙂"), Vec::<String>::new());
    assert_eq!(sounds("Ap"), ["ap"]);
}

#[test]
fn what_is_known_of_somebody_is_not_printed_in_a_log() {
    let known = home(child("Siân,Evans,Sioni", "2015-02-03"), "73 High Street", "SA71 4NE");
    assert_eq!(format!("{known:?}"), "Known(…)");
}

#[test]
fn every_sign_and_strength_has_a_key_of_its_own() {
    let mut signs: Vec<&str> = Sign::ALL.iter().map(|sign| sign.key()).collect();
    assert!(Sign::ALL.is_sorted());
    signs.sort_unstable();
    signs.dedup();
    assert_eq!(signs.len(), Sign::ALL.len());
    assert!(Sign::ALL.iter().all(|sign| Sign::from_key(sign.key()) == Some(*sign)));
    assert!(
        Strength::ALL
            .iter()
            .all(|strength| Strength::from_key(strength.key()) == Some(*strength))
    );
    assert_eq!((Sign::from_key("certain"), Strength::from_key("certain")), (None, None));
    assert!(Strength::Possible < Strength::Likely);
}
