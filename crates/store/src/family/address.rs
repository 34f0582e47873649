//! Where people live; a protected address is opened on its own.

use super::NewFamily;
use crate::error::{Error, Result};
use crate::kernel::{Row, Tx, statements};
use domain::family::{Home, Postcode};
use domain::id::{AddressId, FamilyId, PersonId};
use domain::text::Text;
use uuid::Uuid;

statements! {
    MAKE_ADDRESS = "insert into address (id, family_id, person_id, site_id, audience, address, made_at, home_no, postcode)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    ADDRESSES = "select a.id, a.person_id, a.audience, a.address, a.postcode, a.home_no
        from address a join subject u on u.site_id = a.site_id and u.id = a.person_id
        where a.family_id = $1 order by a.id";
    ADDRESS = "select id, person_id, audience, address, postcode from address where id = $1";
}

/// Stores where people live, as far as it was said: a row for each person and home, sealed for that person. Homes are
/// numbered after the last that the family has.
pub(super) fn make(tx: &Tx, family: &NewFamily, last: i64) -> Result<()> {
    for (home_no, home) in (last + 1..).zip(&family.homes) {
        for person in home.people.iter().filter_map(|at| family.people.get(*at)) {
            make_one(tx, family, home_no, home, person.id)?;
        }
    }
    Ok(())
}

fn make_one(tx: &Tx, family: &NewFamily, home_no: i64, home: &Home<usize>, person: PersonId) -> Result<()> {
    let row = crate::id::fresh(tx.now());
    let lines = home.address.as_ref().map_or("", Text::as_str);
    let sealed = tx.seal(person.uuid(), "address", "address", row, lines)?;
    let postcode = home.postcode.as_ref().map(Postcode::as_str);
    let sealed_postcode = tx.seal_opt(person.uuid(), "address", "postcode", row, postcode)?;
    let audience = if home.hidden { "protected" } else { "team" };
    let values = [
        row.into(),
        family.id.into(),
        person.into(),
        family.site.into(),
        audience.into(),
        (&sealed).into(),
        tx.now_micros().into(),
        home_no.into(),
        sealed_postcode.as_ref().into(),
    ];
    tx.run(&MAKE_ADDRESS, &values)?;
    Ok(())
}

/// An address that is known; what a protected one says is not in it.
#[derive(Clone, Debug)]
pub struct KnownAddress {
    /// The address.
    pub id: AddressId,
    /// Who lives there.
    pub person: PersonId,
    /// Which of the family's homes it is, from 1: people at the same number live together.
    pub home_no: i64,
    /// The words with the postcode under them, unless it is protected: then it is opened on its own, with a reason.
    pub words: Option<String>,
}

impl KnownAddress {
    /// Whether it must not be shown but to those who ask for it with a reason.
    pub fn is_protected(&self) -> bool {
        self.words.is_none()
    }
}

/// Which addresses of a family are known. Those of somebody who was erased are gone with their key.
pub fn addresses(tx: &Tx, family: FamilyId) -> Result<Vec<KnownAddress>> {
    tx.rows(&ADDRESSES, &[family.into()], |row| {
        let (id, person) = (row.id(0)?, row.id(1)?);
        let open = row.text(2)? == "team";
        let words = open.then(|| on_an_envelope(tx, row, person, id)).transpose()?;
        Ok(KnownAddress {
            id: AddressId::from_uuid(id),
            person: PersonId::from_uuid(person),
            home_no: row.int(5)?,
            words,
        })
    })
}

/// Where people of a family live, but for homes that are hidden, in the order they were named.
pub fn open_homes(tx: &Tx, family: FamilyId) -> Result<Vec<Home<PersonId>>> {
    let mut homes: Vec<(i64, Home<PersonId>)> = Vec::new();
    tx.each(&ADDRESSES, &[family.into()], |row| {
        let (id, person, home_no) = (row.id(0)?, row.id(1)?, row.int(5)?);
        if row.text(2)? != "team" {
            return Ok(());
        }
        if let Some((_, home)) = homes.iter_mut().find(|(known, _)| *known == home_no) {
            home.people.push(PersonId::from_uuid(person));
            return Ok(());
        }
        let lines = tx.open(person, "address", "address", id, row.bytes(3)?)?;
        let postcode = tx.open_opt(person, "address", "postcode", id, row.bytes_opt(4)?)?;
        let home = Home {
            address: Text::parse_optional(&lines).map_err(|_| row.broken(3))?,
            postcode: postcode
                .map(|text| Postcode::parse(&text).map_err(|_| row.broken(4)))
                .transpose()?,
            hidden: false,
            people: vec![PersonId::from_uuid(person)],
        };
        homes.push((home_no, home));
        Ok(())
    })?;
    homes.sort_by_key(|(home_no, _)| *home_no);
    Ok(homes.into_iter().map(|(_, home)| home).collect())
}

/// One address, opened for a reader who may.
pub fn address(tx: &Tx, id: AddressId) -> Result<String> {
    let found = tx.row(&ADDRESS, &[id.into()], |row| {
        on_an_envelope(tx, row, row.id(1)?, id.uuid())
    })?;
    found.ok_or(Error::NotFound)
}

/// The words of an address with its postcode under them.
fn on_an_envelope(tx: &Tx, row: &Row, person: Uuid, id: Uuid) -> Result<String> {
    let lines = tx.open(person, "address", "address", id, row.bytes(3)?)?;
    let postcode = tx.open_opt(person, "address", "postcode", id, row.bytes_opt(4)?)?;
    let both: Vec<String> = [Some(lines), postcode].into_iter().flatten().collect();
    Ok(both.join("\n").trim().to_owned())
}
