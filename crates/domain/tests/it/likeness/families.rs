//! Two families are one when enough of their people are.

use domain::family::Part;
use domain::likeness::{FamilyLikeness, Known, Strength, families};

use super::{child, home, known};

fn strength_and_pairs(one: &[Known], other: &[Known]) -> Option<(Strength, Vec<(usize, usize)>)> {
    let pairs = |found: FamilyLikeness| -> Vec<(usize, usize)> {
        found.pairs.iter().map(|pair| (pair.one, pair.other)).collect()
    };
    let forth = families(one, other).map(|found| (found.strength, pairs(found)));
    let mut back = families(other, one).map(|found| (found.strength, pairs(found)));
    if let Some((_, pairs)) = &mut back {
        *pairs = pairs.iter().map(|(one, other)| (*other, *one)).collect();
        pairs.sort_unstable();
    }
    assert_eq!(forth, back, "the order of the families does not matter");
    forth
}

fn mother() -> Known {
    known("Siân,Evans", "1990-07-20", Part::Adult)
}

fn mair() -> Known {
    child("Mair,Evans", "2015-02-03")
}

fn owain() -> Known {
    child("Owain,Evans", "2017-11-21")
}

#[test]
fn a_family_entered_twice_is_found_with_everybody_paired() {
    let again = [
        child("Owain,Efans", "2017-11-21"),
        known("Sian,Evans", "1990-07", Part::Adult),
        child("Evans,Mair", "2015-03-02"),
    ];
    let found = strength_and_pairs(&[mother(), mair(), owain()], &again);
    assert_eq!(found, Some((Strength::Likely, vec![(0, 1), (1, 2), (2, 0)])));
}

#[test]
fn twins_are_paired_each_with_themselves() {
    let twin = |name: &str| home(child(name, "2015-02-03"), "73 High Street", "SA71 4NE");
    let twins = [twin("Mair,Evans"), twin("Siân,Evans")];
    let again = [twin("Sian,Evans"), twin("Mair,Evans")];
    let found = strength_and_pairs(&twins, &again);
    assert_eq!(found, Some((Strength::Likely, vec![(0, 1), (1, 0)])));
}

#[test]
fn a_child_whose_name_is_missing_is_paired_with_one_twin_and_not_with_both() {
    let twins = [child("Mair,Evans", "2015-02-03"), child("Siân,Evans", "2015-02-03")];
    let found = strength_and_pairs(&twins, &[child(",Evans", "2015-02-03")]);
    assert_eq!(found, Some((Strength::Possible, vec![(0, 0)])));
}

#[test]
fn one_person_in_common_may_belong_to_two_families() {
    let father = || known("Ifan,Rees", "1988-01-09", Part::Adult);
    let first = [father(), mair(), owain()];
    let second = [child("Elin,Rees", "2020-05-06"), father()];
    assert_eq!(
        strength_and_pairs(&first, &second),
        Some((Strength::Possible, vec![(0, 1)]))
    );
}

#[test]
fn a_family_of_which_one_person_is_known_is_found_by_that_person() {
    let nobody = child("", "");
    let one_known = [nobody.clone(), mair()];
    let whole = [mother(), mair(), owain()];
    assert_eq!(
        strength_and_pairs(&one_known, &whole),
        Some((Strength::Likely, vec![(1, 1)]))
    );
    let by_name = [child("Mair,Evans", ""), nobody];
    assert_eq!(
        strength_and_pairs(&by_name, &whole),
        Some((Strength::Possible, vec![(0, 1)]))
    );
}

#[test]
fn one_possible_pair_between_larger_families_says_nothing() {
    let first = [child("Mair,Evans", ""), owain()];
    let second = [mair(), child("Elin,Rees", "2020-05-06")];
    assert_eq!(strength_and_pairs(&first, &second), None);
}

#[test]
fn two_possible_pairs_make_a_family_possible() {
    let first = [child("Mair,Evans", ""), child("Owain,Evans", ""), mother()];
    let second = [mair(), owain(), child("Elin,Rees", "2020-05-06")];
    assert_eq!(
        strength_and_pairs(&first, &second),
        Some((Strength::Possible, vec![(0, 0), (1, 1)]))
    );
}

#[test]
fn an_unborn_child_is_found_when_it_is_born() {
    let at_home = |known| home(known, "73 High Street", "SA71 4NE");
    let before = [at_home(child("", "expected 2027-03"))];
    let after = [at_home(child("Mali,Evans", "2027-02-20"))];
    assert_eq!(
        strength_and_pairs(&before, &after),
        Some((Strength::Possible, vec![(0, 0)]))
    );
}

#[test]
fn families_without_people_are_like_none() {
    assert_eq!(strength_and_pairs(&[], &[]), None);
    assert_eq!(strength_and_pairs(&[], &[mair()]), None);
    assert_eq!(strength_and_pairs(&[child("", "")], &[child("", "")]), None);
}

#[test]
fn whoever_is_most_alike_is_paired_first() {
    let nameless = child(",Evans", "2015-02-03");
    let by_sound = child("Mair,Efans", "2015-02-03");
    let at_home = |known| home(known, "73 High Street", "SA71 4NE");
    for (less, more) in [(nameless, mair()), (by_sound, mair()), (mair(), at_home(mair()))] {
        let found = strength_and_pairs(&[less, more], &[at_home(mair())]);
        assert_eq!(found, Some((Strength::Likely, vec![(1, 0)])));
    }
}
