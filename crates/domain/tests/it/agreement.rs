//! Agreements: when they hold, wind down and lapse, and when to say that one ends.

use domain::agreement::{
    Agreement, AgreementProblem, AgreementState, Category, Signature, WIND_DOWN_DAYS, Warning, state_on, warning,
};
use domain::id::{AgreementId, AuthorityId, OrganisationId, SiteId};
use domain::role::{Role, RoleSet};
use domain::text::Text;
use jiff::civil::{Date, date};

fn agreement(from: Date, to: Date) -> Agreement {
    let text = |words| Text::parse(words).expect("words");
    Agreement {
        id: AgreementId::from_bytes([1; 16]),
        site: SiteId::from_bytes([2; 16]),
        authority: AuthorityId::from_bytes([3; 16]),
        organisation: OrganisationId::from_bytes([4; 16]),
        from,
        to,
        purposes: vec![text("to support families")],
        categories: vec![Category {
            facts: text("names"),
            seen_by: RoleSet::EMPTY.with(Role::ProgrammeManager),
        }],
        signatures: vec![Signature {
            by: text("A head of service"),
            on: from,
        }],
        review_on: to,
    }
}

fn this_year() -> Agreement {
    agreement(date(2026, 1, 1), date(2026, 12, 31))
}

fn check(agreements: &[Agreement], today: Date, expected: AgreementState) {
    assert_eq!(state_on(agreements, today, WIND_DOWN_DAYS), expected, "{today}");
}

#[test]
fn a_site_without_any_agreement_has_none() {
    check(&[], date(2026, 6, 1), AgreementState::None);
}

#[test]
fn an_agreement_holds_from_its_first_day_to_its_last() {
    let agreements = [this_year()];
    check(&agreements, date(2025, 12, 31), AgreementState::NotYet);
    check(&agreements, date(2026, 1, 1), AgreementState::InForce);
    check(&agreements, date(2026, 12, 31), AgreementState::InForce);
    check(
        &agreements,
        date(2027, 1, 1),
        AgreementState::WindDown { days_left: 30 },
    );
}

#[test]
fn the_wind_down_lasts_thirty_days_and_then_the_agreement_has_lapsed() {
    let agreements = [this_year()];
    check(
        &agreements,
        date(2027, 1, 30),
        AgreementState::WindDown { days_left: 1 },
    );
    check(&agreements, date(2027, 1, 31), AgreementState::Lapsed);
    check(&agreements, date(2099, 1, 1), AgreementState::Lapsed);
}

#[test]
fn a_site_may_choose_a_longer_wind_down_or_none() {
    let agreements = [this_year()];
    assert_eq!(state_on(&agreements, date(2027, 1, 1), 0), AgreementState::Lapsed);
    assert_eq!(
        state_on(&agreements, date(2027, 1, 31), 60),
        AgreementState::WindDown { days_left: 30 }
    );
}

#[test]
fn a_renewal_without_a_gap_leaves_no_day_without_an_agreement() {
    let agreements = [agreement(date(2027, 1, 1), date(2027, 12, 31)), this_year()];
    check(&agreements, date(2026, 12, 31), AgreementState::InForce);
    check(&agreements, date(2027, 1, 1), AgreementState::InForce);
}

#[test]
fn a_gap_before_a_renewal_winds_down_and_lapses_like_any_other() {
    let agreements = [this_year(), agreement(date(2027, 6, 1), date(2027, 12, 31))];
    check(
        &agreements,
        date(2027, 1, 2),
        AgreementState::WindDown { days_left: 29 },
    );
    check(&agreements, date(2027, 3, 1), AgreementState::Lapsed);
    check(&agreements, date(2027, 6, 1), AgreementState::InForce);
}

#[test]
fn the_wind_down_counts_from_the_agreement_that_ended_last() {
    let agreements = [agreement(date(2024, 1, 1), date(2024, 12, 31)), this_year()];
    check(
        &agreements,
        date(2027, 1, 1),
        AgreementState::WindDown { days_left: 30 },
    );
}

#[test]
fn an_agreement_that_ends_before_it_begins_never_holds_and_is_named() {
    let (from, to) = (date(2026, 5, 1), date(2026, 4, 1));
    let backwards = agreement(from, to);
    assert_eq!(
        backwards.problems(),
        [AgreementProblem::EndsBeforeItBegins { from, to }]
    );
    check(&[backwards], date(2026, 5, 2), AgreementState::None);
    let one_day = agreement(from, from);
    assert_eq!(one_day.problems(), []);
    check(&[one_day], from, AgreementState::InForce);
}

#[test]
fn an_agreement_without_a_purpose_is_named() {
    let purposeless = Agreement {
        purposes: Vec::new(),
        ..this_year()
    };
    assert_eq!(purposeless.problems(), [AgreementProblem::NoPurpose]);
}

#[test]
fn an_ending_agreement_is_announced_at_ninety_thirty_and_seven_days() {
    let ending = this_year();
    for (today, expected) in [
        (date(2026, 10, 1), None),
        (
            date(2026, 10, 2),
            Some(Warning {
                within_days: 90,
                days_left: 90,
            }),
        ),
        (
            date(2026, 11, 30),
            Some(Warning {
                within_days: 90,
                days_left: 31,
            }),
        ),
        (
            date(2026, 12, 1),
            Some(Warning {
                within_days: 30,
                days_left: 30,
            }),
        ),
        (
            date(2026, 12, 23),
            Some(Warning {
                within_days: 30,
                days_left: 8,
            }),
        ),
        (
            date(2026, 12, 24),
            Some(Warning {
                within_days: 7,
                days_left: 7,
            }),
        ),
        (
            date(2026, 12, 31),
            Some(Warning {
                within_days: 7,
                days_left: 0,
            }),
        ),
        (date(2027, 1, 1), None),
        (date(2025, 12, 31), None),
    ] {
        assert_eq!(warning(&ending, today), expected, "{today}");
    }
}

#[test]
fn each_state_has_a_key_of_its_own() {
    let states = [
        AgreementState::None,
        AgreementState::NotYet,
        AgreementState::InForce,
        AgreementState::WindDown { days_left: 3 },
        AgreementState::Lapsed,
    ];
    assert_eq!(
        states.map(AgreementState::key),
        ["none", "not_yet", "in_force", "wind_down", "lapsed"]
    );
}
