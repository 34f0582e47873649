//! What may be said of two families that may be one, and what may not.

use domain::family::Part;
use domain::id::{AccountId, FamilyId, ReferralId};
use domain::likeness::settle::{Joining, Question, Refusal, Side, Stage};
use domain::referral::Stage as Referred;
use jiff::civil::date;

const ONE: FamilyId = FamilyId::from_bytes([1; 16]);
const OTHER: FamilyId = FamilyId::from_bytes([2; 16]);
const STRANGER: FamilyId = FamilyId::from_bytes([3; 16]);
const FIRST: ReferralId = ReferralId::from_bytes([4; 16]);
const SECOND: ReferralId = ReferralId::from_bytes([5; 16]);

const SUBMITTED: Referred = Referred::Submitted { on: date(2026, 3, 1) };
const WAITING: Referred = Referred::Waiting {
    since: date(2026, 3, 2),
    by: AccountId::from_bytes([6; 16]),
};
const MATCHED: Referred = Referred::Matched { on: date(2026, 3, 3) };

fn side(family: FamilyId, open_referral: Option<(ReferralId, Referred)>) -> Side {
    Side {
        family,
        is_joined: false,
        open_referral,
        children: 2,
    }
}

fn question(one: Option<Referred>, other: Option<Referred>) -> Question {
    Question {
        stage: Stage::Open,
        sides: [
            side(ONE, one.map(|stage| (FIRST, stage))),
            side(OTHER, other.map(|stage| (SECOND, stage))),
        ],
    }
}

#[test]
fn the_record_with_the_open_referral_is_kept_and_of_two_the_other_is_merged() {
    let joining = |from, into, merges| Ok(Joining { from, into, merges });
    for (one, other, kept, wanted) in [
        (None, None, ONE, joining(OTHER, ONE, None)),
        (None, None, OTHER, joining(ONE, OTHER, None)),
        (Some(SUBMITTED), None, ONE, joining(OTHER, ONE, None)),
        (Some(SUBMITTED), None, OTHER, Err(Refusal::ReferralOpen { family: ONE })),
        (
            Some(SUBMITTED),
            Some(WAITING),
            ONE,
            joining(OTHER, ONE, Some((SECOND, FIRST))),
        ),
        (
            Some(SUBMITTED),
            Some(WAITING),
            OTHER,
            joining(ONE, OTHER, Some((FIRST, SECOND))),
        ),
        (
            Some(MATCHED),
            Some(WAITING),
            ONE,
            joining(OTHER, ONE, Some((SECOND, FIRST))),
        ),
        (
            Some(MATCHED),
            Some(WAITING),
            OTHER,
            Err(Refusal::Supported { family: ONE }),
        ),
        (Some(MATCHED), None, OTHER, Err(Refusal::Supported { family: ONE })),
        (None, None, STRANGER, Err(Refusal::NotOfThese)),
    ] {
        assert_eq!(
            question(one, other).join(kept),
            wanted,
            "{one:?} and {other:?}, keeping {kept}"
        );
    }
}

#[test]
fn what_was_settled_is_not_settled_again_but_undone() {
    for stage in [Stage::Joined { kept: ONE }, Stage::KeptApart] {
        let settled = Question {
            stage,
            ..question(None, None)
        };
        let refused = Refusal::AlreadySettled { stage: stage.key() };
        assert_eq!(settled.join(ONE), Err(refused));
        assert_eq!(settled.keep_apart(), Err(refused));
        assert_eq!(settled.undo(None), Ok(()));
    }
    let open = question(None, None);
    assert_eq!(open.keep_apart(), Ok(()));
    assert_eq!(open.undo(None), Err(Refusal::NotSettled));
}

#[test]
fn a_record_that_was_joined_is_not_joined_again_and_nobody_moves_in_or_out_of_it() {
    for at in [0, 1] {
        let mut question = question(None, None);
        question.sides[at].is_joined = true;
        let refused = Err(Refusal::Joined {
            family: question.sides[at].family,
        });
        assert_eq!(question.join(ONE).map(|_| ()), refused);
        assert_eq!(question.move_person(ONE, Part::Adult).map(|_| ()), refused);
    }
}

#[test]
fn joining_is_not_undone_over_a_referral_made_since() {
    let joined = |one| Question {
        stage: Stage::Joined { kept: OTHER },
        ..question(one, Some(WAITING))
    };
    assert_eq!(joined(None).undo(Some(FIRST)), Ok(()));
    assert_eq!(
        joined(Some(SUBMITTED)).undo(Some(SECOND)),
        Err(Refusal::ReferredAgain { family: ONE })
    );
    assert_eq!(
        joined(Some(SUBMITTED)).undo(None),
        Ok(()),
        "no referral would come back"
    );
}

#[test]
fn a_family_keeps_its_last_child_and_lets_anybody_else_go() {
    let mut question = question(None, None);
    assert_eq!(question.move_person(ONE, Part::Child), Ok(OTHER));
    question.sides[0].children = 1;
    assert_eq!(question.move_person(ONE, Part::Child), Err(Refusal::LastChild));
    assert_eq!(question.move_person(ONE, Part::Adult), Ok(OTHER));
    assert_eq!(question.move_person(OTHER, Part::Child), Ok(ONE));
    assert_eq!(question.move_person(STRANGER, Part::Child), Err(Refusal::NotOfThese));
}
