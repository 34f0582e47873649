//! Referring a family: several short pages, kept as they are typed, taken up on any machine, looked over, sent.
//!
//! ```text
//! /referrals/new ─begin▶ /referrals/drafts/{id} ─▶ its pages ─▶ check ─send▶ /referrals/{id}/sent
//! ```

mod about;
mod begin;
mod check;
mod consent;
mod contact;
mod homes;
mod people;
mod person;
mod safety;
mod scene;
mod sent;
mod start;
mod step;
mod tasks;
mod words;

use super::read;
use crate::App;
use crate::error::{Answer, PageError};
use crate::form::Form;
use crate::mistakes::Mistakes;
use crate::page::see;
use crate::paths;
use crate::route::{Route, route};
use crate::visit::{At, Visit};
use ::words::Words;
use axum::extract::{FromRequestParts, Path, State};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use check::After;
use domain::access::{Action, Object, ObjectKind as On};
use domain::family::Part;
use domain::id::ReferralDraftId;
use scene::Scene;
use step::Step;
use store::once::Once;
use store::site::Site;

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    vec![
        route(Method::GET, "/referrals/new", Action::Refer, On::Lists, begin::page),
        route(Method::POST, "/referrals/new", Action::Refer, On::Lists, begin::begin),
        route(
            Method::GET,
            "/referrals/drafts/{id}",
            Action::Refer,
            On::Lists,
            tasks_page,
        ),
        route(
            Method::GET,
            "/referrals/drafts/{id}/check",
            Action::Refer,
            On::Lists,
            check_page,
        ),
        route(
            Method::POST,
            "/referrals/drafts/{id}/check",
            Action::Refer,
            On::Site,
            send,
        ),
        route(
            Method::POST,
            "/referrals/drafts/{id}/delete",
            Action::Refer,
            On::Lists,
            delete,
        ),
        route(
            Method::GET,
            "/referrals/drafts/{id}/{step}",
            Action::Refer,
            On::Lists,
            page,
        ),
        route(
            Method::POST,
            "/referrals/drafts/{id}/{step}",
            Action::Refer,
            On::Lists,
            save,
        ),
        route(
            Method::POST,
            "/referrals/drafts/{id}/{step}/keep",
            Action::Refer,
            On::Lists,
            keep,
        ),
        route(
            Method::GET,
            "/referrals/drafts/{id}/people/{key}",
            Action::Refer,
            On::Lists,
            page,
        ),
        route(
            Method::POST,
            "/referrals/drafts/{id}/people/{key}",
            Action::Refer,
            On::Lists,
            save,
        ),
        route(
            Method::POST,
            "/referrals/drafts/{id}/people/{key}/keep",
            Action::Refer,
            On::Lists,
            keep,
        ),
        route(
            Method::GET,
            "/referrals/{id}/sent",
            Action::OpenReferral,
            On::Referral,
            sent::page,
        ),
    ]
}

/// The draft and the page of it in an address.
struct Here {
    id: ReferralDraftId,
    step: Step,
}

impl<S: Send + Sync> FromRequestParts<S> for Here {
    type Rejection = PageError;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, PageError> {
        let path = Path::<Vec<(String, String)>>::from_request_parts(parts, state).await;
        let Path(named) = path.map_err(|_| PageError::NotFound)?;
        let value = |name: &str| {
            named
                .iter()
                .find(|(known, _)| known == name)
                .map(|(_, value)| value.as_str())
        };
        let id = value("id").and_then(|id| id.parse().ok()).ok_or(PageError::Refused)?;
        let step = match (value("key"), value("step")) {
            (Some(key), _) => Step::of_person(key),
            (None, Some(word)) => Step::from_word(word),
            (None, None) => None,
        };
        let step = step.ok_or(PageError::NotFound)?;
        Ok(Self { id, step })
    }
}

/// What a draft's family is called before it has a reference: the names typed so far.
fn draft_name(w: Words, form: &Form) -> String {
    let keys = read::people(form);
    let typed = |key: &&String| !form.get(&format!("{key}_forename")).trim().is_empty();
    let named: Vec<String> = keys
        .iter()
        .filter(typed)
        .map(|key| read::called(form, w, &keys, key))
        .collect();
    if named.is_empty() {
        return w.referral_refer_draft_nameless().to_owned();
    }
    w.list(&named.iter().map(String::as_str).collect::<Vec<_>>())
}

/// One of the writer's own drafts, with the areas they may refer to.
async fn opened(app: &App, visit: &Visit, id: ReferralDraftId) -> Answer<(Form, Vec<Site>)> {
    let permit = app.store().permit(&visit.actor(), Action::Refer, Object::Lists).await?;
    let read = app.store().read(permit, move |tx| {
        let draft = store::referral::draft::find(tx, id)?;
        Ok::<_, store::Error>((draft.body, store::site::in_scope(tx)?))
    });
    let (body, sites) = read.await?;
    Ok((Form::parse(body.as_bytes()), sites))
}

/// Every box of a draft, as its writer sees it.
fn scene<'a>(app: &'a App, visit: &'a Visit, id: ReferralDraftId, form: Form, sites: &'a [Site]) -> Scene<'a> {
    Scene {
        app,
        visit,
        id,
        form,
        sites,
        mistakes: Mistakes::default(),
    }
}

/// The list of pages.
async fn tasks_page(State(app): State<App>, visit: Visit, At(id): At<ReferralDraftId>) -> Answer {
    let (form, sites) = opened(&app, &visit, id).await?;
    Ok(tasks::draw(&scene(&app, &visit, id, form, &sites)))
}

/// Where a page is of somebody who is not on the form, there is no page.
fn must_be_there(step: &Step, form: &Form) -> Answer<()> {
    match step {
        Step::Person(key) if !read::people(form).contains(key) => Err(PageError::NotFound),
        _ => Ok(()),
    }
}

/// One page of the form. Words that were on their way when the language was changed come first.
async fn page(State(app): State<App>, visit: Visit, here: Here) -> Answer {
    let (form, sites) = opened(&app, &visit, here.id).await?;
    must_be_there(&here.step, &form)?;
    let on_their_way = crate::form::kept(&app, &visit).await?;
    let form = on_their_way.map_or_else(|| form.clone(), |typed| put(&form, &typed, &here.step));
    let scene = scene(&app, &visit, here.id, form, &sites);
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
    form.clone().with_part(typed, |name| step.shows(name))
}

/// Keeps what is typed on one page while it is typed.
async fn keep(State(app): State<App>, visit: Visit, here: Here, typed: Form) -> Answer {
    store_part(&app, &visit, &here, &typed).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Stores what was typed on one page with the other pages as they are stored now, and gives the whole.
async fn store_part(app: &App, visit: &Visit, here: &Here, typed: &Form) -> Answer<Form> {
    let (id, step, typed) = (here.id, here.step.clone(), typed.clone());
    let (account, path) = (visit.account()?.account, visit.path.clone());
    let actor = visit.actor();
    let stored = app.store().act(&actor, Action::Refer, Object::Lists, move |tx| {
        let before = store::referral::draft::find(tx, id)?;
        let before = Form::parse(before.body.as_bytes());
        if must_be_there(&step, &before).is_err() {
            return Err(store::Error::NotFound);
        }
        let form = put(&before, &typed, &step);
        store::referral::draft::keep(tx, id, &form.to_body())?;
        store::draft::forget(tx, account, &path)?;
        Ok::<_, store::Error>(form)
    });
    Ok(stored.await?)
}

/// Stores one page. It leads to the next, or comes back with what is wrong; either way what was typed is kept.
async fn save(State(app): State<App>, visit: Visit, here: Here, typed: Form) -> Answer {
    let changed = with_line(&here.step, &typed);
    let form = store_part(&app, &visit, &here, changed.as_ref().unwrap_or(&typed)).await?;
    let href = |path: String| visit.href(&path);
    if typed.get("then") == "tasks" {
        return Ok(see(&href(paths::referral_draft(here.id))));
    }
    if changed.is_some() {
        let step = paths::referral_draft_step(here.id, &here.step.to_string());
        return Ok(see(&href(step)));
    }
    let (_, sites) = opened(&app, &visit, here.id).await?;
    let next = here.step.next(&form);
    let scene = scene(&app, &visit, here.id, form, &sites).with_mistakes_of(&here.step);
    if scene.mistakes.any() {
        return Ok(draw(&scene, &here.step));
    }
    let to = next.map_or_else(
        || paths::referral_draft(here.id),
        |step| paths::referral_draft_step(here.id, &step.to_string()),
    );
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

/// Every answer on one page.
async fn check_page(State(app): State<App>, visit: Visit, At(id): At<ReferralDraftId>) -> Answer {
    let (form, sites) = opened(&app, &visit, id).await?;
    Ok(check::draw(&scene(&app, &visit, id, form, &sites), After::Looking))
}

/// Sends the referral: stores it, or shows what still stands against it.
async fn send(State(app): State<App>, visit: Visit, At(id): At<ReferralDraftId>, typed: Form) -> Answer {
    let account = visit.account()?.account;
    let once = Some(typed.get("once")).filter(|key| !key.is_empty());
    let once = once.map(|key| Once::new(account.uuid(), key, id.to_string().as_bytes()));
    if let Some(sent) = sent_before(&app, &visit, once.clone()).await? {
        return Ok(see(&sent));
    }
    let (form, sites) = opened(&app, &visit, id).await?;
    let form = form
        .without("sure")
        .with("sure", typed.get("sure"))
        .without("once")
        .with("once", typed.get("once"));
    let scene = scene(&app, &visit, id, form, &sites);
    let Ok(read) = scene.read() else {
        return Ok(check::draw(&scene, After::Sending));
    };
    if !read.refer.doubts().is_empty() && typed.get("sure") != "yes" {
        let said = visit.w().referral_problem_sure();
        return Ok(check::draw(&scene, After::Unsure(said)));
    }
    let (site, lang) = (read.refer.site, visit.lang);
    let actor = visit.actor();
    let made = app.store().act(&actor, Action::Refer, Object::Site(site), move |tx| {
        tx.not_done_before(once.as_ref())?;
        let made = store::referral::make(tx, read.refer.clone(), read.received_on)?;
        let href = crate::visit::in_language(lang, &paths::referral_sent(made.id));
        tx.done(once.as_ref(), 303, &href)?;
        store::referral::draft::delete(tx, id)?;
        Ok::<_, store::Error>(href)
    });
    Ok(see(&made.await?))
}

/// Where the same press led before: its draft is gone by then.
async fn sent_before(app: &App, visit: &Visit, once: Option<Once>) -> Answer<Option<String>> {
    let Some(once) = once else { return Ok(None) };
    let permit = app.store().permit(&visit.actor(), Action::Refer, Object::Lists).await?;
    let before = app
        .store()
        .read(permit, move |tx| tx.not_done_before(Some(&once)))
        .await;
    match before {
        Ok(()) => Ok(None),
        Err(store::Error::AlreadyDone { location, .. }) => Ok(Some(location)),
        Err(error) => Err(error.into()),
    }
}

/// Deletes a draft nobody wants.
async fn delete(State(app): State<App>, visit: Visit, At(id): At<ReferralDraftId>, _form: Form) -> Answer {
    let actor = visit.actor();
    let deleted = app.store().act(&actor, Action::Refer, Object::Lists, move |tx| {
        store::referral::draft::delete(tx, id)
    });
    deleted.await?;
    let href = visit.href(paths::REFER);
    Ok(see(&paths::saying(&href, "referral-refer-draft-deleted")))
}
