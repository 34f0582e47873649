//! Who looks like whom, as tables of people invented for it, and what holds for any two.

mod any;
mod families;
mod people;
mod settle;

use domain::family::{Part, Postcode};
use domain::likeness::{Known, Likeness, Sign, Strength, compare};
use domain::name::{Name, PersonName};
use domain::text::Text;

/// The letters of these tests folded as the search folds them, which is tested where it stands.
pub(super) fn fold(name: &str) -> Vec<String> {
    let mut plain = String::new();
    for letter in name.chars().flat_map(char::to_lowercase) {
        match letter {
            'â' | 'á' => plain.push('a'),
            'ŷ' => plain.push('y'),
            'ŵ' => plain.push('w'),
            'í' => plain.push('i'),
            'é' => plain.push('e'),
            '\'' | '’' | '-' | '\u{302}' => {}
            letter if letter.is_alphanumeric() => plain.push(letter),
            _ => plain.push(' '),
        }
    }
    plain.split_whitespace().map(ToOwned::to_owned).collect()
}

/// A child from `forename, surname, known as` and a birth as it is kept.
pub(super) fn child(name: &str, birth: &str) -> Known {
    known(name, birth, Part::Child)
}

pub(super) fn known(name: &str, birth: &str, part: Part) -> Known {
    let mut parts = name
        .split(',')
        .map(|part| Name::parse_optional(part).expect("a short name"));
    let name = PersonName {
        forename: parts.next().flatten(),
        surname: parts.next().flatten(),
        known_as: parts.next().flatten(),
    };
    Known::new(&name, birth.parse().expect("a birth as kept"), part, fold)
}

pub(super) fn text(words: &str) -> Text {
    Text::parse(words).expect("a short text")
}

pub(super) fn home(known: Known, address: &str, postcode: &str) -> Known {
    let postcode = Postcode::parse(postcode).ok();
    known.living_at(Text::parse(address).ok().as_ref(), postcode.as_ref())
}

pub(super) fn seen(one: &Known, other: &Known) -> Option<Likeness> {
    let seen = compare(one, other);
    assert_eq!(seen, compare(other, one), "the order of the two does not matter");
    seen
}

pub(super) fn strength(one: &Known, other: &Known) -> Option<Strength> {
    seen(one, other).map(|likeness| likeness.strength)
}

pub(super) fn signs(one: &Known, other: &Known) -> Vec<Sign> {
    seen(one, other).map(|likeness| likeness.signs).unwrap_or_default()
}

pub(super) const DAY: &str = "2015-02-03";
pub(super) const LIKELY: Option<Strength> = Some(Strength::Likely);
pub(super) const POSSIBLE: Option<Strength> = Some(Strength::Possible);
