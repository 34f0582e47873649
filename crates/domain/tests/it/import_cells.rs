//! What single cells of a file say, in English and Welsh, and what is said when they do not.

use domain::day::{Birth, DayProblem};
use domain::family::{NewPerson, Part, Reason};
use domain::import::{Fault, Field, REFERRAL_YEAR_MIN, ReadFamily, Reading, VALUE_CHARS_MAX};
use domain::referral::ReferProblem;
use domain::text::TEXT_CHARS_MAX;
use jiff::civil::date;

use crate::import::{TODAY, read};

/// A file with every column, under the key of its field.
pub fn sheet(rows: &[Vec<String>]) -> Reading {
    let headings: Vec<String> = Field::ALL.iter().map(|field| field.headings()[0].to_owned()).collect();
    read(&headings, rows)
}

/// A child of family F1 about whom nothing is wrong, but for what is changed.
pub fn child(changes: &[(Field, &str)]) -> Vec<String> {
    let usual = [
        (Field::PersonId, "1"),
        (Field::Forename, "Mari"),
        (Field::Surname, "Puw"),
        (Field::Birth, "01/02/2015"),
        (Field::Relationship, "Child"),
        (Field::Family, "F1"),
        (Field::Postcode, "SA61 2AD"),
        (Field::ReferralDay, "06/03/2026"),
        (Field::Reason, "risk of care"),
    ];
    let mut cells = vec![String::new(); Field::COUNT];
    for (field, said) in usual.iter().chain(changes) {
        (*said).clone_into(&mut cells[*field as usize]);
    }
    cells
}

/// An adult of the same family about whom nothing is wrong, but for what is changed.
pub fn adult(changes: &[(Field, &str)]) -> Vec<String> {
    let mut usual = vec![
        (Field::PersonId, "2"),
        (Field::Forename, "Nia"),
        (Field::Birth, "03/04/1985"),
        (Field::Relationship, "Mother"),
        (Field::Reason, ""),
    ];
    usual.extend(changes);
    child(&usual)
}

pub fn faults(reading: &Reading) -> Vec<(u32, Fault)> {
    let all = reading.problems.iter().map(|problem| (problem.row, problem.fault));
    all.collect()
}

/// The one family of a file with this one row.
pub fn one(row: Vec<String>) -> (ReadFamily, Vec<Fault>) {
    let mut reading = sheet(&[row]);
    let found = reading.problems.iter().map(|problem| problem.fault).collect();
    (reading.families.remove(0), found)
}

/// The one person of it.
pub fn person(row: Vec<String>) -> (NewPerson, Vec<Fault>) {
    let (mut family, found) = one(row);
    (family.refer.people.remove(0), found)
}

#[test]
fn a_plain_family_comes_in_without_a_word() {
    let reading = sheet(&[child(&[]), adult(&[])]);
    assert_eq!(faults(&reading), []);
    assert_eq!(reading.families_in().count(), 1);
}

#[test]
fn a_birth_or_referral_day_that_cannot_be_keeps_the_family_out() {
    let today = TODAY;
    let no_such = |year, month, day| Fault::Day(DayProblem::NoSuchDay { year, month, day });
    let unreadable = Fault::Day(DayProblem::Unreadable);
    for (field, said, fault) in [
        (Field::Birth, "31/02/2015", no_such(2015, 2, 31)),
        (Field::Birth, "29/02/2023", no_such(2023, 2, 29)),
        (Field::Birth, "about five", unreadable),
        (Field::Birth, "01/01/2099", Fault::BirthInFuture { today }),
        (Field::Birth, "expected 03/2026", Fault::ExpectedInPast { today }),
        (Field::Birth, "expected 03/2099", Fault::BirthTooFarAhead { today }),
        (Field::Birth, "14", Fault::Day(DayProblem::TwoDigitYear { year: 14 })),
        (
            Field::Birth,
            "01/13/2015",
            Fault::Day(DayProblem::NoSuchMonth { month: 13 }),
        ),
        (Field::ReferralDay, "tomorrow", unreadable),
        (Field::ReferralDay, "31/02/2026", no_such(2026, 2, 31)),
        (Field::ReferralDay, "22/11/2026", Fault::ReferralInFuture { today }),
        (Field::ReferralDay, "01/01/2099", Fault::ReferralInFuture { today }),
        (
            Field::ReferralDay,
            "31/12/2014",
            Fault::ReferralTooLongAgo { min: REFERRAL_YEAR_MIN },
        ),
    ] {
        let mut reading = sheet(&[child(&[(field, said)])]);
        let problem = reading.problems.remove(0);
        assert_eq!(
            (problem.field, problem.value.as_str(), problem.fault),
            (Some(field), said, fault)
        );
        assert_eq!(problem.column, Some(field as usize));
        assert!(problem.blocks() && reading.problems.is_empty(), "{said}");
        assert!(reading.families[0].blocked, "{said}");
    }
}

#[test]
fn days_are_read_however_a_system_writes_them() {
    for said in [
        "17.06.24",
        "17/06/2024",
        "17 Jun 2024",
        "17 Mehefin 2024",
        "2024-06-17",
        "2024-06-17T00:00:00Z",
    ] {
        let (found, faults) = person(child(&[(Field::Birth, said)]));
        assert_eq!((found.birth, faults.len()), (Birth::On(date(2024, 6, 17)), 0), "{said}");
    }
    for said in ["06.03.26", "06 Maw 2026", "06/03/2026 14:05", "2026-03-06 00:00:00.000"] {
        assert_eq!(
            one(child(&[(Field::ReferralDay, said)])).0.received_on,
            date(2026, 3, 6),
            "{said}"
        );
    }
}

#[test]
fn a_birth_that_is_missing_or_very_long_ago_is_said_and_let_in() {
    for said in ["", "-", "not known", "Anhysbys"] {
        let (found, faults) = person(child(&[(Field::Birth, said)]));
        assert_eq!(
            (found.birth, faults),
            (Birth::NotKnown, vec![Fault::BirthMissing]),
            "{said}"
        );
    }
    let born = |said| sheet(&[child(&[]), adult(&[(Field::Birth, said)])]);
    assert_eq!(faults(&born("31/12/1909")), [(3, Fault::BornLongAgo { year: 1909 })]);
    assert_eq!(faults(&born("01/01/1910")), []);
    assert!(!born("31/12/1909").families[0].blocked);
}

#[test]
fn an_expected_child_is_unborn_and_needs_no_forename() {
    let (found, faults) = person(child(&[(Field::Birth, "expected 03/2027"), (Field::Forename, "")]));
    assert_eq!(found.birth, Birth::Expected { year: 2027, month: 3 });
    assert_eq!((found.part, faults), (Part::Child, vec![]));
    let (_, faults) = person(child(&[(Field::Forename, "")]));
    assert_eq!(faults, [Fault::ForenameMissing]);
    let reading = sheet(&[child(&[]), adult(&[(Field::Birth, "expected 03/2027")])]);
    let unborn = Fault::Family(ReferProblem::UnbornAdult { person: 1 });
    assert!(faults_of(&reading).contains(&unborn) && reading.families[0].blocked);
}

fn faults_of(reading: &Reading) -> Vec<Fault> {
    reading.problems.iter().map(|problem| problem.fault).collect()
}

#[test]
fn the_words_for_a_relationship_tell_children_from_adults() {
    for word in [
        "Child",
        "PLENTYN",
        "son",
        "Merch",
        "young person",
        "brother",
        "half-sister",
        "Efaill",
    ] {
        assert_eq!(
            person(child(&[(Field::Relationship, word)])).0.part,
            Part::Child,
            "{word}"
        );
    }
    for word in [
        "Step-father",
        "parent/carer",
        "Grandparent",
        "MAM",
        "tad-cu",
        "Nain",
        "mum's partner",
        "Modryb",
    ] {
        let reading = sheet(&[child(&[]), adult(&[(Field::Relationship, word)])]);
        let found = &reading.families[0].refer.people[1];
        assert_eq!((found.part, faults(&reading)), (Part::Adult, vec![]), "{word}");
        assert_eq!(found.relationship.as_ref().unwrap().as_str(), word);
    }
    let grown = sheet(&[
        child(&[]),
        adult(&[(Field::Relationship, "brother"), (Field::Birth, "01/01/2005")]),
    ]);
    assert_eq!(
        grown.families[0].refer.people[1].part,
        Part::Adult,
        "a brother may be either"
    );
    assert_eq!(faults(&grown), [], "and need not be old enough for a father");
}

#[test]
fn a_relationship_we_do_not_know_makes_an_adult_only_of_somebody_grown_up() {
    for (said, known) in [("bff", true), ("", false)] {
        let fault = |adult| {
            if known {
                Fault::RelationshipNotKnown { adult }
            } else {
                Fault::RelationshipMissing { adult }
            }
        };
        let born = |birth| sheet(&[child(&[]), adult(&[(Field::Relationship, said), (Field::Birth, birth)])]);
        let grown = born("21/11/2008");
        assert_eq!(
            (faults(&grown), grown.families[0].blocked),
            (vec![(3, fault(true))], false)
        );
        assert_eq!(grown.families[0].refer.people[1].part, Part::Adult);
        let young = born("22/11/2008");
        assert_eq!(
            (faults(&young), young.families[0].blocked),
            (vec![(3, fault(false))], true)
        );
        assert!(born("").families[0].blocked, "nobody knows");
    }
    let (family, faults) = one(child(&[(Field::Relationship, "bff")]));
    assert_eq!(
        faults,
        [Fault::RelationshipNotKnown { adult: false }],
        "who may be the child"
    );
    assert!(family.blocked);
}

#[test]
fn a_child_of_eighteen_is_pointed_out() {
    let (found, faults) = person(child(&[(Field::Birth, "21/11/2008")]));
    assert_eq!(
        (found.part, faults),
        (Part::Child, vec![Fault::GrownChild { years: 18 }])
    );
    assert_eq!(person(child(&[(Field::Birth, "22/11/2008")])).1, []);
}

#[test]
fn the_sex_is_compared_with_the_word_and_not_kept() {
    let odd = [
        ("Mother", "M"),
        ("Step-father", "female"),
        ("Nain", "Gwryw"),
        ("Dad", "F"),
    ];
    for (word, sex) in odd {
        let reading = sheet(&[child(&[]), adult(&[(Field::Relationship, word), (Field::Sex, sex)])]);
        assert_eq!(faults(&reading), [(3, Fault::SexAgainstRelationship)], "{word} {sex}");
    }
    for (word, sex) in [
        ("Mother", "F"),
        ("Mother", ""),
        ("Mother", "Not known"),
        ("Parent", "M"),
        ("Taid", "male"),
    ] {
        let reading = sheet(&[child(&[]), adult(&[(Field::Relationship, word), (Field::Sex, sex)])]);
        assert_eq!(faults(&reading), [], "{word} {sex}");
    }
}

#[test]
fn a_reason_is_read_in_the_words_of_each_system() {
    for said in [
        "risk of care",
        "Edge of care",
        "Risk of care admission",
        "risk_of_care",
        "Ar ymyl gofal",
    ] {
        assert_eq!(
            person(child(&[(Field::Reason, said)])).0.reason,
            Some(Reason::RiskOfCare),
            "{said}"
        );
    }
    for said in [
        "REUNIFICATION - child returning home",
        "Reunification",
        "Dychwelyd adref",
        "ailuno",
    ] {
        assert_eq!(
            person(child(&[(Field::Reason, said)])).0.reason,
            Some(Reason::Reunification),
            "{said}"
        );
    }
    let (family, faults) = one(child(&[(Field::Reason, "seen by the panel")]));
    assert_eq!(
        (family.refer.people[0].reason, faults),
        (None, vec![Fault::ReasonNotKnown])
    );
    let kept = family.refer.worries.unwrap();
    assert_eq!(
        kept.as_str(),
        "Reason for referral: seen by the panel",
        "no words are lost"
    );
    assert_eq!(person(child(&[(Field::Reason, " ")])).1, [Fault::ReasonMissing]);
}

#[test]
fn an_odd_address_for_mail_is_pointed_out_and_kept() {
    for odd in [
        "m..ohare@authority.example",
        "m.ohare",
        "a@b@c.example",
        "@b.example",
        "a b@c.example",
        "a@example",
        "a.@c.example",
    ] {
        let (family, faults) = one(child(&[(Field::WorkerEmail, odd)]));
        assert_eq!(faults, [Fault::EmailOdd], "{odd}");
        assert_eq!(family.worker_email.unwrap().as_str(), odd);
    }
    assert_eq!(one(child(&[(Field::WorkerEmail, "m.o'hare@authority.example")])).1, []);
}

#[test]
fn a_cell_too_long_to_keep_is_named_and_cut_where_it_is_shown() {
    let long = "ŵ".repeat(TEXT_CHARS_MAX + 1);
    let fields = [
        Field::PersonId,
        Field::Relationship,
        Field::Address,
        Field::Language,
        Field::WorkerEmail,
    ];
    for field in fields
        .into_iter()
        .chain([Field::GoingWell, Field::SafeToCall, Field::Consent, Field::Needs])
    {
        let mut reading = sheet(&[child(&[]), adult(&[(field, &long)])]);
        let too_long = |problem: &domain::import::Problem| matches!(problem.fault, Fault::TooLong { .. });
        let found = reading.problems.iter().position(too_long);
        assert!(found.is_some() && reading.families[0].blocked, "{field:?}");
        let value = reading.problems.remove(found.unwrap()).value;
        assert!(value.as_str().chars().count() <= VALUE_CHARS_MAX);
    }
    for field in [Field::Forename, Field::Surname, Field::KnownAs, Field::Worker] {
        let (family, faults) = one(child(&[(field, &"n".repeat(201))]));
        assert_eq!(
            (faults, family.blocked),
            (vec![Fault::TooLong { chars: 201, max: 200 }], true),
            "{field:?}"
        );
    }
    let reading = sheet(&[child(&[(Field::Family, &long)])]);
    assert_eq!(reading.rows_without_family, [2]);
    let value = &reading.problems[0].value;
    assert_eq!(value.as_str().chars().count(), VALUE_CHARS_MAX);
    assert!(value.is_cut() && !format!("{:?}", reading.problems[0]).contains('ŵ'));
}
