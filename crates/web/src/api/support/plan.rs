//! A family's plan and its goals.

use super::boxes::{filled, with_day};
use super::deeds::{of_family, same};
use super::{Done, carry_out};
use crate::App;
use crate::api::address;
use crate::api::caller::{Caller, Id};
use crate::api::sent::Sent;
use crate::form::Form;
use axum::extract::State;
use axum::response::Response;
use domain::access::Action;
use domain::id::FamilyId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// One goal of a plan.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanGoal {
    /// The goal, where it is there already.
    id: Option<Uuid>,
    /// Whose it is.
    owner: Uuid,
    /// What they want, in their words.
    words: String,
    /// The area of need it is about.
    need: Option<String>,
    /// How near it is, 0 to 10.
    mark: Option<u8>,
}

/// One kind of support of a plan.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanSupport {
    /// The kind.
    kind: String,
    /// How often.
    often: String,
}

/// What a child wishes.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanWish {
    /// The child.
    child: Uuid,
    /// In their words.
    words: String,
}

/// A version of a family's plan.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPlan {
    /// The version it was written from; 0 for the first.
    #[serde(default)]
    from_version: u32,
    /// The day of the planning meeting.
    met: String,
    /// The planned end.
    end: String,
    /// Areas of need.
    #[serde(default)]
    needs: Vec<String>,
    /// Which support, how often.
    #[serde(default)]
    support: Vec<PlanSupport>,
    /// Goals.
    #[serde(default)]
    goals: Vec<PlanGoal>,
    /// What each child wishes.
    #[serde(default)]
    wishes: Vec<PlanWish>,
    /// What to do in a hard time.
    hard_time: Option<String>,
    /// Anything else.
    more: Option<String>,
    /// What changed, for a later version.
    change: Option<String>,
}

impl NewPlan {
    fn form(&self) -> Form {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let mut form = Form::default()
            .with("from_version", &self.from_version.to_string())
            .with("hard_time", &text(&self.hard_time))
            .with("more", &text(&self.more))
            .with("change", &text(&self.change));
        form = with_day(with_day(form, "met", &self.met), "end", &self.end);
        form = self.needs.iter().fold(form, |form, need| form.with("needs", need));
        for one in &self.support {
            form = form.with(&format!("often_{}", one.kind), &one.often);
        }
        for wish in &self.wishes {
            form = form.with(&format!("wish_{}", wish.child), &wish.words);
        }
        let keys: Vec<String> = (1..=self.goals.len()).map(|key| key.to_string()).collect();
        form = form.with("goals", &keys.join(" "));
        for (key, goal) in keys.iter().zip(&self.goals) {
            let name = |part: &str| format!("goal_{key}_{part}");
            form = form
                .with(&name("id"), &goal.id.map(|id| id.to_string()).unwrap_or_default())
                .with(&name("owner"), &goal.owner.to_string())
                .with(&name("words"), &goal.words)
                .with(&name("need"), goal.need.as_deref().unwrap_or_default())
                .with(
                    &name("mark"),
                    &goal.mark.map(|mark| mark.to_string()).unwrap_or_default(),
                );
        }
        form
    }

    /// The field a box of the form came from: `goal_2_words` is `goals[1].words`.
    fn field(name: &str) -> String {
        let goal = name.strip_prefix("goal_").and_then(|rest| rest.split_once('_'));
        let place = goal.and_then(|(key, part)| Some((key.parse::<usize>().ok()?.checked_sub(1)?, part)));
        place.map_or_else(|| name.to_owned(), |(place, part)| format!("goals[{place}].{part}"))
    }
}

/// Writes a version of a family's plan. What somebody else wrote meanwhile refuses it.
#[utoipa::path(post, path = address::PLAN, tag = "support", operation_id = "write_plan",
    params(("id" = Uuid, Path, description = "The family"),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = NewPlan,
    responses((status = 201, description = "It is the newest version", body = Done)))]
pub async fn write_plan(State(app): State<App>, caller: Caller, id: Id<FamilyId>, sent: Sent) -> Response {
    let id = id.0;
    let act = move |tx: &store::Tx, call: &crate::call::Call, form: &Form| {
        crate::plan::by_call(tx, call, id, form).map(|()| id.uuid())
    };
    let about = of_family(Action::ChangePlan, id);
    caller.tell(carry_out(&app, &caller, &sent, about, NewPlan::form, act, NewPlan::field).await)
}

/// How near a goal is now.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewMark {
    /// The goal.
    goal: Uuid,
    /// 0 to 10.
    mark: u8,
    /// The day; today when left out.
    on: Option<String>,
    /// What its owner says to it.
    words: Option<String>,
}

/// Marks a goal.
#[utoipa::path(post, path = address::MARKS, tag = "support", operation_id = "mark_goal",
    params(("id" = Uuid, Path, description = "The family"),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = NewMark,
    responses((status = 201, description = "It is marked; the id is the goal's", body = Done)))]
pub async fn mark(State(app): State<App>, caller: Caller, id: Id<FamilyId>, sent: Sent) -> Response {
    let id = id.0;
    let form = |body: &NewMark| filled(body, &["on"]);
    let act = move |tx: &store::Tx, call: &crate::call::Call, form: &Form| {
        crate::goal::mark_by_call(tx, call, id, form).map(domain::id::GoalId::uuid)
    };
    let about = of_family(Action::ChangePlan, id);
    caller.tell(carry_out(&app, &caller, &sent, about, form, act, same).await)
}
