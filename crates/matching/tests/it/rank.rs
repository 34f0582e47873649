//! Carers in order for one family: who comes first and why, and what stops whom.

use domain::day::Age;
use domain::family::LanguageTag;
use domain::household::{Approval, Away, AwayWhy, Household, Ready, Stage, Terms};
use domain::id::{HouseholdId, SiteId};
use domain::matching::{Stop, Supported};
use domain::need::NEEDS;
use domain::reference::{Kind, Reference};
use jiff::civil::{Date, date};
use matching::{Candidate, Ranked, Wanted, Weights, What, rank};
use proptest::prelude::*;
use uuid::Uuid;

const FROM: Date = date(2026, 12, 1);

fn carer(number: u128) -> Candidate {
    let household = Household {
        id: HouseholdId::from_uuid(Uuid::from_u128(number)),
        site: SiteId::from_uuid(Uuid::nil()),
        reference: Reference::new(Kind::Household, 1),
        version: 1,
        members: Vec::new(),
        supervisor: None,
        approval: Approval {
            from: date(2024, 1, 1),
            to: None,
            terms: Terms::default(),
        },
        places: 4,
        weekends: 3,
        languages: vec![language("en")],
        skills: Vec::new(),
        ready: Ready::Now,
        away: Vec::new(),
        stage: Stage::Open,
    };
    Candidate {
        household,
        does: Supported::default(),
        stepped_up: 0,
        drive_minutes: None,
        district: None,
        has_met: false,
        said_no: None,
    }
}

fn language(tag: &str) -> LanguageTag {
    LanguageTag::parse(tag).expect("a tag")
}

fn wanted() -> Wanted {
    Wanted {
        ages: vec![Age::Years(4), Age::Years(7), Age::Years(11)],
        speak: vec![language("cy")],
        needs: vec![&NEEDS[0], &NEEDS[7]],
        district: Some("LD1".to_owned()),
    }
}

fn order(list: &[Ranked]) -> Vec<u128> {
    list.iter()
        .map(|one| one.candidate.household.id.uuid().as_u128())
        .collect()
}

fn ranked(candidates: Vec<Candidate>) -> Vec<Ranked> {
    rank(&wanted(), candidates, FROM, &Weights::default())
}

#[test]
fn a_carer_who_speaks_the_familys_language_and_is_near_comes_first_and_the_list_says_why() {
    let mut lowri = carer(1);
    lowri.household.languages = vec![language("en"), language("cy-gb")];
    lowri.household.skills = vec![&NEEDS[0], &NEEDS[1]];
    lowri.drive_minutes = Some(11);
    lowri.has_met = true;
    lowri.does.families = 3;
    lowri.stepped_up = 1;
    let mut gareth = carer(2);
    gareth.drive_minutes = Some(34);
    gareth.does.families = 2;
    let list = ranked(vec![gareth, lowri]);
    assert_eq!(order(&list), [1, 2]);
    let what = |reasons: Vec<&matching::Reason>| -> Vec<(String, i32)> {
        let one = |reason: &&matching::Reason| (reason.what.key().to_owned(), reason.points);
        reasons.iter().map(one).collect()
    };
    let said = |key: &str, points| (key.to_owned(), points);
    assert_eq!(
        what(list[0].reasons_for().collect()),
        [
            said("speaks", 30),
            said("drive", 20),
            said("has_met", 15),
            said("knows", 5),
            said("places_free", 3)
        ]
    );
    assert_eq!(what(list[0].reasons_against().collect()), [said("stepped_up", -6)]);
    assert_eq!(what(list[1].reasons_for().collect()), [said("places_free", 6)]);
    assert_eq!(
        what(list[1].reasons_against().collect()),
        [said("speaks_not", -30), said("drive", 0)]
    );
    assert_eq!(list[0].points, 67);
}

#[test]
fn what_stops_a_carer_is_said_with_its_numbers_and_they_come_after_all_others() {
    let mut menna = carer(1);
    menna.household.languages.push(language("cy"));
    menna.does = Supported {
        families: 4,
        must_not_know: false,
    };
    let mut dewi = carer(2);
    dewi.household.approval.to = Some(date(2026, 11, 1));
    let mut sue = carer(3);
    sue.household.approval.terms.ages = Some((5, 11));
    let mut away = carer(4);
    away.household.away = vec![Away {
        from: FROM,
        to: date(2026, 12, 14),
        why: AwayWhy::Holiday,
    }];
    let mut later = carer(5);
    later.household.ready = Ready::From(date(2027, 1, 4));
    let mut related = carer(6);
    related.does.must_not_know = true;
    let plain = carer(7);
    let list = ranked(vec![menna, dewi, sue, away, later, related, plain]);
    assert_eq!(order(&list)[0], 7);
    let stops = |number: u128| {
        let one = list
            .iter()
            .find(|one| one.candidate.household.id.uuid().as_u128() == number);
        one.unwrap().stops.clone()
    };
    assert_eq!(stops(1), [Stop::Full { now: 4, max: 4 }]);
    assert_eq!(stops(2), [Stop::ApprovalEnded { on: date(2026, 11, 1) }]);
    assert_eq!(
        stops(3),
        [Stop::Ages {
            youngest: 5,
            oldest: 11
        }]
    );
    assert_eq!(
        stops(4),
        [Stop::Away {
            until: date(2026, 12, 14)
        }]
    );
    assert_eq!(stops(5), [Stop::ReadyFrom { on: date(2027, 1, 4) }]);
    assert_eq!(stops(6), [Stop::MustNotKnow]);
    assert_eq!(stops(7), []);
}

#[test]
fn a_typed_drive_counts_before_a_postcode_and_a_long_one_only_so_much() {
    let near = |minutes| {
        let mut one = carer(1);
        one.drive_minutes = minutes;
        one.district = Some("LD1".to_owned());
        let list = ranked(vec![one]);
        let reason = list[0].reasons.iter().find(|reason| {
            matches!(
                reason.what,
                What::Drive { .. } | What::SameDistrict | What::DriveNotKnown
            )
        });
        reason.unwrap().points
    };
    assert_eq!(near(None), 10);
    assert_eq!([near(Some(20)), near(Some(21)), near(Some(45))], [20, 0, 0]);
    assert_eq!([near(Some(50)), near(Some(85)), near(Some(600))], [-5, -40, -40]);
}

#[test]
fn a_family_of_whom_no_place_is_known_is_near_nobody() {
    let mut one = carer(1);
    one.district = None;
    let nowhere = Wanted {
        district: None,
        ..wanted()
    };
    let list = rank(&nowhere, vec![one], FROM, &Weights::default());
    assert!(list[0].reasons.iter().any(|reason| reason.what == What::DriveNotKnown));
}

proptest! {
    #[test]
    fn the_order_is_the_same_whatever_the_order_the_carers_come_in(
        facts in prop::collection::vec((0_u8..6, prop::option::of(0_u16..120), any::<bool>(), any::<bool>()), 0..12),
        turn in 0_usize..12,
    ) {
        let all: Vec<Candidate> = (1..)
            .zip(&facts)
            .map(|(number, (families, drive, met, welsh))| {
                let mut one = carer(number);
                one.does.families = *families;
                one.drive_minutes = *drive;
                one.has_met = *met;
                one.household.languages.extend(welsh.then(|| language("cy")));
                one
            })
            .collect();
        let mut turned = all.clone();
        if !turned.is_empty() {
            let by = turn % turned.len();
            turned.rotate_left(by);
        }
        let list = ranked(all);
        prop_assert_eq!(order(&list), order(&ranked(turned)));
        // Nobody whom something stops comes before somebody whom nothing does.
        prop_assert!(list.is_sorted_by_key(|one| !one.stops.is_empty()));
        prop_assert!(list.iter().all(|one| (one.candidate.does.families < 4) == one.stops.is_empty()));
    }
}
