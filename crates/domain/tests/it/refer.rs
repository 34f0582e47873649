//! Referring a family: what a form must give, and what is only pointed out.

use domain::day::Birth;
use domain::family::{
    HOMES_MAX, Holder, Home, KeptAway, NewPerson, Order, OverallReason, Part, Postcode, Reason, Responsibility,
    SAFETY_LINES_MAX, Ways,
};
use domain::id::{AccountId, SiteId};
use domain::name::{Name, PersonName};
use domain::need::NEEDS;
use domain::pack::Key;
use domain::referral::{Doubt, Duplicate, Event, PEOPLE_MAX, Refer, ReferProblem};
use domain::text::Text;
use jiff::civil::{Date, date};

const WORKER: AccountId = AccountId::from_bytes([1; 16]);
const RECEIVED: Date = date(2026, 3, 6);

fn person(part: Part, forename: &str, surname: &str, birth: Birth) -> NewPerson {
    let name = |typed: &str| Name::parse_optional(typed).expect("a short name");
    let name = PersonName {
        forename: name(forename),
        surname: name(surname),
        known_as: None,
    };
    NewPerson {
        name,
        birth,
        ..NewPerson::unknown(part)
    }
}

fn refer(people: Vec<NewPerson>) -> Refer {
    Refer {
        people,
        ..Refer::to(SiteId::from_bytes([4; 16]))
    }
}

#[test]
fn a_family_without_a_child_cannot_be_referred() {
    let adult = NewPerson::unknown(Part::Adult);
    assert_eq!(refer(vec![]).problems(), [ReferProblem::NoChild]);
    assert_eq!(refer(vec![adult.clone()]).problems(), [ReferProblem::NoChild]);
    assert_eq!(refer(vec![adult, NewPerson::unknown(Part::Child)]).problems(), []);
}

#[test]
fn an_unborn_child_is_a_child() {
    let unborn = person(Part::Child, "", "", Birth::Expected { year: 2027, month: 3 });
    assert_eq!(refer(vec![unborn]).problems(), []);
}

#[test]
fn a_referral_has_at_most_thirty_people() {
    let children = |n| vec![NewPerson::unknown(Part::Child); n];
    assert_eq!(refer(children(PEOPLE_MAX)).problems(), []);
    let too_many = ReferProblem::TooManyPeople { people: 31, max: 30 };
    assert_eq!(refer(children(31)).problems(), [too_many]);
}

#[test]
fn every_problem_of_a_referral_is_named_at_once() {
    let adult = NewPerson {
        reason: Some(Reason::RiskOfCare),
        legal_status: Some(Key::parse("care_order").unwrap()),
        birth: Birth::Expected { year: 2027, month: 3 },
        ..NewPerson::unknown(Part::Adult)
    };
    assert_eq!(
        refer(vec![NewPerson::unknown(Part::Adult), adult]).problems(),
        [
            ReferProblem::NoChild,
            ReferProblem::ReasonOfAdult { person: 1 },
            ReferProblem::StatusOfAdult { person: 1 },
            ReferProblem::UnbornAdult { person: 1 },
        ]
    );
    let child = NewPerson {
        reason: Some(Reason::RiskOfCare),
        ..NewPerson::unknown(Part::Child)
    };
    assert_eq!(refer(vec![child]).problems(), []);
}

#[test]
fn two_people_who_look_like_one_are_pointed_out_and_not_merged() {
    let born = Birth::On(date(2017, 3, 8));
    let iolo = person(Part::Child, "Iolo", "Llŷr", born);
    let check = |other: NewPerson, found: &[Duplicate]| {
        let form = refer(vec![NewPerson::unknown(Part::Adult), iolo.clone(), other]);
        assert_eq!(form.duplicates(), found);
    };
    let same = [Duplicate { first: 1, second: 2 }];
    check(iolo.clone(), &same);
    check(person(Part::Child, "IOLO", "LLŶR", born), &same);
    check(person(Part::Adult, "Iolo", "Llŷr", Birth::NotKnown), &same);
    check(person(Part::Child, "Iolo", "Llŷr", Birth::On(date(2017, 3, 9))), &[]);
    check(person(Part::Child, "Iolo", "", born), &[]);
    check(person(Part::Child, "Tomos", "Llŷr", born), &[]);
    check(NewPerson::unknown(Part::Adult), &[]);
}

#[test]
fn somebody_named_three_times_is_pointed_out_twice() {
    let unknown = person(Part::Child, "Mari", "Puw", Birth::NotKnown);
    let found = refer(vec![unknown.clone(), unknown.clone(), unknown]).duplicates();
    assert_eq!(
        found,
        [Duplicate { first: 0, second: 1 }, Duplicate { first: 0, second: 2 }]
    );
}

#[test]
fn the_first_event_says_what_the_referral_named() {
    let child = |reason| NewPerson {
        reason: Some(reason),
        ..NewPerson::unknown(Part::Child)
    };
    let people = vec![
        child(Reason::RiskOfCare),
        NewPerson::unknown(Part::Adult),
        child(Reason::Reunification),
    ];
    let form = Refer {
        needs: vec![&NEEDS[2]],
        ..refer(people)
    };
    let made = Event::made(&form, WORKER, RECEIVED);
    let expected = Event::Made {
        by: WORKER,
        on: RECEIVED,
        children: 2,
        adults: 1,
        needs: vec![&NEEDS[2]],
        reason: OverallReason::Mixed,
    };
    assert_eq!(made, expected);
}

/// A child, born on that day, and an adult.
fn child_and_adult(child: Birth, adult: Birth) -> Refer {
    refer(vec![
        person(Part::Child, "Iolo", "Llŷr", child),
        person(Part::Adult, "Mair", "Llŷr", adult),
    ])
}

#[test]
fn an_adult_who_could_hardly_be_a_parent_is_asked_about_and_not_refused() {
    let child = Birth::On(date(2015, 6, 10));
    let years = |adult: Birth| {
        let form = child_and_adult(child, adult);
        assert_eq!(form.problems(), []);
        let doubts = form.doubts();
        assert!(doubts.iter().all(|doubt| (doubt.child, doubt.adult) == (0, 1)));
        doubts.first().map(|doubt| doubt.years)
    };
    assert_eq!(years(Birth::On(date(1990, 1, 1))), None);
    assert_eq!(years(Birth::On(date(2003, 6, 10))), None, "twelve years to the day");
    assert_eq!(years(Birth::On(date(2003, 6, 11))), Some(11));
    assert_eq!(years(Birth::On(date(2016, 1, 1))), Some(-1), "the child is the older");
    assert_eq!(years(Birth::Year(2003)), None, "twelve years if early in that year");
    assert_eq!(years(Birth::Year(2004)), Some(11));
    assert_eq!(years(Birth::Month { year: 2003, month: 7 }), Some(11));
    assert_eq!(years(Birth::NotKnown), None);
    let unborn = child_and_adult(Birth::Expected { year: 2027, month: 3 }, Birth::On(date(2016, 1, 1)));
    assert_eq!(
        unborn.doubts(),
        [Doubt {
            child: 0,
            adult: 1,
            years: 11
        }]
    );
    assert_eq!(child_and_adult(Birth::NotKnown, Birth::Year(2020)).doubts(), []);
}

#[test]
fn homes_and_safety_name_only_people_who_are_there() {
    let says = Text::parse("lives with her mother").unwrap();
    let home = |people| Home {
        address: None,
        postcode: Postcode::parse("LD1 5LG").ok(),
        hidden: false,
        people,
    };
    let order = |people, made_on, ends_on| Order {
        people,
        says: says.clone(),
        made_on,
        ends_on,
    };
    let away = |people, ways| KeptAway {
        who: says.clone(),
        people,
        ways,
    };
    let decides = |child, holder| Responsibility { child, holder };
    let collect = Ways {
        collect: true,
        ..Ways::default()
    };
    let good = Refer {
        homes: vec![home(vec![0, 1]), home(vec![0])],
        responsibilities: vec![
            decides(0, Holder::Person(1)),
            decides(0, Holder::Authority),
            decides(0, Holder::Other(says.clone())),
        ],
        orders: vec![
            order(vec![0], Some(RECEIVED), Some(RECEIVED)),
            order(vec![1], None, Some(RECEIVED)),
        ],
        kept_away: vec![away(vec![0, 1], collect)],
        ..child_and_adult(Birth::NotKnown, Birth::NotKnown)
    };
    assert_eq!(good.problems(), []);
    let wrong = Refer {
        homes: vec![
            home(vec![2]),
            Home {
                postcode: None,
                ..home(vec![])
            },
        ],
        responsibilities: vec![decides(1, Holder::Person(3)), decides(4, Holder::Authority)],
        orders: vec![
            order(vec![5], Some(RECEIVED), RECEIVED.yesterday().ok()),
            order(vec![], None, None),
        ],
        kept_away: vec![away(vec![6], Ways::default()), away(vec![], collect)],
        ..good.clone()
    };
    let nobody = |person| ReferProblem::NoSuchPerson { person };
    assert_eq!(
        wrong.problems(),
        [
            nobody(2),
            ReferProblem::HomeNowhere { home: 1 },
            ReferProblem::EmptyHome { home: 1 },
            nobody(3),
            ReferProblem::ResponsibilityForAdult { person: 1 },
            nobody(4),
            nobody(5),
            ReferProblem::OrderEndsEarly { order: 0 },
            ReferProblem::OrderAboutNobody { order: 1 },
            nobody(6),
            ReferProblem::KeptFromNothing { line: 0 },
            ReferProblem::KeptFromNobody { line: 1 },
        ]
    );
    let many = Refer {
        homes: vec![home(vec![0]); HOMES_MAX + 1],
        orders: vec![order(vec![0], None, None); SAFETY_LINES_MAX],
        kept_away: vec![away(vec![0], collect); SAFETY_LINES_MAX + 1],
        ..good
    };
    assert_eq!(
        many.problems(),
        [
            ReferProblem::TooManyHomes { homes: 7, max: 6 },
            ReferProblem::TooManyLines { lines: 11, max: 10 },
        ]
    );
}

#[test]
fn whoever_has_parental_responsibility_has_a_sort() {
    let words = Holder::Other::<usize>(Text::parse("her aunt").unwrap());
    let keys = [Holder::Person(1), Holder::Authority, words].map(|holder| holder.key());
    assert_eq!(keys, ["person", "authority", "other"]);
}
