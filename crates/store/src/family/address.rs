//! Where people live; a protected address is opened on its own.

use super::NewFamily;
use crate::error::{Error, Result};
use crate::kernel::{Tx, statements};
use domain::id::{AddressId, FamilyId, PersonId};

statements! {
    MAKE_ADDRESS = "insert into address (id, family_id, person_id, site_id, audience, address, made_at)
        values ($1, $2, $3, $4, $5, $6, $7)";
    ADDRESSES = "select id, person_id, audience, address from address where family_id = $1 order by id";
    ADDRESS = "select person_id, audience, address from address where id = $1";
}

/// Stores where people live, as far as it was said.
pub(super) fn make(tx: &Tx, family: &NewFamily) -> Result<()> {
    for (at, address, protected) in &family.addresses {
        let Some(person) = family.people.get(*at) else { continue };
        let row = crate::id::fresh(tx.now());
        let sealed = tx.seal(person.id.uuid(), "address", "address", row, address.as_str())?;
        let audience = if *protected { "protected" } else { "team" };
        let values = [
            row.into(),
            family.id.into(),
            person.id.into(),
            family.site.into(),
            audience.into(),
            (&sealed).into(),
            tx.now_micros().into(),
        ];
        tx.run(&MAKE_ADDRESS, &values)?;
    }
    Ok(())
}

/// An address that is known; what a protected one says is not in it.
#[derive(Clone, Debug)]
pub struct KnownAddress {
    /// The address.
    pub id: AddressId,
    /// Who lives there.
    pub person: PersonId,
    /// The words, unless it is protected: then it is opened on its own, with a reason.
    pub words: Option<String>,
}

impl KnownAddress {
    /// Whether it must not be shown but to those who ask for it with a reason.
    pub fn is_protected(&self) -> bool {
        self.words.is_none()
    }
}

/// Which addresses of a family are known.
pub fn addresses(tx: &Tx, family: FamilyId) -> Result<Vec<KnownAddress>> {
    tx.rows(&ADDRESSES, &[family.into()], |row| {
        let (id, person) = (row.id(0)?, row.id(1)?);
        let open = row.text(2)? == "team";
        let words = open
            .then(|| tx.open(person, "address", "address", id, row.bytes(3)?))
            .transpose()?;
        Ok(KnownAddress {
            id: AddressId::from_uuid(id),
            person: PersonId::from_uuid(person),
            words,
        })
    })
}

/// One address, opened for a reader who may.
pub fn address(tx: &Tx, id: AddressId) -> Result<String> {
    let found = tx.row(&ADDRESS, &[id.into()], |row| {
        tx.open(row.id(0)?, "address", "address", id.uuid(), row.bytes(2)?)
    })?;
    found.ok_or(Error::NotFound)
}
