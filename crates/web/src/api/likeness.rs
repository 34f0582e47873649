//! Families that may be one: the list, one pair, and what is said of it.

use super::address;
use super::asked::{Asked, Listed};
use super::caller::{Caller, Id};
use super::code::Code;
use super::doing::Doing;
use super::problem::{Errors, Problem};
use super::sent::{Sent, Versions};
use super::tell::Told;
use crate::App;
use crate::likeness::{Loaded, Saying, Wrong, load, refusal_words};
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::family::Person;
use domain::id::LikenessId;
use domain::likeness::Sign;
use domain::likeness::settle::{Refusal, Stage};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use store::Tx;
use store::likeness::{After, Line};
use utoipa::ToSchema;
use uuid::Uuid;
use words::Words;

/// Two families that may be one, as a line of the list.
#[derive(Serialize, ToSchema)]
pub struct LikenessLine {
    /// The question.
    id: Uuid,
    /// Its programme area.
    site: Uuid,
    /// `open`, `joined` or `kept_apart`.
    #[schema(example = "open")]
    stage: &'static str,
    /// `likely` or `possible`.
    #[schema(example = "likely")]
    strength: &'static str,
    /// What is alike.
    #[schema(example = json!(["sounds_alike", "same_birth"]))]
    signs: Vec<&'static str>,
    /// Both families.
    families: Vec<AlikeFamily>,
}

/// One of the two families.
#[derive(Serialize, ToSchema)]
pub struct AlikeFamily {
    /// The family.
    id: Uuid,
    /// What people say aloud for it.
    #[schema(example = "F-7K3M2QX-9")]
    reference: String,
    /// How staff call it.
    name: String,
}

impl From<Line> for LikenessLine {
    fn from(line: Line) -> Self {
        let family = |(id, reference, name): (domain::id::FamilyId, String, String)| AlikeFamily {
            id: id.uuid(),
            reference,
            name,
        };
        Self {
            id: line.id.uuid(),
            site: line.site.uuid(),
            stage: line.stage.key(),
            strength: line.strength.key(),
            signs: keys(&line.signs),
            families: line.families.map(family).into(),
        }
    }
}

fn keys(signs: &[Sign]) -> Vec<&'static str> {
    signs.iter().map(|sign| sign.key()).collect()
}

/// Two families that may be one, with their people.
#[derive(Serialize, ToSchema)]
pub struct Likeness {
    /// The question.
    #[serde(flatten)]
    line: LikenessLine,
    /// The version of its row.
    #[schema(example = 1)]
    version: i64,
    /// The family whose record is kept, where they were joined.
    kept: Option<Uuid>,
    /// The people of the first family, then those of the second.
    people: Vec<Vec<AlikePerson>>,
    /// Who may be the same person.
    pairs: Vec<AlikePair>,
    /// Who was moved and can be moved back.
    moves: Vec<PersonMove>,
}

/// One person of a family.
#[derive(Serialize, ToSchema)]
pub struct AlikePerson {
    /// The person.
    id: Uuid,
    /// What they are called.
    name: String,
    /// `child` or `adult`.
    part: &'static str,
    /// The year they were born, if known.
    birth_year: Option<i16>,
}

/// Two people who may be one.
#[derive(Serialize, ToSchema)]
pub struct AlikePair {
    /// Somebody of the first family.
    one: Uuid,
    /// Somebody of the second.
    other: Uuid,
    /// `likely` or `possible`.
    strength: &'static str,
    /// What is alike.
    signs: Vec<&'static str>,
}

/// Somebody who was moved.
#[derive(Serialize, ToSchema)]
pub struct PersonMove {
    /// The move.
    id: Uuid,
    /// The person.
    person: Uuid,
    /// Out of which family.
    from: Uuid,
    /// Into which.
    into: Uuid,
}

impl From<Loaded> for Likeness {
    fn from(loaded: Loaded) -> Self {
        let Loaded {
            asked,
            moves,
            people,
            pairs,
        } = loaded;
        let of = |side: usize, at: usize| people[side].get(at).map_or(Uuid::nil(), |person| person.id.uuid());
        let pairs = pairs.iter().map(|pair| AlikePair {
            one: of(0, pair.one),
            other: of(1, pair.other),
            strength: pair.likeness.strength.key(),
            signs: keys(&pair.likeness.signs),
        });
        let person = |person: &Person| AlikePerson {
            id: person.id.uuid(),
            name: person.name.spoken(),
            part: person.part.key(),
            birth_year: person.birth.year(),
        };
        let [one, other] = asked.families();
        let [name, other_name] = asked.names.clone();
        let kept = match asked.question.stage {
            Stage::Joined { kept } => Some(kept.uuid()),
            Stage::Open | Stage::KeptApart => None,
        };
        let family = |id: domain::id::FamilyId, name| AlikeFamily {
            id: id.uuid(),
            reference: asked.reference(id).to_owned(),
            name,
        };
        let moves = moves.iter().map(|moved| PersonMove {
            id: moved.id.uuid(),
            person: moved.person.uuid(),
            from: moved.from.uuid(),
            into: moved.into.uuid(),
        });
        Self {
            version: asked.version,
            kept,
            pairs: pairs.collect(),
            people: people.iter().map(|side| side.iter().map(person).collect()).collect(),
            moves: moves.collect(),
            line: LikenessLine {
                id: asked.id.uuid(),
                site: asked.site.uuid(),
                stage: asked.question.stage.key(),
                strength: asked.strength.key(),
                signs: keys(&asked.signs),
                families: vec![family(one, name), family(other, other_name)],
            },
        }
    }
}

/// Lists families that may be one, the latest found first.
#[utoipa::path(get, path = address::LIKENESSES, tag = "likeness", operation_id = "list_likeness",
    params(
        ("stage" = Option<String>, Query, description = "`open` (if left out), `joined` or `kept_apart`", example = "open"),
        ("limit" = Option<u32>, Query, description = "How many lines, 1 to 100", example = 50),
        ("after" = Option<String>, Query, description = "`next` of the page before"),
    ),
    responses((status = 200, description = "A page of pairs", body = Listed<LikenessLine>)))]
pub async fn list(State(app): State<App>, caller: Caller, asked: Asked) -> Response {
    caller.tell(listed(&app, &caller, &asked).await)
}

async fn listed(app: &App, caller: &Caller, asked: &Asked) -> Result<Told, Problem> {
    let w = caller.w();
    let mut errors = Errors::default();
    asked.only(&["stage", "limit", "after"], &mut errors, w);
    let wanted = asked.page(&mut errors, w, mark_of);
    let stage = asked.get("stage").unwrap_or(Stage::Open.key());
    let stage = Stage::KEYS.into_iter().find(|key| *key == stage);
    if stage.is_none() {
        errors.add("stage", "unknown_key", w.problem_field_one_of(&Stage::KEYS.join(", ")));
    }
    let stage = errors.or(stage)?.unwrap_or(Stage::Open.key());
    let permit = caller.permit_list(app, Action::ListLikeness, caller.lists()).await?;
    let (after, most) = (wanted.after, wanted.one_more());
    let lines = app
        .store()
        .read(permit, move |tx| store::likeness::list(tx, stage, after, most))
        .await?;
    let mark = |line: &Line| format!("{}~{}", line.found_at, line.id);
    Ok(Told::ok(&Listed::of(lines, wanted.limit, mark, LikenessLine::from)))
}

fn mark_of(text: &str) -> Option<After> {
    let (at, id) = text.split_once('~')?;
    Some((at.parse().ok()?, id.parse().ok()?))
}

/// Opens two families that may be one. Both records say that they were opened.
#[utoipa::path(get, path = address::LIKENESS, tag = "likeness", operation_id = "get_likeness",
    params(("id" = Uuid, Path, description = "The pair")),
    responses((status = 200, description = "Both families", body = Likeness,
        headers(("ETag" = String, description = "Its version, for `If-Match`")))))]
pub async fn show(State(app): State<App>, caller: Caller, id: Id<LikenessId>) -> Response {
    caller.tell(shown(&app, &caller, id.0).await)
}

async fn shown(app: &App, caller: &Caller, id: LikenessId) -> Result<Told, Problem> {
    let likeness = Likeness::from(load(app, &caller.actor, id).await?);
    Ok(Told::ok(&likeness).at_version(likeness.version))
}

/// Whose record is kept.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Join {
    /// The family whose record goes on.
    kept: Uuid,
}

/// Nothing more than the version it is about.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct KeepApart {}

/// Nothing more than the version it is about.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Undo {}

/// Who is moved.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MovePerson {
    /// Somebody of either family, who goes to the other.
    person: Uuid,
}

/// Which move is taken back.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MoveBack {
    /// The move.
    #[serde(rename = "move")]
    moved: Uuid,
}

/// Says that they are one family: the other record is closed, and its open referral merged.
#[utoipa::path(post, path = address::LIKENESS_JOIN, tag = "likeness", operation_id = "join_families",
    params(("id" = Uuid, Path, description = "The pair"),
        ("If-Match" = String, Header, description = "The version it is about", example = "\"1\""),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = Join,
    responses((status = 200, description = "They are joined", body = Likeness,
        headers(("ETag" = String, description = "Its new version")))))]
pub async fn join(State(app): State<App>, caller: Caller, id: Id<LikenessId>, sent: Sent) -> Response {
    let saying = |body: &Join| Saying::Join(domain::id::FamilyId::from_uuid(body.kept));
    caller.tell(carry_out(&app, &caller, id.0, &sent, saying).await)
}

/// Says that they are two families.
#[utoipa::path(post, path = address::LIKENESS_APART, tag = "likeness", operation_id = "keep_families_apart",
    params(("id" = Uuid, Path, description = "The pair"),
        ("If-Match" = String, Header, description = "The version it is about", example = "\"1\""),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = KeepApart,
    responses((status = 200, description = "They are kept apart", body = Likeness,
        headers(("ETag" = String, description = "Its new version")))))]
pub async fn keep_apart(State(app): State<App>, caller: Caller, id: Id<LikenessId>, sent: Sent) -> Response {
    caller.tell(carry_out(&app, &caller, id.0, &sent, |_: &KeepApart| Saying::Apart).await)
}

/// Takes back what was said, whichever it was.
#[utoipa::path(post, path = address::LIKENESS_UNDO, tag = "likeness", operation_id = "undo_likeness",
    params(("id" = Uuid, Path, description = "The pair"),
        ("If-Match" = String, Header, description = "The version it is about", example = "\"2\""),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = Undo,
    responses((status = 200, description = "It is open again", body = Likeness,
        headers(("ETag" = String, description = "Its new version")))))]
pub async fn undo(State(app): State<App>, caller: Caller, id: Id<LikenessId>, sent: Sent) -> Response {
    caller.tell(carry_out(&app, &caller, id.0, &sent, |_: &Undo| Saying::Undo).await)
}

/// Moves somebody to the other family, with everything that is kept of them.
#[utoipa::path(post, path = address::LIKENESS_MOVE, tag = "likeness", operation_id = "move_person",
    params(("id" = Uuid, Path, description = "The pair"),
        ("If-Match" = String, Header, description = "The version it is about", example = "\"1\""),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = MovePerson,
    responses((status = 200, description = "They were moved", body = Likeness,
        headers(("ETag" = String, description = "Its new version")))))]
pub async fn move_person(State(app): State<App>, caller: Caller, id: Id<LikenessId>, sent: Sent) -> Response {
    let saying = |body: &MovePerson| Saying::Move(domain::id::PersonId::from_uuid(body.person));
    caller.tell(carry_out(&app, &caller, id.0, &sent, saying).await)
}

/// Moves somebody back, to where they stood.
#[utoipa::path(post, path = address::LIKENESS_BACK, tag = "likeness", operation_id = "move_person_back",
    params(("id" = Uuid, Path, description = "The pair"),
        ("If-Match" = String, Header, description = "The version it is about", example = "\"2\""),
        ("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = MoveBack,
    responses((status = 200, description = "They were moved back", body = Likeness,
        headers(("ETag" = String, description = "Its new version")))))]
pub async fn move_back(State(app): State<App>, caller: Caller, id: Id<LikenessId>, sent: Sent) -> Response {
    let saying = |body: &MoveBack| Saying::Back(domain::id::PersonMoveId::from_uuid(body.moved));
    caller.tell(carry_out(&app, &caller, id.0, &sent, saying).await)
}

async fn carry_out<B>(
    app: &App,
    caller: &Caller,
    id: LikenessId,
    sent: &Sent,
    saying: impl Fn(&B) -> Saying + Send + Sync + 'static,
) -> Result<Told, Problem>
where
    B: DeserializeOwned + Send + Sync + 'static,
{
    let doing = Doing {
        app,
        caller,
        sent,
        action: Action::SettleLikeness,
        object: Object::Likeness(id),
        at: address::likeness(id),
        by_version: true,
    };
    let act = move |tx: &Tx, body: &B, versions: &Versions| {
        let asked = store::likeness::load(tx, id)?;
        if !versions.hold(asked.version) {
            return Err(Wrong::Store(store::Error::Stale { now: asked.version }));
        }
        saying(body).store(tx, &asked)
    };
    let w = caller.w();
    doing.carry_out(act, |_| Ok(()), |wrong| refused(w, wrong)).await?;
    shown(app, caller, id).await
}

fn refused(w: Words, wrong: Wrong) -> Problem {
    match wrong {
        Wrong::Store(error) => error.into(),
        Wrong::Refused(refusal, asked) => {
            let code = match refusal {
                Refusal::AlreadySettled { .. } => Code::Decided,
                _ => Code::Refused,
            };
            let why = Errors::one("", code.key(), refusal_words(w, refusal, &asked));
            Problem::from(code).because(why)
        }
    }
}
