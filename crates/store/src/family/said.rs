//! What is said of somebody as the columns of their row, each part sealed with their own key.

use super::person::{birth_words, consent_parts, pack_contact, pack_ethnicity, pack_name};
use crate::error::Result;
use crate::kernel::{Tx, Value};
use domain::consent::{Consents, SharingBasis};
use domain::family::{LanguageTag, Languages, Person, Reason};
use domain::pack::Key;
use domain::text::Text;

/// How many columns it is.
pub(super) const COLUMNS: usize = 23;

/// The columns that are sealed.
struct Sealed {
    name: Vec<u8>,
    birth: Option<Vec<u8>>,
    relationship: Option<Vec<u8>>,
    contact: Option<Vec<u8>>,
    consent_why: Option<Vec<u8>>,
    ethnicity: Option<Vec<u8>>,
    disability: Option<Vec<u8>>,
    communication: Option<Vec<u8>>,
}

/// What is said of somebody, ready to be stored.
pub(super) struct Said<'a> {
    sealed: Sealed,
    year: Option<i64>,
    month: Option<i64>,
    languages: &'a Languages,
    reason: Option<&'static str>,
    legal_status: Option<&'a str>,
    consents: &'a Consents,
    /// When they agreed to taking part, to stays and to their story being told.
    agreed_on: [Option<String>; 3],
}

impl<'a> Said<'a> {
    /// Seals what is said of somebody.
    pub fn of(tx: &Tx, person: &'a Person) -> Result<Self> {
        let consents = &person.consents;
        let on = |consent| consent_parts(consent).0;
        Ok(Self {
            sealed: sealed(tx, person)?,
            year: person.birth.year().map(i64::from),
            month: person.birth.month().map(i64::from),
            languages: &person.languages,
            reason: person.reason.map(Reason::key),
            legal_status: person.legal_status.as_ref().map(Key::as_str),
            consents,
            agreed_on: [on(&consents.taking_part), on(&consents.stays_over), on(&consents.story)],
        })
    }

    /// The values, in the order of the columns from the name on.
    pub fn values(&self) -> [Value<'_>; COLUMNS] {
        let (sealed, consents) = (&self.sealed, self.consents);
        let law = match consents.sharing {
            SharingBasis::Told(law) => Some(law.key()),
            _ => None,
        };
        let tag = |tag: &'a Option<LanguageTag>| Value::from(tag.as_ref().map(LanguageTag::as_str));
        [
            (&sealed.name).into(),
            sealed.birth.as_ref().into(),
            self.year.into(),
            self.month.into(),
            sealed.relationship.as_ref().into(),
            sealed.contact.as_ref().into(),
            tag(&self.languages.speak),
            tag(&self.languages.read),
            tag(&self.languages.reminders),
            self.reason.into(),
            self.legal_status.into(),
            consents.taking_part.key().into(),
            self.agreed_on[0].as_ref().into(),
            sealed.consent_why.as_ref().into(),
            consents.sharing.key().into(),
            law.into(),
            consents.stays_over.key().into(),
            self.agreed_on[1].as_ref().into(),
            consents.story.key().into(),
            self.agreed_on[2].as_ref().into(),
            sealed.ethnicity.as_ref().into(),
            sealed.disability.as_ref().into(),
            sealed.communication.as_ref().into(),
        ]
    }
}

fn sealed(tx: &Tx, person: &Person) -> Result<Sealed> {
    let id = person.id.uuid();
    let seal = |column: &str, words: Option<&str>| tx.seal_opt(id, "person", column, id, words);
    let text = |column: &str, text: &Option<Text>| seal(column, text.as_ref().map(Text::as_str));
    let contact = person.safe_contact.as_ref().map(pack_contact).transpose()?;
    let ethnicity = person.ethnicity.as_ref().map(pack_ethnicity).transpose()?;
    let why = consent_parts(&person.consents.taking_part).1;
    Ok(Sealed {
        name: tx.seal(id, "person", "name", id, &pack_name(&person.name)?)?,
        birth: seal("birth", birth_words(person.birth).as_deref())?,
        relationship: text("relationship", &person.relationship)?,
        contact: seal("contact", contact.as_deref())?,
        consent_why: seal("consent_why", why)?,
        ethnicity: seal("ethnicity", ethnicity.as_deref())?,
        disability: text("disability", &person.disability)?,
        communication: text("communication", &person.communication)?,
    })
}
