//! The end of support by a call, and what is known later.

use super::boxes::with_day;
use super::{About, Done, carry_out};
use crate::App;
use crate::api::address;
use crate::api::caller::{Caller, Id};
use crate::api::sent::Sent;
use crate::form::Form;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::{FamilyId, ReferralId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Where a child lives.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChildLives {
    /// The child.
    child: Uuid,
    /// `at_home`, `in_care`, `with_relatives`, `elsewhere` or `not_known`.
    lives: String,
    /// In care: which kind.
    care: Option<String>,
    /// In care: since when.
    since: Option<String>,
}

impl ChildLives {
    fn fill(&self, form: Form) -> Form {
        let id = self.child;
        let form = form
            .with(&format!("lives_{id}"), &self.lives)
            .with(&format!("care_{id}"), self.care.as_deref().unwrap_or_default());
        with_day(form, &format!("since_{id}"), self.since.as_deref().unwrap_or_default())
    }
}

/// The field a box came from, where it is about one of several: `lives_{id}` is `children.{id}.lives`.
fn field(name: &str) -> String {
    let of = |prefix: &str, list: &str, part: &str| {
        let id = name.strip_prefix(prefix)?;
        Some(format!("{list}.{id}.{part}"))
    };
    let found = of("lives_", "children", "lives")
        .or_else(|| of("care_", "children", "care"))
        .or_else(|| of("since_", "children", "since"))
        .or_else(|| of("goal_", "goals", "came_to"));
    found.unwrap_or_else(|| name.to_owned())
}

/// What a goal came to.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GoalCameTo {
    /// The goal.
    goal: Uuid,
    /// `reached`, `changed` or `let_go`.
    came_to: String,
}

/// The end of a family's support.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewClosing {
    /// The last day.
    on: String,
    /// `goals_met`, `family_chose`, `moved`, `other_help`, `entered_care` or `other`.
    reason: String,
    /// More about why.
    words: Option<String>,
    /// What was achieved, said to the family: it stands in their letters.
    achieved: String,
    /// Where each child lives.
    #[serde(default)]
    children: Vec<ChildLives>,
    /// What each open goal came to.
    #[serde(default)]
    goals: Vec<GoalCameTo>,
}

impl NewClosing {
    fn form(&self) -> Form {
        let form = Form::default()
            .with("reason", &self.reason)
            .with("words", self.words.as_deref().unwrap_or_default())
            .with("achieved", &self.achieved);
        let form = with_day(form, "on", &self.on);
        let form = self.children.iter().fold(form, |form, child| child.fill(form));
        self.goals
            .iter()
            .fold(form, |form, one| form.with(&format!("goal_{}", one.goal), &one.came_to))
    }
}

/// Closes a family's support: the match, cover, offers, goals and what was planned end with it.
#[utoipa::path(post, path = address::CLOSING, tag = "support", operation_id = "close_support",
    params(("id" = Uuid, Path, description = "The family"),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = NewClosing,
    responses((status = 201, description = "It is closed", body = Done)))]
pub async fn close(State(app): State<App>, caller: Caller, id: Id<FamilyId>, sent: Sent) -> Response {
    let id = id.0;
    let about = About {
        action: Action::CloseSupport,
        object: Object::Family(id),
        at: address::support(id),
    };
    let act = move |tx: &store::Tx, call: &crate::call::Call, form: &Form| {
        crate::closing::by_call(tx, call, id, form).map(|()| id.uuid())
    };
    caller.tell(carry_out(&app, &caller, &sent, about, NewClosing::form, act, field).await)
}

/// What the authority says 12 or 24 months after a referral.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewFollowUp {
    /// The referral it counts from.
    referral: Uuid,
    /// `12_months` or `24_months`.
    which: String,
    /// The day the record was looked at.
    on: String,
    /// Where each child lives.
    #[serde(default)]
    children: Vec<ChildLives>,
    /// `authority`, `family`, `carer` or `other`.
    source: String,
    /// Anything else worth knowing.
    words: Option<String>,
    /// Whether it puts right the one that is there.
    #[serde(default)]
    puts_right: bool,
}

impl NewFollowUp {
    fn form(&self) -> Form {
        let right = if self.puts_right { self.which.as_str() } else { "" };
        let form = Form::default()
            .with("referral", &self.referral.to_string())
            .with("which", &self.which)
            .with("right", right)
            .with("source", &self.source)
            .with("words", self.words.as_deref().unwrap_or_default());
        let form = with_day(form, "on", &self.on);
        self.children.iter().fold(form, |form, child| child.fill(form))
    }
}

/// Writes down where each child lives, 12 or 24 months after the referral.
#[utoipa::path(post, path = address::FOLLOW_UPS, tag = "support", operation_id = "follow_up",
    params(("id" = Uuid, Path, description = "The family"),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = NewFollowUp,
    responses((status = 201, description = "It is kept", body = Done)))]
pub async fn follow_up(State(app): State<App>, caller: Caller, id: Id<FamilyId>, sent: Sent) -> Response {
    let id = id.0;
    let about = About {
        action: Action::RecordAfter,
        object: Object::Family(id),
        at: address::support(id),
    };
    let act = move |tx: &store::Tx, call: &crate::call::Call, form: &Form| {
        let referral: ReferralId = form.get("referral").parse().map_err(|_| store::Error::NotFound)?;
        crate::follow_up::by_call(tx, call, (id, referral), form).map(|()| id.uuid())
    };
    caller.tell(carry_out(&app, &caller, &sent, about, NewFollowUp::form, act, field).await)
}
