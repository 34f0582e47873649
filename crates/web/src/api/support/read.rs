//! How a family's support stands, and what is due.

use crate::App;
use crate::api::address;
use crate::api::asked::Asked;
use crate::api::caller::{Caller, Id};
use crate::api::problem::{Errors, Problem};
use crate::api::tell::Told;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::FamilyId;
use domain::matching::Standing;
use domain::session::Passage;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;
use store::Tx;
use store::session::SessionLine;
use utoipa::ToSchema;
use uuid::Uuid;

/// How many of the latest visits are told.
///
/// Source: experience.md, a page of the timeline has thirty.
const SESSIONS: i64 = 30;

/// How far ahead what is due is told, in days: as far as the page.
const AHEAD_DAYS: i32 = 28;

/// How many lines of what is due are told at most.
const DUE_MAX: i64 = 100;

/// How a family's support stands.
#[derive(Serialize, ToSchema)]
pub struct Support {
    /// The family.
    family: Uuid,
    /// `not_accepted`, `waiting`, `matched`, `between`, `ended` or `closed`.
    standing: &'static str,
    /// The referral support goes on because of, or waits for.
    referral: Option<Uuid>,
    /// The level now.
    level: Option<u8>,
    /// The match, where it has a carer.
    r#match: Option<Uuid>,
    /// The names of its carers.
    carers: Vec<String>,
    /// Offers of it that somebody still has to do something about.
    offers: Vec<PendingOffer>,
    /// The newest version of the plan and its end; nothing where there is none or the caller may not read it.
    plan: Option<PlanLine>,
    /// Its open goals; none where the caller may not read them.
    goals: Vec<GoalLine>,
    /// Every step, the earliest first.
    steps: Vec<StepLine>,
    /// The latest visits, the newest first.
    sessions: Vec<Visit>,
    /// Visits that are planned.
    planned: Vec<PlannedVisit>,
    /// The latest calls for help, the newest first.
    crises: Vec<CrisisLine>,
    /// By when the next review is to be held.
    review_due: Option<String>,
    /// The next thing that is due, and its day.
    due: Option<DueLine>,
    /// How support ended, the latest first; none where the caller may not read it.
    closings: Vec<ClosingLine>,
    /// The follow-ups that are still to be written down.
    follow_ups: Vec<FollowUpLine>,
}

/// An offer that waits.
#[derive(Serialize, ToSchema)]
pub struct PendingOffer {
    /// The offer.
    id: Uuid,
    /// The household.
    carer: Uuid,
    /// `open` or `accepted`.
    stage: &'static str,
}

/// The newest version of a plan.
#[derive(Serialize, ToSchema)]
pub struct PlanLine {
    /// The version.
    version: u32,
    /// The day of the planning meeting.
    met: String,
    /// The planned end.
    end: String,
}

/// A goal.
#[derive(Serialize, ToSchema)]
pub struct GoalLine {
    /// The goal.
    id: Uuid,
    /// Whose it is.
    owner: Uuid,
    /// In their words.
    words: String,
    /// The last mark, 0 to 10.
    mark: Option<u8>,
}

/// A step.
#[derive(Serialize, ToSchema)]
pub struct StepLine {
    /// The first day.
    on: String,
    /// The level before; none for the first.
    from: Option<u8>,
    /// The level after.
    to: u8,
    /// What led to it.
    cause: &'static str,
    /// Why.
    reason: String,
}

/// A visit.
#[derive(Serialize, ToSchema)]
pub struct Visit {
    /// The visit.
    id: Uuid,
    /// The kind of support.
    kind: &'static str,
    /// The day.
    on: String,
    /// `done`, `cancelled` or `missed`.
    outcome: &'static str,
    /// Why it did not take place.
    why: Option<&'static str>,
    /// Who wrote it.
    by: Option<String>,
    /// The language it was written in.
    language: String,
    /// What was written, where the caller may read it.
    written: Vec<Written>,
    /// Whether somebody should still sign it.
    to_sign: bool,
}

/// One paragraph of a visit.
#[derive(Serialize, ToSchema)]
pub struct Written {
    /// What it answers.
    prompt: &'static str,
    /// The words.
    words: String,
    /// The one person it is about.
    about: Option<Uuid>,
}

/// A planned visit.
#[derive(Serialize, ToSchema)]
pub struct PlannedVisit {
    /// The visit.
    id: Uuid,
    /// The kind of support.
    kind: &'static str,
    /// The day.
    on: String,
}

/// A call for help.
#[derive(Serialize, ToSchema)]
pub struct CrisisLine {
    /// The call for help.
    id: Uuid,
    /// When it was received, UTC.
    received_at: String,
    /// How it ended, as far as it has.
    outcome: Option<&'static str>,
    /// Whether somebody should still sign it.
    to_sign: bool,
}

/// Something that is due about a family.
#[derive(Serialize, ToSchema)]
pub struct DueLine {
    /// The family.
    family: Uuid,
    /// What.
    kind: &'static str,
    /// The last day for it.
    on: String,
    /// Whose it is.
    whose: &'static str,
}

/// How support ended.
#[derive(Serialize, ToSchema)]
pub struct ClosingLine {
    /// The first day.
    begun: String,
    /// The last.
    on: String,
    /// Why.
    reason: &'static str,
    /// What was achieved.
    achieved: String,
}

/// A follow-up that is still to be written down.
#[derive(Serialize, ToSchema)]
pub struct FollowUpLine {
    /// The referral it counts from.
    referral: Uuid,
    /// `12_months` or `24_months`.
    which: &'static str,
    /// By when.
    on: String,
}

/// Opens how a family's support stands. Its record says that it was opened.
#[utoipa::path(get, path = address::SUPPORT, tag = "support", operation_id = "get_support",
    params(("id" = Uuid, Path, description = "The family")),
    responses((status = 200, description = "How it stands", body = Support)))]
pub async fn support(State(app): State<App>, caller: Caller, id: Id<FamilyId>) -> Response {
    caller.tell(shown(&app, &caller, id.0).await)
}

async fn shown(app: &App, caller: &Caller, id: FamilyId) -> Result<Told, Problem> {
    let object = Object::Family(id);
    let (permit, rights) = app
        .store()
        .permit_with_rights(&caller.actor, Action::OpenFamily, object)
        .await?;
    let may = |action| !rights.allowed(object, &[action]).is_empty();
    let (with_words, with_plan) = (may(Action::OpenSession), may(Action::OpenPlan));
    let with_offers = may(Action::OfferFamily);
    let read = app
        .store()
        .read(permit, move |tx| load(tx, id, with_words, with_plan, with_offers));
    Ok(Told::ok(&read.await?))
}

/// The offers of a family that somebody still has to do something about.
fn pending(tx: &Tx, id: FamilyId) -> Result<Vec<PendingOffer>, store::Error> {
    let offers = store::matching::offers_of_family(tx, id)?.into_iter();
    let pending = offers.filter(|one| one.offer.stage.is_pending());
    let one = |one: store::matching::OfferShown| PendingOffer {
        id: one.offer.id.uuid(),
        carer: one.offer.household.uuid(),
        stage: one.offer.stage.key(),
    };
    Ok(pending.map(one).collect())
}

fn load(tx: &Tx, id: FamilyId, with_words: bool, with_plan: bool, with_offers: bool) -> Result<Support, store::Error> {
    let (standing, referral) = store::matching::standing(tx, id)?;
    let steps = store::step::of_family(tx, id)?;
    let kept = store::due::kept(tx, id)?;
    let goes_on = matches!(standing, Standing::Matched { .. } | Standing::Between { .. });
    let level = steps.last().filter(|_| goes_on).map(|one| one.step.to.number());
    let sessions = store::session::page(tx, id, None, SESSIONS, with_words)?;
    let planned = store::session::planned(tx, id)?;
    let crises = store::crisis::page(tx, id, None, SESSIONS, false)?;
    let plan = if with_plan {
        store::plan::show(tx, id, None)?
    } else {
        None
    };
    let goals = if with_plan {
        store::goal::lines(tx, id)?
    } else {
        Vec::new()
    };
    let closings = if with_plan {
        store::closing::of_family(tx, id)?
    } else {
        Vec::new()
    };
    let later = store::follow_up::of_family(tx, id)?;
    Ok(Support {
        family: id.uuid(),
        standing: standing.key(),
        referral: referral.map(domain::id::ReferralId::uuid),
        level,
        r#match: match standing {
            Standing::Matched { id, .. } => Some(id.uuid()),
            _ => None,
        },
        carers: store::household::carers_of(tx, id)?,
        offers: if with_offers { pending(tx, id)? } else { Vec::new() },
        plan: plan.map(|shown| PlanLine {
            version: shown.plan.version,
            met: shown.plan.met_on.to_string(),
            end: shown.plan.planned_end.to_string(),
        }),
        goals: goals
            .into_iter()
            .map(|one| GoalLine {
                id: one.goal.id.uuid(),
                owner: one.goal.owner.uuid(),
                mark: one.goal.now().map(|marked| marked.mark.number()),
                words: one.words,
            })
            .collect(),
        steps: steps
            .into_iter()
            .map(|one| StepLine {
                on: one.step.on.to_string(),
                from: one.step.from.map(domain::level::Level::number),
                to: one.step.to.number(),
                cause: one.step.cause.key(),
                reason: one.reason,
            })
            .collect(),
        sessions: sessions.into_iter().map(visit).collect(),
        planned: planned
            .into_iter()
            .map(|one| PlannedVisit {
                id: one.id.uuid(),
                kind: one.kind.key,
                on: one.when.on.to_string(),
            })
            .collect(),
        crises: crises
            .into_iter()
            .map(|one| CrisisLine {
                id: one.id.uuid(),
                received_at: store::clock::instant(one.at).to_string(),
                outcome: one.outcome.map(domain::crisis::Outcome::key),
                to_sign: one.waits_to_be_signed,
            })
            .collect(),
        review_due: kept.review_on.map(|on| on.to_string()),
        due: kept.on.zip(kept.kind).map(|due| line(id, due)),
        closings: closings
            .into_iter()
            .map(|one| ClosingLine {
                begun: one.begun.to_string(),
                on: one.on.to_string(),
                reason: one.reason.key(),
                achieved: one.achieved,
            })
            .collect(),
        follow_ups: later
            .iter()
            .flat_map(|later| later.open().into_iter().map(|open| (later.referral, open)))
            .map(|(referral, (which, on))| FollowUpLine {
                referral: referral.uuid(),
                which: which.key(),
                on: on.to_string(),
            })
            .collect(),
    })
}

fn visit(line: SessionLine) -> Visit {
    Visit {
        id: line.id.uuid(),
        kind: line.kind.key,
        on: line.when.on.to_string(),
        outcome: line.stage.key(),
        why: line.stage.why().map(domain::session::WhyNot::key),
        by: line.by,
        language: line.language,
        to_sign: line.waits_to_be_signed,
        written: written(line.passages),
    }
}

/// Paragraphs in order.
pub(super) fn written(passages: Vec<Passage>) -> Vec<Written> {
    let one = |passage: Passage| Written {
        prompt: passage.prompt.key(),
        words: passage.words.into(),
        about: passage.person.map(domain::id::PersonId::uuid),
    };
    passages.into_iter().map(one).collect()
}

fn line(family: FamilyId, (on, kind): (Date, domain::due::DueKind)) -> DueLine {
    DueLine {
        family: family.uuid(),
        kind: kind.key(),
        on: on.to_string(),
        whose: kind.whose().key(),
    }
}

/// Lists what is due about the families the caller may list, up to four weeks ahead, the earliest first.
#[utoipa::path(get, path = address::DUE, tag = "support", operation_id = "list_due",
    responses((status = 200, description = "The first thing due about each family, at most 100", body = Vec<DueLine>)))]
pub async fn due(State(app): State<App>, caller: Caller, asked: Asked) -> Response {
    caller.tell(due_listed(&app, &caller, &asked).await)
}

async fn due_listed(app: &App, caller: &Caller, asked: &Asked) -> Result<Told, Problem> {
    let mut errors = Errors::default();
    asked.only(&[], &mut errors, caller.w());
    errors.or(())?;
    let permit = caller.permit_list(app, Action::ListFamilies, caller.lists()).await?;
    let lines = app
        .store()
        .read(permit, |tx| {
            let until = tx.today().saturating_add(AHEAD_DAYS.days());
            store::due::list(tx, store::due::Which::All, until, None, DUE_MAX)
        })
        .await?;
    let lines: Vec<DueLine> = lines.into_iter().map(|one| line(one.id, (one.on, one.kind))).collect();
    Ok(Told::ok(&lines))
}
