//! Putting right what was written of a review. What stood there is kept.

use super::fill::said as as_form;
use super::{Wrong, read, refusal_words};
use crate::App;
use crate::error::{Answer, PageError};
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Field, Page, Problem, field, see, show};
use crate::paths;
use crate::typed::words;
use crate::visit::{Under, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::{FamilyId, ReviewId};
use domain::review::Said;
use domain::text::Text;
use store::once::Once;
use store::review::ReviewShown;

#[derive(Template)]
#[template(path = "review/right.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    version: String,
    name: String,
    said: Field,
    theirs: Field,
    next: Field,
    why: Field,
    keep: String,
}

async fn loaded(app: &App, visit: &Visit, id: FamilyId, review: ReviewId) -> Answer<(ReviewShown, String)> {
    let (actor, object) = (visit.actor(), Object::Family(id));
    let permit = app.store().permit(&actor, Action::HoldReview, object).await?;
    let read = app.store().read(permit, move |tx| {
        let (_, name) = store::family::load(tx, id)?;
        Ok::<_, store::Error>((store::review::show(tx, id, review)?, name))
    });
    Ok(read.await?)
}

/// The form, with the words as they stand.
pub async fn page(State(app): State<App>, visit: Visit, Under(id, review): Under<FamilyId, ReviewId>) -> Answer {
    let (shown, name) = loaded(&app, &visit, id, review).await?;
    let Some(said) = &shown.said else {
        return Err(PageError::NotFound);
    };
    let as_it_stands = || as_form(said).with("version", &shown.review.version.to_string());
    let form = form::kept(&app, &visit).await?.unwrap_or_else(as_it_stands);
    Ok(draw(&app, &visit, (id, review), &name, &form, &Mistakes::default()))
}

fn read(form: &Form, visit: &Visit) -> Result<(Said, Text), Mistakes> {
    let (w, mut mistakes) = (visit.w(), Mistakes::default());
    let said = read::said(form, w, &mut mistakes);
    let label = ("why", w.review_right_why());
    let why = words(form, w, &mut mistakes, label, w.review_problem_why());
    said.zip(why).filter(|_| !mistakes.any()).ok_or(mistakes)
}

/// Stores the words.
pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Under(id, review): Under<FamilyId, ReviewId>,
    form: Form,
) -> Answer {
    let w = visit.w();
    let (_, name) = loaded(&app, &visit, id, review).await?;
    let (said, why) = match read(&form, &visit) {
        Ok(read) => read,
        Err(mistakes) => return Ok(draw(&app, &visit, (id, review), &name, &form, &mistakes)),
    };
    let account = visit.account()?.account;
    let once = Once::new(account.uuid(), form.get("once"), &form.body_bytes());
    let read_at: i64 = form.get("version").parse().unwrap_or_default();
    let (path, language) = (visit.path.clone(), visit.lang.tag());
    let href = paths::saying(&visit.href(&paths::review(id, review)), "review-right-saved");
    let to = href.clone();
    let (actor, object) = (visit.actor(), Object::Family(id));
    let stored = app.store().act(&actor, Action::HoldReview, object, move |tx| {
        tx.not_done_before(Some(&once))?;
        let held = store::review::load(tx, id, review)?;
        if held.version != read_at {
            return Err(Wrong::Store(store::Error::Stale { now: held.version }));
        }
        let event = held.put_right(account, said.clone(), why.clone())?;
        store::review::record(tx, &held, language, &event)?;
        tx.done(Some(&once), 303, &to)?;
        store::draft::forget(tx, account, &path)?;
        Ok::<_, Wrong>(())
    });
    let (form, mistakes) = match stored.await {
        Ok(()) => return Ok(see(&href)),
        Err(Wrong::Refused(refusal)) => {
            let (name, text) = refusal_words(w, refusal);
            (form, Mistakes::one(name, text))
        }
        Err(Wrong::Store(store::Error::Stale { now })) => {
            let fresh = form.without("version").with("version", &now.to_string());
            (fresh, Mistakes::one("said", w.review_problem_stale()))
        }
        Err(Wrong::Store(error)) => return Err(error.into()),
    };
    Ok(draw(&app, &visit, (id, review), &name, &form, &mistakes))
}

fn draw(
    app: &App,
    visit: &Visit,
    (id, review): (FamilyId, ReviewId),
    name: &str,
    form: &Form,
    mistakes: &Mistakes,
) -> Response {
    let w = visit.w();
    let typed = |name: &str| field(name, form.get(name), mistakes.of(name));
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        version: form.get("version").to_owned(),
        name: w.family_title(name),
        said: typed("said"),
        theirs: typed("theirs"),
        next: typed("next"),
        why: typed("why"),
        keep: format!("{}/keep", visit.href(&visit.path)),
        page: Page::new(app, visit, w.review_right_title())
            .of_form()
            .back_to(visit.href(&paths::review(id, review)), &w.family_title(name))
            .with_mistakes(mistakes.any()),
    };
    show(&shown, &shown.page)
}
