//! A family's support level over time: drawn as a stair, and as a table with every step.

use super::suggest::{self, Suggested};
use super::weeks;
use super::{bars, voice_words};
use crate::App;
use crate::error::Answer;
use crate::form::Form;
use crate::household::level_words;
use crate::mistakes::Mistakes;
use crate::page::{Bar, Cell, Link, Page, Problem, Table, link, show};
use crate::paths;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use domain::access::{Action, Object};
use domain::id::FamilyId;
use domain::step::{Step, Steps};
use store::step::StepShown;
use words::Words;

#[derive(Template)]
#[template(path = "step/level.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    name: String,
    now: Option<String>,
    bars: Vec<Bar>,
    ends: (String, String),
    steps: Table,
    act: Option<Link>,
    suggested: Vec<Suggested>,
    may_step: bool,
    aside_href: String,
    aside: Table,
    sum: String,
    week_bars: Vec<Bar>,
    week_ends: (String, String),
    weeks: Table,
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    draw(&app, &visit, id, &Form::default(), &Mistakes::default()).await
}

/// Draws the page; `form` and `mistakes` are of a suggestion somebody wanted to set aside.
pub(super) async fn draw(app: &App, visit: &Visit, id: FamilyId, form: &Form, mistakes: &Mistakes) -> Answer {
    let w = visit.w();
    let object = Object::Family(id);
    let (permit, rights) = app
        .store()
        .permit_with_rights(&visit.actor(), Action::OpenFamily, object)
        .await?;
    let read = app.store().read(permit, move |tx| {
        let (_, name) = store::family::load(tx, id)?;
        Ok::<_, store::Error>((name, store::step::of_family(tx, id)?, suggest::look(tx, id)?))
    });
    let (name, shown, looked) = read.await?;
    let known = &looked.known;
    let today = store::clock::london_day(app.store().now());
    let steps = Steps::new(id, shown.iter().map(|one| one.step).collect());
    let first = steps.all().first().map(|step| w.day_short(step.on));
    let may_step = !rights.allowed(object, &[Action::StepSupport]).is_empty();
    let past = weeks::of(&known.case.record, today);
    let suggested = looked.suggested(&past, today);
    let page = Shown {
        problems: mistakes.summary(),
        name: w.family_title(&name),
        now: steps.on(today).map(|step| since(w, step)),
        bars: bars(&steps, today),
        ends: (first.unwrap_or_default(), w.day_short(today)),
        steps: table(w, &shown),
        act: may_step.then(|| link(visit.href(&paths::family_step(id)), w.step_act())),
        suggested: suggested
            .iter()
            .map(|one| Suggested::draw((visit, id), &looked, one, (form, mistakes)))
            .collect(),
        may_step,
        aside_href: visit.href(&paths::suggestion_aside(id)),
        aside: suggest::set_aside(w, &looked.aside, looked.numbers),
        sum: weeks::sum(w, &past),
        week_bars: weeks::bars(&past),
        week_ends: weeks::ends(w, &past),
        weeks: weeks::table(w, &past),
        page: Page::new(app, visit, w.step_level_title())
            .back_to(visit.href(&paths::family(id)), &w.family_title(&name))
            .with_mistakes(mistakes.any()),
    };
    Ok(show(&page, &page.page))
}

/// The level a step leads to, and since when.
pub(crate) fn since(w: Words, step: &Step) -> String {
    w.step_since(&level_words(w, step.to), &w.day_short(step.on))
}

fn table(w: Words, steps: &[StepShown]) -> Table {
    let heads = [
        w.step_column_from(),
        w.step_column_level(),
        w.step_column_cause(),
        w.step_column_why(),
        w.step_column_agreed(),
    ];
    let rows = steps.iter().rev().map(|one| {
        let agreed: Vec<&str> = one.agreed_by.iter().map(|voice| voice_words(w, *voice)).collect();
        let cause = w.named("step-cause", one.step.cause.key()).unwrap_or_default();
        vec![
            Cell::whole(w.day_short(one.step.on)),
            Cell::text(level_words(w, one.step.to)),
            Cell::text(cause),
            Cell::text(one.reason.clone()),
            Cell::text(agreed.join(" · ")),
        ]
    });
    Table {
        caption: w.step_level_caption().to_owned(),
        heads: heads.map(ToOwned::to_owned).into(),
        rows: rows.collect(),
    }
}
