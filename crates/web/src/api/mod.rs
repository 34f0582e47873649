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
    let mut all = vec![
        get(address::DUE, Do::ListFamilies, On::Lists, support::due),
        get(address::SUPPORT, Do::OpenFamily, On::Family, support::support),
        post(address::OFFERS, Do::OfferFamily, On::Family, support::offer_family),
        post(address::OFFER_ANSWER, Do::AnswerOffer, On::Offer, support::answer_offer),
        post(address::OFFER_MATCH, Do::DecideOffer, On::Offer, support::decide_offer),
        post(
            address::OFFER_BACK,
            Do::DecideOffer,
            On::Offer,
            support::take_offer_back,
        ),
        post(address::MATCH_END, Do::EndMatch, On::Match, support::end_match),
        post(address::MATCH_COVER, Do::SetCover, On::Match, support::cover_match),
        post(address::MATCH_COVER_END, Do::SetCover, On::Match, support::end_cover),
        post(address::STEPS, Do::StepSupport, On::Family, support::step_support),
        post(
            address::SUGGESTIONS_ASIDE,
            Do::StepSupport,
            On::Family,
            support::set_aside,
        ),
        post(address::CLOSING, Do::CloseSupport, On::Family, support::close_support),
        post(address::FOLLOW_UPS, Do::RecordAfter, On::Family, support::follow_up),
        get(address::CARE, Do::OpenPlan, On::Family, support::care),
        post(address::CARE, Do::RecordAfter, On::Family, support::record_care),
    ];
    all.extend(of_plans());
    all.extend(of_visits());
    all.extend(of_hard_times());
    all.extend(of_carers());
    all
}

fn of_plans() -> Vec<Route> {
    let (open, change, on) = (Action::OpenPlan, Action::ChangePlan, ObjectKind::Family);
    let (programme, authority) = (Action::ApproveExtension, Action::AgreeExtension);
    vec![
        get(address::PLAN, open, on, support::plan),
        post(address::PLAN, change, on, support::write_plan),
        post(address::PLAN_VIEWS, change, on, support::sign_plan_for_person),
        post(address::PLAN_VIEW, Action::AgreePlan, on, support::sign_plan),
        post(address::EXTENSIONS, change, on, support::ask_extension),
        post(
            address::EXTENSION_PROGRAMME,
            programme,
            on,
            support::answer_extension_for_programme,
        ),
        post(
            address::EXTENSION_AUTHORITY,
            authority,
            on,
            support::answer_extension_for_authority,
        ),
        get(address::CONSENTS, open, on, support::consents),
        post(address::CONSENTS, change, on, support::change_consent),
        get(address::GOALS, open, on, support::goals),
        post(address::MARKS, change, on, support::mark_goal),
        post(address::NEXT_STEPS, change, on, support::add_next_step),
        post(address::NEXT_STEP_STANDS, change, on, support::set_next_step),
        post(address::GOAL_END, change, on, support::end_goal),
    ]
}

fn of_visits() -> Vec<Route> {
    use {Action as Do, ObjectKind as On};
    let (change, hold) = (Do::ChangeSession, Do::HoldReview);
    vec![
        post(address::SESSIONS, Do::AddSession, On::Family, support::add_session),
        get(address::SESSION, Do::OpenSession, On::Session, support::session),
        post(address::SESSION_OUTCOME, change, On::Session, support::change_session),
        post(address::SESSION_RIGHT, change, On::Session, support::right_session),
        post(address::SESSION_GIVE, change, On::Session, support::give_passage),
        post(address::SESSION_MARK, change, On::Session, support::mark_passage),
        post(
            address::SESSION_SIGN,
            Do::CountersignSession,
            On::Session,
            support::sign_session,
        ),
        get(address::REVIEWS, Do::OpenFamily, On::Family, support::reviews),
        post(address::REVIEWS, hold, On::Family, support::add_review),
        post(address::REVIEW_OFF, hold, On::Family, support::call_review_off),
        post(address::REVIEW_RIGHT, hold, On::Family, support::right_review),
        post(
            address::REVIEW_BRING,
            Do::ContributeToReview,
            On::Family,
            support::bring_to_review,
        ),
        post(address::REVIEW_BRING_FOR, hold, On::Family, support::bring_for_person),
    ]
}

fn of_hard_times() -> Vec<Route> {
    use {Action as Do, ObjectKind as On};
    vec![
        post(address::CRISES, Do::WriteCrisis, On::Family, support::write_crisis),
        get(address::CRISIS, Do::OpenCrisis, On::Crisis, support::crisis),
        post(address::CRISIS_ADD, Do::AddToCrisis, On::Crisis, support::add_to_crisis),
        post(address::CRISIS_SIGN, Do::SignCrisis, On::Crisis, support::sign_crisis),
        post(
            address::CONCERNS_OF_FAMILY,
            Do::RaiseConcern,
            On::Family,
            support::raise_concern,
        ),
        get(address::CONCERNS, Do::ListConcerns, On::Lists, support::concerns),
        get(address::CONCERN, Do::OpenConcern, On::Concern, support::concern),
        post(
            address::CONCERN_ADD,
            Do::AddToConcern,
            On::Concern,
            support::add_to_concern,
        ),
        post(
            address::CONCERN_DECIDE,
            Do::DecideConcern,
            On::Concern,
            support::decide_concern,
        ),
    ]
}

fn of_carers() -> Vec<Route> {
    use {Action as Do, ObjectKind as On};
    let (change, available, on) = (Do::ChangeHousehold, Do::SetAvailability, On::Household);
    vec![
        get(
            address::SITE_DISRUPTIONS,
            Do::SetDisruption,
            On::Site,
            support::disruptions,
        ),
        post(
            address::SITE_DISRUPTIONS,
            Do::SetDisruption,
            On::Site,
            support::add_disruption,
        ),
        post(
            address::SITE_DISRUPTION_BACK,
            Do::SetDisruption,
            On::Site,
            support::take_disruption_back,
        ),
        get(address::CARERS, Do::ListHouseholds, On::Lists, support::carers),
        post(
            address::SITE_CARERS,
            Do::RecordHousehold,
            On::Site,
            support::make_household,
        ),
        post(address::CARER_CHANGE, change, on, support::change_household),
        post(address::CARER_CLOSE, change, on, support::close_household),
        post(address::CARER_AWAY, available, on, support::set_away),
        post(address::CARER_AWAY_BACK, available, on, support::take_away_back),
        post(address::CARER_READY, available, on, support::set_ready),
    ]
}
