//! Words as they are compared: without case, accents, blanks and punctuation.

/// The text as it is compared: small letters and figures only, accents taken off.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// The same into a text that is kept for the purpose, which is emptied first.
pub(super) fn fold_into(text: &str, folded: &mut String) {
    folded.clear();
    for c in text.chars() {
        if c.is_ascii() {
            if c.is_ascii_alphanumeric() {
                folded.push(c.to_ascii_lowercase());
            }
            continue;
        }
        for small in c.to_lowercase() {
            match plain(small) {
                Some(letters) => folded.push_str(letters),
                None if small.is_alphanumeric() => folded.push(small),
                None => {}
            }
        }
    }
}

/// A family's number as it is compared: folded, and without the noughts that begin a number in it,
/// so that `F011000`, `f-11000` and `F 011000` are one.
pub(super) fn fold_number(text: &str) -> String {
    let folded = fold(text);
    let mut kept = String::with_capacity(folded.len());
    let mut letters = folded.chars().peekable();
    let mut in_number = false;
    while let Some(c) = letters.next() {
        let number_goes_on = letters.peek().is_some_and(char::is_ascii_digit);
        if c == '0' && !in_number && number_goes_on {
            continue;
        }
        in_number = c.is_ascii_digit();
        kept.push(c);
    }
    kept
}

/// The plain letters for a small letter of the Latin script with a mark.
const fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ț' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ŵ' | 'ẁ' | 'ẃ' | 'ẅ' => "w",
        'ý' | 'ÿ' | 'ŷ' | 'ỳ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}
