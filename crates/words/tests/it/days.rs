//! Days, times and ages, as people write them in each language.

use jiff::civil::{date, time};
use words::{Lang, Words};

const EN: Words = Words::new(Lang::En);
const CY: Words = Words::new(Lang::Cy);

#[test]
fn a_day_is_written_in_full() {
    let day = date(2026, 11, 21);
    assert_eq!(EN.day(day), "Saturday 21 November 2026");
    assert_eq!(CY.day(day), "dydd Sadwrn 21 Tachwedd 2026");
}

#[test]
fn when_something_happened_takes_the_soft_mutation_in_welsh() {
    let days = [
        (date(2026, 11, 16), "on Monday", "ddydd Llun"),
        (date(2026, 11, 17), "on Tuesday", "ddydd Mawrth"),
        (date(2026, 11, 18), "on Wednesday", "ddydd Mercher"),
        (date(2026, 11, 19), "on Thursday", "ddydd Iau"),
        (date(2026, 11, 20), "on Friday", "ddydd Gwener"),
        (date(2026, 11, 21), "on Saturday", "ddydd Sadwrn"),
        (date(2026, 11, 22), "on Sunday", "ddydd Sul"),
    ];
    for (day, en, cy) in days {
        assert_eq!(EN.on_day(day), format!("{en} {} November 2026", day.day()));
        assert_eq!(CY.on_day(day), format!("{cy} {} Tachwedd 2026", day.day()));
        assert_eq!(format!("d{}", CY.weekday(day.weekday())), cy);
    }
}

#[test]
fn every_month_has_its_name() {
    let welsh = [
        "Ionawr",
        "Chwefror",
        "Mawrth",
        "Ebrill",
        "Mai",
        "Mehefin",
        "Gorffennaf",
        "Awst",
        "Medi",
        "Hydref",
        "Tachwedd",
        "Rhagfyr",
    ];
    for (month, name) in (1..=12).zip(welsh) {
        let day = date(2026, month, 1);
        assert_eq!(CY.month_year(day), format!("{name} 2026"));
        assert_eq!(CY.day_short(day), format!("1 {name} 2026"));
        assert_eq!(EN.month_year(day), day.strftime("%B %Y").to_string());
    }
}

#[test]
fn a_time_is_written_on_a_clock_of_twelve() {
    let times = [
        (time(0, 0, 0, 0), "midnight", "canol nos"),
        (time(0, 5, 0, 0), "12:05am", "12:05yb"),
        (time(9, 30, 0, 0), "9:30am", "9:30yb"),
        (time(11, 59, 59, 0), "11:59am", "11:59yb"),
        (time(12, 0, 0, 0), "midday", "canol dydd"),
        (time(12, 1, 0, 0), "12:01pm", "12:01yp"),
        (time(16, 0, 0, 0), "4pm", "4yp"),
        (time(23, 0, 59, 0), "11pm", "11yp"),
    ];
    for (at, en, cy) in times {
        assert_eq!(EN.time(at), en);
        assert_eq!(CY.time(at), cy);
    }
}

#[test]
fn a_day_and_a_time_stand_together() {
    let at = date(2026, 11, 21).at(16, 0, 0, 0);
    assert_eq!(EN.day_time(at), "Saturday 21 November 2026, 4pm");
    assert_eq!(CY.day_time(at), "dydd Sadwrn 21 Tachwedd 2026, 4yp");
    assert_eq!(CY.day_time_short(at), "21 Tachwedd 2026, 4yp");
}

#[test]
fn a_few_days_ago_or_ahead_have_their_own_words() {
    let past: Vec<_> = (0..4).map(|days| CY.ago_days(days)).collect();
    assert_eq!(past, ["heddiw", "ddoe", "2 ddiwrnod yn ôl", "3 diwrnod yn ôl"]);
    let ahead: Vec<_> = (0..4).map(|days| CY.in_days(days)).collect();
    assert_eq!(ahead, ["heddiw", "yfory", "ymhen 2 ddiwrnod", "ymhen 3 diwrnod"]);
    let english: Vec<_> = (0..3).map(|days| (EN.ago_days(days), EN.in_days(days))).collect();
    assert_eq!(
        english,
        [
            ("today", "today"),
            ("yesterday", "tomorrow"),
            ("2 days ago", "in 2 days")
        ]
        .map(|(ago, ahead)| (ago.to_owned(), ahead.to_owned()))
    );
}

#[test]
fn an_age_does_not_mutate() {
    assert_eq!(EN.age_years(9), "aged 9");
    assert_eq!(CY.age_years(9), "9 oed");
    assert_eq!(CY.age_months(2), "2 fis oed");
}
