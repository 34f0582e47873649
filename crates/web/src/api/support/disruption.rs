//! Days on which something outside keeps everybody of an area at home, by calls.

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
use domain::id::SiteId;
use serde::{Deserialize, Serialize};
use store::disruption::DisruptionShown;
use utoipa::ToSchema;
use uuid::Uuid;

/// Some days on which everybody is kept at home.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewDisruption {
    /// The first day.
    from: String,
    /// The last day.
    to: String,
    /// `snow`, `flood`, `infection` or `other`.
    cause: String,
}

impl Boxes for NewDisruption {
    const DAYS: &'static [&'static str] = &["from", "to"];
}

deed! {
    /// Writes down that something outside keeps everybody of an area at home. No visit is expected on those days.
    add_disruption at SITE_DISRUPTIONS => "It is kept; the id is its own";
    SetDisruption of Site(SiteId), "The programme area"; NewDisruption; crate::disruption::by_call
}

/// Some days that are taken back.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DisruptionBack {
    /// Which.
    disruption: Uuid,
}

impl Boxes for DisruptionBack {}

deed! {
    /// Takes some days back: visits are expected on them again.
    take_disruption_back at SITE_DISRUPTION_BACK => "It is taken back";
    SetDisruption of Site(SiteId), "The programme area"; DisruptionBack; crate::disruption::back_by_call
}

/// Some days on which everybody was kept at home.
#[derive(Serialize, ToSchema)]
pub struct DisruptionLine {
    /// Its id.
    id: Uuid,
    /// The first day.
    from: String,
    /// The last day.
    to: String,
    /// `snow`, `flood`, `infection` or `other`.
    cause: &'static str,
    /// Whether it was taken back.
    taken_back: bool,
}

/// Lists what kept everybody of an area at home, the latest first.
#[utoipa::path(get, path = address::SITE_DISRUPTIONS, tag = "support", operation_id = "list_disruptions",
    params(("id" = Uuid, Path, description = "The programme area")),
    responses((status = 200, description = "At most a hundred", body = Vec<DisruptionLine>)))]
pub async fn disruptions(State(app): State<App>, caller: Caller, id: Id<SiteId>) -> Response {
    caller.tell(shown(&app, &caller, id.0).await)
}

async fn shown(app: &App, caller: &Caller, id: SiteId) -> Result<Told, Problem> {
    let permit = caller.permit(app, Action::SetDisruption, Object::Site(id)).await?;
    let all = app.store().read(permit, move |tx| store::disruption::of_site(tx, id));
    let one = |one: DisruptionShown| DisruptionLine {
        id: one.disruption.id.uuid(),
        from: one.disruption.from.to_string(),
        to: one.disruption.to.to_string(),
        cause: one.disruption.cause.key(),
        taken_back: one.disruption.is_taken_back,
    };
    Ok(Told::ok(&all.await?.into_iter().map(one).collect::<Vec<_>>()))
}
