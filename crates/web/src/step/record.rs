//! Recording a step: from which day, to which level, what led to it, who asked, who agreed, and why.

use super::level::since;
use super::{Wrong, voice_words};
use crate::App;
use crate::call::{Call, Unmade, pressed};
use crate::error::Answer;
use crate::form::{self, Form};
use crate::household::{dose_words, level_words};
use crate::mistakes::Mistakes;
use crate::page::{Choice, DateField, Field, Page, Problem, choice, date_field, field, hinted, show};
use crate::paths;
use crate::typed::{day, words};
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::{AccountId, FamilyId};
use domain::level::{Ladder, Level, Rung};
use domain::matching::Standing;
use domain::step::{Cause, NewStep, Step, Voice};
use jiff::civil::Date;
use store::Tx;
use words::Words;

#[derive(Template)]
#[template(path = "step/record.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    name: String,
    now: Option<String>,
    to: Field,
    levels: Vec<Choice>,
    on: DateField,
    cause: Field,
    causes: Vec<Choice>,
    asked_by: Field,
    asked: Vec<Choice>,
    agreed_by: Field,
    agreed: Vec<Choice>,
    end: DateField,
    reason: Field,
}

struct Loaded {
    family: FamilyId,
    name: String,
    now: Option<Step>,
    ladder: Ladder,
}

/// The form.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let loaded = loaded(&app, &visit, id).await?;
    let form = form::kept(&app, &visit).await?.unwrap_or_else(|| asked_for(&visit));
    Ok(draw(&app, &visit, &loaded, &form, &Mistakes::default()))
}

/// What a review or a suggestion fills in before: the level and what led to it, as its link says.
fn asked_for(visit: &Visit) -> Form {
    let filled = ["to", "cause"].into_iter();
    let filled = filled.filter_map(|name| Some((name, visit.query_value(name)?)));
    filled.fold(Form::default(), |form, (name, value)| form.with(name, &value))
}

async fn loaded(app: &App, visit: &Visit, family: FamilyId) -> Answer<Loaded> {
    let (actor, object) = (visit.actor(), Object::Family(family));
    let permit = app.store().permit(&actor, Action::StepSupport, object).await?;
    let read = app.store().read(permit, move |tx| {
        let (_, name) = store::family::load(tx, family)?;
        let steps = store::step::of_family(tx, family)?;
        Ok::<_, store::Error>(Loaded {
            family,
            name,
            now: steps.last().map(|one| one.step),
            ladder: store::ladder::of_family(tx, family)?.on(tx.today()).clone(),
        })
    });
    Ok(read.await?)
}

fn read(form: &Form, w: Words, today: Date) -> Result<NewStep, Mistakes> {
    let mut mistakes = Mistakes::default();
    let to = form.get("to").parse().ok().and_then(Level::new);
    if to.is_none() {
        mistakes.add("to", w.step_problem_level());
    }
    let on = day(form, w, &mut mistakes, "on").unwrap_or(today);
    let cause = Cause::from_key(form.get("cause"));
    if cause.is_none() {
        mistakes.add("cause", w.step_problem_cause());
    }
    let asked_by = Voice::from_key(form.get("asked_by"));
    if asked_by.is_none() {
        mistakes.add("asked_by", w.step_problem_asked());
    }
    let agreed_by: Vec<Voice> = form.all("agreed_by").filter_map(Voice::from_key).collect();
    if agreed_by.is_empty() {
        mistakes.add("agreed_by", w.step_problem_agreed());
    }
    let expected_end = day(form, w, &mut mistakes, "end");
    let label = ("reason", w.step_reason());
    let reason = words(form, w, &mut mistakes, label, w.step_problem_reason());
    match (to, cause, asked_by, reason) {
        (Some(to), Some(cause), Some(asked_by), Some(reason)) if !mistakes.any() => Ok(NewStep {
            to,
            on,
            cause,
            asked_by,
            agreed_by,
            expected_end,
            reason,
        }),
        _ => Err(mistakes),
    }
}

/// Stores the step.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<FamilyId>, form: Form) -> Answer {
    let asked = (Action::StepSupport, Object::Family(id));
    let href = paths::saying(&visit.href(&paths::family(id)), "step-saved");
    let act = move |tx: &Tx, call: &Call, form: &Form| by_call(tx, call, id, form);
    let mistakes = match pressed(&app, &visit, asked, &form, href, act).await? {
        Ok(answer) => return Ok(answer),
        Err(unmade) => unmade.mistakes()?,
    };
    let loaded = loaded(&app, &visit, id).await?;
    Ok(draw(&app, &visit, &loaded, &form, &mistakes))
}

/// Lets the rules decide and stores the step.
fn step(tx: &Tx, by: AccountId, family: FamilyId, new: &NewStep) -> Result<(), Wrong> {
    let steps = store::step::steps(tx, family)?;
    let (known, _) = store::family::load(tx, family)?;
    let (standing, _) = store::matching::standing(tx, family)?;
    let supported = matches!(standing, Standing::Matched { .. } | Standing::Between { .. });
    let ladders = store::ladder::of_site(tx, known.site)?;
    let event = steps.step((by, tx.today()), supported, ladders.on(new.on), new.clone())?;
    store::step::record(tx, known.site, &event)?;
    Ok(())
}

fn draw(app: &App, visit: &Visit, loaded: &Loaded, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let typed = |name: &str| field(name, form.get(name), mistakes.of(name));
    let ladder = &loaded.ladder;
    let level = |rung: &Rung| {
        let key = rung.level.number().to_string();
        let chosen = form.get("to") == key;
        hinted(&key, &level_words(w, rung.level), &dose_words(w, rung), chosen)
    };
    let at = loaded.now.map(|step| step.to);
    let others = ladder.rungs().iter().filter(|rung| Some(rung.level) != at);
    let cause = |cause: &Cause| {
        let words = w.named("step-cause", cause.key()).unwrap_or_default();
        choice(cause.key(), words, form.get("cause") == cause.key())
    };
    let asked = |voice: &Voice| {
        let chosen = form.get("asked_by") == voice.key();
        choice(voice.key(), voice_words(w, *voice), chosen)
    };
    let agreed = |voice: &Voice| {
        let chosen = form.all("agreed_by").any(|key| key == voice.key());
        choice(voice.key(), voice_words(w, *voice), chosen)
    };
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        name: w.family_title(&loaded.name),
        now: loaded.now.map(|step| since(w, &step)),
        to: typed("to"),
        levels: others.map(level).collect(),
        on: date_field("on", |part| form.get(part).to_owned(), mistakes.of("on")),
        cause: typed("cause"),
        causes: Cause::ALL.iter().filter(|cause| cause.is_said()).map(cause).collect(),
        asked_by: typed("asked_by"),
        asked: Voice::ALL.iter().map(asked).collect(),
        agreed_by: typed("agreed_by"),
        agreed: Voice::ALL.iter().map(agreed).collect(),
        end: date_field("end", |part| form.get(part).to_owned(), mistakes.of("end")),
        reason: typed("reason"),
        page: Page::new(app, visit, w.step_title())
            .of_form()
            .back_to(visit.href(&paths::family(loaded.family)), &w.family_title(&loaded.name))
            .with_mistakes(mistakes.any()),
    };
    show(&shown, &shown.page)
}

/// The same by a call.
pub(crate) fn by_call(tx: &Tx, call: &Call, family: FamilyId, form: &Form) -> Result<(), Unmade> {
    let new = read(form, call.w, tx.today())?;
    step(tx, call.by, family, &new).map_err(|wrong| wrong.told(call.w))
}
