//! One verb on one referral, as every form that does something to it carries it out.

use super::Wrong;
use crate::App;
use crate::error::Answer;
use crate::form::Form;
use crate::mistakes::Mistakes;
use crate::page::{Page, see};
use crate::paths;
use crate::visit::{Visit, in_language};
use axum::response::Response;
use domain::access::{Action, Object};
use domain::day::{DayProblem, parse_day_parts};
use domain::id::{AccountId, ReferralId};
use domain::referral::{Event, Referral, Refusal};
use domain::text::{TEXT_CHARS_MAX, Text, TextProblem};
use jiff::civil::Date;
use store::Tx;
use store::once::Once;
use words::Words;

/// Where a form leads once it was stored, and what is said there.
#[derive(Clone, Copy)]
pub enum Leads {
    /// To the referral.
    ToReferral(&'static str),
    /// To the family's timeline.
    ToFamily(&'static str),
}

/// Loads the referral, lets the verb decide and stores what it decided, once for each key of the form.
///
/// # Errors
/// Inside the answer: why the verb does not apply as things stand.
pub async fn carry_out(
    app: &App,
    visit: &Visit,
    (id, action): (ReferralId, Action),
    form: &Form,
    leads: Leads,
    decide: impl Fn(&Tx, &Referral, AccountId) -> Result<Event, Wrong> + Send + Sync + 'static,
) -> Answer<Result<Response, Refusal>> {
    let account = visit.account()?.account;
    let once = Once::new(account.uuid(), form.get("once"), &form.body_bytes());
    let (path, lang) = (visit.path.clone(), visit.lang);
    let actor = visit.actor();
    let stored = app.store().act(&actor, action, Object::Referral(id), move |tx| {
        tx.not_done_before(Some(&once))?;
        let referral = store::referral::load(tx, id)?;
        let event = decide(tx, &referral, account)?;
        tx.record(&referral, &event, lang.tag())?;
        let (to, said) = match leads {
            Leads::ToReferral(said) => (paths::referral(id), said),
            Leads::ToFamily(said) => (paths::family(referral.family), said),
        };
        let href = paths::saying(&in_language(lang, &to), said);
        tx.done(Some(&once), 303, &href)?;
        store::draft::forget(tx, account, &path)?;
        Ok::<_, Wrong>(href)
    });
    match stored.await {
        Ok(href) => Ok(Ok(see(&href))),
        Err(Wrong::Refused(refusal)) => Ok(Err(refusal)),
        Err(Wrong::Store(error)) => Err(error.into()),
    }
}

/// Why a verb does not apply, in words.
pub fn refusal_words(w: Words, refusal: Refusal) -> String {
    match refusal {
        Refusal::BeforeReceived { received } => w.referral_problem_before_received(&w.day_short(received)),
        Refusal::InFuture { .. } => w.referral_problem_future().to_owned(),
        Refusal::InPast { today } => w.referral_problem_before_that(&w.day_short(today)),
        Refusal::NobodyNamed => w.referral_problem_outcome_nobody().to_owned(),
        Refusal::AlreadyDecided { .. } | Refusal::NotNow { .. } | Refusal::IntoItself => {
            w.referral_problem_decided().to_owned()
        }
    }
}

/// The frame of a form about one referral.
pub fn frame(app: &App, visit: &Visit, referral: &Referral, heading: &str, mistakes: &Mistakes) -> Page {
    Page::new(app, visit, heading)
        .of_form()
        .back_to(visit.href(&paths::referral(referral.id)), visit.w().referral_one())
        .with_mistakes(mistakes.any())
}

/// Words that must be there.
pub fn words(form: &Form, w: Words, mistakes: &mut Mistakes, (name, label): (&str, &str), empty: &str) -> Option<Text> {
    match Text::parse(form.get(name)) {
        Ok(text) => Some(text),
        Err(TextProblem::Empty) => {
            mistakes.add(name, empty);
            None
        }
        Err(TextProblem::TooLong { .. }) => {
            too_long(w, mistakes, name, label);
            None
        }
    }
}

/// Words that may be left out.
pub fn words_if_any(form: &Form, w: Words, mistakes: &mut Mistakes, (name, label): (&str, &str)) -> Option<Text> {
    Text::parse_optional(form.get(name)).unwrap_or_else(|_| {
        too_long(w, mistakes, name, label);
        None
    })
}

fn too_long(w: Words, mistakes: &mut Mistakes, name: &str, label: &str) {
    let max = u64::try_from(TEXT_CHARS_MAX).unwrap_or_default();
    mistakes.add(name, w.referral_problem_text_long(label, max));
}

/// A day in three boxes; nothing when they are empty or, with a mistake, when they are no day.
pub fn day(form: &Form, w: Words, mistakes: &mut Mistakes, name: &str) -> Option<Date> {
    let typed = |part: &str| form.get(&format!("{name}_{part}"));
    match parse_day_parts(typed("day"), typed("month"), typed("year")) {
        Ok(day) => Some(day),
        Err(DayProblem::Empty) => None,
        Err(_) => {
            mistakes.add(name, w.site_problem_day_unreal());
            None
        }
    }
}
