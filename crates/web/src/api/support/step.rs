//! Steps of a family's support, and suggestions that are set aside.

use super::boxes::Boxes;
use super::deed;
use crate::form::Form;
use domain::id::FamilyId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A step up or down.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"to": 3, "cause": "crisis", "asked_by": "parent", "agreed_by": ["parent", "carer"],
    "reason": "Nights are hard"}))]
pub struct NewStep {
    /// The level after it.
    to: u8,
    /// From which day; today when left out.
    on: Option<String>,
    /// `asked`, `review`, `crisis`, `harder`, `better` or `planned_end`.
    cause: String,
    /// Who asked.
    asked_by: String,
    /// Who agreed.
    #[serde(default)]
    agreed_by: Vec<String>,
    /// Until when it is expected to hold.
    end: Option<String>,
    /// Why.
    reason: String,
}

impl Boxes for NewStep {
    const DAYS: &'static [&'static str] = &["on", "end"];
}

deed! {
    /// Steps a family's support up or down.
    step_support at STEPS => "It is another level";
    StepSupport of Family(FamilyId), "The family"; NewStep; crate::step::by_call
}

/// A suggestion that is set aside.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetAside {
    /// The rule that suggests it.
    rule: String,
    /// What it saw, as the suggestion says it.
    facts: String,
    /// Why it is set aside.
    reason: String,
}

impl Boxes for SetAside {
    fn form(&self) -> Form {
        Form::default()
            .with("rule", &self.rule)
            .with("facts", &self.facts)
            .with(&format!("reason_{}", self.rule), &self.reason)
    }

    fn field(name: &str) -> String {
        let of_rule = name.starts_with("reason_");
        (if of_rule { "reason" } else { "rule" }).to_owned()
    }
}

deed! {
    /// Sets a suggestion aside, with a reason. It has to be suggested still.
    set_aside at SUGGESTIONS_ASIDE => "It is set aside";
    StepSupport of Family(FamilyId), "The family"; SetAside; crate::step::aside_by_call
}
