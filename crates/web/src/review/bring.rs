//! Saying what one brings to a review: from one's own account, or on the phone of whoever is beside somebody of the family.

use super::{Wrong, refusal_words};
use crate::App;
use crate::error::{Answer, PageError};
use crate::family::people::name as name_of;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Choice, Field, Page, Problem, choice, field, see, show};
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
use domain::role::Role;
use store::once::Once;
use store::review::{Colleague, ContributionShown};
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
    team: Vec<Colleague>,
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

    /// In which role somebody of the team brings it: that in which they work with the family.
    fn role(&self) -> Option<Role> {
        let mine = |one: &&Colleague| self.by == Viewer::Account(one.account);
        self.team.iter().find(mine).map(|one| one.role)
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
            team: store::review::team(tx, id)?,
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

fn read(form: &Form, visit: &Visit, by: Viewer) -> Result<Contribution, Mistakes> {
    let (w, mut mistakes) = (visit.w(), Mistakes::default());
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
    let loaded = loaded(&app, &visit, (id, review), who).await?;
    let new = match read(&form, &visit, loaded.by) {
        Ok(new) => new,
        Err(mistakes) => return Ok(draw(&app, &visit, &loaded, &form, &mistakes)),
    };
    let account = visit.account()?.account;
    let once = Once::new(account.uuid(), form.get("once"), &form.body_bytes());
    let read_at: u32 = form.get("version").parse().unwrap_or_default();
    let (path, language, role) = (visit.path.clone(), visit.lang.tag(), loaded.role());
    let href = paths::saying(
        &visit.href(&paths::review_act(id, review, "prepare")),
        "review-bring-saved",
    );
    let to = href.clone();
    let (actor, object) = (visit.actor(), Object::Family(id));
    let stored = app.store().act(&actor, action(who), object, move |tx| {
        tx.not_done_before(Some(&once))?;
        let planned = store::review::load(tx, id, review)?;
        let (_, people) = store::review::bounds(tx, id)?;
        let given = store::review::given(tx, review, new.by)?;
        let new = planned.contribute(new.clone(), (given, read_at), &people)?;
        store::review::give(tx, (&planned, planned.site), role, language, &new)?;
        tx.done(Some(&once), 303, &to)?;
        store::draft::forget(tx, account, &path)?;
        Ok::<_, Wrong>(())
    });
    let (form, mistakes) = match stored.await {
        Ok(()) => return Ok(see(&href)),
        // The form is drawn anew from what is there now, with what was typed in its box.
        Err(Wrong::Refused(Refusal::ChangedMeanwhile)) => {
            let now = self::loaded(&app, &visit, (id, review), who).await?;
            let now = now.given().map_or(0, |one| one.version).to_string();
            let fresh = form.without("version").with("version", &now);
            (fresh, Mistakes::one("words", visit.w().review_problem_stale()))
        }
        Err(Wrong::Refused(refusal)) => {
            let (_, text) = refusal_words(visit.w(), refusal);
            (form, Mistakes::one("words", text))
        }
        Err(Wrong::Store(error)) => return Err(error.into()),
    };
    Ok(draw(&app, &visit, &loaded, &form, &mistakes))
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
