//! What each of a family has agreed to: the four things, how each stands, what was said before, and writing down a change.

use super::body::whole_name;
use crate::App;
use crate::call::{Call, Unmade, pressed};
use crate::error::{Answer, PageError};
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{
    Choice, DateField, Field, Link, Page, Problem, SummaryRow, choice, date_field, field, hinted, link, row, show,
};
use crate::paths;
use crate::typed::{day, words_if_any};
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::consent::{Answer as Said, Change, ChangeRefusal, Consents, LawfulBasis, Stands, Thing};
use domain::family::{Family, Person};
use domain::id::{FamilyId, PersonId};
use domain::review::Attendee;
use store::Tx;
use store::consent::ChangeShown;
use words::{Lang, Words};

/// One of a family, with the four.
struct OfPerson {
    name: String,
    rows: Vec<SummaryRow>,
    changes: Vec<Earlier>,
}

/// What somebody said before.
struct Earlier {
    text: String,
    by: String,
    words: Option<(String, Option<&'static str>)>,
}

#[derive(Template)]
#[template(path = "plan/consents.html")]
struct List {
    page: Page,
    name: String,
    people: Vec<OfPerson>,
    means: Vec<SummaryRow>,
}

#[derive(Template)]
#[template(path = "plan/consent.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    who: String,
    what: &'static str,
    heading: String,
    name: String,
    now: String,
    means: String,
    answer: Field,
    answers: Vec<Choice>,
    law: Option<(Field, Vec<Choice>)>,
    on: DateField,
    asked_by: Field,
    askers: Vec<Choice>,
    words: Field,
    keep: String,
}

/// The family, and what its people said.
struct Loaded {
    family: Family,
    called: String,
    changes: Vec<ChangeShown>,
}

async fn loaded(app: &App, visit: &Visit, (action, id): (Action, FamilyId)) -> Answer<(Loaded, bool)> {
    let object = Object::Family(id);
    let (permit, rights) = app.store().permit_with_rights(&visit.actor(), action, object).await?;
    let read = app.store().read(permit, move |tx| {
        let (family, called) = store::family::load(tx, id)?;
        Ok::<_, store::Error>(Loaded {
            changes: store::consent::of_family(tx, id)?,
            family,
            called,
        })
    });
    let may_change = !rights.allowed(object, &[Action::ChangePlan]).is_empty();
    Ok((read.await?, may_change))
}

/// The last change of one of the four.
fn last(changes: &[ChangeShown], person: PersonId, thing: Thing) -> Option<&Change> {
    let mut all = changes.iter().map(|one| &one.change);
    all.find(|change| change.person == person && change.thing == thing)
}

/// What one of the four is called.
pub(super) fn thing_words(w: Words, thing: Thing) -> &'static str {
    match thing {
        Thing::TakingPart => w.consent_taking_part(),
        Thing::Sharing => w.consent_sharing(),
        Thing::StaysOver => w.consent_stays_over(),
        Thing::Story => w.consent_story(),
    }
}

fn answer_words(w: Words, answer: Said) -> &'static str {
    w.named("consent-answer", answer.key()).unwrap_or_default()
}

fn law_words(w: Words, law: LawfulBasis) -> &'static str {
    w.named("consent-sharing-basis", law.key()).unwrap_or_default()
}

fn stands_words(w: Words, stands: Stands) -> String {
    let Stands::Said { answer, on, law } = stands else {
        return w.consent_not_asked().to_owned();
    };
    let said = match law {
        Some(law) => format!("{} · {}", answer_words(w, answer), law_words(w, law)),
        None => answer_words(w, answer).to_owned(),
    };
    on.map_or(said.clone(), |on| format!("{said} · {}", w.day_short(on)))
}

/// The four of one person, in words.
pub(super) fn four(w: Words, person: &Person, changes: &[ChangeShown]) -> Vec<SummaryRow> {
    let one = |thing: &Thing| {
        let stands = person.consents.stands(*thing, last(changes, person.id, *thing));
        row(thing_words(w, *thing), stands_words(w, stands))
    };
    Thing::ALL.iter().map(one).collect()
}

/// The page.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let w = visit.w();
    let (loaded, may_change) = loaded(&app, &visit, (Action::OpenPlan, id)).await?;
    let of = |person: &Person| {
        let mut rows = four(w, person, &loaded.changes);
        for (row, thing) in rows.iter_mut().zip(Thing::ALL).filter(|_| may_change) {
            let href = format!("{}?who={}&what={}", paths::consent_change(id), person.id, thing.key());
            row.change = Some(link(visit.href(&href), w.consent_change_act()));
        }
        let changes = loaded.changes.iter().filter(|one| one.change.person == person.id);
        OfPerson {
            name: crate::family::people::name(w, person),
            rows,
            changes: changes.map(|one| earlier(&visit, one)).collect(),
        }
    };
    let shown = List {
        name: w.family_title(&loaded.called),
        people: loaded.family.people.iter().map(of).collect(),
        means: Thing::ALL
            .iter()
            .map(|thing| row(thing_words(w, *thing), means(w, *thing)))
            .collect(),
        page: Page::new(&app, &visit, w.consent_page_title()).back_to(visit.href(&paths::plan(id)), w.plan_title()),
    };
    Ok(show(&shown, &shown.page))
}

/// What changes when somebody takes one of the four back. Nothing that was written before goes.
fn means(w: Words, thing: Thing) -> &'static str {
    w.named("consent-withdrawn-means", thing.key()).unwrap_or_default()
}

fn earlier(visit: &Visit, one: &ChangeShown) -> Earlier {
    let w = visit.w();
    let change = &one.change;
    let stands = Stands::Said {
        answer: change.answer,
        on: Some(change.on),
        law: change.law,
    };
    let asked = w.named("review-there", change.asked_by.key()).unwrap_or_default();
    let lang = Lang::from_tag(&one.language)
        .filter(|lang| *lang != visit.lang)
        .map(Lang::tag);
    Earlier {
        text: format!("{}: {}", thing_words(w, change.thing), stands_words(w, stands)),
        by: w.consent_changed_by(asked, one.by.as_deref().unwrap_or_default()),
        words: change.words.as_ref().map(|words| (words.as_str().to_owned(), lang)),
    }
}

/// Whose, and which of the four.
fn asked(loaded: &Loaded, who: &str, what: &str) -> Result<(Person, Thing), PageError> {
    let thing = Thing::from_key(what).ok_or(PageError::NotFound)?;
    let mut people = loaded.family.people.iter();
    let person = people
        .find(|person| person.id.to_string() == who)
        .ok_or(PageError::NotFound)?;
    Ok((person.clone(), thing))
}

/// The form for a change.
pub async fn change_page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let (loaded, _) = loaded(&app, &visit, (Action::ChangePlan, id)).await?;
    let value = |name: &str| visit.query_value(name).unwrap_or_default();
    let (who, what) = (value("who"), value("what"));
    let (person, thing) = asked(&loaded, &who, &what)?;
    let kept = form::kept(&app, &visit).await?;
    let kept = kept.filter(|kept| kept.get("who") == who && kept.get("what") == what);
    let form = kept.unwrap_or_else(|| {
        let today = store::clock::london_day(app.store().now());
        Form::default()
            .with("on_day", &today.day().to_string())
            .with("on_month", &today.month().to_string())
            .with("on_year", &today.year().to_string())
    });
    Ok(draw(
        (&app, &visit),
        &loaded,
        (&person, thing),
        &form,
        &Mistakes::default(),
    ))
}

/// Keeps what is typed so far.
pub async fn keep(State(app): State<App>, visit: Visit, At(id): At<FamilyId>, form: Form) -> Answer {
    form::keep_typed(&app, &visit, (Action::ChangePlan, Object::Family(id)), &form).await
}

fn read(form: &Form, w: Words, person: PersonId, thing: Thing) -> Result<Change, Mistakes> {
    let mut mistakes = Mistakes::default();
    let answer = Said::from_key(form.get("answer"));
    if answer.is_none() {
        mistakes.add("answer", w.consent_problem_answer());
    }
    let law = LawfulBasis::from_key(form.get("law")).filter(|_| answer == Some(Said::Told));
    if answer == Some(Said::Told) && law.is_none() {
        mistakes.add("law", w.consent_problem_law());
    }
    let on = day(form, w, &mut mistakes, "on");
    if on.is_none() && mistakes.of("on").is_none() {
        mistakes.add("on", w.consent_problem_day());
    }
    let asked_by = Attendee::from_key(form.get("asked_by"));
    if asked_by.is_none() {
        mistakes.add("asked_by", w.consent_problem_asked_by());
    }
    let words = words_if_any(form, w, &mut mistakes, ("words", w.consent_words()));
    if mistakes.any() {
        return Err(mistakes);
    }
    let change = answer.zip(on).zip(asked_by).map(|((answer, on), asked_by)| Change {
        person,
        thing,
        answer,
        law,
        on,
        asked_by,
        words,
    });
    change.ok_or(mistakes)
}

/// Stores a change.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<FamilyId>, form: Form) -> Answer {
    let href = paths::saying(&visit.href(&paths::consents(id)), "consent-changed");
    let may = (Action::ChangePlan, Object::Family(id));
    let act = move |tx: &Tx, call: &Call, form: &Form| by_call(tx, call, id, form);
    let mistakes = match pressed(&app, &visit, may, &form, href, act).await? {
        Ok(answer) => return Ok(answer),
        Err(unmade) => unmade.mistakes()?,
    };
    let (loaded, _) = loaded(&app, &visit, (Action::ChangePlan, id)).await?;
    let (person, thing) = asked(&loaded, form.get("who"), form.get("what"))?;
    Ok(draw((&app, &visit), &loaded, (&person, thing), &form, &mistakes))
}

/// Reads a change, lets the rules decide, and stores it.
pub(crate) fn by_call(tx: &Tx, call: &Call, id: FamilyId, form: &Form) -> Result<(), Unmade> {
    let thing = Thing::from_key(form.get("what")).ok_or(store::Error::NotFound)?;
    store::consent::hold(tx, id)?;
    let people = store::family::people(tx, id)?;
    let mut all = people.iter();
    let person = all.find(|person| person.id.to_string() == form.get("who"));
    let person = person.ok_or(store::Error::NotFound)?;
    let change = read(form, call.w, person.id, thing)?;
    let changes = store::consent::of_family(tx, id)?;
    let now = stands(&person.consents, &changes, person.id, thing);
    let ids: Vec<PersonId> = people.iter().map(|person| person.id).collect();
    let kept = call.said(change.keep(now, tx.today(), &ids), refusal_words)?;
    let site = store::family::site_of(tx, id)?;
    Ok(store::consent::record(tx, (id, site), call.language, person, &kept)?)
}

fn refusal_words(w: Words, refusal: ChangeRefusal) -> (&'static str, String) {
    let own = ToOwned::to_owned;
    match refusal {
        ChangeRefusal::NotOfTheFamily => ("answer", own(w.plan_problem_stranger())),
        ChangeRefusal::ToCome { on } => ("on", w.goal_problem_to_come(&w.day_short(on))),
        ChangeRefusal::BeforeTheLast { last } => ("on", w.consent_problem_before(&w.day_short(last))),
        ChangeRefusal::NotTold => ("answer", own(w.consent_problem_law())),
        ChangeRefusal::NothingToWithdraw => ("answer", own(w.consent_problem_nothing())),
        ChangeRefusal::SaidAlready => ("answer", own(w.consent_problem_same())),
    }
}

fn stands(consents: &Consents, changes: &[ChangeShown], who: PersonId, thing: Thing) -> Stands {
    consents.stands(thing, last(changes, who, thing))
}

/// What can be said to one of the four.
fn answers(w: Words, thing: Thing, form: &Form) -> Vec<Choice> {
    let fits = |answer: &&Said| **answer != Said::Told || thing == Thing::Sharing;
    let one = |answer: &Said| {
        choice(
            answer.key(),
            answer_words(w, *answer),
            form.get("answer") == answer.key(),
        )
    };
    Said::ALL.iter().filter(fits).map(one).collect()
}

fn draw(
    (app, visit): (&App, &Visit),
    loaded: &Loaded,
    (person, thing): (&Person, Thing),
    form: &Form,
    mistakes: &Mistakes,
) -> Response {
    let (w, id) = (visit.w(), loaded.family.id);
    let typed = |name: &str| field(name, form.get(name), mistakes.of(name));
    let law = (thing == Thing::Sharing).then(|| {
        let one = |law: LawfulBasis| {
            let hint = w
                .named("consent-sharing-basis", &format!("{}-hint", law.key()))
                .unwrap_or_default();
            hinted(law.key(), law_words(w, law), hint, form.get("law") == law.key())
        };
        (typed("law"), LawfulBasis::ALL.map(one).into())
    });
    let asker = |one: &Attendee| {
        let words = w.named("review-there", one.key()).unwrap_or_default();
        choice(one.key(), words, form.get("asked_by") == one.key())
    };
    let heading = w.consent_change_title(thing_words(w, thing), &whole_name(w, &loaded.family, person.id));
    let now = stands(&person.consents, &loaded.changes, person.id, thing);
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        who: person.id.to_string(),
        what: thing.key(),
        name: w.family_title(&loaded.called),
        now: w.consent_now(&stands_words(w, now)),
        means: w.consent_if_withdrawn(means(w, thing)),
        answer: typed("answer"),
        answers: answers(w, thing, form),
        law,
        on: date_field("on", |part| form.get(part).to_owned(), mistakes.of("on")),
        asked_by: typed("asked_by"),
        askers: Attendee::ALL.iter().map(asker).collect(),
        words: typed("words"),
        keep: format!("{}/keep", visit.href(&visit.path)),
        page: Page::new(app, visit, &heading)
            .of_form()
            .back_to(visit.href(&paths::consents(id)), w.consent_page_title())
            .with_mistakes(mistakes.any()),
        heading,
    };
    show(&shown, &shown.page)
}

/// The way to the page, for the plan.
pub(super) fn way(visit: &Visit, id: FamilyId) -> Link {
    link(visit.href(&paths::consents(id)), visit.w().consent_open())
}
