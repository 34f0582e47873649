//! The form of a call for help: what was asked and when, what to ring above it, and everything else now or later.

use super::{Wrong, read, refusal_words};
use crate::App;
use crate::call::{Call, Unmade};
use crate::error::{Answer, PageError};
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Choice, DateField, Field, Page, Problem, choice, date_field, field, see, show};
use crate::paths;
use crate::ring::Ring;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::access::{Action, Object};
use domain::crisis::{Bounds, Caller, NewCrisis, Outcome, Response as Done, Told, write};
use domain::id::{CrisisId, FamilyId};
use domain::ring::Number;
use jiff::civil::{DateTime, Time};
use store::Tx;
use store::once::Once;
use words::Words;

/// The boxes beside what was asked.
pub(super) struct More {
    pub response: Field,
    pub responses: Vec<Choice>,
    pub response_on: Option<DateField>,
    pub response_at: Field,
    pub response_words: Field,
    pub told: Field,
    pub tolds: Vec<Choice>,
    pub told_words: Field,
    pub outcome: Field,
    pub outcomes: Vec<Choice>,
    pub outcome_words: Field,
}

#[derive(Template)]
#[template(path = "crisis/write.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    keep: String,
    name: String,
    ring: Ring,
    asked: Field,
    on: DateField,
    at: Field,
    who_asked: Field,
    callers: Vec<Choice>,
    more: More,
}

struct About {
    family: FamilyId,
    name: String,
    numbers: Vec<Number>,
    now: DateTime,
    back: (String, String),
}

async fn about(app: &App, visit: &Visit, id: FamilyId) -> Answer<About> {
    let w = visit.w();
    let (actor, object) = (visit.actor(), Object::Family(id));
    let (permit, rights) = app
        .store()
        .permit_with_rights(&actor, Action::WriteCrisis, object)
        .await?;
    let opens = !rights.allowed(object, &[Action::OpenFamily]).is_empty();
    let read = app.store().read(permit, move |tx| {
        let (family, name) = store::family::load(tx, id)?;
        let now = store::clock::london_time(tx.now());
        Ok::<_, store::Error>((name, store::ring::numbers(tx, family.site)?, now))
    });
    let (name, numbers, now) = read.await?;
    let back = if opens {
        (visit.href(&paths::family(id)), w.family_title(&name))
    } else {
        (visit.href(paths::HOME), w.site_nav_home().to_owned())
    };
    Ok(About {
        family: id,
        name,
        numbers,
        now,
        back,
    })
}

/// The form. The day is today's; the time is asked, so that nobody leaves the moment of writing there.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let about = about(&app, &visit, id).await?;
    let fresh = || {
        Form::default()
            .with("on_day", &about.now.day().to_string())
            .with("on_month", &about.now.month().to_string())
            .with("on_year", &about.now.year().to_string())
    };
    let form = form::kept(&app, &visit).await?.unwrap_or_else(fresh);
    Ok(draw((&app, &visit), about, &form, &Mistakes::default()))
}

/// Keeps what is typed.
pub async fn keep(State(app): State<App>, visit: Visit, At(id): At<FamilyId>, form: Form) -> Answer {
    let path = visit.path.strip_suffix("/keep").ok_or(PageError::NotFound)?.to_owned();
    let account = visit.account()?.account;
    let (object, write) = (Object::Family(id), [Action::WriteCrisis]);
    if app.store().allowed(&visit.actor(), object, &write).await?.is_empty() {
        return Err(PageError::NotFound);
    }
    store::draft::keep_for(app.store(), account, &path, &form.to_body()).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// Stores it, and leads to it: what was done and how it ended can be added there.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<FamilyId>, form: Form) -> Answer {
    let about = about(&app, &visit, id).await?;
    let w = visit.w();
    let mut mistakes = Mistakes::default();
    let new = read::crisis(&form, w, &mut mistakes);
    let Some(new) = new.filter(|_| !mistakes.any()) else {
        return Ok(draw((&app, &visit), about, &form, &mistakes));
    };
    let account = visit.account()?.account;
    let once = Once::new(account.uuid(), form.get("once"), &form.body_bytes());
    let (path, language) = (visit.path.clone(), visit.lang.tag());
    let (actor, object, lang) = (visit.actor(), Object::Family(id), visit.lang);
    let stored = app.store().act(&actor, Action::WriteCrisis, object, move |tx| {
        tx.not_done_before(Some(&once))?;
        let made = make(tx, id, language, &new)?;
        let to = crate::visit::in_language(lang, &paths::crisis(made));
        let to = paths::saying(&to, "crisis-saved");
        tx.done(Some(&once), 303, &to)?;
        store::draft::forget(tx, account, &path)?;
        Ok::<_, Wrong>(to)
    });
    match stored.await {
        Ok(to) => Ok(see(&to)),
        Err(Wrong::Refused(refusal)) => {
            let (name, text) = refusal_words(visit.w(), refusal);
            Ok(draw((&app, &visit), about, &form, &Mistakes::one(name, text)))
        }
        Err(Wrong::Store(error)) => Err(error.into()),
    }
}

/// Lets the rules decide and stores the crisis.
pub(crate) fn make(tx: &Tx, family: FamilyId, language: &str, new: &NewCrisis) -> Result<CrisisId, Wrong> {
    let (known, _) = store::family::load(tx, family)?;
    let (earliest, _) = store::session::bounds(tx, family)?;
    let bounds = Bounds {
        earliest: store::clock::london_instant(earliest.to_datetime(Time::midnight())),
        now: tx.now(),
    };
    let event = write(new.clone(), bounds)?;
    Ok(store::crisis::make(tx, (family, known.site), language, &event)?)
}

/// The choices of a closed list, with none first.
fn or_none<T: Copy>(w: Words, of: &str, all: &[T], key: impl Fn(T) -> &'static str, chosen: &str) -> Vec<Choice> {
    let one = |one: &T| {
        let key = key(*one);
        choice(key, w.named(of, key).unwrap_or_default(), chosen == key)
    };
    let none = choice("", w.crisis_choose(), chosen.is_empty());
    std::iter::once(none).chain(all.iter().map(one)).collect()
}

impl More {
    /// The boxes with what was typed; with a day of its own for a response where it is added afterwards.
    pub fn new(w: Words, form: &Form, mistakes: &Mistakes, with_day: bool) -> Self {
        let typed = |name: &str| field(name, form.get(name), mistakes.of(name));
        let told = |told: &Told| {
            let chosen = form.all("told").any(|key| key == told.key());
            choice(
                told.key(),
                w.named("crisis-told", told.key()).unwrap_or_default(),
                chosen,
            )
        };
        let part = |part: &str| form.get(part).to_owned();
        Self {
            response: typed("response"),
            responses: or_none(w, "crisis-response", Done::ALL, Done::key, form.get("response")),
            response_on: with_day.then(|| date_field("response_on", part, mistakes.of("response_on"))),
            response_at: typed("response_at"),
            response_words: typed("response_words"),
            told: typed("told"),
            tolds: Told::ALL.iter().map(told).collect(),
            told_words: typed("told_words"),
            outcome: typed("outcome"),
            outcomes: or_none(w, "crisis-outcome", Outcome::ALL, Outcome::key, form.get("outcome")),
            outcome_words: typed("outcome_words"),
        }
    }
}

fn draw((app, visit): (&App, &Visit), about: About, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let typed = |name: &str| field(name, form.get(name), mistakes.of(name));
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        keep: format!("{}/keep", visit.href(&paths::crisis_new(about.family))),
        name: w.family_title(&about.name),
        ring: Ring::new(visit, about.numbers, about.now),
        asked: typed("asked"),
        on: date_field("on", |part| form.get(part).to_owned(), mistakes.of("on")),
        at: typed("at"),
        who_asked: typed("caller"),
        callers: or_none(w, "crisis-caller", Caller::ALL, Caller::key, form.get("caller")),
        more: More::new(w, form, mistakes, false),
        page: Page::new(app, visit, w.crisis_write_title())
            .of_form()
            .back_to(about.back.0, &about.back.1)
            .with_mistakes(mistakes.any()),
    };
    show(&shown, &shown.page)
}

/// The same by a call.
pub(crate) fn by_call(tx: &Tx, call: &Call, family: FamilyId, form: &Form) -> Result<CrisisId, Unmade> {
    let mut mistakes = Mistakes::default();
    let new = read::crisis(form, call.w, &mut mistakes);
    let new = new.filter(|_| !mistakes.any()).ok_or(mistakes)?;
    make(tx, family, call.language, &new).map_err(|wrong| wrong.told(call.w))
}
