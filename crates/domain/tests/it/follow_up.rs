//! Follow-ups: when each is due, and what is asked of it.

use domain::care_episode::{EpisodeKind, Source};
use domain::follow_up::{Bounds, ChildThen, NewFollowUp, Refusal, Which, open, record};
use domain::id::PersonId;
use domain::referral::Lives;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use uuid::Uuid;

const RECEIVED: Date = date(2024, 2, 29);
const TODAY: Date = date(2026, 3, 2);

fn person(n: u128) -> PersonId {
    PersonId::from_uuid(Uuid::from_u128(n))
}

fn then(n: u128, lives: Lives, care: Option<(EpisodeKind, Date)>) -> ChildThen {
    ChildThen {
        child: person(n),
        lives,
        care,
    }
}

fn new(which: Which, on: Date, children: Vec<ChildThen>) -> NewFollowUp {
    NewFollowUp {
        which,
        on,
        children,
        source: Source::Authority,
        words: None,
    }
}

fn tried(new: NewFollowUp, change: impl FnOnce(&mut Bounds<'_>)) -> Option<Refusal> {
    let children = [person(1)];
    let mut bounds = Bounds {
        received: RECEIVED,
        is_supported: true,
        done: &[],
        children: &children,
        today: TODAY,
    };
    change(&mut bounds);
    record(new, bounds).err()
}

#[test]
fn twelve_and_twenty_four_months_from_the_referral_also_from_a_leap_day() {
    let due = [
        (Which::Twelve, date(2025, 2, 28)),
        (Which::TwentyFour, date(2026, 2, 28)),
    ];
    assert_eq!(open(RECEIVED, &[]), due);
    assert_eq!(open(RECEIVED, &[Which::Twelve]), due[1..]);
    assert_eq!(open(RECEIVED, Which::ALL), []);
    assert_eq!(Which::Twelve.due_on(date(2026, 11, 21)), date(2027, 11, 21));
}

#[test]
fn it_is_written_down_from_four_weeks_before_and_never_before_it_happened() {
    let home = || vec![then(1, Lives::AtHome, None)];
    let earliest = date(2025, 1, 31);
    let early = new(Which::Twelve, date(2025, 1, 30), home());
    assert_eq!(tried(early, |_| ()), Some(Refusal::TooEarly { earliest }));
    assert_eq!(tried(new(Which::Twelve, earliest, home()), |_| ()), None);
    let to_come = new(Which::TwentyFour, date(2026, 3, 3), home());
    assert_eq!(tried(to_come, |_| ()), Some(Refusal::ToCome { on: date(2026, 3, 3) }));
    let again = new(Which::Twelve, TODAY, home());
    assert_eq!(
        tried(again.clone(), |b| b.done = &[Which::Twelve]),
        Some(Refusal::Already)
    );
    assert_eq!(tried(again, |b| b.is_supported = false), Some(Refusal::NotSupported));
}

#[test]
fn each_child_is_named_and_care_is_named_by_its_kind() {
    let child = person(1);
    let with = |children| new(Which::TwentyFour, TODAY, children);
    assert_eq!(tried(with(vec![]), |_| ()), Some(Refusal::ChildMissing { child }));
    let twice = vec![then(1, Lives::AtHome, None), then(1, Lives::NotKnown, None)];
    assert_eq!(tried(with(twice), |_| ()), Some(Refusal::NotAChild));
    let stranger = vec![then(1, Lives::AtHome, None), then(2, Lives::AtHome, None)];
    assert_eq!(tried(with(stranger), |_| ()), Some(Refusal::NotAChild));
    let unnamed = vec![then(1, Lives::InCare, None)];
    assert_eq!(tried(with(unnamed), |_| ()), Some(Refusal::CareNotSaid { child }));
}

proptest! {
    /// A child who was in care meanwhile and is home again: any day between the referral and the look, and no other.
    #[test]
    fn care_is_between_the_referral_and_the_day_of_the_look(days in -400_i32..1200) {
        let since = RECEIVED.saturating_add(jiff::Span::new().days(days));
        let home_again = vec![then(1, Lives::AtHome, Some((EpisodeKind::Agreed, since)))];
        let refused = tried(new(Which::TwentyFour, TODAY, home_again), |_| ());
        prop_assert_eq!(refused.is_none(), (RECEIVED..=TODAY).contains(&since));
    }
}
