//! How support is given in a programme area: its questions for a visit, for how long a plan is made, the numbers of the
//! rules that suggest a step; what was set before, and setting it.

use crate::App;
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Cell, Choice, Field, Page, Problem, Table, choice, field, see, show};
use crate::paths;
use crate::route::{Route, route};
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::http::Method;
use axum::response::Response;
use domain::access::{Action, Object, ObjectKind as On};
use domain::id::SiteId;
use domain::practice::{ASKS, Ask, Practice, Prompts};
use store::once::Once;
use store::practice::Set;
use store::site::Site;
use words::Words;

/// The routes of this folder. Whoever sets what the levels mean sets this as well.
pub fn routes() -> Vec<Route> {
    let set = Action::SetLadder;
    vec![
        route(Method::GET, "/sites/{id}/practice", set, On::Site, page),
        route(Method::POST, "/sites/{id}/practice", set, On::Site, send),
    ]
}

/// One number of the form.
struct Number {
    field: Field,
    label: &'static str,
    hint: String,
}

#[derive(Template)]
#[template(path = "practice/set.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    heading: String,
    holds: String,
    prompts: Field,
    sets: Vec<Choice>,
    questions: Vec<(&'static str, &'static str)>,
    months: Number,
    /// The numbers of each rule.
    rules: Vec<Vec<Number>>,
    history: Option<Table>,
}

struct Loaded {
    site: Site,
    now: Practice,
    history: Vec<Set>,
}

async fn loaded(app: &App, visit: &Visit, id: SiteId) -> Answer<Loaded> {
    let object = Object::Site(id);
    let permit = app.store().permit(&visit.actor(), Action::SetLadder, object).await?;
    let read = app.store().read(permit, move |tx| {
        Ok::<_, store::Error>(Loaded {
            site: store::site::by_id(tx, id)?,
            now: store::practice::of_site(tx, id)?,
            history: store::practice::history(tx, id)?,
        })
    });
    Ok(read.await?)
}

/// The page.
async fn page(State(app): State<App>, visit: Visit, At(id): At<SiteId>) -> Answer {
    let loaded = loaded(&app, &visit, id).await?;
    let form = form::kept(&app, &visit).await?.unwrap_or_else(|| as_form(&loaded.now));
    Ok(draw(&app, &visit, &loaded, &form, &Mistakes::default()))
}

fn as_form(practice: &Practice) -> Form {
    let form = Form::default().with("prompts", practice.prompts.key());
    let with = |form: Form, ask: &Ask| form.with(ask.key, &ask.of(practice).to_string());
    ASKS.iter().fold(form, with)
}

/// The form read: every mistake at once, in the order of the form.
fn read(form: &Form, w: Words) -> Result<Practice, Mistakes> {
    let mut mistakes = Mistakes::default();
    let mut practice = Practice::shipped();
    match Prompts::from_key(form.get("prompts")) {
        Some(prompts) => practice.prompts = prompts,
        None => mistakes.add("prompts", w.practice_problem_prompts()),
    }
    for ask in ASKS {
        let number = form.get(ask.key).trim().parse().ok();
        if number.and_then(|number| ask.set(&mut practice, number).ok()).is_none() {
            let (least, most) = (u64::from(ask.least), u64::from(ask.most));
            mistakes.add(ask.key, w.practice_problem_number(label(w, ask.key), least, most));
        }
    }
    if mistakes.any() { Err(mistakes) } else { Ok(practice) }
}

/// Stores what was set.
async fn send(State(app): State<App>, visit: Visit, At(id): At<SiteId>, form: Form) -> Answer {
    let practice = match read(&form, visit.w()) {
        Ok(practice) => practice,
        Err(mistakes) => {
            let loaded = loaded(&app, &visit, id).await?;
            return Ok(draw(&app, &visit, &loaded, &form, &mistakes));
        }
    };
    let me = visit.account()?.account;
    let once = Once::new(me.uuid(), form.get("once"), &form.body_bytes());
    let href = paths::saying(&visit.href(&paths::practice(id)), "practice-saved");
    let (path, to) = (visit.path.clone(), href.clone());
    let (actor, object) = (visit.actor(), Object::Site(id));
    let stored = app.store().act(&actor, Action::SetLadder, object, move |tx| {
        tx.not_done_before(Some(&once))?;
        store::practice::set(tx, id, &practice)?;
        tx.done(Some(&once), 303, &to)?;
        store::draft::forget(tx, me, &path)
    });
    stored.await?;
    Ok(see(&href))
}

/// What a number is called on the form. Each is named: a number without a name would stand there bare.
fn label(w: Words, key: &str) -> &'static str {
    match key {
        "plan_months" => w.practice_plan_months(),
        "urgent" => w.practice_urgent(),
        "urgent_days" => w.practice_urgent_days(),
        "weeks" => w.practice_weeks(),
        "below_percent" => w.practice_below(),
        "above_percent" => w.practice_above(),
        "missed" => w.practice_missed(),
        _ => w.practice_fallen(),
    }
}

fn prompts_words(w: Words, prompts: Prompts) -> &'static str {
    match prompts {
        Prompts::Plain => w.practice_prompts_plain(),
        Prompts::SolutionFocused => w.practice_prompts_solution(),
    }
}

fn history(w: Words, all: &[Set]) -> Table {
    let ask_heads = ASKS.iter().map(|ask| label(w, ask.key));
    let heads = [w.practice_column_on(), w.practice_column_by(), w.practice_prompts()];
    let row = |set: &Set| {
        let on = store::clock::london_day(store::clock::instant(set.at));
        let mut cells = vec![
            Cell::text(w.day_short(on)),
            Cell::text(set.by.clone().unwrap_or_default()),
            Cell::text(prompts_words(w, set.practice.prompts)),
        ];
        cells.extend(ASKS.iter().map(|ask| Cell::number(i64::from(ask.of(&set.practice)))));
        cells
    };
    Table {
        caption: w.practice_history().to_owned(),
        heads: heads.into_iter().chain(ask_heads).map(ToOwned::to_owned).collect(),
        rows: all.iter().map(row).collect(),
    }
}

fn draw(app: &App, visit: &Visit, loaded: &Loaded, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let heading = w.practice_heading(loaded.site.name(visit.lang.tag()));
    let set = |prompts: &Prompts| {
        let chosen = form.get("prompts") == prompts.key();
        choice(prompts.key(), prompts_words(w, *prompts), chosen)
    };
    let number = |ask: &Ask| Number {
        field: field(ask.key, form.get(ask.key), mistakes.of(ask.key)),
        label: label(w, ask.key),
        hint: w.practice_bounds(u64::from(ask.least), u64::from(ask.most)),
    };
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        holds: loaded.history.first().map_or_else(
            || w.practice_shipped().to_owned(),
            |set| {
                let on = store::clock::london_day(store::clock::instant(set.at));
                w.practice_since(&w.day_short(on), set.by.as_deref().unwrap_or_default())
            },
        ),
        prompts: field("prompts", form.get("prompts"), mistakes.of("prompts")),
        sets: Prompts::ALL.iter().map(set).collect(),
        questions: crate::session::questions(w, Prompts::SolutionFocused),
        months: number(&ASKS[0]),
        rules: [&ASKS[1..3], &ASKS[3..6], &ASKS[6..]]
            .map(|rule| rule.iter().map(number).collect())
            .into(),
        history: (!loaded.history.is_empty()).then(|| history(w, &loaded.history)),
        page: Page::new(app, visit, &heading)
            .of_form()
            .back_to(visit.href(&paths::ladder(loaded.site.id)), w.ladder_title())
            .with_mistakes(mistakes.any()),
        heading,
    };
    show(&shown, &shown.page)
}
