//! Letting another household stand in for a while, and ending that.

use super::end::{Between, between};
use super::look::ages;
use super::{Wrong, refusal_words};
use crate::App;
use crate::call::{Call, Unmade, pressed};
use crate::error::{Answer, PageError};
use crate::form::{self, Form};
use crate::household::called;
use crate::mistakes::Mistakes;
use crate::page::{Choice, DateField, Field, Page, Problem, choice, date_field, field, see, show};
use crate::paths;
use crate::typed::day;
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::household::Household;
use domain::id::{AccountId, CoverId, HouseholdId, MatchId};
use domain::matching::{Cover, stops};
use jiff::civil::Date;
use store::Tx;
use store::once::Once;
use words::Words;

#[derive(Template)]
#[template(path = "matching/cover.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    name: String,
    here: String,
    who: Field,
    carers: Vec<Choice>,
    from: DateField,
    to: DateField,
    covers: Vec<Known>,
}

/// A cover that can be ended.
struct Known {
    id: String,
    said: String,
    is_over: bool,
}

struct Loaded {
    id: MatchId,
    between: Between,
    /// The other households of the area.
    others: Vec<Household>,
    covers: Vec<Cover>,
}

/// The form, and who stands in already.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<MatchId>) -> Answer {
    let loaded = loaded(&app, &visit, id).await?;
    let form = form::kept(&app, &visit).await?.unwrap_or_default();
    Ok(draw(&app, &visit, &loaded, &form, &Mistakes::default()))
}

async fn loaded(app: &App, visit: &Visit, id: MatchId) -> Answer<Loaded> {
    let (actor, object) = (visit.actor(), Object::Match(id));
    let permit = app.store().permit(&actor, Action::SetCover, object).await?;
    let read = app.store().read(permit, move |tx| {
        let between = between(tx, id)?;
        let ladders = store::ladder::of_family(tx, between.family)?;
        let could = store::matching::could(tx, between.family, tx.today(), ladders.on(tx.today()))?;
        let others = could.into_iter().map(|one| one.line.household);
        let others = others.filter(|household| household.id != between.carers.id);
        Ok::<_, store::Error>(Loaded {
            id,
            others: others.collect(),
            covers: store::matching::covers(tx, id)?,
            between,
        })
    });
    Ok(read.await?)
}

fn read(form: &Form, w: Words) -> Result<(HouseholdId, Date, Date), Mistakes> {
    let mut mistakes = Mistakes::default();
    let who = form.get("who").parse().ok();
    if who.is_none() {
        mistakes.add("who", w.matching_problem_carer());
    }
    let mut one = |name: &str| {
        let found = day(form, w, &mut mistakes, name);
        if found.is_none() && mistakes.of(name).is_none() {
            mistakes.add(name, w.matching_problem_day());
        }
        found
    };
    match (who, one("from"), one("to")) {
        (Some(who), Some(from), Some(to)) => Ok((who, from, to)),
        _ => Err(mistakes),
    }
}

/// Stores who stands in.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<MatchId>, form: Form) -> Answer {
    let w = visit.w();
    let loaded = loaded(&app, &visit, id).await?;
    let (who, from, to) = match read(&form, w) {
        Ok(read) => read,
        Err(mistakes) => return Ok(draw(&app, &visit, &loaded, &form, &mistakes)),
    };
    if loaded.others.iter().all(|household| household.id != who) {
        return Err(PageError::NotFound);
    }
    let account = visit.account()?.account;
    let once = Once::new(account.uuid(), form.get("once"), &form.body_bytes());
    let path = visit.path.clone();
    let back = visit.href(&paths::family_carer(loaded.between.family));
    let href = paths::saying(&back, "matching-cover-set");
    let there = href.clone();
    let actor = visit.actor();
    let stored = app.store().act(&actor, Action::SetCover, Object::Match(id), move |tx| {
        tx.not_done_before(Some(&once))?;
        stand_in(tx, account, id, who, (from, to))?;
        tx.done(Some(&once), 303, &there)?;
        store::draft::forget(tx, account, &path)?;
        Ok::<_, Wrong>(())
    });
    let mistakes = match stored.await {
        Ok(()) => return Ok(see(&href)),
        Err(Wrong::Refused(refusal)) => Mistakes::one("who", refusal_words(w, refusal)),
        Err(Wrong::Names(_)) => Mistakes::default(),
        Err(Wrong::Store(error)) => return Err(error.into()),
    };
    Ok(draw(&app, &visit, &loaded, &form, &mistakes))
}

/// Lets the rules decide and stores who stands in.
fn stand_in(tx: &Tx, by: AccountId, id: MatchId, who: HouseholdId, (from, to): (Date, Date)) -> Result<CoverId, Wrong> {
    let matched = store::matching::load(tx, id)?;
    let carers = store::household::load(tx, who)?;
    let (family, _) = store::family::load(tx, matched.family)?;
    let does = store::matching::does(tx, who, matched.family, (from, Some(to)))?;
    let stops = stops(&carers, does, &ages(&family, from), from);
    let covers = store::matching::covers(tx, id)?;
    let event = matched.cover((by, tx.today()), who, (from, to), &stops, &covers)?;
    Ok(store::matching::cover(tx, &matched, &event)?)
}

/// The same by a call. A household that could not be chosen on the page is none here either.
pub(crate) fn by_call(tx: &Tx, call: &Call, id: MatchId, form: &Form) -> Result<CoverId, Unmade> {
    let (who, from, to) = read(form, call.w)?;
    let between = between(tx, id)?;
    let site = store::household::load(tx, who)?.site;
    if between.carers.id == who || between.carers.site != site {
        return Err(store::Error::NotFound.into());
    }
    stand_in(tx, call.by, id, who, (from, to)).map_err(|wrong| match wrong {
        Wrong::Refused(refusal) => ("who", refusal_words(call.w, refusal)).into(),
        Wrong::Names(_) => Mistakes::default().into(),
        Wrong::Store(error) => error.into(),
    })
}

/// Ends that somebody stands in.
pub async fn end(State(app): State<App>, visit: Visit, At(id): At<MatchId>, form: Form) -> Answer {
    let asked = (Action::SetCover, Object::Match(id));
    let href = paths::saying(&visit.href(&paths::match_cover(id)), "matching-cover-ended");
    let act = move |tx: &Tx, call: &Call, form: &Form| end_by_call(tx, call, id, form);
    let mistakes = match pressed(&app, &visit, asked, &form, href, act).await? {
        Ok(answer) => return Ok(answer),
        Err(unmade) => unmade.mistakes()?,
    };
    let loaded = loaded(&app, &visit, id).await?;
    Ok(draw(&app, &visit, &loaded, &form, &mistakes))
}

/// Lets the rules decide and stores that nobody stands in any more.
pub(crate) fn end_by_call(tx: &Tx, call: &Call, id: MatchId, form: &Form) -> Result<(), Unmade> {
    let cover: CoverId = form.get("cover").parse().map_err(|_| store::Error::NotFound)?;
    let matched = store::matching::load(tx, id)?;
    let covers = store::matching::covers(tx, id)?;
    let known = covers.iter().find(|known| known.id == cover);
    let known = known.ok_or(store::Error::NotFound)?;
    let event = call.said(matched.end_cover(call.by, tx.today(), known), |w, refusal| {
        ("who", refusal_words(w, refusal))
    })?;
    Ok(store::matching::end_cover(tx, known, &event)?)
}

fn draw(app: &App, visit: &Visit, loaded: &Loaded, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let today = store::clock::london_day(app.store().now());
    let date = |name: &str| date_field(name, |part| form.get(part).to_owned(), mistakes.of(name));
    let carer = |household: &Household| {
        let id = household.id.to_string();
        choice(&id, &called(w, household), form.get("who") == id)
    };
    let known = |cover: &Cover| {
        let of = loaded.others.iter().find(|household| household.id == cover.household);
        let carers = of.map(|household| called(w, household)).unwrap_or_default();
        Known {
            id: cover.id.to_string(),
            said: w.matching_carer_cover_span(&carers, &w.day_short(cover.from), &w.day_short(cover.to)),
            is_over: cover.to < today,
        }
    };
    let between = &loaded.between;
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        name: format!("{} · {}", w.family_title(&between.name), called(w, &between.carers)),
        here: visit.href(&paths::match_cover(loaded.id)),
        who: field("who", form.get("who"), mistakes.of("who")),
        carers: loaded.others.iter().map(carer).collect(),
        from: date("from"),
        to: date("to"),
        covers: loaded.covers.iter().map(known).collect(),
        page: Page::new(app, visit, w.matching_cover_title())
            .of_form()
            .back_to(
                visit.href(&paths::family_carer(between.family)),
                w.matching_carer_title(),
            )
            .with_mistakes(mistakes.any()),
    };
    show(&shown, &shown.page)
}
