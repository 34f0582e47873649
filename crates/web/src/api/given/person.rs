//! The shapes of one person as the API gives them.

use super::safety::{Responsible, responsible};
use domain::consent::{Consent, Consents, SharingBasis};
use domain::day::Birth;
use domain::family::{
    Ethnicity as Described, Languages, Part, Person as Known, Responsibility, SafeContact as Contact,
};
use domain::id::PersonId;
use domain::text::Text;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// One child or adult.
#[derive(Serialize, ToSchema)]
pub struct Person {
    /// The person.
    pub id: Uuid,
    /// `child` or `adult`.
    #[schema(example = "child")]
    pub part: &'static str,
    /// First name or names.
    pub forename: Option<String>,
    /// Family name.
    pub surname: Option<String>,
    /// What people call them, where it differs.
    pub known_as: Option<String>,
    /// `2015-02-28`, `2015-02`, `2015` or `expected 2027-03`; nothing when it is not known.
    #[schema(example = "2015-02")]
    pub birth: Option<String>,
    /// What they are to the children, in the family's word.
    pub relationship: Option<String>,
    /// Tags of the languages they want to use.
    pub languages: Tongues,
    /// Why this child is referred.
    pub reason: Option<&'static str>,
    /// A key of the nation's legal statuses.
    pub legal_status: Option<String>,
    /// Who has parental responsibility for this child.
    pub responsible: Option<Responsible>,
    /// What they agreed to.
    pub consent: Agreed,
    /// How it is safe to reach them.
    pub safe_contact: Option<SafeContact>,
    /// How they describe their ethnic group.
    pub ethnicity: Option<Ethnicity>,
    /// What a disability or an illness means for them, in their words.
    pub disability: Option<String>,
    /// What helps them to understand and be understood.
    pub communication: Option<String>,
    /// Their number in the authority's own system.
    pub authority_id: Option<String>,
}

/// How somebody describes their ethnic group.
#[derive(Serialize, ToSchema)]
pub struct Ethnicity {
    /// A key of the nation's ethnic groups.
    pub group: Option<String>,
    /// Their own words for it.
    pub words: Option<String>,
}

/// Tags of languages, as RFC 5646 has them.
#[derive(Serialize, ToSchema)]
pub struct Tongues {
    /// For talking, signing included.
    #[schema(example = "cy")]
    pub speak: Option<String>,
    /// For letters and pages.
    pub read: Option<String>,
    /// For reminders.
    pub reminders: Option<String>,
}

/// The four separate things a person is asked.
#[derive(Serialize, ToSchema)]
pub struct Agreed {
    /// To take part in the programme.
    pub taking_part: Answer,
    /// On what footing their facts are shared.
    pub sharing: Sharing,
    /// To a child's stays over with the carer.
    pub stays_over: Answer,
    /// To the use of their story.
    pub story: Answer,
}

/// What a person said to one question.
#[derive(Serialize, ToSchema)]
pub struct Answer {
    /// `given`, `not_given` or `not_asked`.
    #[schema(example = "given")]
    #[serde(rename = "answer")]
    pub said: &'static str,
    /// The day it was given.
    pub on: Option<String>,
    /// Why it was not, in their words.
    pub why: Option<String>,
}

/// On what footing facts are shared.
#[derive(Serialize, ToSchema)]
pub struct Sharing {
    /// `not_discussed`, `agreed`, `not_agreed` or `told`.
    #[schema(example = "told")]
    pub basis: &'static str,
    /// The law, when they were told.
    #[schema(example = "public_task")]
    pub law: Option<&'static str>,
}

/// How it is safe to reach somebody.
#[derive(Serialize, ToSchema)]
pub struct SafeContact {
    /// A number that is safe to ring.
    pub number: Option<String>,
    /// When it is safe, in their words.
    pub times: Option<String>,
    /// Do not leave a message.
    pub no_message: bool,
    /// Their address must not be shown.
    pub address_hidden: bool,
    /// Anything else to know first.
    pub note: Option<String>,
}

/// The people of a family; `contact` says whether the safe ways to reach them are given too.
pub fn people(family: Vec<Known>, said: &[Responsibility<PersonId>], contact: bool) -> Vec<Person> {
    let deciders: Vec<_> = family
        .iter()
        .map(|known| responsible(&family, said, known.id).filter(|_| known.part == Part::Child))
        .collect();
    let all = family.into_iter().zip(deciders);
    all.map(|(known, responsible)| person(known, responsible, contact))
        .collect()
}

fn person(known: Known, responsible: Option<Responsible>, contact: bool) -> Person {
    let name = |name: Option<domain::name::Name>| name.map(|name| name.as_str().to_owned());
    Person {
        id: known.id.uuid(),
        part: known.part.key(),
        forename: name(known.name.forename),
        surname: name(known.name.surname),
        known_as: name(known.name.known_as),
        birth: (known.birth != Birth::NotKnown).then(|| known.birth.to_string()),
        relationship: words(known.relationship),
        languages: tongues(known.languages),
        reason: known.reason.map(domain::family::Reason::key),
        legal_status: known.legal_status.map(|key| key.to_string()),
        responsible,
        consent: agreed(known.consents),
        safe_contact: known.safe_contact.filter(|_| contact).map(safe_contact),
        ethnicity: known.ethnicity.map(ethnicity),
        disability: words(known.disability),
        communication: words(known.communication),
        authority_id: words(known.authority_id),
    }
}

fn words(text: Option<Text>) -> Option<String> {
    text.map(|text| text.as_str().to_owned())
}

fn ethnicity(said: Described) -> Ethnicity {
    Ethnicity {
        group: said.group.map(|key| key.to_string()),
        words: words(said.words),
    }
}

fn tongues(languages: Languages) -> Tongues {
    let tag = |tag: Option<domain::family::LanguageTag>| tag.map(|tag| tag.as_str().to_owned());
    Tongues {
        speak: tag(languages.speak),
        read: tag(languages.read),
        reminders: tag(languages.reminders),
    }
}

fn agreed(consents: Consents) -> Agreed {
    Agreed {
        sharing: Sharing {
            basis: consents.sharing.key(),
            law: match consents.sharing {
                SharingBasis::Told(law) => Some(law.key()),
                SharingBasis::NotDiscussed | SharingBasis::Agreed | SharingBasis::NotAgreed => None,
            },
        },
        taking_part: answer(consents.taking_part),
        stays_over: answer(consents.stays_over),
        story: answer(consents.story),
    }
}

fn answer(consent: Consent) -> Answer {
    let key = consent.key();
    let (on, why) = match consent {
        Consent::Given { on } => (Some(on.to_string()), None),
        Consent::NotGiven { why } => (None, words(why)),
        Consent::NotAsked => (None, None),
    };
    Answer { said: key, on, why }
}

fn safe_contact(contact: Contact) -> SafeContact {
    SafeContact {
        number: words(contact.number),
        times: words(contact.times),
        no_message: contact.no_message,
        address_hidden: contact.address_hidden,
        note: words(contact.note),
    }
}
