//! Words inside the XML of a workbook, and the names of sheets.

use std::fmt::Write as _;

/// The longest name of a sheet. Unit: UTF-16 units. Source: Microsoft, "Excel specifications and limits".
const NAME_CHARS_MAX: usize = 31;

/// Adds words to XML. What XML cannot hold is written as `_x0001_`, as ECMA-376 22.9.2.19 says.
pub fn push(out: &mut String, text: &str) {
    let mut from = 0;
    for (at, c) in text.char_indices() {
        let written = match c {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            // Would read as one of the codes below.
            '_' if is_code(&text[at..]) => "_x005F_",
            '\t' | '\n' | ' '..='\u{fffd}' | '\u{10000}'.. => continue,
            _ => "",
        };
        out.push_str(&text[from..at]);
        if written.is_empty() {
            write!(out, "_x{:04X}_", u32::from(c)).expect("writing to a string cannot fail");
        } else {
            out.push_str(written);
        }
        from = at + c.len_utf8();
    }
    out.push_str(&text[from..]);
}

/// Whether words begin like a code: `_x`, four hexadecimal digits, `_`.
fn is_code(text: &str) -> bool {
    let bytes = text.as_bytes();
    7 <= bytes.len() && bytes.starts_with(b"_x") && bytes[2..6].iter().all(u8::is_ascii_hexdigit) && bytes[6] == b'_'
}

/// A name for a sheet: without the signs that a sheet's name may not have, short enough, and unlike the `others`.
pub fn sheet_name<'a>(title: &str, others: &(impl Iterator<Item = &'a str> + Clone)) -> String {
    let plain: String = title
        .chars()
        .map(|c| {
            if c.is_control() || "[]:*?/\\".contains(c) {
                ' '
            } else {
                c
            }
        })
        .collect();
    let plain = plain.trim().trim_matches('\'');
    for number in 1_u32.. {
        let end = if number == 1 {
            String::new()
        } else {
            format!(" {number}")
        };
        let mut name = cut(plain, NAME_CHARS_MAX - end.len()).trim_end().to_owned();
        name.push_str(&end);
        let name = name.trim().to_owned();
        let is_known = others.clone().any(|other| other.to_lowercase() == name.to_lowercase());
        // Excel keeps one name for itself.
        if !name.is_empty() && !is_known && !name.eq_ignore_ascii_case("history") {
            return name;
        }
    }
    unreachable!("the numbers do not run out before the sheets do")
}

/// The beginning of words that is at most `units` UTF-16 units long.
pub fn cut(text: &str, units: usize) -> &str {
    let mut length = 0;
    for (at, c) in text.char_indices() {
        length += c.len_utf16();
        if units < length {
            return &text[..at];
        }
    }
    text
}
