//! When a message may go, and when it is tried again.

use std::time::Duration;

use domain::send::{Channel, Failure, GIVEN_UP_AFTER, May, Next, Quiet, Urgency, WAITS, next_try};
use jiff::civil::{DateTime, Time, date, time};
use proptest::prelude::*;

fn at(day: i8, hour: i8, minute: i8) -> DateTime {
    date(2026, 3, day).at(hour, minute, 0, 0)
}

#[test]
fn a_message_that_can_wait_waits_until_the_morning() {
    let quiet = Quiet::default();
    for (now, expected) in [
        (at(28, 20, 59), May::Now),
        (at(28, 21, 0), May::After(at(29, 8, 0))),
        (at(28, 23, 59), May::After(at(29, 8, 0))),
        (at(29, 0, 0), May::After(at(29, 8, 0))),
        // The night the clocks go forward.
        (at(29, 2, 30), May::After(at(29, 8, 0))),
        (at(29, 7, 59), May::After(at(29, 8, 0))),
        (at(29, 8, 0), May::Now),
        (at(31, 22, 0), May::After(date(2026, 4, 1).at(8, 0, 0, 0))),
    ] {
        assert_eq!(quiet.may_send(now, Channel::Sms, Urgency::CanWait), expected, "{now}");
        assert_eq!(quiet.may_send(now, Channel::Email, Urgency::CanWait), expected, "{now}");
        assert_eq!(quiet.may_send(now, Channel::Sms, Urgency::Urgent), May::Now, "{now}");
        assert_eq!(
            quiet.may_send(now, Channel::Letter, Urgency::CanWait),
            May::Now,
            "{now}"
        );
    }
}

#[test]
fn quiet_hours_may_lie_within_a_day_or_be_none() {
    let midday = Quiet {
        from: time(12, 0, 0, 0),
        to: time(13, 30, 0, 0),
    };
    let may = |quiet: Quiet, now| quiet.may_send(now, Channel::Sms, Urgency::CanWait);
    assert_eq!(may(midday, at(28, 11, 59)), May::Now);
    assert_eq!(may(midday, at(28, 12, 0)), May::After(at(28, 13, 30)));
    assert_eq!(may(midday, at(28, 13, 30)), May::Now);
    let none = Quiet {
        from: time(8, 0, 0, 0),
        to: time(8, 0, 0, 0),
    };
    for hour in 0..24 {
        assert_eq!(may(none, at(28, hour, 0)), May::Now);
    }
}

fn moment() -> impl Strategy<Value = Time> {
    (0..24_i8, 0..60_i8, 0..60_i8).prop_map(|(hour, minute, second)| time(hour, minute, second, 0))
}

proptest! {
    #[test]
    fn what_waits_goes_at_the_first_moment_that_is_not_quiet(
        day in 1..29_i8,
        now in moment(),
        from in moment(),
        to in moment(),
    ) {
        let quiet = Quiet { from, to };
        let now = date(2026, 10, day).to_datetime(now);
        match quiet.may_send(now, Channel::Sms, Urgency::CanWait) {
            May::Now => prop_assert!(!quiet.holds_at(now.time())),
            May::After(then) => {
                prop_assert!(quiet.holds_at(now.time()));
                prop_assert!(now < then && !quiet.holds_at(then.time()));
                prop_assert_eq!(then.time(), to);
                prop_assert!(now.duration_until(then) <= jiff::SignedDuration::from_hours(24));
                prop_assert_eq!(quiet.may_send(then, Channel::Sms, Urgency::CanWait), May::Now);
            }
        }
    }

    #[test]
    fn chance_adds_a_tenth_at_most(failures in 0..20_u32, jitter: u16) {
        let plain = next_try(failures, Duration::ZERO, Failure::Passing, 0);
        let Next::After(least) = plain else { panic!("{plain:?}") };
        let chanced = next_try(failures, Duration::ZERO, Failure::Passing, jitter);
        let Next::After(wait) = chanced else { panic!("{chanced:?}") };
        prop_assert!(least <= wait && wait <= least + least / 10);
    }
}

#[test]
fn what_fails_is_tried_again_ever_more_seldom_and_given_up_after_three_days() {
    let minutes = |minutes: u64| Duration::from_secs(minutes * 60);
    let (mut failures, mut since_first) = (0, Duration::ZERO);
    let mut waits = Vec::new();
    loop {
        failures += 1;
        match next_try(failures, since_first, Failure::Passing, 0) {
            Next::After(wait) => {
                since_first += wait;
                waits.push(wait);
            }
            Next::GiveUp => break,
        }
    }
    assert_eq!(waits, [1, 5, 30, 120, 360, 1440, 1440].map(minutes));
    assert!(since_first <= GIVEN_UP_AFTER && GIVEN_UP_AFTER < since_first + WAITS[5]);
    let full = next_try(1, Duration::ZERO, Failure::Passing, u16::MAX);
    assert_eq!(full, Next::After(Duration::from_secs(66)));
    let last = next_try(1, GIVEN_UP_AFTER.saturating_sub(minutes(1)), Failure::Passing, 0);
    assert_eq!(last, Next::After(minutes(1)));
    assert_eq!(next_try(1, GIVEN_UP_AFTER, Failure::Passing, 0), Next::GiveUp);
    assert_eq!(
        next_try(u32::MAX, Duration::MAX, Failure::Passing, u16::MAX),
        Next::GiveUp
    );
}

#[test]
fn an_address_that_does_not_exist_is_not_tried_again() {
    assert_eq!(next_try(1, Duration::ZERO, Failure::Lasting, 0), Next::GiveUp);
}
