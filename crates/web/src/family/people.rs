//! The people of a family as cards: who they are, how it is safe to reach them, what they agreed to.

use crate::page::{Link, SummaryRow, link, row};
use crate::paths;
use crate::visit::Visit;
use domain::consent::{Consent, SharingBasis};
use domain::day::{Age, Birth, age_on};
use domain::family::{Family, LanguageTag, Part, Person, SafeContact};
use domain::pack::{Key, NationPack};
use jiff::civil::Date;
use store::family::KnownAddress;
use words::Words;

/// One person's card.
pub struct PersonCard {
    /// What they are called.
    pub name: String,
    /// Child or adult, and how old.
    pub line: String,
    /// What is known.
    pub facts: Vec<SummaryRow>,
    /// How to reach them safely; empty for children.
    pub safe: Vec<SummaryRow>,
    /// Where a protected address is opened.
    pub protected: Option<Link>,
    /// Whether nobody may leave a message, which is said first.
    pub warning: Option<String>,
}

/// A card for each person of a family, children first.
pub fn cards(
    visit: &Visit,
    family: &Family,
    addresses: &[KnownAddress],
    packs: &[NationPack],
    today: Date,
) -> Vec<PersonCard> {
    let people = family.children().chain(family.adults());
    people
        .map(|person| card(visit, person, addresses, packs, today))
        .collect()
}

fn card(visit: &Visit, person: &Person, addresses: &[KnownAddress], packs: &[NationPack], today: Date) -> PersonCard {
    let w = visit.w();
    let home = addresses.iter().find(|address| address.person == person.id);
    let mut facts = facts(w, person, packs, visit.lang.tag());
    facts.extend(
        home.and_then(|home| home.words.clone())
            .map(|words| row(w.family_address_title(), words)),
    );
    let protected = home.filter(|home| home.is_protected());
    let no_message = person.safe_contact.as_ref().is_some_and(|contact| contact.no_message);
    PersonCard {
        name: name(w, person),
        line: line(w, person, today),
        facts,
        safe: person
            .safe_contact
            .as_ref()
            .map(|contact| safe(w, contact))
            .unwrap_or_default(),
        protected: protected.map(|home| link(visit.href(&paths::address(home.id)), w.family_address_open())),
        warning: no_message.then(|| w.family_safe_no_message().to_owned()),
    }
}

/// What somebody is called, or that their name is not known.
pub fn name(w: Words, person: &Person) -> String {
    let spoken = person.name.spoken();
    if spoken.is_empty() {
        w.family_person_name_not_known().to_owned()
    } else {
        spoken
    }
}

/// Child or adult, and how old as far as it is known.
fn line(w: Words, person: &Person, today: Date) -> String {
    let part = match person.part {
        Part::Child => w.family_person_child(),
        Part::Adult => w.family_person_adult(),
    };
    let age = match (age_on(person.birth, today), person.birth) {
        (_, Birth::Expected { year, month }) => Date::new(year, month, 1)
            .map(|day| w.family_person_not_born(&w.month_year(day)))
            .unwrap_or_default(),
        (Some(Age::Years(years)), _) => w.age_years(u64::from(years)),
        (Some(Age::Between { least, .. }), _) => w.family_person_about(&w.age_years(u64::from(least))),
        _ => w.family_person_age_not_known().to_owned(),
    };
    format!("{part} · {age}")
}

fn facts(w: Words, person: &Person, packs: &[NationPack], lang: &str) -> Vec<SummaryRow> {
    let mut rows = Vec::new();
    if let (Some(known_as), Some(forename)) = (&person.name.known_as, &person.name.forename) {
        rows.push(row(w.family_person_known_as(), format!("{known_as} ({forename})")));
    }
    if let Birth::On(day) = person.birth {
        rows.push(row(w.referral_refer_birth(), w.day_short(day)));
    }
    rows.extend(
        person
            .relationship
            .as_ref()
            .map(|text| row(w.family_person_relationship(), text.as_str())),
    );
    let reason = person
        .reason
        .map(|reason| crate::referral::reason_words(w, reason.key()));
    rows.extend(reason.map(|reason| row(w.family_person_reason(), reason)));
    let status = person
        .legal_status
        .as_ref()
        .and_then(|key| status_words(packs, key, lang));
    rows.extend(status.map(|status| row(w.family_person_legal_status(), status)));
    rows.extend(
        person
            .languages
            .speak
            .as_ref()
            .map(|tag| row(w.family_person_speaks(), language(w, tag))),
    );
    rows.extend(
        person
            .languages
            .read
            .as_ref()
            .map(|tag| row(w.family_person_reads(), language(w, tag))),
    );
    if person.part == Part::Adult {
        rows.push(row(w.consent_taking_part(), agreed(w, &person.consents.taking_part)));
        rows.push(row(w.consent_sharing(), shared(w, person.consents.sharing)));
    }
    rows
}

/// A legal status in words; its key is of one nation only, so the first pack that has it names it.
fn status_words(packs: &[NationPack], key: &Key, lang: &str) -> Option<String> {
    let status = packs.iter().find_map(|pack| pack.legal_status(key))?;
    let welsh = status.cy.clone().filter(|_| lang == "cy");
    Some(welsh.unwrap_or_else(|| status.en.clone()))
}

fn language(w: Words, tag: &LanguageTag) -> String {
    w.by_key(&format!("family-language-{}", tag.as_str()))
        .unwrap_or(tag.as_str())
        .to_owned()
}

fn agreed(w: Words, consent: &Consent) -> String {
    match consent {
        Consent::Given { on } => w.consent_given(&w.day_short(*on)),
        Consent::NotGiven { why: Some(why) } => w.consent_not_given_why(why.as_str()),
        Consent::NotGiven { why: None } => w.consent_not_given().to_owned(),
        Consent::NotAsked => w.consent_not_asked().to_owned(),
    }
}

fn shared(w: Words, basis: SharingBasis) -> String {
    match basis {
        SharingBasis::NotDiscussed => w.consent_sharing_not_discussed().to_owned(),
        SharingBasis::Agreed => w.consent_sharing_agreed().to_owned(),
        SharingBasis::Told(law) => {
            let key = format!("consent-sharing-basis-{}", law.key().replace('_', "-"));
            let law = w.by_key(&key).unwrap_or(law.key());
            format!("{}\n{law}", w.consent_sharing_told())
        }
    }
}

fn safe(w: Words, contact: &SafeContact) -> Vec<SummaryRow> {
    let mut rows = Vec::new();
    rows.extend(
        contact
            .number
            .as_ref()
            .map(|text| row(w.family_safe_number(), text.as_str())),
    );
    rows.extend(
        contact
            .times
            .as_ref()
            .map(|text| row(w.family_safe_times(), text.as_str())),
    );
    rows.extend(
        contact
            .note
            .as_ref()
            .map(|text| row(w.family_safe_note(), text.as_str())),
    );
    rows
}
