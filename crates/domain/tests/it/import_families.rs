//! Rows put together into families: whole ones in, whole ones out, and nothing merged silently.

use domain::consent::Consent;
use domain::family::Part;
use domain::import::Mapping;
use domain::import::{Fault, Field, Problem, ROWS_MAX, Reader, Reading, TooManyRows};
use domain::referral::{PEOPLE_MAX, ReferProblem};
use jiff::civil::date;

use crate::import::{SITE, TODAY, read, real_file, rows_with};
use crate::import_cells::{adult, child, faults, sheet};

#[test]
fn a_family_without_a_child_stays_out() {
    let reading = sheet(&[adult(&[])]);
    assert_eq!(faults(&reading), [(2, Fault::Family(ReferProblem::NoChild))]);
    assert!(reading.families[0].blocked);
    assert_eq!(reading.problems[0].fault.key(), "no_child");
}

#[test]
fn a_row_that_is_too_short_or_too_long_keeps_its_family_out() {
    let mut short = adult(&[]);
    short.truncate(15);
    let reading = sheet(&[child(&[]), short.clone(), child(&[(Field::Family, "F2")])]);
    assert_eq!(reading.problems[0].fault, Fault::ShortRow { cells: 15, columns: 20 });
    assert_eq!(
        (reading.families[0].blocked, reading.families[0].rows.as_slice()),
        (true, [2, 3].as_slice())
    );
    assert!(!reading.families[1].blocked, "the others come in");
    let mut long = adult(&[]);
    long.push("SA61".to_owned());
    let reading = sheet(&[child(&[]), long.clone()]);
    assert_eq!(faults(&reading), [(3, Fault::LongRow { cells: 21, columns: 20 })]);
    assert!(reading.families[0].blocked);
    long[20] = "  ".to_owned();
    assert_eq!(
        faults(&sheet(&[child(&[]), long])),
        [],
        "blank cells at the end are no cells"
    );
    let reading = sheet(&[short]);
    assert_eq!(
        faults(&reading),
        [(2, Fault::ShortRow { cells: 15, columns: 20 })],
        "who may be the child"
    );
}

#[test]
fn blank_rows_are_counted_and_nothing_else() {
    let blank = vec![" ".to_owned(); 20];
    let reading = sheet(&[blank.clone(), child(&[]), vec![], vec![String::new()], blank]);
    assert_eq!((reading.rows, reading.blank_rows, reading.problems.len()), (5, 4, 0));
}

#[test]
fn the_same_row_twice_is_taken_once() {
    let reading = sheet(&[child(&[]), adult(&[]), child(&[]), adult(&[]), child(&[])]);
    assert_eq!(rows_with(&reading, "same_row"), [4, 5, 6]);
    assert_eq!(reading.problems[2].fault, Fault::SameRow { row: 2 });
    assert_eq!((reading.problems.len(), reading.families[0].refer.people.len()), (3, 2));
    assert_eq!(reading.families[0].rows, [2, 3, 4, 5, 6]);
}

#[test]
fn somebody_who_stands_twice_in_a_family_is_pointed_out_and_not_merged() {
    let second = |changes: &[(Field, &str)]| {
        let mut all = vec![(Field::PersonId, "3")];
        all.extend(changes);
        let reading = sheet(&[child(&[]), child(&all)]);
        assert_eq!(reading.families[0].refer.people.len(), 2);
        let keys: Vec<&str> = reading.problems.iter().map(|problem| problem.fault.key()).collect();
        (
            keys.join(" "),
            reading.problems.into_iter().next().map(|problem| problem.fault),
        )
    };
    assert_eq!(second(&[]).1, Some(Fault::SamePerson { row: 2 }));
    assert_eq!(second(&[(Field::Surname, "PÛW")]).0, "same_person");
    assert_eq!(second(&[(Field::Birth, "")]).0, "same_person birth_missing");
    assert_eq!(second(&[(Field::Forename, "")]).0, "forename_missing same_person");
    assert_eq!(second(&[(Field::Birth, "02/02/2015")]).0, "");
    assert_eq!(second(&[(Field::Forename, "Mair")]).0, "");
    assert_eq!(
        second(&[(Field::Birth, "31/02/2015")]).0,
        "day_no_such_day",
        "which is no birth to compare"
    );
    assert_eq!(
        second(&[(Field::PersonId, "1"), (Field::Forename, "Mair")]).1,
        Some(Fault::SameId { row: 2 })
    );
    let twins = |row| {
        child(&[
            (Field::PersonId, row),
            (Field::Forename, ""),
            (Field::Birth, "expected 03/2027"),
        ])
    };
    assert_eq!(
        faults(&sheet(&[twins("1"), twins("2")])),
        [],
        "two expected children are two"
    );
}

#[test]
fn a_family_under_two_numbers_is_pointed_out_and_a_person_decides() {
    let other = |family: &str, changes: &[(Field, &str)]| {
        let mut all = vec![(Field::Family, family)];
        all.extend(changes);
        let reading = sheet(&[child(&[(Field::Family, "F011000")]), child(&all)]);
        assert_eq!(reading.families_in().count(), 2);
        faults(&reading)
    };
    let somebody_else = [(Field::Forename, "Elin"), (Field::Birth, "05/05/2016")];
    let same = [(3, Fault::SameFamily { row: 2 })];
    for number in ["f011000", "F 011000", "F-11000", "f0011000"] {
        assert_eq!(other(number, &somebody_else), same, "{number}");
    }
    assert_eq!(other("F011001", &[(Field::PersonId, "9")]), same, "the same child");
    assert_eq!(other("F011001", &somebody_else), []);
    assert_eq!(other("F110000", &somebody_else), [], "noughts inside a number count");
    let father = |family| adult(&[(Field::Family, family), (Field::Relationship, "Father")]);
    let rows = [
        child(&[]),
        father("F1"),
        child(&[(Field::Family, "F2"), (Field::Forename, "Elin")]),
        father("F2"),
    ];
    assert_eq!(
        faults(&sheet(&rows)),
        [(5, Fault::SamePerson { row: 3 })],
        "a father may belong to two"
    );
}

#[test]
fn a_row_without_a_family_is_left_out_and_told_where_the_person_stands() {
    let lost = child(&[(Field::Family, "")]);
    let reading = sheet(&[lost.clone(), child(&[]), lost]);
    let like = Fault::NoFamily { like: Some(3) };
    assert_eq!(faults(&reading), [(2, like), (4, like)]);
    assert_eq!(
        (reading.rows_without_family.as_slice(), reading.rows_out()),
        ([2, 4].as_slice(), vec![2, 4])
    );
    assert_eq!(reading.families_in().count(), 1);
    let alone = sheet(&[child(&[(Field::Family, " ")])]);
    assert_eq!(faults(&alone), [(2, Fault::NoFamily { like: None })]);
}

#[test]
fn a_parent_less_than_twelve_years_older_is_pointed_out_beside_the_nearest_child() {
    let rows = |relationship, birth| {
        sheet(&[
            child(&[]),
            child(&[
                (Field::Forename, "Elin"),
                (Field::PersonId, "3"),
                (Field::Birth, "01/02/2012"),
            ]),
            adult(&[(Field::Relationship, relationship), (Field::Birth, birth)]),
        ])
    };
    assert_eq!(faults(&rows("Parent", "01/02/2000")), []);
    assert_eq!(
        faults(&rows("Parent", "02/02/2000")),
        [(4, Fault::ParentYears { row: 3, years: 11 })]
    );
    assert_eq!(
        faults(&rows("Father", "01/02/2013")),
        [(4, Fault::ParentYears { row: 3, years: -1 })]
    );
    assert_eq!(faults(&rows("Mum's partner", "02/02/2005")), []);
}

#[test]
fn what_differs_inside_a_family_is_said_and_the_earliest_day_counts() {
    let mut rows = vec![
        child(&[(Field::Worker, "Carys Tudor"), (Field::Consent, "Y")]),
        adult(&[
            (Field::Worker, "Jo Blogg"),
            (Field::ReferralDay, "01/03/2026"),
            (Field::Consent, "Y"),
        ]),
    ];
    let reading = sheet(&rows);
    let differs =
        |field| move |problem: &Problem| problem.field == Some(field) && problem.fault == Fault::Differs { row: 2 };
    assert!(reading.problems.iter().any(differs(Field::Worker)));
    assert!(reading.problems.iter().any(differs(Field::ReferralDay)));
    assert_eq!(reading.problems.len(), 2);
    let family = &reading.families[0];
    assert_eq!((family.received_on, family.blocked), (date(2026, 3, 1), false));
    assert_eq!(family.worker.as_ref().unwrap().as_str(), "Carys Tudor");
    let agreed: Vec<&Consent> = family
        .refer
        .people
        .iter()
        .map(|person| &person.consents.taking_part)
        .collect();
    assert_eq!(
        agreed,
        [
            &Consent::Given { on: date(2026, 3, 6) },
            &Consent::Given { on: date(2026, 3, 1) }
        ]
    );
    rows[0][Field::ReferralDay as usize].clear();
    let reading = sheet(&rows);
    let family = &reading.families[0];
    assert_eq!(
        family.refer.people[0].consents.taking_part,
        Consent::Given { on: date(2026, 3, 1) }
    );
    rows[1][Field::ReferralDay as usize].clear();
    let reading = sheet(&rows);
    assert_eq!(rows_with(&reading, "referral_day_missing"), [2]);
    assert_eq!(reading.families[0].received_on, TODAY);
}

#[test]
fn reasons_are_the_childs_and_different_ones_are_said_once() {
    let of = |name, reason| {
        child(&[
            (Field::Forename, name),
            (Field::PersonId, name),
            (Field::Reason, reason),
        ])
    };
    let reading = sheet(&[
        adult(&[(Field::Reason, "Edge of care")]),
        of("Mari", "Reunification"),
        of("Elin", "Edge of care"),
        of("Siôn", "Edge of care"),
        adult(&[
            (Field::Forename, "Huw"),
            (Field::PersonId, "9"),
            (Field::Reason, "Edge of care"),
            (Field::Relationship, "Dad"),
        ]),
    ]);
    assert_eq!(faults(&reading), [(2, Fault::ReasonOfAdult), (4, Fault::MixedReasons)]);
    let adults = reading.families[0]
        .refer
        .people
        .iter()
        .filter(|person| person.part == Part::Adult);
    assert!(adults.into_iter().all(|person| person.reason.is_none()));
}

#[test]
fn people_of_one_address_have_one_home_and_nobody_without_one_has_any() {
    let at = |id: &str, name: &str, address: &str, postcode: &str| {
        let changes = [
            (Field::PersonId, id),
            (Field::Forename, name),
            (Field::Address, address),
            (Field::Postcode, postcode),
        ];
        child(&changes)
    };
    let reading = sheet(&[
        at("1", "Mari", "2 Lôn Las", "LD15LG"),
        at("2", "Elin", "2, lon las", "ld1 5lg"),
        at("3", "Siôn", "2 Lôn Las", "LD1 5LH"),
        at("4", "Huw", "", ""),
        at("5", "Nia", "", "LD1 5LG"),
        at("6", "Lowri", "🏠", ""),
        at("7", "Dafydd", "🏚", ""),
    ]);
    let homes = &reading.families[0].refer.homes;
    let people: Vec<&[usize]> = homes.iter().map(|home| home.people.as_slice()).collect();
    assert_eq!(people, [&[0, 1][..], &[2], &[4], &[5], &[6]]);
    assert_eq!(homes[0].address.as_ref().unwrap().as_str(), "2 Lôn Las");
    assert_eq!(homes[2].address, None);
    assert_eq!(rows_with(&reading, "postcode_missing"), [7, 8]);
    let many: Vec<Vec<String>> = (0..7)
        .map(|n| at(&n.to_string(), &"n".repeat(n + 1), &n.to_string(), "LD1 5LG"))
        .collect();
    let reading = sheet(&many);
    assert_eq!(
        faults(&reading),
        [(2, Fault::Family(ReferProblem::TooManyHomes { homes: 7, max: 6 }))]
    );
    assert!(reading.families[0].blocked);
}

#[test]
fn a_family_of_more_than_thirty_stays_out_and_its_copies_do_not_count() {
    let people = |n: usize| -> Vec<Vec<String>> {
        let name = |at: usize| format!("n{at}");
        (0..n)
            .map(|at| child(&[(Field::PersonId, &name(at)), (Field::Forename, &name(at))]))
            .collect()
    };
    let mut rows = people(PEOPLE_MAX);
    rows.extend(people(PEOPLE_MAX));
    let reading = sheet(&rows);
    assert_eq!(
        (reading.families[0].refer.people.len(), reading.families[0].blocked),
        (PEOPLE_MAX, false)
    );
    let reading = sheet(&people(PEOPLE_MAX + 5));
    let too_many = ReferProblem::TooManyPeople { people: 35, max: 30 };
    assert_eq!(faults(&reading), [(2, Fault::Family(too_many))]);
    assert!(reading.families[0].blocked);
}

#[test]
fn notes_that_are_too_long_together_keep_the_family_out() {
    let rows: Vec<Vec<String>> = ["a", "b"]
        .iter()
        .map(|name| {
            child(&[
                (Field::PersonId, name),
                (Field::Forename, name),
                (Field::GoingWell, &name.repeat(6_000)),
            ])
        })
        .collect();
    let reading = sheet(&rows);
    assert!(matches!(reading.problems[0].fault, Fault::TooLong { max: 10_000, .. }));
    assert_eq!((reading.problems.len(), reading.families[0].blocked), (1, true));
}

#[test]
fn families_are_read_alike_in_whatever_order_their_rows_come() {
    let (headings, rows) = real_file();
    let straight = read(&headings, &rows);
    let mut mixed: Vec<(u32, &Vec<String>)> = (2..).zip(&rows).collect();
    // One row of each family, then the second of each, and so on, from the last family to the first.
    mixed.sort_by_key(|(row, cells)| {
        let key = cells.get(7);
        let before = rows[..usize::try_from(*row).unwrap() - 2]
            .iter()
            .filter(|other| other.get(7) == key)
            .count();
        (before, std::cmp::Reverse(key))
    });
    let mut reader = Reader::new(SITE, &headings, Mapping::guess(&headings), TODAY).unwrap();
    for (row, cells) in mixed {
        reader.push(row, cells).unwrap();
    }
    let shuffled = reader.finish();
    let by_key = |reading: &Reading| {
        let mut families = reading.families.clone();
        families.sort_by(|one, other| one.key.as_str().cmp(other.key.as_str()));
        families
    };
    assert_eq!(by_key(&shuffled), by_key(&straight));
    assert_eq!(shuffled.problems, straight.problems);
}

#[test]
fn a_file_of_more_rows_than_are_read_at_once_is_refused_and_what_came_before_is_kept() {
    let headings = ["Family ID", "Surname", "DOB", "Relationship"];
    let mut reader = Reader::new(SITE, &headings, Mapping::guess(&headings), TODAY).unwrap();
    for row in 0..ROWS_MAX {
        reader.push(row + 2, &[""; 4]).unwrap();
    }
    assert_eq!(
        reader.push(ROWS_MAX + 2, &["F1", "Puw", "2015-01-01", "Child"]),
        Err(TooManyRows)
    );
    let reading = reader.finish();
    assert_eq!((reading.rows, reading.families.len()), (ROWS_MAX, 0));
}

#[test]
fn every_fault_has_a_key_and_every_key_a_fault() {
    let mut keys = Fault::KEYS.to_vec();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), Fault::KEYS.len());
    let (headings, rows) = real_file();
    for problem in read(&headings, &rows).problems {
        assert!(Fault::KEYS.contains(&problem.fault.key()), "{:?}", problem.fault);
    }
}
