//! A family and its people, each sealed with their own key.

use crate::error::{Error, Result};
use crate::kernel::{Row, Tx, statements};
use domain::access::Reach;
use domain::consent::{Consent, Consents, LawfulBasis, SharingBasis};
use domain::day::Birth;
use domain::family::{Family, LanguageTag, Languages, NewPerson, Part, Person, Reason, SafeContact};
use domain::id::{AddressId, FamilyId, PersonId, SiteId};
use domain::name::{Name, PersonName};
use domain::pack::Key;
use domain::reference::Reference;
use domain::text::Text;
use jiff::civil::Date;
use seal::{SubjectKey, TokenKind};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

statements! {
    MAKE = "insert into family (id, site_id, reference, name, stage, made_at, row_version)
        values ($1, $2, $3, $4, 'open', $5, 1)";
    MAKE_PERSON = "insert into person
        (id, family_id, site_id, place_no, part, name, birth, birth_year, birth_month, relationship, contact,
         speaks, reads, reminders, reason, legal_status, consent, consent_on, consent_why,
         sharing, sharing_law, stays_over, stays_over_on, story, story_on, row_version)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
            $20, $21, $22, $23, $24, $25, 1)";
    MAKE_ADDRESS = "insert into address (id, family_id, person_id, site_id, audience, address, made_at)
        values ($1, $2, $3, $4, $5, $6, $7)";
    MAKE_TOKEN = "insert into name_token (token, person_id, family_id, site_id, kind) values ($1, $2, $3, $4, $5)
        on conflict (token, person_id) do nothing";
    BY_ID = "select f.id, f.site_id, f.reference, f.name, f.row_version, u.subject_key, f.stage, f.made_at
        from family f join subject u on u.id = f.id where f.id = $1";
    PEOPLE = "select p.id, p.part, p.name, p.birth, p.birth_year, p.birth_month, p.relationship, p.contact,
            p.speaks, p.reads, p.reminders, p.reason, p.legal_status, p.consent, p.consent_on, p.consent_why,
            p.sharing, p.sharing_law, p.stays_over, p.stays_over_on, p.story, p.story_on, p.site_id, u.subject_key
        from person p join subject u on u.id = p.id where p.family_id = $1 order by p.place_no";
    IN_SITE = "select f.id, f.reference, f.name, f.site_id, u.subject_key, f.stage,
            (select r.stage from referral r where r.family_id = f.id order by r.received_on desc, r.id desc limit 1)
        from family f join subject u on u.id = f.id
        where f.site_id = $1 and f.stage = 'open' and f.id < $2
            and f.id not in (select x.family_id from protected_from x where x.from_account_id = $3)
        order by f.id desc limit $4";
    OWN_IN_SITE = "select f.id, f.reference, f.name, f.site_id, u.subject_key, f.stage,
            (select r.stage from referral r where r.family_id = f.id order by r.received_on desc, r.id desc limit 1)
        from family f join subject u on u.id = f.id
        where f.site_id = $1 and f.stage = 'open' and f.id < $2
            and f.id in (select r.family_id from referral r where r.referred_by = $3
                union select a.family_id from assignment a where a.account_id = $3 and a.starts_on <= $4
                    and (a.ends_on is null or a.ends_on > $4))
            and f.id not in (select x.family_id from protected_from x where x.from_account_id = $3)
        order by f.id desc limit $5";
    ADDRESSES = "select id, person_id, audience, address from address where family_id = $1 order by id";
    ADDRESS = "select person_id, audience, address from address where id = $1";
    FIND_TOKEN = "select n.person_id, n.family_id, p.name, p.part, p.birth_year, f.reference, u.subject_key, n.site_id
        from name_token n join person p on p.id = n.person_id join family f on f.id = n.family_id
            join subject u on u.id = n.person_id
        where n.token = $1 and n.site_id = $2
            and n.family_id not in (select x.family_id from protected_from x where x.from_account_id = $3)
        order by n.person_id limit $4";
    IS_OWN = "select count(*) from referral r where r.family_id = $1 and r.referred_by = $2";
    IS_ASSIGNED = "select count(*) from assignment a where a.family_id = $1 and a.account_id = $2
        and a.starts_on <= $3 and (a.ends_on is null or a.ends_on > $3)";
    FAMILY_BY_REFERENCE = "select id, site_id from family where reference = $1";
}

/// A name as it is sealed.
#[derive(Serialize, Deserialize)]
struct SealedName {
    #[serde(rename = "f", skip_serializing_if = "Option::is_none")]
    forename: Option<String>,
    #[serde(rename = "s", skip_serializing_if = "Option::is_none")]
    surname: Option<String>,
    #[serde(rename = "k", skip_serializing_if = "Option::is_none")]
    known_as: Option<String>,
}

/// Safe ways to make contact as they are sealed.
#[derive(Serialize, Deserialize)]
struct SealedContact {
    number: Option<String>,
    times: Option<String>,
    no_message: bool,
    address_hidden: bool,
    note: Option<String>,
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
    /// Where each person lives, as far as it was said: the person's place in the list, the words and whether they are protected.
    pub addresses: Vec<(usize, Text, bool)>,
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
    for (place, person) in (1_i64..).zip(&family.people) {
        tx.make_subject(person.id.uuid(), site, "person")?;
        make_person(tx, family, place, person)?;
        make_tokens(tx, family, person)?;
    }
    for (at, address, protected) in &family.addresses {
        let Some(person) = family.people.get(*at) else { continue };
        let row = crate::id::fresh(tx.now());
        let sealed = tx.seal(person.id.uuid(), "address", "address", row, address.as_str())?;
        let audience = if *protected { "protected" } else { "team" };
        tx.run(
            &MAKE_ADDRESS,
            &[
                row.into(),
                id.into(),
                person.id.into(),
                site.into(),
                audience.into(),
                (&sealed).into(),
                tx.now_micros().into(),
            ],
        )?;
    }
    Ok(())
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

fn make_person(tx: &Tx, family: &NewFamily, place: i64, person: &Person) -> Result<()> {
    let id = person.id.uuid();
    let seal = |column: &str, words: Option<&str>| tx.seal_opt(id, "person", column, id, words);
    let name = tx.seal(id, "person", "name", id, &pack_name(&person.name)?)?;
    let birth_text = birth_words(person.birth);
    let birth = seal("birth", birth_text.as_deref())?;
    let relationship = seal("relationship", person.relationship.as_ref().map(Text::as_str))?;
    let contact_text = person.safe_contact.as_ref().map(pack_contact).transpose()?;
    let contact = seal("contact", contact_text.as_deref())?;
    let consents = &person.consents;
    let (consent_on, why) = consent_parts(&consents.taking_part);
    let consent_why = seal("consent_why", why)?;
    let stays_on = consent_parts(&consents.stays_over).0;
    let story_on = consent_parts(&consents.story).0;
    let law = match consents.sharing {
        SharingBasis::Told(law) => Some(law.key()),
        _ => None,
    };
    let tag = |tag: &Option<LanguageTag>| tag.as_ref().map(|t| t.as_str().to_owned());
    let (speaks, reads) = (tag(&person.languages.speak), tag(&person.languages.read));
    let reminders = tag(&person.languages.reminders);
    tx.run(
        &MAKE_PERSON,
        &[
            id.into(),
            family.id.into(),
            family.site.into(),
            place.into(),
            person.part.key().into(),
            (&name).into(),
            birth.as_ref().into(),
            person.birth.year().map(i64::from).into(),
            person.birth.month().map(i64::from).into(),
            relationship.as_ref().into(),
            contact.as_ref().into(),
            speaks.as_ref().into(),
            reads.as_ref().into(),
            reminders.as_ref().into(),
            person.reason.map(Reason::key).into(),
            person.legal_status.as_ref().map(Key::as_str).into(),
            consents.taking_part.key().into(),
            consent_on.as_ref().into(),
            consent_why.as_ref().into(),
            consents.sharing.key().into(),
            law.into(),
            consents.stays_over.key().into(),
            stays_on.as_ref().into(),
            consents.story.key().into(),
            story_on.as_ref().into(),
        ],
    )?;
    Ok(())
}

fn make_tokens(tx: &Tx, family: &NewFamily, person: &Person) -> Result<()> {
    let keys = tx.site_keys(family.site.uuid())?;
    let keep = |kind: TokenKind, word: &'static str, text: &str| {
        let token = keys.search.token(kind, text);
        let values = [
            (&token).into(),
            person.id.into(),
            family.id.into(),
            family.site.into(),
            word.into(),
        ];
        tx.run(&MAKE_TOKEN, &values)
    };
    let names = [&person.name.forename, &person.name.surname, &person.name.known_as];
    let names: Vec<&str> = names.into_iter().flatten().map(Name::as_str).collect();
    for prefix in seal::names::search_tokens(&names) {
        keep(TokenKind::NamePrefix, "name", &prefix)?;
    }
    for name in &names {
        keep(TokenKind::Sound, "sound", &seal::names::sound(name))?;
    }
    if let Birth::On(day) = person.birth {
        keep(TokenKind::BirthDate, "birth", &day.to_string())?;
    }
    Ok(())
}

/// A family with its people, opened for this reader.
pub fn load(tx: &Tx, id: FamilyId) -> Result<(Family, String)> {
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
        Ok((
            family,
            crate::key::open_with(&key, "family", "name", id.uuid(), row.bytes(3)?)?,
        ))
    })?;
    let (mut family, name) = found.ok_or(Error::NotFound)?;
    family.people = people(tx, id)?;
    Ok((family, name))
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
    })
}

fn sharing(row: &Row) -> Result<SharingBasis> {
    Ok(match (row.text(16)?, row.text_opt(17)?) {
        ("agreed", _) => SharingBasis::Agreed,
        ("told", Some(law)) => SharingBasis::Told(LawfulBasis::from_key(law).ok_or_else(|| row.broken(17))?),
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

fn consent_parts(consent: &Consent) -> (Option<String>, Option<&str>) {
    match consent {
        Consent::Given { on } => (Some(on.to_string()), None),
        Consent::NotGiven { why } => (None, why.as_ref().map(Text::as_str)),
        Consent::NotAsked => (None, None),
    }
}

fn pack_name(name: &PersonName) -> Result<String> {
    let own = |name: &Option<Name>| name.as_ref().map(|n| n.as_str().to_owned());
    let packed = SealedName {
        forename: own(&name.forename),
        surname: own(&name.surname),
        known_as: own(&name.known_as),
    };
    json(&packed)
}

fn unpack_name(row: &Row, json: &str) -> Result<PersonName> {
    let packed: SealedName = serde_json::from_str(json).map_err(|_| row.broken(2))?;
    let name = |text: Option<String>| text.map(|t| Name::parse(&t).map_err(|_| row.broken(2))).transpose();
    Ok(PersonName {
        forename: name(packed.forename)?,
        surname: name(packed.surname)?,
        known_as: name(packed.known_as)?,
    })
}

fn pack_contact(contact: &SafeContact) -> Result<String> {
    let own = |text: &Option<Text>| text.as_ref().map(|t| t.as_str().to_owned());
    json(&SealedContact {
        number: own(&contact.number),
        times: own(&contact.times),
        no_message: contact.no_message,
        address_hidden: contact.address_hidden,
        note: own(&contact.note),
    })
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

pub(crate) fn json(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|e| Error::Statement {
        statement: "serialising a sealed value",
        cause: e.to_string(),
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

/// One line of a list of families.
#[derive(Clone, Debug)]
pub struct Line {
    /// The family.
    pub id: FamilyId,
    /// What people say aloud for it.
    pub reference: String,
    /// How staff call it.
    pub name: String,
    /// Its programme area.
    pub site: SiteId,
    /// The state of its newest referral, if it has one.
    pub referral: Option<String>,
}

/// The families this reader may list, newest first, after the one the last page ended with.
pub fn list(tx: &Tx, after: Option<FamilyId>, most: i64) -> Result<Vec<Line>> {
    let after = after.map_or(Uuid::max(), FamilyId::uuid);
    let day = tx.today().to_string();
    let me = tx.account();
    let mut lines = Vec::new();
    for (site, reach) in &tx.scope().sites {
        let read = |row: &Row| read_line(tx, row);
        lines.extend(match reach {
            Reach::All => tx.rows(&IN_SITE, &[(*site).into(), after.into(), me.into(), most.into()], read)?,
            Reach::Own => {
                let values = [(*site).into(), after.into(), me.into(), (&day).into(), most.into()];
                tx.rows(&OWN_IN_SITE, &values, read)?
            }
        });
    }
    lines.sort_by_key(|line| std::cmp::Reverse(line.id));
    lines.truncate(usize::try_from(most).unwrap_or_default());
    Ok(lines)
}

fn read_line(tx: &Tx, row: &Row) -> Result<Line> {
    let id = row.id(0)?;
    let key = tx.open_subject(id, row.id(3)?, row.bytes(4)?)?;
    Ok(Line {
        id: FamilyId::from_uuid(id),
        reference: row.text(1)?.to_owned(),
        name: crate::key::open_with(&key, "family", "name", id, row.bytes(2)?)?,
        site: SiteId::from_uuid(row.id(3)?),
        referral: row.text_opt(6)?.map(ToOwned::to_owned),
    })
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

/// A person found by name, date of birth or reference.
#[derive(Clone, Debug)]
pub struct Hit {
    /// The person.
    pub person: PersonId,
    /// Their family.
    pub family: FamilyId,
    /// The family's reference.
    pub reference: String,
    /// The person's name.
    pub name: PersonName,
    /// Child or adult.
    pub part: Part,
    /// The year they were born, if known.
    pub birth_year: Option<i64>,
}

/// The most people one search answers with.
///
/// Assumption: more than a page of people is not an answer but a request to say more.
pub const HITS_MAX: usize = 50;

/// People this reader may see whose names have words that begin as typed.
pub fn search(tx: &Tx, query: &str) -> Result<Vec<Hit>> {
    let readings = seal::names::query_words(query);
    let mut hits = Vec::new();
    for (site, reach) in tx.scope().sites.clone() {
        let mut here = find_in_site(tx, site, &readings)?;
        if reach == Reach::Own {
            let mut own = Vec::with_capacity(here.len());
            for hit in here {
                if is_own(tx, hit.family)? {
                    own.push(hit);
                }
            }
            here = own;
        }
        hits.extend(here);
    }
    hits.truncate(HITS_MAX);
    Ok(hits)
}

/// Everybody in one site whose names answer every word of one reading of what was typed.
fn find_in_site(tx: &Tx, site: SiteId, readings: &[Vec<String>]) -> Result<Vec<Hit>> {
    let mut hits: Vec<Hit> = Vec::new();
    for reading in readings {
        let mut found: Option<Vec<Hit>> = None;
        for word in reading {
            let these = with_word(tx, site, word)?;
            found = Some(match found {
                None => these,
                Some(before) => before
                    .into_iter()
                    .filter(|h| these.iter().any(|t| t.person == h.person))
                    .collect(),
            });
        }
        hits.extend(found.unwrap_or_default());
    }
    hits.sort_by_key(|hit| hit.person);
    hits.dedup_by_key(|hit| hit.person);
    Ok(hits)
}

/// Everybody in one site with a name that begins with this word.
fn with_word(tx: &Tx, site: SiteId, word: &str) -> Result<Vec<Hit>> {
    let token = tx.site_keys(site.uuid())?.search.token(TokenKind::NamePrefix, word);
    // A little more than is shown, so that a second word still finds its person among them.
    let values = [(&token).into(), site.into(), tx.account().into(), 500.into()];
    tx.rows(&FIND_TOKEN, &values, |row| read_hit(row, &words_key(tx, row, site)?))
}

fn words_key(tx: &Tx, row: &Row, site: SiteId) -> Result<SubjectKey> {
    tx.open_subject(row.id(0)?, site.uuid(), row.bytes(6)?)
}

fn read_hit(row: &Row, key: &SubjectKey) -> Result<Hit> {
    let person = row.id(0)?;
    let name = crate::key::open_with(key, "person", "name", person, row.bytes(2)?)?;
    Ok(Hit {
        person: PersonId::from_uuid(person),
        family: FamilyId::from_uuid(row.id(1)?),
        reference: row.text(5)?.to_owned(),
        name: unpack_name(row, &name)?,
        part: Part::from_key(row.text(3)?).ok_or_else(|| row.broken(3))?,
        birth_year: row.int_opt(4)?,
    })
}

/// Whether the reader is assigned to this family or referred it.
fn is_own(tx: &Tx, family: FamilyId) -> Result<bool> {
    let me = tx.account();
    let day = tx.today().to_string();
    let own = tx
        .row(&IS_OWN, &[family.into(), me.into()], |row| row.int(0))?
        .unwrap_or_default();
    let assigned = tx
        .row(&IS_ASSIGNED, &[family.into(), me.into(), (&day).into()], |row| {
            row.int(0)
        })?
        .unwrap_or_default();
    Ok(own + assigned > 0)
}

/// The family a typed reference names, if this reader may list it.
pub fn by_reference(tx: &Tx, reference: &str) -> Result<Option<FamilyId>> {
    let found = tx.row(&FAMILY_BY_REFERENCE, &[reference.into()], |row| {
        Ok((row.id(0)?, row.id(1)?))
    })?;
    let Some((family, site)) = found else { return Ok(None) };
    let family = FamilyId::from_uuid(family);
    let reach = tx
        .scope()
        .sites
        .iter()
        .find(|(at, _)| at.uuid() == site)
        .map(|(_, reach)| *reach);
    Ok(match reach {
        Some(Reach::All) => Some(family),
        Some(Reach::Own) if is_own(tx, family)? => Some(family),
        _ => None,
    })
}
