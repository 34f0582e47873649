//! Somebody says what they think of the plan: a person of the family on the phone of whoever is beside them, or somebody of
//! the team from their own account.

use super::body::{Body, body, whole_name};
use super::show::Loaded;
use crate::App;
use crate::call::{Call, Unmade, pressed};
use crate::error::{Answer, PageError};
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Choice, Field, Page, Problem, Task, choice, field, show};
use crate::paths;
use crate::typed::words_if_any;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::{FamilyId, PersonId};
use domain::plan::{NewView, Stance, ViewRefusal, Viewer};
use store::Tx;
use words::Words;

#[derive(Template)]
#[template(path = "plan/who.html")]
struct Who {
    page: Page,
    name: String,
    people: Vec<Task>,
}

#[derive(Template)]
#[template(path = "plan/sign.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    version: String,
    who: String,
    name: String,
    body: Body,
    stance: Field,
    stances: Vec<Choice>,
    words: Field,
}

/// Who says something, or, with `?who=`, the plan and the question for that person.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let object = Object::Family(id);
    let (permit, rights) = app
        .store()
        .permit_with_rights(&visit.actor(), Action::OpenPlan, object)
        .await?;
    let loaded = app.store().read(permit, move |tx| Loaded::read(tx, id, None)).await?;
    let may = |action: Action| !rights.allowed(object, &[action]).is_empty();
    match visit.query_value("who") {
        None => Ok(who(
            &app,
            &visit,
            &loaded,
            (may(Action::ChangePlan), may(Action::AgreePlan)),
        )),
        Some(_) if !may(Action::ChangePlan) => Err(PageError::NotFound),
        Some(person) => {
            let by = person_of(&loaded, &person)?;
            let form = form::kept(&app, &visit).await?.unwrap_or_default();
            draw((&app, &visit), &loaded, by, &form, &Mistakes::default())
        }
    }
}

fn person_of(loaded: &Loaded, typed: &str) -> Result<Viewer, PageError> {
    let person: PersonId = typed.parse().map_err(|_| PageError::NotFound)?;
    let is_theirs = loaded.family.people.iter().any(|one| one.id == person);
    is_theirs.then_some(Viewer::Person(person)).ok_or(PageError::NotFound)
}

/// The list of who can say something.
fn who(app: &App, visit: &Visit, loaded: &Loaded, (may_take, may_say): (bool, bool)) -> Response {
    let (w, id) = (visit.w(), loaded.family.id);
    let views = loaded.shown.as_ref().map_or(&[][..], |shown| shown.views.as_slice());
    let task = |by: Viewer, text: String, href: String| {
        let has_said = views.iter().any(|view| view.by == by);
        Task {
            text,
            href: Some(visit.href(&href)),
            hint: String::new(),
            state: (if has_said {
                w.plan_sign_said()
            } else {
                w.plan_sign_not_yet()
            })
            .to_owned(),
            look: if has_said { "strong" } else { "quiet" },
        }
    };
    let mut people = Vec::new();
    if may_take && loaded.shown.is_some() {
        people.extend(loaded.family.people.iter().map(|person| {
            let href = format!("{}?who={}", paths::plan_sign(id), person.id);
            task(Viewer::Person(person.id), crate::family::people::name(w, person), href)
        }));
    }
    if let (true, Some(who), true) = (may_say, &visit.who, loaded.shown.is_some()) {
        let href = format!("{}/me", paths::plan_sign(id));
        people.push(task(Viewer::Account(who.account), w.plan_sign_me().to_owned(), href));
    }
    let shown = Who {
        name: w.family_title(&loaded.name),
        people,
        page: Page::new(app, visit, w.plan_sign_who_title()).back_to(visit.href(&paths::plan(id)), w.plan_title()),
    };
    show(&shown, &shown.page)
}

/// The plan and the question, for somebody of the team.
pub async fn own_page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let loaded = loaded(&app, &visit, (Action::AgreePlan, id)).await?;
    let by = Viewer::Account(visit.account()?.account);
    let form = form::kept(&app, &visit).await?.unwrap_or_default();
    draw((&app, &visit), &loaded, by, &form, &Mistakes::default())
}

async fn loaded(app: &App, visit: &Visit, (action, id): (Action, FamilyId)) -> Answer<Loaded> {
    let permit = app.store().permit(&visit.actor(), action, Object::Family(id)).await?;
    Ok(app.store().read(permit, move |tx| Loaded::read(tx, id, None)).await?)
}

/// Stores what somebody of the family says.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<FamilyId>, form: Form) -> Answer {
    let loaded = loaded(&app, &visit, (Action::ChangePlan, id)).await?;
    let by = person_of(&loaded, form.get("who"))?;
    take((&app, &visit), Action::ChangePlan, &loaded, by, &form).await
}

/// Stores what somebody of the team says.
pub async fn own_send(State(app): State<App>, visit: Visit, At(id): At<FamilyId>, form: Form) -> Answer {
    let loaded = loaded(&app, &visit, (Action::AgreePlan, id)).await?;
    let by = Viewer::Account(visit.account()?.account);
    take((&app, &visit), Action::AgreePlan, &loaded, by, &form).await
}

fn read(w: Words, form: &Form, by: Viewer) -> Result<NewView, Mistakes> {
    let mut mistakes = Mistakes::default();
    let stance = Stance::from_key(form.get("stance"));
    if stance.is_none() {
        mistakes.add("stance", w.plan_problem_stance());
    }
    let words = words_if_any(form, w, &mut mistakes, ("words", w.plan_sign_words()));
    let version = form.get("version").parse().unwrap_or_default();
    let view = stance.map(|stance| NewView {
        version,
        by,
        stance,
        words,
    });
    view.filter(|_| !mistakes.any()).ok_or(mistakes)
}

async fn take((app, visit): (&App, &Visit), action: Action, loaded: &Loaded, by: Viewer, form: &Form) -> Answer {
    let id = loaded.family.id;
    let href = paths::saying(&visit.href(&paths::plan(id)), "plan-viewed");
    let act = move |tx: &Tx, call: &Call, form: &Form| say(tx, call, (id, by), form);
    match pressed(app, visit, (action, Object::Family(id)), form, href, act).await? {
        Ok(answer) => Ok(answer),
        Err(unmade) => draw((app, visit), loaded, by, form, &unmade.mistakes()?),
    }
}

/// Reads what somebody says, lets the rules decide, and stores it.
fn say(tx: &Tx, call: &Call, (id, by): (FamilyId, Viewer), form: &Form) -> Result<(), Unmade> {
    let view = read(call.w, form, by)?;
    store::plan::hold(tx, id)?;
    let newest = store::plan::newest(tx, id)?;
    let (_, people) = store::session::bounds(tx, id)?;
    let view = call.said(newest.view(view, &people), refusal_words)?;
    let site = store::family::site_of(tx, id)?;
    Ok(store::plan::record_view(tx, site, call.language, &newest, &view)?)
}

/// What somebody of the family says, by a call.
pub(crate) fn by_call(tx: &Tx, call: &Call, id: FamilyId, form: &Form) -> Result<(), Unmade> {
    let person = form.get("who").parse().map_err(|_| store::Error::NotFound)?;
    say(tx, call, (id, Viewer::Person(person)), form)
}

/// What whoever calls says.
pub(crate) fn own_by_call(tx: &Tx, call: &Call, id: FamilyId, form: &Form) -> Result<(), Unmade> {
    say(tx, call, (id, Viewer::Account(call.by)), form)
}

fn refusal_words(w: Words, refusal: ViewRefusal) -> (&'static str, String) {
    match refusal {
        ViewRefusal::NotTheNewest { now } => ("stance", w.plan_problem_not_newest(u64::from(now))),
        ViewRefusal::NotOfTheFamily => ("stance", w.plan_problem_stranger().to_owned()),
        ViewRefusal::NothingSaid => ("words", w.plan_problem_nothing_said().to_owned()),
    }
}

/// Draws the plan with the question beneath it, in the language the reader chose.
fn draw((app, visit): (&App, &Visit), loaded: &Loaded, by: Viewer, form: &Form, mistakes: &Mistakes) -> Answer {
    let (w, id) = (visit.w(), loaded.family.id);
    let plan = loaded.shown.as_ref().ok_or(PageError::NotFound)?;
    let stance = |stance: &Stance| {
        let words = w.named("plan-sign-stance", stance.key()).unwrap_or_default();
        choice(stance.key(), words, form.get("stance") == stance.key())
    };
    let (who, name) = match by {
        Viewer::Person(person) => (person.to_string(), whole_name(w, &loaded.family, person)),
        Viewer::Account(_) => {
            let name = visit.who.as_ref().map(|who| who.name.clone());
            (String::new(), name.unwrap_or_default())
        }
    };
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        version: plan.plan.version.to_string(),
        who,
        name,
        body: body(visit, &loaded.family, plan, loaded.fits.ends, &loaded.goals),
        stance: field("stance", form.get("stance"), mistakes.of("stance")),
        stances: Stance::ALL.iter().map(stance).collect(),
        words: field("words", form.get("words"), mistakes.of("words")),
        page: Page::new(app, visit, w.plan_sign_title())
            .of_form()
            .back_to(visit.href(&paths::plan_sign(id)), w.plan_sign_title())
            .with_mistakes(mistakes.any()),
    };
    Ok(show(&shown, &shown.page))
}
