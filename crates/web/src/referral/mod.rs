//! A referral: made, listed, read, decided, written on, withdrawn; and the waiting list it leads to.

mod decide;
mod draft;
mod entry;
mod letter;
mod list;
mod outcome;
mod outcomes;
mod priority;
mod read;
mod show;
mod tell;
mod text;
mod thread;
mod verb;
mod waiting;
mod withdraw;

pub(crate) use outcome::lives_words;
pub(crate) use verb::refusal_words;
pub(crate) use waiting::waited;

use crate::App;
use crate::error::Answer;
use crate::route::{Route, route};
use crate::visit::Visit;
use axum::http::Method;
use domain::access::{Action, Object, ObjectKind as On};
use domain::id::ReferralId;
use domain::referral::{Referral, Refusal};
pub(crate) use outcomes::{OUTCOMES_MAX, may_answer};

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    let mut all = draft::routes();
    all.extend(of_one());
    all.extend([
        route(Method::GET, "/referrals", Action::ListReferrals, On::Lists, list::page),
        route(
            Method::GET,
            "/referrals/{id}",
            Action::OpenReferral,
            On::Referral,
            show::page,
        ),
        route(Method::GET, "/waiting", Action::ListWaiting, On::Lists, waiting::page),
        route(
            Method::GET,
            "/waiting.csv",
            Action::ExportWaiting,
            On::Lists,
            waiting::csv,
        ),
    ]);
    all
}

/// The forms that do something to one referral: each is got and sent at the same address.
fn of_one() -> Vec<Route> {
    let on = On::Referral;
    let (decide, write, back) = (
        Action::DecideReferral,
        Action::AddReferralEntry,
        Action::WithdrawReferral,
    );
    let (get, post) = (|| Method::GET, || Method::POST);
    vec![
        route(get(), "/referrals/{id}/decide", decide, on, decide::page),
        route(post(), "/referrals/{id}/decide", decide, on, decide::send),
        route(get(), "/referrals/{id}/ask", decide, on, thread::ask_page),
        route(post(), "/referrals/{id}/ask", decide, on, thread::ask),
        route(get(), "/referrals/{id}/answer", write, on, thread::answer_page),
        route(post(), "/referrals/{id}/answer", write, on, thread::answer),
        route(get(), "/referrals/{id}/priority", decide, on, priority::page),
        route(post(), "/referrals/{id}/priority", decide, on, priority::send),
        route(get(), "/referrals/{id}/tell", write, on, tell::page),
        route(post(), "/referrals/{id}/tell", write, on, tell::send),
        route(get(), "/referrals/{id}/letter", write, on, letter::page),
        route(
            get(),
            "/referrals/outcomes",
            Action::ListReferrals,
            On::Lists,
            outcomes::page,
        ),
        route(get(), "/referrals/{id}/outcome", write, on, outcome::page),
        route(post(), "/referrals/{id}/outcome", write, on, outcome::send),
        route(get(), "/referrals/{id}/entry", write, on, entry::page),
        route(post(), "/referrals/{id}/entry", write, on, entry::send),
        route(get(), "/referrals/{id}/withdraw", back, on, withdraw::page),
        route(post(), "/referrals/{id}/withdraw", back, on, withdraw::send),
    ]
}

/// The referral that a form is about, for somebody who may do this to it.
async fn opened(app: &App, visit: &Visit, id: ReferralId, action: Action) -> Answer<Referral> {
    let permit = app.store().permit(&visit.actor(), action, Object::Referral(id)).await?;
    let shown = app.store().read(permit, move |tx| store::referral::show(tx, id));
    Ok(shown.await?.referral)
}

/// How a stage looks as a tag.
pub(crate) fn look(stage: &str) -> &'static str {
    match stage {
        "submitted" | "information_asked" => "warm",
        "waiting" | "matched" => "strong",
        _ => "quiet",
    }
}

/// A stage in words.
pub(crate) fn stage_words(w: words::Words, stage: &str) -> String {
    w.by_key(&format!("referral-state-{}", stage.replace('_', "-")))
        .unwrap_or(stage)
        .to_owned()
}

/// A reason in words.
pub(crate) fn reason_words(w: words::Words, reason: &str) -> String {
    w.by_key(&format!("referral-reason-{}", reason.replace('_', "-")))
        .unwrap_or(reason)
        .to_owned()
}

/// Why a verb on a referral was not stored.
pub(crate) enum Wrong {
    /// The rules refuse it as things stand.
    Refused(Refusal),
    /// The store did not take it.
    Store(store::Error),
}

impl From<store::Error> for Wrong {
    fn from(error: store::Error) -> Self {
        Self::Store(error)
    }
}
