//! What a site's support levels mean: the ladder that holds, what was set before, and setting another from a day on.

mod read;

use crate::App;
use crate::error::Answer;
use crate::form::{self, Form};
use crate::household::{dose_words, level_words};
use crate::mistakes::Mistakes;
use crate::page::{
    Cell, Choice, DateField, Field, Link, Page, Problem, Table, choice, date_field, field, link, see, show,
};
use crate::paths;
use crate::route::{Route, route};
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::http::Method;
use axum::response::Response;
use domain::access::{Action, Object, ObjectKind as On};
use domain::id::SiteId;
use domain::level::{Ladder, Ladders, Level, Rung};
use domain::role::Role;
use jiff::civil::Date;
use store::ladder::Set;
use store::once::Once;
use store::sign_in::SignedIn;
use store::site::Site;
use words::Words;

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    let set = Action::SetLadder;
    vec![
        route(Method::GET, "/sites/{id}/levels", set, On::Site, page),
        route(Method::POST, "/sites/{id}/levels", set, On::Site, send),
    ]
}

/// How many levels the form has: the most a form shows, while a ladder may have ten.
///
/// Assumption: 7, two beyond the five shipped.
const LEVELS_ON_FORM: u8 = 7;

/// One level of the form.
struct Row {
    legend: String,
    /// Whether it is out of sight until somebody wants it: a level that is not used and has no mistake.
    is_folded: bool,
    used: Field,
    is_used: Vec<Choice>,
    sessions: Field,
    weeks: Field,
    stays: Field,
    review: Field,
    ends: Field,
    labels: [String; 5],
}

#[derive(Template)]
#[template(path = "ladder/set.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    heading: String,
    holds: String,
    practice: Link,
    now: Table,
    rows: Vec<Row>,
    first: Field,
    firsts: Vec<Choice>,
    from: DateField,
    history: Vec<(String, Table)>,
}

struct Loaded {
    site: Site,
    ladders: Ladders,
    history: Vec<Set>,
}

async fn loaded(app: &App, visit: &Visit, id: SiteId) -> Answer<Loaded> {
    let permit = app
        .store()
        .permit(&visit.actor(), Action::SetLadder, Object::Site(id))
        .await?;
    let read = app.store().read(permit, move |tx| {
        Ok::<_, store::Error>(Loaded {
            site: store::site::by_id(tx, id)?,
            ladders: store::ladder::of_site(tx, id)?,
            history: store::ladder::history(tx, id)?,
        })
    });
    Ok(read.await?)
}

/// The page.
async fn page(State(app): State<App>, visit: Visit, At(id): At<SiteId>) -> Answer {
    let loaded = loaded(&app, &visit, id).await?;
    let today = store::clock::london_day(app.store().now());
    let as_it_is = || read::as_form(loaded.ladders.on(today), today);
    let form = form::kept(&app, &visit).await?.unwrap_or_else(as_it_is);
    Ok(draw(&app, &visit, &loaded, &form, &Mistakes::default()))
}

/// Stores what was set.
async fn send(State(app): State<App>, visit: Visit, At(id): At<SiteId>, form: Form) -> Answer {
    let today = store::clock::london_day(app.store().now());
    let (from, ladder) = match read::ladder(&form, visit.w(), today) {
        Ok(read) => read,
        Err(mistakes) => {
            let loaded = loaded(&app, &visit, id).await?;
            return Ok(draw(&app, &visit, &loaded, &form, &mistakes));
        }
    };
    let me = visit.account()?.account;
    let once = Once::new(me.uuid(), form.get("once"), &form.body_bytes());
    let href = paths::saying(&visit.href(&paths::ladder(id)), "ladder-saved");
    let (path, to) = (visit.path.clone(), href.clone());
    let (actor, object) = (visit.actor(), Object::Site(id));
    let stored = app.store().act(&actor, Action::SetLadder, object, move |tx| {
        tx.not_done_before(Some(&once))?;
        store::ladder::set(tx, id, from, &ladder)?;
        tx.done(Some(&once), 303, &to)?;
        store::draft::forget(tx, me, &path)
    });
    stored.await?;
    Ok(see(&href))
}

/// The way to the levels of each area this person may set, among those whoever asks for something else there reads.
pub(crate) async fn links(app: &App, visit: &Visit, asked: Action) -> Answer<Vec<Link>> {
    let sets = [Role::ProgrammeManager, Role::Administrator];
    let may = |who: &SignedIn| who.roles.iter().any(|key| sets.iter().any(|role| role.key() == key));
    if !visit.who.as_ref().is_some_and(may) {
        return Ok(Vec::new());
    }
    let w = visit.w();
    let permit = app.store().permit(&visit.actor(), asked, Object::Lists).await?;
    let sites = app.store().read(permit, store::site::in_scope).await?;
    let mut links = Vec::new();
    for site in sites {
        let (object, set) = (Object::Site(site.id), [Action::SetLadder]);
        if !app.store().allowed(&visit.actor(), object, &set).await?.is_empty() {
            let text = w.ladder_heading(site.name(visit.lang.tag()));
            links.push(link(visit.href(&paths::ladder(site.id)), &text));
        }
    }
    // Who works in one area needs no name of it.
    if let [only] = links.as_mut_slice() {
        w.ladder_title().clone_into(&mut only.text);
    }
    Ok(links)
}

fn table(w: Words, caption: String, ladder: &Ladder) -> Table {
    let heads = [
        w.ladder_column_level(),
        w.ladder_column_dose(),
        w.ladder_column_stays(),
        w.ladder_column_review(),
        w.ladder_column_ends(),
    ];
    let row = |rung: &Rung| {
        vec![
            Cell::text(level_words(w, rung.level)),
            Cell::text(dose_words(w, rung)),
            Cell::number(i64::from(rung.stays_a_month)),
            Cell::number(i64::from(rung.review_days)),
            rung.ends_after_days
                .map_or_else(|| Cell::text(""), |days| Cell::number(i64::from(days))),
        ]
    };
    Table {
        caption,
        heads: heads.map(ToOwned::to_owned).into(),
        rows: ladder.rungs().iter().map(row).collect(),
    }
}

fn holds_words(w: Words, ladders: &Ladders, today: Date) -> String {
    ladders.since(today).map_or_else(
        || w.ladder_shipped().to_owned(),
        |since| w.ladder_since(&w.day_short(since)),
    )
}

fn rows(w: Words, form: &Form, mistakes: &Mistakes) -> Vec<Row> {
    let row = |number: u8| {
        let n = u64::from(number);
        let one = |of: &str| {
            let name = format!("{of}_{number}");
            field(&name, form.get(&name), mistakes.of(&name))
        };
        let used = format!("used_{number}");
        Row {
            legend: level_name(w, number),
            is_folded: form.get(&used) != "yes" && !mistakes.any(),
            is_used: vec![choice("yes", w.ladder_used(), form.get(&used) == "yes")],
            used: one("used"),
            sessions: one("sessions"),
            weeks: one("weeks"),
            stays: one("stays"),
            review: one("review"),
            ends: one("ends"),
            labels: [
                w.ladder_sessions_of(n),
                w.ladder_weeks_of(n),
                w.ladder_stays_of(n),
                w.ladder_review_of(n),
                w.ladder_ends_of(n),
            ],
        }
    };
    (0..LEVELS_ON_FORM).map(row).collect()
}

/// What a level is called.
fn level_name(w: Words, number: u8) -> String {
    Level::new(number).map_or_else(String::new, |level| level_words(w, level))
}

fn draw(app: &App, visit: &Visit, loaded: &Loaded, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let today = store::clock::london_day(app.store().now());
    let heading = w.ladder_heading(loaded.site.name(visit.lang.tag()));
    let first = |number: u8| {
        let key = number.to_string();
        choice(&key, &level_name(w, number), form.get("first") == key)
    };
    let past = |set: &Set| {
        let from = w.day_short(set.from);
        let line = w.ladder_history_line(&from, set.by.as_deref().unwrap_or_default());
        (line, table(w, w.ladder_caption_then(&from), &set.ladder))
    };
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        holds: holds_words(w, &loaded.ladders, today),
        practice: link(visit.href(&paths::practice(loaded.site.id)), w.practice_title()),
        now: table(w, w.ladder_caption_now().to_owned(), loaded.ladders.on(today)),
        rows: rows(w, form, mistakes),
        first: field("first", form.get("first"), mistakes.of("first")),
        firsts: (0..LEVELS_ON_FORM).map(first).collect(),
        from: date_field("from", |part| form.get(part).to_owned(), mistakes.of("from")),
        history: loaded.history.iter().map(past).collect(),
        page: Page::new(app, visit, &heading)
            .of_form()
            .back_to(visit.href("/"), w.site_nav_home())
            .with_mistakes(mistakes.any()),
        heading,
    };
    show(&shown, &shown.page)
}
