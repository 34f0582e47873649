//! Days as people type them.

use domain::day::{DayProblem, YEAR_MAX, YEAR_MIN, parse_day, parse_day_parts, working_days_after};
use jiff::civil::{Date, date};
use proptest::prelude::*;

#[test]
fn a_day_is_read_however_people_write_it() {
    let day = date(2026, 11, 21);
    for typed in [
        "21/11/2026",
        "21.11.2026",
        "21-11-2026",
        "21 11 2026",
        "2026-11-21",
        "2026/11/21",
        "21 Nov 2026",
        "21 NOVEMBER 2026",
        "21st November, 2026",
        "  21  tach  2026 ",
        "21 Tachwedd 2026",
        "21ain Tachwedd 2026",
    ] {
        assert_eq!(parse_day(typed), Ok(day), "{typed}");
    }
}

#[test]
fn every_month_is_read_by_its_english_and_welsh_name() {
    let names = [
        ("Jan", "Ion"),
        ("February", "Chwefror"),
        ("Mar", "Mawrth"),
        ("Apr", "Ebrill"),
        ("May", "Mai"),
        ("June", "Meh"),
        ("Jul", "Gorff"),
        ("Aug", "Awst"),
        ("Sept", "Medi"),
        ("Oct", "Hydref"),
        ("Nov", "Tach"),
        ("Dec", "Rhagfyr"),
    ];
    for (month, (english, welsh)) in (1..).zip(names) {
        for name in [english, welsh] {
            assert_eq!(parse_day_parts("3", name, "2026"), Ok(date(2026, month, 3)), "{name}");
        }
    }
}

#[test]
fn a_day_that_no_calendar_has_is_named() {
    assert_eq!(
        parse_day("31/02/2015"),
        Err(DayProblem::NoSuchDay {
            year: 2015,
            month: 2,
            day: 31
        })
    );
    assert_eq!(
        parse_day("29/02/2025"),
        Err(DayProblem::NoSuchDay {
            year: 2025,
            month: 2,
            day: 29
        })
    );
    assert_eq!(
        parse_day("0/1/2025"),
        Err(DayProblem::NoSuchDay {
            year: 2025,
            month: 1,
            day: 0
        })
    );
    assert_eq!(
        parse_day("300/1/2025"),
        Err(DayProblem::NoSuchDay {
            year: 2025,
            month: 1,
            day: 300
        })
    );
    assert_eq!(parse_day("29/02/2024"), Ok(date(2024, 2, 29)));
}

#[test]
fn a_month_that_no_year_has_is_named() {
    assert_eq!(parse_day("01/13/2025"), Err(DayProblem::NoSuchMonth { month: 13 }));
    assert_eq!(parse_day("01/0/2025"), Err(DayProblem::NoSuchMonth { month: 0 }));
    assert_eq!(
        parse_day("01/999999/2025"),
        Err(DayProblem::NoSuchMonth { month: 999_999 })
    );
}

#[test]
fn a_year_of_two_figures_is_asked_about_again() {
    assert_eq!(parse_day("17.06.24"), Err(DayProblem::TwoDigitYear { year: 24 }));
    assert_eq!(parse_day("17/06/'07"), Err(DayProblem::TwoDigitYear { year: 7 }));
}

#[test]
fn a_year_too_far_away_is_named() {
    let out = |year| {
        Err(DayProblem::YearOutOfRange {
            year,
            min: YEAR_MIN,
            max: YEAR_MAX,
        })
    };
    assert_eq!(parse_day("1/1/1799"), out(1799));
    assert_eq!(parse_day("1/1/2200"), out(2200));
    assert_eq!(parse_day("1/1/0026"), out(26));
    assert_eq!(parse_day("1/1/100"), out(100));
    assert_eq!(parse_day("1/1/999999999"), out(999_999_999));
    assert_eq!(parse_day("1/1/99999"), out(99_999));
    assert_eq!(parse_day("1/1/1800"), Ok(date(1800, 1, 1)));
    assert_eq!(parse_day("31/12/2199"), Ok(date(2199, 12, 31)));
}

#[test]
fn what_is_not_a_day_is_not_guessed_at() {
    for typed in [
        "tomorrow",
        "21/11",
        "1 2 3 2026",
        "ma/5/2026",
        "2x/11/2026",
        "21 Novemberr 2026",
        "1/1/20x6",
    ] {
        assert_eq!(parse_day(typed), Err(DayProblem::Unreadable), "{typed}");
    }
    assert_eq!(parse_day("  "), Err(DayProblem::Empty));
    assert_eq!(parse_day_parts(" ", "", ""), Err(DayProblem::Empty));
    assert_eq!(parse_day_parts("1", "5", ""), Err(DayProblem::Unreadable));
}

fn any_day() -> impl Strategy<Value = Date> {
    (YEAR_MIN..=YEAR_MAX, 1..=366_i16).prop_filter_map("a day of that year", |(year, day)| {
        Date::new(year, 1, 1).ok()?.with().day_of_year(day).build().ok()
    })
}

proptest! {
    #[test]
    fn every_day_is_read_back_as_it_is_shown(day in any_day()) {
        prop_assert_eq!(parse_day(&day.to_string()), Ok(day));
        prop_assert_eq!(parse_day(&day.strftime("%d/%m/%Y").to_string()), Ok(day));
        prop_assert_eq!(parse_day(&day.strftime("%-d %b %Y").to_string()), Ok(day));
    }

    #[test]
    fn nothing_typed_makes_reading_fail_in_another_way(typed in ".{0,40}") {
        if let Ok(day) = parse_day(&typed) {
            prop_assert!((YEAR_MIN..=YEAR_MAX).contains(&day.year()));
        }
    }
}

#[test]
fn working_days_leave_saturdays_and_sundays_out() {
    // Friday 20 March 2026.
    for (from, days, to) in [
        (date(2026, 3, 20), 0, date(2026, 3, 20)),
        (date(2026, 3, 20), 1, date(2026, 3, 23)),
        (date(2026, 3, 20), 5, date(2026, 3, 27)),
        (date(2026, 3, 21), 1, date(2026, 3, 23)),
        (date(2026, 3, 22), 5, date(2026, 3, 27)),
        (date(2026, 3, 23), 4, date(2026, 3, 27)),
        (Date::MAX, 5, Date::MAX),
    ] {
        assert_eq!(working_days_after(from, days), to, "{from} and {days}");
    }
}
