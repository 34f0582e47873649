//! The people of a stored family, ready to be compared.

use crate::error::Result;
use crate::kernel::{Tx, statements};
use domain::family::{Home, Person, Postcode};
use domain::id::{FamilyId, PersonId};
use domain::likeness::Known;
use domain::text::Text;

statements! {
    HOMES = "select a.id, a.person_id, a.address, a.postcode
        from address a join subject u on u.site_id = a.site_id and u.id = a.person_id
        where a.family_id = $1 and a.audience = 'team' order by a.id";
}

/// The people of a family with what they are compared by. Nothing of a protected address is read.
pub(super) fn of_family(tx: &Tx, family: FamilyId) -> Result<Vec<(Person, Known)>> {
    let homes = homes(tx, family)?;
    let people = crate::family::people(tx, family)?.into_iter();
    let known = people.map(|person| {
        let own = homes.iter().filter(|home| home.people.contains(&person.id));
        let known = Known::of(&person, own, seal::names::fold);
        (person, known)
    });
    Ok(known.collect())
}

fn homes(tx: &Tx, family: FamilyId) -> Result<Vec<Home<PersonId>>> {
    tx.rows(&HOMES, &[family.into()], |row| {
        let (id, person) = (row.id(0)?, row.id(1)?);
        let lines = tx.open(person, "address", "address", id, row.bytes(2)?)?;
        let postcode = tx.open_opt(person, "address", "postcode", id, row.bytes_opt(3)?)?;
        let postcode = postcode.map(|postcode| Postcode::parse(&postcode).map_err(|_| row.broken(3)));
        Ok(Home {
            // Where only the postcode was said the address is empty.
            address: Text::parse(&lines).ok(),
            postcode: postcode.transpose()?,
            hidden: false,
            people: vec![PersonId::from_uuid(person)],
        })
    })
}
