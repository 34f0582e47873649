//! A family and its people, each sealed with their own key.

mod address;
mod list;
mod person;
mod renew;
mod safety;
mod said;
mod search;
mod token;
mod who;

pub(crate) use address::ALL as ADDRESS;
pub use address::{KnownAddress, address, addresses, open_homes};
pub(crate) use list::ALL as LIST;
pub use list::{Line, list};
pub(crate) use person::ALL as PERSON;
pub use person::people;
pub(crate) use person::{set_consents, spoken_name};
pub(crate) use renew::{ALL as RENEW, renew};
pub(crate) use safety::ALL as SAFETY;
pub use safety::{Safety, safety};
pub(crate) use search::ALL as SEARCH;
pub(crate) use search::is_own;
pub use search::{HITS_MAX, Hit, by_reference, search};
pub(crate) use token::{ALL as TOKEN, Tag, Trace, is_shared, tag, traces};
pub(crate) use who::ALL as WHO;
pub use who::{By, Reader, Readers, readers};

use crate::error::{Error, Result};
use crate::kernel::{Tx, statements};
use domain::family::{Family, Home, KeptAway, NewPerson, Order, Person, Responsibility};
use domain::id::{FamilyId, PersonId, SiteId};
use domain::reference::Reference;

statements! {
    MAKE = "insert into family (id, site_id, reference, name, stage, made_at, row_version)
        values ($1, $2, $3, $4, 'open', $5, 1)";
    SITE_OF = "select site_id from family where id = $1";
    BY_ID = "select f.id, f.site_id, f.reference, f.name, f.row_version, u.subject_key, f.merged_into,
            (select count(*) from family_merge m where m.into_family_id = f.id and m.undone_at is null)
        from family f join subject u on u.site_id = f.site_id and u.id = f.id where f.id = $1";
}

/// A family on its way in, with the ids the store made for it.
pub struct NewFamily {
    /// Its id.
    pub id: FamilyId,
    /// Its programme area.
    pub site: SiteId,
    /// What people say aloud for it.
    pub reference: Reference,
    /// Its people, each with a new id.
    pub people: Vec<Person>,
    /// Where they live, as far as it was said. Here and below people are named by their place in the list.
    pub homes: Vec<Home<usize>>,
    /// Who has parental responsibility.
    pub responsibilities: Vec<Responsibility<usize>>,
    /// The orders of courts.
    pub orders: Vec<Order<usize>>,
    /// Who must not collect, call or know.
    pub kept_away: Vec<KeptAway<usize>>,
}

impl NewFamily {
    /// Who is at a place in the list.
    fn person(&self, place: usize) -> Option<PersonId> {
        self.people.get(place).map(|person| person.id)
    }

    /// Where somebody at a place in the list lives.
    pub(crate) fn homes_of(&self, place: usize) -> impl Iterator<Item = &Home<usize>> {
        self.homes.iter().filter(move |home| home.people.contains(&place))
    }
}

/// Gives new people their ids.
pub fn with_ids(tx: &Tx, people: Vec<NewPerson>) -> Vec<Person> {
    people
        .into_iter()
        .map(|person| person.with_id(PersonId::from_uuid(crate::id::fresh(tx.now()))))
        .collect()
}

/// Stores a new family: its keys first, then its people, their addresses and the tokens they are found by.
pub(crate) fn make(tx: &Tx, family: &NewFamily) -> Result<()> {
    let (id, site) = (family.id.uuid(), family.site.uuid());
    tx.make_subject(id, site, "family")?;
    let name = tx.seal(id, "family", "name", id, &display_name(&family.people))?;
    let reference = family.reference.to_string();
    tx.run(
        &MAKE,
        &[
            id.into(),
            site.into(),
            (&reference).into(),
            (&name).into(),
            tx.now_micros().into(),
        ],
    )?;
    for ((at, person), place) in family.people.iter().enumerate().zip(1_i64..) {
        make_person(tx, family, at, place, person)?;
    }
    address::make(tx, family, 0)?;
    safety::make(tx, family)
}

fn make_person(tx: &Tx, family: &NewFamily, at: usize, place: i64, person: &Person) -> Result<()> {
    tx.make_subject(person.id.uuid(), family.site.uuid(), "person")?;
    person::make(tx, family, place, person)?;
    token::make(tx, family, at, person)
}

/// How staff call a family: its surnames, or the first names of its children where there is no surname.
fn display_name(people: &[Person]) -> String {
    let mut surnames: Vec<&str> = Vec::new();
    for surname in people.iter().filter_map(|p| p.name.surname.as_ref()) {
        if !surnames.contains(&surname.as_str()) {
            surnames.push(surname.as_str());
        }
    }
    if surnames.is_empty() {
        let spoken: Vec<String> = people
            .iter()
            .map(|p| p.name.spoken())
            .filter(|name| !name.is_empty())
            .collect();
        return spoken.join(", ");
    }
    surnames.join(", ")
}

/// The programme area of a family.
///
/// # Errors
/// [`Error::NotFound`] when there is no such family.
pub fn site_of(tx: &Tx, id: FamilyId) -> Result<SiteId> {
    let site = tx.row(&SITE_OF, &[id.into()], |row| row.id(0))?;
    site.map(SiteId::from_uuid).ok_or(Error::NotFound)
}

/// A family with its people and how staff call it, opened for this reader.
pub fn load(tx: &Tx, id: FamilyId) -> Result<(Family, String)> {
    load_with_joined(tx, id).map(|(family, name, _)| (family, name))
}

/// As [`load`], and whether its record was joined with another: then [`crate::likeness::joined_to`] says with which.
pub fn load_with_joined(tx: &Tx, id: FamilyId) -> Result<(Family, String, bool)> {
    let found = tx.row(&BY_ID, &[id.into()], |row| {
        let site = row.id(1)?;
        let key = tx.open_subject(id.uuid(), site, row.bytes(5)?)?;
        let family = Family {
            id,
            site: SiteId::from_uuid(site),
            reference: row.text(2)?.parse().map_err(|_| row.broken(2))?,
            version: row.int(4)?,
            people: Vec::new(),
        };
        let name = crate::key::open_with(&key, "family", "name", id.uuid(), row.bytes(3)?)?;
        let is_joined = row.id_opt(6)?.is_some() || row.int(7)? > 0;
        Ok((family, name, is_joined))
    })?;
    let (mut family, name, is_joined) = found.ok_or(Error::NotFound)?;
    family.people = people(tx, id)?;
    Ok((family, name, is_joined))
}
