//! A referral: made, listed, read, decided, written on, withdrawn; and the waiting list it leads to.

mod decide;
mod entry;
mod list;
mod refer;
pub(crate) mod refer_form;
mod show;
mod waiting;
mod withdraw;

use crate::App;
use crate::error::Answer;
use crate::route::{Route, route};
use crate::visit::Visit;
use axum::http::Method;
use domain::access::{Action, Object, ObjectKind as On};
use domain::id::ReferralId;
use domain::referral::{Referral, Refusal};

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    vec![
        route(Method::GET, "/referrals", Action::ListReferrals, On::Lists, list::page),
        route(Method::GET, "/referrals/new", Action::Refer, On::Lists, refer::page),
        route(Method::POST, "/referrals/new", Action::Refer, On::Site, refer::send),
        route(
            Method::POST,
            "/referrals/new/draft",
            Action::Refer,
            On::Lists,
            refer::keep,
        ),
        route(
            Method::GET,
            "/referrals/{id}",
            Action::OpenReferral,
            On::Referral,
            show::page,
        ),
        route(
            Method::GET,
            "/referrals/{id}/decide",
            Action::DecideReferral,
            On::Referral,
            decide::page,
        ),
        route(
            Method::POST,
            "/referrals/{id}/decide",
            Action::DecideReferral,
            On::Referral,
            decide::send,
        ),
        route(
            Method::GET,
            "/referrals/{id}/entry",
            Action::AddReferralEntry,
            On::Referral,
            entry::page,
        ),
        route(
            Method::POST,
            "/referrals/{id}/entry",
            Action::AddReferralEntry,
            On::Referral,
            entry::send,
        ),
        route(
            Method::GET,
            "/referrals/{id}/withdraw",
            Action::WithdrawReferral,
            On::Referral,
            withdraw::page,
        ),
        route(
            Method::POST,
            "/referrals/{id}/withdraw",
            Action::WithdrawReferral,
            On::Referral,
            withdraw::send,
        ),
        route(Method::GET, "/waiting", Action::ListWaiting, On::Lists, waiting::page),
        route(
            Method::GET,
            "/waiting.csv",
            Action::ExportWaiting,
            On::Lists,
            waiting::csv,
        ),
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
