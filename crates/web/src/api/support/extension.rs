//! More time than the plan says, by calls: asked, and answered by each side for itself.

use super::boxes::Boxes;
use super::deed;
use domain::id::FamilyId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// More time than the plan says.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewExtension {
    /// The last day of support.
    to: String,
    /// Why.
    reason: String,
}

impl Boxes for NewExtension {
    const DAYS: &'static [&'static str] = &["to"];
}

deed! {
    /// Asks for more time than the plan says.
    ask_extension at EXTENSIONS => "It is asked; the id is the question's";
    ChangePlan of Family(FamilyId), "The family"; NewExtension; crate::plan::ask_by_call
}

/// One side's answer to the question for more time.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExtensionAnswer {
    /// The question.
    extension: Uuid,
    /// `yes` or `no`.
    answer: String,
    /// Why not.
    why: Option<String>,
}

impl Boxes for ExtensionAnswer {}

deed! {
    /// Answers for the programme.
    answer_extension_for_programme at EXTENSION_PROGRAMME => "It is answered";
    ApproveExtension of Family(FamilyId), "The family"; ExtensionAnswer; crate::plan::programme_by_call
}

deed! {
    /// Answers for the authority.
    answer_extension_for_authority at EXTENSION_AUTHORITY => "It is answered";
    AgreeExtension of Family(FamilyId), "The family"; ExtensionAnswer; crate::plan::authority_by_call
}
