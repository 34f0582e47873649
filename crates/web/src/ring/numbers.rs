//! The numbers of a programme area, as whoever keeps them sets them. An empty row is no number.

use crate::App;
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Choice, Field, Page, Problem, choice, field, see, show};
use crate::paths;
use crate::typed::time;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::SiteId;
use domain::ring::{Days, NAME_CHARS_MAX, NUMBERS_MAX, Number, is_number};
use jiff::civil::Time;
use store::once::Once;
use store::site::{self, Site};
use words::Words;

/// The boxes of one number.
struct Row {
    legend: String,
    name_en: Field,
    name_cy: Field,
    number: Field,
    days: Field,
    day_choices: Vec<Choice>,
    from: Field,
    to: Field,
}

#[derive(Template)]
#[template(path = "ring/numbers.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    heading: String,
    rows: Vec<Row>,
}

/// How many rows are shown beside those that are filled.
const SPARE: usize = 2;

/// The form.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<SiteId>) -> Answer {
    let (site, numbers) = loaded(&app, &visit, id).await?;
    let form = form::kept(&app, &visit).await?.unwrap_or_else(|| as_it_is(&numbers));
    Ok(draw(&app, &visit, &site, &form, &Mistakes::default()))
}

async fn loaded(app: &App, visit: &Visit, id: SiteId) -> Answer<(Site, Vec<Number>)> {
    let (actor, object) = (visit.actor(), Object::Site(id));
    let permit = app.store().permit(&actor, Action::SetNumbers, object).await?;
    let read = app.store().read(permit, move |tx| {
        Ok::<_, store::Error>((site::by_id(tx, id)?, store::ring::numbers(tx, id)?))
    });
    Ok(read.await?)
}

fn as_it_is(numbers: &[Number]) -> Form {
    let clock = |time: Time| time.strftime("%H:%M").to_string();
    let add = |form: Form, (at, number): (usize, &Number)| {
        form.with(&format!("name_en_{at}"), &number.name_en)
            .with(&format!("name_cy_{at}"), &number.name_cy)
            .with(&format!("number_{at}"), &number.number)
            .with(&format!("days_{at}"), number.days.key())
            .with(&format!("from_{at}"), &clock(number.from))
            .with(&format!("to_{at}"), &clock(number.to))
    };
    numbers.iter().enumerate().fold(Form::default(), add)
}

/// Whether anything was typed in a row.
fn is_filled(form: &Form, at: usize) -> bool {
    let typed = |name: &str| !form.get(&format!("{name}_{at}")).trim().is_empty();
    ["name_en", "name_cy", "number", "from", "to"].into_iter().any(typed)
}

fn read(form: &Form, w: Words) -> Result<Vec<Number>, Mistakes> {
    let mut mistakes = Mistakes::default();
    let mut numbers = Vec::new();
    for at in (0..NUMBERS_MAX).filter(|at| is_filled(form, *at)) {
        numbers.extend(read_row(form, w, &mut mistakes, at));
    }
    if mistakes.any() { Err(mistakes) } else { Ok(numbers) }
}

fn read_row(form: &Form, w: Words, mistakes: &mut Mistakes, at: usize) -> Option<Number> {
    let typed = |name: &str| form.get(&format!("{name}_{at}")).trim();
    for name in ["name_en", "name_cy"] {
        if !(1..=NAME_CHARS_MAX).contains(&typed(name).chars().count()) {
            mistakes.add(format!("{name}_{at}"), w.ring_problem_name());
        }
    }
    if !is_number(typed("number")) {
        mistakes.add(format!("number_{at}"), w.ring_problem_number());
    }
    let days = Days::from_key(typed("days"));
    if days.is_none() {
        mistakes.add(format!("days_{at}"), w.ring_problem_days());
    }
    let mut clock = |name: &str| {
        let time = time(typed(name)).ok().flatten();
        if time.is_none() {
            mistakes.add(format!("{name}_{at}"), w.session_problem_time());
        }
        time
    };
    let (from, to) = (clock("from"), clock("to"));
    Some(Number {
        name_en: typed("name_en").to_owned(),
        name_cy: typed("name_cy").to_owned(),
        number: typed("number").to_owned(),
        days: days?,
        from: from?,
        to: to?,
    })
}

/// Stores the numbers.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<SiteId>, form: Form) -> Answer {
    let (site, _) = loaded(&app, &visit, id).await?;
    let numbers = match read(&form, visit.w()) {
        Ok(numbers) => numbers,
        Err(mistakes) => return Ok(draw(&app, &visit, &site, &form, &mistakes)),
    };
    let me = visit.account()?.account;
    let once = Once::new(me.uuid(), form.get("once"), &form.body_bytes());
    let href = paths::saying(&visit.href(&visit.path), "ring-set-saved");
    let (path, to) = (visit.path.clone(), href.clone());
    let (actor, object) = (visit.actor(), Object::Site(id));
    let stored = app.store().act(&actor, Action::SetNumbers, object, move |tx| {
        tx.not_done_before(Some(&once))?;
        store::ring::set(tx, id, &numbers)?;
        tx.done(Some(&once), 303, &to)?;
        store::draft::forget(tx, me, &path)
    });
    stored.await?;
    Ok(see(&href))
}

fn draw(app: &App, visit: &Visit, site: &Site, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let heading = w.ring_set_title(site.name(visit.lang.tag()));
    let filled = (0..NUMBERS_MAX).rev().find(|at| is_filled(form, *at));
    let rows = (filled.map_or(0, |at| at + 1) + SPARE).min(NUMBERS_MAX);
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        rows: (0..rows).map(|at| row(w, form, mistakes, at)).collect(),
        page: Page::new(app, visit, &heading)
            .of_form()
            .back_to(visit.href(paths::HOME), w.site_nav_home())
            .with_mistakes(mistakes.any()),
        heading,
    };
    show(&shown, &shown.page)
}

fn row(w: Words, form: &Form, mistakes: &Mistakes, at: usize) -> Row {
    let typed = |name: &str| {
        let name = format!("{name}_{at}");
        field(&name, form.get(&name), mistakes.of(&name))
    };
    let chosen = form.get(&format!("days_{at}"));
    let days = |days: &Days| {
        let is_chosen = chosen == days.key() || (chosen.is_empty() && *days == Days::Every);
        choice(
            days.key(),
            w.named("ring-days", days.key()).unwrap_or_default(),
            is_chosen,
        )
    };
    Row {
        legend: w.ring_set_one(u64::try_from(at + 1).unwrap_or_default()),
        name_en: typed("name_en"),
        name_cy: typed("name_cy"),
        number: typed("number"),
        days: typed("days"),
        day_choices: Days::ALL.iter().map(days).collect(),
        from: typed("from"),
        to: typed("to"),
    }
}
