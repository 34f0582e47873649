//! Nation packs: which version holds, and what is wrong with one.

use domain::pack::{Key, LegalBasis, LegalStatus, NationPack, NotAKey, PackProblem, Term, Within, pack_on};
use jiff::civil::{Date, date};

fn key(text: &str) -> Key {
    Key::parse(text).expect("a key")
}

fn pack(nation: &str, from: Date) -> NationPack {
    NationPack {
        nation: key(nation),
        from,
        vocabulary: vec![Term {
            concept: key("plan"),
            en: "plan".into(),
            cy: None,
            source: "a law".into(),
        }],
        legal_statuses: vec![LegalStatus {
            key: key("care_order"),
            en: "care order".into(),
            cy: None,
            looked_after: true,
            order: true,
            source: "a law".into(),
        }],
        legal_bases: vec![LegalBasis {
            key: key("voluntary"),
            en: "voluntary".into(),
            cy: None,
            looked_after: true,
            short_break_rules: true,
            source: "a law".into(),
        }],
        ethnic_groups: vec![Term {
            concept: key("white"),
            en: "white".into(),
            cy: None,
            source: "a census".into(),
        }],
        concern_written: None,
    }
}

#[test]
fn the_version_that_holds_is_the_latest_that_has_begun() {
    let packs = [
        pack("here", date(2024, 4, 1)),
        pack("here", date(2026, 4, 1)),
        pack("here", date(2020, 4, 1)),
        pack("there", date(2025, 1, 1)),
    ];
    let from_on = |day| pack_on(&packs, &key("here"), day).map(|pack| pack.from);
    assert_eq!(from_on(date(2020, 3, 31)), None);
    assert_eq!(from_on(date(2020, 4, 1)), Some(date(2020, 4, 1)));
    assert_eq!(from_on(date(2026, 3, 31)), Some(date(2024, 4, 1)));
    assert_eq!(from_on(date(2026, 4, 1)), Some(date(2026, 4, 1)));
    assert_eq!(pack_on(&packs, &key("nowhere"), date(2026, 4, 1)), None);
}

#[test]
fn a_pack_is_asked_by_key() {
    let pack = pack("here", date(2024, 4, 1));
    assert_eq!(pack.term("plan"), Some(&pack.vocabulary[0]));
    assert_eq!(pack.term("help"), None);
    assert_eq!(pack.legal_status(&key("care_order")), Some(&pack.legal_statuses[0]));
    assert_eq!(pack.legal_status(&key("none")), None);
    assert_eq!(pack.legal_basis(&key("voluntary")), Some(&pack.legal_bases[0]));
    assert_eq!(pack.legal_basis(&key("none")), None);
    assert_eq!(pack.ethnic_group(&key("white")), Some(&pack.ethnic_groups[0]));
    assert_eq!(pack.ethnic_group(&key("none")), None);
}

#[test]
fn a_pack_in_order_has_no_problems() {
    assert_eq!(pack("here", date(2024, 4, 1)).problems(), []);
}

#[test]
fn everything_wrong_with_a_pack_is_named_at_once() {
    let mut broken = pack("here", date(2024, 4, 1));
    broken.vocabulary.clear();
    broken.legal_statuses.push(broken.legal_statuses[0].clone());
    broken.legal_statuses[1].en = "  ".into();
    broken.legal_bases[0].source = String::new();
    broken.legal_bases[0].looked_after = false;
    broken.ethnic_groups[0].en = String::new();
    assert_eq!(
        broken.problems(),
        [
            PackProblem::Empty { list: "vocabulary" },
            PackProblem::Twice {
                list: "legal_statuses",
                key: key("care_order")
            },
            PackProblem::NoName {
                list: "legal_statuses",
                key: key("care_order")
            },
            PackProblem::NoSource {
                list: "legal_bases",
                key: key("voluntary")
            },
            PackProblem::NoName {
                list: "ethnic_groups",
                key: key("white")
            },
            PackProblem::RulesWithoutCare { key: key("voluntary") },
        ]
    );
}

#[test]
fn a_key_is_small_letters_figures_and_underscores() {
    for good in ["a", "care_order", "section_20", &"k".repeat(60)] {
        assert_eq!(key(good).as_str(), good);
        assert_eq!(
            (key(good).to_string(), format!("{:?}", key(good))),
            (good.to_owned(), good.to_owned())
        );
    }
    for wrong in ["", "_a", "1a", "Care", "care order", "gofal-ŵ", &"k".repeat(61)] {
        assert_eq!(Key::parse(wrong), Err(NotAKey), "{wrong}");
    }
}

#[test]
fn a_time_within_which_a_report_follows_in_writing_has_hours_and_a_source() {
    let with = |hours, source: &str| {
        let source = source.to_owned();
        NationPack {
            concern_written: Some(Within { hours, source }),
            ..pack("here", date(2026, 4, 1))
        }
    };
    assert_eq!(with(24, "a procedure").problems(), []);
    let what = "concern_written";
    assert_eq!(with(0, "a procedure").problems(), [PackProblem::NoTime { what }]);
    assert_eq!(with(24, " ").problems(), [PackProblem::NoTime { what }]);
}
