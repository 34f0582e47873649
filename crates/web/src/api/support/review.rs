//! Reviews by calls: planned, moved, called off, brought to, written down, put right.

use super::boxes::Boxes;
use super::deed;
use crate::App;
use crate::api::address;
use crate::api::caller::{Caller, Id};
use crate::api::problem::Problem;
use crate::api::tell::Told;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::FamilyId;
use domain::plan::Viewer;
use domain::review::{Review, Said};
use serde::{Deserialize, Serialize};
use store::Tx;
use store::review::ContributionShown;
use utoipa::ToSchema;
use uuid::Uuid;

/// How many of the latest reviews are told.
///
/// Source: experience.md, a page of the timeline has thirty.
const REVIEWS: i64 = 30;

/// A review or support meeting: planned where nothing is said of it, else held.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"kind": "review", "on": "2026-11-20", "there": ["carer"], "said": "Mornings are calm",
    "decided": ["continue"]}))]
pub struct NewReview {
    /// One that is planned, which was now held or is moved to another day.
    review: Option<Uuid>,
    /// `review` or `support_meeting`.
    kind: String,
    /// The day.
    on: String,
    /// Who else was there.
    #[serde(default)]
    there: Vec<String>,
    /// Who of the family was there.
    #[serde(default)]
    present: Vec<Uuid>,
    /// What was said.
    said: Option<String>,
    /// What the family said.
    theirs: Option<String>,
    /// What is next.
    next: Option<String>,
    /// What was decided.
    #[serde(default)]
    decided: Vec<String>,
}

impl Boxes for NewReview {
    const DAYS: &'static [&'static str] = &["on"];
}

deed! {
    /// Plans a review, or writes one down that was held.
    add_review at REVIEWS => "It is kept";
    HoldReview of Family(FamilyId), "The family"; NewReview; crate::review::by_call
}

/// A planned review that is called off.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OffReview {
    /// Which.
    review: Uuid,
}

impl Boxes for OffReview {}

deed! {
    /// Calls a planned review off.
    call_review_off at REVIEW_OFF => "It is called off";
    HoldReview of Family(FamilyId), "The family"; OffReview; crate::review::off_by_call
}

/// The words of a review, put right. What stood there is kept.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RightReview {
    /// Which.
    review: Uuid,
    /// The version it was read at.
    version: i64,
    /// What was said.
    said: String,
    /// What the family said.
    theirs: Option<String>,
    /// What is next.
    next: Option<String>,
    /// Why it is put right.
    why: String,
}

impl Boxes for RightReview {}

deed! {
    /// Puts right what was written of a review.
    right_review at REVIEW_RIGHT => "It is put right, and what stood there is kept";
    HoldReview of Family(FamilyId), "The family"; RightReview; crate::review::right_by_call
}

/// What whoever calls brings to a planned review.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnWords {
    /// Which.
    review: Uuid,
    /// How often it was given before: 0 for the first time.
    #[serde(default)]
    version: u32,
    /// The words.
    words: String,
    /// The one person of the family they are about.
    about: Option<Uuid>,
}

impl Boxes for OwnWords {}

deed! {
    /// Brings one's own words to a planned review, or puts them right.
    bring_to_review at REVIEW_BRING => "They are kept";
    ContributeToReview of Family(FamilyId), "The family"; OwnWords; crate::review::own_bring_by_call
}

/// What somebody of the family brings to a planned review, written down by whoever calls.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TheirWords {
    /// Which.
    review: Uuid,
    /// Who of the family.
    who: Uuid,
    /// How often it was given before: 0 for the first time.
    #[serde(default)]
    version: u32,
    /// Their words.
    words: String,
}

impl Boxes for TheirWords {}

deed! {
    /// Writes down what somebody of the family brings to a planned review. They alone see it before.
    bring_for_person at REVIEW_BRING_FOR => "They are kept";
    HoldReview of Family(FamilyId), "The family"; TheirWords; crate::review::bring_by_call
}

/// A review.
#[derive(Serialize, ToSchema)]
pub struct ReviewLine {
    /// The review.
    id: Uuid,
    /// `review` or `support_meeting`.
    kind: &'static str,
    /// The day.
    on: String,
    /// `planned`, `held` or `called_off`.
    stage: &'static str,
    /// What was decided.
    decided: Vec<&'static str>,
    /// Who wrote it.
    by: Option<String>,
    /// What was said.
    said: Option<String>,
    /// What the family said.
    theirs: Option<String>,
    /// What is next.
    next: Option<String>,
    /// What was brought to it, where it is planned and the caller prepares it.
    brought: Vec<Brought>,
    /// Counts its changes; putting it right names it.
    version: i64,
}

/// What somebody brought to a review.
#[derive(Serialize, ToSchema)]
pub struct Brought {
    /// Who of the family, where it is one of them.
    who: Option<Uuid>,
    /// The name of the account: who brings it, or who was beside the person.
    by: Option<String>,
    /// The one person it is about.
    about: Option<Uuid>,
    /// The words.
    words: String,
    /// How often it was given.
    version: u32,
}

/// Lists a family's reviews: those planned, then the latest.
#[utoipa::path(get, path = address::REVIEWS, tag = "support", operation_id = "list_reviews",
    params(("id" = Uuid, Path, description = "The family")),
    responses((status = 200, description = "At most twenty planned and thirty others", body = Vec<ReviewLine>)))]
pub async fn reviews(State(app): State<App>, caller: Caller, id: Id<FamilyId>) -> Response {
    caller.tell(shown(&app, &caller, id.0).await)
}

async fn shown(app: &App, caller: &Caller, id: FamilyId) -> Result<Told, Problem> {
    let object = Object::Family(id);
    let (permit, rights) = app
        .store()
        .permit_with_rights(&caller.actor, Action::OpenFamily, object)
        .await?;
    let may_prepare = !rights.allowed(object, &[Action::PrepareReview]).is_empty();
    let read = app.store().read(permit, move |tx| load(tx, id, may_prepare));
    Ok(Told::ok(&read.await?))
}

fn load(tx: &Tx, id: FamilyId, may_prepare: bool) -> store::Result<Vec<ReviewLine>> {
    let mut lines = Vec::new();
    for review in store::review::planned(tx, id)? {
        let brought = if may_prepare {
            store::review::contributions(tx, &review)?
        } else {
            Vec::new()
        };
        lines.push(line(&review, (None, None), brought));
    }
    let latest = store::review::page(tx, id, None, REVIEWS)?;
    lines.extend(
        latest
            .into_iter()
            .map(|one| line(&one.review, (one.by, one.said), Vec::new())),
    );
    Ok(lines)
}

fn line(review: &Review, (by, said): (Option<String>, Option<Said>), brought: Vec<ContributionShown>) -> ReviewLine {
    let (said, theirs, next) = match said {
        Some(said) => (
            Some(said.said.into()),
            said.theirs.map(Into::into),
            said.next.map(Into::into),
        ),
        None => (None, None, None),
    };
    let one = |one: ContributionShown| Brought {
        who: match one.by {
            Viewer::Person(person) => Some(person.uuid()),
            Viewer::Account(_) => None,
        },
        by: one.name,
        about: one.about.map(domain::id::PersonId::uuid),
        words: one.words,
        version: one.version,
    };
    ReviewLine {
        id: review.id.uuid(),
        kind: review.kind.key(),
        on: review.on.to_string(),
        stage: review.stage.key(),
        decided: review.decided.iter().map(|one| one.key()).collect(),
        by,
        said,
        theirs,
        next,
        brought: brought.into_iter().map(one).collect(),
        version: review.version,
    }
}
