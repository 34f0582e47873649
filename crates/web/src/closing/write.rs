//! Closing a family's support: the day, why, what was achieved, where each child lives, and what each goal came to.

use super::lived::{Asks, called};
use super::{Boxes, Wrong, boxes, reason_words, refusal_words, said};
use crate::App;
use crate::call::{Call, Unmade, pressed};
use crate::error::Answer;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Choice, DateField, Field, Link, Page, Problem, choice, date_field, field, link, show};
use crate::paths;
use crate::typed::{day, words, words_if_any};
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::closing::{ChildNow, NewClosing, Reason, close};
use domain::goal::Ending;
use domain::id::{AccountId, FamilyId, GoalId};
use jiff::civil::Date;
use store::Tx;
use store::closing::Known;
use store::goal::GoalShown;
use words::{Lang, Words};

#[derive(Template)]
#[template(path = "closing/write.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    name: String,
    in_the_way: Option<(String, Option<Link>)>,
    on: DateField,
    reason: Field,
    reasons: Vec<Choice>,
    words: Field,
    achieved: Field,
    children: Vec<Boxes>,
    goals: Vec<GoalBox>,
    keep: String,
}

/// One goal that is open.
struct GoalBox {
    legend: String,
    lang: Option<&'static str>,
    words: String,
    field: Field,
    choices: Vec<Choice>,
}

struct Loaded {
    known: Known,
    goals: Vec<GoalShown>,
}

/// The form.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<FamilyId>) -> Answer {
    let loaded = loaded(&app, &visit, id).await?;
    let today = store::clock::london_day(app.store().now());
    let form = form::kept(&app, &visit).await?.unwrap_or_else(|| fresh(today));
    Ok(draw(&app, &visit, &loaded, &form, &Mistakes::default()))
}

/// What stands in the way of closing at all, said before anybody types.
fn in_the_way(visit: &Visit, known: &Known) -> Option<(String, Option<Link>)> {
    let w = visit.w();
    if let Some(on) = known.closed {
        return Some((w.closing_problem_is_closed(&w.day_short(on)), None));
    }
    if known.begun.is_none() {
        return Some((w.closing_problem_not_supported().to_owned(), None));
    }
    let concerns = visit.href(&paths::concerns_of(known.family.id));
    (0 < known.unread).then(|| {
        let read = link(concerns, w.closing_unread_read());
        (w.closing_unread(known.unread), Some(read))
    })
}

/// Today.
fn fresh(today: Date) -> Form {
    Form::default()
        .with("on_day", &today.day().to_string())
        .with("on_month", &today.month().to_string())
        .with("on_year", &today.year().to_string())
}

async fn loaded(app: &App, visit: &Visit, id: FamilyId) -> Answer<Loaded> {
    let (actor, object) = (visit.actor(), Object::Family(id));
    let permit = app.store().permit(&actor, Action::CloseSupport, object).await?;
    let read = app.store().read(permit, move |tx| {
        Ok::<_, store::Error>(Loaded {
            known: store::closing::known(tx, id)?,
            goals: store::goal::lines(tx, id)?,
        })
    });
    Ok(read.await?)
}

/// Keeps what is typed so far.
pub async fn keep(State(app): State<App>, visit: Visit, At(id): At<FamilyId>, form: Form) -> Answer {
    form::keep_typed(&app, &visit, (Action::CloseSupport, Object::Family(id)), &form).await
}

/// What stands on the form; every mistake at once, in the order of the page.
fn read(form: &Form, w: Words, known: &Known) -> Result<NewClosing, Mistakes> {
    let mut mistakes = Mistakes::default();
    let on = day(form, w, &mut mistakes, "on");
    if on.is_none() && mistakes.of("on").is_none() {
        mistakes.add("on", w.closing_problem_day());
    }
    let reason = Reason::from_key(form.get("reason"));
    if reason.is_none() {
        mistakes.add("reason", w.closing_problem_reason());
    }
    let more = words_if_any(form, w, &mut mistakes, ("words", w.closing_words()));
    if reason == Some(Reason::Other) && more.is_none() && mistakes.of("words").is_none() {
        mistakes.add("words", w.closing_problem_words());
    }
    let label = ("achieved", w.closing_achieved());
    let achieved = words(form, w, &mut mistakes, label, w.closing_problem_achieved());
    let family = &known.family;
    let mut children = Vec::new();
    for child in family.children() {
        let name = called(w, family, child.id);
        let asks = (w.closing_problem_lives(&name), w.closing_problem_care(&name));
        let said = said((form, w), &mut mistakes, child.id, asks);
        children.extend(said.map(|said| ChildNow {
            child: child.id,
            lives: said.lives,
            care: said.care,
        }));
    }
    for now in &children {
        let name = called(w, family, now.child);
        let kind = format!("care_{}", now.child);
        let in_care = now.lives == domain::referral::Lives::InCare;
        let since = format!("since_{}", now.child);
        if mistakes.of(&kind).is_some() || mistakes.of(&since).is_some() {
            continue;
        }
        if in_care && now.care.is_none() {
            mistakes.add(&kind, w.closing_problem_care(&name));
        } else if !in_care && now.care.is_some() {
            mistakes.add(&kind, w.closing_problem_no_care(&name));
        }
    }
    let mut goals: Vec<(GoalId, Ending)> = Vec::new();
    for (goal, _) in &known.goals {
        let name = format!("goal_{goal}");
        match Ending::from_key(form.get(&name)) {
            Some(how) => goals.push((*goal, how)),
            None => mistakes.add(&name, w.closing_problem_goal()),
        }
    }
    match (on, reason, achieved) {
        (Some(on), Some(reason), Some(achieved)) if !mistakes.any() => Ok(NewClosing {
            on,
            reason,
            words: more,
            achieved,
            children,
            goals,
        }),
        _ => Err(mistakes),
    }
}

/// Stores it.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<FamilyId>, form: Form) -> Answer {
    let asked = (Action::CloseSupport, Object::Family(id));
    let href = paths::saying(&visit.href(&paths::after(id)), "closing-saved");
    let act = move |tx: &Tx, call: &Call, form: &Form| by_call(tx, call, id, form);
    let mistakes = match pressed(&app, &visit, asked, &form, href, act).await? {
        Ok(answer) => return Ok(answer),
        Err(Unmade::Store(store::Error::Stale { .. })) => Mistakes::one("on", visit.w().closing_problem_stale()),
        Err(unmade) => unmade.mistakes()?,
    };
    // What changed meanwhile is read now, beside what was typed.
    let loaded = loaded(&app, &visit, id).await?;
    Ok(draw(&app, &visit, &loaded, &form, &mistakes))
}

/// Lets the rules decide and stores the ending.
fn decide(tx: &Tx, (by, id): (AccountId, FamilyId), language: &str, new: NewClosing) -> Result<(), Wrong> {
    let known = store::closing::known(tx, id)?;
    let (children, goals) = known.ids();
    let event = close(new, by, tx.today(), known.bounds((&children, &goals)))?;
    store::closing::close(tx, &known, language, &event)?;
    Ok(())
}

fn goal_box(visit: &Visit, loaded: &Loaded, id: GoalId, form: &Form, mistakes: &Mistakes) -> Option<GoalBox> {
    let w = visit.w();
    let one = loaded.goals.iter().find(|one| one.goal.id == id)?;
    let name = format!("goal_{id}");
    let how = |how: &Ending| {
        let words = w.named("closing-goal-ending", how.key()).unwrap_or_default();
        choice(how.key(), words, form.get(&name) == how.key())
    };
    Some(GoalBox {
        legend: w.goal_whose(&called(w, &loaded.known.family, one.goal.owner)),
        lang: Lang::from_tag(&one.language)
            .filter(|lang| *lang != visit.lang)
            .map(Lang::tag),
        words: one.words.clone(),
        choices: Ending::ALL.iter().map(how).collect(),
        field: field(&name, form.get(&name), mistakes.of(&name)),
    })
}

fn draw(app: &App, visit: &Visit, loaded: &Loaded, form: &Form, mistakes: &Mistakes) -> Response {
    let (w, known) = (visit.w(), &loaded.known);
    let family = &known.family;
    let typed = |name: &str| field(name, form.get(name), mistakes.of(name));
    let reason = |one: &Reason| choice(one.key(), reason_words(w, *one), form.get("reason") == one.key());
    let child = |child| {
        let name = crate::family::people::name(w, child);
        let asks = Asks {
            lives: w.closing_lives(&name),
            care: w.closing_care_kind().to_owned(),
            none: w.closing_care_none(),
            since: w.closing_care_since(),
        };
        boxes(w, child, asks, (form, mistakes))
    };
    let goals = known.goals.iter();
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        name: w.family_title(&known.name),
        in_the_way: in_the_way(visit, known),
        on: date_field("on", |part| form.get(part).to_owned(), mistakes.of("on")),
        reason: typed("reason"),
        reasons: Reason::ALL.iter().map(reason).collect(),
        words: typed("words"),
        achieved: typed("achieved"),
        children: family.children().map(child).collect(),
        goals: goals
            .filter_map(|(id, _)| goal_box(visit, loaded, *id, form, mistakes))
            .collect(),
        keep: format!("{}/keep", visit.href(&visit.path)),
        page: Page::new(app, visit, w.closing_title())
            .of_form()
            .back_to(visit.href(&paths::family(family.id)), &w.family_title(&known.name))
            .with_mistakes(mistakes.any()),
    };
    show(&shown, &shown.page)
}

/// The same by a call.
pub(crate) fn by_call(tx: &Tx, call: &Call, id: FamilyId, form: &Form) -> Result<(), Unmade> {
    let known = store::closing::known(tx, id)?;
    let new = read(form, call.w, &known)?;
    decide(tx, (call.by, id), call.language, new).map_err(|wrong| match wrong {
        Wrong::Refused(refusal) => {
            let (name, text) = refusal_words(call.w, &known.family, refusal);
            Mistakes::one(name, text).into()
        }
        Wrong::Store(error) => error.into(),
    })
}
