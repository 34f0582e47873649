//! Supporting a family, by calls: offered and matched, the plan, visits, steps, reviews, urgent support, and the ending.
//!
//! Each call fills in the boxes of a page's form (`boxes`) and is carried out by what carries the page out, so that there is
//! one rule and one sentence for both.

mod boxes;
mod carer;
mod concern;
mod consent;
mod crisis;
mod disruption;
mod ending;
mod extension;
mod goal;
mod matched;
mod plan;
mod read;
mod review;
mod session;
mod step;

pub(super) use carer::*;
pub(super) use concern::*;
pub(super) use consent::*;
pub(super) use crisis::*;
pub(super) use disruption::*;
pub(super) use ending::*;
pub(super) use extension::*;
pub(super) use goal::*;
pub(super) use matched::*;
pub(super) use plan::*;
pub(super) use read::*;
pub(super) use review::*;
pub(super) use session::*;
pub(super) use step::*;

use super::address;
use super::caller::Caller;
use super::problem::{Errors, Problem};
use super::sent::Sent;
use super::tell::Told;
use super::verb::acting;
use crate::App;
use crate::call::{Call, Unmade};
use crate::form::Form;
use crate::mistakes::Mistakes;
use boxes::Boxes;
use domain::access::{Action, Object};
use domain::id::{
    ConcernId, CoverId, CrisisId, DisruptionId, ExtensionId, GoalId, HouseholdId, MatchId, OfferId, ReviewId, SessionId,
};
use serde::Serialize;
use store::Tx;
use utoipa::ToSchema;
use uuid::Uuid;

/// A call that does what a form does: where it is, what its answer means, who may do it to what, what is sent, and what
/// carries it out.
macro_rules! deed {
    ($(#[$about:meta])* $name:ident at $path:ident => $said:literal;
     $action:ident of $kind:ident($of:ty), $named:literal; $body:ty; $act:path) => {
        $(#[$about])*
        #[utoipa::path(post, path = $crate::api::address::$path, tag = "support",
            params(("id" = uuid::Uuid, Path, description = $named),
                ("Idempotency-Key" = Option<String>, Header,
                    description = "A key of your own for this one call, kept 7 days")),
            request_body = $body,
            responses((status = 201, description = $said, body = super::Done)))]
        pub async fn $name(
            axum::extract::State(app): axum::extract::State<$crate::App>,
            caller: $crate::api::caller::Caller,
            id: $crate::api::caller::Id<$of>,
            sent: $crate::api::sent::Sent,
        ) -> axum::response::Response {
            let id = id.0;
            let asked = (domain::access::Action::$action, domain::access::Object::$kind(id));
            let act = move |tx: &store::Tx, call: &$crate::call::Call, form: &$crate::form::Form| {
                $act(tx, call, id, form).map(|made| super::Made::made(made, id.uuid()))
            };
            caller.tell(super::carry_out::<$body>(&app, &caller, &sent, asked, act).await)
        }
    };
}
use deed;

/// What was made or changed.
#[derive(Serialize, ToSchema)]
pub struct Done {
    /// The record it made, or the one it was done to.
    id: Uuid,
}

/// What a verb gives: the record it made, or nothing but what it was done to.
trait Made {
    fn made(self, to: Uuid) -> Uuid;
}

impl Made for () {
    fn made(self, to: Uuid) -> Uuid {
        to
    }
}

macro_rules! made {
    ($($id:ty),*) => { $(impl Made for $id {
        fn made(self, _: Uuid) -> Uuid {
            self.uuid()
        }
    })* };
}
made!(
    ConcernId,
    CoverId,
    CrisisId,
    DisruptionId,
    ExtensionId,
    GoalId,
    HouseholdId,
    MatchId,
    OfferId,
    ReviewId,
    SessionId
);

/// Where what was done is read.
fn read_at(object: Object) -> String {
    match object {
        Object::Family(id) => address::support(id),
        Object::Session(id) => address::session(id),
        Object::Crisis(id) => address::crisis(id),
        Object::Concern(id) => address::concern(id),
        Object::Site(_) => address::SITES.to_owned(),
        _ => address::CARERS.to_owned(),
    }
}

/// What is wrong with the boxes, as what is wrong with the fields: `named` says which field a box came from.
fn wrong(mistakes: &Mistakes, named: impl Fn(&str) -> String) -> Problem {
    let mut errors = Errors::default();
    for (name, text) in mistakes.each() {
        errors.add(named(name), "not_possible", text);
    }
    errors.into()
}

/// Fills the boxes from the body, and lets `act` store what they say, once for each key.
async fn carry_out<B: Boxes>(
    app: &App,
    caller: &Caller,
    sent: &Sent,
    (action, object): (Action, Object),
    act: impl Fn(&Tx, &Call, &Form) -> Result<Uuid, Unmade> + Send + Sync + 'static,
) -> Result<Told, Problem> {
    let permit = caller.permit(app, action, object).await?;
    let form = sent.read::<B>(caller.w())?.form();
    let once = sent.once(caller)?;
    let call = Call {
        w: caller.w(),
        by: acting(caller),
        language: caller.lang.tag(),
    };
    let at = read_at(object);
    let there = at.clone();
    let unit = move |tx: &Tx| {
        match tx.not_done_before(once.as_ref()) {
            Err(store::Error::AlreadyDone { location, .. }) => {
                let made = location.rsplit('#').next().and_then(|id| id.parse().ok());
                return made.ok_or_else(|| store::Error::NotFound.into());
            }
            other => other?,
        }
        let id = act(tx, &call, &form)?;
        tx.done(once.as_ref(), 201, &format!("{there}#{id}"))?;
        Ok::<_, Unmade>(id)
    };
    match app.store().write(permit, unit).await {
        Ok(id) => Ok(Told::created(&Done { id }, at)),
        Err(Unmade::Mistakes(mistakes)) => Err(wrong(&mistakes, B::field)),
        Err(Unmade::Store(error)) => Err(error.into()),
    }
}
