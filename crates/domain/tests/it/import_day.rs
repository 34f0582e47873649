//! Days and births of a file, in which a year may have two figures.

use domain::day::{Birth, BirthProblem, Century, DayProblem, parse_day_near};
use jiff::civil::{Date, date};
use proptest::prelude::*;

const TODAY: Date = date(2026, 11, 21);

#[test]
fn a_birth_in_a_year_of_two_figures_is_in_the_latest_such_year() {
    let check = |typed: &str, year, month, day| {
        assert_eq!(
            Birth::parse_near(typed, TODAY),
            Ok(Birth::On(date(year, month, day))),
            "{typed}"
        );
    };
    check("17.06.24", 2024, 6, 17);
    check("22.02.10", 2010, 2, 22);
    check("13.08.90", 1990, 8, 13);
    check("1/1/27", 1927, 1, 1);
    check("20 Nov 26", 2026, 11, 20);
    check("3 Mehefin '19", 2019, 6, 3);
    check("3 Mehefin ’19", 2019, 6, 3);
    check("2026-06-24", 2026, 6, 24);
    check("06 Mar 2026", 2026, 3, 6);
    check("29.02.24", 2024, 2, 29);
    check("29.02.28", 1928, 2, 29);
}

#[test]
fn a_birth_later_this_year_is_not_a_hundred_years_ago() {
    let to_come = Err(BirthProblem::InFuture { today: TODAY });
    assert_eq!(Birth::parse_near("25.12.26", TODAY), to_come);
    assert_eq!(Birth::parse_near("25.12.2026", TODAY), to_come);
    assert_eq!(Birth::parse_near("01/01/2099", TODAY), to_come);
}

#[test]
fn a_birth_that_no_calendar_has_is_named_in_either_century() {
    let no_such = |year, month, day| Err(BirthProblem::Day(DayProblem::NoSuchDay { year, month, day }));
    assert_eq!(Birth::parse_near("31/02/2015", TODAY), no_such(2015, 2, 31));
    assert_eq!(Birth::parse_near("29/02/2023", TODAY), no_such(2023, 2, 29));
    assert_eq!(Birth::parse_near("29.02.23", TODAY), no_such(2023, 2, 29));
    let unreadable = Err(BirthProblem::Day(DayProblem::Unreadable));
    assert_eq!(Birth::parse_near("tomorrow", TODAY), unreadable);
    assert_eq!(Birth::parse_near("06/24/x", TODAY), unreadable);
}

#[test]
fn a_birth_known_in_part_or_expected_is_read_with_two_figures_too() {
    let expected = Ok(Birth::Expected { year: 2027, month: 3 });
    for typed in [
        "expected 03/2027",
        "expected 03/27",
        "due 12/03/2027",
        "disgwyl 12.03.27",
        "expected 2027-03-12",
    ] {
        assert_eq!(Birth::parse_near(typed, TODAY), expected, "{typed}");
    }
    assert_eq!(
        Birth::parse_near("06/14", TODAY),
        Ok(Birth::Month { year: 2014, month: 6 })
    );
    assert_eq!(
        Birth::parse_near("2014-06", TODAY),
        Ok(Birth::Month { year: 2014, month: 6 })
    );
    assert_eq!(
        Birth::parse_near("1890", TODAY),
        Ok(Birth::Year(1890)),
        "old mistakes are let in"
    );
    assert_eq!(Birth::parse_near("01/01/1890", TODAY), Ok(Birth::On(date(1890, 1, 1))));
    assert_eq!(Birth::parse_near("", TODAY), Ok(Birth::NotKnown));
    let alone = DayProblem::TwoDigitYear { year: 14 };
    assert_eq!(
        Birth::parse_near("14", TODAY),
        Err(BirthProblem::Day(alone)),
        "which could be an age"
    );
    assert_eq!(
        Birth::parse_near("expected 03/2026", TODAY),
        Err(BirthProblem::ExpectedInPast { today: TODAY })
    );
    assert_eq!(
        Birth::parse_near("expected 03/2099", TODAY),
        Err(BirthProblem::TooFarAhead { today: TODAY })
    );
}

#[test]
fn a_form_still_asks_which_century_is_meant() {
    let asked = Err(BirthProblem::Day(DayProblem::TwoDigitYear { year: 24 }));
    assert_eq!(Birth::parse("17.06.24", TODAY), asked);
    assert_eq!(
        Birth::parse("01/01/1890", TODAY),
        Err(BirthProblem::TooLongAgo { min: 1900 })
    );
}

#[test]
fn a_referral_in_a_year_of_two_figures_is_in_this_century() {
    let this = |typed: &str| parse_day_near(typed, TODAY, Century::This);
    assert_eq!(this("21.10.26"), Ok(date(2026, 10, 21)));
    assert_eq!(this("06 Maw 26"), Ok(date(2026, 3, 6)));
    assert_eq!(
        this("06.03.27"),
        Ok(date(2027, 3, 6)),
        "to come, which whoever reads it says"
    );
    assert_eq!(this("2026-10-21"), Ok(date(2026, 10, 21)));
    assert_eq!(this(""), Err(DayProblem::Empty));
    assert_eq!(this("tomorrow"), Err(DayProblem::Unreadable));
    assert_eq!(
        this("1/2/3"),
        Err(DayProblem::TwoDigitYear { year: 3 }),
        "one figure is no year"
    );
    let past = |typed: &str| parse_day_near(typed, TODAY, Century::LatestPast);
    assert_eq!(past("06.03.27"), Ok(date(1927, 3, 6)));
}

proptest! {
    #[test]
    fn two_figures_name_the_same_day_as_the_whole_year_of_the_last_hundred(
        days in 0_i64..36_524,
    ) {
        let born = TODAY.checked_sub(jiff::Span::new().days(days)).unwrap();
        let typed = format!("{:02}.{:02}.{:02}", born.day(), born.month(), born.year() % 100);
        prop_assume!(born.year() != 1926);
        prop_assert_eq!(Birth::parse_near(&typed, TODAY), Ok(Birth::On(born)));
    }
}
