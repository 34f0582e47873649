//! Suggestions: which rule fires on what, and that what was set aside does not come back.

use crate::contact::{MONDAY, at, done, missed};
use domain::contact::{Contact, Record, weeks};
use domain::goal::{Mark, Marked};
use domain::session::WhyNot;
use domain::step::Steps;
use domain::suggest::{Facts, Numbers, RULES, Suggestion, Towards, suggestions};
use jiff::ToSpan;
use jiff::civil::Date;

/// A Wednesday eight weeks after support began.
fn today() -> Date {
    day(58)
}

fn day(days: i64) -> Date {
    MONDAY.saturating_add(days.days())
}

fn fired(record: &Record, urgent: &[Date], set_aside: &[(String, String)]) -> Vec<Suggestion> {
    let weeks = weeks(record, today(), 13);
    let facts = Facts {
        record,
        weeks: &weeks,
        urgent,
        goals: &[],
        today: today(),
        numbers: Numbers::shipped(),
    };
    suggestions(&facts, set_aside)
}

fn keys(record: &Record, urgent: &[Date]) -> Vec<&'static str> {
    fired(record, urgent, &[]).iter().map(|one| one.rule.key).collect()
}

/// A visit in each week but some of the last.
fn seen_but(last: i64) -> Record {
    Record {
        sessions: (0..8 - last).map(|week| done(day(week * 7 + 1))).collect(),
        ..at(2, MONDAY)
    }
}

#[test]
fn nothing_is_suggested_while_a_family_is_seen_as_its_level_means() {
    assert_eq!(keys(&seen_but(0), &[]), [""; 0]);
    assert_eq!(keys(&seen_but(2), &[]), [""; 0], "two weeks are not three");
}

#[test]
fn three_weeks_well_below_the_level_are_a_reason_to_look() {
    let below = fired(&seen_but(3), &[], &[]);
    assert_eq!(below.len(), 1);
    let one = below[0];
    assert_eq!((one.rule.key, one.fired.towards), ("below", Towards::Look));
    assert_eq!((one.fired.counted, one.fired.happened, one.fired.expected), (3, 0, 3));
    assert_eq!(one.fired.since, day(35));
    let mut on_holiday = seen_but(3);
    on_holiday.sessions.push(missed(day(50), WhyNot::Holiday));
    assert_eq!(keys(&on_holiday, &[]), [""; 0], "a holiday is none of the three");
}

#[test]
fn three_weeks_well_above_the_level_are_a_reason_for_more() {
    let mut above = seen_but(0);
    above.sessions.extend((5..8).map(|week| done(day(week * 7 + 3))));
    let fired = fired(&above, &[], &[]);
    assert_eq!((fired[0].rule.key, fired[0].fired.towards), ("above", Towards::More));
    assert_eq!((fired[0].fired.happened, fired[0].fired.expected), (6, 3));
    let mut light = Record {
        sessions: (0..8).map(|week| done(day(week * 7))).collect(),
        ..at(1, MONDAY)
    };
    assert_eq!(keys(&light, &[]), ["above"], "every week where one in two is meant");
    light.sessions.retain(|session| session.on < day(40));
    assert_eq!(keys(&light, &[]), [""; 0], "that is over");
}

#[test]
fn two_urgent_visits_within_fourteen_days_are_a_reason_for_more() {
    let record = seen_but(0);
    assert_eq!(keys(&record, &[day(45), day(58)]), ["urgent"]);
    assert_eq!(keys(&record, &[day(44), day(58)]), [""; 0], "the first is too long ago");
    assert_eq!(keys(&record, &[day(58)]), [""; 0]);
    assert_eq!(
        keys(&record, &[day(58), day(59)]),
        [""; 0],
        "one that is to come is none"
    );
}

#[test]
fn three_visits_missed_in_a_row_are_a_reason_to_look_whoever_s_reason_it_was() {
    let mut record = seen_but(1);
    let miss = |days: i64| missed(day(days), WhyNot::NotHome);
    record.sessions.extend([miss(51), miss(52), miss(53)]);
    let one = fired(&record, &[], &[])[0];
    assert_eq!(
        (one.rule.key, one.fired.counted, one.fired.since),
        ("missed", 3, day(51))
    );
    record.sessions.push(done(day(54)));
    assert_eq!(keys(&record, &[]), [""; 0]);
}

#[test]
fn a_level_that_was_only_for_a_while_asks_once_that_is_over() {
    let mut record = seen_but(0);
    let mut steps = record.steps.all().to_vec();
    let mut ends = |end: Date| {
        steps[0].expected_end = Some(end);
        record.steps = Steps::new(record.steps.family(), steps.clone());
        keys(&record, &[])
    };
    assert_eq!(ends(day(59)), [""; 0]);
    assert_eq!(ends(day(58)), ["level_ended"]);
}

fn fallen(goals: &[&[(i64, u8)]]) -> Option<(u16, Date, (Date, u16))> {
    let marked = |(days, mark): &(i64, u8)| Marked {
        on: day(*days),
        mark: Mark::new(*mark).expect("a mark"),
    };
    let goals: Vec<Vec<Marked>> = goals.iter().map(|marks| marks.iter().map(marked).collect()).collect();
    let record = seen_but(0);
    let facts = Facts {
        record: &record,
        weeks: &[],
        urgent: &[],
        goals: &goals,
        today: today(),
        numbers: Numbers::shipped(),
    };
    let all = suggestions(&facts, &[]);
    let one = all.iter().find(|one| one.rule.key == "goals")?;
    assert_eq!(one.fired.towards, Towards::Look);
    Some((one.fired.counted, one.fired.since, one.fired.about))
}

#[test]
fn a_goal_well_further_off_than_at_its_last_mark_is_a_reason_to_look() {
    assert_eq!(fallen(&[&[(20, 6), (50, 4)]]), Some((1, day(50), (day(50), 1))));
    assert_eq!(fallen(&[&[(20, 6), (50, 5)]]), None, "one of ten is a day's mood");
    assert_eq!(fallen(&[&[(20, 4), (50, 6)]]), None, "nearer");
    assert_eq!(fallen(&[&[(50, 2)], &[]]), None, "nothing to compare it with");
    assert_eq!(
        fallen(&[&[(20, 9), (30, 5), (50, 5)]]),
        None,
        "it fell before, and was looked at since"
    );
    assert_eq!(
        fallen(&[&[(20, 8), (50, 9), (50, 3)]]),
        Some((1, day(50), (day(50), 1))),
        "two marks of one day: the later, against the day before"
    );
    assert_eq!(fallen(&[&[(2, 6), (15, 2)]]), None, "six weeks ago says nothing of now");
    assert_eq!(fallen(&[&[(2, 6), (16, 2)]]), Some((1, day(16), (day(16), 1))));
    assert_eq!(
        fallen(&[&[(20, 6), (45, 2)], &[(20, 6), (50, 2)]]),
        Some((2, day(45), (day(50), 1)))
    );
}

#[test]
fn what_was_set_aside_does_not_come_back_for_the_same_facts() {
    let mut record = seen_but(3);
    let one = fired(&record, &[], &[])[0];
    let aside = [(one.rule.key.to_owned(), one.facts())];
    assert!(fired(&record, &[], &aside).is_empty());
    let other = [("above".to_owned(), one.facts())];
    assert_eq!(fired(&record, &[], &other).len(), 1, "another rule's");
    let was_seen: Vec<Contact> = vec![done(day(36)), done(day(37))];
    record.sessions.extend(was_seen);
    record
        .sessions
        .retain(|session| session.on < day(14) || day(35) < session.on);
    let again = fired(&record, &[], &aside);
    assert!(again.is_empty(), "and what was seen since made it none");
}

#[test]
fn a_rule_has_a_key_of_its_own() {
    let mut keys: Vec<_> = RULES.iter().map(|rule| rule.key).collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), RULES.len());
}
