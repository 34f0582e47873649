//! The shapes one person is sent in.

use super::{NewAgreed, NewResponsible};
use serde::Deserialize;
use utoipa::ToSchema;

/// One child or adult of a family referred. Anything else that is not known is left out.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPerson {
    /// `child` or `adult`; an unborn child is a child.
    #[schema(pattern = "^(child|adult)$")]
    pub part: String,
    /// Who of the family this is, where the referral follows another: their id there.
    #[serde(default)]
    #[schema(format = "uuid")]
    pub person: Option<String>,
    /// First name or names. Everybody who is born has one of the three names.
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
    /// Why this child is referred, which every child has: `risk_of_care` or `reunification`.
    #[serde(default)]
    #[schema(pattern = "^(risk_of_care|reunification)$")]
    pub reason: Option<String>,
    /// A key of the legal statuses of the nation, from `/api/v1/packs/{nation}`; children only.
    #[serde(default)]
    pub legal_status: Option<String>,
    /// Who has parental responsibility for this child, as far as it is known.
    #[serde(default)]
    pub responsible: Option<NewResponsible>,
    /// What they agreed to. Of every adult it is said whether they take part and how their facts are shared.
    #[serde(default)]
    pub consent: Option<NewAgreed>,
    /// How it is safe to reach them.
    #[serde(default)]
    pub safe_contact: Option<NewSafeContact>,
    /// How they describe their ethnic group, if they were asked and said.
    #[serde(default)]
    pub ethnicity: Option<NewEthnicity>,
    /// What a disability or an illness means for them, in their words.
    #[serde(default)]
    #[schema(max_length = 10000)]
    pub disability: Option<String>,
    /// What helps them to understand and be understood: an interpreter, large print, more time.
    #[serde(default)]
    #[schema(max_length = 10000)]
    pub communication: Option<String>,
    /// Their number in the authority's own system, whatever it looks like there.
    #[serde(default)]
    pub authority_id: Option<String>,
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
    /// For reminders; the one they read when left out.
    #[serde(default)]
    pub reminders: Option<String>,
}

/// How somebody describes their ethnic group.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewEthnicity {
    /// A key of the ethnic groups of the nation, from `/api/v1/packs/{nation}`.
    #[serde(default)]
    pub group: Option<String>,
    /// Their own words for it.
    #[serde(default)]
    #[schema(max_length = 10000)]
    pub words: Option<String>,
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
    /// Their address must not be shown: every home they live in is hidden.
    #[serde(default)]
    pub address_hidden: bool,
    /// Anything else to know first.
    #[serde(default)]
    pub note: Option<String>,
}
