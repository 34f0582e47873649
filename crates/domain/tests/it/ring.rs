//! Numbers to ring: which hold at a moment, over midnight and weekends, and that none is ever left out.

use domain::ring::{Days, Number, by_the_clock, is_number};
use jiff::civil::{DateTime, Time, date, time};
use proptest::prelude::*;

fn number(days: Days, from: Time, to: Time) -> Number {
    Number {
        name_en: "Duty team".to_owned(),
        name_cy: "Tîm dyletswydd".to_owned(),
        number: "01632 960 001".to_owned(),
        days,
        from,
        to,
    }
}

fn at(hour: i8, minute: i8) -> Time {
    time(hour, minute, 0, 0)
}

#[test]
fn office_hours_hold_on_weekdays_to_the_minute() {
    let office = number(Days::Week, at(9, 0), at(17, 0));
    let friday = date(2026, 11, 20);
    for (moment, holds) in [
        (friday.at(8, 59, 0, 0), false),
        (friday.at(9, 0, 0, 0), true),
        (friday.at(16, 59, 0, 0), true),
        (friday.at(17, 0, 0, 0), false),
        (date(2026, 11, 21).at(12, 0, 0, 0), false),
    ] {
        assert_eq!(office.holds_at(moment), holds, "{moment}");
    }
}

#[test]
fn hours_over_midnight_belong_to_the_day_they_began() {
    let night = number(Days::Week, at(17, 0), at(9, 0));
    let (friday, saturday, monday) = (date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 23));
    for (moment, holds) in [
        (friday.at(16, 59, 0, 0), false),
        (friday.at(17, 0, 0, 0), true),
        (saturday.at(8, 59, 0, 0), true),
        (saturday.at(9, 0, 0, 0), false),
        (saturday.at(23, 0, 0, 0), false),
        (monday.at(3, 0, 0, 0), false),
    ] {
        assert_eq!(night.holds_at(moment), holds, "{moment}");
    }
    let weekend = number(Days::Weekend, at(0, 0), at(0, 0));
    assert!(weekend.holds_at(saturday.at(0, 0, 0, 0)) && !weekend.holds_at(friday.at(23, 59, 0, 0)));
}

#[test]
fn a_number_has_a_name_in_each_language_and_is_dialled_without_its_blanks() {
    let mut one = number(Days::Every, at(0, 0), at(0, 0));
    assert_eq!((one.name("cy"), one.name("en")), ("Tîm dyletswydd", "Duty team"));
    assert_eq!(one.dialled(), "01632960001");
    one.number = "+44 (0)29 2018 0001".to_owned();
    assert_eq!(one.dialled(), "+4402920180001");
    for (typed, is) in [
        ("01632 960001", true),
        ("999", true),
        ("12", false),
        ("ring me", false),
        ("", false),
    ] {
        assert_eq!(is_number(typed), is, "{typed}");
    }
}

proptest! {
    #[test]
    fn no_number_is_ever_left_out(
        list in proptest::collection::vec((0_usize..3, 0_i8..24, 0_i8..24), 0..8), hour in 0_i8..24, day in 1_i8..29
    ) {
        let make = |(days, from, to): &(usize, i8, i8)| number(Days::ALL[*days], at(*from, 0), at(*to, 0));
        let all: Vec<Number> = list.iter().map(make).collect();
        let now: DateTime = date(2026, 11, day).at(hour, 30, 0, 0);
        let (now_on, others) = by_the_clock(all.clone(), now);
        prop_assert_eq!(now_on.len() + others.len(), all.len());
        prop_assert!(now_on.iter().all(|one| one.holds_at(now)));
        prop_assert!(others.iter().all(|one| !one.holds_at(now)));
    }
}
