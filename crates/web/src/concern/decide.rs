//! Deciding what is done about a concern, with words. A later decision takes the place of this one, which stays.

use super::write::{keyed, keys};
use crate::App;
use crate::call::{Call, Unmade, pressed};
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Choice, Field, Page, Problem, field, show};
use crate::paths;
use crate::typed::words;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::concern::{Concern, Decision};
use domain::id::ConcernId;
use store::Tx;

#[derive(Template)]
#[template(path = "concern/decide.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    decision: Field,
    decisions: Vec<Choice>,
    words: Field,
}

/// The form. Whoever decides has read it: it leads here from there.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<ConcernId>) -> Answer {
    may(&app, &visit, id).await?;
    let form = form::kept(&app, &visit).await?.unwrap_or_default();
    Ok(draw((&app, &visit), id, &form, &Mistakes::default()))
}

async fn may(app: &App, visit: &Visit, id: ConcernId) -> Answer<()> {
    let (actor, object) = (visit.actor(), Object::Concern(id));
    let permit = app.store().permit(&actor, Action::DecideConcern, object).await?;
    let read = app.store().read(permit, |_| Ok::<_, store::Error>(()));
    Ok(read.await?)
}

/// Stores the decision.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<ConcernId>, form: Form) -> Answer {
    let asked = (Action::DecideConcern, Object::Concern(id));
    let href = paths::saying(&visit.href(&paths::concern(id)), "concern-decided");
    let act = move |tx: &Tx, call: &Call, form: &Form| by_call(tx, call, id, form);
    match pressed(&app, &visit, asked, &form, href, act).await? {
        Ok(answer) => Ok(answer),
        Err(unmade) => Ok(draw((&app, &visit), id, &form, &unmade.mistakes()?)),
    }
}

/// Reads the decision and stores it.
pub(crate) fn by_call(tx: &Tx, call: &Call, id: ConcernId, form: &Form) -> Result<(), Unmade> {
    let (w, mut mistakes) = (call.w, Mistakes::default());
    let decision = Decision::from_key(form.get("decision"));
    if decision.is_none() {
        mistakes.add("decision", w.concern_problem_decision());
    }
    let label = ("words", w.concern_decide_words());
    let said = words(form, w, &mut mistakes, label, w.concern_problem_decide_words());
    let (decision, said) = decision.zip(said).ok_or(mistakes)?;
    let concern = store::concern::load(tx, id)?;
    let event = Concern::decide(call.by, tx.today(), decision, said);
    Ok(store::concern::record(tx, &concern, call.language, &event)?)
}

fn draw((app, visit): (&App, &Visit), id: ConcernId, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let typed = |name: &str| field(name, form.get(name), mistakes.of(name));
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        decision: typed("decision"),
        decisions: keyed(
            w,
            "concern-decision",
            &keys(Decision::ALL, Decision::key),
            form.get("decision"),
        ),
        words: typed("words"),
        page: Page::new(app, visit, w.concern_decide_title())
            .of_form()
            .back_to(visit.href(&paths::concern(id)), w.journal_object_concern())
            .with_mistakes(mistakes.any()),
    };
    show(&shown, &shown.page)
}
