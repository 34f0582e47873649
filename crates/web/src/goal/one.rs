//! One goal: where things are now, by one press; the next steps towards it; every mark; and its end.

use super::draw::{Track, called, doer_words, foreign, quote, track};
use crate::App;
use crate::error::{Answer, PageError};
use crate::family::people::first_name;
use crate::form::Form;
use crate::mistakes::Mistakes;
use crate::page::{
    Cell, Choice, DateField, Field, Page, Paragraph, Problem, Quote, Table, choice, date_field, field, show,
};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::family::Family;
use domain::goal::{ActionStage, Ending, Goal, Helper, Mark};
use domain::id::{FamilyId, GoalId};
use store::goal::GoalShown;
use words::Words;

/// One next step.
struct StepShown {
    id: String,
    words: Paragraph,
    line: String,
    stage: &'static str,
    state: &'static str,
}

/// What can be changed, for whoever may.
struct Boxes {
    goal: String,
    version: String,
    once: String,
    marks: Vec<u8>,
    mark: Field,
    on: DateField,
    words: Field,
    step: Field,
    doer: Field,
    doers: Vec<Choice>,
    due: DateField,
    how: Field,
    hows: Vec<Choice>,
    end_words: Field,
}

#[derive(Template)]
#[template(path = "goal/one.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    heading: String,
    name: String,
    quote: Quote,
    track: Option<Track>,
    last_words: Option<Quote>,
    over: Option<String>,
    over_words: Option<String>,
    steps: Vec<StepShown>,
    past: Vec<StepShown>,
    marks: Table,
    boxes: Option<Boxes>,
    mark_href: String,
    step_href: String,
    set_href: String,
    end_href: String,
}

/// A goal with its family.
pub(super) struct Loaded {
    pub family: Family,
    pub name: String,
    pub goal: GoalShown,
    pub may_change: bool,
}

/// The page; `?goal=` says which.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let goal = visit.query_value("goal").and_then(|goal| goal.parse().ok());
    let Some(goal) = goal else {
        return Err(PageError::NotFound);
    };
    let loaded = load(&app, &visit, id, goal).await?;
    Ok(draw(&app, &visit, &loaded, &Form::default(), &Mistakes::default()))
}

/// Reads a goal of a family.
pub(super) async fn load(app: &App, visit: &Visit, id: FamilyId, goal: GoalId) -> Answer<Loaded> {
    let object = Object::Family(id);
    let (permit, rights) = app
        .store()
        .permit_with_rights(&visit.actor(), Action::OpenPlan, object)
        .await?;
    let may_change = !rights.allowed(object, &[Action::ChangePlan]).is_empty();
    let read = app.store().read(permit, move |tx| {
        let (family, name) = store::family::load(tx, id)?;
        Ok::<_, store::Error>((family, name, store::goal::of_family(tx, id)?))
    });
    let (family, name, goals) = read.await?;
    let found = goals.into_iter().find(|one| one.goal.id == goal);
    Ok(Loaded {
        family,
        name,
        goal: found.ok_or(PageError::NotFound)?,
        may_change,
    })
}

/// How a goal ended, in words.
pub(super) fn ended(w: Words, goal: &Goal) -> Option<String> {
    let (on, how) = goal.ended?;
    let on = w.day_short(on);
    Some(match how {
        Ending::Reached => w.goal_ended_reached(&on),
        Ending::Changed => w.goal_ended_changed(&on),
        Ending::LetGo => w.goal_ended_let_go(&on),
    })
}

/// Draws the page, with what was typed where there was a mistake.
pub(super) fn draw(app: &App, visit: &Visit, loaded: &Loaded, form: &Form, mistakes: &Mistakes) -> Response {
    let (w, family, one) = (visit.w(), &loaded.family, &loaded.goal);
    let heading = w.goal_whose(&called(w, family, one.goal.owner));
    // The goal stands in the address too, so that the page can be read again there, in either language.
    let href = |verb: &str| {
        let goal = one.goal.id;
        visit.href(&format!("{}/{verb}?goal={goal}", paths::goals(family.id)))
    };
    let may_change = loaded.may_change && one.goal.ended.is_none();
    let last_words = one.last_words.as_ref().map(|(words, tongue)| Quote {
        text: words.clone(),
        lang: foreign(visit, tongue),
        who: called(w, family, one.goal.owner),
    });
    let shown = Shown {
        problems: mistakes.summary(),
        name: w.family_title(&loaded.name),
        quote: quote(visit, family, one),
        track: track(w, &one.goal),
        last_words,
        over: ended(w, &one.goal),
        over_words: one.ended_words.clone(),
        steps: steps(visit, family, one, true),
        past: steps(visit, family, one, false),
        marks: marks(w, &one.goal),
        boxes: may_change.then(|| boxes((app, visit), loaded, form, mistakes)),
        mark_href: href("mark"),
        step_href: href("step"),
        set_href: href("set"),
        end_href: href("end"),
        page: Page::new(app, visit, &heading)
            .back_to(visit.href(&paths::goals(family.id)), w.goal_title())
            .with_mistakes(mistakes.any()),
        heading,
    };
    show(&shown, &shown.page)
}

/// The next steps that are open, or those that are over.
fn steps(visit: &Visit, family: &Family, one: &GoalShown, open: bool) -> Vec<StepShown> {
    let w = visit.w();
    let is_open = |step: &domain::goal::Action| step.stage == ActionStage::Open;
    let steps = one.goal.actions.iter().zip(&one.actions);
    let wanted = steps.filter(|(step, _)| is_open(step) == open);
    let step = |(step, (words, tongue)): (&domain::goal::Action, &(String, String))| {
        let who = doer_words(w, family, step.doer);
        StepShown {
            id: step.id.to_string(),
            words: Paragraph {
                text: words.clone(),
                lang: foreign(visit, tongue),
            },
            line: match step.due {
                Some(due) => w.goal_step_who_due(&who, &w.day_short(due)),
                None => who,
            },
            stage: step.stage.key(),
            state: match step.stage {
                ActionStage::Open => "",
                ActionStage::Done => w.goal_step_stage_done(),
                ActionStage::Dropped => w.goal_step_stage_dropped(),
            },
        }
    };
    wanted.map(step).collect()
}

fn marks(w: Words, goal: &Goal) -> Table {
    let row = |marked: &domain::goal::Marked| {
        vec![
            Cell::whole(w.day_short(marked.on)),
            Cell::text(w.goal_drawn(u64::from(marked.mark.number()))),
        ]
    };
    Table {
        caption: w.goal_marks_title().to_owned(),
        heads: vec![w.goal_marks_day().to_owned(), w.goal_marks_mark().to_owned()],
        rows: goal.marks.iter().rev().map(row).collect(),
    }
}

fn boxes((app, visit): (&App, &Visit), loaded: &Loaded, form: &Form, mistakes: &Mistakes) -> Boxes {
    let w = visit.w();
    let typed = |name: &str| field(name, form.get(name), mistakes.of(name));
    let date = |name: &str| date_field(name, |part| form.get(part).to_owned(), mistakes.of(name));
    // Whoever the goal belongs to does the next step, where nothing else was said.
    let owner = loaded.goal.goal.owner.to_string();
    let chosen = |name: &str, key: &str| match form.get(name) {
        "" if name == "doer" => owner == key,
        typed => typed == key,
    };
    let person = |person: &domain::family::Person| {
        let id = person.id.to_string();
        choice(&id, &first_name(w, person), chosen("doer", &id))
    };
    let helper = |helper: &Helper| {
        let words = w.named("goal-helper", helper.key()).unwrap_or_default();
        choice(helper.key(), words, chosen("doer", helper.key()))
    };
    let how = |how: &Ending| {
        let words = w.named("goal-end-how", how.key()).unwrap_or_default();
        choice(how.key(), words, chosen("how", how.key()))
    };
    let people = loaded.family.people.iter().map(person);
    Boxes {
        goal: loaded.goal.goal.id.to_string(),
        version: loaded.goal.goal.version.to_string(),
        once: form.once_key(app),
        marks: Mark::all().map(Mark::number).collect(),
        mark: typed("mark"),
        on: date("on"),
        words: typed("words"),
        step: typed("step"),
        doer: typed("doer"),
        doers: people.chain(Helper::ALL.iter().map(helper)).collect(),
        due: date("due"),
        how: typed("how"),
        hows: Ending::ALL.iter().map(how).collect(),
        end_words: typed("end_words"),
    }
}
