//! A family on record of which a new referral says how things are now.
//!
//! People the form names take what it says; people it does not name stay as they are. Where whoever refers was shown the
//! record, the homes and the lines that keep people safe are as the form has them; where they were not, as from another
//! system, what is said is added and what is not said stays. A hidden home stays in either case.

use super::{NewFamily, address, display_name, make_person, person, safety, token};
use crate::error::Result;
use crate::kernel::{Tx, statements};
use domain::consent::{Consent, SharingBasis};
use domain::day::Birth;
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

/// Stores what a form says of a family that is here; `before` is how it was, and `shown` whether whoever refers saw that.
/// What stays of somebody is put into `family`.
pub(crate) fn renew(tx: &Tx, before: &Family, family: &mut NewFamily, shown: bool) -> Result<()> {
    let is_known = |id: PersonId| before.people.iter().any(|person| person.id == id);
    for now in &mut family.people {
        if let Some(was) = before.people.iter().find(|person| person.id == now.id) {
            carry_over(was, now);
            if !shown {
                keep_unsaid(was, now);
            }
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
            drop_lines(tx, family, at, shown)?;
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

/// What was not said of somebody, by whoever could not see what is known, stays as it is.
fn keep_unsaid(was: &Person, now: &mut Person) {
    fn keep<T: Clone>(now: &mut Option<T>, was: Option<&T>) {
        if now.is_none() {
            *now = was.cloned();
        }
    }
    if now.birth == Birth::NotKnown {
        now.birth = was.birth;
    }
    keep(&mut now.name.forename, was.name.forename.as_ref());
    keep(&mut now.name.surname, was.name.surname.as_ref());
    keep(&mut now.name.known_as, was.name.known_as.as_ref());
    keep(&mut now.relationship, was.relationship.as_ref());
    keep(&mut now.languages.speak, was.languages.speak.as_ref());
    keep(&mut now.languages.read, was.languages.read.as_ref());
    keep(&mut now.languages.reminders, was.languages.reminders.as_ref());
    keep(&mut now.legal_status, was.legal_status.as_ref());
    keep(&mut now.safe_contact, was.safe_contact.as_ref());
    keep(&mut now.ethnicity, was.ethnicity.as_ref());
    keep(&mut now.disability, was.disability.as_ref());
    keep(&mut now.communication, was.communication.as_ref());
    keep(&mut now.authority_id, was.authority_id.as_ref());
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
fn drop_lines(tx: &Tx, family: &NewFamily, at: usize, shown: bool) -> Result<()> {
    let Some(person) = family.people.get(at).map(|person| person.id) else {
        return Ok(());
    };
    if shown || family.homes_of(at).next().is_some() {
        tx.run(&DROP_HOMES, &[person.into()])?;
    }
    if shown {
        for statement in [&DROP_RESPONSIBILITIES, &DROP_ORDERS, &DROP_KEPT_AWAY] {
            tx.run(statement, &[person.into()])?;
        }
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
