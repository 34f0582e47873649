//! Concerns by calls: raised, listed, read, added to, decided on.

use super::boxes::Boxes;
use super::{carry_out, deed};
use crate::App;
use crate::api::address;
use crate::api::asked::Asked;
use crate::api::caller::{Caller, Id};
use crate::api::problem::{Errors, Problem};
use crate::api::sent::Sent;
use crate::api::tell::Told;
use crate::form::Form;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::concern::Origin;
use domain::id::{ConcernId, FamilyId};
use serde::{Deserialize, Serialize};
use store::concern::{ConcernLine, EntryShown, Wanted};
use utoipa::ToSchema;
use uuid::Uuid;

/// How many concerns are listed at most.
const CONCERNS_MAX: i64 = 100;

/// A concern about a child or an adult at risk. Writing it here is not the report: whoever is in danger now is helped by 999.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"at_risk": "child", "what": "He is afraid to go home", "safety": "safe", "reported": false}))]
pub struct NewConcern {
    /// `child`, `adult` or `both`.
    at_risk: String,
    /// Who of the family it is about.
    #[serde(default)]
    people: Vec<Uuid>,
    /// What was seen or said.
    what: String,
    /// How safe they are now.
    safety: String,
    /// More about it.
    safety_words: Option<String>,
    /// Whom of the family it concerns: they are not told.
    #[serde(default)]
    whom_people: Vec<Uuid>,
    /// Whom of those who work with the family it concerns: they are not told.
    #[serde(default)]
    whom_accounts: Vec<Uuid>,
    /// Whom else it concerns.
    somebody: Option<String>,
    /// Whether it was reported.
    reported: bool,
    /// Reported: to which agency.
    agency: Option<String>,
    /// Reported: to whom.
    report_name: Option<String>,
    /// Reported: on which day.
    report_on: Option<String>,
    /// Reported: when, by the clock there.
    report_at: Option<String>,
    /// Reported: how.
    how: Option<String>,
    /// Reported: their reference.
    reference: Option<String>,
    /// The visit it came from.
    session: Option<Uuid>,
    /// The call for help it came from.
    crisis: Option<Uuid>,
}

impl Boxes for NewConcern {
    const DAYS: &'static [&'static str] = &["report_on"];

    fn form(&self) -> Form {
        let reported = if self.reported { "yes" } else { "no" };
        super::boxes::filled(self, Self::DAYS)
            .without("reported")
            .with("reported", reported)
    }
}

/// Raises a concern. It goes at once to those who answer for the family, and never to whom it concerns.
#[utoipa::path(post, path = address::CONCERNS_OF_FAMILY, tag = "support",
    params(("id" = Uuid, Path, description = "The family"),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = NewConcern,
    responses((status = 201, description = "It is raised, and they are told", body = super::Done)))]
pub async fn raise_concern(State(app): State<App>, caller: Caller, id: Id<FamilyId>, sent: Sent) -> Response {
    let id = id.0;
    let packs = app.store().packs().to_vec();
    let act = move |tx: &store::Tx, call: &crate::call::Call, form: &Form| {
        crate::concern::by_call(tx, call, (id, &packs), form).map(ConcernId::uuid)
    };
    let asked = (Action::RaiseConcern, Object::Family(id));
    caller.tell(carry_out::<NewConcern>(&app, &caller, &sent, asked, act).await)
}

/// What is added to a concern.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConcernEntry {
    /// `reported`, `written` (that the report in writing followed) or `note`.
    kind: String,
    /// Reported: to which agency.
    agency: Option<String>,
    /// Reported: to whom.
    report_name: Option<String>,
    /// Reported or written: on which day.
    report_on: Option<String>,
    /// Reported or written: when, by the clock there.
    report_at: Option<String>,
    /// Reported: how.
    how: Option<String>,
    /// Reported: their reference.
    reference: Option<String>,
    /// The words.
    words: Option<String>,
}

impl Boxes for ConcernEntry {
    const DAYS: &'static [&'static str] = &["report_on"];
}

deed! {
    /// Adds to a concern. What was written stays.
    add_to_concern at CONCERN_ADD => "It is added";
    AddToConcern of Concern(ConcernId), "The concern"; ConcernEntry; crate::concern::add_by_call
}

/// What is done about a concern.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConcernDecision {
    /// The decision.
    decision: String,
    /// Why, and what follows.
    words: String,
}

impl Boxes for ConcernDecision {}

deed! {
    /// Decides what is done about a concern. An earlier decision stays among its entries.
    decide_concern at CONCERN_DECIDE => "It is decided";
    DecideConcern of Concern(ConcernId), "The concern"; ConcernDecision; crate::concern::decide_by_call
}

/// A concern in a list. Nothing of what was written.
#[derive(Serialize, ToSchema)]
pub struct ConcernInList {
    /// The concern.
    id: Uuid,
    /// The family.
    family: Uuid,
    /// What people say aloud for the family.
    reference: String,
    /// When it was raised, UTC.
    raised_at: String,
    /// `child`, `adult` or `both`.
    at_risk: &'static str,
    /// How safe they were.
    safety: &'static str,
    /// `open` or `decided`.
    stage: &'static str,
    /// Whether it waits for the caller to read it.
    waits: bool,
}

/// Lists the concerns the caller may open, the latest first.
#[utoipa::path(get, path = address::CONCERNS, tag = "support", operation_id = "list_concerns",
    responses((status = 200, description = "At most a hundred", body = Vec<ConcernInList>)))]
pub async fn concerns(State(app): State<App>, caller: Caller, asked: Asked) -> Response {
    caller.tell(listed(&app, &caller, &asked).await)
}

async fn listed(app: &App, caller: &Caller, asked: &Asked) -> Result<Told, Problem> {
    let mut errors = Errors::default();
    asked.only(&[], &mut errors, caller.w());
    errors.or(())?;
    let permit = caller.permit_list(app, Action::ListConcerns, caller.lists()).await?;
    let wanted = Wanted {
        decided: true,
        ..Wanted::default()
    };
    let lines = app
        .store()
        .read(permit, move |tx| store::concern::list(tx, wanted, CONCERNS_MAX));
    let one = |line: ConcernLine| ConcernInList {
        id: line.id.uuid(),
        family: line.family.uuid(),
        reference: line.reference,
        raised_at: store::clock::instant(line.raised_at).to_string(),
        at_risk: line.at_risk.key(),
        safety: line.safety.key(),
        stage: if line.is_open { "open" } else { "decided" },
        waits: line.waits,
    };
    Ok(Told::ok(&lines.await?.into_iter().map(one).collect::<Vec<_>>()))
}

/// A concern.
#[derive(Serialize, ToSchema)]
pub struct Concern {
    /// The concern.
    id: Uuid,
    /// The family.
    family: Uuid,
    /// When it was raised, UTC.
    raised_at: String,
    /// Who raised it.
    by: Option<String>,
    /// The language it was written in.
    language: String,
    /// `child`, `adult` or `both`.
    at_risk: &'static str,
    /// Who of the family it is about.
    people: Vec<Uuid>,
    /// Whom of the family it concerns.
    whom_people: Vec<Uuid>,
    /// The names of whom it concerns, of those who work with the family.
    whom_accounts: Vec<String>,
    /// Whom else it concerns.
    somebody: Option<String>,
    /// What was seen or said.
    what: String,
    /// How safe they were.
    safety: &'static str,
    /// More about it.
    safety_words: Option<String>,
    /// The visit it came from.
    session: Option<Uuid>,
    /// The call for help it came from.
    crisis: Option<Uuid>,
    /// `open` or `decided`.
    stage: &'static str,
    /// By when a report in writing must follow, UTC.
    written_due: Option<String>,
    /// What came later, the earliest first.
    entries: Vec<ConcernEntryLine>,
    /// Who has read it.
    read_by: Vec<String>,
    /// To whom it went who have not read it.
    unread_by: Vec<String>,
}

/// What came later.
#[derive(Serialize, ToSchema)]
pub struct ConcernEntryLine {
    /// What kind of thing.
    kind: String,
    /// How it was reported, or what was decided.
    code: Option<String>,
    /// When it was, UTC.
    happened_at: Option<String>,
    /// Who wrote it.
    by: Option<String>,
    /// When it was written, UTC.
    written_at: String,
    /// The agency.
    agency: Option<String>,
    /// Who took the report.
    name: Option<String>,
    /// What they call it.
    reference: Option<String>,
    /// The words.
    words: Option<String>,
}

/// Opens a concern. That it was opened stands in its book, and whoever opens it has read it.
#[utoipa::path(get, path = address::CONCERN, tag = "support", operation_id = "get_concern",
    params(("id" = Uuid, Path, description = "The concern")),
    responses((status = 200, description = "The concern", body = Concern)))]
pub async fn concern(State(app): State<App>, caller: Caller, id: Id<ConcernId>) -> Response {
    caller.tell(shown(&app, &caller, id.0).await)
}

async fn shown(app: &App, caller: &Caller, id: ConcernId) -> Result<Told, Problem> {
    let permit = caller.permit(app, Action::OpenConcern, Object::Concern(id)).await?;
    let shown = app.store().read(permit, move |tx| store::concern::show(tx, id)).await?;
    let people = |people: &[domain::id::PersonId]| people.iter().map(|person| person.uuid()).collect();
    let (session, crisis) = match shown.origin {
        Some(Origin::Session(id)) => (Some(id.uuid()), None),
        Some(Origin::Crisis(id)) => (None, Some(id.uuid())),
        None => (None, None),
    };
    Ok(Told::ok(&Concern {
        id: id.uuid(),
        family: shown.concern.family.uuid(),
        raised_at: shown.concern.raised_at.to_string(),
        by: shown.by,
        language: shown.language,
        at_risk: shown.at_risk.key(),
        people: people(&shown.people),
        whom_people: people(&shown.whom),
        whom_accounts: shown.whom_accounts,
        somebody: shown.somebody,
        what: shown.what,
        safety: shown.safety.key(),
        safety_words: shown.safety_words,
        session,
        crisis,
        stage: shown.concern.stage.key(),
        written_due: shown.concern.written_due.map(|at| at.to_string()),
        entries: shown.entries.into_iter().map(line).collect(),
        read_by: shown.readers.into_iter().filter_map(|one| one.name).collect(),
        unread_by: shown.unread,
    }))
}

fn line(entry: EntryShown) -> ConcernEntryLine {
    let when = |at: i64| store::clock::instant(at).to_string();
    ConcernEntryLine {
        kind: entry.kind,
        code: entry.code,
        happened_at: entry.happened_at.map(when),
        by: entry.by,
        written_at: when(entry.made_at),
        agency: entry.agency,
        name: entry.name,
        reference: entry.reference,
        words: entry.words,
    }
}
