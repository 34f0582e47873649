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
    MAKE_TOKEN = "insert into name_token (token, person_id, family_id, site_id, kind) values ($1, $2, $3, $4, $5)
        on conflict (token, person_id) do nothing";
}

/// One token by which somebody may be found a second time, and the word stored for its kind.
pub(crate) type Trace = ([u8; 16], &'static str);

/// The tokens by which one person entered twice is found: the authority's number, every two sounds of the name, the day of
/// birth and the postcode, those that find fewest others first.
///
/// A hidden home finds nobody, not even two of one family; `homes` are those of this person.
pub(crate) fn traces<'a, I, P: 'a>(
    key: &SearchKey,
    person: &Person<I>,
    homes: impl IntoIterator<Item = &'a Home<P>>,
) -> Vec<Trace> {
    let number = person.authority_id.as_ref().map(Text::as_str);
    let number = number.map(|number| (key.token(TokenKind::Identifier, number), "identifier"));
    let sounds = likeness::traces(&person.name, names::fold);
    let sounds = sounds.iter().map(|two| (key.token(TokenKind::Sound, two), "sound"));
    let birth = match person.birth {
        Birth::On(day) => Some((key.token(TokenKind::BirthDate, &day.to_string()), "birth")),
        _ => None,
    };
    let hidden = person
        .safe_contact
        .as_ref()
        .is_some_and(|contact| contact.address_hidden);
    let shown = homes.into_iter().filter(|home| !home.hidden && !hidden);
    let postcodes = shown.filter_map(|home| home.postcode.as_ref().map(Postcode::as_str));
    let postcodes = postcodes.map(|postcode| (key.token(TokenKind::Postcode, postcode), "postcode"));
    number.into_iter().chain(sounds).chain(birth).chain(postcodes).collect()
}

/// Keeps every token the person at a place in the list is found by.
pub(super) fn make(tx: &Tx, family: &NewFamily, at: usize, person: &Person) -> Result<()> {
    let keys = tx.site_keys(family.site.uuid())?;
    let keep = |(token, word): Trace| {
        let values = [
            (&token).into(),
            person.id.into(),
            family.id.into(),
            family.site.into(),
            word.into(),
        ];
        tx.run(&MAKE_TOKEN, &values)
    };
    let spelt = [&person.name.forename, &person.name.surname, &person.name.known_as];
    let spelt: Vec<&str> = spelt.into_iter().flatten().map(Name::as_str).collect();
    for prefix in names::search_tokens(&spelt) {
        keep((keys.search.token(TokenKind::NamePrefix, &prefix), "name"))?;
    }
    for trace in traces(&keys.search, person, family.homes_of(at)) {
        keep(trace)?;
    }
    Ok(())
}
