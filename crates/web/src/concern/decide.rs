//! Deciding what is done about a concern, with words. A later decision takes the place of this one, which stays.

use super::Wrong;
use super::write::{keyed, keys};
use crate::App;
use crate::error::{Answer, PageError};
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Choice, Field, Page, Problem, field, see, show};
use crate::paths;
use crate::typed::words;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::concern::{Concern, Decision};
use domain::id::ConcernId;
use store::once::Once;

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
    let w = visit.w();
    let mut mistakes = Mistakes::default();
    let decision = Decision::from_key(form.get("decision"));
    if decision.is_none() {
        mistakes.add("decision", w.concern_problem_decision());
    }
    let label = ("words", w.concern_decide_words());
    let said = words(&form, w, &mut mistakes, label, w.concern_problem_decide_words());
    let (Some(decision), Some(said)) = (decision, said) else {
        may(&app, &visit, id).await?;
        return Ok(draw((&app, &visit), id, &form, &mistakes));
    };
    let account = visit.account()?.account;
    let once = Once::new(account.uuid(), form.get("once"), &form.body_bytes());
    let (path, language) = (visit.path.clone(), visit.lang.tag());
    let href = paths::saying(&visit.href(&paths::concern(id)), "concern-decided");
    let to = href.clone();
    let (actor, object) = (visit.actor(), Object::Concern(id));
    let stored = app.store().act(&actor, Action::DecideConcern, object, move |tx| {
        tx.not_done_before(Some(&once))?;
        let concern = store::concern::load(tx, id)?;
        let event = Concern::decide(account, tx.today(), decision, said.clone());
        store::concern::record(tx, &concern, language, &event)?;
        tx.done(Some(&once), 303, &to)?;
        store::draft::forget(tx, account, &path)?;
        Ok::<_, Wrong>(())
    });
    match stored.await {
        Ok(()) => Ok(see(&href)),
        Err(Wrong::Refused(_)) => Err(PageError::NotFound),
        Err(Wrong::Store(error)) => Err(error.into()),
    }
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
