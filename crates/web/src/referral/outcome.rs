//! What happened to a family that was not taken, as its authority says.

use super::Wrong;
use super::thread::Said;
use super::verb::{self, Leads, carry_out};
use crate::App;
use crate::error::Answer;
use crate::family::people;
use crate::form::{self, Form};
use crate::mistakes::Mistakes;
use crate::page::{Choice, DateField, Field, Page, Problem, Quote, choice, date_field, field, show};
use crate::visit::{At, Visit};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use domain::access::{Action, Object};
use domain::family::{Family, Person};
use domain::id::ReferralId;
use domain::referral::{ChildAfter, Lives, Referral};
use domain::text::Text;
use jiff::civil::Date;
use store::referral::Outcome;
use words::Words;

#[derive(Template)]
#[template(path = "referral/outcome.html")]
struct Shown {
    page: Page,
    problems: Vec<Problem>,
    once: String,
    reference: String,
    children: Vec<Child>,
    text: Field,
}

/// One child on the form.
struct Child {
    called: String,
    legend: String,
    lives: Field,
    choices: Vec<Choice>,
    entered: DateField,
}

/// The form.
pub async fn page(State(app): State<App>, visit: Visit, At(id): At<ReferralId>) -> Answer {
    let (referral, family) = loaded(&app, &visit, id).await?;
    let form = form::kept(&app, &visit).await?.unwrap_or_default();
    let nothing = Mistakes::default();
    Ok(draw(&app, &visit, (&referral, &family), &form, &nothing))
}

async fn loaded(app: &App, visit: &Visit, id: ReferralId) -> Answer<(Referral, Family)> {
    let (actor, object) = (visit.actor(), Object::Referral(id));
    let permit = app.store().permit(&actor, Action::AddReferralEntry, object).await?;
    let read = app.store().read(permit, move |tx| {
        let referral = store::referral::show(tx, id)?.referral;
        let (family, _) = store::family::load(tx, referral.family)?;
        Ok::<_, store::Error>((referral, family))
    });
    Ok(read.await?)
}

/// What was said of the children and, in words, of the whole.
type Told = (Vec<ChildAfter>, Option<Text>);

fn read(form: &Form, w: Words, referral: &Referral, family: &Family, today: Date) -> Result<Told, Mistakes> {
    let mut mistakes = Mistakes::default();
    let mut children = Vec::new();
    for (place, child) in family.children().enumerate() {
        let entered = format!("entered_{place}");
        let entered_care_on = verb::day(form, w, &mut mistakes, &entered);
        if mistakes.of(&entered).is_some() {
            mistakes.put(&entered, w.referral_problem_outcome_day(&people::name(w, child)));
        } else if entered_care_on.is_some_and(|day| !referral.could_enter_care_on(day, today)) {
            mistakes.add(&entered, w.referral_problem_outcome_after(&people::name(w, child)));
        }
        if let Some(lives) = Lives::from_key(form.get(&format!("lives_{place}"))) {
            children.push(ChildAfter {
                child: child.id,
                lives,
                entered_care_on,
            });
        }
    }
    let words = verb::words_if_any(form, w, &mut mistakes, ("text", w.referral_outcome_words()));
    if mistakes.any() {
        Err(mistakes)
    } else {
        Ok((children, words))
    }
}

/// Stores what happened.
pub async fn send(State(app): State<App>, visit: Visit, At(id): At<ReferralId>, form: Form) -> Answer {
    let w = visit.w();
    let today = store::clock::london_day(app.store().now());
    let (referral, family) = loaded(&app, &visit, id).await?;
    let about = (id, Action::AddReferralEntry);
    let mistakes = match read(&form, w, &referral, &family, today) {
        Ok((children, words)) => {
            let leads = Leads::ToReferral("referral-outcome-saved");
            let done = carry_out(&app, &visit, about, &form, leads, move |tx, one, by| {
                one.tell_outcome(by, tx.today(), children.clone(), words.clone())
                    .map_err(Wrong::Refused)
            });
            match done.await? {
                Ok(answer) => return Ok(answer),
                Err(refusal) => Mistakes::one("lives_0", verb::refusal_words(w, refusal)),
            }
        }
        Err(mistakes) => mistakes,
    };
    Ok(draw(&app, &visit, (&referral, &family), &form, &mistakes))
}

/// Where a child lives, in words.
pub fn lives_words(w: Words, lives: Lives) -> &'static str {
    match lives {
        Lives::AtHome => w.referral_lives_at_home(),
        Lives::InCare => w.referral_lives_in_care(),
        Lives::WithRelatives => w.referral_lives_with_relatives(),
        Lives::Elsewhere => w.referral_lives_elsewhere(),
        Lives::NotKnown => w.referral_lives_not_known(),
    }
}

/// What was said of each child, the latest first.
pub fn shown(visit: &Visit, family: &Family, outcomes: Vec<Outcome>) -> Vec<Said> {
    let w = visit.w();
    let said = |outcome: Outcome| {
        let after = outcome.after;
        let child = family.people.iter().find(|person| person.id == after.child)?;
        let lives = lives_words(w, after.lives).to_owned();
        let since = after.entered_care_on;
        let since = since.map(|day| w.referral_outcome_in_care_since(&w.day(day)));
        Some(Said {
            title: w.referral_outcome_said_on(&people::name(w, child), &w.day_short(outcome.told_on)),
            quote: outcome.words.map(|text| Quote {
                text,
                lang: None,
                who: String::new(),
            }),
            after: Some(
                [Some(lives), since]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(". "),
            ),
        })
    };
    outcomes.into_iter().filter_map(said).collect()
}

fn draw(
    app: &App,
    visit: &Visit,
    (referral, family): (&Referral, &Family),
    form: &Form,
    mistakes: &Mistakes,
) -> Response {
    let w = visit.w();
    let child = |(place, person): (usize, &Person)| {
        let (lives, entered) = (format!("lives_{place}"), format!("entered_{place}"));
        let answer = |one: Lives| choice(one.key(), lives_words(w, one), form.get(&lives) == one.key());
        let called = people::name(w, person);
        Child {
            legend: w.referral_outcome_lives(&called),
            choices: Lives::ALL.into_iter().map(answer).collect(),
            lives: field(&lives, form.get(&lives), mistakes.of(&lives)),
            entered: date_field(&entered, |part| form.get(part).to_owned(), mistakes.of(&entered)),
            called,
        }
    };
    let shown = Shown {
        problems: mistakes.summary(),
        once: form.once_key(app),
        reference: referral.reference.to_string(),
        children: family.children().enumerate().map(child).collect(),
        text: field("text", form.get("text"), mistakes.of("text")),
        page: verb::frame(app, visit, referral, w.referral_outcome_title(), mistakes),
    };
    show(&shown, &shown.page)
}
