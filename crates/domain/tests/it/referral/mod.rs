//! A referral: what can be done with it in each stage, and that nothing is lost.

mod keys;

use domain::id::{AccountId, FamilyId, PersonId, ReferralId, SiteId};
use domain::reference::{Kind, Reference};
use domain::referral::{
    Capacity, ChildAfter, Event, How, Lives, Priority, Referral, Refusal, Stage, Told, Why, latest_due, outcome_due,
};
use domain::text::Text;
use jiff::civil::{Date, date};
use proptest::prelude::*;

const WORKER: AccountId = AccountId::from_bytes([1; 16]);
const MANAGER: AccountId = AccountId::from_bytes([2; 16]);
const OTHER: ReferralId = ReferralId::from_bytes([99; 16]);
const RECEIVED: Date = date(2026, 3, 6);
const NEXT_DAY: Date = date(2026, 3, 7);
const DAY_BEFORE: Date = date(2026, 3, 5);
const FULL: Capacity = Capacity {
    carers: 3,
    places: 12,
    places_free: 0,
    waiting: 5,
};

fn received(n: u8) -> Referral {
    let reference = Reference::new(Kind::Referral, u64::from(n));
    let id = ReferralId::from_bytes([n; 16]);
    Referral::received(
        id,
        FamilyId::from_bytes([n; 16]),
        SiteId::from_bytes([4; 16]),
        WORKER,
        reference,
        RECEIVED,
    )
}

fn text(words: &str) -> Text {
    Text::parse(words).expect("words")
}

fn in_stage(stage: Stage) -> Referral {
    Referral { stage, ..received(7) }
}

fn every_stage() -> [Referral; 8] {
    let on = RECEIVED;
    [
        Stage::Submitted { on },
        Stage::InformationAsked { on, by: MANAGER },
        Stage::Waiting { since: on, by: MANAGER },
        Stage::Matched { on },
        Stage::Closed { on },
        Stage::NotAccepted {
            on,
            by: MANAGER,
            why: Why::Full,
            capacity: FULL,
        },
        Stage::Withdrawn { on, by: WORKER },
        Stage::Merged { into: OTHER },
    ]
    .map(in_stage)
}

const AT_HOME: ChildAfter = ChildAfter {
    child: PersonId::from_bytes([8; 16]),
    lives: Lives::AtHome,
    entered_care_on: None,
};

fn told() -> Told {
    Told {
        on: NEXT_DAY,
        how: How::Call,
        words: None,
        next_on: None,
    }
}

/// The stages in which a verb is allowed; in all others it must name the stage.
fn allowed_in(verb: impl Fn(&Referral) -> Result<Event, Refusal>) -> String {
    let mut stages = Vec::new();
    for referral in every_stage() {
        match verb(&referral) {
            Ok(_) => stages.push(referral.stage.key()),
            Err(refusal) => {
                let stage = referral.stage.key();
                let named = [Refusal::AlreadyDecided { stage }, Refusal::NotNow { stage }];
                assert!(named.contains(&refusal), "{refusal} does not name {stage}");
            }
        }
    }
    stages.join(" ")
}

#[test]
fn each_verb_is_for_some_stages_and_names_the_others() {
    let undecided = "submitted information_asked";
    assert_eq!(allowed_in(|r| r.accept(MANAGER, NEXT_DAY)), undecided);
    assert_eq!(
        allowed_in(|r| r.not_accept(MANAGER, NEXT_DAY, Why::Full, None, FULL)),
        undecided
    );
    assert_eq!(
        allowed_in(|r| r.ask_information(MANAGER, NEXT_DAY, text("which school?"))),
        undecided
    );
    assert_eq!(
        allowed_in(|r| r.withdraw(WORKER, NEXT_DAY, None)),
        "submitted information_asked waiting"
    );
    let all_but_merged = "submitted information_asked waiting matched closed not_accepted withdrawn";
    assert_eq!(
        allowed_in(|r| r.add_entry(WORKER, NEXT_DAY, NEXT_DAY, text("rang"))),
        all_but_merged
    );
    assert_eq!(allowed_in(|r| r.merge(MANAGER, NEXT_DAY, OTHER)), all_but_merged);
    assert_eq!(allowed_in(|r| r.tell_family(WORKER, NEXT_DAY, told())), all_but_merged);
    assert_eq!(allowed_in(|r| r.close(MANAGER, NEXT_DAY)), "matched");
    assert_eq!(
        allowed_in(|r| r.give_information(WORKER, NEXT_DAY, text("the one in town"))),
        "information_asked"
    );
    assert_eq!(
        allowed_in(|r| r.set_priority(MANAGER, NEXT_DAY, Priority::First, Vec::new(), None)),
        "waiting"
    );
    assert_eq!(
        allowed_in(|r| r.tell_outcome(WORKER, NEXT_DAY, vec![AT_HOME], None)),
        "not_accepted"
    );
    assert_eq!(
        allowed_in(|r| r.unmerge(MANAGER, NEXT_DAY, Stage::Submitted { on: RECEIVED })),
        "merged"
    );
}

#[test]
fn an_answer_brings_the_referral_back_to_whoever_decides() {
    let asked = in_stage(Stage::InformationAsked {
        on: NEXT_DAY,
        by: MANAGER,
    });
    let event = asked
        .give_information(WORKER, NEXT_DAY, text("the one in town"))
        .unwrap();
    assert_eq!(asked.clone().after(&event).stage, Stage::Submitted { on: RECEIVED });
    let early = Err(Refusal::BeforeReceived { received: RECEIVED });
    assert_eq!(asked.give_information(WORKER, DAY_BEFORE, text("yes")), early);
}

#[test]
fn what_was_merged_goes_back_to_where_it_stood() {
    for referral in every_stage() {
        let Ok(merged) = referral.merge(MANAGER, NEXT_DAY, OTHER) else {
            continue;
        };
        let was = referral.stage;
        let joined = referral.clone().after(&merged);
        let apart = joined.unmerge(MANAGER, NEXT_DAY, was).unwrap();
        assert_eq!(joined.after(&apart), referral);
    }
}

#[test]
fn a_family_is_told_about_days_that_have_been_and_hears_again_later() {
    let referral = received(1);
    let tell = |on, next_on| {
        let told = Told { on, next_on, ..told() };
        referral.tell_family(WORKER, NEXT_DAY, told)
    };
    assert!(tell(RECEIVED, None).is_ok());
    assert!(tell(NEXT_DAY, Some(NEXT_DAY)).is_ok());
    assert_eq!(tell(date(2026, 3, 8), None), Err(Refusal::InFuture { today: NEXT_DAY }));
    let early = Err(Refusal::BeforeReceived { received: RECEIVED });
    assert_eq!(tell(DAY_BEFORE, None), early);
    assert_eq!(tell(NEXT_DAY, Some(RECEIVED)), Err(Refusal::InPast { today: NEXT_DAY }));
}

#[test]
fn what_became_of_a_family_not_taken_names_a_child_and_comes_after_the_decision() {
    let refused = in_stage(Stage::NotAccepted {
        on: NEXT_DAY,
        by: MANAGER,
        why: Why::Full,
        capacity: FULL,
    });
    let tell = |on, children| refused.tell_outcome(WORKER, on, children, None);
    assert!(tell(NEXT_DAY, vec![AT_HOME]).is_ok());
    assert_eq!(tell(RECEIVED, vec![AT_HOME]), Err(Refusal::InPast { today: NEXT_DAY }));
    assert_eq!(tell(NEXT_DAY, vec![]), Err(Refusal::NobodyNamed));
    assert_eq!(outcome_due(NEXT_DAY), date(2027, 3, 7));
    assert_eq!(outcome_due(date(2028, 2, 29)), date(2029, 2, 28));
    for (today, latest) in [
        (date(2027, 3, 7), NEXT_DAY),
        (date(2029, 2, 27), date(2028, 2, 27)),
        (date(2029, 2, 28), date(2028, 2, 29)),
        (date(2029, 3, 1), date(2028, 3, 1)),
    ] {
        assert_eq!(latest_due(today), latest);
        assert!(outcome_due(latest) <= today && today < outcome_due(latest.tomorrow().unwrap()));
    }
}

#[test]
fn nothing_happens_to_a_referral_before_it_is_received() {
    let referral = received(1);
    let early = Err(Refusal::BeforeReceived { received: RECEIVED });
    assert_eq!(referral.accept(MANAGER, DAY_BEFORE), early);
    assert_eq!(referral.not_accept(MANAGER, DAY_BEFORE, Why::Full, None, FULL), early);
    assert_eq!(referral.withdraw(WORKER, DAY_BEFORE, None), early);
    assert_eq!(referral.add_entry(WORKER, DAY_BEFORE, NEXT_DAY, text("rang")), early);
    assert_eq!(referral.merge(MANAGER, DAY_BEFORE, OTHER), early);
    assert!(referral.accept(MANAGER, RECEIVED).is_ok());
}

#[test]
fn a_note_about_tomorrow_is_refused_and_one_about_today_is_not() {
    let referral = received(1);
    let tomorrow = referral.add_entry(WORKER, NEXT_DAY, RECEIVED, text("rang"));
    assert_eq!(tomorrow, Err(Refusal::InFuture { today: RECEIVED }));
    let today = referral.add_entry(WORKER, RECEIVED, RECEIVED, text("rang")).unwrap();
    assert_eq!(
        today,
        Event::EntryAdded {
            by: WORKER,
            on: RECEIVED,
            text: text("rang")
        }
    );
}

#[test]
fn a_referral_accepted_waits_from_that_day() {
    let referral = received(1);
    let event = referral.accept(MANAGER, NEXT_DAY).unwrap();
    let after = referral.after(&event);
    assert_eq!(
        after.stage,
        Stage::Waiting {
            since: NEXT_DAY,
            by: MANAGER
        }
    );
    assert_eq!(after.waiting_since(), Some(NEXT_DAY));
}

#[test]
fn a_referral_not_accepted_keeps_why_and_the_capacity_that_day() {
    let referral = received(1);
    let event = referral
        .not_accept(MANAGER, NEXT_DAY, Why::OtherService, Some(text("nearer")), FULL)
        .unwrap();
    let kept = Stage::NotAccepted {
        on: NEXT_DAY,
        by: MANAGER,
        why: Why::OtherService,
        capacity: FULL,
    };
    assert_eq!(referral.after(&event).stage, kept);
}

#[test]
fn a_referral_is_withdrawn_merged_or_asked_about_and_says_so() {
    let by = WORKER;
    let withdrawn = received(1).withdraw(by, NEXT_DAY, Some(text("moved away"))).unwrap();
    assert_eq!(
        received(1).after(&withdrawn).stage,
        Stage::Withdrawn { on: NEXT_DAY, by }
    );
    let merged = received(1).merge(by, NEXT_DAY, OTHER).unwrap();
    assert_eq!(received(1).after(&merged).stage, Stage::Merged { into: OTHER });
    let asked = received(1)
        .ask_information(by, NEXT_DAY, text("which school?"))
        .unwrap();
    assert_eq!(
        received(1).after(&asked).stage,
        Stage::InformationAsked { on: NEXT_DAY, by }
    );
    assert_eq!(
        received(1).merge(by, NEXT_DAY, received(1).id),
        Err(Refusal::IntoItself)
    );
}

#[test]
fn telling_and_ordering_change_no_stage() {
    for referral in every_stage() {
        for event in [
            Event::FamilyTold {
                by: WORKER,
                told: told(),
            },
            Event::PrioritySet {
                by: MANAGER,
                on: NEXT_DAY,
                priority: Priority::First,
                waits_for: Vec::new(),
                reason: None,
            },
            Event::OutcomeTold {
                by: WORKER,
                on: NEXT_DAY,
                children: vec![AT_HOME],
                words: None,
            },
        ] {
            assert_eq!(referral.clone().after(&event), referral);
        }
    }
}

#[test]
fn a_note_changes_no_stage_and_no_event_changes_who_referred() {
    for referral in every_stage() {
        let event = Event::EntryAdded {
            by: MANAGER,
            on: NEXT_DAY,
            text: text("rang"),
        };
        assert_eq!(referral.clone().after(&event), referral);
        let accepted = referral.clone().after(&Event::Accepted {
            by: MANAGER,
            on: NEXT_DAY,
        });
        assert_eq!(
            (accepted.referred_by, accepted.version, accepted.received_on),
            (WORKER, 1, RECEIVED)
        );
    }
}

#[test]
fn only_a_referral_that_is_over_is_followed_by_another() {
    let followed = every_stage().map(|referral| referral.stage.may_be_followed());
    let taken: Vec<&str> = Stage::KEYS
        .into_iter()
        .zip(followed)
        .filter(|(_, may)| *may)
        .map(|(key, _)| key)
        .collect();
    assert_eq!(taken, ["closed", "not_accepted", "withdrawn"]);
}

proptest! {
    #[test]
    fn whatever_is_tried_a_referral_is_decided_at_most_once_and_never_before_it_came(
        tries in prop::collection::vec((0..6_u8, 0..10_i8), 0..30),
    ) {
        let mut referral = received(1);
        let mut decisions = 0;
        for (verb, day) in tries {
            let on = date(2026, 3, 1 + day);
            let tried = match verb {
                0 => referral.accept(MANAGER, on),
                1 => referral.not_accept(MANAGER, on, Why::Full, None, FULL),
                2 => referral.ask_information(MANAGER, on, text("why?")),
                3 => referral.withdraw(WORKER, on, None),
                4 => referral.add_entry(WORKER, on, on, text("rang")),
                _ => referral.merge(MANAGER, on, OTHER),
            };
            let Ok(event) = tried else { continue };
            prop_assert!(RECEIVED <= on);
            decisions += u8::from(matches!(event, Event::Accepted { .. } | Event::NotAccepted { .. }));
            referral = referral.after(&event);
        }
        prop_assert!(decisions <= 1);
        prop_assert_eq!(referral.id, received(1).id);
    }
}

#[test]
fn a_child_comes_into_care_after_the_referral_and_not_on_a_day_to_come() {
    let referral = received(1);
    let can = |day| referral.could_enter_care_on(day, NEXT_DAY);
    assert!(can(RECEIVED) && can(NEXT_DAY));
    assert!(!can(DAY_BEFORE) && !can(date(2026, 3, 8)));
}
