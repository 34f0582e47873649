//! The API: the same records with the same verbs and permits as the pages.
//!
//! A handler reads what was sent into a domain value, asks for the permit a page would ask for, and lets the same verb
//! decide; nothing here decides. Answers are JSON, and what goes wrong is a problem with a code (`problem`), in the
//! language the call asks for.

mod address;
mod asked;
mod caller;
mod code;
mod doing;
mod entry;
mod family;
mod given;
mod import;
mod likeness;
mod looked;
mod me;
mod meaning;
mod openapi;
mod outcome;
mod pack;
pub(crate) mod problem;
mod read;
mod refer;
mod referral;
mod search;
mod sent;
mod support;
mod taken;
mod tell;
mod thread;
mod told;
mod value;
mod verb;
mod waiting;

pub(crate) use address::IMPORTS;
pub(crate) use caller::actor;

use crate::App;
use crate::route::{Route, route};
use axum::handler::Handler;
use axum::http::Method;
use domain::access::{Action, ObjectKind};

/// Whether an address answers programs: what goes wrong there is a problem, not a page.
pub(crate) fn answers(path: &str) -> bool {
    path.starts_with("/api/") || path == "/metrics"
}

/// The routes of the API.
pub fn routes() -> Vec<Route> {
    let mut all = about_the_interface();
    all.extend(of_referrals());
    all.extend(of_files());
    all.extend(of_families());
    all.extend(of_likeness());
    all.extend(of_support());
    all
}

fn get<H, T>(path: &'static str, action: Action, object: ObjectKind, handler: H) -> Route
where
    H: Handler<T, App>,
    T: 'static,
{
    route(Method::GET, path, action, object, handler)
}

fn post<H, T>(path: &'static str, action: Action, object: ObjectKind, handler: H) -> Route
where
    H: Handler<T, App>,
    T: 'static,
{
    route(Method::POST, path, action, object, handler)
}

fn about_the_interface() -> Vec<Route> {
    use {Action as Do, ObjectKind as On};
    vec![
        get(address::DOCUMENT, Do::SeePublicPage, On::Public, openapi::show),
        get(address::PROBLEM, Do::SeePublicPage, On::Public, meaning::page),
        get(address::ME, Do::SeeOwnAccount, On::Own, me::me),
        get(address::SITES, Do::SeeOwnAccount, On::Own, me::sites),
        get(address::PACK, Do::SeePublicPage, On::Public, pack::show),
    ]
}

fn of_referrals() -> Vec<Route> {
    use {Action as Do, ObjectKind as On};
    vec![
        get(address::REFERRALS, Do::ListReferrals, On::Lists, referral::list),
        post(address::REFERRALS, Do::Refer, On::Site, refer::refer),
        get(address::REFERRAL, Do::OpenReferral, On::Referral, referral::show),
        post(address::ACCEPT, Do::DecideReferral, On::Referral, verb::accept),
        post(address::NOT_ACCEPT, Do::DecideReferral, On::Referral, verb::not_accept),
        post(address::WITHDRAW, Do::WithdrawReferral, On::Referral, verb::withdraw),
        get(address::ENTRIES, Do::OpenReferral, On::Referral, entry::list),
        post(address::ENTRIES, Do::AddReferralEntry, On::Referral, entry::add),
        post(address::ASK, Do::DecideReferral, On::Referral, thread::ask),
        post(address::ANSWER, Do::AddReferralEntry, On::Referral, thread::answer),
        post(
            address::PRIORITY,
            Do::DecideReferral,
            On::Referral,
            waiting::set_priority,
        ),
        post(address::TELL, Do::AddReferralEntry, On::Referral, told::tell),
        post(address::OUTCOME, Do::AddReferralEntry, On::Referral, outcome::tell),
        get(address::WAITING, Do::ListWaiting, On::Lists, waiting::list),
    ]
}

fn of_likeness() -> Vec<Route> {
    let (settle, on) = (Action::SettleLikeness, ObjectKind::Likeness);
    vec![
        get(
            address::LIKENESSES,
            Action::ListLikeness,
            ObjectKind::Lists,
            likeness::list,
        ),
        get(address::LIKENESS, settle, on, likeness::show),
        post(address::LIKENESS_JOIN, settle, on, likeness::join),
        post(address::LIKENESS_APART, settle, on, likeness::keep_apart),
        post(address::LIKENESS_UNDO, settle, on, likeness::undo),
        post(address::LIKENESS_MOVE, settle, on, likeness::move_person),
        post(address::LIKENESS_BACK, settle, on, likeness::move_back),
    ]
}

fn of_files() -> Vec<Route> {
    use import::{bring, step};
    let (act, on) = (Action::ImportReferrals, ObjectKind::Lists);
    vec![
        get(address::IMPORTS, act, on, bring::list),
        post(address::IMPORTS, act, on, bring::bring),
        get(address::IMPORT, act, on, bring::show),
        get(address::IMPORT_FAULTS, act, on, bring::faults),
        get(address::IMPORT_ROWS, act, on, bring::rows),
        post(address::IMPORT_COLUMNS, act, on, step::set_columns),
        post(address::IMPORT_TAKE, act, on, step::take),
        post(address::IMPORT_UNDO, act, on, step::undo),
        post(address::IMPORT_DISCARD, act, on, step::discard),
    ]
}

fn of_families() -> Vec<Route> {
    use {Action as Do, ObjectKind as On};
    vec![
        get(address::FAMILIES, Do::ListFamilies, On::Lists, family::list),
        get(address::FAMILY, Do::OpenFamily, On::Family, family::show),
        get(address::HISTORY, Do::OpenFamilyHistory, On::Family, looked::history),
        get(address::LOOKED, Do::SeeWhoLooked, On::Family, looked::looked),
        get(address::SEARCH, Do::SearchPeople, On::Lists, search::search),
    ]
}

fn of_support() -> Vec<Route> {
    use {Action as Do, ObjectKind as On};
    vec![
        get(address::CARERS, Do::ListHouseholds, On::Lists, support::carers),
        get(address::DUE, Do::ListFamilies, On::Lists, support::due),
        get(address::SUPPORT, Do::OpenFamily, On::Family, support::support),
        post(address::OFFERS, Do::OfferFamily, On::Family, support::offer),
        post(address::OFFER_ANSWER, Do::AnswerOffer, On::Offer, support::answer),
        post(address::OFFER_MATCH, Do::DecideOffer, On::Offer, support::decide),
        post(address::MATCH_END, Do::EndMatch, On::Match, support::end_match),
        post(address::MATCH_COVER, Do::SetCover, On::Match, support::cover),
        post(address::PLAN, Do::ChangePlan, On::Family, support::write_plan),
        post(address::MARKS, Do::ChangePlan, On::Family, support::mark),
        post(address::CONCERNS, Do::RaiseConcern, On::Family, support::raise_concern),
        post(address::SESSIONS, Do::AddSession, On::Family, support::add_session),
        post(address::STEPS, Do::StepSupport, On::Family, support::add_step),
        post(address::REVIEWS, Do::HoldReview, On::Family, support::add_review),
        post(address::CRISES, Do::WriteCrisis, On::Family, support::add_crisis),
        post(address::CLOSING, Do::CloseSupport, On::Family, support::close),
        post(address::FOLLOW_UPS, Do::RecordAfter, On::Family, support::follow_up),
    ]
}
