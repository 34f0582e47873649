//! Referrals: listing, opening, sending one in.

use super::address;
use super::asked::{Asked, Listed};
use super::caller::{Caller, Id};
use super::given::{self, Referral, ReferralLine};
use super::problem::{Errors, Problem};
use super::read::{self, Keys, Setting};
use super::sent::Sent;
use super::taken::NewReferral;
use super::tell::Told;
use crate::App;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::{ReferralId, SiteId};
use domain::pack::{Key, pack_on};
use domain::referral::Stage;
use jiff::civil::Date;
use serde::Serialize;
use store::Tx;
use store::referral::{After, Line};
use utoipa::ToSchema;
use uuid::Uuid;

/// Lists referrals, the latest received first.
#[utoipa::path(get, path = address::REFERRALS, tag = "referrals", operation_id = "list_referrals",
    params(
        ("stage" = Option<String>, Query, description = "Only those in this stage", example = "submitted"),
        ("limit" = Option<u32>, Query, description = "How many lines, 1 to 100", example = 50),
        ("after" = Option<String>, Query, description = "`next` of the page before"),
    ),
    responses((status = 200, description = "A page of referrals", body = Listed<ReferralLine>)))]
pub async fn list(State(app): State<App>, caller: Caller, asked: Asked) -> Response {
    caller.tell(listed(&app, &caller, &asked).await)
}

async fn listed(app: &App, caller: &Caller, asked: &Asked) -> Result<Told, Problem> {
    let w = caller.w();
    let mut errors = Errors::default();
    asked.only(&["stage", "limit", "after"], &mut errors, w);
    let wanted = asked.page(&mut errors, w, mark_of);
    let stages: Vec<&'static str> = match asked.get("stage") {
        None => Stage::KEYS.to_vec(),
        Some(stage) => {
            let found = Stage::KEYS.into_iter().filter(|key| *key == stage).collect::<Vec<_>>();
            if found.is_empty() {
                errors.add("stage", "unknown_key", w.problem_field_one_of(&Stage::KEYS.join(", ")));
            }
            found
        }
    };
    errors.or(())?;
    let permit = caller.permit_list(app, Action::ListReferrals, caller.lists()).await?;
    let (after, most) = (wanted.after, wanted.one_more());
    let lines = app
        .store()
        .read(permit, move |tx| {
            let mut lines: Vec<Line> = Vec::new();
            for stage in &stages {
                lines.extend(store::referral::board(tx, stage, after, most)?);
            }
            lines.sort_by_key(|line| std::cmp::Reverse((line.received_on, line.id)));
            Ok::<_, Problem>(lines)
        })
        .await?;
    let mark = |line: &Line| mark(line.received_on, line.id);
    Ok(Told::ok(&Listed::of(lines, wanted.limit, mark, ReferralLine::from)))
}

/// Where a page ended, as the caller sends it back.
fn mark(day: Date, id: ReferralId) -> String {
    format!("{day}~{id}")
}

fn mark_of(text: &str) -> Option<After> {
    let (day, id) = text.split_once('~')?;
    Some((day.parse().ok()?, id.parse().ok()?))
}

/// Opens one referral, with its words and its people.
#[utoipa::path(get, path = address::REFERRAL, tag = "referrals", operation_id = "get_referral",
    params(("id" = Uuid, Path, description = "The referral")),
    responses((status = 200, description = "The referral", body = Referral,
        headers(("ETag" = String, description = "Its version, for `If-Match`")))))]
pub async fn show(State(app): State<App>, caller: Caller, id: Id<ReferralId>) -> Response {
    caller.tell(shown(&app, &caller, id.0).await)
}

async fn shown(app: &App, caller: &Caller, id: ReferralId) -> Result<Told, Problem> {
    let permit = caller.permit(app, Action::OpenReferral, Object::Referral(id)).await?;
    let referral = app.store().read(permit, move |tx| given::referral(tx, id)).await?;
    Ok(Told::ok(&referral).at_version(referral.state.version))
}

/// What a referral sent in led to.
#[derive(Serialize, ToSchema)]
pub struct Made {
    /// The referral.
    id: Uuid,
    /// What people say aloud for it.
    #[schema(example = "R-7K3M2QX-9")]
    reference: String,
    /// The family made with it.
    family: Uuid,
    /// The version of its row.
    #[schema(example = 1)]
    version: i64,
}

/// Refers a family. Sent again with the same `Idempotency-Key`, it is stored once.
#[utoipa::path(post, path = address::REFERRALS, tag = "referrals", operation_id = "refer",
    params(("Idempotency-Key" = Option<String>, Header, description = "A key of your own for this one call, kept 7 days")),
    request_body = NewReferral,
    responses((status = 201, description = "It is stored", body = Made,
        headers(("Location" = String, description = "Where it is"), ("ETag" = String, description = "Its version")))))]
pub async fn refer(State(app): State<App>, caller: Caller, sent: Sent) -> Response {
    caller.tell(referred(&app, &caller, &sent).await)
}

async fn referred(app: &App, caller: &Caller, sent: &Sent) -> Result<Told, Problem> {
    let w = caller.w();
    let new: NewReferral = sent.read(w)?;
    let once = sent.once(caller)?;
    let Ok(site) = new.site.parse::<SiteId>() else {
        let setting = Setting {
            w,
            today: store::clock::london_day(app.store().now()),
            keys: None,
        };
        return Err(read::referral(&new, &setting).err().unwrap_or_else(|| {
            // Not reached: the site is the first thing that is read.
            Errors::one("site", "site", w.problem_field_id()).into()
        }));
    };
    let permit = caller.permit_list(app, Action::Refer, Object::Site(site)).await?;
    let packs = app.clone();
    let unit = move |tx: &Tx| {
        match tx.not_done_before(once.as_ref()) {
            Err(store::Error::AlreadyDone { location, .. }) => return sent_before(tx, &location),
            other => other?,
        }
        let nation = Key::parse(&store::site::by_id(tx, site)?.nation).ok();
        let pack = nation.and_then(|nation| pack_on(packs.store().packs(), &nation, tx.today()));
        let read = read::referral(
            &new,
            &Setting {
                w,
                today: tx.today(),
                keys: Some(Keys(pack)),
            },
        )?;
        let made = store::referral::make(tx, read.refer, read.received_on)?;
        tx.done(once.as_ref(), 201, &address::referral(made.id))?;
        Ok::<_, Problem>(Made {
            id: made.id.uuid(),
            reference: made.reference,
            family: made.family.uuid(),
            version: 1,
        })
    };
    let made = app.store().write(permit, unit).await?;
    Ok(Told::created(&made, address::referral(ReferralId::from_uuid(made.id))).at_version(made.version))
}

/// What the same call led to the first time, at the version it has now.
fn sent_before(tx: &Tx, location: &str) -> Result<Made, Problem> {
    let id = location
        .rsplit('/')
        .next()
        .and_then(|id| id.parse().ok())
        .ok_or(store::Error::NotFound)?;
    let referral = store::referral::load(tx, id)?;
    Ok(Made {
        id: referral.id.uuid(),
        reference: referral.reference.to_string(),
        family: referral.family.uuid(),
        version: referral.version,
    })
}
