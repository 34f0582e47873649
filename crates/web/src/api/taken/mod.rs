//! The shapes a referral is sent in. Values are read one by one afterwards, so that every mistake is said at once.

use serde::Deserialize;
use utoipa::ToSchema;

/// A family referred.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "site": "0198f3a0-1111-7000-8000-000000000001",
    "received_on": "2026-03-14",
    "people": [
        {"part": "child", "forename": "Mali", "surname": "Prys", "birth": "2017-05", "reason": "risk_of_care"},
        {"part": "adult", "forename": "Siân", "surname": "Prys", "relationship": "mam",
         "languages": {"speak": "cy", "read": "cy"},
         "consent": {"taking_part": {"answer": "given", "on": "2026-03-10"},
                     "sharing": {"basis": "told", "law": "public_task"}},
         "safe_contact": {"number": "01632 960001", "times": "after 10", "no_message": true},
         "address": {"text": "1 Heol y Bont", "protected": true}}
    ],
    "needs": ["routines", "dealing_with_crisis"],
    "going_well": "Mae'r plant yn yr ysgol bob dydd.",
    "worries": "Nosweithiau anodd."
}))]
pub struct NewReferral {
    /// The programme area, from `/api/v1/sites`.
    pub site: String,
    /// The day it was received; today when left out.
    #[serde(default)]
    pub received_on: Option<String>,
    /// Its children and adults, at least one child.
    #[serde(default)]
    pub people: Vec<NewPerson>,
    /// Keys of areas of need: `routines`, `budgeting`, `healthy_living`, `wellbeing`, `behaviour`, `access_to_support`,
    /// `family_relationships`, `dealing_with_crisis`, `play_and_stimulation`.
    #[serde(default)]
    pub needs: Vec<String>,
    /// What is going well.
    #[serde(default)]
    #[schema(max_length = 10000)]
    pub going_well: Option<String>,
    /// What worries people.
    #[serde(default)]
    #[schema(max_length = 10000)]
    pub worries: Option<String>,
}

/// One child or adult of a family referred. Anything that is not known is left out.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPerson {
    /// `child` or `adult`; an unborn child is a child.
    #[schema(pattern = "^(child|adult)$")]
    pub part: String,
    /// First name or names.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub forename: Option<String>,
    /// Family name.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub surname: Option<String>,
    /// What people call them, where it differs.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub known_as: Option<String>,
    /// `2015-02-28`, `2015-02`, `2015`, or `expected 2027-03` for a child not born yet.
    #[serde(default)]
    #[schema(example = "2015-02")]
    pub birth: Option<String>,
    /// What they are to the children, in the family's word.
    #[serde(default)]
    pub relationship: Option<String>,
    /// Tags of the languages they want to use.
    #[serde(default)]
    pub languages: Option<NewTongues>,
    /// Why this child is referred: `risk_of_care` or `reunification`.
    #[serde(default)]
    #[schema(pattern = "^(risk_of_care|reunification)$")]
    pub reason: Option<String>,
    /// A key of the legal statuses of the nation, from `/api/v1/packs/{nation}`.
    #[serde(default)]
    pub legal_status: Option<String>,
    /// What they agreed to; what is left out was not asked.
    #[serde(default)]
    pub consent: Option<NewAgreed>,
    /// How it is safe to reach them.
    #[serde(default)]
    pub safe_contact: Option<NewSafeContact>,
    /// Where they live.
    #[serde(default)]
    pub address: Option<NewAddress>,
}

/// Tags of languages, as RFC 5646 has them: `cy`, `en`, `pl`, `bfi`.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewTongues {
    /// For talking, signing included.
    #[serde(default)]
    pub speak: Option<String>,
    /// For letters and pages.
    #[serde(default)]
    pub read: Option<String>,
    /// For reminders.
    #[serde(default)]
    pub reminders: Option<String>,
}

/// The four separate things a person is asked.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAgreed {
    /// To take part in the programme.
    #[serde(default)]
    pub taking_part: Option<NewAnswer>,
    /// On what footing their facts are shared.
    #[serde(default)]
    pub sharing: Option<NewSharing>,
    /// To a child's stays over with the carer.
    #[serde(default)]
    pub stays_over: Option<NewChoice>,
    /// To the use of their story.
    #[serde(default)]
    pub story: Option<NewChoice>,
}

/// What a person said to taking part.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAnswer {
    /// `given`, `not_given` or `not_asked`.
    #[schema(pattern = "^(given|not_given|not_asked)$")]
    pub answer: String,
    /// The day it was given; the day the referral was received when left out.
    #[serde(default)]
    pub on: Option<String>,
    /// Why it was not given, in their words.
    #[serde(default)]
    pub why: Option<String>,
}

/// What a person said to one of the other questions.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewChoice {
    /// `given`, `not_given` or `not_asked`.
    #[schema(pattern = "^(given|not_given|not_asked)$")]
    pub answer: String,
    /// The day it was given; the day the referral was received when left out.
    #[serde(default)]
    pub on: Option<String>,
}

/// On what footing facts are shared.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSharing {
    /// `not_discussed`, `agreed` or `told`.
    #[schema(pattern = "^(not_discussed|agreed|told)$")]
    pub basis: String,
    /// With `told`: `public_task`, `legal_obligation`, `vital_interests` or `legitimate_interests`.
    #[serde(default)]
    pub law: Option<String>,
}

/// How it is safe to reach somebody.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSafeContact {
    /// A number that is safe to ring.
    #[serde(default)]
    pub number: Option<String>,
    /// When it is safe, in their words.
    #[serde(default)]
    pub times: Option<String>,
    /// Do not leave a message.
    #[serde(default)]
    pub no_message: bool,
    /// Their address must not be shown.
    #[serde(default)]
    pub address_hidden: bool,
    /// Anything else to know first.
    #[serde(default)]
    pub note: Option<String>,
}

/// Where somebody lives.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAddress {
    /// The address, as on an envelope.
    pub text: String,
    /// Whether it must not be shown but to those who ask for it with a reason.
    #[serde(default)]
    pub protected: bool,
}
