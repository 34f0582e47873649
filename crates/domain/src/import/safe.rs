//! How it is safe to reach somebody, from one cell. Getting this wrong can cost a life: what is not
//! one of a few plain answers is kept whole, as a note to read before getting in touch.

use super::field::Field;
use super::fold::fold;
use super::record::Finds;
use super::words::Words;
use crate::family::SafeContact;

/// What people write for "do not leave a message", folded.
const NO_MESSAGE: [&str; 12] = [
    "donotleavemessage",
    "donotleaveamessage",
    "donotleavemessages",
    "dontleavemessage",
    "dontleaveamessage",
    "dontleavemessages",
    "nomessage",
    "nomessages",
    "novoicemail",
    "peidiwchagadaelneges",
    "peidioagadaelneges",
    "dimnegeseuon",
];

/// What people write for "yes, it is safe", folded.
const SAFE: [&str; 11] = [
    "y", "yes", "true", "ok", "safe", "ie", "ydy", "ydi", "oes", "iawn", "diogel",
];

/// The first word, or two, of what people write for a time, folded.
const TIMES: [&str; 23] = [
    "after",
    "before",
    "between",
    "until",
    "till",
    "morning",
    "mornings",
    "afternoon",
    "afternoons",
    "evening",
    "evenings",
    "weekday",
    "weekdays",
    "weekend",
    "weekends",
    "arol",
    "wedi",
    "cyn",
    "rhwng",
    "bore",
    "boreau",
    "prynhawn",
    "prynhawniau",
];

/// Nothing where it is safe or nobody said.
pub(super) fn safe_contact(words: &mut Words, finds: &mut Finds<'_>) -> Option<SafeContact> {
    let said = finds.cell(Field::SafeToCall);
    let folded = fold(said);
    if said.is_empty() || SAFE.contains(&folded.as_str()) {
        return None;
    }
    let is_plain = NO_MESSAGE.contains(&folded.as_str());
    let mut contact = SafeContact {
        no_message: is_plain || NO_MESSAGE.iter().any(|phrase| folded.contains(phrase)),
        ..SafeContact::default()
    };
    if is_plain {
        return Some(contact);
    }
    if words.answer(said).is_some() {
        // A bare no means nothing without its question.
        let labelled = finds.columns.labelled(Field::SafeToCall, said);
        contact.note = finds.keep(Field::SafeToCall, &labelled);
    } else if !contact.no_message && begins_with_time(said) {
        contact.times = finds.text(Field::SafeToCall);
    } else {
        contact.note = finds.text(Field::SafeToCall);
    }
    Some(contact)
}

fn begins_with_time(said: &str) -> bool {
    let mut words = said.split(|c: char| !c.is_alphanumeric());
    let first = fold(words.next().unwrap_or_default());
    let second = fold(words.next().unwrap_or_default());
    TIMES.contains(&first.as_str()) || TIMES.contains(&(first + &second).as_str())
}
