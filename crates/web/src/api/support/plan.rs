//! A family's plan by calls: its versions, what people say to it, what they agree to, and more time than it says.

use super::boxes::{Boxes, with_day};
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
use domain::id::FamilyId;
use domain::plan::Viewer;
use serde::{Deserialize, Serialize};
use store::Tx;
use store::plan::{ExtensionShown, PlanShown, ViewShown};
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

impl Boxes for NewPlan {
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

deed! {
    /// Writes a version of a family's plan. What somebody else wrote meanwhile refuses it.
    write_plan at PLAN => "It is the newest version";
    ChangePlan of Family(FamilyId), "The family"; NewPlan; crate::plan::by_call
}

/// What somebody of the family says to the plan.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TheirView {
    /// Who of the family.
    who: Uuid,
    /// The version it is about.
    version: u32,
    /// How they stand to it.
    stance: String,
    /// Their words.
    words: Option<String>,
}

impl Boxes for TheirView {}

deed! {
    /// Writes down what somebody of the family says to the plan, beside whom the caller is.
    sign_plan_for_person at PLAN_VIEWS => "It is kept";
    ChangePlan of Family(FamilyId), "The family"; TheirView; crate::plan::sign_by_call
}

/// What the caller says to the plan.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnView {
    /// The version it is about.
    version: u32,
    /// How they stand to it.
    stance: String,
    /// Their words.
    words: Option<String>,
}

impl Boxes for OwnView {}

deed! {
    /// Says what the caller thinks of the plan.
    sign_plan at PLAN_VIEW => "It is kept";
    AgreePlan of Family(FamilyId), "The family"; OwnView; crate::plan::own_sign_by_call
}

/// A version of a plan.
#[derive(Serialize, ToSchema)]
pub struct WholePlan {
    /// The version.
    version: u32,
    /// The day of the planning meeting.
    met: String,
    /// The planned end.
    end: String,
    /// Areas of need.
    needs: Vec<&'static str>,
    /// Which support, how often.
    support: Vec<SupportLine>,
    /// The goals it holds.
    goals: Vec<PlannedGoal>,
    /// What each child wishes.
    wishes: Vec<WishLine>,
    /// What to do in a hard time.
    hard_time: Option<String>,
    /// Anything else.
    more: Option<String>,
    /// What changed.
    change: Option<String>,
    /// Who wrote it.
    by: Option<String>,
    /// The language it was written in.
    language: String,
    /// What people say to it, the earliest first.
    views: Vec<ViewLine>,
    /// Questions for more time, the earliest first.
    extensions: Vec<ExtensionLine>,
}

/// One kind of support.
#[derive(Serialize, ToSchema)]
pub struct SupportLine {
    /// The kind.
    kind: &'static str,
    /// How often.
    often: &'static str,
}

/// A goal as a version says it.
#[derive(Serialize, ToSchema)]
pub struct PlannedGoal {
    /// The goal.
    id: Uuid,
    /// Whose it is.
    owner: Uuid,
    /// In their words.
    words: String,
}

/// What a child wishes.
#[derive(Serialize, ToSchema)]
pub struct WishLine {
    /// The child.
    child: Uuid,
    /// In their words.
    words: String,
}

/// What somebody says to it.
#[derive(Serialize, ToSchema)]
pub struct ViewLine {
    /// Who of the family, where it is one of them.
    who: Option<Uuid>,
    /// The name of the account: whose view it is, or who was beside the person.
    by: Option<String>,
    /// How they stand to it.
    stance: &'static str,
    /// Their words.
    words: Option<String>,
}

/// A question for more time.
#[derive(Serialize, ToSchema)]
pub struct ExtensionLine {
    /// The question.
    id: Uuid,
    /// The day it was asked.
    asked_on: String,
    /// The last day of support.
    to: String,
    /// Why.
    reason: String,
    /// `asked`, `agreed` or `not_agreed`.
    stage: &'static str,
    /// Why not.
    why_not: Option<String>,
}

/// Opens the newest version of a family's plan; nothing where there is none.
#[utoipa::path(get, path = address::PLAN, tag = "support", operation_id = "get_plan",
    params(("id" = Uuid, Path, description = "The family")),
    responses((status = 200, description = "The newest version", body = Option<WholePlan>)))]
pub async fn plan(State(app): State<App>, caller: Caller, id: Id<FamilyId>) -> Response {
    caller.tell(shown(&app, &caller, id.0).await)
}

async fn shown(app: &App, caller: &Caller, id: FamilyId) -> Result<Told, Problem> {
    let permit = caller.permit(app, Action::OpenPlan, Object::Family(id)).await?;
    let read = app.store().read(permit, move |tx: &Tx| {
        let extensions = store::plan::extensions(tx, id)?;
        Ok::<_, store::Error>(store::plan::show(tx, id, None)?.map(|plan| (plan, extensions)))
    });
    let plan = read.await?.map(|(plan, extensions)| whole(plan, extensions));
    Ok(Told::ok(&plan))
}

fn whole(shown: PlanShown, extensions: Vec<ExtensionShown>) -> WholePlan {
    let plan = shown.plan;
    WholePlan {
        version: plan.version,
        met: plan.met_on.to_string(),
        end: plan.planned_end.to_string(),
        needs: plan.needs.iter().map(|need| need.key).collect(),
        support: plan
            .support
            .iter()
            .map(|(kind, often)| SupportLine {
                kind: kind.key,
                often: often.key(),
            })
            .collect(),
        goals: shown
            .goals
            .into_iter()
            .map(|(id, owner, words)| PlannedGoal {
                id: id.uuid(),
                owner: owner.uuid(),
                words,
            })
            .collect(),
        wishes: shown
            .wishes
            .into_iter()
            .map(|(child, words)| WishLine {
                child: child.uuid(),
                words,
            })
            .collect(),
        hard_time: shown.hard_time,
        more: shown.more,
        change: shown.change,
        by: shown.by,
        language: shown.language,
        views: shown.views.into_iter().map(view).collect(),
        extensions: extensions.into_iter().map(extension).collect(),
    }
}

fn view(shown: ViewShown) -> ViewLine {
    ViewLine {
        who: match shown.by {
            Viewer::Person(person) => Some(person.uuid()),
            Viewer::Account(_) => None,
        },
        by: shown.name,
        stance: shown.stance.key(),
        words: shown.words,
    }
}

fn extension(shown: ExtensionShown) -> ExtensionLine {
    ExtensionLine {
        id: shown.extension.id.uuid(),
        asked_on: shown.asked_on.to_string(),
        to: shown.extension.to.to_string(),
        reason: shown.reason,
        stage: shown.extension.stage.key(),
        why_not: shown.refused_words,
    }
}
