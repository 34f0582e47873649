//! Referring a family: what a form must give, and what is only pointed out.

use domain::day::Birth;
use domain::family::{NewPerson, OverallReason, Part, Reason};
use domain::id::{AccountId, SiteId};
use domain::name::{Name, PersonName};
use domain::need::NEEDS;
use domain::pack::Key;
use domain::referral::{Duplicate, Event, PEOPLE_MAX, Refer, ReferProblem};
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
        site: SiteId::from_bytes([4; 16]),
        people,
        needs: Vec::new(),
        going_well: None,
        worries: None,
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
