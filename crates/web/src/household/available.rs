//! When a household is away and whether it takes a new family: the carers say so themselves, or somebody for them.

use super::read::ready as read_ready;
use super::show::{away_title, away_words, is_own};
use super::{called, refusal_words};
use crate::App;
use crate::call::{Call, Unmade, pressed};
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Choice, DateField, Field, Page, Problem, choice, date_field, field, show};
use crate::paths;
use crate::typed::{day, number};
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::household::{Away, AwayWhy, Event, Household, Ready, Refusal, WEEKENDS_MAX};
use domain::id::HouseholdId;
use jiff::civil::Date;
use store::Tx;
use words::Words;

#[derive(Template)]
#[template(path = "household/away.html")]
struct AwayShown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    heading: &'static str,
    name: String,
    here: String,
    from: DateField,
    to: DateField,
    why: Field,
    whys: Vec<Choice>,
    times: Vec<Time>,
}

/// A time away that can be taken back.
struct Time {
    from: String,
    said: String,
    is_over: bool,
}

#[derive(Template)]
#[template(path = "household/ready.html")]
struct ReadyShown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    name: String,
    ready: Field,
    ready_choices: Vec<Choice>,
    ready_from: DateField,
    weekends: Field,
    weekends_choices: Vec<Choice>,
}

async fn loaded(app: &App, visit: &Visit, id: HouseholdId) -> Answer<Household> {
    let (actor, object) = (visit.actor(), Object::Household(id));
    let permit = app.store().permit(&actor, Action::SetAvailability, object).await?;
    let read = app.store().read(permit, move |tx| store::household::show(tx, id));
    Ok(read.await?.household)
}

/// When it is away: the form, and the times there are.
pub async fn away(State(app): State<App>, visit: Visit, At(id): At<HouseholdId>) -> Answer {
    let household = loaded(&app, &visit, id).await?;
    let form = form::kept(&app, &visit).await?.unwrap_or_default();
    Ok(draw_away(&app, &visit, &household, &form, &Mistakes::default()))
}

fn read_away(form: &Form, w: Words) -> Result<Away, Mistakes> {
    let mut mistakes = Mistakes::default();
    let mut one = |name: &str, empty: &str| {
        let found = day(form, w, &mut mistakes, name);
        if found.is_none() && mistakes.of(name).is_none() {
            mistakes.add(name, empty);
        }
        found
    };
    let from = one("from", w.household_problem_away_from());
    let to = one("to", w.household_problem_away_to());
    let why = AwayWhy::from_key(form.get("why"));
    if why.is_none() {
        mistakes.add("why", w.household_problem_away_why());
    }
    match (from, to, why) {
        (Some(from), Some(to), Some(why)) => Ok(Away { from, to, why }),
        _ => Err(mistakes),
    }
}

/// Stores a time away.
pub async fn set_away(State(app): State<App>, visit: Visit, At(id): At<HouseholdId>, form: Form) -> Answer {
    let said = (paths::carer_away(id), "household-away-set");
    let mistakes = match carry_out((&app, &visit), id, &form, said, away_by_call).await? {
        Ok(answer) => return Ok(answer),
        Err(unmade) => unmade.mistakes()?,
    };
    let household = loaded(&app, &visit, id).await?;
    Ok(draw_away(&app, &visit, &household, &form, &mistakes))
}

/// Reads a time away, lets the rules decide, and stores it.
pub(crate) fn away_by_call(tx: &Tx, call: &Call, id: HouseholdId, form: &Form) -> Result<(), Unmade> {
    let away = read_away(form, call.w)?;
    record(tx, call, (id, "from"), |one| one.set_away(call.by, tx.today(), away))
}

/// Takes a time away back.
pub async fn take_back(State(app): State<App>, visit: Visit, At(id): At<HouseholdId>, form: Form) -> Answer {
    let said = (paths::carer_away(id), "household-away-taken");
    let mistakes = match carry_out((&app, &visit), id, &form, said, take_back_by_call).await? {
        Ok(answer) => return Ok(answer),
        Err(unmade) => unmade.mistakes()?,
    };
    let household = loaded(&app, &visit, id).await?;
    Ok(draw_away(&app, &visit, &household, &form, &mistakes))
}

/// Reads which time away is taken back, lets the rules decide, and stores it.
pub(crate) fn take_back_by_call(tx: &Tx, call: &Call, id: HouseholdId, form: &Form) -> Result<(), Unmade> {
    let from: Date = form.get("time").parse().map_err(|_| store::Error::NotFound)?;
    record(tx, call, (id, "from"), |one| {
        one.take_back_away(call.by, tx.today(), from)
    })
}

/// Whether it takes a new family: the form.
pub async fn ready(State(app): State<App>, visit: Visit, At(id): At<HouseholdId>) -> Answer {
    let household = loaded(&app, &visit, id).await?;
    let form = form::kept(&app, &visit).await?.unwrap_or_else(|| {
        let form = Form::default()
            .with("ready", household.ready.key())
            .with("weekends", &household.weekends.to_string());
        match household.ready {
            Ready::From(day) => form
                .with("ready_from_day", &day.day().to_string())
                .with("ready_from_month", &day.month().to_string())
                .with("ready_from_year", &day.year().to_string()),
            Ready::Now | Ready::NotNow => form,
        }
    });
    Ok(draw_ready(&app, &visit, &household, &form, &Mistakes::default()))
}

/// Stores whether it takes a new family.
pub async fn set_ready(State(app): State<App>, visit: Visit, At(id): At<HouseholdId>, form: Form) -> Answer {
    let said = (paths::carer(id), "household-ready-saved");
    let mistakes = match carry_out((&app, &visit), id, &form, said, ready_by_call).await? {
        Ok(answer) => return Ok(answer),
        Err(unmade) => unmade.mistakes()?,
    };
    let household = loaded(&app, &visit, id).await?;
    Ok(draw_ready(&app, &visit, &household, &form, &mistakes))
}

/// Reads whether it takes a new family, lets the rules decide, and stores it.
pub(crate) fn ready_by_call(tx: &Tx, call: &Call, id: HouseholdId, form: &Form) -> Result<(), Unmade> {
    let (w, mut mistakes) = (call.w, Mistakes::default());
    let ready = read_ready(form, w, &mut mistakes);
    let wrong = w.household_problem_weekends();
    let weekends = number(form, &mut mistakes, "weekends", (0, WEEKENDS_MAX), wrong).unwrap_or_default();
    match ready.filter(|_| !mistakes.any()) {
        Some(ready) => record(tx, call, (id, "ready"), |one| one.set_ready(call.by, ready, weekends)),
        None => Err(mistakes.into()),
    }
}

/// Loads the household, lets the verb decide and stores what it decided; `at` is the box a refusal stands at.
fn record(
    tx: &Tx,
    call: &Call,
    (id, at): (HouseholdId, &'static str),
    decide: impl Fn(&Household) -> Result<Event, Refusal>,
) -> Result<(), Unmade> {
    let known = store::household::load(tx, id)?;
    let event = call.said(decide(&known), |w, refusal| (at, refusal_words(w, refusal)))?;
    Ok(store::household::record(tx, &known, &event, None)?)
}

async fn carry_out(
    (app, visit): (&App, &Visit),
    id: HouseholdId,
    form: &Form,
    (to, said): (String, &str),
    act: fn(&Tx, &Call, HouseholdId, &Form) -> Result<(), Unmade>,
) -> Answer<Result<Response, Unmade>> {
    let href = paths::saying(&visit.href(&to), said);
    let asked = (Action::SetAvailability, Object::Household(id));
    let act = move |tx: &Tx, call: &Call, form: &Form| act(tx, call, id, form);
    pressed(app, visit, asked, form, href, act).await
}

fn draw_away(app: &App, visit: &Visit, household: &Household, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let today = store::clock::london_day(app.store().now());
    let date = |name: &str| date_field(name, |part| form.get(part).to_owned(), mistakes.of(name));
    let why = |why: AwayWhy| {
        let words = w.named("household-away-why", why.key()).unwrap_or_default();
        choice(why.key(), words, form.get("why") == why.key())
    };
    let heading = away_title(w, is_own(visit, household));
    let shown = AwayShown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        heading,
        name: called(w, household),
        here: visit.href(&paths::carer(household.id)),
        from: date("from"),
        to: date("to"),
        why: field("why", "", mistakes.of("why")),
        whys: AwayWhy::ALL.into_iter().map(why).collect(),
        times: household
            .away
            .iter()
            .map(|away| Time {
                from: away.from.to_string(),
                said: away_words(w, away),
                is_over: away.to < today,
            })
            .collect(),
        page: frame(app, visit, household, heading, mistakes),
    };
    show(&shown, &shown.page)
}

fn draw_ready(app: &App, visit: &Visit, household: &Household, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let shown = ReadyShown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        name: called(w, household),
        ready: field("ready", "", mistakes.of("ready")),
        ready_choices: super::boxes::ready_choices(w, form),
        ready_from: date_field(
            "ready_from",
            |part| form.get(part).to_owned(),
            mistakes.of("ready_from"),
        ),
        weekends: field("weekends", form.get("weekends"), mistakes.of("weekends")),
        weekends_choices: super::boxes::numbers(form, "weekends", 0..=WEEKENDS_MAX),
        page: frame(app, visit, household, w.household_ready_title(), mistakes),
    };
    show(&shown, &shown.page)
}

fn frame(app: &App, visit: &Visit, household: &Household, heading: &str, mistakes: &Mistakes) -> Page {
    Page::new(app, visit, heading)
        .of_form()
        .back_to(visit.href(&paths::carer(household.id)), visit.w().household_one())
        .with_mistakes(mistakes.any())
}
