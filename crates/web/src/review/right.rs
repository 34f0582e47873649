//! Putting right what was written of a review. What stood there is kept.

use super::fill::said as as_form;
use super::{read, refusal_words};
use crate::App;
use crate::call::{Call, Unmade, pressed};
use crate::error::{Answer, PageError};
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Field, Page, Problem, field, show};
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
use store::Tx;
use store::review::ReviewShown;
use words::Words;

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

fn read(form: &Form, w: Words) -> Result<(Said, Text), Mistakes> {
    let mut mistakes = Mistakes::default();
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
    let asked = (Action::HoldReview, Object::Family(id));
    let href = paths::saying(&visit.href(&paths::review(id, review)), "review-right-saved");
    let act = move |tx: &Tx, call: &Call, form: &Form| put_right(tx, call, (id, review), form);
    let (form, mistakes) = match pressed(&app, &visit, asked, &form, href, act).await? {
        Ok(answer) => return Ok(answer),
        Err(Unmade::Store(store::Error::Stale { now })) => {
            let fresh = form.without("version").with("version", &now.to_string());
            (fresh, Mistakes::one("said", visit.w().review_problem_stale()))
        }
        Err(unmade) => (form, unmade.mistakes()?),
    };
    let (_, name) = loaded(&app, &visit, id, review).await?;
    Ok(draw(&app, &visit, (id, review), &name, &form, &mistakes))
}

/// Reads the words, lets the rules decide, and stores them beside what stood there.
fn put_right(tx: &Tx, call: &Call, (id, review): (FamilyId, ReviewId), form: &Form) -> Result<(), Unmade> {
    let (said, why) = read(form, call.w)?;
    let held = store::review::load(tx, id, review)?;
    if held.version != form.get("version").parse::<i64>().unwrap_or_default() {
        return Err(store::Error::Stale { now: held.version }.into());
    }
    let event = call.said(held.put_right(call.by, said, why), refusal_words)?;
    Ok(store::review::record(tx, &held, call.language, &event)?)
}

/// The same by a call.
pub(crate) fn by_call(tx: &Tx, call: &Call, id: FamilyId, form: &Form) -> Result<(), Unmade> {
    put_right(tx, call, (id, read::which(form)?), form)
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
