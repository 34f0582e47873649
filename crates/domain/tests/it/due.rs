//! What is due about a family, whose it is, and that its days do not move while nothing happens.

use crate::contact::{MONDAY, any_record, at, done};
use domain::due::{Case, Due, DueKind, Stands, Whose, due, next, review_due};
use domain::step::Steps;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

fn case() -> Case {
    Case {
        record: at(2, MONDAY),
        is_supported: true,
        visits: vec![],
        to_sign: vec![],
        calls_to_sign: vec![],
        meetings: vec![],
        reviewed: None,
        follow_ups: vec![],
    }
}

fn of(case: &Case, today: Date) -> Vec<(DueKind, Date, Stands)> {
    let one = |due: Due| (due.kind, due.on, due.stands);
    due(case, today).into_iter().map(one).collect()
}

#[test]
fn what_is_due_is_said_with_its_day_and_how_it_stands() {
    let mut full = case();
    full.visits = vec![date(2026, 11, 4)];
    full.to_sign = vec![date(2026, 10, 27)];
    full.calls_to_sign = vec![date(2026, 10, 29)];
    full.meetings = vec![date(2026, 11, 20)];
    let mut steps = full.record.steps.all().to_vec();
    steps[0].expected_end = Some(date(2026, 11, 5));
    full.record.steps = Steps::new(full.record.steps.family(), steps);
    let today = date(2026, 11, 4);
    let expected = [
        (DueKind::CallSignature, date(2026, 11, 1), Stands::Overdue),
        (DueKind::Signature, date(2026, 11, 3), Stands::Overdue),
        (DueKind::Visit, today, Stands::Today),
        (DueKind::LevelEnd, date(2026, 11, 5), Stands::ThisWeek),
        (DueKind::Contact, date(2026, 11, 8), Stands::ThisWeek),
        (DueKind::Meeting, date(2026, 11, 20), Stands::Later),
        (DueKind::Review, date(2027, 2, 1), Stands::Later),
    ];
    assert_eq!(of(&full, today), expected);
    let first = next(&full, today).map(|due| due.kind);
    assert_eq!(first, Some(DueKind::Visit), "signatures have a list of their own");
    assert_eq!(DueKind::Visit.whose(), Whose::Carer);
    assert_eq!(DueKind::Signature.whose(), Whose::Supervisor);
    assert_eq!(DueKind::CallSignature.whose(), Whose::Supervisor);
    assert_eq!(DueKind::Review.whose(), Whose::Programme);
    assert_eq!(DueKind::FollowUp.whose(), Whose::FamilyWorker);
}

#[test]
fn the_week_ends_on_sunday() {
    let stands = |day: Date| Stands::on(day, date(2026, 11, 4));
    assert_eq!(stands(date(2026, 11, 3)), Stands::Overdue);
    assert_eq!(stands(date(2026, 11, 8)), Stands::ThisWeek);
    assert_eq!(stands(date(2026, 11, 9)), Stands::Later);
}

#[test]
fn once_support_is_over_only_what_was_begun_is_left() {
    let mut over = case();
    over.is_supported = false;
    over.to_sign = vec![MONDAY];
    assert_eq!(of(&over, MONDAY).len(), 1);
    assert_eq!(review_due(&over), None);
}

#[test]
fn a_follow_up_is_due_whether_support_goes_on_or_not() {
    let mut later = case();
    later.follow_ups = vec![date(2027, 10, 1), date(2028, 10, 1)];
    let days = |case: &Case| {
        let all = of(case, MONDAY).into_iter();
        all.filter(|(kind, ..)| *kind == DueKind::FollowUp)
            .map(|(_, on, stands)| (on, stands))
            .collect::<Vec<_>>()
    };
    let both = vec![(date(2027, 10, 1), Stands::Later), (date(2028, 10, 1), Stands::Later)];
    assert_eq!(days(&later), both);
    later.is_supported = false;
    assert_eq!(days(&later), both);
    let first = next(&later, MONDAY).map(|due| (due.kind, due.on));
    assert_eq!(first, Some((DueKind::FollowUp, date(2027, 10, 1))));
}

#[test]
fn a_review_held_leaves_no_reminder_of_the_one_before() {
    let mut reviewed = case();
    reviewed.reviewed = Some(date(2027, 1, 20));
    assert_eq!(review_due(&reviewed), Some(date(2027, 4, 21)));
    reviewed.record.sessions = vec![done(date(2027, 1, 18))];
    assert_eq!(of(&reviewed, date(2027, 1, 21))[0].0, DueKind::Contact);
}

proptest! {
    #[test]
    fn the_days_do_not_move_while_nothing_happens(record in any_record(), first in 0_i64..90, later in 0_i64..200) {
        let case = Case { record, ..case() };
        let days = |today: i64| {
            let today = MONDAY.saturating_add(today.days());
            due(&case, today).into_iter().map(|due| (due.on, due.kind)).collect::<Vec<_>>()
        };
        prop_assert_eq!(days(first), days(first + later));
    }
}
