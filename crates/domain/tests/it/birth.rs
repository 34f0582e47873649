//! Births, known in full, in part or not yet, and the age that follows.

use domain::day::{Age, BIRTH_YEAR_MIN, Birth, BirthProblem, DayProblem, NotABirth, age_on, parse_birth};
use jiff::civil::{Date, date};
use proptest::prelude::*;

const TODAY: Date = date(2026, 11, 21);

fn check(day: &str, month: &str, year: &str, expected: Result<Birth, BirthProblem>) {
    assert_eq!(parse_birth(day, month, year, TODAY), expected, "{day} {month} {year}");
}

#[test]
fn a_birth_may_be_known_in_full_in_part_or_not_at_all() {
    check("22", "7", "2015", Ok(Birth::On(date(2015, 7, 22))));
    check("", "Mehefin", "2015", Ok(Birth::Month { year: 2015, month: 6 }));
    check("", "", "2015", Ok(Birth::Year(2015)));
    check("", " ", "", Ok(Birth::NotKnown));
}

#[test]
fn a_day_or_month_alone_asks_for_what_is_missing() {
    check("22", "7", "", Err(BirthProblem::YearMissing));
    check("", "7", "", Err(BirthProblem::YearMissing));
    check("22", "", "2015", Err(BirthProblem::MonthMissing));
}

#[test]
fn a_birth_today_is_taken_and_one_tomorrow_is_not() {
    check("21", "11", "2026", Ok(Birth::On(TODAY)));
    check("22", "11", "2026", Err(BirthProblem::InFuture { today: TODAY }));
    check("", "", "2026", Ok(Birth::Year(2026)));
    check("", "", "2027", Err(BirthProblem::InFuture { today: TODAY }));
}

#[test]
fn a_child_not_born_yet_is_expected_in_a_month_at_most_a_year_away() {
    check("", "12", "2026", Ok(Birth::Expected { year: 2026, month: 12 }));
    check("", "11", "2027", Ok(Birth::Expected { year: 2027, month: 11 }));
    check("", "12", "2027", Err(BirthProblem::TooFarAhead { today: TODAY }));
}

#[test]
fn a_child_expected_this_month_is_told_from_one_born_this_month() {
    check("", "11", "2026", Ok(Birth::Month { year: 2026, month: 11 }));
    check("due", "11", "2026", Ok(Birth::Expected { year: 2026, month: 11 }));
    check("Disgwyl", "3", "2027", Ok(Birth::Expected { year: 2027, month: 3 }));
    check(
        "expected",
        "10",
        "2026",
        Err(BirthProblem::ExpectedInPast { today: TODAY }),
    );
}

#[test]
fn a_birth_before_1900_is_a_slip() {
    let too_long_ago = Err(BirthProblem::TooLongAgo { min: BIRTH_YEAR_MIN });
    check("1", "1", "1890", too_long_ago);
    check("", "12", "1899", too_long_ago);
    check("", "", "1899", too_long_ago);
    check("", "", "1900", Ok(Birth::Year(1900)));
}

#[test]
fn an_impossible_day_is_named_like_any_other() {
    let no_such_day = DayProblem::NoSuchDay {
        year: 2015,
        month: 2,
        day: 31,
    };
    check("31", "2", "2015", Err(BirthProblem::Day(no_such_day)));
    check(
        "",
        "2",
        "15",
        Err(BirthProblem::Day(DayProblem::TwoDigitYear { year: 15 })),
    );
}

#[test]
fn a_birth_is_read_from_one_text_too() {
    for (typed, birth) in [
        ("", Birth::NotKnown),
        ("2015", Birth::Year(2015)),
        ("2015-02", Birth::Month { year: 2015, month: 2 }),
        ("02/2015", Birth::Month { year: 2015, month: 2 }),
        ("2015-02-28", Birth::On(date(2015, 2, 28))),
        ("22 Jul 2015", Birth::On(date(2015, 7, 22))),
        ("expected 03/2027", Birth::Expected { year: 2027, month: 3 }),
        ("expected 2027-03", Birth::Expected { year: 2027, month: 3 }),
    ] {
        assert_eq!(Birth::parse(typed, TODAY), Ok(birth), "{typed}");
    }
    assert_eq!(
        Birth::parse("22/11/2026", TODAY),
        Err(BirthProblem::InFuture { today: TODAY })
    );
    assert_eq!(
        Birth::parse("one day soon", TODAY),
        Err(BirthProblem::Day(DayProblem::Unreadable))
    );
}

#[test]
fn a_birth_is_kept_in_one_form_and_no_other() {
    assert_eq!(Birth::Expected { year: 2027, month: 3 }.to_string(), "expected 2027-03");
    assert_eq!(Birth::Month { year: 2015, month: 6 }.to_string(), "2015-06");
    for wrong in [
        "soon",
        "expected",
        "expected 2027",
        "2015-13",
        "2015-02-30",
        "15",
        "2015-feb",
        "2015-1-1-1",
    ] {
        assert_eq!(wrong.parse::<Birth>(), Err(NotABirth), "{wrong}");
    }
}

#[test]
fn year_and_month_are_known_as_far_as_the_birth_is() {
    for (birth, year, month) in [
        (Birth::On(date(2015, 7, 22)), Some(2015), Some(7)),
        (Birth::Month { year: 2015, month: 6 }, Some(2015), Some(6)),
        (Birth::Year(2015), Some(2015), None),
        (Birth::Expected { year: 2027, month: 3 }, Some(2027), Some(3)),
        (Birth::NotKnown, None, None),
    ] {
        assert_eq!((birth.year(), birth.month()), (year, month), "{birth:?}");
    }
}

#[test]
fn a_log_never_has_the_day_somebody_was_born() {
    assert_eq!(format!("{:?}", Birth::On(date(2015, 7, 22))), "Birth(2015-07-…)");
    assert_eq!(format!("{:?}", Birth::Year(2015)), "Birth(2015)");
}

#[test]
fn age_changes_on_the_birthday() {
    let born = Birth::On(date(2015, 7, 22));
    assert_eq!(age_on(born, date(2015, 7, 22)), Some(Age::Years(0)));
    assert_eq!(age_on(born, date(2026, 7, 21)), Some(Age::Years(10)));
    assert_eq!(age_on(born, date(2026, 7, 22)), Some(Age::Years(11)));
    assert_eq!(age_on(born, date(2015, 7, 21)), None);
}

#[test]
fn somebody_born_on_the_29th_of_february_is_a_year_older_on_the_1st_of_march() {
    let born = Birth::On(date(2016, 2, 29));
    assert_eq!(age_on(born, date(2026, 2, 28)), Some(Age::Years(9)));
    assert_eq!(age_on(born, date(2026, 3, 1)), Some(Age::Years(10)));
    assert_eq!(age_on(born, date(2024, 2, 29)), Some(Age::Years(8)));
}

#[test]
fn a_birth_known_in_part_gives_an_age_as_exact_as_it_can_be() {
    let june = Birth::Month { year: 2015, month: 6 };
    assert_eq!(age_on(june, date(2026, 5, 31)), Some(Age::Years(10)));
    assert_eq!(
        age_on(june, date(2026, 6, 15)),
        Some(Age::Between { least: 10, most: 11 })
    );
    assert_eq!(age_on(june, date(2026, 6, 30)), Some(Age::Years(11)));
    assert_eq!(
        age_on(Birth::Year(2015), date(2026, 6, 15)),
        Some(Age::Between { least: 10, most: 11 })
    );
    assert_eq!(age_on(Birth::Year(2026), date(2026, 6, 15)), Some(Age::Years(0)));
    assert_eq!(age_on(Birth::Year(2027), date(2026, 6, 15)), None);
}

#[test]
fn a_child_not_born_yet_has_no_years_and_an_unknown_birth_no_age() {
    assert_eq!(
        age_on(Birth::Expected { year: 2027, month: 3 }, TODAY),
        Some(Age::Unborn)
    );
    assert_eq!(age_on(Birth::NotKnown, TODAY), None);
}

fn any_birth() -> impl Strategy<Value = Birth> {
    (1800..=2199_i16, 1..=12_i8, 1..=28_i8, 0..5_u8).prop_map(|(year, month, day, kind)| match kind {
        0 => Birth::On(date(year, month, day)),
        1 => Birth::Month { year, month },
        2 => Birth::Year(year),
        3 => Birth::Expected { year, month },
        _ => Birth::NotKnown,
    })
}

proptest! {
    #[test]
    fn every_birth_is_read_back_as_it_is_kept(birth in any_birth()) {
        prop_assert_eq!(birth.to_string().parse(), Ok(birth));
    }

    #[test]
    fn a_birth_taken_is_never_later_than_it_can_be(day in "[0-9]{0,2}", month in "[0-9]{0,2}", year in "20[0-9]{2}") {
        match parse_birth(&day, &month, &year, TODAY) {
            Ok(Birth::On(born)) => prop_assert!(born <= TODAY),
            Ok(Birth::Expected { year, month }) => prop_assert!((2026, 11) <= (year, month) && (year, month) <= (2027, 11)),
            Ok(Birth::Month { year, month }) => prop_assert!((year, month) <= (2026, 11)),
            Ok(Birth::Year(year)) => prop_assert!(year <= 2026),
            Ok(Birth::NotKnown) => prop_assert!(false, "a year was typed"),
            Err(_) => {}
        }
    }

    #[test]
    fn somebody_with_a_birthday_in_between_is_exactly_a_year_older_a_year_later(
        year in 1900..=2020_i16, month in 1..=12_i8, day in 1..=28_i8, later in 0..=80_i16,
    ) {
        let born = Birth::On(date(year, month, day));
        let age = u16::try_from(later).unwrap();
        prop_assert_eq!(age_on(born, date(year + later, month, day)), Some(Age::Years(age)));
    }
}
