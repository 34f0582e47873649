//! Consent: what people said, kept apart from what they were not asked.

use domain::consent::{Consent, Consents, LawfulBasis, SharingBasis};
use jiff::civil::date;

#[test]
fn somebody_not_asked_has_said_neither_yes_nor_no() {
    let nobody_asked = Consents::default();
    assert_eq!(nobody_asked.taking_part, Consent::NotAsked);
    assert_eq!(nobody_asked.sharing, SharingBasis::NotDiscussed);
    assert_eq!(nobody_asked.stays_over, Consent::NotAsked);
    assert_eq!(nobody_asked.story, Consent::NotAsked);
}

#[test]
fn each_answer_has_a_key_of_its_own() {
    let answers = [
        Consent::Given { on: date(2026, 1, 2) },
        Consent::NotGiven { why: None },
        Consent::NotAsked,
    ];
    assert_eq!(
        answers.each_ref().map(Consent::key),
        ["given", "not_given", "not_asked"]
    );
    let footings = [
        SharingBasis::NotDiscussed,
        SharingBasis::Agreed,
        SharingBasis::Told(LawfulBasis::PublicTask),
    ];
    assert_eq!(footings.map(SharingBasis::key), ["not_discussed", "agreed", "told"]);
}

#[test]
fn a_lawful_basis_is_found_by_its_key() {
    for basis in LawfulBasis::ALL {
        assert_eq!(LawfulBasis::from_key(basis.key()), Some(basis));
    }
    assert_eq!(LawfulBasis::from_key("because"), None);
}
