//! What somebody wrote themselves of families they lately stopped working with: for a while it is still theirs to read, and
//! nothing else of the family is.

use crate::App;
use crate::error::Answer;
use crate::page::{Link, Page, Task, link, show};
use crate::paths;
use crate::route::{Route, route};
use crate::session::{kind_words, prompt_words, when_words};
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::http::Method;
use domain::access::{Action, OWN_TEXT_DAYS, Object, ObjectKind as On};
use domain::id::{CrisisId, SessionId};
use domain::session::{Passage, Prompt};
use domain::support::{SupportKind, kind};
use store::clock::{instant, london_time};
use store::crisis::CrisisShown;
use store::own_text::OfFamily;
use words::{Lang, Words};

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    let read = Action::OpenOwnText;
    vec![
        route(Method::GET, paths::OWN_TEXTS, read, On::Lists, list),
        route(Method::GET, "/own-texts/visits/{id}", read, On::Session, visit_page),
        route(Method::GET, "/own-texts/calls/{id}", read, On::Crisis, call_page),
    ]
}

/// What they wrote of one family.
struct Card {
    name: String,
    until: String,
    texts: Vec<Link>,
}

#[derive(Template)]
#[template(path = "own_text/list.html")]
struct List {
    page: Page,
    intro: String,
    cards: Vec<Card>,
}

/// Some words with what they answer.
struct Part {
    title: Option<String>,
    text: String,
    lang: Option<&'static str>,
}

#[derive(Template)]
#[template(path = "own_text/one.html")]
struct One {
    page: Page,
    heading: String,
    when: String,
    parts: Vec<Part>,
}

async fn texts(app: &App, visit: &Visit) -> Answer<Vec<OfFamily>> {
    let (actor, read) = (visit.actor(), Action::OpenOwnText);
    let permit = app.store().permit(&actor, read, Object::Lists).await?;
    Ok(app.store().read(permit, store::own_text::list).await?)
}

/// The list.
async fn list(State(app): State<App>, visit: Visit) -> Answer {
    let w = visit.w();
    let all = texts(&app, &visit).await?;
    let shown = List {
        intro: w.own_text_intro(u64::from(OWN_TEXT_DAYS)),
        cards: all.iter().map(|one| card(&visit, one)).collect(),
        page: Page::new(&app, &visit, w.own_text_title()).back_to(visit.href(paths::HOME), w.site_nav_home()),
    };
    Ok(show(&shown, &shown.page))
}

fn card(visit: &Visit, one: &OfFamily) -> Card {
    let w = visit.w();
    let named = |key: &str| kind(key).map_or("", |kind| kind_words(w, kind));
    let visits = one.visits.iter().map(|(id, on, key)| {
        let text = w.session_title(named(key), &w.day_short(*on));
        link(visit.href(&paths::own_visit(*id)), &text)
    });
    let calls = one.calls.iter().map(|(id, on)| {
        let text = w.crisis_title(&w.day_short(*on));
        link(visit.href(&paths::own_call(*id)), &text)
    });
    Card {
        name: w.family_title(&one.name),
        until: w.own_text_until(&w.day_short(one.until)),
        texts: visits.chain(calls).collect(),
    }
}

/// What waits on the first page, while there is something to read.
pub(crate) async fn of_home(app: &App, visit: &Visit) -> Answer<Option<Task>> {
    let (actor, read) = (visit.actor(), [Action::OpenOwnText]);
    if app.store().allowed(&actor, Object::Lists, &read).await?.is_empty() {
        return Ok(None);
    }
    let w = visit.w();
    let all = texts(app, visit).await?;
    Ok(all.iter().map(|one| one.until).min().map(|until| Task {
        text: w.own_text_title().to_owned(),
        href: Some(visit.href(paths::OWN_TEXTS)),
        hint: w.own_text_until(&w.day_short(until)),
        state: String::new(),
        look: "",
    }))
}

fn tongue(visit: &Visit, language: &str) -> Option<&'static str> {
    let lang = Lang::from_tag(language).filter(|lang| *lang != visit.lang);
    lang.map(Lang::tag)
}

/// A visit they wrote down.
async fn visit_page(State(app): State<App>, visit: Visit, At(id): At<SessionId>) -> Answer {
    let w = visit.w();
    let (actor, read) = (visit.actor(), Action::OpenOwnText);
    let permit = app.store().permit(&actor, read, Object::Session(id)).await?;
    let shown = app.store().read(permit, move |tx| store::session::show(tx, id)).await?;
    let session = &shown.session;
    let lang = tongue(&visit, &shown.language);
    let heading = w.session_title(kind_words(w, session.kind), &w.day_short(session.when.on));
    let when = when_words(w, session.when);
    Ok(one(
        &app,
        &visit,
        (heading, when),
        written(w, session.kind, &shown.passages, lang),
    ))
}

/// Each prompt stands above the first of its paragraphs.
fn written(w: Words, kind: &SupportKind, passages: &[Passage], lang: Option<&'static str>) -> Vec<Part> {
    let mut last: Option<Prompt> = None;
    let part = |passage: &Passage| {
        let is_first = last.replace(passage.prompt) != Some(passage.prompt);
        Part {
            title: is_first.then(|| prompt_words(w, kind, passage.prompt).to_owned()),
            text: passage.words.as_str().to_owned(),
            lang,
        }
    };
    passages.iter().map(part).collect()
}

/// A call for help they wrote down: what was asked, and what they added themselves.
async fn call_page(State(app): State<App>, visit: Visit, At(id): At<CrisisId>) -> Answer {
    let w = visit.w();
    let (actor, read) = (visit.actor(), Action::OpenOwnText);
    let permit = app.store().permit(&actor, read, Object::Crisis(id)).await?;
    let shown = app.store().read(permit, move |tx| store::crisis::show(tx, id)).await?;
    let at = w.day_time(london_time(shown.crisis.received_at));
    Ok(one(
        &app,
        &visit,
        (w.crisis_title(&at), at),
        asked_and_added(&visit, &shown),
    ))
}

fn asked_and_added(visit: &Visit, shown: &CrisisShown) -> Vec<Part> {
    let w = visit.w();
    let asked = Part {
        title: Some(w.crisis_asked().to_owned()),
        text: shown.asked.clone(),
        lang: tongue(visit, &shown.language),
    };
    let mine = shown.entries.iter().filter(|entry| entry.author == shown.crisis.author);
    let added = mine.filter_map(|entry| {
        Some(Part {
            title: Some(w.day_time(london_time(instant(entry.made_at)))),
            text: entry.words.clone()?,
            lang: tongue(visit, &entry.language),
        })
    });
    std::iter::once(asked).chain(added).collect()
}

fn one(app: &App, visit: &Visit, (heading, when): (String, String), parts: Vec<Part>) -> axum::response::Response {
    let shown = One {
        when,
        parts,
        page: Page::new(app, visit, &heading).back_to(visit.href(paths::OWN_TEXTS), visit.w().own_text_title()),
        heading,
    };
    show(&shown, &shown.page)
}
