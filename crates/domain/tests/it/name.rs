//! Names, in any script.

use domain::name::{NAME_CHARS_MAX, Name, NameProblem, PersonName};
use proptest::prelude::*;

fn name(typed: &str) -> Option<Name> {
    Name::parse_optional(typed).expect("a short name")
}

#[test]
fn a_name_is_kept_as_its_owner_writes_it() {
    for typed in [
        "A",
        "O'Neill",
        "Davies-Jones",
        "Siân",
        "Llŷr",
        "Łukasz",
        "Caoimhe Ní Bhriain",
        "Ο Γιώργος",
        "李",
        "Bug 🐞",
    ] {
        assert_eq!(Name::parse(typed).unwrap().as_str(), typed);
    }
}

#[test]
fn blanks_in_a_name_become_one_and_control_characters_none() {
    assert_eq!(
        Name::parse("  Mair \t\n Eluned\u{0} ").unwrap().to_string(),
        "Mair Eluned"
    );
}

#[test]
fn a_name_has_one_to_two_hundred_characters() {
    assert_eq!(Name::parse(" \u{7} "), Err(NameProblem::Empty));
    assert_eq!(Name::parse_optional(""), Ok(None));
    let longest = "é".repeat(NAME_CHARS_MAX);
    assert_eq!(Name::parse_optional(&longest), Ok(name(&longest)));
    let too_long = NameProblem::TooLong { chars: 201, max: 200 };
    assert_eq!(Name::parse(&format!("{longest}x")), Err(too_long));
    assert_eq!(Name::parse_optional(&format!("{longest}x")), Err(too_long));
}

#[test]
fn people_are_called_what_they_are_known_as() {
    let all = PersonName {
        forename: name("Gwenllian"),
        surname: name("Davies-Jones"),
        known_as: name("Jac"),
    };
    assert_eq!(all.spoken(), "Jac Davies-Jones");
    assert_eq!(
        PersonName {
            known_as: None,
            ..all.clone()
        }
        .spoken(),
        "Gwenllian Davies-Jones"
    );
    assert_eq!(
        PersonName {
            surname: None,
            ..all.clone()
        }
        .spoken(),
        "Jac"
    );
    assert_eq!(
        PersonName {
            forename: None,
            known_as: None,
            ..all
        }
        .spoken(),
        "Davies-Jones"
    );
}

#[test]
fn somebody_of_whom_no_name_is_known_has_none() {
    assert!(PersonName::default().is_unknown());
    assert_eq!(PersonName::default().spoken(), "");
    for one in [
        PersonName {
            forename: name("Mari"),
            ..PersonName::default()
        },
        PersonName {
            surname: name("Mari"),
            ..PersonName::default()
        },
        PersonName {
            known_as: name("Mari"),
            ..PersonName::default()
        },
    ] {
        assert!(!one.is_unknown());
    }
}

#[test]
fn a_log_never_has_the_name() {
    assert_eq!(format!("{:?}", Name::parse("Mari").unwrap()), "Name(…)");
}

proptest! {
    #[test]
    fn a_name_read_again_is_the_same(typed in any::<String>()) {
        if let Ok(name) = Name::parse(&typed) {
            prop_assert_eq!(Name::parse(name.as_str()), Ok(name));
        }
    }
}
