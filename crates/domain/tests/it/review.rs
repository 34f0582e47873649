//! Reviews: when the next is due, what may be planned, and what may be written down.

use crate::contact::{at, step_on, stepped};
use domain::id::{AccountId, FamilyId, PersonId, ReviewId, SiteId};
use domain::level::Ladders;
use domain::review::{
    Attendee, Bounds, Decision, Event, NewReview, Refusal, Review, ReviewKind, Said, Stage, hold, next_review, plan,
};
use domain::text::Text;
use jiff::civil::{Date, date};
use uuid::Uuid;

const TODAY: Date = date(2026, 11, 23);
const MATCHED: Date = date(2026, 9, 1);

fn text(words: &str) -> Text {
    Text::parse(words).expect("words")
}

fn person(number: u128) -> PersonId {
    PersonId::from_uuid(Uuid::from_u128(number))
}

fn said() -> Said {
    Said {
        said: text("Mornings go well"),
        theirs: Some(text("We laugh again")),
        next: None,
    }
}

fn new() -> NewReview {
    NewReview {
        kind: ReviewKind::Review,
        on: TODAY,
        there: vec![Attendee::Programme, Attendee::Carer, Attendee::Programme],
        present: vec![person(1)],
        decided: vec![Decision::Step, Decision::Continue],
        said: said(),
    }
}

fn bounds(people: &[PersonId]) -> Bounds<'_> {
    Bounds {
        begun: Some(MATCHED),
        people,
    }
}

fn held(new: NewReview) -> Result<Event, Refusal> {
    hold(new, TODAY, bounds(&[person(1), person(2)]))
}

#[test]
fn the_next_review_is_13_weeks_after_the_last_or_after_the_match() {
    let ladders = Ladders::shipped();
    let regular = at(2, MATCHED).steps;
    assert_eq!(next_review(&regular, &ladders, None), Some(date(2026, 12, 1)));
    assert_eq!(
        next_review(&regular, &ladders, Some(date(2026, 11, 10))),
        Some(date(2027, 2, 9))
    );
    let intensive = at(4, MATCHED).steps;
    assert_eq!(
        next_review(&intensive, &ladders, None),
        Some(date(2026, 9, 15)),
        "two weeks at the highest level"
    );
}

#[test]
fn a_step_brings_the_next_review_forward_and_never_puts_it_off() {
    let ladders = Ladders::shipped();
    let up = stepped(vec![
        step_on(1, None, 2, MATCHED),
        step_on(2, Some(2), 3, date(2026, 10, 1)),
    ])
    .steps;
    assert_eq!(
        next_review(&up, &ladders, None),
        Some(date(2026, 11, 12)),
        "six weeks from the step"
    );
    let late = stepped(vec![
        step_on(1, None, 2, MATCHED),
        step_on(2, Some(2), 3, date(2026, 11, 25)),
    ])
    .steps;
    assert_eq!(
        next_review(&late, &ladders, None),
        Some(date(2026, 12, 1)),
        "the old date is earlier"
    );
    let down = stepped(vec![
        step_on(1, None, 3, MATCHED),
        step_on(2, Some(3), 1, date(2026, 9, 20)),
    ])
    .steps;
    assert_eq!(
        next_review(&down, &ladders, None),
        Some(date(2026, 10, 13)),
        "stepping down puts nothing off"
    );
    let on_the_day = Some(date(2026, 10, 1));
    assert_eq!(
        next_review(&up, &ladders, on_the_day),
        Some(date(2026, 11, 12)),
        "stepped at the review"
    );
}

#[test]
fn what_was_held_keeps_who_was_there_and_what_was_decided_in_order_each_once() {
    let Event::Held(kept) = held(new()).unwrap() else {
        panic!("held")
    };
    assert_eq!(kept.there, [Attendee::Carer, Attendee::Programme]);
    assert_eq!(kept.decided, [Decision::Continue, Decision::Step]);
}

#[test]
fn each_reason_not_to_write_a_review_down() {
    let refused = |new: NewReview, why: Refusal| assert_eq!(held(new), Err(why));
    let earliest = MATCHED;
    let (before, to_come) = (date(2026, 8, 31), date(2026, 11, 24));
    refused(NewReview { on: before, ..new() }, Refusal::TooEarly { earliest });
    refused(NewReview { on: to_come, ..new() }, Refusal::ToCome { on: to_come });
    refused(
        NewReview {
            present: vec![person(3)],
            ..new()
        },
        Refusal::NotOfTheFamily,
    );
    let nobody = NewReview {
        present: vec![],
        there: vec![],
        ..new()
    };
    refused(nobody, Refusal::NobodyThere);
    let nothing = NewReview {
        decided: vec![],
        ..new()
    };
    refused(nothing.clone(), Refusal::NothingDecided);
    let both = vec![Decision::Close, Decision::Step];
    refused(NewReview { decided: both, ..new() }, Refusal::DecisionsDisagree);
    let meeting = NewReview {
        kind: ReviewKind::SupportMeeting,
        ..nothing
    };
    assert!(held(meeting).is_ok(), "a support meeting need not decide");
    let unmatched = Bounds {
        begun: None,
        people: &[],
    };
    assert_eq!(hold(new(), TODAY, unmatched), Err(Refusal::NotSupported));
}

#[test]
fn a_review_is_planned_from_today_on_and_not_too_far_ahead() {
    let on = |on: Date| plan(ReviewKind::Review, on, TODAY, bounds(&[]));
    assert!(on(TODAY).is_ok() && on(date(2027, 5, 24)).is_ok());
    let (yesterday, latest) = (date(2026, 11, 22), date(2027, 5, 24));
    assert_eq!(on(yesterday), Err(Refusal::Over { on: yesterday }));
    assert_eq!(on(date(2027, 5, 25)), Err(Refusal::TooLate { latest }));
}

#[test]
fn what_is_held_is_put_right_by_its_author_and_planned_ones_alone_are_moved() {
    let author = AccountId::from_uuid(Uuid::from_u128(5));
    let review = |stage| Review {
        id: ReviewId::from_uuid(Uuid::from_u128(1)),
        family: FamilyId::from_uuid(Uuid::from_u128(2)),
        site: SiteId::from_uuid(Uuid::from_u128(3)),
        author,
        kind: ReviewKind::Review,
        on: TODAY,
        stage,
        decided: vec![],
        there: vec![],
        present: vec![],
        version: 1,
    };
    let (planned, held) = (review(Stage::Planned), review(Stage::Held));
    let is = |stage: &'static str| Refusal::IsAlready { stage };
    assert!(planned.held(new(), TODAY, bounds(&[person(1)])).is_ok() && planned.call_off().is_ok());
    assert_eq!(held.held(new(), TODAY, bounds(&[])), Err(is("held")));
    assert_eq!(held.moved(TODAY, TODAY, bounds(&[])), Err(is("held")));
    assert_eq!(review(Stage::CalledOff).call_off(), Err(is("called_off")));
    let right = |by| held.put_right(by, said(), text("A name was wrong"));
    assert!(right(author).is_ok());
    assert_eq!(right(AccountId::from_uuid(Uuid::from_u128(6))), Err(Refusal::NotYours));
    assert_eq!(planned.put_right(author, said(), text("x")), Err(is("planned")));
}
