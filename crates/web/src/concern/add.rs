//! Adding to a concern: that it was reported, that the writing followed, or a note. Nothing that was written is changed.

use super::write::hows;
use super::{read, refusal_words};
use crate::App;
use crate::call::{Call, Unmade, pressed};
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Choice, DateField, Field, Page, Problem, date_field, field, show};
use crate::paths;
use crate::typed::{words, words_if_any};
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::concern::Entry;
use domain::id::ConcernId;
use jiff::Timestamp;
use store::Tx;
use words::Words;

#[derive(Template)]
#[template(path = "concern/add.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    heading: &'static str,
    kind: &'static str,
    when: &'static str,
    agency: Field,
    report_name: Field,
    report_on: DateField,
    report_at: Field,
    how: Field,
    hows: Vec<Choice>,
    reference: Field,
    words: Field,
}

/// What is added; a note where nothing is said.
fn kind_of(form: &Form) -> &'static str {
    match form.get("kind") {
        "reported" => "reported",
        "written" => "written",
        _ => "note",
    }
}

/// The form; `?what=` says what is added.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<ConcernId>) -> Answer {
    may(&app, &visit, id).await?;
    let now = store::clock::london_time(app.store().now());
    let fresh = || {
        Form::default()
            .with("report_on_day", &now.day().to_string())
            .with("report_on_month", &now.month().to_string())
            .with("report_on_year", &now.year().to_string())
    };
    let mut form = form::kept(&app, &visit).await?.unwrap_or_else(fresh);
    if let Some(kind) = visit.query_value("what") {
        form = form.without("kind").with("kind", &kind);
    }
    Ok(draw((&app, &visit), id, &form, &Mistakes::default()))
}

/// Whether the reader may add: the form itself shows nothing of the concern.
async fn may(app: &App, visit: &Visit, id: ConcernId) -> Answer<()> {
    let (actor, object) = (visit.actor(), Object::Concern(id));
    let permit = app.store().permit(&actor, Action::AddToConcern, object).await?;
    let read = app.store().read(permit, |_| Ok::<_, store::Error>(()));
    Ok(read.await?)
}

fn entry(form: &Form, w: Words) -> Result<Entry, Mistakes> {
    let mut mistakes = Mistakes::default();
    let label = ("words", w.concern_add_words());
    let entry = match kind_of(form) {
        "reported" => read::report(form, w, &mut mistakes).map(Entry::Reported),
        "written" => {
            let at: Option<Timestamp> = read::moment(form, w, &mut mistakes);
            let words = words_if_any(form, w, &mut mistakes, label);
            at.map(|at| Entry::Written { at, words })
        }
        _ => words(form, w, &mut mistakes, label, w.concern_problem_words()).map(Entry::Note),
    };
    entry.filter(|_| !mistakes.any()).ok_or(mistakes)
}

/// Stores what is added.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<ConcernId>, form: Form) -> Answer {
    let asked = (Action::AddToConcern, Object::Concern(id));
    let href = paths::saying(&visit.href(&paths::concern(id)), "concern-added");
    let act = move |tx: &Tx, call: &Call, form: &Form| by_call(tx, call, id, form);
    match pressed(&app, &visit, asked, &form, href, act).await? {
        Ok(answer) => Ok(answer),
        Err(unmade) => Ok(draw((&app, &visit), id, &form, &unmade.mistakes()?)),
    }
}

/// Reads what is added, lets the rules decide, and stores it.
pub(crate) fn by_call(tx: &Tx, call: &Call, id: ConcernId, form: &Form) -> Result<(), Unmade> {
    let entry = entry(form, call.w)?;
    let concern = store::concern::load(tx, id)?;
    let event = call.said(concern.add(entry, tx.now()), refusal_words)?;
    Ok(store::concern::record(tx, &concern, call.language, &event)?)
}

fn draw((app, visit): (&App, &Visit), id: ConcernId, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let typed = |name: &str| field(name, form.get(name), mistakes.of(name));
    let kind = kind_of(form);
    let (heading, when) = match kind {
        "reported" => (w.concern_add_reported(), w.concern_report_on()),
        "written" => (w.concern_add_written(), w.concern_written_on()),
        _ => (w.concern_add_note(), ""),
    };
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        heading,
        kind,
        when,
        agency: typed("agency"),
        report_name: typed("report_name"),
        report_on: date_field("report_on", |part| form.get(part).to_owned(), mistakes.of("report_on")),
        report_at: typed("report_at"),
        how: typed("how"),
        hows: hows(w, form),
        reference: typed("reference"),
        words: typed("words"),
        page: Page::new(app, visit, heading)
            .of_form()
            .back_to(visit.href(&paths::concern(id)), w.journal_object_concern())
            .with_mistakes(mistakes.any()),
    };
    show(&shown, &shown.page)
}
