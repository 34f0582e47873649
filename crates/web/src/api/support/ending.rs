//! The end of support by a call, and what is known later.

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

impl Boxes for NewClosing {
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

    fn field(name: &str) -> String {
        field(name)
    }
}

deed! {
    /// Closes a family's support: the match, cover, offers, goals and what was planned end with it.
    close_support at CLOSING => "It is closed";
    CloseSupport of Family(FamilyId), "The family"; NewClosing; crate::closing::by_call
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

impl Boxes for NewFollowUp {
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

    fn field(name: &str) -> String {
        field(name)
    }
}

deed! {
    /// Writes down where each child lives, 12 or 24 months after the referral.
    follow_up at FOLLOW_UPS => "It is kept";
    RecordAfter of Family(FamilyId), "The family"; NewFollowUp; crate::follow_up::by_call
}

/// A time a child is in care.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCareEpisode {
    /// One that is there, which this puts right.
    episode: Option<Uuid>,
    /// That the one that is there was a mistake: nothing takes its place.
    #[serde(default)]
    wrong: bool,
    /// The child.
    child: Option<Uuid>,
    /// The kind of care.
    kind: Option<String>,
    /// The first day.
    from: Option<String>,
    /// The last day; nothing while it goes on.
    to: Option<String>,
    /// `authority`, `family`, `carer` or `other`.
    source: Option<String>,
}

impl Boxes for NewCareEpisode {
    const DAYS: &'static [&'static str] = &["from", "to"];
}

deed! {
    /// Writes down a time a child is in care, puts one right, or says that it was a mistake.
    record_care at CARE => "It is kept";
    RecordAfter of Family(FamilyId), "The family"; NewCareEpisode; crate::care_episode::by_call
}

/// A time a child is in care.
#[derive(Serialize, ToSchema)]
pub struct CareEpisode {
    /// The episode.
    id: Uuid,
    /// The child.
    child: Uuid,
    /// The kind of care.
    kind: &'static str,
    /// The first day.
    from: String,
    /// The last day; nothing while it goes on.
    to: Option<String>,
    /// Who says so.
    source: &'static str,
    /// Who wrote it down.
    by: Option<String>,
}

/// Lists the times a family's children are in care, the latest first, less what was put right.
#[utoipa::path(get, path = address::CARE, tag = "support", operation_id = "list_care",
    params(("id" = Uuid, Path, description = "The family")),
    responses((status = 200, description = "Every time in care", body = Vec<CareEpisode>)))]
pub async fn care(State(app): State<App>, caller: Caller, id: Id<FamilyId>) -> Response {
    caller.tell(shown(&app, &caller, id.0).await)
}

async fn shown(app: &App, caller: &Caller, id: FamilyId) -> Result<Told, Problem> {
    let permit = caller.permit(app, Action::OpenPlan, Object::Family(id)).await?;
    let all = app
        .store()
        .read(permit, move |tx| store::care_episode::of_family(tx, id));
    let one = |one: store::care_episode::EpisodeShown| CareEpisode {
        id: one.id.uuid(),
        child: one.episode.child.uuid(),
        kind: one.episode.kind.key(),
        from: one.episode.from.to_string(),
        to: one.episode.to.map(|to| to.to_string()),
        source: one.episode.source.key(),
        by: one.by,
    };
    Ok(Told::ok(&all.await?.into_iter().map(one).collect::<Vec<_>>()))
}
