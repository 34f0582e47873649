//! Urgent openings: short, explained and looked at by somebody else.

use domain::break_glass::{BREAK_GLASS_HOURS_MAX, BreakGlass, BreakGlassRefusal, Finding, Review};
use domain::id::{AccountId, BreakGlassId, FamilyId};
use domain::text::Text;
use jiff::{SignedDuration, Timestamp};

const WORKER: AccountId = AccountId::from_bytes([1; 16]);
const LEAD: AccountId = AccountId::from_bytes([2; 16]);

fn now() -> Timestamp {
    "2026-11-21T22:00:00Z".parse().expect("an instant")
}

fn ask(hours: u8) -> Result<BreakGlass, BreakGlassRefusal> {
    let reason = Text::parse("the child is at the station").expect("words");
    BreakGlass::ask(
        BreakGlassId::from_bytes([3; 16]),
        WORKER,
        FamilyId::from_bytes([4; 16]),
        reason,
        hours,
        now(),
    )
}

#[test]
fn an_urgent_opening_lasts_as_long_as_asked_and_at_most_four_hours() {
    let opening = ask(4).unwrap();
    let until = now() + SignedDuration::from_hours(4);
    assert_eq!(opening.until, until);
    assert!(opening.is_open(now()));
    assert!(opening.is_open(until - SignedDuration::from_micros(1)));
    assert!(!opening.is_open(until));
    assert!(!opening.is_open(now() - SignedDuration::from_micros(1)));
    assert_eq!(
        ask(5),
        Err(BreakGlassRefusal::Hours {
            hours: 5,
            max: BREAK_GLASS_HOURS_MAX
        })
    );
    assert_eq!(ask(0), Err(BreakGlassRefusal::Hours { hours: 0, max: 4 }));
    assert!(ask(1).is_ok());
}

#[test]
fn a_second_person_reviews_an_urgent_opening_once() {
    let opening = ask(1).unwrap();
    let own = opening.clone().reviewed(WORKER, now(), Finding::Justified, None);
    assert_eq!(own, Err(BreakGlassRefusal::OwnReview));
    let reviewed = opening.reviewed(LEAD, now(), Finding::NotJustified, None).unwrap();
    let done = Review::Done {
        by: LEAD,
        at: now(),
        finding: Finding::NotJustified,
        note: None,
    };
    assert_eq!(reviewed.review, done);
    let again = reviewed.reviewed(LEAD, now(), Finding::Justified, None);
    assert_eq!(again, Err(BreakGlassRefusal::AlreadyReviewed));
}

#[test]
fn a_finding_is_found_by_its_key() {
    for finding in Finding::ALL {
        assert_eq!(Finding::from_key(finding.key()), Some(finding));
    }
    assert_eq!(Finding::from_key("perhaps"), None);
}
