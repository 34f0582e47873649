//! Filling in one page of the form after the other.

use super::scene::Scene;
use super::step::Step;
use super::{Here, about, consent, contact, homes, opened, people, person, safety, scene, start, words};
use crate::App;
use crate::error::{Answer, PageError};
use crate::form::Form;
use crate::page::see;
use crate::referral::read;
use crate::visit::{Visit, in_language};
use ::words::Lang;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::family::Part;

/// Where a page is of somebody who is not on the form, there is no page.
fn must_be_there(step: &Step, form: &Form) -> Answer<()> {
    match step {
        Step::Person(key) if !read::people(form).contains(key) => Err(PageError::NotFound),
        _ => Ok(()),
    }
}

/// One page of the form. Words that were on their way when the language was changed come first.
pub async fn page(State(app): State<App>, visit: Visit, here: Here) -> Answer {
    let (form, sites) = opened(&app, &visit, &here.whose).await?;
    must_be_there(&here.step, &form)?;
    let on_their_way = crate::form::kept(&app, &visit).await?;
    let form = on_their_way.map_or_else(|| form.clone(), |typed| put(&form, &typed, &here.step));
    let scene = scene(&app, &visit, &here.whose, form, &sites);
    Ok(draw(&scene, &here.step))
}

fn draw(scene: &Scene, step: &Step) -> Response {
    match step {
        Step::Start => start::draw(scene),
        Step::People => people::draw(scene),
        Step::Person(key) => person::draw(scene, key),
        Step::Homes => homes::draw(scene),
        Step::GoingWell => words::draw_going_well(scene),
        Step::Needs => words::draw_needs(scene),
        Step::Services => words::draw_services(scene),
        Step::Safety => safety::draw(scene),
        Step::Contact => contact::draw(scene),
        Step::Consent => consent::draw(scene),
        Step::About => about::draw(scene),
    }
}

/// What was typed on one page in place of what stood there before.
fn put(form: &Form, typed: &Form, step: &Step) -> Form {
    let form = form.clone().with_part(typed, |name| step.shows(name));
    // Whoever is taken off the form and put on again is somebody else.
    let people = read::people(&form);
    let gone: Vec<String> = form
        .names()
        .filter(|name| {
            name.strip_suffix("_person")
                .is_some_and(|key| !people.iter().any(|one| one == key))
        })
        .map(ToOwned::to_owned)
        .collect();
    gone.iter().fold(form, |form, name| form.without(name))
}

/// Keeps what is typed on one page while it is typed.
pub async fn keep(State(app): State<App>, visit: Visit, here: Here, typed: Form) -> Answer {
    store_part(&app, &visit, &here, &typed).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Stores what was typed on one page with the other pages as they are stored now, and gives the whole.
async fn store_part(app: &App, visit: &Visit, here: &Here, typed: &Form) -> Answer<Form> {
    let (whose, step, typed) = (here.whose.clone(), here.step.clone(), typed.clone());
    let (account, path) = (visit.who.as_ref().map(|who| who.account), visit.path.clone());
    let (actor, action, object) = whose.asks(visit);
    let stored = app.store().act(&actor, action, object, move |tx| {
        let before = Form::parse(whose.typed(tx)?.as_bytes());
        if must_be_there(&step, &before).is_err() {
            return Err(store::Error::NotFound);
        }
        let form = put(&before, &typed, &step);
        whose.keep(tx, &form.to_body())?;
        if let Some(account) = account {
            store::draft::forget(tx, account, &path)?;
        }
        Ok::<_, store::Error>(form)
    });
    Ok(stored.await?)
}

/// Stores one page. It leads to the next, or comes back with what is wrong; either way what was typed is kept.
pub async fn save(State(app): State<App>, visit: Visit, here: Here, typed: Form) -> Answer {
    let changed = with_line(&here.step, &typed);
    let form = store_part(&app, &visit, &here, changed.as_ref().unwrap_or(&typed)).await?;
    let href = |path: String| visit.href(&path);
    if let Some(lang) = Lang::from_tag(typed.get("switch_language")) {
        return Ok(see(&in_language(lang, &visit.path)));
    }
    if typed.get("then") == "tasks" {
        return Ok(see(&href(here.whose.path())));
    }
    if changed.is_some() {
        let step = here.whose.step(&here.step);
        return Ok(see(&href(step)));
    }
    let (_, sites) = opened(&app, &visit, &here.whose).await?;
    let next = here.step.next(&form);
    let scene = scene(&app, &visit, &here.whose, form, &sites).with_mistakes_of(&here.step);
    if scene.mistakes.any() {
        return Ok(draw(&scene, &here.step));
    }
    let to = next.map_or_else(|| here.whose.path(), |step| here.whose.step(&step));
    Ok(see(&href(to)))
}

/// The page with one line more or fewer, when that is what was pressed.
fn with_line(step: &Step, typed: &Form) -> Option<Form> {
    let (add, gone) = (typed.get("add"), typed.get("remove"));
    let kind = if add.is_empty() {
        gone.split('-').next().unwrap_or_default()
    } else {
        add
    };
    let (list, keys) = match (step, kind) {
        (Step::People, kind) if Part::from_key(kind).is_some() => ("who", read::people(typed)),
        (Step::Homes, "home") => ("homes", read::homes(typed)),
        (Step::Safety, "order") => ("orders", read::orders(typed)),
        (Step::Safety, "kept") => ("kept", read::kept_away(typed)),
        _ => return None,
    };
    let keys: Vec<String> = if add.is_empty() {
        keys.into_iter().filter(|key| key != gone).collect()
    } else {
        let one_more = read::another(&keys, kind);
        keys.into_iter().chain([one_more]).collect()
    };
    Some(typed.clone().without(list).with(list, &keys.join(" ")))
}
