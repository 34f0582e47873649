//! What is said of somebody as the columns of their row, each part sealed with their own key.

use crate::error::Result;
use crate::kernel::{Tx, Value};
use domain::consent::{Consent, Consents, SharingBasis};
use domain::day::Birth;
use domain::family::{Ethnicity, LanguageTag, Languages, Person, Reason, SafeContact};
use domain::id::PersonId;
use domain::name::{Name, PersonName};
use domain::pack::Key;
use domain::text::Text;
use serde::{Deserialize, Serialize};

/// A name as it is sealed.
#[derive(Serialize, Deserialize)]
pub(super) struct SealedName {
    #[serde(rename = "f", skip_serializing_if = "Option::is_none")]
    pub forename: Option<String>,
    #[serde(rename = "s", skip_serializing_if = "Option::is_none")]
    pub surname: Option<String>,
    #[serde(rename = "k", skip_serializing_if = "Option::is_none")]
    pub known_as: Option<String>,
}

/// Safe ways to make contact as they are sealed.
#[derive(Serialize, Deserialize)]
pub(super) struct SealedContact {
    pub number: Option<String>,
    pub times: Option<String>,
    pub no_message: bool,
    pub address_hidden: bool,
    pub note: Option<String>,
}

/// An ethnic group as it is sealed.
#[derive(Serialize, Deserialize)]
pub(super) struct SealedEthnicity {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

/// How many columns it is.
pub(super) const COLUMNS: usize = 24;

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
        let (basis, law, is_refused) = sharing_parts(consents.sharing);
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
            basis.into(),
            law.into(),
            consents.stays_over.key().into(),
            self.agreed_on[1].as_ref().into(),
            consents.story.key().into(),
            self.agreed_on[2].as_ref().into(),
            sealed.ethnicity.as_ref().into(),
            sealed.disability.as_ref().into(),
            sealed.communication.as_ref().into(),
            is_refused.into(),
        ]
    }
}

/// What somebody agreed to, ready to be stored by itself.
pub(super) struct Agreed<'a> {
    consents: &'a Consents,
    on: [Option<String>; 3],
    why: Option<Vec<u8>>,
}

impl<'a> Agreed<'a> {
    /// Seals what somebody agreed to.
    pub fn of(tx: &Tx, person: PersonId, consents: &'a Consents) -> Result<Self> {
        let on = |consent| consent_parts(consent).0;
        let (id, why) = (person.uuid(), consent_parts(&consents.taking_part).1);
        Ok(Self {
            consents,
            on: [on(&consents.taking_part), on(&consents.stays_over), on(&consents.story)],
            why: tx.seal_opt(id, "person", "consent_why", id, why)?,
        })
    }

    /// The values: each of the four with its day, its reason, its law.
    pub fn values(&self) -> [Value<'_>; 10] {
        let (basis, law, is_refused) = sharing_parts(self.consents.sharing);
        [
            self.consents.taking_part.key().into(),
            self.on[0].as_ref().into(),
            self.why.as_ref().into(),
            basis.into(),
            law.into(),
            is_refused.into(),
            self.consents.stays_over.key().into(),
            self.on[1].as_ref().into(),
            self.consents.story.key().into(),
            self.on[2].as_ref().into(),
        ]
    }
}

/// The footing, its law, and whether it was refused: that stands in a column of its own, beside that nothing was agreed.
fn sharing_parts(sharing: SharingBasis) -> (&'static str, Option<&'static str>, i64) {
    match sharing {
        SharingBasis::Told(law) => (sharing.key(), Some(law.key()), 0),
        SharingBasis::NotAgreed => (SharingBasis::NotDiscussed.key(), None, 1),
        SharingBasis::NotDiscussed | SharingBasis::Agreed => (sharing.key(), None, 0),
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

/// The sealed half of a birth: the whole day, or the month a child is expected.
fn birth_words(birth: Birth) -> Option<String> {
    match birth {
        Birth::On(day) => Some(day.to_string()),
        Birth::Expected { year, month } => Some(format!("expected {year:04}-{month:02}")),
        Birth::Month { .. } | Birth::Year(_) | Birth::NotKnown => None,
    }
}

fn consent_parts(consent: &Consent) -> (Option<String>, Option<&str>) {
    match consent {
        Consent::Given { on } => (Some(on.to_string()), None),
        Consent::NotGiven { why } => (None, why.as_ref().map(Text::as_str)),
        Consent::NotAsked => (None, None),
    }
}

fn pack_contact(contact: &SafeContact) -> Result<String> {
    let own = |text: &Option<Text>| text.as_ref().map(|t| t.as_str().to_owned());
    crate::kernel::json(&SealedContact {
        number: own(&contact.number),
        times: own(&contact.times),
        no_message: contact.no_message,
        address_hidden: contact.address_hidden,
        note: own(&contact.note),
    })
}

fn pack_ethnicity(ethnicity: &Ethnicity) -> Result<String> {
    crate::kernel::json(&SealedEthnicity {
        group: ethnicity.group.as_ref().map(ToString::to_string),
        words: ethnicity.words.as_ref().map(|words| words.as_str().to_owned()),
    })
}

fn pack_name(name: &PersonName) -> Result<String> {
    let own = |name: &Option<Name>| name.as_ref().map(|n| n.as_str().to_owned());
    let packed = SealedName {
        forename: own(&name.forename),
        surname: own(&name.surname),
        known_as: own(&name.known_as),
    };
    crate::kernel::json(&packed)
}
