//! Planning a review, moving it, and writing it down.

use super::fill::{About, For, draw, fresh};
use super::{Wrong, read, refusal_words};
use crate::App;
use crate::call::{Call, Unmade};
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::see;
use crate::paths;
use crate::visit::{At, Under, Visit};
use axum::extract::State;
use domain::access::{Action, Object};
use domain::id::{FamilyId, ReviewId};
use domain::review::{Bounds, NewReview, ReviewKind, hold, plan as plan_new};
use jiff::civil::Date;
use store::Tx;
use store::once::Once;
use words::Words;

/// What is asked of the rules.
#[derive(Clone, Debug)]
enum Asked {
    /// To plan it, or to move it.
    Plan(ReviewKind, Date),
    /// To write it down.
    Hold(NewReview),
}

/// A form: what it is for, of which family, and which review where there is one.
type Which = (For, FamilyId, Option<ReviewId>);

/// The form to plan a review.
pub async fn plan_page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    form_page(&app, &visit, (For::Plan, id, None)).await
}

/// The form to write a review down.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    form_page(&app, &visit, (For::Write, id, None)).await
}

/// The form to write a planned review down.
pub async fn held_page(State(app): State<App>, visit: Visit, Under(id, review): Under<FamilyId, ReviewId>) -> Answer {
    form_page(&app, &visit, (For::Held, id, Some(review))).await
}

/// The form to move a planned review.
pub async fn move_page(State(app): State<App>, visit: Visit, Under(id, review): Under<FamilyId, ReviewId>) -> Answer {
    form_page(&app, &visit, (For::Move, id, Some(review))).await
}

/// Stores a planned review.
pub async fn plan(State(app): State<App>, visit: Visit, At(id): At<FamilyId>, form: Form) -> Answer {
    store_it(&app, &visit, (For::Plan, id, None), form).await
}

/// Stores a review that was held.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<FamilyId>, form: Form) -> Answer {
    store_it(&app, &visit, (For::Write, id, None), form).await
}

/// Stores that a planned review was held.
pub async fn held(
    State(app): State<App>,
    visit: Visit,
    Under(id, review): Under<FamilyId, ReviewId>,
    form: Form,
) -> Answer {
    store_it(&app, &visit, (For::Held, id, Some(review)), form).await
}

/// Stores another day for a planned review.
pub async fn moved(
    State(app): State<App>,
    visit: Visit,
    Under(id, review): Under<FamilyId, ReviewId>,
    form: Form,
) -> Answer {
    store_it(&app, &visit, (For::Move, id, Some(review)), form).await
}

/// Keeps what is typed of a new review.
pub async fn keep(State(app): State<App>, visit: Visit, At(id): At<FamilyId>, form: Form) -> Answer {
    super::keep(&app, &visit, id, &form).await
}

/// Keeps what is typed of a review there is.
pub async fn keep_one(
    State(app): State<App>,
    visit: Visit,
    Under(id, _): Under<FamilyId, ReviewId>,
    form: Form,
) -> Answer {
    super::keep(&app, &visit, id, &form).await
}

async fn loaded(app: &App, visit: &Visit, (_, id, review): Which) -> Answer<About> {
    let (actor, object) = (visit.actor(), Object::Family(id));
    let permit = app.store().permit(&actor, Action::HoldReview, object).await?;
    let read = app.store().read(permit, move |tx| {
        let (family, name) = store::family::load(tx, id)?;
        let review = match review {
            Some(review) => Some(store::review::show(tx, id, review)?.review),
            None => None,
        };
        Ok::<_, store::Error>(About { family, name, review })
    });
    Ok(read.await?)
}

async fn form_page(app: &App, visit: &Visit, which: Which) -> Answer {
    let about = loaded(app, visit, which).await?;
    let today = store::clock::london_day(app.store().now());
    let form = form::kept(app, visit).await?.unwrap_or_else(|| fresh(&about, today));
    Ok(draw((app, visit), which.0, &about, &form, &Mistakes::default()))
}

fn asked(purpose: For, w: Words, form: &Form) -> Result<Asked, Mistakes> {
    let mut mistakes = Mistakes::default();
    let asked = if purpose.was_held() {
        read::held(form, w, &mut mistakes).map(Asked::Hold)
    } else {
        let setting = read::setting(form, w, &mut mistakes);
        setting.map(|(kind, on)| Asked::Plan(kind, on))
    };
    asked.filter(|_| !mistakes.any()).ok_or(mistakes)
}

/// Stores once, forgets what was kept of the form, and leads to the review.
async fn store_it(app: &App, visit: &Visit, which: Which, form: Form) -> Answer {
    let (purpose, family, review) = which;
    let about = loaded(app, visit, which).await?;
    let asked = match asked(purpose, visit.w(), &form) {
        Ok(asked) => asked,
        Err(mistakes) => return Ok(draw((app, visit), purpose, &about, &form, &mistakes)),
    };
    let account = visit.account()?.account;
    let once = Once::new(account.uuid(), form.get("once"), &form.body_bytes());
    let (path, language) = (visit.path.clone(), visit.lang.tag());
    let said = if purpose.was_held() {
        "review-saved"
    } else {
        "review-planned-saved"
    };
    let (actor, object) = (visit.actor(), Object::Family(family));
    let here = visit.clone();
    let stored = app.store().act(&actor, Action::HoldReview, object, move |tx| {
        tx.not_done_before(Some(&once))?;
        let id = decide(tx, family, review, language, asked.clone())?;
        let href = paths::saying(&here.href(&paths::review(family, id)), said);
        tx.done(Some(&once), 303, &href)?;
        store::draft::forget(tx, account, &path)?;
        Ok::<_, Wrong>(href)
    });
    let mistakes = match stored.await {
        Ok(href) => return Ok(see(&href)),
        Err(Wrong::Refused(refusal)) => {
            let (name, text) = refusal_words(visit.w(), refusal);
            Mistakes::one(name, text)
        }
        Err(Wrong::Store(store::Error::Stale { .. })) => Mistakes::one("on", visit.w().review_problem_stale()),
        Err(Wrong::Store(error)) => return Err(error.into()),
    };
    Ok(draw((app, visit), purpose, &about, &form, &mistakes))
}

/// Lets the rules decide and stores the review.
fn decide(
    tx: &Tx,
    family: FamilyId,
    review: Option<ReviewId>,
    language: &str,
    asked: Asked,
) -> Result<ReviewId, Wrong> {
    let (begun, people) = store::review::bounds(tx, family)?;
    let bounds = Bounds { begun, people: &people };
    let today = tx.today();
    let Some(id) = review else {
        let event = match asked {
            Asked::Plan(kind, on) => plan_new(kind, on, today, bounds)?,
            Asked::Hold(new) => hold(new, today, bounds)?,
        };
        let (known, _) = store::family::load(tx, family)?;
        return Ok(store::review::make(tx, (family, known.site), language, &event)?);
    };
    let review = store::review::load(tx, family, id)?;
    let event = match asked {
        Asked::Plan(_, on) => review.moved(on, today, bounds)?,
        Asked::Hold(new) => review.held(new, today, bounds)?,
    };
    store::review::record(tx, &review, language, &event)?;
    Ok(id)
}

/// The same by a call: a review is planned where nothing is said of it. `review` names one that is planned, which is then
/// held or moved.
pub(crate) fn by_call(tx: &Tx, call: &Call, family: FamilyId, form: &Form) -> Result<ReviewId, Unmade> {
    let review = if form.get("review").is_empty() {
        None
    } else {
        Some(read::which(form)?)
    };
    let purpose = match (form.has("said"), review) {
        (true, None) => For::Write,
        (true, Some(_)) => For::Held,
        (false, None) => For::Plan,
        (false, Some(_)) => For::Move,
    };
    let asked = asked(purpose, call.w, form)?;
    decide(tx, family, review, call.language, asked).map_err(|wrong| wrong.told(call.w))
}
