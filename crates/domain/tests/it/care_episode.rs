//! Times in care: what can be written down, and which of them is entering care.

use domain::care_episode::{Bounds, Episode, EpisodeKind, NewEpisode, Refusal, Source, entered_care, record};
use domain::id::PersonId;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use uuid::Uuid;

const TODAY: Date = date(2026, 11, 21);

fn person(n: u128) -> PersonId {
    PersonId::from_uuid(Uuid::from_u128(n))
}

fn new(kind: EpisodeKind, from: Date, to: Option<Date>) -> NewEpisode {
    NewEpisode {
        child: person(1),
        kind,
        from,
        to,
        source: Source::Authority,
    }
}

fn tried(new: NewEpisode, known: &[Episode]) -> Result<Episode, Refusal> {
    let bounds = Bounds {
        children: &[(person(1), Some(date(2019, 5, 4)))],
        known,
        today: TODAY,
    };
    record(new, bounds)
}

#[test]
fn days_that_cannot_be_and_children_of_others_are_refused() {
    let agreed = |from, to| new(EpisodeKind::Agreed, from, to);
    let day = date(2026, 5, 1);
    let tomorrow = TODAY.tomorrow().unwrap();
    assert_eq!(
        tried(agreed(tomorrow, None), &[]),
        Err(Refusal::ToCome { on: tomorrow })
    );
    assert_eq!(
        tried(agreed(day, Some(tomorrow)), &[]),
        Err(Refusal::ToCome { on: tomorrow })
    );
    let before = Some(day.yesterday().unwrap());
    assert_eq!(
        tried(agreed(day, before), &[]),
        Err(Refusal::EndsBeforeItBegins { from: day })
    );
    assert_eq!(tried(agreed(date(2019, 5, 3), None), &[]), Err(Refusal::BeforeBirth));
    let another = NewEpisode {
        child: person(2),
        ..agreed(day, None)
    };
    assert_eq!(tried(another, &[]), Err(Refusal::NotAChild));
    assert_eq!(
        tried(agreed(day, Some(day)), &[]).unwrap().to,
        Some(day),
        "one day is a time in care"
    );
}

#[test]
fn one_kind_is_not_there_twice_and_two_kinds_may_meet() {
    let day = date(2026, 5, 1);
    let police = tried(new(EpisodeKind::PoliceProtection, day, Some(day)), &[]).unwrap();
    let order = tried(new(EpisodeKind::EmergencyOrder, day, None), &[police]).unwrap();
    let again = tried(new(EpisodeKind::EmergencyOrder, TODAY, None), &[police, order]);
    assert_eq!(again, Err(Refusal::Already { from: day }), "it goes on");
    let next_day = day.tomorrow().unwrap();
    assert!(tried(new(EpisodeKind::PoliceProtection, next_day, None), &[police]).is_ok());
    assert!(police.holds_on(day) && !police.holds_on(next_day) && order.holds_on(TODAY));
}

#[test]
fn a_night_of_police_protection_is_not_entering_care() {
    let (first, later) = (date(2026, 5, 1), date(2026, 6, 1));
    let police = tried(new(EpisodeKind::PoliceProtection, first, Some(first)), &[]).unwrap();
    let agreed = tried(new(EpisodeKind::Agreed, later, None), &[]).unwrap();
    let known = [police, agreed];
    assert_eq!(entered_care(person(1), &known[..1], first), None);
    assert_eq!(entered_care(person(1), &known, first), Some(later));
    assert_eq!(
        entered_care(person(1), &known, later.tomorrow().unwrap()),
        None,
        "it was before"
    );
    assert_eq!(entered_care(person(2), &known, first), None);
}

proptest! {
    /// Whatever is recorded one after the other: of one kind no day is there twice.
    #[test]
    fn of_one_kind_no_day_is_there_twice(all in prop::collection::vec((0_i32..60, 0_i32..20, 0_usize..2), 0..12)) {
        let mut known: Vec<Episode> = Vec::new();
        for (from, length, kind) in all {
            let from = date(2026, 5, 1).saturating_add(from.days());
            let kind = [EpisodeKind::Agreed, EpisodeKind::Kinship][kind];
            known.extend(tried(new(kind, from, Some(from.saturating_add(length.days()))), &known));
        }
        for n in 0..100 {
            let day = date(2026, 5, 1).saturating_add(n.days());
            for kind in [EpisodeKind::Agreed, EpisodeKind::Kinship] {
                let there = known.iter().filter(|one| one.kind == kind && one.holds_on(day));
                prop_assert!(there.count() <= 1);
            }
        }
    }
}
