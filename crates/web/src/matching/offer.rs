//! Offering a family to a household: what the carer will read, and why this carer.

use super::look::{ages_words, languages_words, look, needs_words, wanted};
use super::{Wrong, refusal_words};
use crate::App;
use crate::call::{Call, Unmade, pressed};
use crate::error::{Answer, PageError};
use crate::form::{self, Form};
use crate::household::called;
use crate::mistakes::Mistakes;
use crate::page::{Field, Page, Problem, SummaryRow, field, row, show};
use crate::paths;
use crate::typed::{words, words_if_any};
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::family::Family;
use domain::id::{FamilyId, HouseholdId, OfferId};
use domain::matching::{NewOffer, names_in, offer, stops};
use matching::Wanted;
use store::Tx;
use words::Words;

#[derive(Template)]
#[template(path = "matching/offer.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    heading: String,
    carer: String,
    rows: Vec<SummaryRow>,
    place: Field,
    visiting: Field,
    reason: Field,
}

/// What the form is about.
struct Loaded {
    family: FamilyId,
    household: HouseholdId,
    carers: domain::household::Household,
    wanted: Wanted,
}

/// The form; `?carer=` names the household.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let form = form::kept(&app, &visit).await?.unwrap_or_else(|| {
        let carer = visit.query_value("carer").unwrap_or_default();
        Form::default().with("carer", &carer)
    });
    let loaded = loaded(&app, &visit, id, &form).await?;
    Ok(draw(&app, &visit, &loaded, &form, &Mistakes::default()))
}

async fn loaded(app: &App, visit: &Visit, family: FamilyId, form: &Form) -> Answer<Loaded> {
    let household: HouseholdId = form.get("carer").parse().map_err(|_| PageError::NotFound)?;
    let permit = app
        .store()
        .permit(&visit.actor(), Action::OfferFamily, Object::Family(family))
        .await?;
    let read = app.store().read(permit, move |tx| {
        let looked = look(tx, family)?;
        let line = looked.ranked.into_iter().map(|(_, line)| line);
        let line = { line }.find(|line| line.household.id == household);
        let carers = line.ok_or(store::Error::NotFound)?.household;
        Ok::<_, store::Error>(Loaded {
            family,
            household,
            carers,
            wanted: looked.wanted,
        })
    });
    Ok(read.await?)
}

fn read(form: &Form, w: Words) -> Result<NewOffer, Mistakes> {
    let mut mistakes = Mistakes::default();
    let place = words(
        form,
        w,
        &mut mistakes,
        ("place", w.matching_offer_place()),
        w.matching_offer_problem_place(),
    );
    let visiting = words_if_any(form, w, &mut mistakes, ("visiting", w.matching_offer_visiting()));
    let reason = words(
        form,
        w,
        &mut mistakes,
        ("reason", w.matching_offer_reason()),
        w.matching_offer_problem_reason(),
    );
    match (place, reason) {
        (Some(place), Some(reason)) if !mistakes.any() => Ok(NewOffer {
            place,
            visiting,
            reason,
        }),
        _ => Err(mistakes),
    }
}

/// Stores the offer.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<FamilyId>, form: Form) -> Answer {
    let asked = (Action::OfferFamily, Object::Family(id));
    let href = paths::saying(&visit.href(&paths::family_carer(id)), "matching-offer-made");
    let act = move |tx: &Tx, call: &Call, form: &Form| by_call(tx, call, id, form);
    let mistakes = match pressed(&app, &visit, asked, &form, href, act).await? {
        Ok(answer) => return Ok(answer),
        Err(unmade) => unmade.mistakes()?,
    };
    // Which carer it is stands in no box here.
    let mistakes = match mistakes.of("carer") {
        Some(text) => Mistakes::one("place", text),
        None => mistakes,
    };
    let loaded = loaded(&app, &visit, id, &form).await?;
    Ok(draw(&app, &visit, &loaded, &form, &mistakes))
}

/// The first box that names somebody.
fn named_box(form: &Form, names: &[&str]) -> &'static str {
    let folded = |text: &str| seal::names::fold(text).join(" ");
    let said = folded(form.get("place"));
    let in_place = names.iter().any(|name| said.contains(&folded(name)));
    if in_place { "place" } else { "visiting" }
}

/// Lets the rules decide and stores the offer; what stops the household is asked in the same unit of work.
pub(crate) fn make(
    tx: &Tx,
    (by, family, household): (domain::id::AccountId, FamilyId, HouseholdId),
    new: &NewOffer,
) -> Result<domain::id::OfferId, Wrong> {
    let (known, _) = store::family::load(tx, family)?;
    let named = names(&known, new);
    if !named.is_empty() {
        return Err(Wrong::Names(named));
    }
    let carers = store::household::load(tx, household)?;
    if carers.site != known.site {
        return Err(Wrong::Store(store::Error::NotFound));
    }
    let (standing, wanted) = wanted(tx, &known)?;
    let pending = store::matching::offers_of_household(tx, household)?;
    let is_pending = pending.iter().any(|line| line.offer.family == family);
    let today = tx.today();
    let does = store::matching::does(tx, household, family, (today, None))?;
    let stops = stops(&carers, does, &wanted.ages, today);
    let event = offer((by, today), (standing, household), &stops, is_pending, new)?;
    Ok(store::matching::make_offer(tx, family, known.site, new, &event)?)
}

/// Whom of the family the words that the carer reads name.
fn names(family: &Family, new: &NewOffer) -> Vec<String> {
    let same = |one: &str, other: &str| seal::names::fold(one) == seal::names::fold(other);
    let texts = std::iter::once(&new.place).chain(&new.visiting);
    let mut found: Vec<String> = Vec::new();
    for text in texts {
        for name in names_in(text.as_str(), &family.people, same) {
            if !found.iter().any(|known| known == name) {
                found.push(name.to_owned());
            }
        }
    }
    found
}

fn draw(app: &App, visit: &Visit, loaded: &Loaded, form: &Form, mistakes: &Mistakes) -> Response {
    let w = visit.w();
    let typed = |name: &str| field(name, form.get(name), mistakes.of(name));
    let heading = w.matching_offer_title(&called(w, &loaded.carers));
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        carer: loaded.household.to_string(),
        rows: facts(w, &loaded.wanted),
        place: typed("place"),
        visiting: typed("visiting"),
        reason: typed("reason"),
        page: Page::new(app, visit, &heading)
            .of_form()
            .back_to(visit.href(&paths::who_could(loaded.family)), w.matching_rank_heading())
            .with_mistakes(mistakes.any()),
        heading,
    };
    show(&shown, &shown.page)
}

/// What an offer tells of a family, whoever reads it.
pub(super) fn facts(w: Words, wanted: &Wanted) -> Vec<SummaryRow> {
    let needs = needs_words(w, &wanted.needs);
    let needs = if needs.is_empty() {
        w.matching_offer_needs_none().to_owned()
    } else {
        needs.join("\n")
    };
    let mut rows = vec![row(w.matching_offer_children(), ages_words(w, &wanted.ages))];
    if !wanted.speak.is_empty() {
        rows.push(row(w.matching_offer_languages(), languages_words(w, &wanted.speak)));
    }
    rows.push(row(w.matching_offer_needs(), needs));
    rows
}

/// The same by a call.
pub(crate) fn by_call(tx: &Tx, call: &Call, family: FamilyId, form: &Form) -> Result<OfferId, Unmade> {
    let household: HouseholdId = form.get("carer").parse().map_err(|_| store::Error::NotFound)?;
    let new = read(form, call.w)?;
    make(tx, (call.by, family, household), &new).map_err(|wrong| match wrong {
        Wrong::Refused(refusal) => ("carer", refusal_words(call.w, refusal)).into(),
        Wrong::Names(names) => {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let text = call.w.matching_offer_problem_names(&call.w.list(&names));
            Mistakes::one(named_box(form, &names), text).into()
        }
        Wrong::Store(error) => error.into(),
    })
}
