//! The people of a family as cards: who they are, how it is safe to reach them, what they agreed to.

use crate::page::{Link, SummaryRow, link, row};
use crate::paths;
use crate::visit::Visit;
use domain::consent::{Consent, SharingBasis};
use domain::day::{Age, Birth, age_on};
use domain::family::{Ethnicity, Family, Holder, LanguageTag, Order, Part, Person, SafeContact, Ways};
use domain::id::PersonId;
use domain::pack::{Key, NationPack};
use jiff::civil::Date;
use store::family::{KnownAddress, Safety};
use words::Words;

/// One person's card.
pub struct PersonCard {
    /// What they are called.
    pub name: String,
    /// Child or adult, and how old.
    pub line: String,
    /// Who must not come near them, said before anything else.
    pub kept_away: Vec<String>,
    /// Whether nobody may leave a message, which is said first too.
    pub warning: Option<String>,
    /// What is known.
    pub facts: Vec<SummaryRow>,
    /// How to reach them safely; empty for children.
    pub safe: Vec<SummaryRow>,
    /// Where each protected address is opened.
    pub protected: Vec<Link>,
}

/// A family with what is read beside it, and how it is shown.
pub struct Cards<'a> {
    /// Who looks, in which language.
    pub visit: &'a Visit,
    /// The family.
    pub family: &'a Family,
    /// Where its people live.
    pub addresses: &'a [KnownAddress],
    /// What keeps them safe.
    pub safety: &'a Safety,
    /// The nations' words.
    pub packs: &'a [NationPack],
    /// Today.
    pub today: Date,
}

impl Cards<'_> {
    /// A card for each person of the family, children first.
    pub fn all(&self) -> Vec<PersonCard> {
        let people = self.family.children().chain(self.family.adults());
        people.map(|person| self.card(person)).collect()
    }

    fn card(&self, person: &Person) -> PersonCard {
        let w = self.visit.w();
        let homes = self.addresses.iter().filter(|address| address.person == person.id);
        let mut facts = facts(w, person, self.packs, self.visit.lang.tag());
        facts.extend(self.deciders(person));
        facts.extend(self.orders(person));
        let open = homes.clone().filter_map(|home| home.words.clone());
        facts.extend(open.map(|words| row(w.family_address_title(), words)));
        let hidden = homes.filter(|home| home.is_protected());
        let no_message = person.safe_contact.as_ref().is_some_and(|contact| contact.no_message);
        PersonCard {
            name: name(w, person),
            line: line(w, person, self.today),
            kept_away: self.kept_away(person),
            warning: no_message.then(|| w.family_safe_no_message().to_owned()),
            facts,
            safe: person
                .safe_contact
                .as_ref()
                .map(|contact| safe(w, contact))
                .unwrap_or_default(),
            protected: hidden
                .map(|home| link(self.visit.href(&paths::address(home.id)), w.family_address_open()))
                .collect(),
        }
    }

    fn called(&self, id: PersonId) -> String {
        let person = self.family.people.iter().find(|person| person.id == id);
        let w = self.visit.w();
        // Who decides for a child may have been moved to another family.
        person.map_or_else(|| w.likeness_person_elsewhere().to_owned(), |person| name(w, person))
    }

    /// Who has parental responsibility for a child.
    fn deciders(&self, person: &Person) -> Option<SummaryRow> {
        let w = self.visit.w();
        let of_child = self
            .safety
            .responsibilities
            .iter()
            .filter(|said| said.child == person.id);
        let holders: Vec<String> = of_child
            .map(|said| match &said.holder {
                Holder::Person(id) => self.called(*id),
                Holder::Authority => w.referral_refer_responsible_authority().to_owned(),
                Holder::Other(words) => words.to_string(),
            })
            .collect();
        (!holders.is_empty()).then(|| row(w.family_person_responsible(), holders.join("\n")))
    }

    /// The court orders about somebody.
    fn orders(&self, person: &Person) -> Vec<SummaryRow> {
        let w = self.visit.w();
        let about = self
            .safety
            .orders
            .iter()
            .filter(|order| order.people.contains(&person.id));
        about
            .map(|order| row(w.family_orders_title(), order_words(w, order)))
            .collect()
    }

    /// Who must not come near somebody, and what they must not do.
    fn kept_away(&self, person: &Person) -> Vec<String> {
        let w = self.visit.w();
        let from = self
            .safety
            .kept_away
            .iter()
            .filter(|kept| kept.people.contains(&person.id));
        from.map(|kept| w.family_kept_away(kept.who.as_str(), &ways_words(w, kept.ways)))
            .collect()
    }
}

/// What an order says, with its days.
pub fn order_words<P>(w: Words, order: &Order<P>) -> String {
    let days = [
        order.made_on.map(|day| w.referral_check_order_made(&w.day_short(day))),
        order.ends_on.map(|day| w.referral_check_order_ends(&w.day_short(day))),
    ];
    let lines: Vec<String> = [Some(order.says.to_string())]
        .into_iter()
        .chain(days)
        .flatten()
        .collect();
    lines.join("\n")
}

/// What somebody must not do, one after the other.
pub fn ways_words(w: Words, ways: Ways) -> String {
    let all = [
        (ways.collect, w.family_kept_collect()),
        (ways.call, w.family_kept_call()),
        (ways.know, w.family_kept_know()),
    ];
    let said: Vec<&str> = all
        .into_iter()
        .filter(|(holds, _)| *holds)
        .map(|(_, words)| words)
        .collect();
    said.join(" · ")
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

/// What somebody is called among their own family: there everybody shares the rest.
pub fn first_name(w: Words, person: &Person) -> String {
    let own = person.name.known_as.as_ref().or(person.name.forename.as_ref());
    own.map_or_else(|| name(w, person), |own| own.as_str().to_owned())
}

/// Child or adult, and how old as far as it is known.
pub fn line(w: Words, person: &Person, today: Date) -> String {
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
    rows.extend(birth_words(w, person.birth).map(|birth| row(w.referral_refer_birth(), birth)));
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
    let mut add = |key: &str, text: Option<String>| rows.extend(text.map(|text| row(key, text)));
    add(
        w.family_person_communication(),
        person.communication.as_ref().map(ToString::to_string),
    );
    add(
        w.family_person_disability(),
        person.disability.as_ref().map(ToString::to_string),
    );
    add(
        w.family_person_ethnicity(),
        ethnicity_words(packs, person.ethnicity.as_ref(), lang),
    );
    add(
        w.referral_refer_authority_id(),
        person.authority_id.as_ref().map(ToString::to_string),
    );
    rows
}

/// When somebody was or will be born, as far as it is known.
pub fn birth_words(w: Words, birth: Birth) -> Option<String> {
    let month = |year, month| Date::new(year, month, 1).ok().map(|day| w.month_year(day));
    match birth {
        Birth::On(day) => Some(w.day_short(day)),
        Birth::Month { year, month: of_year } => month(year, of_year),
        Birth::Year(year) => Some(year.to_string()),
        Birth::Expected { year, month: of_year } => month(year, of_year).map(|when| w.family_person_not_born(&when)),
        Birth::NotKnown => None,
    }
}

/// An ethnic group in words and in somebody's own.
pub fn ethnicity_words(packs: &[NationPack], ethnicity: Option<&Ethnicity>, lang: &str) -> Option<String> {
    let ethnicity = ethnicity?;
    let group = ethnicity.group.as_ref().and_then(|key| {
        let group = packs.iter().find_map(|pack| pack.ethnic_group(key))?;
        let welsh = group.cy.clone().filter(|_| lang == "cy");
        Some(welsh.unwrap_or_else(|| group.en.clone()))
    });
    let own = ethnicity.words.as_ref().map(ToString::to_string);
    let both: Vec<String> = [group, own].into_iter().flatten().collect();
    (!both.is_empty()).then(|| both.join("\n"))
}

/// A legal status in words; its key is of one nation only, so the first pack that has it names it.
pub fn status_words(packs: &[NationPack], key: &Key, lang: &str) -> Option<String> {
    let status = packs.iter().find_map(|pack| pack.legal_status(key))?;
    let welsh = status.cy.clone().filter(|_| lang == "cy");
    Some(welsh.unwrap_or_else(|| status.en.clone()))
}

/// A language by its name.
pub fn language(w: Words, tag: &LanguageTag) -> String {
    w.by_key(&format!("family-language-{}", tag.as_str()))
        .unwrap_or(tag.as_str())
        .to_owned()
}

/// What somebody said to taking part.
pub fn agreed(w: Words, consent: &Consent) -> String {
    match consent {
        Consent::Given { on } => w.consent_given(&w.day_short(*on)),
        Consent::NotGiven { why: Some(why) } => w.consent_not_given_why(why.as_str()),
        Consent::NotGiven { why: None } => w.consent_not_given().to_owned(),
        Consent::NotAsked => w.consent_not_asked().to_owned(),
    }
}

/// On what footing somebody's facts are shared.
pub fn shared(w: Words, basis: SharingBasis) -> String {
    match basis {
        SharingBasis::NotDiscussed => w.consent_sharing_not_discussed().to_owned(),
        SharingBasis::Agreed => w.consent_sharing_agreed().to_owned(),
        SharingBasis::NotAgreed => w.consent_sharing_not_agreed().to_owned(),
        SharingBasis::Told(law) => {
            let key = format!("consent-sharing-basis-{}", law.key().replace('_', "-"));
            let law = w.by_key(&key).unwrap_or(law.key());
            format!("{}\n{law}", w.consent_sharing_told())
        }
    }
}

pub fn safe(w: Words, contact: &SafeContact) -> Vec<SummaryRow> {
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
