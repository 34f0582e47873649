//! Plans: versions, views beside each other, and support that goes on longer.

use domain::goal::Mark;
use domain::id::{AccountId, ExtensionId, FamilyId, GoalId, PersonId, PlanId};
use domain::need::need;
use domain::plan::{
    Agreed, Bounds, Event, Extension, ExtensionEvent, ExtensionRefusal, ExtensionStage, GOALS_MAX, HowOften,
    NewExtension, NewGoal, NewPlan, NewView, Plan, Refusal, Side, Stance, Term, ViewRefusal, Viewer, ends_soon,
};
use domain::support::kind;
use domain::text::Text;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use uuid::Uuid;

const REFERRED: Date = date(2026, 8, 3);
const SUPPORTED: Date = date(2026, 9, 1);
const TODAY: Date = date(2026, 11, 23);

fn person(number: u128) -> PersonId {
    PersonId::from_uuid(Uuid::from_u128(number))
}

fn goal_id(number: u128) -> GoalId {
    GoalId::from_uuid(Uuid::from_u128(number))
}

fn account(number: u128) -> AccountId {
    AccountId::from_uuid(Uuid::from_u128(number))
}

fn text(words: &str) -> Text {
    Text::parse(words).expect("words")
}

fn bounds<'a>(people: &'a [PersonId], goals: &'a [(GoalId, PersonId)]) -> Bounds<'a> {
    Bounds {
        today: TODAY,
        referred: REFERRED,
        supported: Some(SUPPORTED),
        latest_end: Term::SHIPPED.latest_end(SUPPORTED),
        people,
        goals,
    }
}

fn a_goal(id: Option<GoalId>, owner: PersonId) -> NewGoal {
    NewGoal {
        id,
        owner,
        words: text("Bedtime without shouting"),
        need: need("routines"),
        mark: Mark::new(3),
    }
}

fn new(goals: Vec<NewGoal>) -> NewPlan {
    NewPlan {
        from_version: 0,
        met_on: date(2026, 9, 8),
        planned_end: Term::SHIPPED.usual_end(SUPPORTED),
        needs: ["behaviour", "routines"].iter().filter_map(|key| need(key)).collect(),
        support: [("mentoring", HowOften::Weekly), ("stay", HowOften::Monthly)]
            .iter()
            .filter_map(|(key, often)| Some((kind(key)?, *often)))
            .collect(),
        goals,
        wishes: vec![(person(2), text("To see Mam laugh"))],
        hard_time: Some(text("Ring Lowri first")),
        more: None,
        change: None,
    }
}

fn plan(version: u32, goals: &[(GoalId, PersonId)]) -> Plan {
    Plan {
        id: PlanId::from_uuid(Uuid::from_u128(50)),
        family: FamilyId::from_uuid(Uuid::from_u128(51)),
        version,
        met_on: date(2026, 9, 8),
        planned_end: Term::SHIPPED.usual_end(SUPPORTED),
        needs: Vec::new(),
        support: Vec::new(),
        goals: goals.to_vec(),
    }
}

fn refused(new: NewPlan, last: Option<&Plan>, bounds: Bounds<'_>) -> Vec<Refusal> {
    new.write(last, bounds).expect_err("a refusal")
}

#[test]
fn the_first_plan_is_version_one_with_its_lists_in_order() {
    let people = [person(1), person(2)];
    let event = new(vec![a_goal(None, person(1))])
        .write(None, bounds(&people, &[]))
        .unwrap();
    assert_eq!((event.version, event.let_go.len()), (1, 0));
    let needs: Vec<&str> = event.new.needs.iter().map(|need| need.key).collect();
    assert_eq!(needs, ["routines", "behaviour"]);
}

#[test]
fn support_is_planned_for_twelve_months_and_at_most_fifteen() {
    let people = [person(1), person(2)];
    let usual = Term::SHIPPED.usual_end(SUPPORTED);
    assert_eq!(
        (usual, Term::SHIPPED.latest_end(SUPPORTED)),
        (date(2027, 9, 1), date(2027, 12, 1))
    );
    for (end, taken) in [
        (date(2026, 8, 31), false),
        (SUPPORTED, true),
        (date(2027, 12, 1), true),
        (date(2027, 12, 2), false),
    ] {
        let mut plan = new(vec![a_goal(None, person(1))]);
        plan.planned_end = end;
        let written = plan.write(None, bounds(&people, &[]));
        assert_eq!(written.is_ok(), taken, "{end}: {written:?}");
    }
}

#[test]
fn every_reason_against_a_plan_is_said_at_once() {
    let people = [person(1)];
    let mut bad = new(vec![NewGoal {
        mark: None,
        ..a_goal(None, person(9))
    }]);
    bad.met_on = TODAY.tomorrow().unwrap();
    bad.planned_end = date(2030, 1, 1);
    bad.support.clear();
    let said = refused(bad, None, bounds(&people, &[]));
    assert!(
        matches!(
            said.as_slice(),
            [
                Refusal::MeetingToCome { .. },
                Refusal::EndOutside { .. },
                Refusal::NoMark { goal: 0 },
                Refusal::NoSupport,
                Refusal::NotOfTheFamily
            ]
        ),
        "{said:?}"
    );
}

#[test]
fn there_is_no_plan_before_support_and_none_without_a_goal_or_with_too_many() {
    let people = [person(1), person(2)];
    let nobody = Bounds {
        supported: None,
        ..bounds(&people, &[])
    };
    assert_eq!(
        refused(new(vec![a_goal(None, person(1))]), None, nobody),
        [Refusal::NotSupported]
    );
    assert_eq!(refused(new(Vec::new()), None, bounds(&people, &[])), [Refusal::NoGoal]);
    let many = vec![a_goal(None, person(1)); GOALS_MAX + 1];
    assert_eq!(
        refused(new(many), None, bounds(&people, &[])),
        [Refusal::TooManyGoals { max: GOALS_MAX }]
    );
    let mut early = new(vec![a_goal(None, person(1))]);
    early.met_on = REFERRED.yesterday().unwrap();
    assert_eq!(
        refused(early, None, bounds(&people, &[])),
        [Refusal::MeetingTooEarly { earliest: REFERRED }]
    );
}

#[test]
fn of_two_people_at_once_the_second_is_told() {
    let people = [person(1), person(2)];
    let goals = [(goal_id(7), person(1))];
    let mut second = new(vec![a_goal(Some(goal_id(7)), person(1))]);
    second.from_version = 1;
    second.change = Some(text("Bedtimes go well"));
    let stands = plan(2, &goals);
    assert_eq!(
        refused(second.clone(), Some(&stands), bounds(&people, &goals)),
        [Refusal::Overtaken { now: 2 }]
    );
    second.from_version = 2;
    assert_eq!(second.write(Some(&stands), bounds(&people, &goals)).unwrap().version, 3);
}

#[test]
fn another_version_says_what_is_different_and_lets_go_of_what_is_not_in_it() {
    let people = [person(1), person(2)];
    let goals = [(goal_id(7), person(1)), (goal_id(8), person(2))];
    let stands = plan(1, &goals);
    let mut next = new(vec![a_goal(Some(goal_id(8)), person(2)), a_goal(None, person(1))]);
    next.from_version = 1;
    assert_eq!(
        refused(next.clone(), Some(&stands), bounds(&people, &goals)),
        [Refusal::ChangeNotSaid]
    );
    next.change = Some(text("A new goal"));
    assert_eq!(
        next.write(Some(&stands), bounds(&people, &goals)).unwrap().let_go,
        [goal_id(7)]
    );
}

#[test]
fn a_goal_stays_whose_it_was_and_is_there_once() {
    let people = [person(1), person(2)];
    let goals = [(goal_id(7), person(1))];
    for wrong in [
        vec![a_goal(Some(goal_id(7)), person(2))],
        vec![a_goal(Some(goal_id(99)), person(1))],
    ] {
        assert_eq!(
            refused(new(wrong), None, bounds(&people, &goals)),
            [Refusal::NotItsGoal { goal: 0 }]
        );
    }
    let twice = vec![a_goal(Some(goal_id(7)), person(1)); 2];
    assert_eq!(
        refused(new(twice), None, bounds(&people, &goals)),
        [Refusal::NotItsGoal { goal: 1 }]
    );
}

#[test]
fn a_view_is_about_the_version_that_stands_and_a_comment_says_something() {
    let stands = plan(2, &[]);
    let view = |version, stance, words: Option<&str>| NewView {
        version,
        by: Viewer::Person(person(1)),
        stance,
        words: words.map(text),
    };
    let people = [person(1)];
    assert!(stands.view(view(2, Stance::Agrees, None), &people).is_ok());
    assert!(stands.view(view(2, Stance::Disagrees, None), &people).is_ok());
    assert_eq!(
        stands.view(view(1, Stance::Agrees, None), &people),
        Err(ViewRefusal::NotTheNewest { now: 2 })
    );
    assert_eq!(
        stands.view(view(2, Stance::Comments, None), &people),
        Err(ViewRefusal::NothingSaid)
    );
    assert_eq!(
        stands.view(view(2, Stance::Agrees, None), &[person(9)]),
        Err(ViewRefusal::NotOfTheFamily)
    );
    let own = NewView {
        by: Viewer::Account(account(4)),
        ..view(2, Stance::Agrees, None)
    };
    assert!(stands.view(own, &[]).is_ok());
}

const FIRST_END: Date = date(2027, 9, 1);

fn extension(to: Date) -> Extension {
    Extension {
        id: ExtensionId::from_uuid(Uuid::from_u128(60)),
        family: FamilyId::from_uuid(Uuid::from_u128(51)),
        first_end: FIRST_END,
        to,
        asked_by: account(1),
        programme: None,
        authority: None,
        stage: ExtensionStage::Asked,
        version: 1,
    }
}

fn agreed(number: u128) -> Agreed {
    Agreed {
        by: account(number),
        on: TODAY,
    }
}

#[test]
fn three_months_more_are_the_programmes_and_one_day_past_them_the_authoritys_too() {
    let short = extension(date(2027, 12, 1));
    assert!(!short.needs_authority() && !short.asks(Side::Authority));
    let done = short.agree(Side::Programme, agreed(1)).unwrap();
    assert!(matches!(done, ExtensionEvent::Agreed { last: true, .. }));
    assert_eq!(short.agree(Side::Authority, agreed(2)), Err(ExtensionRefusal::NotAsked));
    let mut long = extension(date(2027, 12, 2));
    for side in [Side::Programme, Side::Authority] {
        let first = long.agree(side, agreed(1)).unwrap();
        assert!(matches!(first, ExtensionEvent::Agreed { last: false, .. }), "{side:?}");
    }
    long.programme = Some(agreed(1));
    assert_eq!(long.agree(Side::Programme, agreed(1)), Err(ExtensionRefusal::NotAsked));
    assert!(matches!(
        long.agree(Side::Authority, agreed(2)).unwrap(),
        ExtensionEvent::Agreed { last: true, .. }
    ));
}

#[test]
fn one_no_decides_and_nothing_is_decided_twice() {
    let mut asked = extension(date(2027, 12, 2));
    assert!(
        asked
            .not_agree(Side::Authority, agreed(2), text("No carer is free"))
            .is_ok()
    );
    asked.stage = ExtensionStage::NotAgreed { side: Side::Authority };
    let again = asked.agree(Side::Programme, agreed(1));
    assert_eq!(again, Err(ExtensionRefusal::IsAlready { stage: "not_agreed" }));
}

#[test]
fn more_is_asked_for_a_day_after_the_end_that_holds_and_at_most_a_year() {
    let ask = |to: Date, waits: bool| {
        let new = NewExtension {
            to,
            reason: text("Two more terms"),
        };
        new.ask(Some(FIRST_END), Some(date(2027, 12, 1)), waits)
    };
    assert!(ask(date(2027, 12, 2), false).is_ok() && ask(date(2028, 9, 1), false).is_ok());
    assert_eq!(ask(date(2027, 12, 2), true), Err(ExtensionRefusal::WaitsAlready));
    for to in [date(2027, 12, 1), date(2028, 9, 2)] {
        assert!(matches!(ask(to, false), Err(ExtensionRefusal::Outside { .. })), "{to}");
    }
    let nothing = NewExtension {
        to: TODAY,
        reason: text("No plan"),
    };
    assert_eq!(nothing.ask(None, None, false), Err(ExtensionRefusal::NoPlan));
}

proptest! {
    /// Whatever is written one after another, versions count up by one, no goal is there twice, and the goals that are
    /// open are those of the version that stands.
    #[test]
    fn versions_are_one_line_and_open_goals_are_those_of_the_newest(
        tries in prop::collection::vec((0u32..4, prop::collection::vec((0u128..6, 1u128..3), 0..4)), 1..12)
    ) {
        let people = [person(1), person(2)];
        let mut last: Option<Plan> = None;
        let mut open: Vec<(GoalId, PersonId)> = Vec::new();
        let mut made = 100u128;
        for (from_version, goals) in tries {
            let goals = goals.into_iter().map(|(id, owner)| {
                let known = open.iter().find(|(goal, _)| *goal == goal_id(100 + id)).copied();
                a_goal(known.map(|(goal, _)| goal), person(owner))
            });
            let mut next = new(goals.collect());
            next.from_version = from_version;
            next.change = Some(text("Something else"));
            let before = last.as_ref().map_or(0, |last| last.version);
            let Ok(Event { version, new: written, let_go }) = next.write(last.as_ref(), bounds(&people, &open)) else {
                continue;
            };
            prop_assert_eq!(version, before + 1);
            open.retain(|(goal, _)| !let_go.contains(goal));
            let mut now = Vec::new();
            for goal in &written.goals {
                let id = goal.id.unwrap_or_else(|| {
                    made += 1;
                    goal_id(made - 1)
                });
                prop_assert!(!now.contains(&(id, goal.owner)));
                now.push((id, goal.owner));
                if goal.id.is_none() {
                    open.push((id, goal.owner));
                }
            }
            let mut sorted = now.clone();
            sorted.sort();
            open.sort();
            prop_assert_eq!(&sorted, &open);
            last = Some(plan(version, &now));
        }
    }
}

#[test]
fn support_ends_soon_from_eight_weeks_before_its_planned_end() {
    assert!(!ends_soon(date(2027, 1, 19), TODAY));
    assert!(ends_soon(date(2027, 1, 18), TODAY));
    assert!(ends_soon(TODAY, TODAY));
    assert!(ends_soon(date(2026, 11, 1), TODAY));
}
