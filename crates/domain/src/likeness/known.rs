//! What is known of one person, made ready for comparing once and compared often.

use std::fmt;

use super::home::Place;
use super::spelling::{Fold, Spelling};
use crate::day::Birth;
use crate::family::{Home, Part, Person, Postcode};
use crate::name::{Name, PersonName};
use crate::text::Text;

/// What is known of one person, as far as it helps to find them a second time.
#[derive(Clone)]
pub struct Known {
    pub(super) forename: Option<Spelling>,
    pub(super) surname: Option<Spelling>,
    /// What people call them.
    pub(super) called: Option<Spelling>,
    pub(super) birth: Birth,
    pub(super) part: Part,
    /// Letters and figures in capitals.
    pub(super) authority_id: Option<String>,
    pub(super) homes: Vec<Place>,
    fold: Fold,
}

impl Known {
    /// Takes somebody's name, birth and part in the family. How names are folded is an argument, so that people are
    /// compared by the same letters they are searched by.
    pub fn new(name: &PersonName, birth: Birth, part: Part, fold: Fold) -> Self {
        let words = |name: &Option<Name>| name.as_ref().and_then(|name| Spelling::read(name.as_str(), fold));
        Self {
            forename: words(&name.forename),
            surname: words(&name.surname),
            called: words(&name.known_as),
            birth,
            part,
            authority_id: None,
            homes: Vec::new(),
            fold,
        }
    }

    /// Takes a whole person and the homes they live in. Of somebody whose address must not be shown no home is taken.
    pub fn of<'a, I, P: 'a>(person: &Person<I>, homes: impl IntoIterator<Item = &'a Home<P>>, fold: Fold) -> Self {
        let mut known = Self::new(&person.name, person.birth, person.part, fold);
        if let Some(number) = &person.authority_id {
            known = known.with_authority_id(number);
        }
        let hidden = person
            .safe_contact
            .as_ref()
            .is_some_and(|contact| contact.address_hidden);
        homes.into_iter().filter(|_| !hidden).fold(known, Self::living_in)
    }

    /// The same person with their number in the authority's own system. Only numbers of one authority are comparable;
    /// whoever calls leaves out another's.
    #[must_use]
    pub fn with_authority_id(mut self, number: &Text) -> Self {
        let letters = number.as_str().chars().filter(|c| c.is_alphanumeric());
        let number: String = letters.flat_map(char::to_uppercase).collect();
        self.authority_id = (!number.is_empty()).then_some(number);
        self
    }

    /// The same person living in this home too. A hidden home is left out: to say that two people have it in common would
    /// tell where it is.
    #[must_use]
    pub fn living_in<P>(self, home: &Home<P>) -> Self {
        if home.hidden {
            return self;
        }
        self.living_at(home.address.as_ref(), home.postcode.as_ref())
    }

    /// The same person living at this address too, which must not be a hidden one.
    #[must_use]
    pub fn living_at(mut self, address: Option<&Text>, postcode: Option<&Postcode>) -> Self {
        self.homes.extend(Place::read(address, postcode, self.fold));
        self
    }

    /// Whether neither a name nor a birth nor a number is known: such a person is like nobody.
    pub fn is_nobody(&self) -> bool {
        let nameless = self.forename.is_none() && self.surname.is_none() && self.called.is_none();
        nameless && self.birth == Birth::NotKnown && self.authority_id.is_none()
    }
}

/// Nothing of the person: a log carries ids only.
impl fmt::Debug for Known {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Known(…)")
    }
}
