//! A family's goals by calls: how near they are, next steps, how one ended.

use super::boxes::Boxes;
use super::deed;
use crate::App;
use crate::api::address;
use crate::api::caller::{Caller, Id};
use crate::api::problem::Problem;
use crate::api::tell::Told;
use crate::form::Form;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::goal::Doer;
use domain::id::FamilyId;
use serde::{Deserialize, Serialize};
use store::goal::GoalShown;
use utoipa::ToSchema;
use uuid::Uuid;

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

impl Boxes for NewMark {
    const DAYS: &'static [&'static str] = &["on"];
}

deed! {
    /// Marks a goal.
    mark_goal at MARKS => "It is marked; the id is the goal's";
    ChangePlan of Family(FamilyId), "The family"; NewMark; crate::goal::mark_by_call
}

/// A next step of a goal.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewNextStep {
    /// The goal.
    goal: Uuid,
    /// What is to be done.
    step: String,
    /// Who does it: somebody of the family by id, or `carer`, `social_worker` and the like.
    doer: String,
    /// By when.
    due: Option<String>,
}

impl Boxes for NewNextStep {
    const DAYS: &'static [&'static str] = &["due"];
}

deed! {
    /// Adds a next step to a goal.
    add_next_step at NEXT_STEPS => "It is kept; the id is the goal's";
    ChangePlan of Family(FamilyId), "The family"; NewNextStep; crate::goal::add_step_by_call
}

/// How a next step stands.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NextStepStands {
    /// The goal.
    goal: Uuid,
    /// The step.
    step: Uuid,
    /// `open`, `done` or `dropped`.
    stage: String,
}

impl Boxes for NextStepStands {}

deed! {
    /// Says how a next step stands.
    set_next_step at NEXT_STEP_STANDS => "It is kept; the id is the goal's";
    ChangePlan of Family(FamilyId), "The family"; NextStepStands; crate::goal::set_step_by_call
}

/// How a goal ended.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GoalEnd {
    /// The goal.
    goal: Uuid,
    /// `reached`, `changed` or `let_go`.
    how: String,
    /// What is said to it.
    words: Option<String>,
}

impl Boxes for GoalEnd {
    fn form(&self) -> Form {
        let words = self.words.as_deref().unwrap_or_default();
        Form::default()
            .with("goal", &self.goal.to_string())
            .with("how", &self.how)
            .with("end_words", words)
    }

    fn field(name: &str) -> String {
        (if name == "end_words" { "words" } else { name }).to_owned()
    }
}

deed! {
    /// Ends a goal.
    end_goal at GOAL_END => "It has ended; the id is the goal's";
    ChangePlan of Family(FamilyId), "The family"; GoalEnd; crate::goal::end_by_call
}

/// A goal with its marks and next steps.
#[derive(Serialize, ToSchema)]
pub struct WholeGoal {
    /// The goal.
    id: Uuid,
    /// Whose it is.
    owner: Uuid,
    /// In their words.
    words: String,
    /// The language of the words.
    language: String,
    /// The area of need it is about.
    need: Option<&'static str>,
    /// Its marks, the earliest day first.
    marks: Vec<MarkLine>,
    /// Its next steps.
    steps: Vec<NextStepLine>,
    /// The day it ended.
    ended_on: Option<String>,
    /// How: `reached`, `changed` or `let_go`.
    ended: Option<&'static str>,
}

/// A mark.
#[derive(Serialize, ToSchema)]
pub struct MarkLine {
    /// The day.
    on: String,
    /// 0 to 10.
    mark: u8,
}

/// A next step.
#[derive(Serialize, ToSchema)]
pub struct NextStepLine {
    /// The step.
    id: Uuid,
    /// What is to be done.
    words: String,
    /// Who does it.
    doer: String,
    /// By when.
    due: Option<String>,
    /// `open`, `done` or `dropped`.
    stage: &'static str,
}

/// Lists a family's goals, those that ended too.
#[utoipa::path(get, path = address::GOALS, tag = "support", operation_id = "list_goals",
    params(("id" = Uuid, Path, description = "The family")),
    responses((status = 200, description = "Every goal", body = Vec<WholeGoal>)))]
pub async fn goals(State(app): State<App>, caller: Caller, id: Id<FamilyId>) -> Response {
    caller.tell(shown(&app, &caller, id.0).await)
}

async fn shown(app: &App, caller: &Caller, id: FamilyId) -> Result<Told, Problem> {
    let permit = caller.permit(app, Action::OpenPlan, Object::Family(id)).await?;
    let goals = app.store().read(permit, move |tx| store::goal::of_family(tx, id));
    Ok(Told::ok(&goals.await?.into_iter().map(whole).collect::<Vec<_>>()))
}

fn whole(shown: GoalShown) -> WholeGoal {
    let goal = shown.goal;
    let step = |(action, (words, _)): (&domain::goal::Action, (String, String))| NextStepLine {
        id: action.id.uuid(),
        words,
        doer: match action.doer {
            Doer::Person(person) => person.to_string(),
            Doer::Helper(helper) => helper.key().to_owned(),
        },
        due: action.due.map(|on| on.to_string()),
        stage: action.stage.key(),
    };
    WholeGoal {
        id: goal.id.uuid(),
        owner: goal.owner.uuid(),
        need: goal.need.map(|need| need.key),
        marks: goal
            .marks
            .iter()
            .map(|one| MarkLine {
                on: one.on.to_string(),
                mark: one.mark.number(),
            })
            .collect(),
        steps: goal.actions.iter().zip(shown.actions).map(step).collect(),
        ended_on: goal.ended.map(|(on, _)| on.to_string()),
        ended: goal.ended.map(|(_, how)| how.key()),
        words: shown.words,
        language: shown.language,
    }
}
