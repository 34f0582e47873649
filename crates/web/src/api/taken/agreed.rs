//! The shapes in which it is sent what people agreed to.

use serde::Deserialize;
use utoipa::ToSchema;

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
    /// `not_discussed`, `agreed`, `not_agreed` or `told`.
    #[schema(pattern = "^(not_discussed|agreed|not_agreed|told)$")]
    pub basis: String,
    /// With `told`: `public_task`, `legal_obligation`, `vital_interests` or `legitimate_interests`.
    #[serde(default)]
    pub law: Option<String>,
}
