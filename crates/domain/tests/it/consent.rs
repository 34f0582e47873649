//! Consent: what people said, kept apart from what they were not asked.

use domain::consent::{Answer, Change, ChangeRefusal, Consent, Consents, LawfulBasis, SharingBasis, Stands, Thing};
use domain::id::PersonId;
use domain::review::Attendee;
use domain::text::Text;
use jiff::civil::{Date, date};
use uuid::Uuid;

#[test]
fn somebody_not_asked_has_said_neither_yes_nor_no() {
    let nobody_asked = Consents::default();
    assert_eq!(nobody_asked.taking_part, Consent::NotAsked);
    assert_eq!(nobody_asked.sharing, SharingBasis::NotDiscussed);
    assert_eq!(nobody_asked.stays_over, Consent::NotAsked);
    assert_eq!(nobody_asked.story, Consent::NotAsked);
}

#[test]
fn each_answer_has_a_key_of_its_own() {
    let answers = [
        Consent::Given { on: date(2026, 1, 2) },
        Consent::NotGiven { why: None },
        Consent::NotAsked,
    ];
    assert_eq!(
        answers.each_ref().map(Consent::key),
        ["given", "not_given", "not_asked"]
    );
    let footings = [
        SharingBasis::NotDiscussed,
        SharingBasis::Agreed,
        SharingBasis::Told(LawfulBasis::PublicTask),
        SharingBasis::NotAgreed,
    ];
    assert_eq!(
        footings.map(SharingBasis::key),
        ["not_discussed", "agreed", "told", "not_agreed"]
    );
}

#[test]
fn a_lawful_basis_is_found_by_its_key() {
    for basis in LawfulBasis::ALL {
        assert_eq!(LawfulBasis::from_key(basis.key()), Some(basis));
    }
    assert_eq!(LawfulBasis::from_key("because"), None);
}

const TODAY: Date = date(2026, 11, 23);

fn person(number: u128) -> PersonId {
    PersonId::from_uuid(Uuid::from_u128(number))
}

fn says(thing: Thing, answer: Answer, on: Date) -> Change {
    Change {
        person: person(1),
        thing,
        answer,
        law: (answer == Answer::Told).then_some(LawfulBasis::PublicTask),
        on,
        asked_by: Attendee::Carer,
        words: Some(Text::parse("Not with my photograph").expect("words")),
    }
}

fn keep(change: Change, now: Stands) -> Result<Change, ChangeRefusal> {
    change.keep(now, TODAY, &[person(1), person(2)])
}

#[test]
fn each_of_the_four_goes_its_own_way_from_asked_to_taken_back() {
    for thing in Thing::ALL.iter().copied() {
        let mut consents = Consents::default();
        let mut last: Option<Change> = None;
        let ways = [
            Answer::Asked,
            Answer::Agreed,
            Answer::Withdrawn,
            Answer::Asked,
            Answer::NotAgreed,
        ];
        for (day, answer) in (1..).zip(ways) {
            let now = consents.stands(thing, last.as_ref());
            let change = keep(says(thing, answer, date(2026, 11, day)), now).expect("the rules allow it");
            consents = consents.after(&change);
            let stands = consents.stands(thing, Some(&change));
            assert!(
                matches!(stands, Stands::Said { answer: said, on: Some(on), .. } if said == answer && on == change.on),
                "{thing:?} {answer:?} {stands:?}"
            );
            for other in Thing::ALL.iter().filter(|other| **other != thing) {
                assert_eq!(
                    consents.stands(*other, None),
                    Stands::NotAsked,
                    "{thing:?} leaves {other:?} alone"
                );
            }
            last = Some(change);
        }
    }
}

#[test]
fn what_a_later_referral_says_counts_and_not_the_change_before_it() {
    let change = says(Thing::Story, Answer::NotAgreed, date(2026, 11, 2));
    let consents = Consents {
        story: Consent::Given { on: date(2026, 11, 9) },
        ..Consents::default()
    };
    let stands = consents.stands(Thing::Story, Some(&change));
    assert!(
        matches!(stands, Stands::Said { answer: Answer::Agreed, on: Some(on), .. } if on == date(2026, 11, 9)),
        "{stands:?}"
    );
    assert_eq!(
        Consents::default().stands(Thing::Sharing, Some(&change)),
        Stands::NotAsked
    );
}

#[test]
fn only_sharing_is_told_and_only_with_its_law() {
    let told = says(Thing::Sharing, Answer::Told, TODAY);
    let kept = keep(told.clone(), Stands::NotAsked).expect("a law is named");
    assert_eq!(
        Consents::default().after(&kept).sharing,
        SharingBasis::Told(LawfulBasis::PublicTask)
    );
    let without = Change {
        law: None,
        ..told.clone()
    };
    assert_eq!(keep(without, Stands::NotAsked), Err(ChangeRefusal::NotTold));
    let story = Change {
        thing: Thing::Story,
        ..told.clone()
    };
    assert_eq!(keep(story, Stands::NotAsked), Err(ChangeRefusal::NotTold));
    let agreed = Change {
        answer: Answer::Agreed,
        ..told
    };
    assert_eq!(keep(agreed, Stands::NotAsked), Err(ChangeRefusal::NotTold));
}

#[test]
fn a_change_that_cannot_be_is_refused() {
    let agreed = |on: Date| Stands::Said {
        answer: Answer::Agreed,
        on: Some(on),
        law: None,
    };
    let story = |answer, on| says(Thing::Story, answer, on);
    let stranger = Change {
        person: person(9),
        ..story(Answer::Agreed, TODAY)
    };
    assert_eq!(keep(stranger, Stands::NotAsked), Err(ChangeRefusal::NotOfTheFamily));
    let tomorrow = date(2026, 11, 24);
    assert_eq!(
        keep(story(Answer::Agreed, tomorrow), Stands::NotAsked),
        Err(ChangeRefusal::ToCome { on: tomorrow })
    );
    assert_eq!(
        keep(story(Answer::Withdrawn, date(2026, 11, 1)), agreed(TODAY)),
        Err(ChangeRefusal::BeforeTheLast { last: TODAY })
    );
    assert_eq!(
        keep(story(Answer::Withdrawn, TODAY), Stands::NotAsked),
        Err(ChangeRefusal::NothingToWithdraw)
    );
    assert_eq!(
        keep(story(Answer::Agreed, TODAY), agreed(TODAY)),
        Err(ChangeRefusal::SaidAlready)
    );
    let other_law = Stands::Said {
        answer: Answer::Told,
        on: None,
        law: Some(LawfulBasis::VitalInterests),
    };
    assert!(
        keep(says(Thing::Sharing, Answer::Told, TODAY), other_law).is_ok(),
        "another law is a change"
    );
}
