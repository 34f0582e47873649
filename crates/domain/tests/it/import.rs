//! The real referral file, `data/referrals_as_exported.csv`: every fault of it is named, and every
//! family that is not blocked is in. The counts are those of details.md 13.

use std::collections::BTreeMap;

use domain::consent::Consent;
use domain::day::Birth;
use domain::family::{NewPerson, OverallReason, Part, Reason};
use domain::id::SiteId;
use domain::import::{Fault, Field, Mapping, Problem, ReadFamily, Reader, Reading};
use domain::text::Text;
use jiff::civil::{Date, date};

pub const SITE: SiteId = SiteId::from_bytes([4; 16]);
pub const TODAY: Date = date(2026, 11, 21);

/// The headings and the records of the real file.
pub fn real_file() -> (Vec<String>, Vec<Vec<String>>) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/referrals_as_exported.csv");
    let mut file = csv::ReaderBuilder::new()
        .flexible(true)
        .from_path(path)
        .expect("the file is in the repository");
    let cells = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<String>>();
    let headings = cells(file.headers().expect("it has headings"));
    let rows = file
        .records()
        .map(|record| cells(&record.expect("it is in UTF-8")))
        .collect();
    (headings, rows)
}

/// Reads records, numbered from 2, with columns guessed from the headings.
pub fn read<S: AsRef<str>>(headings: &[S], rows: &[Vec<S>]) -> Reading {
    let mut reader =
        Reader::new(SITE, headings, Mapping::guess(headings), TODAY).expect("all that is needed has a column");
    for (number, cells) in (2..).zip(rows) {
        reader.push(number, cells).expect("few rows");
    }
    reader.finish()
}

fn real() -> Reading {
    let (headings, rows) = real_file();
    read(&headings, &rows)
}

fn family<'r>(reading: &'r Reading, key: &str) -> &'r ReadFamily {
    let found = reading.families.iter().find(|family| family.key.as_str() == key);
    found.expect("the file has this family")
}

/// The rows in which there is a fault with this key.
pub fn rows_with(reading: &Reading, key: &str) -> Vec<u32> {
    let found = reading.problems.iter().filter(|problem| problem.fault.key() == key);
    found.map(|problem| problem.row).collect()
}

fn problem_in(reading: &Reading, row: u32, key: &str) -> Problem {
    let mut found = reading.problems.iter().filter(|p| p.row == row && p.fault.key() == key);
    found.next().expect("it is found in that row").clone()
}

fn names(people: &[NewPerson]) -> Vec<String> {
    people.iter().map(|person| person.name.spoken()).collect()
}

#[test]
fn every_row_of_the_real_file_is_accounted_for() {
    let reading = real();
    assert_eq!(reading.rows, 89);
    assert_eq!(reading.blank_rows, 1);
    assert_eq!(reading.rows_without_family, [85, 90], "70092 and the short row 70118");
    assert_eq!(reading.families.len(), 24);
    assert_eq!(
        reading.families.iter().map(|family| family.rows.len()).sum::<usize>(),
        86
    );
    assert_eq!(reading.unmapped, [0_usize; 0]);
}

#[test]
fn only_two_families_of_the_real_file_stay_out() {
    let reading = real();
    let out: Vec<&str> = reading.families_out().map(|family| family.key.as_str()).collect();
    assert_eq!(out, ["F011005", "F011018"], "70093 \"tomorrow\", 70088 31/02/2015");
    assert_eq!(reading.families_in().count(), 22);
    assert_eq!(reading.rows_out(), [15, 16, 17, 60, 61, 62, 63, 81, 85, 86, 90]);
    let blocking: Vec<(u32, &str, &str)> = reading
        .problems
        .iter()
        .filter(|problem| problem.blocks())
        .map(|problem| (problem.row, problem.value.as_str(), problem.fault.key()))
        .collect();
    assert_eq!(
        blocking,
        [
            (81, "31/02/2015", "day_no_such_day"),
            (85, "", "no_family"),
            (86, "tomorrow", "day_unreadable"),
            (90, "70118", "short_row"),
        ]
    );
}

#[test]
fn every_kind_of_fault_of_the_real_file_is_counted() {
    let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
    for problem in &real().problems {
        *counted.entry(problem.fault.key()).or_default() += 1;
    }
    let expected = [
        ("birth_missing", 1),
        ("born_long_ago", 1),
        ("consent_not_given", 10),
        ("day_no_such_day", 1),
        ("day_unreadable", 1),
        ("email_odd", 7),
        ("forename_missing", 1),
        ("mixed_reasons", 9),
        ("need_other", 11),
        ("no_family", 1),
        ("parent_years", 1),
        ("postcode_missing", 4),
        ("reason_missing", 4),
        ("reason_of_adult", 20),
        ("same_person", 5),
        ("same_row", 1),
        ("sex_against_relationship", 3),
        ("short_row", 1),
    ];
    assert_eq!(counted.into_iter().collect::<Vec<_>>(), expected);
}

#[test]
fn each_warning_of_the_real_file_names_its_row_and_cell() {
    let reading = real();
    let check = |row, key, field: Option<Field>, value: &str, fault: Fault| {
        let found = problem_in(&reading, row, key);
        assert_eq!((found.field, found.value.as_str(), found.fault), (field, value, fault));
        let place = field.and_then(|field| Field::ALL.iter().position(|each| *each == field));
        assert_eq!(found.column, place, "its columns are in the order of the fields");
        assert!(!found.blocks());
    };
    check(83, "birth_missing", Some(Field::Birth), "", Fault::BirthMissing);
    check(79, "same_row", None, "70037", Fault::SameRow { row: 37 });
    check(
        84,
        "forename_missing",
        Some(Field::Forename),
        "",
        Fault::ForenameMissing,
    );
    check(
        87,
        "born_long_ago",
        Some(Field::Birth),
        "01/01/1890",
        Fault::BornLongAgo { year: 1890 },
    );
    check(
        10,
        "parent_years",
        Some(Field::Birth),
        "01/06/2006",
        Fault::ParentYears { row: 8, years: 3 },
    );
    check(
        80,
        "same_person",
        Some(Field::Surname),
        "MAGILL",
        Fault::SamePerson { row: 24 },
    );
    check(
        88,
        "same_person",
        Some(Field::Surname),
        "Evans",
        Fault::SamePerson { row: 39 },
    );
    check(
        84,
        "same_person",
        Some(Field::Surname),
        "Evans",
        Fault::SamePerson { row: 13 },
    );
    let mail = "m..ohare@authority.example";
    check(5, "email_odd", Some(Field::WorkerEmail), mail, Fault::EmailOdd);
    let lost = problem_in(&reading, 85, "no_family");
    assert_eq!(lost.fault, Fault::NoFamily { like: Some(51) }, "Niamh Pugh of F011016");
    assert_eq!(rows_with(&reading, "sex_against_relationship"), [14, 28, 65]);
    assert_eq!(rows_with(&reading, "reason_missing"), [5, 7, 58, 66]);
    assert_eq!(rows_with(&reading, "mixed_reasons"), [3, 9, 19, 22, 36, 45, 55, 61, 69]);
}

#[test]
fn nine_families_of_the_real_file_are_mixed_and_nine_have_somebody_who_did_not_agree() {
    let reading = real();
    let mixed = |family: &&ReadFamily| family.refer.reason() == OverallReason::Mixed;
    assert_eq!(reading.families.iter().filter(mixed).count(), 9);
    let said_no = |person: &NewPerson| person.consents.taking_part == Consent::NotGiven { why: None };
    let with_a_no = |family: &&ReadFamily| family.refer.people.iter().any(said_no);
    assert_eq!(reading.families.iter().filter(with_a_no).count(), 9);
    let children = reading.families.iter().flat_map(|family| &family.refer.people);
    let without_reason = children.filter(|person| person.part == Part::Child && person.reason.is_none());
    assert_eq!(without_reason.count(), 4);
}

#[test]
fn a_family_of_the_real_file_is_read_whole() {
    let reading = real();
    let bowen = family(&reading, "F011002");
    assert_eq!(bowen.received_on, date(2026, 4, 1));
    assert_eq!(bowen.worker.as_ref().unwrap().as_str(), "Carys Tudor");
    assert_eq!(
        bowen.worker_email.as_ref().unwrap().as_str(),
        "carys.tudor@authority.example"
    );
    let people = &bowen.refer.people;
    assert_eq!(
        names(people),
        [
            "Niamh Bowen",
            "Macsen Bowen",
            "Amara Bowen",
            "Niamh Bowen",
            "Macsen Bowen"
        ]
    );
    let births: Vec<Birth> = people.iter().map(|person| person.birth).collect();
    let unborn = Birth::Expected { year: 2027, month: 3 };
    let on = |year, month, day| Birth::On(date(year, month, day));
    assert_eq!(
        births,
        [on(2014, 6, 16), on(2010, 2, 22), on(2015, 6, 8), on(2006, 6, 1), unborn]
    );
    let parts: Vec<Part> = people.iter().map(|person| person.part).collect();
    assert_eq!(parts, [Part::Child, Part::Child, Part::Child, Part::Adult, Part::Child]);
    let reasons: Vec<Option<Reason>> = people.iter().map(|person| person.reason).collect();
    let home = Some(Reason::Reunification);
    assert_eq!(reasons, [None, home, Some(Reason::RiskOfCare), None, home]);
    assert_eq!(people[3].relationship.as_ref().unwrap().as_str(), "parent/carer");
    assert_eq!(people[0].relationship, None, "a child is a child");
    assert_eq!(
        people[2].communication.as_ref().unwrap().as_str(),
        "Interpreter: Y - BSL"
    );
    assert_eq!(people[2].languages.speak.as_ref().unwrap().as_str(), "cy");
    assert_eq!(people[2].consents.taking_part, Consent::Given { on: date(2026, 4, 1) });
    assert_eq!(people[0].consents.taking_part, Consent::NotAsked);
    assert!(people[1].safe_contact.as_ref().unwrap().no_message);
    let times = people[2]
        .safe_contact
        .as_ref()
        .unwrap()
        .times
        .as_ref()
        .map(Text::as_str);
    assert_eq!(times, Some("after 3pm only"));
    let needs: Vec<&str> = bowen.refer.needs.iter().map(|need| need.key).collect();
    assert_eq!(needs, ["wellbeing", "access_to_support", "play_and_stimulation"]);
    let [home] = bowen.refer.homes.as_slice() else {
        panic!("one home")
    };
    assert_eq!(home.address.as_ref().unwrap().as_str(), "91 Lôn Las");
    assert_eq!(home.postcode.as_ref().unwrap().as_str(), "LD1 5LG");
    assert_eq!(home.people, [0, 1, 2, 3, 4]);
}

#[test]
fn formulas_quotes_and_new_lines_stay_text() {
    let reading = real();
    let well = |key: &str| {
        family(&reading, key)
            .refer
            .going_well
            .as_ref()
            .unwrap()
            .as_str()
            .to_owned()
    };
    assert_eq!(well("F011003"), "=HYPERLINK(\"http://example.invalid\",\"open\")");
    assert_eq!(well("F011008"), "Line one\nline two, with a \"quote\"");
    assert_eq!(
        well("F011000"),
        "Jac Davies-Jones, Tomos Davies-Jones\n@SUM(1+1)\n\nCiarán Llŷr\nMam: 'dw i wedi blino'",
        "of several notes each stands under the names of those it was written for"
    );
    let known_as = family(&reading, "F011004").refer.people[0].name.known_as.clone();
    assert_eq!(known_as.unwrap().as_str(), "\"Nan\"");
    let ids = &family(&reading, "F011013").refer.people;
    assert_eq!(ids[3].authority_id.as_ref().unwrap().as_str(), "not-a-number");
}

#[test]
fn a_number_that_is_not_safe_is_a_note_and_never_a_number() {
    let reading = real();
    let nansi = &family(&reading, "F011017").refer.people[5];
    let contact = nansi.safe_contact.as_ref().unwrap();
    assert_eq!(contact.note.as_ref().unwrap().as_str(), "NO - ex partner has phone");
    assert_eq!((contact.number.clone(), contact.no_message), (None, false));
}

#[test]
fn every_family_let_in_can_be_referred() {
    for family in real().families_in() {
        assert_eq!(family.refer.problems(), [], "{}", family.key);
        assert_eq!(family.refer.site, SITE);
    }
}
