//! The shapes of referrals and families as the API gives them: keys, ids, days as ISO text, instants with Z.

use domain::consent::{Consent, Consents, SharingBasis};
use domain::day::Birth;
use domain::family::{Languages, Person as Known, SafeContact as Contact};
use domain::referral::{Capacity as Places, Stage};
use domain::text::Text;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// Where a referral stands.
#[derive(Clone, Serialize, ToSchema)]
pub struct State {
    /// The referral.
    pub id: Uuid,
    /// What people say aloud for it.
    #[schema(example = "R-7K3M2QX-9")]
    pub reference: String,
    /// The family.
    pub family: Uuid,
    /// The programme area.
    pub site: Uuid,
    /// The day it was received.
    #[schema(example = "2026-03-14")]
    pub received_on: String,
    /// `submitted`, `information_asked`, `waiting`, `matched`, `not_accepted`, `withdrawn` or `merged`.
    #[schema(example = "submitted")]
    pub stage: &'static str,
    /// The day since which it stands so; for `waiting`, since when the family waits.
    pub stage_on: Option<String>,
    /// Why it was not accepted: `full`, `not_eligible`, `family_declined` or `other_service`.
    pub why: Option<&'static str>,
    /// Why it was not accepted or was withdrawn, in words.
    pub why_words: Option<String>,
    /// What the programme had to give on the day it was not accepted.
    pub capacity: Option<Capacity>,
    /// The referral it was joined with.
    pub merged_into: Option<Uuid>,
    /// The version of the row: send it back in `If-Match`.
    #[schema(example = 1)]
    pub version: i64,
}

/// What the programme had to give on a day.
#[derive(Clone, Serialize, ToSchema)]
pub struct Capacity {
    /// Carers who support families.
    pub carers: u32,
    /// Places for families.
    pub places: u32,
    /// Places with no family that day.
    pub places_free: u32,
    /// Families on the waiting list that day.
    pub waiting: u32,
}

impl From<Places> for Capacity {
    fn from(places: Places) -> Self {
        Self {
            carers: places.carers,
            places: places.places,
            places_free: places.places_free,
            waiting: places.waiting,
        }
    }
}

/// A referral with its words and its people.
#[derive(Serialize, ToSchema)]
pub struct Referral {
    /// Where it stands.
    #[serde(flatten)]
    pub state: State,
    /// Who referred: an account, or the token of another system.
    pub referred_by: Uuid,
    /// Derived from the children: `risk_of_care`, `reunification`, `mixed` or `not_given`.
    #[schema(example = "risk_of_care")]
    pub reason: String,
    /// Keys of the areas of need.
    pub needs: Vec<String>,
    /// What is going well.
    pub going_well: Option<String>,
    /// What worries people.
    pub worries: Option<String>,
    /// Its children and adults, without the safe ways to reach them: those are with the family.
    pub people: Vec<Person>,
}

/// One line of the referrals or of the waiting list.
#[derive(Serialize, ToSchema)]
pub struct ReferralLine {
    /// The referral.
    pub id: Uuid,
    /// What people say aloud for it.
    #[schema(example = "R-7K3M2QX-9")]
    pub reference: String,
    /// The family.
    pub family: Uuid,
    /// How staff call the family.
    pub name: String,
    /// The programme area.
    pub site: Uuid,
    /// The key of its stage.
    #[schema(example = "waiting")]
    pub stage: String,
    /// The day it was received.
    #[schema(example = "2026-03-14")]
    pub received_on: String,
    /// Since when the family waits.
    pub waiting_since: Option<String>,
    /// The derived reason.
    #[schema(example = "risk_of_care")]
    pub reason: String,
    /// How many children it names.
    pub children: i64,
    /// How many adults it names.
    pub adults: i64,
}

impl From<store::referral::Line> for ReferralLine {
    fn from(line: store::referral::Line) -> Self {
        Self {
            id: line.id.uuid(),
            reference: line.reference,
            family: line.family.uuid(),
            name: line.name,
            site: line.site.uuid(),
            stage: line.stage,
            received_on: line.received_on.to_string(),
            waiting_since: line.waiting_since.map(|day| day.to_string()),
            reason: line.reason,
            children: line.children,
            adults: line.adults,
        }
    }
}

/// One line of the waiting list.
#[derive(Serialize, ToSchema)]
pub struct WaitingLine {
    /// The referral and its family.
    #[serde(flatten)]
    pub line: ReferralLine,
    /// How soon the family should have a carer: `first`, `sooner` or `usual`.
    #[schema(example = "usual")]
    pub priority: &'static str,
    /// Keys of what it waits for: `place`, `near`, `language`, `skills`, `family_ready`.
    pub waits_for: Vec<&'static str>,
}

impl From<store::referral::Waits> for WaitingLine {
    fn from(one: store::referral::Waits) -> Self {
        Self {
            priority: one.priority.key(),
            waits_for: one.waits_for.iter().map(|thing| thing.key).collect(),
            line: one.line.into(),
        }
    }
}

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
    /// What they agreed to.
    pub consent: Agreed,
    /// How it is safe to reach them.
    pub safe_contact: Option<SafeContact>,
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
    /// `not_discussed`, `agreed` or `told`.
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

/// Where a referral stands, from what the store shows of it.
pub fn state(shown: &store::referral::Shown) -> State {
    let referral = &shown.referral;
    let (on, why, capacity, into) = match &referral.stage {
        Stage::Submitted { on }
        | Stage::InformationAsked { on, .. }
        | Stage::Matched { on }
        | Stage::Withdrawn { on, .. }
        | Stage::Waiting { since: on, .. } => (Some(*on), None, None, None),
        Stage::NotAccepted { on, why, capacity, .. } => (Some(*on), Some(why.key()), Some((*capacity).into()), None),
        Stage::Merged { into } => (None, None, None, Some(into.uuid())),
    };
    State {
        id: referral.id.uuid(),
        reference: referral.reference.to_string(),
        family: referral.family.uuid(),
        site: referral.site.uuid(),
        received_on: referral.received_on.to_string(),
        stage: referral.stage.key(),
        stage_on: on.map(|on| on.to_string()),
        why,
        why_words: shown.why_words.clone(),
        capacity,
        merged_into: into,
        version: referral.version,
    }
}

/// One person; `contact` says whether the safe ways to reach them are given too.
pub fn person(known: Known, contact: bool) -> Person {
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
        consent: agreed(known.consents),
        safe_contact: known.safe_contact.filter(|_| contact).map(safe_contact),
    }
}

fn words(text: Option<Text>) -> Option<String> {
    text.map(|text| text.as_str().to_owned())
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
                SharingBasis::NotDiscussed | SharingBasis::Agreed => None,
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
