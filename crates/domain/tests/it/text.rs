//! Words people write.

use domain::text::{TEXT_CHARS_MAX, Text, TextProblem};
use proptest::prelude::*;

#[test]
fn markup_and_formulas_are_kept_as_typed() {
    for typed in [
        "<script>alert(1)</script>",
        "=HYPERLINK(\"http://example.invalid\",\"open\")",
        "@SUM(1+1)",
        "O'Neill; --",
    ] {
        assert_eq!(Text::parse(typed).unwrap().as_str(), typed);
    }
}

#[test]
fn blank_ends_and_control_characters_go_and_lines_stay() {
    let text = Text::parse("\u{7}  Line one\r\nline\ttwo\rthree\u{0}  \n").unwrap();
    assert_eq!(text.as_str(), "Line one\nline\ttwo\nthree");
    assert_eq!(text.to_string(), text.as_str());
}

#[test]
fn an_empty_text_is_no_text() {
    for typed in ["", "  \n\t ", "\u{1}\u{2}"] {
        assert_eq!(Text::parse(typed), Err(TextProblem::Empty));
        assert_eq!(Text::parse_optional(typed), Ok(None));
    }
}

#[test]
fn the_limit_counts_characters_and_not_bytes() {
    let full = "ŵ".repeat(TEXT_CHARS_MAX);
    assert_eq!(Text::parse(&full).unwrap().as_str(), full);
    let over = format!("{full}ŷ");
    let too_long = TextProblem::TooLong {
        chars: TEXT_CHARS_MAX + 1,
        max: TEXT_CHARS_MAX,
    };
    assert_eq!(Text::parse(&over), Err(too_long));
    assert_eq!(Text::parse_optional(&over), Err(too_long));
    assert!(Text::parse(&format!("  {full}  ")).is_ok());
}

#[test]
fn a_log_never_has_the_words() {
    assert_eq!(format!("{:?}", Text::parse("she said").unwrap()), "Text(…)");
}

proptest! {
    #[test]
    fn a_text_read_again_is_the_same(typed in any::<String>()) {
        if let Ok(text) = Text::parse(&typed) {
            prop_assert_eq!(Text::parse(text.as_str()), Ok(text));
        }
    }
}

#[test]
fn control_characters_of_two_bytes_go_too_and_letters_beside_them_stay() {
    let text = Text::parse("caf\u{e9}\u{85} \u{9f}b\u{a0}c \u{7f}\u{15d}").unwrap();
    assert_eq!(text.as_str(), "caf\u{e9} b\u{a0}c \u{15d}");
    assert_eq!(Text::parse("\u{80}"), Err(TextProblem::Empty));
    assert_eq!(String::from(text), "caf\u{e9} b\u{a0}c \u{15d}");
}
