//! Adding to a call for help: what was done, who was told, how it ended, a note. What stood there stays.

use super::write::More;
use super::{Wrong, read, refusal_words};
use crate::App;
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Field, Page, Problem, field, see, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::CrisisId;
use jiff::Timestamp;
use store::once::Once;

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
    let w = visit.w();
    let asked = asked_at(&app, &visit, id).await?;
    let mut mistakes = Mistakes::default();
    let entries = read::entries(&form, w, &mut mistakes, Some(asked));
    if entries.is_empty() && !mistakes.any() {
        mistakes.add("note", w.crisis_problem_nothing());
    }
    if mistakes.any() {
        return Ok(draw((&app, &visit), id, &form, &mistakes));
    }
    let account = visit.account()?.account;
    let once = Once::new(account.uuid(), form.get("once"), &form.body_bytes());
    let (path, language) = (visit.path.clone(), visit.lang.tag());
    let href = paths::saying(&visit.href(&paths::crisis(id)), "crisis-added");
    let to = href.clone();
    let (actor, object) = (visit.actor(), Object::Crisis(id));
    let stored = app.store().act(&actor, Action::AddToCrisis, object, move |tx| {
        tx.not_done_before(Some(&once))?;
        let mut crisis = store::crisis::load(tx, id)?;
        for entry in &entries {
            let event = crisis.add(entry.clone(), tx.now())?;
            store::crisis::record(tx, &crisis, language, &event)?;
            crisis = crisis.after(&event);
        }
        tx.done(Some(&once), 303, &to)?;
        store::draft::forget(tx, account, &path)?;
        Ok::<_, Wrong>(())
    });
    match stored.await {
        Ok(()) => Ok(see(&href)),
        Err(Wrong::Refused(refusal)) => {
            let (name, text) = refusal_words(visit.w(), refusal);
            let name = if name == "at" { "response_at" } else { name };
            Ok(draw((&app, &visit), id, &form, &Mistakes::one(name, text)))
        }
        Err(Wrong::Store(error)) => Err(error.into()),
    }
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
