//! Postcodes, in whatever case and spacing they are typed.

use domain::family::{POSTCODE_CHARS_MAX, Postcode, PostcodeProblem};

#[test]
fn a_postcode_of_the_united_kingdom_is_kept_as_it_is_printed() {
    for (typed, shown) in [
        ("SA61 2AD", "SA61 2AD"),
        ("sa612ad", "SA61 2AD"),
        ("  sa61   2ad ", "SA61 2AD"),
        ("SY16 2AA ", "SY16 2AA"),
        ("sa6 12ad", "SA61 2AD"),
        ("LD15LG", "LD1 5LG"),
        ("bt1\t1aa", "BT1 1AA"),
        ("m11ae", "M1 1AE"),
        ("EC1A-1BB", "EC1A 1BB"),
        ("w1a0ax", "W1A 0AX"),
    ] {
        let postcode = Postcode::parse(typed).unwrap();
        assert_eq!((postcode.as_str(), postcode.is_uk()), (shown, true), "{typed}");
        assert_eq!(postcode.to_string(), shown);
    }
}

#[test]
fn another_countrys_postcode_is_kept_as_typed() {
    for (typed, shown) in [
        ("D02 X285", "D02 X285"),
        ("00-950", "00-950"),
        ("1010", "1010"),
        ("SA61 2A", "SA61 2A"),
        ("2AD", "2AD"),
        ("A", "A"),
    ] {
        let postcode = Postcode::parse(typed).unwrap();
        assert_eq!((postcode.as_str(), postcode.is_uk()), (shown, false), "{typed}");
    }
}

#[test]
fn nothing_is_no_postcode_and_neither_is_a_sentence() {
    assert_eq!(Postcode::parse(" \n "), Err(PostcodeProblem::Empty));
    let max = POSTCODE_CHARS_MAX;
    assert_eq!(
        Postcode::parse("same as mother"),
        Err(PostcodeProblem::TooLong { chars: 14, max })
    );
    assert!(Postcode::parse(&"9".repeat(max)).is_ok());
    assert!(
        Postcode::parse("ŵŵŵŵ").is_ok(),
        "letters of any language, though no postcode of ours"
    );
}

#[test]
fn a_log_never_says_where_somebody_lives() {
    let postcode = Postcode::parse("SA61 2AD").unwrap();
    assert_eq!(format!("{postcode:?}"), "Postcode(…)");
}

#[test]
fn the_first_half_of_a_postcode_names_a_district_here_and_nothing_elsewhere() {
    let district = |typed: &str| Postcode::parse(typed).unwrap().district().map(str::to_owned);
    assert_eq!(district("sa613lu").as_deref(), Some("SA61"));
    assert_eq!(district("BT1 1AA").as_deref(), Some("BT1"));
    assert_eq!(district("D02 AF30"), None);
    assert_eq!(district("12345"), None);
}
