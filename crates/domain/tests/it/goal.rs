//! Goals: marks from 0 to 10, next steps, and how a goal ends.

use domain::goal::{
    ACTIONS_MAX, Action, ActionStage, Doer, Ending, Event, Goal, Helper, MARK_MAX, Mark, Marked, Movement, NewAction,
    Refusal,
};
use domain::id::{FamilyId, GoalActionId, GoalId, PersonId};
use domain::text::Text;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use uuid::Uuid;

const TODAY: Date = date(2026, 11, 23);
const SINCE: Date = date(2026, 9, 1);

fn mark(number: u8) -> Mark {
    Mark::new(number).expect("0 to 10")
}

fn person(number: u128) -> PersonId {
    PersonId::from_uuid(Uuid::from_u128(number))
}

fn goal(marks: &[(Date, u8)]) -> Goal {
    Goal {
        id: GoalId::from_uuid(Uuid::from_u128(1)),
        family: FamilyId::from_uuid(Uuid::from_u128(2)),
        owner: person(3),
        need: None,
        since: SINCE,
        ended: None,
        marks: marks
            .iter()
            .map(|(on, number)| Marked {
                on: *on,
                mark: mark(*number),
            })
            .collect(),
        actions: Vec::new(),
        version: 1,
    }
}

fn action(number: u128, stage: ActionStage) -> Action {
    Action {
        id: GoalActionId::from_uuid(Uuid::from_u128(number)),
        doer: Doer::Helper(Helper::Carer),
        due: None,
        stage,
    }
}

fn new_action(doer: Doer, due: Option<Date>) -> NewAction {
    NewAction {
        words: Text::parse("Ring the school").expect("words"),
        doer,
        due,
    }
}

#[test]
fn a_mark_is_0_to_10_and_there_is_no_11() {
    assert_eq!(Mark::new(11), None);
    assert_eq!(
        Mark::all().map(Mark::number).collect::<Vec<_>>(),
        (0..=MARK_MAX).collect::<Vec<_>>()
    );
}

#[test]
fn a_goal_is_marked_on_a_day_it_was_theirs_and_none_to_come() {
    let goal = goal(&[]);
    let marked = goal.mark((SINCE, TODAY), mark(10), None).unwrap();
    assert_eq!(
        marked,
        Event::Marked {
            on: SINCE,
            mark: mark(10),
            words: None
        }
    );
    let tomorrow = TODAY.tomorrow().unwrap();
    assert_eq!(
        goal.mark((tomorrow, TODAY), mark(1), None),
        Err(Refusal::ToCome { on: tomorrow })
    );
    let before = SINCE.yesterday().unwrap();
    assert_eq!(
        goal.mark((before, TODAY), mark(1), None),
        Err(Refusal::TooEarly { since: SINCE })
    );
}

#[test]
fn a_goal_that_has_ended_stays_as_it_is() {
    let mut ended = goal(&[(SINCE, 3)]);
    assert!(ended.end((TODAY, TODAY), Ending::Reached, None).is_ok());
    ended.ended = Some((TODAY, Ending::Reached));
    ended.actions.push(action(1, ActionStage::Open));
    let refused = Refusal::Ended { on: TODAY };
    assert_eq!(ended.mark((TODAY, TODAY), mark(4), None), Err(refused));
    assert_eq!(ended.end((TODAY, TODAY), Ending::LetGo, None), Err(refused));
    assert_eq!(
        ended.add_action(new_action(Doer::Person(person(3)), None), TODAY, &[person(3)]),
        Err(refused)
    );
    assert_eq!(
        ended.set_action(ended.actions[0].id, ActionStage::Done, TODAY),
        Err(refused)
    );
}

#[test]
fn how_it_moved_is_said_from_the_first_mark_and_from_the_one_before() {
    assert_eq!(
        (goal(&[]).movement(), goal(&[(SINCE, 4)]).last_movement()),
        (None, None)
    );
    let moved = goal(&[(SINCE, 4), (date(2026, 10, 1), 7), (TODAY, 5)]);
    assert_eq!(
        (moved.movement(), moved.last_movement()),
        (Some(Movement::Up), Some(Movement::Down))
    );
    let back = goal(&[(SINCE, 4), (TODAY, 4)]);
    assert_eq!(
        (back.movement(), back.now()),
        (
            Some(Movement::Same),
            Some(Marked {
                on: TODAY,
                mark: mark(4)
            })
        )
    );
}

#[test]
fn a_next_step_is_done_by_somebody_of_the_family_or_who_helps_and_not_before_today() {
    let goal = goal(&[]);
    let family = [person(3)];
    assert!(
        goal.add_action(new_action(Doer::Person(person(3)), Some(TODAY)), TODAY, &family)
            .is_ok()
    );
    assert!(
        goal.add_action(new_action(Doer::Helper(Helper::SomebodyElse), None), TODAY, &family)
            .is_ok()
    );
    let stranger = new_action(Doer::Person(person(9)), None);
    assert_eq!(goal.add_action(stranger, TODAY, &family), Err(Refusal::NotOfTheFamily));
    for due in [TODAY.yesterday().unwrap(), TODAY + 367.days()] {
        let refused = goal.add_action(new_action(Doer::Person(person(3)), Some(due)), TODAY, &family);
        assert!(matches!(refused, Err(Refusal::DueOutside { .. })), "{due}");
    }
}

#[test]
fn there_are_only_so_many_next_steps_at_a_time_and_done_ones_do_not_count() {
    let mut full = goal(&[]);
    full.actions = (0..ACTIONS_MAX as u128).map(|n| action(n, ActionStage::Open)).collect();
    let one = new_action(Doer::Helper(Helper::Carer), None);
    assert_eq!(
        full.add_action(one.clone(), TODAY, &[]),
        Err(Refusal::TooManyActions { max: ACTIONS_MAX })
    );
    full.actions[0].stage = ActionStage::Done;
    assert!(full.add_action(one, TODAY, &[]).is_ok());
}

#[test]
fn a_next_step_is_done_once_and_can_be_open_again() {
    let mut goal = goal(&[]);
    goal.actions.push(action(1, ActionStage::Open));
    let id = goal.actions[0].id;
    let unknown = GoalActionId::from_uuid(Uuid::from_u128(77));
    assert!(goal.set_action(id, ActionStage::Done, TODAY).is_ok());
    assert_eq!(
        goal.set_action(id, ActionStage::Open, TODAY),
        Err(Refusal::NoSuchAction)
    );
    assert_eq!(
        goal.set_action(unknown, ActionStage::Done, TODAY),
        Err(Refusal::NoSuchAction)
    );
    goal.actions[0].stage = ActionStage::Done;
    assert!(goal.set_action(id, ActionStage::Open, TODAY).is_ok());
}

proptest! {
    #[test]
    fn every_mark_that_is_taken_is_on_a_day_the_goal_was_theirs(offset in -90i32..90, number in 0u8..=255) {
        let on = TODAY + offset.days();
        let Some(mark) = Mark::new(number) else {
            prop_assert!(MARK_MAX < number);
            return Ok(());
        };
        let taken = goal(&[]).mark((on, TODAY), mark, None);
        prop_assert_eq!(taken.is_ok(), (SINCE..=TODAY).contains(&on));
    }
}
