//! Supporting a family, by calls: offered and matched, the plan, visits, steps, reviews, urgent support, and the ending.
//!
//! Each call fills in the boxes of a page's form (`boxes`) and is carried out by what carries the page out, so that there is
//! one rule and one sentence for both.

mod boxes;
mod deeds;
mod ending;
mod matched;
mod plan;
mod read;

pub(super) use deeds::{
    __path_add_crisis, __path_add_review, __path_add_session, __path_add_step, __path_raise_concern, add_crisis,
    add_review, add_session, add_step, raise_concern,
};
pub(super) use ending::{__path_close, __path_follow_up, close, follow_up};
pub(super) use matched::{
    __path_answer, __path_cover, __path_decide, __path_end_match, __path_offer, answer, cover, decide, end_match, offer,
};
pub(super) use plan::{__path_mark, __path_write_plan, mark, write_plan};
pub(super) use read::{__path_carers, __path_due, __path_support, carers, due, support};

use super::caller::Caller;
use super::problem::{Errors, Problem};
use super::sent::Sent;
use super::tell::Told;
use super::verb::acting;
use crate::App;
use crate::call::{Call, Unmade};
use crate::form::Form;
use crate::mistakes::Mistakes;
use domain::access::{Action, Object};
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::Tx;
use utoipa::ToSchema;
use uuid::Uuid;

/// What was made or changed.
#[derive(Serialize, ToSchema)]
pub struct Done {
    /// The record it made, or the one it was done to.
    id: Uuid,
}

/// Which action on what, and where what was done is read.
pub(super) struct About {
    action: Action,
    object: Object,
    at: String,
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
async fn carry_out<B>(
    app: &App,
    caller: &Caller,
    sent: &Sent,
    about: About,
    form: impl Fn(&B) -> Form,
    act: impl Fn(&Tx, &Call, &Form) -> Result<Uuid, Unmade> + Send + Sync + 'static,
    named: impl Fn(&str) -> String,
) -> Result<Told, Problem>
where
    B: DeserializeOwned,
{
    let permit = caller.permit(app, about.action, about.object).await?;
    let form = form(&sent.read(caller.w())?);
    let once = sent.once(caller)?;
    let call = Call {
        w: caller.w(),
        by: acting(caller),
        language: caller.lang.tag(),
    };
    let at = about.at.clone();
    let unit = move |tx: &Tx| {
        match tx.not_done_before(once.as_ref()) {
            Err(store::Error::AlreadyDone { location, .. }) => {
                let made = location.rsplit('#').next().and_then(|id| id.parse().ok());
                return made.ok_or_else(|| store::Error::NotFound.into());
            }
            other => other?,
        }
        let id = act(tx, &call, &form)?;
        tx.done(once.as_ref(), 201, &format!("{at}#{id}"))?;
        Ok::<_, Unmade>(id)
    };
    match app.store().write(permit, unit).await {
        Ok(id) => Ok(Told::created(&Done { id }, about.at)),
        Err(Unmade::Mistakes(mistakes)) => Err(wrong(&mistakes, named)),
        Err(Unmade::Store(error)) => Err(error.into()),
    }
}
