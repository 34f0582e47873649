//! A carer's household: what can be written down of it, and what it can say of itself.

use domain::day::Age;
use domain::family::LanguageTag;
use domain::household::{
    About, Approval, Away, AwayWhy, Event, Household, HouseholdProblem, Member, NewHousehold, NewMember, Part, Ready,
    Refusal, Stage, Terms, problems,
};
use domain::id::{AccountId, HouseholdId, MemberId, SiteId};
use domain::name::Name;
use domain::reference::{Kind, Reference};
use jiff::civil::{Date, date};
use uuid::Uuid;

const TODAY: Date = date(2026, 11, 22);

fn account(number: u128) -> AccountId {
    AccountId::from_uuid(Uuid::from_u128(number))
}

fn member(name: &str, part: Part, number: Option<u128>) -> NewMember {
    Member {
        id: None,
        name: Name::parse(name).expect("a name"),
        part,
        account: number.map(account),
    }
}

fn new() -> NewHousehold {
    NewHousehold {
        site: SiteId::from_uuid(Uuid::nil()),
        members: vec![
            member("Lowri Haf", Part::Carer, Some(1)),
            member("Emyr Haf", Part::Adult, None),
        ],
        supervisor: Some(account(9)),
        approval: Approval {
            from: date(2024, 1, 1),
            to: None,
            terms: Terms::default(),
        },
        places: 4,
        weekends: 3,
        languages: Vec::new(),
        skills: Vec::new(),
        ready: Ready::Now,
        about: About::default(),
    }
}

fn household() -> Household {
    let new = new();
    let members = (0..).zip(new.members).map(|(at, member)| Member {
        id: MemberId::from_uuid(Uuid::from_u128(at)),
        name: member.name,
        part: member.part,
        account: member.account,
    });
    Household {
        id: HouseholdId::from_uuid(Uuid::nil()),
        site: new.site,
        reference: Reference::new(Kind::Household, 7),
        version: 1,
        members: members.collect(),
        supervisor: new.supervisor,
        approval: new.approval,
        places: new.places,
        weekends: new.weekends,
        languages: vec![LanguageTag::parse("cy-gb").expect("a tag")],
        skills: new.skills,
        ready: new.ready,
        away: Vec::new(),
        stage: Stage::Open,
    }
}

#[test]
fn a_household_of_one_or_two_carers_and_other_adults_is_in_order() {
    assert_eq!(problems(&new()), []);
    let couple = NewHousehold {
        members: vec![
            member("Gareth Pugh", Part::Carer, Some(1)),
            member("Ann Pugh", Part::Carer, None),
        ],
        ..new()
    };
    assert_eq!(problems(&couple), []);
}

#[test]
fn everything_wrong_with_a_household_is_said_at_once() {
    use HouseholdProblem as P;
    let wrong = NewHousehold {
        members: vec![
            member("One", Part::Carer, Some(1)),
            member("Two", Part::Carer, Some(1)),
            member("Three", Part::Carer, None),
            member("Four", Part::Adult, Some(2)),
        ],
        supervisor: Some(account(1)),
        approval: Approval {
            from: date(2026, 1, 2),
            to: Some(date(2026, 1, 1)),
            terms: Terms {
                children_max: Some(0),
                ages: Some((11, 5)),
                words: None,
            },
        },
        places: 5,
        weekends: 6,
        ..new()
    };
    assert_eq!(
        problems(&wrong),
        [
            P::TooManyCarers { carers: 3, max: 2 },
            P::SameAccount { member: 1 },
            P::AccountOfAdult { member: 3 },
            P::OwnSupervisor,
            P::ApprovalEndsBeforeItBegins {
                from: date(2026, 1, 2),
                to: date(2026, 1, 1)
            },
            P::NoChildAllowed,
            P::Ages {
                youngest: 11,
                oldest: 5
            },
            P::Places { places: 5, max: 4 },
            P::Weekends { weekends: 6, max: 5 },
        ]
    );
    let empty = NewHousehold {
        members: Vec::new(),
        places: 0,
        ..new()
    };
    assert_eq!(problems(&empty), [P::NoCarer, P::Places { places: 0, max: 4 }]);
    let crowd = NewHousehold {
        members: vec![member("A", Part::Carer, None); 1]
            .into_iter()
            .chain(vec![member("B", Part::Adult, None); 12])
            .collect(),
        ..new()
    };
    assert_eq!(problems(&crowd), [P::TooManyMembers { members: 13, max: 12 }]);
}

#[test]
fn an_approval_holds_on_its_first_and_last_day_and_its_ages_include_both_ends() {
    let approval = Approval {
        from: date(2026, 1, 1),
        to: Some(date(2026, 12, 31)),
        terms: Terms {
            ages: Some((5, 11)),
            ..Terms::default()
        },
    };
    let holds = |day| approval.holds_on(day);
    assert!(holds(date(2026, 1, 1)) && holds(date(2026, 12, 31)));
    assert!(!holds(date(2025, 12, 31)) && !holds(date(2027, 1, 1)));
    let allows = |age| approval.terms.allow(age);
    assert!(allows(Age::Years(5)) && allows(Age::Years(11)));
    assert!(!allows(Age::Years(4)) && !allows(Age::Years(12)) && !allows(Age::Unborn));
    // Somebody whose birth is known only in part may be within them.
    assert!(allows(Age::Between { least: 4, most: 5 }) && allows(Age::Between { least: 11, most: 12 }));
    assert!(!allows(Age::Between { least: 3, most: 4 }));
    assert!(Terms::default().allow(Age::Unborn));
}

#[test]
fn a_carer_says_when_they_are_away_and_takes_it_back() {
    let by = account(1);
    let away = |from, to| Away {
        from,
        to,
        why: AwayWhy::Holiday,
    };
    let mut household = household();
    let set = |household: &Household, away| household.set_away(by, TODAY, away);
    let week = away(date(2026, 12, 1), date(2026, 12, 7));
    assert_eq!(set(&household, week), Ok(Event::AwaySet { by, away: week }));
    household.away = vec![week];
    for (from, to, refusal) in [
        (
            date(2026, 12, 8),
            date(2026, 12, 7),
            Refusal::EndsBeforeItBegins {
                from: date(2026, 12, 8),
                to: date(2026, 12, 7),
            },
        ),
        (date(2026, 11, 1), date(2026, 11, 21), Refusal::Over { today: TODAY }),
        (date(2027, 1, 1), date(2028, 1, 2), Refusal::TooLong { days: 366 }),
        (
            date(2026, 12, 7),
            date(2026, 12, 9),
            Refusal::AwayAlready {
                from: week.from,
                to: week.to,
            },
        ),
    ] {
        assert_eq!(set(&household, away(from, to)), Err(refusal));
    }
    assert!(
        set(&household, away(date(2026, 11, 20), TODAY)).is_ok(),
        "one that ends today"
    );
    assert!(
        set(&household, away(date(2026, 12, 8), date(2026, 12, 8))).is_ok(),
        "the day after"
    );
    assert_eq!(
        household.take_back_away(by, date(2026, 12, 7), week.from),
        Ok(Event::AwayTaken { by, away: week })
    );
    assert_eq!(
        household.take_back_away(by, date(2026, 12, 8), week.from),
        Err(Refusal::Over {
            today: date(2026, 12, 8)
        })
    );
    assert_eq!(
        household.take_back_away(by, TODAY, date(2026, 12, 2)),
        Err(Refusal::NotAway)
    );
}

#[test]
fn a_household_with_families_keeps_its_places_and_its_carers_and_is_not_closed() {
    let by = account(5);
    let household = household();
    let two = NewHousehold { places: 2, ..new() };
    assert_eq!(
        household.change(by, TODAY, &two, 3),
        Err(Refusal::TooFewPlaces { families: 3, places: 2 })
    );
    assert_eq!(
        household.change(by, TODAY, &two, 2),
        Ok(Event::Changed { by, on: TODAY })
    );
    let mut without = new();
    without.members[0].account = None;
    assert_eq!(
        household.change(by, TODAY, &without, 1),
        Err(Refusal::CarerLeftOut { families: 1 })
    );
    assert!(household.change(by, TODAY, &without, 0).is_ok());
    assert_eq!(
        household.close(by, TODAY, TODAY, 1),
        Err(Refusal::HasFamilies { families: 1 })
    );
    assert_eq!(
        household.close(by, date(2026, 11, 23), TODAY, 0),
        Err(Refusal::InFuture { today: TODAY })
    );
    assert_eq!(
        household.close(by, TODAY, TODAY, 0),
        Ok(Event::Closed { by, on: TODAY })
    );
}

#[test]
fn nothing_more_is_said_of_a_household_that_takes_part_no_more() {
    let by = account(5);
    let closed = Household {
        stage: Stage::Closed { on: TODAY },
        ..household()
    };
    let refused = Err(Refusal::Closed { on: TODAY });
    let day = Away {
        from: TODAY,
        to: TODAY,
        why: AwayWhy::Other,
    };
    assert_eq!(closed.change(by, TODAY, &new(), 0), refused);
    assert_eq!(closed.set_away(by, TODAY, day), refused);
    assert_eq!(closed.take_back_away(by, TODAY, TODAY), refused);
    assert_eq!(closed.set_ready(by, Ready::NotNow, 0), refused);
    assert_eq!(closed.close(by, TODAY, TODAY, 0), refused);
}

#[test]
fn a_household_is_ready_on_a_day_or_not_until_it_says_so() {
    let from = Ready::From(date(2027, 1, 4));
    assert!(!from.on(date(2027, 1, 3)) && from.on(date(2027, 1, 4)));
    assert!(Ready::Now.on(TODAY) && !Ready::NotNow.on(TODAY));
    for ready in [Ready::Now, from, Ready::NotNow] {
        let day = match ready {
            Ready::From(day) => Some(day),
            _ => None,
        };
        assert_eq!(Ready::from_key(ready.key(), day), Some(ready));
    }
    assert_eq!(Ready::from_key("from", None), None);
    assert_eq!(Ready::from_key("soon", None), None);
}

#[test]
fn who_speaks_a_kind_of_a_language_speaks_it() {
    let tag = |tag| LanguageTag::parse(tag).unwrap();
    let household = household();
    assert!(household.speaks(&tag("cy")));
    assert!(!household.speaks(&tag("cy-wls")) && !household.speaks(&tag("en")) && !household.speaks(&tag("cyn")));
    assert!(household.is_carer(account(1)) && !household.is_carer(account(9)));
}

#[test]
fn every_key_finds_its_own() {
    for why in AwayWhy::ALL {
        assert_eq!(AwayWhy::from_key(why.key()), Some(why));
    }
    for part in Part::ALL {
        assert_eq!(Part::from_key(part.key()), Some(part));
    }
    assert_eq!(AwayWhy::from_key(""), None);
    assert_eq!(Part::from_key("child"), None);
}
