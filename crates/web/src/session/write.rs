//! Planning a visit, writing one down, and saying what became of a planned one.

use super::fill::{About, For, draw, fresh, planned};
use super::{Wrong, read, refusal_words};
use crate::App;
use crate::call::{Call, Unmade};
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::see;
use crate::paths;
use crate::visit::{At, Visit};
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::{FamilyId, SessionId};
use domain::session::{Bounds, Event, NewSession, Then, plan as plan_new, write as write_new};
use store::Tx;
use store::once::Once;
use words::Words;

/// What is asked of the rules.
#[derive(Clone, Debug)]
pub(crate) enum Asked {
    /// To plan it, or to move it.
    Plan(NewSession),
    /// To write it down.
    Write(NewSession, Then),
}

/// The form to write a visit down; `?kind=` says which kind.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    new_page(&app, &visit, id, For::Write).await
}

/// The form to plan a visit.
pub async fn plan_page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    new_page(&app, &visit, id, For::Plan).await
}

async fn new_page(app: &App, visit: &Visit, id: FamilyId, purpose: For) -> Answer {
    let about = of_family(app, visit, id).await?;
    let today = store::clock::london_day(app.store().now());
    let mut form = form::kept(app, visit).await?.unwrap_or_else(|| fresh(&about, today));
    if let Some(kind) = visit.query_value("kind") {
        form = form.without("kind").with("kind", &kind);
    }
    Ok(draw((app, visit), purpose, &about, &form, &Mistakes::default()))
}

async fn of_family(app: &App, visit: &Visit, id: FamilyId) -> Answer<About> {
    let (actor, object) = (visit.actor(), Object::Family(id));
    let permit = app.store().permit(&actor, Action::AddSession, object).await?;
    let read = app.store().read(permit, move |tx| {
        let (family, name) = store::family::load(tx, id)?;
        Ok::<_, store::Error>(About {
            family,
            name,
            session: None,
            prompts: store::practice::of_family(tx, id)?.prompts,
        })
    });
    Ok(read.await?)
}

/// The form to say what became of a planned visit.
pub async fn then_page(State(app): State<App>, visit: Visit, At(id): At<SessionId>) -> Answer {
    planned_page(&app, &visit, id, For::Then).await
}

/// The form to change the plan of a visit.
pub async fn move_page(State(app): State<App>, visit: Visit, At(id): At<SessionId>) -> Answer {
    planned_page(&app, &visit, id, For::Move).await
}

async fn planned_page(app: &App, visit: &Visit, id: SessionId, purpose: For) -> Answer {
    let about = of_session(app, visit, id).await?;
    let kept = form::kept(app, visit).await?;
    let form = match (kept, &about.session) {
        (Some(form), _) => form,
        (None, Some(session)) => planned(session),
        (None, None) => Form::default(),
    };
    Ok(draw((app, visit), purpose, &about, &form, &Mistakes::default()))
}

async fn of_session(app: &App, visit: &Visit, id: SessionId) -> Answer<About> {
    let (actor, object) = (visit.actor(), Object::Session(id));
    let permit = app.store().permit(&actor, Action::ChangeSession, object).await?;
    let read = app.store().read(permit, move |tx| {
        let session = store::session::show(tx, id)?.session;
        let (family, name) = store::family::load(tx, session.family)?;
        Ok::<_, store::Error>(About {
            prompts: store::practice::of_family(tx, session.family)?.prompts,
            family,
            name,
            session: Some(session),
        })
    });
    Ok(read.await?)
}

/// Keeps what is typed of a visit to be written down.
pub async fn keep(State(app): State<App>, visit: Visit, At(id): At<FamilyId>, form: Form) -> Answer {
    form::keep_typed(&app, &visit, (Action::AddSession, Object::Family(id)), &form).await
}

/// Keeps what is typed of a visit there is.
pub async fn keep_then(State(app): State<App>, visit: Visit, At(id): At<SessionId>, form: Form) -> Answer {
    form::keep_typed(&app, &visit, (Action::ChangeSession, Object::Session(id)), &form).await
}

/// Reads a form for what it is for.
fn asked(purpose: For, w: Words, form: &Form) -> Result<Asked, Mistakes> {
    let mut mistakes = Mistakes::default();
    let setting = read::setting(form, w, &mut mistakes);
    let asked = if purpose.asks_what_happened() {
        let then = read::then(form, w, &mut mistakes);
        setting.zip(then).map(|(setting, then)| Asked::Write(setting, then))
    } else {
        setting.map(Asked::Plan)
    };
    asked.filter(|_| !mistakes.any()).ok_or(mistakes)
}

/// Stores a visit that is written down.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<FamilyId>, form: Form) -> Answer {
    store_new(&app, &visit, id, form, For::Write).await
}

/// Stores a visit that is planned.
pub async fn plan(State(app): State<App>, visit: Visit, At(id): At<FamilyId>, form: Form) -> Answer {
    store_new(&app, &visit, id, form, For::Plan).await
}

async fn store_new(app: &App, visit: &Visit, id: FamilyId, form: Form, purpose: For) -> Answer {
    let mistakes = match asked(purpose, visit.w(), &form) {
        Ok(asked) => {
            let act = (Action::AddSession, Object::Family(id));
            let language = visit.lang.tag();
            let stored = store_it(app, visit, act, (id, purpose), &form, move |tx| {
                make(tx, id, language, &asked).map(|_| ())
            });
            match stored.await? {
                Ok(answer) => return Ok(answer),
                Err(mistakes) => mistakes,
            }
        }
        Err(mistakes) => mistakes,
    };
    // What stands around the form is read only where there is something to put right.
    let about = of_family(app, visit, id).await?;
    Ok(draw((app, visit), purpose, &about, &form, &mistakes))
}

/// Stores what became of a planned visit.
pub async fn then(State(app): State<App>, visit: Visit, At(id): At<SessionId>, form: Form) -> Answer {
    store_planned(&app, &visit, id, form, For::Then).await
}

/// Stores another plan of a visit.
pub async fn replan(State(app): State<App>, visit: Visit, At(id): At<SessionId>, form: Form) -> Answer {
    store_planned(&app, &visit, id, form, For::Move).await
}

async fn store_planned(app: &App, visit: &Visit, id: SessionId, form: Form, purpose: For) -> Answer {
    let about = of_session(app, visit, id).await?;
    let mistakes = match asked(purpose, visit.w(), &form) {
        Ok(asked) => {
            let act = (Action::ChangeSession, Object::Session(id));
            let language = visit.lang.tag();
            let family = about.family.id;
            let stored = store_it(app, visit, act, (family, purpose), &form, move |tx| {
                change(tx, id, language, &asked)
            });
            match stored.await? {
                Ok(answer) => return Ok(answer),
                Err(mistakes) => mistakes,
            }
        }
        Err(mistakes) => mistakes,
    };
    Ok(draw((app, visit), purpose, &about, &form, &mistakes))
}

/// Stores once, forgets what was kept of the form, and leads to the family.
async fn store_it(
    app: &App,
    visit: &Visit,
    (action, object): (Action, Object),
    (family, purpose): (FamilyId, For),
    form: &Form,
    unit: impl Fn(&Tx) -> Result<(), Wrong> + Send + Sync + 'static,
) -> Answer<Result<Response, Mistakes>> {
    let account = visit.account()?.account;
    let once = Once::new(account.uuid(), form.get("once"), &form.body_bytes());
    let path = visit.path.clone();
    let said = if purpose.asks_what_happened() {
        "session-saved"
    } else {
        "session-planned-saved"
    };
    let href = paths::saying(&visit.href(&paths::family(family)), said);
    let to = href.clone();
    let actor = visit.actor();
    let stored = app.store().act(&actor, action, object, move |tx| {
        tx.not_done_before(Some(&once))?;
        unit(tx)?;
        tx.done(Some(&once), 303, &to)?;
        store::draft::forget(tx, account, &path)?;
        Ok::<_, Wrong>(())
    });
    match stored.await {
        Ok(()) => Ok(Ok(see(&href))),
        Err(Wrong::Refused(refusal)) => {
            let (name, text) = refusal_words(visit.w(), refusal);
            Ok(Err(Mistakes::one(name, text)))
        }
        Err(Wrong::Store(error)) => Err(error.into()),
    }
}

/// Lets the rules decide and stores a new session.
pub(crate) fn make(tx: &Tx, family: FamilyId, language: &str, asked: &Asked) -> Result<SessionId, Wrong> {
    let site = store::family::site_of(tx, family)?;
    let (earliest, people) = store::session::bounds(tx, family)?;
    let bounds = Bounds {
        earliest,
        people: &people,
    };
    let now = store::clock::london_time(tx.now());
    let event = match asked.clone() {
        Asked::Plan(new) => plan_new(new, now.date(), bounds)?,
        Asked::Write(new, then) => write_new(new, then, now, bounds)?,
    };
    Ok(store::session::make(tx, (family, site), language, &event)?)
}

/// Lets the rules decide and stores what became of a planned session.
pub(crate) fn change(tx: &Tx, id: SessionId, language: &str, asked: &Asked) -> Result<(), Wrong> {
    let session = store::session::load(tx, id)?;
    let (earliest, people) = store::session::bounds(tx, session.family)?;
    let bounds = Bounds {
        earliest,
        people: &people,
    };
    let now = store::clock::london_time(tx.now());
    let event: Event = match asked.clone() {
        Asked::Plan(new) => session.replan(new, now.date(), bounds)?,
        Asked::Write(new, then) => session.then(new, then, now, bounds)?,
    };
    Ok(store::session::record(tx, &session, language, &[], &event)?)
}

/// The same by a call: a visit is planned where nothing says what became of it.
pub(crate) fn by_call(tx: &Tx, call: &Call, family: FamilyId, form: &Form) -> Result<SessionId, Unmade> {
    let is_planned = form.get("outcome") == "planned";
    let purpose = if is_planned { For::Plan } else { For::Write };
    let asked = asked(purpose, call.w, form)?;
    make(tx, family, call.language, &asked).map_err(|wrong| wrong.told(call.w))
}

/// What became of a planned visit, or another plan of it, by a call.
pub(crate) fn change_by_call(tx: &Tx, call: &Call, id: SessionId, form: &Form) -> Result<(), Unmade> {
    let is_planned = form.get("outcome") == "planned";
    let purpose = if is_planned { For::Move } else { For::Then };
    let asked = asked(purpose, call.w, form)?;
    change(tx, id, call.language, &asked).map_err(|wrong| wrong.told(call.w))
}
