//! Changing a goal: its mark, its next steps, its end.

use super::one::{draw, load};
use super::{Wrong, refusal_words};
use crate::App;
use crate::call::{Call, Unmade};
use crate::error::{Answer, PageError};
use crate::form::Form;
use crate::mistakes::Mistakes;
use crate::page::see;
use crate::paths;
use crate::typed::{day, words, words_if_any};
use crate::visit::{At, Visit};
use axum::extract::State;
use domain::access::{Action, Object};
use domain::goal::{ActionStage, Doer, Ending, Event, Goal, Helper, Mark, Movement, NewAction};
use domain::id::{FamilyId, GoalActionId, GoalId};
use store::Tx;
use store::once::Once;
use words::Words;

/// What a form asks for.
#[derive(Clone)]
enum Asked {
    Mark(Option<jiff::civil::Date>, Mark, Option<domain::text::Text>),
    AddStep(NewAction),
    SetStep(GoalActionId, ActionStage),
    End(Ending, Option<domain::text::Text>),
}

/// Stores a mark.
pub async fn mark(State(app): State<App>, visit: Visit, At(id): At<FamilyId>, form: Form) -> Answer {
    let asked = read_mark(&form, visit.w());
    change(&app, &visit, (id, "on"), &form, asked).await
}

fn read_mark(form: &Form, w: Words) -> Result<Asked, Mistakes> {
    let mut mistakes = Mistakes::default();
    let mark = form.get("mark").parse().ok().and_then(Mark::new);
    if mark.is_none() {
        mistakes.add("mark", w.goal_problem_mark());
    }
    let on = day(form, w, &mut mistakes, "on");
    let said = words_if_any(form, w, &mut mistakes, ("words", w.goal_mark_words()));
    let asked = mark.map(|mark| Asked::Mark(on, mark, said));
    asked.filter(|_| !mistakes.any()).ok_or(mistakes)
}

/// Stores a mark by a call.
pub(crate) fn mark_by_call(tx: &Tx, call: &Call, family: FamilyId, form: &Form) -> Result<GoalId, Unmade> {
    by_call(tx, call, (family, "on"), form, read_mark(form, call.w)?)
}

/// Stores a next step by a call.
pub(crate) fn add_step_by_call(tx: &Tx, call: &Call, family: FamilyId, form: &Form) -> Result<GoalId, Unmade> {
    by_call(tx, call, (family, "step"), form, read_step(form, call.w)?)
}

/// Stores how a next step stands, by a call.
pub(crate) fn set_step_by_call(tx: &Tx, call: &Call, family: FamilyId, form: &Form) -> Result<GoalId, Unmade> {
    by_call(tx, call, (family, "step"), form, read_stage(form)?)
}

/// Stores how a goal ended, by a call.
pub(crate) fn end_by_call(tx: &Tx, call: &Call, family: FamilyId, form: &Form) -> Result<GoalId, Unmade> {
    by_call(tx, call, (family, "how"), form, read_end(form, call.w)?)
}

fn by_call(
    tx: &Tx,
    call: &Call,
    (family, at): (FamilyId, &'static str),
    form: &Form,
    asked: Asked,
) -> Result<GoalId, Unmade> {
    let goal: GoalId = form.get("goal").parse().map_err(|_| store::Error::NotFound)?;
    let known = store::goal::load(tx, family, goal)?;
    let event = decide(tx, &known, family, asked).map_err(|wrong| match wrong {
        Wrong::Refused(refusal) => (at, refusal_words(call.w, refusal)).into(),
        Wrong::Store(error) => Unmade::from(error),
    })?;
    let site = store::family::site_of(tx, family)?;
    store::goal::record(tx, site, &known, call.language, &event)?;
    Ok(goal)
}

/// Stores a next step.
pub async fn add_step(State(app): State<App>, visit: Visit, At(id): At<FamilyId>, form: Form) -> Answer {
    let asked = read_step(&form, visit.w());
    change(&app, &visit, (id, "step"), &form, asked).await
}

fn read_step(form: &Form, w: Words) -> Result<Asked, Mistakes> {
    let mut mistakes = Mistakes::default();
    let label = ("step", w.goal_step_words());
    let said = words(form, w, &mut mistakes, label, w.goal_problem_words());
    let typed = form.get("doer");
    let helper = Helper::from_key(typed).map(Doer::Helper);
    let doer = helper.or_else(|| typed.parse().ok().map(Doer::Person));
    if doer.is_none() {
        mistakes.add("doer", w.goal_problem_doer());
    }
    let due = day(form, w, &mut mistakes, "due");
    let new = said
        .zip(doer)
        .map(|(words, doer)| Asked::AddStep(NewAction { words, doer, due }));
    new.filter(|_| !mistakes.any()).ok_or(mistakes)
}

/// Stores how a next step stands.
pub async fn set_step(State(app): State<App>, visit: Visit, At(id): At<FamilyId>, form: Form) -> Answer {
    let asked = read_stage(&form)?;
    // The step's own box is another form's.
    let shown = form.clone().without("step");
    change(&app, &visit, (id, "step"), &shown, Ok(asked)).await
}

fn read_stage(form: &Form) -> store::Result<Asked> {
    let step = form.get("step").parse().map_err(|_| store::Error::NotFound)?;
    let stage = ActionStage::from_key(form.get("stage")).ok_or(store::Error::NotFound)?;
    Ok(Asked::SetStep(step, stage))
}

/// Stores how a goal ended.
pub async fn end(State(app): State<App>, visit: Visit, At(id): At<FamilyId>, form: Form) -> Answer {
    let asked = read_end(&form, visit.w());
    change(&app, &visit, (id, "how"), &form, asked).await
}

fn read_end(form: &Form, w: Words) -> Result<Asked, Mistakes> {
    let mut mistakes = Mistakes::default();
    let how = Ending::from_key(form.get("how"));
    if how.is_none() {
        mistakes.add("how", w.goal_problem_how());
    }
    let said = words_if_any(form, w, &mut mistakes, ("end_words", w.goal_end_words()));
    let asked = how.map(|how| Asked::End(how, said));
    asked.filter(|_| !mistakes.any()).ok_or(mistakes)
}

/// Lets the rules decide, stores what they say, and leads back to the goal; `at` is the box a refusal stands at.
async fn change(
    app: &App,
    visit: &Visit,
    (id, at): (FamilyId, &str),
    form: &Form,
    asked: Result<Asked, Mistakes>,
) -> Answer {
    let goal: GoalId = form.get("goal").parse().map_err(|_| PageError::NotFound)?;
    let loaded = load(app, visit, id, goal).await?;
    let asked = match asked {
        Ok(asked) => asked,
        Err(mistakes) => return Ok(draw(app, visit, &loaded, form, &mistakes)),
    };
    let said = said(&loaded.goal.goal, &asked);
    let once = Once::new(visit.account()?.account.uuid(), form.get("once"), &form.body_bytes());
    let href = paths::saying(&visit.href(&paths::goal(id, goal)), said);
    let read_at: i64 = form.get("version").parse().unwrap_or_default();
    let (to, language) = (href.clone(), visit.lang.tag());
    let has_key = !form.get("once").is_empty();
    let (actor, object) = (visit.actor(), Object::Family(id));
    let stored = app.store().act(&actor, Action::ChangePlan, object, move |tx| {
        let once = has_key.then_some(&once);
        tx.not_done_before(once)?;
        let known = store::goal::load(tx, id, goal)?;
        // What was pressed was pressed on the goal as it was then.
        if known.version != read_at {
            return Err(Wrong::Store(store::Error::Stale { now: known.version }));
        }
        let site = store::family::site_of(tx, id)?;
        let event = decide(tx, &known, id, asked.clone())?;
        store::goal::record(tx, site, &known, language, &event)?;
        tx.done(once, 303, &to)?;
        Ok::<_, Wrong>(())
    });
    let (problem, loaded) = match stored.await {
        Ok(()) => return Ok(see(&href)),
        Err(Wrong::Refused(refusal)) => (refusal_words(visit.w(), refusal), loaded),
        // The page was pressed once already, or somebody else pressed meanwhile.
        Err(Wrong::Store(store::Error::Stale { .. } | store::Error::OnceReused)) => {
            let fresh = load(app, visit, id, goal).await?;
            (visit.w().goal_problem_changed().to_owned(), fresh)
        }
        Err(Wrong::Store(error)) => return Err(error.into()),
    };
    // The next try is another one, with a key of its own.
    let form = form.clone().without("once");
    Ok(draw(app, visit, &loaded, &form, &Mistakes::one(at, problem)))
}

fn decide(tx: &Tx, goal: &Goal, family: FamilyId, asked: Asked) -> Result<Event, Wrong> {
    let today = tx.today();
    Ok(match asked {
        Asked::Mark(on, mark, words) => goal.mark((on.unwrap_or(today), today), mark, words)?,
        Asked::AddStep(new) => {
            let (_, people) = store::session::bounds(tx, family)?;
            goal.add_action(new, today, &people)?
        }
        Asked::SetStep(step, stage) => goal.set_action(step, stage, today)?,
        Asked::End(how, words) => goal.end((today, today), how, words)?,
    })
}

/// What is said once it is stored: a mark that is lower is met with kindness.
fn said(goal: &Goal, asked: &Asked) -> &'static str {
    match asked {
        Asked::Mark(_, mark, _) => match goal.now().map(|before| Movement::between(before.mark, *mark)) {
            None => "goal-marked",
            Some(Movement::Up) => "goal-marked-up",
            Some(Movement::Same) => "goal-marked-same",
            Some(Movement::Down) => "goal-marked-down",
        },
        Asked::AddStep(_) => "goal-step-saved",
        Asked::SetStep(..) => "goal-step-set",
        Asked::End(..) => "goal-ended",
    }
}
