//! The weekly rule: every clause of it in a table, and what holds whatever happened.

use domain::contact::{Contact, Days, Figure, Record, Week, figure, next_contact, week, weeks};
use domain::id::{FamilyId, StepId};
use domain::level::{Ladders, Level};
use domain::session::{Stage, WhyNot};
use domain::step::{Cause, Step, Steps};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::sample::select;
use uuid::Uuid;

/// A Monday.
pub const MONDAY: Date = date(2026, 11, 2);
/// Long after the weeks looked at.
pub const LATER: Date = date(2027, 3, 1);

pub fn level(number: u8) -> Level {
    Level::new(number).expect("one figure")
}

pub fn step_on(number: u128, from: Option<u8>, to: u8, on: Date) -> Step {
    Step {
        id: StepId::from_uuid(Uuid::from_u128(number)),
        from: from.map(level),
        to: level(to),
        on,
        cause: if from.is_some() { Cause::Asked } else { Cause::Opening },
        expected_end: None,
    }
}

/// A family at a level since a day, seen by nobody yet.
pub fn at(number: u8, since: Date) -> Record {
    stepped(vec![step_on(1, None, number, since)])
}

pub fn stepped(steps: Vec<Step>) -> Record {
    let from = steps[0].on;
    Record {
        steps: Steps::new(FamilyId::from_uuid(Uuid::from_u128(9)), steps),
        ladders: Ladders::shipped(),
        with_carer: vec![Days { from, to: None }],
        sessions: Vec::new(),
        held: Vec::new(),
        away: Vec::new(),
        covered: Vec::new(),
        disrupted: Vec::new(),
    }
}

fn day(days: i64) -> Date {
    MONDAY.saturating_add(days.days())
}

pub fn done(on: Date) -> Contact {
    Contact { on, stage: Stage::Done }
}

pub fn missed(on: Date, why: WhyNot) -> Contact {
    let stage = Stage::Missed { why };
    Contact { on, stage }
}

/// The counts of a week: due, met, waived, excused, missed, open.
fn counts(week: &Week) -> [u16; 6] {
    [week.due, week.met, week.waived, week.excused, week.missed, week.open]
}

fn of(record: &Record) -> [u16; 6] {
    counts(&week(record, MONDAY, LATER))
}

#[test]
fn each_clause_of_the_weekly_rule() {
    let regular = at(2, MONDAY);
    let twice = at(3, MONDAY);
    let with = |record: &Record, sessions: Vec<Contact>, held: Vec<Date>| Record {
        sessions,
        held,
        ..record.clone()
    };
    let cancelled = |why| Contact {
        on: MONDAY,
        stage: Stage::Cancelled { why },
    };
    let cases = [
        (
            "nothing is written down",
            with(&regular, vec![], vec![]),
            [1, 0, 0, 0, 1, 0],
        ),
        ("done", with(&regular, vec![done(day(3))], vec![]), [1, 1, 0, 0, 0, 0]),
        (
            "done on a Sunday",
            with(&regular, vec![done(day(6))], vec![]),
            [1, 1, 0, 0, 0, 0],
        ),
        (
            "done the Monday after",
            with(&regular, vec![done(day(7))], vec![]),
            [1, 0, 0, 0, 1, 0],
        ),
        (
            "done the Sunday before",
            with(&regular, vec![done(day(-1))], vec![]),
            [1, 0, 0, 0, 1, 0],
        ),
        (
            "a review stands in",
            with(&regular, vec![], vec![day(1)]),
            [1, 0, 1, 0, 0, 0],
        ),
        (
            "a review and a visit",
            with(&regular, vec![done(day(2))], vec![day(1)]),
            [1, 1, 0, 0, 0, 0],
        ),
        (
            "a review stands in for one of two",
            with(&twice, vec![], vec![day(1)]),
            [2, 0, 1, 0, 1, 0],
        ),
        (
            "two meetings for two",
            with(&twice, vec![], vec![day(1), day(2)]),
            [2, 0, 2, 0, 0, 0],
        ),
        (
            "a review the week before",
            with(&regular, vec![], vec![day(-1)]),
            [1, 0, 0, 0, 1, 0],
        ),
        (
            "a family's holiday",
            with(&regular, vec![missed(MONDAY, WhyNot::Holiday)], vec![]),
            [1, 0, 0, 1, 0, 0],
        ),
        (
            "the family's reasons",
            with(&regular, vec![missed(MONDAY, WhyNot::Family)], vec![]),
            [1, 0, 0, 1, 0, 0],
        ),
        (
            "called off for illness",
            with(&regular, vec![cancelled(WhyNot::Illness)], vec![]),
            [1, 0, 0, 1, 0, 0],
        ),
        (
            "the carer's own reason",
            with(&regular, vec![missed(MONDAY, WhyNot::Carer)], vec![]),
            [1, 0, 0, 0, 1, 0],
        ),
        (
            "not at home, and made good later",
            with(&regular, vec![missed(MONDAY, WhyNot::NotHome), done(day(4))], vec![]),
            [1, 1, 0, 0, 0, 0],
        ),
        (
            "one of two excused",
            with(&twice, vec![missed(MONDAY, WhyNot::Weather)], vec![]),
            [2, 0, 0, 1, 1, 0],
        ),
    ];
    for (name, record, counts) in cases {
        assert_eq!(of(&record), counts, "{name}");
    }
}

#[test]
fn a_week_with_fewer_than_four_days_at_a_level_is_not_counted() {
    for (first, is_counted) in [(day(3), true), (day(4), false)] {
        let week = week(&at(2, first), MONDAY, LATER);
        assert_eq!(week.level.is_some(), is_counted, "support begins on {first}");
    }
    for (stepped_on, counted_at) in [(day(3), 3), (day(4), 2)] {
        let record = stepped(vec![step_on(1, None, 2, day(-70)), step_on(2, Some(2), 3, stepped_on)]);
        assert_eq!(
            week(&record, MONDAY, LATER).level,
            Some(level(counted_at)),
            "stepped up on {stepped_on}"
        );
    }
    let thrice = stepped(vec![
        step_on(1, None, 2, day(-70)),
        step_on(2, Some(2), 3, day(2)),
        step_on(3, Some(3), 4, day(5)),
    ]);
    let none = week(&thrice, MONDAY, LATER);
    assert_eq!(
        (none.level, none.due, none.missed),
        (None, 0, 0),
        "two, three and two days"
    );
}

#[test]
fn days_without_a_carer_are_not_counted() {
    let mut record = at(2, day(-70));
    record.with_carer = vec![
        Days {
            from: day(-70),
            to: Some(day(2)),
        },
        Days { from: day(9), to: None },
    ];
    let levels = weeks(&record, day(20), 3)
        .iter()
        .map(|week| week.level.is_some())
        .collect::<Vec<_>>();
    assert_eq!(
        levels,
        [false, true, true],
        "three days of the first week, five of the second, all of the third"
    );
}

#[test]
fn one_session_in_two_weeks_falls_due_in_the_second_and_counts_from_the_first() {
    let light = at(1, MONDAY);
    let four = |sessions: Vec<Contact>, held: Vec<Date>| {
        let record = Record {
            sessions,
            held,
            ..light.clone()
        };
        weeks(&record, day(27), 4).iter().map(counts).collect::<Vec<_>>()
    };
    let (nothing, met, gone) = ([0; 6], [1, 1, 0, 0, 0, 0], [1, 0, 0, 0, 1, 0]);
    // The last week is not over on its own Sunday.
    let open = [1, 0, 0, 0, 0, 1];
    assert_eq!(four(vec![], vec![]), [nothing, gone, nothing, open]);
    assert_eq!(
        four(vec![done(day(1))], vec![]),
        [nothing, met, nothing, open],
        "done in the first week"
    );
    assert_eq!(
        four(vec![done(day(8))], vec![]),
        [nothing, met, nothing, open],
        "done in the second"
    );
    let twice = vec![done(day(1)), done(day(8))];
    assert_eq!(
        four(twice, vec![]),
        [nothing, met, nothing, open],
        "one too many is not carried over"
    );
    assert_eq!(
        four(vec![], vec![day(2)])[1],
        [1, 0, 1, 0, 0, 0],
        "a review in the first week"
    );
    // A step in between begins the two weeks anew.
    let mut again = light.clone();
    again.steps = Steps::new(
        again.steps.family(),
        vec![
            step_on(1, None, 1, MONDAY),
            step_on(2, Some(1), 2, day(7)),
            step_on(3, Some(2), 1, day(14)),
        ],
    );
    let due: Vec<u16> = weeks(&again, LATER, 18).iter().take(6).map(|week| week.due).collect();
    assert_eq!(due[..4], [0, 1, 0, 1], "one week at level 1, one at 2, two at 1");
}

#[test]
fn nobody_is_counted_against_while_a_household_is_away_and_nobody_stands_in() {
    let away = |from: i64, to: i64| Record {
        away: vec![Days {
            from: day(from),
            to: Some(day(to)),
        }],
        ..at(2, day(-70))
    };
    assert_eq!(of(&away(0, 3)), [1, 0, 0, 1, 0, 0], "four days");
    assert_eq!(of(&away(0, 2)), [1, 0, 0, 0, 1, 0], "three days leave four to come");
    let covered = Record {
        covered: vec![Days {
            from: day(0),
            to: Some(day(6)),
        }],
        ..away(0, 6)
    };
    assert_eq!(of(&covered), [1, 0, 0, 0, 1, 0], "somebody stood in");
    let snow = Record {
        disrupted: vec![Days {
            from: day(1),
            to: Some(day(4)),
        }],
        ..at(2, day(-70))
    };
    assert_eq!(of(&snow), [1, 0, 0, 1, 0, 0], "snow from Tuesday to Friday");
}

#[test]
fn a_ladder_of_the_sites_own_says_what_is_due_from_its_day_on() {
    let mut record = at(2, day(-70));
    let shipped = domain::level::Ladder::shipped();
    let mut rungs = shipped.rungs().to_vec();
    rungs[2].sessions = 3;
    let own = domain::level::Ladder::new(rungs, level(2)).unwrap();
    record.ladders = Ladders::new(vec![(day(7), own)]);
    let due: Vec<u16> = weeks(&record, day(20), 3).iter().map(|week| week.due).collect();
    assert_eq!(due, [1, 3, 3]);
}

#[test]
fn the_next_contact_is_due_by_the_end_of_the_first_week_that_wants_one() {
    let next = |record: &Record| next_contact(record);
    let regular = at(2, MONDAY);
    assert_eq!(next(&regular), Some(day(6)), "in the first week");
    let seen = Record {
        sessions: vec![done(day(1))],
        ..regular.clone()
    };
    assert_eq!(next(&seen), Some(day(13)), "seen in the first");
    let seen_late = Record {
        sessions: vec![done(day(29))],
        ..regular.clone()
    };
    assert_eq!(next(&seen_late), Some(day(41)), "what was missed before is over");
    let one_of_two = Record {
        sessions: vec![done(day(1))],
        ..at(3, MONDAY)
    };
    assert_eq!(next(&one_of_two), Some(day(6)), "one more this week");
    let light = at(1, MONDAY);
    assert_eq!(next(&light), Some(day(13)), "one in two weeks");
    let on_holiday = Record {
        sessions: vec![done(day(1)), missed(day(8), WhyNot::Holiday)],
        ..regular.clone()
    };
    assert_eq!(
        next(&on_holiday),
        Some(day(20)),
        "the week of the holiday asks for nothing"
    );
    let carer_away = Record {
        away: vec![Days {
            from: day(0),
            to: Some(day(20)),
        }],
        ..regular.clone()
    };
    assert_eq!(next(&carer_away), Some(day(27)), "after three weeks away");
    let mut ended = regular.clone();
    ended.with_carer[0].to = Some(day(30));
    assert_eq!(next(&ended), None, "nobody is expected once the match ended");
}

/// Any stage a session can have.
fn stage() -> impl Strategy<Value = Stage> {
    let why = select(WhyNot::ALL.to_vec());
    prop_oneof![
        Just(Stage::Planned),
        Just(Stage::Done),
        why.clone().prop_map(|why| Stage::Cancelled { why }),
        why.prop_map(|why| Stage::Missed { why }),
    ]
}

fn contact() -> impl Strategy<Value = Contact> {
    (-10_i64..80, stage()).prop_map(|(days, stage)| Contact { on: day(days), stage })
}

/// Any family: a few steps, sessions, reviews and times away.
pub fn any_record() -> impl Strategy<Value = Record> {
    let steps = prop::collection::vec((0_i64..70, 0_u8..5), 0..4);
    let days = prop::collection::vec((-5_i64..75, 0_i64..20), 0..3);
    let sessions = prop::collection::vec(contact(), 0..20);
    let held = prop::collection::vec(0_i64..75, 0..4);
    (0_u8..5, steps, sessions, held, days.clone(), days).prop_map(|(first, steps, sessions, held, away, covered)| {
        let mut all = vec![step_on(1, None, first, MONDAY)];
        let mut sorted = steps;
        sorted.sort_unstable();
        for (number, (on, to)) in (2..).zip(sorted) {
            let from = all.last().map(|step| step.to.number());
            if from != Some(to) {
                all.push(step_on(number, from, to, day(on)));
            }
        }
        let times = |days: Vec<(i64, i64)>| {
            let time = |(from, long): (i64, i64)| Days {
                from: day(from),
                to: Some(day(from + long)),
            };
            days.into_iter().map(time).collect()
        };
        Record {
            sessions,
            held: held.into_iter().map(day).collect(),
            away: times(away),
            covered: times(covered),
            ..stepped(all)
        }
    })
}

/// Whether the first figure is at least as good as the second.
fn at_least(one: Figure, other: Figure) -> bool {
    u32::from(other.met) * u32::from(one.expected) <= u32::from(one.met) * u32::from(other.expected)
}

proptest! {
    #[test]
    fn what_was_due_is_met_waived_excused_missed_or_open(record in any_record(), today in 0_i64..90) {
        for week in weeks(&record, day(today), 13) {
            prop_assert_eq!(week.due, week.met + week.waived + week.excused + week.missed + week.open);
            prop_assert!(week.missed == 0 || week.open == 0);
            prop_assert!(week.level.is_some() || week.due == 0);
        }
    }

    #[test]
    fn the_order_of_sessions_and_reviews_does_not_matter(record in any_record(), today in 0_i64..90) {
        let mut turned = record.clone();
        turned.sessions.reverse();
        turned.held.reverse();
        turned.away.reverse();
        prop_assert_eq!(weeks(&record, day(today), 13), weeks(&turned, day(today), 13));
        prop_assert_eq!(next_contact(&record), next_contact(&turned));
    }

    #[test]
    fn a_familys_holiday_never_lowers_a_carers_figure(record in any_record(), on in 0_i64..80, of_family in any::<bool>()) {
        let why = if of_family { WhyNot::Family } else { WhyNot::Holiday };
        let before = figure(&weeks(&record, day(90), 13));
        let mut on_holiday = record;
        on_holiday.sessions.push(missed(day(on), why));
        let after = figure(&weeks(&on_holiday, day(90), 13));
        prop_assert_eq!(after.met, before.met);
        prop_assert!(after.expected <= before.expected);
        prop_assert!(at_least(after, before), "{:?} then {:?}", before, after);
    }

    #[test]
    fn another_visit_never_makes_less_of_what_was_done(record in any_record(), on in 0_i64..80) {
        let before = figure(&weeks(&record, day(90), 13));
        let mut seen = record;
        seen.sessions.push(done(day(on)));
        let after = figure(&weeks(&seen, day(90), 13));
        prop_assert!(before.met <= after.met && at_least(after, before));
    }
}
