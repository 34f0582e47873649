//! The shapes of what is said about a referral as the API gives them: asked and answered, told, heard of afterwards.

use domain::text::Text;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// One question or answer before a referral is decided.
#[derive(Serialize, ToSchema)]
pub struct Message {
    /// `question` or `answer`.
    #[schema(example = "question")]
    pub kind: &'static str,
    /// When it was written.
    #[schema(example = "2026-03-16T09:30:00Z")]
    pub written_at: String,
    /// The language it was written in.
    #[schema(example = "en")]
    pub language: String,
    /// Who wrote it, while their account is there.
    pub by: Option<String>,
    /// The words.
    pub text: String,
}

impl From<store::referral::Message> for Message {
    fn from(message: store::referral::Message) -> Self {
        Self {
            kind: if message.is_answer { "answer" } else { "question" },
            written_at: store::clock::instant(message.at).to_string(),
            language: message.language,
            by: message.by,
            text: message.words,
        }
    }
}

/// That the family was told where things stand.
#[derive(Serialize, ToSchema)]
pub struct Telling {
    /// The day.
    #[schema(example = "2026-03-20")]
    pub on: String,
    /// `letter`, `call`, `message` or `visit`.
    #[schema(example = "call")]
    pub how: &'static str,
    /// What was said, if more than where it stands.
    pub words: Option<String>,
    /// The day by which they hear again, if they were promised one.
    pub next_on: Option<String>,
    /// Who told them, while their account is there.
    pub by: Option<String>,
}

impl From<store::referral::Telling> for Telling {
    fn from(telling: store::referral::Telling) -> Self {
        let told = telling.told;
        Self {
            on: told.on.to_string(),
            how: told.how.key(),
            words: told.words.as_ref().map(Text::to_string),
            next_on: told.next_on.map(|day| day.to_string()),
            by: telling.by,
        }
    }
}

/// What happened to one child of a family that was not taken, as its authority says.
#[derive(Serialize, ToSchema)]
pub struct Outcome {
    /// The child.
    pub child: Uuid,
    /// The day it was said.
    #[schema(example = "2027-03-20")]
    pub told_on: String,
    /// Where they live: `at_home`, `in_care`, `with_relatives`, `elsewhere` or `not_known`.
    #[schema(example = "at_home")]
    pub lives: &'static str,
    /// The day they first came into care after the referral, if they did and it is known.
    pub entered_care_on: Option<String>,
    /// More, in words.
    pub words: Option<String>,
}

impl From<store::referral::Outcome> for Outcome {
    fn from(outcome: store::referral::Outcome) -> Self {
        let after = outcome.after;
        Self {
            child: after.child.uuid(),
            told_on: outcome.told_on.to_string(),
            lives: after.lives.key(),
            entered_care_on: after.entered_care_on.map(|day| day.to_string()),
            words: outcome.words,
        }
    }
}
