//! The waiting list: its order, and that the list of any past day can be shown again.

use domain::id::ReferralId;
use domain::referral::{Place, Priority, WAITS_FOR, WaitingEvent, WaitingFact, list_on};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

const FIRST_DAY: Date = date(2026, 1, 5);

fn referral(n: u8) -> ReferralId {
    ReferralId::from_bytes([n; 16])
}

fn event(n: u8, on: Date, fact: WaitingFact) -> WaitingEvent {
    WaitingEvent {
        referral: referral(n),
        on,
        fact,
    }
}

fn joined(n: u8, on: Date) -> WaitingEvent {
    event(n, on, WaitingFact::Joined { since: on })
}

fn set(n: u8, on: Date, priority: Priority) -> WaitingEvent {
    let waits_for = vec![&WAITS_FOR[0]];
    event(n, on, WaitingFact::Set { priority, waits_for })
}

fn order(events: &[WaitingEvent], day: Date) -> Vec<u8> {
    let list = list_on(events, day);
    list.iter().map(|place| place.referral.bytes()[0]).collect()
}

#[test]
fn who_should_come_sooner_comes_first_and_then_who_has_waited_longest() {
    let (monday, tuesday) = (FIRST_DAY, FIRST_DAY.tomorrow().unwrap());
    let events = [
        joined(4, tuesday),
        joined(3, tuesday),
        joined(5, monday),
        joined(6, tuesday),
        joined(7, tuesday),
        set(6, tuesday, Priority::Sooner),
        set(7, tuesday, Priority::First),
    ];
    assert_eq!(order(&events, tuesday), [7, 6, 5, 3, 4]);
    assert_eq!(order(&events, monday), [5]);
    assert_eq!(order(&events, monday.yesterday().unwrap()), [0_u8; 0]);
}

#[test]
fn a_family_that_comes_back_waits_as_it_first_did_but_is_ordered_anew() {
    let day = |n: i32| FIRST_DAY.checked_add(n.days()).unwrap();
    let back = event(1, day(9), WaitingFact::Joined { since: FIRST_DAY });
    let events = [
        joined(1, day(0)),
        set(1, day(1), Priority::First),
        event(1, day(5), WaitingFact::Left),
        back,
    ];
    let place = |on| list_on(&events, on).pop();
    assert_eq!(place(day(1)).unwrap().priority, Priority::First);
    assert_eq!(place(day(5)), None);
    let again = place(day(9)).unwrap();
    assert_eq!((again.since, again.priority), (FIRST_DAY, Priority::Usual));
    assert!(again.waits_for.is_empty());
}

#[test]
fn nothing_is_changed_for_a_family_that_does_not_wait() {
    let events = [
        set(1, FIRST_DAY, Priority::First),
        event(2, FIRST_DAY, WaitingFact::Left),
        joined(1, FIRST_DAY),
    ];
    let list = list_on(&events, FIRST_DAY);
    let usual = Place {
        referral: referral(1),
        since: FIRST_DAY,
        priority: Priority::Usual,
        waits_for: Vec::new(),
    };
    assert_eq!(list, [usual]);
}

/// The list as somebody would keep it by hand on a board, a card a family.
#[derive(Default)]
struct Board {
    cards: Vec<Place>,
}

impl Board {
    fn at(&self, n: u8) -> Option<usize> {
        self.cards.iter().position(|card| card.referral == referral(n))
    }

    fn sorted(&self) -> Vec<Place> {
        let mut cards = self.cards.clone();
        cards.sort_by(|a, b| {
            let urgency = a.priority.cmp(&b.priority);
            urgency.then(a.since.cmp(&b.since)).then(a.referral.cmp(&b.referral))
        });
        cards
    }
}

proptest! {
    #[test]
    fn the_list_of_any_past_day_is_as_it_was_on_that_day(
        days in prop::collection::vec(prop::collection::vec((0..3_u8, 0..6_u8, 0..3_usize, 0..4_i32), 0..6), 1..25),
    ) {
        let mut board = Board::default();
        let mut events = Vec::new();
        let mut kept = Vec::new();
        let mut today = FIRST_DAY;
        for acts in days {
            for (act, n, rank, earlier) in acts {
                match (act, board.at(n)) {
                    (0, None) => {
                        let since = today.checked_sub(earlier.days()).unwrap();
                        events.push(event(n, today, WaitingFact::Joined { since }));
                        let card = Place { referral: referral(n), since, priority: Priority::Usual, waits_for: vec![] };
                        board.cards.push(card);
                    }
                    (1, Some(at)) => {
                        let (priority, waits_for) = (Priority::ALL[rank], vec![&WAITS_FOR[rank]]);
                        events.push(event(n, today, WaitingFact::Set { priority, waits_for: waits_for.clone() }));
                        board.cards[at].priority = priority;
                        board.cards[at].waits_for = waits_for;
                    }
                    (2, Some(at)) => {
                        events.push(event(n, today, WaitingFact::Left));
                        board.cards.remove(at);
                    }
                    _ => {}
                }
            }
            kept.push((today, board.sorted()));
            today = today.tomorrow().unwrap();
        }
        for (day, list) in kept {
            prop_assert_eq!(list_on(&events, day), list);
        }
    }
}
