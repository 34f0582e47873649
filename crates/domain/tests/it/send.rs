//! Sending: how long a text message is, when it may go, when it is tried again, and that it tells nothing.

use std::time::Duration;

use domain::id::{ReferralDraftId, ReferralId};
use domain::reference::{Kind, Reference};
use domain::referral::How;
use domain::send::sms::{Encoding, pieces, segments};
use domain::send::{
    Channel, Failure, GIVEN_UP_AFTER, KINDS, Link, LinkSecret, May, Next, Notice, Quiet, Reader, Urgency, WAITS, kind,
    mobile, next_try,
};
use jiff::civil::{Date, DateTime, Time, date, time};
use proptest::collection::vec;
use proptest::prelude::*;

/// Encoding, units, segments and what is left.
fn check(text: &str, expected: (Encoding, usize, usize, usize)) {
    let found = segments(text);
    let shown: String = text.chars().take(20).collect();
    assert_eq!(
        (found.encoding, found.units, found.segments, found.left),
        expected,
        "{shown} …"
    );
    assert_eq!(found.encoding == Encoding::Gsm7, found.outside.is_empty(), "{shown} …");
}

#[test]
fn a_message_in_the_alphabet_of_telephones_has_160_places_or_153_in_each_of_several() {
    use Encoding::Gsm7;
    check("", (Gsm7, 0, 0, 160));
    check("a", (Gsm7, 1, 1, 159));
    check(&"a".repeat(160), (Gsm7, 160, 1, 0));
    check(&"a".repeat(161), (Gsm7, 161, 2, 145));
    check(&"a".repeat(306), (Gsm7, 306, 2, 0));
    check(&"a".repeat(307), (Gsm7, 307, 3, 152));
    check("€", (Gsm7, 2, 1, 158));
    check(&"{".repeat(80), (Gsm7, 160, 1, 0));
    check(&"{".repeat(81), (Gsm7, 162, 2, 143));
}

#[test]
fn a_message_outside_that_alphabet_has_70_places_or_67_in_each_of_several() {
    use Encoding::Ucs2;
    check("ŵ", (Ucs2, 1, 1, 69));
    check(&"ŵ".repeat(70), (Ucs2, 70, 1, 0));
    check(&"ŵ".repeat(71), (Ucs2, 71, 2, 63));
    check(&"ŵ".repeat(134), (Ucs2, 134, 2, 0));
    check(&"ŵ".repeat(135), (Ucs2, 135, 3, 66));
    check("🙂", (Ucs2, 2, 1, 68));
    check(&"🙂".repeat(35), (Ucs2, 70, 1, 0));
    check("€ŵ", (Ucs2, 2, 1, 68));
}

#[test]
fn the_welsh_circumflex_takes_a_message_out_of_the_alphabet() {
    for c in "âêîôûŵŷÂÊÎÔÛŴŶïḯẁẃáíóúç".chars() {
        let found = segments(&format!("Mae neges i chi {c} yma {c}"));
        assert_eq!((found.encoding, found.outside), (Encoding::Ucs2, vec![c]), "{c}");
    }
    let found = segments("Bydd rhywun yn ffonio’r tŷ ddydd Sadwrn, â chyfarchion o’r tŷ");
    assert_eq!(found.outside, ['’', 'ŷ', 'â']);
    assert_eq!(segments("a\u{302}").outside, ['\u{302}']);
}

#[test]
fn the_letters_that_telephones_know_stay_in_the_alphabet() {
    let known = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ\
        ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    assert_eq!(known.chars().count(), 127, "128 places less the escape");
    for c in known.chars() {
        assert_eq!(
            (segments(&c.to_string()).encoding, segments(&c.to_string()).units),
            (Encoding::Gsm7, 1),
            "{c}"
        );
    }
    for c in "\u{c}^{}\\[~]|€".chars() {
        assert_eq!(
            (segments(&c.to_string()).encoding, segments(&c.to_string()).units),
            (Encoding::Gsm7, 2),
            "{c}"
        );
    }
    for c in "\u{1b}`\t\u{a0}’–…".chars() {
        assert_eq!(segments(&c.to_string()).encoding, Encoding::Ucs2, "{c:?}");
    }
}

#[test]
fn nothing_of_two_places_is_cut_in_half() {
    let escape = format!("{}€{}", "a".repeat(152), "a".repeat(10));
    assert_eq!(pieces(&escape)[0], "a".repeat(152));
    check(&escape, (Encoding::Gsm7, 164, 2, 141));
    let pair = format!("{}🙂{}", "ŵ".repeat(66), "ŵ".repeat(10));
    assert_eq!(pieces(&pair)[0], "ŵ".repeat(66));
    check(&pair, (Encoding::Ucs2, 78, 2, 55));
    assert_eq!(pieces(""), Vec::<&str>::new());
}

fn message() -> impl Strategy<Value = String> {
    let mixed = prop::sample::select("a1 €{^âŵŷ🙂é".chars().collect::<Vec<_>>());
    let plain = prop::sample::select("abc é€[".chars().collect::<Vec<_>>());
    let of = |letters: Vec<char>| letters.into_iter().collect::<String>();
    prop_oneof![
        vec(mixed, 0..400).prop_map(of),
        vec(plain, 0..700).prop_map(of),
        vec(any::<char>(), 0..200).prop_map(of),
    ]
}

proptest! {
    #[test]
    fn the_pieces_of_a_message_are_the_message_and_each_fits(text in message()) {
        let (whole, pieces) = (segments(&text), pieces(&text));
        prop_assert_eq!(pieces.concat(), text.as_str());
        prop_assert_eq!(pieces.len(), whole.segments);
        let fits = if pieces.len() < 2 { whole.encoding.units_alone() } else { whole.encoding.units_each() };
        let mut units = 0;
        for piece in &pieces {
            let here: usize = piece.chars().map(|c| match whole.encoding {
                Encoding::Gsm7 => segments(&c.to_string()).units,
                Encoding::Ucs2 => c.len_utf16(),
            }).sum();
            prop_assert!(0 < here && here <= fits, "{here}");
            units += here;
        }
        prop_assert_eq!(units, whole.units);
        prop_assert!(whole.left <= fits);
    }

    #[test]
    fn a_longer_message_of_one_alphabet_is_never_fewer_segments(text in message(), more in message()) {
        let (short, long) = (segments(&text), segments(&format!("{text}{more}")));
        if short.encoding == long.encoding {
            prop_assert!(short.segments <= long.segments);
        }
    }

    #[test]
    fn what_is_left_can_be_written_and_not_one_more(text in message()) {
        let found = segments(&text);
        let filler = if found.encoding == Encoding::Gsm7 { "a" } else { "ŵ" };
        let filled = segments(&format!("{text}{}", filler.repeat(found.left)));
        prop_assert_eq!((filled.segments, filled.left), (found.segments.max(1), 0));
        let over = segments(&format!("{text}{}", filler.repeat(found.left + 1)));
        prop_assert_eq!(over.segments, found.segments.max(1) + 1);
    }
}

fn at(day: i8, hour: i8, minute: i8) -> DateTime {
    date(2026, 3, day).at(hour, minute, 0, 0)
}

#[test]
fn a_message_that_can_wait_waits_until_the_morning() {
    let quiet = Quiet::default();
    for (now, expected) in [
        (at(28, 20, 59), May::Now),
        (at(28, 21, 0), May::After(at(29, 8, 0))),
        (at(28, 23, 59), May::After(at(29, 8, 0))),
        (at(29, 0, 0), May::After(at(29, 8, 0))),
        // The night the clocks go forward.
        (at(29, 2, 30), May::After(at(29, 8, 0))),
        (at(29, 7, 59), May::After(at(29, 8, 0))),
        (at(29, 8, 0), May::Now),
        (at(31, 22, 0), May::After(date(2026, 4, 1).at(8, 0, 0, 0))),
    ] {
        assert_eq!(quiet.may_send(now, Channel::Sms, Urgency::CanWait), expected, "{now}");
        assert_eq!(quiet.may_send(now, Channel::Email, Urgency::CanWait), expected, "{now}");
        assert_eq!(quiet.may_send(now, Channel::Sms, Urgency::Urgent), May::Now, "{now}");
        assert_eq!(
            quiet.may_send(now, Channel::Letter, Urgency::CanWait),
            May::Now,
            "{now}"
        );
    }
}

#[test]
fn quiet_hours_may_lie_within_a_day_or_be_none() {
    let midday = Quiet {
        from: time(12, 0, 0, 0),
        to: time(13, 30, 0, 0),
    };
    let may = |quiet: Quiet, now| quiet.may_send(now, Channel::Sms, Urgency::CanWait);
    assert_eq!(may(midday, at(28, 11, 59)), May::Now);
    assert_eq!(may(midday, at(28, 12, 0)), May::After(at(28, 13, 30)));
    assert_eq!(may(midday, at(28, 13, 30)), May::Now);
    let none = Quiet {
        from: time(8, 0, 0, 0),
        to: time(8, 0, 0, 0),
    };
    for hour in 0..24 {
        assert_eq!(may(none, at(28, hour, 0)), May::Now);
    }
}

fn moment() -> impl Strategy<Value = Time> {
    (0..24_i8, 0..60_i8, 0..60_i8).prop_map(|(hour, minute, second)| time(hour, minute, second, 0))
}

proptest! {
    #[test]
    fn what_waits_goes_at_the_first_moment_that_is_not_quiet(
        day in 1..29_i8,
        now in moment(),
        from in moment(),
        to in moment(),
    ) {
        let quiet = Quiet { from, to };
        let now = date(2026, 10, day).to_datetime(now);
        match quiet.may_send(now, Channel::Sms, Urgency::CanWait) {
            May::Now => prop_assert!(!quiet.holds_at(now.time())),
            May::After(then) => {
                prop_assert!(quiet.holds_at(now.time()));
                prop_assert!(now < then && !quiet.holds_at(then.time()));
                prop_assert_eq!(then.time(), to);
                prop_assert!(now.duration_until(then) <= jiff::SignedDuration::from_hours(24));
                prop_assert_eq!(quiet.may_send(then, Channel::Sms, Urgency::CanWait), May::Now);
            }
        }
    }

    #[test]
    fn chance_adds_a_tenth_at_most(failures in 0..20_u32, jitter: u16) {
        let plain = next_try(failures, Duration::ZERO, Failure::Passing, 0);
        let Next::After(least) = plain else { panic!("{plain:?}") };
        let chanced = next_try(failures, Duration::ZERO, Failure::Passing, jitter);
        let Next::After(wait) = chanced else { panic!("{chanced:?}") };
        prop_assert!(least <= wait && wait <= least + least / 10);
    }
}

#[test]
fn what_fails_is_tried_again_ever_more_seldom_and_given_up_after_three_days() {
    let minutes = |minutes: u64| Duration::from_secs(minutes * 60);
    let (mut failures, mut since_first) = (0, Duration::ZERO);
    let mut waits = Vec::new();
    loop {
        failures += 1;
        match next_try(failures, since_first, Failure::Passing, 0) {
            Next::After(wait) => {
                since_first += wait;
                waits.push(wait);
            }
            Next::GiveUp => break,
        }
    }
    assert_eq!(waits, [1, 5, 30, 120, 360, 1440, 1440].map(minutes));
    assert!(since_first <= GIVEN_UP_AFTER && GIVEN_UP_AFTER < since_first + WAITS[5]);
    let full = next_try(1, Duration::ZERO, Failure::Passing, u16::MAX);
    assert_eq!(full, Next::After(Duration::from_secs(66)));
    let last = next_try(1, GIVEN_UP_AFTER.saturating_sub(minutes(1)), Failure::Passing, 0);
    assert_eq!(last, Next::After(minutes(1)));
    assert_eq!(next_try(1, GIVEN_UP_AFTER, Failure::Passing, 0), Next::GiveUp);
    assert_eq!(
        next_try(u32::MAX, Duration::MAX, Failure::Passing, u16::MAX),
        Next::GiveUp
    );
}

#[test]
fn an_address_that_does_not_exist_is_not_tried_again() {
    assert_eq!(next_try(1, Duration::ZERO, Failure::Lasting, 0), Next::GiveUp);
}

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
fn notices() -> [Notice; 11] {
    let referral = ReferralId::from_bytes([1; 16]);
    let draft = ReferralDraftId::from_bytes([2; 16]);
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
    assert_eq!((references, links, days), (7, 8, 5));
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
    assert_eq!(urgent, ["one_time_link", "trial"]);
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
