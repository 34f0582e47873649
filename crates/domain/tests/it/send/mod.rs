//! Sending: what a notice can hold, who hears it, and that it tells nothing.

mod sms;
mod when;

use domain::id::{FamilyId, OfferId, ReferralDraftId, ReferralId};
use domain::reference::{Kind, Reference};
use domain::referral::How;
use domain::send::{Channel, KINDS, Link, LinkSecret, Notice, Reader, Urgency, kind, mobile};
use jiff::civil::{Date, date};
use proptest::prelude::*;

#[test]
fn every_channel_says_whether_it_is_heard_and_who_does_it() {
    let seen = Channel::ALL.map(|channel| {
        (
            channel.key(),
            channel.goes_by_itself(),
            channel.is_heard(),
            channel.how(),
        )
    });
    let expected = [
        ("email", true, true, How::Message),
        ("sms", true, true, How::Message),
        ("letter", false, false, How::Letter),
        ("call", false, true, How::Call),
    ];
    assert_eq!(seen, expected);
    assert!(
        Channel::ALL
            .iter()
            .all(|channel| Channel::from_key(channel.key()) == Some(*channel))
    );
    assert_eq!(Channel::from_key("fax"), None);
}

const DAY: Date = date(2026, 11, 28);

/// One notice of each kind, in the order of the register.
fn notices() -> [Notice; 17] {
    let referral = ReferralId::from_bytes([1; 16]);
    let draft = ReferralDraftId::from_bytes([2; 16]);
    let offer = OfferId::from_bytes([4; 16]);
    let family = FamilyId::from_bytes([5; 16]);
    let reference = Reference::new(Kind::Referral, 5);
    let secret = LinkSecret([3; 32]);
    [
        Notice::OneTimeLink { secret, until: DAY },
        Notice::DraftEnds { draft, on: DAY },
        Notice::ReferralReceived {
            referral,
            reference,
            heard_by: DAY,
        },
        Notice::ReferralReceivedOutside {
            reference,
            heard_by: DAY,
        },
        Notice::ReferralToDecide { referral, reference },
        Notice::InformationAsked {
            referral,
            reference,
            answer_by: Some(DAY),
        },
        Notice::InformationGiven { referral, reference },
        Notice::DecisionMade { referral, reference },
        Notice::FamilyTold { next_on: None },
        Notice::OutcomeAsked { referral, reference },
        Notice::OfferMade { offer },
        Notice::OfferAnswered { offer },
        Notice::MatchMade { family },
        Notice::SupportEnded { family },
        Notice::RingCarer,
        Notice::UrgentToRead,
        Notice::Trial,
    ]
}

#[test]
fn every_notice_is_in_the_register_once() {
    let keys: Vec<&str> = notices().iter().map(|notice| notice.kind().key).collect();
    let registered: Vec<&str> = KINDS.iter().map(|kind| kind.key).collect();
    assert_eq!(keys, registered);
    for notice in notices() {
        assert_eq!(kind(notice.kind().key), Some(notice.kind()));
        assert_eq!(notice.kind().retired, None);
    }
    assert_eq!(kind("none_such"), None);
}

#[test]
fn a_notice_is_a_reference_a_place_and_a_day_and_nothing_that_could_hold_words() {
    // Words of its own could not be copied bit by bit, and borrowed ones would have to stand in the programme itself.
    fn holds_no_words<T: Copy + 'static>(_: T) {}
    let (mut references, mut links, mut days) = (0, 0, 0);
    for notice in notices() {
        holds_no_words(notice);
        references += usize::from(notice.reference() == Some(Reference::new(Kind::Referral, 5)));
        links += usize::from(notice.link().is_some());
        days += usize::from(notice.day() == Some(DAY));
        assert!(!format!("{notice:?}").contains("3, 3"), "a secret is not printed");
    }
    assert_eq!((references, links, days), (7, 14, 5));
    assert_eq!(notices()[0].link(), Some(Link::OneTime(LinkSecret([3; 32]))));
    assert_eq!(
        notices()[1].link(),
        Some(Link::Draft(ReferralDraftId::from_bytes([2; 16])))
    );
    assert_eq!(
        notices()[7].link(),
        Some(Link::Referral(ReferralId::from_bytes([1; 16])))
    );
}

#[test]
fn a_family_is_told_without_reference_or_link_and_somebody_outside_never_by_a_page_they_cannot_open() {
    for notice in notices() {
        let can_open = match notice.kind().reader {
            Reader::Staff => true,
            Reader::Family => notice.link().is_none() && notice.reference().is_none(),
            Reader::Outside => matches!(notice.link(), None | Some(Link::OneTime(_))),
        };
        assert!(can_open, "{notice:?}");
    }
    assert_eq!(Reader::ALL.map(Reader::key), ["staff", "family", "outside"]);
}

#[test]
fn only_what_somebody_waits_for_goes_at_night() {
    let urgent: Vec<&str> = KINDS
        .iter()
        .filter(|kind| kind.urgency == Urgency::Urgent)
        .map(|kind| kind.key)
        .collect();
    assert_eq!(urgent, ["one_time_link", "urgent_to_read", "trial"]);
}

#[test]
fn only_a_number_that_can_be_sent_a_text_is_one() {
    for (typed, number) in [
        ("07700 900123", "+447700900123"),
        ("(07700) 900-123", "+447700900123"),
        ("+44 7700 900123", "+447700900123"),
        ("+44 (0)7700 900123", "+447700900123"),
        ("0044 7700 900123", "+447700900123"),
        ("+48 512 345 678", "+48512345678"),
        ("07911\u{a0}123456", "+447911123456"),
    ] {
        assert_eq!(mobile(typed).as_deref(), Some(number), "{typed}");
    }
    for typed in [
        "",
        "+",
        "0",
        "01437 764551",
        "029 2087 2087",
        "07000 900123",
        "07600 900123",
        "07700 90012",
        "07700 9001234",
        "7700 900123",
        "07700 900123 evenings",
        "07700 900123, 07700 900124",
        "+44 1437 764551",
        "+0 512 345 678",
        "+4851234",
        "+4851234567890123",
        "٠٧٧٠٠٩٠٠١٢٣",
        "999",
    ] {
        assert_eq!(mobile(typed), None, "{typed}");
    }
}

proptest! {
    #[test]
    fn a_number_for_a_text_is_a_plus_and_digits_whatever_was_typed(typed in ".{0,40}|[0-9 +()-]{0,20}") {
        if let Some(number) = mobile(&typed) {
            let digits = number.strip_prefix('+').unwrap();
            prop_assert!((8..=15).contains(&digits.len()));
            prop_assert!(digits.bytes().all(|byte| byte.is_ascii_digit()));
            prop_assert_eq!(mobile(&number), Some(number.clone()), "it is read again as it is");
        }
    }
}
