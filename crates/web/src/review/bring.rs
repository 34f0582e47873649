//! Saying what one brings to a review: from one's own account, or on the phone of whoever is beside somebody of the family.

use super::read::which;
use super::refusal_words;
use crate::App;
use crate::call::{Call, Unmade, pressed};
use crate::error::{Answer, PageError};
use crate::family::people::name as name_of;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Choice, Field, Page, Problem, choice, field, show};
use crate::paths;
use crate::typed::words;
use crate::visit::{Under, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::family::Family;
use domain::id::{FamilyId, PersonId, ReviewId};
use domain::plan::Viewer;
use domain::review::{Contribution, Refusal, Review, Stage};
use store::Tx;
use store::review::ContributionShown;
use words::Words;

#[derive(Template)]
#[template(path = "review/bring.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    version: String,
    who: String,
    heading: String,
    name: String,
    words: Field,
    about: Option<(Field, Vec<Choice>)>,
    sees: &'static str,
    keep: String,
    /// Why nothing can be brought to it any more.
    over: Option<&'static str>,
}

/// What the form is about.
struct Loaded {
    family: Family,
    called: String,
    review: Review,
    brought: Vec<ContributionShown>,
    by: Viewer,
}

impl Loaded {
    fn given(&self) -> Option<&ContributionShown> {
        self.brought.iter().find(|one| one.by == self.by)
    }

    /// Why nothing can be brought to it any more.
    fn over(&self, w: Words) -> Option<&'static str> {
        let given = self.given().map_or(0, |one| one.version);
        let over = if self.review.stage == Stage::Held {
            w.review_bring_held()
        } else {
            w.review_bring_off()
        };
        (!self.review.takes_words(given)).then_some(over)
    }
}

/// Whose it is decides who may write it down: one's own, or what somebody of the family says.
const fn action(who: Option<PersonId>) -> Action {
    match who {
        Some(_) => Action::HoldReview,
        None => Action::ContributeToReview,
    }
}

fn who(typed: &str) -> Result<Option<PersonId>, PageError> {
    if typed.is_empty() {
        return Ok(None);
    }
    typed.parse().map(Some).map_err(|_| PageError::NotFound)
}

async fn loaded(app: &App, visit: &Visit, (id, review): (FamilyId, ReviewId), who: Option<PersonId>) -> Answer<Loaded> {
    let permit = app
        .store()
        .permit(&visit.actor(), action(who), Object::Family(id))
        .await?;
    let account = visit.account()?.account;
    let read = app.store().read(permit, move |tx| {
        let (family, called) = store::family::load(tx, id)?;
        let review = store::review::show(tx, id, review)?.review;
        Ok::<_, store::Error>(Loaded {
            brought: store::review::contributions(tx, &review)?,
            family,
            called,
            review,
            by: who.map_or(Viewer::Account(account), Viewer::Person),
        })
    });
    let loaded = read.await?;
    let is_theirs = |person: PersonId| loaded.family.people.iter().any(|one| one.id == person);
    if who.is_some_and(|person| !is_theirs(person)) {
        return Err(PageError::NotFound);
    }
    Ok(loaded)
}

/// The form, with what was given before.
pub async fn page(State(app): State<App>, visit: Visit, Under(id, review): Under<FamilyId, ReviewId>) -> Answer {
    let asked = visit.query_value("who").unwrap_or_default();
    let loaded = loaded(&app, &visit, (id, review), who(&asked)?).await?;
    let kept = form::kept(&app, &visit).await?;
    // What is kept of the form may be another person's.
    let kept = kept.filter(|kept| kept.get("who") == asked);
    let form = kept.unwrap_or_else(|| {
        let given = loaded.given();
        let about = given.and_then(|one| one.about).map(|person| person.to_string());
        Form::default()
            .with("words", given.map_or("", |one| one.words.as_str()))
            .with("about", &about.unwrap_or_default())
            .with("version", &given.map_or(0, |one| one.version).to_string())
    });
    Ok(draw(&app, &visit, &loaded, &form, &Mistakes::default()))
}

/// Keeps what is typed so far.
pub async fn keep(State(app): State<App>, visit: Visit, Under(id, _): Under<FamilyId, ReviewId>, form: Form) -> Answer {
    let asked = (action(who(form.get("who"))?), Object::Family(id));
    form::keep_typed(&app, &visit, asked, &form).await
}

fn read(form: &Form, w: Words, by: Viewer) -> Result<Contribution, Mistakes> {
    let mut mistakes = Mistakes::default();
    let label = ("words", w.review_bring_words());
    let said = words(form, w, &mut mistakes, label, w.review_problem_bring());
    let about = match form.get("about") {
        "" => None,
        typed => {
            let person: Option<PersonId> = typed.parse().ok();
            if person.is_none() {
                mistakes.add("about", w.review_problem_stranger());
            }
            person
        }
    };
    let new = said.map(|words| Contribution { by, about, words });
    new.filter(|_| !mistakes.any()).ok_or(mistakes)
}

/// Stores it.
pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Under(id, review): Under<FamilyId, ReviewId>,
    form: Form,
) -> Answer {
    let who = who(form.get("who"))?;
    let href = paths::saying(
        &visit.href(&paths::review_act(id, review, "prepare")),
        "review-bring-saved",
    );
    let asked = (action(who), Object::Family(id));
    let act = move |tx: &Tx, call: &Call, form: &Form| bring(tx, call, (id, review, who), form);
    let (form, mistakes) = match pressed(&app, &visit, asked, &form, href, act).await? {
        Ok(answer) => return Ok(answer),
        // The form is drawn anew from what is there now, with what was typed in its box.
        Err(Unmade::Store(store::Error::Stale { now })) => {
            let fresh = form.without("version").with("version", &now.to_string());
            (fresh, Mistakes::one("words", visit.w().review_problem_stale()))
        }
        Err(unmade) => (form, unmade.mistakes()?),
    };
    let loaded = loaded(&app, &visit, (id, review), who).await?;
    Ok(draw(&app, &visit, &loaded, &form, &mistakes))
}

/// Reads what is brought, lets the rules decide, and stores it.
fn bring(
    tx: &Tx,
    call: &Call,
    (id, review, who): (FamilyId, ReviewId, Option<PersonId>),
    form: &Form,
) -> Result<(), Unmade> {
    let by = who.map_or(Viewer::Account(call.by), Viewer::Person);
    let new = read(form, call.w, by)?;
    let planned = store::review::load(tx, id, review)?;
    let (_, people) = store::review::bounds(tx, id)?;
    let given = store::review::given(tx, review, by)?;
    let read_at: u32 = form.get("version").parse().unwrap_or_default();
    let new = match planned.contribute(new, (given, read_at), &people) {
        Err(Refusal::ChangedMeanwhile) => return Err(store::Error::Stale { now: given.into() }.into()),
        other => call.said(other, |w, refusal| ("words", refusal_words(w, refusal).1))?,
    };
    // In which role somebody of the team brings it: that in which they work with the family.
    let team = store::review::team(tx, id)?;
    let mut mine = team.iter().filter(|one| by == Viewer::Account(one.account));
    let role = mine.next().map(|one| one.role);
    Ok(store::review::give(
        tx,
        (&planned, planned.site),
        role,
        call.language,
        &new,
    )?)
}

/// What whoever calls brings.
pub(crate) fn own_by_call(tx: &Tx, call: &Call, id: FamilyId, form: &Form) -> Result<(), Unmade> {
    bring(tx, call, (id, which(form)?, None), form)
}

/// What somebody of the family says, by a call.
pub(crate) fn by_call(tx: &Tx, call: &Call, id: FamilyId, form: &Form) -> Result<(), Unmade> {
    let who = form.get("who").parse().map_err(|_| store::Error::NotFound)?;
    bring(tx, call, (id, which(form)?, Some(who)), form)
}

fn draw(app: &App, visit: &Visit, loaded: &Loaded, form: &Form, mistakes: &Mistakes) -> Response {
    let (w, family, review) = (visit.w(), &loaded.family, &loaded.review);
    let person = match loaded.by {
        Viewer::Person(person) => family.people.iter().find(|one| one.id == person),
        Viewer::Account(_) => None,
    };
    let day = w.day_short(review.on);
    let heading = match person {
        Some(person) => w.review_bring_title_of(&name_of(w, person), &day),
        None => w.review_bring_title(&day),
    };
    let about = person.is_none().then(|| {
        let chosen = form.get("about");
        let mut choices = vec![choice("", w.review_bring_about_all(), chosen.is_empty())];
        choices.extend(family.people.iter().map(|person| {
            let id = person.id.to_string();
            choice(&id, &name_of(w, person), chosen == id)
        }));
        (field("about", chosen, mistakes.of("about")), choices)
    });
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        version: form.get("version").to_owned(),
        who: person.map(|person| person.id.to_string()).unwrap_or_default(),
        name: w.family_title(&loaded.called),
        words: field("words", form.get("words"), mistakes.of("words")),
        sees: if person.is_some() {
            w.review_bring_sees_own()
        } else {
            w.review_bring_sees()
        },
        about,
        keep: format!("{}/keep", visit.href(&visit.path)),
        // Whoever typed while it was held meanwhile keeps their words before them.
        over: loaded.over(w).filter(|_| !mistakes.any()),
        page: Page::new(app, visit, &heading)
            .of_form()
            .back_to(
                visit.href(&paths::review_act(family.id, review.id, "prepare")),
                &w.review_prepare_title(&w.review_title(super::kind_words(w, review.kind), &day)),
            )
            .with_mistakes(mistakes.any()),
        heading,
    };
    show(&shown, &shown.page)
}
