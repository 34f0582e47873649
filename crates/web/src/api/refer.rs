//! Referring a family: a new one, one that is here already, and never the same form twice.

use super::address;
use super::caller::Caller;
use super::problem::{Errors, Problem};
use super::read::{self, Keys, Setting};
use super::sent::Sent;
use super::taken::NewReferral;
use super::tell::Told;
use super::verb::Halt;
use crate::App;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::{AccountId, ReferralId, SiteId};
use domain::pack::{Key, pack_on};
use serde::Serialize;
use store::Tx;
use utoipa::ToSchema;
use uuid::Uuid;
use words::Words;

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
    if let Some(earlier) = new.follows.as_deref().and_then(|id| id.parse().ok()) {
        // Whoever refers a family again can open what was written of it.
        let object = Object::Referral(earlier);
        drop(caller.permit(app, Action::OpenReferral, object).await?);
    }
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
            Err(store::Error::AlreadyDone { location, .. }) => return Ok(sent_before(tx, &location)?),
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
        let worker = worker_of(tx, site, new.worker_email.as_deref(), w)?;
        if let Some(before) = store::referral::just_sent(tx, worker, &read.refer)?.filter(|_| !new.another_family) {
            return Err(Halt::already_sent(tx, before));
        }
        let made = match worker {
            Some(worker) => store::referral::make_of_worker(tx, worker, read.refer, read.received_on)?,
            None => store::referral::make(tx, read.refer, read.received_on)?,
        };
        tx.done(once.as_ref(), 201, &address::referral(made.id))?;
        Ok::<_, Halt>(Made {
            id: made.id.uuid(),
            reference: made.reference,
            family: made.family.uuid(),
            version: 1,
        })
    };
    let made = app.store().write(permit, unit).await;
    let made = made.map_err(|halt| halt.into_problem(sent.mine()))?;
    Ok(Told::created(&made, address::referral(ReferralId::from_uuid(made.id))).at_version(made.version))
}

/// The social worker in whose name it is referred, where one is named: one who works in the area today.
fn worker_of(tx: &Tx, site: SiteId, email: Option<&str>, w: Words) -> Result<Option<AccountId>, Problem> {
    let found = store::account::standing::worker_of(tx, site, email)?;
    match (email, found) {
        (Some(_), None) => Err(Errors::one("worker_email", "unknown_worker", w.problem_field_worker()).into()),
        (_, found) => Ok(found),
    }
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
