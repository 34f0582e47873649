//! The tokens somebody is found by: those of a search, and those that find one person entered twice.

use super::NewFamily;
use crate::error::Result;
use crate::kernel::{Tx, statements};
use domain::day::Birth;
use domain::family::{Home, Person, Postcode};
use domain::likeness;
use domain::name::Name;
use domain::text::Text;
use seal::{SearchKey, TokenKind, names};

statements! {
    MAKE_TOKEN = "insert into name_token (token, person_id, site_id, beside) values ($1, $2, $3, $4)
        on conflict (token, person_id) do nothing";
}

/// One token by which somebody may be found a second time, and what it was made from.
pub(crate) type Trace = ([u8; 16], TokenKind);

/// The first bytes of a token, as they stand beside another one of the same person.
///
/// Two tokens begin alike by chance once in four thousand million; a family found so is compared and found to be another.
pub(crate) type Tag = [u8; 4];

/// How a token begins.
pub(crate) const fn tag([a, b, c, d, ..]: [u8; 16]) -> Tag {
    [a, b, c, d]
}

/// Whether many share what a token was made from, so that it says who somebody is only with something beside it.
pub(crate) const fn is_shared(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::BirthDate | TokenKind::Postcode)
}

/// The tokens by which one person entered twice is found: the authority's number, every two sounds of the name, the day of
/// birth and the postcode, those that find fewest others first.
///
/// A hidden home finds nobody, not even two of one family; `homes` are those of this person.
pub(crate) fn traces<'a, I, P: 'a>(
    key: &SearchKey,
    person: &Person<I>,
    homes: impl IntoIterator<Item = &'a Home<P>>,
) -> Vec<Trace> {
    let made = |kind, text: &str| (key.token(kind, text), kind);
    let number = person.authority_id.as_ref().map(Text::as_str);
    let number = number.map(|number| made(TokenKind::Identifier, number));
    let sounds = likeness::traces(&person.name, names::fold);
    let sounds = sounds.iter().map(|two| made(TokenKind::Sound, two));
    let birth = match person.birth {
        Birth::On(day) => Some(made(TokenKind::BirthDate, &day.to_string())),
        _ => None,
    };
    let hidden = person
        .safe_contact
        .as_ref()
        .is_some_and(|contact| contact.address_hidden);
    let shown = homes.into_iter().filter(|home| !home.hidden && !hidden);
    let postcodes = shown.filter_map(|home| home.postcode.as_ref().map(Postcode::as_str));
    let postcodes = postcodes.map(|postcode| made(TokenKind::Postcode, postcode));
    number.into_iter().chain(sounds).chain(birth).chain(postcodes).collect()
}

/// Keeps every token the person at a place in the list is found by. Beside one that many share stands how their others
/// begin, so that nobody else's need be looked up.
pub(super) fn make(tx: &Tx, family: &NewFamily, at: usize, person: &Person) -> Result<()> {
    let keys = tx.site_keys(family.site.uuid())?;
    let spelt = [&person.name.forename, &person.name.surname, &person.name.known_as];
    let spelt: Vec<&str> = spelt.into_iter().flatten().map(Name::as_str).collect();
    let names = names::search_tokens(&spelt);
    let names = names
        .iter()
        .map(|prefix| (keys.search.token(TokenKind::NamePrefix, prefix), TokenKind::NamePrefix));
    let all: Vec<Trace> = names.chain(traces(&keys.search, person, family.homes_of(at))).collect();
    let told_apart_by = all
        .iter()
        .filter(|(_, kind)| *kind == TokenKind::NamePrefix || is_shared(*kind));
    let beside: Vec<u8> = told_apart_by.flat_map(|(token, _)| tag(*token)).collect();
    for (token, kind) in &all {
        let beside = is_shared(*kind).then_some(beside.as_slice());
        let values = [token.into(), person.id.into(), family.site.into(), beside.into()];
        tx.run(&MAKE_TOKEN, &values)?;
    }
    Ok(())
}
