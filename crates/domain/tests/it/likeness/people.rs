//! One person entered twice is found, and two people are kept apart.

use domain::day::Birth;
use domain::family::{Home, NewPerson, Part, Postcode, SafeContact};
use domain::likeness::{Known, Sign, Strength};
use domain::name::Name;

use super::{DAY, LIKELY, POSSIBLE, child, fold, home, known, seen, signs, strength, text};

#[test]
fn one_child_entered_twice_is_found_however_the_name_was_spelt() {
    use Sign::{KnownAs, NameInOtherOrder, PartOfName, SameName, SoundsAlike};
    for (one, other, sign) in [
        ("Siân,Evans", "Sian,Evans", SameName),
        ("Sia\u{302}n,EVANS", "sian,evans", SameName),
        ("Llŷr,Wyn", "Llyr,Ŵyn", SameName),
        ("Sean,O'Neill", "Sean,ONeill", SameName),
        ("Sean,O'Neill", "Sean,O Neill", SameName),
        ("Sean,O’Neill", "Sean,O-Neill", SameName),
        ("Mair,Davies-Jones", "Mair,Davies Jones", SameName),
        ("Mair,Davies-Jones", "Mair,Jones-Davies", NameInOtherOrder),
        ("Mair,Davies‐Jones", "Mair,Jones Davies", NameInOtherOrder),
        ("Evans,Siân", "Sian,Evans", NameInOtherOrder),
        ("Neill,Sean", "Sean,Neil", NameInOtherOrder),
        ("Siân Evans", "Siân,Evans", SameName),
        (",Evans Siân", "Siân,Evans", NameInOtherOrder),
        ("Mari Ann,Jones", "Mari,Ann Jones", SameName),
        ("Iain,MacDonald", "Iain,McDonald", SoundsAlike),
        ("Iain,Mac Donald", "Iain,Mc Donald", SoundsAlike),
        ("Catrin,Evans", "Katryn,Evans", SoundsAlike),
        ("Gruffudd,Huws", "Gruffuth,Huus", SoundsAlike),
        ("Gruffudd,Evans", "Grufudd,Efans", SoundsAlike),
        ("Bedwyr,Dafis", "Bedwir,Davis", SoundsAlike),
        ("Ffion,Llwyd", "Vion,Lluid", SoundsAlike),
        ("Hannah,Ellis", "Hannah,Elis", SoundsAlike),
        ("Mair,Dafis-Jones", "Mair,Jones-Davis", SoundsAlike),
        ("Owain,ap Rhys", "Owain,Prys", SoundsAlike),
        ("Owain,ap Rhys", "Owain,ap Rys", SoundsAlike),
        ("Owain,ab Owen", "Owain,Bowen", SoundsAlike),
        ("Owain,ap Harri", "Owain,Parry", SoundsAlike),
        ("Owain,ap Rhys", "Owain,Rhys", PartOfName),
        ("Ann Nest,Evans", "Annest,Evans", SoundsAlike),
        ("Siân Mair,Evans", "Siân,Evans", PartOfName),
        ("Siân Mair,Evans", "Evans,Siân", PartOfName),
        ("Mair,Davies-Jones", "Mair,Jones", PartOfName),
        ("Katherine,Evans,Kate", "Kate,Evans", KnownAs),
        ("Katherine,Evans,Kate", ",Evans,Kate", KnownAs),
    ] {
        let (one_child, other_child) = (child(one, DAY), child(other, DAY));
        assert_eq!(strength(&one_child, &other_child), LIKELY, "{one} and {other}");
        let signs = signs(&one_child, &other_child);
        assert!(signs.contains(&sign), "{one} and {other}: {signs:?}");
        assert!(signs.contains(&Sign::SameBirth), "{one} and {other}: {signs:?}");
    }
}

#[test]
fn a_part_of_a_name_and_the_same_birth_is_worth_a_look() {
    for (one, other) in [
        ("Siân,Evans", "Siân,Jones"),
        ("Siân,Evans", "Siân"),
        ("Siân,Evans", ",Evans"),
        ("Siân,J", "Siân,J Evans"),
        ("Siân,Jones-Jones", "Siân,Jones-Davies-Evans"),
        ("D,Evans", "David,Evans"),
        ("D M,Evans", "David,Evans"),
        ("Mair Siân,Evans", "Siân Mair,Evans"),
    ] {
        let pair = (child(one, DAY), child(other, DAY));
        assert_eq!(strength(&pair.0, &pair.1), POSSIBLE, "{one} and {other}");
    }
}

#[test]
fn twins_are_two_people() {
    for (one, other) in [
        ("Mair,Evans", "Siân,Evans"),
        ("Mair,Evans,Jac", "Macsen,Evans,Jac"),
        ("David Rhys,Evans", "Dylan Rhys,Evans"),
        ("D,Evans", "Siân,Evans"),
        ("D,Evans", "M,Evans"),
        ("Beth,Evans", "Bet,Evans"),
    ] {
        let twin = |name| home(child(name, DAY), "73 High Street", "SA71 4NE");
        assert_eq!(seen(&twin(one), &twin(other)), None, "{one} and {other}");
    }
}

#[test]
fn a_parent_and_a_child_of_one_name_are_two_people() {
    let at_home = |known| home(known, "73 High Street", "SA71 4NE");
    let father = at_home(known("John,Evans", "1995-02-03", Part::Adult));
    for birth in [DAY, "2015-02", "2015", "expected 2015-02", "1996-02", "1999-03-04", ""] {
        let son = at_home(child("John,Evans", birth));
        assert_eq!(seen(&father, &son), None, "{birth}");
    }
    let grown_up = at_home(known("John,Evans", "2015-02-03", Part::Adult));
    assert_eq!(seen(&father, &grown_up), None, "20 years apart, both adults");
    let no_birth = at_home(known("John,Evans", "", Part::Adult));
    assert_eq!(seen(&no_birth, &at_home(child("John,Evans", DAY))), None, "no birth");
    for name in ["Jjohn,Evans", "John,Jones"] {
        assert_eq!(seen(&no_birth, &at_home(child(name, ""))), None, "{name}");
        assert_eq!(
            strength(&no_birth, &at_home(known(name, "", Part::Adult))),
            POSSIBLE,
            "{name}"
        );
    }
    assert_eq!(strength(&no_birth, &father), POSSIBLE);
}

#[test]
fn whoever_was_a_child_in_one_family_is_found_as_a_parent_in_another() {
    let then = child("Siân,Evans", "2002-07-20");
    let now = known("Siân,Evans", "2002-07-20", Part::Adult);
    assert_eq!(strength(&then, &now), LIKELY);
}

#[test]
fn nobody_is_like_somebody_of_whom_nothing_is_known() {
    let nobody = || child("", "");
    let anybody = child("Siân,Evans", DAY);
    assert!(nobody().is_nobody() && !anybody.is_nobody());
    assert!(!child("", "expected 2027-03").is_nobody() && !child(",,Jac", "").is_nobody());
    assert!(!nobody().with_authority_id(&text("70002")).is_nobody());
    assert!(nobody().with_authority_id(&text("–")).is_nobody());
    let housed = home(nobody(), "73 High Street", "SA71 4NE");
    let anybody_there = home(anybody.clone(), "73 High Street", "SA71 4NE");
    for (one, other) in [
        (&nobody(), &nobody()),
        (&nobody(), &anybody),
        (&housed, &housed),
        (&housed, &anybody_there),
        (&child("🙂", ""), &child("🙂", "")),
        (&child("", DAY), &child("", DAY)),
        (&child("Evans", ""), &child(",Evans", "")),
        (&child(",Evans", ""), &child(",Evans", "")),
        (&child("D,Evans", ""), &child("David", "")),
    ] {
        assert_eq!(seen(one, other), None, "{one:?}");
    }
}

#[test]
fn births_agree_as_far_as_they_are_known() {
    use Sign::{BirthExpected, BirthOneSlipApart, BirthPartlyKnown, DayAndMonthSwapped, SameBirth};
    for (one, other, sign) in [
        ("2015-02-03", "2015-02-03", Some(SameBirth)),
        ("2015-02-03", "2015-03-02", Some(DayAndMonthSwapped)),
        ("2015-02-03", "2015-02-13", Some(BirthOneSlipApart)),
        ("2015-02-03", "2015-08-03", Some(BirthOneSlipApart)),
        ("2015-02-03", "2016-02-03", Some(BirthOneSlipApart)),
        ("2015-02-03", "2015-02", Some(BirthPartlyKnown)),
        ("2015-02-03", "2015", Some(BirthPartlyKnown)),
        ("2015-02", "2015", Some(BirthPartlyKnown)),
        ("2015-02", "2015-02", Some(BirthPartlyKnown)),
        ("2015", "2015", Some(BirthPartlyKnown)),
        ("expected 2027-03", "2027-03-31", Some(BirthExpected)),
        ("expected 2027-03", "2026-11-01", Some(BirthExpected)),
        ("expected 2027-03", "2027-04-30", Some(BirthExpected)),
        ("expected 2027-03", "2026", Some(BirthExpected)),
        ("expected 2027-03", "expected 2027-04", Some(BirthExpected)),
        ("expected 2027-03", "2026-10-31", None),
        ("expected 2027-03", "2027-05-01", None),
        ("expected 2027-03", "2025", None),
        ("expected 2027-03", "2028", None),
        ("expected 2027-03", "expected 2027-05", None),
        ("2015-02-03", "2017-02-03", None),
        ("2015-02-03", "2016-02-13", None),
        ("2015-02-03", "2016-03-03", None),
        ("2015-02-03", "2016-03-02", None),
        ("2015-02-03", "2015-04-05", None),
        ("2015-02-03", "2015-03", None),
        ("2015-02", "2015-03", None),
        ("2015", "2016", None),
        ("2015-02-03", "", None),
        ("", "", None),
    ] {
        let (one, other) = (child("Siân,Evans", one), child("Siân,Evans", other));
        let births: Vec<Sign> = signs(&one, &other)
            .into_iter()
            .filter(|sign| *sign != Sign::SameName)
            .collect();
        assert_eq!(births, sign.into_iter().collect::<Vec<_>>(), "{sign:?}");
    }
}

#[test]
fn the_table_of_the_rule_holds_row_by_row() {
    let names = [
        ("Siân,Evans", "Sian,Evans"),
        ("Catrin,Evans", "Katrin,Evans"),
        ("Siân,Evans", "Siân,Jones"),
        ("Siân,Evans", ",Evans"),
        ("Siân,Evans", ""),
        ("Siân,Evans", "Mair,Evans"),
    ];
    // For each birth: nothing in common, the postcode, the address.
    let births = [
        ("2015-02-03", 0),
        ("2015-02", 1),
        ("", 2),
        ("2019-05-06", 3),
        ("2027-02-03", 4),
    ];
    let expected = [
        ["lll", "pll", "ppp", "-pp", "---"],
        ["lll", "ppp", "-pp", "---", "---"],
        ["ppp", "-pp", "--p", "---", "---"],
        ["ppp", "-pp", "---", "---", "---"],
        ["--p", "--p", "---", "---", "---"],
        ["---", "---", "---", "---", "---"],
    ];
    for ((mine, theirs), row) in names.iter().zip(expected) {
        for (birth, at) in births {
            let homes = ["none", "24 High Street", "73 High Street"].map(|address| {
                let one = home(child(mine, DAY), "73 High Street", "SA71 4NE");
                let other = child(theirs, birth);
                let other = if address == "none" {
                    other
                } else {
                    home(other, address, "sa714ne")
                };
                match strength(&one, &other) {
                    None => '-',
                    Some(Strength::Possible) => 'p',
                    Some(Strength::Likely) => 'l',
                }
            });
            assert_eq!(homes.iter().collect::<String>(), row[at], "{mine}, {theirs}, {birth}");
        }
    }
}

#[test]
fn homes_agree_by_address_or_by_postcode() {
    use Sign::{SameAddress, SamePostcode};
    for (one, other, sign) in [
        (
            ("73 High Street", "SA71 4NE"),
            ("73, HIGH ST.", "sa714ne"),
            Some(SameAddress),
        ),
        (
            ("73 High Street", "SA71 4NE"),
            ("73 High Street, Tenby", "SA71 4NE"),
            Some(SameAddress),
        ),
        (("73 High Street", ""), ("73 High St", ""), Some(SameAddress)),
        (
            ("73 High Street", "SA71 4NE"),
            ("73 High Street", ""),
            Some(SameAddress),
        ),
        (("Tŷ Gwyn", "SA71 4NE"), ("Ty Gwyn", "SA71 4NE"), Some(SameAddress)),
        (("1 rue Haute", "75001"), ("1 Rue Haute", "75001"), Some(SameAddress)),
        (
            ("73 High Street", "SA71 4NE"),
            ("37 High Street", "SA71 4NE"),
            Some(SamePostcode),
        ),
        (("73", "SA71 4NE"), ("73 High Street", "SA71 4NE"), Some(SamePostcode)),
        (("", "SA71 4NE"), ("", "SA71 4NE"), Some(SamePostcode)),
        (("1 rue Haute", "75001"), ("2 rue Haute", "75001"), None),
        (("Tŷ Gwyn", ""), ("Ty Gwyn", ""), None),
        (("73 High Street", "SA71 4NE"), ("73 High Street", "SA71 4NF"), None),
        (("73 High Street", ""), ("73 High Street, Tenby", ""), None),
        (("", ""), ("", ""), None),
    ] {
        let person = |at: (&str, &str)| home(child("Siân,Evans", DAY), at.0, at.1);
        let signs = signs(&person(one), &person(other));
        let homes: Vec<Sign> = signs.into_iter().filter(|sign| *sign > Sign::BirthExpected).collect();
        assert_eq!(homes, sign.into_iter().collect::<Vec<_>>(), "{one:?}, {other:?}");
    }
}

#[test]
fn a_child_of_two_homes_is_found_by_either() {
    let one = home(
        home(child("Siân,Evans", "2015"), "Tŷ Gwyn", "LD1 5LG"),
        "73 High Street",
        "SA71 4NE",
    );
    let other = home(child("Siân,Evans", "2015"), "73 High Street", "SA71 4NE");
    assert!(signs(&one, &other).contains(&Sign::SameAddress));
}

#[test]
fn a_home_that_must_stay_hidden_is_never_a_sign() {
    let in_home = |hidden, address_hidden| {
        let mut person = NewPerson::unknown(Part::Child);
        person.name.forename = Name::parse_optional("Siân").expect("a name");
        person.name.surname = Name::parse_optional("Evans").expect("a name");
        person.birth = Birth::Year(2015);
        person.authority_id = Some(text("S 70002"));
        person.safe_contact = Some(SafeContact {
            address_hidden,
            ..SafeContact::default()
        });
        let home = Home {
            address: Some(text("73 High Street")),
            postcode: Postcode::parse("SA71 4NE").ok(),
            hidden,
            people: vec![0],
        };
        Known::of(&person, [&home], fold)
    };
    let shown = in_home(false, false);
    assert!(signs(&shown, &shown).contains(&Sign::SameAddress));
    assert!(signs(&shown, &shown).contains(&Sign::SameAuthorityId));
    for hidden in [in_home(true, false), in_home(false, true)] {
        let signs = signs(&hidden, &shown);
        let told = [Sign::SameAddress, Sign::SamePostcode];
        assert!(told.iter().all(|sign| !signs.contains(sign)), "{signs:?}");
    }
}

#[test]
fn the_authoritys_number_weighs_more_than_a_name_and_less_than_a_contradiction() {
    let with = |name, birth, id: &str| child(name, birth).with_authority_id(&text(id));
    for (one, other, expected) in [
        (
            with("Siân,Evans", DAY, "70-002"),
            with("Siân,Evans", DAY, "70002"),
            LIKELY,
        ),
        (with("Siân,Evans", DAY, "a1"), with("Siân,Jones", "", "A1"), LIKELY),
        (with("Siân,Evans", "", "A1"), with(",Evans", "", "A1"), LIKELY),
        (with("", DAY, "A1"), with("", DAY, "A1"), LIKELY),
        (with("Siân,Evans", "", "A1"), with("", "", "A1"), POSSIBLE),
        (with("Siân,Evans", DAY, "A1"), with("Mair,Evans", DAY, "A1"), POSSIBLE),
        (
            with("Siân,Evans", DAY, "A1"),
            with("Siân,Evans", "2019-05-06", "A1"),
            POSSIBLE,
        ),
        (with("Siân,Evans", DAY, "A1"), with("Siân,Evans", DAY, "A2"), POSSIBLE),
        (
            with("Siân,Evans", "2015", "A1"),
            with("Siân,Evans", DAY, "A2"),
            POSSIBLE,
        ),
        (with("Siân,Evans", "", "A1"), with("Siân,Evans", "", "A2"), None),
        (with("Siân,Evans", "", "A1"), with("Siân,Evans", DAY, "A2"), None),
        (with("Siân,Evans", DAY, "A1"), child("Siân,Evans", DAY), LIKELY),
    ] {
        assert_eq!(strength(&one, &other), expected, "{:?}", signs(&one, &other));
    }
}
