//! One verb on one referral, as every form that does something to it carries it out.

use super::Wrong;
use crate::App;
use crate::error::Answer;
use crate::form::Form;
use crate::mistakes::Mistakes;
use crate::page::{Page, see};
use crate::paths;
pub use crate::typed::{day, words, words_if_any};
use crate::visit::{Visit, in_language};
use axum::response::Response;
use domain::access::{Action, Object};
use domain::id::{AccountId, ReferralId};
use domain::referral::{Event, Referral, Refusal};
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
