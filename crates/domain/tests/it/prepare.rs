//! What a review looks back on, what may be brought to it, and what a paper of it may hold.

use crate::contact::{at, step_on};
use domain::agreement::AgreementState;
use domain::contact::{Record, tally, weeks_of};
use domain::day::Birth;
use domain::family::{NewPerson, Part};
use domain::goal::{Goal, Mark, Marked, Movement};
use domain::id::{AccountId, ExtensionId, FamilyId, GoalId, PersonId, ReviewId, SiteId};
use domain::level::Level;
use domain::plan::{Extension, ExtensionStage, Side, Viewer};
use domain::review::{
    Became, Contribution, Decision, Period, READING_ROLES, Reader, Refusal, Review, ReviewKind, Shows, Since, Stage,
    became, has_a_paper, moved,
};
use domain::role::Role;
use domain::session::{Stage as Went, WhyNot};
use domain::text::Text;
use jiff::civil::{Date, date};
use uuid::Uuid;

const TODAY: Date = date(2026, 11, 23);
const BEGUN: Date = date(2026, 3, 2);
const REVIEWED: Date = date(2026, 9, 1);

fn person(number: u128) -> PersonId {
    PersonId::from_uuid(Uuid::from_u128(number))
}

fn account(number: u128) -> AccountId {
    AccountId::from_uuid(Uuid::from_u128(number))
}

fn since() -> Period {
    Period::of(BEGUN, Some(REVIEWED), date(2026, 12, 3), TODAY)
}

fn goal(marks: &[(Date, u8)]) -> Goal {
    let marks = marks.iter().map(|(on, mark)| Marked {
        on: *on,
        mark: Mark::new(*mark).expect("a mark"),
    });
    Goal {
        id: GoalId::from_uuid(Uuid::from_u128(1)),
        family: FamilyId::from_uuid(Uuid::from_u128(2)),
        owner: person(1),
        need: None,
        since: BEGUN,
        ended: None,
        marks: marks.collect(),
        actions: vec![],
        version: 1,
    }
}

#[test]
fn a_review_looks_back_to_the_last_one_or_to_the_match() {
    assert_eq!(
        (since().from, since().to, since().since_review),
        (REVIEWED, TODAY, true)
    );
    assert!(!since().covers(REVIEWED), "it was there at the last review");
    assert!(since().covers(date(2026, 9, 2)) && since().covers(TODAY));
    assert!(!since().covers(date(2026, 11, 24)));
    let first = Period::of(BEGUN, None, date(2026, 6, 1), TODAY);
    assert_eq!(
        (first.from, first.to),
        (BEGUN, date(2026, 6, 1)),
        "a review held is looked at as of its day"
    );
    assert!(first.covers(BEGUN));
}

#[test]
fn a_goal_is_said_as_first_at_the_last_review_and_now_and_never_as_an_average() {
    let marks = [(BEGUN, 3), (date(2026, 6, 1), 7), (REVIEWED, 5), (date(2026, 11, 2), 4)];
    let now = moved(&goal(&marks), since()).expect("it has marks");
    assert_eq!((now.first.mark.number(), now.now.mark.number()), (3, 4));
    assert_eq!(
        now.at_review.map(|mark| (mark.on, mark.mark.number())),
        Some((REVIEWED, 5))
    );
    assert_eq!(now.since_first(), Some(Movement::Up));
    assert_eq!(
        now.since_review(),
        Some(Movement::Down),
        "nearer than at first, and harder than last time"
    );

    let still = moved(&goal(&marks[..3]), since()).expect("it has marks");
    assert_eq!(still.since_review(), None, "it was not marked since");
    let young = moved(&goal(&[(date(2026, 10, 1), 2)]), since()).expect("it has one");
    assert_eq!(
        (young.at_review, young.since_first(), young.since_review()),
        (None, None, None)
    );
    assert_eq!(moved(&goal(&[]), since()), None);
    let later = Period::of(BEGUN, None, date(2026, 3, 30), TODAY);
    let then = moved(&goal(&marks), later).expect("it had one");
    assert_eq!(
        (then.now.mark.number(), then.at_review),
        (3, None),
        "what came after its day is not the review's"
    );
}

#[test]
fn contact_is_counted_by_sort_and_every_reason_by_itself() {
    let mut record: Record = at(2, BEGUN);
    let went = |on, stage| domain::contact::Contact { on, stage };
    let monday = date(2026, 10, 5);
    record.sessions = vec![
        went(monday, Went::Done),
        went(date(2026, 10, 7), Went::Done),
        went(date(2026, 10, 12), Went::Missed { why: WhyNot::Holiday }),
        went(date(2026, 10, 19), Went::Missed { why: WhyNot::Carer }),
    ];
    record.held = vec![date(2026, 10, 27)];
    let weeks = weeks_of(&record, (monday, date(2026, 11, 1)), TODAY, 53);
    assert_eq!(weeks.len(), 4);
    let all = tally(&weeks);
    assert_eq!(
        (
            all.intended,
            all.met,
            all.done,
            all.waived,
            all.excused,
            all.missed,
            all.open
        ),
        (4, 1, 2, 1, 1, 1, 0)
    );
    assert_eq!(all.why.len(), 2);
    assert!(all.why.iter().all(|(_, times)| *times == 1));
    assert_eq!(all.intended, all.met + all.waived + all.excused + all.missed + all.open);
    let last = weeks_of(&record, (BEGUN, TODAY), TODAY, 5);
    assert_eq!((last.len(), last[4].monday), (5, TODAY), "of more the latest");
}

fn asked(stage: ExtensionStage) -> Extension {
    Extension {
        id: ExtensionId::from_uuid(Uuid::from_u128(3)),
        family: FamilyId::from_uuid(Uuid::from_u128(2)),
        first_end: date(2027, 3, 2),
        to: date(2027, 5, 2),
        asked_by: account(1),
        programme: None,
        authority: None,
        stage,
        version: 1,
    }
}

#[test]
fn what_became_of_each_decision_is_read_from_what_happened_since() {
    let record = at(2, BEGUN);
    let mut steps = record.steps.all().to_vec();
    let all = Decision::ALL;
    let of = |steps: &[domain::step::Step], extensions: &[(Extension, Date)], is_supported| {
        let since = Since {
            period: since(),
            steps,
            extensions,
            is_supported,
        };
        became(all, since)
            .into_iter()
            .map(|(_, became)| became)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        of(&steps, &[], true),
        [Became::SameLevel, Became::SameLevel, Became::NotAsked, Became::Open]
    );
    steps.push(step_on(8, Some(2), 3, date(2026, 8, 31)));
    assert_eq!(
        of(&steps, &[], true)[1],
        Became::SameLevel,
        "a step before the review is none of its"
    );
    steps.push(step_on(9, Some(3), 1, REVIEWED));
    let to = Level::new(1).expect("a level");
    let (waits, on) = (asked(ExtensionStage::Asked), date(2026, 9, 9));
    assert_eq!(
        of(&steps, &[(waits.clone(), on)], false),
        [
            Became::Stepped { on: REVIEWED, to },
            Became::Stepped { on: REVIEWED, to },
            Became::Waits { to: waits.to },
            Became::Closed
        ]
    );
    let agreed = asked(ExtensionStage::Agreed);
    assert_eq!(
        of(&steps, &[(agreed.clone(), on)], true)[2],
        Became::Extended { to: agreed.to }
    );
    let not = asked(ExtensionStage::NotAgreed { side: Side::Programme });
    assert_eq!(of(&steps, &[(not, on)], true)[2], Became::NotExtended);
    assert_eq!(of(&steps, &[(agreed, date(2026, 8, 1))], true)[2], Became::NotAsked);
}

fn review(stage: Stage) -> Review {
    Review {
        id: ReviewId::from_uuid(Uuid::from_u128(4)),
        family: FamilyId::from_uuid(Uuid::from_u128(2)),
        site: SiteId::from_uuid(Uuid::from_u128(5)),
        author: account(1),
        kind: ReviewKind::Review,
        on: date(2026, 12, 3),
        stage,
        decided: vec![],
        there: vec![],
        present: vec![],
        version: 1,
    }
}

fn brings(by: Viewer, about: Option<PersonId>) -> Contribution {
    Contribution {
        by,
        about,
        words: Text::parse("School says mornings are better").expect("words"),
    }
}

#[test]
fn something_is_brought_before_a_review_is_held_and_only_put_right_after() {
    let people = [person(1), person(2)];
    let worker = Viewer::Account(account(1));
    let give = |stage, counts| review(stage).contribute(brings(worker, None), counts, &people);
    assert!(give(Stage::Planned, (0, 0)).is_ok() && give(Stage::Planned, (1, 1)).is_ok());
    assert_eq!(give(Stage::Held, (0, 0)), Err(Refusal::IsAlready { stage: "held" }));
    assert!(give(Stage::Held, (1, 1)).is_ok(), "what was given can be put right");
    assert_eq!(
        give(Stage::CalledOff, (1, 1)),
        Err(Refusal::IsAlready { stage: "called_off" })
    );
    assert_eq!(give(Stage::Planned, (2, 1)), Err(Refusal::ChangedMeanwhile));
}

#[test]
fn what_somebody_of_the_family_brings_stands_with_them_and_with_nobody_else() {
    let people = [person(1), person(2)];
    let give = |new| review(Stage::Planned).contribute(new, (0, 0), &people);
    let hers = give(brings(Viewer::Person(person(1)), Some(person(2)))).expect("she is of the family");
    assert_eq!(hers.about, Some(person(1)));
    let stranger = brings(Viewer::Person(person(9)), None);
    assert_eq!(give(stranger), Err(Refusal::NotOfTheFamily));
    let about = give(brings(Viewer::Account(account(1)), Some(person(2)))).expect("of the family");
    assert_eq!(about.about, Some(person(2)));
    let elsewhere = brings(Viewer::Account(account(1)), Some(person(9)));
    assert_eq!(give(elsewhere), Err(Refusal::NotOfTheFamily));
}

#[test]
fn a_paper_for_somebody_of_the_family_holds_what_is_theirs_alone() {
    let shows = Shows::of_reader(Reader::Person(person(1)), AgreementState::InForce, false);
    assert!(shows.holds(Some(person(1))));
    assert!(!shows.holds(Some(person(2))), "nothing of anybody else");
    assert!(!shows.holds(None), "nothing that was not given to one person");
    assert!(!shows.urgent && !shows.reasons && !shows.review);
    assert!(Shows::of_reader(Reader::Person(person(1)), AgreementState::InForce, true).review);
}

#[test]
fn a_paper_for_one_of_the_team_holds_what_their_role_reads_and_no_more_than_its_maker() {
    let of = |role, agreement| Shows::of_reader(Reader::Account(account(1), role), agreement, false);
    let worker = of(Role::FamilyWorker, AgreementState::InForce);
    assert!(!worker.said && worker.urgent && worker.reasons && worker.review);
    for role in [Role::Carer, Role::Supervisor] {
        let shows = of(role, AgreementState::InForce);
        assert!(shows.said && shows.urgent && shows.holds(Some(person(2))) && shows.holds(None));
    }
    assert!(!of(Role::Carer, AgreementState::Lapsed).said);
    let carer = of(Role::Carer, AgreementState::InForce);
    assert!(
        !carer.and(worker).said,
        "the social worker makes no paper of what they may not read"
    );
    assert_eq!(worker.and(carer), worker);
    let hers = Shows::of_reader(Reader::Person(person(1)), AgreementState::InForce, true);
    assert!(!hers.and(worker).said && hers.and(worker).only == Some(person(1)));
    assert_eq!(READING_ROLES.len(), 3);
}

#[test]
fn an_adult_and_a_child_of_eleven_have_papers_of_their_own() {
    let mut somebody = NewPerson::unknown(Part::Adult);
    assert!(has_a_paper(&somebody.clone().with_id(person(1)), TODAY));
    somebody.part = Part::Child;
    let cases = [
        (Birth::On(date(2015, 11, 23)), true),
        (Birth::On(date(2015, 11, 24)), false),
        (Birth::Year(2015), true),
        (Birth::Year(2016), false),
        (Birth::Expected { year: 2027, month: 3 }, false),
        (Birth::NotKnown, true),
    ];
    for (birth, is_old_enough) in cases {
        somebody.birth = birth;
        assert_eq!(
            has_a_paper(&somebody.clone().with_id(person(1)), TODAY),
            is_old_enough,
            "{birth:?}"
        );
    }
}
