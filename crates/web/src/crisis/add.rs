//! Adding to a call for help: what was done, who was told, how it ended, a note. What stood there stays.

use super::write::More;
use super::{read, refusal_words};
use crate::App;
use crate::call::{Call, Unmade, pressed};
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Field, Page, Problem, field, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::CrisisId;
use jiff::Timestamp;
use store::Tx;

#[derive(Template)]
#[template(path = "crisis/add.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    more: More,
    note: Field,
}

/// When help was asked for, for whoever may add.
async fn asked_at(app: &App, visit: &Visit, id: CrisisId) -> Answer<Timestamp> {
    let (actor, object) = (visit.actor(), Object::Crisis(id));
    let permit = app.store().permit(&actor, Action::AddToCrisis, object).await?;
    let read = app.store().read(permit, move |tx| store::crisis::show(tx, id));
    Ok(read.await?.crisis.received_at)
}

/// The form. The day of a response is the day help was asked for.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<CrisisId>) -> Answer {
    let asked = store::clock::london_day(asked_at(&app, &visit, id).await?);
    let fresh = || {
        Form::default()
            .with("response_on_day", &asked.day().to_string())
            .with("response_on_month", &asked.month().to_string())
            .with("response_on_year", &asked.year().to_string())
    };
    let form = form::kept(&app, &visit).await?.unwrap_or_else(fresh);
    Ok(draw((&app, &visit), id, &form, &Mistakes::default()))
}

/// Stores what was added, each thing as an entry of its own.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<CrisisId>, form: Form) -> Answer {
    let asked = (Action::AddToCrisis, Object::Crisis(id));
    let href = paths::saying(&visit.href(&paths::crisis(id)), "crisis-added");
    let act = move |tx: &Tx, call: &Call, form: &Form| by_call(tx, call, id, form);
    match pressed(&app, &visit, asked, &form, href, act).await? {
        Ok(answer) => Ok(answer),
        Err(unmade) => Ok(draw((&app, &visit), id, &form, &unmade.mistakes()?)),
    }
}

/// Reads what is added, lets the rules decide, and stores it.
pub(crate) fn by_call(tx: &Tx, call: &Call, id: CrisisId, form: &Form) -> Result<(), Unmade> {
    let (w, mut mistakes) = (call.w, Mistakes::default());
    let mut crisis = store::crisis::load(tx, id)?;
    let entries = read::entries(form, w, &mut mistakes, Some(crisis.received_at));
    if entries.is_empty() && !mistakes.any() {
        mistakes.add("note", w.crisis_problem_nothing());
    }
    if mistakes.any() {
        return Err(mistakes.into());
    }
    for entry in entries {
        let event = call.said(crisis.add(entry, tx.now()), |w, refusal| {
            let (name, text) = refusal_words(w, refusal);
            (if name == "at" { "response_at" } else { name }, text)
        })?;
        store::crisis::record(tx, &crisis, call.language, &event)?;
        crisis = crisis.after(&event);
    }
    Ok(())
}

fn draw((app, visit): (&App, &Visit), id: CrisisId, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        more: More::new(w, form, mistakes, true),
        note: field("note", form.get("note"), mistakes.of("note")),
        page: Page::new(app, visit, w.crisis_add_title())
            .of_form()
            .back_to(visit.href(&paths::crisis(id)), w.journal_object_crisis())
            .with_mistakes(mistakes.any()),
    };
    show(&shown, &shown.page)
}
