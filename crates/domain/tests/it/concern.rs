//! Concerns: whom they go to and never go to, what stands against raising one, and that nothing is ever changed.

use domain::concern::{
    AtRisk, Bounds, Concern, Decision, Entry, Event, Means, NewConcern, Origin, Refusal, Report, Safety, Stage, Whom,
    goes_to, raise, written_due,
};
use domain::id::{AccountId, ConcernId, FamilyId, PersonId, SessionId, SiteId};
use domain::role::Role;
use domain::text::Text;
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use uuid::Uuid;

fn account(number: u128) -> AccountId {
    AccountId::from_uuid(Uuid::from_u128(number))
}

fn person(number: u128) -> PersonId {
    PersonId::from_uuid(Uuid::from_u128(number))
}

fn text(words: &str) -> Text {
    Text::parse(words).expect("words")
}

fn now() -> Timestamp {
    "2026-11-21T22:15:00Z".parse().expect("an instant")
}

fn later(hours: i64) -> Timestamp {
    now() + SignedDuration::from_hours(hours)
}

fn report(at: Timestamp) -> Report {
    Report {
        agency: text("Emergency duty team"),
        name: None,
        at,
        how: Means::Phone,
        reference: None,
    }
}

fn new() -> NewConcern {
    NewConcern {
        at_risk: AtRisk::Child,
        people: vec![person(1)],
        whom: Whom::default(),
        what: text("A mark on her arm."),
        safety: Safety::Safe,
        safety_words: None,
        report: None,
        origin: None,
    }
}

fn raised(new: NewConcern) -> Result<Event, Refusal> {
    let (people, accounts) = ([person(1), person(2)], [account(5)]);
    let bounds = Bounds {
        people: &people,
        accounts: &accounts,
        origin_is_ours: false,
        written_within_hours: Some(24),
    };
    raise(new, now(), bounds)
}

fn concern() -> Concern {
    Concern {
        id: ConcernId::from_uuid(Uuid::from_u128(1)),
        family: FamilyId::from_uuid(Uuid::from_u128(2)),
        site: SiteId::from_uuid(Uuid::from_u128(3)),
        author: account(1),
        raised_at: now(),
        stage: Stage::Open,
        written_due: None,
        entries: 0,
        version: 1,
    }
}

#[test]
fn only_people_of_the_family_and_of_its_team_are_named_and_nothing_is_to_come() {
    assert!(raised(new()).is_ok());
    let mut other = new();
    other.people = vec![person(9)];
    assert_eq!(raised(other), Err(Refusal::NotOfTheFamily));
    let mut other = new();
    other.whom.people = vec![person(9)];
    assert_eq!(raised(other), Err(Refusal::NotOfTheFamily));
    let mut other = new();
    other.whom.accounts = vec![account(5), account(6)];
    assert_eq!(raised(other), Err(Refusal::NotOnTheTeam));
    let mut other = new();
    other.origin = Some(Origin::Session(SessionId::from_uuid(Uuid::from_u128(4))));
    assert_eq!(raised(other), Err(Refusal::NotFromThere));
    let mut other = new();
    other.report = Some(report(later(1)));
    assert_eq!(raised(other), Err(Refusal::ToCome { at: later(1) }));
    let at = later(1);
    assert_eq!(
        concern().add(Entry::Reported(report(at)), now()),
        Err(Refusal::ToCome { at })
    );
    let written = Entry::Written { at, words: None };
    assert_eq!(concern().add(written, now()), Err(Refusal::ToCome { at }));
}

#[test]
fn a_report_in_writing_is_due_so_many_hours_after_the_report_or_the_raising_where_the_nation_says_so() {
    assert_eq!(written_due(None, now(), None), None);
    assert_eq!(written_due(Some(24), now(), None), Some(later(24)));
    let early = report(later(-3));
    assert_eq!(written_due(Some(24), now(), Some(&early)), Some(later(21)));
    let Ok(Event::Raised { written_due, .. }) = raised(new()) else {
        panic!("it is raised")
    };
    assert_eq!(written_due, Some(later(24)));
}

#[test]
fn it_goes_to_those_who_answer_for_the_family_each_once_and_not_to_whoever_raised_it() {
    let office = [
        (account(1), Role::FamilyWorker),
        (account(2), Role::TeamManager),
        (account(2), Role::SafeguardingLead),
        (account(3), Role::Supervisor),
        (account(4), Role::ProgrammeManager),
        (account(5), Role::Carer),
    ];
    assert_eq!(goes_to(&office, &[], account(9)), [account(1), account(2), account(3)]);
    assert_eq!(goes_to(&office, &[account(3)], account(1)), [account(2)]);
    let all = [account(1), account(2), account(3)];
    assert_eq!(goes_to(&office, &all, account(9)), [account(4)], "never to nobody");
    let everybody = [account(1), account(2), account(3), account(4)];
    assert_eq!(goes_to(&office, &everybody, account(9)), []);
}

proptest! {
    #[test]
    fn it_never_goes_to_whoever_it_concerns_and_to_nobody_twice(
        office in proptest::collection::vec((0_u128..8, 0_usize..14), 0..20),
        kept in proptest::collection::vec(0_u128..8, 0..5), author in 0_u128..8
    ) {
        let office: Vec<(AccountId, Role)> = office.into_iter().map(|(who, role)| (account(who), Role::ALL[role])).collect();
        let kept: Vec<AccountId> = kept.into_iter().map(account).collect();
        let told = goes_to(&office, &kept, account(author));
        prop_assert!(told.iter().all(|one| !kept.contains(one) && *one != account(author)));
        prop_assert!(told.windows(2).all(|pair| pair[0] < pair[1]), "each once");
        let first = [Role::FamilyWorker, Role::TeamManager, Role::Supervisor, Role::SafeguardingLead];
        for (who, role) in &office {
            let must = first.contains(role) && !kept.contains(who) && *who != account(author);
            prop_assert!(!must || told.contains(who), "{role:?} is told");
        }
    }

    #[test]
    fn whatever_is_done_with_it_entries_only_grow_and_the_last_decision_holds(
        verbs in proptest::collection::vec((0_usize..4, 0_usize..5, -3_i64..3), 0..30)
    ) {
        let (mut it, mut last) = (concern(), None);
        for (verb, which, hours) in verbs {
            let before = it.clone();
            let event = match verb {
                0 => it.add(Entry::Note(text("More")), now()),
                1 => it.add(Entry::Reported(report(later(hours))), now()),
                2 => it.add(Entry::Written { at: later(hours), words: None }, now()),
                _ => Ok(Concern::decide(account(7), date(2026, 11, 22), Decision::ALL[which], text("So it is"))),
            };
            prop_assert_eq!(event.is_err(), 0 < hours && (verb == 1 || verb == 2), "only what is to come is refused");
            let Ok(event) = event else { continue };
            it = it.after(&event);
            if let Event::Decided { decision, .. } = event {
                last = Some(decision);
            }
            prop_assert_eq!((it.entries, it.version), (before.entries + 1, before.version + 1));
            prop_assert_eq!((it.author, it.raised_at, it.written_due), (before.author, before.raised_at, before.written_due));
        }
        let stands = match it.stage {
            Stage::Open => None,
            Stage::Decided { decision, .. } => Some(decision),
        };
        prop_assert_eq!(stands, last, "once decided it is never open again");
    }
}
