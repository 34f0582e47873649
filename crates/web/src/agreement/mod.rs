//! Information sharing agreements: where each programme area stands, and recording a new one.

mod list;
mod record;
mod show;

use crate::paths;
use crate::route::{Route, route};
use axum::http::Method;
use domain::access::{Action, ObjectKind as On};
use domain::agreement::{AgreementState, Warning};
use domain::id::SiteId;
use store::agreement::Standing;
use words::Words;

/// The routes of this folder.
pub fn routes() -> Vec<Route> {
    vec![
        route(
            Method::GET,
            "/agreements",
            Action::ListAgreements,
            On::Lists,
            list::page,
        ),
        route(
            Method::GET,
            "/agreements/{id}",
            Action::ListAgreements,
            On::Site,
            show::page,
        ),
        route(
            Method::GET,
            "/agreements/{id}/new",
            Action::RecordAgreement,
            On::Site,
            record::page,
        ),
        route(
            Method::POST,
            "/agreements/{id}/new",
            Action::RecordAgreement,
            On::Site,
            record::send,
        ),
    ]
}

/// Where an agreement of a site is recorded.
fn record_path(site: SiteId) -> String {
    format!("{}/new", paths::site_agreements(site))
}

/// A state in words.
fn state_words(w: Words, state: AgreementState) -> &'static str {
    w.named("agreement-state", state.key()).unwrap_or_default()
}

/// How a state looks as a tag.
fn look(state: AgreementState) -> &'static str {
    match state {
        AgreementState::InForce => "strong",
        AgreementState::WindDown { .. } | AgreementState::Lapsed | AgreementState::None => "warm",
        AgreementState::NotYet => "quiet",
    }
}

/// The warning that an agreement ends soon, in words.
fn warning_words(w: Words, warning: Option<Warning>) -> Option<String> {
    warning.map(|warning| w.agreement_ends_in(u64::from(warning.days_left)))
}

/// The last day of the newest agreement, for the sentence that asks for a renewal.
fn last_day(standing: &Standing) -> Option<jiff::civil::Date> {
    standing.agreements.iter().map(|one| one.to).max()
}
