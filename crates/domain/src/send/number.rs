//! Which of the numbers people give can be sent a text message.

/// The digits of a number that can be sent a text, as gateways want them: `+447700900123`. `None` for any other.
///
/// Blanks, hyphens, full stops and brackets are passed over, and nothing else: a number with words beside it ("evenings",
/// "her sister's") is one that a person has to ring.
///
/// Source: Ofcom, National Telephone Numbering Plan, Part A (mobile services are 071 to 075 and 077 to 079; 070 follows a
/// person and 076 are pagers); ITU-T E.164 (15 digits at most). Assumption: a number of another country is a mobile one
/// where it is 8 digits or more after its `+`; were it a landline, the gateway says so and the message is given up in sight.
pub fn mobile(typed: &str) -> Option<String> {
    let plain: String = typed
        .chars()
        .filter(|c| !matches!(c, ' ' | '-' | '.' | '(' | ')' | '\u{a0}'))
        .collect();
    let abroad = plain.strip_prefix('+').or_else(|| plain.strip_prefix("00"));
    let (country, rest) = match abroad {
        // "+44 (0)7700 …", as letterheads have it.
        Some(digits) => match digits.strip_prefix("44") {
            Some(own) => ("44", own.strip_prefix('0').unwrap_or(own)),
            None => ("", digits),
        },
        None => ("44", plain.strip_prefix('0')?),
    };
    if !rest.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let fits = if country == "44" {
        rest.len() == 10 && rest.starts_with('7') && !matches!(rest.as_bytes()[1], b'0' | b'6')
    } else {
        (8..=15).contains(&rest.len()) && !rest.starts_with('0')
    };
    fits.then(|| format!("+{country}{rest}"))
}
