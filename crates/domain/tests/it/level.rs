//! A ladder is in order, can be stepped on, and the shipped one is what the programme says.

use domain::level::{Ladder, LadderProblem, Ladders, Level, Rung};
use jiff::civil::date;

fn rung(level: u8) -> Rung {
    Rung {
        level: Level::new(level).expect("one figure"),
        sessions: 1,
        weeks: 1,
        stays_a_month: 0,
        review_days: 91,
        ends_after_days: None,
    }
}

#[test]
fn the_shipped_ladder_is_the_programmes() {
    let ladder = Ladder::shipped();
    let says = |number: u8| {
        let rung = ladder.rung(Level::new(number).unwrap()).unwrap();
        (rung.sessions, rung.weeks, rung.review_days, rung.ends_after_days)
    };
    assert_eq!(says(0), (1, 2, 91, None));
    assert_eq!(says(1), (1, 2, 91, None));
    assert_eq!(says(2), (1, 1, 91, None));
    assert_eq!(says(3), (2, 1, 42, None));
    assert_eq!(says(4), (7, 1, 14, Some(14)));
    assert_eq!(ladder.first().number(), 2);
    let again = Ladder::new(ladder.rungs().to_vec(), ladder.first());
    assert_eq!(again.unwrap(), ladder);
}

#[test]
fn levels_out_of_order_or_without_sense_make_no_ladder() {
    let first = Level::new(1).unwrap();
    let problem = |rungs: Vec<Rung>| Ladder::new(rungs, first).unwrap_err();
    assert_eq!(problem(vec![rung(1)]), LadderProblem::TooFew { rungs: 1 });
    assert_eq!(problem(vec![rung(1), rung(1)]), LadderProblem::NotInOrder { level: 1 });
    assert_eq!(
        problem(vec![rung(2), rung(3), rung(1)]),
        LadderProblem::NotInOrder { level: 1 }
    );
    assert_eq!(problem(vec![rung(2), rung(3)]), LadderProblem::NoFirst { level: 1 });
    let no_weeks = Rung { weeks: 0, ..rung(2) };
    assert_eq!(
        problem(vec![rung(1), no_weeks]),
        LadderProblem::Weeks { level: 2, max: 4 }
    );
    let never = Rung {
        review_days: 0,
        ..rung(2)
    };
    assert_eq!(
        problem(vec![rung(1), never]),
        LadderProblem::Review { level: 2, max: 91 }
    );
    assert_eq!(Level::new(10), None);
}

#[test]
fn every_mistake_of_a_ladder_is_named_at_once() {
    let rungs = vec![
        Rung {
            weeks: 5,
            review_days: 92,
            ..rung(1)
        },
        Rung {
            sessions: 15,
            ends_after_days: Some(0),
            ..rung(1)
        },
    ];
    let problems = [
        LadderProblem::NotInOrder { level: 1 },
        LadderProblem::Weeks { level: 1, max: 4 },
        LadderProblem::Review { level: 1, max: 91 },
        LadderProblem::TooManySessions { level: 1, max: 14 },
        LadderProblem::Ends { level: 1, max: 91 },
        LadderProblem::NoFirst { level: 7 },
    ];
    assert_eq!(Ladder::problems(&rungs, Level::new(7).unwrap()), problems);
}

#[test]
fn a_ladder_holds_from_its_day_on_and_the_one_shipped_before() {
    let first = Level::new(1).unwrap();
    let two = Ladder::new(vec![rung(1), rung(2)], first).unwrap();
    let three = Ladder::new(vec![rung(1), rung(2), rung(3)], first).unwrap();
    let (october, november) = (date(2026, 10, 1), date(2026, 11, 1));
    let ladders = Ladders::new(vec![
        (november, three.clone()),
        (october, three.clone()),
        (october, two.clone()),
    ]);
    assert_eq!(
        (ladders.on(date(2026, 9, 30)), ladders.since(date(2026, 9, 30))),
        (&Ladder::shipped(), None)
    );
    assert_eq!(
        (ladders.on(october), ladders.since(october)),
        (&two, Some(october)),
        "the later set counts"
    );
    assert_eq!(ladders.on(date(2026, 12, 1)), &three);
}
