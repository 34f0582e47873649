//! A family on record of which a new referral says how things are now.
//!
//! People the form names take what it says; people it does not name stay as they are. Of those it names, the homes and the
//! lines that keep them safe are as the form has them, but a hidden home stays until somebody who may see it changes it.

use super::{NewFamily, address, display_name, make_person, person, safety, token};
use crate::error::Result;
use crate::kernel::{Tx, statements};
use domain::consent::{Consent, SharingBasis};
use domain::family::{Family, Part, Person, SafeContact};
use domain::id::PersonId;

statements! {
    PLACES = "select (select coalesce(max(p.place_no), 0) from person p where p.family_id = f.id),
            (select coalesce(max(a.home_no), 0) from address a where a.family_id = f.id)
        from family f where f.id = $1";
    HIDDEN = "select count(*) from address where person_id = $1 and audience = 'protected'";
    DROP_HOMES = "delete from address where person_id = $1 and audience = 'team'";
    DROP_TOKENS = "delete from name_token where person_id = $1";
    DROP_RESPONSIBILITIES = "delete from responsibility where child_id = $1";
    DROP_ORDERS = "delete from court_order where person_id = $1";
    DROP_KEPT_AWAY = "delete from kept_away where person_id = $1";
    RENAME = "update family set name = $1, row_version = row_version + 1 where id = $2";
}

/// Stores what a form says of a family that is here; `before` is how it was. Whoever still has a hidden home is marked so
/// in `family`.
pub(crate) fn renew(tx: &Tx, before: &Family, family: &mut NewFamily) -> Result<()> {
    let is_known = |id: PersonId| before.people.iter().any(|person| person.id == id);
    for now in &mut family.people {
        if let Some(was) = before.people.iter().find(|person| person.id == now.id) {
            carry_over(was, now);
            keep_hidden(tx, now)?;
        }
    }
    let family = &*family;
    let places = tx.row(&PLACES, &[family.id.into()], |row| Ok((row.int(0)?, row.int(1)?)))?;
    let (mut place, last_home) = places.unwrap_or_default();
    for (at, person) in family.people.iter().enumerate() {
        if is_known(person.id) {
            tx.run(&DROP_TOKENS, &[person.id.into()])?;
            person::renew(tx, family, person)?;
            token::make(tx, family, at, person)?;
            drop_lines(tx, family, at, person)?;
        } else {
            place += 1;
            make_person(tx, family, at, place, person)?;
        }
    }
    address::make(tx, family, last_home)?;
    safety::make(tx, family)?;
    rename(tx, before, family)
}

/// What a referral does not ask stays as it was: whether somebody stays over or lets their story be told, and what a child
/// agreed to and how it is reached.
fn carry_over(was: &Person, now: &mut Person) {
    let keep = |now: &mut Consent, was: &Consent| {
        if *now == Consent::NotAsked {
            now.clone_from(was);
        }
    };
    keep(&mut now.consents.stays_over, &was.consents.stays_over);
    keep(&mut now.consents.story, &was.consents.story);
    if now.part == Part::Child {
        keep(&mut now.consents.taking_part, &was.consents.taking_part);
        if now.consents.sharing == SharingBasis::NotDiscussed {
            now.consents.sharing = was.consents.sharing;
        }
        if now.safe_contact.is_none() {
            now.safe_contact.clone_from(&was.safe_contact);
        }
    }
}

/// Whoever lives somewhere hidden is marked so, whether or not the form could say it.
fn keep_hidden(tx: &Tx, person: &mut Person) -> Result<()> {
    let hidden = tx.row(&HIDDEN, &[person.id.into()], |row| row.int(0))?;
    if hidden.unwrap_or_default() > 0 {
        person
            .safe_contact
            .get_or_insert_with(SafeContact::default)
            .address_hidden = true;
    }
    Ok(())
}

/// What the form says anew of somebody is not there twice.
fn drop_lines(tx: &Tx, family: &NewFamily, at: usize, person: &Person) -> Result<()> {
    if family.homes_of(at).next().is_some() {
        tx.run(&DROP_HOMES, &[person.id.into()])?;
    }
    for statement in [&DROP_RESPONSIBILITIES, &DROP_ORDERS, &DROP_KEPT_AWAY] {
        tx.run(statement, &[person.id.into()])?;
    }
    Ok(())
}

/// How staff call the family, with those of it whom the form does not name.
fn rename(tx: &Tx, before: &Family, family: &NewFamily) -> Result<()> {
    let named = |person: &&Person| family.people.iter().any(|other| other.id == person.id);
    let others = before.people.iter().filter(|person| !named(person));
    let all: Vec<Person> = family.people.iter().chain(others).cloned().collect();
    let name = tx.seal(
        family.id.uuid(),
        "family",
        "name",
        family.id.uuid(),
        &display_name(&all),
    )?;
    tx.run(&RENAME, &[(&name).into(), family.id.into()])?;
    Ok(())
}
