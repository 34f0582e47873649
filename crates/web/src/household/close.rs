//! Taking a household off the list.

use super::{called, refusal_words};
use crate::App;
use crate::call::{Call, Unmade, pressed};
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{DateField, Page, Problem, date_field, show};
use crate::paths;
use crate::typed::day;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::household::Household;
use domain::id::HouseholdId;
use store::Tx;

#[derive(Template)]
#[template(path = "household/close.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    name: String,
    on: DateField,
}

/// The form.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<HouseholdId>) -> Answer {
    let household = loaded(&app, &visit, id).await?;
    let form = form::kept(&app, &visit).await?.unwrap_or_default();
    Ok(draw(&app, &visit, &household, &form, &Mistakes::default()))
}

async fn loaded(app: &App, visit: &Visit, id: HouseholdId) -> Answer<Household> {
    let (actor, object) = (visit.actor(), Object::Household(id));
    let permit = app.store().permit(&actor, Action::ChangeHousehold, object).await?;
    let read = app.store().read(permit, move |tx| store::household::show(tx, id));
    Ok(read.await?.household)
}

/// Stores that it takes part no more.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<HouseholdId>, form: Form) -> Answer {
    let asked = (Action::ChangeHousehold, Object::Household(id));
    let href = paths::saying(&visit.href(paths::CARERS), "household-closed-done");
    let act = move |tx: &Tx, call: &Call, form: &Form| by_call(tx, call, id, form);
    let mistakes = match pressed(&app, &visit, asked, &form, href, act).await? {
        Ok(answer) => return Ok(answer),
        Err(unmade) => unmade.mistakes()?,
    };
    let household = loaded(&app, &visit, id).await?;
    Ok(draw(&app, &visit, &household, &form, &mistakes))
}

/// Reads the last day, lets the rules decide, and stores that it takes part no more.
pub(crate) fn by_call(tx: &Tx, call: &Call, id: HouseholdId, form: &Form) -> Result<(), Unmade> {
    let mut mistakes = Mistakes::default();
    let on = day(form, call.w, &mut mistakes, "on");
    let Some(on) = on else {
        if !mistakes.any() {
            mistakes.add("on", call.w.household_problem_close_on());
        }
        return Err(mistakes.into());
    };
    let known = store::household::load(tx, id)?;
    let families = store::household::families(tx, id)?.len();
    let families = u8::try_from(families).unwrap_or(u8::MAX);
    let event = call.said(known.close(call.by, on, tx.today(), families), |w, refusal| {
        ("on", refusal_words(w, refusal))
    })?;
    Ok(store::household::record(tx, &known, &event, None)?)
}

fn draw(app: &App, visit: &Visit, household: &Household, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        name: called(w, household),
        on: date_field("on", |part| form.get(part).to_owned(), mistakes.of("on")),
        page: Page::new(app, visit, w.household_close_title())
            .of_form()
            .back_to(visit.href(&paths::carer(household.id)), w.household_one())
            .with_mistakes(mistakes.any()),
    };
    show(&shown, &shown.page)
}
