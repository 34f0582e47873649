//! The form of a follow-up: new, or put right.

use crate::App;
use crate::call::{Call, Unmade, pressed};
use crate::closing::{Asks, Boxes, boxes, said};
use crate::error::{Answer, PageError};
use crate::family::people::name;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Choice, DateField, Field, Page, Problem, choice, date_field, field, show};
use crate::paths;
use crate::typed::{day, words_if_any};
use crate::visit::{Under, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::care_episode::Source;
use domain::family::Family;
use domain::follow_up::{ChildThen, NewFollowUp, Refusal, Which};
use domain::id::{FamilyId, PersonId, ReferralId};
use jiff::civil::Date;
use store::Tx;
use store::follow_up::{FollowUpShown, Later};
use words::Words;

#[derive(Template)]
#[template(path = "follow_up/write.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    right: String,
    name: String,
    which: Field,
    whiches: Vec<Choice>,
    on: DateField,
    children: Vec<Boxes>,
    source: Field,
    sources: Vec<Choice>,
    words: Field,
    keep: String,
}

struct Loaded {
    family: Family,
    name: String,
    later: Later,
}

async fn loaded(app: &App, visit: &Visit, (id, referral): (FamilyId, ReferralId)) -> Answer<Loaded> {
    let (actor, object) = (visit.actor(), Object::Family(id));
    let permit = app.store().permit(&actor, Action::RecordAfter, object).await?;
    let read = app.store().read(permit, move |tx| {
        let (family, name) = store::family::load(tx, id)?;
        let later = store::follow_up::of_family(tx, id)?;
        let later = later.into_iter().find(|later| later.referral == referral);
        Ok::<_, store::Error>(later.map(|later| Loaded { family, name, later }))
    });
    read.await?.ok_or(PageError::NotFound)
}

/// Which one is put right, as the address or the form says it.
fn puts_right(typed: &str) -> Option<Which> {
    Which::from_key(typed)
}

/// The form.
pub async fn page(State(app): State<App>, visit: Visit, Under(id, referral): Under<FamilyId, ReferralId>) -> Answer {
    let loaded = loaded(&app, &visit, (id, referral)).await?;
    let asked = visit.query_value("right").unwrap_or_default();
    let right = puts_right(&asked).and_then(|which| loaded.later.done.iter().find(|one| one.which == which));
    let kept = form::kept(&app, &visit).await?;
    // What is kept of the form may be of the other one.
    let kept = kept.filter(|kept| kept.get("right") == right.map_or("", |one| one.which.key()));
    let today = store::clock::london_day(app.store().now());
    let form = kept.unwrap_or_else(|| match right {
        Some(one) => as_form(one),
        None => fresh(&loaded, visit.query_value("which"), today),
    });
    Ok(draw(&app, &visit, &loaded, &form, &Mistakes::default()))
}

/// Today, and the one that is due first or that was asked for.
fn fresh(loaded: &Loaded, asked: Option<String>, today: Date) -> Form {
    let first = loaded.later.open().first().map(|(which, _)| which.key().to_owned());
    with_day(Form::default(), "on", today).with("which", &asked.or(first).unwrap_or_default())
}

fn with_day(form: Form, name: &str, day: Date) -> Form {
    form.with(&format!("{name}_day"), &day.day().to_string())
        .with(&format!("{name}_month"), &day.month().to_string())
        .with(&format!("{name}_year"), &day.year().to_string())
}

/// What was written down, in its boxes.
fn as_form(one: &FollowUpShown) -> Form {
    let mut form = Form::default()
        .with("right", one.which.key())
        .with("which", one.which.key())
        .with("source", one.source.key())
        .with("words", one.words.as_deref().unwrap_or_default());
    form = with_day(form, "on", one.on);
    for then in &one.children {
        form = form.with(&format!("lives_{}", then.child), then.lives.key());
        if let Some((kind, since)) = then.care {
            form = form.with(&format!("care_{}", then.child), kind.key());
            form = with_day(form, &format!("since_{}", then.child), since);
        }
    }
    form
}

/// Keeps what is typed so far.
pub async fn keep(
    State(app): State<App>,
    visit: Visit,
    Under(id, _): Under<FamilyId, ReferralId>,
    form: Form,
) -> Answer {
    form::keep_typed(&app, &visit, (Action::RecordAfter, Object::Family(id)), &form).await
}

fn read(form: &Form, w: Words, family: &Family) -> Result<NewFollowUp, Mistakes> {
    let mut mistakes = Mistakes::default();
    let which = Which::from_key(form.get("which"));
    if which.is_none() {
        mistakes.add("which", w.follow_up_problem_which());
    }
    let on = day(form, w, &mut mistakes, "on");
    if on.is_none() && mistakes.of("on").is_none() {
        mistakes.add("on", w.follow_up_problem_day());
    }
    let mut children = Vec::new();
    for child in family.children() {
        let called = name(w, child);
        let asks = (w.follow_up_problem_lives(&called), w.follow_up_problem_care(&called));
        let said = said((form, w), &mut mistakes, child.id, asks);
        children.extend(said.map(|said| ChildThen {
            child: child.id,
            lives: said.lives,
            care: said.care,
        }));
    }
    let source = Source::from_key(form.get("source"));
    if source.is_none() {
        mistakes.add("source", w.follow_up_problem_source());
    }
    let words = words_if_any(form, w, &mut mistakes, ("words", w.follow_up_words()));
    match (which, on, source) {
        (Some(which), Some(on), Some(source)) if !mistakes.any() => Ok(NewFollowUp {
            which,
            on,
            children,
            source,
            words,
        }),
        _ => Err(mistakes),
    }
}

/// Stores it.
pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Under(id, referral): Under<FamilyId, ReferralId>,
    form: Form,
) -> Answer {
    let asked = (Action::RecordAfter, Object::Family(id));
    let href = paths::saying(&visit.href(&paths::after(id)), "follow-up-saved");
    let act = move |tx: &Tx, call: &Call, form: &Form| make(tx, call, (id, referral), form);
    let mistakes = match pressed(&app, &visit, asked, &form, href, act).await? {
        Ok(answer) => return Ok(answer),
        Err(Unmade::Store(store::Error::Constraint(which))) if which == "follow_up_once" => {
            Mistakes::one("which", visit.w().follow_up_problem_stale())
        }
        Err(unmade) => unmade.mistakes()?,
    };
    let loaded = loaded(&app, &visit, (id, referral)).await?;
    Ok(draw(&app, &visit, &loaded, &form, &mistakes))
}

/// Where on the form a mistake stands, and what it says.
fn refusal_words(w: Words, family: &Family, refusal: Refusal) -> (String, String) {
    let at = |field: &str, text: &str| (field.to_owned(), text.to_owned());
    let called = |id: PersonId| {
        let child = family.people.iter().find(|person| person.id == id);
        child.map(|child| name(w, child)).unwrap_or_default()
    };
    match refusal {
        Refusal::NotSupported => at("which", w.follow_up_problem_not_supported()),
        Refusal::Already => at("which", w.follow_up_problem_already()),
        Refusal::TooEarly { earliest } => at("on", &w.follow_up_problem_too_early(&w.day_short(earliest))),
        Refusal::ToCome { on } => at("on", &w.follow_up_problem_to_come(&w.day_short(on))),
        Refusal::ChildMissing { child } => at(&format!("lives_{child}"), &w.follow_up_problem_lives(&called(child))),
        Refusal::NotAChild => at("which", w.follow_up_problem_stale()),
        Refusal::CareNotSaid { child } => at(&format!("care_{child}"), &w.follow_up_problem_care(&called(child))),
        Refusal::CareAtAnotherTime { child } => at(
            &format!("since_{child}"),
            &w.follow_up_problem_care_when(&called(child)),
        ),
    }
}

fn draw(app: &App, visit: &Visit, loaded: &Loaded, form: &Form, mistakes: &Mistakes) -> Response {
    let (w, family) = (visit.w(), &loaded.family);
    let typed = |name: &str| field(name, form.get(name), mistakes.of(name));
    let which = |one: &Which| {
        let words = w.named("follow-up-which", one.key()).unwrap_or_default();
        choice(one.key(), words, form.get("which") == one.key())
    };
    let source = |one: &Source| {
        let words = w.named("care-episode-source", one.key()).unwrap_or_default();
        choice(one.key(), words, form.get("source") == one.key())
    };
    let child = |child| {
        let called = name(w, child);
        let asks = Asks {
            lives: w.follow_up_lives(&called),
            care: w.follow_up_care_kind(&called),
            none: w.follow_up_care_none(),
            since: w.follow_up_care_since(),
        };
        boxes(w, child, asks, (form, mistakes))
    };
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        right: form.get("right").to_owned(),
        name: w.family_title(&loaded.name),
        which: typed("which"),
        whiches: Which::ALL.iter().map(which).collect(),
        on: date_field("on", |part| form.get(part).to_owned(), mistakes.of("on")),
        children: family.children().map(child).collect(),
        source: typed("source"),
        sources: Source::ALL.iter().map(source).collect(),
        words: typed("words"),
        keep: format!("{}/keep", visit.href(&visit.path)),
        page: Page::new(app, visit, w.follow_up_title())
            .of_form()
            .back_to(visit.href(&paths::after(family.id)), w.closing_after_title())
            .with_mistakes(mistakes.any()),
    };
    show(&shown, &shown.page)
}

/// Reads it, lets the rules decide, and stores it.
fn make(tx: &Tx, call: &Call, (id, referral): (FamilyId, ReferralId), form: &Form) -> Result<(), Unmade> {
    let (family, _) = store::family::load(tx, id)?;
    let new = read(form, call.w, &family)?;
    let puts_right = puts_right(form.get("right")) == Some(new.which);
    let decided = store::follow_up::decide(tx, &family, (referral, puts_right), new)?;
    let new = call.said(decided, |w, refusal| {
        let (name, text) = refusal_words(w, &family, refusal);
        Mistakes::one(name, text)
    })?;
    Ok(store::follow_up::make(tx, &family, referral, call.language, &new)?)
}

/// The same by a call.
pub(crate) fn by_call(tx: &Tx, call: &Call, id: FamilyId, form: &Form) -> Result<(), Unmade> {
    let referral = form.get("referral").parse().map_err(|_| store::Error::NotFound)?;
    make(tx, call, (id, referral), form)
}
