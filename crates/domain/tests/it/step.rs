//! Support steps up and down: what may be recorded when, and the level that follows.

use domain::id::{AccountId, FamilyId, StepId};
use domain::level::{Ladder, Level};
use domain::step::{Cause, NewStep, Refusal, Step, Steps, Voice, Way};
use domain::text::Text;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use uuid::Uuid;

const TODAY: Date = date(2026, 11, 23);
const MATCHED: Date = date(2026, 9, 1);

fn level(number: u8) -> Level {
    Level::new(number).expect("one figure")
}

fn by() -> AccountId {
    AccountId::from_uuid(Uuid::from_u128(1))
}

fn a_step(number: u128, from: Option<u8>, to: u8, on: Date) -> Step {
    Step {
        id: StepId::from_uuid(Uuid::from_u128(number)),
        from: from.map(level),
        to: level(to),
        on,
        cause: if from.is_some() { Cause::Asked } else { Cause::Opening },
        expected_end: None,
    }
}

fn steps(steps: Vec<Step>) -> Steps {
    Steps::new(FamilyId::from_uuid(Uuid::from_u128(9)), steps)
}

fn begun() -> Steps {
    steps(vec![a_step(1, None, 2, MATCHED)])
}

fn new(to: u8, on: Date) -> NewStep {
    NewStep {
        to: level(to),
        on,
        cause: Cause::Harder,
        asked_by: Voice::Carer,
        agreed_by: vec![Voice::FamilyWorker, Voice::Parent, Voice::Parent],
        expected_end: None,
        reason: Text::parse("Bedtimes are hard again").expect("words"),
    }
}

fn step(steps: &Steps, new: NewStep) -> Result<domain::step::Event, Refusal> {
    steps.step((by(), TODAY), true, &Ladder::shipped(), new)
}

#[test]
fn a_step_says_from_where_to_where_and_who_agreed_each_once() {
    let event = step(&begun(), new(3, TODAY)).unwrap();
    assert_eq!((event.from, event.to, event.on), (level(2), level(3), TODAY));
    assert_eq!(event.agreed_by, [Voice::Parent, Voice::FamilyWorker]);
    assert_eq!(event.expected_end, None, "this level holds until it is stepped");
}

#[test]
fn what_is_only_for_a_while_ends_by_the_ladder_unless_another_day_is_said() {
    let event = step(&begun(), new(4, TODAY)).unwrap();
    assert_eq!(
        event.expected_end,
        Some(date(2026, 12, 7)),
        "two weeks at the highest level"
    );
    let said = NewStep {
        expected_end: Some(date(2026, 11, 27)),
        ..new(4, TODAY)
    };
    assert_eq!(step(&begun(), said).unwrap().expected_end, Some(date(2026, 11, 27)));
}

#[test]
fn what_stands_against_a_step_is_said_with_its_figures() {
    let ended = NewStep {
        expected_end: Some(TODAY),
        ..new(3, TODAY)
    };
    let silent = NewStep {
        agreed_by: Vec::new(),
        ..new(3, TODAY)
    };
    let opening = NewStep {
        cause: Cause::Opening,
        ..new(3, TODAY)
    };
    let (from, to) = (date(2026, 11, 24), date(2027, 11, 24));
    for (given, refusal) in [
        (new(2, TODAY), Refusal::SameLevel { level: 2 }),
        (new(5, TODAY), Refusal::NoSuchLevel { level: 5 }),
        (new(3, date(2026, 8, 31)), Refusal::TooEarly { earliest: MATCHED }),
        (
            new(3, date(2026, 12, 22)),
            Refusal::TooLate {
                latest: date(2026, 12, 21),
            },
        ),
        (silent, Refusal::NobodyAgreed),
        (opening, Refusal::NotACause { cause: "opening" }),
        (ended, Refusal::EndOutside { end: TODAY, from, to }),
    ] {
        assert_eq!(step(&begun(), given), Err(refusal));
    }
    let over = begun().step((by(), TODAY), false, &Ladder::shipped(), new(3, TODAY));
    assert_eq!(over, Err(Refusal::NotSupported));
    assert_eq!(step(&steps(Vec::new()), new(3, TODAY)), Err(Refusal::NotSupported));
}

#[test]
fn a_planned_step_counts_before_the_next_one_is_recorded() {
    let planned = steps(vec![
        a_step(1, None, 2, MATCHED),
        a_step(2, Some(2), 3, date(2026, 12, 1)),
    ]);
    let refused = step(&planned, new(1, TODAY));
    assert_eq!(
        refused,
        Err(Refusal::TooEarly {
            earliest: date(2026, 12, 1)
        })
    );
    assert_eq!(planned.level_on(TODAY), Some(level(2)), "not yet");
    assert_eq!(planned.level_on(date(2026, 12, 1)), Some(level(3)));
}

#[test]
fn the_level_of_any_day_follows_from_the_steps() {
    let steps = steps(vec![
        a_step(3, Some(3), 2, date(2026, 10, 20)),
        a_step(1, None, 2, MATCHED),
        a_step(2, Some(2), 3, date(2026, 10, 1)),
    ]);
    assert_eq!(steps.level_on(date(2026, 8, 31)), None);
    assert_eq!(steps.level_on(date(2026, 9, 30)), Some(level(2)));
    assert_eq!(steps.level_on(date(2026, 10, 19)), Some(level(3)));
    let ways: Vec<Way> = steps.all().iter().map(Step::way).collect();
    assert_eq!(ways, [Way::Opening, Way::Up, Way::Down]);
    let spans = steps.spans();
    let lasts: Vec<Option<Date>> = spans.iter().map(|span| span.to).collect();
    assert_eq!(lasts, [Some(date(2026, 9, 30)), Some(date(2026, 10, 19)), None]);
}

proptest! {
    #[test]
    fn any_list_of_steps_is_one_line_without_a_gap_and_each_step_changes_the_level(
        tries in proptest::collection::vec((0_u8..6, 0_i32..40), 0..30)
    ) {
        let mut kept = vec![a_step(1, None, 2, MATCHED)];
        for ((to, later), number) in tries.into_iter().zip(2_u128..) {
            let on = MATCHED.saturating_add(jiff::Span::new().days(later));
            if let Ok(event) = step(&steps(kept.clone()), new(to, on)) {
                kept.push(Step {
                    id: StepId::from_uuid(Uuid::from_u128(number)),
                    from: Some(event.from),
                    to: event.to,
                    on: event.on,
                    cause: event.cause,
                    expected_end: event.expected_end,
                });
            }
        }
        let steps = steps(kept);
        for pair in steps.all().windows(2) {
            prop_assert_eq!(pair[1].from, Some(pair[0].to));
            prop_assert!(pair[1].from != Some(pair[1].to));
        }
        for pair in steps.spans().windows(2) {
            let next = pair[0].to.and_then(|last| last.tomorrow().ok());
            prop_assert_eq!(next, Some(pair[1].from));
        }
    }
}
