//! When a household is away and whether it takes a new family: the carers say so themselves, or somebody for them.

use super::read::ready as read_ready;
use super::show::{away_title, away_words, is_own};
use super::{Wrong, called, refusal_words};
use crate::App;
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Choice, DateField, Field, Page, Problem, choice, date_field, field, see, show};
use crate::paths;
use crate::typed::{day, number};
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::household::{Away, AwayWhy, Event, Household, Ready, Refusal, WEEKENDS_MAX};
use domain::id::{AccountId, HouseholdId};
use jiff::civil::Date;
use store::Tx;
use store::once::Once;
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
    let w = visit.w();
    let mistakes = match read_away(&form, w) {
        Ok(away) => {
            let said = (paths::carer_away(id), "household-away-set");
            let done = carry_out(&app, &visit, id, &form, said, move |tx, one, by| {
                one.set_away(by, tx.today(), away)
            });
            match done.await? {
                Ok(answer) => return Ok(answer),
                Err(refusal) => Mistakes::one("from", refusal_words(w, refusal)),
            }
        }
        Err(mistakes) => mistakes,
    };
    let household = loaded(&app, &visit, id).await?;
    Ok(draw_away(&app, &visit, &household, &form, &mistakes))
}

/// Takes a time away back.
pub async fn take_back(State(app): State<App>, visit: Visit, At(id): At<HouseholdId>, form: Form) -> Answer {
    let w = visit.w();
    let from: Result<Date, _> = form.get("time").parse();
    let Ok(from) = from else {
        return Err(crate::error::PageError::NotFound);
    };
    let said = (paths::carer_away(id), "household-away-taken");
    let done = carry_out(&app, &visit, id, &form, said, move |tx, one, by| {
        one.take_back_away(by, tx.today(), from)
    });
    match done.await? {
        Ok(answer) => Ok(answer),
        Err(refusal) => {
            let mistakes = Mistakes::one("from", refusal_words(w, refusal));
            let household = loaded(&app, &visit, id).await?;
            Ok(draw_away(&app, &visit, &household, &form, &mistakes))
        }
    }
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
    let w = visit.w();
    let mut mistakes = Mistakes::default();
    let ready = read_ready(&form, w, &mut mistakes);
    let wrong = w.household_problem_weekends();
    let weekends = number(&form, &mut mistakes, "weekends", (0, WEEKENDS_MAX), wrong).unwrap_or_default();
    if let (Some(ready), false) = (ready, mistakes.any()) {
        let said = (paths::carer(id), "household-ready-saved");
        let done = carry_out(&app, &visit, id, &form, said, move |_, one, by| {
            one.set_ready(by, ready, weekends)
        });
        match done.await? {
            Ok(answer) => return Ok(answer),
            Err(refusal) => mistakes.add("ready", refusal_words(w, refusal)),
        }
    }
    let household = loaded(&app, &visit, id).await?;
    Ok(draw_ready(&app, &visit, &household, &form, &mistakes))
}

/// Loads the household, lets the verb decide and stores what it decided, once for each key of the form.
async fn carry_out(
    app: &App,
    visit: &Visit,
    id: HouseholdId,
    form: &Form,
    (to, said): (String, &'static str),
    decide: impl Fn(&Tx, &Household, AccountId) -> Result<Event, Refusal> + Send + Sync + 'static,
) -> Answer<Result<Response, Refusal>> {
    let account = visit.account()?.account;
    let once = Once::new(account.uuid(), form.get("once"), &form.body_bytes());
    let href = paths::saying(&visit.href(&to), said);
    let (path, object, there) = (visit.path.clone(), Object::Household(id), href.clone());
    let actor = visit.actor();
    let stored = app.store().act(&actor, Action::SetAvailability, object, move |tx| {
        tx.not_done_before(Some(&once))?;
        let known = store::household::load(tx, id)?;
        let event = decide(tx, &known, account)?;
        store::household::record(tx, &known, &event, None)?;
        tx.done(Some(&once), 303, &there)?;
        store::draft::forget(tx, account, &path)?;
        Ok::<_, Wrong>(())
    });
    match stored.await {
        Ok(()) => Ok(Ok(see(&href))),
        Err(Wrong::Refused(refusal)) => Ok(Err(refusal)),
        Err(Wrong::Elsewhere) => Err(crate::error::PageError::Conflict),
        Err(Wrong::Store(error)) => Err(error.into()),
    }
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
