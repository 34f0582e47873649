//! The API: the same records with the same verbs and permits as the pages.
//!
//! A handler reads what was sent into a domain value, asks for the permit a page would ask for, and lets the same verb
//! decide; nothing here decides. Answers are JSON, and what goes wrong is a problem with a code (`problem`), in the
//! language the call asks for.

mod address;
mod agreed;
mod asked;
mod caller;
mod code;
mod entry;
mod family;
mod given;
mod looked;
mod me;
mod meaning;
mod openapi;
mod pack;
pub(crate) mod problem;
mod read;
mod referral;
mod search;
mod sent;
mod taken;
mod tell;
mod value;
mod verb;

pub(crate) use caller::actor;

use crate::route::{Route, route};
use axum::http::Method;
use domain::access::{Action, ObjectKind};

/// The routes of the API.
pub fn routes() -> Vec<Route> {
    let (get, post) = (|| Method::GET, || Method::POST);
    vec![
        route(
            get(),
            openapi::PATH,
            Action::SeePublicPage,
            ObjectKind::Public,
            openapi::show,
        ),
        route(
            get(),
            address::PROBLEM,
            Action::SeePublicPage,
            ObjectKind::Public,
            meaning::page,
        ),
        route(get(), address::ME, Action::SeeOwnAccount, ObjectKind::Own, me::me),
        route(get(), address::SITES, Action::SeeOwnAccount, ObjectKind::Own, me::sites),
        route(
            get(),
            address::PACK,
            Action::SeePublicPage,
            ObjectKind::Public,
            pack::show,
        ),
        route(
            get(),
            address::REFERRALS,
            Action::ListReferrals,
            ObjectKind::Lists,
            referral::list,
        ),
        route(
            post(),
            address::REFERRALS,
            Action::Refer,
            ObjectKind::Site,
            referral::refer,
        ),
        route(
            get(),
            address::REFERRAL,
            Action::OpenReferral,
            ObjectKind::Referral,
            referral::show,
        ),
        route(
            post(),
            address::ACCEPT,
            Action::DecideReferral,
            ObjectKind::Referral,
            verb::accept,
        ),
        route(
            post(),
            address::NOT_ACCEPT,
            Action::DecideReferral,
            ObjectKind::Referral,
            verb::not_accept,
        ),
        route(
            post(),
            address::WITHDRAW,
            Action::WithdrawReferral,
            ObjectKind::Referral,
            verb::withdraw,
        ),
        route(
            get(),
            address::ENTRIES,
            Action::OpenReferral,
            ObjectKind::Referral,
            entry::list,
        ),
        route(
            post(),
            address::ENTRIES,
            Action::AddReferralEntry,
            ObjectKind::Referral,
            entry::add,
        ),
        route(
            get(),
            address::WAITING,
            Action::ListWaiting,
            ObjectKind::Lists,
            referral::waiting,
        ),
        route(
            get(),
            address::FAMILIES,
            Action::ListFamilies,
            ObjectKind::Lists,
            family::list,
        ),
        route(
            get(),
            address::FAMILY,
            Action::OpenFamily,
            ObjectKind::Family,
            family::show,
        ),
        route(
            get(),
            address::HISTORY,
            Action::OpenFamilyHistory,
            ObjectKind::Family,
            looked::history,
        ),
        route(
            get(),
            address::LOOKED,
            Action::SeeWhoLooked,
            ObjectKind::Family,
            looked::looked,
        ),
        route(
            get(),
            address::SEARCH,
            Action::SearchPeople,
            ObjectKind::Lists,
            search::search,
        ),
    ]
}
