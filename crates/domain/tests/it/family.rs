//! Families and their people.

use domain::day::Birth;
use domain::family::{
    Ethnicity, Family, LanguageTag, NewPerson, NotALanguage, OverallReason, Part, Reason, Unlikely, derived, unlikely,
};
use domain::id::{FamilyId, PersonId, SiteId};
use domain::name::{Name, PersonName};
use domain::reference::{Kind, Reference};
use domain::text::Text;

fn person(part: Part, surname: Option<&str>, reason: Option<Reason>, n: u8) -> domain::family::Person {
    let surname = surname.map(|surname| Name::parse(surname).expect("a surname"));
    let name = PersonName {
        surname,
        ..PersonName::default()
    };
    NewPerson {
        name,
        reason,
        ..NewPerson::unknown(part)
    }
    .with_id(PersonId::from_bytes([n; 16]))
}

fn family(people: Vec<domain::family::Person>) -> Family {
    Family {
        id: FamilyId::from_bytes([1; 16]),
        site: SiteId::from_bytes([2; 16]),
        reference: Reference::new(Kind::Family, 5),
        version: 1,
        people,
    }
}

#[test]
fn the_reason_of_the_whole_follows_from_each_childs() {
    let (risk, home) = (Some(Reason::RiskOfCare), Some(Reason::Reunification));
    for (reasons, expected) in [
        (vec![], OverallReason::NotGiven),
        (vec![None, None], OverallReason::NotGiven),
        (vec![risk, None], OverallReason::RiskOfCare),
        (vec![home, home], OverallReason::Reunification),
        (vec![risk, None, home], OverallReason::Mixed),
    ] {
        assert_eq!(derived(&reasons), expected, "{reasons:?}");
    }
}

#[test]
fn a_family_is_children_and_adults_without_slots() {
    let family = family(vec![
        person(Part::Adult, Some("Evans"), None, 1),
        person(Part::Child, Some("Llŷr"), Some(Reason::Reunification), 2),
        person(Part::Child, Some("Evans"), None, 3),
        person(Part::Child, None, None, 4),
    ]);
    assert_eq!(family.children().count(), 3);
    assert_eq!(
        family.adults().map(|adult| adult.id).collect::<Vec<_>>(),
        [PersonId::from_bytes([1; 16])]
    );
    assert_eq!(family.surnames(), ["Evans", "Llŷr"]);
    assert_eq!(family.reason(), OverallReason::Reunification);
}

#[test]
fn only_the_reasons_of_children_count_for_the_family() {
    let family = family(vec![person(Part::Adult, None, Some(Reason::RiskOfCare), 1)]);
    assert_eq!(family.reason(), OverallReason::NotGiven);
}

#[test]
fn a_person_keeps_everything_the_form_gave_when_they_get_an_id() {
    let said = |words: &str| Text::parse(words).ok();
    let new = NewPerson {
        birth: Birth::Year(2019),
        ethnicity: Some(Ethnicity {
            group: None,
            words: said("Welsh and Somali"),
        }),
        disability: said("uses a wheelchair"),
        communication: said("large print"),
        authority_id: said("70002"),
        ..NewPerson::unknown(Part::Child)
    };
    let person = new.clone().with_id(PersonId::from_bytes([6; 16]));
    assert_eq!(person.id, PersonId::from_bytes([6; 16]));
    assert_eq!(person.birth, Birth::Year(2019));
    assert_eq!(
        (person.part, person.name, person.consents),
        (new.part, new.name, new.consents)
    );
    assert_eq!(
        (person.relationship, person.languages),
        (new.relationship, new.languages)
    );
    assert_eq!(
        (person.legal_status, person.safe_contact),
        (new.legal_status, new.safe_contact)
    );
    assert_eq!(
        (
            person.ethnicity,
            person.disability,
            person.communication,
            person.authority_id
        ),
        (new.ethnicity, new.disability, new.communication, new.authority_id)
    );
}

#[test]
fn parts_and_reasons_are_found_by_their_keys() {
    for part in Part::ALL {
        assert_eq!(Part::from_key(part.key()), Some(part));
    }
    for reason in Reason::ALL {
        assert_eq!(Reason::from_key(reason.key()), Some(reason));
    }
    assert_eq!(Part::from_key("mother"), None);
    assert_eq!(Reason::from_key("both"), None);
    let all = [
        OverallReason::RiskOfCare,
        OverallReason::Reunification,
        OverallReason::Mixed,
        OverallReason::NotGiven,
    ];
    assert_eq!(
        all.map(OverallReason::key),
        ["risk_of_care", "reunification", "mixed", "not_given"]
    );
}

#[test]
fn any_language_may_be_chosen_by_its_tag() {
    for (typed, kept) in [
        ("cy", "cy"),
        ("EN", "en"),
        (" pl ", "pl"),
        ("bfi", "bfi"),
        ("zh-Hant-TW", "zh-hant-tw"),
    ] {
        assert_eq!(LanguageTag::parse(typed).unwrap().as_str(), kept);
    }
    let too_long = format!("en{}", "-abcdefgh".repeat(4));
    for wrong in [
        "",
        "e",
        "welsh",
        "c1",
        "en-",
        "en-toolongpart",
        "en gb",
        "ŵŷ",
        &too_long,
    ] {
        assert_eq!(LanguageTag::parse(wrong), Err(NotALanguage), "{wrong}");
    }
    let longest = format!("en{}-abcde", "-abcdefgh".repeat(3));
    assert_eq!(longest.len(), 35);
    assert!(LanguageTag::parse(&longest).is_ok());
}

#[test]
fn a_child_who_would_be_an_adult_and_an_adult_who_would_be_a_child_are_asked_about() {
    let today = jiff::civil::date(2026, 11, 21);
    let on = |text: &str| Birth::parse(text, today).expect("a birth");
    for (part, birth, expected) in [
        (Part::Child, "2008-11-21", Some(Unlikely::GrownChild)),
        (Part::Child, "2008-11-22", None),
        (Part::Child, "2008-11", None),
        (Part::Child, "2007", Some(Unlikely::GrownChild)),
        (Part::Child, "expected 2027-02", None),
        (Part::Adult, "2016-11-22", Some(Unlikely::YoungAdult)),
        (Part::Adult, "2016-11-21", None),
        (Part::Adult, "2010", None),
        (Part::Adult, "", None),
    ] {
        assert_eq!(unlikely(part, on(birth), today), expected, "{part:?} {birth}");
    }
}
