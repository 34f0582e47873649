//! Closing: what is asked of it, and what stops it.

use domain::care_episode::EpisodeKind;
use domain::closing::{Bounds, ChildNow, NewClosing, Reason, Refusal, close};
use domain::goal::Ending;
use domain::id::{AccountId, GoalId, PersonId};
use domain::referral::Lives;
use domain::text::Text;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use uuid::Uuid;

const BEGUN: Date = date(2025, 10, 1);
const LAST_SEEN: Date = date(2026, 10, 9);
const TODAY: Date = date(2026, 10, 12);

fn person(n: u128) -> PersonId {
    PersonId::from_uuid(Uuid::from_u128(n))
}

fn goal(n: u128) -> GoalId {
    GoalId::from_uuid(Uuid::from_u128(n))
}

fn by() -> AccountId {
    AccountId::from_uuid(Uuid::from_u128(9))
}

fn at_home(n: u128) -> ChildNow {
    ChildNow {
        child: person(n),
        lives: Lives::AtHome,
        care: None,
    }
}

fn well() -> NewClosing {
    NewClosing {
        on: TODAY,
        reason: Reason::GoalsMet,
        words: None,
        achieved: Text::parse("Mornings are calm, and you did that.").expect("words"),
        children: vec![at_home(1), at_home(2)],
        goals: vec![(goal(1), Ending::Reached), (goal(2), Ending::LetGo)],
    }
}

fn tried(new: NewClosing, change: impl FnOnce(&mut Bounds<'_>)) -> Option<Refusal> {
    let (children, goals) = ([person(1), person(2)], [goal(1), goal(2)]);
    let mut bounds = Bounds {
        begun: Some(BEGUN),
        last_contact: Some(LAST_SEEN),
        closed: None,
        unread: 0,
        children: &children,
        goals: &goals,
    };
    change(&mut bounds);
    close(new, by(), TODAY, bounds).err()
}

#[test]
fn support_that_went_well_is_closed_as_it_was_said() {
    let (children, goals) = ([person(1), person(2)], [goal(1), goal(2)]);
    let bounds = Bounds {
        begun: Some(BEGUN),
        last_contact: None,
        closed: None,
        unread: 0,
        children: &children,
        goals: &goals,
    };
    let event = close(well(), by(), TODAY, bounds).unwrap();
    assert_eq!((event.by, event.closing), (by(), well()));
}

#[test]
fn nothing_is_closed_twice_or_before_it_began_or_with_a_concern_nobody_has_read() {
    assert_eq!(tried(well(), |b| b.begun = None), Some(Refusal::NotSupported));
    let closed = Refusal::IsClosed { on: LAST_SEEN };
    assert_eq!(tried(well(), |b| b.closed = Some(LAST_SEEN)), Some(closed));
    assert_eq!(tried(well(), |b| b.unread = 2), Some(Refusal::Unread { concerns: 2 }));
    assert_eq!(tried(well(), |b| b.unread = 0), None);
}

#[test]
fn the_last_day_is_not_before_somebody_was_there_and_not_to_come() {
    let on = |on: Date| NewClosing { on, ..well() };
    let earliest = LAST_SEEN;
    let before = LAST_SEEN.yesterday().unwrap();
    assert_eq!(tried(on(before), |_| ()), Some(Refusal::TooEarly { earliest }));
    assert_eq!(tried(on(before), |b| b.last_contact = None), None);
    let earliest = BEGUN;
    let before = BEGUN.yesterday().unwrap();
    let never_seen = |b: &mut Bounds<'_>| b.last_contact = None;
    assert_eq!(tried(on(before), never_seen), Some(Refusal::TooEarly { earliest }));
    let tomorrow = TODAY.tomorrow().unwrap();
    assert_eq!(tried(on(tomorrow), |_| ()), Some(Refusal::ToCome { on: tomorrow }));
    assert_eq!(tried(on(LAST_SEEN), |_| ()), None);
}

#[test]
fn another_reason_is_said_in_words() {
    let other = NewClosing {
        reason: Reason::Other,
        ..well()
    };
    assert_eq!(tried(other.clone(), |_| ()), Some(Refusal::ReasonNotSaid));
    let said = NewClosing {
        words: Text::parse("The grandmother moved in.").ok(),
        ..other
    };
    assert_eq!(tried(said, |_| ()), None);
}

#[test]
fn a_child_in_care_is_in_some_kind_of_care_since_a_day() {
    let with = |lives, care| NewClosing {
        children: vec![
            at_home(1),
            ChildNow {
                child: person(2),
                lives,
                care,
            },
        ],
        ..well()
    };
    let child = person(2);
    let agreed = Some((EpisodeKind::Agreed, LAST_SEEN));
    assert_eq!(
        tried(with(Lives::InCare, None), |_| ()),
        Some(Refusal::CareNotSaid { child })
    );
    assert_eq!(
        tried(with(Lives::AtHome, agreed), |_| ()),
        Some(Refusal::CareNotSaid { child })
    );
    assert_eq!(tried(with(Lives::InCare, agreed), |_| ()), None);
    let later = Some((EpisodeKind::CareOrder, TODAY.tomorrow().unwrap()));
    assert_eq!(
        tried(with(Lives::InCare, later), |_| ()),
        Some(Refusal::CareLater { child })
    );
}

proptest! {
    /// Whoever is named: it is closed only where each child and each open goal is named once and nobody else.
    #[test]
    fn each_child_and_each_open_goal_is_named_once(
        children in prop::collection::vec(1_u128..5, 0..5),
        goals in prop::collection::vec(1_u128..5, 0..5),
    ) {
        let new = NewClosing {
            children: children.iter().copied().map(at_home).collect(),
            goals: goals.iter().map(|n| (goal(*n), Ending::Changed)).collect(),
            ..well()
        };
        let once = |mut named: Vec<u128>| {
            named.sort_unstable();
            named == [1, 2]
        };
        prop_assert_eq!(tried(new, |_| ()).is_none(), once(children) && once(goals));
    }

    /// Any day: never before support began, never to come.
    #[test]
    fn no_day_is_closed_on_that_is_not_within_support(days in -500_i32..500) {
        let on = TODAY.saturating_add(days.days());
        let closed = tried(NewClosing { on, ..well() }, |_| ()).is_none();
        prop_assert_eq!(closed, (LAST_SEEN..=TODAY).contains(&on));
    }
}
