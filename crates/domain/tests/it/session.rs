//! Sessions: planned, written down, put right, given and signed, and everything that stands against it.

use domain::id::{AccountId, FamilyId, PersonId, SessionId, SiteId};
use domain::session::{
    Bounds, Event, NewSession, Passage, Place, Prompt, Refusal, Session, Stage, Then, When, WhyNot, paragraphs, plan,
    write,
};
use domain::support::{KINDS, Record, kind, recorded_as};
use domain::text::Text;
use jiff::civil::{Date, DateTime, Time, date, datetime, time};
use uuid::Uuid;

const NOW: DateTime = datetime(2026, 11, 23, 15, 0, 0, 0);
const TODAY: Date = date(2026, 11, 23);
const MATCHED: Date = date(2026, 9, 1);

fn account(number: u128) -> AccountId {
    AccountId::from_uuid(Uuid::from_u128(number))
}

fn person(number: u128) -> PersonId {
    PersonId::from_uuid(Uuid::from_u128(number))
}

fn text(words: &str) -> Text {
    Text::parse(words).expect("words")
}

fn new(on: Date, at: Option<Time>) -> NewSession {
    NewSession {
        kind: kind("mentoring").expect("a kind"),
        place: Place::Home,
        when: When {
            on,
            at,
            minutes: Some(60),
        },
        present: vec![person(1)],
    }
}

fn happened() -> Vec<Passage> {
    paragraphs(
        Prompt::Happened,
        &text("We made a bedtime chart.\r\n\r\nCari chose the stickers."),
    )
    .collect()
}

const PEOPLE: [PersonId; 2] = [PersonId::from_bytes([0; 16]), PersonId::from_bytes([7; 16])];

fn people() -> Vec<PersonId> {
    vec![person(1), person(2)]
}

fn planned(new: NewSession) -> Result<Event, Refusal> {
    let people = people();
    let bounds = Bounds {
        earliest: MATCHED,
        people: &people,
    };
    plan(new, TODAY, bounds)
}

fn written(new: NewSession, then: Then) -> Result<Event, Refusal> {
    let people = people();
    let bounds = Bounds {
        earliest: MATCHED,
        people: &people,
    };
    write(new, then, NOW, bounds)
}

fn a_session(stage: Stage) -> Session {
    let new = new(TODAY, None);
    Session {
        id: SessionId::from_uuid(Uuid::from_u128(20)),
        family: FamilyId::from_uuid(Uuid::nil()),
        site: SiteId::from_uuid(Uuid::nil()),
        author: account(1),
        kind: new.kind,
        place: new.place,
        when: new.when,
        present: new.present,
        stage,
        signed: None,
        version: 1,
    }
}

#[test]
fn an_answer_is_kept_paragraph_by_paragraph() {
    let words: Vec<String> = happened().iter().map(|one| one.words.as_str().to_owned()).collect();
    assert_eq!(words, ["We made a bedtime chart.", "Cari chose the stickers."]);
    assert!(
        happened().iter().all(|one| one.person.is_none()),
        "the family's until it is given"
    );
    assert!(Prompt::View.is_opinion() && !Prompt::Happened.is_opinion());
    assert_eq!(Prompt::EVERY[0], Prompt::WentWell, "what went well is asked first");
}

#[test]
fn what_took_place_cannot_be_to_come_and_says_what_happened() {
    let done = |new| written(new, Then::Done(happened()));
    assert!(done(new(TODAY, Some(time(14, 0, 0, 0)))).is_ok());
    assert!(done(new(TODAY, None)).is_ok());
    let later = done(new(TODAY, Some(time(15, 1, 0, 0))));
    assert_eq!(later, Err(Refusal::ToCome { on: TODAY }));
    let tomorrow = date(2026, 11, 24);
    assert_eq!(done(new(tomorrow, None)), Err(Refusal::ToCome { on: tomorrow }));
    let missed = written(new(tomorrow, None), Then::Missed(WhyNot::Family, None));
    assert_eq!(missed, Err(Refusal::ToCome { on: tomorrow }));
    assert!(written(new(tomorrow, None), Then::Cancelled(WhyNot::Weather, None)).is_ok());
    let view_only = paragraphs(Prompt::View, &text("It went well")).collect();
    assert_eq!(
        written(new(TODAY, None), Then::Done(view_only)),
        Err(Refusal::NothingHappened)
    );
}

#[test]
fn a_session_has_bounds() {
    let minutes = |minutes| NewSession {
        when: When {
            minutes: Some(minutes),
            ..new(TODAY, None).when
        },
        ..new(TODAY, None)
    };
    let stranger = NewSession {
        present: vec![person(1), PEOPLE[1]],
        ..new(TODAY, None)
    };
    let stay = NewSession {
        kind: kind("stay").unwrap(),
        ..new(TODAY, None)
    };
    let (over, far) = (date(2026, 11, 22), date(2028, 1, 1));
    for (given, refusal) in [
        (minutes(0), Refusal::Minutes { minutes: 0, max: 1440 }),
        (
            minutes(25 * 60),
            Refusal::Minutes {
                minutes: 1500,
                max: 1440,
            },
        ),
        (stranger, Refusal::NotOfTheFamily),
        (stay, Refusal::NotASession { kind: "stay" }),
        (new(date(2026, 8, 31), None), Refusal::TooEarly { earliest: MATCHED }),
        (new(over, None), Refusal::Over { on: over }),
        (
            new(far, None),
            Refusal::TooLate {
                latest: date(2027, 11, 24),
            },
        ),
    ] {
        assert_eq!(planned(given), Err(refusal));
    }
    assert!(planned(minutes(1440)).is_ok());
    let mut about = happened();
    about[0].person = Some(PEOPLE[1]);
    assert_eq!(
        written(new(TODAY, None), Then::Done(about)),
        Err(Refusal::NotOfTheFamily)
    );
}

#[test]
fn only_what_is_planned_can_become_something_else() {
    let people = people();
    let bounds = Bounds {
        earliest: MATCHED,
        people: &people,
    };
    let then = || Then::Missed(WhyNot::NotHome, Some(text("No answer at the door")));
    let planned = a_session(Stage::Planned);
    let Event::Written(missed) = planned.then(new(TODAY, None), then(), NOW, bounds).unwrap() else {
        panic!("something else happened")
    };
    assert_eq!(missed.stage, Stage::Missed { why: WhyNot::NotHome });
    assert!(planned.replan(new(date(2026, 11, 30), None), TODAY, bounds).is_ok());
    let done = a_session(Stage::Done);
    let refused = Err(Refusal::IsAlready { stage: "done" });
    assert_eq!(done.then(new(TODAY, None), then(), NOW, bounds), refused);
    assert_eq!(done.replan(new(TODAY, None), TODAY, bounds), refused);
    assert_eq!(
        planned.sign(account(2), TODAY, None),
        Err(Refusal::IsAlready { stage: "planned" })
    );
    assert_eq!(
        planned.give(&[], 0, None, &people),
        Err(Refusal::IsAlready { stage: "planned" })
    );
}

#[test]
fn words_are_put_right_by_whoever_wrote_them_and_stay_whose_they_are() {
    let mut before = happened();
    before[1].person = Some(person(2));
    before[1].names_outsider = true;
    let mut after = happened();
    after[0].words = text("We made a morning chart.");
    let done = a_session(Stage::Done);
    let event = done.put_right(account(1), &before, after.clone(), text("It was the morning"));
    let Event::PutRight { passages, .. } = event.unwrap() else {
        panic!("something else happened")
    };
    assert_eq!(passages[0].person, None);
    assert_eq!(
        (passages[1].person, passages[1].names_outsider),
        (Some(person(2)), true)
    );
    let other = done.put_right(account(2), &before, after, text("It was the morning"));
    assert_eq!(other, Err(Refusal::NotYours));
    let empty = done.put_right(account(1), &before, Vec::new(), text("Nothing"));
    assert_eq!(empty, Err(Refusal::NothingHappened));
}

#[test]
fn a_paragraph_is_given_to_one_person_of_the_family_and_back() {
    let done = a_session(Stage::Done);
    let given = done.give(&happened(), 1, Some(person(2)), &people());
    assert_eq!(
        given,
        Ok(Event::Given {
            passage: 1,
            person: Some(person(2))
        })
    );
    assert!(done.give(&happened(), 1, None, &people()).is_ok());
    let stranger = done.give(&happened(), 1, Some(PEOPLE[1]), &people());
    assert_eq!(stranger, Err(Refusal::NotOfTheFamily));
    assert_eq!(
        done.give(&happened(), 2, None, &people()),
        Err(Refusal::NoSuchPassage { passage: 2 })
    );
    assert_eq!(
        done.mark(&happened(), 2, true),
        Err(Refusal::NoSuchPassage { passage: 2 })
    );
}

#[test]
fn urgent_sessions_and_a_sample_are_signed_once_by_somebody_else() {
    let mut done = a_session(Stage::Done);
    assert!(done.should_be_signed(), "of this sample");
    done.id = SessionId::from_uuid(Uuid::from_u128(21));
    assert!(!done.should_be_signed());
    done.kind = kind("urgent").unwrap();
    assert!(done.should_be_signed(), "every urgent one");
    assert_eq!(done.sign(account(1), TODAY, None), Err(Refusal::NotYours));
    assert!(done.sign(account(2), TODAY, None).is_ok());
    done.signed = Some((account(2), TODAY));
    assert_eq!(
        done.sign(account(3), TODAY, None),
        Err(Refusal::SignedAlready { on: TODAY })
    );
    let sample = (0..1000_u128).filter(|number| {
        let id = SessionId::from_uuid(Uuid::from_u128(*number));
        Session {
            id,
            ..a_session(Stage::Done)
        }
        .should_be_signed()
    });
    assert!((90..=110).contains(&sample.count()), "about one in ten");
}

#[test]
fn a_carer_is_never_counted_against_for_a_familys_holiday() {
    for why in [
        WhyNot::Family,
        WhyNot::Holiday,
        WhyNot::NotHome,
        WhyNot::Illness,
        WhyNot::Weather,
    ] {
        assert!(why.is_excused(), "{why:?}");
    }
    assert!(!WhyNot::Carer.is_excused());
}

#[test]
fn there_are_thirteen_kinds_and_six_are_written_down_as_sessions() {
    assert_eq!(KINDS.len(), 13);
    assert_eq!(recorded_as(Record::Session).count(), 6);
    let crises: Vec<&str> = recorded_as(Record::Crisis).map(|kind| kind.key).collect();
    assert_eq!(crises, ["urgent"]);
    let mut keys: Vec<&str> = KINDS.iter().map(|kind| kind.key).collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), 13, "each key once");
    assert!(KINDS.iter().all(|kind| kind.asks.len() <= 2));
}
