//! A person as a row: what is said of them, each part sealed with their own key.

use super::NewFamily;
use super::said::{Agreed, Said, SealedContact, SealedEthnicity, SealedName};
use crate::error::Result;
use crate::kernel::{Row, Tx, Value, statements};
use domain::consent::{Consent, Consents, LawfulBasis, SharingBasis};
use domain::day::Birth;
use domain::family::{Ethnicity, LanguageTag, Languages, Part, Person, Reason, SafeContact};
use domain::id::{FamilyId, PersonId};
use domain::name::{Name, PersonName};
use domain::pack::Key;
use domain::text::Text;
use jiff::civil::Date;
use seal::SubjectKey;
use uuid::Uuid;

statements! {
    CONSENT = "update person set consent = $1, consent_on = $2, consent_why = $3, sharing = $4, sharing_law = $5,
            sharing_refused = $6, stays_over = $7, stays_over_on = $8, story = $9, story_on = $10, row_version = row_version + 1
        where id = $11";
    MAKE_PERSON = "insert into person
        (id, family_id, site_id, place_no, part, name, birth, birth_year, birth_month, relationship, contact,
         speaks, reads, reminders, reason, legal_status, consent, consent_on, consent_why,
         sharing, sharing_law, stays_over, stays_over_on, story, story_on, ethnicity, disability, communication,
         sharing_refused, row_version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
            $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, 1)";
    RENEW_PERSON = "update person set name = $1, birth = $2, birth_year = $3, birth_month = $4, relationship = $5, contact = $6, speaks =
            $7, reads = $8, reminders = $9, reason = $10, legal_status = $11, consent = $12, consent_on = $13,
            consent_why = $14, sharing = $15, sharing_law = $16, stays_over = $17, stays_over_on = $18, story =
            $19, story_on = $20, ethnicity = $21, disability = $22, communication = $23,
            sharing_refused = $24, row_version = row_version + 1
        where id = $25";
    DROP_IDENTIFIER = "delete from identifier where person_id = $1 and kind = 'authority'";
    MAKE_IDENTIFIER = "insert into identifier (person_id, kind, family_id, site_id, number, made_at)
        values ($1, 'authority', $2, $3, $4, $5)";
    PEOPLE = "select p.id, p.part, p.name, p.birth, p.birth_year, p.birth_month, p.relationship, p.contact,
            p.speaks, p.reads, p.reminders, p.reason, p.legal_status, p.consent, p.consent_on, p.consent_why,
            p.sharing, p.sharing_law, p.stays_over, p.stays_over_on, p.story, p.story_on, p.site_id, u.subject_key,
            p.ethnicity, p.disability, p.communication, i.number, p.sharing_refused
        from person p join subject u on u.site_id = p.site_id and u.id = p.id
            left join identifier i on i.person_id = p.id and i.kind = 'authority'
        where p.family_id = $1 order by p.place_no";
    NAME = "select p.name, u.site_id, u.subject_key from person p join subject u on u.site_id = p.site_id and u.id = p.id
        where p.id = $1";
}

/// Stores somebody new, at a place in the family's order.
pub(super) fn make(tx: &Tx, family: &NewFamily, place: i64, person: &Person) -> Result<()> {
    let mut values: Vec<Value> = vec![
        person.id.into(),
        family.id.into(),
        family.site.into(),
        place.into(),
        person.part.key().into(),
    ];
    let said = Said::of(tx, person)?;
    values.extend(said.values());
    tx.run(&MAKE_PERSON, &values)?;
    make_identifier(tx, family, person)
}

/// Puts what is said of somebody now in place of what was said before.
pub(super) fn renew(tx: &Tx, family: &NewFamily, person: &Person) -> Result<()> {
    let said = Said::of(tx, person)?;
    let mut values: Vec<Value> = said.values().into();
    values.push(person.id.into());
    tx.run(&RENEW_PERSON, &values)?;
    tx.run(&DROP_IDENTIFIER, &[person.id.into()])?;
    make_identifier(tx, family, person)
}

/// Puts what somebody agrees to now in place of what they did before.
pub(crate) fn set_consents(tx: &Tx, person: PersonId, consents: &Consents) -> Result<()> {
    let agreed = Agreed::of(tx, person, consents)?;
    let mut values: Vec<Value> = agreed.values().into();
    values.push(person.into());
    tx.run(&CONSENT, &values)?;
    Ok(())
}

fn make_identifier(tx: &Tx, family: &NewFamily, person: &Person) -> Result<()> {
    let Some(number) = &person.authority_id else {
        return Ok(());
    };
    let id = person.id.uuid();
    let sealed = tx.seal(id, "identifier", "number", id, number.as_str())?;
    let values = [
        id.into(),
        family.id.into(),
        family.site.into(),
        (&sealed).into(),
        tx.now_micros().into(),
    ];
    tx.run(&MAKE_IDENTIFIER, &values)?;
    Ok(())
}

/// What somebody is called.
///
/// # Errors
/// [`crate::Error::NotFound`] when there is no such person, or they were erased.
pub(crate) fn spoken_name(tx: &Tx, id: PersonId) -> Result<String> {
    let found = tx.row(&NAME, &[id.into()], |row| {
        let key = tx.open_subject(id.uuid(), row.id(1)?, row.bytes(2)?)?;
        let name = crate::key::open_with(&key, "person", "name", id.uuid(), row.bytes(0)?)?;
        Ok(unpack_name(row, &name)?.spoken())
    })?;
    found.ok_or(crate::Error::NotFound)
}

/// The people of a family, in the order they were named.
pub fn people(tx: &Tx, family: FamilyId) -> Result<Vec<Person>> {
    tx.rows(&PEOPLE, &[family.into()], |row| read_person(tx, row))
}

fn read_person(tx: &Tx, row: &Row) -> Result<Person> {
    let id = row.id(0)?;
    let key = tx.open_subject(id, row.id(22)?, row.bytes(23)?)?;
    let open = |column: &str, at: usize| -> Result<Option<String>> {
        row.bytes_opt(at)?
            .map(|sealed| crate::key::open_with(&key, "person", column, id, sealed))
            .transpose()
    };
    let text = |column: &str, at: usize| -> Result<Option<Text>> {
        open(column, at)?
            .map(|words| Text::parse(&words).map_err(|_| row.broken(at)))
            .transpose()
    };
    let tag = |at: usize| -> Result<Option<LanguageTag>> {
        row.text_opt(at)?
            .map(|tag| LanguageTag::parse(tag).map_err(|_| row.broken(at)))
            .transpose()
    };
    let consents = Consents {
        taking_part: consent(row, 13, 14, text("consent_why", 15)?)?,
        sharing: sharing(row)?,
        stays_over: consent(row, 18, 19, None)?,
        story: consent(row, 20, 21, None)?,
    };
    let reason = row
        .text_opt(11)?
        .map(|key| Reason::from_key(key).ok_or_else(|| row.broken(11)))
        .transpose()?;
    Ok(Person {
        id: PersonId::from_uuid(id),
        name: unpack_name(row, &open("name", 2)?.unwrap_or_default())?,
        birth: read_birth(row, open("birth", 3)?.as_deref())?,
        part: Part::from_key(row.text(1)?).ok_or_else(|| row.broken(1))?,
        relationship: text("relationship", 6)?,
        languages: Languages {
            speak: tag(8)?,
            read: tag(9)?,
            reminders: tag(10)?,
        },
        reason,
        consents,
        legal_status: row
            .text_opt(12)?
            .map(|key| Key::parse(key).map_err(|_| row.broken(12)))
            .transpose()?,
        safe_contact: open("contact", 7)?.map(|json| unpack_contact(row, &json)).transpose()?,
        ethnicity: open("ethnicity", 24)?
            .map(|json| unpack_ethnicity(row, &json))
            .transpose()?,
        disability: text("disability", 25)?,
        communication: text("communication", 26)?,
        authority_id: authority_id(row, &key, id)?,
    })
}

fn sharing(row: &Row) -> Result<SharingBasis> {
    Ok(match (row.text(16)?, row.text_opt(17)?) {
        ("agreed", _) => SharingBasis::Agreed,
        ("told", Some(law)) => SharingBasis::Told(LawfulBasis::from_key(law).ok_or_else(|| row.broken(17))?),
        _ if row.int(28)? != 0 => SharingBasis::NotAgreed,
        _ => SharingBasis::NotDiscussed,
    })
}

fn consent(row: &Row, at: usize, on: usize, why: Option<Text>) -> Result<Consent> {
    Ok(match row.text(at)? {
        "given" => Consent::Given {
            on: row.text(on)?.parse().map_err(|_| row.broken(on))?,
        },
        "not_given" => Consent::NotGiven { why },
        _ => Consent::NotAsked,
    })
}

pub(super) fn unpack_name(row: &Row, json: &str) -> Result<PersonName> {
    let packed: SealedName = serde_json::from_str(json).map_err(|_| row.broken(2))?;
    let name = |text: Option<String>| text.map(|t| Name::parse(&t).map_err(|_| row.broken(2))).transpose();
    Ok(PersonName {
        forename: name(packed.forename)?,
        surname: name(packed.surname)?,
        known_as: name(packed.known_as)?,
    })
}

fn unpack_ethnicity(row: &Row, json: &str) -> Result<Ethnicity> {
    let packed: SealedEthnicity = serde_json::from_str(json).map_err(|_| row.broken(24))?;
    let group = packed.group.map(|key| Key::parse(&key).map_err(|_| row.broken(24)));
    let words = packed
        .words
        .map(|words| Text::parse(&words).map_err(|_| row.broken(24)));
    Ok(Ethnicity {
        group: group.transpose()?,
        words: words.transpose()?,
    })
}

fn authority_id(row: &Row, key: &SubjectKey, id: Uuid) -> Result<Option<Text>> {
    let Some(sealed) = row.bytes_opt(27)? else {
        return Ok(None);
    };
    let number = crate::key::open_with(key, "identifier", "number", id, sealed)?;
    Text::parse(&number).map(Some).map_err(|_| row.broken(27))
}

fn unpack_contact(row: &Row, json: &str) -> Result<SafeContact> {
    let packed: SealedContact = serde_json::from_str(json).map_err(|_| row.broken(7))?;
    let text = |text: Option<String>| text.map(|t| Text::parse(&t).map_err(|_| row.broken(7))).transpose();
    Ok(SafeContact {
        number: text(packed.number)?,
        times: text(packed.times)?,
        no_message: packed.no_message,
        address_hidden: packed.address_hidden,
        note: text(packed.note)?,
    })
}

fn read_birth(row: &Row, sealed: Option<&str>) -> Result<Birth> {
    let year = row
        .int_opt(4)?
        .map(|y| i16::try_from(y).map_err(|_| row.broken(4)))
        .transpose()?;
    let month = row
        .int_opt(5)?
        .map(|m| i8::try_from(m).map_err(|_| row.broken(5)))
        .transpose()?;
    Ok(match (sealed, year, month) {
        (Some(words), Some(year), Some(month)) if words.starts_with("expected") => Birth::Expected { year, month },
        (Some(day), ..) => Birth::On(day.parse::<Date>().map_err(|_| row.broken(3))?),
        (None, Some(year), Some(month)) => Birth::Month { year, month },
        (None, Some(year), None) => Birth::Year(year),
        _ => Birth::NotKnown,
    })
}
