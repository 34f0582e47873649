//! What keeps everybody of an area at home for some days, and when it can be written down.

use domain::disruption::{
    AHEAD_DAYS_MAX, BACK_DAYS_MAX, Cause, DISRUPTION_DAYS_MAX, Disruption, NewDisruption, Refusal,
};
use domain::id::{DisruptionId, SiteId};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

const TODAY: Date = date(2026, 11, 21);

fn new(from: i32, days: i32) -> NewDisruption {
    let from = TODAY.saturating_add(from.days());
    NewDisruption {
        from,
        to: from.saturating_add((days - 1).days()),
        cause: Cause::Snow,
    }
}

fn there(from: i32, days: i32, is_taken_back: bool) -> Disruption {
    let new = new(from, days);
    Disruption {
        id: DisruptionId::from_bytes([1; 16]),
        site: SiteId::from_bytes([2; 16]),
        from: new.from,
        to: new.to,
        cause: new.cause,
        is_taken_back,
    }
}

#[test]
fn the_bounds_are_what_they_say() {
    let day = |days: i32| TODAY.saturating_add(days.days());
    assert!(new(0, 1).decide(TODAY, &[]).is_ok());
    assert!(new(-BACK_DAYS_MAX, DISRUPTION_DAYS_MAX).decide(TODAY, &[]).is_ok());
    assert!(new(AHEAD_DAYS_MAX, 1).decide(TODAY, &[]).is_ok());
    for (asked, refusal) in [
        (new(0, 0), Refusal::EndsBeforeItBegins),
        (new(0, DISRUPTION_DAYS_MAX + 1), Refusal::TooLong { max: 28 }),
        (new(-BACK_DAYS_MAX - 1, 1), Refusal::TooEarly { earliest: day(-91) }),
        (new(AHEAD_DAYS_MAX + 1, 1), Refusal::TooLate { latest: day(14) }),
    ] {
        assert_eq!(asked.decide(TODAY, &[]), Err(refusal));
    }
}

#[test]
fn two_never_share_a_day_unless_one_is_taken_back() {
    let known = there(-3, 5, false);
    let already = Err(Refusal::Already {
        from: known.from,
        to: known.to,
    });
    for (from, days, expected) in [
        (-4, 2, false),
        (1, 3, false),
        (-10, 20, false),
        (-4, 1, true),
        (2, 1, true),
    ] {
        let decided = new(from, days).decide(TODAY, &[known]);
        assert_eq!(decided.is_ok(), expected, "{from} {days}");
        assert!(expected || decided == already);
    }
    assert!(new(0, 1).decide(TODAY, &[there(-3, 5, true)]).is_ok());
    assert_eq!(there(0, 1, false).take_back(), Ok(()));
    assert_eq!(there(0, 1, true).take_back(), Err(Refusal::TakenBack));
}

proptest! {
    #[test]
    fn what_is_let_through_is_within_its_bounds_and_on_days_of_its_own(
        asked in prop::collection::vec((-120..30_i32, -2..40_i32), 1..12)
    ) {
        let mut all: Vec<Disruption> = Vec::new();
        for (from, days) in asked {
            if new(from, days).decide(TODAY, &all).is_ok() {
                all.push(there(from, days, false));
            }
        }
        for (n, one) in all.iter().enumerate() {
            prop_assert!(one.from <= one.to && (one.to - one.from).get_days() < DISRUPTION_DAYS_MAX);
            for other in &all[n + 1..] {
                prop_assert!(one.to < other.from || other.to < one.from);
            }
        }
    }
}
