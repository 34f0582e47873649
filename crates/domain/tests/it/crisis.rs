//! Crises: when they may have been, what was done about them, who signs, and that nothing that stood there goes.

use domain::crisis::{
    Bounds, Crisis, Entry, Event, NewCrisis, Outcome, Refusal, Responded, Response, Told, time_to_response, write,
};
use domain::id::{AccountId, CrisisId, FamilyId, SiteId};
use domain::text::Text;
use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use uuid::Uuid;

const TODAY: Date = date(2026, 11, 21);

fn account(number: u128) -> AccountId {
    AccountId::from_uuid(Uuid::from_u128(number))
}

fn text(words: &str) -> Text {
    Text::parse(words).expect("words")
}

fn at(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

fn now() -> Timestamp {
    at("2026-11-21T23:00:00Z")
}

fn asked() -> Timestamp {
    at("2026-11-21T22:00:00Z")
}

fn bounds() -> Bounds {
    Bounds {
        earliest: at("2026-09-01T00:00:00Z"),
        now: now(),
    }
}

fn responded(at: Timestamp) -> Entry {
    Entry::Responded(Responded {
        kind: Response::Visit,
        at,
        words: None,
    })
}

fn new(received_at: Timestamp, entries: Vec<Entry>) -> NewCrisis {
    NewCrisis {
        received_at,
        caller: None,
        asked: text("She asked me to come."),
        entries,
    }
}

fn crisis() -> Crisis {
    Crisis {
        id: CrisisId::from_uuid(Uuid::from_u128(1)),
        family: FamilyId::from_uuid(Uuid::from_u128(2)),
        site: SiteId::from_uuid(Uuid::from_u128(3)),
        author: account(1),
        received_at: asked(),
        caller: None,
        signed: None,
        entries: 0,
        version: 1,
    }
}

#[test]
fn it_may_be_written_down_later_but_is_never_to_come_or_before_the_family_came() {
    assert!(write(new(asked(), Vec::new()), bounds()).is_ok());
    assert!(
        write(new(bounds().earliest, Vec::new()), bounds()).is_ok(),
        "months later"
    );
    assert!(write(new(now(), Vec::new()), bounds()).is_ok());
    let soon = now() + SignedDuration::from_secs(1);
    assert_eq!(
        write(new(soon, Vec::new()), bounds()),
        Err(Refusal::ToCome { at: soon })
    );
    let early = bounds().earliest - SignedDuration::from_secs(1);
    let earliest = bounds().earliest;
    assert_eq!(
        write(new(early, Vec::new()), bounds()),
        Err(Refusal::TooEarly { earliest })
    );
}

#[test]
fn a_response_is_after_the_asking_and_not_to_come() {
    assert!(write(new(asked(), vec![responded(asked()), responded(now())]), bounds()).is_ok());
    let before = asked() - SignedDuration::from_mins(1);
    let refused = Refusal::BeforeAsked {
        at: before,
        received_at: asked(),
    };
    assert_eq!(write(new(asked(), vec![responded(before)]), bounds()), Err(refused));
    assert_eq!(crisis().add(responded(before), now()), Err(refused));
    let soon = now() + SignedDuration::from_mins(1);
    assert_eq!(crisis().add(responded(soon), now()), Err(Refusal::ToCome { at: soon }));
}

#[test]
fn whoever_was_told_is_named_once_in_reading_order() {
    let named = vec![Told::Other, Told::Supervisor, Told::Other];
    let event = crisis().add(Entry::Told(named, None), now());
    let expected = Entry::Told(vec![Told::Supervisor, Told::Other], None);
    assert_eq!(event, Ok(Event::Added(expected)));
}

#[test]
fn the_time_to_response_is_what_passed_when_the_clocks_went_back_as_well() {
    assert_eq!(time_to_response(asked(), None), None);
    let answer = asked() + SignedDuration::from_mins(12);
    assert_eq!(
        time_to_response(asked(), Some(answer)),
        Some(SignedDuration::from_mins(12))
    );
    // 25 October 2026, 01:50 in summer time and 01:10 in winter time: twenty minutes, not forty the other way.
    let (asked, answered) = (at("2026-10-25T00:50:00Z"), at("2026-10-25T01:10:00Z"));
    assert_eq!(
        time_to_response(asked, Some(answered)),
        Some(SignedDuration::from_mins(20))
    );
}

#[test]
fn it_is_signed_once_by_somebody_else() {
    assert_eq!(crisis().sign(account(1), TODAY, None), Err(Refusal::Own));
    let event = crisis().sign(account(2), TODAY, None).unwrap();
    let signed = crisis().after(&event);
    assert_eq!(signed.signed, Some((account(2), TODAY)));
    assert_eq!(
        signed.sign(account(3), TODAY, None),
        Err(Refusal::SignedAlready { on: TODAY })
    );
}

proptest! {
    #[test]
    fn whatever_is_done_with_it_entries_only_grow_and_it_is_signed_once(
        verbs in proptest::collection::vec((0_usize..5, -90_i64..90), 0..30)
    ) {
        let mut it = crisis();
        for (verb, minutes) in verbs {
            let before = it.clone();
            let moment = asked() + SignedDuration::from_mins(minutes);
            let event = match verb {
                0 => it.add(responded(moment), now()),
                1 => it.add(Entry::Ended(Outcome::Calmer, None), now()),
                2 => it.add(Entry::Note(text("More")), now()),
                3 => it.add(Entry::Told(vec![Told::Supervisor], None), now()),
                _ => it.sign(account(2), TODAY, None),
            };
            let is_out = verb == 0 && !(0..=60).contains(&minutes);
            prop_assert_eq!(event.is_err(), is_out || (verb == 4 && it.signed.is_some()));
            let Ok(event) = event else { continue };
            it = it.after(&event);
            let added = u32::from(matches!(event, Event::Added(_)));
            prop_assert_eq!((it.entries, it.version), (before.entries + added, before.version + 1));
            prop_assert_eq!((it.author, it.received_at), (before.author, before.received_at));
            prop_assert!(before.signed.is_none() || it.signed == before.signed);
        }
    }
}
