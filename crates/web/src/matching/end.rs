//! Ending a match, while support may go on with another carer.

use super::{Wrong, refusal_words};
use crate::App;
use crate::call::{Call, Unmade};
use crate::error::Answer;
use crate::form::{self, Form};
use crate::household::called;
use crate::mistakes::Mistakes;
use crate::page::{Choice, DateField, Field, Link, Page, Problem, choice, date_field, field, link, see, show};
use crate::paths;
use crate::typed::{day, words_if_any};
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::household::Household;
use domain::id::{AccountId, FamilyId, MatchId};
use domain::matching::EndWhy;
use domain::text::Text;
use jiff::civil::Date;
use store::Tx;
use store::once::Once;
use words::Words;

#[derive(Template)]
#[template(path = "matching/end.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    close: Link,
    once: String,
    name: String,
    on: DateField,
    why: Field,
    whys: Vec<Choice>,
    words: Field,
}

/// Whom the match is between.
pub(super) struct Between {
    pub family: FamilyId,
    pub name: String,
    pub carers: Household,
}

/// Reads whom a match is between.
pub(super) fn between(tx: &Tx, id: MatchId) -> store::Result<Between> {
    let matched = store::matching::load(tx, id)?;
    let (_, name) = store::family::load(tx, matched.family)?;
    Ok(Between {
        family: matched.family,
        carers: store::household::show(tx, matched.household)?.household,
        name,
    })
}

/// The form.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<MatchId>) -> Answer {
    let between = loaded(&app, &visit, id).await?;
    let form = form::kept(&app, &visit).await?.unwrap_or_default();
    Ok(draw(&app, &visit, &between, &form, &Mistakes::default()))
}

async fn loaded(app: &App, visit: &Visit, id: MatchId) -> Answer<Between> {
    let (actor, object) = (visit.actor(), Object::Match(id));
    let permit = app.store().permit(&actor, Action::EndMatch, object).await?;
    Ok(app.store().read(permit, move |tx| between(tx, id)).await?)
}

fn read(form: &Form, w: Words) -> Result<(Date, EndWhy, Option<Text>), Mistakes> {
    let mut mistakes = Mistakes::default();
    let on = day(form, w, &mut mistakes, "on");
    if on.is_none() && !mistakes.any() {
        mistakes.add("on", w.matching_problem_day());
    }
    // Support that ends altogether is closed, by a form of its own.
    let why = EndWhy::from_key(form.get("why")).filter(|why| *why != EndWhy::SupportEnded);
    if why.is_none() {
        mistakes.add("why", w.matching_problem_why());
    }
    let words = words_if_any(form, w, &mut mistakes, ("words", w.matching_end_words()));
    match (on, why) {
        (Some(on), Some(why)) if !mistakes.any() => Ok((on, why, words)),
        _ => Err(mistakes),
    }
}

/// Stores the end.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<MatchId>, form: Form) -> Answer {
    let w = visit.w();
    let between = loaded(&app, &visit, id).await?;
    let (on, why, words) = match read(&form, w) {
        Ok(read) => read,
        Err(mistakes) => return Ok(draw(&app, &visit, &between, &form, &mistakes)),
    };
    let account = visit.account()?.account;
    let once = Once::new(account.uuid(), form.get("once"), &form.body_bytes());
    let path = visit.path.clone();
    let href = paths::saying(&visit.href(&paths::family_carer(between.family)), "matching-ended");
    let to = href.clone();
    let actor = visit.actor();
    let stored = app.store().act(&actor, Action::EndMatch, Object::Match(id), move |tx| {
        tx.not_done_before(Some(&once))?;
        make(tx, account, id, (on, why, words.clone()))?;
        tx.done(Some(&once), 303, &to)?;
        store::draft::forget(tx, account, &path)?;
        Ok::<_, Wrong>(())
    });
    let mistakes = match stored.await {
        Ok(()) => return Ok(see(&href)),
        Err(Wrong::Refused(refusal)) => Mistakes::one("on", refusal_words(w, refusal)),
        Err(Wrong::Names(_)) => Mistakes::default(),
        Err(Wrong::Store(error)) => return Err(error.into()),
    };
    Ok(draw(&app, &visit, &between, &form, &mistakes))
}

/// Lets the rules decide and stores the end.
fn make(tx: &Tx, by: AccountId, id: MatchId, (on, why, words): (Date, EndWhy, Option<Text>)) -> Result<(), Wrong> {
    let matched = store::matching::load(tx, id)?;
    let event = matched.end((by, on), tx.today(), why, words)?;
    Ok(store::matching::end(tx, &matched, &event)?)
}

/// The same by a call.
pub(crate) fn by_call(tx: &Tx, call: &Call, id: MatchId, form: &Form) -> Result<(), Unmade> {
    let read = read(form, call.w)?;
    make(tx, call.by, id, read).map_err(|wrong| match wrong {
        Wrong::Refused(refusal) => ("on", refusal_words(call.w, refusal)).into(),
        Wrong::Names(_) => Mistakes::default().into(),
        Wrong::Store(error) => error.into(),
    })
}

fn draw(app: &App, visit: &Visit, between: &Between, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let typed = |name: &str| field(name, form.get(name), mistakes.of(name));
    let why = |why: EndWhy| {
        let words = w.named("matching-end-why", why.key()).unwrap_or_default();
        choice(why.key(), words, form.get("why") == why.key())
    };
    let carers = called(w, &between.carers);
    let shown = Shown {
        close: link(visit.href(&paths::close(between.family)), w.closing_act()),
        problems: mistakes.summary(),
        once: form.once_key(app),
        name: format!("{} · {carers}", w.family_title(&between.name)),
        on: date_field("on", |part| form.get(part).to_owned(), mistakes.of("on")),
        why: typed("why"),
        whys: EndWhy::ALL
            .into_iter()
            .filter(|one| *one != EndWhy::SupportEnded)
            .map(why)
            .collect(),
        words: typed("words"),
        page: Page::new(app, visit, w.matching_end_title())
            .of_form()
            .back_to(
                visit.href(&paths::family_carer(between.family)),
                w.matching_carer_title(),
            )
            .with_mistakes(mistakes.any()),
    };
    show(&shown, &shown.page)
}
