//! How long a text message is, in units, segments and what is left.

use domain::send::sms::{Encoding, pieces, segments};
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
